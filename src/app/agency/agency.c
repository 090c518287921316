/* agency.c: see agency.h. */
#include "app/agency/agency.h"

#include <string.h>

#include "app/agency/agency.sql.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "base/text.h"
#include "web/edit.h"
#include "web/list.h"

const struct field agency_fields[] = {
	FIELD(agency, id, INT, KEY, "編號"),
	FIELD(agency, version, INT, KEY, "版本"),
	FIELD(agency, code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(agency, name, TEXT, EDIT, "機關名稱", .need = true, .most = 100, .wide = true),
	FIELD(agency, parent_code, TEXT, EDIT, "上級機關代碼", .most = 10, .hint = "沒有上級機關時留白"),
	FIELD(agency, parent_name, TEXT, SHOW, "上級機關"),
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

int64_t agency_add(struct db *db, const char *code, const char *name, int64_t parent)
{
	struct rows *g = db_run(db, &agency_put, A(code), A(name), value_id_or_null(parent));

	return g->n ? row_int(g, 0, "id") : 0;
}

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "機關", agency_fields, sizeof(struct agency), "code"))
		return;
	l.rows_at = "/agencies";
	l.add = "新增機關";
	if (list_run(&l, &agency_list, A(req_query(r, "q"))))
		list_show_plain(&l);
}

static void edit_show(struct req *r, int status, const struct agency *g)
{
	edit_page_show(r, status, &(struct edit){.title = g->id ? g->name : "新增機關", .fields = agency_fields, .record = g,
		.id = g->id, .version = g->version, .path = "/agencies"});
}

static void new_get(struct req *r)
{
	edit_show(r, 200, &(struct agency){.code = "", .name = "", .parent_code = "", .active = true});
}

static bool load(struct req *r, struct agency *g)
{
	return record_load(r->mem, db_run(r->db, &agency_by_id, A(r->id[0])), agency_fields, g);
}

static void one_get(struct req *r)
{
	struct agency g = {0};

	if (load(r, &g))
		edit_show(r, 200, &g);
	else
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
}

struct saving { struct req *r; struct agency *now; const struct agency *before; };

/* The parent by its code; an agency can't hang below itself. */
static void find_parent(struct req *r, struct db *db, struct agency *g)
{
	struct agency up = {0};

	g->parent = 0;
	if (!*g->parent_code)
		return;
	if (!agency_find(db, r->mem, g->parent_code, &up))
		issue(&r->issues, -1, "parent_code", "ERR_NOT_FOUND", arena_print(r->mem, "機關代碼 %s", g->parent_code));
	else if (g->id && row_int(db_run(db, &agency_is_above, A(g->id), A(up.id)), 0, "n"))
		issue(&r->issues, -1, "parent_code", "ERR_AGENCY_LOOP", g->name, up.name);
	g->parent = up.id;
}

static void save(struct db *db, void *with)
{
	struct saving *k = with;
	struct req *r = k->r;
	struct agency *g = k->now;
	const char *from, *to;
	struct rows *put;

	issues_clear(&r->issues);
	find_parent(r, db, g);
	if (g->id)
		put = db_run(db, &agency_set, A(g->id), A(g->version), A(g->name), value_id_or_null(g->parent), A(g->active));
	else
		put = db_run(db, &agency_put, A(g->code), A(g->name), value_id_or_null(g->parent));
	if (!put->n && g->id)
		issue(&r->issues, -1, "", "ERR_STALE", g->name, "您開啟頁面之後");
	else if (!put->n)
		issue(&r->issues, -1, "code", "ERR_EXISTS", g->code);
	if (r->issues.n) {
		db_undo(db);
		return;
	}
	if (record_changes(agency_fields, r->mem, g->id ? k->before : NULL, g, &from, &to))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = g->id ? "agency.change" : "agency.add", .subject_kind = "agency", .subject = row_int(put, 0, "id"),
			.before = from, .after = to, .at = r->now});
	r->done = req_url(r, "/agencies");
}

static void edit(struct req *r, struct agency *g, const struct agency *before)
{
	struct saving k = {r, g, before};

	r->issues.fields = agency_fields;
	record_merge(agency_fields, req_style(r), &r->form, !g->id || !r->json, g, &r->issues, -1);
	g->code = g->id ? before->code : text_upper(r->mem, g->code);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &g->version);
	if (r->issues.n || req_tx(r, save, &k) == REQ_UNDONE) {
		if (!reply_issues(r))
			edit_show(r, issue_has(&r->issues, "ERR_STALE") ? 409 : 422, g);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "機關 %s 已儲存。", g->name));
}

static void new_post(struct req *r)
{
	edit(r, &(struct agency){.code = "", .name = "", .parent_code = "", .parent_name = "", .active = true}, NULL);
}

static void one_post(struct req *r)
{
	struct agency before = {0}, g;

	if (!load(r, &before)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	g = before;
	edit(r, &g, &before);
}

const struct route agency_routes[] = {
	{GET, "/agencies", list_get, MAY_AGENCY_EDIT, .gives = agency_fields, .list = true, .crumb = "系統管理/機關", .menu = "機關",
		.help = "所有機關"},
	{GET, "/agencies/new", new_get, MAY_AGENCY_EDIT, .crumb = "系統管理/機關/新增", .help = "新增機關"},
	{POST, "/agencies/new", new_post, MAY_AGENCY_EDIT, .takes = agency_fields, .help = "新增機關"},
	{GET, "/agencies/:agency", one_get, MAY_AGENCY_EDIT, .crumb = "系統管理/機關/修改", .help = "修改機關"},
	{POST, "/agencies/:agency", one_post, MAY_AGENCY_EDIT, .takes = agency_fields, .help = "修改機關"},
	{0}
};
