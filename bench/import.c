/* Uploads of persons against the barest way to the same rows, in turns in one run; ratios are medians.
 *
 * Check: a file parsed and judged by itself, beside cutting the same bytes into cells (Big5: decoded by iconv first).
 * Store: the checked rows into the database, beside a loop over the bare library that puts the same rows, sorted and with keys
 * made beforehand, into the same indexed tables in one transaction (PostgreSQL: COPY, as psql's \copy does it).
 *
 * usage: build/release/bench/import [rows [turns]]     PostgreSQL too where PEIXUN_TEST_PG names one:
 *        test/postgres run build/release/bench/import */
#include <iconv.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdio.h>
#include <time.h>

#include "app/account/account.h"
#include "app/import/private.h"
#include "app/roster/private.h"
#include "app/store/store.h"
#include "base/collate.h"
#include "base/log.h"
#include "base/national_id.h"
#include "base/text.h"
#include "bench/measure.h"
#include "db/built.h"
#include "file/temp.h"
#include "test/fresh.h"

enum { TURNS_MOST = 99, BLOCK = 256 << 10, MEMORY = 1 << 30 };

static const struct import_kind *const kinds[] = {&roster_kind, NULL};
static const struct sql set_up_statements[] = {
	{.name = "agency", .writes = true, .text = "INSERT INTO agency (id, code, name) VALUES (1, '323000000A', '示範部')"},
	{.name = "exam", .writes = true, .text = "INSERT INTO exam (id, exam_year, exam_code, exam_name) VALUES (1, 111, '007', '警察特考')"},
	{.name = "account", .writes = true, .text = "INSERT INTO account (id, agency, name, role) VALUES (1, 1, 'bench', 'csptc_officer')"},
};
static const struct sql clearing[] = {
	{.name = "clear", .text = "DELETE FROM import_piece", .writes = true, .scans = true},
	{.name = "clear", .text = "DELETE FROM admission", .writes = true, .scans = true},
	{.name = "clear", .text = "DELETE FROM person", .writes = true, .scans = true},
};
static const struct sql emptying = {.name = "empty", .text = "TRUNCATE import_piece, admission, person", .writes = true, .scans = true};
static const struct sql storing = {.name = "storing", .writes = true, .values = 2,
	.text = "UPDATE import_batch SET state = 'storing', lease = $2 WHERE id = $1"};
static const struct sql count = {.name = "count", .scans = true,
	.text = "SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM admission) AS n"};

static int rows = 100000, turns = 7;
static struct arena *mem, *file_mem;
static struct db *db;
static int64_t sum;                                             /* of what was read, so that none of it is left out */

/* ---- the rows: the n-th by national ID; the file has them in another order */

static void national_id(int n, char to[11])
{
	snprintf(to, 11, "A1%07d0", n % 10000000);
	while (!national_id_valid(to))
		to[9]++;
}

static const char *name_of(int n, char to[64])
{
	static const char *const family[] = {"王", "陳", "許", "林", "張", "黃", "李", "吳"};
	static const char *const given[] = {"小明", "美玲", "功蓋", "志強", "怡君", "雅婷", "家豪", "淑芬", "文彬"};

	snprintf(to, 64, "%s%s", family[n % 8], given[n / 8 % 9]);
	return to;
}

static void birth_of(int n, char to[16], bool iso)
{
	snprintf(to, 16, iso ? "%04d-%02d-%02d" : "%03d/%02d/%02d", (iso ? 1911 : 0) + 60 + n % 30, 1 + n % 12, 1 + n % 28);
}

static int scattered(int i)
{
	return (int)((uint64_t)i * 2654435761u % (uint64_t)rows);
}

