/* due.c: what guidance is due and when: a record for each month, two talks, an interview after a D, the report of what is anomalous.
 *
 * A month and a window begin without anybody acting: a daily job starts what has begun.  Each month is a kind of its own, so that
 * several can be open at once.                                          PLAN-080 … 086; D-15 … D-21 */
#include "app/guidance/guidance.sql.h"
#include "app/guidance/private.h"
#include "app/may.h"
#include "base/text.h"

#define LAW "訓練辦法第32條；訓練計畫輔導規定"
#define MONTH(n) {.name = "guide-record-" #n, .title = "填寫第" #n "個月實務訓練輔導紀錄表", .who = "輔導員", \
	.consequence = "紀錄表缺漏，影響成績考核資料之完整", .citation = LAW, .link = "/trainees/"}
const struct deadline_kind guide_month_deadlines[GUIDE_MONTHS] = {
	MONTH(1), MONTH(2), MONTH(3), MONTH(4), MONTH(5), MONTH(6), MONTH(7), MONTH(8), MONTH(9), MONTH(10), MONTH(11), MONTH(12)
};
const struct deadline_kind talk_mid_deadline = {
	.name = "guide-talk-mid", .title = "期中個別會談", .who = "輔導員", .consequence = "未實施者，應於成績考核前說明",
	.citation = LAW, .link = "/trainees/",
};
const struct deadline_kind talk_final_deadline = {
	.name = "guide-talk-final", .title = "期末個別會談", .who = "輔導員", .consequence = "未實施者，應於成績考核前說明",
	.citation = LAW, .link = "/trainees/",
};
const struct deadline_kind interview_deadline = {
	.name = "guide-interview", .title = "個別會談（表現未達基本要求）", .who = "用人機關", .consequence = "應即進行，並作成個別會談紀錄表",
	.citation = LAW, .link = "/trainees/",
};
/* The list of what is due is no reading of the record: what happened stands there alone. */
static const char *anomaly_name_of(struct req *r, int64_t record)
{
	struct rows *who = req_may(r, MAY_SENSITIVE) ? db_run(r->db, &anomaly_name, A(record), A(r->who->account)) : NULL;

	return who && who->n ? arena_print(r->mem, "%s（%lld年%s）", row_text(who, 0, "name"), (long long)row_int(who, 0, "exam_year"),
		row_text(who, 0, "exam_name")) : NULL;
}

const struct deadline_kind anomaly_notice_deadline = {
	.name = "anomaly-notice", .title = "特殊異常情事通報（電話、傳真或電子郵件）", .who = "用人機關", .consequence = "未依規定通報",
	.citation = LAW, .link = "/records/", .name_shown = anomaly_name_of, .goes_on = true,
};
const struct deadline_kind anomaly_report_deadline = {
	.name = "anomaly-report", .title = "特殊異常情事書面通報", .who = "用人機關", .consequence = "未依規定通報", .citation = LAW,
	.link = "/records/", .name_shown = anomaly_name_of, .goes_on = true,
};
const struct deadline_kind revocation_task_deadline = {
	.name = "revocation-task", .title = "函報保訓會廢止受訓資格", .who = "用人機關", .consequence = "應即時函報",
	.citation = "訓練辦法第44條；訓練計畫廢止受訓資格規定", .link = "/trainees/", .goes_on = true,
};
const struct deadline_kind ex_officio_deadline = {
	.name = "ex-officio", .title = "依職權廢止受訓資格（未申請重新訓練）", .who = "保訓會", .consequence = "由保訓會逕予廢止受訓資格",
	.citation = "訓練辦法第45條第2項；訓練計畫第20點第4款", .link = "/trainees/", .goes_on = true,
};
const struct deadline_kind bereavement_deadline = {
	.name = "bereavement", .title = "遺族撫慰金", .who = "用人機關", .consequence = "協助遺族申請", .citation = "訓練辦法第27條第1項",
	.link = "/trainees/",
};

const struct deadline_kind *const guidance_deadlines[] = {
#define AT(n) &guide_month_deadlines[n]
	AT(0), AT(1), AT(2), AT(3), AT(4), AT(5), AT(6), AT(7), AT(8), AT(9), AT(10), AT(11),
	&talk_mid_deadline, &talk_final_deadline, &interview_deadline, &anomaly_notice_deadline, &anomaly_report_deadline,
	&revocation_task_deadline, &ex_officio_deadline, &bereavement_deadline, NULL
};

