/* Hours of 終身學習 from a file, beside the barest way to the same rows, with many records stored already; ratios are medians of turns.
 *
 * Check: a file read and judged with all references (persons, postings, codes, institutions, classes, duplicates).  Store: the checked rows
 * into the database, beside a loop over the bare library that puts the very same rows, read back before and in the same order, into the same
 * tables in one transaction (PostgreSQL: COPY).  Again: the same file once more, of which nothing is written.
 *
 * usage: build/release/bench/hours [rows [turns [stored [file]]]]    file: a database of an earlier call, kept for the next one
 *        PostgreSQL too where PEIXUN_TEST_PG names one: test/postgres run build/release/bench/hours */
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

#include "app/account/account.h"
#include "app/hours/private.h"
#include "app/import/private.h"
#include "app/store/store.h"
#include "base/log.h"
#include "base/national_id.h"
#include "base/text.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "db/built.h"
#include "file/temp.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, MEMORY = 1 << 30, PERSONS = 30000, CLASS = 30, AGENCIES = 200, YEARS = 10, COLUMNS_MOST = 40 };

static const struct import_kind *const kinds[] = {&hours_unopened_kind, NULL};
static int64_t rows = 100000, turns = 5, stored = 10000000;
static struct arena *mem, *file_mem;
static struct db *db;
static sqlite3 *lite;
static PGconn *pg;
static struct moment today = {1735600000};                      /* 113/12/31 */

/* ---- what is there before */

static void national_id(int64_t n, char to[16])
{
	snprintf(to, 16, "A1%07u0", (unsigned)(n % 10000000));
	while (!national_id_valid(to))
		to[9]++;
}

struct person_feed { int64_t n; char id[16], name[32]; };
static const struct sql person_put = {.name = "person_put", .writes = true, .values = 3,
	.text = "INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, 'male', '1980-01-01')",
	.copy = NULL};

static void put_persons(struct db *d, void *with)
{
	struct person_feed *f = with;

	for (f->n = 0; f->n < PERSONS; f->n++) {
		national_id(f->n, f->id);
		snprintf(f->name, sizeof f->name, "王小%d", (int)f->n);
		db_run(d, &person_put, A(f->id), A(f->name), A(""));
	}
}

static void seed_codes(void)
{
	fill_order(db, "INSERT INTO agency (id, code, name) VALUES (1, '323000000A', '示範部')");
	fill_order(db, arena_print(mem,
		"INSERT INTO agency (id, code, name, parent) SELECT i + 2, 'A' || (100000000 + i), '機關' || i, 1 FROM %s",
		fill_numbers(db, mem, AGENCIES - 1)));
	fill_order(db, "INSERT INTO account (id, agency, name, role) VALUES (1, 1, 'bench', 'agency_officer')");
	fill_order(db, arena_print(mem,
		"INSERT INTO code_item (id, table_code, code, name) SELECT i + 1, 'course_category', CAST(101 + i AS TEXT), '類別' || i FROM %s",
		fill_numbers(db, mem, 20)));
	fill_order(db, arena_print(mem, "INSERT INTO institution (id, name, kind) SELECT i + 1, '示範訓練中心' || i, 'government' FROM %s", fill_numbers(db, mem, 200)));
	fill_order(db, "INSERT INTO business_category (agency, category) VALUES (0, 1), (0, 2), (0, 3)");
}

