/* block.c: blocks read, kept up by a job, and held against the tables.  What a block says: block_make.c. */
#include "app/opening/block.h"

#include <stdlib.h>
#include <string.h>

#include "app/opening/block.sql.h"
#include "app/opening/private.h"

enum { PIECE = 500, MEMORY = 256 << 20, FAR = 9999, YEARS_MOST = 2, AT_ONCE = 8 };

struct marked { int64_t *at; int n; };

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static bool is_marked(const struct marked *m, int64_t agency)
{
	return m->n && bsearch(&agency, m->at, (size_t)m->n, sizeof *m->at, by_number);
}

/* Ascending. */
static struct marked marked_of(struct db *db, struct arena *mem, const struct agency_span *span, int64_t year)
{
	struct rows *r = db_run(db, &block_marked, AGENCIES(span), A(opening_year_begins(year)), A(opening_year_begins(year + 1)));
	struct marked to = {arena_array(mem, (size_t)r->n, sizeof *to.at), r->n};

	for (int i = 0; i < r->n; i++)
		to.at[i] = row_int(r, i, "agency");
	return to;
}

/* ---- reading */

static const struct sql *const few[BLOCK_PARTS] = {&block_categories, &block_ranks, &block_cells, &block_facts};
static const struct sql *const many[BLOCK_PARTS] = {&block_categories_many, &block_ranks_many, &block_cells_many, &block_facts_many};

struct telling { const struct agency_span *span; const struct block_reading *what; struct arena *mem; struct marked marked; };

static bool tell_piece(void *with, const struct rows *r)
{
	const struct telling *t = with;

	for (int i = 0; i < r->n; i++) {
		int64_t agency = row_cell(r, i, 0)->i;
		const struct value *packed = row_cell(r, i, 1);

		if (!is_marked(&t->marked, agency))
			t->what->seen(t->what->with, agency, (struct bytes){packed->s, packed->n});
	}
	return true;
}

static void read_year(struct db *db, struct telling *t, int64_t year)
{
	enum block_part part = t->what->part;

	arena_reset(t->mem);
	t->marked = marked_of(db, db_arena(db), t->span, year);
	db_each(db, t->mem, PIECE, (agency_span_is_wide(t->span) ? many : few)[part],
		(const struct value[]){AGENCIES(t->span), A(year)}, 3, tell_piece, t);
	for (int i = 0; i < t->marked.n; i++) {
		arena_reset(t->mem);
		struct course_block b = block_make(db, t->mem, year, t->marked.at[i], 1u << part);

		t->what->seen(t->what->with, t->marked.at[i], b.part[part]);
	}
}

static void read_all(struct db *db, void *with)
{
	struct telling *t = with;

	if (t->what->begin)
		t->what->begin(t->what->with);
	for (int64_t year = t->what->first_year; year <= t->what->last_year; year++)
		read_year(db, t, year);
}

void blocks_read(struct db *db, const struct agency_span *span, const struct block_reading *what)
{
	struct telling t = {span, what, arena_new(MEMORY), {NULL, 0}};

	db_tx_read(db, read_all, &t);
	arena_free(t.mem);
}

int64_t blocks_waiting(struct db *db, const struct agency_span *span, int64_t year, int64_t most)
{
	return row_int(db_run(db, &block_waiting, AGENCIES(span), A(opening_year_begins(year)), A(opening_year_begins(year + 1)), A(most)), 0, "n");
}

/* ---- the job: some agencies a transaction, each with the marks that it takes away.  They go first and the tables are read afterwards,
 * so that whatever a mark that is gone stood for has been seen. */

static int64_t year_of(int64_t seconds)
{
	return roc_year(moment_date((struct moment){seconds}));
}

static void keep(struct db *db, int64_t year, int64_t agency)
{
	struct course_block b = block_make(db, db_arena(db), year, agency, (1u << BLOCK_PARTS) - 1);

	if (!b.part[BLOCK_FACTS].n) {
		db_run(db, &block_drop, A(year), A(agency));
		db_run(db, &block_drop_cells, A(year), A(agency));
		return;
	}
	db_run(db, &block_put, A(year), A(agency), A(b.part[BLOCK_CATEGORIES]), A(b.part[BLOCK_RANKS]), A(b.part[BLOCK_FACTS]));
	db_run(db, &block_put_cells, A(year), A(agency), A(b.part[BLOCK_CELLS]));
}

/* A mark of any time becomes one for each year in which there is something. */
static void spread(struct db *db, int64_t agency)
{
	struct rows *t = db_run(db, &block_times, A(agency)), *kept = db_run(db, &block_years, A(agency));
	bool any = row_int(t, 0, "last");
	int64_t first = any ? year_of(row_int(t, 0, "first")) : FAR, last = any ? year_of(row_int(t, 0, "last")) : 0;

	for (int i = 0; i < kept->n; i++) {
		int64_t year = row_int(kept, i, "roc_year");

		first = year < first ? year : first;
		last = year > last ? year : last;
	}
	for (int64_t year = first; year <= last; year++)
		db_run(db, &block_mark, A(agency), A(opening_year_begins(year)), A(opening_year_begins(year)));
}

