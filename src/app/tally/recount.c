/* recount.c: cards and counts against the records and postings that they are of: peixun check-data, and some of them every night. */
#include <stdlib.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/log.h"
#include "base/text.h"

enum { PIECE = 1000, PIECE_MEMORY = 256 << 20, ALL_MEMORY = (size_t)1 << 30, MARKS_ALL = 100000000, FINDING_MEMORY = 1 << 20 };

struct checking {
	struct db *db;
	struct arena *mem, *words;
	struct date day;                                        /* of what is kept */
	int roc_year;
	struct ids dirty, wrong;
	void (*tell)(void *with, const char *finding);
	void *with;
};

__attribute__((format(printf, 2, 3)))
static void tell(struct checking *c, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *text = arena_vprint(c->words, format, args);

	va_end(args);
	c->tell(c->with, text);
	arena_reset(c->words);
}

/* ---- cards */

static bool is_same(const struct tally_card *a, const struct tally_card *b)
{
	return a->agency == b->agency && (!a->agency || (a->slot == b->slot && set_same(&a->set, &b->set)));
}

static void compare_cards(struct checking *c, const struct tally_rules *rules, const struct ids *ids)
{
	struct arena *mem = db_arena(c->db);
	struct tally_card *fresh = cards_judge(c->db, mem, rules, c->day, ids),
		*kept = cards_kept(c->db, mem, c->roc_year, ids);

	for (size_t i = 0; i < ids->n; i++) {
		if (is_same(&fresh[i], &kept[i]) || ids_have(&c->dirty, ids->at[i]))
			continue;
		ids_add(&c->wrong, ids->at[i]);
		tell(c, "人員統計：%d年度人員 %lld 與紀錄不同（機關 %lld，應為 %lld；時數 %lld，應為 %lld）", c->roc_year,
				(long long)ids->at[i], (long long)kept[i].agency, (long long)fresh[i].agency,
				(long long)set_sum(&kept[i].set, TALLY_ALL).hours, (long long)set_sum(&fresh[i].set, TALLY_ALL).hours);
	}
}

/* Persons behind `from`, at most so many; gives the last one, 0: there are no more. */
static int64_t compare_persons(struct checking *c, int64_t from, int most)
{
	struct rows *r = db_run(c->db, &tally_persons, A(from), A(most));
	struct ids ids = {.mem = db_arena(c->db)};

	for (int i = 0; i < r->n; i++)
		ids_add(&ids, row_int(r, i, "id"));
	if (ids.n)
		compare_cards(c, tally_rules(c->db, ids.mem, c->roc_year), &ids);
	return ids.n ? ids.at[ids.n - 1] : 0;
}

/* ---- counts */

struct count { int64_t agency; int slot; bool seen; struct tally_set set; };
struct counts { struct count *at; int n; };

static struct counts counts_read(struct checking *c, int kind)
{
	struct rows *r = db_run(c->db, &tally_slots_year, A(c->roc_year), A(kind));
	struct counts all = {arena_array(c->mem, (size_t)r->n, sizeof *all.at), 0};

	for (int i = 0; i < r->n; i++) {
		struct count *to = &all.at[all.n++];

		*to = (struct count){row_int(r, i, "agency"), (int)row_int(r, i, "slot"), false, {.mem = c->mem}};
		set_unpack(row_bytes(r, i, "figures"), &to->set);
	}
	return all;
}