static int make_file(enum charset charset)
{
	struct text t = text_new(file_mem, MEMORY / 4), big5 = text_new(file_mem, MEMORY / 4);
	char id[11], name[64], birth[16];
	int fd = temp_file(file_mem);

	text_puts(&t, "年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科,機關代碼,教育訓練成績\r\n");
	for (int i = 0; i < rows; i++) {
		int n = scattered(i);

		national_id(n, id);
		birth_of(n, birth, false);
		text_print(&t, "111,007,%s,%s,%s,%s,三等考試,行政警察人員,323000000A,85.50\r\n", id, name_of(n, name), n % 2 ? "女" : "男", birth);
	}
	if (charset == CHARSET_CP950 && !charset_encode(charset, t.at, t.n, &big5, &(struct charset_lost){0}))
		fail("the rows are not in Big5");
	file_write(fd, charset == CHARSET_CP950 ? big5.at : t.at, charset == CHARSET_CP950 ? big5.n : t.n);
	return fd;
}

/* ---- the check */

static struct import_run *run_of(struct arena *own, struct db *with, const struct import_batch *b, int fd)
{
	struct import_run *run = arena_get(own, sizeof *run);

	run_new(run, with, own, b, (struct moment){1800000000});
	run->fd = fd;
	run->size = file_size(fd);
	return run;
}

static void check_ours(int fd, enum charset charset)
{
	struct arena *own = arena_new(MEMORY);
	struct import_batch b = {.kind = {"roster", ""}, .charset = ""};
	struct import_run *run = run_of(own, NULL, &b, fd);

	(void)charset;
	if (!read_rows(run) || (int)run->n_entries != rows)
		fail("%u of %d rows passed: %s", run->n_entries, rows, run->refusal ? run->refusal : "");
	arena_free(own);
}

static void cut(const char *at, size_t n)
{
	const char *end = at + n;

	for (const char *cell = at; at < end; at++)
		if (*at == ',' || *at == '\n') {
			sum += at - cell;
			cell = at + 1;
		}
}

static void check_bare(int fd, enum charset charset)
{
	static char raw[BLOCK + 4], out[BLOCK * 3];
	iconv_t to = charset == CHARSET_CP950 ? iconv_open("UTF-8", "CP950") : NULL;
	uint64_t at = 0;
	size_t n, held = 0;

	while ((n = file_read_at(fd, raw + held, BLOCK - held, at)) > 0) {
		char *in = raw, *o = out;
		size_t left = held + n, room = sizeof out;

		at += n;
		if (to)
			iconv(to, &in, &left, &o, &room);
		cut(to ? out : raw, to ? (size_t)(o - out) : n);
		held = to ? left : 0;
		memmove(raw, in, held);
	}
	if (to)
		iconv_close(to);
}

static void compare_checks(const char *what, enum charset charset)
{
	int fd = make_file(charset);
	double ours[TURNS_MOST], ratio[TURNS_MOST];

	check_ours(fd, charset);
	for (int i = 0; i < turns; i++) {
		struct times t = now();

		check_bare(fd, charset);
		double bare = since(t).cpu;

		t = now();
		check_ours(fd, charset);
		ours[i] = since(t).cpu;
		ratio[i] = bare / ours[i];
	}
	double middle = median(ours, turns);

	printf("check, %-20s %5.2f M rows a second of processor time (best %.2f), %5.1f MB/s   ratio to cutting alone %.2f\n", what,
		rows / middle / 1e6, rows / ours[0] / 1e6, (double)file_size(fd) / middle / 1e6, median(ratio, turns));
}

/* ---- storing */

static void wipe(void)
{
	if (db_is_postgresql(db))
		db_run(db, &emptying);
	for (size_t i = 0; i < sizeof clearing / sizeof *clearing; i++)
		db_run(db, &clearing[i]);
	arena_reset(mem);
}

static int64_t content;
static struct who officer = {.account = 1, .agency = 1, .all_agencies = true};

static void put_batch(struct db *d, void *with)
{
	struct import_order o = {.kind = &roster_kind, .who = &officer, .file_name = "bench.csv", .again = true, .now = {1800000000}};

	*(int64_t *)with = batch_new(d, &o, content, false);
}

static struct times store_ours(int fd)
{
	struct arena *own = arena_new(MEMORY);
	struct import_batch b;
	int64_t id;

	content = content ? content : store_content(db, fd);
	db_tx(db, put_batch, &id);
	db_run(db, &storing, A(id), A(1));
	batch_load(db, own, id, &b);
	struct import_run *run = run_of(own, db, &b, fd);

