/* web.c: 同仁名冊: who serves here on a day, and how that is kept up: postings that begin, change, end.          LEARN-005, 015, 037 */
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/staff/page.html.h"
#include "app/staff/private.h"
#include "app/staff/staff.sql.h"
#include "app/upkeep/upkeep.h"
#include "base/collate.h"
#include "base/text.h"

#define MAY_KEEP (MAY_HR_SNAPSHOT | MAY_DGPA)

static const struct field list_fields[] = {
	FIELD(colleague, id, INT, KEY, "編號"), FIELD(colleague, name, TEXT, SHOW, "姓名"),
	FIELD(colleague, national_id, TEXT, SHOW, "身分證號", .not_sorted = true),
	FIELD(colleague, agency_code, TEXT, SHOW, "機關代碼"), FIELD(colleague, agency_name, TEXT, SHOW, "機關"),
	FIELD(colleague, unit_name, TEXT, SHOW, "單位"), FIELD(colleague, title_name, TEXT, SHOW, "職稱"),
	FIELD(colleague, rank_name, TEXT, SHOW, "官職等"), FIELD(colleague, class_name, TEXT, SHOW, "人員區分"),
	FIELD(colleague, is_supervisor, BOOL, SHOW, "主管", .not_sorted = true), FIELD(colleague, post, TEXT, SHOW, "職務"),
	FIELD(colleague, status, CODE, SHOW, "任職狀態", .list = posting_states), FIELD(colleague, from_day, DATE, SHOW, "起日"),
	FIELD(colleague, until, DATE, SHOW, "迄日"), {0}
};
static const struct field query_fields[] = {{.name = "day", .label = "基準日", .kind = K_DATE},
	{.name = "agency", .label = "機關代碼", .kind = K_TEXT},
	{.name = "below", .label = "包含所屬機關", .kind = K_BOOL}, {.name = "unit", .label = "單位", .kind = K_TEXT},
	{.name = "name", .label = "姓名", .kind = K_TEXT}, {.name = "title", .label = "職稱", .kind = K_TEXT},
	{.name = "rank", .label = "官職等", .kind = K_TEXT}, {.name = "state", .label = "任職狀態", .kind = K_CODE, .list = posting_states},
	{.name = "batch", .label = "批次", .kind = K_INT}, {0}};

/* ---- the list */

static void mask(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct colleague *c = rows;

	(void)l;
	for (int i = 0; i < n; i++)
		c[i].national_id = mask_id(mem, c[i].national_id);
}

static struct date day_asked(struct req *r)
{
	struct date day = r->today;

	if (*req_query(r, "day"))
		field_parse(&query_fields[0], TYPED, req_query(r, "day"), &day, &r->issues, -1);
	return day;
}

static struct inputs conditions(struct req *r, struct date day)
{
	struct inputs all = {arena_array(r->mem, 8, sizeof(struct input)), 0};

	all.at[all.n++] = input_text(r, "day", "基準日", date_text(r->mem, day), false, NULL);
	all.at[all.n++] = input_text(r, "agency", "機關代碼", "", false, NULL);
	all.at[all.n++] = input_tick(r, "below", "包含所屬機關", *req_query(r, "below"));
	all.at[all.n++] = input_text(r, "unit", "單位", "", false, NULL);
	all.at[all.n++] = input_text(r, "name", "姓名", "", false, NULL);
	all.at[all.n++] = input_text(r, "title", "職稱", "", false, NULL);
	all.at[all.n++] = input_text(r, "rank", "官職等", "", false, NULL);
	all.at[all.n++] = input_choice(r, "state", "任職狀態", "", false, options_of(r->mem, posting_states, "（全部）"));
	all.at[0].size = 10;
	return all;
}

static const char *part(struct req *r, const char *name)
{
	return *req_query(r, name) ? text_like(r->mem, req_query(r, name)) : "";
}

