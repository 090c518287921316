/* The kill loop of report files: 課程執行情形表 of a tree with thousands of courses is asked for, and the worker that makes the file is killed
 * with -9 at a random moment; another one goes on.  In the end each request has its file, whole, and once.        LEARN-035, SM-5 */
#include "test/kill/kit.h"

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/download/download.h"
#include "base/text.h"

enum { COURSES = 4000, TRIES = 200 };

static char program[600];
static int requests;

static void basis_tx(struct db *db, void *with)
{
	static const struct sql code = {.name = "code", .writes = true, .text = "INSERT INTO code_item (table_code, code, name)"
		" VALUES ('course_category', '301', '資訊')"}, course = {.name = "course", .writes = true, .scans = true,
		.text = "WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < 4000) INSERT INTO course (agency, course_code,"
		" term_no, name, roc_year, category, mode, amount, unit_of_amount, certified_hours, digital_hours, physical_hours, start_at,"
		" end_at, enroll_method, created) SELECT g.id, 'C' || s.i, 1, '課程' || s.i, 107, k.id, 'physical', 2, 'hour', 2, 0, 2,"
		" 1535731200, 1535760000, 'closed', 1535731200 FROM s CROSS JOIN agency g CROSS JOIN code_item k WHERE g.code = '323000000A'"
		" AND k.code = '301'"};
	int64_t agency = agency_add(db, "323000000A", "示範部", 0);

	(void)with;
	agency_renumber(db);
	account_add(db, agency, "hr01", "李二美", "agency_officer", NULL);
	db_run(db, &code);
	db_run(db, &course);
}

/* As 「匯出」 leaves it when the file is for the background. */
static void ask_tx(struct db *db, void *with)
{
	static const struct sql put = {.name = "put", .writes = true, .values = 1, .text = "INSERT INTO download_request (function, agency, account,"
		" conditions, shown, format, state, requested) SELECT 'report.execution', a.agency, a.id, $1, '', 'xlsx', 'waiting', 1546221600"
		" FROM account a WHERE a.name = 'hr01' RETURNING id, agency"};
	struct rows *agency = db_run(db, SQL("SELECT id FROM agency"));
	struct rows *r = db_run(db, &put, A(arena_print(db_arena(db), "{\"report\":\"execution\",\"query\":\"year=107&kind=course&below=1\","
		"\"who\":\"李二美\",\"agency\":%lld,\"least\":0}", (long long)row_int(agency, 0, "id"))));

	(void)with;
	job_add(db, &download_job, row_int(r, 0, "id"), NULL, row_int(r, 0, "agency"), (struct moment){0});
}

static void ask(void)
{
	struct db *db = keep_open();

	db_tx(db, ask_tx, NULL);
	db_close(db);
	requests++;
}

static bool waits(void)
{
	struct db *db = keep_open();
	bool yes = number(db, "SELECT COUNT(*) FROM download_request WHERE state = 'waiting'");

	db_close(db);
	return yes;
}

/* Until nothing waits: who was killed is found dead, and the next one goes on. */
static void finish(void)
{
	for (int i = 0; i < TRIES && waits(); i++) {
		int status;
		struct db *db = keep_open();

		db_run(db, SQL("UPDATE job SET not_before = 0 WHERE kind = 'download' AND state = 'waiting'"));
		db_close(db);
		waitpid(kill_worker(program), &status, 0);
		nap(10);
	}
}

/* Each request has its file, with every course in it, and has told of it once. */
static bool all_there(void)
{
	struct db *db = keep_open();
	int64_t ready = number(db, "SELECT COUNT(*) FROM download_request r JOIN stored_file f ON f.id = r.file WHERE r.state = 'ready'"
		" AND r.row_count = 4001 AND r.size > 100000");
	int64_t told = number(db, "SELECT COUNT(*) FROM notice WHERE kind = 'download.ready'");

	db_close(db);
	if (ready != requests || told != requests)
		printf("# %lld files and %lld notices of %d requests\n", (long long)ready, (long long)told, requests);
	return ready == requests && told == requests;
}

static void test_all(void)
{
	int rounds = kill_rounds(200, 4), bad = 0;
	struct db *db = keep_open();

	requests = 0;
	db_tx(db, basis_tx, NULL);
	db_close(db);
	ask();
	int began = kill_clock();

	finish();
	int span = kill_clock() - began;

	if (!ok(all_there(), "a file is made when nobody disturbs it (%d ms)", span))
		fail("the loop makes no sense");
	for (int i = 0; i < rounds && !bad; i++) {
		int delay = kill_random(span), status;

		ask();
		pid_t pid = kill_worker(program);

		nap(delay);
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
		bool waited = waits();

		finish();
		bad += !ok(all_there(), "kill %d of %d after %d ms, %s: the file is made, once (LEARN-035)", i + 1, rounds, delay,
			waited ? "before it was there" : "behind it");
	}
}

int main(void)
{
	kill_find(program, sizeof program);
	kill_begin();
	on_both(test_all);
	return keep_end();
}
