/* fresh.h: an empty PostgreSQL database for one test process, in the server that PEIXUN_TEST_PG names (test/postgres starts
 * it; its user may make databases).  Test programs run side by side, so none uses another's. */
#ifndef PEIXUN_TEST_FRESH_H
#define PEIXUN_TEST_FRESH_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/db.h"

/* The server's address, NULL when there is none. */
__attribute__((unused))
static const char *fresh_server(void)
{
	const char *address = getenv("PEIXUN_TEST_PG");

	return address && *address ? address : NULL;
}

/* A statement of the server's database, outside any transaction. */
static void fresh_order(struct arena *mem, const char *text)
{
	struct sql order = {.name = "fresh", .text = text, .writes = true, .scans = true};
	struct db *db = db_open(fresh_server());

	db_use_arena(db, mem);
	db_run(db, &order);
	db_close(db);
}

/* Makes it (one of this process that is there already goes) and gives its address: postgresql://user@host/NAME?more */
__attribute__((unused))
static const char *fresh_make(struct arena *mem)
{
	const char *server = fresh_server(), *host = strstr(server, "://") + 3, *path = host + strcspn(host, "/?");
	const char *name = arena_print(mem, "peixun_test_%d", (int)getpid()), *more = strchr(path, '?');

	fresh_order(mem, arena_print(mem, "DROP DATABASE IF EXISTS %s WITH (FORCE)", name));
	fresh_order(mem, arena_print(mem, "CREATE DATABASE %s TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", name));
	return arena_print(mem, "%.*s/%s%s", (int)(path - server), server, name, more ? more : "");
}

__attribute__((unused))
static void fresh_drop(struct arena *mem)
{
	fresh_order(mem, arena_print(mem, "DROP DATABASE peixun_test_%d WITH (FORCE)", (int)getpid()));
}
#endif
