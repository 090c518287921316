/* web.c: 維護講師 and 查詢講師資料庫.                                                             LEARN-241 … 252 */
#include "app/audit/audit.h"
#include "app/instructor/instructor.sql.h"
#include "app/instructor/page.html.h"
#include "app/instructor/private.h"
#include "app/may.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"

static const char *joined(struct arena *mem, const char *const *words, int n)
{
	struct text t = text_new(mem, 8192);

	for (int i = 0; i < n; i++)
		if (*words[i])
			text_print(&t, "%s%s", t.n ? "、" : "", words[i]);
	return t.n ? t.at : "";
}

static const char *subjects_of(struct arena *mem, const struct instructor *i)
{
	return joined(mem, (const char *const[]){i->subject_1, i->subject_2, i->subject_3, i->subject_4, i->subject_5}, 5);
}

static const char *expertise_of(struct arena *mem, const struct instructor *i, const struct expertises *e)
{
	const char *const codes[] = {i->expertise_1, i->expertise_2, i->expertise_3};
	const char *named[] = {"", "", ""};

	for (int k = 0; k < 3; k++)
		for (int at = 0; at < e->n && *codes[k]; at++)
			if (text_is(e->codes[at], codes[k]))
				named[k] = arena_print(mem, "%s %s", codes[k], e->names[at]);
	return joined(mem, named, 3);
}

/* ---- the lists ---- */

/* What others are not to see is taken out of the rows themselves, so that no page, file or JSON can have it.           LEARN-252 */
static void hide(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct instructor *i = rows;

	(void)mem;
	for (int k = 0; k < n; k++) {
		i[k].national_id = i[k].mobile = i[k].address = i[k].note = "";
		if (!i[k].contact_public && i[k].agency != l->r->who->agency)
			i[k].phone = i[k].email = "";
	}
}

static void mask(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct instructor *i = rows;

	(void)l;
	for (int k = 0; k < n; k++)
		i[k].national_id = *i[k].national_id ? mask_id(mem, i[k].national_id) : "";
}

static void list_page(struct req *r, const char *title, bool shared)
{
	struct list l;

	if (!list_open(&l, r, title, instructor_fields, sizeof(struct instructor), "name"))
		return;
	l.complete = shared ? hide : mask;
	const char *name = text_like(r->mem, req_query(r, "name")), *subject = text_like(r->mem, req_query(r, "subject"));

	if (shared ? !list_run(&l, &instructor_search, REQ_AGENCIES(r), A(name), A(subject))
			: !list_run(&l, &instructor_list, REQ_AGENCIES(r), A(name), A(subject), A(req_query_int(r, "batch", 1, INT64_MAX, 0))))
		return;
	const struct instructor *rows = l.rows;
	struct expertises e = expertises_load(r->db, r->mem);
	struct instructors_view v = {.r = r, .l = &l, .search = req_url(r, shared ? "/instructors/shared" : "/instructors"),
		.clear = req_url(r, shared ? "/instructors/shared?sort=name" : "/instructors?sort=name"),
		.add = req_url(r, "/instructors/new"), .import = req_url(r, "/instructors/import"), .removed = req_url(r, "/instructors/removed"),
		.name = input_text(r, "name", "講師姓名", "", false, NULL), .subject = input_text(r, "subject", "可授科目", "", false, NULL),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}, .shared = shared, .may_edit = req_may(r, MAY_INSTRUCTOR)};

	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct instructor_line){&rows[i], subjects_of(r->mem, &rows[i]), expertise_of(r->mem, &rows[i], &e),
			req_url(r, shared ? "/instructors/shared/%lld" : "/instructors/%lld", (long long)rows[i].id),
			{arena_print(r->mem, "%s/instructors/%lld#remove", r->app->base, (long long)rows[i].id)}};
	instructors_page(reply_page(r, 200, title), &v);
}

static void list_get(struct req *r)
{
	list_page(r, "維護課程講師", false);
}

static void shared_get(struct req *r)
{
	list_page(r, "查詢講師資料庫", true);
}

/* ---- one of the shared database ---- */