static void show_list(struct req *r, const struct list *l, const struct agency_span *where, struct date day, int status)
{
	const struct colleague *rows = l->rows;
	struct colleagues_view v = {.r = r, .l = l, .search = req_url(r, "/postings"), .clear = req_url(r, "/postings?sort=name"),
		.add = req_url(r, "/postings/new"), .import = req_url(r, "/postings/import"), .inputs = conditions(r, day),
		.wrong = issue_lines(r), .lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .may_edit = req_may(r, MAY_KEEP)};

	for (int i = 0; i < l->n; i++) {
		bool mine = v.may_edit && (r->who->all_agencies || text_is(rows[i].agency_code, r->who->agency_code));

		v.lines.at[i] = (struct colleague_line){&rows[i],
			{mine ? arena_print(r->mem, "%s/postings/%lld", r->app->base, (long long)rows[i].id) : NULL}, mine};
	}
	if (!r->issues.n)
		v.basis = arena_print(r->mem, "%s（%s）%s，%s：名冊人數 %lld 人（主要職務在職者，不含留職停薪及離職）。", where->name, where->code,
			*req_query(r, "below") ? "及所屬機關" : "", date_text(r->mem, day), (long long)staff_count(r->db, where, day));
	colleagues_page(reply_page(r, status, "同仁名冊"), &v);
}

static void list_get(struct req *r)
{
	struct agency_span where = {0, 1, 0, "", ""};
	const char *batch = req_query(r, "batch");
	int64_t number = 0;
	struct list l;

	r->issues.learning = true;
	r->issues.fields = query_fields;
	if (!list_open(&l, r, "同仁名冊", list_fields, sizeof(struct colleague), "name"))
		return;
	struct date day = day_asked(r);
	bool found = agency_asked(r, req_query(r, "agency"), AGENCY_SUBTREE, *req_query(r, "below"), &where);

	if (r->issues.n && reply_issues_as(r, found ? 422 : 404))
		return;
	l.complete = mask;
	if (!r->issues.n && !list_run(&l, &staff_list, AGENCIES(&where), A(day), A(part(r, "unit")), A(part(r, "name")),
			A(req_query(r, "state")), A(part(r, "title")), A(part(r, "rank")), A(text_to_int(batch, 1, INT64_MAX, &number) ? batch : "")))
		return;
	show_list(r, &l, &where, day, r->issues.n ? found ? 422 : 404 : 200);
}

/* ---- one */

static const struct field change_fields[] = {
	FIELD(posting_entry, id, INT, KEY, "編號"), FIELD(posting_entry, version, INT, KEY, "版本"),
	FIELD(posting_entry, agency_code, TEXT, SHOW, "機關代碼"), FIELD(posting_entry, name, TEXT, SHOW, "姓名"),
	FIELD(posting_entry, from_day, DATE, SHOW, "起日"), FIELD(posting_entry, is_beside, BOOL, SHOW, "兼任"),
	FIELD(posting_entry, unit, TEXT, EDIT, "單位", .most = 60),
	FIELD(posting_entry, title, TEXT, EDIT, "職稱", .need = true, .most = 100, .hint = "代碼表「職稱」之代碼或名稱"),
	FIELD(posting_entry, rank, TEXT, EDIT, "官職等", .need = true, .most = 100, .hint = "代碼表「官職等」之代碼或名稱"),
	FIELD(posting_entry, person_class, TEXT, EDIT, "人員區分", .need = true, .most = 100, .hint = "代碼表「人員區分」之代碼或名稱"),
	FIELD(posting_entry, is_supervisor, BOOL, EDIT, "主管"),
	FIELD(posting_entry, status, CODE, EDIT, "任職狀態", .need = true, .list = posting_states),
	FIELD(posting_entry, to_day, DATE, EDIT, "迄日", .hint = "留白：持續中，或至下一筆任職紀錄之前一日"),
	FIELD(posting_entry, national_id, TEXT, MARK, ""), FIELD(posting_entry, person, INT, MARK, ""), FIELD(posting_entry, agency, INT, MARK, ""),
	{0}
};

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return record_load(mem, db_run(db, &staff_one, A(id)), change_fields, record);
}

static const char *title(struct arena *mem, const void *record)
{
	const struct posting_entry *e = record;

	return arena_print(mem, "%s　%s起", e->name, date_text(mem, e->from_day));
}

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	issue_add(with, -1, field, code_and_values);
}

