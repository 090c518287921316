/* promotion_quota.c: places, who moves up, and which agency selects.  See promotion.h. */
#include "rule/promotion.h"

#include "rule/promotion_set.h"
#include "rule/rule.h"

/* A decimal counts billionths; a share of persons in percent is then in units of 10^-11, and three places are kept. */
enum { HUNDRED = 100, THOUSAND = 1000, UNITS_OF_A_PLACE = 100000000, BILLIONTHS_OF_A_PLACE = 1000000, ROC = 1911 };

static const char law_transfer[] = "保訓會升官等訓練辦理作業綱要「辦理遴選常見問題」第8題",
	law_substitution[] = "保訓會升官等訓練辦理作業綱要「開訓前放棄參訓：主管機關如何判別遞補與否」";

/* ---- places ---- */

static const char *places(struct verdict *v, int64_t thousandths)
{
	return arena_print(v->mem, "%lld.%03lld", (long long)(thousandths / THOUSAND), (long long)(thousandths % THOUSAND));
}

static bool fine(struct verdict *v, const char *citation, const struct promotion_quota_facts *f)
{
	if (decimal_order(f->carried_in, decimal_of(0)) < 0 || decimal_order(f->ratio, decimal_of(0)) < 0 ||
		decimal_order(f->ratio, decimal_of(HUNDRED)) > 0)
		return verdict_refuse(v, "BAD_DATA", citation, "資料錯誤：前年度保留名額應為0以上，調訓比例應為0%%至100%%（實際為%s、%s%%）",
			decimal_text(v->mem, f->carried_in, 3), decimal_text(v->mem, f->ratio, 3));
	return verdict_count(v, citation, "符合受訓資格人數", f->eligible, 0) &&
		verdict_count(v, citation, "補訓不占名額人數", f->makeup_outside, 0) &&
		verdict_count(v, citation, "成績不及格經遴選重新訓練人數", f->failed_reselected, 0);
}

static struct maybe_int whole(int64_t n)
{
	return (struct maybe_int){true, n};
}

/* C in thousandths: cut, so that no rounding lifts it over the threshold.    PROMO-044 */
static int64_t column_c(const struct promotion_quota_facts *f)
{
	__int128 all = (__int128)f->carried_in.n * HUNDRED + (__int128)f->ratio.n * f->eligible;

	return (int64_t)(all / UNITS_OF_A_PLACE);
}

void promotion_quota_judge(struct verdict *v, const struct promotion_quota_facts *f, struct promotion_quota_values *to)
{
	const struct promotion_set *set = promotion_newest(v, ZUO_TO_ZHENG);
	const char *citation;
	int64_t c, n, rest, place;

	if (!set || !set->quota) {
		if (set)
			promotion_param_missing(v, set, "quota.threshold");
		return;
	}
	citation = promotion_cite(v, set, set->quota->article);
	if (!fine(v, citation, f))
		return;
	c = column_c(f);
	n = c / THOUSAND;
	rest = c % THOUSAND;
	place = rest * BILLIONTHS_OF_A_PLACE >= set->quota->threshold.n;
	*to = (struct promotion_quota_values){.c = places(v, c), .carried_out = places(v, place ? 0 : rest), .whole = whole(n),
		.fraction_place = whole(place), .total = whole(n + place + f->makeup_outside + f->failed_reselected),
		.reserve = whole(n * set->quota->reserve_percent / HUNDRED)};
	verdict_say(v, citation, "C欄：符合受訓資格%lld人 × %s%% + 前年度保留%s = %s（取至小數第3位，不進位）", (long long)f->eligible,
		decimal_text(v->mem, f->ratio, 4), decimal_text(v->mem, f->carried_in, 3), to->c);
	verdict_say(v, citation, "小數部分0.%03lld，%s%s，%s", (long long)rest, place ? "達" : "未達",
		decimal_text(v->mem, set->quota->threshold, 3), place ? "以1人計" : "保留至次年度");
	verdict_say(v, citation, "參訓名額：%lld + %lld + 補訓不占名額%lld + 成績不及格重新訓練%lld = %lld人；備選名額：%lld × %lld%% = %lld人",
		(long long)n, (long long)place, (long long)f->makeup_outside, (long long)f->failed_reselected, (long long)to->total.n,
		(long long)n, (long long)set->quota->reserve_percent, (long long)to->reserve.n);
}

/* ---- who moves up ---- */

void promotion_substitution_judge(struct verdict *v, const struct promotion_substitution_facts *f,
	struct promotion_substitution_values *to)
{
	if (f->first_time && f->failed_before) {
		verdict_refuse(v, "BAD_DATA", law_substitution, "資料錯誤：第1次參訓人員不得同時為歷年成績不及格人員");
		return;
	}
	if (f->failed_before) {
		to->substitute = (struct maybe_bool){true, false};
		verdict_say(v, law_substitution, "態樣2：歷年成績不及格，經再次遴選重新參訓人員，無須遞補備選人員參訓");
	} else if (f->first_time && f->quota_kind == IN_QUOTA) {
		to->substitute = (struct maybe_bool){true, true};
		verdict_say(v, law_substitution, "態樣1：第1次參訓人員，占年度分配名額，須遞補備選人員參訓");
	} else {
		v->result = RESULT_REVIEW;
		verdict_say(v, law_substitution, "非第1次參訓人員占年度分配名額，亦非歷年成績不及格人員，無對應之態樣，由遴選機關敘明理由決定");
	}
}

