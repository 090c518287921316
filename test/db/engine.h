/* engine.h: a fresh database on each engine for the tests of this folder.
 *
 * PostgreSQL is the one that PEIXUN_TEST_PG names (its user may make databases); without it that half is skipped. */
#ifndef TEST_DB_ENGINE_H
#define TEST_DB_ENGINE_H

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "base/text.h"
#include "db/db.h"
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

/* postgresql://user@host/NAME?more with another name */
static const char *named(const char *address, const char *name)
{
	const char *host = strstr(address, "://") + 3, *path = host + strcspn(host, "/?"), *more = strchr(path, '?');

	return arena_print(mem, "%.*s/%s%s", (int)(path - address), address, name, more ? more : "");
}

static void on_postgresql(void (*tests)(void), const char *address)
{
	const char *name = arena_print(mem, "peixun_test_%d", (int)getpid());
	struct db *db = db_open(address);

	engine = "postgresql";
	db_use_arena(db, mem);
	ad_hoc(db, arena_print(mem, "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", name));
	url = named(address, name);
	tests();
	ad_hoc(db, arena_print(mem, "DROP DATABASE %s WITH (FORCE)", name));
	db_close(db);
}

static void on_both(void (*tests)(void))
{
	const char *address = getenv("PEIXUN_TEST_PG");

	mem = arena_new(256 << 20);
	on_sqlite(tests);
	if (address && *address)
		on_postgresql(tests, address);
	else
		printf("ok %d - postgresql # SKIP PEIXUN_TEST_PG is not set\n", ++tap_count);
	arena_free(mem);
}
#endif
