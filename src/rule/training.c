/* training.c: see training.h. */
#include "rule/training.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

enum { FORM_DAYS_WITHOUT_PLAN = 7, OFFICE_DAYS_MOST = 3660 };

static const char law_leave[] = "訓練辦法第31條";

/* ---- the last day of training ---- */

/* What has been reckoned so far. */
struct reckoning {
	struct verdict *v;
	const struct plan_value *period;
	struct date end;
	int extensions, retrainings;
};

/* Each of those that this file asks for is in every plan that is loaded (plan_check.c). */
static const char *cited(const struct verdict *v, enum plan_citation c)
{
	return v->plan->citations[c];
}

static bool conflict(const struct reckoning *r, const char *citation, const char *why)
{
	return verdict_refuse(r->v, "LEDGER_CONFLICT", citation, "資料衝突：目前期滿日為%s，%s", date_long_text(r->v->mem, r->end), why);
}

/* The n-th office day from a day on. */
static struct date office_end(struct verdict *v, struct date from, int n)
{
	bool provisional = false;
	struct date d = calendar_office_day(v->calendar, from, &provisional);

	for (int i = 1; i < n && date_set(d); i++)
		d = calendar_office_day(v->calendar, date_plus(d, 1), &provisional);
	v->used = provisional || v->used == CALENDAR_WEEKENDS_ONLY ? CALENDAR_WEEKENDS_ONLY : CALENDAR_OFFICIAL;
	return d;
}

static bool extend(struct reckoning *r, const struct ledger_row *row, struct date end)
{
	const struct plan_value *times = plan_value(r->v->plan, PLAN_EXTEND_TIMES);
	const char *citation = cited(r->v, PLAN_CITE_EXTEND);

	if (!times->known)
		return verdict_param_missing(r->v, plan_key_name(PLAN_EXTEND_TIMES));
	if (++r->extensions > times->n)
		return verdict_refuse(r->v, "OVER_MAX", citation, "超過規定上限：延長實務訓練以%d次為限", (int)times->n);
	if (date_before(period_end(row->from, r->period->length), end))
		return verdict_refuse(r->v, "OVER_MAX", citation, "超過規定上限：延長期間不得逾原訓練期間%s，至遲%s",
			period_text(r->v->mem, r->period->length), date_long_text(r->v->mem, period_end(row->from, r->period->length)));
	verdict_say(r->v, citation, "延長實務訓練%s，自文到次日%s起算，期滿日%s", period_text(r->v->mem, row->length),
		date_long_text(r->v->mem, row->from), date_long_text(r->v->mem, end));
	return true;
}

static bool retrain(struct reckoning *r, const struct ledger_row *row, struct date end)
{
	const struct plan_value *times = plan_value(r->v->plan, PLAN_SELF_FUNDED_TIMES);
	const char *citation = cited(r->v, PLAN_CITE_SELF_FUNDED);

	if (++r->retrainings > times->n)
		return verdict_refuse(r->v, "OVER_MAX", citation, "超過規定上限：自費重新訓練以%d次為限", (int)times->n);
	if (!date_same(row->from, date_plus(r->end, 1)))
		return conflict(r, citation, "自費重新訓練應自原訓期屆滿日之翌日起加計");
	verdict_say(r->v, citation, "自費重新訓練加計%s，自原訓期屆滿日之翌日%s起算，期滿日%s", period_text(r->v->mem, row->length),
		date_long_text(r->v->mem, row->from), date_long_text(r->v->mem, end));
	return true;
}

static bool leave(struct reckoning *r, const struct ledger_row *row, struct date end)
{
	const char *citation = arena_print(r->v->mem, "%s；%s", cited(r->v, PLAN_CITE_LEAVE), law_leave);

	if (!date_before(r->end, row->from))
		return conflict(r, citation, "請假相對延長應自期滿日之翌日或銷假之日起算");
	verdict_say(r->v, citation, "請假相對延長實務訓練%s（%s），自%s起算，期滿日%s", period_text(r->v->mem, row->length),
		row->counted_in == LEDGER_OFFICE ? "以辦公日計" : "以日曆日計", date_long_text(r->v->mem, row->from),
		date_long_text(r->v->mem, end));
	if (row->counted_in == LEDGER_OFFICE && r->v->used == CALENDAR_WEEKENDS_ONLY)
		verdict_say(r->v, citation, "暫算（未載入該年行事曆，僅以星期六、日為休息日）");
	return true;
}

