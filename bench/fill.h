/* fill.h: tables filled by the engine itself, a million rows by one statement, so that a bench begins with a full database. */
#ifndef PEIXUN_BENCH_FILL_H
#define PEIXUN_BENCH_FILL_H

#include "db/db.h"

enum { FILL_MEMORY = 1 << 30 };

/* text: nowhere else in memory before, since statements are known by the place of their text. */
static inline void fill_order(struct db *db, const char *text)
{
	struct sql sql = {.name = "order", .text = text, .writes = true, .scans = true};
	struct arena *own = arena_new(FILL_MEMORY), *before = db_arena(db);

	db_use_arena(db, own);
	db_run(db, &sql);
	db_use_arena(db, before);
	arena_free(own);
}

/* The first cell; 0: no row. */
static inline int64_t fill_number(struct db *db, const char *text)
{
	struct sql sql = {.name = "number", .text = text, .scans = true};
	struct rows *r = db_run(db, &sql);

	return r->n ? row_cell(r, 0, 0)->i : 0;
}

/* What follows FROM: a column i with the numbers from 0 to n - 1, as either engine makes them. */
static inline char *fill_numbers(struct db *db, struct arena *mem, int64_t n)
{
	return db_is_postgresql(db) ? arena_print(mem, "generate_series(0, %lld) AS s (i)", (long long)n - 1) : arena_print(mem,
		"(WITH RECURSIVE s (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM s WHERE i + 1 < %lld) SELECT i FROM s)", (long long)n);
}
#endif