static bool shared_of(struct req *r, struct instructor *i)
{
	if (instructor_load(r->db, r->mem, r->id[0], i) && (i->agency == r->who->agency || i->is_public || r->who->all_agencies))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void shared_one_get(struct req *r)
{
	struct instructor i;
	struct list own = {.r = r};

	if (!shared_of(r, &i))
		return;
	bool is_own = i.agency == r->who->agency;

	hide(&own, r->mem, &i, 1);
	if (r->json) {
		reply_record(r, instructor_fields, &i);
		return;
	}
	struct expertises e = expertises_load(r->db, r->mem);
	struct instructor_view v = {.r = r, .i = &i, .subjects = subjects_of(r->mem, &i), .expertise = expertise_of(r->mem, &i, &e),
		.contact = *i.phone || *i.email, .may_copy = !is_own && req_may(r, MAY_INSTRUCTOR),
		.copy = req_url(r, "/instructors/shared/%lld/copy", (long long)i.id), .back = list_back(r, "/instructors/shared")};

	instructor_page(reply_page(r, 200, i.name), &v);
}

/* ---- one's own ---- */

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	issue_add(with, -1, field, code_and_values);
}

static void check(struct req *r, void *record, const void *before)
{
	struct expertises e = expertises_load(r->db, r->mem);

	(void)before;
	instructor_check(r->mem, record, &e, complain, &r->issues);
}

static int64_t store(struct req *r, struct db *db, void *record, const void *before)
{
	const struct instructor *i = record;
	struct value values[INSTRUCTOR_VALUES + 3];

	if (before) {
		struct instructor complete = *i;

		complete.to_be_completed = false;
		values[0] = A(i->id), values[1] = A(i->version);
		instructor_values(r->mem, &complete, values + 2);
		values[INSTRUCTOR_VALUES + 2] = A(r->now);
		return db_run_values(db, &instructor_set, values, INSTRUCTOR_VALUES + 3)->n ? i->id : 0;
	}
	values[0] = A(r->who->agency);
	instructor_values(r->mem, i, values + 1);
	values[INSTRUCTOR_VALUES + 1] = A(r->now), values[INSTRUCTOR_VALUES + 2] = (struct value){.kind = VALUE_NULL};
	db_run_values(db, &instructor_put, values, INSTRUCTOR_VALUES + 3);
	return db_undone(db) ? 0 : row_int(db_run(db, &instructor_own_newest, A(r->who->agency), A(i->name)), 0, "id");
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct instructor *i = record;

	if (db_run(db, &instructor_remove, A(i->id), A(i->version), A(r->now), A(r->who->account), A(req_form(r, "reason")))->n)
		return true;
	audit_stale(db, &r->issues, -1, "", NULL, "instructor", i->id);
	return false;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	return instructor_load(db, mem, id, record);
}

static const char *title(struct arena *mem, const void *record)
{
	const struct instructor *i = record;

	return *i->org_name ? arena_print(mem, "%s（%s）", i->name, i->org_name) : i->name;
}

static const struct instructor fresh = {.agency_code = "", .agency_name = "", .name = "", .subject_1 = "", .subject_2 = "", .subject_3 = "",
	.subject_4 = "", .subject_5 = "", .national_id = "", .org_name = "", .title = "", .education = "", .experience = "", .expertise_1 = "",
	.expertise_2 = "", .expertise_3 = "", .phone = "", .mobile = "", .email = "", .address = "", .note = "", .sex = {"", ""}};
static const struct upkeep instructors = {.path = "/instructors", .subject_kind = "instructor", .noun = "講師", .fields = instructor_fields,
	.size = sizeof(struct instructor), .fresh = &fresh, .load = load, .title = title, .check = check, .store = store, .remove = drop};

