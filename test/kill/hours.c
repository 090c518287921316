/* The kill loop of hours: a file with new records and changes of those of the file before is stored by a background worker, which is killed
 * at a random moment; another one goes on.  Whoever looks sees all of the file or nothing of it, records and sums alike, and never a record
 * twice.                                                                                         LEARN-023, LEARN-025, LEARN-302 */
#include "test/kill/kit.h"

#include <fcntl.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/hours/hours.h"
#include "app/store/store.h"
#include "base/national_id.h"
#include "base/text.h"

enum { PERSONS = 1000, ROWS = 3000, CHANGED = 500, TRIES = 600 };

static char program[600];
static struct who officer;
static int64_t expected;                                        /* hours of all records, when all is stored */
static int round_number;

static const char *id_of(int n)
{
	static char id[24];

	for (int last = 0; last < 10; last++) {
		snprintf(id, sizeof(id), "A1%07d%d", n, last);
		if (national_id_valid(id))
			return id;
	}
	fail("no number for person %d", n);
}

static void basis_tx(struct db *db, void *with)
{
	static const struct sql person = {.name = "person", .values = 1, .writes = true, .text = "INSERT INTO person"
		" (national_id, name, name_key, sex, birth_date) VALUES ($1, '王小明', '', 'male', '1991-01-31')"};
	static const struct sql code = {.name = "code", .writes = true, .text = "INSERT INTO code_item (table_code, code, name)"
		" VALUES ('course_category', '301', '資訊'), ('course_category', '302', '法制與採購')"};
	int64_t agency = agency_add(db, "323000000A", "示範部", 0);

	(void)with;
	account_add(db, agency, "hr01", "李二美", "agency_officer", NULL);
	db_run(db, &code);
	for (int i = 0; i < PERSONS; i++)
		db_run(db, &person, A(id_of(i)));
}

/* Row i of a round: three classes for each person, and the first ones of the round before with other hours. */
static void add_row(struct text *t, int of_round, int i, int hours)
{
	text_print(t, "%s,示範大學,第%d輪課程%d,302,107/05/01,107/05/02,2,%d,1,學校\r\n", id_of(i % PERSONS), of_round, i / PERSONS, hours);
}

static int write_file(void)
{
	struct text t = text_new(keep_mem, 4 << 20);
	char path[700];

	text_puts(&t, "*身分證號,*訓練進修機構名稱,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,機構性質\r\n");
	for (int i = 0; i < ROWS; i++)
		add_row(&t, round_number, i, 1 + i % 6);
	for (int i = 0; round_number && i < CHANGED; i++)
		add_row(&t, round_number - 1, i, 11 + i % 6);
	snprintf(path, sizeof path, "%s/hours.csv", keep_folder);
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0 || write(fd, t.at, t.n) != (ssize_t)t.n)
		fail("the file can't be written");
	return fd;
}

struct handing { struct import_order order; int64_t content; };

static void hand_in(struct db *db, void *with)
{
	const struct handing *h = with;

	batch_new(db, &h->order, h->content, true);
}

static void upload(void)
{
	struct db *db = keep_open();
	int fd = write_file();
	struct handing h = {.order = {.kind = &hours_unopened_kind, .who = &officer, .file_name = "hours.csv", .again = true, .now = job_now()}};

	h.content = store_content(db, fd);
	db_tx(db, hand_in, &h);
	db_close(db);
	close(fd);
	for (int i = 0; i < ROWS; i++)
		expected += 1 + i % 6;
	expected += round_number ? (int64_t)CHANGED * 10 : 0;
	round_number++;
}

/* ---- what is looked at */

static int findings;

static void tell(void *with, const char *finding)
{
	(void)with;
	findings++;
	printf("# %s\n", finding);
}

static void look_once(struct db *db, void *with)
{
	static const struct sql all = {.name = "all", .text = "SELECT coalesce(sum(hours), 0) AS hours FROM hours_seen", .scans = true};
	struct rows *r = db_run(db, &all);

	*(int64_t *)with = row_int(r, 0, "hours");
	findings = 0;
	hours_check(db, tell, NULL);
}

/* The hours seen; -1: the sums say otherwise than the records. */
static int64_t look(void)
{
	struct db *db = keep_open();
	int64_t hours = 0;

	db_tx_read(db, look_once, &hours);
	db_close(db);
	return findings ? -1 : hours;
}

static bool waits(void)
{
	struct db *db = keep_open();
	bool yes = number(db, "SELECT COUNT(*) FROM job WHERE kind IN ('import', 'hours.fold') AND state IN ('waiting', 'running')"
		" AND (kind = 'import' OR not_before = 0)");

	db_close(db);
	return yes;
}

/* Until nothing waits: who was killed is found dead, and the next one goes on.  A try waits a little longer each time, so it is called. */
static void finish(void)
{
	for (int i = 0; i < TRIES && waits(); i++) {
		int status;
		struct db *db = keep_open();

		db_run(db, SQL("UPDATE job SET not_before = 0 WHERE kind = 'import' AND state = 'waiting'"));
		db_close(db);
		waitpid(kill_worker(program), &status, 0);
		nap(10);
	}
}

static bool doubles(void)
{
	struct db *db = keep_open();
	int64_t n = number(db, "SELECT COUNT(*) FROM hours_record WHERE deleted IS NULL"), distinct = number(db,
		"SELECT COUNT(*) FROM (SELECT DISTINCT roc_year, class, person FROM hours_record WHERE deleted IS NULL) d");

	db_close(db);
	if (n != distinct || n != (int64_t)ROWS * round_number)
		printf("# %lld records, %lld different ones, of %d\n", (long long)n, (long long)distinct, ROWS * round_number);
	return n != distinct || n != (int64_t)ROWS * round_number;
}

static bool round_of(int span, char *told, size_t n)
{
	int64_t before = expected, at_kill, end;
	int delay = kill_random(span), status;

	upload();
	pid_t pid = kill_worker(program);

	nap(delay);
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	at_kill = look();
	finish();
	end = look();
	snprintf(told, n, "after %d ms: %s at the kill, %s at the end", delay, at_kill == expected ? "all" : at_kill == before ? "nothing" : "a part",
		end == expected ? "all" : "not all");
	return (at_kill == before || at_kill == expected) && end == expected && !doubles();
}

static void test_all(void)
{
	int rounds = kill_rounds(200, 4), bad = 0, began;
	char told[200];
	struct db *db = keep_open();

	expected = round_number = 0;
	db_tx(db, basis_tx, NULL);
	if (!account_named(db, keep_mem, "323000000A/hr01", &officer))
		fail("no officer");
	db_close(db);
	upload();
	began = kill_clock();
	finish();
	int span = kill_clock() - began;

	if (!ok(look() == expected, "a file is stored when nobody disturbs it (%d ms)", span))
		fail("the loop makes no sense");
	for (int i = 0; i < rounds && !bad; i++) {
		bool good = round_of(span, told, sizeof told);

		bad += !ok(good, "kill %d of %d: all or nothing, and nothing twice (LEARN-025), %s", i + 1, rounds, told);
	}
}

int main(void)
{
	kill_find(program, sizeof program);
	kill_begin();
	on_both(test_all);
	return keep_end();
}
