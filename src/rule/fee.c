/* fee.c: see fee.h. */
#include "rule/fee.h"

#include "base/text.h"
#include "rule/rule.h"

enum { PASS_MARK = 60, SCORE_MOST = 100 };

static const char law_exempt[] = "公務人員考試法第21條；考試院各種證書暨證明書規費收費標準", manual[] = "保訓會培訓業務系統操作說明「請領證書繳款」";

/* ---- how much ---- */

/* LAW: 公務人員考試法§21 */
static bool identity_exempts(const char *identity)
{
	static const char *const exempt[] = {"原住民族", "身心障礙人員", "中低收入戶", "低收入戶", "特殊境遇家庭"};

	for (size_t i = 0; i < sizeof(exempt) / sizeof(*exempt); i++)
		if (text_is(exempt[i], identity))
			return true;
	return false;
}

static void exempt(struct verdict *v, struct fee_values *to, const char *by, const char *citation, const char *why)
{
	*to = (struct fee_values){{true, 0}, by};
	verdict_say(v, citation, "%s，免徵證書費，應繳0元", why);
}

static void pay(struct verdict *v, const struct fee_facts *f, struct fee_values *to)
{
	const char *why = "無免徵證書費之事由";

	if (f->is_promotion)
		why = "升官等訓練不適用依身分別免徵";
	else if (identity_exempts(f->identity_type))
		why = arena_print(v->mem, "身分別「%s」未檢附證明文件", f->identity_type);
	else if (f->identity_type)
		why = arena_print(v->mem, "身分別「%s」非免徵證書費之身分", f->identity_type);
	to->amount = (struct maybe_int){true, f->amount};
	verdict_say(v, law_exempt, "%s，應繳%lld元", why, (long long)f->amount);
}

static bool one_examination(struct verdict *v, const struct fee_facts *f)
{
	return !f->exam_code != !v->plan || verdict_malformed(v, "/exam_code",
		"「考試代碼」（exam_code）與「訓練計畫」（plan）應擇一填列");
}

void fee_judge(struct verdict *v, const struct fee_facts *f, struct fee_values *to)
{
	const struct plan_value *by_plan = v->plan && !f->is_promotion && !f->exam_exempt ? verdict_parameter(v, PLAN_FEE_EXEMPT) : NULL;
	bool by_exam = f->exam_exempt || (by_plan && by_plan->yes);

	if (!one_examination(v, f) || v->result == RESULT_PARAM_MISSING || !verdict_count(v, law_exempt, "證書費", f->amount, 0))
		return;
	if (f->is_promotion)
		pay(v, f, to);
	else if (by_exam)
		exempt(v, to, "exam", by_plan && v->plan->citations[PLAN_CITE_CERT_FEE] ? arena_print(v->mem, "%s；%s",
			v->plan->citations[PLAN_CITE_CERT_FEE], manual) : manual, "本考試（身心障礙人員特考、原住民族特考）不需繳費");
	else if (f->proof && identity_exempts(f->identity_type))
		exempt(v, to, "identity", law_exempt, arena_print(v->mem, "身分別「%s」，已檢附證明文件", f->identity_type));
	else
		pay(v, f, to);
}

/* ---- may it be paid ---- */

static bool in_scale(struct verdict *v, struct decimal score, const char *label)
{
	if (decimal_order(score, decimal_of(0)) >= 0 && decimal_order(score, decimal_of(SCORE_MOST)) <= 0)
		return true;
	return verdict_refuse(v, "SCORE_RANGE", manual, "%s應為0至%d分（實際為%s）", label, SCORE_MOST, decimal_text(v->mem, score, 2));
}

/* A score below the mark.  It is shown cut, so that it never looks like the mark. */
static void check_score(struct verdict *v, struct fact_texts *failing, struct decimal score, struct decimal given, const char *fact,
	const char *label)
{
	struct decimal mark = given.known ? given : decimal_of(PASS_MARK);
	bool whole = !decimal_order(decimal_round(mark, 0), mark);

	if (decimal_order(score, mark) >= 0)
		return;
	fact_texts_add(v->mem, failing, fact);
	verdict_say(v, manual, "%s%s分，未達%s分", label, decimal_text(v->mem, score, 2), decimal_text(v->mem, mark, whole ? 0 : 2));
}

void payable_judge(struct verdict *v, const struct payable_facts *f, struct payable_values *to)
{
	struct fact_texts *failing = &to->failing;

	if (!verdict_in_range(v, f->today) || !verdict_in_range(v, f->practical_end) ||
		!in_scale(v, f->education_score, "教育訓練成績") || !in_scale(v, f->practical_score, "實務訓練成績"))
		return;
	fact_texts_none(v->mem, failing);
	if (!date_before(f->practical_end, f->today)) {
		fact_texts_add(v->mem, failing, "not_ended");
		verdict_say(v, manual, "實務訓練迄日%s，未小於今日%s，自%s起得繳費", date_long_text(v->mem, f->practical_end),
			date_long_text(v->mem, f->today), date_long_text(v->mem, date_plus(f->practical_end, 1)));
	}
	check_score(v, failing, f->education_score, f->education_mark, "education_score", "教育訓練成績");
	check_score(v, failing, f->practical_score, f->practical_mark, "practical_score", "實務訓練成績");
	if (f->paid) {
		fact_texts_add(v->mem, failing, "paid");
		verdict_say(v, manual, "已繳費，不得重複繳費");
	}
	if (verdict_found(v, !failing->n))
		verdict_say(v, manual, "實務訓練已於%s期滿，教育訓練及實務訓練成績均及格，得繳費",
			date_long_text(v->mem, f->practical_end));
}

