/* put.c: what the kinds share when they store: rows into a table, what fills in others into a side table and out of it, and back. */
#include "app/import/private.h"

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

void import_create(struct import *im, const struct import_target *t, struct import_row *rows, int n, const void *with)
{
	int64_t before = row_int(db_run(im->db, t->newest), 0, "id");

	if (import_load(im, t->put, rows, n, IMPORT_CREATE, t->values, with))
		import_made(im, t->what, before, row_int(db_run(im->db, t->newest), 0, "id"));
}

void kind_store(struct import *im, struct import_row *rows, int n)
{
	const struct import_kind *k = im->kind;

	if (k->store) {
		k->store(im, rows, n);
		return;
	}
	if (k->makes)
		import_create(im, k->makes, rows, n, NULL);
	if (k->fills)
		import_load(im, k->fills->put, rows, n, IMPORT_UPDATE, k->fills->values, NULL);
	if (k->fills && k->fills->two_sides)
		import_load(im, k->fills->put, rows, n, IMPORT_UPDATE, k->fills->values, im);
}

/* ---- what was staged */

static int64_t take(struct import *im, struct arena *mem, const struct rows *r, bool back, int64_t *after)
{
	const struct import_staging *f = im->kind->fills;
	int64_t done = 0;

	for (int i = 0; i < r->n; i++) {
		*after = row_int(r, i, f->key);
		done += f->take(im, mem, r, i, back);
	}
	return done;
}

/* Some at a time, in memory of its own. */
static int64_t take_all(struct import *im, bool back)
{
	const struct import_staging *f = im->kind->fills;
	struct arena *own = arena_new(STAGED_MEMORY), *before = db_arena(im->db);
	int64_t after = 0, done = 0;
	const struct rows *r;

	db_use_arena(im->db, own);
	do {
		arena_reset(own);
		r = f->two_sides ? db_run(im->db, f->page, A(im->batch), A(after), A(STAGED_PAGE), A(!back)) :
			db_run(im->db, f->page, A(im->batch), A(after), A(STAGED_PAGE));
		done += take(im, own, r, back, &after);
	} while (r->n == STAGED_PAGE);
	db_use_arena(im->db, before);
	arena_free(own);
	return done;
}

int64_t kind_apply(struct import *im)
{
	return im->kind->apply ? im->kind->apply(im) : im->kind->fills ? take_all(im, false) : 0;
}

void kind_take_back(struct import *im)
{
	const struct import_kind *k = im->kind;

	if (k->take_back) {
		k->take_back(im);
		return;
	}
	if (k->makes && k->makes->release)
		db_run(im->db, k->makes->release, A(im->batch));
	if (k->fills)
		take_all(im, true);
}

/* ---- what goes, what was touched */

void kind_sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	const struct import_kind *k = im->kind;

	if (k->sweep)
		k->sweep(im, what, first, last);
	else if (what)
		db_run(im->db, k->makes->sweep, A(im->batch), A(first), A(last));
	else if (k->fills)
		db_run(im->db, k->fills->drop, A(im->batch));
}

bool kind_is_undone(const struct import_kind *k)
{
	return k->touched || k->touched_by;
}

struct rows *kind_touched(struct import *im, int most)
{
	return im->kind->touched ? im->kind->touched(im, most) : db_run(im->db, im->kind->touched_by, A(im->batch), A(most));
}
