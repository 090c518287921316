/* guidance.c: see guidance.h. */
#include "rule/guidance.h"

#include "rule/rule.h"

enum { MONTHS_MOST = 1200 };

/* ---- a record a month ---- */

/* How many records have their day within it. */
static int records_within(const struct fact_dates *records, struct date from, struct date to)
{
	int n = 0;

	for (int i = 0; i < records->n; i++)
		n += !date_before(records->at[i], from) && !date_before(to, records->at[i]);
	return n;
}

/* Month k of the training goes from the day after month k - 1 to period_end(start, k, m), or to the end of the training. */
static bool check_months(struct verdict *v, const struct guidance_gaps_facts *f, int64_t least, struct fact_texts *missing)
{
	const char *citation = verdict_cited(v, PLAN_CITE_GUIDE_RECORD);
	struct date from = f->start;
	int months = 0;

	for (int k = 1; !date_before(f->end, from); k++) {
		struct date last = period_end(f->start, (struct period){k, 'm'});
		int found;

		if (k > MONTHS_MOST || !verdict_in_range(v, last))
			return verdict_refuse(v, "BAD_PERIOD", citation, "期間錯誤：訓練期間逾%d個月", MONTHS_MOST);
		last = date_before(f->end, last) ? f->end : last;
		found = records_within(&f->records, from, last);
		if (found < least) {
			fact_texts_add(v->mem, missing, arena_print(v->mem, "record:%d", k));
			verdict_say(v, citation, "第%d個月（%s至%s）應有輔導紀錄表%lld份，現有%d份", k, date_long_text(v->mem, from),
				date_long_text(v->mem, last), (long long)least, found);
		}
		months = k;
		from = date_plus(last, 1);
	}
	if (!missing->n)
		verdict_say(v, citation, "訓練期間計%d個月，每月輔導紀錄表齊全", months);
	return true;
}

/* ---- the least of each method ---- */

static void check_method(struct verdict *v, int64_t least, int64_t done, const char *fact, const char *what, struct fact_texts *missing)
{
	if (done >= least)
		return;
	fact_texts_add(v->mem, missing, fact);
	verdict_say(v, verdict_cited(v, PLAN_CITE_GUIDE_METHODS), "%s至少%lld，現有%lld", what, (long long)least, (long long)done);
}

/* A plan that leaves one open (its annex is not known) is asked for the records alone.
 * LAW: 113身障附件5填表說明三, 附件6填表說明二 */
static void check_methods(struct verdict *v, const struct guidance_methods *m, struct fact_texts *missing)
{
	const struct { enum plan_key least; int64_t done; const char *fact, *what; } methods[] = {
		{PLAN_OBSERVE_LEAST, m->observed, "observed", "工作觀摩業務項數"},
		{PLAN_CASES_LEAST, m->cases, "cases", "專業課程訓練或輔導實際個案數"},
		{PLAN_TALKS_MID_LEAST, m->talks_mid, "talks_mid", "期中個別會談次數"},
		{PLAN_TALKS_FINAL_LEAST, m->talks_final, "talks_final", "期末個別會談次數"},
	};
	enum { N = sizeof(methods) / sizeof(*methods) };
	int before = missing->n;

	for (int i = 0; i < N; i++)
		verdict_parameter(v, methods[i].least);
	if (v->result == RESULT_PARAM_MISSING)
		return;
	if (!m->orientation) {
		fact_texts_add(v->mem, missing, "orientation");
		verdict_say(v, verdict_cited(v, PLAN_CITE_GUIDE_METHODS), "職前講習尚未辦理");
	}
	for (int i = 0; i < N; i++)
		check_method(v, plan_value(v->plan, methods[i].least)->n, methods[i].done, methods[i].fact, methods[i].what, missing);
	if (missing->n == before)
		verdict_say(v, verdict_cited(v, PLAN_CITE_GUIDE_METHODS), "各輔導方式均達最低次數");
}

static bool makes_sense(struct verdict *v, const struct guidance_gaps_facts *f)
{
	const char *citation = verdict_cited(v, PLAN_CITE_GUIDE_METHODS);
	const struct guidance_methods *m = f->methods;

	if (!verdict_in_range(v, f->start) || !verdict_in_range(v, f->end))
		return false;
	if (date_before(f->end, f->start))
		return verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：訓練期滿日%s早於起日%s", date_long_text(v->mem, f->end),
			date_long_text(v->mem, f->start));
	return verdict_count(v, citation, "工作觀摩業務項數", m->observed, 0) && verdict_count(v, citation, "實際個案數", m->cases, 0) &&
		verdict_count(v, citation, "期中個別會談次數", m->talks_mid, 0) &&
		verdict_count(v, citation, "期末個別會談次數", m->talks_final, 0);
}