static void seed_records(void)
{
	fill_order(db, arena_print(mem, "INSERT INTO hours_class (roc_year, kind, institution, name, start_day, end_day, category, fold, spelt)"
		" SELECT 104 + i * %d / %lld, 2, i %% 200 + 1, '既有課程' || i, (2015 + i * %d / %lld) || '-05-01', (2015 + i * %d / %lld) || '-05-02',"
		" i %% 20 + 1, i * CAST(922337203685 AS BIGINT), i FROM %s", YEARS, (long long)(stored / CLASS + 1), YEARS,
			(long long)(stored / CLASS + 1), YEARS,
		(long long)(stored / CLASS + 1), fill_numbers(db, mem, stored / CLASS + 1)));
	for (int64_t from = 0; from < stored; from += 1000000)
		fill_order(db, arena_print(mem,
			"INSERT INTO hours_record (roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex,"
			" category, mode, amount, unit_of_amount, hours, digital, business, cert, review, source)"
			" SELECT 104 + c * %d / %lld, c + 1, p + 1, 1, p %% %d + 1, 1, 1, 1, 1, 0, 1, c %% 20 + 1, 2, 6, 1, 6, 0, 1, 1, 0, 2"
			" FROM (SELECT i / %d AS c, (i / %d * 7919 + i %% %d * 997) %% %d AS p FROM (SELECT i + %lld AS i FROM %s) n) m", YEARS,
			(long long)(stored / CLASS + 1), AGENCIES, CLASS, CLASS, CLASS, PERSONS, (long long)from,
				fill_numbers(db, mem, stored - from < 1000000 ? stored - from : 1000000)));
	fill_order(db, "INSERT INTO hours_served (roc_year, agency, person) SELECT DISTINCT roc_year, agency, person FROM hours_record");
	fill_order(db, "INSERT INTO hours_person (roc_year, person, category, records, hours, digital, business) SELECT roc_year, person, category, count(*), sum(hours),"
		" sum(digital), sum(hours * business) FROM hours_record GROUP BY roc_year, person, category");
	fill_order(db, "INSERT INTO hours_agency (roc_year, agency, category, records, hours, digital, business) SELECT roc_year, agency, category, count(*), sum(hours),"
		" sum(digital), sum(hours * business) FROM hours_record GROUP BY roc_year, agency, category");
}

static void seed(void)
{
	struct person_feed f;
	double began = seconds_of(CLOCK_MONOTONIC);

	seed_codes();
	db_tx_bulk(db, put_persons, &f);
	fill_order(db, arena_print(mem,
		"INSERT INTO service_record (person, agency, title, rank, person_class, from_day) SELECT id, (id - 1) %% %d + 1, 1, 1, 1,"
		" '2011-01-01' FROM person", AGENCIES));
	seed_records();
	if (pg)
		fill_order(db, "ANALYZE");
	printf("%lld records of %d persons made in %.0f s\n", (long long)stored, PERSONS, seconds_of(CLOCK_MONOTONIC) - began);
}

/* With room for the indexes of a year, which the program does not have: minutes instead of a quarter of an hour. */
static void seed_quickly(void)
{
	if (!pg)
		fill_order(db, "PRAGMA cache_size = -400000");
	seed();
	if (!pg)
		fill_order(db, "PRAGMA cache_size = -8000");
}

/* ---- the file: classes of 30, in another order than that of their names */

static int make_file(void)
{
	struct text t = text_new(file_mem, MEMORY / 2);
	char id[16];
	int fd = temp_file(file_mem);

	text_puts(&t,
		"*身分證號,姓名,*訓練進修機構名稱,機構性質,*課程名稱,*課程類別,*起始日期,*終迄日期,*學習性質,*訓練總數,*訓練總數單位,數位時數,"
		"實體時數,認證結果,期別,訓練成績,證件字號,上課縣市,與業務相關,備註\r\n");
	for (int64_t i = 0; i < rows; i++) {
		int64_t c = i / CLASS, p = (c * 7919 + i % CLASS * 997) % PERSONS;

		national_id(p, id);
		text_print(&t, "%s,王小%d,示範訓練中心%d,,新課程%d,%d,113/05/01,113/05/02,實體學習,6,小時,,6,通過,,,,,,\r\n",
			id, (int)p, (int)(c % 200), (int)c,
			(int)(101 + c % 20));
	}
	file_write(fd, t.at, t.n);
	return fd;
}

/* ---- ours */

static int64_t content;
static struct who officer = {.account = 1, .agency = 1};
static const struct sql storing = {.name = "storing", .writes = true, .values = 2,
	.text = "UPDATE import_batch SET state = 'storing', lease = $2 WHERE id = $1"};

