/* The kill loop of jobs, stored files and the audit log: a crew is killed again and again in the middle of its work; each job's
 * effects are seen as a whole, once, or not at all.                                    ACMS-102, LEARN-045 */
#include "test/kill/kit.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include "app/audit/audit.h"
#include "app/store/store.h"

enum { PIECES = 20, FILE_SIZE = 3 << 20, WORKERS = 3, AHEAD = 12 };

static const struct sql piece_put = {.name = "piece_put", .values = 2, .writes = true,
	.text = "INSERT INTO piece (job, number) VALUES ($1, $2) ON CONFLICT (job, number) DO NOTHING"};
static const struct sql effect_put = {.name = "effect_put", .values = 2, .writes = true,
	.text = "INSERT INTO effect (job, file) VALUES ($1, $2)"};

/* ---- kinds ---- */

struct step {
	struct job *job;
	int64_t number, content;
};

static void piece_tx(struct db *db, void *with)
{
	const struct step *s = with;

	db_run(db, &piece_put, A(s->job->id), A(s->number));
}

/* No rule of the database keeps the effect from being there twice: only job_done does. */
static void end_tx(struct db *db, void *with)
{
	const struct step *s = with;
	struct stored file = {.id = 0};

	if (s->content)
		store_refer(db, s->content, "附件.pdf", "application/pdf", &file);
	db_run(db, &effect_put, A(s->job->id), A(file.id));
	audit_add(db, &(struct audit_event){.account = 1, .action = "effect", .subject_kind = "job", .subject = s->job->id});
	job_done(s->job);
}

static void pieces_run(struct job *job)
{
	struct step s = {.job = job};

	for (; s.number < PIECES; s.number++) {
		db_tx_bulk(job->db, piece_tx, &s);
		job_progress(job, s.number, PIECES, "處理中");
	}
	db_tx(job->db, end_tx, &s);
}

static unsigned char byte_of(int64_t job, size_t at)
{
	return (unsigned char)((at * 2654435761u + (uint64_t)job * 97) >> 13);
}

static int file_of(int64_t job)
{
	int fd = memfd_create("file", MFD_CLOEXEC);
	static unsigned char bytes[FILE_SIZE];

	for (size_t i = 0; i < FILE_SIZE; i++)
		bytes[i] = byte_of(job, i);
	if (write(fd, bytes, FILE_SIZE) != FILE_SIZE)
		fail("a file of the test");
	return fd;
}

static void file_run(struct job *job)
{
	int fd = file_of(job->id);
	struct step s = {.job = job, .content = store_content(job->db, fd)};

	close(fd);
	db_tx(job->db, end_tx, &s);
}

static const struct job_kind
	pieces_kind = {.name = "pieces", .run = pieces_run, .tries = 10000},
	file_kind = {.name = "file", .run = file_run, .tries = 10000};
static const struct job_kind *const kinds[] = {&pieces_kind, &file_kind, &audit_seal_job, NULL};

/* ---- the crew ---- */

static volatile sig_atomic_t stopped;

static pid_t crew_start(bool once)
{
	pid_t pid = fork();

	if (pid) {
		setpgid(pid, pid);
		return pid;
	}
	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	job_work(&(struct job_crew){.database = keep_url, .board = keep_board, .kinds = kinds, .workers = WORKERS, .once = once,
		.stop = &stopped});
	_exit(0);
}

/* Kills once or a few times; what is left then goes too, and the next crew finds it as it is. */
static void round_of_kills(void)
{
	pid_t crew = crew_start(false);

	nap(20 + kill_random(300));
	for (int i = kill_random(3); i >= 0; i--) {
		kill_any(crew);
		nap(kill_random(60));
	}
	kill_all(crew);
}

/* ---- what is looked at ---- */

static void add_tx(struct db *db, void *with)
{
	int *n = with;

	for (int i = 0; i < *n; i++)
		job_add(db, i % 4 ? &pieces_kind : &file_kind, 0, NULL, 1 + i % 3, (struct moment){0});
}

