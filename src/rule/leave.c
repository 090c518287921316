/* leave.c: see leave.h. */
#include "rule/leave.h"

#include "base/text.h"
#include "rule/law.h"
#include "rule/plan.h"
#include "rule/rule.h"

enum { PERCENT = 100 };

/* ---- leave over half of the period ---- */

/* Hours of the kinds that count together, and of those that the plan keeps apart (延長病假). */
static bool add_leave(struct verdict *v, const struct leave_facts *f, int64_t *counted, int64_t *apart)
{
	const struct fact_texts *excluded = &plan_value(v->plan, PLAN_REVOKE_LEAVE_EXCLUDED)->texts;
	const struct fact_texts *kept_apart = &plan_value(v->plan, PLAN_REVOKE_LEAVE_APART)->texts;
	const struct leave_row *row = f->leave.at;

	for (int i = 0; i < f->leave.n; i++) {
		if (!verdict_count(v, verdict_cited(v, PLAN_CITE_LEAVE), row[i].kind, row[i].hours, 0))
			return false;
		if (texts_have(kept_apart, row[i].kind))
			*apart += row[i].hours;
		else if (!texts_have(excluded, row[i].kind))
			*counted += row[i].hours;
	}
	return true;
}

/* The plan's own item for a cause; the point of all causes where it has none of this name. */
static const char *cause_cited(struct verdict *v, const char *id)
{
	const char *item = plan_cause_cited(v->mem, v->plan, id);

	return item ? item : verdict_cited(v, PLAN_CITE_REVOKE);
}

void leave_judge(struct verdict *v, const struct leave_facts *f, struct leave_values *to)
{
	const struct plan_value *part = verdict_parameter(v, PLAN_REVOKE_LEAVE_FRACTION);
	const char *citation = cause_cited(v, "leave_half");
	int64_t counted = 0, apart = 0, limit;

	if (!part || !verdict_parameter(v, PLAN_REVOKE_LEAVE_EXCLUDED) || !verdict_parameter(v, PLAN_REVOKE_LEAVE_APART))
		return;
	if (!verdict_in_range(v, f->start) || !verdict_in_range(v, f->end))
		return;
	if (date_before(f->end, f->start)) {
		verdict_refuse(v, "BAD_PERIOD", citation, "期間錯誤：期滿日%s早於訓練起日%s", date_long_text(v->mem, f->end),
			date_long_text(v->mem, f->start));
		return;
	}
	if (!add_leave(v, f, &counted, &apart))
		return;
	limit = (int64_t)(days_between(f->start, f->end) + 1) * HOURS_A_DAY * part->n / part->of;
	*to = (struct leave_values){{true, counted}, {true, limit}};
	verdict_say(v, citation, "請假時數%lld小時（不含娩假、流產假、骨髓捐贈或器官捐贈假及延長病假），訓練期間二分之一為%lld小時，%s",
		(long long)counted, (long long)limit, counted > limit ? "已超過" : "未超過");
	if (!verdict_found(v, counted > limit) && apart > limit) {
		v->result = RESULT_REVIEW;
		verdict_say(v, citation, "延長病假%lld小時超過訓練期間二分之一，不與其他假別合併計算，請人工認定", (long long)apart);
	}
}

/* ---- absence ---- */

bool truancy_reaches(int64_t hours, int64_t course_hours, int64_t percent)
{
	return hours * PERCENT >= course_hours * percent;
}

bool absence_exceeds(int64_t hours, int64_t course_hours, int64_t percent)
{
	return hours * PERCENT > course_hours * percent;
}

bool absence_reaches(int64_t hours, int64_t days)
{
	return hours >= days * HOURS_A_DAY;
}

static void find(struct verdict *v, struct absence_values *to, bool holds, const char *id)
{
	if (holds)
		fact_texts_add(v->mem, &to->causes, id);
}

