/* The queue: exactly once in spite of killed workers, retries, cancelling, fairness, periods.  Real processes, both engines. */
#include "test/db/keep.h"

#include "job/board.h"

static const struct sql effect_add = {.name = "effect",
	.text = "INSERT INTO effect (id, job, what) SELECT COALESCE(MAX(id), 0) + 1, CAST($1 AS BIGINT), CAST($2 AS TEXT) FROM effect",
	.values = 2, .writes = true, .scans = true};
static const struct sql effect_once = {.name = "effect",
	.text = "INSERT INTO effect (id, job, what) SELECT 0, CAST($1 AS BIGINT), CAST($2 AS TEXT)"
		" WHERE NOT EXISTS (SELECT 1 FROM effect WHERE job = $1 AND what = CAST($2 AS TEXT))",
	.values = 2, .writes = true, .scans = true};

/* ---- kinds ---- */

static void count_tx(struct db *db, void *with)
{
	struct job *job = with;

	db_run(db, &effect_add, A(job->id), A("done"));
	job_done(job);
}

static void count_run(struct job *job)
{
	db_tx(job->db, count_tx, job);
}

static void first_piece(struct db *db, void *with)
{
	struct job *job = with;

	db_run(db, &effect_once, A(job->id), A("piece"));
}

static void killed_run(struct job *job)
{
	db_tx(job->db, first_piece, job);
	if (job->try_number == 1)
		kill(getpid(), SIGKILL);
	db_tx(job->db, count_tx, job);
}

static void killed_late_tx(struct db *db, void *with)
{
	struct job *job = with;

	count_tx(db, job);
	if (job->try_number == 1)
		kill(getpid(), SIGKILL);
}

static void killed_late_run(struct job *job)
{
	db_tx(job->db, killed_late_tx, job);
}

static void fault_run(struct job *job)
{
	if (job->try_number == 1)
		fail("the disk is on fire");
	db_tx(job->db, count_tx, job);
}

static void never_run(struct job *job)
{
	job_progress(job, 1, 1, "never");
}

static void refuse_tx(struct db *db, void *with)
{
	(void)db;
	job_give_up(with, "檔案無法讀取");
}

static void refuse_run(struct job *job)
{
	db_tx(job->db, refuse_tx, job);
}

static void long_run(struct job *job)
{
	job_progress(job, 3, 10, "處理中");
	while (!job_cancelled(job))
		nap(10);
}

/* Loses its lease in the middle, as if it had been taken for dead. */
static void fenced_run(struct job *job)
{
	write_one(job->db, SQL("UPDATE job SET lease = lease + 1 WHERE id = $1"), job->id);
	ok(db_tx(job->db, count_tx, job) == DB_UNDONE, "a worker that lost its lease is undone");
	write_one(job->db, SQL("UPDATE job SET state = 'cancelled' WHERE id = $1"), job->id);
}

static const struct job_kind
	count_kind = {.name = "count", .run = count_run},
	killed_kind = {.name = "killed", .run = killed_run},
	killed_late_kind = {.name = "killed.late", .run = killed_late_run},
	fault_kind = {.name = "fault", .run = fault_run},
	never_kind = {.name = "never", .run = never_run, .tries = 2},
	refuse_kind = {.name = "refuse", .run = refuse_run},
	long_kind = {.name = "long", .run = long_run},
	fenced_kind = {.name = "fenced", .run = fenced_run},
	gone_kind = {.name = "gone", .run = count_run},
	period_kind = {.name = "period", .run = count_run, .period_seconds = 10};
static const struct job_kind *const kinds[] = {
	&count_kind, &killed_kind, &killed_late_kind, &fault_kind, &never_kind, &refuse_kind, &long_kind, &fenced_kind, NULL
};
static const struct job_kind *const with_period[] = {&period_kind, NULL};

/* ---- the crew as a process of its own ---- */

static volatile sig_atomic_t stopped;

static void stop(int number_)
{
	(void)number_;
	stopped = 1;
}

static pid_t crew_start(int workers, bool once)
{
	pid_t pid = fork();

	if (pid)
		return pid;
	signal(SIGTERM, stop);
	job_work(&(struct job_crew){.database = keep_url, .board = keep_board, .kinds = kinds, .workers = workers, .once = once,
		.stop = &stopped});
	_exit(0);
}

static void crew_once(void)
{
	waitpid(crew_start(1, true), NULL, 0);
}

static void crew_stop(pid_t pid)
{
	kill(pid, SIGTERM);
	waitpid(pid, NULL, 0);
}

struct adding {
	const struct job_kind *kind;
	int64_t agency, id;
	struct moment not_before;
};

