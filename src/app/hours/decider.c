/* decider.c: of those who decide, how many records a person has of a category: packed with the facts of an agency and year (pack.c), so that
 * 參與決策評量表 of 8,000 agencies reads no record.  What is packed of another state, and what a batch has changed that is not folded in
 * yet, is read from the records. */
#include <stdlib.h>
#include <string.h>

#include "app/agency/agency.h"
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"

enum { PIECE = 500, MEMORY = 64 << 20 };

struct cells { struct arena *mem; struct hours_decider *at; size_t n, room; };

static uint8_t sex_of(const struct hours_fact *f)
{
	return f->marks & MARK_MALE ? 1 : f->marks & MARK_FEMALE ? 2 : 0;
}

static void add(struct cells *c, struct hours_decider cell)
{
	c->at = arena_grow(c->mem, c->at, c->n, &c->room, sizeof *c->at);
	c->at[c->n++] = cell;
}

static int by_person(const void *a, const void *b)
{
	const struct hours_decider *x = a, *y = b;

	if (x->person != y->person)
		return x->person < y->person ? -1 : 1;
	return x->category != y->category ? (x->category < y->category ? -1 : 1) : (x->sex > y->sex) - (x->sex < y->sex);
}

void deciders_put(struct db *db, struct arena *mem, int64_t roc_year, int64_t agency, int64_t stamp, const struct hours_fact *facts, size_t n)
{
	struct cells c = {.mem = mem};
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (facts[i].marks & MARK_SUPERVISOR)
			add(&c, (struct hours_decider){facts[i].person, facts[i].category, 1, sex_of(&facts[i]), 0});
	if (c.n)
		qsort(c.at, c.n, sizeof *c.at, by_person);
	for (size_t i = 0; i < c.n; i++) {
		if (kept && !by_person(&c.at[kept - 1], &c.at[i]))
			c.at[kept - 1].records++;
		else
			c.at[kept++] = c.at[i];
	}
	db_run(db, &hours_decider_put, A(roc_year), A(agency), A(stamp), A(((struct bytes){kept ? (const void *)c.at : "", kept * sizeof *c.at})));
}

/* ---- reading */

struct telling {
	struct arena *mem;
	void (*seen)(void *with, int64_t agency, const struct hours_decider *, size_t n);
	void *with;
	const struct rows *waiting;                             /* by agency */
	int64_t *stale;
	size_t n_stale, room;
};

static void add_stale(struct telling *t, int64_t agency)
{
	t->stale = arena_grow(t->mem, t->stale, t->n_stale, &t->room, sizeof *t->stale);
	t->stale[t->n_stale++] = agency;
}

static bool tell_blocks(void *with, const struct rows *r)
{
	struct telling *t = with;

	for (int i = 0; i < r->n; i++) {
		int64_t agency = row_int(r, i, "agency");

		if (agency_waits(t->waiting, agency))
			continue;
		if (row_null(r, i, "facts")) {
			add_stale(t, agency);
			continue;
		}
		struct bytes b = row_bytes(r, i, "facts");
		void *aligned = arena_get(r->mem, b.n + 1);

		memcpy(aligned, b.at, b.n);
		t->seen(t->with, agency, aligned, b.n / sizeof(struct hours_decider));
	}
	return true;
}

static void tell_records(struct db *db, struct telling *t, int64_t roc_year)
{
	struct text list = text_new(t->mem, t->n_stale * 21 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < t->n_stale; i++)
		json_int(&j, t->stale[i]);
	json_end(&j);
	struct rows *r = db_run(db, &hours_decider_records, A(roc_year), A(list.at));

	for (int i = 0, next; i < r->n; i = next) {
		int64_t agency = row_int(r, i, "agency");
		struct cells c = {.mem = t->mem};

		for (next = i; next < r->n && row_int(r, next, "agency") == agency; next++)
			add(&c, (struct hours_decider){(uint32_t)row_int(r, next, "person"), (uint32_t)row_int(r, next, "category"),
				(uint16_t)row_int(r, next, "records"), (uint8_t)row_int(r, next, "sex"), 0});
		t->seen(t->with, agency, c.at, c.n);
	}
}

