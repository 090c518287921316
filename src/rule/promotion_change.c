/* promotion_change.c: 延後訓練, 停止訓練, 廢止受訓資格, and the years without a new selection.  See promotion.h. */
#include "rule/promotion.h"

#include "base/text.h"
#include "rule/promotion_set.h"
#include "rule/rule.h"
#include "rule/window.h"

enum { YEAR_MOST = 1000, WHOLE = 100 };

static const char described[] = "其他重大事由";                  /* the cause that has to be described */

static bool listed(struct verdict *v, const char *citation, const struct fact_texts *causes, const char *cause, const char *what)
{
	return fact_texts_has(causes, cause) || verdict_refuse(v, "ERR_CAUSE", citation, "「%s」非得申請%s之事由；得申請之事由：%s", cause, what,
		fact_texts_line(v->mem, causes));
}

/* ---- 延後訓練 ---- */

void promotion_deferral_judge(struct verdict *v, const struct promotion_deferral_facts *f, struct promotion_deferral_values *to)
{
	const struct promotion_set *set = promotion_set(v, f->type, f->year);
	const char *citation;

	(void)to;
	if (!set)
		return;
	citation = promotion_cite(v, set, set->deferral->article);
	if (!listed(v, citation, &set->deferral->causes, f->cause, "延後訓練"))
		return;
	if (text_is(f->cause, described) && (!f->cause_text || !*text_trim(v->mem, f->cause_text))) {
		verdict_data_missing(v, citation, "cause_text", "其他重大事由之內容");
		return;
	}
	if (!f->evidence) {
		verdict_refuse(v, "ERR_EVIDENCE", citation, "以「%s」申請延後訓練，請檢附相關證明文件", f->cause);
		return;
	}
	v->result = RESULT_ALLOWED;
	verdict_say(v, citation, "「%s」得於開訓前檢附證明文件申請延後訓練，保留受訓資格", f->cause);
}

/* ---- hours ---- */

/* False, and REFUSED, unless 0 ≤ hours ≤ course, course at least 1. */
static bool hours_fit(struct verdict *v, const char *citation, struct decimal hours, struct decimal course)
{
	if (decimal_order(hours, decimal_of(0)) >= 0 && decimal_order(course, decimal_of(1)) >= 0 && decimal_order(hours, course) <= 0)
		return true;
	return verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：缺課%s小時，課程%s小時；課程時數應為1以上，缺課時數應為0以上且不超過課程時數",
		decimal_text(v->mem, hours, 2), decimal_text(v->mem, course, 2));
}

/* More than so many percent? */
static bool over(struct decimal hours, struct decimal course, int64_t percent)
{
	return (__int128)hours.n * WHOLE > (__int128)course.n * percent;
}

static void say_hours(struct verdict *v, const char *citation, const char *what, struct decimal hours, struct decimal course,
	int64_t percent, bool is_over)
{
	verdict_say(v, citation, "%s%s小時，課程%s小時之百分之%lld為%s小時，%s", what, decimal_text(v->mem, hours, 2),
		decimal_text(v->mem, course, 2), (long long)percent, decimal_text(v->mem,
		(struct decimal){true, (int64_t)((__int128)course.n * percent / WHOLE)}, 2), is_over ? "超過" : "未超過");
}

/* ---- 停止訓練 ---- */

/* LAW: 佐升正訓練辦法§12II: 應予停止訓練 */
static bool find_mandatory(struct verdict *v, const struct promotion_stop_facts *f, const struct promotion_stop_rule *rule,
	const char *citation, struct maybe_bool *mandatory)
{
	if (!f->listed_hours.known || !f->course_hours.known)
		return true;
	if (!hours_fit(v, citation, f->listed_hours, f->course_hours))
		return false;
	*mandatory = (struct maybe_bool){true, over(f->listed_hours, f->course_hours, rule->percent)};
	say_hours(v, citation, "因停止訓練事由缺課", f->listed_hours, f->course_hours, rule->percent, mandatory->yes);
	return true;
}

