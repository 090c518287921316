/* fold.c: the one writer of cards and counts: judges who has a mark, piece by piece, each in one transaction with the marks that it takes away,
 * so that it may be killed at any moment.  What it reads is at least as new as the marks: who changes something later leaves another one. */
#include <stdlib.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/text.h"

enum { PIECE = 500, KINDS = 3, PIECE_MEMORY = 512 << 20 };

/* ---- differences */

struct change { int kind, slot, sign; int64_t agency; const struct tally_set *set; };
struct changes { struct change *at; size_t n, room; struct arena *mem; };

static void change_add(struct changes *to, int kind, int64_t agency, int slot, const struct tally_set *set, int sign)
{
	to->at = arena_grow(to->mem, to->at, to->n, &to->room, sizeof *to->at);
	to->at[to->n++] = (struct change){kind, slot, sign, agency, set};
}

static void changes_of(struct changes *to, const struct tree *tree, const struct tally_card *c, int sign)
{
	int64_t above[TREE_DEPTH];
	int n = tree_above(tree, c->low, above);

	if (!c->agency)
		return;
	change_add(to, 0, c->agency, 0, &c->set, sign);
	change_add(to, 1, c->agency, c->slot, &c->set, sign);
	for (int i = 0; i < n; i++)
		change_add(to, 2, above[i], c->slot, &c->set, sign);
}

static int by_key(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->agency != y->agency)
		return x->agency < y->agency ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

static void put_count(struct db *db, struct arena *mem, int roc_year, const struct change *key, const struct tally_set *set)
{
	if (set->n)
		db_run(db, &tally_count_put, A(roc_year), A(key->kind), A(key->agency), A(key->slot), A(set_pack(mem, set)));
	else
		db_run(db, &tally_count_drop, A(roc_year), A(key->kind), A(key->agency), A(key->slot));
}

static void write_changes(struct db *db, int roc_year, struct changes *all)
{
	if (all->n)
		qsort(all->at, all->n, sizeof *all->at, by_key);
	for (size_t i = 0, next; i < all->n; i = next) {
		const struct change *key = &all->at[i];
		struct tally_set set = {.mem = all->mem};
		struct rows *r = db_run(db, &tally_count_one, A(roc_year), A(key->kind), A(key->agency), A(key->slot));

		if (r->n)
			set_unpack(row_bytes(r, 0, "figures"), &set);
		for (next = i; next < all->n && !by_key(key, &all->at[next]); next++)
			set_add(&set, all->at[next].set, all->at[next].sign);
		put_count(db, all->mem, roc_year, key, &set);
	}
}

/* ---- some persons */

static void write_card(struct db *db, struct arena *mem, int roc_year, const struct tally_card *c)
{
	if (c->agency)
		db_run(db, &tally_card_put, A(roc_year), A(c->person), A(c->agency), A(c->slot), A(set_pack(mem, &c->set)));
	else
		db_run(db, &tally_card_drop, A(roc_year), A(c->person));
}

static bool is_same(const struct tally_card *a, const struct tally_card *b)
{
	return a->agency == b->agency && (!a->agency || (a->slot == b->slot && set_same(&a->set, &b->set)));
}

/* anew: of a pass, whose counts began with nothing. */
static void judge_some(struct db *db, const struct tally_rules *rules, struct date day, const struct ids *ids, bool anew)
{
	struct arena *mem = db_arena(db);
	struct changes all = {.mem = mem};
	struct tree tree = tree_read(db, mem);
	struct tally_card *fresh = cards_judge(db, mem, rules, day, ids), *kept = cards_kept(db, mem, rules->roc_year, ids);

	for (size_t i = 0; i < ids->n; i++) {
		bool same = is_same(&fresh[i], &kept[i]);

		if (!same && !anew)
			changes_of(&all, &tree, &kept[i], -1);
		if (!same || anew)
			changes_of(&all, &tree, &fresh[i], 1);
		if (!same)
			write_card(db, mem, rules->roc_year, &fresh[i]);
	}
	write_changes(db, rules->roc_year, &all);
}

/* ---- steps, each a transaction */

struct work { struct job *job; struct date today; int roc_year; bool more; };

static void drop_marks(struct db *db, const struct rows *r)
{
	struct ids ids = {.mem = db_arena(db)};

	for (int i = 0; i < r->n; i++)
		ids_add(&ids, row_int(r, i, "id"));
	if (ids.n)
		db_run(db, &tally_marks_drop, A(ids_json(ids.mem, ids.at, ids.n)));
}

void year_open(struct db *db, struct date today)
{
	struct rows *r = db_run(db, &tally_years_new, A(roc_year(today)));

	for (int i = 0; i < r->n; i++)
		db_run(db, &tally_year_open, A(row_int(r, i, "roc_year")), A(tally_day((int)row_int(r, i, "roc_year"), today)));
}

struct writing { struct db *db; int roc_year; struct arena *mem; };

static void put_rolled(void *with, int kind, int64_t agency, int slot, const struct tally_set *set)
{
	struct writing *w = with;

	if (kind == 2)
		put_count(w->db, w->mem, w->roc_year, &(struct change){.kind = 2, .agency = agency, .slot = slot}, set);
}

