/* A bank's file of many payments, from its bytes to booked slips, beside the barest way to the same rows: for each line one look-up and two
 * inserts over the bare library, in one transaction.  In turns in one run, all of it by import_work(), as the command and the job do.
 *
 * usage: build/release/bench/payment [payments [turns]]     PostgreSQL too where PEIXUN_TEST_PG names one:
 *        test/postgres run build/release/bench/payment */
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

#include "app/collection/collection.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/text.h"
#include "bench/measure.h"
#include "db/built.h"
#include "file/temp.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, MEMORY = 1 << 30, LINE = 120 };

static const struct import_kind *const kinds[] = {&collection_kind, NULL};
static int payments = 100000, turns = 5;
static struct arena *mem;
static struct db *db;

#define SQL(words, n, ...) (&(const struct sql){.name = "bench", .text = (words), .values = (n), .writes = true, .scans = true, ##__VA_ARGS__})

static const char *slip_of(int n, char to[32])
{
	snprintf(to, 32, "111007%010d", n);
	return to;
}

static int scattered(int i)
{
	return (int)((uint64_t)i * 2654435761u % (uint64_t)payments);
}

/* ---- slips of that many trainees, each with what decides on the fee ---- */

static void set_up(struct db *d, void *with)
{
	char slip[32];

	(void)with;
	db_run(d, SQL("INSERT INTO agency (id, code, name) VALUES (1, '323000000A', '示範部')", 0));
	db_run(d, SQL("INSERT INTO exam (id, exam_year, exam_code, exam_name) VALUES (1, 111, '007', '警察特考')", 0));
	db_run(d, SQL("INSERT INTO account (id, agency, name, role) VALUES (1, 1, 'bench', 'csptc_officer')", 0));
	for (int i = 0; i < payments; i++) {
		slip_of(i, slip);
		db_run(d, SQL("INSERT INTO person (id, national_id, name, name_key, sex, birth_date) VALUES ($1, $2, '王小明', 'x', 'male', '1995-05-05')", 2),
			A(i + 1), A(slip));
		db_run(d, SQL("INSERT INTO admission (id, person, exam, agency, exam_level, exam_category) VALUES ($1, $1, 1, 1, '三等考試', '行政')", 1), A(i + 1));
		db_run(d, SQL("INSERT INTO certificate_data (admission, identity, score) VALUES ($1, '一般', '82.00')", 1), A(i + 1));
		db_run(d, SQL("INSERT INTO fee_slip (id, admission, number, amount, issued, due) VALUES ($1, $1, $2, 500, '2023-02-03', '2023-02-20')", 2),
			A(i + 1), A(slip));
		if (i % 1000 == 0)
			arena_reset(mem);
	}
}

static int make_file(void)
{
	struct text t = text_new(arena_new(MEMORY), MEMORY / 2);
	char slip[32], line[256];
	int fd = temp_file(mem);

	text_print(&t, "%-*s\r\n", LINE, "18221120221");
	for (int i = 0; i < payments; i++) {
		snprintf(line, sizeof line, "2112022111202207111%s%09d00%012d", slip_of(scattered(i), slip), 500, i);
		text_print(&t, "%-*s\r\n", LINE, line);
	}
	snprintf(line, sizeof line, "3%08d%012d00", payments, payments * 500);
	text_print(&t, "%-*s\r\n", LINE, line);
	file_write(fd, t.at, t.n);
	return fd;
}

static void wipe(void)
{
	static const char *const tables[] = {"import_piece", "fee_booking", "fee_payment"};

	if (db_is_postgresql(db)) {
		db_run(db, SQL("TRUNCATE import_piece, fee_booking, fee_payment", 0));
		return;
	}
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		db_run(db, SQL(arena_print(mem, "DELETE FROM %s", tables[i]), 0));
}

static int64_t booked(void)
{
	return row_int(db_run(db, SQL("SELECT count(*) AS n FROM fee_booking", 0)), 0, "n");
}

/* ---- ours ---- */

/* Processor time up to each step that the import tells of. */
static struct step { const char *text; double until; } steps[16];
static int n_steps;
static double step_began;

static void step(int64_t done, int64_t total, const char *text)
{
	(void)done, (void)total;
	if (!n_steps || strcmp(steps[n_steps - 1].text, text)) {
		if (n_steps == 16)
			return;
		steps[n_steps++] = (struct step){text, 0};
	}
	steps[n_steps - 1].until = now().cpu - step_began;
}

static void tell_steps(double all)
{
	for (int i = 0; i < n_steps; i++)
		printf("  %s until %.2f s\n", steps[i].text, steps[i].until);
	printf("  the end at %.2f s\n", all);
}

static int64_t content;
static struct who officer = {.account = 1, .agency = 1, .all_agencies = true};

static void put_batch(struct db *d, void *with)
{
	const struct import_order o = {.kind = &collection_kind, .who = &officer, .file_name = "bench.txt", .again = true, .now = {1800000000}};

	*(int64_t *)with = batch_new(d, &o, content, false);
}

static struct times ours(void)
{
	struct arena *own = arena_new(MEMORY);
	struct import_batch b;
	int64_t id;

	db_tx(db, put_batch, &id);
	struct times t = now();

	n_steps = 0;
	step_began = t.cpu;
	import_work(db, own, id, (struct moment){1800000000}, step);
	t = since(t);
	batch_load(db, own, id, &b);
	if (booked() != payments)
		fail("not all are booked: %s %s", b.state.label, b.reason);
	arena_free(own);
	return t;
}

