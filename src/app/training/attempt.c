/* attempt.c: the day of reporting: an attempt at training begins, moves, is taken back.       PLAN-022, 066 */
#include "app/audit/audit.h"
#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "base/text.h"

static void store(struct db *db, struct training *t)
{
	struct rows *put = db_run(db, &training_attempt_begin, A(t->admission), A(t->attempt), A(training_kinds[t->kind].id), A(t->agency),
		A(t->report_date));

	t->id = put->n ? row_int(put, 0, "id") : 0;
}

void attempt_begin(struct db *db, struct training *t, struct date report_date, enum end_cause cause, const struct training_news *news)
{
	if (t->attempt)
		t->kind = TRAINING_RETRAIN;
	t->attempt++;
	t->report_date = report_date;
	t->end = t->original_end = t->bt_start = t->bt_end = (struct date){0};
	t->bt = t->bt == BT_STOPPED ? BT_NONE : t->bt;
	store(db, t);
	plan_choose(db, t);
	end_again(db, t, cause, news, NULL, -1);
	attempt_keep(db, t);
}

void attempt_adopt(struct db *db, struct training *t)
{
	struct training_news news = {.event = EVENT_REPORTED, .day = t->report_date, .now = job_now()};

	store(db, t);
	t->end = (struct date){0};
	end_again(db, t, END_INITIAL, &news, NULL, -1);
	attempt_keep(db, t);
	training_state_keep(db, t);
	event_keep(db, t, training_events[EVENT_REPORTED].id, training_states[ALLOCATED].id, training_states[IN_TRAINING].id, &news);
}

/* Training begins anew at the same agency; the lists show the new day.                LAW: 訓練計畫第12點第4款 */
void attempt_restart(struct db *db, struct training *t, const struct training_news *news)
{
	t->kind = TRAINING_RETRAIN;                             /* of who was stopped before reporting, too */
	attempt_begin(db, t, news->day, END_RETRAIN, news);
	db_run(db, &training_report_set, A(t->admission), A(news->day), A(news->now));
}

bool training_takeable(const struct training *t)
{
	return t->state == ADMITTED || t->state == ALLOCATED || t->state == WAIT_ALLOCATION || t->state == RETAIN_REQUESTED;
}

void training_taken(struct db *db, int64_t admission, const struct training_news *news)
{
	struct training_news allocated = *news;
	struct training t;

	allocated.event = EVENT_ALLOCATED;
	if (!training_load(db, db_arena(db), admission, &t))
		return;
	if (t.state == WAIT_ALLOCATION && t.agency)
		training_happen(db, &t, &allocated);
	else if (t.id)
		db_run(db, &training_attempt_goes, A(t.id), A(t.agency));
}

void training_given_back(struct db *db, int64_t admission, struct moment taken_over, const struct training_news *news)
{
	struct training_news back = *news;
	struct training t;

	back.event = EVENT_ALLOCATION_UNDONE;
	if (training_load(db, db_arena(db), admission, &t) && db_run(db, &training_allocated_since, A(admission), A(taken_over))->n)
		training_happen(db, &t, &back);
}

/* ---- 報到日期 as an officer enters it */

static bool refuse(struct issues *issues, int row, const struct training *t, const char *why)
{
	issue(issues, row, "tick", "ERR_TEXT_GIVEN", arena_print(issues->mem, "%s 目前為「%s」，%s", t->name, training_states[t->state].label, why));
	return false;
}

static bool begins(struct db *db, struct training *t, struct date day, const struct training_news *news)
{
	if (!training_touch(db, t))
		return false;
	attempt_begin(db, t, day, t->attempt ? END_RETRAIN : END_INITIAL, news);
	overlap_demand(db, t);
	return training_happen(db, t, news);
}

static void attempt_drop(struct db *db, struct training *t)
{
	db_run(db, &training_ledger_drop, A(t->id));
	db_run(db, &training_attempt_drop, A(t->id));
	t->id = 0;
	t->attempt = 0;
}

static bool ends(struct db *db, struct training *t, const struct training_news *news, struct issues *issues, int row)
{
	struct training_news cleared = *news;

	if (db_run(db, &training_used, A(t->admission), A(t->id))->n)
		return refuse(issues, row, t, "已有受訓紀錄，無法清除報到日期。請先將各筆紀錄作廢。");
	cleared.event = EVENT_REPORT_CLEARED;
	cleared.day = t->report_date;
	if (!training_can(t, EVENT_REPORT_CLEARED))
		return refuse(issues, row, t, "無法清除報到日期。");
	if (!training_touch(db, t))
		return false;
	attempt_drop(db, t);
	return training_happen(db, t, &cleared);
}

/* The same attempt with another first day: everything that hangs on it is computed anew. */
static bool moves(struct db *db, struct training *t, struct date day, const struct training_news *news, struct issues *issues, int row)
{
	if (!training_touch(db, t))
		return false;
	t->report_date = day;
	if (!t->plan_chosen)
		plan_choose(db, t);
	if (!end_again(db, t, END_CORRECTED, news, issues, row))
		return false;
	attempt_keep(db, t);
	overlap_demand(db, t);
	end_reopens(db, t, news);
	deadlines_follow(db, t, news);
	return true;
}

void end_reopens(struct db *db, struct training *t, const struct training_news *news)
{
	struct training_news reopened = *news;

	reopened.event = EVENT_PERIOD_REOPENED;
	reopened.day = moment_date(news->now);
	if (t->state == PERIOD_ENDED)
		training_happen(db, t, &reopened);
}

bool training_report(struct db *db, int64_t admission, struct date report_date, const struct training_news *news, struct issues *issues, int row)
{
	struct training_news reported = *news;
	struct arena *mem = db_arena(db);
	struct training t;

	reported.event = EVENT_REPORTED;
	reported.day = report_date;
	if (!training_load(db, mem, admission, &t))
		return true;                                            /* hidden again by an undone batch: nothing to keep */
	bool waits = training_can(&t, EVENT_REPORTED), done = false;

	if (!date_set(report_date))
		done = waits || ends(db, &t, &reported, issues, row);
	else if (waits)
		done = begins(db, &t, report_date, &reported);
	else if (t.attempt && t.state != RETAINED && t.state != MAKEUP_REQUESTED && t.state != WAIT_ALLOCATION)
		done = moves(db, &t, report_date, &reported, issues, row);
	else
		done = refuse(issues, row, &t, "無法登錄報到日期。");
	if (!done && !issues->n)
		audit_stale(db, issues, row, "tick", t.name, "trainee", admission);
	return done;
}
