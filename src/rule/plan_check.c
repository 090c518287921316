/* plan_check.c: what no single value of a plan can tell: sums, levels, years without gaps, items of causes.      PLAN-003 */
#include <string.h>

#include "base/text.h"
#include "rule/plan_private.h"

enum { WEIGHT_TOTAL = 100 };

struct checking { struct plans *plans; const struct plan *plan; };

static const struct plan_value *value(const struct checking *c, enum plan_key k)
{
	return &c->plan->values[k];
}

__attribute__((format(printf, 3, 4)))
static void wrong(const struct checking *c, enum plan_key k, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	plan_complain(c->plans, false, c->plan->file, "PLAN_INVALID", 0, plan_path(c->plans->mem, k), "%s",
		arena_vprint(c->plans->mem, format, args));
	va_end(args);
}

/* ---- scores: A = 45, B = 55, together 100 ---- */

static int64_t sum(const struct fact_rows *rows, const char *group)
{
	const struct plan_weight *w = rows->at;
	int64_t total = 0;

	for (int i = 0; i < rows->n; i++)
		if (!group || text_is(w[i].group, group))
			total += w[i].weight;
	return total;
}

static bool has_group(const struct fact_rows *groups, const char *id)
{
	const struct plan_weight *g = groups->at;

	for (int i = 0; i < groups->n; i++)
		if (text_is(g[i].id, id))
			return true;
	return false;
}

static void check_scores(const struct checking *c)
{
	const struct plan_value *groups = value(c, PLAN_SCORE_GROUPS), *weights = value(c, PLAN_SCORE_WEIGHTS);
	const struct plan_weight *g = groups->rows.at, *w = weights->rows.at;

	if (groups->known != weights->known)
		wrong(c, PLAN_SCORE_WEIGHTS, "score.groups與score.weights應同時列明或同為null");
	if (!groups->known || !weights->known)
		return;
	for (int i = 0; i < groups->rows.n; i++)
		if (sum(&weights->rows, g[i].id) != g[i].weight)
			wrong(c, PLAN_SCORE_WEIGHTS, "%s = %lld, expected %lld（%s細目配分合計應等於項目配分）", g[i].id,
				(long long)sum(&weights->rows, g[i].id), (long long)g[i].weight, g[i].label);
	for (int i = 0; i < weights->rows.n; i++)
		if (!w[i].group || !has_group(&groups->rows, w[i].group) || w[i].weight < 1)
			wrong(c, PLAN_SCORE_WEIGHTS, "「%s」之所屬項目不存在，或配分不是正整數", w[i].label);
	if (sum(&groups->rows, NULL) != WEIGHT_TOTAL)
		wrong(c, PLAN_SCORE_GROUPS, "A + B = %lld, expected %d", (long long)sum(&groups->rows, NULL), WEIGHT_TOTAL);
}

/* ---- levels ---- */

static int times(const struct fact_texts *in, const char *text)
{
	int n = 0;

	for (int i = 0; i < in->n; i++)
		n += text_is(in->at[i], text);
	return n;
}

static void check_levels(const struct checking *c)
{
	const struct fact_texts *levels = &value(c, PLAN_LEVELS)->texts;
	const struct fact_rows *rows = &value(c, PLAN_ALLOWANCE)->rows;
	const struct plan_allowance *a = rows->at;

	if (!value(c, PLAN_LEVELS)->known || !levels->n)
		wrong(c, PLAN_LEVELS, "至少應有一個考試等級");
	for (int i = 0; i < levels->n; i++) {
		int found = 0;

		for (int r = 0; r < rows->n; r++)
			found += text_is(a[r].level, levels->at[i]);
		if (times(levels, levels->at[i]) != 1)
			wrong(c, PLAN_LEVELS, "考試等級重複：%s", levels->at[i]);
		if (value(c, PLAN_ALLOWANCE)->known && found != 1)
			wrong(c, PLAN_ALLOWANCE, "「%s」應恰有一列，現有%d列", levels->at[i], found);
	}
	for (int r = 0; r < rows->n; r++)
		if (!times(levels, a[r].level))
			wrong(c, PLAN_ALLOWANCE, "「%s」不在plan.levels", a[r].level);
}

