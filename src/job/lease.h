/* lease.h: leasing jobs, running them, and taking over those of dead workers (private to job/). */
#ifndef PEIXUN_JOB_LEASE_H
#define PEIXUN_JOB_LEASE_H

#include <signal.h>

#include "job/board.h"
#include "job/job.h"

enum { LEASE_BEAT_SECONDS = 10, LEASE_DEAD_SECONDS = 60 };

/* The slot of this process: its own on the board, or a private one without a board. */
struct slot *lease_slot(void);

/* Set when this worker shall leave the job that it is in. */
extern volatile sig_atomic_t lease_stopping;

/* Jobs of workers that are no more wait again; periodic kinds whose time has come are added.  Each in its own transaction. */
void lease_tidy(struct db *, const struct job_kind *const *kinds);

/* Leases one due job, runs it in the arena and settles it.  False: nothing is due. */
bool lease_one(struct db *, struct arena *mem, const struct job_kind *const *kinds);

#endif
