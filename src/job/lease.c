/* lease.c: who runs which job: leasing one, running it, settling what did not finish, taking over from the dead.
 *
 * The lease is a number that grows with each taking; whoever ends a job must name the number it was given.  A worker on this
 * board lives as long as its slot's lock; one on another machine as long as its beat is fresh. */
#include "job/lease.h"

#include "base/log.h"
#include "base/text.h"
#include "job/job.sql.h"

enum { TRIES = 5, PAUSE_FIRST = 10, PAUSE_MOST = 3600, KEEP_SECONDS = 90 * 86400, TAIWAN = 8 * 3600 };

volatile sig_atomic_t lease_stopping;

static struct slot alone;

struct slot *lease_slot(void)
{
	return board_mine() >= 0 ? board_slot(board_mine()) : &alone;
}

static const struct job_kind *kind_find(const struct job_kind *const *kinds, const char *name)
{
	for (; *kinds; kinds++)
		if (text_is((*kinds)->name, name))
			return *kinds;
	return NULL;
}

/* One row of job_running_rows and what shall become of it. */
struct settle {
	int64_t id, lease;
	int tries, most;
	bool cancel, uncounted, at_once;
	const char *reason;
};

static int64_t pause_after(int tries)
{
	int64_t pause = PAUSE_FIRST;

	for (int i = 1; i < tries && pause < PAUSE_MOST; i++)
		pause *= 2;
	return pause < PAUSE_MOST ? pause : PAUSE_MOST;
}

static void settle(struct db *db, void *with)
{
	const struct settle *s = with;
	int64_t now = job_now().seconds, from = s->at_once || s->uncounted ? now : now + pause_after(s->tries);
	int tries = s->uncounted ? s->tries - 1 : s->tries;

	if (s->cancel)
		db_run(db, &job_end, A(s->id), A(s->lease), A("cancelled"), A((const char *)NULL), A(now));
	else if (!s->uncounted && s->tries >= s->most)
		db_run(db, &job_end, A(s->id), A(s->lease), A("failed"), A(s->reason), A(now));
	else
		db_run(db, &job_back, A(s->id), A(s->lease), A(s->reason), A(from), A(tries));
}

/* A dead worker's fault waits before it is tried again (the cause may last); a killed worker's job goes on at once. */
static bool orphaned(const struct rows *r, int i, struct settle *to, struct arena *mem)
{
	bool here = board_is_open() && text_is(row_text(r, i, "board"), board_id());
	int number = (int)row_int(r, i, "slot");

	if (!here) {
		to->reason = "worker lost";
		to->at_once = true;
		return job_now().seconds - row_int(r, i, "beat") > LEASE_DEAD_SECONDS;
	}
	if (number != board_mine() && board_alive(number))
		return false;
	to->at_once = !board_slot(number)->incident[0];
	to->reason = to->at_once ? "worker killed" : arena_print(mem, "incident %.60s", board_slot(number)->incident);
	return true;
}

static void take_over(struct db *db, const struct job_kind *const *kinds)
{
	struct rows *r = db_run(db, &job_running_rows);

	for (int i = 0; i < r->n; i++) {
		const struct job_kind *kind = kind_find(kinds, row_text(r, i, "kind"));
		struct settle s = {
			.id = row_int(r, i, "id"), .lease = row_int(r, i, "lease"), .tries = (int)row_int(r, i, "tries"),
			.most = kind && kind->tries ? kind->tries : TRIES, .cancel = row_bool(r, i, "cancel"),
		};

		if (!orphaned(r, i, &s, db_arena(db)))
			continue;
		log_line("job %lld %s: %s", (long long)s.id, row_text(r, i, "kind"), s.reason);
		db_tx(db, settle, &s);
	}
}

struct period {
	const struct job_kind *kind;
	int64_t next;
	bool add;
};

static int64_t period_next(const struct job_kind *kind, int64_t now)
{
	int64_t shift = kind->at_seconds - TAIWAN;

	return (now - shift) / kind->period_seconds * kind->period_seconds + shift + kind->period_seconds;
}

static void period_turn(struct db *db, void *with)
{
	const struct period *p = with;

	db_run(db, &job_period_put, A(p->kind->name), A(p->next));
	if (db_changed(db) != 1 || !p->add)
		return;                                         /* another worker was first, or the kind is new */
	if (!db_run(db, &job_unfinished, A(p->kind->name))->n)
		job_add(db, p->kind, 0, NULL, 0, (struct moment){0});
}