void promotion_stop_judge(struct verdict *v, const struct promotion_stop_facts *f, struct promotion_stop_values *to)
{
	const struct promotion_set *set = promotion_set(v, f->type, f->year);
	struct window_answer answer = {0};
	const char *citation;

	if (!set)
		return;
	citation = promotion_cite(v, set, set->stop->article);
	if ((f->cause && !listed(v, citation, &set->stop->causes, f->cause, "停止訓練")) ||
		!find_mandatory(v, f, set->stop, citation, &to->mandatory))
		return;
	window_judge(v, &(struct window){.source = citation, .event = f->event, .length = set->stop->within, .counting = COUNT_NEXT_DAY,
		.filed = f->filed_on, .code = "ERR_STOP_LATE", .late = "逾期，由保訓會決定"}, &answer);
	to->due = answer.due;
	to->in_time = answer.in_time;
	if (to->mandatory.yes && date_set(to->due)) {
		v->result = RESULT_ALLOWED;
		v->code = NULL;
		verdict_say(v, citation, "缺課時數超過規定，應予停止訓練，不受申請期限之限制");
	}
}

/* ---- 廢止受訓資格 ---- */

static const struct promotion_cause *cause_of(const struct promotion_set *set, int cause)
{
	const struct promotion_cause *all = set->revocation->causes.at;
	int i = 0;

	/* Each set has each cause (promotion_set.c). */
	while (all[i].cause != cause)
		i++;
	return &all[i];
}

/* LAW: 佐升正訓練辦法§13: 除停止訓練事由外，請假缺課時數合計超過課程時數20% */
static bool absent_too_long(struct verdict *v, const struct promotion_revocation_facts *f, const struct promotion_set *set,
	const char *citation, bool *met)
{
	if (!f->other_hours.known)
		verdict_data_missing(v, citation, "other_hours", "停止訓練事由以外之請假缺課時數");
	if (!f->course_hours.known)
		verdict_data_missing(v, citation, "course_hours", "課程時數");
	if (v->result == RESULT_DATA_MISSING || !hours_fit(v, citation, f->other_hours, f->course_hours))
		return false;
	*met = over(f->other_hours, f->course_hours, set->revocation->percent);
	say_hours(v, citation, "停止訓練事由以外之請假缺課", f->other_hours, f->course_hours, set->revocation->percent, *met);
	return true;
}

void promotion_revocation_judge(struct verdict *v, const struct promotion_revocation_facts *f, struct promotion_revocation_values *to)
{
	const struct promotion_set *set = promotion_set(v, f->type, f->year);
	const struct promotion_cause *cause;
	const char *citation;
	bool met = true;

	if (!set)
		return;
	cause = cause_of(set, f->cause);
	citation = promotion_cite(v, set, set->revocation->article);
	if (f->cause == CAUSE_ABSENCE_20 && !absent_too_long(v, f, set, citation, &met))
		return;
	if (cause->evidence && !f->evidence) {
		met = false;
		v->code = "ERR_EVIDENCE";
		verdict_say(v, citation, "「%s」：請檢附%s，未檢附前不予認定", cause->text,
			f->cause == CAUSE_TEST_EXCLUSION ? "扣考處分" : "確實證據");
	}
	to->cause_met = (struct maybe_bool){true, verdict_found(v, met)};
	if (!met) {
		verdict_say(v, citation, "「%s」之廢止受訓資格事由不成立", cause->text);
		return;
	}
	to->interval_years = (struct maybe_int){true, cause->interval};
	verdict_say(v, citation, "「%s」之事由成立，由保訓會廢止其當年度受訓資格", cause->text);
	verdict_say(v, promotion_cite(v, set, set->revocation->interval_article), "應間隔%lld年度，始得再次遴選", (long long)cause->interval);
}

void promotion_reentry_judge(struct verdict *v, const struct promotion_reentry_facts *f, struct promotion_reentry_values *to)
{
	const struct promotion_set *set = promotion_newest(v, f->type);
	const struct promotion_cause *cause;
	const char *citation;
	int64_t earliest;

	if (!set)
		return;
	cause = cause_of(set, f->cause);
	citation = promotion_cite(v, set, set->revocation->interval_article);
	earliest = f->revoked_year > 0 && f->revoked_year <= YEAR_MOST ? f->revoked_year + cause->interval + 1 : 0;
	if (!earliest || earliest > YEAR_MOST) {
		verdict_refuse(v, "BAD_PERIOD", citation, "期間錯誤：年度應為1至%d（廢止年度%lld）", YEAR_MOST, (long long)f->revoked_year);
		return;
	}
	to->earliest_year = (struct maybe_int){true, earliest};
	verdict_say(v, citation, "%lld年度因「%s」經廢止受訓資格，應間隔%lld年度，最早得於%lld年度重新遴選", (long long)f->revoked_year,
		cause->text, (long long)cause->interval, (long long)earliest);
}

