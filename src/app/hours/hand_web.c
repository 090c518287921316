/* hand_web.c: a learner added by hand, 「更正課程資料」, 「歷程」; the addresses of the slice.          LEARN-288, 306, 315, 316 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/hours/hours.sql.h"
#include "app/hours/page.html.h"
#include "app/hours/view.h"
#include "app/may.h"
#include "base/json_flat.h"
#include "base/national_id.h"
#include "base/text.h"

enum { HOURS_MOST = 9999, CLASS_MOST = 20000 };

enum scope hours_scope(struct req *r, const char *parameter, int64_t id)
{
	bool class = text_is(parameter, "hours_class");
	struct rows *x;

	if (class) {
		x = r->who->all_agencies ? db_run(r->db, &hours_class_one, A(id)) : db_run(r->db, &hours_class_owned, A(id), A(r->who->agency));
		return x->n ? SCOPE_OK : SCOPE_HIDDEN;
	}
	x = db_run(r->db, &hours_line_one, A(id));
	return x->n && (r->who->all_agencies || row_int(x, 0, "owner") == r->who->agency) ? SCOPE_OK : SCOPE_HIDDEN;
}

static void log_act(struct req *r, struct db *db, const char *action, int64_t class, int64_t record)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "hours_class", .subject = class, .at = r->now, .after = arena_print(r->mem,
			"{\"record\":%lld}", (long long)record)});
}

/* ---- 「新增」: a learner of the 現場報名 sheet                                                                  LEARN-288 */

struct adding { struct req *r; const struct hours_class_page *k; struct hours_entry e; const char *name; int64_t there; };

static int mode_of(const struct hours_class_page *k, const struct hours_line *like)
{
	if (*k->course_mode)
		return text_is(k->course_mode, "digital") ? HOURS_DIGITAL : text_is(k->course_mode, "physical") ? HOURS_PHYSICAL : HOURS_BLENDED;
	return (int)like->mode;
}

static void add_one(struct db *db, void *with)
{
	struct adding *a = with;
	struct req *r = a->r;

	r->done = req_url(r, "/hours/classes/%lld", (long long)a->k->id);
	int64_t id = hours_enter(db, &a->e, &a->there);

	if (!id)
		db_undo(db);
	log_act(r, db, "hours.add", a->k->id, id);
}

static void read_person(struct req *r, struct adding *a)
{
	const char *id = text_upper(r->mem, req_form(r, "national_id"));

	if (!*id)
		issue(&r->issues, -1, "national_id", "ERR_TEXT_GIVEN", "「身分證號」為必填欄位。（E-REQ-01）");
	else if (!national_id_valid(id))
		issue(&r->issues, -1, "national_id", "ERR_TEXT_GIVEN", "「身分證號」格式或檢查碼不正確，請核對。（E-ID-02）");
	else {
		struct rows *p = db_run(r->db, &hours_person_by_id, A(id));

		if (p->n)
			a->e.person = row_int(p, 0, "id"), a->name = row_text(p, 0, "name");
		else
			issue(&r->issues, -1, "national_id", "ERR_TEXT_GIVEN", "「身分證號」查無此人。（E-ID-03）");
	}
}

static void read_entry(struct req *r, struct adding *a)
{
	int64_t hours = 0, cert = CERT_PASSED;

	if (!text_to_int(text_fold(r->mem, req_form(r, "hours")), 0, HOURS_MOST, &hours))
		issue(&r->issues, -1, "hours", "ERR_TEXT_GIVEN",
			arena_print(r->mem, "「訓練時數」只接受整數，不接受小數：「%s」。（E-INT-01）", req_form(r, "hours")));
	text_to_int(req_form(r, "cert"), 0, 2, &cert);
	if (!hours && cert != CERT_FAILED && !r->issues.n)
		issue(&r->issues, -1, "hours", "E-RANGE-01", "1", "9999", "0");
	a->e.hours = a->e.amount = hours;
	a->e.unit = HOURS_HOUR;
	a->e.cert = (enum hours_cert)cert;
}

/* As the first of the class has it: so much of each kind, in proportion. */
static void split_like(struct adding *a, const struct hours_line *like)
{
	a->e.mode = (enum hours_mode)mode_of(a->k, like);
	a->e.digital = a->e.mode == HOURS_DIGITAL ? a->e.hours : a->e.mode == HOURS_PHYSICAL ||
		!like->hours ? 0 : a->e.hours * like->digital / like->hours;
}

