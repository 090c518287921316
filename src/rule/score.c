/* score.c: the total of a score form, and its bands.  See score.h. */
#include "rule/score.h"

#include "base/text.h"
#include "rule/plan.h"
#include "rule/rule.h"

enum { ITEMS = 5, PLACES = 2, SCORE_MOST = 100 };

/* The items in the order of the form. */
static const struct { const char *id, *label; size_t at, band; } items[ITEMS] = {
#define ITEM(m, label) {#m, label, offsetof(struct score_items, m), offsetof(struct score_bands, m)}
	ITEM(character, "品德"), ITEM(ability, "才能"), ITEM(life, "生活表現"), ITEM(attitude, "學習態度"), ITEM(performance, "工作績效"),
#undef ITEM
};

/* What is being added up. */
struct adding {
	struct verdict *v;
	const char *citation;
	const struct plan_value *weights, *mark;
	struct decimal score[ITEMS], total;
};

static const struct plan_weight *row_of(const struct plan_value *table, const char *id)
{
	const struct plan_weight *row = table->rows.at;

	for (int i = 0; i < table->rows.n; i++)
		if (text_is(row[i].id, id))
			return &row[i];
	return NULL;
}

static bool in_range(const struct adding *a, const char *label, struct decimal n, int64_t most)
{
	if (n.n >= 0 && decimal_order(n, decimal_of(most)) <= 0)
		return true;
	return verdict_refuse(a->v, "SCORE_RANGE", a->citation, "評分超過配分：「%s」%s分，應為0分至%lld分", label,
		decimal_text(a->v->mem, n, PLACES), (long long)most);
}

static bool add_items(struct adding *a, const struct score_items *given)
{
	for (int i = 0; i < ITEMS; i++) {
		const struct plan_weight *weight = row_of(a->weights, items[i].id);

		if (!weight)
			return verdict_param_missing(a->v, plan_key_name(PLAN_SCORE_WEIGHTS));
		a->score[i] = decimal_round(*(const struct decimal *)((const char *)given + items[i].at), PLACES);
		if (!in_range(a, items[i].label, a->score[i], weight->weight))
			return false;
		a->total = decimal_plus(a->total, a->score[i]);
	}
	return true;
}

/* The band of an item by its share of the weight; NULL where the table has no row for it.  Rows stand from the best down. */
static const char *band_of(const struct plan_value *bands, struct decimal score, int64_t weight)
{
	const struct plan_weight *band = bands->rows.at;

	for (int i = 0; i < bands->rows.n; i++)
		if (decimal_order(decimal_times(score, SCORE_MOST), decimal_of(band[i].weight * weight)) >= 0)
			return band[i].id;
	return NULL;
}

/* LAW: 訓練計畫附件6填表說明三 */
static const struct score_bands *bands_of(const struct adding *a)
{
	const struct plan_value *table = plan_value(a->v->plan, PLAN_GUIDE_BANDS);
	struct score_bands *bands = arena_get(a->v->mem, sizeof(*bands));

	if (!table->known)
		return NULL;
	for (int i = 0; i < ITEMS; i++)
		*(const char **)((char *)bands + items[i].band) = band_of(table, a->score[i], row_of(a->weights, items[i].id)->weight);
	return bands;
}

static void say_total(const struct adding *a, const struct score_facts *f, bool enough)
{
	const char *total = decimal_text(a->v->mem, a->total, PLACES), *source = a->weights->source;

	verdict_say(a->v, source ? arena_print(a->v->mem, "%s（%s）", a->citation, source) : a->citation,
		"總分%s分，%lld分以上為及格，%s", total, (long long)a->mark->n, enough ? "及格" : "不及格");
	if (f->mandatory_fail)
		verdict_say(a->v, a->citation, "考試規則或訓練計畫定有應予不及格之情形，不論分數，為不及格");
}

void score_judge(struct verdict *v, const struct score_facts *f, struct score_values *to)
{
	struct adding a = {.v = v, .citation = verdict_cited(v, PLAN_CITE_SCORE), .total = decimal_of(0)};
	bool enough;

	if (!(a.weights = verdict_parameter(v, PLAN_SCORE_WEIGHTS)) || !(a.mark = verdict_parameter(v, PLAN_PASS_MARK)) ||
		!add_items(&a, f->items))
		return;
	if (f->conduct.known)
		a.total = decimal_plus(a.total, f->conduct);
	if (!in_range(&a, "總分", a.total, SCORE_MOST))
		return;
	enough = decimal_order(a.total, decimal_of(a.mark->n)) >= 0;
	say_total(&a, f, enough);
	*to = (struct score_values){a.total, {true, enough && !f->mandatory_fail}, bands_of(&a)};
}

/* ---- the table ---- */

static void score_rule(struct verdict *v, const void *facts, void *values)
{
	score_judge(v, facts, values);
}

static void route_rule(struct verdict *v, const void *facts, void *values)
{
	route_judge(v, facts, values);
}

static void ruling_rule(struct verdict *v, const void *facts, void *values)
{
	ruling_judge(v, facts, values);
}