	if (!read_rows(run) || !check_rows(run))
		fail("the check did not pass");
	struct times t = now();

	if (!store_rows(run))
		fail("not stored");
	t = since(t);
	if (row_int(db_run(db, &count), 0, "n") != 2 * (int64_t)rows)
		fail("not all rows are there");
	arena_free(own);
	return t;
}

static struct times whole_ours(void)
{
	struct arena *own = arena_new(MEMORY);
	int64_t id;
	struct times t = now();

	db_tx(db, put_batch, &id);
	import_work(db, own, id, (struct moment){1800000000}, NULL);
	arena_free(own);
	return since(t);
}

/* The rows as the bare loops take them, made beforehand. */
struct bare_row { char id[11], name[64], birth[16], *key; };
static struct bare_row *bare_rows;

static void make_bare(void)
{
	struct arena *own = arena_new(MEMORY);

	bare_rows = arena_array(own, (size_t)rows, sizeof *bare_rows);
	for (int i = 0; i < rows; i++) {
		struct bare_row *r = &bare_rows[i];

		national_id(i, r->id);
		name_of(i, r->name);
		birth_of(i, r->birth, true);
		r->key = collate_key(own, r->name);
	}
}

static sqlite3 *lite;

static sqlite3_stmt *lite_prepare(const char *text)
{
	sqlite3_stmt *run;

	if (sqlite3_prepare_v3(lite, text, -1, SQLITE_PREPARE_PERSISTENT, &run, NULL))
		fail("%s", sqlite3_errmsg(lite));
	return run;
}

static void lite_step(sqlite3_stmt *run)
{
	if (sqlite3_step(run) != SQLITE_DONE)
		fail("%s", sqlite3_errmsg(lite));
	sqlite3_reset(run);
}

static struct times store_sqlite(int fd)
{
	struct times t = now();
	sqlite3_stmt *person = lite_prepare("INSERT INTO person (national_id, name, name_key, sex, birth_date, batch) VALUES (?, ?, ?, ?, ?, 1)");
	sqlite3_stmt *admission = lite_prepare("INSERT INTO admission (person, exam, agency, exam_level, exam_category, education_score, taken_over,"
		" batch) VALUES (?, 1, 1, '三等考試', '行政警察人員', '85.50', 1800000000, 1)");