void guidance_gaps_judge(struct verdict *v, const struct guidance_gaps_facts *f, struct guidance_gaps_values *to)
{
	const struct plan_value *least = verdict_parameter(v, PLAN_RECORDS_A_MONTH);

	if (!least || !makes_sense(v, f))
		return;
	fact_texts_none(v->mem, &to->missing);
	if (check_months(v, f, least->n, &to->missing))
		check_methods(v, f->methods, &to->missing);
	else
		to->missing = (struct fact_texts){0};
}

/* ---- anomalies ---- */

void anomaly_judge(struct verdict *v, const struct anomaly_facts *f, struct anomaly_values *to)
{
	const struct plan_value *within, *counted;
	struct act_deadline due;

	if (!verdict_in_range(v, f->known_on))
		return;
	to->notify_by = f->known_on;
	verdict_say(v, verdict_cited(v, PLAN_CITE_ANOMALY), "應於事發或知悉當日%s通報，遇例假日不順延", date_long_text(v->mem, f->known_on));
	if ((within = verdict_parameter(v, PLAN_ANOMALY_WITHIN)) && (counted = verdict_parameter(v, PLAN_ANOMALY_COUNTED)) &&
		verdict_deadline(v, verdict_cited(v, PLAN_CITE_ANOMALY_WRITTEN), f->known_on, within->length,
			(enum counting)counted->counting, &due))
		to->report_by = due.due;
}

/* ---- the table ---- */

static void guidance_gaps_rule(struct verdict *v, const void *facts, void *values)
{
	guidance_gaps_judge(v, facts, values);
}

static void anomaly_rule(struct verdict *v, const void *facts, void *values)
{
	anomaly_judge(v, facts, values);
}

/* A month's record is named with its number. */
static const char *const gaps[] = {"record:", "orientation", "observed", "cases", "talks_mid", "talks_final", NULL};
static const char *const gaps_shown[] = {"輔導紀錄表：訓練月份", "職前講習", "工作觀摩", "專業課程訓練或輔導", "期中個別會談", "期末個別會談", NULL};

static const struct fact methods_facts[] = {
	FACT(guidance_methods, orientation, BOOL, "職前講習"),
	FACT(guidance_methods, observed, INT, "工作觀摩業務項數"),
	FACT(guidance_methods, cases, INT, "實際個案數"),
	FACT(guidance_methods, talks_mid, INT, "期中個別會談次數"),
	FACT(guidance_methods, talks_final, INT, "期末個別會談次數"),
	{0}
}, gaps_in[] = {
	FACT(guidance_gaps_facts, start, DATE, "訓練起日"),
	FACT(guidance_gaps_facts, end, DATE, "訓練期滿日"),
	FACT(guidance_gaps_facts, records, DATES, "輔導紀錄表之末日"),
	FACT_OF(guidance_gaps_facts, methods, guidance_methods, "輔導方式", methods_facts),
	{0}
}, gaps_out[] = {
	FACT(guidance_gaps_values, missing, TEXTS, "尚缺之項目", .choices = gaps, .shown = gaps_shown),
	{0}
}, anomaly_in[] = {
	FACT(anomaly_facts, known_on, DATE, "事發或知悉日"),
	{0}
}, anomaly_out[] = {
	FACT(anomaly_values, notify_by, DATE, "通報末日"),
	FACT(anomaly_values, report_by, DATE, "書面通報末日"),
	{0}
};

const struct rule guidance_rules[] = {
	{"guidance-gaps", "輔導紀錄及輔導方式之缺漏", "PLAN-079 PLAN-080 PLAN-081", RULE_NEEDS_PLAN, gaps_in, gaps_out,
		sizeof(struct guidance_gaps_facts), sizeof(struct guidance_gaps_values), guidance_gaps_rule},
	{"anomaly-due", "特殊異常情事之通報期限", "PLAN-084 PLAN-085", RULE_NEEDS_PLAN, anomaly_in, anomaly_out,
		sizeof(struct anomaly_facts), sizeof(struct anomaly_values), anomaly_rule},
	{0}
};