/* Each year of its marks once, ascending. */
static void keep_years(struct db *db, int64_t agency, const struct rows *marks)
{
	for (int64_t done = 0, year; done < FAR; done = year) {
		year = FAR;
		for (int i = 0; i < marks->n; i++) {
			int64_t first = year_of(row_int(marks, i, "start_at")), last = year_of(row_int(marks, i, "end_at"));

			first = first > done ? first : done + 1;
			if (first <= last && first < year)
				year = first;
		}
		if (year < FAR)
			keep(db, year, agency);
	}
}

static void keep_agency(struct db *db, int64_t agency)
{
	struct rows *marks = db_run(db, &block_take, A(agency));

	for (int i = 0; i < marks->n; i++)
		if (year_of(row_int(marks, i, "end_at")) - year_of(row_int(marks, i, "start_at")) > YEARS_MOST) {
			spread(db, agency);
			return;
		}
	keep_years(db, agency, marks);
}

static void step(struct db *db, void *with)
{
	bool *more = with;

	*more = true;
	for (int i = 0; i < AT_ONCE && *more; i++) {
		struct rows *next = db_run(db, &block_next);

		*more = next->n;
		if (next->n)
			keep_agency(db, row_int(next, 0, "agency"));
	}
}

static void done(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

void opening_blocks(struct db *db, const struct job *job)
{
	struct arena *mem = arena_new(MEMORY), *before = db_arena(db);
	bool more = true;

	while (more && !(job && job_cancelled(job))) {
		arena_reset(mem);
		db_use_arena(db, mem);
		db_tx_bulk(db, step, &more);
	}
	db_use_arena(db, before);
	arena_free(mem);
}

static void run(struct job *job)
{
	opening_blocks(job->db, job);
	if (!job_cancelled(job))
		db_tx(job->db, done, job);
}

const struct job_kind opening_block_job = {.name = "opening.blocks", .run = run, .tries = 3, .period_seconds = 60};

/* ---- against the tables */

static bool is_same(struct bytes a, struct bytes b)
{
	return a.n == b.n && !memcmp(a.at, b.at, a.n);
}

static bool block_is(struct db *db, struct arena *mem, int64_t year, int64_t agency, const struct rows *kept, int at)
{
	static const char *const columns[BLOCK_PARTS] = {"categories", "ranks", "cells", "facts"};
	struct course_block now = block_make(db, mem, year, agency, (1u << BLOCK_PARTS) - 1);

	if (at < 0)
		return !now.part[BLOCK_FACTS].n;
	for (int i = 0; i < BLOCK_PARTS; i++)
		if (!is_same(now.part[i], row_bytes(kept, at, columns[i])))
			return false;
	return true;
}

static int place_of(const struct rows *kept, int64_t agency)
{
	int low = 0, high = kept->n;

	while (low < high) {
		int middle = (low + high) / 2;

		*(row_int(kept, middle, "agency") < agency ? &low : &high) = row_int(kept, middle, "agency") < agency ? middle + 1 : middle;
	}
	return low < kept->n && row_int(kept, low, "agency") == agency ? low : -1;
}

struct checking { struct db *db; struct arena *mem; void (*tell)(void *, const char *); void *with; };

static void check_year(const struct checking *c, const struct rows *agencies, int64_t year)
{
	struct agency_span all = {.low = INT64_MIN, .high = INT64_MAX};
	struct arena *own = arena_new(MEMORY);
	struct marked marked = marked_of(c->db, c->mem, &all, year);
	struct rows *kept = db_run(c->db, &block_all, A(year));

	for (int i = 0; i < agencies->n; i++) {
		int64_t agency = row_int(agencies, i, "agency");

		arena_reset(own);
		if (!is_marked(&marked, agency) && !block_is(c->db, own, year, agency, kept, place_of(kept, agency)))
			c->tell(c->with, arena_print(c->mem, "開課及課程執行統計：%lld年度機關 %lld 之統計與課程、報名或紀錄不同", (long long)year,
				(long long)agency));
	}
	arena_free(own);
}

void opening_blocks_check(struct db *db, void (*tell)(void *, const char *), void *with)
{
	struct checking c = {db, db_arena(db), tell, with};
	struct rows *agencies = db_run(db, &block_opening);
	int64_t first = FAR, last = 0;

	for (int i = 0; i < agencies->n; i++) {
		int64_t from = year_of(row_int(agencies, i, "first")), to = year_of(row_int(agencies, i, "last"));

		first = from < first ? from : first;
		last = to > last ? to : last;
	}
	for (int64_t year = first; year <= last; year++)
		check_year(&c, agencies, year);
}
