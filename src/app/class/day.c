/* day.c: each night: 訓中 begins for who is in a class that begins, 訓後 for who has come to its end.                     PROMO-002 */
#include "app/class/class.sql.h"
#include "app/class/private.h"

enum { PIECE = 200, PIECE_MEMORY = 16 << 20 };

struct night { struct job *job; struct arena *mem; int done; };

static void piece(struct db *db, void *with)
{
	struct night *n = with;
	struct date today = moment_date(n->job->now);
	struct rows *due = db_run(db, &class_due, A(today), A(PIECE));

	n->done = due->n;
	for (int i = 0; i < due->n; i++) {
		struct participant p;

		if (participant_load(db, n->mem, row_int(due, i, "id"), &p))
			member_follow(db, &p, today, &(struct participant_news){.now = n->job->now});
	}
}

static void finish(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void run(struct job *job)
{
	struct night n = {job, arena_new(PIECE_MEMORY), PIECE};
	struct arena *before = db_arena(job->db);

	db_use_arena(job->db, n.mem);
	for (; n.done == PIECE && !job_cancelled(job); arena_reset(n.mem))
		db_tx(job->db, piece, &n);
	db_use_arena(job->db, before);
	arena_free(n.mem);
	db_tx(job->db, finish, job);
}

const struct job_kind class_day_job = {.name = "class.day", .run = run, .period_seconds = 24 * 3600, .at_seconds = 6 * 60};