void hours_add_post(struct req *r)
{
	struct hours_class_page k;
	struct hours_line like = {.mode = HOURS_PHYSICAL};
	struct adding a = {.r = r, .k = &k, .name = ""};

	r->issues.learning = true;
	if (!hours_class_open(r, r->id[0], &k))
		return;
	struct rows *first = db_run(r->db, &hours_lines, A(k.id), REQ_AGENCIES(r), A(false), A("name"), A((int64_t)1), A((int64_t)0));

	record_load(r->mem, first, hours_line_fields, &like);
	a.e = (struct hours_entry){.kind = (enum hours_kind)k.kind, .course = k.course, .category = k.category_id, .study_kind = k.study_kind,
		.institution = k.institution, .name = k.kind == HOURS_OPENED ? "" : k.name, .start = k.start_day, .end = k.end_day,
		.owner = r->who->agency, .account = r->who->account, .business = -1, .source = SOURCE_HAND, .at = r->now};
	read_person(r, &a);
	read_entry(r, &a);
	split_like(&a, &like);
	if (!date_before(k.end_day, r->today))
		issue(&r->issues, -1, "", "E-HRS-09", date_text(r->mem, k.end_day));
	if (!r->issues.n && req_tx(r, add_one, &a) == REQ_UNDONE)
		issue(&r->issues, -1, "national_id", "E-DUP-01", arena_print(r->mem, "%s已在本班名單中", a.name));
	if (r->issues.n)
		hours_class_again(r, &k);
	else
		reply_see(r, r->done, arena_print(r->mem, "已新增%s", a.name));
}

/* ---- 「更正課程資料」   LEARN-306 */

struct hours_key { const char *institution, *title, *category, *study_kind; struct date start, end; };
static const struct field unopened_key_fields[] = {
	FIELD(hours_key, institution, TEXT, EDIT, "訓練進修機構名稱", .need = true, .most = 100),
	FIELD(hours_key, title, TEXT, EDIT, "課程名稱", .need = true, .most = 100),
	FIELD(hours_key, start, DATE, EDIT, "起始日期", .need = true),
	FIELD(hours_key, end, DATE, EDIT, "終迄日期", .need = true),
	FIELD(hours_key, category, TEXT, EDIT, "課程類別", .need = true, .most = 60, .hint = "課程類別代碼，或完整名稱"),
	{0}
}, study_key_fields[] = {
	FIELD(hours_key, institution, TEXT, EDIT, "進修機構名稱", .need = true, .most = 100),
	FIELD(hours_key, title, TEXT, EDIT, "課程名稱", .need = true, .most = 100),
	FIELD(hours_key, start, DATE, EDIT, "起始日期", .need = true),
	FIELD(hours_key, end, DATE, EDIT, "終迄日期", .need = true),
	FIELD(hours_key, study_kind, TEXT, EDIT, "進修類別", .need = true, .most = 60),
	{0}
};

struct moving { struct req *r; const struct hours_class_page *k; struct hours_entry to; struct hours_line *x; int n;
	const char *was, *is; bool taken; };

static const struct field *key_fields_of(const struct hours_class_page *k)
{
	return k->kind == HOURS_STUDY ? study_key_fields : unopened_key_fields;
}

static struct hours_key key_of(struct req *r, const struct hours_class_page *k)
{
	const struct hours_book *b = hours_book(r->db, r->mem);
	const struct code_item *category = code_by_id(b->codes, k->category_id), *study = code_by_id(b->codes, k->study_kind);

	return (struct hours_key){.institution = k->institution, .title = k->name, .start = k->start_day, .end = k->end_day,
		.category = category ? category->code : "", .study_kind = study ? study->code : ""};
}

static void show_key(struct req *r, int status, const struct hours_class_page *k, const struct hours_key *key)
{
	const char *record = *req_form(r, "record") ? req_form(r, "record") : req_query(r, "record");
	struct key_view v = {.r = r, .k = k, .wrong = issue_lines(r), .inputs = inputs_of(r, key_fields_of(k), key), .record = record,
		.action = req_url(r, "/hours/classes/%lld/key", (long long)k->id), .back = req_url(r, "/hours/classes/%lld", (long long)k->id),
		.who = *record ? "僅更正一位學員之紀錄" : "更正本班全部學員之紀錄"};

	hours_key_page(reply_page(r, status, "更正課程資料"), &v);
}

