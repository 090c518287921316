/* web.c: the lists of 機關 and 內部單位, and a unit that an agency keeps up.                                 LEARN-017 */
#include "app/directory/directory.sql.h"
#include "app/directory/page.html.h"
#include "app/directory/private.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

#define MAY_KEEP (MAY_HR_SNAPSHOT | MAY_DGPA)

const struct field directory_unit_fields[] = {
	FIELD(unit, id, INT, KEY, "編號"), FIELD(unit, version, INT, KEY, "版本"),
	FIELD(unit, name, TEXT, EDIT, "單位名稱", .need = true, .most = 60), FIELD(unit, code, TEXT, EDIT, "單位代碼", .most = 20),
	FIELD(unit, sort_no, INT, EDIT, "順序", .least = 0, .most = 99999), FIELD(unit, active, BOOL, EDIT, "啟用", .not_sorted = true),
	FIELD(unit, agency_code, TEXT, SHOW, "機關代碼"), FIELD(unit, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(unit, agency, INT, MARK, ""), {0}
};
static const struct field query[] = {{.name = "agency", .label = "機關代碼", .kind = K_TEXT, .use = EDIT},
	{.name = "q", .label = "單位名稱", .kind = K_TEXT, .use = EDIT}, {0}};

static void show(struct req *r, const struct list *l)
{
	bool keeps = req_may(r, MAY_KEEP);
	struct directory_view v = {.r = r, .l = l,
		.add = keeps ? req_url(r, "/units/new") : (struct url){0}, .import = keeps ? req_url(r, "/units/import") : (struct url){0}};

	directory_page(reply_page(r, 200, l->title), &v);
}

/* Of the agency at hand, or of any that is named: names of units are no secret, and files are filled in with them. */
static void units_get(struct req *r)
{
	struct agency named = {0};
	struct agency_span span = {0};
	struct list l;

	if (!list_open(&l, r, "內部單位", directory_unit_fields, sizeof(struct unit), "agency_code"))
		return;
	if (*req_query(r, "agency") ? !agency_find(r->db, r->mem, req_query(r, "agency"), &named) ||
			!agency_span_of(r->db, r->mem, named.id, &span) : !agency_span_of(r->db, r->mem, r->who->agency, &span)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	if (req_may(r, MAY_KEEP) && (span.agency == r->who->agency || r->who->all_agencies))
		l.rows_at = "/units";
	if (list_run(&l, &directory_unit_list, A(span.low), A(span.low), A(text_like(r->mem, req_query(r, "q")))))
		show(r, &l);
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *unit)
{
	return record_load(mem, db_run(db, &directory_unit_one, A(id)), directory_unit_fields, unit);
}

static const char *title(struct arena *mem, const void *unit)
{
	(void)mem;
	return ((const struct unit *)unit)->name;
}

static int64_t store(struct req *r, struct db *db, void *unit, const void *before)
{
	struct unit *u = unit;
	int64_t agency = before ? u->agency : r->who->agency;
	struct rows *put;

	if (db_run(db, &directory_unit_named, A(agency), A(u->name), A(u->id))->n) {
		issue(&r->issues, -1, "name", "E-DUP-01", u->name);
		return 0;
	}
	put = before ? db_run(db, &directory_unit_set, A(u->id), A(u->version), A(u->code), A(u->name), A(u->sort_no), A(u->active))
		: db_run(db, &directory_unit_put, A(agency), A(u->code), A(u->name), A(u->sort_no), A(u->active));
	return put->n ? row_int(put, 0, "id") : 0;
}

static const struct unit fresh = {.code = "", .name = "", .agency_code = "", .agency_name = "", .active = true};
static const struct upkeep units = {.path = "/units", .subject_kind = "unit", .noun = "內部單位", .fields = directory_unit_fields,
	.size = sizeof(struct unit), .fresh = &fresh, .load = load, .title = title, .store = store};

static void new_get(struct req *r) { upkeep_new(r, &units); }
static void one_get(struct req *r) { upkeep_show(r, &units); }

static void new_post(struct req *r)
{
	r->issues.learning = true;
	upkeep_add(r, &units);
}

static void one_post(struct req *r)
{
	r->issues.learning = true;
	upkeep_change(r, &units);
}

enum scope directory_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *u = db_run(r->db, &directory_unit_one, A(id));

	(void)parameter;
	return agency_scope(r, u->n ? row_int(u, 0, "agency") : 0, AGENCY_OWN);
}

/* ---- by file */

static void agency_import_get(struct req *r) { import_upload_page(r, &directory_agency_kind); }
static void agency_import_post(struct req *r) { import_upload_post(r, &directory_agency_kind); }
static void agency_template_get(struct req *r) { import_template(r, &directory_agency_kind); }
static void unit_import_get(struct req *r) { import_upload_page(r, &directory_unit_kind); }
static void unit_import_post(struct req *r) { import_upload_post(r, &directory_unit_kind); }
static void unit_template_get(struct req *r) { import_template(r, &directory_unit_kind); }

#define AREA "學習資訊維護/代碼表"
const struct route directory_routes[] = {
	{GET, "/directory", agency_list_get, MAY_BACK_OFFICE, .takes = agency_query, .gives = agency_fields, .list = true, .crumb = AREA "/機關",
		.help = "所有機關"},
	{GET, "/directory/import", agency_import_get, MAY_DGPA, .crumb = AREA "/整批匯入機關", .help = "整批匯入機關"},
	{POST, "/directory/import", agency_import_post, MAY_DGPA, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批匯入機關",
		.help = "上傳機關"},
	{GET, "/directory/import/template", agency_template_get, MAY_DGPA, .help = "機關的範本"},
	{GET, "/units", units_get, MAY_BACK_OFFICE, .takes = query, .gives = directory_unit_fields, .list = true, .crumb = AREA "/內部單位",
		.help = "一機關之內部單位"},
	{GET, "/units/import", unit_import_get, MAY_KEEP, .crumb = AREA "/整批匯入內部單位", .help = "整批匯入內部單位"},
	{POST, "/units/import", unit_import_post, MAY_KEEP, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批匯入內部單位",
		.help = "上傳內部單位"},
	{GET, "/units/import/template", unit_template_get, MAY_KEEP, .help = "內部單位的範本"},
	{GET, "/units/new", new_get, MAY_KEEP, .crumb = AREA "/新增內部單位", .help = "新增內部單位"},
	{POST, "/units/new", new_post, MAY_KEEP, .takes = directory_unit_fields, .help = "新增內部單位"},
	{GET, "/units/:unit", one_get, MAY_KEEP, .gives = directory_unit_fields, .crumb = AREA "/修改內部單位", .help = "修改內部單位"},
	{POST, "/units/:unit", one_post, MAY_KEEP, .takes = directory_unit_fields, .help = "修改內部單位"},
	{0}
};
