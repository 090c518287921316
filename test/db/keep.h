/* keep.h: what the tests of jobs, audit, store, calendar and deadlines share: a fresh database on each engine.
 *
 * SQLite always, in a folder of its own; PostgreSQL when PEIXUN_TEST_PG names a server (test/fresh.h). */
#ifndef TEST_KEEP_H
#define TEST_KEEP_H

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/log.h"
#include "db/built.h"
#include "db/db.h"
#include "job/job.h"
#include "test/fresh.h"
#include "test/tap.h"

static char keep_folder[] = "/tmp/peixun-keep-XXXXXX";
static char keep_url[512], keep_board[512];
static struct arena *keep_mem;

/* A statement of a test: db.h takes constants only. */
#define SQL(text_) (&(const struct sql){.name = "test", .text = (text_), .writes = true, .scans = true})

__attribute__((unused))
static struct db *keep_open(void)
{
	struct db *db = db_open(keep_url);

	db_use_arena(db, keep_mem);
	return db;
}

struct keep_write {
	const struct sql *sql;
	int64_t a;
};

static void keep_write(struct db *db, void *with)
{
	const struct keep_write *w = with;

	if (strstr(w->sql->text, "$1"))
		db_run(db, w->sql, A(w->a));
	else
		db_run(db, w->sql);
}

/* One statement in its own transaction, with one number or none. */
__attribute__((unused))
static void write_one(struct db *db, const struct sql *sql, int64_t a)
{
	struct sql counted = *sql;

	counted.values = strstr(sql->text, "$1") ? 1 : 0;
	db_tx(db, keep_write, &(struct keep_write){&counted, a});
}

/* The only cell of the only row. */
__attribute__((unused))
static int64_t number(struct db *db, const char *sql)
{
	struct rows *r = db_run(db, SQL(sql));

	return r->n ? row_cell(r, 0, 0)->i : -1;
}

static void keep_test(const char *url, int number, void (*test)(void))
{
	struct db *db;

	snprintf(keep_url, sizeof(keep_url), "%s", url);
	snprintf(keep_board, sizeof(keep_board), "%s/board%d", keep_folder, number);
	db = keep_open();
	db_migrate(db, migrations, n_migrations);
	db_close(db);
	test();
}

/* Calls test() once on each engine, with an empty database and no connection open. */
__attribute__((unused))
static void on_both(void (*test)(void))
{
	if (!mkdtemp(keep_folder))
		fail("%s: %s", keep_folder, strerror(errno));
	keep_mem = arena_new(1 << 30);
	printf("# SQLite\n");
	keep_test(arena_print(keep_mem, "%s/test.db", keep_folder), 0, test);
	if (!fresh_server()) {
		printf("ok %d - postgresql # SKIP PEIXUN_TEST_PG is not set\n", ++tap_count);
		return;
	}
	printf("# PostgreSQL\n");
	keep_test(fresh_make(keep_mem), 1, test);
	fresh_drop(keep_mem);
}

static int keep_remove(const char *path, const struct stat *s, int kind, struct FTW *ftw)
{
	(void)s;
	(void)kind;
	(void)ftw;
	return remove(path);
}

__attribute__((unused))
static int keep_end(void)
{
	nftw(keep_folder, keep_remove, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(keep_mem);
	return tap_end();
}

__attribute__((unused))
static void nap(int milliseconds)
{
	nanosleep(&(struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000L}, NULL);
}

#endif
