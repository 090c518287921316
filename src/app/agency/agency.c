/* agency.c: see agency.h. */
#include "app/agency/agency.h"

#include <string.h>

#include "app/agency/agency.sql.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

/* 總處 issues them; the operator makes the first.                                                          LEARN-017 */
#define MAY_KEEP (MAY_AGENCY_EDIT | MAY_DGPA)

const struct field agency_fields[] = {
	FIELD(agency, id, INT, KEY, "編號"),
	FIELD(agency, version, INT, KEY, "版本"),
	FIELD(agency, code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(agency, name, TEXT, EDIT, "機關名稱", .need = true, .most = 100, .wide = true),
	FIELD(agency, parent_code, TEXT, EDIT, "上級機關代碼", .most = 10, .hint = "沒有上級機關時留白"),
	FIELD(agency, parent_name, TEXT, SHOW, "上級機關"),
	FIELD(agency, is_enterprise, BOOL, EDIT, "事業機構", .not_sorted = true),
	FIELD(agency, is_opening, BOOL, EDIT, "開課機關", .not_sorted = true),
	FIELD(agency, active, BOOL, EDIT, "啟用", .not_sorted = true),
	FIELD(agency, parent, INT, MARK, ""),
	{0}
};

bool agency_find(struct db *db, struct arena *mem, const char *code, struct agency *to)
{
	struct rows *g = db_run(db, &agency_one, A(text_upper(mem, text_fold(mem, code))));

	return record_load(mem, g, agency_fields, to) && to->active;
}

const char *agency_name(struct db *db, int64_t id)
{
	struct rows *g = id ? db_run(db, &agency_by_id, A(id)) : NULL;

	return g && g->n ? row_text(g, 0, "name") : "無";
}

int64_t agency_add_unnumbered(struct db *db, const char *code, const char *name, int64_t parent)
{
	struct rows *g = db_run(db, &agency_put, A(code), A(name), value_id_or_null(parent));

	return g->n ? row_int(g, 0, "id") : 0;
}

int64_t agency_add(struct db *db, const char *code, const char *name, int64_t parent)
{
	int64_t id = agency_add_unnumbered(db, code, name, parent);

	if (id)
		agency_renumber(db);
	return id;
}

const struct field agency_query[] = {{.name = "q", .label = "機關代碼或名稱", .kind = K_TEXT, .use = EDIT}, {0}};

void agency_list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "機關", agency_fields, sizeof(struct agency), "code"))
		return;
	if (req_may(r, MAY_KEEP)) {
		l.rows_at = "/agencies";
		l.add = "新增機關";
	}
	if (list_run(&l, &agency_list, A(req_query(r, "q"))))
		list_show_plain(&l);
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *agency)
{
	return record_load(mem, db_run(db, &agency_by_id, A(id)), agency_fields, agency);
}

static const char *title(struct arena *mem, const void *agency)
{
	(void)mem;
	return ((const struct agency *)agency)->name;
}

/* 機關代碼 identifies it everywhere: it never changes. */
static void check(struct req *r, void *agency, const void *before)
{
	struct agency *g = agency;
	const struct agency *was = before;

	g->code = text_upper(r->mem, g->code);
	if (was && strcmp(was->code, g->code))
		issue(&r->issues, -1, "code", "ERR_AGENCY_CODE", was->code);
	if (!was && *g->code && (strlen(g->code) != 10 || strspn(g->code, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 10))
		issue(&r->issues, -1, "code", "ERR_AGENCY_CODE_FORM", g->code);
}

/* The parent by its code; an agency can't hang below itself. */
static int64_t find_parent(struct req *r, struct db *db, const struct agency *g)
{
	struct agency up = {0};

	if (!*g->parent_code)
		return 0;
	if (!agency_find(db, r->mem, g->parent_code, &up))
		issue(&r->issues, -1, "parent_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", g->parent_code));
	else if (g->id && row_int(db_run(db, &agency_is_above, A(g->id), A(up.id)), 0, "n"))
		issue(&r->issues, -1, "parent_code", "ERR_AGENCY_LOOP", g->name, up.name);
	return up.id;
}

static int64_t store(struct req *r, struct db *db, void *agency, const void *before)
{
	struct agency *g = agency;
	int64_t id;

	g->parent = find_parent(r, db, g);
	if (r->issues.n)
		return 0;
	if (before)
		id = g->id;
	else if (!(id = agency_add_unnumbered(db, g->code, g->name, g->parent)))
		issue(&r->issues, -1, "code", "ERR_EXISTS", g->code);
	if (!id)
		return 0;
	if (!db_run(db, &agency_set, A(id), A(before ? g->version : 1), A(g->name), value_id_or_null(g->parent), A(g->active),
			A(g->is_enterprise), A(g->is_opening))->n)
		return 0;
	agency_renumber(db);
	return id;
}

static const struct agency fresh = {.code = "", .name = "", .parent_code = "", .parent_name = "", .active = true, .is_opening = true};
static const struct upkeep agencies = {"/agencies", "agency", "機關", agency_fields, sizeof(struct agency), &fresh, load, title, check,
	store, NULL, NULL};

static void new_get(struct req *r) { upkeep_new(r, &agencies); }
static void new_post(struct req *r) { upkeep_add(r, &agencies); }
static void one_get(struct req *r) { upkeep_show(r, &agencies); }
static void one_post(struct req *r) { upkeep_change(r, &agencies); }

const struct route agency_routes[] = {
	{GET, "/agencies", agency_list_get, MAY_KEEP, .takes = agency_query, .gives = agency_fields, .list = true,
		.crumb = "系統管理/機關", .menu = "機關", .help = "所有機關"},
	{GET, "/agencies/new", new_get, MAY_KEEP, .crumb = "系統管理/機關/新增", .help = "新增機關"},
	{POST, "/agencies/new", new_post, MAY_KEEP, .takes = agency_fields, .help = "新增機關"},
	{GET, "/agencies/:agency", one_get, MAY_KEEP, .gives = agency_fields, .crumb = "系統管理/機關/修改", .help = "修改機關"},
	{POST, "/agencies/:agency", one_post, MAY_KEEP, .takes = agency_fields, .help = "修改機關"},
	{0}
};
