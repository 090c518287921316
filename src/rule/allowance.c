/* allowance.c: see allowance.h. */
#include "rule/allowance.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

enum { ROC_YEAR_LAST = 1000, LIMIT_DAYS_MOST = 366 };

/* ---- the level ---- */

void allowance_judge(struct verdict *v, const struct allowance_facts *f, struct allowance_values *to)
{
	const struct plan_value *table = verdict_parameter(v, PLAN_ALLOWANCE);
	const struct plan_allowance *row = table ? table->rows.at : NULL;

	if (!table)
		return;
	for (int i = 0; i < table->rows.n; i++)
		if (text_is(row[i].level, f->level))
			to->grade = row[i].grade;
	if (to->grade)
		verdict_say(v, verdict_cited(v, PLAN_CITE_ALLOWANCE), "%s錄取人員，津貼比照%s俸給", f->level, to->grade);
	else
		verdict_param_missing(v, plan_key_name(PLAN_ALLOWANCE));
}

/* ---- the deduction ---- */

/* One kind of absence; the hours beyond a limit that is given in billionths of an hour. */
static const struct deduction_kind *deduct(struct verdict *v, struct deduction_values *to, const char *label, int64_t hours,
	struct decimal limit, int64_t a_day)
{
	struct deduction_kind *k = arena_get(v->mem, sizeof(*k));
	int64_t beyond = hours - limit.n / decimal_of(1).n, full;

	if (limit.n % decimal_of(1).n)
		beyond--;
	if (beyond < 0)
		beyond = 0;
	full = beyond / a_day;
	*k = (struct deduction_kind){full, beyond % a_day};
	to->days = (struct maybe_int){true, to->days.n + full};
	verdict_say(v, verdict_cited(v, PLAN_CITE_DEDUCT), "%s%lld小時，扣除%lld日，餘%lld小時", label, (long long)beyond, (long long)full,
		(long long)k->rest_hours);
	return k;
}

static bool is_good(struct verdict *v, const struct deduction_facts *f)
{
	const char *citation = verdict_cited(v, PLAN_CITE_DEDUCT);
	const struct decimal limit = f->personal_leave_limit_days;

	if (!verdict_count(v, citation, "曠課時數", f->truancy_hours, 0) || !verdict_count(v, citation, "曠職時數", f->absence_hours, 0) ||
		!verdict_count(v, citation, "事假時數", f->personal_leave_hours, 0))
		return false;
	return !limit.known || (limit.n >= 0 && decimal_order(limit, decimal_of(LIMIT_DAYS_MOST)) <= 0) ||
		verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：事假規定日數應為0日至%d日", LIMIT_DAYS_MOST);
}

void deduction_judge(struct verdict *v, const struct deduction_facts *f, struct deduction_values *to)
{
	static const struct decimal none = {true, 0};
	const struct plan_value *hours = verdict_parameter(v, PLAN_DEDUCT_HOURS);
	struct decimal limit;
	struct deduction_kinds *kinds;

	if (!hours || !is_good(v, f))
		return;
	limit = decimal_times(f->personal_leave_limit_days, (int)hours->n);
	kinds = arena_get(v->mem, sizeof(*kinds));
	to->by_kind = kinds;
	kinds->truancy = deduct(v, to, "曠課", f->truancy_hours, none, hours->n);
	kinds->absence = deduct(v, to, "曠職", f->absence_hours, none, hours->n);
	if (limit.known)
		kinds->personal_leave = deduct(v, to, "事假超過規定日數", f->personal_leave_hours, limit, hours->n);
	else
		verdict_say(v, verdict_cited(v, PLAN_CITE_DEDUCT), "未提供事假規定日數，事假未予計算");
}

/* ---- insurance ---- */

static bool covers(const struct plan_years *row, int64_t year)
{
	return (!row->from.known || row->from.n <= year) && (!row->until.known || year <= row->until.n);
}

/* Years that end are those of earlier admissions: who is trained then is trained again. */
static bool is_first(const struct plan_years *row)
{
	return !row->until.known;
}