/* LAW: 112高普第20點第1款第3目、第4目 */
static void judge_bt(struct verdict *v, const struct absence_facts *f, struct absence_values *to)
{
	const char *citation = verdict_cited(v, PLAN_CITE_REVOKE);
	const struct plan_value *absence, *truancy;
	int64_t hours = f->unexcused_hours.n, course = f->course_hours.n;

	if (!plan_has_cause(v->plan, "bt_absence_20") && !plan_has_cause(v->plan, "bt_truancy_5")) {
		verdict_not_in_plan(v, "本訓練計畫無基礎訓練曠課或缺課之廢止事由");
		return;
	}
	absence = verdict_parameter(v, PLAN_REVOKE_BT_ABSENCE);
	truancy = verdict_parameter(v, PLAN_REVOKE_BT_TRUANCY);
	if (!absence || !truancy)
		return;
	if (!f->course_hours.known) {
		verdict_data_missing(v, citation, "course_hours", "課程時數");
		return;
	}
	if (!verdict_count(v, citation, "曠課時數", f->truancy_hours, 0) || !verdict_count(v, citation, "課程時數", course, 1) ||
		!verdict_count(v, citation, "缺課時數", hours, 0))
		return;
	find(v, to, absence_exceeds(hours, course, absence->n), "bt_absence_20");
	find(v, to, truancy_reaches(f->truancy_hours, course, truancy->n), "bt_truancy_5");
	verdict_say(v, citation, "課程%lld小時，請假缺課%lld小時（%s%lld％），曠課%lld小時（%s%lld％）", (long long)course, (long long)hours,
		absence_exceeds(hours, course, absence->n) ? "超過" : "未超過", (long long)absence->n, (long long)f->truancy_hours,
		truancy_reaches(f->truancy_hours, course, truancy->n) ? "達" : "未達", (long long)truancy->n);
}

static void judge_pt(struct verdict *v, const struct absence_facts *f, struct absence_values *to)
{
	const struct plan_value *days = verdict_parameter(v, PLAN_REVOKE_ABSENCE_DAYS);
	bool holds;

	if (!days || !verdict_count(v, verdict_cited(v, PLAN_CITE_REVOKE), "曠職時數", f->truancy_hours, 0))
		return;
	holds = absence_reaches(f->truancy_hours, days->n);
	find(v, to, holds, "pt_absent_3d");
	verdict_say(v, cause_cited(v, "pt_absent_3d"), "實務訓練期間曠職累計%lld小時，%s%lld日（每日8小時）", (long long)f->truancy_hours,
		holds ? "達" : "未達", (long long)days->n);
}

void absence_judge(struct verdict *v, const struct absence_facts *f, struct absence_values *to)
{
	if (f->phase == PHASE_BT)
		judge_bt(v, f, to);
	else
		judge_pt(v, f, to);
	if (v->result != RESULT_OK)
		return;
	fact_texts_none(v->mem, &to->causes);
	verdict_found(v, to->causes.n > 0);
}

/* ---- rewards and penalties ---- */

enum { UNITS_MOST = 1000000000 };

static const char unit_kind[] = "申誡";

/* The points of the law on the day on which the plan came into force; NULL, and PARAM_MISSING, when none are known. */
static const struct law_value *points_of_law(struct verdict *v)
{
	const struct law_value *points = law_value(v->plan->law, LAW_CONDUCT_POINTS, v->plan->from);

	if (!points)
		verdict_param_missing(v, law_key_name(LAW_CONDUCT_POINTS));
	return points;
}

static struct decimal points_of(const struct law_value *table, const char *kind)
{
	const struct plan_points *row = table->value.rows.at;

	for (int i = 0; i < table->value.rows.n; i++)
		if (text_is(row[i].kind, kind))
			return row[i].points;
	return (struct decimal){0};
}

/* In units of one 申誡, a reward below 0; 0: not known. */
static int64_t units_of(const struct law_value *table, const char *kind)
{
	const struct decimal unit = points_of(table, unit_kind), n = points_of(table, kind);

	return unit.n ? n.n / unit.n : 0;
}

static bool offset(struct verdict *v, const struct law_value *table, const struct fact_rows *records, struct conduct_sum *to)
{
	const struct conduct_row *row = records->at;

	for (int i = 0; i < records->n; i++) {
		if (!verdict_count(v, verdict_cited(v, PLAN_CITE_DISCIPLINE), row[i].kind, row[i].count, 0))
			return false;
		if (!units_of(table, row[i].kind))
			to->unknown = row[i].kind;
		to->net += units_of(table, row[i].kind) * row[i].count;
	}
	return (to->net <= UNITS_MOST && to->net >= -UNITS_MOST) ||
		verdict_refuse(v, "BAD_DATA", verdict_cited(v, PLAN_CITE_DISCIPLINE), "資料錯誤：獎懲次數過多");
}

bool conduct_add(struct verdict *v, const struct fact_rows *records, struct conduct_sum *to)
{
	const struct law_value *table = points_of_law(v);

	*to = (struct conduct_sum){0};
	if (!table || !offset(v, table, records, to))
		return false;
	to->demerit = units_of(table, "記大過");
	to->points = decimal_times(points_of(table, unit_kind), (int)to->net);
	to->citation = law_words(v->mem, table);
	return true;
}