static bool apply(struct reckoning *r, const struct ledger_row *row)
{
	static bool (*const kinds[])(struct reckoning *, const struct ledger_row *, struct date) = {
		[LEDGER_EXTENSION] = extend, [LEDGER_BT_RETRAIN] = retrain, [LEDGER_LEAVE] = leave,
	};
	bool in_office_days = row->counted_in == LEDGER_OFFICE;
	struct date end;

	if (in_office_days && (row->kind != LEDGER_LEAVE || row->length.unit != 'd'))
		return verdict_refuse(r->v, "BAD_DATA", law_leave, "資料錯誤：僅請假相對延長之日數得以辦公日計");
	if (in_office_days && row->length.n > OFFICE_DAYS_MOST)
		return verdict_refuse(r->v, "BAD_PERIOD", law_leave, "期間錯誤：%s", period_text(r->v->mem, row->length));
	end = in_office_days ? office_end(r->v, row->from, row->length.n) : period_end(row->from, row->length);
	if (!verdict_in_range(r->v, row->from) || !verdict_in_range(r->v, end) || !kinds[row->kind](r, row, end))
		return false;
	if (!date_before(r->end, end))
		return conflict(r, cited(r->v, PLAN_CITE_PERIOD), arena_print(r->v->mem, "%s未較晚", date_long_text(r->v->mem, end)));
	r->end = end;
	return true;
}

/* A plan without self-funded re-training has no such row, whatever else the ledger says. */
static bool all_in_plan(struct verdict *v, const struct fact_rows *ledger)
{
	const struct ledger_row *row = ledger->at;
	const struct plan_value *allowed = plan_value(v->plan, PLAN_SELF_FUNDED);

	for (int i = 0; i < ledger->n; i++)
		if (row[i].kind == LEDGER_BT_RETRAIN && !(allowed->known && allowed->yes))
			return verdict_not_in_plan(v, "本訓練計畫無自費重新訓練之規定");
	return true;
}

static void say_period(const struct reckoning *r, const struct training_end_facts *f)
{
	struct verdict *v = r->v;
	const char *citation = cited(v, f->shortened ? PLAN_CITE_PERIOD_SHORTENED : f->bt_exempt ? PLAN_CITE_PERIOD_EXEMPTED :
		PLAN_CITE_PERIOD);

	verdict_say(v, citation, "自%s報到，%s%s，期滿日%s", date_long_text(v->mem, f->report_date),
		f->shortened ? "縮短實務訓練為" : f->bt_exempt ? "免除基礎訓練，實務訓練" : "訓練",
		period_text(v->mem, r->period->length), date_long_text(v->mem, r->end));
}

void training_end_judge(struct verdict *v, const struct training_end_facts *f, struct training_end_values *to)
{
	enum plan_key key = f->shortened ? PLAN_PERIOD_SHORTENED : f->bt_exempt ? PLAN_PERIOD_EXEMPTED : PLAN_PERIOD_TOTAL;
	struct reckoning r = {.v = v, .period = plan_value(v->plan, key)};
	const struct plan_value *counted = plan_value(v->plan, PLAN_PERIOD_COUNTED);
	const struct ledger_row *row = f->ledger.at;

	if (!all_in_plan(v, &f->ledger))
		return;
	if (!r.period->known || !counted->known) {
		verdict_param_missing(v, plan_key_name(r.period->known ? PLAN_PERIOD_COUNTED : key));
		return;
	}
	r.end = period_end(counted->counting == COUNT_NEXT_DAY ? date_plus(f->report_date, 1) : f->report_date, r.period->length);
	if (!verdict_in_range(v, f->report_date) || !verdict_in_range(v, r.end))
		return;
	say_period(&r, f);
	for (int i = 0; i < f->ledger.n; i++)
		if (!apply(&r, &row[i]))
			return;
	*to = (struct training_end_values){f->report_date, r.end};
}

/* ---- the plan form ---- */

static const char manual[] = "保訓會培訓業務系統操作說明「上傳實務訓練計畫表」（報到7日內）";

/* The point, and what the length rests on where the plan's own text does not give it. */
static const char *form_source(struct verdict *v, const struct plan_value *within)
{
	return within->source ? arena_print(v->mem, "%s（%s）", cited(v, PLAN_CITE_PLAN_FORM), within->source) :
		cited(v, PLAN_CITE_PLAN_FORM);
}

