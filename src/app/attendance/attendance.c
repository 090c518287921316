/* attendance.c: what the kinds of attendance share, their deadlines, and what a day brings. */
#include "app/attendance/attendance.sql.h"
#include "app/attendance/private.h"
#include "base/text.h"
#include "job/job.h"

bool in_training(const struct life *l, struct date day)
{
	const struct training *t = &l->training;
	bool pending = t->state == WITH_COMMISSION || t->state == RATING || t->state == PERIOD_ENDED;

	return !date_before(day, t->report_date) && (!date_set(t->end) || pending || !date_before(t->end, day));
}

const char *not_reported(const struct life *l)
{
	return date_set(l->training.report_date) ? NULL : "尚未登錄報到日期；報到後始得登錄（訓練辦法第25條）。";
}

const struct law_value *leave_law_of(const struct life *l, enum law_key key)
{
	return l->plan ? law_value(l->plan->law, key, l->training.report_date) : NULL;
}

const struct law_value *leave_law(const struct life *l)
{
	return l->plan && !l->plan->values[PLAN_ANNUAL_LEAVE].known ? leave_law_of(l, LAW_ANNUAL_LEAVE) : NULL;
}

/* The annual days by the months of training; a fraction below half a day counts as half, above it as one.   LAW: 訓練辦法§31 */
int leave_half_days(const struct life *l, const char *kind)
{
	const struct plan_value *annual = life_plan_value(l, "leave.annual_days");
	const struct plan_value *total = life_plan_value(l, l->training.shortened ? "period.shortened" : "period.total");
	const struct law_value *law = leave_law(l);
	const struct fact_rows *rows = law ? &law->value.rows : annual ? &annual->rows : NULL;

	for (int i = 0; rows && total && i < rows->n; i++) {
		const struct plan_leave *row = (const struct plan_leave *)rows->at + i;
		int64_t year = decimal_of(12).n, taken = 2 * row->days.n * total->length.n;

		if (text_is(row->kind, kind))
			return (int)((taken + year - 1) / year);
	}
	return -1;
}

const struct deadline_kind sick_leave_deadline = {
	.name = "sick-leave-end", .title = "延長病假期滿，確認是否銷假", .who = "用人機關", .consequence = "仍不能銷假者，應函報廢止受訓資格",
	.citation = "訓練辦法第44條；訓練計畫廢止受訓資格規定", .link = "/trainees/",
};
const struct deadline_kind conduct_deadline = {
	.name = "conduct-balance", .title = "訓練期滿獎懲相互抵銷之認定", .who = "用人機關", .consequence = "累積達一大過者，應函報廢止受訓資格",
	.citation = "訓練辦法第33條、第44條；訓練計畫廢止受訓資格規定", .link = "/trainees/",
};
const struct deadline_kind release_deadline = {
	.name = "substitute-release", .title = "報到前解除代理或解聘僱", .who = "用人機關", .consequence = "應於報到前完成",
	.citation = "各機關職務代理應行注意事項；訓練計畫附則", .link = "/trainees/",
};
const struct deadline_kind *const attendance_deadlines[] = {&sick_leave_deadline, &conduct_deadline, &release_deadline, NULL};

/* ---- each day: the balance of those whose training ended, and whose substitute has to go ---- */

enum { PIECE = 50, MEMORY = 64 << 20 };

struct walk {
	struct arena *mem;
	struct moment now;
	int64_t after, last;                                    /* ids of the piece begin behind `after` */
	int n;
	const struct sql *sql;
	void (*one)(struct db *, struct walk *, int64_t admission);
};

static void test_one(struct db *db, struct walk *w, int64_t admission)
{
	struct life l;
	struct issues issues = issues_new(w->mem, NULL);
	struct life_case c = {.mem = w->mem, .life = &l, .today = moment_date(w->now), .issues = &issues};

	c.who.now = w->now;
	if (!life_load(db, w->mem, admission, c.today, &l))
		return;
	if (!date_before(l.training.end, c.today)) {            /* the last day has moved */
		life_deadline(db, &c, &conduct_deadline, l.training.end, NULL, NULL, life_cite(&l, "revoke", "訓練辦法第44條"));
		return;
	}
	attendance_test_causes(&c);
	for (int i = 0; i < c.findings.n; i++) {
		struct training_news news = {.day = c.today, .now = w->now};

		decision_keep(db, admission, c.findings.at[i].rule, &c.findings.at[i].verdict, NULL, &news, 0);
	}
	life_revocation_tasks(db, &c);
	life_deadline_met(db, &c, &conduct_deadline, l.training.end);
}

/* The day of reporting became known, or moved, after the substitute was recorded.                        PLAN-100 */
static void release_one(struct db *db, struct walk *w, int64_t admission)
{
	struct life l;
	struct life_case c = {.mem = w->mem, .life = &l, .today = moment_date(w->now)};

	if (life_load(db, w->mem, admission, c.today, &l))
		life_deadline(db, &c, &release_deadline, l.training.report_date, NULL, NULL, life_cite(&l, "proxy", "各機關職務代理應行注意事項"));
}

static void piece_tx(struct db *db, void *with)
{
	struct walk *w = with;
	struct rows *r = db_run(db, w->sql, A(moment_date(w->now)), A(w->after), A(PIECE));

	for (int i = 0; i < r->n && !db_undone(db); i++)
		w->one(db, w, row_int(r, i, "subject"));
	w->n = r->n;
	w->last = r->n ? row_int(r, r->n - 1, "id") : w->after;
}

static void finish(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void walk(struct job *j, const struct sql *sql, void (*one)(struct db *, struct walk *, int64_t))
{
	struct walk w = {.mem = arena_new(MEMORY), .now = j->now, .n = PIECE, .sql = sql, .one = one};
	struct arena *before = db_arena(j->db);

	arena_defer(j->mem, (void (*)(void *))arena_free, w.mem);
	while (w.n == PIECE && !job_cancelled(j)) {
		db_use_arena(j->db, w.mem);
		db_tx(j->db, piece_tx, &w);
		w.after = w.last;
		db_use_arena(j->db, before);
		arena_reset(w.mem);
	}
}

static void run(struct job *j)
{
	walk(j, &balance_piece, test_one);
	walk(j, &release_piece, release_one);
	if (!job_cancelled(j))
		db_tx(j->db, finish, j);
}

enum { AT_NIGHT = 25 * 60 };
const struct job_kind attendance_day_job = {.name = "attendance.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = AT_NIGHT};
