/* people.c: the persons behind a number.  The counts of the agencies say in which of them a page lies, so that only their cards are read. */
#include <stdlib.h>
#include <string.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/text.h"

enum { PIECE = 2000, PIECE_MEMORY = 64 << 20 };

struct found { int64_t person, low; const char *key; };

struct finding {
	struct arena *mem;
	const struct tally_ask *ask;
	int64_t figure, offset, most;
	bool lacking;
	struct tally_view view;
	int64_t low, high;                                      /* where the page lies */
	struct found *at;
	size_t n, room;
	struct tally_people *to;
};

static bool holds(const struct finding *f, const struct tally_card *c)
{
	return card_in(c, f->ask) && c->low >= f->low && c->low <= f->high && (set_sum(&c->set, f->figure).persons > 0) != f->lacking;
}

static void found_add(struct finding *f, const struct tally_card *c, const char *key)
{
	f->at = arena_grow(f->mem, f->at, f->n, &f->room, sizeof *f->at);
	f->at[f->n++] = (struct found){c->person, c->low, key};
}

static bool add_piece(void *with, const struct rows *r)
{
	struct finding *f = with;

	for (int i = 0; i < r->n; i++) {
		struct tally_card c = {.person = row_int(r, i, "person"), .agency = row_int(r, i, "agency"), .low = row_int(r, i, "tree_low"),
			.slot = (int)row_int(r, i, "slot"), .is_enterprise = row_bool(r, i, "is_enterprise"), .set = {.mem = r->mem}};

		if (ids_have(&f->view.dirty, c.person))
			continue;
		set_unpack(row_bytes(r, i, "figures"), &c.set);
		if (holds(f, &c))
			found_add(f, &c, arena_text(f->mem, row_text(r, i, "name_key")));
	}
	return true;
}

/* Those judged on the spot. */
static void add_fresh(struct db *db, struct finding *f)
{
	struct rows *names = f->view.n ? db_run(db, &tally_names, A(ids_json(f->mem, f->view.dirty.at, f->view.n))) : NULL;

	for (size_t i = 0; i < f->view.n; i++)
		if (holds(f, &f->view.fresh[i]))
			found_add(f, &f->view.fresh[i], row_text(names, (int)i, "name_key"));
}

static int by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int order = x->low != y->low ? (x->low < y->low ? -1 : 1) : strcmp(x->key, y->key);

	return order ? order : (x->person > y->person) - (x->person < y->person);
}

/* Sets low and high; gives how many are before. */
static int64_t find_page(struct db *db, struct finding *f)
{
	const int64_t figures[] = {TALLY_ALL, f->figure};
	struct tally_ask ask = *f->ask;
	int64_t before = 0, skipped = 0;

	ask.by_agency = true;
	ask.figures = figures;
	ask.n_figures = f->figure == TALLY_ALL ? 1 : 2;
	const struct tally *t = tally_read(db, f->mem, &ask);

	f->low = INT64_MAX, f->high = INT64_MIN;
	for (int i = 0; i < t->n; i++) {
		int64_t holding = tally_row_of(t, &t->rows[i], f->figure).persons;
		int64_t n = f->lacking ? tally_row_of(t, &t->rows[i], TALLY_ALL).persons - holding : holding;

		if (before + n <= f->offset)
			skipped = before + n;
		else if (before < f->offset + f->most) {
			f->low = f->low == INT64_MAX ? t->rows[i].low : f->low;
			f->high = t->rows[i].low;
		}
		before += n;
	}
	f->to->total = before;
	return skipped;
}

static void take_page(struct finding *f, int64_t skipped)
{
	int64_t *persons = arena_array(f->mem, f->n, sizeof *persons);

	if (f->n)
		qsort(f->at, f->n, sizeof *f->at, by_place);
	for (size_t i = (size_t)(f->offset - skipped); i < f->n && f->to->n < f->most; i++)
		persons[f->to->n++] = f->at[i].person;
	f->to->persons = persons;
}

static void find(struct db *db, void *with)
{
	struct finding *f = with;
	struct arena *before = db_arena(db);
	int64_t skipped = 0;

	db_use_arena(db, f->mem);
	view_open(db, f->mem, f->ask, &f->view);
	*f->to = (struct tally_people){.state = f->view.state, .done = f->view.year.upto, .total = f->view.year.last, .rules = f->view.rules,
		.day = f->view.day};
	f->at = NULL, f->n = f->room = 0;
	if (f->view.state == TALLY_READY) {
		f->low = INT64_MIN, f->high = INT64_MAX;
		if (!f->view.direct) {
			struct arena *piece = arena_new(PIECE_MEMORY);

			skipped = find_page(db, f);
			db_each(db, piece, PIECE, &tally_agency_cards, (const struct value[]){A(f->ask->roc_year), A(f->low), A(f->high),
				A(f->ask->enterprises)}, 4, add_piece, f);
			arena_free(piece);
		}
		add_fresh(db, f);
		if (f->view.direct)
			f->to->total = (int64_t)f->n;
		take_page(f, skipped);
	}
	db_use_arena(db, before);
}

const struct tally_people *tally_people(struct db *db, struct arena *mem, const struct tally_ask *ask, int64_t figure, bool lacking, int64_t offset,
	int64_t most)
{
	struct finding f = {.mem = mem, .ask = ask, .figure = figure, .lacking = lacking, .offset = offset, .most = most,
		.to = arena_get(mem, sizeof(struct tally_people))};

	in_reading(db, find, &f);
	return f.to;
}

const struct tally_sum *tally_judged(struct db *db, struct arena *mem, const struct tally_rules *rules, struct date day, const int64_t *persons,
	int n)
{
	struct tally_sum *sums = arena_array(mem, (size_t)n * (size_t)rules->n_figures, sizeof *sums);
	struct arena *before = db_arena(db);
	struct ids ids = {.mem = mem};

	db_use_arena(db, mem);
	for (int i = 0; i < n; i++)
		ids_add(&ids, persons[i]);
	ids_settle(&ids);
	struct tally_card *cards = ids.n ? cards_judge(db, mem, rules, day, &ids) : NULL;

	for (int i = 0; i < n; i++) {
		size_t low = 0, high = ids.n;

		while (low + 1 < high)
			*(ids.at[(low + high) / 2] <= persons[i] ? &low : &high) = (low + high) / 2;
		set_spread(&cards[low].set, 1, rules->figures, rules->n_figures, sums + (size_t)i * (size_t)rules->n_figures);
	}
	db_use_arena(db, before);
	return sums;
}

int tally_figure_at(const struct tally_rules *rules, int64_t figure)
{
	for (int i = 0; i < rules->n_figures; i++)
		if (rules->figures[i] == figure)
			return i;
	return -1;
}
