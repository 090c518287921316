/* promotion_find.c: sets of parameters against each other, and for the rules.  See promotion_set.h. */
#include "rule/promotion_set.h"

#include <stdint.h>

#include "base/text.h"
#include "rule/plan_private.h"

/* ---- against each other ---- */

static bool same_length(struct period a, struct period b)
{
	return a.n == b.n && a.unit == b.unit;
}

/* What rules ask without a kind or without a year. */
static bool same_numbers(const struct promotion_set *a, const struct promotion_set *b)
{
	const struct promotion_cause *of_a = a->revocation->causes.at, *of_b = b->revocation->causes.at;

	for (int i = 0; i < a->revocation->causes.n; i++)
		for (int k = 0; k < b->revocation->causes.n; k++)
			if (of_a[i].cause == of_b[k].cause && of_a[i].interval != of_b[k].interval)
				return false;
	return same_length(a->recheck->within, b->recheck->within) && same_length(a->recheck->answer_within, b->recheck->answer_within) &&
		same_length(a->recheck->extension, b->recheck->extension) && same_length(a->fee_within, b->fee_within) &&
		same_length(a->makeup->within, b->makeup->within) && same_length(a->exempt->within, b->exempt->within) &&
		(!a->quota || !b->quota || (a->quota->reserve_percent == b->quota->reserve_percent &&
		!decimal_order(a->quota->threshold, b->quota->threshold)));
}

static bool covers(const struct promotion_set *s, int64_t year)
{
	return s->from_year <= year && (!s->until_year.known || year <= s->until_year.n);
}

void promotions_check(struct plans *plans)
{
	const struct promotions *p = plans->promotions;

	for (int i = 0; p && i < p->n; i++)
		for (int k = 0; k < i; k++) {
			const struct promotion_set *a = p->at[k], *b = p->at[i];

			if (a->type == b->type && (covers(a, b->from_year) || covers(b, a->from_year)))
				plan_complain(plans, false, b->file, "PLAN_DUPLICATE", 0, "/from_year", "年度與%s重疊", a->file);
			if (!same_numbers(a, b))
				plan_complain(plans, false, b->file, "PLAN_INVALID", 0, "",
					"複查、證書費、補訓、免訓期限、間隔年度及名額計算方式應與%s相同", a->file);
		}
}

/* ---- for the rules ---- */

/* year 0: of no year. */
static const struct promotion_set *missing(struct verdict *v, int type, int64_t year)
{
	const char *parameter = arena_print(v->mem, "promotion.%s", promotion_types[type]);

	names_add(v->mem, &v->params, parameter);
	v->result = RESULT_PARAM_MISSING;
	verdict_say(v, arena_print(v->mem, "%s訓練辦法", promotion_type_words[type]), "未載入%s「%s」訓練之參數（%s），請人工認定",
		year ? arena_print(v->mem, "%lld年度", (long long)year) : "", promotion_type_words[type], parameter);
	return NULL;
}

const struct promotion_set *promotion_set(struct verdict *v, int type, int64_t year)
{
	for (int i = 0; v->promotions && i < v->promotions->n; i++) {
		const struct promotion_set *s = v->promotions->at[i];

		if (s->type != type || !covers(s, year))
			continue;
		if (s->checked_until.known && year > s->checked_until.n)
			verdict_say(v, s->regulation, "%s", s->remark);
		return s;
	}
	return missing(v, type, year);
}

const struct promotion_set *promotion_newest(struct verdict *v, int type)
{
	const struct promotion_set *best = NULL;

	for (int i = 0; v->promotions && i < v->promotions->n; i++)
		if (v->promotions->at[i]->type == type && (!best || best->from_year < v->promotions->at[i]->from_year))
			best = v->promotions->at[i];
	return best ? best : missing(v, type, 0);
}

bool promotion_param_missing(struct verdict *v, const struct promotion_set *set, const char *parameter)
{
	names_add(v->mem, &v->params, parameter);
	v->result = RESULT_PARAM_MISSING;
	verdict_say(v, set->regulation, "升官等訓練參數檔未定義：%s（%lld年度起）%s，請人工認定", set->name, (long long)set->from_year,
		parameter);
	return false;
}

const char *promotion_cite(struct verdict *v, const struct promotion_set *set, const char *article)
{
	return arena_print(v->mem, "%s%s", set->regulation, article);
}