static void page(struct req *r, int status, const void *record)
{
	const struct instructor *i = record;
	struct edit e = upkeep_edit(r, &instructors, record);
	struct expertises all = expertises_load(r->db, r->mem);
	static const char *const names[] = {"expertise_1", "expertise_2", "expertise_3"};
	struct edit_choice choices[3];

	for (int k = 0; k < 3; k++) {
		choices[k] = (struct edit_choice){names[k], {0}};
		options_add(r->mem, &choices[k].options, "", "（未選）");
		for (int at = 0; at < all.n; at++)
			options_add(r->mem, &choices[k].options, all.codes[at], arena_print(r->mem, "%s %s", all.codes[at], all.names[at]));
	}
	e.choices = choices, e.n_choices = 3;
	e.remove_reason = true;
	e.remove = e.remove ? "刪除" : NULL;
	e.remove_about = arena_print(r->mem, "將刪除講師「%s」。已列於課程者，課程仍保留其姓名。", title(r->mem, i));
	edit_page_show(r, status, &e);
}

/* An own one with the same name and 服務機關 is asked about; with the same ID number it can't be.                          LEARN-242 */
static bool is_doubled(struct req *r, const struct instructor *i)
{
	struct rows *twin = db_run(r->db, &instructor_twin, A(r->who->agency), A(i->name), A(i->org_name), A(""), A(i->id));
	struct pairs hidden = {0};

	if (!twin->n || *req_form(r, "confirmed") || r->json)
		return false;
	for (size_t k = 0; k < r->form.n; k++)
		if (*r->form.at[k].name != '_')
			pair_add(r->mem, &hidden, r->form.at[k].name, r->form.at[k].value);
	instructor_twin_page(reply_page(r, 200, "可能重複的講師"), &(struct twin_view){r, i, req_url(r, "/instructors/new"),
		req_url(r, "/instructors/%lld", (long long)row_int(twin, 0, "id")), hidden});
	return true;
}

static void new_get(struct req *r)
{
	page(r, 200, &fresh);
}

static void new_post(struct req *r)
{
	struct instructor *i = arena_copy(r->mem, &fresh, sizeof fresh), look = fresh;
	struct issues none = issues_new(r->mem, instructor_fields);

	r->issues.learning = true;
	record_merge(instructor_fields, req_style(r), &r->form, false, &look, &none, -1);
	if (!none.n && *look.name && *look.subject_1 && is_doubled(r, &look))
		return;
	upkeep_save(r, &instructors, i, NULL, page);
}