/* ---- the table ---- */

static void deferral_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_deferral_judge(v, facts, values);
}

static void stop_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_stop_judge(v, facts, values);
}

static void revocation_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_revocation_judge(v, facts, values);
}

static void reentry_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_reentry_judge(v, facts, values);
}

static const struct fact deferral_in[] = {
	FACT(promotion_deferral_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_deferral_facts, year, INT, "年度"),
	FACT(promotion_deferral_facts, cause, TEXT, "事由"),
	FACT(promotion_deferral_facts, evidence, BOOL, "已檢附證明文件"),
	FACT(promotion_deferral_facts, cause_text, TEXT, "其他重大事由之內容", .may_be_absent = true),
	{0}
}, deferral_out[] = {
	{0}
}, stop_in[] = {
	FACT(promotion_stop_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_stop_facts, year, INT, "年度"),
	FACT(promotion_stop_facts, event, DATE, "事由發生日"),
	FACT(promotion_stop_facts, filed_on, DATE, "提出日"),
	FACT(promotion_stop_facts, cause, TEXT, "事由", .may_be_absent = true),
	FACT(promotion_stop_facts, listed_hours, HOURS, "因停止訓練事由缺課時數", .may_be_absent = true),
	FACT(promotion_stop_facts, course_hours, HOURS, "課程時數", .may_be_absent = true),
	{0}
}, stop_out[] = {
	FACT(promotion_stop_values, due, DATE, "末日"),
	FACT(promotion_stop_values, in_time, MAYBE_BOOL, "未逾期"),
	FACT(promotion_stop_values, mandatory, MAYBE_BOOL, "應予停止訓練"),
	{0}
}, revocation_in[] = {
	FACT(promotion_revocation_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_revocation_facts, year, INT, "年度"),
	FACT(promotion_revocation_facts, cause, CHOICE, "事由", .choices = promotion_causes, .shown = promotion_cause_words),
	FACT(promotion_revocation_facts, evidence, BOOL, "已檢附確實證據或扣考處分", .may_be_absent = true),
	FACT(promotion_revocation_facts, other_hours, HOURS, "停止訓練事由以外之請假缺課時數", .may_be_absent = true),
	FACT(promotion_revocation_facts, course_hours, HOURS, "課程時數", .may_be_absent = true),
	{0}
}, revocation_out[] = {
	FACT(promotion_revocation_values, cause_met, MAYBE_BOOL, "事由成立"),
	FACT(promotion_revocation_values, interval_years, MAYBE_INT, "應間隔年度"),
	{0}
}, reentry_in[] = {
	FACT(promotion_reentry_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_reentry_facts, cause, CHOICE, "廢止事由", .choices = promotion_causes, .shown = promotion_cause_words),
	FACT(promotion_reentry_facts, revoked_year, INT, "廢止年度"),
	{0}
}, reentry_out[] = {
	FACT(promotion_reentry_values, earliest_year, MAYBE_INT, "最早得重新遴選之年度"),
	{0}
};

const struct rule promotion_change_rules[] = {
	{"promotion-deferral", "升官等訓練延後訓練", "PROMO-072 PROMO-073", RULE_PROMOTION, deferral_in, deferral_out,
		sizeof(struct promotion_deferral_facts), sizeof(struct promotion_deferral_values), deferral_rule},
	{"promotion-stop", "升官等訓練停止訓練", "PROMO-076 PROMO-078", RULE_PROMOTION, stop_in, stop_out,
		sizeof(struct promotion_stop_facts), sizeof(struct promotion_stop_values), stop_rule},
	{"promotion-revocation", "升官等訓練廢止受訓資格", "PROMO-081 PROMO-082 PROMO-083 PROMO-108 PROMO-109 PROMO-110", RULE_PROMOTION,
		revocation_in, revocation_out, sizeof(struct promotion_revocation_facts), sizeof(struct promotion_revocation_values),
		revocation_rule},
	{"promotion-reentry", "經廢止受訓資格後再次參訓", "PROMO-108 PROMO-109 PROMO-110 PROMO-111", RULE_PROMOTION, reentry_in,
		reentry_out, sizeof(struct promotion_reentry_facts), sizeof(struct promotion_reentry_values), reentry_rule},
	{0}
};
