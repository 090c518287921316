/* engine.h: an empty database on each engine for the tests of this folder.  Without PEIXUN_TEST_PG (test/fresh.h) that of
 * PostgreSQL is skipped. */
#ifndef TEST_DB_ENGINE_H
#define TEST_DB_ENGINE_H

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "db/db.h"
#include "test/fresh.h"
#include "test/tap.h"

static struct arena *mem;
static const char *url, *engine;

/* SQL(insert, 2, "INSERT …", .writes = true) */
#define SQL(id, n, words, ...) static const struct sql id = {.name = #id, .text = words, .values = n, ##__VA_ARGS__}

__attribute__((unused))
static int64_t number(const struct rows *r, const char *column)
{
	return r->n == 1 ? row_int(r, 0, column) : -1;
}

__attribute__((unused))
static struct db *open_one(void)
{
	struct db *db = db_open(url);

	db_use_arena(db, mem);
	return db;
}

/* The statement of this text, for the tests' own housekeeping. */
__attribute__((unused))
static struct rows *ad_hoc(struct db *db, const char *text)
{
	return db_run_values(db, arena_copy(mem, &(struct sql){.name = "ad_hoc", .text = text, .writes = true, .scans = true},
		sizeof(struct sql)), NULL, 0);
}

static void end_at_once(const char *incident)
{
	(void)incident;
	_exit(70);
}

/* Runs a function in a process of its own; its exit status, 70 for a fault. */
__attribute__((unused))
static int status_of(void (*what)(struct db *))
{
	fflush(stdout);
	pid_t child = fork();
	int status = 0;

	if (!child) {
		fail_hook = end_at_once;
		if (!freopen("/dev/null", "w", stderr))
			_exit(1);
		what(open_one());
		_exit(0);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* So many processes at once; how many ended well. */
__attribute__((unused))
static int crowd(int n, void (*what)(struct db *, int))
{
	int good = 0, status = 0, gate[2];

	fflush(stdout);
	if (pipe(gate))
		return -1;
	for (int i = 0; i < n; i++)
		if (!fork()) {
			char go;

			close(gate[1]);
			if (read(gate[0], &go, 1) < 0)
				_exit(1);
			what(open_one(), i);
			_exit(0);
		}
	close(gate[0]);
	close(gate[1]);                                             /* all of them read the end of file at once */
	for (int i = 0; i < n; i++)
		good += wait(&status) > 0 && WIFEXITED(status) && !WEXITSTATUS(status);
	return good;
}

static void on_sqlite(void (*tests)(void))
{
	char folder[] = "/tmp/peixun-test-XXXXXX";

	if (!mkdtemp(folder))
		fail("no folder for the tests");
	engine = "sqlite";
	url = arena_print(mem, "%s/deep/er/test.db", folder);
	tests();
	for (const char *const *end = (const char *const[]){"", "-wal", "-shm", NULL}; *end; end++)
		unlink(arena_print(mem, "%s%s", url, *end));
	rmdir(arena_print(mem, "%s/deep/er", folder));
	rmdir(arena_print(mem, "%s/deep", folder));
	rmdir(folder);
}

static void on_postgresql(void (*tests)(void))
{
	engine = "postgresql";
	url = fresh_make(mem);
	tests();
	fresh_drop(mem);
}

static void on_both(void (*tests)(void))
{
	mem = arena_new(256 << 20);
	on_sqlite(tests);
	if (fresh_server())
		on_postgresql(tests);
	else
		printf("ok %d - postgresql # SKIP PEIXUN_TEST_PG is not set\n", ++tap_count);
	arena_free(mem);
}
#endif
