/* promotion_after.c: 複查成績, the fee, 補訓, and who turns out not to be eligible.  See promotion.h. */
#include "rule/promotion.h"

#include "rule/promotion_set.h"
#include "rule/rule.h"
#include "rule/window.h"

/* ---- 複查成績 ---- */

/* The extension is counted on from the last day before it was moved; then the end is moved to an office day. */
static bool answer_due(struct verdict *v, const struct promotion_recheck_facts *f, const struct promotion_recheck_rule *rule,
	const char *citation, struct date *to)
{
	struct act_deadline a;

	if (!date_set(f->asked_on))
		return true;
	if (!f->extended) {
		verdict_say(v, citation, "保訓會%s接到申請，應於期限內答復", date_long_text(v->mem, f->asked_on));
		if (!verdict_deadline(v, citation, f->asked_on, rule->answer_within, COUNT_NEXT_DAY, &a))
			return false;
	} else {
		struct date first_end = period_end(date_plus(f->asked_on, 1), rule->answer_within);

		verdict_say(v, citation, "保訓會%s接到申請，答復期限%s，末日%s，因特殊事由延長", date_long_text(v->mem, f->asked_on),
			period_text(v->mem, rule->answer_within), date_long_text(v->mem, first_end));
		if (!verdict_in_range(v, first_end) || !verdict_deadline(v, citation, first_end, rule->extension, COUNT_NEXT_DAY, &a))
			return false;
	}
	*to = a.due;
	return true;
}

void promotion_recheck_judge(struct verdict *v, const struct promotion_recheck_facts *f, struct promotion_recheck_values *to)
{
	const struct promotion_set *set = promotion_newest(v, ZUO_TO_ZHENG);
	struct window_answer answer = {0};
	const char *citation;

	if (!set)
		return;
	citation = promotion_cite(v, set, set->recheck->article);
	window_judge(v, &(struct window){.source = citation, .event = f->received, .length = set->recheck->within,
		.counting = COUNT_NEXT_DAY, .filed = f->filed, .code = "ERR_RECHECK_LATE", .late = "逾期不予受理"}, &answer);
	if (!date_set(answer.due) || !answer_due(v, f, set->recheck, citation, &to->answer_due))
		return;
	to->due = answer.due;
	to->in_time = answer.in_time;
	if (f->before)
		verdict_refuse(v, "ERR_RECHECK_ONCE", citation, "已申請複查成績，以1次為限，不得再次申請");
}

/* ---- the fee ---- */

void promotion_fee_judge(struct verdict *v, const struct promotion_fee_facts *f, struct promotion_fee_values *to)
{
	const struct promotion_set *set = promotion_newest(v, ZUO_TO_ZHENG);
	struct act_deadline a;

	if (set && verdict_in_range(v, f->received) &&
		verdict_deadline(v, set->fee_source, f->received, set->fee_within, COUNT_NEXT_DAY, &a))
		to->due = a.due;
}

/* ---- 補訓 ---- */

void promotion_makeup_judge(struct verdict *v, const struct promotion_makeup_facts *f, struct promotion_makeup_values *to)
{
	const struct promotion_set *set = promotion_newest(v, ZUO_TO_ZHENG);
	struct window_answer answer = {0};

	if (!set)
		return;
	window_judge(v, &(struct window){.source = promotion_cite(v, set, set->makeup->article), .event = f->cause_ended,
		.length = set->makeup->within, .counting = COUNT_NEXT_DAY, .filed = f->filed, .code = "ERR_MAKEUP_LATE",
		.late = "逾期未提出申請者，視同放棄補訓及保留之受訓資格"}, &answer);
	*to = (struct promotion_makeup_values){answer.due, answer.in_time};
}

/* ---- not eligible ---- */

static void exempt(struct verdict *v, const struct promotion_ineligible_facts *f, const struct promotion_set *set, const char *citation,
	struct promotion_ineligible_values *to)
{
	struct act_deadline a;

	if (f->at_fault) {
		to->exempt_allowed = (struct maybe_bool){true, false};
		v->code = "ERR_EXEMPT_FAULT";
		verdict_say(v, citation, "撤銷可歸責於受訓人員，不得申請免訓");
		return;
	}
	if (!verdict_deadline(v, citation, f->delivered, set->exempt->within, COUNT_NEXT_DAY, &a))
		return;
	to->exempt_until = a.due;
	to->exempt_allowed = (struct maybe_bool){true, !date_set(f->filed) || !date_before(a.due, f->filed)};
	if (to->exempt_allowed.yes) {
		verdict_say(v, citation, "不可歸責於受訓人員，符合參訓資格並重新遴選後，得於%s以前申請免訓", date_long_text(v->mem, a.due));
		return;
	}
	v->code = "ERR_EXEMPT_LATE";
	verdict_say(v, citation, "撤銷函%s送達，免訓申請期限為%s；%s提出，已逾期", date_long_text(v->mem, f->delivered),
		date_long_text(v->mem, a.due), date_long_text(v->mem, f->filed));
}

