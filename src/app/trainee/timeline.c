/* timeline.c: what happened to somebody and what is due, by day: for the pages of persons. */
#include "app/trainee/trainee.h"

void person_event_add(struct person_events *l, struct date on, const char *what, const char *tag, const char *look, const char *cite,
	const char *mark)
{
	l->at[l->n++] = (struct person_event){.on = on, .what = what, .tag = tag, .tag_class = look, .cite = cite, .mark = mark};
}

static const char *days_left(struct req *r, const struct deadline *d)
{
	if (d->days_left < 0)
		return arena_print(r->mem, "逾期 %d 日", -d->days_left);
	return d->days_left ? arena_print(r->mem, "剩 %d 日", d->days_left) : "今日截止";
}

static void add_deadline(struct req *r, struct person_events *l, const struct deadline *d)
{
	const char *what = arena_print(r->mem, "%s%s", d->kind->title, d->provisional ? "（暫算：該年行事曆尚未載入）" : "");
	const char *cite = d->citation ? d->citation : d->kind->citation;

	if (d->state == DEADLINE_OPEN)
		person_event_add(l, d->due, what, days_left(r, d), d->days_left < 0 ? "late" : "soon", cite, d->days_left < 0 ? "no" : "now");
	else if (d->state == DEADLINE_MET)
		person_event_add(l, d->due, what, arena_print(r->mem, "已於 %s 完成", date_text(r->mem, d->ended)), "done", cite, "ok");
	else if (d->state == DEADLINE_LATE)
		person_event_add(l, d->due, what, arena_print(r->mem, "於 %s 逾期完成", date_text(r->mem, d->ended)), "late", cite, "no");
}

/* By day, in the order in which they were added; the undated one is of today. */
void person_events_sort(struct req *r, struct person_events *l)
{
	for (int i = 1; i < l->n; i++) {
		struct person_event x = l->at[i];
		struct date on = date_set(x.on) ? x.on : r->today;
		int k = i;

		for (; k > 0 && date_before(on, date_set(l->at[k - 1].on) ? l->at[k - 1].on : r->today); k--)
			l->at[k] = l->at[k - 1];
		l->at[k] = x;
	}
}

void person_deadlines_add(struct req *r, struct person_events *l, const struct deadlines *due)
{
	for (int i = 0; i < due->n; i++)
		add_deadline(r, l, &due->at[i]);
}