/* ---- years ---- */

static void check_makeup(const struct checking *c)
{
	int64_t from = value(c, PLAN_MAKEUP_FROM)->n, until = value(c, PLAN_MAKEUP_UNTIL)->n;

	if (!value(c, PLAN_MAKEUP_FROM)->known || !value(c, PLAN_MAKEUP_UNTIL)->known || from == until + 1)
		return;
	if (from > until + 1)
		wrong(c, PLAN_MAKEUP_FROM, "%lld年至%lld年未規定：makeup.only_from_year應為makeup.or_retrain_until_year + 1",
			(long long)until + 1, (long long)from - 1);
	else
		wrong(c, PLAN_MAKEUP_FROM, "%lld年至%lld年重複規定", (long long)from, (long long)until);
}

/* How many rows speak of a year. */
static int rows_of(const struct fact_rows *rows, int64_t year)
{
	const struct plan_years *y = rows->at;
	int n = 0;

	for (int i = 0; i < rows->n; i++)
		n += (!y[i].from.known || y[i].from.n <= year) && (!y[i].until.known || y[i].until.n >= year);
	return n;
}

static void check_insurance(const struct checking *c)
{
	enum { FIRST_EXAM = 39, YEARS_MOST = 999 };
	const struct fact_rows *rows = &value(c, PLAN_INSURANCE)->rows;

	if (!value(c, PLAN_INSURANCE)->known)
		return;
	for (int64_t year = FIRST_EXAM; year <= YEARS_MOST; year++)
		if (rows_of(rows, year) != 1) {
			wrong(c, PLAN_INSURANCE, "%lld年應恰屬一列，現屬%d列", (long long)year, rows_of(rows, year));
			return;
		}
}

/* ---- causes of revocation ---- */

static const char *const cause_ids[] = {"waive_absent_quit", "bt_retrain_failed", "bt_absence_20", "bt_truancy_5", "pt_absent_3d",
	"impersonation", "cheating_barred", "pt_failed", "sick_leave_end", "leave_half", "major_demerit", "violence", "bad_conduct"};

static int64_t item_of(const struct checking *c, const char *id, int *found)
{
	const struct fact_rows *rows = &value(c, PLAN_REVOKE_CAUSES)->rows;
	const struct plan_cause *cause = rows->at;
	int64_t item = 0;

	*found = 0;
	for (int i = 0; i < rows->n; i++)
		if (times(&cause[i].ids, id)) {
			*found += times(&cause[i].ids, id);
			item = cause[i].item;
		}
	return item;
}

static bool known_cause(const char *id)
{
	for (size_t i = 0; i < sizeof(cause_ids) / sizeof(*cause_ids); i++)
		if (text_is(cause_ids[i], id))
			return true;
	return false;
}

static void check_cause_ids(const struct checking *c, const struct plan_cause *cause)
{
	int found;

	if (!cause->ids.n)
		wrong(c, PLAN_REVOKE_CAUSES, "第%lld目沒有事由代號", (long long)cause->item);
	for (int i = 0; i < cause->ids.n; i++) {
		item_of(c, cause->ids.at[i], &found);
		if (!known_cause(cause->ids.at[i]))
			wrong(c, PLAN_REVOKE_CAUSES, "不明的事由代號：%s", cause->ids.at[i]);
		if (found > 1)
			wrong(c, PLAN_REVOKE_CAUSES, "事由代號重複：%s", cause->ids.at[i]);
	}
}

static void check_causes(const struct checking *c)
{
	const struct fact_rows *rows = &value(c, PLAN_REVOKE_CAUSES)->rows;
	const struct plan_cause *cause = rows->at;
	int found;

	if (!value(c, PLAN_REVOKE_CAUSES)->known)
		return;
	for (int i = 0; i < rows->n; i++) {
		if (cause[i].item != i + 1)
			wrong(c, PLAN_REVOKE_CAUSES, "%d個事由之目次應為1至%d，不得跳號或重複：第%d個為%lld", rows->n, rows->n, i + 1,
				(long long)cause[i].item);
		check_cause_ids(c, &cause[i]);
	}
	if (value(c, PLAN_STOP_UNLESS)->known && item_of(c, "bad_conduct", &found) != value(c, PLAN_STOP_UNLESS)->n)
		wrong(c, PLAN_STOP_UNLESS, "第%lld目不是bad_conduct（第%lld目）", (long long)value(c, PLAN_STOP_UNLESS)->n,
			(long long)item_of(c, "bad_conduct", &found));
}

