/* plan.c: which yearly plan governs an attempt.     PLAN-002, PLAN-004   LAW: 訓練計畫第9點第4款; 訓練辦法§16 */
#include "app/plan/book.h"

#include "app/training/private.h"
#include "app/training/training.sql.h"
#include "base/text.h"

/* The examination that the plan files know by this name; NULL: none. */
static const char *exam_of_name(const char *name)
{
	const struct plans *all = plan_book();

	for (int i = 0; i < all->n; i++)
		if (text_is(all->at[i]->exam_name, name))
			return all->at[i]->exam;
	return NULL;
}

/* A plan that came after the first day governs, but a person is told, who may choose the one before.    PLAN-002 */
static const char *first_reason(struct arena *mem, const struct training *t)
{
	const char *late = !date_set(t->report_date) || plans_on(plan_book(), t->plan->id, t->report_date) ? "" :
		"；該計畫於報到時尚未訂定（PLAN_NOT_YET_ISSUED），得敘明理由改選前一年度之訓練計畫";

	if (t->plan->exam_year != t->admission_year)
		return arena_print(mem, "依考試資料所定之%s%s", t->plan->title, late);
	return arena_print(mem, "當年度訓練，依錄取年度（%d年）之訓練計畫%s", t->admission_year, late);
}

static const char *later_reason(struct arena *mem, const struct training *t)
{
	int year = roc_year(t->report_date);
	const char *what = training_kinds[t->kind].label, *citation = training_cite(t, PLAN_CITE_PLAN_OF_YEAR);

	if (t->plan->exam_year == year)
		return arena_print(mem, "%s，依參加訓練當年度（%d年）之訓練計畫（%s）", what, year, citation);
	return arena_print(mem, "%s，%d年訓練計畫於報到時尚未訂定，依最近之%d年訓練計畫（%s）", what, year, t->plan->exam_year, citation);
}

/* A category that the plan leaves to one of its own: the plan file of the same examination and year that has it; NULL: none is loaded.
 * PLAN-005, PLAN-134   LAW: 112高普第22點第1款 */
static const struct plan *plan_of_category(const struct plan *p, const char *category)
{
	const struct plans *all = plan_book();

	for (int i = 0; i < all->n; i++) {
		const struct plan *other = all->at[i];

		if (other->exam_year == p->exam_year && text_is(other->exam_name, p->exam_name) && !text_is(other->exam, p->exam) &&
				!plan_excludes(other, category))
			return other;
	}
	return NULL;
}

static void leave_to_own_plan(struct training *t, struct arena *mem, const char *category)
{
	const struct plan *general = t->plan;

	t->plan = plan_of_category(general, category);
	t->plan_reason = t->plan ? arena_print(mem, "%s類科另訂訓練計畫（%s）", category, general->citations[PLAN_CITE_EXCLUDED]) :
		arena_print(mem, "%s類科另依法務部擬訂、保訓會核定之訓練計畫辦理（%s）；該訓練計畫檔尚未載入。", category,
			general->citations[PLAN_CITE_EXCLUDED]);
}

void plan_choose(struct db *db, struct training *t)
{
	struct arena *mem = db_arena(db);
	struct rows *r = db_run(db, &training_exam, A(t->admission));
	const struct plan *own = r->n && *row_text(r, 0, "plan") ? plans_find(plan_book(), row_text(r, 0, "plan")) : NULL;
	const char *exam = own ? own->exam : r->n ? exam_of_name(row_text(r, 0, "exam_name")) : NULL;

	t->plan_chosen = false;
	t->plan = own;
	if (t->kind != TRAINING_FIRST)
		t->plan = exam ? plans_for(plan_book(), exam, t->admission_year, t->report_date, false) : NULL;
	if (!t->plan)
		t->plan_reason = "";
	else
		t->plan_reason = t->kind == TRAINING_FIRST ? first_reason(mem, t) : later_reason(mem, t);
	if (t->plan && plan_excludes(t->plan, row_text(r, 0, "exam_category")))
		leave_to_own_plan(t, mem, row_text(r, 0, "exam_category"));
}

const struct plan *training_plan_on(const struct training *t, struct date day)
{
	return t->plan ? plan_book_on(t->plan->id, day) : NULL;
}

bool training_replan(struct db *db, struct training *t, const struct plan *plan, const struct training_news *news, struct issues *issues)
{
	const char *was = t->plan ? t->plan->id : "";

	const char *wrong = !t->attempt ? "尚未輸入報到日期。" : training_touch(db, t) ? NULL : "資料剛才已由他人更新，請重新操作。";

	if (wrong) {
		issue(issues, -1, "plan", "ERR_TEXT_GIVEN", wrong);
		return false;
	}
	if (plan) {
		t->plan = plan;
		t->plan_chosen = true;
		t->plan_reason = news->remark ? news->remark : "";
	} else {
		plan_choose(db, t);
	}
	if (!end_again(db, t, END_CORRECTED, news, issues, -1))
		return false;
	attempt_keep(db, t);
	event_keep(db, t, "plan", was, t->plan ? t->plan->id : "", news);
	change_audit(db, t, "training.plan", arena_print(db_arena(db), "{\"plan\":\"%s\"}", was),
		arena_print(db_arena(db), "{\"plan\":\"%s\"}", t->plan ? t->plan->id : ""), news);
	deadlines_follow(db, t, news);
	return true;
}