/* The tree is another one: what is below an agency is added up anew from the agencies' own. */
static void roll_up(struct db *db, int year)
{
	struct arena *mem = db_arena(db);
	struct tree tree = tree_read(db, mem);
	struct writing w = {db, year, mem};
	struct roll *roll = roll_new(mem, &tree, put_rolled, &w);

	db_run(db, &tally_count_wipe, A(year), A(2));
	struct rows *r = db_run(db, &tally_slots_many, A(year), A(1), A(0), A(INT64_MAX), A(0));

	for (int i = 0; i < r->n; i++) {
		struct tally_set set = {.mem = mem};

		set_unpack(row_bytes(r, i, "figures"), &set);
		roll_add(roll, row_int(r, i, "tree_low"), (int)row_int(r, i, "slot"), &set);
	}
	roll_end(roll);
}

static void mark_general(struct db *db, struct date today, int year, int64_t person)
{
	if (!year)
		db_run(db, &tally_mark_years, A(person));
	else if (person == EVERYBODY) {
		db_run(db, &tally_year_again, A(year), A(tally_day(year, today)));
		for (int kind = 0; kind < KINDS; kind++)
			db_run(db, &tally_count_wipe, A(year), A(kind));
	} else
		roll_up(db, year);
}

/* Marks of every year, of everybody, of the tree. */
static void general(struct db *db, void *with)
{
	struct work *w = with;

	year_open(db, w->today);
	struct rows *r = db_run(db, &tally_marks_general);

	w->more = r->n;
	for (int i = 0; i < r->n; i++) {
		bool again = false;

		for (int k = 0; k < i && !again; k++)
			again = row_int(r, k, "roc_year") == row_int(r, i, "roc_year") && row_int(r, k, "person") == row_int(r, i, "person");
		if (!again)
			mark_general(db, w->today, (int)row_int(r, i, "roc_year"), row_int(r, i, "person"));
	}
	drop_marks(db, r);
}

/* A later day: who moves meanwhile gets a mark, in the transaction that says so. */
static void day_turned(struct db *db, struct work *w, struct date judged)
{
	struct date day = tally_day(w->roc_year, w->today);

	if (!date_before(judged, day))
		return;
	db_run(db, &tally_moves_mark, A(w->roc_year), A(judged), A(day));
	db_run(db, &tally_year_day, A(w->roc_year), A(day));
}

static void pass(struct db *db, struct work *w, int64_t upto)
{
	struct arena *mem = db_arena(db);
	struct rows *r = db_run(db, &tally_persons, A(upto), A(PIECE));
	struct ids ids = {.mem = mem};

	for (int i = 0; i < r->n; i++)
		ids_add(&ids, row_int(r, i, "id"));
	if (ids.n)
		judge_some(db, tally_rules(db, mem, w->roc_year), tally_day(w->roc_year, w->today), &ids, true);
	db_run(db, &tally_year_upto, A(w->roc_year), A(ids.n ? ids.at[ids.n - 1] : upto), A(r->n < PIECE));
}

static void piece(struct db *db, void *with)
{
	struct work *w = with;
	struct arena *mem = db_arena(db);

	db_run(db, &tally_year_hold, A(w->roc_year));
	struct rows *y = db_run(db, &tally_year_one, A(w->roc_year));

	w->more = true;
	day_turned(db, w, row_date(y, 0, "judged"));
	if (!row_bool(y, 0, "whole")) {
		pass(db, w, row_int(y, 0, "upto"));
		return;
	}
	struct rows *marks = db_run(db, &tally_marks_take, A(w->roc_year), A(PIECE));
	struct ids ids = {.mem = mem};

	for (int i = 0; i < marks->n; i++)
		ids_add(&ids, row_int(marks, i, "person"));
	ids_settle(&ids);
	if (ids.n)
		judge_some(db, tally_rules(db, mem, w->roc_year), tally_day(w->roc_year, w->today), &ids, false);
	drop_marks(db, marks);
	w->more = marks->n == PIECE;
}

static void end(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void repeat(struct work *w, struct arena *mem, void (*step)(struct db *, void *))
{
	for (w->more = true; w->more && !job_cancelled(w->job);) {
		arena_reset(mem);
		db_use_arena(w->job->db, mem);
		db_tx_bulk(w->job->db, step, w);
	}
}

static void fold(struct job *job)
{
	struct arena *mem = arena_new(PIECE_MEMORY), *before = db_arena(job->db);
	struct work w = {.job = job, .today = moment_date(job->now)};

	repeat(&w, mem, general);
	db_use_arena(job->db, before);
	struct rows *years = db_run(job->db, &tally_years);

	for (int i = 0; i < years->n; i++) {
		w.roc_year = (int)row_int(years, i, "roc_year");
		repeat(&w, mem, piece);
	}
	db_use_arena(job->db, before);
	arena_free(mem);
	if (!job_cancelled(job))
		db_tx(job->db, end, job);
}

const struct job_kind tally_job = {.name = "tally.fold", .run = fold, .tries = 3, .period_seconds = 60};
