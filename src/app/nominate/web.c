/* web.c: 薦送報名: who was nominated and how it stands, 「取消薦送」, 新增薦送報名.                                  LEARN-421 … 426 */
#include <string.h>

#include "app/code/code.h"
#include "app/may.h"
#include "app/nominate/nominate.sql.h"
#include "app/nominate/page.html.h"
#include "app/nominate/private.h"
#include "app/registration/registration.h"
#include "app/staff/staff.h"
#include "app/store/store.h"
#include "base/setting.h"
#include "base/text.h"

enum { REASON_MOST = 200, OFFERED_MOST = 200 };

#define HIDDEN(m, K) FIELD(nominated, m, K, MARK, "")
static const struct field nominated_fields[] = {
	FIELD(nominated, id, INT, KEY, "編號"),
	FIELD(nominated, version, INT, KEY, "版本"),
	FIELD(nominated, created, MOMENT, SHOW, "薦送日期"),
	FIELD(nominated, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(nominated, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(nominated, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(nominated, course_name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(nominated, start_at, MOMENT, SHOW, "課程開始"),
	FIELD(nominated, end_at, MOMENT, SHOW, "課程結束", .not_sorted = true),
	FIELD(nominated, name, TEXT, SHOW, "姓名", .privacy = PERSONAL, .not_sorted = true),
	FIELD(nominated, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(nominated, unit, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(nominated, title, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(nominated, state, CODE, SHOW, "審核狀態", .list = registration_states, .not_sorted = true),
	FIELD(nominated, reject_reason, TEXT, SHOW, "駁回原因", .not_sorted = true),
	FIELD(nominated, withdraw_reason, TEXT, SHOW, "取消原因", .not_sorted = true),
	HIDDEN(course, INT), HIDDEN(cancelled, TEXT), {0}
};

static const struct code asked_states[] = {{"pending", "待審核"}, {"approved", "核可"}, {"rejected", "駁回"}, {"withdrawn", "取消"}, {0}};
struct nominated_find { const char *code, *course, *agency, *name, *national_id; int64_t term; struct date from, to; struct code state; };
static const struct field query[] = {
	FIELD(nominated_find, code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(nominated_find, course, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(nominated_find, term, INT, EDIT, "期別", .least = 1, .most = 9999),
	FIELD(nominated_find, agency, TEXT, EDIT, "開課機關", .most = 100, .hint = "代碼或名稱"),
	FIELD(nominated_find, from, DATE, EDIT, "薦送日期起"),
	FIELD(nominated_find, to, DATE, EDIT, "薦送日期迄"),
	FIELD(nominated_find, national_id, ID, EDIT, "身分證字號"),
	FIELD(nominated_find, name, TEXT, EDIT, "姓名", .most = 50),
	FIELD(nominated_find, state, CODE, EDIT, "審核狀態", .list = asked_states),
	{0}
};
static const char *const conditions[] = {"code", "course", "term", "agency", "from", "to", "name", "state", "person", NULL};

/* ---- the list */

static void complete_one(struct moment now, struct nominated *x)
{
	x->state = registration_shown(x->state.id, x->end_at, !text_is(x->cancelled, "0"), now);
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++) {
		struct nominated *x = (struct nominated *)rows + i;

		x->national_id = personal_id(mem, x->national_id, full);
		complete_one(l->r->now, x);
	}
}

/* May it be taken back still? */
static bool is_open(const struct nominated *x)
{
	return text_is(x->state.id, "pending") || text_is(x->state.id, "overdue");
}

static int64_t person_of(struct req *r)
{
	return req_query_int(r, "person", 1, INT64_MAX, 0);
}

static bool run(struct req *r, struct list *l, struct nominated_find *f)
{
	*f = (struct nominated_find){.code = "", .course = "", .agency = "", .name = "", .national_id = "", .state = {"", ""}};
	r->issues.fields = query;
	r->issues.learning = true;
	if (!list_open(l, r, "薦送報名", nominated_fields, sizeof(struct nominated), "-created"))
		return false;
	l->path = "/hr/nominations";
	l->complete = complete;
	record_merge(query, TYPED, &r->query, false, f, &r->issues, -1);
	if (date_set(f->from) && date_set(f->to) && date_before(f->to, f->from))
		issue(&r->issues, -1, "to", "E-DATE-02", "薦送日期起", "薦送日期迄");
	if (r->issues.n && r->route->method == GET)
		return !reply_issues(r);
	return list_run(l, &nominated_list, REQ_AGENCIES(r), A(text_fold(r->mem, f->code)), A(text_fold(r->mem, f->course)), A(f->term),
		A(f->agency), A(date_set(f->from) ? day_begins(f->from).seconds : (int64_t)0),
		A(date_set(f->to) ? day_begins(date_plus(f->to, 1)).seconds : (int64_t)0), A(person_of(r)), A(text_fold(r->mem, f->name)),
		A(f->state.id));
}

static void show(struct req *r, int status, struct list *l, const struct nominated_find *f)
{
	struct nominated_view v = {.r = r, .l = l, .wrong = issue_lines(r), .add = req_url(r, "/hr/nominations/new"), .uploads = req_url(r,
		"/hr/nominations/uploads"),
		.query = personal_query(r, req_url(r, "/hr/nominations/find"), req_url(r, "/hr/nominations?all="), inputs_of(r, query, f),
			staff_masked(r, person_of(r))),
		.may_nominate = req_may(r, MAY_LEARN_NOMINATION) && !r->who->all_agencies,
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}};
	const struct nominated *x = l->rows;

	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct nominated_line){&x[i], req_url(r, "/hr/nominations/%lld", (long long)x[i].id),
			arena_print(r->mem, "%lld", (long long)x[i].term_no), is_open(&x[i])};
	nominated_page(reply_page(r, status, "薦送報名"), &v);
}

static void list_get(struct req *r)
{
	struct nominated_find f;
	struct list l;

	if (run(r, &l, &f))
		show(r, r->issues.n ? 422 : 200, &l, &f);
}

static void find_post(struct req *r)
{
	struct nominated_find f;
	struct list l;

	r->issues.fields = query;
	if (staff_find(r, "/hr/nominations", "身分證字號"))
		return;
	list_shown_again(r, conditions);
	if (!reply_issues(r) && run(r, &l, &f))
		show(r, 422, &l, &f);
}

/* ---- 「取消薦送」   LEARN-426 */

static bool open(struct req *r, struct nominated *x)
{
	*x = (struct nominated){0};
	if (record_load(r->mem, db_run(r->db, &nominated_one, A(r->id[0]), A(r->who->agency)), nominated_fields, x)) {
		complete_one(r->now, x);
		return true;
	}
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

struct taken_back { const char *reason; int64_t version; };
static const struct field taken_back_fields[] = {
	FIELD(taken_back, reason, TEXT, EDIT, "取消原因", .need = true, .most = REASON_MOST, .hint = "1 至 200 字"),
	FIELD(taken_back, version, INT, EDIT, "看到的版本", .most = INT64_MAX),
	{0}
};

static void show_one(struct req *r, int status, struct nominated *x)
{
	bool get = r->route->method == GET, full = get && personal_full(r);
	struct nominate_one_view v = {.r = r, .x = x, .wrong = issue_lines(r), .action = req_url(r, "/hr/nominations/%lld", (long long)x->id),
		.back = list_back(r, "/hr/nominations"), .open = is_open(x) || text_is(x->state.id, "approved"),
		.reason = input_text(r, "reason", taken_back_fields->label, "", true, taken_back_fields->hint)};

	x->national_id = personal_id(r->mem, x->national_id, full);
	if (get)
		v.bar = personal_bar(r, full, false);
	nominate_one_page(reply_page(r, status, "取消薦送"), &v);
}

static void one_get(struct req *r)
{
	struct nominated x;

	if (open(r, &x))
		show_one(r, 200, &x);
}

struct withdrawing { struct req *r; const struct nominated *x; struct taken_back back; };

static void withdraw(struct db *db, void *with)
{
	struct withdrawing *w = with;
	struct req *r = w->r;

	issues_clear(&r->issues);
	r->done = list_back(r, "/hr/nominations");
	if (registration_withdraw(db, w->x->id, w->back.version, r->who->account, r->who->agency, r->wire->address, w->back.reason, r->now))
		return;
	if (!db_undone(db))
		issue(&r->issues, -1, "", "E-REG-06");
	db_undo(db);
}

static void one_post(struct req *r)
{
	struct nominated x;

	r->issues.learning = true;
	if (!open(r, &x))
		return;
	struct withdrawing w = {r, &x, {"", x.version}};

	r->issues.fields = taken_back_fields;
	if (text_is(x.state.id, "approved"))
		issue(&r->issues, -1, "", "E-REG-06");
	else
		record_merge(taken_back_fields, req_style(r), &r->form, true, &w.back, &r->issues, -1);
	if (!r->issues.n && req_tx(r, withdraw, &w) != REQ_UNDONE)
		reply_see(r, r->done, arena_print(r->mem, "已取消薦送%s", x.name));
	else if (!reply_issues_as(r, issue_has(&r->issues, "E-REG-06") ? 409 : 422))
		show_one(r, issue_has(&r->issues, "E-REG-06") ? 409 : 422, &x);
}

/* ---- 新增薦送報名: courses, then the list of people   LEARN-422 … 424 */

static struct offereds offered_of(struct req *r, const char *word, const char *ids, bool ticked)
{
	struct rows *c = db_run(r->db, &nominate_offered, A(r->now), A(word), A(ids));
	struct offereds all = {arena_array(r->mem, (size_t)c->n, sizeof *all.at), c->n};

	for (int i = 0; i < c->n; i++) {
		long long quota = (long long)row_int(c, i, "quota"), taken = (long long)row_int(c, i, "taken");

		all.at[i] = (struct offered){row_int(c, i, "id"), arena_print(r->mem, "%s（%s 第 %lld 期）", row_text(c, i, "name"),
			row_text(c, i, "course_code"), (long long)row_int(c, i, "term_no")), row_text(c, i, "agency_name"),
			arena_print(r->mem, "%s～%s", moment_text(r->mem, row_moment(c, i, "enroll_from")), moment_text(r->mem,
			row_moment(c, i, "enroll_to"))),
			row_text(c, i, "agency_limit"), quota ? arena_print(r->mem, "名額 %lld，已報名 %lld%s", quota, taken,
			row_bool(c, i, "quota_hard") ? "，額滿不再接受報名" : "") : arena_print(r->mem, "已報名 %lld", taken), ticked};
	}
	return all;
}

static const char *ids_of(struct req *r, int *n)
{
	struct text t = text_new(r->mem, 1 << 16);
	int64_t *ids;

	*n = req_ticks(r, "course", COURSES_MOST, &ids);
	text_char(&t, '[');
	for (int i = 0; i < *n; i++)
		text_print(&t, "%s%lld", i ? "," : "", (long long)ids[i]);
	text_char(&t, ']');
	return t.at;
}

static void show_new(struct req *r, int status)
{
	const char *word = text_fold(r->mem, *req_form(r, "word") ? req_form(r, "word") : req_query(r, "word"));
	const struct issue *file = issue_at(&r->issues, -1, "file");
	int n;
	const char *ids = ids_of(r, &n);
	struct nominate_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/hr/nominations/new"),
		.search = req_url(r, "/hr/nominations/courses"), .template_utf8 = req_url(r, "/hr/nominations/new/template"),
		.template_big5 = req_url(r, "/hr/nominations/new/template?encoding=big5"), .back = list_back(r, "/hr/nominations"),
		.word = input_text(r, "word", "課程代碼或課程名稱", word, false, NULL), .file_error = file ? issue_shown(r->mem, file->code,
		file->text) : NULL,
		.found = offered_of(r, word, "[]", false), .most = OFFERED_MOST};

	if (n)
		v.chosen = offered_of(r, "", ids, true);
	for (int i = 0; i < v.found.n; i++)
		for (int k = 0; k < v.chosen.n; k++)
			v.found.at[i].ticked |= v.found.at[i].id == v.chosen.at[k].id;
	int left = 0;

	v.more = v.found.n > v.most;
	for (int i = 0; i < v.found.n && i < v.most; i++)
		if (!v.found.at[i].ticked)
			v.found.at[left++] = v.found.at[i];
	v.found.n = left;
	nominate_new_page(reply_page(r, status, "新增薦送報名"), &v);
}

static void new_get(struct req *r)
{
	show_new(r, 200);
}

/* 「選擇課程」: the page again, with what is ticked and what is looked for. */
static void courses_post(struct req *r)
{
	show_new(r, 200);
}

struct sending { struct req *r; struct import_order order; int64_t content; const char *courses; };

static void take_in(struct db *db, void *with)
{
	struct sending *s = with;
	struct req *r = s->r;

	s->order.subject = nominate_choose(db, r->who->agency, r->who->account, s->courses, r->now);
	int64_t id = batch_new(db, &s->order, s->content, true);

	r->done = req_url(r, "/imports/%lld", (long long)id);
}

static const struct field new_takes[] = {{.name = "only_correct", .label = "1：有錯誤時僅匯入正確資料列", .kind = K_TEXT, .use = EDIT},
	{.name = "course", .label = "選擇課程(可多選)", .kind = K_INT, .use = MARK},
	{.name = "file", .label = "選擇檔案", .kind = K_TEXT, .use = MARK}, {0}};

static void new_post(struct req *r)
{
	struct sending s = {.r = r, .order = {.kind = &nominate_kind, .who = r->who, .address = r->wire->address, .file_name = r->file.name,
		.only_correct = *req_form(r, "only_correct"), .again = true, .now = r->now}};
	int n;

	r->issues.learning = true;
	r->issues.fields = new_takes;
	s.courses = ids_of(r, &n);
	struct offereds chosen = n ? offered_of(r, "", s.courses, true) : (struct offereds){NULL, 0};

	if (!n)
		issue(&r->issues, -1, "course", "E-REQ-01");
	else if (chosen.n < n)
		issue(&r->issues, -1, "course", "E-REG-01");
	if (r->file.fd < 0 || !r->file.size || r->file.size > (uint64_t)setting_int("upload.mebibytes") << 20)
		issue(&r->issues, -1, "file", "ERR_FILE_REQUIRED");
	if (r->issues.n) {
		if (!reply_issues(r))
			show_new(r, 422);
		return;
	}
	s.content = store_content(r->db, r->file.fd);
	req_tx(r, take_in, &s);
	reply_see(r, r->done, arena_print(r->mem, "已上傳，每人報名 %d 門課程", n));
}

static void template_get(struct req *r)
{
	import_template(r, &nominate_kind);
}

static void uploads(struct req *r)
{
	import_uploads_of(r, &nominate_kind, "/hr/nominations/uploads", "薦送報名上傳進度查詢");
}

static const struct field word_takes[] = {{.name = "word", .label = "課程代碼或課程名稱", .kind = K_TEXT, .use = EDIT}, {0}};
static const char *const course_ticks[] = {"course", NULL};
static const struct field uploads_takes[] = {{.name = "from", .label = "上傳開始時間", .kind = K_DATE}, {.name = "to", .label = "上傳結束時間",
	.kind = K_DATE}, {.name = "keyword", .label = "上傳檔案內包含文字", .kind = K_TEXT}, {0}};

#define AREA "人事單位/薦送報名"

const struct route nominate_routes[] = {
	{GET, "/hr/nominations", list_get, MAY_LEARN_NOMINATION | MAY_DGPA, .takes = query, .gives = nominated_fields, .list = true, .crumb = AREA,
		.menu = "薦送報名", .group = "人事單位", .help = "本機關薦送的人員與審核狀態"},
	{POST, "/hr/nominations/find", find_post, MAY_LEARN_NOMINATION | MAY_DGPA, .takes = query, .asks = true, .crumb = AREA,
		.help = "以身分證字號等條件查詢"},
	{GET, "/hr/nominations/new", new_get, MAY_LEARN_NOMINATION, .takes = word_takes, .crumb = AREA "/新增薦送報名", .help = "選擇課程並上傳名單"},
	{POST, "/hr/nominations/courses", courses_post, MAY_LEARN_NOMINATION, .takes = word_takes, .asks = true,
		.crumb = AREA "/新增薦送報名", .help = "選擇課程(可多選)"},
	{POST, "/hr/nominations/new", new_post, MAY_LEARN_NOMINATION, .takes = new_takes, .ticks = course_ticks, .body = (uint64_t)512 << 20,
		.heavy = true, .crumb = AREA "/新增薦送報名", .help = "上傳報名"},
	{GET, "/hr/nominations/new/template", template_get, MAY_LEARN_NOMINATION, .type = "text/csv", .hidden = true, .help = "薦送名單範本"},
	{GET, "/hr/nominations/uploads", uploads, MAY_LEARN_NOMINATION | MAY_DGPA, .takes = uploads_takes, .gives = import_batch_fields, .list = true,
		.crumb = "人事單位/薦送報名上傳進度查詢", .menu = "薦送報名上傳進度查詢", .group = "人事單位", .help = "上傳的薦送名單與處理情形"},
	{GET, "/hr/nominations/:nominated", one_get, MAY_LEARN_NOMINATION, .crumb = AREA "/取消薦送", .help = "一筆薦送"},
	{POST, "/hr/nominations/:nominated", one_post, MAY_LEARN_NOMINATION, .takes = taken_back_fields, .crumb = AREA "/取消薦送",
		.help = "取消薦送"},
	{0}
};