/* ---- records and talks ---- */

/* One that should be: from `opens` on until it is done, due on `last`. */
struct duty { const struct deadline_kind *kind; struct date opens, last; bool done; const char *citation; };

static const struct deadline *newest(const struct deadlines *all, const struct deadline_kind *kind)
{
	const struct deadline *last = NULL;

	for (int i = 0; i < all->n; i++)
		if (text_is(all->at[i].kind->name, kind->name) && all->at[i].state != DEADLINE_CANCELLED && (!last || last->id < all->at[i].id))
			last = &all->at[i];
	return last;
}

/* Started, met, opened again where what was done is void, taken back where it is not due at all. */
static void keep(struct db *db, const struct life_case *c, const struct deadlines *all, const struct duty *d)
{
	const struct deadline *was = newest(all, d->kind);
	bool open = was && was->state == DEADLINE_OPEN, begun = date_set(d->opens) && !date_before(c->today, d->opens);

	if (d->done && open) {
		life_deadline_met(db, c, d->kind, c->today);
	} else if (!d->done && begun) {
		if (was && !open && date_same(was->event, d->last))
			deadline_reopen(db, d->kind, "trainee", c->life->t.id);
		else if (!open || !date_same(was->event, d->last))
			life_deadline(db, c, d->kind, d->last, NULL, NULL, d->citation);
	} else if (!d->done && !begun && open) {
		deadline_cancel(db, d->kind, "trainee", c->life->t.id, c->today, "期間已變更或紀錄已作廢");
	}
}

static bool month_done(const struct life_case *c, const struct guide_month *m)
{
	struct life_now records = {c->life, c, &guide_record_kind, NULL, false};
	const struct guide_record *g;

	while ((g = life_now_next(&records)))
		if (!date_before(g->until, m->start) && !date_before(m->end, g->until))
			return true;
	return false;
}

static struct date last_interview(const struct life_case *c)
{
	struct life_now held = {c->life, c, &interview_kind, NULL, false};
	struct date last = {0};

	while (life_now_next(&held)) {
		const struct meeting *m = held.own && text_is(c->act->name, "hold") ? c->answers : life_answers(held.at, "hold");

		if (m && date_before(last, m->day))
			last = m->day;
	}
	return last;
}

/* The day on which a D was noted for which nobody has talked yet, the first such; {0}: none. */
static struct date interview_owed(const struct life_case *c)
{
	struct life_now records = {c->life, c, &guide_record_kind, NULL, false};
	struct date last = last_interview(c), owed = {0};
	const struct guide_record *g;

	while ((g = life_now_next(&records))) {
		struct date made = life_step_day(records.at, "record"), changed = life_step_day(records.at, "correct");
		struct date noted = records.own ? c->today : date_before(made, changed) ? changed : made;

		if (guide_has_d(g) && date_before(last, g->until) && (!date_set(owed) || date_before(noted, owed)))
			owed = noted;
	}
	return owed;
}

static bool goes_on(const struct training *t)
{
	return t->state == IN_TRAINING || t->state == EXTENDED || t->state == PERIOD_ENDED || t->state == RATING || t->state == WITH_COMMISSION;
}

void guidance_due(struct db *db, const struct life_case *c)
{
	const struct training *t = &c->life->training;
	struct talk_windows w = talk_windows(t);
	struct guide_month months[GUIDE_MONTHS] = {{{0}, {0}}};
	const char *methods = life_cite(c->life, "guide_methods", guide_cite_law(c->life));
	struct date owed = interview_owed(c);
	struct deadlines all;

	if (!goes_on(t))
		return;
	all = deadline_of(db, c->mem, "trainee", c->life->t.id, c->today);
	guide_months(t, months);
	for (int i = 0; i < GUIDE_MONTHS; i++)
		keep(db, c, &all, &(struct duty){&guide_month_deadlines[i], months[i].start, months[i].end,
			date_set(months[i].start) && month_done(c, &months[i]), life_cite(c->life, "guide_record", LAW)});
	keep(db, c, &all, &(struct duty){&talk_mid_deadline, w.mid_start, w.mid_end, talks_held(c->life, c, "mid") > 0, methods});
	keep(db, c, &all, &(struct duty){&talk_final_deadline, w.final_start, w.final_end, talks_held(c->life, c, "final") > 0, methods});
	keep(db, c, &all, &(struct duty){&interview_deadline, owed, owed, !date_set(owed) && date_set(last_interview(c)),
		life_cite(c->life, "interview", LAW)});
}

