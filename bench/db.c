/* What the door of db.h costs: the same work through it and through the bare libraries, in turns, the best of each kept.
 *
 * usage: build/release/bench/db [rows]      SQLite in a new folder under TMPDIR; PostgreSQL where PEIXUN_TEST_PG names one:
 *        test/postgres run build/release/bench/db */
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

#include "base/log.h"
#include "base/text.h"
#include "bench/measure.h"
#include "db/db.h"
#include "test/fresh.h"

enum { TURNS = 5, LOOKUPS = 50000 };

#define INSERT "INSERT INTO hours (id, person, course, day, minutes) VALUES ($1, $2, $3, $4, $5)"
#define SELECT "SELECT person, course, day, minutes FROM hours WHERE id = $1"
#define ALL "SELECT id, person, course, day, minutes FROM hours ORDER BY id"

static const struct sql make = {.name = "make", .writes = true,
	.text = "CREATE TABLE hours (id BIGINT PRIMARY KEY, person TEXT, course BIGINT, day TEXT, minutes BIGINT)"};
static const struct sql analyze = {.name = "analyze", .text = "ANALYZE hours", .writes = true};
static const struct sql clear = {.name = "clear", .text = "DELETE FROM hours", .writes = true, .scans = true};
static const struct sql put = {.name = "put", .text = INSERT, .values = 5, .writes = true,
	.copy = "COPY hours (id, person, course, day, minutes) FROM STDIN"};
static const struct sql get = {.name = "get", .text = SELECT, .values = 1};
static const struct sql all = {.name = "all", .text = ALL, .scans = true};

static struct arena *mem;
static struct db *db;
static sqlite3 *lite;
static PGconn *pg;
static int rows = 200000;
static int64_t sum;                                             /* what was read, so that none of it is left out */

static char *person(char to[12], int i)
{
	snprintf(to, 12, "A1%08d", i % 100000000);
	return to;
}

static int scattered(int i)
{
	return (int)((uint64_t)i * 2654435761u % (uint64_t)rows);
}

/* ---- through the door */

static void door_put_tx(struct db *d, void *with)
{
	char name[12];

	(void)with;
	for (int i = 0; i < rows; i++) {
		db_run(d, &put, A(i), A(person(name, i)), A(i % 500), A("2024-08-01"), A(60));
		if (i % 1000 == 999)
			arena_reset(mem);
	}
}

static void door_put(void) { db_tx_bulk(db, door_put_tx, NULL); }

static bool next_row(void *with, struct value *row)
{
	static char name[12];
	int *i = with;

	row[0] = A(*i);
	row[1] = A(person(name, *i));
	row[2] = A(*i % 500);
	row[3] = A("2024-08-01");
	row[4] = A(60);
	return (*i)++ < rows;
}

static void door_load_tx(struct db *d, void *with)
{
	int i = 0;

	(void)with;
	db_load(d, &put, next_row, &i);
}

static void door_load(void) { db_tx_bulk(db, door_load_tx, NULL); }

static void door_get(void)
{
	for (int i = 0; i < LOOKUPS; i++) {
		struct rows *r = db_run(db, &get, A(scattered(i)));

		sum += row_int(r, 0, "minutes") + row_text(r, 0, "person")[0];
		arena_reset(mem);
	}
}

static bool add_piece(void *with, const struct rows *r)
{
	(void)with;
	for (int i = 0; i < r->n; i++)
		sum += row_cell(r, i, 4)->i + row_cell(r, i, 1)->s[0];
	return true;
}

static void door_all(void)
{
	struct arena *piece = arena_new(16 << 20);

	db_each(db, piece, 1000, &all, NULL, 0, add_piece, NULL);
	arena_free(piece);
}

/* ---- bare SQLite */

static sqlite3_stmt *lite_prepare(const char *text)
{
	sqlite3_stmt *run;

	if (sqlite3_prepare_v3(lite, text, -1, SQLITE_PREPARE_PERSISTENT, &run, NULL))
		fail("%s", sqlite3_errmsg(lite));
	return run;
}

static void lite_put(void)
{
	sqlite3_stmt *run = lite_prepare(INSERT);
	char name[12];

	sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int i = 0; i < rows; i++) {
		sqlite3_bind_int64(run, 1, i);
		sqlite3_bind_text(run, 2, person(name, i), -1, SQLITE_STATIC);
		sqlite3_bind_int64(run, 3, i % 500);
		sqlite3_bind_text(run, 4, "2024-08-01", -1, SQLITE_STATIC);
		sqlite3_bind_int64(run, 5, 60);
		if (sqlite3_step(run) != SQLITE_DONE)
			fail("%s", sqlite3_errmsg(lite));
		sqlite3_reset(run);
	}
	sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL);
	sqlite3_finalize(run);
}

static void lite_get(void)
{
	sqlite3_stmt *run = lite_prepare(SELECT);

	for (int i = 0; i < LOOKUPS; i++) {
		sqlite3_bind_int64(run, 1, scattered(i));
		if (sqlite3_step(run) != SQLITE_ROW)
			fail("%s", sqlite3_errmsg(lite));
		sum += sqlite3_column_int64(run, 3) + sqlite3_column_text(run, 0)[0];
		sqlite3_reset(run);
	}
	sqlite3_finalize(run);
}

static void lite_all(void)
{
	sqlite3_stmt *run = lite_prepare(ALL);

	while (sqlite3_step(run) == SQLITE_ROW)
		sum += sqlite3_column_int64(run, 4) + sqlite3_column_text(run, 1)[0];
	sqlite3_finalize(run);
}