/* Who it is: of the number known, with the name known; else somebody new, who needs the rest. */
static void find_person(struct req *r, struct posting_entry *e)
{
	struct rows *p = db_run(r->db, &staff_person_of, A(e->national_id));

	if (p->n) {
		e->person = row_int(p, 0, "id");
		if (!text_is(row_text(p, 0, "name"), e->name))
			issue(&r->issues, -1, "name", "E-HRS-05");
		if (date_set(e->birth_date) && !date_same(row_date(p, 0, "birth_date"), e->birth_date))
			issue(&r->issues, -1, "birth_date", "E-POS-03");
		return;
	}
	if (!e->sex.id || !*e->sex.id)
		issue(&r->issues, -1, "sex", "ERR_REQUIRED");
	if (!date_set(e->birth_date))
		issue(&r->issues, -1, "birth_date", "ERR_REQUIRED");
}

static struct staff_line line_of(struct req *r, const struct posting_entry *e)
{
	struct rows *all = db_run(r->db, &staff_line_of, A(e->person), A(!e->is_beside), A(e->agency));
	struct staff_line line = {0};

	for (int i = 0; i < all->n; i++)
		staff_line_add(r->mem, &line, (struct staff_span){row_int(all, i, "id"), row_int(all, i, "agency"), row_text(all, i, "name"),
			row_date(all, i, "from_day"), row_date(all, i, "to_day")});
	return line;
}

/* A new one may not stand where one is; one that is there stays there. */
static void fit(struct req *r, struct posting_entry *e, bool is_new)
{
	struct staff_span wanted = {.agency = e->agency, .agency_name = "", .from = e->from_day, .until = e->to_day};
	struct staff_line line = line_of(r, e);
	const struct staff_span *by;
	enum staff_fit got = staff_fit(&line, &wanted, &by);

	if (is_new && got == STAFF_THERE)
		got = STAFF_OVERLAP;
	e->to_day = wanted.until;
	if (got == STAFF_OVERLAP || got == STAFF_ENDED_ELSEWHERE)
		staff_misfit(r->mem, is_new ? "from_day" : "to_day", got, by, complain, &r->issues);
}

static void check(struct req *r, void *record, const void *before)
{
	struct posting_entry *e = record;
	const struct posting_entry *was = before;

	staff_check(r->mem, e, staff_words(r->db, r->mem, was ? was->agency : r->who->agency, r->who->all_agencies), complain, &r->issues);
	if (!was && *e->national_id)
		find_person(r, e);
	if (!r->issues.n)
		fit(r, e, !was);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	struct posting_entry *e = record;

	if (before)
		return staff_set(db, e) ? e->id : 0;
	if (!e->person)
		e->person = row_int(db_run(db, &staff_new_person, A(e->national_id), A(e->name), A(collate_key(r->mem, e->name)), A(e->sex.id),
			A(e->birth_date)), 0, "id");
	return staff_put(db, e);
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct posting_entry *e = record;

	if (staff_remove(db, e))
		return true;
	audit_stale(db, &r->issues, -1, "", NULL, "posting", e->id);
	return false;
}

static const struct posting_entry fresh = {.national_id = "", .name = "", .agency_code = "", .unit = "", .title = "", .rank = "",
	.person_class = "", .line = "", .sex = {"", ""}, .status = {"active", "在職"}};
static const struct upkeep changes = {.path = "/postings", .subject_kind = "posting", .noun = "任職紀錄", .fields = change_fields,
	.size = sizeof(struct posting_entry), .fresh = &fresh, .load = load, .title = title, .check = check, .store = store, .remove = drop};
static const struct upkeep additions = {.path = "/postings", .subject_kind = "posting", .noun = "任職紀錄", .fields = posting_entry_fields,
	.size = sizeof(struct posting_entry), .fresh = &fresh, .load = load, .title = title, .check = check, .store = store};

static void page(struct req *r, int status, const void *record)
{
	const struct posting_entry *e = record;
	struct edit v = upkeep_edit(r, e->id ? &changes : &additions, record);

	v.remove_reason = true;
	v.remove = v.remove ? "刪除" : NULL;
	v.remove_about = arena_print(r->mem, "登錄錯誤時刪除。調任、留職停薪或離職請新增一筆任職紀錄，不必刪除。"
		"刪除後，於%s終止之前一筆恢復至本筆之迄日。", date_text(r->mem, date_plus(e->from_day, -1)));
	if (e->id && staff_is_of(r, e->person))
		v.more = (struct list_links){arena_copy(r->mem, &(struct list_link){"更正人員基本資料",
			req_url(r, "/postings/%lld/person", (long long)e->id), false}, sizeof(struct list_link)), 1};
	edit_page_show(r, status, &v);
}

