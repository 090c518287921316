/* places.c: rows of a code table and agencies by their ids, as arrays: a report goes through millions of sums.  See private.h. */
#include <string.h>

#include "app/opening/course.sql.h"
#include "app/opening/private.h"

struct code_places code_places(struct report_run *run, const char *table, const char *several, bool attribute)
{
	struct code_places to = {.items = code_items(code_book(run->db, run->mem), run->mem, table, (struct date){0}), .any = *several};
	int32_t *at;

	for (int i = 0; i < to.items.n; i++)
		to.n = (size_t)to.items.at[i]->id >= to.n ? (size_t)to.items.at[i]->id + 1 : to.n;
	at = arena_array(run->mem, to.n, sizeof *at);
	memset(at, -1, to.n * sizeof *at);
	for (int i = 0; i < to.items.n; i++) {
		const struct code_item *c = to.items.at[i];

		at[c->id] = report_chosen(several, c->code) || (attribute && *c->attribute && report_chosen(several, c->attribute)) ? i + 2 : 0;
	}
	to.at = at;
	return to;
}

int code_place_of(const struct code_places *p, const char *code)
{
	for (int i = 0; *code && i < p->items.n; i++)
		if (text_is(p->items.at[i]->code, code))
			return p->at[p->items.at[i]->id];
	return *code ? 0 : !p->any;
}

struct agency_places agency_places(struct report_run *run)
{
	struct agency_places to = {.rows = db_run(run->db, &opening_agencies, AGENCIES(&run->span))};
	int32_t *at;

	for (int i = 0; i < to.rows->n; i++)
		to.n = (size_t)agency_at(&to, i + 1) >= to.n ? (size_t)agency_at(&to, i + 1) + 1 : to.n;
	at = arena_array(run->mem, to.n, sizeof *at);
	for (int i = 0; i < to.rows->n; i++)
		at[agency_at(&to, i + 1)] = i + 1;
	to.at = at;
	return to;
}

int64_t agency_at(const struct agency_places *p, int place)
{
	return row_cell(p->rows, place - 1, 0)->i;
}

const char *agency_code_at(const struct agency_places *p, int place)
{
	return row_cell(p->rows, place - 1, 1)->s;
}

const char *agency_label_at(struct arena *mem, const struct agency_places *p, int place)
{
	return arena_print(mem, "%s %s", agency_code_at(p, place), row_cell(p->rows, place - 1, 2)->s);
}

int agency_place_of(const struct agency_places *p, const char *code)
{
	for (int i = 1; i <= p->rows->n; i++)
		if (text_is(agency_code_at(p, i), code))
			return i;
	return 0;
}
