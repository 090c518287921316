/* overlap.c: leave on the same day as other leave: what can't stand side by side, and what only looks odd.     PLAN-091 */
#include "app/attendance/private.h"
#include "base/text.h"
#include "rule/leave.h"

/* Two leaves of one day, both with their times. */
static bool times_meet(const struct leave *a, const struct leave *b)
{
	int from_a = minutes_of(a->from_time), until_a = minutes_of(a->until_time), from_b = minutes_of(b->from_time),
		until_b = minutes_of(b->until_time);

	if (!date_same(a->from, a->until) || !date_same(b->from, b->until) || !date_same(a->from, b->from))
		return false;
	return from_a >= 0 && until_a >= 0 && from_b >= 0 && until_b >= 0 && from_a < until_b && from_b < until_a;
}

static const struct leave_day *on(const struct leave_days *days, struct date d)
{
	for (int i = 0; i < days->n; i++)
		if (date_same(days->at[i].day, d))
			return &days->at[i];
	return NULL;
}

/* A day has eight hours: what is more than that together can't stand side by side. */
static struct date overlap(const struct life_case *c, const struct leave_days *mine, const struct leave *other)
{
	struct leave_days theirs = leave_days_of(c->mem, c->life->calendar, other);

	if (mine->n && times_meet(mine->at[0].leave, other))
		return other->from;
	for (int i = 0; i < mine->n; i++) {
		const struct leave_day *same = on(&theirs, mine->at[i].day);

		if (same && same->hours + mine->at[i].hours > HOURS_A_DAY && !text_is(other->kind.id, mine->at[i].leave->kind.id))
			return same->day;
	}
	return (struct date){0};
}

void leave_check_overlap(struct life_case *c, const struct leave *l)
{
	struct leave_days mine = leave_days_of(c->mem, c->life->calendar, l);

	for (struct life_record *r = NULL; (r = life_next(c->life, &leave_kind, NULL, true, r));) {
		struct date when = r->id == c->record->id ? (struct date){0} : overlap(c, &mine, r->data);

		if (date_set(when))
			life_refuse(c, "from", life_cite(c->life, "leave", "訓練辦法第31條"),
				"%s已登錄「%s」%lld小時，與本筆「%s」重疊（OVERLAP），請更正起訖時間或時數",
				date_text(c->mem, when), leave_label(r->data), (long long)((const struct leave *)r->data)->hours, leave_label(l));
	}
}

/* Holidays are no leave, but those within 延長病假.                                    公務人員請假規則§15; PLAN-091 */
static void warn_of_holidays(struct life_case *c, const struct leave *l)
{
	bool provisional = false;

	if (!text_is(l->kind.id, "long_sick") && date_before(l->until, calendar_office_day(c->life->calendar, l->from, &provisional)))
		life_warn(c, "leave-holidays", "公務人員請假規則第15條", "%s至%s均為例假日，除延長病假外不計入請假日數，請確認",
			date_text(c->mem, l->from), date_text(c->mem, l->until));
}

void leave_warn_of_hours(struct life_case *c, const struct leave *l)
{
	struct leave_days all = leave_ledger(c->life, c);
	struct leave_days mine = leave_days_of(c->mem, c->life->calendar, l);

	warn_of_holidays(c, l);
	for (int i = 0; i < mine.n; i++) {
		int64_t hours = 0;

		for (int k = 0; k < all.n; k++)
			hours += date_same(all.at[k].day, mine.at[i].day) ? all.at[k].hours : 0;
		if (hours > HOURS_A_DAY)
			life_warn(c, "leave-hours", "公務人員請假規則第14條", "%s合計%lld小時，超過1日8小時，請確認",
				date_text(c->mem, mine.at[i].day),
				(long long)hours);
	}
}