static void put_batch(struct db *d, void *with)
{
	struct import_order o = {.kind = &hours_unopened_kind, .who = &officer, .file_name = "bench.csv", .again = true, .now = today};

	*(int64_t *)with = batch_new(d, &o, content, false);
}

/* check: reading too. */
struct stages { struct times read, check, store; };

static struct stages ours(int fd, int64_t *batch, bool store)
{
	struct arena *own = arena_new(MEMORY);
	struct import_batch b;
	struct import_run *run = arena_get(own, sizeof *run);
	struct stages t = {0};

	content = content ? content : store_content(db, fd);
	db_tx(db, put_batch, batch);
	db_run(db, &storing, A(*batch), A(1));
	batch_load(db, own, *batch, &b);
	run_new(run, db, own, &b, today);
	run->fd = fd;
	run->size = file_size(fd);
	struct times began = now();

	if (!read_rows(run) || (int64_t)run->n_entries != rows)
		fail("%u of %lld rows passed: %s", run->n_entries, (long long)rows, run->refusal ? run->refusal : "");
	t.read = since(began);
	if (!check_rows(run) || run->count[IMPORT_REJECT])
		fail("%lld rows refused", (long long)run->count[IMPORT_REJECT]);
	t.check = since(began);
	run->batch.rows_wrong = run->batch.rows_conflict = 0;
	began = now();
	if (store && !store_rows(run))
		fail("not stored");
	t.store = since(began);
	arena_free(own);
	return t;
}

static struct times whole(int64_t *batch)
{
	struct arena *own = arena_new(MEMORY);
	struct times began = now();

	db_tx(db, put_batch, batch);
	import_work(db, own, *batch, today, NULL);
	arena_free(own);
	return since(began);
}

/* ---- the very same rows, bare */

static const struct copied { const char *table, *columns; } tables[] = {
	{"hours_class", "id, roc_year, kind, course, institution, name, start_day, end_day, category, study_kind, fold, spelt, batch"},
	{"hours_class_owner", "owner, roc_year, class"},
	{"hours_record", "id, roc_year, class, person, owner, agency, unit, title, rank, person_class, is_supervisor, sex, category, mode, amount,"
		" unit_of_amount, hours, digital, business, cert, review, source, more, batch"},
	{"hours_person_new", "batch, piece, roc_year, person, category, records, hours, digital, business"},
	{"hours_agency_new", "batch, piece, roc_year, agency, category, records, hours, digital, business"},
};
enum { TABLES = sizeof tables / sizeof *tables };
static struct rows *kept[TABLES];
static struct arena *kept_mem;

static const char *of_batch(int i, int64_t batch)
{
	return i == 1 ? arena_print(mem, "class IN (SELECT id FROM hours_class WHERE batch = %lld)", (long long)batch)
		: arena_print(mem, "batch = %lld", (long long)batch);
}

static void keep_rows(int64_t batch)
{
	static const char *const sorted[] = {"id", "roc_year, class", "id", "piece, roc_year, person, category",
		"piece, roc_year, agency, category"};
	struct arena *before = db_arena(db);

	kept_mem = arena_new((size_t)4 * MEMORY);
	db_use_arena(db, kept_mem);
	for (int i = 0; i < TABLES; i++) {
		struct sql sql = {.name = "keep", .scans = true, .text = arena_print(kept_mem,
			"SELECT %s FROM %s WHERE %s ORDER BY %s", tables[i].columns,
			tables[i].table, of_batch(i, batch), sorted[i])};

		kept[i] = db_run(db, &sql);
	}
	db_use_arena(db, before);
}

