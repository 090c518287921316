/* read.c: the figures that are kept, and what the marks add to them: always as the records are at this moment. */
#include <stdlib.h>
#include <string.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"

enum { PIECE = 2000, PIECE_MEMORY = 64 << 20, SLOTS = 64 };

void in_reading(struct db *db, void (*work)(struct db *, void *), void *with)
{
	if (db_in_tx(db))
		work(db, with);
	else
		db_tx_read(db, work, with);
}

bool card_in(const struct tally_card *c, const struct tally_ask *ask)
{
	return c->agency && c->low >= ask->where.low && c->low <= ask->where.high && (!ask->enterprises || c->is_enterprise) &&
		slot_meets(c->slot, &ask->who);
}

/* Everybody of the agencies asked for, judged on the spot; false: too many. */
static bool judge_all(struct db *db, struct arena *mem, const struct tally_ask *ask, struct tally_view *v)
{
	int64_t most = setting_int("report.page_persons");
	struct rows *r = db_run(db, &tally_roster, AGENCIES(&ask->where), A(ask->enterprises), A(v->day), A(most + 1));

	v->dirty = (struct ids){.mem = mem};
	for (int i = 0; i < r->n; i++)
		ids_add(&v->dirty, row_cell(r, i, 0)->i);
	ids_settle(&v->dirty);
	return r->n <= most;
}

void view_open(struct db *db, struct arena *mem, const struct tally_ask *ask, struct tally_view *v)
{
	*v = (struct tally_view){.rules = tally_rules(db, mem, ask->roc_year), .day = tally_day(ask->roc_year, ask->today),
		.year = year_of(db, ask->roc_year)};
	if (!v->year.whole || !year_dirty(db, mem, &v->year, ask->roc_year, v->day, MARKS_MOST, &v->dirty)) {
		v->direct = true;
		if (!judge_all(db, mem, ask, v)) {
			v->state = TALLY_COUNTING;
			return;
		}
	}
	v->n = v->dirty.n;
	v->fresh = v->n ? cards_judge(db, mem, v->rules, v->day, &v->dirty) : NULL;
	v->kept = v->n && !v->direct ? cards_kept(db, mem, ask->roc_year, &v->dirty) : NULL;
}

/* ---- rows */

struct reading {
	struct arena *mem;
	const struct tally_ask *ask;
	struct tally_view view;
	struct tally *to;
	struct tally_row *slots[SLOTS];
	int64_t *lows;                                          /* of the rows, by agency */
	bool *active;
	int n_lows;
};

static struct tally_sum *new_sums(struct reading *r)
{
	return arena_array(r->mem, (size_t)r->to->n_figures, sizeof(struct tally_sum));
}

static int by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The row that a slot of an agency goes to. */
static struct tally_sum *place(struct reading *r, int64_t low, int slot)
{
	if (r->ask->by_agency) {
		int64_t *at = r->n_lows ? bsearch(&low, r->lows, (size_t)r->n_lows, sizeof low, by_number) : NULL;

		return at ? r->to->rows[at - r->lows].sum : NULL;
	}
	if (slot <= 0 || slot >= SLOTS)
		fail("no slot: %d", slot);
	if (!r->slots[slot]) {
		struct tally_row *row = r->slots[slot] = arena_get(r->mem, sizeof *row);

		*row = (struct tally_row){0, 0, "", "", staff_groups[slot_group(slot)].id, slot_sex(slot), slot_supervisor(slot), new_sums(r)};
	}
	return r->slots[slot]->sum;
}

static struct tally_sum *place_for(struct reading *r, int64_t low, int slot)
{
	return slot && !slot_meets(slot, &r->ask->who) ? NULL : place(r, low, slot);
}

static void add(struct reading *r, int64_t low, int slot, const struct tally_set *set, int sign)
{
	struct tally_sum *to = place_for(r, low, slot);

	if (to)
		set_spread(set, sign, r->to->figures, r->to->n_figures, to);
}

static bool add_piece(void *with, const struct rows *rows)
{
	struct reading *r = with;
	int low = row_column(rows, "tree_low"), slot = row_column(rows, "slot"), figures = row_column(rows, "figures");

	for (int i = 0; i < rows->n; i++) {
		const struct value *packed = row_cell(rows, i, figures);
		struct tally_sum *to = place_for(r, row_cell(rows, i, low)->i, (int)row_cell(rows, i, slot)->i);

		if (to)
			bytes_spread((struct bytes){packed->s, packed->n}, r->to->figures, r->to->n_figures, to);
	}
	return true;
}

static bool of_everybody(const struct tally_ask *ask)
{
	return !*ask->who.group && !ask->who.sex && ask->who.supervisor < 0;
}

/* The counts of each agency of the span. */
static void add_many(struct db *db, struct reading *r, int kind)
{
	struct arena *piece = arena_new(PIECE_MEMORY);
	const struct tally_ask *ask = r->ask;

	db_each(db, piece, PIECE, agency_span_is_wide(&ask->where) ? &tally_slots_wide : &tally_slots_many,
		(const struct value[]){A(ask->roc_year), A(kind), AGENCIES(&ask->where),
		A(ask->enterprises)}, 5, add_piece, r);
	arena_free(piece);
}