static void new_get(struct req *r) { page(r, 200, &fresh); }

static void new_post(struct req *r)
{
	r->issues.learning = true;
	upkeep_save(r, &additions, arena_copy(r->mem, &fresh, sizeof fresh), NULL, page);
}

static struct posting_entry *one(struct req *r)
{
	struct posting_entry *e = arena_copy(r->mem, &fresh, sizeof fresh);

	if (load(r->db, r->mem, r->id[0], e))
		return e;
	reply_refuse(r, 404, "E-SCOPE-01");
	return NULL;
}

static void one_get(struct req *r)
{
	const struct posting_entry *e = one(r);

	if (e && r->json)
		reply_record(r, change_fields, e);
	else if (e)
		page(r, 200, e);
}

static void one_post(struct req *r)
{
	const struct posting_entry *before = one(r);

	r->issues.learning = true;
	if (before)
		upkeep_save(r, &changes, arena_copy(r->mem, before, sizeof *before), before, page);
}

static void remove_post(struct req *r)
{
	static const struct field labels[] = {{.name = "reason", .label = "刪除原因"}, {0}};
	struct posting_entry *e = one(r);

	r->issues.learning = true;
	if (!e)
		return;
	if (*req_form(r, "reason")) {
		text_to_int(req_form(r, "version"), 1, INT64_MAX, &e->version);
		upkeep_drop(r, &changes, e, page);
		return;
	}
	r->issues.fields = labels;
	issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!reply_issues(r))
		page(r, 422, e);
}

enum scope staff_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *p = db_run(r->db, &staff_agency_of, A(id));

	(void)parameter;
	return agency_scope(r, p->n ? row_int(p, 0, "agency") : 0, AGENCY_OWN);
}

/* ---- by file */

static void import_get(struct req *r) { import_upload_page(r, &posting_kind); }
static void import_post(struct req *r) { import_upload_post(r, &posting_kind); }
static void template_get(struct req *r) { import_template(r, &posting_kind); }

#define AREA "人事單位/同仁名冊"
const struct route staff_routes[] = {
	{GET, "/postings", list_get, MAY_HR_STATUS | MAY_KEEP, .takes = query_fields, .gives = list_fields, .list = true, .crumb = AREA,
		.menu = "同仁名冊", .group = "人事單位", .help = "於某日在本機關任職之人員"},
	{GET, "/postings/import", import_get, MAY_KEEP, .crumb = AREA "/整批匯入任職紀錄", .help = "整批匯入任職紀錄"},
	{POST, "/postings/import", import_post, MAY_KEEP, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批匯入任職紀錄",
		.help = "上傳任職紀錄"},
	{GET, "/postings/import/template", template_get, MAY_KEEP, .help = "任職紀錄的範本"},
	{GET, "/postings/new", new_get, MAY_KEEP, .crumb = AREA "/新增任職紀錄", .help = "新增任職紀錄"},
	{POST, "/postings/new", new_post, MAY_KEEP, .takes = posting_entry_fields, .crumb = AREA "/新增任職紀錄", .help = "新增任職紀錄"},
	{GET, "/postings/:posting", one_get, MAY_KEEP, .gives = change_fields, .crumb = AREA "/任職紀錄", .help = "一筆任職紀錄"},
	{POST, "/postings/:posting", one_post, MAY_KEEP, .takes = change_fields, .crumb = AREA "/任職紀錄", .help = "修改任職紀錄"},
	{GET, "/postings/:posting/person", staff_person_get, MAY_KEEP, .crumb = AREA "/更正人員基本資料", .help = "更正人員基本資料"},
	{POST, "/postings/:posting/person", staff_person_post, MAY_KEEP, .takes = staff_person_fields, .crumb = AREA "/更正人員基本資料",
		.help = "更正人員基本資料"},
	{POST, "/postings/:posting/remove", remove_post, MAY_KEEP, .crumb = AREA "/任職紀錄", .help = "刪除任職紀錄"},
	{0}
};
