/* selector.c: the 遴選機關 of each training, with the years for which they select, and which of them selects for an agency.   PROMO-003, 004 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/promotion/private.h"
#include "app/promotion/promotion.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

struct selector { int64_t id, version, agency, from_year, until_year; struct code type; const char *agency_code, *agency_name; };

const struct field selector_fields[] = {
	FIELD(selector, id, INT, KEY, "編號"),
	FIELD(selector, version, INT, KEY, "版本"),
	FIELD(selector, agency, INT, MARK, ""),
	FIELD(selector, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes),
	FIELD(selector, agency_code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(selector, agency_name, TEXT, SHOW, "遴選機關"),
	FIELD(selector, from_year, INT, EDIT, "年度（起）", .need = true, .least = 1, .most = 999),
	FIELD(selector, until_year, INT, EDIT, "年度（迄）", .least = 0, .most = 999, .not_sorted = true,
		.hint = "機關改制或裁撤時填寫；仍適用時填 0 或留白"),
	{0}
};

bool selector_is(struct db *db, const char *type, int64_t year, int64_t agency)
{
	return db_run(db, &selector_years, A(type), A(year), A(agency))->n;
}

bool selector_any(struct db *db, int64_t agency)
{
	return db_run(db, &selector_ever, A(agency))->n;
}

int64_t selector_of(struct db *db, const char *type, int64_t year, int64_t agency)
{
	struct rows *up = db_run(db, &selector_up, A(type), A(year), A(agency));

	return up->n ? row_int(up, 0, "id") : 0;
}

struct selector_tree selector_tree(struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &selector_down);
	struct selector_tree all = {arena_array(mem, (size_t)r->n, sizeof *all.at), r->n};

	for (int i = 0; i < r->n; i++)
		all.at[i] = (struct selector_place){arena_text(mem, row_text(r, i, "type")), arena_text(mem, row_text(r, i, "code")),
			row_int(r, i, "agency"), row_int(r, i, "selector"), row_int(r, i, "from_year"), row_int(r, i, "until_year")};
	return all;
}

static int by_type_and_code(const struct selector_place *p, const char *type, const char *code)
{
	int order = strcmp(p->type, type);

	return order ? order : strcmp(p->code, code);
}

const struct selector_place *selector_find(const struct selector_tree *all, const char *type, int64_t year, const char *code)
{
	int low = 0, high = all->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (by_type_and_code(&all->at[middle], type, code) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < all->n && !by_type_and_code(&all->at[low], type, code); low++)
		if (all->at[low].from_year <= year && year <= all->at[low].until_year)
			return &all->at[low];
	return NULL;
}

struct rows *selector_list(struct db *db, const char *type, int64_t year)
{
	return db_run(db, &selectors_of, A(type), A(year));
}

/* ---- kept up by 保訓會 ---- */

static const char *title(struct arena *mem, const void *record)
{
	const struct selector *s = record;

	return arena_print(mem, "%s %s", s->type.label, s->agency_code);
}

static void check(struct req *r, void *record, const void *before)
{
	struct selector *s = record;
	const struct selector *was = before;
	struct agency g = {0};

	s->agency_code = text_upper(r->mem, s->agency_code);
	if (was && (was->from_year != s->from_year || strcmp(was->type.id, s->type.id) || strcmp(was->agency_code, s->agency_code)))
		issue(&r->issues, -1, "agency_code", "ERR_FIXED", title(r->mem, was));
	if (*s->agency_code && !agency_find(r->db, r->mem, s->agency_code, &g))
		issue(&r->issues, -1, "agency_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", s->agency_code));
	if (s->until_year && s->until_year < s->from_year)
		issue(&r->issues, -1, "until_year", "ERR_INT", arena_print(r->mem, "%lld", (long long)s->from_year), "999",
			arena_print(r->mem, "%lld", (long long)s->until_year));
	s->agency = g.id;
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct selector *s = record;
	struct rows *put;

	if (before)
		return db_run(db, &selector_set, A(s->id), A(s->version), value_id_or_null(s->until_year))->n ? s->id : 0;
	put = db_run(db, &selector_put, A(s->type.id), A(s->agency), A(s->from_year), value_id_or_null(s->until_year));
	if (!put->n && !db_undone(db))
		issue(&r->issues, -1, "agency_code", "ERR_EXISTS", s->agency_code);
	return put->n ? row_int(put, 0, "id") : 0;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &selector_by_id, A(id)), selector_fields, record);
}

static const struct selector fresh = {.type = {"", ""}, .agency_code = "", .agency_name = ""};
static const struct upkeep selectors = {"/promotion/selectors", "promotion_selector", "遴選機關", selector_fields,
	sizeof(struct selector), &fresh,
	load, title, check, store, NULL, NULL};

void selectors_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "遴選機關", selector_fields, sizeof(struct selector), "agency_code"))
		return;
	l.rows_at = "/promotion/selectors";
	l.add = "新增遴選機關";
	if (list_run(&l, &selector_all))
		list_show_plain(&l);
}

void selector_new_get(struct req *r) { upkeep_new(r, &selectors); }
void selector_new_post(struct req *r) { upkeep_add(r, &selectors); }
void selector_get(struct req *r) { upkeep_show(r, &selectors); }
void selector_post(struct req *r) { upkeep_change(r, &selectors); }