/* The same file once more: everything is known. */
static struct times again(void)
{
	struct arena *own = arena_new(MEMORY);
	int64_t id;

	db_tx(db, put_batch, &id);
	struct times t = now();

	import_work(db, own, id, (struct moment){1800000000}, NULL);
	t = since(t);
	arena_free(own);
	return t;
}

/* ---- bare ---- */

static sqlite3 *lite;

static sqlite3_stmt *prepare(const char *text)
{
	sqlite3_stmt *run;

	if (sqlite3_prepare_v3(lite, text, -1, SQLITE_PREPARE_PERSISTENT, &run, NULL))
		fail("%s", sqlite3_errmsg(lite));
	return run;
}

static void bare_one(sqlite3_stmt *find, sqlite3_stmt *put, sqlite3_stmt *book, int i)
{
	char slip[32], reference[64];

	snprintf(reference, sizeof reference, "1120221-7111-%012d", i);
	sqlite3_bind_text(find, 1, slip_of(scattered(i), slip), -1, SQLITE_STATIC);
	if (sqlite3_step(find) != SQLITE_ROW || sqlite3_column_int64(find, 1) != 500)
		fail("no slip %s", slip);
	sqlite3_bind_text(put, 1, reference, -1, SQLITE_STATIC);
	sqlite3_bind_text(put, 2, slip, -1, SQLITE_STATIC);
	sqlite3_bind_int64(put, 3, sqlite3_column_int64(find, 0));
	if (sqlite3_step(put) != SQLITE_DONE)
		fail("%s", sqlite3_errmsg(lite));
	sqlite3_bind_int64(book, 1, sqlite3_column_int64(find, 0));
	sqlite3_bind_int64(book, 2, sqlite3_last_insert_rowid(lite));
	sqlite3_bind_text(book, 3, reference, -1, SQLITE_STATIC);
	if (sqlite3_step(book) != SQLITE_DONE)
		fail("%s", sqlite3_errmsg(lite));
	sqlite3_reset(find);
	sqlite3_reset(put);
	sqlite3_reset(book);
}

static struct times bare(void)
{
	struct times t = now();
	sqlite3_stmt *find = prepare("SELECT id, amount FROM fee_slip WHERE number = ?");
	sqlite3_stmt *put = prepare("INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, batch, slip, outcome)"
		" VALUES ('convenience_store', ?, ?, 500, '2023-02-20', 1, 'bench.txt', 1, ?, 'booked')");
	sqlite3_stmt *book = prepare("INSERT INTO fee_booking (slip, payment, channel, reference, paid_on, booked)"
		" VALUES (?, ?, 'convenience_store', ?, '2023-02-20', 1)");

	sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int i = 0; i < payments; i++)
		bare_one(find, put, book, i);
	if (sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	sqlite3_finalize(find);
	sqlite3_finalize(put);
	sqlite3_finalize(book);
	return since(t);
}

/* ---- both ---- */

static void tell(const char *engine, double *wall, double *cpu, double *known, double *ratio)
{
	printf("%-10s %d payments: %.2f s by the clock (best %.2f), %.2f s of our processor time; the same again %.2f s", engine, payments,
		median(wall, turns), wall[0], median(cpu, turns), median(known, turns));
	printf(ratio ? "; ratio to the bare loop %.2f\n" : "\n", ratio ? median(ratio, turns) : 0);
}

static void measure(const char *engine, const char *url)
{
	double wall[TURNS_MOST], cpu[TURNS_MOST], known[TURNS_MOST], ratio[TURNS_MOST];

	db = db_open(url);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	db_tx_bulk(db, set_up, NULL);
	if (db_is_postgresql(db))
		db_run(db, SQL("ANALYZE", 0));
	content = store_content(db, make_file());
	lite = NULL;
	if (!db_is_postgresql(db) && (sqlite3_open(url, &lite) || sqlite3_exec(lite, "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-24000", 0, 0, 0)))
		fail("%s", url);
	for (int i = 0; i < turns; i++) {
		double bare_cpu = 0;

		if (lite) {
			bare_cpu = bare().cpu;
			wipe();
		}
		struct times t = ours();

		wall[i] = t.wall;
		cpu[i] = t.cpu;
		ratio[i] = bare_cpu / t.cpu;
		known[i] = again().wall;
		wipe();
	}
	tell_steps(cpu[turns - 1]);
	tell(engine, wall, cpu, known, lite ? ratio : NULL);
	if (lite)
		sqlite3_close(lite);
	db_close(db);
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/peixun-bench-XXXXXX";

	if (argc > 1)
		payments = (int)strtol(argv[1], NULL, 10);
	if (argc > 2)
		turns = (int)strtol(argv[2], NULL, 10);
	mem = arena_new(MEMORY);
	import_kinds(kinds);
	if (!mkdtemp(folder))
		fail("no folder");
	job_board(arena_print(mem, "%s/board", folder));
	measure("SQLite", arena_print(mem, "%s/x.db", folder));
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
		unlink(arena_print(mem, "%s/x.db%s", folder, *end));
	unlink(arena_print(mem, "%s/board", folder));
	rmdir(folder);
	if (fresh_server()) {
		measure("PostgreSQL", fresh_make(mem));
		fresh_drop(mem);
	}
	arena_free(mem);
	return 0;
}