static void wipe(int64_t batch)
{
	for (int i = TABLES - 1; i >= 0; i--) {
		if (i == 1)
			fill_order(db, arena_print(mem,
				"DELETE FROM hours_class_owner WHERE class IN (SELECT id FROM hours_class WHERE batch = %lld)",
				(long long)batch));
		else if (i == 2)
			fill_order(db, arena_print(mem,
				"DELETE FROM hours_record WHERE roc_year = 113 AND class IN (SELECT id FROM hours_class WHERE batch = %lld)",
				(long long)batch));
		else
			fill_order(db, arena_print(mem, "DELETE FROM %s WHERE batch = %lld", tables[i].table, (long long)batch));
	}
	fill_order(db, arena_print(mem, "DELETE FROM import_piece WHERE batch = %lld", (long long)batch));
	if (pg)
		fill_order(db, "VACUUM hours_class, hours_class_owner, hours_record_113, hours_person_new, hours_agency_new");
	fill_order(db, pg ? "CHECKPOINT" : "PRAGMA wal_checkpoint(TRUNCATE)");
}

static void lite_table(int i)
{
	struct text t = text_new(mem, 1 << 16);
	sqlite3_stmt *run;

	text_print(&t, "INSERT INTO %s (%s) VALUES (?", tables[i].table, tables[i].columns);
	for (int c = 1; c < kept[i]->columns; c++)
		text_puts(&t, ", ?");
	text_puts(&t, ")");
	if (sqlite3_prepare_v3(lite, t.at, -1, SQLITE_PREPARE_PERSISTENT, &run, NULL))
		fail("%s", sqlite3_errmsg(lite));
	for (int k = 0; k < kept[i]->n; k++) {
		for (int c = 0; c < kept[i]->columns; c++) {
			const struct value *v = row_cell(kept[i], k, c);

			if (v->kind == VALUE_INT)
				sqlite3_bind_int64(run, c + 1, v->i);
			else if (v->kind == VALUE_TEXT)
				sqlite3_bind_text(run, c + 1, v->s, (int)v->n, SQLITE_STATIC);
			else
				sqlite3_bind_null(run, c + 1);
		}
		if (sqlite3_step(run) != SQLITE_DONE)
			fail("%s", sqlite3_errmsg(lite));
		sqlite3_reset(run);
	}
	sqlite3_finalize(run);
}

static void pg_order(const char *text)
{
	PGresult *r = PQexec(pg, text);

	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_COPY_IN)
		fail("%s: %s", text, PQerrorMessage(pg));
	PQclear(r);
}

static struct text lines[TABLES];

static void pg_lines(void)
{
	for (int i = 0; i < TABLES; i++) {
		lines[i] = text_new(kept_mem, (size_t)2 * MEMORY);
		for (int k = 0; k < kept[i]->n; k++)
			for (int c = 0; c < kept[i]->columns; c++) {
				const struct value *v = row_cell(kept[i], k, c);

				text_puts(&lines[i], c ? "\t" : "");
				if (v->kind == VALUE_INT)
					text_int(&lines[i], v->i);
				else
					text_puts(&lines[i], v->kind == VALUE_TEXT ? v->s : "\\N");
				if (c + 1 == kept[i]->columns)
					text_char(&lines[i], '\n');
			}
	}
}

static void pg_table(int i)
{
	pg_order(arena_print(mem, "COPY %s (%s) FROM STDIN", tables[i].table, tables[i].columns));
	for (size_t at = 0; at < lines[i].n; at += 65536)
		PQputCopyData(pg, lines[i].at + at, (int)(lines[i].n - at < 65536 ? lines[i].n - at : 65536));
	PQputCopyEnd(pg, NULL);
	for (PGresult *r; (r = PQgetResult(pg)); PQclear(r))
		if (PQresultStatus(r) != PGRES_COMMAND_OK)
			fail("%s", PQerrorMessage(pg));
}

static struct times bare(void)
{
	struct times began = now();