static bool own_of(struct req *r, struct instructor *i)
{
	if (instructor_load(r->db, r->mem, r->id[0], i))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static void one_get(struct req *r)
{
	struct instructor i;

	if (!own_of(r, &i))
		return;
	if (r->json)
		reply_record(r, instructor_fields, &i);
	else
		page(r, 200, &i);
}

static void one_post(struct req *r)
{
	struct instructor before;

	r->issues.learning = true;
	if (own_of(r, &before))
		upkeep_save(r, &instructors, arena_copy(r->mem, &before, sizeof before), &before, page);
}

static void remove_post(struct req *r)
{
	static const struct field labels[] = {{.name = "reason", .label = "刪除原因"}, {0}};
	struct instructor i;

	r->issues.learning = true;
	if (!own_of(r, &i))
		return;
	if (*req_form(r, "reason")) {
		text_to_int(req_form(r, "version"), 1, INT64_MAX, &i.version);
		upkeep_drop(r, &instructors, arena_copy(r->mem, &i, sizeof i), page);
		return;
	}
	r->issues.fields = labels;
	issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (!reply_issues(r))
		page(r, 422, &i);
}

/* 「加入本機關講師」: what may be seen of a shared one, as an own one.                                              LEARN-252 */
static void copy_post(struct req *r)
{
	struct instructor i, *copy;
	struct list own = {.r = r};

	if (!shared_of(r, &i))
		return;
	hide(&own, r->mem, &i, 1);
	i.id = i.version = 0;
	i.is_public = i.contact_public = false;
	copy = arena_copy(r->mem, &i, sizeof i);
	r->issues.learning = true;
	r->form = (struct pairs){0};
	upkeep_save(r, &instructors, copy, NULL, page);
}

/* ---- what was removed ---- */

static struct rows *removed(struct req *r, struct moment since)
{
	return db_run(r->db, &instructor_removed, A(r->who->agency), A(since));
}

static bool restore(struct req *r, struct db *db, int64_t id)
{
	struct rows *was = db_run(db, &instructor_again, A(id), A(r->who->agency));

	if (!was->n)
		return false;
	if (db_run(db, &instructor_twin, A(r->who->agency), A(row_text(was, 0, "name")), A(row_text(was, 0, "org_name")),
			A(row_text(was, 0, "national_id")), A(id))->n) {
		issue(&r->issues, -1, "", "E-DUP-02", arena_print(r->mem, "%s", row_text(was, 0, "name")));
		return false;
	}
	db_run(db, &instructor_restore, A(id));
	return true;
}

static const struct upkeep_bin bin = {&instructors, "已刪除之講師", removed, restore};

static void removed_get(struct req *r) { upkeep_bin_show(r, 200, &bin); }
static void restore_post(struct req *r) { upkeep_bin_restore(r, &bin); }

/* ---- by file ---- */

static void import_get(struct req *r) { import_upload_page(r, &instructor_kind); }
static void import_post(struct req *r) { import_upload_post(r, &instructor_kind); }
static void template_get(struct req *r) { import_template(r, &instructor_kind); }

static const struct field query_fields[] = {{.name = "batch", .label = "批次", .kind = K_INT},
	{.name = "name", .label = "講師姓名", .kind = K_TEXT},
	{.name = "subject", .label = "可授科目", .kind = K_TEXT}, {0}};

#define AREA "學習資訊維護/維護講師"
const struct route instructor_routes[] = {
	{GET, "/instructors", list_get, MAY_INSTRUCTOR | MAY_DGPA, .takes = query_fields, .gives = instructor_fields, .list = true, .crumb = AREA,
		.menu = "維護講師", .group = "學習資訊維護", .help = "維護講師"},
	{GET, "/instructors/shared", shared_get, MAY_INSTRUCTOR_SEARCH | MAY_DGPA, .takes = query_fields, .gives = instructor_fields, .list = true,
		.crumb = "學習資訊維護/查詢講師資料庫", .menu = "查詢講師資料庫", .group = "學習資訊維護", .help = "查詢講師資料庫"},
	{GET, "/instructors/shared/:shared", shared_one_get, MAY_INSTRUCTOR_SEARCH | MAY_DGPA, .gives = instructor_fields,
		.crumb = "學習資訊維護/查詢講師資料庫/講師", .help = "一位公開或本機關的講師"},
	{POST, "/instructors/shared/:shared/copy", copy_post, MAY_INSTRUCTOR, .crumb = "學習資訊維護/查詢講師資料庫/講師", .help = "加入本機關講師"},
	{GET, "/instructors/import", import_get, MAY_INSTRUCTOR, .crumb = AREA "/整批新增講師資料", .help = "整批新增講師資料"},
	{POST, "/instructors/import", import_post, MAY_INSTRUCTOR, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批新增講師資料",
		.help = "上傳講師資料"},
	{GET, "/instructors/import/template", template_get, MAY_INSTRUCTOR, .help = "講師資料的範本"},
	{GET, "/instructors/new", new_get, MAY_INSTRUCTOR, .crumb = AREA "/新增講師資料", .help = "新增講師資料"},
	{POST, "/instructors/new", new_post, MAY_INSTRUCTOR, .takes = instructor_fields, .crumb = AREA "/新增講師資料", .help = "新增講師資料"},
	{GET, "/instructors/removed", removed_get, MAY_INSTRUCTOR, .crumb = AREA "/已刪除之講師", .help = "已刪除之講師"},
	{POST, "/instructors/removed/:removed/restore", restore_post, MAY_INSTRUCTOR, .crumb = AREA "/已刪除之講師", .help = "復原講師"},
	{GET, "/instructors/:instructor", one_get, MAY_INSTRUCTOR, .gives = instructor_fields, .crumb = AREA "/編輯", .help = "一位講師"},
	{POST, "/instructors/:instructor", one_post, MAY_INSTRUCTOR, .takes = instructor_fields, .crumb = AREA "/編輯", .help = "修改講師資料"},
	{POST, "/instructors/:instructor/remove", remove_post, MAY_INSTRUCTOR, .crumb = AREA "/編輯", .help = "刪除講師"},
	{0}
};
