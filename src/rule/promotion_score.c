/* promotion_score.c: 總成績 of a 升官等訓練.  See promotion.h. */
#include "rule/promotion.h"

#include "rule/promotion_set.h"
#include "rule/rule.h"

enum { PLACES = 2, WHOLE = 100 };

static bool in_scale(struct verdict *v, const char *citation, const char *label, struct decimal score)
{
	if (decimal_order(score, decimal_of(0)) >= 0 && decimal_order(score, decimal_of(WHOLE)) <= 0)
		return true;
	return verdict_refuse(v, "SCORE_RANGE", citation, "%s應為0至%d分（實際為%s）", label, WHOLE, decimal_text(v->mem, score, PLACES));
}

/* Exact for scores of two and shares of four places. */
static struct decimal share_of(struct decimal score, struct decimal percent)
{
	return (struct decimal){true, (int64_t)((__int128)score.n * percent.n / decimal_of(WHOLE).n)};
}

void promotion_score_judge(struct verdict *v, const struct promotion_score_facts *f, struct promotion_score_values *to)
{
	const struct promotion_set *set = promotion_set(v, f->type, f->year);
	const struct promotion_score_rule *rule;
	struct decimal percent, rest, exact;

	if (!set)
		return;
	rule = set->score;
	percent = f->training_percent.known || !rule ? f->training_percent : rule->training_percent;
	if (!rule || !percent.known) {
		promotion_param_missing(v, set, rule ? "score.training_percent" : "score");
		return;
	}
	if (!in_scale(v, rule->source, "訓練成績", f->training) || !in_scale(v, rule->source, "訓練課程成績", f->course) ||
			!in_scale(v, rule->source, "訓練成績占總成績之比例", percent))
		return;
	rest = (struct decimal){true, decimal_of(WHOLE).n - percent.n};
	exact = decimal_plus(share_of(f->training, percent), share_of(f->course, rest));
	to->total = decimal_round(exact, PLACES);
	to->passed = (struct maybe_bool){true, decimal_order(to->total, rule->pass_mark) >= 0};
	verdict_say(v, rule->source, "訓練成績%s × %s%% + 訓練課程成績%s × %s%% = %s，取至小數第2位（第3位四捨五入）為%s",
		decimal_text(v->mem, f->training, PLACES), decimal_text(v->mem, percent, PLACES), decimal_text(v->mem, f->course, PLACES),
		decimal_text(v->mem, rest, PLACES), decimal_text(v->mem, exact, 4), decimal_text(v->mem, to->total, PLACES));
	verdict_say(v, rule->source, "總成績%s分，%s%s分，%s", decimal_text(v->mem, to->total, PLACES), to->passed.yes ? "達" : "未達",
		decimal_text(v->mem, rule->pass_mark, 0), to->passed.yes ? "及格" : "不及格");
}

static void score_rule(struct verdict *v, const void *facts, void *values)
{
	promotion_score_judge(v, facts, values);
}

static const struct fact score_in[] = {
	FACT(promotion_score_facts, type, CHOICE, "訓練類別", .choices = promotion_types, .shown = promotion_type_words),
	FACT(promotion_score_facts, year, INT, "年度"),
	FACT(promotion_score_facts, training, DECIMAL, "訓練成績"),
	FACT(promotion_score_facts, course, DECIMAL, "訓練課程成績"),
	FACT(promotion_score_facts, training_percent, DECIMAL, "訓練成績占總成績之比例（%）", .may_be_absent = true),
	{0}
}, score_out[] = {
	FACT(promotion_score_values, total, DECIMAL, "總成績", .places = PLACES),
	FACT(promotion_score_values, passed, MAYBE_BOOL, "及格"),
	{0}
};

const struct rule promotion_score_rules[] = {
	{"promotion-score", "升官等訓練總成績", "PROMO-085", RULE_PROMOTION, score_in, score_out, sizeof(struct promotion_score_facts),
		sizeof(struct promotion_score_values), score_rule},
	{0}
};