void hours_deciders(struct db *db, struct arena *mem, int64_t roc_year, int64_t low, int64_t high,
	void (*seen)(void *with, int64_t agency, const struct hours_decider *, size_t n), void *with)
{
	struct arena *piece = arena_new(MEMORY);
	struct telling t = {.mem = mem, .seen = seen, .with = with,
		.waiting = db_run(db, &hours_pack_waiting, A(roc_year), A(low), A(high))};

	for (int i = 0; i < t.waiting->n; i++)
		add_stale(&t, row_int(t.waiting, i, "agency"));
	const struct agency_span span = {.low = low, .high = high};

	db_each(db, piece, PIECE, agency_span_is_wide(&span) ? &hours_decider_wide : &hours_decider_blocks,
		(const struct value[]){A(roc_year), A(low), A(high)}, 3, tell_blocks, &t);
	arena_free(piece);
	if (t.n_stale)
		tell_records(db, &t, roc_year);
}

/* ---- against the records */

struct agency_check { int64_t agency, records, persons, categories, sexes; };
struct checking { struct arena *mem; struct agency_check *at; size_t n, room; };

static void check_agency(void *with, int64_t agency, const struct hours_decider *cells, size_t n)
{
	struct checking *c = with;
	struct agency_check a = {.agency = agency};

	for (size_t i = 0; i < n; i++) {
		int64_t times = cells[i].sex ? cells[i].records : 0;

		a.records += times;
		a.persons += times * cells[i].person;
		a.categories += times * (cells[i].person % 1000) * cells[i].category;
		a.sexes += times * cells[i].person * cells[i].sex;
	}
	if (!a.records)
		return;
	c->at = arena_grow(c->mem, c->at, c->n, &c->room, sizeof *c->at);
	c->at[c->n++] = a;
}

static int by_agency(const void *a, const void *b)
{
	const struct agency_check *x = a, *y = b;

	return (x->agency > y->agency) - (x->agency < y->agency);
}

static bool is_same(const struct agency_check *a, const struct rows *r, int i)
{
	return a->agency == row_int(r, i, "agency") && a->records == row_int(r, i, "records") && a->persons == row_int(r, i, "persons") &&
		a->categories == row_int(r, i, "categories") && a->sexes == row_int(r, i, "sexes");
}

static void check_year(struct db *db, int64_t roc_year, void (*tell)(void *, const char *), void *with)
{
	struct checking c = {.mem = db_arena(db)};

	hours_deciders(db, db_arena(db), roc_year, 0, INT64_MAX, check_agency, &c);
	struct rows *r = db_run(db, &hours_recount_decider, A(roc_year));
	size_t at = 0;

	if (c.n)
		qsort(c.at, c.n, sizeof *c.at, by_agency);
	for (int i = 0; i < r->n || at < c.n;) {
		bool kept = at < c.n && (i == r->n || c.at[at].agency <= row_int(r, i, "agency"));
		bool there = i < r->n && (at == c.n || row_int(r, i, "agency") <= c.at[at].agency);
		int64_t agency = kept ? c.at[at].agency : row_int(r, i, "agency");

		if (!kept || !there || !is_same(&c.at[at], r, i))
			tell(with, arena_print(db_arena(db), "參與決策評量表：%lld年度機關 %lld 之統計與紀錄不同", (long long)roc_year,
				(long long)agency));
		at += kept;
		i += there;
	}
}

void deciders_check(struct db *db, void (*tell)(void *, const char *), void *with)
{
	struct rows *years = db_run(db, &hours_decider_years);

	for (int i = 0; i < years->n; i++)
		check_year(db, row_int(years, i, "roc_year"), tell, with);
}