/* ---- where ---- */

void channels_judge(struct verdict *v, const struct channels_facts *f, struct channels_values *to)
{
	static const struct { const char *id; bool after_due; } all[] = {{"convenience_store", false}, {"simple_mart", false},
		{"post_office_counter", true}, {"ctbc_counter", true}, {"online", false}};
	bool overdue = date_before(f->due, f->today);

	if (!verdict_in_range(v, f->today) || !verdict_in_range(v, f->due))
		return;
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (!overdue || all[i].after_due)
			fact_texts_add(v->mem, &to->channels, all[i].id);
	if (overdue)
		verdict_say(v, manual, "今日%s已超過繳款期限%s，不可至超商繳費，需至郵局或中國信託商業銀行臨櫃繳費",
			date_long_text(v->mem, f->today), date_long_text(v->mem, f->due));
	else
		verdict_say(v, manual, "繳款期限%s（含當日）以前，得至便利商店、美廉社、郵局臨櫃、中國信託商業銀行臨櫃繳費，或線上繳費",
			date_long_text(v->mem, f->due));
}

/* ---- the table ---- */

static void fee_rule(struct verdict *v, const void *facts, void *values)
{
	fee_judge(v, facts, values);
}

static void payable_rule(struct verdict *v, const void *facts, void *values)
{
	payable_judge(v, facts, values);
}

static void channels_rule(struct verdict *v, const void *facts, void *values)
{
	channels_judge(v, facts, values);
}

static const char *const exempt_kinds[] = {"exam", "identity", NULL}, *const exempt_kinds_shown[] = {"考試", "身分別", NULL};
static const char *const identity_types[] = {"一般", "原住民族", "身心障礙人員", "中低收入戶", "低收入戶", "特殊境遇家庭", NULL};
static const char *const failings[] = {"not_ended", "education_score", "practical_score", "paid", NULL};
static const char *const failings_shown[] = {"實務訓練尚未期滿", "教育訓練成績不及格", "實務訓練成績不及格", "已繳費", NULL};
static const char *const channel_names[] = {"convenience_store", "simple_mart", "post_office_counter", "ctbc_counter", "online", NULL};
static const char *const channels_shown[] = {"便利商店", "美廉社", "郵局臨櫃", "中國信託商業銀行臨櫃", "線上繳費", NULL};

static const struct fact fee_in[] = {
	FACT(fee_facts, exam_code, TEXT, "考試代碼（與訓練計畫擇一）", .may_be_absent = true),
	FACT(fee_facts, is_promotion, BOOL, "升官等訓練", .may_be_absent = true),
	FACT(fee_facts, identity_type, TEXT, "身分別", .choices = identity_types, .may_be_absent = true),
	FACT(fee_facts, proof, BOOL, "已檢附身分證明文件", .may_be_absent = true),
	FACT(fee_facts, exam_exempt, BOOL, "免繳證書費之考試", .may_be_absent = true),
	FACT(fee_facts, amount, INT, "證書費金額（元）"),
	{0}
}, fee_out[] = {
	FACT(fee_values, amount, MAYBE_INT, "應繳金額（元）"),
	FACT(fee_values, exempt_by, TEXT, "免徵依據", .choices = exempt_kinds, .shown = exempt_kinds_shown),
	{0}
}, payable_in[] = {
	FACT(payable_facts, today, DATE, "今日"),
	FACT(payable_facts, practical_end, DATE, "實務訓練迄日"),
	FACT(payable_facts, education_score, DECIMAL, "教育訓練成績"),
	FACT(payable_facts, practical_score, DECIMAL, "實務訓練成績"),
	FACT(payable_facts, paid, BOOL, "已繳費", .may_be_absent = true),
	{0}
}, payable_out[] = {
	FACT(payable_values, failing, TEXTS, "不符之繳費條件", .choices = failings, .shown = failings_shown),
	{0}
}, channels_in[] = {
	FACT(channels_facts, today, DATE, "今日"),
	FACT(channels_facts, due, DATE, "繳款期限"),
	{0}
}, channels_out[] = {
	FACT(channels_values, channels, TEXTS, "繳款管道", .choices = channel_names, .shown = channels_shown),
	{0}
};

const struct rule fee_rules[] = {
	{"certificate-fee", "證書費", "ACMS-088 ACMS-089 ACMS-090 PLAN-131", RULE_MAY_HAVE_PLAN, fee_in, fee_out, sizeof(struct fee_facts),
		sizeof(struct fee_values), fee_rule},
	{"fee-payable", "請領證書繳費條件", "ACMS-087", RULE_WITHOUT_PLAN, payable_in, payable_out, sizeof(struct payable_facts),
		sizeof(struct payable_values), payable_rule},
	{"slip-channels", "繳費單之繳款管道", "ACMS-092 ACMS-093", RULE_WITHOUT_PLAN, channels_in, channels_out,
		sizeof(struct channels_facts), sizeof(struct channels_values), channels_rule},
	{0}
};
