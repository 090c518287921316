/* pack.c: what the records that count say, packed by year and agency of the time, so that a million of them are read and judged in the time
 * that a database needs for a tenth.
 *
 * A stamp counts how often the facts of an agency and year have changed; what is packed under another one is not used, nor is what a
 * batch has changed that is not folded in yet: these are read from the records.  So no answer is ever late. */
#include <stdlib.h>
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "db/bulk.h"

enum { PIECE = 4, WORK = 256 << 20, ROWS = 20000 };

void hours_facts_changed(struct db *db, int64_t roc_year, int64_t agency)
{
	db_run(db, &hours_stamp_put, A(roc_year), A(agency));
}

/* ---- from the records ---- */

static uint8_t marks_of(const struct rows *r, int i)
{
	int64_t sex = row_int(r, i, "sex");

	return (uint8_t)((row_bool(r, i, "business") ? MARK_BUSINESS : 0) | (row_bool(r, i, "is_supervisor") ? MARK_SUPERVISOR : 0) |
		(row_int(r, i, "kind") == HOURS_STUDY ? MARK_STUDY : 0) | (sex == 1 ? MARK_MALE : sex == 2 ? MARK_FEMALE : 0));
}

static struct hours_fact fact_of(const struct rows *r, int i)
{
	struct date end = row_date(r, i, "end_day");
	int year, month, day;

	date_split(end, &year, &month, &day);
	return (struct hours_fact){.person = (uint32_t)row_int(r, i, "person"), .class = (uint32_t)row_int(r, i, "class"),
		.unit = (uint32_t)row_int(r, i, "unit"), .title = (uint32_t)row_int(r, i, "title"), .rank = (uint32_t)row_int(r, i, "rank"),
		.person_class = (uint32_t)row_int(r, i, "person_class"), .category = (uint32_t)row_int(r, i, "category"),
		.hours = (uint16_t)row_int(r, i, "hours"), .digital = (uint16_t)row_int(r, i, "digital"),
		.day = (uint16_t)(end.number - date_make(year, 1, 1).number + 1), .mode = (uint8_t)row_int(r, i, "mode"), .marks = marks_of(r, i)};
}

struct facts_read { struct arena *mem; struct hours_fact *at; size_t n, room; };

static bool read_piece(void *with, const struct rows *r)
{
	struct facts_read *f = with;

	for (int i = 0; i < r->n; i++) {
		f->at = arena_grow(f->mem, f->at, f->n, &f->room, sizeof *f->at);
		f->at[f->n++] = fact_of(r, i);
	}
	return true;
}

static struct facts_read read_records(struct db *db, struct arena *mem, int64_t roc_year, int64_t agency)
{
	struct facts_read f = {.mem = mem};
	struct arena *piece = arena_new(WORK);

	db_each(db, piece, ROWS, &hours_pack_records, (const struct value[]){A(roc_year), A(agency)}, 2, read_piece, &f);
	arena_free(piece);
	return f;
}

/* ---- packing ---- */

struct packing { int64_t roc_year, agency; struct arena *mem; };

/* The stamp is read first: what somebody changes meanwhile makes the block an old one, never a wrong one. */
static void pack(struct db *db, void *with)
{
	struct packing *p = with;
	struct rows *stamp = db_run(db, &hours_pack_stamp, A(p->roc_year), A(p->agency));

	if (!stamp->n)
		return;
	int64_t at = row_int(stamp, 0, "stamp");
	struct facts_read f = read_records(db, p->mem, p->roc_year, p->agency);

	db_run(db, &hours_pack_put, A(p->roc_year), A(p->agency), A(at), A(((struct bytes){f.n ? (const void *)f.at : "", f.n * sizeof *f.at})));
	deciders_put(db, p->mem, p->roc_year, p->agency, at, f.at, f.n);
	db_run(db, &hours_packed, A(p->roc_year), A(p->agency), A(at));
}

/* What has changed, until nothing has or `job` is not wanted any more. */
void hours_pack(struct db *db, const struct job *job)
{
	struct arena *mem = arena_new(WORK), *list = arena_new(WORK), *before = db_arena(db);
	bool more = true;

	while (more && !(job && job_cancelled(job))) {
		arena_reset(list);
		db_use_arena(db, list);
		struct rows *r = db_run(db, &hours_pack_stale);

		more = r->n;
		for (int i = 0; i < r->n; i++) {
			struct packing p = {row_int(r, i, "roc_year"), row_int(r, i, "agency"), mem};

			arena_reset(mem);
			db_use_arena(db, mem);
			db_tx_bulk(db, pack, &p);
			db_bulk_pause(db);
		}
	}
	db_use_arena(db, before);
	arena_free(list);
	arena_free(mem);
}

static void done(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void pack_stale(struct job *job)
{
	hours_pack(job->db, job);
	db_tx(job->db, done, job);
}

const struct job_kind hours_pack_job = {.name = "hours.pack", .run = pack_stale, .tries = 3, .period_seconds = 300};

/* ---- reading ---- */

struct telling { struct arena *mem; void (*seen)(void *with, int64_t agency, const struct hours_fact *, size_t n); void *with; };

static bool tell_blocks(void *with, const struct rows *r)
{
	const struct telling *t = with;

	for (int i = 0; i < r->n; i++) {
		struct bytes b = row_bytes(r, i, "facts");
		void *aligned = arena_get(t->mem, b.n + 1);

		memcpy(aligned, b.at, b.n);
		t->seen(t->with, row_int(r, i, "agency"), aligned, b.n / sizeof(struct hours_fact));
	}
	return true;
}

bool agency_waits(const struct rows *waiting, int64_t agency)
{
	int low = 0, high = waiting->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (row_int(waiting, middle, "agency") < agency)
			low = middle + 1;
		else
			high = middle;
	}
	return low < waiting->n && row_int(waiting, low, "agency") == agency;
}

static void tell_records(struct db *db, const struct telling *t, int64_t roc_year, int64_t agency)
{
	arena_reset(t->mem);
	struct facts_read f = read_records(db, t->mem, roc_year, agency);

	t->seen(t->with, agency, f.at, f.n);
}

void hours_facts(struct db *db, struct arena *mem, int64_t roc_year, int64_t low, int64_t high,
	void (*seen)(void *with, int64_t agency, const struct hours_fact *, size_t n), void *with)
{
	struct telling t = {mem, seen, with};
	struct rows *known = db_run(db, &hours_pack_known, A(roc_year), A(low), A(high)), *waiting = db_run(db, &hours_pack_waiting,
		A(roc_year), A(low), A(high));
	struct text fresh = text_new(db_arena(db), (size_t)known->n * 24 + 16);
	struct json j = json_new(&fresh);

	json_list(&j);
	for (int i = 0; i < known->n; i++)
		if (row_bool(known, i, "fresh") && !agency_waits(waiting, row_int(known, i, "agency")))
			json_int(&j, row_int(known, i, "agency"));
	json_end(&j);
	db_each(db, mem, PIECE, &hours_pack_blocks, (const struct value[]){A(roc_year), A(fresh.at)}, 2, tell_blocks, &t);
	for (int i = 0; i < known->n; i++)
		if (!row_bool(known, i, "fresh") && !agency_waits(waiting, row_int(known, i, "agency")))
			tell_records(db, &t, roc_year, row_int(known, i, "agency"));
	for (int i = 0; i < waiting->n; i++)
		tell_records(db, &t, roc_year, row_int(waiting, i, "agency"));
}