void conduct_judge(struct verdict *v, const struct conduct_facts *f, struct conduct_values *to)
{
	const char *citation = verdict_cited(v, PLAN_CITE_DISCIPLINE);
	struct conduct_sum sum;

	if (!conduct_add(v, &f->records, &sum))
		return;
	if (sum.unknown) {
		v->result = RESULT_REVIEW;
		verdict_say(v, citation, "獎懲種類「%s」不在嘉獎、記功、記大功、申誡、記過、記大過之列，請人工認定", sum.unknown);
		return;
	}
	*to = (struct conduct_values){{true, sum.net}, sum.points};
	verdict_say(v, citation, "獎懲相互抵銷後，淨計%lld次申誡（申誡1、記過3、記大過9，獎勵同比例抵銷），%s一大過", (long long)sum.net,
		sum.net >= sum.demerit ? "達" : "未達");
	verdict_say(v, sum.citation, "獎懲紀錄總分%s分", decimal_text(v->mem, sum.points, 2));
}

/* ---- the table ---- */

static void leave_rule(struct verdict *v, const void *facts, void *values)
{
	leave_judge(v, facts, values);
}

static void absence_rule(struct verdict *v, const void *facts, void *values)
{
	absence_judge(v, facts, values);
}

static void conduct_rule(struct verdict *v, const void *facts, void *values)
{
	conduct_judge(v, facts, values);
}

static const char *const phases[] = {"bt", "pt", NULL}, *const phases_shown[] = {"基礎訓練", "實務訓練", NULL};

static const char *const leave_kinds[] = {"公假", "事假", "病假", "延長病假", "婚假", "喪假", "產前假", "娩假", "流產假", "陪產檢及陪產假",
	"骨髓捐贈或器官捐贈假", "休假", NULL};
static const char *const conduct_kinds[] = {"嘉獎", "記功", "記大功", "申誡", "記過", "記大過", NULL};
static const char *const causes[] = {"bt_absence_20", "bt_truancy_5", "pt_absent_3d", NULL};
static const char *const causes_shown[] = {"基礎訓練請假缺課超過規定比例", "基礎訓練曠課達規定比例", "實務訓練曠職累計達規定日數", NULL};

const struct fact leave_row_facts[] = {
	FACT(leave_row, kind, TEXT, "假別", .choices = leave_kinds),
	FACT(leave_row, hours, INT, "時數"),
	{0}
}, conduct_row_facts[] = {
	FACT(conduct_row, kind, TEXT, "獎懲種類", .choices = conduct_kinds),
	FACT(conduct_row, count, INT, "次數"),
	{0}
};

static const struct fact leave_in[] = {
	FACT(leave_facts, start, DATE, "訓練起日"),
	FACT(leave_facts, end, DATE, "訓練期滿日"),
	FACT(leave_facts, leave, ROWS, "請假", .row = leave_row_facts, .row_size = sizeof(struct leave_row)),
	{0}
}, leave_out[] = {
	FACT(leave_values, counted_hours, MAYBE_INT, "併計時數"),
	FACT(leave_values, limit_hours, MAYBE_INT, "訓練期間二分之一時數"),
	{0}
}, absence_in[] = {
	FACT(absence_facts, phase, CHOICE, "訓練階段", .choices = phases, .shown = phases_shown),
	FACT(absence_facts, truancy_hours, INT, "曠課（基礎訓練）或曠職（實務訓練）時數"),
	FACT(absence_facts, course_hours, MAYBE_INT, "課程時數", .may_be_absent = true),
	FACT(absence_facts, unexcused_hours, MAYBE_INT, "請假缺課時數（不含曠課及不可歸責之事由）", .may_be_absent = true),
	{0}
}, absence_out[] = {
	FACT(absence_values, causes, TEXTS, "符合之廢止事由", .choices = causes, .shown = causes_shown),
	{0}
}, conduct_in[] = {
	FACT(conduct_facts, records, ROWS, "獎懲", .row = conduct_row_facts, .row_size = sizeof(struct conduct_row)),
	{0}
}, conduct_out[] = {
	FACT(conduct_values, net, MAYBE_INT, "相互抵銷後淨計申誡次數"),
	FACT(conduct_values, points, DECIMAL, "獎懲紀錄總分", .places = 2),
	{0}
};

const struct rule leave_rules[] = {
	{"leave-fraction", "請假逾訓練期間二分之一", "PLAN-095", RULE_NEEDS_PLAN, leave_in, leave_out,
		sizeof(struct leave_facts), sizeof(struct leave_values), leave_rule},
	{"absence-limits", "曠課、曠職及缺課之上限", "PLAN-092 PLAN-093 PLAN-094", RULE_NEEDS_PLAN, absence_in, absence_out,
		sizeof(struct absence_facts), sizeof(struct absence_values), absence_rule},
	{"conduct-net", "獎懲相互抵銷", "PLAN-097 PLAN-106", RULE_NEEDS_PLAN, conduct_in, conduct_out,
		sizeof(struct conduct_facts), sizeof(struct conduct_values), conduct_rule},
	{0}
};
