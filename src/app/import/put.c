/* put.c: what the kinds share when they store: rows of one outcome into a table, and what was staged, page by page. */
#include "app/import/import.h"

enum { STAGED_PAGE = 200, STAGED_MEMORY = 32 << 20 };

struct feed {
	struct import *im;
	struct import_row *rows;
	int n, at;
	enum import_outcome of;
	import_values *values;
	const void *with;
};

static bool next(void *with, struct value *to)
{
	struct feed *f = with;

	while (f->at < f->n && f->rows[f->at].outcome != f->of)
		f->at++;
	if (f->at == f->n)
		return false;
	f->values(f->im, &f->rows[f->at++], f->with, to);
	return true;
}

int64_t import_load(struct import *im, const struct sql *put, struct import_row *rows, int n, enum import_outcome of, import_values *values,
	const void *with)
{
	return db_load(im->db, put, next, &(struct feed){im, rows, n, 0, of, values, with});
}

void import_create(struct import *im, const char *what, const struct sql *newest, const struct sql *put, struct import_row *rows, int n,
	import_values *values, const void *with)
{
	int64_t before = row_int(db_run(im->db, newest), 0, "id");

	if (import_load(im, put, rows, n, IMPORT_CREATE, values, with))
		import_made(im, what, before, row_int(db_run(im->db, newest), 0, "id"));
}

int64_t import_each(struct import *im, const struct sql *page, const char *key, int side,
	bool (*put)(struct import *, struct arena *, const struct rows *, int row))
{
	struct arena *own = arena_new(STAGED_MEMORY), *before = db_arena(im->db);
	int64_t after = 0, done = 0;
	int n;

	db_use_arena(im->db, own);
	do {
		arena_reset(own);
		const struct rows *r = side < 0 ? db_run(im->db, page, A(im->batch), A(after), A(STAGED_PAGE)) :
			db_run(im->db, page, A(im->batch), A(after), A(STAGED_PAGE), A(side));

		n = r->n;
		for (int i = 0; i < n; i++) {
			after = row_int(r, i, key);
			done += put(im, own, r, i);
		}
	} while (n == STAGED_PAGE);
	db_use_arena(im->db, before);
	arena_free(own);
	return done;
}