/* ---- which agency ---- */

void promotion_transfer_judge(struct verdict *v, const struct promotion_transfer_facts *f, struct promotion_transfer_values *to)
{
	bool in_calendar = f->year > 1 && f->year <= THOUSAND;
	struct date last = in_calendar ? date_make((int)f->year - 1 + ROC, 12, 31) : (struct date){0};
	bool moved_before = !date_before(last, f->transferred_on);

	to->selecting = -1;
	if (!verdict_in_range(v, last) || !verdict_in_range(v, f->transferred_on))
		return;
	to->selecting = moved_before ? SELECTING_NEW : SELECTING_OLD;
	verdict_say(v, law_transfer, "以前一年度12月31日（%s）之任職機關為準：%s調任，%s", date_long_text(v->mem, last),
		date_long_text(v->mem, f->transferred_on), moved_before ? "由新任機關遴選" : "由原任機關遴選");
}

/* ---- the table ---- */

static void quota_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_quota_judge(v, facts, values);
}

static void substitution_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_substitution_judge(v, facts, values);
}

static void transfer_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_transfer_judge(v, facts, values);
}

static const char *const quota_kinds[] = {[IN_QUOTA] = "in_quota", [NO_QUOTA] = "no_quota", NULL},
	*const quota_kind_words[] = {[IN_QUOTA] = "占年度分配名額", [NO_QUOTA] = "不占年度分配名額", NULL},
	*const selecting[] = {[SELECTING_NEW] = "new", [SELECTING_OLD] = "old", NULL},
	*const selecting_words[] = {[SELECTING_NEW] = "新任機關", [SELECTING_OLD] = "原任機關", NULL};

static const struct fact quota_in[] = {
	FACT(promotion_quota_facts, carried_in, DECIMAL, "前年度保留名額"),
	FACT(promotion_quota_facts, eligible, INT, "當年度符合受訓資格人數"),
	FACT(promotion_quota_facts, ratio, PERCENT, "調訓比例"),
	FACT(promotion_quota_facts, makeup_outside, INT, "補訓不占名額人數"),
	FACT(promotion_quota_facts, failed_reselected, INT, "成績不及格經遴選重新訓練人數"),
	{0}
}, quota_out[] = {
	FACT(promotion_quota_values, c, TEXT, "C欄"),
	FACT(promotion_quota_values, whole, MAYBE_INT, "C欄整數部分"),
	FACT(promotion_quota_values, fraction_place, MAYBE_INT, "小數以1人計"),
	FACT(promotion_quota_values, total, MAYBE_INT, "參訓名額合計"),
	FACT(promotion_quota_values, reserve, MAYBE_INT, "備選名額"),
	FACT(promotion_quota_values, carried_out, TEXT, "保留至次年度名額"),
	{0}
}, substitution_in[] = {
	FACT(promotion_substitution_facts, first_time, BOOL, "第1次參訓人員"),
	FACT(promotion_substitution_facts, failed_before, BOOL, "歷年成績不及格人員"),
	FACT(promotion_substitution_facts, quota_kind, CHOICE, "是否占年度分配名額", .choices = quota_kinds, .shown = quota_kind_words),
	{0}
}, substitution_out[] = {
	FACT(promotion_substitution_values, substitute, MAYBE_BOOL, "遞補備選人員"),
	{0}
}, transfer_in[] = {
	FACT(promotion_transfer_facts, year, INT, "年度"),
	FACT(promotion_transfer_facts, transferred_on, DATE, "調任日"),
	{0}
}, transfer_out[] = {
	FACT(promotion_transfer_values, selecting, CHOICE, "遴選機關", .choices = selecting, .shown = selecting_words),
	{0}
};

const struct rule promotion_quota_rules[] = {
	{"promotion-quota", "升官等訓練參訓名額", "PROMO-033 PROMO-036 PROMO-037 PROMO-040 PROMO-041 PROMO-042 PROMO-044 PROMO-045",
		RULE_PROMOTION, quota_in, quota_out, sizeof(struct promotion_quota_facts), sizeof(struct promotion_quota_values), quota_rule},
	{"promotion-substitution", "訓前放棄之遞補", "PROMO-068", RULE_PROMOTION, substitution_in, substitution_out,
		sizeof(struct promotion_substitution_facts), sizeof(struct promotion_substitution_values), substitution_rule},
	{"promotion-transfer", "商調人員之遴選機關", "PROMO-027", RULE_PROMOTION, transfer_in, transfer_out,
		sizeof(struct promotion_transfer_facts), sizeof(struct promotion_transfer_values), transfer_rule},
	{0}
};
