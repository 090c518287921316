/* training.c: one admission loaded and stored, and what isn't a state of its own.  See training.h. */
#include "app/training/private.h"

#include "app/calendar/calendar.h"
#include "app/plan/book.h"
#include "app/training/training.sql.h"
#include "base/json.h"
#include "base/text.h"

enum { JSON_MOST = 64 << 10 };

/* ---- loading */

static void load_state(const struct rows *r, struct training *t)
{
	t->version = row_int(r, 0, "version");
	t->state = (enum training_state)code_place(training_states, row_text(r, 0, "state"));
	if (*row_text(r, 0, "former_state"))
		t->former = (enum training_state)code_place(training_states, row_text(r, 0, "former_state"));
	t->bt = (enum bt_state)code_place(bt_states, row_text(r, 0, "bt_state"));
	t->qualified = row_bool(r, 0, "qualified");
	t->result_published = row_date(r, 0, "result_published");
	t->report_by = row_date(r, 0, "report_by");
	t->allocated_on = row_date(r, 0, "allocated_on");
	t->post_title = row_text(r, 0, "post_title");
	t->post_series = row_text(r, 0, "post_series");
	t->post_grade_min = (int)row_int(r, 0, "post_grade_min");
	t->post_grade_max = (int)row_int(r, 0, "post_grade_max");
	t->intended_grade = (int)row_int(r, 0, "intended_grade");
	t->state_enterprise = row_bool(r, 0, "state_enterprise");
}

static void load_attempt(const struct rows *r, struct training *t)
{
	const char *plan = row_text(r, 0, "plan");

	t->id = row_int(r, 0, "id");
	t->attempt = (int)row_int(r, 0, "attempt");
	t->kind = (enum training_kind)code_place(training_kinds, row_text(r, 0, "kind"));
	t->plan = *plan ? plans_find(plan_book(), plan) : NULL;
	t->plan_reason = row_text(r, 0, "plan_reason");
	t->plan_chosen = row_bool(r, 0, "plan_chosen");
	t->report_date = row_date(r, 0, "report_date");
	t->end = row_date(r, 0, "end_date");
	t->original_end = row_date(r, 0, "original_end");
	t->extended_from = row_date(r, 0, "extended_from");
	t->shortened = row_bool(r, 0, "shortened");
	t->shortening_arrived = row_date(r, 0, "shortening_arrived");
	t->bt_exempt = row_bool(r, 0, "bt_exempt");
	t->bt_start = row_date(r, 0, "bt_start");
	t->bt_end = row_date(r, 0, "bt_end");
}

/* A day of reporting that nothing was kept of yet. */
static void load_unkept(struct db *db, struct date report_date, struct training *t)
{
	struct verdict v;

	t->attempt = 1;
	t->state = IN_TRAINING;
	t->report_date = report_date;
	plan_choose(db, t);
	end_of(db, &v, t, NULL);
}

/* Before anything began: the plan that would govern it if it did on the day of the letter, or today. */
static void load_prospect(struct db *db, struct training *t)
{
	t->report_date = date_set(t->report_by) ? t->report_by : moment_date(job_now());
	plan_choose(db, t);
	t->report_date = (struct date){0};
}

void training_soon(struct db *db, int64_t admission)
{
	db_soon(db, &training_one, A(admission));
	db_soon(db, &training_same_person, A(admission));
}

bool training_load(struct db *db, struct arena *mem, int64_t admission, struct training *t)
{
	struct arena *before = db_arena(db);

	*t = (struct training){.admission = admission, .plan_reason = "", .post_title = "", .post_series = ""};
	db_use_arena(db, mem);
	struct rows *r = db_run(db, &training_one, A(admission));

	if (r->n) {
		t->agency = row_int(r, 0, "holder");
		t->name = row_text(r, 0, "name");
		t->exam_name = row_text(r, 0, "exam_name");
		t->admission_year = (int)row_int(r, 0, "exam_year");
		t->supplementary = row_bool(r, 0, "supplementary");
		t->published = row_date(r, 0, "published");
		t->kind = row_bool(r, 0, "makeup") ? TRAINING_MAKEUP : TRAINING_FIRST;
		if (!row_null(r, 0, "version"))
			load_state(r, t);
		if (!row_null(r, 0, "id"))
			load_attempt(r, t);
		else                                            /* before the first day that of the examination governs */
			t->plan = *row_text(r, 0, "exam_plan") ? plans_find(plan_book(), row_text(r, 0, "exam_plan")) : NULL;
		if (t->state == ADMITTED || t->state == ALLOCATED)      /* whose a person is, is said by the admission */
			t->state = t->agency ? ALLOCATED : ADMITTED;
		if (!t->version && date_set(row_date(r, 0, "reported")))
			load_unkept(db, row_date(r, 0, "reported"), t);
		if (!t->attempt)
			load_prospect(db, t);
	}
	db_use_arena(db, before);
	return r->n;
}

