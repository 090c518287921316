/* web.c: 保訓會 keeps the examinations of each year: add, change, put out of use; one with persons can't be deleted.   ACMS-021 */
#include <string.h>

#include "app/exam/exam.h"
#include "app/exam/exam.sql.h"
#include "app/may.h"
#include "app/plan/book.h"
#include "app/upkeep/upkeep.h"
#include "base/text.h"
#include "web/list.h"

static const struct field query_fields[] = {{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .least = 1, .most = 999}, {0}};

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "考試資料維護", exam_fields, sizeof(struct exam), "-exam_year"))
		return;
	l.rows_at = req_may(r, MAY_EXAM_EDIT) ? "/exams" : NULL;
	l.add = req_may(r, MAY_EXAM_EDIT) ? "新增考試" : NULL;
	if (list_run(&l, &exam_list, A(req_query_int(r, "exam_year", 1, 999, 0))))
		list_show_plain(&l);
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *exam)
{
	return record_load(mem, db_run(db, &exam_by_id, A(id)), exam_fields, exam);
}

static const char *title(struct arena *mem, const void *exam)
{
	const struct exam *e = exam;

	return exam_label(mem, e->exam_code, e->exam_name);
}

/* A pass mark: 0 to 100, with up to two decimals; kept as "60.00". */
static void check_mark(struct req *r, const char *field, const char **mark)
{
	const char *typed = text_fold(r->mem, *mark), *point = strchr(typed, '.');
	int64_t whole = 0, part = 0;
	size_t n = point ? strlen(point + 1) : 0;
	bool good = *typed != '-' && text_to_int(point ? arena_bytes(r->mem, typed, (size_t)(point - typed)) : typed, 0, 100, &whole) &&
		(!point || (n >= 1 && n <= 2 && text_to_int(point + 1, 0, 99, &part)));

	if (n == 1)
		part *= 10;
	if (!good || whole * 100 + part > 10000)
		issue(&r->issues, -1, field, "ERR_SCORE", *mark);
	else
		*mark = arena_print(r->mem, "%lld.%02lld", (long long)whole, (long long)part);
}

/* 考試代碼: three digits. */
/* A plan file that is there, so that no day is counted by a plan that nobody has. */
static void check_plan(struct req *r, const struct exam *e)
{
	const struct plans *all = plan_book();
	struct text names = text_new(r->mem, 4096);

	if (!*e->plan || plans_find(all, e->plan))
		return;
	for (int i = 0; i < all->n; i++)
		if (!i || strcmp(all->at[i]->id, all->at[i - 1]->id))
			text_print(&names, "%s%s", names.n ? "、" : "", all->at[i]->id);
	issue(&r->issues, -1, "plan", "ERR_PLAN", e->plan, names.n ? names.at : "（無）");
}

static void check(struct req *r, void *exam, const void *before)
{
	struct exam *e = exam;

	(void)before;
	e->exam_code = text_fold(r->mem, e->exam_code);
	if (*e->exam_code && (strlen(e->exam_code) != 3 || strspn(e->exam_code, "0123456789") != 3))
		issue(&r->issues, -1, "exam_code", "ERR_EXAM_CODE", e->exam_code);
	check_plan(r, e);
	if (*e->pass_mark_education)
		check_mark(r, "pass_mark_education", &e->pass_mark_education);
	if (*e->pass_mark_practical)
		check_mark(r, "pass_mark_practical", &e->pass_mark_practical);
}

static int64_t store(struct req *r, struct db *db, void *exam, const void *before)
{
	const struct exam *e = exam, *was = before;
	struct exam there = {0};

	if ((!was || was->exam_year != e->exam_year || strcmp(was->exam_code, e->exam_code)) &&
			exam_find(db, r->mem, e->exam_year, e->exam_code, &there)) {
		issue(&r->issues, -1, "exam_code", "ERR_EXAM_EXISTS", arena_print(r->mem, "%lld", (long long)e->exam_year),
			e->exam_code, there.exam_name);
		return 0;
	}
	if (!was)
		return exam_add(db, e);
	struct rows *set = db_run(db, &exam_set, A(e->id), A(e->version), A(e->exam_year), A(e->exam_code), A(e->exam_name),
		A(e->plan), A(e->fee_exempt_exam), A(e->is_promotion), A(e->pass_mark_education), A(e->pass_mark_practical),
		A(e->roster_recipient), A(e->plan_due_days), A(e->apply_due_days), A(e->training_supervisor), A(e->active));

	return set->n ? e->id : 0;
}

static bool drop(struct req *r, struct db *db, const void *exam)
{
	const struct exam *e = exam;

	if (db_run(db, &exam_drop, A(e->id))->n)
		return true;
	issue(&r->issues, -1, "", "ERR_EXAM_USED", e->exam_name, arena_print(r->mem, "%lld", (long long)e->trainees));
	return false;
}

static const struct upkeep exams = {"/exams", "exam", "考試", exam_fields, sizeof(struct exam), &exam_fresh, load, title, check, store, drop, NULL};

static void new_get(struct req *r) { upkeep_new(r, &exams); }
static void new_post(struct req *r) { upkeep_add(r, &exams); }
static void one_get(struct req *r) { upkeep_show(r, &exams); }
static void one_post(struct req *r) { upkeep_change(r, &exams); }
static void remove_post(struct req *r) { upkeep_remove(r, &exams); }

const struct route exam_routes[] = {
	{GET, "/exams", list_get, MAY_EXAM_SEE, .takes = query_fields, .gives = exam_fields, .list = true, .crumb = "分發人員管理/考試資料維護",
		.help = "各年度考試"},
	{GET, "/exams/new", new_get, MAY_EXAM_EDIT, .crumb = "分發人員管理/考試資料維護/新增", .help = "新增考試"},
	{POST, "/exams/new", new_post, MAY_EXAM_EDIT, .takes = exam_fields, .help = "新增考試"},
	{GET, "/exams/:exam", one_get, MAY_EXAM_EDIT, .gives = exam_fields, .crumb = "分發人員管理/考試資料維護/修改", .help = "一個考試"},
	{POST, "/exams/:exam", one_post, MAY_EXAM_EDIT, .takes = exam_fields, .help = "修改考試"},
	{POST, "/exams/:exam/remove", remove_post, MAY_EXAM_EDIT, .help = "刪除沒有錄取人員的考試"},
	{0}
};
