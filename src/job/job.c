/* job.c: the queue as callers see it: add, look, cancel, retry; and what a job says of itself.  Leasing is in lease.c. */
#include "job/job.h"

#include <string.h>
#include <time.h>

#include "base/log.h"
#include "base/text.h"
#include "job/board.h"
#include "job/job.sql.h"
#include "job/lease.h"

static struct moment clock_now(void)
{
	return (struct moment){(int64_t)time(NULL)};
}

struct moment (*job_now)(void) = clock_now;

void job_board(const char *path)
{
	board_open(path);
}

int64_t job_add(struct db *db, const struct job_kind *kind, int64_t subject, const char *payload, int64_t agency,
	struct moment not_before)
{
	struct moment now = job_now();
	int64_t from = not_before.seconds ? not_before.seconds : now.seconds;
	struct rows *r = db_run(db, &job_insert, A(kind->name), value_id_or_null(subject), A(payload), A(agency), A(from),
		A(now.seconds));

	return r->n ? row_int(r, 0, "id") : 0;
}

/* The lease is the fence: a worker that was taken for dead finds its lease number gone, and its effects are undone. */
static void end(struct job *job, const char *state, const char *reason)
{
	if (job->kind->period_seconds && text_is(state, "done"))
		db_run(job->db, &job_forget, A(job->id), A(job->lease));
	else
		db_run(job->db, &job_end, A(job->id), A(job->lease), A(state), A(reason), A(job_now()));
	if (!db_undone(job->db) && db_changed(job->db) != 1) {
		log_line("job %lld %s: taken over by another worker, undone here", (long long)job->id, job->kind->name);
		db_undo(job->db);
	}
}

void job_done(struct job *job)
{
	end(job, "done", NULL);
}

void job_give_up(struct job *job, const char *reason)
{
	end(job, "failed", reason);
}

void job_progress(struct job *job, int64_t done, int64_t total, const char *text)
{
	struct slot *s = lease_slot();

	(void)job;
	atomic_store(&s->done, done);
	atomic_store(&s->total, total);
	if (text)
		slot_say(s, text);
}

bool job_cancelled(const struct job *job)
{
	(void)job;
	return lease_stopping || atomic_load(&lease_slot()->cancel);
}

static enum job_phase phase_of(const char *state)
{
	static const char *const names[] = {"waiting", "running", "done", "failed", "cancelled"};

	for (int i = 0; i < (int)(sizeof(names) / sizeof(*names)); i++)
		if (text_is(state, names[i]))
			return (enum job_phase)i;
	fail("job state %s", state);
}

static void look_row(const struct rows *r, struct job_state *to)
{
	*to = (struct job_state){
		.phase = phase_of(row_text(r, 0, "state")),
		.done = row_int(r, 0, "done_part"), .total = row_int(r, 0, "total_part"),
		.tries = (int)row_int(r, 0, "tries"),
		.added = row_moment(r, 0, "added"), .ended = row_moment(r, 0, "ended"),
		.next_try = row_moment(r, 0, "not_before"),
	};
	snprintf(to->text, sizeof(to->text), "%s", row_text(r, 0, "doing"));
	snprintf(to->reason, sizeof(to->reason), "%s", row_text(r, 0, "reason"));
}

bool job_look(struct db *db, int64_t id, struct job_state *to)
{
	struct rows *r = db_run(db, &job_row, A(id));
	struct slot *s;

	if (!r->n)
		return false;
	look_row(r, to);
	s = to->phase == JOB_RUNNING ? board_find(id) : NULL;
	if (s) {
		to->done = atomic_load(&s->done);
		to->total = atomic_load(&s->total);
		slot_read(s, to->text);
	}
	return true;
}

struct rows *job_list(struct db *db, int64_t agency, int most)
{
	return db_run(db, &job_rows, A(agency), A(most));
}

struct wish {
	int64_t id;
	bool met;
};

static void cancel(struct db *db, void *with)
{
	struct wish *w = with;

	db_run(db, &job_cancel_waiting, A(w->id), A(job_now()));
	w->met = db_changed(db) == 1;
	if (w->met)
		return;
	db_run(db, &job_cancel_running, A(w->id));
	w->met = db_changed(db) == 1;
}

/* The board first, since the database may be waiting for the very job that shall stop; the row for a worker elsewhere. */
bool job_cancel(struct db *db, int64_t id)
{
	struct wish w = {.id = id};
	struct slot *s = board_find(id);
	struct job_state state;

	if (s)
		atomic_store(&s->cancel, 1);
	db_tx(db, cancel, &w);
	if (!w.met && s)                                        /* it may have seen the board and stopped before our transaction */
		w.met = job_look(db, id, &state) && state.phase == JOB_CANCELLED;
	return w.met;
}

static void again(struct db *db, void *with)
{
	struct wish *w = with;

	db_run(db, &job_again, A(w->id), A(job_now()));
	w->met = db_changed(db) == 1;
}

bool job_retry(struct db *db, int64_t id)
{
	struct wish w = {.id = id};

	db_tx(db, again, &w);
	return w.met;
}