	if (pg)
		pg_order("BEGIN");
	else if (sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	for (int i = 0; i < TABLES; i++) {
		if (pg)
			pg_table(i);
		else
			lite_table(i);
	}
	if (pg)
		pg_order("COMMIT");
	else if (sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	return since(began);
}

/* ---- the comparison */

static void compare(const char *what)
{
	double read[TURNS_MOST], check[TURNS_MOST], store[TURNS_MOST], theirs[TURNS_MOST], ratio[TURNS_MOST], cpu[TURNS_MOST], again[TURNS_MOST],
		read_cpu[TURNS_MOST], check_cpu[TURNS_MOST], again_cpu[TURNS_MOST];
	int fd = make_file();
	int64_t batch = 0, second;

	content = 0;
	ours(fd, &batch, true);
	keep_rows(batch);
	if (pg)
		pg_lines();
	for (int i = 0; i < turns; i++) {
		wipe(batch);
		struct times b = bare();

		wipe(fill_number(db, "SELECT max(batch) FROM hours_class"));
		struct stages o = ours(fd, &batch, true);

		second = 0;
		struct times a = whole(&second);

		read[i] = o.read.wall, check[i] = o.check.wall, read_cpu[i] = o.read.cpu, check_cpu[i] = o.check.cpu, again_cpu[i] = a.cpu;
		store[i] = o.store.wall, theirs[i] = b.wall;
		ratio[i] = b.wall / o.store.wall, cpu[i] = b.cpu / o.store.cpu, again[i] = a.wall;
	}
	int64_t written = fill_number(db, arena_print(mem, "SELECT count(*) FROM hours_record WHERE batch = %lld", (long long)second));

	printf("%s, %lld rows, %lld stored before\n", what, (long long)rows, (long long)stored);
	printf("  read %8.0f rows a second, of processor time %8.0f; read and checked %8.0f, of processor time %8.0f\n",
		(double)rows / median(read, turns),
		(double)rows / median(read_cpu, turns), (double)rows / median(check, turns), (double)rows / median(check_cpu, turns));
	printf("  store %8.0f, bare %8.0f   ratio %.2f by the clock (%.2f times as long), %.2f by processor time\n",
		(double)rows / median(store, turns),
		(double)rows / median(theirs, turns), median(ratio, turns), 1 / ratio[turns / 2], median(cpu, turns));
	printf("  again, from the stored file to the end: %8.0f rows a second, of processor time %8.0f, %lld written\n",
		(double)rows / median(again, turns), (double)rows / median(again_cpu, turns), (long long)written);
	wipe(batch);
}

static void on(const char *what, const char *url, bool is_new)
{
	db = db_open(url);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	if (is_new)
		seed_quickly();
	stored = fill_number(db, "SELECT count(*) FROM hours_record");
	compare(what);
	db_close(db);
}

static void on_sqlite(const char *given)
{
	struct arena *own = arena_new(1 << 20);
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	const char *url = given ? given : arena_print(own, "%s/peixun-bench-hours.db", folder);
	bool is_new = access(url, F_OK) != 0;

	db = db_open(url);
	db_close(db);
	if (sqlite3_open(url, &lite) || sqlite3_exec(lite, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -64000;"
		" PRAGMA mmap_size = 134217728; PRAGMA wal_autocheckpoint = 2000", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	on("SQLite", url, is_new);
	sqlite3_close(lite);
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end && !given; end++)
		unlink(arena_print(own, "%s%s", url, *end));
	arena_free(own);
}

static void on_postgresql(void)
{
	struct arena *own = arena_new(1 << 20);
	const char *url = fresh_make(own);

	pg = PQconnectdb(url);
	on("PostgreSQL", url, true);
	PQfinish(pg);
	fresh_drop(own);
	arena_free(own);
}

int main(int argc, char **argv)
{
	if ((argc > 1 && !text_to_int(argv[1], 1000, 1000000, &rows)) || (argc > 2 && !text_to_int(argv[2], 1, TURNS_MOST, &turns)) ||
		(argc > 3 && !text_to_int(argv[3], 0, 100000000, &stored)))
		return 2;
	mem = arena_new(MEMORY);
	file_mem = arena_new((size_t)4 * MEMORY);
	import_kinds(kinds);
	if (!getenv("BENCH_ONLY_PG"))
		on_sqlite(argc > 4 ? argv[4] : NULL);
	if (fresh_server())
		on_postgresql();
	arena_free(file_mem);
	arena_free(mem);
	return 0;
}