/* ---- storing */

bool training_touch(struct db *db, struct training *t)
{
	struct rows *r = t->version ? db_run(db, &training_state_next, A(t->admission), A(t->version)) :
		db_run(db, &training_state_begin, A(t->admission), A(training_states[t->state].id));

	if (!r->n)
		return false;
	t->version = row_int(r, 0, "version");
	if (t->attempt && !t->id)
		attempt_adopt(db, t);
	return true;
}

void training_state_keep(struct db *db, const struct training *t)
{
	db_run(db, &training_state_put, A(t->admission), A(training_states[t->state].id),
		A(t->state == REVOKE_FILED ? training_states[t->former].id : ""), A(bt_states[t->bt].id));
}

void attempt_keep(struct db *db, const struct training *t)
{
	const struct plan *plan = training_plan_on(t, moment_date(job_now()));

	db_run(db, &training_attempt_put, A(t->id), A(plan ? plan->id : ""), A(plan ? plan->version : 0), A(t->plan_reason),
		A(t->plan_chosen), A(t->report_date), A(t->end), A(t->original_end), A(t->shortened), A(t->shortening_arrived), A(t->bt_exempt),
		A(t->bt_start), A(t->bt_end), A(t->agency));
}

/* ---- what isn't a state of its own */

static void bt_changes(struct db *db, struct training *t, const char *what, const char *was, const char *became, const struct training_news *news)
{
	struct arena *mem = db_arena(db);

	event_keep(db, t, what, was, became, news);
	change_audit(db, t, arena_print(mem, "training.%s", what), arena_print(mem, "{\"%s\":\"%s\"}", what, was),
		arena_print(mem, "{\"%s\":\"%s\"}", what, became), news);
}

void training_bt(struct db *db, struct training *t, enum bt_state to, const struct training_news *news)
{
	enum bt_state was = t->bt;

	if (was == to || !training_touch(db, t))
		return;
	t->bt = to;
	training_state_keep(db, t);
	bt_changes(db, t, "bt", bt_states[was].id, bt_states[to].id, news);
}

static const char *span(struct arena *mem, struct date start, struct date end)
{
	return date_set(start) ? arena_print(mem, "%s/%s", date_iso(mem, start), date_iso(mem, end)) : "";
}

void training_bt_class(struct db *db, struct training *t, struct date start, struct date end, const struct training_news *news)
{
	const char *was = span(db_arena(db), t->bt_start, t->bt_end);

	if (!t->attempt || (date_same(start, t->bt_start) && date_same(end, t->bt_end)) || !training_touch(db, t))
		return;
	t->bt_start = start;
	t->bt_end = end;
	attempt_keep(db, t);
	bt_changes(db, t, "bt_class", was, span(db_arena(db), start, end), news);
	deadlines_follow(db, t, news);
}

void training_exempt(struct db *db, struct training *t, bool exempt, const struct training_news *news)
{
	if (t->bt_exempt == exempt || !t->attempt)
		return;
	training_bt(db, t, exempt ? BT_EXEMPT : BT_NONE, news);
	t->bt_exempt = exempt;
	end_again(db, t, END_CORRECTED, news, NULL, -1);
	attempt_keep(db, t);
	deadlines_follow(db, t, news);
}

/* ---- decisions */

static const char *reasons_json(struct arena *mem, const struct verdict *v)
{
	struct text to = text_new(mem, JSON_MOST);
	struct json j = json_new(&to);

	json_list(&j);
	for (int i = 0; i < v->reasons_n; i++) {
		json_begin(&j);
		json_key(&j, "text");
		json_text(&j, v->reasons[i].text);
		json_key(&j, "citation");
		json_text(&j, v->reasons[i].citation);
		json_end(&j);
	}
	json_end(&j);
	return to.at;
}

int64_t decision_keep(struct db *db, int64_t admission, const char *rule, const struct verdict *v, const char *inputs,
	const struct training_news *news, int64_t corrects)
{
	struct arena *mem = db_arena(db);
	struct rows *put = db_run(db, &training_decision_put, A(admission), A(rule), A(v->plan ? plan_name(mem, v->plan) : ""),
		A(result_name(v->result)), A(v->code ? v->code : ""), A(reasons_json(mem, v)), A(inputs ? inputs : ""),
		value_id_or_null(news->record), A(news->account), A(news->now), value_id_or_null(corrects));

	return put->n ? row_int(put, 0, "id") : 0;
}

const char *training_cite(const struct training *t, enum plan_citation c)
{
	if (!t->plan)
		return "訓練辦法";
	return t->plan->citations[c] ? t->plan->citations[c] : "";
}
