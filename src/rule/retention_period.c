/* retention_period.c: when 保留受訓資格 may be asked for, and from when to when it lasts.  See retention.h. */
#include "rule/retention.h"

#include "rule/plan.h"
#include "rule/rule.h"

enum { CLOSES_DAYS_BEFORE = 14 };

static const char law_window[] = "訓練辦法第15條；113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第8點第1款、第3款；112年公務人員高等暨普通考試"
	"錄取人員訓練計畫第8點第1款、第3款",
	law_served[] = "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫附件2注意三(一)；行政程序法第48條第2項、第3項";

/* Of an applicant by the own plan; asked for nobody, what both plans say. */
static const char *window_law(const struct verdict *v)
{
	const char *own = v->plan ? v->plan->citations[PLAN_CITE_RETAIN_WINDOW] : NULL;

	return own ? own : law_window;
}

static int closes_before(const struct verdict *v)
{
	const struct plan_value *days = v->plan ? plan_value(v->plan, PLAN_RETAIN_CLOSE_DAYS) : NULL;

	return days && days->known ? (int)days->n : CLOSES_DAYS_BEFORE;
}

static bool find_window(struct verdict *v, const struct retention_window_facts *f, struct retention_window_values *to)
{
	if (!verdict_in_range(v, f->announced) || !verdict_in_range(v, f->filed))
		return false;
	to->opens = f->announced;
	if (!date_set(f->allocation)) {
		verdict_say(v, window_law(v), "自榜示日%s起受理；分配結果公告日未定，截止日俟公告日確定後再行核對",
			date_long_text(v->mem, to->opens));
		return true;
	}
	to->closes = date_plus(f->allocation, -closes_before(v));
	if (!verdict_in_range(v, to->closes))
		return false;
	if (date_before(to->closes, to->opens))
		return verdict_refuse(v, "BAD_WINDOW", window_law(v), "期間錯誤：分配結果公告日之%d日前為%s，早於榜示日%s", closes_before(v),
			date_long_text(v->mem, to->closes), date_long_text(v->mem, to->opens));
	verdict_say(v, window_law(v), "受理期間自榜示日%s至分配結果公告日%s之%d日前，即%s（含當日，遇例假日不順延）",
		date_long_text(v->mem, to->opens), date_long_text(v->mem, f->allocation), closes_before(v),
		date_long_text(v->mem, to->closes));
	return true;
}

void retention_window_judge(struct verdict *v, const struct retention_window_facts *f, struct retention_window_values *to)
{
	const char *filed;

	if (!find_window(v, f, to))
		return;
	filed = date_long_text(v->mem, f->filed);
	to->in_time = (struct maybe_bool){true, !date_set(to->closes) || !date_before(to->closes, f->filed)};
	v->result = RESULT_ALLOWED;
	if (!to->in_time.yes)
		verdict_refuse(v, "LATE", window_law(v), "%s提出，逾截止日%s計%d日，逾期不予受理", filed, date_long_text(v->mem, to->closes),
			days_between(to->closes, f->filed));
	else if (date_before(f->filed, to->opens))
		verdict_refuse(v, NULL, window_law(v), "%s提出，早於榜示日%s，應於榜示後提出", filed, date_long_text(v->mem, to->opens));
	else
		verdict_say(v, window_law(v), "%s提出，在受理期間內", filed);
}

void retention_period_judge(struct verdict *v, const struct retention_period_facts *f, struct retention_period_values *to)
{
	struct date start = date_plus(f->served, 1), end = period_end(start, f->length);

	if (!verdict_in_range(v, f->served) || !verdict_in_range(v, start) || !verdict_in_range(v, end))
		return;
	*to = (struct retention_period_values){start, end};
	verdict_say(v, v->plan && v->plan->citations[PLAN_CITE_RETAIN_PERIOD] ? v->plan->citations[PLAN_CITE_RETAIN_PERIOD] : law_served,
		"保留期間自核准函%s送達之翌日%s起算%s，末日%s，遇例假日不順延；服兵役者以法定役期屆滿日為準",
		date_long_text(v->mem, f->served), date_long_text(v->mem, start), period_text(v->mem, f->length),
		date_long_text(v->mem, end));
}

/* ---- the table ---- */

static void window_rule(struct verdict *v, const void *facts, void *values)
{
	retention_window_judge(v, facts, values);
}

static void period_rule(struct verdict *v, const void *facts, void *values)
{
	retention_period_judge(v, facts, values);
}

static const struct fact window_in[] = {
	FACT(retention_window_facts, announced, DATE, "榜示日"),
	FACT(retention_window_facts, allocation, DATE, "正額錄取人員分配結果公告日", .may_be_absent = true),
	FACT(retention_window_facts, filed, DATE, "提出日"),
	{0}
}, window_out[] = {
	FACT(retention_window_values, opens, DATE, "開始受理日"),
	FACT(retention_window_values, closes, DATE, "截止日"),
	FACT(retention_window_values, in_time, MAYBE_BOOL, "未逾期"),
	{0}
}, period_in[] = {
	FACT(retention_period_facts, served, DATE, "核准函送達日"),
	FACT(retention_period_facts, length, LENGTH, "核准保留期間"),
	{0}
}, period_out[] = {
	FACT(retention_period_values, start, DATE, "保留起日"),
	FACT(retention_period_values, end, DATE, "保留期限屆滿日"),
	{0}
};

const struct rule retention_period_rules[] = {
	{"retention-window", "保留受訓資格之申請期間", "PLAN-034", RULE_WITHOUT_PLAN, window_in, window_out,
		sizeof(struct retention_window_facts), sizeof(struct retention_window_values), window_rule},
	{"retention-period", "保留期間", "PLAN-039", RULE_WITHOUT_PLAN, period_in, period_out,
		sizeof(struct retention_period_facts), sizeof(struct retention_period_values), period_rule},
	{0}
};