static bool form_deadline(struct verdict *v, struct date report, struct act_deadline *due)
{
	static const struct period without_plan = {FORM_DAYS_WITHOUT_PLAN, 'd'};
	const struct plan_value *within, *counted;

	if (!verdict_in_range(v, report))
		return false;
	if (!v->plan)
		return verdict_deadline(v, manual, report, without_plan, COUNT_NEXT_DAY, due);
	within = plan_value(v->plan, PLAN_FORM_WITHIN);
	counted = plan_value(v->plan, PLAN_FORM_COUNTED);
	if (!within->known || !counted->known)
		return verdict_param_missing(v, plan_key_name(PLAN_FORM_WITHIN));
	return verdict_deadline(v, form_source(v, within), report, within->length, (enum counting)counted->counting, due);
}

void plan_form_judge(struct verdict *v, const struct plan_form_facts *f, struct plan_form_values *to)
{
	struct act_deadline due;
	int late;

	if (!form_deadline(v, f->report_date, &due))
		return;
	to->due = due.due;
	if (!date_set(f->first_uploaded))
		return;
	late = date_before(due.due, f->first_uploaded) ? days_between(due.due, f->first_uploaded) : 0;
	to->late_days = (struct maybe_int){true, late};
	if (late)
		verdict_say(v, v->plan ? cited(v, PLAN_CITE_PLAN_FORM) : manual, "%s首次傳送，逾期%d日，仍予收受",
			date_long_text(v->mem, f->first_uploaded), late);
	else
		verdict_say(v, v->plan ? cited(v, PLAN_CITE_PLAN_FORM) : manual, "%s首次傳送，未逾期",
			date_long_text(v->mem, f->first_uploaded));
}

/* ---- the table ---- */

static void training_end_rule(struct verdict *v, const void *facts, void *values)
{
	training_end_judge(v, facts, values);
}

static void plan_form_rule(struct verdict *v, const void *facts, void *values)
{
	plan_form_judge(v, facts, values);
}

static const char *const ledger_kinds[] = {"extension", "bt_retrain", "leave", NULL};
static const char *const ledger_kinds_shown[] = {"延長實務訓練", "自費重新訓練", "請假相對延長", NULL};
static const char *const ledger_countings[] = {"calendar", "office", NULL}, *const ledger_countings_shown[] = {"日曆日", "辦公日", NULL};

static const struct fact ledger_facts[] = {
	FACT(ledger_row, kind, CHOICE, "異動種類", .choices = ledger_kinds, .shown = ledger_kinds_shown),
	FACT(ledger_row, from, DATE, "起算日"),
	FACT(ledger_row, length, LENGTH, "期間"),
	FACT(ledger_row, counted_in, CHOICE, "計算方式", .choices = ledger_countings, .shown = ledger_countings_shown,
		.may_be_absent = true),
	{0}
}, training_end_in[] = {
	FACT(training_end_facts, report_date, DATE, "報到日期"),
	FACT(training_end_facts, shortened, BOOL, "縮短實務訓練", .may_be_absent = true),
	FACT(training_end_facts, bt_exempt, BOOL, "免除基礎訓練", .may_be_absent = true),
	FACT(training_end_facts, ledger, ROWS, "期滿日異動", .row = ledger_facts, .row_size = sizeof(struct ledger_row),
		.may_be_absent = true),
	{0}
}, training_end_out[] = {
	FACT(training_end_values, start, DATE, "訓練起日"),
	FACT(training_end_values, end, DATE, "訓練期滿日"),
	{0}
}, plan_form_in[] = {
	FACT(plan_form_facts, report_date, DATE, "報到日期"),
	FACT(plan_form_facts, first_uploaded, DATE, "首次傳送日期", .may_be_absent = true),
	{0}
}, plan_form_out[] = {
	FACT(plan_form_values, due, DATE, "末日"),
	FACT(plan_form_values, late_days, MAYBE_INT, "逾期日數"),
	{0}
};

const struct rule training_rules[] = {
	{"training-end", "訓練期滿日", "PLAN-012 PLAN-013 PLAN-014 PLAN-015 PLAN-104 PLAN-117", RULE_NEEDS_PLAN,
		training_end_in, training_end_out, sizeof(struct training_end_facts), sizeof(struct training_end_values),
		training_end_rule},
	{"plan-form-due", "實務訓練計畫表傳送末日", "PLAN-078 ACMS-017 ACMS-050", RULE_MAY_HAVE_PLAN, plan_form_in, plan_form_out,
		sizeof(struct plan_form_facts), sizeof(struct plan_form_values), plan_form_rule},
	{0}
};