static void add_one(struct db *db, struct reading *r, int kind, int64_t agency)
{
	struct rows *rows = db_run(db, &tally_slots, A(r->ask->roc_year), A(kind), A(agency));

	for (int i = 0; i < rows->n; i++) {
		struct tally_sum *to = place_for(r, 0, (int)row_int(rows, i, "slot"));

		if (to)
			bytes_spread(row_bytes(rows, i, "figures"), r->to->figures, r->to->n_figures, to);
	}
}

static void add_kept(struct db *db, struct reading *r)
{
	const struct agency_span *where = &r->ask->where;
	bool one = where->agency && where->low == where->high;

	if (r->ask->by_agency)
		add_many(db, r, of_everybody(r->ask) ? 0 : 1);
	else if (r->ask->enterprises || (r->view.year.tree && !one))
		add_many(db, r, 1);
	else
		add_one(db, r, one ? 1 : 2, where->agency);
}

static void agency_rows(struct db *db, struct reading *r)
{
	struct rows *a = db_run(db, &tally_agencies, AGENCIES(&r->ask->where), A(r->ask->enterprises));

	r->to->rows = arena_array(r->mem, (size_t)a->n, sizeof *r->to->rows);
	r->lows = arena_array(r->mem, (size_t)a->n, sizeof *r->lows);
	r->active = arena_array(r->mem, (size_t)a->n, sizeof *r->active);
	for (int i = 0; i < a->n; i++) {
		r->lows[i] = row_int(a, i, "tree_low");
		r->active[i] = row_bool(a, i, "active");
		r->to->rows[i] = (struct tally_row){row_int(a, i, "id"), r->lows[i], row_text(a, i, "code"), row_text(a, i, "name"), "", 0, false,
			new_sums(r)};
	}
	r->to->n = r->n_lows = a->n;
}

/* Slots that anybody is in; agencies that exist, or have anybody. */
static void settle(struct reading *r)
{
	struct tally *to = r->to;
	int n = 0;

	if (r->ask->by_agency) {
		for (int i = 0; i < to->n; i++)
			if (r->active[i] || tally_row_of(to, &to->rows[i], TALLY_ALL).persons)
				to->rows[n++] = to->rows[i];
		to->n = n;
		return;
	}
	to->rows = arena_array(r->mem, SLOTS, sizeof *to->rows);
	for (int slot = 1; slot < SLOTS; slot++)
		if (r->slots[slot] && tally_row_of(to, r->slots[slot], TALLY_ALL).persons)
			to->rows[to->n++] = *r->slots[slot];
}

static void read_all(struct db *db, void *with)
{
	struct reading *r = with;
	struct arena *before = db_arena(db);

	db_use_arena(db, r->mem);
	view_open(db, r->mem, r->ask, &r->view);
	*r->to = (struct tally){.state = r->view.state, .day = r->view.day, .rules = r->view.rules, .done = r->view.year.upto,
		.total = r->view.year.last, .figures = r->ask->figures ? r->ask->figures : r->view.rules->figures,
		.n_figures = r->ask->figures ? r->ask->n_figures : r->view.rules->n_figures};
	if (r->view.state == TALLY_READY) {
		memset(r->slots, 0, sizeof r->slots);
		if (r->ask->by_agency)
			agency_rows(db, r);
		if (!r->view.direct)
			add_kept(db, r);
		for (size_t i = 0; i < r->view.n; i++) {
			if (r->view.kept && card_in(&r->view.kept[i], r->ask))
				add(r, r->view.kept[i].low, r->view.kept[i].slot, &r->view.kept[i].set, -1);
			if (card_in(&r->view.fresh[i], r->ask))
				add(r, r->view.fresh[i].low, r->view.fresh[i].slot, &r->view.fresh[i].set, 1);
		}
		settle(r);
	}
	db_use_arena(db, before);
}

const struct tally *tally_read(struct db *db, struct arena *mem, const struct tally_ask *ask)
{
	struct reading r = {.mem = mem, .ask = ask, .to = arena_get(mem, sizeof(struct tally))};

	in_reading(db, read_all, &r);
	return r.to;
}

static int figure_index(const int64_t *figures, int n, int64_t figure)
{
	const int64_t *at = n ? bsearch(&figure, figures, (size_t)n, sizeof figure, by_number) : NULL;

	if (!at)
		fail("the figure %lld was not asked for", (long long)figure);
	return (int)(at - figures);
}

struct tally_sum tally_row_of(const struct tally *t, const struct tally_row *row, int64_t figure)
{
	return row->sum[figure_index(t->figures, t->n_figures, figure)];
}

struct tally_sum tally_of(const struct tally *t, struct tally_who who, int64_t figure)
{
	int at = figure_index(t->figures, t->n_figures, figure);
	struct tally_sum sum = {0};

	for (int i = 0; i < t->n; i++) {
		const struct tally_row *row = &t->rows[i];

		if ((!*who.group || text_is(who.group, row->group)) && (!who.sex || who.sex == row->sex) &&
			(who.supervisor < 0 || who.supervisor == row->supervisor))
			sum_add(&sum, &row->sum[at], 1);
	}
	return sum;
}
