/* table.c: see table.h.  Knows how each engine numbers rows, nothing of what is in the tables. */
#include "db/table.h"

#include "base/log.h"
#include "db/backend.h"

static const struct sql sqlite_last = {.name = "sqlite_last", .text = "SELECT seq AS last FROM sqlite_sequence WHERE name = $1", .values = 1,
	.scans = true};
static const struct sql sqlite_again = {.name = "sqlite_again", .text = "UPDATE sqlite_sequence SET seq = $2 WHERE name = $1",
	.values = 2, .writes = true, .scans = true};
static const struct sql sqlite_first = {.name = "sqlite_first", .text = "INSERT INTO sqlite_sequence (name, seq) SELECT $1, $2"
	" WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = $1)", .values = 2, .writes = true, .scans = true};
static const struct sql pg_last = {.name = "pg_last", .text = "SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence($1, 'id')"
	" AS regclass)) AS last", .values = 1};
static const struct sql pg_set = {.name = "pg_set", .text = "SELECT setval(CAST(pg_get_serial_sequence($1, 'id') AS regclass),"
	" greatest(CAST($2 AS BIGINT), 1), CAST($2 AS BIGINT) > 0)", .values = 2, .writes = true};
static const struct sql sqlite_damage = {.name = "sqlite_damage", .text = "SELECT integrity_check AS finding FROM pragma_integrity_check"
	" WHERE integrity_check <> 'ok'", .scans = true};
static const struct sql sqlite_astray = {.name = "sqlite_astray", .text = "SELECT \"table\" || ' ' || coalesce(rowid, '') || ' -> ' || parent"
	" AS finding FROM pragma_foreign_key_check", .scans = true};
static const struct sql no_finding = {.name = "no_finding", .text = "SELECT 1 AS finding WHERE 1 = 0"};

void tables_begin(struct db *db)
{
	if (db_undone(db))
		return;
	if (db->engine->script(db, db_is_postgresql(db) ? "SET LOCAL statement_timeout = 0" : "PRAGMA defer_foreign_keys = ON") != ANSWER_OK)
		fail("tables_begin: %s", db->trouble);
}

int64_t table_last_id(struct db *db, const struct table *t)
{
	struct rows *r = t->numbered ? db_run(db, db_is_postgresql(db) ? &pg_last : &sqlite_last, A(t->name)) : NULL;

	return r && r->n ? row_int(r, 0, "last") : 0;
}

void table_set_last_id(struct db *db, const struct table *t, int64_t id)
{
	if (!t->numbered)
		return;
	if (db_is_postgresql(db)) {
		db_run(db, &pg_set, A(t->name), A(id));
		return;
	}
	db_run(db, &sqlite_again, A(t->name), A(id));
	db_run(db, &sqlite_first, A(t->name), A(id));
}

struct rows *tables_damage(struct db *db)
{
	return db_run(db, db_is_postgresql(db) ? &no_finding : &sqlite_damage);
}

struct rows *tables_astray(struct db *db)
{
	return db_run(db, db_is_postgresql(db) ? &no_finding : &sqlite_astray);
}
