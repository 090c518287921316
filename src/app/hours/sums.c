/* sums.c: what records count, by person and by the agency of the time: with the record, or beside it and folded in.   LEARN-038 */
#include <stdlib.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "db/bulk.h"

static void add(struct sums *to, struct sum s)
{
	to->at = arena_grow(to->mem, to->at, to->n, &to->room, sizeof *to->at);
	to->at[to->n++] = s;
}

void sums_add(struct sums *person, struct sums *agency, int64_t roc_year, int64_t of_person, int64_t of_agency, int64_t category,
	const struct facts *f, int n)
{
	struct sum s = {roc_year, of_person, category, n, n * f->hours, n * f->digital, f->business ? n * f->hours : 0};

	if (!hours_counts(f->cert, f->review))
		return;
	add(person, s);
	s.who = of_agency;
	add(agency, s);
}

static int by_key(const void *a, const void *b)
{
	const struct sum *x = a, *y = b;

	if (x->roc_year != y->roc_year)
		return x->roc_year < y->roc_year ? -1 : 1;
	if (x->who != y->who)
		return x->who < y->who ? -1 : 1;
	return (x->category > y->category) - (x->category < y->category);
}

static bool is_nothing(const struct sum *s)
{
	return !s->records && !s->hours && !s->digital && !s->business;
}

/* One of each key, in their order.  Of persons, what comes to nothing is left out; of agencies it stays: something of them is otherwise. */
static void settle(struct sums *s, bool all)
{
	size_t n = 0;

	if (s->n)
		qsort(s->at, s->n, sizeof *s->at, by_key);
	for (size_t i = 0; i < s->n; i++) {
		struct sum *to = n ? &s->at[n - 1] : NULL, *from = &s->at[i];

		if (to && !by_key(to, from)) {
			to->records += from->records, to->hours += from->hours, to->digital += from->digital, to->business += from->business;
			continue;
		}
		if (to && !all && is_nothing(to))
			n--;
		s->at[n++] = *from;
	}
	if (n && !all && is_nothing(&s->at[n - 1]))
		n--;
	s->n = n;
}

/* ---- beside, under a batch */

struct feed { const struct sums *sums; size_t at; int64_t batch, piece; };

static bool next(void *with, struct value *to)
{
	struct feed *f = with;

	if (f->at == f->sums->n)
		return false;
	const struct sum *s = &f->sums->at[f->at++];

	to[0] = A(f->batch), to[1] = A(f->piece), to[2] = A(s->roc_year), to[3] = A(s->who), to[4] = A(s->category), to[5] = A(s->records);
	to[6] = A(s->hours), to[7] = A(s->digital), to[8] = A(s->business);
	return true;
}

void sums_stage(struct db *db, struct sums *person, struct sums *agency, int64_t batch, int64_t piece)
{
	settle(person, false);
	settle(agency, true);
	db_load(db, &hours_person_stage, next, &(struct feed){person, 0, batch, piece});
	db_load(db, &hours_agency_stage, next, &(struct feed){agency, 0, batch, piece});
}

/* ---- with the record */

void sums_write(struct db *db, struct sums *person, struct sums *agency)
{
	settle(person, false);
	settle(agency, true);
	for (size_t i = 0; i < person->n; i++) {
		const struct sum *s = &person->at[i];

		db_run(db, &hours_person_add, A(s->roc_year), A(s->who), A(s->category), A(s->records), A(s->hours), A(s->digital), A(s->business));
		if (!i || s->who != s[-1].who || s->roc_year != s[-1].roc_year)
			db_run(db, &hours_person_mark, A(s->roc_year), A(s->who));
	}
	for (size_t i = 0; i < agency->n; i++) {
		const struct sum *s = &agency->at[i];

		db_run(db, &hours_agency_add, A(s->roc_year), A(s->who), A(s->category), A(s->records), A(s->hours), A(s->digital), A(s->business));
		hours_facts_changed(db, s->roc_year, s->who);
	}
}

/* ---- folding in what was beside */

/* Inside a transaction: the first piece of what waits of a batch. */
bool sums_fold_piece(struct db *db, int64_t batch)
{
	struct rows *r = db_run(db, &hours_fold_first, A(batch));

	if (!r->n || row_null(r, 0, "piece"))
		return false;
	int64_t piece = row_int(r, 0, "piece");

	db_run(db, &hours_person_mark_folded, A(batch), A(piece));
	db_run(db, &hours_person_fold, A(batch), A(piece));
	db_run(db, &hours_person_folded, A(batch), A(piece));
	db_run(db, &hours_agency_fold, A(batch), A(piece));
	db_run(db, &hours_stamp_fold, A(batch), A(piece));
	db_run(db, &hours_agency_folded, A(batch), A(piece));
	return true;
}

struct folding { struct job *job; int64_t batch; bool more; };

static void fold_step(struct db *db, void *with)
{
	struct folding *f = with;

	f->more = sums_fold_piece(db, f->batch);
}

static void end(struct db *db, void *with)
{
	job_add(db, &hours_pack_job, 0, NULL, 0, (struct moment){0});
	job_done(with);
}

static void nothing(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void fold(struct job *job)
{
	struct arena *mem = arena_new((size_t)64 << 20), *before = db_arena(job->db);
	struct rows *r = db_run(job->db, &hours_fold_batches);

	for (int i = 0; i < r->n; i++) {
		struct folding f = {job, row_int(r, i, "batch"), true};

		while (f.more && !job_cancelled(job)) {
			arena_reset(mem);
			db_use_arena(job->db, mem);
			db_tx_bulk(job->db, fold_step, &f);
			db_bulk_pause(job->db);
		}
	}
	db_use_arena(job->db, before);
	arena_free(mem);
	db_tx(job->db, r->n ? end : nothing, job);
}

const struct job_kind hours_fold_job = {.name = "hours.fold", .run = fold, .tries = 3, .period_seconds = 300};
