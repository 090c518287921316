/* day.c: what a day brings for applications: the last day of on-line training follows that of training, and an agency hears that
 * half of the period is over without basic training.           PLAN-026, 028 */
#include "app/case/bt.h"
#include "app/case/case.sql.h"
#include "app/case/retain.h"
#include "app/case/shorten.h"
#include "app/notice/notice.h"
#include "base/text.h"

enum { PIECE = 100, MEMORY = 64 << 20, HALF_AHEAD = 100, AT_NIGHT = 30 * 60, FAR = 3650 };

/* Some rows of a statement (id, subject), and what is done about each. */
struct walk {
	struct arena *mem;
	struct moment now;
	const struct sql *sql;
	struct date until;
	void (*one)(struct db *, struct walk *, const struct life *);
	int64_t after, last;
	int n;
};

static void piece_tx(struct db *db, void *with)
{
	struct walk *w = with;
	struct rows *r = db_run(db, w->sql, A(w->until), A(w->after), A(PIECE));

	for (int i = 0; i < r->n && !db_undone(db); i++) {
		struct life l;

		if (life_load(db, w->mem, row_int(r, i, "subject"), moment_date(w->now), &l))
			w->one(db, w, &l);
	}
	w->n = r->n;
	w->last = r->n ? row_int(r, r->n - 1, "id") : w->after;
}

static void walk(struct job *j, const struct sql *sql, struct date until, void (*one)(struct db *, struct walk *, const struct life *))
{
	struct walk w = {.mem = arena_new(MEMORY), .now = j->now, .n = PIECE, .sql = sql, .until = until, .one = one};
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

/* 「期滿日前」: an extension moves it too.                          PLAN-028 d */
static void follow_end(struct db *db, struct walk *w, const struct life *l)
{
	const struct life_case c = {.mem = w->mem, .life = l};

	if (date_set(l->training.end))
		life_deadline(db, &c, &case_online_due, l->training.end, NULL, NULL, case_cite(l, PLAN_CITE_PERIOD, NULL));
}

/* PLAN-026 c */
static void tell_half(struct db *db, struct walk *w, const struct life *l)
{
	const struct training *t = &l->training;
	int whole = days_between(t->report_date, t->end) + 1, past = days_between(t->report_date, l->today);

	if (!l->plan || !bt_by_agency(l) || past * 2 < whole || life_last(l, &case_enrol, "enrolled postponed called running done", true))
		return;
	notice_add(db, &(struct notice){.agency = l->t.agency, .kind = "case.bt-half", .subject_kind = "trainee", .subject = l->t.id,
		.text = arena_print(w->mem, "%s：訓練期間已過半（期滿日%s），尚未報名實體課程基礎訓練", l->t.name, date_long_text(w->mem, t->end)),
		.link = arena_print(w->mem, "/trainees/%lld/records/bt-enrol", (long long)l->t.id), .made = w->now});
}

static void finish(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *j)
{
	struct date today = moment_date(j->now);

	walk(j, &online_piece, date_plus(today, FAR), follow_end);
	walk(j, &half_piece, date_plus(today, HALF_AHEAD), tell_half);
	if (!job_cancelled(j))
		db_tx(j->db, finish, j);
}

const struct job_kind case_day_job = {.name = "case.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = AT_NIGHT};

/* ---- an attempt begins ---- */

bool case_begun(struct db *db, int64_t admission, const struct training_news *news)
{
	struct rows *r = db_run(db, &begun_rows, A(admission));
	bool changed = false;

	for (int i = 0; i < r->n; i++)
		if (text_is(row_text(r, i, "what"), "shorten"))
			changed |= shorten_follows(db, admission, news);
		else
			retain_other_reported(db, row_int(r, i, "admission"), news);
	return changed;
}