static void add_tx(struct db *db, void *with)
{
	struct adding *a = with;

	a->id = job_add(db, a->kind, 7, "{\"a\":1}", a->agency, a->not_before);
}

static int64_t add(struct db *db, const struct job_kind *kind, int64_t agency)
{
	struct adding a = {.kind = kind, .agency = agency};

	db_tx(db, add_tx, &a);
	return a.id;
}

static struct job_state look(struct db *db, int64_t id)
{
	struct job_state s = {.tries = -1};

	job_look(db, id, &s);
	return s;
}

static int64_t effects(struct db *db, int64_t id, const char *what)
{
	return number(db, arena_print(keep_mem, "SELECT COUNT(*) FROM effect WHERE job = %lld AND what = '%s'",
		(long long)id, what));
}

static void add_undone(struct db *db, void *with)
{
	add_tx(db, with);
	db_undo(db);
}

/* ---- what is tested ---- */

static void test_added_with_its_cause(struct db *db)
{
	struct adding a = {.kind = &count_kind};
	int64_t before = number(db, "SELECT COUNT(*) FROM job");

	db_tx(db, add_undone, &a);
	same_int(number(db, "SELECT COUNT(*) FROM job"), before, "a job of an undone transaction is not there");
	a.not_before = (struct moment){job_now().seconds + 1000};
	db_tx(db, add_tx, &a);
	job_run_due(db, kinds);
	same_int(look(db, a.id).phase, JOB_WAITING, "a job does not run before its time");
	ok(job_cancel(db, a.id), "a waiting job can be cancelled");
	same_int(look(db, a.id).phase, JOB_CANCELLED, "… and is");
}

static void test_killed(void)
{
	struct db *db = keep_open();
	int64_t one = add(db, &killed_kind, 1), two = add(db, &killed_late_kind, 1), three = add(db, &count_kind, 2);

	db_close(db);
	crew_once();
	db = keep_open();
	same_int(look(db, one).phase, JOB_DONE, "a job whose worker was killed is done by the next");
	same_int(look(db, one).tries, 2, "… at its second try");
	same_int(effects(db, one, "done"), 1, "… its effect is there once");
	same_int(effects(db, one, "piece"), 1, "… and its first piece too");
	same_int(look(db, two).phase, JOB_DONE, "killed just before the commit: done by the next");
	same_int(effects(db, two, "done"), 1, "… its effect is there once");
	same_int(effects(db, three, "done"), 1, "jobs beside it are not disturbed");
	db_close(db);
}

static struct moment later(void)
{
	return (struct moment){(int64_t)time(NULL) + 1000};
}

static struct moment (*clock_now)(void);

static void test_fault(void)
{
	struct db *db = keep_open();
	int64_t id = add(db, &fault_kind, 1);

	db_close(db);
	crew_once();
	db = keep_open();
	same_int(look(db, id).phase, JOB_WAITING, "after a fault the job waits");
	ok(!strncmp(look(db, id).reason, "incident ", 9), "… its incident is kept (%s)", look(db, id).reason);
	ok(look(db, id).next_try.seconds > job_now().seconds, "… for a while");
	job_now = later;
	job_run_due(db, kinds);
	job_now = clock_now;
	same_int(look(db, id).phase, JOB_DONE, "… and is done at its next try");
	db_close(db);
}

static void test_tries(struct db *db)
{
	int64_t never = add(db, &never_kind, 1), refuse = add(db, &refuse_kind, 1), gone = add(db, &gone_kind, 1);

	job_run_due(db, kinds);
	same_int(look(db, never).phase, JOB_WAITING, "a run without job_done is tried again");
	same_int(look(db, gone).phase, JOB_WAITING, "a kind that this program does not know waits");
	same_int(look(db, refuse).phase, JOB_FAILED, "a job can give up");
	same(look(db, refuse).reason, "檔案無法讀取", "… with a reason");
	job_now = later;
	job_run_due(db, kinds);
	job_now = clock_now;
	same_int(look(db, never).phase, JOB_FAILED, "after its last try it has failed");
	same(look(db, never).reason, "ended without finishing", "… with a reason");
	ok(!job_cancel(db, never), "an ended job can't be cancelled");
	ok(job_retry(db, never), "a failed job can be queued again");
	same_int(look(db, never).tries, 0, "… with all its tries");
	ok(job_cancel(db, never) && job_cancel(db, gone), "the rest is cancelled");
}

static void wait_running(struct db *db, int64_t id)
{
	for (int i = 0; i < 2000 && look(db, id).done != 3; i++)
		nap(10);
}

static void wait_ended(struct db *db, int64_t id)
{
	for (int i = 0; i < 2000 && look(db, id).phase == JOB_RUNNING; i++)
		nap(10);
}

