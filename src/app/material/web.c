/* web.c: 數位教材資訊通報: all agencies' are found and looked at, the own ones kept up.                          LEARN-321 … 326 */
#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/material/material.sql.h"
#include "app/material/page.html.h"
#include "app/material/private.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/setting.h"
#include "base/text.h"

/* ---- the list ---- */

static const struct field days[] = {{.name = "from", .label = "完成日期起", .kind = K_DATE}, {.name = "to", .label = "完成日期迄", .kind = K_DATE},
	{0}};

static struct date day_of(struct req *r, const char *name)
{
	const char *typed = req_query(r, name);
	struct date d = {0};

	r->issues.fields = days;
	if (*typed)
		field_parse(field_named(days, name), TYPED, typed, &d, &r->issues, -1);
	return d;
}

static void add_conditions(struct req *r, struct materials_view *v)
{
	v->name = input_text(r, "name", "教材名稱", "", false, NULL);
	v->category = input_choice(r, "category", "教材類別", "", false, code_options(r, "course_category", req_query(r, "category"), "（全部）"));
	v->agency = input_text(r, "agency", "通報機關", "", false, NULL);
	v->from = input_text(r, "from", "完成日期起", "", false, NULL);
	v->to = input_text(r, "to", "完成日期迄", "", false, NULL);
	v->form = input_choice(r, "form", "教材格式", "", false, options_of(r->mem, material_forms, "（全部）"));
	v->keyword = input_text(r, "keyword", "關鍵字", "", false, NULL);
	v->from.size = v->to.size = 10;
}

static void list_get(struct req *r)
{
	struct list l;
	struct date from, to;
	const char *agency = text_like(r->mem, req_query(r, "agency"));

	r->issues.learning = true;
	from = day_of(r, "from");
	to = day_of(r, "to");
	if (date_set(from) && date_set(to) && date_before(to, from))
		issue(&r->issues, -1, "to", "E-DATE-02", "完成日期起", "完成日期迄");
	if (!list_open(&l, r, "數位教材資訊通報", material_fields, sizeof(struct material), "id"))
		return;
	if (!r->issues.n && !list_run(&l, &material_list, A(text_like(r->mem, req_query(r, "name"))), A(req_query(r, "category")),
			A(agency[1] ? agency + 1 : agency), A(agency), A(date_iso(r->mem, from)), A(date_iso(r->mem, to)), A(req_query(r, "form")),
			A(text_like(r->mem, req_query(r, "keyword")))))
		return;
	if (r->issues.n && reply_issues(r))
		return;
	const struct material *rows = l.rows;
	struct materials_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .search = req_url(r, "/materials"),
		.clear = req_url(r, "/materials?sort=id"), .add = req_url(r, "/materials/new"), .import = req_url(r, "/materials/import"),
		.removed = req_url(r, "/materials/removed"), .platform = url_outside(r->mem, setting("material.platform")),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}, .may_edit = req_may(r, MAY_MATERIAL)};

	add_conditions(r, &v);
	for (int i = 0; i < l.n; i++) {
		bool own = v.may_edit && rows[i].agency == r->who->agency;
		const char *at = arena_print(r->mem, "%s/materials/%lld", r->app->base, (long long)rows[i].id);

		v.lines.at[i] = (struct material_line){&rows[i], rows[i].name, req_url(r, "/materials/%lld/view", (long long)rows[i].id),
			{own ? at : NULL}, {own ? arena_print(r->mem, "%s#remove", at) : NULL}};
	}
	materials_page(reply_page(r, r->issues.n ? 422 : 200, "數位教材資訊通報"), &v);
}

/* ---- one, read only ---- */

static void view_get(struct req *r)
{
	struct material m;

	if (!material_load(r->db, r->mem, r->id[0], &m)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (r->json) {
		reply_record(r, material_fields, &m);
		return;
	}
	struct material_view v = {.facts = {arena_array(r->mem, 40, sizeof *v.facts.at), 0}, .back = list_back(r, "/materials"),
		.edit = {m.agency == r->who->agency && req_may(r, MAY_MATERIAL)
			? arena_print(r->mem, "%s/materials/%lld", r->app->base, (long long)m.id) : NULL}, .outside = url_outside(r->mem, m.address)};

	m.category_code = arena_print(r->mem, "%s %s", m.category_code, m.category_name);
	for (const struct field *f = material_fields; f->name; f++)
		if ((f->use == EDIT || f->use == SHOW) && !text_is(f->name, "category_name") && !text_is(f->name, "address"))
			v.facts.at[v.facts.n++] = (struct fact_line){f->label, text_is(f->name, "cost") && !m.cost ? "" : field_text(f, r->mem, &m)};
	material_page(reply_page(r, 200, m.name), &v);
}

/* ---- one's own ---- */

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	issue_add(with, -1, field, code_and_values);
}