/* ---- citations, what must not be null, what may ---- */

/* Rules that every plan has. */
static void check_citations(const struct checking *c)
{
	static const struct { enum plan_citation cite; const char *name; } always[] = {
		{PLAN_CITE_BASIS, "basis"}, {PLAN_CITE_PERIOD, "period"}, {PLAN_CITE_PERIOD_EXEMPTED, "period_exempted"},
		{PLAN_CITE_PERIOD_SHORTENED, "period_shortened"}, {PLAN_CITE_RETAIN_WINDOW, "retain_window"},
		{PLAN_CITE_PLAN_FORM, "plan_form"}, {PLAN_CITE_LEAVE, "leave"}, {PLAN_CITE_EXTEND, "extend"},
		{PLAN_CITE_REVOKE, "revoke"}, {PLAN_CITE_MAKEUP, "makeup"}, {PLAN_CITE_TARGETS, "targets"},
		{PLAN_CITE_FALLBACK, "fallback"},
	};
	bool self_funded = value(c, PLAN_SELF_FUNDED)->yes, excluded = value(c, PLAN_EXCLUDED)->texts.n > 0;

	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		if (!c->plan->citations[always[i].cite])
			plan_complain(c->plans, false, c->plan->file, "PLAN_INVALID", 0,
				arena_print(c->plans->mem, "/citations/%s", always[i].name), "缺少依據");
	if (self_funded && !c->plan->citations[PLAN_CITE_SELF_FUNDED])
		plan_complain(c->plans, false, c->plan->file, "PLAN_INVALID", 0, "/citations/self_funded", "缺少依據");
	if (excluded && !c->plan->citations[PLAN_CITE_EXCLUDED])
		plan_complain(c->plans, false, c->plan->file, "PLAN_INVALID", 0, "/citations/excluded", "缺少依據");
}

static void check_self_funded(const struct checking *c)
{
	bool allowed = value(c, PLAN_SELF_FUNDED)->known && value(c, PLAN_SELF_FUNDED)->yes;

	if (allowed != value(c, PLAN_SELF_FUNDED_TIMES)->known || allowed != value(c, PLAN_SELF_FUNDED_WITHIN)->known)
		wrong(c, PLAN_SELF_FUNDED, "allowed為true時應列明times及apply_within，否則應為null");
}

static void check_together(const struct checking *c, enum plan_key a, enum plan_key b)
{
	if (value(c, a)->known != value(c, b)->known)
		wrong(c, b, "「%s」與「%s」應同時列明或同為null", plan_key_label(a), plan_key_label(b));
}

/* A null whose source says why it is none is as it should be. */
static void warn_of_nulls(const struct checking *c)
{
	for (int k = 0; k < PLAN_KEYS_N; k++)
		if (!c->plan->values[k].known && !c->plan->values[k].source)
			plan_complain(c->plans, true, c->plan->file, "PARAM_MISSING", 0, plan_path(c->plans->mem, (enum plan_key)k),
				"訓練計畫檔未定義：%s，請人工認定", plan_key_label((enum plan_key)k));
}

void plan_check(struct plans *plans, const struct plan *plan)
{
	struct checking c = {plans, plan};

	check_scores(&c);
	check_levels(&c);
	check_makeup(&c);
	check_insurance(&c);
	check_causes(&c);
	check_citations(&c);
	check_self_funded(&c);
	check_together(&c, PLAN_FORM_WITHIN, PLAN_FORM_COUNTED);
	check_together(&c, PLAN_PERIOD_TOTAL, PLAN_PERIOD_COUNTED);
	check_together(&c, PLAN_PERIOD_TOTAL, PLAN_PERIOD_SHORTENED);
	check_together(&c, PLAN_EXTEND_TIMES, PLAN_EXTEND_FROM);
	warn_of_nulls(&c);
}