static bool key_class(struct req *r, struct hours_class_page *k)
{
	if (!hours_class_open(r, r->id[0], k))
		return false;
	if (k->kind != HOURS_OPENED)
		return true;
	reply_refuse(r, 409, "E-CRS-06", "課程資料");
	return false;
}

void hours_key_get(struct req *r)
{
	struct hours_class_page k;

	if (!key_class(r, &k))
		return;
	struct hours_key key = key_of(r, &k);

	show_key(r, 200, &k, &key);
}

static const char *key_json(struct arena *mem, const struct field *fields, const struct hours_key *key)
{
	struct text t = text_new(mem, 8192);
	struct json j = json_new(&t);

	json_begin(&j);
	for (const struct field *f = fields; f->name; f++) {
		json_key(&j, f->label);
		json_text(&j, field_text(f, mem, key));
	}
	json_end(&j);
	return t.at;
}

static void move_all(struct db *db, void *with)
{
	struct moving *m = with;
	struct req *r = m->r;
	struct hours_act act = {r->who->account, r->now, "key", NULL};
	int64_t class = m->k->id;

	m->taken = false;
	for (int i = 0; i < m->n && !db_undone(db); i++)
		if (!hours_move(db, &m->x[i], &m->to, &act, m->was, m->is) && !db_undone(db)) {
			m->taken = true;
			db_undo(db);
		}
	struct rows *moved = db_run(db, &hours_line_one, A(m->n ? m->x[0].id : (int64_t)0));

	class = moved->n ? row_int(moved, 0, "class") : class;
	r->done = req_url(r, "/hours/classes/%lld", (long long)class);
	log_act(r, db, "hours.key", class, m->n);
}

static void read_key(struct req *r, struct moving *m, const struct hours_key *key)
{
	const struct hours_book *b = hours_book(r->db, r->mem);
	const struct code_item *category = NULL, *study = NULL;

	if (m->k->kind == HOURS_STUDY && code_check(&r->issues, -1, "study_kind", b->codes, "study_kind", key->study_kind, key->end, &study))
		code_look_up(b->codes, "course_category", b->study_category, (struct date){0}, &category);
	else if (m->k->kind == HOURS_UNOPENED)
		code_check(&r->issues, -1, "category", b->codes, "course_category", key->category, key->end, &category);
	if (date_set(key->start) && date_before(key->end, key->start))
		issue(&r->issues, -1, "end", "E-DATE-02", "起始日期", "終迄日期");
	else if (date_before(r->today, key->end))
		issue(&r->issues, -1, "end", "E-HRS-09", date_text(r->mem, key->end));
	m->to = (struct hours_entry){.kind = (enum hours_kind)m->k->kind, .institution = key->institution,
		.institution_kind = m->k->institution_kind,
		.name = key->title, .start = key->start, .end = key->end, .category = category ? category->id : 0,
			.study_kind = study ? study->id : 0};
}

static void choose_records(struct req *r, struct moving *m)
{
	struct rows *all = db_run(r->db, &hours_lines, A(m->k->id), REQ_AGENCIES(r), A(false), A("name"), A((int64_t)CLASS_MOST), A((int64_t)0));
	struct hours_line *x = records_load(r->mem, all, hours_line_fields, sizeof *x);
	int64_t one = 0;

	text_to_int(req_form(r, "record"), 1, INT64_MAX, &one);
	m->x = arena_array(r->mem, (size_t)all->n, sizeof *m->x);
	for (int i = 0; i < all->n; i++)
		if (!one || x[i].id == one)
			m->x[m->n++] = x[i];
}

void hours_key_post(struct req *r)
{
	struct hours_class_page k;
	struct moving m = {.r = r, .k = &k};

	r->issues.learning = true;
	if (!key_class(r, &k))
		return;
	struct hours_key was = key_of(r, &k), is = was;

	r->issues.fields = key_fields_of(&k);
	if (record_merge(key_fields_of(&k), req_style(r), &r->form, true, &is, &r->issues, -1))
		read_key(r, &m, &is);
	choose_records(r, &m);
	m.was = key_json(r->mem, key_fields_of(&k), &was);
	m.is = key_json(r->mem, key_fields_of(&k), &is);
	if (text_is(m.was, m.is) && !r->issues.n)
		issue(&r->issues, -1, "title", "ERR_TEXT_GIVEN", "課程資料與原來相同，沒有需要更正的內容。");
	if (!r->issues.n && req_tx(r, move_all, &m) == REQ_UNDONE)
		issue(&r->issues, -1, "title", "E-DUP-01", "部分學員已有相同課程的紀錄，未更正任何資料");
	if (!r->issues.n)
		reply_see(r, r->done, arena_print(r->mem, "已更正 %d 筆", m.n));
	else if (!reply_issues(r))
		show_key(r, 422, &k, &is);
}

