/* hours.c: see hours.h. */
#include "rule/hours.h"

#include "rule/rule.h"

enum { AMOUNT_MOST = 9999, DAY_HOURS = 6, CREDIT_HOURS = 18, TOTAL_MOST = AMOUNT_MOST * CREDIT_HOURS };

static const char manual_units[] = "終身學習入口網站管理後台操作手冊「課程基本資料：時數（學分）」",
	manual_split[] = "終身學習入口網站管理後台操作手冊「整批上傳：學習性質」";

void hours_convert_judge(struct verdict *v, const struct hours_convert_facts *f, struct hours_convert_values *to)
{
	static const struct { int hours; const char *name; } units[] = {
		[UNIT_HOUR] = {1, "小時"}, [UNIT_DAY] = {DAY_HOURS, "天"}, [UNIT_CREDIT] = {CREDIT_HOURS, "學分"},
	};

	if (f->amount < 1 || f->amount > AMOUNT_MOST) {
		verdict_refuse(v, "E-RANGE-01", manual_units, "「時數（學分）」須介於1至%d：「%lld」", AMOUNT_MOST, (long long)f->amount);
		return;
	}
	to->hours = (struct maybe_int){true, f->amount * units[f->unit].hours};
	verdict_say(v, manual_units, "%lld%s × %d = %lld小時", (long long)f->amount, units[f->unit].name, units[f->unit].hours,
		(long long)to->hours.n);
}

/* ---- the split ---- */

/* Hours of one side only: the other is empty or 0, this one empty or all of them. */
static bool one_side(struct verdict *v, int64_t total, struct maybe_int *own, struct maybe_int *other, const char *nature,
	const char *own_label, const char *other_label)
{
	if (other->known && other->n)
		return verdict_refuse(v, "E-HRS-03", manual_split, "%s不需填寫「%s」，應空白或為0（實際為%lld）", nature, other_label,
			(long long)other->n);
	if (own->known && own->n != total)
		return verdict_refuse(v, "E-HRS-02", manual_split, "時數不符：%s%lld，應為%lld，或空白由系統帶入", own_label, (long long)own->n,
			(long long)total);
	*own = (struct maybe_int){true, total};
	*other = (struct maybe_int){true, 0};
	return true;
}

static bool both_sides(struct verdict *v, int64_t total, const struct hours_split_values *s)
{
	bool digital = s->digital.known && s->digital.n > 0, physical = s->physical.known && s->physical.n > 0;

	if (!digital || !physical)
		return verdict_refuse(v, "E-HRS-01", manual_split, "混成學習須同時填寫數位時數與實體時數，各至少1小時：缺「%s」",
			!digital && !physical ? "數位時數、實體時數" : digital ? "實體時數" : "數位時數");
	if (s->digital.n > TOTAL_MOST || s->physical.n > TOTAL_MOST || s->digital.n + s->physical.n != total)
		return verdict_refuse(v, "E-HRS-02", manual_split, "時數不符：數位%lld＋實體%lld，應為%lld", (long long)s->digital.n,
			(long long)s->physical.n, (long long)total);
	return true;
}

void hours_split_judge(struct verdict *v, const struct hours_split_facts *f, struct hours_split_values *to)
{
	bool good;

	*to = (struct hours_split_values){f->digital, f->physical};
	if (f->total < 1 || f->total > TOTAL_MOST) {
		verdict_refuse(v, "E-RANGE-01", manual_split, "「訓練總數」換算後須介於1至%d小時：「%lld」", TOTAL_MOST, (long long)f->total);
		return;
	}
	if (f->nature == NATURE_DIGITAL)
		good = one_side(v, f->total, &to->digital, &to->physical, "數位學習", "數位", "實體時數");
	else if (f->nature == NATURE_PHYSICAL)
		good = one_side(v, f->total, &to->physical, &to->digital, "實體學習", "實體", "數位時數");
	else
		good = both_sides(v, f->total, to);
	if (good)
		verdict_say(v, manual_split, "合計%lld小時：數位%lld小時、實體%lld小時", (long long)f->total, (long long)to->digital.n,
			(long long)to->physical.n);
}

/* ---- the table ---- */

static void hours_convert_rule(struct verdict *v, const void *facts, void *values)
{
	hours_convert_judge(v, facts, values);
}

static void hours_split_rule(struct verdict *v, const void *facts, void *values)
{
	hours_split_judge(v, facts, values);
}

static const char *const units[] = {[UNIT_HOUR] = "hour", [UNIT_DAY] = "day", [UNIT_CREDIT] = "credit", NULL},
	*const natures[] = {[NATURE_DIGITAL] = "digital", [NATURE_PHYSICAL] = "physical", [NATURE_BLENDED] = "blended", NULL};

static const char *const units_shown[] = {[UNIT_HOUR] = "小時", [UNIT_DAY] = "天", [UNIT_CREDIT] = "學分", NULL};
static const char *const natures_shown[] = {[NATURE_DIGITAL] = "數位", [NATURE_PHYSICAL] = "實體", [NATURE_BLENDED] = "混成", NULL};

static const struct fact convert_in[] = {
	FACT(hours_convert_facts, unit, CHOICE, "認證單位", .choices = units, .shown = units_shown),
	FACT(hours_convert_facts, amount, INT, "時數（學分）"),
	{0}
}, convert_out[] = {
	FACT(hours_convert_values, hours, MAYBE_INT, "換算時數"),
	{0}
}, split_in[] = {
	FACT(hours_split_facts, nature, CHOICE, "學習性質", .choices = natures, .shown = natures_shown),
	FACT(hours_split_facts, total, INT, "訓練總數（換算後時數）"),
	FACT(hours_split_facts, digital, MAYBE_INT, "數位時數", .may_be_absent = true),
	FACT(hours_split_facts, physical, MAYBE_INT, "實體時數", .may_be_absent = true),
	{0}
}, split_out[] = {
	FACT(hours_split_values, digital, MAYBE_INT, "數位時數"),
	FACT(hours_split_values, physical, MAYBE_INT, "實體時數"),
	{0}
};

const struct rule hours_rules[] = {
	{"hours-convert", "時數、天數、學分之換算", "LEARN-215 LEARN-291", RULE_WITHOUT_PLAN, convert_in, convert_out,
		sizeof(struct hours_convert_facts), sizeof(struct hours_convert_values), hours_convert_rule},
	{"hours-split", "數位時數與實體時數", "LEARN-216 LEARN-290", RULE_WITHOUT_PLAN, split_in, split_out,
		sizeof(struct hours_split_facts), sizeof(struct hours_split_values), hours_split_rule},
	{0}
};
