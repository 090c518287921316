/* exam.c: see exam.h. */
#include "app/exam/exam.h"

#include <string.h>

#include "app/exam/exam.sql.h"

const struct field exam_fields[] = {
	FIELD(exam, id, INT, KEY, "編號"),
	FIELD(exam, version, INT, KEY, "版本"),
	FIELD(exam, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .hint = "民國年，例如 111"),
	FIELD(exam, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .hint = "三位數字，例如 007"),
	FIELD(exam, exam_name, TEXT, EDIT, "考試名稱", .need = true, .most = 80, .wide = true),
	FIELD(exam, plan, TEXT, EDIT, "訓練計畫", .most = 60, .hint = "計畫檔的代號，例如 113-disabled；沒有計畫檔時留白"),
	FIELD(exam, fee_exempt_exam, BOOL, EDIT, "免繳證書費之考試", .not_sorted = true),
	FIELD(exam, is_promotion, BOOL, EDIT, "升官等訓練", .not_sorted = true),
	FIELD(exam, pass_mark_education, TEXT, EDIT, "教育訓練及格分數", .need = true, .most = 6, .not_sorted = true),
	FIELD(exam, pass_mark_practical, TEXT, EDIT, "實務訓練及格分數", .need = true, .most = 6, .not_sorted = true),
	FIELD(exam, roster_recipient, TEXT, EDIT, "成績清冊函送對象", .need = true, .most = 60, .not_sorted = true),
	FIELD(exam, plan_due_days, INT, EDIT, "計畫表上傳日數", .need = true, .least = 1, .most = 90, .not_sorted = true),
	FIELD(exam, apply_due_days, INT, EDIT, "請證日數", .need = true, .least = 1, .most = 90, .not_sorted = true),
	FIELD(exam, training_supervisor, BOOL, EDIT, "計畫表列「訓練主管」欄", .not_sorted = true),
	FIELD(exam, active, BOOL, EDIT, "啟用", .not_sorted = true),
	FIELD(exam, trainees, INT, SHOW, "錄取人數", .not_sorted = true),
	{0}
};

const struct exam exam_fresh = {.exam_code = "", .exam_name = "", .plan = "", .pass_mark_education = "60.00",
	.pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7, .apply_due_days = 7,
	.training_supervisor = true, .active = true};

const char *exam_label(struct arena *mem, const char *code, const char *name)
{
	return arena_print(mem, "%s-%s", code, name);
}

struct options exam_options(const struct req *r, int64_t year, const char *empty)
{
	struct rows *e = db_run(r->db, &exam_of_year, A(year));
	struct options o = {0};

	if (year && !e->n)                                          /* ACMS-020: why there is nothing to choose */
		options_add(r->mem, &o, "", arena_print(r->mem, "%lld 年度尚無考試資料", (long long)year));
	else if (empty)
		options_add(r->mem, &o, "", empty);
	for (int i = 0; i < e->n; i++)
		options_add(r->mem, &o, row_text(e, i, "exam_code"),
			exam_label(r->mem, row_text(e, i, "exam_code"), row_text(e, i, "exam_name")));
	return o;
}

bool exam_find(struct db *db, struct arena *mem, int64_t year, const char *code, struct exam *to)
{
	struct rows *e = db_run(db, &exam_one, A(year), A(code));

	return record_load(mem, e, exam_fields, to);
}

int64_t exam_newest_year(struct db *db)
{
	struct rows *y = db_run(db, &exam_year_newest);

	return row_int(y, 0, "exam_year");
}

int64_t exam_add(struct db *db, const struct exam *e)
{
	struct rows *put = db_run(db, &exam_put, A(e->exam_year), A(e->exam_code), A(e->exam_name), A(e->plan),
		A(e->fee_exempt_exam), A(e->is_promotion), A(e->pass_mark_education), A(e->pass_mark_practical),
		A(e->roster_recipient), A(e->plan_due_days), A(e->apply_due_days), A(e->training_supervisor), A(e->active));

	return put->n ? row_int(put, 0, "id") : 0;
}

bool exam_code_tidy(struct arena *mem, const char **code)
{
	const char *s = *code;
	int64_t number;

	if (strlen(s) == 3 && strspn(s, "0123456789") == 3)
		return true;
	if (!text_to_int(text_fold(mem, s), 0, 999, &number))
		return false;
	*code = arena_print(mem, "%03lld", (long long)number);
	return true;
}
