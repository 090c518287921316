/* person.c: what the page of a trainee shows of the life: where the trainee stands, the periods, each record in its place, what may be
 * begun.   PLAN-015 … 018, 137 */
#include <string.h>

#include "app/life/life.sql.h"
#include "app/life/view.h"
#include "base/text.h"

enum { EVENTS_MORE = 24, FACTS = 16, KEPT = 8 };

static void event(struct person_more *m, struct date on, const char *what, const char *tag, const char *look, const char *cite,
	const char *mark, struct url act)
{
	m->events[m->events_n++] = (struct person_event){.on = on, .what = what, .tag = tag, .tag_class = look, .cite = cite, .mark = mark,
		.act = act};
}

static void fact(struct person_more *m, const char *label, const char *text, const char *note)
{
	m->facts[m->facts_n++] = (struct person_fact){label, text, note};
}

static const char *span(struct arena *mem, struct date from, struct date to)
{
	return arena_print(mem, "%s 至 %s", date_text(mem, from), date_text(mem, to));
}

static void say_periods(struct req *r, const struct life *l, struct person_more *m)
{
	const struct training *t = &l->training;
	struct stages s = training_stages_of(r->mem, l->calendar, t);
	const char *mode = training_work_mode(t, &s, r->today);

	if (!date_set(t->end))
		return;
	fact(m, "訓練期間", span(r->mem, t->report_date, t->end), training_cite(t, t->shortened ? PLAN_CITE_PERIOD_SHORTENED : PLAN_CITE_PERIOD));
	if (date_set(s.internship_start))
		fact(m, "實習階段", span(r->mem, s.internship_start, s.internship_end), training_cite(t, PLAN_CITE_STAGE));
	if (date_set(s.trial_start))
		fact(m, "試辦階段", span(r->mem, s.trial_start, s.trial_end), training_cite(t, PLAN_CITE_STAGE));
	if (*mode)
		fact(m, "工作方式", mode, training_cite(t, PLAN_CITE_STAGE));
}

static void say_ledger(struct req *r, const struct life *l, struct person_more *m)
{
	struct end_rows rows = l->training.id ? training_ledger(r->db, r->mem, l->training.id) : (struct end_rows){0};

	for (int i = 1; i < rows.n && m->events_n < EVENTS_MORE; i++)
		event(m, moment_date(rows.at[i].made), arena_print(r->mem, "訓練期滿日由%s改為%s：%s%s%s", date_text(r->mem, rows.at[i].was),
			date_text(r->mem, rows.at[i].now), end_causes[rows.at[i].cause].label, *rows.at[i].document ? "，" : "",
			rows.at[i].document), NULL, NULL, NULL, "ok", (struct url){NULL});
}

static void say_state(struct req *r, const struct life *l, const char *overlap, struct person_more *m)
{
	const struct training *t = &l->training;

	fact(m, "目前狀態", training_states[t->state].label, NULL);
	if (t->state == WITH_COMMISSION)                            /* PLAN-115 */
		fact(m, "訓練", "保訓會核定實務訓練成績前，視為訓練期間，仍留原實務訓練機關訓練", training_cite(t, PLAN_CITE_SCORE_PENDING));
	if (t->bt != BT_NONE)
		fact(m, "基礎訓練", bt_states[t->bt].label, NULL);
	if (t->attempt > 1)
		fact(m, "訓練次別", arena_print(r->mem, "第%d次（%s）", t->attempt, training_kinds[t->kind].label), NULL);
	if (overlap)
		fact(m, "訓期重疊", overlap, training_cite(t, PLAN_CITE_OVERLAP));
	if (l->plan)
		fact(m, "適用計畫", l->plan->title, t->plan_reason);
	else if (t->plan_reason && *t->plan_reason)
		fact(m, "適用計畫", "（無）", t->plan_reason);
}

static void say_records(struct req *r, const struct life *l, const struct life_who *who, struct person_more *m)
{
	for (int i = 0; i < l->n; i++) {
		const struct life_record *x = &l->at[i];
		const char *summary = x->kind->summary && !x->kind->sensitive ? x->kind->summary(r->mem, x) : "";

		if (life_may_see_record(x, who))
			event(m, x->day, arena_print(r->mem, "%s%s%s", x->kind->title, *summary ? "：" : "", summary), x->state.label, life_look(x),
				NULL, "ok", life_record_url(r, x));
	}
}

static void say_act(struct req *r, const struct life *l, const struct life_who *who, const struct life_kind *k, struct person_more *m)
{
	const char *held = k->held ? k->held(l) : NULL;

	if (life_beginning(k, who) && !(held && !*held) && life_lets_in(k, who))
		m->acts[m->acts_n++] = (struct person_act){life_groups[k->group], k->title, held, life_begin_url(r, l, k)};
}

