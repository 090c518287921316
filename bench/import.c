/* import.c: what reading, checking and storing a file of many rows costs, beside the bare libraries.
 *
 * usage: import [rows] [DATABASE]       a roster of so many rows (100,000); DATABASE: a file to be made, or postgresql://…, empty
 *        import check [rows]            reading and checking alone, without what is stored (1,000,000)
 *
 * Prints a line a figure.  Bare: the same rows into the same tables by one prepared statement each in one transaction (SQLite), or
 * \copy of psql (PostgreSQL).  Others: one process that reads and one that writes a row each 2 ms while the file is stored. */
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/exam/exam.h"
#include "app/import/private.h"
#include "app/roster/roster.h"
#include "app/store/store.h"
#include "base/collate.h"
#include "base/log.h"
#include "base/national_id.h"
#include "base/text.h"
#include "db/built.h"
#include "file/temp.h"

enum { SAMPLES = 1 << 20, OFFICE = 200 };

static struct arena *mem;
static const char *address;

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Processor time of this process: what other work on the machine does not change. */
static double worked(void)
{
	struct rusage use;

	getrusage(RUSAGE_SELF, &use);
	return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) + (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

static long megabytes(void)
{
	struct rusage use;

	getrusage(RUSAGE_SELF, &use);
	return use.ru_maxrss / 1024;
}

/* ---- an invented roster */

static void national_id(char id[11], uint32_t n)
{
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

	snprintf(id, 11, "%c%c%07u0", letters[n * 7 % 26], n % 2 ? '2' : '1', n * 7919u % 9999991u);
	while (!national_id_valid(id))
		id[9]++;
}

static void row_of(struct text *t, uint32_t n)
{
	static const char *const surnames[] = {"陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊"};
	static const char *const given[] = {"家豪", "志明", "俊傑", "建宏", "淑芬", "美玲", "雅婷", "怡君", "承翰", "品妤", "冠廷"};
	char id[11];

	national_id(id, n);
	text_print(t, "111,007,%s,%s%s,%s,%03u/%02u/%02u,三等考試,行政警察人員,,\r\n", id, surnames[n % 10], given[n % 11], n % 2 ? "女" : "男",
		70 + n % 20, 1 + n % 12, 1 + n % 28);
}

static int roster_file(uint32_t rows, enum charset charset)
{
	int fd = temp_file(mem);
	struct arena *piece = arena_new(64 << 20);
	struct text t = text_new(piece, 8 << 20), other = text_new(piece, 8 << 20);

	text_puts(&t, "*年度,*考試代碼,*身分證字號,*姓名,*性別,*出生日期,*考試等級,*考試類科,機關代碼,教育訓練成績\r\n");
	for (uint32_t i = 0; i <= rows; i++) {
		if (i == rows || t.n > 1 << 20) {
			other.n = 0;
			if (charset == CHARSET_CP950)
				charset_encode(charset, t.at, t.n, &other, &(struct charset_lost){0});
			file_write(fd, charset == CHARSET_CP950 ? other.at : t.at, charset == CHARSET_CP950 ? other.n : t.n);
			t.n = 0;
		}
		if (i < rows)
			row_of(&t, i);
	}
	arena_free(piece);
	return fd;
}

/* ---- checking */

static void check_alone(uint32_t rows, enum charset charset, const char *name)
{
	int fd = roster_file(rows, charset);

	for (int i = 0; i < 3; i++) {
		fflush(stdout);
		pid_t child = fork();
		int status;

		if (!child) {
			struct arena *own = arena_new((size_t)1 << 30);
			struct import_run *run = arena_get(own, sizeof *run);
			double began;

			run_new(run, NULL, own, &(struct import_batch){.kind = {"roster", ""}, .charset = ""}, (struct moment){1});
			run->fd = fd;
			run->size = file_size(fd);
			began = worked();
			bool good = read_rows(run);
			double took = worked() - began;

			printf("check %s: %u rows, %u good, %.0f MB, %.3f s of processor time, %.0f rows/s, %ld MB resident%s\n", name, run->n, run->n_entries,
				(double)run->size / 1e6, took, run->n / took, megabytes(), good ? "" : " (refused)");
			exit(0);
		}
		waitpid(child, &status, 0);
	}
}

/* ---- storing */

static struct who officer;
static const struct sql somebody = {.name = "somebody", .values = 1, .writes = true,
	.text = "INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $1, $1, 'male', '1990-01-01') RETURNING id"};
static const struct sql admitted = {.name = "admitted", .values = 2, .writes = true,
	.text = "INSERT INTO admission (person, exam, agency, exam_level, exam_category) VALUES ($1, 1, $2, 'x', 'x')"};

static void set_up(struct db *db, void *with)
{
	struct exam e = {.exam_year = 111, .exam_code = "007", .exam_name = "x", .plan = "", .pass_mark_education = "60.00",
		.pass_mark_practical = "60.00", .roster_recipient = "x", .plan_due_days = 7, .apply_due_days = 7, .active = true};
	int64_t agency;

	(void)with;
	exam_add(db, &e);
	agency = agency_add(db, "A58000000A", "x", 0);
	account_add(db, agency, "csptc", "x", "csptc_officer", "");
	for (int i = 0; i < OFFICE; i++) {
		int64_t person = row_int(db_run(db, &somebody, A(arena_print(mem, "x%d", i))), 0, "id");

		db_run(db, &admitted, A(person), A(agency));
	}
}

static struct db *fresh(void)
{
	struct db *db = db_open(address);

	db_use_arena(db, mem);
	if (!db_migrate(db, migrations, n_migrations))
		return db;
	db_tx(db, set_up, NULL);
	return db;
}

static double phase_began, check_took, store_took;
static bool storing;
static void phases(int64_t done, int64_t total, const char *text)
{
	(void)done, (void)total;
	if (text_is(text, "匯入中") && !storing) {
		storing = true;
		check_took = seconds() - phase_began;
	}
}

struct sent { struct import_order order; int64_t content, batch; };
static void put(struct db *db, void *with)
{
	struct sent *u = with;

	u->batch = batch_new(db, &u->order, u->content, false);
}

/* ---- the others, meanwhile */

struct others { volatile int stop; volatile int n[2]; float took[2][SAMPLES]; };
static struct others *others;
static const struct sql look = {.name = "look", .values = 1, .scans = true,
	.text = "SELECT id, name FROM trainee WHERE agency = $1 AND exam_code = '007' ORDER BY name_key LIMIT 50"};
static const struct sql note = {.name = "note", .text = "INSERT INTO list_memory (account, path, query) VALUES ($1, 'x', 'x') "
	"ON CONFLICT (account, path) DO UPDATE SET query = $2", .values = 2, .writes = true};

static void other(int which)
{
	struct db *db = db_open(address);
	struct arena *own = arena_new(1 << 20);

	db_use_arena(db, own);
	for (int i = 0; !others->stop && i < SAMPLES; i++) {
		double began = seconds();

		if (which)
			db_run(db, &note, A(i % 100), A("x"));
		else
			db_run(db, &look, A(1));
		others->took[which][i] = (float)(seconds() - began);
		others->n[which] = i + 1;
		arena_reset(own);
		nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
	}
	_exit(0);
}

static int by_size(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return x < y ? -1 : x > y;
}

static void report_others(void)
{
	static const char *const names[] = {"reading", "writing"};

	for (int w = 0; w < 2; w++) {
		int n = others->n[w];

		qsort(others->took[w], (size_t)n, sizeof(float), by_size);
		printf("others %s meanwhile: %d, p50 %.1f ms, p99 %.1f ms, most %.1f ms\n", names[w], n, others->took[w][n / 2] * 1e3f,
			others->took[w][n * 99 / 100] * 1e3f, others->took[w][n - 1] * 1e3f);
	}
}

static double store(uint32_t rows, bool with_others)
{
	int fd = roster_file(rows, CHARSET_UTF8);
	struct db *db = fresh();
	struct arena *own = arena_new((size_t)1 << 30);
	struct sent u = {.order = {.kind = &roster_kind, .who = &officer, .file_name = "roster.csv", .now = job_now()}};
	struct import_batch b;
	pid_t children[2] = {0};

	account_named(db, mem, "A58000000A/csptc", &officer);
	u.content = store_content(db, fd);
	db_tx(db, put, &u);
	for (int w = 0; with_others && w < 2; w++)
		if (!(children[w] = fork()))
			other(w);
	storing = false;
	phase_began = seconds();
	import_work(db, own, u.batch, job_now(), phases);
	double took = seconds() - phase_began;

	others->stop = 1;
	for (int w = 0; with_others && w < 2; w++)
		waitpid(children[w], NULL, 0);
	batch_load(db, mem, u.batch, &b);
	store_took = took - check_took;
	printf("stored %lld rows%s: %s, %.3f s in all, of it about %.3f s until the first piece was in; %.0f rows/s, %ld MB resident\n",
		(long long)b.rows_created, with_others ? " with others about" : "", b.state.id, took, check_took, (double)rows / took, megabytes());
	db_close(db);
	arena_free(own);
	return took;
}

/* ---- the bare loops */

static void step(sqlite3 *handle, const char *sql)
{
	if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail("%s: %s", sql, sqlite3_errmsg(handle));
}

static void bare_row(sqlite3_stmt *person, sqlite3_stmt *admission, sqlite3 *handle, uint32_t n, struct arena *own)
{
	struct text t = text_new(own, 4096);
	char id[11];

	row_of(&t, n);
	national_id(id, n);
	char *name = strchr(t.at + 8, ',') + 1;

	name[strcspn(name, ",")] = '\0';
	sqlite3_bind_text(person, 1, id, -1, SQLITE_STATIC);
	sqlite3_bind_text(person, 2, name, -1, SQLITE_STATIC);
	sqlite3_bind_text(person, 3, collate_key(own, name), -1, SQLITE_STATIC);
	sqlite3_bind_text(person, 4, n % 2 ? "female" : "male", -1, SQLITE_STATIC);
	sqlite3_bind_text(person, 5, "1990-01-01", -1, SQLITE_STATIC);
	sqlite3_step(person);
	sqlite3_reset(person);
	sqlite3_bind_int64(admission, 1, sqlite3_last_insert_rowid(handle));
	sqlite3_step(admission);
	sqlite3_reset(admission);
	arena_reset(own);
}

static int by_id(const void *a, const void *b)
{
	char x[11], y[11];

	national_id(x, *(const uint32_t *)a);
	national_id(y, *(const uint32_t *)b);
	return strcmp(x, y);
}

static double bare_sqlite(uint32_t rows, bool sorted)
{
	sqlite3 *handle;
	sqlite3_stmt *person, *admission;
	struct arena *own = arena_new(1 << 20);
	uint32_t *order = arena_array(mem, rows, sizeof *order);
	double began;

	for (uint32_t i = 0; i < rows; i++)
		order[i] = i;
	db_close(fresh());
	sqlite3_open(address, &handle);
	step(handle, "PRAGMA synchronous = FULL; PRAGMA cache_size = -64000; PRAGMA mmap_size = 134217728");
	sqlite3_prepare_v2(handle, "INSERT INTO person (national_id, name, name_key, sex, birth_date, batch) VALUES (?, ?, ?, ?, ?, 1)", -1, &person, NULL);
	sqlite3_prepare_v2(handle, "INSERT INTO admission (person, exam, exam_level, exam_category, batch) VALUES (?, 1, '三等考試', '行政警察人員', 1)", -1,
		&admission, NULL);
	began = seconds();
	if (sorted)
		qsort(order, rows, sizeof *order, by_id);
	step(handle, "BEGIN IMMEDIATE");
	for (uint32_t i = 0; i < rows; i++)
		bare_row(person, admission, handle, order[i], own);
	step(handle, "COMMIT");
	double took = seconds() - began;

	sqlite3_finalize(person);
	sqlite3_finalize(admission);
	sqlite3_close(handle);
	arena_free(own);
	printf("bare loop of SQLite, one transaction, %s: %u rows, %.3f s, %.0f rows/s\n", sorted ? "sorted first" : "in the file's order", rows, took,
		rows / took);
	return took;
}

static void forget(void)
{
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
		unlink(arena_print(mem, "%s%s", address, *end));
}

int main(int argc, char **argv)
{
	static const struct import_kind *const kinds[] = {&roster_kind, NULL};
	bool check = argc > 1 && text_is(argv[1], "check");
	uint32_t rows = argc > 1 + check ? (uint32_t)strtoul(argv[1 + check], NULL, 10) : check ? 1000000 : 100000;

	mem = arena_new((size_t)2 << 30);
	import_kinds(kinds);
	others = mmap(NULL, sizeof *others, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (check) {
		check_alone(rows, CHARSET_UTF8, "UTF-8");
		check_alone(rows, CHARSET_CP950, "Big5");
		return 0;
	}
	address = argc > 2 ? argv[2] : "/var/tmp/peixun-bench.db";
	job_board(arena_print(mem, "/var/tmp/peixun-bench-%d.board", (int)getpid()));
	if (text_starts(address, "postgres")) {
		store(rows, argc > 3);
		if (argc > 3)
			report_others();
		return 0;
	}
	forget();
	double bare = bare_sqlite(rows, false);

	forget();
	double sorted = bare_sqlite(rows, true);

	forget();
	double ours = store(rows, false);

	printf("ours / bare: %.2f of the speed in all, %.2f for storing alone; of the sorted loop: %.2f, %.2f\n", bare / ours, bare / store_took,
		sorted / ours, sorted / store_took);
	forget();
	others->stop = 0;
	store(rows, true);
	report_others();
	forget();
	return 0;
}