void guidance_stored(struct db *db, struct life_case *c)
{
	guidance_due(db, c);
}

/* ---- revocation ---- */

static bool is_cause_test(const char *rule)
{
	return text_is(rule, "absence-limits") || text_is(rule, "leave-fraction") || text_is(rule, "revocation");
}

void life_revocation_task(struct db *db, const struct life_case *c, const char *citation)
{
	const struct deadline *was;
	struct deadlines all;

	if (c->life->training.state >= REVOKE_FILED)            /* it has been reported, or there is nothing left to revoke */
		return;
	all = deadline_of(db, c->mem, "trainee", c->life->t.id, c->today);

	was = newest(&all, &revocation_task_deadline);
	if (!was || was->state != DEADLINE_OPEN)                /* the first cause set the day */
		life_deadline(db, c, &revocation_task_deadline, c->today, NULL, NULL, citation);
}

void life_revocation_tasks(struct db *db, const struct life_case *c)
{
	for (int i = 0; i < c->findings.n; i++) {
		const struct verdict *v = &c->findings.at[i].verdict;

		if (v->result == RESULT_MET && is_cause_test(c->findings.at[i].rule))
			life_revocation_task(db, c, v->reasons_n ? v->reasons[0].citation : NULL);
	}
}

void life_revocation_task_gone(struct db *db, const struct life_case *c, const char *citation)
{
	struct deadlines all = deadline_of(db, c->mem, "trainee", c->life->t.id, c->today);
	const struct deadline *was = newest(&all, &revocation_task_deadline);

	if (was && was->state == DEADLINE_OPEN && text_is(was->citation, citation))
		deadline_cancel(db, &revocation_task_deadline, "trainee", c->life->t.id, c->today, "廢止事由已不存在");
}

static void tested_gone(struct db *db, const struct life_case *c)
{
	for (int i = 0; i < c->findings.n; i++) {
		const struct verdict *v = &c->findings.at[i].verdict;

		if (is_cause_test(c->findings.at[i].rule) && v->reasons_n)
			life_revocation_task_gone(db, c, v->reasons[0].citation);
	}
}

void life_revocation_tasks_gone(struct db *db, const struct life_case *was, const struct life_case *now)
{
	for (int i = 0; i < now->findings.n; i++)
		if (is_cause_test(now->findings.at[i].rule) && now->findings.at[i].verdict.result == RESULT_MET)
			return;
	tested_gone(db, was);
	tested_gone(db, now);
}

/* ---- each day ---- */

enum { PIECE = 50, MEMORY = 64 << 20 };

struct walk { struct arena *mem; struct moment now; int64_t after, last; int n; };          /* after: ids of the piece begin behind it */

static void piece_tx(struct db *db, void *with)
{
	struct walk *w = with;
	struct rows *r = db_run(db, &guidance_piece, A(w->after), A(PIECE));
	struct date today = moment_date(w->now);

	for (int i = 0; i < r->n && !db_undone(db); i++) {
		struct life l;
		struct issues issues = issues_new(w->mem, NULL);
		struct life_case c = {.mem = w->mem, .life = &l, .today = today, .issues = &issues};

		c.who.now = w->now;
		if (life_load(db, w->mem, row_int(r, i, "admission"), today, &l))
			guidance_due(db, &c);
	}
	w->n = r->n;
	if (r->n)
		w->last = row_int(r, r->n - 1, "admission");
}

static void finish(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *j)
{
	struct walk w = {.mem = arena_new(MEMORY), .now = j->now, .n = PIECE};
	struct arena *before = db_arena(j->db);

	arena_defer(j->mem, (void (*)(void *))arena_free, w.mem);
	while (w.n == PIECE && !job_cancelled(j)) {
		db_use_arena(j->db, w.mem);
		db_tx(j->db, piece_tx, &w);
		w.after = w.last;
		db_use_arena(j->db, before);
		arena_reset(w.mem);
	}
	if (!job_cancelled(j))
		db_tx(j->db, finish, j);
}

enum { AT_NIGHT = 20 * 60 };
const struct job_kind guidance_day_job = {.name = "guidance.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = AT_NIGHT};