/* LEARN-045 asks for progress of a running batch; cancelling must not wait for a writer. */
static void test_cancel(void)
{
	pid_t crew = crew_start(2, false);
	struct db *db = keep_open();
	int64_t id = add(db, &long_kind, 1);
	struct job_state s;

	wait_running(db, id);
	s = look(db, id);
	same_int(s.phase, JOB_RUNNING, "a job runs");
	same_int(s.total, 10, "… its progress can be read");
	same(s.text, "處理中", "… and what it is doing");
	nap(1500);
	same_int(look(db, id).tries, 1, "… nobody takes it over while its worker lives");
	ok(job_cancel(db, id), "it can be cancelled");
	wait_ended(db, id);
	same_int(look(db, id).phase, JOB_CANCELLED, "… and is");
	id = add(db, &long_kind, 1);
	wait_running(db, id);
	db_close(db);
	crew_stop(crew);
	db = keep_open();
	same_int(look(db, id).phase, JOB_WAITING, "a worker that is stopped leaves its job to the next");
	same_int(look(db, id).tries, 0, "… without counting the try");
	ok(job_cancel(db, id), "it is cancelled");
	db_close(db);
}

static void test_fair(struct db *db)
{
	struct rows *r;
	int seen = 0;

	for (int i = 0; i < 20; i++)
		add(db, &count_kind, 100);
	add(db, &count_kind, 101);
	add(db, &count_kind, 101);
	add(db, &count_kind, 102);
	write_one(db, SQL("DELETE FROM effect"), 0);
	job_run_due(db, kinds);
	r = db_run(db, SQL("SELECT j.agency FROM effect e JOIN job j ON j.id = e.job ORDER BY e.id"));
	same_int(r->n, 23, "all jobs are done");
	for (int i = 0; i < r->n && i < 6; i++)
		seen += row_int(r, i, "agency") != 100;
	same_int(seen, 3, "agencies take turns: three small ones are among the first six of 23");
}

static int64_t fixed;

static struct moment at_fixed(void)
{
	return (struct moment){fixed};
}

static void test_period(struct db *db)
{
	fixed = job_now().seconds / 10 * 10 + 1;
	job_now = at_fixed;
	write_one(db, SQL("DELETE FROM effect"), 0);
	job_run_due(db, with_period);
	same_int(number(db, "SELECT COUNT(*) FROM effect"), 0, "a new periodic kind waits for its time");
	fixed += 9;
	job_run_due(db, with_period);
	job_run_due(db, with_period);
	same_int(number(db, "SELECT COUNT(*) FROM effect"), 1, "it runs once when its time has come");
	fixed += 35;
	job_run_due(db, with_period);
	same_int(number(db, "SELECT COUNT(*) FROM effect"), 2, "… and once for turns that were missed");
	same_int(number(db, "SELECT COUNT(*) FROM job WHERE kind = 'period'"), 0, "its rows are not kept");
	job_now = clock_now;
}

static void test_elsewhere(struct db *db)
{
	int64_t id = add(db, &count_kind, 1);

	write_one(db, SQL("UPDATE job SET state = 'running', tries = 1, lease = 1, board = 'elsewhere', slot = 1 WHERE id = $1"), id);
	write_one(db, SQL("UPDATE job SET beat = $1 WHERE board = 'elsewhere'"), job_now().seconds - 30);
	job_run_due(db, kinds);
	same_int(look(db, id).phase, JOB_RUNNING, "a job of another machine with a fresh beat is left alone");
	write_one(db, SQL("UPDATE job SET beat = $1 WHERE board = 'elsewhere'"), job_now().seconds - 61);
	job_run_due(db, kinds);
	same_int(look(db, id).phase, JOB_DONE, "… one without a beat is taken over");
}

static void test_all(void)
{
	struct db *db = keep_open();

	write_one(db, SQL("CREATE TABLE IF NOT EXISTS effect (id BIGINT, job BIGINT, what TEXT)"), 0);
	write_one(db, SQL("DELETE FROM effect"), 0);
	db_close(db);
	clock_now = job_now;
	test_killed();
	test_fault();
	job_board(keep_board);
	test_cancel();
	db = keep_open();
	test_added_with_its_cause(db);
	test_tries(db);
	test_fair(db);
	test_elsewhere(db);
	add(db, &fenced_kind, 1);
	job_run_due(db, kinds);
	same_int(number(db, "SELECT COUNT(*) FROM effect e JOIN job j ON j.id = e.job WHERE j.kind = 'fenced'"), 0,
		"… and its effects are not there");
	test_period(db);
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