void insurance_judge(struct verdict *v, const struct insurance_facts *f, struct insurance_values *to)
{
	const struct plan_value *table = verdict_parameter(v, PLAN_INSURANCE);
	const char *citation = verdict_cited(v, PLAN_CITE_INSURANCE);
	const struct plan_years *row = NULL;

	if (!table)
		return;
	if (f->admission_year < 1 || f->admission_year > ROC_YEAR_LAST) {
		verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：錄取年度應為民國1年至%d年", ROC_YEAR_LAST);
		return;
	}
	for (int i = 0; i < table->rows.n && !row; i++)
		if (covers((const struct plan_years *)table->rows.at + i, f->admission_year))
			row = (const struct plan_years *)table->rows.at + i;
	if (!row) {
		verdict_param_missing(v, plan_key_name(PLAN_INSURANCE));
	} else if (f->kind == INSURANCE_FIRST && !is_first(row)) {
		verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：民國%lld年錄取者僅得為補訓或重新訓練", (long long)f->admission_year);
	} else {
		for (int i = 0; i < row->schemes.n; i++)
			fact_texts_add(v->mem, &to->schemes, row->schemes.at[i]);
		verdict_say(v, citation, "民國%lld年錄取%s，參加%s及%s", (long long)f->admission_year,
			f->kind == INSURANCE_FIRST ? "" : f->kind == INSURANCE_MAKEUP ? "補訓" : "重新訓練", row->schemes.at[0],
			row->schemes.at[row->schemes.n - 1]);
	}
}

/* ---- the table ---- */

static void allowance_rule(struct verdict *v, const void *facts, void *values)
{
	allowance_judge(v, facts, values);
}

static void deduction_rule(struct verdict *v, const void *facts, void *values)
{
	deduction_judge(v, facts, values);
}

static void insurance_rule(struct verdict *v, const void *facts, void *values)
{
	insurance_judge(v, facts, values);
}

static const char *const kinds[] = {"first", "makeup", "retrain", NULL}, *const kinds_shown[] = {"當年度訓練", "補訓", "重新訓練", NULL};

static const struct fact allowance_in[] = {
	FACT(allowance_facts, level, TEXT, "考試等級", .of_plan = PLAN_LEVELS),
	{0}
}, allowance_out[] = {
	FACT(allowance_values, grade, TEXT, "津貼比照等級"),
	{0}
}, deduction_in[] = {
	FACT(deduction_facts, truancy_hours, INT, "曠課時數"),
	FACT(deduction_facts, absence_hours, INT, "曠職時數"),
	FACT(deduction_facts, personal_leave_hours, INT, "事假時數"),
	FACT(deduction_facts, personal_leave_limit_days, DECIMAL, "事假規定日數", .may_be_absent = true, .places = 1),
	{0}
}, deduction_kind_facts[] = {
	FACT(deduction_kind, days, INT, "扣除日數"),
	FACT(deduction_kind, rest_hours, INT, "餘時數"),
	{0}
}, deduction_kinds_facts[] = {
	FACT_OF(deduction_kinds, truancy, deduction_kind, "曠課", deduction_kind_facts),
	FACT_OF(deduction_kinds, absence, deduction_kind, "曠職", deduction_kind_facts),
	FACT_OF(deduction_kinds, personal_leave, deduction_kind, "事假", deduction_kind_facts),
	{0}
}, deduction_out[] = {
	FACT(deduction_values, days, MAYBE_INT, "扣除日數合計"),
	FACT_OF(deduction_values, by_kind, deduction_kinds, "各類", deduction_kinds_facts),
	{0}
}, insurance_in[] = {
	FACT(insurance_facts, admission_year, INT, "錄取年度"),
	FACT(insurance_facts, kind, CHOICE, "訓練種類", .choices = kinds, .shown = kinds_shown),
	{0}
}, insurance_out[] = {
	FACT(insurance_values, schemes, TEXTS, "應參加之保險"),
	{0}
};

const struct rule allowance_rules[] = {
	{"allowance", "津貼比照等級", "PLAN-068", RULE_NEEDS_PLAN, allowance_in, allowance_out, sizeof(struct allowance_facts),
		sizeof(struct allowance_values), allowance_rule},
	{"allowance-deduction", "津貼扣除日數", "PLAN-071", RULE_NEEDS_PLAN, deduction_in, deduction_out, sizeof(struct deduction_facts),
		sizeof(struct deduction_values), deduction_rule},
	{"insurance", "受訓人員保險", "PLAN-073", RULE_NEEDS_PLAN, insurance_in, insurance_out, sizeof(struct insurance_facts),
		sizeof(struct insurance_values), insurance_rule},
	{0}
};