/* Under the headings of their groups, whatever slice they are of. */
static void say_acts(struct req *r, const struct life *l, const struct life_who *who, struct person_more *m)
{
	for (int group = 0; group < LIFE_GROUPS; group++)
		for (const struct life_kind *const *k = life_all(); *k; k++)
			if ((int)(*k)->group == group && life_subject_of(*k) == &life_trainee)
				say_act(r, l, who, *k, m);
}

/* What is kept of a trainee besides the records. */
static void say_keeping(struct req *r, const struct life *l, const char *overlap, struct person_more *m)
{
	static const char group[] = "分配與授權";
	long long id = l->t.id;

	if (req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION))
		m->acts[m->acts_n++] = (struct person_act){group, "分配資料", NULL, req_url(r, "/allocations/%lld", id)};
	if (req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION))
		m->acts[m->acts_n++] = (struct person_act){group, "輔導員與單位主管之授權", NULL, req_url(r, "/trainees/%lld/grants", id)};
	if (req_may(r, MAY_LIFE_EDIT | MAY_COMMISSION))
		m->acts[m->acts_n++] = (struct person_act){group, "線上申辦信箱", NULL, req_url(r, "/trainees/%lld/mailbox", id)};
	if (l->training.attempt)
		m->acts[m->acts_n++] = (struct person_act){group, "適用計畫", NULL, req_url(r, "/trainees/%lld/plan", id)};
	if (l->training.attempt)
		m->acts[m->acts_n++] = (struct person_act){group, "差勤明細", NULL, req_url(r, "/attendance?trainee=%lld", id)};
	if (l->plan) {
		m->acts[m->acts_n++] = (struct person_act){group, "權益與規定", NULL, req_url(r, "/trainees/%lld/rights", id)};
		if (plan_value(l->plan, PLAN_RESOURCES)->known && l->training.attempt)
			m->acts[m->acts_n++] = (struct person_act){group, "輔導與諮商相關網路資源", NULL, req_url(r, "/trainees/%lld/resources", id)};
	}
	if (overlap)
		m->acts[m->acts_n++] = (struct person_act){group, "訓期重疊", NULL, req_url(r, "/trainees/%lld/overlap", id)};
}

/* The kind and the act of "life.KIND.ACT" in the audit log; NULL: neither. */
static const struct life_kind *audited(struct arena *mem, const char *action, const struct life_act **a)
{
	const char *name = text_starts(action, "life.") ? action + 5 : "", *point = strchr(name, '.');
	const struct life_kind *k = point ? life_kind_named(arena_bytes(mem, name, (size_t)(point - name))) : NULL;

	*a = k ? life_act_named(k, point + 1) : NULL;
	return k;
}

const char *life_act_words(struct arena *mem, const char *action)
{
	const struct life_act *a;
	const struct life_kind *k = audited(mem, action, &a);
	const char *point = strrchr(action, '.');

	if (k && !a)
		return arena_print(mem, "%s：%s", k->title, text_is(point, ".read") ? "檢視" : "附上文件");
	return k ? arena_print(mem, "%s：%s", k->title, a->label) : NULL;
}

/* For who must not know that there is a sensitive record. */
static const char *open_act_label(struct arena *mem, const char *action)
{
	const struct life_act *a;
	const struct life_kind *k = audited(mem, action, &a);

	return k && k->sensitive ? "" : life_act_words(mem, action);
}

static const struct field *act_fields(struct arena *mem, const char *action, size_t *size)
{
	const struct life_act *a;
	const struct life_kind *k = audited(mem, action, &a);

	*size = k ? k->size : 0;
	return k ? k->fields : NULL;
}

/* Without the right, or shut out of one of them. */
static bool knows_of_all(const struct life *l, const struct life_who *who)
{
	for (int i = 0; i < l->n; i++)
		if (l->at[i].shut_out == who->account)
			return false;
	return who->may & MAY_SENSITIVE;
}

void life_fill_person(struct req *r, const struct trainee *t, struct person_more *m)
{
	struct life_who who = life_who_of(r);
	struct life l;

	m->act_label = open_act_label;
	m->fields = act_fields;
	if (!req_may(r, MAY_LIFE_SEE) || !life_load(r->db, r->mem, t->id, r->today, &l))
		return;
	if (knows_of_all(&l, &who))
		m->act_label = life_act_words;
	m->events = arena_array(r->mem, (size_t)l.n + EVENTS_MORE + 4, sizeof *m->events);
	m->facts = arena_array(r->mem, FACTS, sizeof *m->facts);
	m->acts = arena_array(r->mem, LIFE_KINDS + KEPT, sizeof *m->acts);
	m->all = req_url(r, "/trainees/%lld/records", (long long)t->id);
	const char *overlap = training_overlap(r->db, r->mem, t->id);

	say_state(r, &l, overlap, m);
	say_periods(r, &l, m);
	say_ledger(r, &l, m);
	say_records(r, &l, &who, m);
	say_acts(r, &l, &who, m);
	say_keeping(r, &l, overlap, m);
}