static int by_place(const void *a, const void *b)
{
	const struct count *x = a, *y = b;

	if (x->agency != y->agency)
		return x->agency < y->agency ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

struct comparing { struct checking *c; struct counts kept[3]; struct tally_set all; int64_t agency; };

static void compare_count(struct comparing *x, int kind, int64_t agency, int slot, const struct tally_set *should)
{
	struct counts *all = &x->kept[kind];
	struct count *k = all->n ? bsearch(&(struct count){.agency = agency, .slot = slot}, all->at, (size_t)all->n, sizeof *k, by_place) : NULL;

	if (!k) {
		tell(x->c, "機關統計：%d年度機關 %lld（%d-%d）沒有統計", x->c->roc_year, (long long)agency, kind, slot);
		return;
	}
	k->seen = true;
	if (!set_same(&k->set, should))
		tell(x->c, "機關統計：%d年度機關 %lld（%d-%d）與人員不同（人數 %lld，應為 %lld；時數 %lld，應為 %lld）", x->c->roc_year,
			(long long)agency, kind, slot, (long long)set_sum(&k->set, TALLY_ALL).persons,
			(long long)set_sum(should, TALLY_ALL).persons, (long long)set_sum(&k->set, TALLY_ALL).hours,
			(long long)set_sum(should, TALLY_ALL).hours);
}

static void own_whole(struct comparing *x)
{
	if (x->all.n)
		compare_count(x, 0, x->agency, 0, &x->all);
	x->all = (struct tally_set){.mem = x->c->mem};
}

static void compare_rolled(void *with, int kind, int64_t agency, int slot, const struct tally_set *should)
{
	struct comparing *x = with;

	compare_count(x, kind, agency, slot, should);
	if (kind == 2)
		return;
	if (agency != x->agency)
		own_whole(x);
	x->agency = agency;
	set_add(&x->all, should, 1);
}

static bool roll_piece(void *with, const struct rows *r)
{
	for (int i = 0; i < r->n; i++) {
		struct tally_set set = {.mem = r->mem};

		set_unpack(row_bytes(r, i, "figures"), &set);
		roll_add(with, row_int(r, i, "tree_low"), (int)row_int(r, i, "slot"), &set);
	}
	return true;
}

static void compare_counts(struct checking *c)
{
	struct arena *piece = arena_new(PIECE_MEMORY);
	struct tree tree = tree_read(c->db, c->mem);
	struct comparing x = {.c = c, .all = {.mem = c->mem}};

	for (int kind = 0; kind < 3; kind++)
		x.kept[kind] = counts_read(c, kind);
	struct roll *roll = roll_new(c->mem, &tree, compare_rolled, &x);

	db_each(c->db, piece, PIECE, &tally_cards_year, (const struct value[]){A(c->roc_year)}, 1, roll_piece, roll);
	roll_end(roll);
	own_whole(&x);
	for (int kind = 0; kind < 3; kind++)
		for (int i = 0; i < x.kept[kind].n; i++)
			if (!x.kept[kind].at[i].seen)
				tell(c, "機關統計：%d年度機關 %lld（%d-%d）沒有人員", c->roc_year, (long long)x.kept[kind].at[i].agency, kind,
					x.kept[kind].at[i].slot);
	arena_free(piece);
}

/* ---- all of it */

static void check_year(struct checking *c, int year)
{
	struct tally_year y = year_of(c->db, year);

	c->roc_year = year;
	c->day = y.judged;
	if (!y.whole)
		return;
	year_dirty(c->db, c->mem, &y, year, c->day, MARKS_ALL, &c->dirty);
	struct arena *piece = arena_new(PIECE_MEMORY), *before = db_arena(c->db);

	for (int64_t from = 0, last = 1; last; from = last) {
		arena_reset(piece);
		db_use_arena(c->db, piece);
		last = compare_persons(c, from, PIECE);
	}
	db_use_arena(c->db, before);
	arena_free(piece);
	if (!y.tree)
		compare_counts(c);
}

void tally_check(struct db *db, void (*told)(void *, const char *), void *with)
{
	struct checking c = {.db = db, .words = arena_new(FINDING_MEMORY), .tell = told, .with = with};
	struct arena *before = db_arena(db);
	struct rows *years = db_run(db, &tally_years);

	for (int i = 0; i < years->n; i++) {
		c.mem = arena_new(ALL_MEMORY);
		c.wrong = (struct ids){.mem = c.mem};
		db_use_arena(db, c.mem);
		check_year(&c, (int)row_int(years, i, "roc_year"));
		db_use_arena(db, before);
		arena_free(c.mem);
	}
	arena_free(c.words);
}

/* ---- some of it, every night: another thirtieth of all persons each day; who differs is told to the operator and judged anew */

enum { PARTS = 30, NIGHT = 4 * 3600 };

struct night { struct job *job; struct checking check; };

static void look(struct db *db, void *with)
{
	struct night *n = with;
	struct checking *c = &n->check;
	int64_t last = row_int(db_run(db, &tally_person_last), 0, "id");
	int64_t part = last / PARTS + 1, from = part * (c->day.number % PARTS);
	struct tally_year y = year_of(db, c->roc_year);

	c->wrong.n = 0;
	c->day = y.judged;
	year_dirty(db, c->mem, &y, c->roc_year, c->day, MARKS_ALL, &c->dirty);
	for (int64_t end = from + part; y.whole && from < end; from += PIECE)
		if (!compare_persons(c, from, PIECE))
			break;
}

static void mark_wrong(struct db *db, void *with)
{
	struct night *n = with;

	for (size_t i = 0; i < n->check.wrong.n; i++)
		mark(db, n->check.roc_year, n->check.wrong.at[i]);
	job_done(n->job);
}

static void to_log(void *with, const char *finding)
{
	(void)with;
	log_line("%s", finding);
}

static void sample(struct job *job)
{
	struct arena *mem = arena_new(ALL_MEMORY), *before = db_arena(job->db);
	struct night n = {job, {.db = job->db, .mem = mem, .words = arena_new(FINDING_MEMORY), .day = moment_date(job->now), .tell = to_log,
		.wrong = {.mem = mem}}};

	n.check.roc_year = roc_year(n.check.day);
	db_use_arena(job->db, mem);
	db_tx_read(job->db, look, &n);
	db_use_arena(job->db, before);
	db_tx(job->db, mark_wrong, &n);
	arena_free(n.check.words);
	arena_free(mem);
}

const struct job_kind tally_sample_job = {.name = "tally.sample", .run = sample, .tries = 1, .period_seconds = 86400, .at_seconds = NIGHT};
