/* dates.c: see dates.h. */
#include "rule/dates.h"

#include "rule/rule.h"

enum { DAYS_MOST = 1000000 };

static const char law_period[] = "行政程序法第48條第3項；公務人員考試錄取人員訓練辦法第25條第1項",
	law_days[] = "行政程序法第48條第2項",
	law_backward[] = "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第8點第3款；112年公務人員高等暨普通考試錄取人員訓練計畫第8點第3款";

void period_end_judge(struct verdict *v, const struct period_end_facts *f, struct period_end_values *to)
{
	bool counts_days = f->length.unit == 'd' || f->length.unit == 'w';
	struct date end = period_end(f->start, f->length);

	if (!verdict_in_range(v, f->start) || !verdict_in_range(v, end))
		return;
	to->end = end;
	verdict_say(v, counts_days ? law_days : law_period, "自%s（當日計入）起算%s，末日%s，遇例假日不順延",
		date_long_text(v->mem, f->start), period_text(v->mem, f->length), date_long_text(v->mem, end));
}

void act_deadline_judge(struct verdict *v, const struct act_deadline_facts *f, struct act_deadline_values *to)
{
	struct act_deadline a;

	if (verdict_in_range(v, f->event) && verdict_deadline(v, "", f->event, f->length, (enum counting)f->counted, &a))
		*to = (struct act_deadline_values){a.raw, a.due};
}

void backward_limit_judge(struct verdict *v, const struct backward_limit_facts *f, struct backward_limit_values *to)
{
	bool countable = f->days > 0 && f->days <= DAYS_MOST;
	struct date last = countable ? date_plus(f->event, -(int)f->days) : (struct date){0};

	if (!verdict_in_range(v, f->event) || !verdict_in_range(v, last))
		return;
	to->last = last;
	if (date_set(f->opens) && date_before(last, f->opens)) {
		verdict_refuse(v, "BAD_WINDOW", law_backward, "期間錯誤：%s之%d日前為%s，早於開始受理日%s",
			date_long_text(v->mem, f->event), (int)f->days, date_long_text(v->mem, last), date_long_text(v->mem, f->opens));
		return;
	}
	verdict_say(v, law_backward, "%s之%d日前，末日%s（含當日），遇例假日不順延", date_long_text(v->mem, f->event), (int)f->days,
		date_long_text(v->mem, last));
}

/* ---- the table ---- */

static void period_end_rule(struct verdict *v, const void *facts, void *values)
{
	period_end_judge(v, facts, values);
}

static void act_deadline_rule(struct verdict *v, const void *facts, void *values)
{
	act_deadline_judge(v, facts, values);
}

static void backward_limit_rule(struct verdict *v, const void *facts, void *values)
{
	backward_limit_judge(v, facts, values);
}

static const char *const countings[] = {[COUNT_NEXT_DAY] = "next_day", [COUNT_SAME_DAY] = "same_day", NULL};

static const char *const countings_shown[] = {[COUNT_NEXT_DAY] = "自次日起算", [COUNT_SAME_DAY] = "自當日起算（之日起）", NULL};

static const struct fact period_end_in[] = {
	FACT(period_end_facts, start, DATE, "起算日"),
	FACT(period_end_facts, length, LENGTH, "期間"),
	{0}
}, period_end_out[] = {
	FACT(period_end_values, end, DATE, "末日"),
	{0}
}, act_deadline_in[] = {
	FACT(act_deadline_facts, event, DATE, "事由發生日"),
	FACT(act_deadline_facts, length, LENGTH, "期間"),
	FACT(act_deadline_facts, counted, CHOICE, "起算方式", .choices = countings, .shown = countings_shown),
	{0}
}, act_deadline_out[] = {
	FACT(act_deadline_values, raw, DATE, "順延前末日"),
	FACT(act_deadline_values, due, DATE, "末日"),
	{0}
}, backward_limit_in[] = {
	FACT(backward_limit_facts, event, DATE, "公告日"),
	FACT(backward_limit_facts, days, INT, "日數"),
	FACT(backward_limit_facts, opens, DATE, "開始受理日", .may_be_absent = true),
	{0}
}, backward_limit_out[] = {
	FACT(backward_limit_values, last, DATE, "末日"),
	{0}
};

const struct rule dates_rules[] = {
	{"period-end", "期間之末日", "PLAN-008", RULE_WITHOUT_PLAN, period_end_in, period_end_out,
		sizeof(struct period_end_facts), sizeof(struct period_end_values), period_end_rule},
	{"act-deadline", "應辦事項之末日", "PLAN-009", RULE_WITHOUT_PLAN, act_deadline_in, act_deadline_out,
		sizeof(struct act_deadline_facts), sizeof(struct act_deadline_values), act_deadline_rule},
	{"backward-limit", "向前推算之末日", "PLAN-010", RULE_WITHOUT_PLAN, backward_limit_in, backward_limit_out,
		sizeof(struct backward_limit_facts), sizeof(struct backward_limit_values), backward_limit_rule},
	{0}
};
