/* job.h: work that outlives a request: a durable queue in the database.
 *
 * A job is added inside the transaction that causes it and finished inside the transaction that holds its effects, so that a
 * worker may be killed at any moment and the job may be run twice.  Agencies take turns.  Progress and the wish to cancel live
 * on the board, a shared file outside the database's write lock; a lock of the operating system on it tells that a worker is alive.
 * Knows no app: the program hands in its table of kinds. */
#ifndef PEIXUN_JOB_H
#define PEIXUN_JOB_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"

struct job;

struct job_kind {
	const char *name;
	void (*run)(struct job *);
	int tries;                                              /* runs until it is given up; 0: 5 */
	int period_seconds;                                     /* 0: only when added */
	int at_seconds;                                         /* of a daily kind: seconds after midnight in Taiwan */
};

/* What a running job is given.  db's rows go to mem, which ends with the job. */
struct job {
	struct db *db;
	struct arena *mem;
	const struct job_kind *kind;
	int64_t id, subject, agency;
	const char *payload;                                    /* as it was added */
	int try_number;                                         /* 1 the first time */
	struct moment now;                                      /* when it was leased */
	int64_t lease;
};

/* Inside the caller's transaction.  subject, agency: 0 for none; payload: NULL for none; not_before: {0} for at once.
 * Gives the job's id. */
int64_t job_add(struct db *, const struct job_kind *, int64_t subject, const char *payload, int64_t agency,
	struct moment not_before);

/* For run().  job_done stands inside the transaction that holds the effects (the last one of a job in pieces): if another
 * worker has taken the job over meanwhile, it undoes that transaction.  A run that returns without it has failed and is tried
 * again later, each time after a longer pause (10 s, 20 s … an hour).  job_give_up, in a transaction too: failed for good, with
 * the reason that people will read.  The row of a periodic kind is removed when it is done. */
void job_done(struct job *);
void job_give_up(struct job *, const char *reason);

/* Cheap and outside the database: call them as often as you like.  job_cancelled also holds when the worker is asked to stop
 * (the job is then run again later): return without job_done, leaving nothing visible. */
void job_progress(struct job *, int64_t done, int64_t total, const char *text);
bool job_cancelled(const struct job *);

enum job_phase { JOB_WAITING, JOB_RUNNING, JOB_DONE, JOB_FAILED, JOB_CANCELLED };
struct job_state {
	enum job_phase phase;
	int64_t done, total;
	char text[160];                                         /* what it is doing */
	char reason[400];                                       /* why it failed, or why its last try did */
	int tries;
	struct moment added, ended, next_try;
};

/* False: there is no such job (any more). */
bool job_look(struct db *, int64_t id, struct job_state *);

/* Outside a transaction.  A waiting job leaves the queue; a running one is asked to stop.  False: it has ended already. */
bool job_cancel(struct db *, int64_t id);
/* Outside a transaction.  A failed or cancelled job is queued again with all its tries. */
bool job_retry(struct db *, int64_t id);

/* The newest jobs first: id, kind, subject, agency, state, tries, added, ended, reason.  agency 0: of all. */
struct rows *job_list(struct db *, int64_t agency, int most);

/* Opens the board, a file beside the database (created when missing); once in each process that looks at, runs or cancels
 * jobs.  Without it progress is not seen and cancelling waits for the database. */
void job_board(const char *path);

/* Now, as jobs see it; stories set their own. */
extern struct moment (*job_now)(void);

/* In this process, on this connection: leases and runs what is due until nothing is, periodic kinds too.  kinds ends
 * with NULL.  Gives how many jobs ran. */
int job_run_due(struct db *, const struct job_kind *const *kinds);

/* The crew: forks `workers` processes, starts a new one for each that dies (slower when they keep dying), until *stop.  Then
 * they leave the job they are in and end; after 20 s they are killed.  once: until nothing is due.
 * No connection to the database may be open in the calling process. */
struct job_crew {
	const char *database, *board;
	const struct job_kind *const *kinds;
	int workers;
	bool once;
	const volatile sig_atomic_t *stop;
};
void job_work(const struct job_crew *);

#endif