static void check(struct req *r, void *record, const void *before)
{
	struct material_categories all = material_categories(r->db, r->mem);

	(void)before;
	material_check(r->mem, record, &all, complain, &r->issues);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct material *m = record;
	struct value values[MATERIAL_VALUES + 3];

	if (db_run(db, &material_same, A(r->who->agency), A(m->name), A(m->finished_on), A(m->id))->n) {
		issue(&r->issues, -1, "name", "E-DUP-01", arena_print(r->mem, "%s（%s）", m->name, date_text(r->mem, m->finished_on)));
		return 0;
	}
	if (before) {
		values[0] = A(m->id), values[1] = A(m->version);
		material_values(r->mem, m, values + 2);
		return db_run_values(db, &material_set, values, MATERIAL_VALUES + 2)->n ? m->id : 0;
	}
	values[0] = A(r->who->agency);
	material_values(r->mem, m, values + 1);
	values[MATERIAL_VALUES + 1] = A(r->now), values[MATERIAL_VALUES + 2] = (struct value){.kind = VALUE_NULL};
	db_run_values(db, &material_put, values, MATERIAL_VALUES + 3);
	return db_undone(db) ? 0 : row_int(db_run(db, &material_same, A(r->who->agency), A(m->name), A(m->finished_on), A(0)), 0, "id");
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct material *m = record;

	if (db_run(db, &material_remove, A(m->id), A(m->version), A(r->now), A(r->who->account), A(req_form(r, "reason")))->n)
		return true;
	audit_stale(db, &r->issues, -1, "", NULL, "material", m->id);
	return false;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return material_load(db, mem, id, record);
}

static const char *title(struct arena *mem, const void *record)
{
	(void)mem;
	return ((const struct material *)record)->name;
}

#define NONE {"", ""}
static const struct material fresh = {.agency_code = "", .agency_name = "", .name = "", .category_code = "", .category_name = "", .audience = "",
	.language = "", .outline = "", .address = "", .contact_name = "", .contact_phone = "", .contact_email = "", .keywords = "", .note = "",
	.form = NONE, .development = NONE, .licence = NONE};
static const struct upkeep materials = {.path = "/materials", .subject_kind = "material", .noun = "數位教材", .fields = material_fields,
	.size = sizeof(struct material), .fresh = &fresh, .load = load, .title = title, .check = check, .store = store, .remove = drop};

static void page(struct req *r, int status, const void *record)
{
	const struct material *m = record;
	const char *category = pair_value(&r->form, "category_code");
	struct edit e = upkeep_edit(r, &materials, record);
	struct edit_choice choice = {"category_code", code_options(r, "course_category", category ? category : m->category_code, "（請選擇）")};

	e.choices = &choice, e.n_choices = 1;
	e.remove_reason = true;
	e.remove = e.remove ? "刪除" : NULL;
	e.remove_about = arena_print(r->mem, "將刪除數位教材「%s」。", m->name);
	edit_page_show(r, status, &e);
}

/* Only the agency that reported it.                                                               LEARN-323 */
static bool own_of(struct req *r, struct material *m)
{
	if (material_load(r->db, r->mem, r->id[0], m) && m->agency == r->who->agency)
		return true;
	r->app->refused(r, "E-SCOPE-01");
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void new_get(struct req *r)
{
	page(r, 200, &fresh);
}

static void new_post(struct req *r)
{
	r->issues.learning = true;
	upkeep_save(r, &materials, arena_copy(r->mem, &fresh, sizeof fresh), NULL, page);
}

static void one_get(struct req *r)
{
	struct material m;

	if (!own_of(r, &m))
		return;
	if (r->json)
		reply_record(r, material_fields, &m);
	else
		page(r, 200, &m);
}

static void one_post(struct req *r)
{
	struct material before;

	r->issues.learning = true;
	if (own_of(r, &before))
		upkeep_save(r, &materials, arena_copy(r->mem, &before, sizeof before), &before, page);
}

static void remove_post(struct req *r)
{
	static const struct field labels[] = {{.name = "reason", .label = "刪除原因"}, {0}};
	struct material m;

	r->issues.learning = true;
	if (!own_of(r, &m))
		return;
	if (*req_form(r, "reason")) {
		text_to_int(req_form(r, "version"), 1, INT64_MAX, &m.version);
		upkeep_drop(r, &materials, arena_copy(r->mem, &m, sizeof m), page);
		return;
	}
	r->issues.fields = labels;
	issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!reply_issues(r))
		page(r, 422, &m);
}