/* ---- bare PostgreSQL */

static void pg_order(const char *text)
{
	PGresult *r = PQexec(pg, text);

	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_COPY_IN)
		fail("%s: %s", text, PQerrorMessage(pg));
	PQclear(r);
}

static void pg_put(void)
{
	pg_order("BEGIN");
	PQclear(PQprepare(pg, "put", INSERT, 0, NULL));
	for (int i = 0; i < rows; i++) {
		char id[12], name[12], course[12];
		const char *values[] = {id, person(name, i), course, "2024-08-01", "60"};

		snprintf(id, sizeof id, "%d", i);
		snprintf(course, sizeof course, "%d", i % 500);
		PQclear(PQexecPrepared(pg, "put", 5, values, NULL, NULL, 0));
	}
	pg_order("COMMIT");
	pg_order("DEALLOCATE put");
}

static void pg_load(void)
{
	char name[12], line[100];

	pg_order("BEGIN");
	pg_order(put.copy);
	for (int i = 0; i < rows; i++)
		PQputCopyData(pg, line, snprintf(line, sizeof line, "%d\t%s\t%d\t2024-08-01\t60\n", i, person(name, i), i % 500));
	PQputCopyEnd(pg, NULL);
	for (PGresult *r; (r = PQgetResult(pg)); PQclear(r))
		continue;
	pg_order("COMMIT");
}

static void pg_get(void)
{
	PQclear(PQprepare(pg, "get", SELECT, 0, NULL));
	for (int i = 0; i < LOOKUPS; i++) {
		char id[12];
		const char *values[] = {id};

		snprintf(id, sizeof id, "%d", scattered(i));
		PGresult *r = PQexecPrepared(pg, "get", 1, values, NULL, NULL, 0);

		sum += PQgetvalue(r, 0, 3)[0] + PQgetvalue(r, 0, 0)[0];
		PQclear(r);
	}
	pg_order("DEALLOCATE get");
}

static void pg_all(void)
{
	int n;

	pg_order("BEGIN");
	pg_order("DECLARE c NO SCROLL CURSOR FOR " ALL);
	do {
		PGresult *r = PQexec(pg, "FETCH FORWARD 1000 FROM c");

		n = PQntuples(r);
		for (int i = 0; i < n; i++)
			sum += PQgetvalue(r, i, 4)[0] + PQgetvalue(r, i, 1)[0];
		PQclear(r);
	} while (n);
	pg_order("COMMIT");
}

/* ---- in turns */

static double timed(void (*work)(void), bool writes)
{
	if (writes)
		db_run(db, &clear);
	double from = seconds_of(CLOCK_MONOTONIC);

	work();
	return seconds_of(CLOCK_MONOTONIC) - from;
}

static void compare(const char *what, void (*door)(void), void (*bare)(void), int n, bool writes)
{
	double a = 1e9, b = 1e9;

	for (int i = 0; i < TURNS; i++) {
		double one = timed(door, writes), other = timed(bare, writes);

		a = one < a ? one : a;
		b = other < b ? other : b;
	}
	printf("%-34s %9.0f/s  bare %9.0f/s  %+6.2f us each\n", what, n / a, n / b, (a - b) / n * 1e6);
}

static void on_sqlite(void)
{
	struct arena *own = arena_new(1 << 20);
	char *folder = arena_print(own, "%s/peixun-bench-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");

	if (!mkdtemp(folder))
		fail("no folder");
	const char *url = arena_print(own, "%s/bench.db", folder);

	db = db_open(url);
	db_use_arena(db, mem);
	db_run(db, &make);
	if (sqlite3_open(url, &lite) || sqlite3_exec(lite, "PRAGMA synchronous = FULL; PRAGMA cache_size = -64000;"
		" PRAGMA mmap_size = 134217728; PRAGMA wal_autocheckpoint = 2000", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	compare("SQLite: one insert a row", door_put, lite_put, rows, true);
	compare("SQLite: load", door_load, lite_put, rows, true);
	compare("SQLite: by key", door_get, lite_get, LOOKUPS, false);
	compare("SQLite: every row by pieces", door_all, lite_all, rows, false);
	sqlite3_close(lite);
	db_close(db);
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
		unlink(arena_print(own, "%s%s", url, *end));
	rmdir(folder);
	arena_free(own);
}

static void on_postgresql(void)
{
	struct arena *own = arena_new(1 << 20);
	const char *url = fresh_make(own);

	db = db_open(url);
	db_use_arena(db, mem);
	db_run(db, &make);
	pg = PQconnectdb(url);
	int all_rows = rows;

	rows = LOOKUPS / 5;
	compare("PostgreSQL: one insert a row", door_put, pg_put, rows, true);
	rows = all_rows;
	compare("PostgreSQL: load by COPY", door_load, pg_load, rows, true);
	db_run(db, &analyze);
	compare("PostgreSQL: by key", door_get, pg_get, LOOKUPS, false);
	compare("PostgreSQL: every row by pieces", door_all, pg_all, rows, false);
	PQfinish(pg);
	db_close(db);
	fresh_drop(own);
	arena_free(own);
}

int main(int argc, char **argv)
{
	int64_t n = rows;

	if (argc > 1 && !text_to_int(argv[1], LOOKUPS / 5, 10000000, &n))
		return 2;
	rows = (int)n;
	mem = arena_new(64 << 20);
	on_sqlite();
	if (fresh_server())
		on_postgresql();
	arena_free(mem);
	return sum == 0;
}
