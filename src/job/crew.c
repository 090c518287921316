/* crew.c: the processes that run jobs: a parent that holds no connection, workers that it starts again when they die; on
 * PostgreSQL one that carries beats and progress into the database for other machines, on SQLite one that tends the file (db_tend).
 *
 * The parent must not have SQLite open: an open database does not survive fork(). */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "job/board.h"
#include "job/job.h"
#include "job/job.sql.h"
#include "job/lease.h"

enum {
	WORKERS_MOST = BOARD_SLOTS / 2,
	NAP_MILLISECONDS = 300,
	TIDY_SECONDS = 1,
	LEAVE_SECONDS = 20,
	DELAY_MOST = 30,
	LIVED_WELL_SECONDS = 10,
	MEMORY_JOB = 256 << 20,
	MEMORY_OWN = 16 << 20,
};

struct member {
	pid_t pid;                                              /* 0: not running */
	void (*live)(const struct job_crew *);
	time_t born, not_before;
	int deaths;                                             /* in a row, each soon after birth */
	bool ended;                                             /* of its own will */
};

static void nap(int milliseconds)
{
	nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000L}, NULL);
}

static void stop_asked(int signal_number)
{
	(void)signal_number;
	lease_stopping = 1;
}

/* fail() in a job: the incident stays on the board for whoever takes the job over. */
static void died(const char *incident)
{
	snprintf(lease_slot()->incident, sizeof(lease_slot()->incident), "%s", incident);
	_exit(70);
}

int job_run_due(struct db *db, const struct job_kind *const *kinds)
{
	struct arena *before = db_arena(db), *own = arena_new(MEMORY_OWN), *mem = arena_new(MEMORY_JOB);
	int n = 0;

	if (board_is_open() && board_mine() < 0)
		board_take();
	db_use_arena(db, own);
	lease_tidy(db, kinds);
	while (!lease_stopping && lease_one(db, mem, kinds)) {
		arena_reset(own);
		n++;
	}
	db_use_arena(db, before);
	arena_free(mem);
	arena_free(own);
	return n;
}

static void work(const struct job_crew *crew)
{
	struct arena *own = arena_new(MEMORY_OWN), *mem = arena_new(MEMORY_JOB);
	time_t tidied = 0;
	struct db *db;

	fail_hook = died;
	board_take();
	db = db_open(crew->database);
	db_use_arena(db, own);
	while (!lease_stopping) {
		arena_reset(own);
		if (time(NULL) - tidied >= TIDY_SECONDS) {
			lease_tidy(db, crew->kinds);
			tidied = time(NULL);
		}
		if (lease_one(db, mem, crew->kinds))
			continue;
		if (crew->once)
			break;
		nap(NAP_MILLISECONDS);
	}
	db_close(db);
	arena_free(mem);
	arena_free(own);
}

struct beat {
	struct slot *slot;
	int64_t job, lease;
	char text[BOARD_TEXT];
};

static void beat(struct db *db, void *with)
{
	struct beat *b = with;
	struct rows *r = db_run(db, &job_beat, A(b->job), A(b->lease), A(job_now()), A(atomic_load(&b->slot->done)),
		A(atomic_load(&b->slot->total)), A((const char *)b->text));

	if (r->n && row_bool(r, 0, "cancel"))
		atomic_store(&b->slot->cancel, 1);
}

static void beat_all(struct db *db)
{
	for (int i = 0; i < BOARD_SLOTS; i++) {
		struct beat b = {.slot = board_slot(i)};

		b.lease = atomic_load(&b.slot->lease);
		b.job = atomic_load(&b.slot->job);
		if (!b.job || !board_alive(i))
			continue;
		slot_read(b.slot, b.text);
		db_tx_bulk(db, beat, &b);
	}
}

/* A job's own connection is busy with its transaction, so another process speaks for it. */
static void pulse(const struct job_crew *crew)
{
	struct arena *own = arena_new(MEMORY_OWN);
	struct db *db = db_open(crew->database);

	db_use_arena(db, own);
	while (!lease_stopping) {
		beat_all(db);
		arena_reset(own);
		for (int i = 0; i < LEASE_BEAT_SECONDS && !lease_stopping; i++)
			nap(1000);
	}
	db_close(db);
	arena_free(own);
}

/* Beside the jobs, so that no request and no job waits for it. */
static void keeper(const struct job_crew *crew)
{
	struct db *db = db_open(crew->database);

	while (!lease_stopping) {
		db_tend(db);
		nap(1000);
	}
	db_close(db);
}

static void member_start(struct member *m, const struct job_crew *crew)
{
	struct sigaction act = {.sa_handler = stop_asked};
	pid_t parent = getpid();

	m->born = time(NULL);
	m->pid = fork();
	if (m->pid < 0)
		fail("fork: %s", strerror(errno));
	if (m->pid)
		return;
	sigaction(SIGTERM, &act, NULL);
	signal(SIGINT, SIG_IGN);                                /* a terminal's ^C goes to all; the parent tells us */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		_exit(0);
	board_open(crew->board);
	m->live(crew);
	_exit(0);
}

static void member_reap(struct member *m, bool once)
{
	int status;
	pid_t got = waitpid(m->pid, &status, WNOHANG);

	if (!got)
		return;
	m->pid = 0;
	m->ended = once && got > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
	m->deaths = time(NULL) - m->born < LIVED_WELL_SECONDS ? m->deaths + 1 : 0;
	m->not_before = time(NULL);
	if (m->deaths > 1)
		m->not_before += m->deaths > 5 ? DELAY_MOST : 1 << (m->deaths - 1);
	if (!m->ended)
		log_line("worker ended (status %x), a new one starts in %d s", (unsigned)status,
			(int)(m->not_before - time(NULL)));
}

/* One round: starts who is missing.  False when every worker has ended of its own will (once). */
static bool tend(struct member *members, int n, const struct job_crew *crew)
{
	bool any = false;

	for (int i = 0; i < n; i++) {
		struct member *m = &members[i];

		if (m->pid)
			member_reap(m, crew->once);
		if (!m->pid && !m->ended && time(NULL) >= m->not_before)
			member_start(m, crew);
		any = any || (!m->ended && m->live == work);
	}
	return any;
}

static bool gone(struct member *members, int n)
{
	bool all = true;

	for (int i = 0; i < n; i++) {
		if (members[i].pid && waitpid(members[i].pid, NULL, WNOHANG))
			members[i].pid = 0;
		all = all && !members[i].pid;
	}
	return all;
}

static void send_away(struct member *members, int n)
{
	time_t until = time(NULL) + LEAVE_SECONDS;

	for (int i = 0; i < n; i++)
		if (members[i].pid)
			kill(members[i].pid, SIGTERM);
	while (!gone(members, n) && time(NULL) < until)
		nap(50);
	for (int i = 0; i < n; i++)
		if (members[i].pid)
			kill(members[i].pid, SIGKILL);
	while (!gone(members, n))
		nap(50);
}

void job_work(const struct job_crew *crew)
{
	struct member members[WORKERS_MOST + 1] = {{0}};
	int n = 0;

	for (; n < crew->workers && n < WORKERS_MOST; n++)
		members[n].live = work;
	members[n++].live = text_starts(crew->database, "postgres") ? pulse : keeper;
	while (!*crew->stop && tend(members, n, crew))
		nap(crew->once ? 20 : 200);
	send_away(members, n);
}
