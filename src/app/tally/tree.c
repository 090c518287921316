/* tree.c: the tree of agencies in memory, and counts rolled up along it: a walk by tree_low with the agencies above at hand. */
#include <stdlib.h>
#include <string.h>

#include "app/tally/private.h"
#include "app/tally/tally.sql.h"
#include "base/log.h"

enum { SLOTS = 64, NODE_MEMORY = 256 << 20 };

struct tree tree_read(struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &tally_tree);
	struct tree t = {arena_array(mem, (size_t)r->n, sizeof *t.at), r->n};

	for (int i = 0; i < r->n; i++)
		t.at[i] = (struct tree_node){row_cell(r, i, 0)->i, row_cell(r, i, 2)->i, row_cell(r, i, 3)->i, row_cell(r, i, 1)->i};
	return t;
}

static int by_low(const void *a, const void *b)
{
	const struct tree_node *x = a, *y = b;

	return (x->low > y->low) - (x->low < y->low);
}

const struct tree_node *tree_at(const struct tree *t, int64_t low)
{
	return t->n ? bsearch(&(struct tree_node){.low = low}, t->at, (size_t)t->n, sizeof *t->at, by_low) : NULL;
}

int tree_above(const struct tree *t, int64_t low, int64_t to[TREE_DEPTH])
{
	const struct tree_node *here = tree_at(t, low);
	int n = 0;

	to[n++] = 0;
	if (!here)
		return n;
	/* Who is above stands before, with an interval that holds it: some thousands of looks, and nothing to be kept besides. */
	for (const struct tree_node *at = here; at >= t->at && n < TREE_DEPTH; at--)
		if (at->low <= low && at->high >= low && at->high > at->low)
			to[n++] = at->agency;
	return n;
}

/* ---- rolling up */

struct roll_level { const struct tree_node *node; struct tally_set own[SLOTS], all[SLOTS]; struct arena *mem; };
struct roll {
	struct arena *mem;
	const struct tree *tree;
	void (*out)(void *, int, int64_t, int, const struct tally_set *);
	void *with;
	struct roll_level *levels[TREE_DEPTH];
	int depth, at;                                          /* levels open; the node of the tree to come */
};

static struct roll_level *level_open(struct roll *r, const struct tree_node *node)
{
	if (r->depth == TREE_DEPTH)
		fail("a tree of agencies with more than %d levels", TREE_DEPTH);
	struct roll_level *l = r->levels[r->depth];

	if (!l) {
		l = r->levels[r->depth] = arena_get(r->mem, sizeof *l);
		l->mem = arena_new(NODE_MEMORY);
		arena_defer(r->mem, (void (*)(void *))arena_free, l->mem);
	}
	r->depth++;
	arena_reset(l->mem);
	l->node = node;
	for (int i = 0; i < SLOTS; i++)
		l->own[i] = l->all[i] = (struct tally_set){.mem = l->mem};
	return l;
}

struct roll *roll_new(struct arena *mem, const struct tree *tree, void (*out)(void *, int, int64_t, int, const struct tally_set *), void *with)
{
	struct roll *r = arena_get(mem, sizeof *r);

	*r = (struct roll){.mem = mem, .tree = tree, .out = out, .with = with};
	level_open(r, NULL);
	return r;
}

static void level_close(struct roll *r)
{
	struct roll_level *l = r->levels[r->depth - 1], *above = r->depth > 1 ? r->levels[r->depth - 2] : NULL;
	int64_t agency = l->node ? l->node->agency : 0;

	for (int i = 0; i < SLOTS; i++) {
		if (l->own[i].n)
			r->out(r->with, 1, agency, i, &l->own[i]);
		set_add(&l->all[i], &l->own[i], 1);
		if (l->all[i].n && (!l->node || l->node->high > l->node->low))
			r->out(r->with, 2, agency, i, &l->all[i]);
		if (above)
			set_add(&above->all[i], &l->all[i], 1);
	}
	r->depth--;
}

/* Opens the agencies up to this place, and closes those that it does not lie in. */
static void go_to(struct roll *r, int64_t low)
{
	while (r->at < r->tree->n && r->tree->at[r->at].low <= low) {
		const struct tree_node *node = &r->tree->at[r->at++];

		while (r->depth > 1 && r->levels[r->depth - 1]->node->high < node->low)
			level_close(r);
		level_open(r, node);
	}
}

void roll_add(struct roll *r, int64_t low, int slot, const struct tally_set *set)
{
	go_to(r, low);
	if (slot <= 0 || slot >= SLOTS)
		fail("no slot: %d", slot);
	set_add(&r->levels[r->depth - 1]->own[slot], set, 1);
}

void roll_end(struct roll *r)
{
	while (r->depth)
		level_close(r);
}
