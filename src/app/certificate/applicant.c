/* applicant.c: a trainee as 請證 sees one, and whether that one may be put on an application.  Knows no page.   ACMS-053 … 064, PLAN-128 */
#include <string.h>

#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "app/plan/book.h"
#include "base/decimal.h"
#include "base/setting.h"
#include "base/text.h"
#include "rule/certificate.h"
#include "rule/fee.h"

const struct code identity_codes[] = {
	{"一般", "一般"}, {"原住民族", "原住民族"}, {"身心障礙人員", "身心障礙人員"}, {"中低收入戶", "中低收入戶"}, {"低收入戶", "低收入戶"},
	{"特殊境遇家庭", "特殊境遇家庭"}, {0}
};

#define HIDDEN(m, K) FIELD(applicant, m, K, MARK, "")

/* A list saved as a file, filled in, is a file that can be sent back (data_file.c). */
const struct field applicant_fields[] = {
	FIELD(applicant, id, INT, KEY, "編號"),
	FIELD(applicant, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(applicant, exam_code, TEXT, SHOW, "考試代碼", .not_sorted = true),
	FIELD(applicant, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(applicant, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(applicant, identity, TEXT, SHOW, "身分別"),
	FIELD(applicant, identity_proof, BOOL, SHOW, "相關證明文件", .not_sorted = true),
	FIELD(applicant, education_score, TEXT, SHOW, "教育訓練成績"),
	FIELD(applicant, score, TEXT, SHOW, "實務訓練成績"),
	FIELD(applicant, practical_start, DATE, SHOW, "實訓期間起", .not_sorted = true),
	FIELD(applicant, practical_end, DATE, SHOW, "實訓期間迄", .not_sorted = true),
	FIELD(applicant, remark, TEXT, SHOW, "備註", .not_sorted = true),
	FIELD(applicant, number, TEXT, SHOW, "申請序號"),
	FIELD(applicant, stage, TEXT, SHOW, "狀態", .not_sorted = true),
	FIELD(applicant, why, TEXT, SHOW, "未能列入申請序號之原因", .not_sorted = true),
	HIDDEN(version, INT), HIDDEN(exam, INT), HIDDEN(agency, INT), HIDDEN(apply_due_days, INT), HIDDEN(serial, INT),
	HIDDEN(exam_name, TEXT), HIDDEN(exam_level, TEXT), HIDDEN(exam_category, TEXT), HIDDEN(agency_name, TEXT),
	HIDDEN(plan, TEXT), HIDDEN(pass_mark_education, TEXT), HIDDEN(pass_mark_practical, TEXT),
	HIDDEN(change_note, TEXT), HIDDEN(change_proof, TEXT), HIDDEN(state, TEXT), HIDDEN(bt_state, TEXT), HIDDEN(serial_state, TEXT),
	FIELD(applicant, sex, CODE, MARK, "", .list = sex_codes), HIDDEN(birth_date, DATE), HIDDEN(report_date, DATE), HIDDEN(end_date, DATE),
	HIDDEN(scored, DATE), HIDDEN(fee_exempt_exam, BOOL),
	HIDDEN(is_promotion, BOOL), HIDDEN(shortened, BOOL), HIDDEN(bt_exempt, BOOL), HIDDEN(extended, BOOL),
	HIDDEN(changed, BOOL), HIDDEN(change_files, INT), HIDDEN(revocations, INT), HIDDEN(paid_on, DATE), HIDDEN(marked, BOOL),
	{0}
};

bool applicant_load(struct db *db, struct arena *mem, int64_t id, int64_t agency, struct applicant *to)
{
	*to = (struct applicant){0};                            /* what is NULL leaves its member as it is */
	return record_load(mem, db_run(db, &applicant_one, A(id), A(agency)), applicant_fields, to);
}

bool score_parse(struct arena *mem, const char *typed, const char **score)
{
	struct decimal d;

	if (!decimal_parse(text_fold(mem, typed), &d) || decimal_order(d, decimal_of(0)) < 0 || decimal_order(d, decimal_of(100)) > 0 ||
			decimal_order(d, decimal_round(d, 2)))
		return false;
	*score = decimal_text(mem, d, 2);
	return true;
}

bool score_passes(const char *score, const char *mark)
{
	struct decimal a, b;

	return decimal_parse(score, &a) && decimal_parse(mark, &b) && decimal_order(a, b) >= 0;
}

/* ---- may this one be put on an application? ---- */

static void lack(struct lacks *l, const char *code, const char *field, const char *words, const char *citation)
{
	if (l->n < (int)(sizeof l->at / sizeof *l->at))
		l->at[l->n++] = (struct lack){code, field, words, citation, text_is(code, "ERR_NOT_ENDED") || text_is(code, "ERR_NOT_PASSED")};
}

static const char manual[] = "保訓會培訓業務系統操作說明";

static void entered(struct lacks *l, const struct applicant *a)
{
	if (!*a->identity)
		lack(l, "ERR_INCOMPLETE", "身分別", "「身分別」尚未填寫", "");
	if (!*a->score)
		lack(l, "ERR_INCOMPLETE", "實務訓練成績", "「實務訓練成績」尚未填寫", "");
	if (!date_set(a->practical_start) || !date_set(a->practical_end))
		lack(l, "ERR_INCOMPLETE", "實訓期間", "「實訓期間」尚未填寫", "");
}

static int bt_status_of(const struct applicant *a)
{
	static const struct { enum bt_state state; enum bt_status status; } same[] = {
		{BT_PASSED, BT_IS_PASSED}, {BT_EXEMPT, BT_IS_EXEMPT}, {BT_DONE, BT_IS_COMPLETED}, {BT_ONLINE_DONE, BT_IS_ONLINE_COMPLETED},
		{BT_WAIVED, BT_IS_WAIVED}, {BT_FAILED, BT_IS_FAILED}, {BT_FAILED_FINAL, BT_IS_FAILED},
	};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		if (text_is(bt_states[same[i].state].id, a->bt_state))
			return same[i].status;
	if (a->bt_exempt)
		return BT_IS_EXEMPT;
	return !*a->education_score ? BT_IS_OPEN : score_passes(a->education_score, a->pass_mark_education) ? BT_IS_PASSED : BT_IS_FAILED;
}

static bool in_state(const struct applicant *a, enum training_state state)
{
	return text_is(training_states[state].id, a->state);
}

/* 評定及格 by the rating, or, where none was begun here, by the score that the head gave on paper. */
static bool practical_passed(const struct applicant *a)
{
	if (in_state(a, RATING) || in_state(a, WITH_COMMISSION) || in_state(a, EXTENDED))
		return false;
	return in_state(a, PASSED) || score_passes(a->score, a->pass_mark_practical);
}

static bool is_unproved(const struct applicant *a)
{
	return a->changed && (!*a->change_proof || !a->change_files);
}

static struct date last_day(const struct applicant *a)
{
	return date_set(a->end_date) ? a->end_date : a->practical_end;
}

/* The points of the rule, each with the message that the operation manual has for it. */
static void by_plan(struct arena *mem, struct lacks *l, const struct applicant *a, const struct plan *plan, struct date today)
{
	struct verdict v = verdict_new(mem, plan, NULL);
	struct ready_facts facts = {.today = today, .end = last_day(a), .pt_passed = practical_passed(a), .bt_status = bt_status_of(a)};
	struct ready_values to = {0};

	if (in_state(a, REVOKE_FILED) || a->revocations)
		fact_texts_add(mem, &facts.open, "revocation");
	if (in_state(a, STOPPED) || in_state(a, RETRAIN_REQUESTED))
		fact_texts_add(mem, &facts.open, "stop");
	if (is_unproved(a))
		fact_texts_add(mem, &facts.open, "data_correction");
	ready_judge(&v, &facts, &to);
	for (int i = 0; i < v.reasons_n && v.result != RESULT_MET; i++) {
		const char *id = i < to.failing.n ? to.failing.at[i] : "";
		const char *code = text_is(id, "not_ended") ? "ERR_NOT_ENDED" : text_is(id, "pt_not_passed") ? "ERR_NOT_PASSED" : "ERR_NOT_READY";

		lack(l, code, text_is(code, "ERR_NOT_PASSED") ? "實務訓練" : NULL, v.reasons[i].text, v.reasons[i].citation);
		if (l->n && text_is(id, "bt_not_final"))
			l->at[l->n - 1].training = true;
	}
}

static void by_manual(struct lacks *l, const struct applicant *a, struct date today)
{
	if (!date_before(a->practical_end, today))
		lack(l, "ERR_NOT_ENDED", NULL, "實務訓練迄日尚未屆滿", manual);
	if (!score_passes(a->education_score, a->pass_mark_education))
		lack(l, "ERR_NOT_PASSED", "教育訓練", *a->education_score ? "教育訓練成績未及格" : "教育訓練成績尚未登錄", manual);
	if (*a->score && !practical_passed(a))
		lack(l, "ERR_NOT_PASSED", "實務訓練", "實務訓練成績未及格", manual);
	if (is_unproved(a))
		lack(l, "ERR_NOT_READY", NULL, "資料變更未檢附證明文件", manual);
}

struct lacks applicant_lacks(struct arena *mem, const struct applicant *a, struct date today, int64_t serial)
{
	const struct plan *plan = plan_book_on(a->plan, a->report_date);
	struct lacks l = {0};

	if (a->serial && a->serial != serial) {
		lack(&l, "ERR_IN_SERIAL", a->number, arena_print(mem, "已列入申請序號 %s", a->number), "");
		return l;
	}
	entered(&l, a);
	if (plan && date_set(last_day(a)))
		by_plan(mem, &l, a, plan, today);
	else if (date_set(a->practical_end))
		by_manual(&l, a, today);
	if (plan && date_set(a->end_date) && date_set(a->practical_end) && date_before(a->end_date, today) && !date_before(a->practical_end, today))
		lack(&l, "ERR_NOT_ENDED", NULL, "實務訓練迄日尚未屆滿", manual);
	return l;
}

struct lacks lacks_at_entry(const struct lacks *all)
{
	struct lacks l = {0};

	for (int i = 0; i < all->n; i++)
		if (!all->at[i].training || setting_on("serial.early"))
			l.at[l.n++] = all->at[i];
	return l;
}

const char *lacks_words(struct arena *mem, const struct lacks *l)
{
	struct text t = text_new(mem, 1 << 16);

	for (int i = 0; i < l->n; i++)
		text_print(&t, *l->at[i].citation ? "%s%s（%s）" : "%s%s", i ? "；" : "", l->at[i].words, l->at[i].citation);
	return t.n ? t.at : "";
}

void lacks_say(struct issues *to, const struct applicant *a, const struct lacks *l, int row)
{
	const char *line = arena_print(to->mem, "%d", row + 1);

	for (int i = 0; i < l->n; i++) {
		const struct lack *x = &l->at[i];

		if (text_is(x->code, "ERR_IN_SERIAL"))
			issue(to, row, "tick", "ERR_IN_SERIAL", a->name, x->field);
		else if (text_is(x->code, "ERR_NOT_ENDED"))
			issue(to, row, "tick", "ERR_NOT_ENDED", line, a->name,
				date_text(to->mem, date_set(a->practical_end) ? a->practical_end : a->end_date));
		else if (text_is(x->code, "ERR_NOT_READY"))
			issue(to, row, "tick", "ERR_NOT_READY", line, a->name, x->words, x->citation);
		else
			issue(to, row, "tick", x->code, line, a->name, x->field);
	}
}

/* ---- 備註 ---- */

static void remark_add(struct text *t, const char *words)
{
	if (*words)
		text_print(t, "%s%s", t->n ? "；" : "", words);
}

/* NULL: the fee is to be paid. */
static const char *exempt_by(struct arena *mem, const struct applicant *a)
{
	const struct plan *plan = plan_book_on(a->plan, a->report_date);
	struct verdict v = verdict_new(mem, a->fee_exempt_exam ? NULL : plan, NULL);
	struct fee_facts facts = {.exam_code = v.plan ? NULL : a->exam_code, .is_promotion = a->is_promotion, .identity_type = a->identity,
		.proof = a->identity_proof, .exam_exempt = a->fee_exempt_exam};
	struct fee_values to = {0};

	fee_judge(&v, &facts, &to);
	return to.exempt_by;
}

static const char *fee_words(struct arena *mem, const struct applicant *a)
{
	const char *which = strstr(a->exam_name, "身心障礙") ? "身心障礙人員考試" : strstr(a->exam_name, "原住民") ? "原住民族考試" : "本考試";
	const char *by = exempt_by(mem, a);

	return by ? arena_print(mem, "%s，無須繳納證書費用", text_is(by, "exam") ? which : a->identity) : "";
}

const char *applicant_fee(struct arena *mem, const struct applicant *a, struct date today)
{
	if (date_set(a->paid_on))
		return arena_print(mem, "已繳費 %s", date_text(mem, a->paid_on));
	if (exempt_by(mem, a))
		return "免繳";
	return *a->score && date_set(a->practical_end) && date_before(a->practical_end, today) ? "未繳" : "";
}

const char *applicant_remark(struct arena *mem, const struct applicant *a)
{
	struct text t = text_new(mem, 1 << 14);

	remark_add(&t, a->bt_exempt || text_is(a->bt_state, bt_states[BT_EXEMPT].id) ? "免除基礎訓練" : "");
	remark_add(&t, a->shortened ? "縮短實務訓練期間" : "");
	remark_add(&t, a->extended ? "延長實務訓練期間" : "");
	remark_add(&t, fee_words(mem, a));
	remark_add(&t, a->changed ? arena_print(mem, "資料變更：%s%s", a->change_note,
		*a->change_proof ? arena_print(mem, "（附%s）", a->change_proof) : "") : "");
	remark_add(&t, a->remark);
	return t.n ? t.at : "";
}