/* ---- 「歷程」   LEARN-316 */

static const char *words_of(struct arena *mem, const char *json)
{
	struct text t = text_new(mem, 8192);
	struct json_pairs p = {0};

	if (!*json || !json_flat(mem, json, &p))
		return "";
	for (int i = 0; i < p.n; i++)
		text_print(&t, "%s%s：%s", i ? "；" : "", p.at[i].key, *p.at[i].text ? p.at[i].text : "（空白）");
	return t.n ? t.at : "";
}

static const char *act_words(const char *action)
{
	static const char *const words[][2] = {{"set", "修改"}, {"delete", "刪除"}, {"restore", "復原"}, {"key",
		"更正課程資料"}, {"batch", "整批上傳更新"},
		{"undo", "整批復原"}, {"course", "課程時數同步更新"}, {"review", "複核"}, {"return", "退回"}, {"recall", "撤銷複核"},
		{"snapshot", "修改職稱、官職等"}, {"resubmit", "學員補正"}};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (text_is(words[i][0], action))
			return words[i][1];
	return action;
}

/* to_batches: who looks may open the uploads too. */
static void show_history(struct req *r, const struct hours_line *x, struct url back, bool to_batches)
{
	struct hours_class_page k;

	if (!hours_class_open(r, x->class, &k))
		return;
	struct rows *h = db_run(r->db, &hours_revisions, A(x->id)), *e = db_run(r->db, &hours_entered, A(x->id));
	struct history_view v = {.x = x, .k = &k, .back = back,
		.state = x->deleted.seconds ? "已刪除" : hours_code_label(hours_state_codes, x->cert)};

	v.lines = (struct entry_lines){arena_array(r->mem, (size_t)h->n + 1, sizeof *v.lines.at), h->n + 1};
	v.lines.at[0] = (struct entry_line){.at = row_moment(e, 0, "at"), .who = row_text(e, 0, "who"), .was = "", .is = "", .reason = "",
		.what = arena_print(r->mem, "登錄（%s）", hours_code_label(hours_source_codes, row_int(e, 0, "source"))),
		.batch = to_batches && row_int(e, 0, "batch") ? req_url(r, "/imports/%lld", (long long)row_int(e, 0, "batch")) : (struct url){0}};
	for (int i = 0; i < h->n; i++)
		v.lines.at[i + 1] = (struct entry_line){row_moment(h, i, "at"), act_words(row_text(h, i, "action")), row_text(h, i, "who"),
			words_of(r->mem, row_text(h, i, "old_values")), words_of(r->mem, row_text(h, i, "new_values")), row_text(h, i, "reason"),
			to_batches && row_int(h, i, "batch") ? req_url(r, "/imports/%lld", (long long)row_int(h, i, "batch")) : (struct url){0}};
	hours_history_page(reply_page(r, 200, arena_print(r->mem, "歷程：%s", x->name)), &v);
}

void hours_history_get(struct req *r)
{
	struct hours_line x = {0};

	if (record_load(r->mem, db_run(r->db, &hours_line_one, A(r->id[0])), hours_line_fields, &x))
		show_history(r, &x, req_url(r, "/hours/classes/%lld", (long long)x.class), true);
	else
		reply_refuse(r, 404, "E-SCOPE-01");
}

/* A 學員 looks at an own one.                                                                       LEARN-316 */
static void own_history_get(struct req *r)
{
	struct hours_line x = {0};

	if (record_load(r->mem, db_run(r->db, &hours_line_one, A(r->id[0])), hours_line_fields, &x) && r->who->learner &&
			x.person == r->who->learner)
		show_history(r, &x, list_back(r, "/learn/records"), false);
	else
		reply_refuse(r, 404, "E-SCOPE-01");
}

/* ---- the addresses */

