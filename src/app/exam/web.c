/* web.c: 保訓會 keeps the examinations of each year: add, change, put out of use; one with persons can't be deleted.   ACMS-021 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/exam/exam.h"
#include "app/exam/exam.sql.h"
#include "app/may.h"
#include "base/text.h"
#include "web/edit.h"
#include "web/list.h"

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "考試資料維護", exam_fields, sizeof(struct exam), "-exam_year"))
		return;
	l.rows_at = "/exams";
	l.add = req_may(r, MAY_EXAM_EDIT) ? "新增考試" : NULL;
	if (list_run(&l, &exam_list, A(req_query_int(r, "exam_year", 1, 999, 0))))
		list_show_plain(&l);
}

static void edit_show(struct req *r, int status, const struct exam *e)
{
	edit_page_show(r, status, &(struct edit){.title = e->id ? exam_label(r->mem, e->exam_code, e->exam_name) : "新增考試",
		.fields = exam_fields, .record = e, .id = e->id, .version = e->version, .path = "/exams",
		.remove = e->id ? "刪除這個考試" : NULL});
}

static const struct exam fresh = {.exam_code = "", .exam_name = "", .plan = "", .pass_mark_education = "60.00",
	.pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7, .apply_due_days = 7,
	.training_supervisor = true, .active = true};

static void new_get(struct req *r)
{
	edit_show(r, 200, &fresh);
}

static bool load(struct req *r, struct exam *e)
{
	if (record_load(r->mem, db_run(r->db, &exam_by_id, A(r->id[0])), exam_fields, e))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static void one_get(struct req *r)
{
	struct exam e = {0};

	if (load(r, &e))
		edit_show(r, 200, &e);
}

static void note_exists(struct req *r, struct db *db, const struct exam *e)
{
	struct exam there = {0};

	if (exam_find(db, r->mem, e->exam_year, e->exam_code, &there))
		issue(&r->issues, -1, "exam_code", "ERR_EXAM_EXISTS", arena_print(r->mem, "%lld", (long long)e->exam_year),
			e->exam_code, there.exam_name);
}

struct saving { struct req *r; struct exam *now; const struct exam *before; };

static void log_change(struct saving *k, struct db *db, int64_t id)
{
	const struct req *r = k->r;
	const char *from, *to;

	if (record_changes(exam_fields, r->mem, k->before, k->now, &from, &to))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = k->before ? "exam.change" : "exam.add", .subject_kind = "exam", .subject = id,
			.before = from, .after = to, .at = r->now});
}

static void save(struct db *db, void *with)
{
	struct saving *k = with;
	struct req *r = k->r;
	struct exam *e = k->now;
	int64_t id = e->id;

	issues_clear(&r->issues);
	r->done = req_url(r, "/exams");
	if (!k->before || k->before->exam_year != e->exam_year || strcmp(k->before->exam_code, e->exam_code))
		note_exists(r, db, e);
	if (!r->issues.n && !k->before)
		id = exam_add(db, e);
	else if (!r->issues.n && !db_run(db, &exam_set, A(e->id), A(e->version), A(e->exam_year), A(e->exam_code), A(e->exam_name),
			A(e->plan), A(e->fee_exempt_exam), A(e->is_promotion), A(e->pass_mark_education), A(e->pass_mark_practical),
			A(e->roster_recipient), A(e->plan_due_days), A(e->apply_due_days), A(e->training_supervisor), A(e->active))->n)
		issue(&r->issues, -1, "", "ERR_STALE", "他人", "您開啟頁面之後");
	if (r->issues.n)
		db_undo(db);
	else
		log_change(k, db, id);
}

/* 考試代碼: three digits. */
static void check_code(struct req *r, const struct exam *e)
{
	int64_t number;

	if (*e->exam_code && (strlen(e->exam_code) != 3 || !text_to_int(e->exam_code, 0, 999, &number)))
		issue(&r->issues, -1, "exam_code", "ERR_EXAM_CODE", e->exam_code);
}

static void edit(struct req *r, struct exam *e, const struct exam *before)
{
	struct saving k = {r, e, before};

	r->issues.fields = exam_fields;
	record_merge(exam_fields, req_style(r), &r->form, !r->json, e, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &e->version);
	check_code(r, e);
	if (r->issues.n || req_tx(r, save, &k) == REQ_UNDONE) {
		if (!reply_issues(r))
			edit_show(r, issue_has(&r->issues, "ERR_STALE") ? 409 : 422, e);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "考試 %s 已儲存。", exam_label(r->mem, e->exam_code, e->exam_name)));
}

static void new_post(struct req *r)
{
	struct exam e = fresh;

	edit(r, &e, NULL);
}

static void one_post(struct req *r)
{
	struct exam before = {0}, e;

	if (!load(r, &before))
		return;
	e = before;
	edit(r, &e, &before);
}

static void drop(struct db *db, void *with)
{
	struct saving *k = with;
	struct req *r = k->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/exams");
	if (!db_run(db, &exam_drop, A(k->before->id))->n) {
		issue(&r->issues, -1, "", "ERR_EXAM_USED", k->before->exam_name,
			arena_print(r->mem, "%lld", (long long)k->before->trainees));
		db_undo(db);
		return;
	}
	const char *from, *to;

	record_changes(exam_fields, r->mem, k->before, NULL, &from, &to);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "exam.remove", .subject_kind = "exam", .subject = k->before->id, .before = from, .at = r->now});
}

static void remove_post(struct req *r)
{
	struct exam e = {0};
	struct saving k = {r, &e, &e};

	if (!load(r, &e))
		return;
	if (req_tx(r, drop, &k) == REQ_UNDONE) {
		if (!reply_issues(r))
			edit_show(r, 422, &e);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "考試 %s 已刪除。", e.exam_name));
}

const struct route exam_routes[] = {
	{GET, "/exams", list_get, MAY_EXAM_SEE, .gives = exam_fields, .list = true, .crumb = "分發人員管理/考試資料維護",
		.help = "各年度考試"},
	{GET, "/exams/new", new_get, MAY_EXAM_EDIT, .crumb = "分發人員管理/考試資料維護/新增", .help = "新增考試"},
	{POST, "/exams/new", new_post, MAY_EXAM_EDIT, .takes = exam_fields, .help = "新增考試"},
	{GET, "/exams/:exam", one_get, MAY_EXAM_SEE, .crumb = "分發人員管理/考試資料維護/修改", .help = "一個考試"},
	{POST, "/exams/:exam", one_post, MAY_EXAM_EDIT, .takes = exam_fields, .help = "修改考試"},
	{POST, "/exams/:exam/remove", remove_post, MAY_EXAM_EDIT, .help = "刪除沒有錄取人員的考試"},
	{0}
};
