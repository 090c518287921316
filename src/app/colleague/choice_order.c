/* choice_order.c: those found by 多條件複選產製報表 in the order asked for, and the names of those that are shown.   LEARN-632 */
#include <stdlib.h>
#include <string.h>

#include "app/colleague/choice.h"
#include "app/colleague/colleague.sql.h"
#include "base/text.h"

/* ---- the list in order ---- */

struct place { int64_t id; const char *code, *name; };
struct places { struct place *at; int n; };

static int by_place_id(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const struct place *place_of(const struct places *all, int64_t agency)
{
	struct place wanted = {.id = agency};
	static const struct place none = {0, "", ""};
	const struct place *p = bsearch(&wanted, all->at, (size_t)all->n, sizeof *all->at, by_place_id);

	return p ? p : &none;
}

static int64_t number_of(const struct chosen *c, const char *field)
{
	return text_is(field, "records") ? c->records : text_is(field, "hours") ? c->hours : text_is(field, "digital") ? c->digital :
		text_is(field, "physical") ? c->physical : text_is(field, "business") ? c->business : 0;
}

static int by_sort(const void *a, const void *b, void *with)
{
	const struct chosen *x = a, *y = b;
	const char *sort = with;
	int down = *sort == '-' ? -1 : 1, n;
	const char *field = sort + (*sort == '-');
	int64_t p = number_of(x, field), q = number_of(y, field);

	if (p != q)
		return p < q ? -down : down;
	if (text_is(field, "name") && (n = strcmp(x->key, y->key)))
		return n * down;
	if ((n = strcmp(x->agency_code, y->agency_code)))
		return text_is(field, "agency_code") ? n * down : n;
	if ((n = strcmp(x->key, y->key)))
		return n;
	return (x->id > y->id) - (x->id < y->id);
}

void choice_name_agencies(const struct choice *c)
{
	const struct query *q = c->q;
	struct rows *r = db_run(q->db, &choice_agencies, A((int64_t)0), A(INT64_MAX));
	struct places places = {arena_array(q->mem, (size_t)r->n + 1, sizeof *places.at), r->n};

	for (int i = 0; i < r->n; i++)
		places.at[i] = (struct place){row_int(r, i, "id"), row_text(r, i, "code"), row_text(r, i, "name")};
	for (int i = 0; i < c->n_found; i++) {
		const struct place *p = place_of(&places, c->found[i].agency);

		c->found[i].agency_code = p->code, c->found[i].agency_name = p->name;
	}
}

static int by_id(const void *a, const void *b)
{
	const struct chosen *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static const char *ids_of(struct arena *mem, const struct chosen *c, int n)
{
	struct text list = text_new(mem, (size_t)n * 12 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_int(&j, c[i].id);
	json_end(&j);
	return list.at;
}

static void name_keys(const struct choice *c)
{
	if (c->n_found)
		qsort(c->found, (size_t)c->n_found, sizeof *c->found, by_id);
	struct rows *r = db_run(c->q->db, &choice_keys, A(ids_of(c->q->mem, c->found, c->n_found)));
	int k = 0, key = r->n ? row_column(r, "name_key") : 0, id = r->n ? row_column(r, "id") : 0;

	for (int i = 0; i < c->n_found; i++) {
		while (k < r->n && row_cell(r, k, id)->i < c->found[i].id)
			k++;
		c->found[i].key = k < r->n && row_cell(r, k, id)->i == c->found[i].id ? row_cell(r, k, key)->s : "";
	}
}

void choice_order(const struct choice *c, const char *sort)
{
	choice_name_agencies(c);
	name_keys(c);
	if (c->n_found)
		qsort_r(c->found, (size_t)c->n_found, sizeof *c->found, by_sort, (void *)sort);
}

/* ---- names of those shown ---- */

static const char *code_name(const struct query *q, uint32_t id)
{
	const struct code_item *c = code_by_id(q->codes, id);

	return c ? c->name : "";
}

void choice_fill_words(const struct query *q, struct arena *mem, struct chosen *c, int n)
{
	struct arena *before = db_arena(q->db);

	db_use_arena(q->db, mem);
	struct rows *p = db_run(q->db, &choice_people, A(ids_of(mem, c, n)));
	struct ids units = {arena_array(mem, (size_t)n + 1, sizeof *units.at), n};

	for (int i = 0; i < n; i++)
		units.at[i] = c[i].unit;
	struct rows *u = db_run(q->db, &choice_unit_names, A(query_ids_json(mem, &units)));

	db_use_arena(q->db, before);
	for (int i = 0; i < n; i++) {
		c[i].name = c[i].national_id = c[i].unit_name = "";
		for (int k = 0; k < p->n; k++)
			if (row_int(p, k, "id") == c[i].id)
				c[i].name = row_text(p, k, "name"), c[i].national_id = personal_id(mem, row_text(p, k, "national_id"), q->full);
		for (int k = 0; k < u->n; k++)
			if (row_int(u, k, "id") == c[i].unit)
				c[i].unit_name = row_text(u, k, "name");
		c[i].title_name = code_name(q, c[i].title), c[i].rank_name = code_name(q, c[i].rank), c[i].class_name = code_name(q,
			c[i].person_class);
	}
}

const char *choice_keys_json(struct arena *mem, const struct choice_key *keys, size_t n)
{
	struct text list = text_new(mem, n * 24 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < n; i++)
		json_int(&j, ((int64_t)keys[i].class << 32) + keys[i].person);
	json_end(&j);
	return list.at;
}