static const struct field class_query[] = {{.name = "kind", .label = "1 已開班、2 未開班、3 進修", .kind = K_INT, .most = 3},
	{.name = "year", .label = "年度", .kind = K_INT, .most = 999}, {.name = "code", .label = "課程代碼", .kind = K_TEXT},
	{.name = "term", .label = "期別", .kind = K_INT, .most = 9999}, {.name = "category", .label = "課程類別代碼", .kind = K_TEXT},
	{.name = "name", .label = "課程名稱", .kind = K_TEXT}, {.name = "agency", .label = "開課機關代碼或名稱（總處）", .kind = K_TEXT}, {0}},
add_takes[] = {{.name = "national_id", .label = "身分證號", .kind = K_ID, .use = EDIT, .need = true},
	{.name = "hours", .label = "訓練時數", .kind = K_INT, .use = EDIT, .need = true, .most = HOURS_MOST},
	{.name = "cert", .label = "認證：0 未認證、1 通過、2 不通過", .kind = K_INT, .use = EDIT, .most = 2}, {0}},
restore_takes[] = {{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}},
set_takes[] = {{.name = "all", .label = "1 全部通過、2 全部不通過", .kind = K_INT, .use = EDIT, .most = 2},
	{.name = "delete", .label = "1：刪除勾選的項目", .kind = K_INT, .use = EDIT, .most = 1},
	{.name = "confirm", .label = "1：確認刪除", .kind = K_INT, .use = EDIT, .most = 1},
	{.name = "reason", .label = "刪除理由", .kind = K_TEXT, .use = EDIT}, {0}};
static const struct field auto_takes[] = {{.name = "request", .label = "申請編號", .kind = K_TEXT, .use = EDIT, .need = true, .most = 60},
	{.name = "kind", .label = "opened 已開班、unopened 未開班、study 進修成績", .kind = K_TEXT, .use = EDIT, .most = 10}, {0}};
static const char *const cells[] = {"tick", "v", "h", "d", "f", "c", NULL};

#define AREA "學習資訊維護/登錄//維護學習時數"

const struct route hours_routes[] = {
	{GET, "/hours", hours_classes_get, MAY_HOURS | MAY_DGPA, .takes = class_query, .gives = hours_class_fields, .list = true, .crumb = AREA,
		.menu = "登錄/維護學習時數", .group = "學習資訊維護", .help = "登錄/維護學習時數"},
	{GET, "/hours/auto", hours_auto_get, MAY_HOURS, .takes = auto_takes, .crumb = AREA "/自動時數上傳", .help = "一次自動時數上傳之處理情形"},
	{POST, "/hours/auto", hours_auto_post, MAY_HOURS, .takes = auto_takes, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = AREA "/自動時數上傳", .help = "自動時數上傳"},
	{GET, "/hours/classes/:hours_class", hours_class_get, MAY_HOURS | MAY_DGPA, .gives = hours_line_fields, .list = true,
		.crumb = AREA "/登錄時數",
		.help = "一班學員之學習時數"},
	{POST, "/hours/classes/:hours_class", hours_class_post, MAY_HOURS, .takes = set_takes, .ticks = cells, .crumb = AREA "/登錄時數",
		.help = "儲存一班學員之時數及認證，或刪除勾選的項目"},
	{POST, "/hours/classes/:hours_class/add", hours_add_post, MAY_HOURS, .takes = add_takes, .crumb = AREA "/登錄時數",
		.help = "新增一班之學員"},
	{GET, "/hours/classes/:hours_class/key", hours_key_get, MAY_HOURS, .crumb = AREA "/更正課程資料", .help = "更正未開班或進修之課程資料"},
	{POST, "/hours/classes/:hours_class/key", hours_key_post, MAY_HOURS, .takes = unopened_key_fields, .crumb = AREA "/更正課程資料",
		.help = "儲存更正後之課程資料"},
	{GET, "/hours/classes/:hours_class/deleted", hours_deleted_get, MAY_HOURS | MAY_DGPA, .gives = hours_line_fields, .list = true,
		.crumb = AREA "/已刪除之紀錄", .help = "一班已刪除之紀錄"},
	{GET, "/hours/records/:hours", hours_history_get, MAY_HOURS | MAY_DGPA, .crumb = AREA "/歷程", .help = "一筆學習時數之歷程"},
	{GET, "/learn/records/:own_hours", own_history_get, MAY_LEARNER, .crumb = "前台/我的學習時數/歷程", .help = "本人一筆學習時數的歷程"},
	{POST, "/hours/records/:hours/restore", hours_restore_post, MAY_HOURS, .takes = restore_takes, .crumb = AREA "/已刪除之紀錄",
		.help = "復原已刪除之學習時數"},
	{0}
};
