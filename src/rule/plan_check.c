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

/* Each level in exactly one row; rows: structs of `size` that begin with the level. */
static void check_levels_of(const struct checking *c, enum plan_key k, size_t size, bool each)
{
	const struct fact_texts *levels = &value(c, PLAN_LEVELS)->texts;
	const struct fact_rows *rows = &value(c, k)->rows;

	for (int i = 0; value(c, k)->known && i < levels->n; i++) {
		int found = 0;

		for (int r = 0; r < rows->n; r++)
			found += text_is(*(const char *const *)((const char *)rows->at + (size_t)r * size), levels->at[i]);
		if (found > 1 || (each && !found))
			wrong(c, k, "「%s」應恰有一列，現有%d列", levels->at[i], found);
	}
	for (int r = 0; r < rows->n; r++) {
		const char *level = *(const char *const *)((const char *)rows->at + (size_t)r * size);

		if (!times(levels, level))
			wrong(c, k, "「%s」不在plan.levels", level);
	}
}

static void check_levels(const struct checking *c)
{
	const struct fact_texts *levels = &value(c, PLAN_LEVELS)->texts;

	if (!value(c, PLAN_LEVELS)->known || !levels->n)
		wrong(c, PLAN_LEVELS, "至少應有一個考試等級");
	for (int i = 0; i < levels->n; i++)
		if (times(levels, levels->at[i]) != 1)
			wrong(c, PLAN_LEVELS, "考試等級重複：%s", levels->at[i]);
	check_levels_of(c, PLAN_ALLOWANCE, sizeof(struct plan_allowance), true);
	check_levels_of(c, PLAN_SHORTEN_GRADES, sizeof(struct plan_grade), true);
	check_levels_of(c, PLAN_EXEMPT_SAME_OR_HIGHER, sizeof(struct plan_levels), false);
	check_levels_of(c, PLAN_EXEMPT_LOWER, sizeof(struct plan_levels), false);
}

static const char *const exam_levels[] = {"高考一級", "高考二級", "高考三級", "普通考試", "初等考試", "特考一等", "特考二等", "特考三等",
	"特考四等", "特考五等"};

static bool is_exam_level(const char *level)
{
	for (size_t i = 0; i < sizeof(exam_levels) / sizeof(*exam_levels); i++)
		if (text_is(exam_levels[i], level))
			return true;
	return false;
}

static void check_exemption(const struct checking *c, enum plan_key k)
{
	const struct fact_rows *rows = &value(c, k)->rows;
	const struct plan_levels *row = rows->at;

	for (int i = 0; i < rows->n; i++)
		for (int e = 0; e < row[i].earlier.n; e++)
			if (!is_exam_level(row[i].earlier.at[e]))
				wrong(c, k, "不明的考試等級：%s", row[i].earlier.at[e]);
}

static void check_grades(const struct checking *c)
{
	enum { GRADE_MOST = 14 };
	const struct fact_rows *rows = &value(c, PLAN_SHORTEN_GRADES)->rows;
	const struct plan_grade *row = rows->at;

	for (int i = 0; i < rows->n; i++) {
		if (row[i].grade < 1 || row[i].grade > GRADE_MOST || row[i].post.known != row[i].with_post.known)
			wrong(c, PLAN_SHORTEN_GRADES, "「%s」之職等應為1至14，post與with_post應同時列明或同為null", row[i].level);
		else if (row[i].post.known && (row[i].post.n < 1 || row[i].post.n > GRADE_MOST || row[i].with_post.n < 1 ||
			row[i].with_post.n >= row[i].grade))
			wrong(c, PLAN_SHORTEN_GRADES, "「%s」之with_post應低於grade，post應為1至14", row[i].level);
	}
}

/* ---- causes of retention ---- */

static void check_retention(const struct checking *c, enum plan_key k)
{
	const struct fact_texts *causes = &value(c, PLAN_RETAIN_CAUSES)->texts;
	const struct fact_rows *rows = &value(c, k)->rows;
	const struct plan_retention *row = rows->at;

	for (int i = 0; i < rows->n; i++)
		for (int j = 0; j <= i; j++)
			if (j < i ? text_is(row[i].cause, row[j].cause) : !times(causes, row[i].cause))
				wrong(c, k, "「%s」重複，或不在retain.causes", row[i].cause);
	for (int i = 0; i < causes->n && k == PLAN_RETAIN_MAX_NEW && value(c, k)->known; i++) {
		int found = 0;

		for (int r = 0; r < rows->n; r++)
			found += text_is(row[r].cause, causes->at[i]);
		if (!found)
			wrong(c, k, "「%s」無保留年限", causes->at[i]);
	}
}

static void check_evidence(const struct checking *c, enum plan_key k)
{
	const struct fact_rows *rows = &value(c, k)->rows;
	const struct plan_evidence *row = rows->at;

	for (int i = 0; i < rows->n; i++) {
		if (!row[i].causes.n || !row[i].any_of.n)
			wrong(c, k, "第%d列未列事由或證明文件", i + 1);
		for (int t = 0; t < row[i].causes.n; t++)
			if (!times(&value(c, PLAN_RETAIN_CAUSES)->texts, row[i].causes.at[t]))
				wrong(c, k, "「%s」不在retain.causes", row[i].causes.at[t]);
	}
}