	(void)fd;
	sqlite3_exec(lite, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	for (int i = 0; i < rows; i++) {
		const struct bare_row *r = &bare_rows[i];

		sqlite3_bind_text(person, 1, r->id, -1, SQLITE_STATIC);
		sqlite3_bind_text(person, 2, r->name, -1, SQLITE_STATIC);
		sqlite3_bind_text(person, 3, r->key, -1, SQLITE_STATIC);
		sqlite3_bind_text(person, 4, i % 2 ? "female" : "male", -1, SQLITE_STATIC);
		sqlite3_bind_text(person, 5, r->birth, -1, SQLITE_STATIC);
		lite_step(person);
		sqlite3_bind_int64(admission, 1, sqlite3_last_insert_rowid(lite));
		lite_step(admission);
	}
	if (sqlite3_exec(lite, "COMMIT", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	t = since(t);
	sqlite3_finalize(person);
	sqlite3_finalize(admission);
	return t;
}

static PGconn *pg;

static void pg_order(const char *text)
{
	PGresult *r = PQexec(pg, text);

	if (PQresultStatus(r) != PGRES_COMMAND_OK && PQresultStatus(r) != PGRES_COPY_IN)
		fail("%s: %s", text, PQerrorMessage(pg));
	PQclear(r);
}

static void pg_end(void)
{
	PQputCopyEnd(pg, NULL);
	for (PGresult *r; (r = PQgetResult(pg)); PQclear(r))
		if (PQresultStatus(r) != PGRES_COMMAND_OK)
			fail("%s", PQerrorMessage(pg));
}

static struct times store_copy(int fd)
{
	char line[300];
	struct times t = now();

	(void)fd;
	pg_order("BEGIN");
	pg_order("COPY person (id, national_id, name, name_key, sex, birth_date, batch) FROM STDIN");
	for (int i = 0; i < rows; i++) {
		const struct bare_row *r = &bare_rows[i];

		PQputCopyData(pg, line, snprintf(line, sizeof line, "%d\t%s\t%s\t%s\t%s\t%s\t1\n", 1000000000 + i, r->id, r->name, r->key,
			i % 2 ? "female" : "male", r->birth));
	}
	pg_end();
	pg_order("COPY admission (person, exam, agency, exam_level, exam_category, education_score, taken_over, batch) FROM STDIN");
	for (int i = 0; i < rows; i++)
		PQputCopyData(pg, line, snprintf(line, sizeof line, "%d\t1\t1\t三等考試\t行政警察人員\t85.50\t1800000000\t1\n", 1000000000 + i));
	pg_end();
	pg_order("COMMIT");
	return since(t);
}

static void tidy(void)
{
	if (pg)
		pg_order("CHECKPOINT");
	else
		sqlite3_exec(lite, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
}

static void compare_stores(const char *what, struct times (*bare)(int))
{
	double ours[TURNS_MOST], theirs[TURNS_MOST], wall[TURNS_MOST], cpu[TURNS_MOST];
	int fd = make_file(CHARSET_UTF8);

	content = 0;
	for (int i = -1; i < turns; i++) {
		wipe();
		tidy();
		struct times b = bare(fd);

		wipe();
		tidy();
		struct times o = store_ours(fd);

		if (i < 0)
			continue;
		ours[i] = o.wall;
		theirs[i] = b.wall;
		wall[i] = b.wall / o.wall;
		cpu[i] = b.cpu / o.cpu;
	}
	printf("store, %-20s %7.0f rows a second, bare %7.0f   ratio %.2f by the clock", what, rows / median(ours, turns),
		rows / median(theirs, turns), median(wall, turns));
	printf(pg ? " (%.2f times as long)\n" : ", %.2f by processor time\n", pg ? 1 / wall[turns / 2] : median(cpu, turns));
	wipe();
	tidy();
	struct times t = whole_ours();

	printf("whole, %-20s %7.0f rows a second from the stored file to the last reader's view (%.2f s, processor %.2f s)\n", what,
		rows / t.wall, t.wall, t.cpu);
}

static void prepare(const char *url)
{
	db = db_open(url);
	db_use_arena(db, mem);
	db_migrate(db, migrations, n_migrations);
	for (size_t i = 0; i < sizeof set_up_statements / sizeof *set_up_statements; i++)
		db_run(db, &set_up_statements[i]);
}

static void on_sqlite(void)
{
	struct arena *own = arena_new(1 << 20);
	char *folder = arena_print(own, "%s/peixun-bench-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");

	if (!mkdtemp(folder))
		fail("no folder");
	const char *url = arena_print(own, "%s/bench.db", folder);

	prepare(url);
	if (sqlite3_open(url, &lite) || sqlite3_exec(lite, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -64000;"
		" PRAGMA mmap_size = 134217728; PRAGMA wal_autocheckpoint = 2000", NULL, NULL, NULL))
		fail("%s", sqlite3_errmsg(lite));
	compare_stores("SQLite", store_sqlite);
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

	prepare(url);
	pg = PQconnectdb(url);
	compare_stores("PostgreSQL", store_copy);
	PQfinish(pg);
	db_close(db);
	fresh_drop(own);
	arena_free(own);
}

int main(int argc, char **argv)
{
	int64_t n = rows, t = turns;

	if ((argc > 1 && !text_to_int(argv[1], 1000, 1000000, &n)) || (argc > 2 && !text_to_int(argv[2], 1, TURNS_MOST, &t)))
		return 2;
	rows = (int)n;
	turns = (int)t;
	mem = arena_new(MEMORY);
	file_mem = arena_new((size_t)4 * MEMORY);
	import_kinds(kinds);
	compare_checks("UTF-8", CHARSET_UTF8);
	compare_checks("Big5", CHARSET_CP950);
	make_bare();
	on_sqlite();
	if (fresh_server())
		on_postgresql();
	arena_free(file_mem);
	arena_free(mem);
	return sum == 0;
}