static void periods(struct db *db, const struct job_kind *const *kinds)
{
	struct rows *r = db_run(db, &job_period_rows);
	int64_t now = job_now().seconds;

	for (; *kinds; kinds++) {
		struct period p = {.kind = *kinds};
		bool due = true;

		if (!p.kind->period_seconds)
			continue;
		for (int i = 0; i < r->n; i++)
			if (text_is(row_text(r, i, "kind"), p.kind->name)) {
				p.add = true;
				due = row_int(r, i, "next_at") <= now;
			}
		p.next = period_next(p.kind, now);
		if (due)
			db_tx(db, period_turn, &p);
	}
}

static void sweep(struct job *job);

static const struct job_kind sweep_kind = {.name = "job.sweep", .run = sweep, .period_seconds = 86400, .at_seconds = 3 * 3600};

static void sweep_rows(struct db *db, void *with)
{
	struct job *job = with;

	db_run(db, &job_sweep, A(job->now.seconds - KEEP_SECONDS));
	job_done(job);
}

/* Ended jobs are kept for a season, for the list of jobs. */
static void sweep(struct job *job)
{
	db_tx(job->db, sweep_rows, job);
}

void lease_tidy(struct db *db, const struct job_kind *const *kinds)
{
	static const struct job_kind *const own[] = {&sweep_kind, NULL};

	take_over(db, kinds);
	periods(db, kinds);
	periods(db, own);
}

struct taking {
	struct moment now;
	struct rows *rows;
};

static void take(struct db *db, void *with)
{
	struct taking *t = with;
	bool on_board = board_mine() >= 0;
	struct value slot = on_board ? value_int(board_mine()) : (struct value){VALUE_NULL, 0, 0, 0};

	t->rows = db_run(db, &job_take, A(t->now), A(on_board ? board_id() : ""), slot);
	if (t->rows->n)
		db_run(db, &job_turn_put, A(row_int(t->rows, 0, "agency")));
}

/* After run(): a job that neither is done nor gave up failed this once, was cancelled, or made way for a stop. */
static void settle_after(struct job *job, bool known)
{
	struct rows *r = db_run(job->db, &job_running_one, A(job->id), A(job->lease));
	struct settle s = {
		.id = job->id, .lease = job->lease, .tries = job->try_number,
		.most = known && job->kind->tries ? job->kind->tries : TRIES,
		.reason = known ? "ended without finishing" : "no such kind of job in this program",
	};

	if (!r->n)
		return;
	s.cancel = row_bool(r, 0, "cancel") || atomic_load(&lease_slot()->cancel);
	s.uncounted = lease_stopping != 0;
	db_tx(job->db, settle, &s);
}

static void run(struct job *job, const struct rows *r, const struct job_kind *const *kinds)
{
	const char *name = row_text(r, 0, "kind");
	const struct job_kind *kind = text_is(name, sweep_kind.name) ? &sweep_kind : kind_find(kinds, name);
	const struct job_kind unknown = {.name = name};

	job->kind = kind ? kind : &unknown;
	slot_begin(lease_slot(), job->id, job->lease, row_bool(r, 0, "cancel"));
	if (kind)
		kind->run(job);
	else
		log_line("job %lld: no kind %s", (long long)job->id, name);
	settle_after(job, kind != NULL);
	slot_end(lease_slot());
}

bool lease_one(struct db *db, struct arena *mem, const struct job_kind *const *kinds)
{
	struct arena *before = db_arena(db);
	struct taking t = {.now = job_now()};
	struct job job;

	if (!db_run(db, &job_any_due, A(t.now))->n)
		return false;
	db_use_arena(db, mem);
	db_tx_bulk(db, take, &t);
	if (t.rows && t.rows->n) {
		job = (struct job){
			.db = db, .mem = mem, .now = t.now,
			.id = row_int(t.rows, 0, "id"), .lease = row_int(t.rows, 0, "lease"),
			.subject = row_int(t.rows, 0, "subject"), .agency = row_int(t.rows, 0, "agency"),
			.payload = row_text(t.rows, 0, "payload"), .try_number = (int)row_int(t.rows, 0, "tries"),
		};
		run(&job, t.rows, kinds);
	}
	db_use_arena(db, before);
	arena_reset(mem);
	return true;
}