/* From the best down, the last one for all the rest. */
static void check_bands(const struct checking *c)
{
	const struct fact_rows *rows = &value(c, PLAN_GUIDE_BANDS)->rows;
	const struct plan_weight *band = rows->at;

	for (int i = 1; i < rows->n; i++)
		if (band[i].weight >= band[i - 1].weight)
			wrong(c, PLAN_GUIDE_BANDS, "「%s」之分數應低於前一等級", band[i].id);
	if (value(c, PLAN_GUIDE_BANDS)->known && (!rows->n || band[rows->n - 1].weight != 0))
		wrong(c, PLAN_GUIDE_BANDS, "最後一個等級應自0分起");
}

static void check_percents(const struct checking *c)
{
	static const enum plan_key keys[] = {PLAN_STOP_BT_PERCENT, PLAN_REVOKE_BT_TRUANCY, PLAN_REVOKE_BT_ABSENCE, PLAN_PASS_MARK,
		PLAN_BT_PASS_MARK};

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (value(c, keys[i])->known && (value(c, keys[i])->n < 1 || value(c, keys[i])->n > 100))
			wrong(c, keys[i], "「%s」應為1至100", plan_key_label(keys[i]));
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

static void check_hours(const struct checking *c)
{
	const struct plan_value *hours = value(c, PLAN_DEDUCT_HOURS);

	if (hours->known && (hours->n < 1 || hours->n > 24))
		wrong(c, PLAN_DEDUCT_HOURS, "1日之時數應為1至24（實際為%lld）", (long long)hours->n);
}

/* ---- citations, what must not be null, what may ---- */

static void cites(const struct checking *c, enum plan_citation citation, bool needed)
{
#define NAME(cc, key, always) key,
	static const char *const names[] = {PLAN_CITATIONS(NAME)};
#undef NAME

	if (needed && !c->plan->citations[citation])
		plan_complain(c->plans, false, c->plan->file, "PLAN_INVALID", 0,
			arena_print(c->plans->mem, "/citations/%s", names[citation]), "缺少依據");
}

/* Those of the rules that every plan has, and of those that this plan has by its values. */
static void check_citations(const struct checking *c)
{
#define ALWAYS(cc, key, always) always,
	static const bool needed[] = {PLAN_CITATIONS(ALWAYS)};
#undef ALWAYS

	for (int i = 0; i < PLAN_CITATIONS_N; i++)
		cites(c, (enum plan_citation)i, needed[i]);
	cites(c, PLAN_CITE_SELF_FUNDED, value(c, PLAN_SELF_FUNDED)->yes);
	cites(c, PLAN_CITE_EXCLUDED, value(c, PLAN_EXCLUDED)->texts.n > 0);
	cites(c, PLAN_CITE_BT_ONLINE, value(c, PLAN_BT_ONLINE_ALLOWED)->yes);
	cites(c, PLAN_CITE_BT_WAIVER, value(c, PLAN_BT_DISABILITY_WAIVER)->yes);
	cites(c, PLAN_CITE_BT_SUPPORT, value(c, PLAN_BT_SUPPORT)->yes);
	cites(c, PLAN_CITE_RESOURCES, value(c, PLAN_RESOURCES)->known);
	cites(c, PLAN_CITE_ANOMALY_WRITTEN, value(c, PLAN_ANOMALY_WITHIN)->known);
	cites(c, PLAN_CITE_GUIDE_BANDS, value(c, PLAN_GUIDE_BANDS)->known);
	cites(c, PLAN_CITE_GUIDE_METHODS, value(c, PLAN_GUIDE_METHODS)->known);
}

static void check_enrolment(const struct checking *c)
{
	const struct plan_value *method = value(c, PLAN_BT_ENROL_METHOD);

	if (method->known && !text_is(method->text, "agency_application") && !text_is(method->text, "called_by_college"))
		wrong(c, PLAN_BT_ENROL_METHOD, "應為agency_application或called_by_college：%s", method->text);
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
	check_exemption(&c, PLAN_EXEMPT_SAME_OR_HIGHER);
	check_exemption(&c, PLAN_EXEMPT_LOWER);
	check_grades(&c);
	check_retention(&c, PLAN_RETAIN_MAX_NEW);
	check_retention(&c, PLAN_RETAIN_MAX_OLD);
	check_evidence(&c, PLAN_RETAIN_EVIDENCE);
	check_evidence(&c, PLAN_MAKEUP_EVIDENCE);
	check_bands(&c);
	check_percents(&c);
	check_hours(&c);
	check_citations(&c);
	check_self_funded(&c);
	check_enrolment(&c);
	check_together(&c, PLAN_FORM_WITHIN, PLAN_FORM_COUNTED);
	check_together(&c, PLAN_PERIOD_TOTAL, PLAN_PERIOD_COUNTED);
	check_together(&c, PLAN_PERIOD_TOTAL, PLAN_PERIOD_SHORTENED);
	check_together(&c, PLAN_EXTEND_TIMES, PLAN_EXTEND_FROM);
	check_together(&c, PLAN_ANOMALY_WITHIN, PLAN_ANOMALY_COUNTED);
	check_together(&c, PLAN_SHORTEN_LOOKBACK, PLAN_SHORTEN_LEAST);
	check_together(&c, PLAN_BT_PASS_MARK, PLAN_BT_WEIGHTS);
	warn_of_nulls(&c);
}