static void refill(struct db *db)
{
	int missing = AHEAD - (int)number(db, "SELECT COUNT(*) FROM job WHERE state IN ('waiting', 'running')");

	if (missing > 0)
		db_tx(db, add_tx, &missing);
}

/* Gives what is wrong after a kill, "" for nothing. */
static const char *halves(struct db *db)
{
	if (number(db, "SELECT COUNT(*) FROM (SELECT job FROM effect GROUP BY job HAVING COUNT(*) > 1) x"))
		return "an effect is there twice";
	if (number(db, "SELECT COUNT(*) FROM effect e JOIN job j ON j.id = e.job WHERE j.state <> 'done'"))
		return "an effect of a job that is not done";
	if (number(db, "SELECT COUNT(*) FROM job j WHERE j.state = 'done' AND j.kind IN ('pieces', 'file')"
			" AND NOT EXISTS (SELECT 1 FROM effect e WHERE e.job = j.id)"))
		return "a job that is done without its effect";
	if (number(db, "SELECT COUNT(*) FROM effect e JOIN job j ON j.id = e.job WHERE j.kind = 'pieces' AND"
			" (SELECT COUNT(*) FROM piece p WHERE p.job = e.job) <> 20"))
		return "an effect without all its pieces";
	if (number(db, "SELECT COUNT(*) FROM job WHERE state = 'failed' AND kind IN ('pieces', 'file')"))
		return "a job was given up";
	return "";
}

static bool same_file(struct db *db, int64_t job, int64_t file)
{
	struct arena *mem = arena_new(16 << 20);
	struct bytes b = store_get(db, mem, file);
	bool good = b.n == FILE_SIZE;

	for (size_t i = 0; good && i < b.n; i++)
		good = ((const unsigned char *)b.at)[i] == byte_of(job, i);
	arena_free(mem);
	return good;
}

static void test_files(struct db *db)
{
	struct rows *r = db_run(db, SQL("SELECT job, file FROM effect WHERE file > 0"));
	int good = 0;

	for (int i = 0; i < r->n; i++)
		good += same_file(db, row_int(r, i, "job"), row_int(r, i, "file"));
	same_int(good, r->n, "every stored file is whole");
	ok(r->n > 0, "… and there are some (%d)", r->n);
}

static void found(void *with, const struct audit_finding *f)
{
	(void)with;
	printf("# %s\n", f->text);
}

static void test_end(void)
{
	struct db *db;

	waitpid(crew_start(true), NULL, 0);
	db = keep_open();
	same_int(number(db, "SELECT COUNT(*) FROM job WHERE kind IN ('pieces', 'file') AND state <> 'done'"), 0,
		"left in peace, the crew ends every job (ACMS-102)");
	same(halves(db), "", "… each of them whole and once");
	test_files(db);
	audit_seal(db);
	same_int(audit_verify(db, NULL, found, NULL), 0, "the audit log verifies (ACMS-100)");
	same_int(number(db, "SELECT COUNT(*) FROM audit WHERE action = 'effect'") - number(db, "SELECT COUNT(*) FROM effect"), 0,
		"… and has one event an effect");
	db_close(db);
}

static void test_all(void)
{
	int rounds = kill_rounds(100, 25), bad = 0;
	struct db *db = keep_open();

	audit_key(arena_print(keep_mem, "%s.key", keep_board));
	write_one(db, SQL("CREATE TABLE piece (job BIGINT, number BIGINT, PRIMARY KEY (job, number))"), 0);
	write_one(db, SQL("CREATE TABLE effect (job BIGINT, file BIGINT)"), 0);
	db_close(db);
	for (int i = 0; i < rounds && !bad; i++) {
		db = keep_open();
		refill(db);
		db_close(db);
		round_of_kills();
		db = keep_open();
		bad += !same(halves(db), "", arena_print(keep_mem, "kill %d of %d: all or nothing (ACMS-102)", i + 1, rounds));
		db_close(db);
	}
	test_end();
}

int main(void)
{
	kill_begin();
	on_both(test_all);
	return keep_end();
}