/* ---- what was removed ---- */

static struct rows *removed(struct req *r, struct moment since)
{
	return db_run(r->db, &material_removed, A(r->who->agency), A(since));
}

static bool restore(struct req *r, struct db *db, int64_t id)
{
	struct rows *was = db_run(db, &material_again, A(id), A(r->who->agency));

	if (!was->n)
		return false;
	if (db_run(db, &material_same, A(r->who->agency), A(row_text(was, 0, "name")), A(row_text(was, 0, "finished_on")), A(id))->n) {
		issue(&r->issues, -1, "", "E-DUP-02", row_text(was, 0, "name"));
		return false;
	}
	db_run(db, &material_restore, A(id));
	return true;
}

static const struct upkeep_bin bin = {&materials, "已刪除之數位教材", removed, restore};

static void removed_get(struct req *r) { upkeep_bin_show(r, 200, &bin); }
static void restore_post(struct req *r) { upkeep_bin_restore(r, &bin); }
static void import_get(struct req *r) { import_upload_page(r, &material_kind); }
static void import_post(struct req *r) { import_upload_post(r, &material_kind); }
static void template_get(struct req *r) { import_template(r, &material_kind); }

static const struct field query_fields[] = {{.name = "name", .label = "教材名稱", .kind = K_TEXT}, {.name = "category", .label = "教材類別",
	.kind = K_TEXT},
	{.name = "agency", .label = "通報機關代碼或名稱", .kind = K_TEXT}, {.name = "from", .label = "完成日期起", .kind = K_TEXT},
	{.name = "to", .label = "完成日期迄", .kind = K_TEXT}, {.name = "form", .label = "教材格式", .kind = K_CODE, .list = material_forms},
	{.name = "keyword", .label = "關鍵字", .kind = K_TEXT}, {0}};

#define AREA "學習資訊維護/數位教材資訊通報"
const struct route material_routes[] = {
	{GET, "/materials", list_get, MAY_MATERIAL | MAY_DGPA, .takes = query_fields, .gives = material_fields, .list = true, .crumb = AREA,
		.menu = "數位教材資訊通報", .group = "學習資訊維護", .help = "數位教材資訊通報"},
	{GET, "/materials/import", import_get, MAY_MATERIAL, .crumb = AREA "/整批新增數位教材資訊", .help = "整批新增數位教材資訊"},
	{POST, "/materials/import", import_post, MAY_MATERIAL, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = AREA "/整批新增數位教材資訊", .help = "上傳數位教材資訊"},
	{GET, "/materials/import/template", template_get, MAY_MATERIAL, .help = "數位教材資訊的範本"},
	{GET, "/materials/new", new_get, MAY_MATERIAL, .crumb = AREA "/新增數位教材", .help = "新增數位教材"},
	{POST, "/materials/new", new_post, MAY_MATERIAL, .takes = material_fields, .crumb = AREA "/新增數位教材", .help = "新增數位教材"},
	{GET, "/materials/removed", removed_get, MAY_MATERIAL, .crumb = AREA "/已刪除之數位教材", .help = "已刪除之數位教材"},
	{POST, "/materials/removed/:removed/restore", restore_post, MAY_MATERIAL, .crumb = AREA "/已刪除之數位教材", .help = "復原數位教材"},
	{GET, "/materials/:shown/view", view_get, MAY_MATERIAL | MAY_DGPA, .gives = material_fields, .crumb = AREA "/檢視",
		.help = "檢視一項數位教材"},
	{GET, "/materials/:material", one_get, MAY_MATERIAL, .gives = material_fields, .crumb = AREA "/編輯", .help = "一項本機關的數位教材"},
	{POST, "/materials/:material", one_post, MAY_MATERIAL, .takes = material_fields, .crumb = AREA "/編輯", .help = "修改數位教材"},
	{POST, "/materials/:material/remove", remove_post, MAY_MATERIAL, .crumb = AREA "/編輯", .help = "刪除數位教材"},
	{0}
};