void promotion_ineligible_judge(struct verdict *v, const struct promotion_ineligible_facts *f, struct promotion_ineligible_values *to)
{
	static const struct { const char *action, *blameless, *text; } phases[] = {
		[PHASE_BEFORE] = {"correct_roster", NULL, "訓練前發現：遴選機關應儘速函報保訓會更正受訓人員名冊"},
		[PHASE_DURING] = {"expel", "public", "訓練期間發現：由保訓會予以退訓，得自次年度起重新遴選"},
		[PHASE_AFTER] = {"annul", NULL, "訓練期滿經核定成績及格後發現：由保訓會撤銷訓練及格資格，並報請考試院註銷訓練合格證書"},
	};
	const struct promotion_set *set = promotion_newest(v, ZUO_TO_ZHENG);
	const char *citation;

	if (!set)
		return;
	citation = promotion_cite(v, set, set->exempt->article);
	to->action = phases[f->phase].action;
	to->who_pays = f->at_fault && f->phase != PHASE_BEFORE ? "self" : phases[f->phase].blameless;
	verdict_say(v, citation, "%s；涉及行政或刑事責任者，依法處理", phases[f->phase].text);
	if (f->phase != PHASE_BEFORE)
		verdict_say(v, citation, "%s歸責於受訓人員，重新訓練%s", f->at_fault ? "可" : "不可", f->at_fault ? "全額自費" :
			f->phase == PHASE_DURING ? "公費" : "之費用未明定，由保訓會決定");
	if (f->phase == PHASE_AFTER && date_set(f->delivered))
		exempt(v, f, set, citation, to);
}

/* ---- the table ---- */

static void recheck_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_recheck_judge(v, facts, values);
}

static void fee_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_fee_judge(v, facts, values);
}

static void makeup_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_makeup_judge(v, facts, values);
}

static void ineligible_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_ineligible_judge(v, facts, values);
}

static const char *const phases[] = {[PHASE_BEFORE] = "before", [PHASE_DURING] = "during", [PHASE_AFTER] = "after", NULL},
	*const phase_words[] = {[PHASE_BEFORE] = "訓練前", [PHASE_DURING] = "訓練期間", [PHASE_AFTER] = "訓練期滿經核定成績及格後", NULL};

static const struct fact recheck_in[] = {
	FACT(promotion_recheck_facts, received, DATE, "接到成績單日"),
	FACT(promotion_recheck_facts, filed, DATE, "線上申請日或郵戳日"),
	FACT(promotion_recheck_facts, before, BOOL, "曾申請複查", .may_be_absent = true),
	FACT(promotion_recheck_facts, asked_on, DATE, "保訓會接到申請日", .may_be_absent = true),
	FACT(promotion_recheck_facts, extended, BOOL, "因特殊事由延長答復", .may_be_absent = true),
	{0}
}, recheck_out[] = {
	FACT(promotion_recheck_values, due, DATE, "末日"),
	FACT(promotion_recheck_values, in_time, MAYBE_BOOL, "未逾期"),
	FACT(promotion_recheck_values, answer_due, DATE, "答復末日"),
	{0}
}, fee_in[] = {
	FACT(promotion_fee_facts, received, DATE, "收到成績單日"),
	{0}
}, fee_out[] = {
	FACT(promotion_fee_values, due, DATE, "繳費末日"),
	{0}
}, makeup_in[] = {
	FACT(promotion_makeup_facts, cause_ended, DATE, "原因消滅日"),
	FACT(promotion_makeup_facts, filed, DATE, "提出日"),
	{0}
}, makeup_out[] = {
	FACT(promotion_makeup_values, due, DATE, "末日"),
	FACT(promotion_makeup_values, in_time, MAYBE_BOOL, "未逾期"),
	{0}
}, ineligible_in[] = {
	FACT(promotion_ineligible_facts, phase, CHOICE, "發現時點", .choices = phases, .shown = phase_words),
	FACT(promotion_ineligible_facts, at_fault, BOOL, "可歸責於受訓人員"),
	FACT(promotion_ineligible_facts, delivered, DATE, "撤銷函送達日", .may_be_absent = true),
	FACT(promotion_ineligible_facts, filed, DATE, "免訓申請日", .may_be_absent = true),
	{0}
}, ineligible_out[] = {
	FACT(promotion_ineligible_values, action, TEXT, "處理方式"),
	FACT(promotion_ineligible_values, who_pays, TEXT, "重新訓練費用：self（自費）、public（公費）"),
	FACT(promotion_ineligible_values, exempt_until, DATE, "免訓申請末日"),
	FACT(promotion_ineligible_values, exempt_allowed, MAYBE_BOOL, "得申請免訓"),
	{0}
};

const struct rule promotion_after_rules[] = {
	{"promotion-recheck", "升官等訓練複查成績", "PROMO-090 PROMO-092 PROMO-093", RULE_PROMOTION, recheck_in, recheck_out,
		sizeof(struct promotion_recheck_facts), sizeof(struct promotion_recheck_values), recheck_rule},
	{"promotion-fee-due", "訓練合格證書費繳納末日", "PROMO-097", RULE_PROMOTION, fee_in, fee_out, sizeof(struct promotion_fee_facts),
		sizeof(struct promotion_fee_values), fee_rule},
	{"promotion-makeup", "升官等訓練補訓之申請期限", "PROMO-101 PROMO-102", RULE_PROMOTION, makeup_in, makeup_out,
		sizeof(struct promotion_makeup_facts), sizeof(struct promotion_makeup_values), makeup_rule},
	{"promotion-ineligible", "參訓資格不符之處理", "PROMO-112 PROMO-113 PROMO-114 PROMO-115 PROMO-116 PROMO-117 PROMO-119",
		RULE_PROMOTION, ineligible_in, ineligible_out, sizeof(struct promotion_ineligible_facts),
		sizeof(struct promotion_ineligible_values), ineligible_rule},
	{0}
};