static const char *const results[] = {"passed", "failed", NULL}, *const results_shown[] = {"及格", "不及格", NULL};
static const char *const nexts[] = {"head", "committee", "reconsider", "commission", "done", NULL};
static const char *const nexts_shown[] = {"機關首長評定", "考績委員會審議", "考績委員會復議", "函送保訓會", "完成", NULL};
static const char *const rulings[] = {"confirm_fail", "return", "extend", "pass", NULL};
static const char *const rulings_shown[] = {"核定不及格", "退還重新評定", "延長實務訓練", "逕予核定及格", NULL};

static const struct fact item_facts[] = {
	FACT(score_items, character, DECIMAL, "品德"),
	FACT(score_items, ability, DECIMAL, "才能"),
	FACT(score_items, life, DECIMAL, "生活表現"),
	FACT(score_items, attitude, DECIMAL, "學習態度"),
	FACT(score_items, performance, DECIMAL, "工作績效"),
	{0}
}, band_facts[] = {
	FACT(score_bands, character, TEXT, "品德"),
	FACT(score_bands, ability, TEXT, "才能"),
	FACT(score_bands, life, TEXT, "生活表現"),
	FACT(score_bands, attitude, TEXT, "學習態度"),
	FACT(score_bands, performance, TEXT, "工作績效"),
	{0}
}, score_in[] = {
	FACT_OF(score_facts, items, score_items, "評分", item_facts),
	FACT(score_facts, conduct, DECIMAL, "獎懲紀錄總分", .may_be_absent = true),
	FACT(score_facts, mandatory_fail, BOOL, "應予不及格之情形", .may_be_absent = true),
	{0}
}, score_out[] = {
	FACT(score_values, total, DECIMAL, "總分", .places = PLACES),
	FACT(score_values, passed, MAYBE_BOOL, "及格"),
	FACT_OF(score_values, bands, score_bands, "等第", band_facts),
	{0}
}, committee_facts[] = {
	FACT(score_committee, heard, BOOL, "已給予受訓人員陳述意見之機會並作成紀錄"),
	FACT(score_committee, result, CHOICE, "審議結果", .choices = results, .shown = results_shown),
	{0}
}, head_facts[] = {
	FACT(score_head, score, DECIMAL, "評分"),
	FACT(score_head, reason, TEXT, "變更之理由", .may_be_absent = true),
	{0}
}, reconsidered_facts[] = {
	FACT(score_reconsidered, result, CHOICE, "復議結果", .choices = results, .shown = results_shown),
	{0}
}, route_in[] = {
	FACT(route_facts, unit_head, DECIMAL, "單位主管評分"),
	FACT(route_facts, mandatory_fail, BOOL, "應予不及格之情形", .may_be_absent = true),
	FACT_OF(route_facts, committee, score_committee, "考績委員會", committee_facts, .may_be_absent = true),
	FACT_OF(route_facts, head, score_head, "機關首長", head_facts, .may_be_absent = true),
	FACT_OF(route_facts, reconsidered, score_reconsidered, "復議", reconsidered_facts, .may_be_absent = true),
	{0}
}, route_out[] = {
	FACT(route_values, next, CHOICE, "下一步驟", .choices = nexts, .shown = nexts_shown),
	FACT(route_values, final, CHOICE, "評定結果", .choices = results, .shown = results_shown),
	{0}
}, ruling_in[] = {
	FACT(ruling_facts, ruling, CHOICE, "保訓會之決定", .choices = rulings, .shown = rulings_shown),
	FACT(ruling_facts, arrived, DATE, "文到日", .may_be_absent = true),
	FACT(ruling_facts, length, LENGTH, "延長期間", .may_be_absent = true),
	FACT(ruling_facts, extended_before, BOOL, "曾經延長", .may_be_absent = true),
	FACT(ruling_facts, end, DATE, "受評訓期之期滿日"),
	FACT(ruling_facts, shortened, BOOL, "縮短實務訓練", .may_be_absent = true),
	{0}
}, ruling_out[] = {
	FACT(ruling_values, due, DATE, "重新評定末日"),
	FACT(ruling_values, new_end, DATE, "延長後期滿日"),
	FACT(ruling_values, effective, DATE, "及格生效日"),
	{0}
};

const struct rule score_rules[] = {
	{"score-total", "實務訓練成績總分", "PLAN-106 PLAN-082", RULE_NEEDS_PLAN, score_in, score_out,
		sizeof(struct score_facts), sizeof(struct score_values), score_rule},
	{"score-route", "實務訓練成績評定程序", "PLAN-109 PLAN-110 PLAN-111 PLAN-112 PLAN-113", RULE_NEEDS_PLAN, route_in, route_out,
		sizeof(struct route_facts), sizeof(struct route_values), route_rule},
	{"commission-ruling", "保訓會對不及格成績之決定", "PLAN-114 PLAN-116 PLAN-117", RULE_NEEDS_PLAN, ruling_in, ruling_out,
		sizeof(struct ruling_facts), sizeof(struct ruling_values), ruling_rule},
	{0}
};
