/* promotion_set.c: the files of parameter sets, and finding the right one.  See promotion_set.h. */
#include "rule/promotion_set.h"

#include <jansson.h>

#include "base/text.h"
#include "rule/plan_private.h"

enum { YEAR_MOST = 1000, WHOLE = 100 };

const char *const promotion_types[] = {[ZUO_TO_ZHENG] = "zuo_to_zheng", [WEI_TO_JIAN] = "wei_to_jian",
	[JIAN_TO_JIANREN] = "jian_to_jianren", [ZHENG_TO_JIAN] = "zheng_to_jian", NULL};
const char *const promotion_type_words[] = {[ZUO_TO_ZHENG] = "佐升正", [WEI_TO_JIAN] = "委升薦", [JIAN_TO_JIANREN] = "薦升簡",
	[ZHENG_TO_JIAN] = "正升監", NULL};
const char *const promotion_routes[] = {[ROUTE_EXAM] = "exam", [ROUTE_QUALIFYING_EXAM] = "qualifying_exam",
	[ROUTE_CONSTABLE_CLASS] = "constable_class", [ROUTE_JUNIOR_COLLEGE] = "junior_college", [ROUTE_FOUR_YEAR] = "four_year", NULL};
const char *const promotion_route_words[] = {[ROUTE_EXAM] = "普通考試或警察特考四等考試", [ROUTE_QUALIFYING_EXAM] = "銓定資格考試",
	[ROUTE_CONSTABLE_CLASS] = "警員班", [ROUTE_JUNIOR_COLLEGE] = "專科警員班或專修科", [ROUTE_FOUR_YEAR] = "四年學制以上", NULL};
const char *const promotion_causes[] = {[CAUSE_NOT_REPORTED] = "not_reported", [CAUSE_LEFT_APPROVED] = "left_approved",
	[CAUSE_ABSENCE_20] = "absence_20", [CAUSE_LEFT_UNAPPROVED] = "left_unapproved", [CAUSE_TRUANCY] = "truancy",
	[CAUSE_IMPERSONATION] = "impersonation", [CAUSE_VIOLENCE] = "violence", [CAUSE_TEST_EXCLUSION] = "test_exclusion",
	[CAUSE_BAD_CONDUCT] = "bad_conduct", NULL};
const char *const promotion_cause_words[] = {[CAUSE_NOT_REPORTED] = "未於規定之時間內報到", [CAUSE_LEFT_APPROVED] = "經核准中途離訓",
	[CAUSE_ABSENCE_20] = "請假缺課時數超過規定", [CAUSE_LEFT_UNAPPROVED] = "未經核准中途離訓", [CAUSE_TRUANCY] = "曠課",
	[CAUSE_IMPERSONATION] = "冒名頂替", [CAUSE_VIOLENCE] = "強暴脅迫", [CAUSE_TEST_EXCLUSION] = "經扣考處分",
	[CAUSE_BAD_CONDUCT] = "品德操守不良", NULL};

/* ---- what a file holds ---- */

static const struct fact route_facts[] = {
	FACT(promotion_route, route, CHOICE, "資格", .choices = promotion_routes),
	FACT(promotion_route, years, INT, "年資（年）"),
	FACT(promotion_route, least_grade, MAYBE_INT, "最低相當職等", .may_be_absent = true),
	FACT(promotion_route, text, TEXT, "內容"),
	{0}
}, eligibility_facts[] = {
	FACT(promotion_eligibility_rule, article, TEXT, "條次"),
	FACT(promotion_eligibility_rule, cutoff, TEXT, "採計截止日（月-日）"),
	FACT(promotion_eligibility_rule, cutoff_article, TEXT, "採計截止日之條次"),
	FACT(promotion_eligibility_rule, post, TEXT, "職務"),
	FACT(promotion_eligibility_rule, salary, TEXT, "俸級"),
	FACT(promotion_eligibility_rule, appraisal_years, INT, "考績年數"),
	FACT(promotion_eligibility_rule, best_grades, INT, "甲等年數"),
	FACT(promotion_eligibility_rule, routes, ROWS, "年資", .row = route_facts, .row_size = sizeof(struct promotion_route)),
	{0}
}, quota_facts[] = {
	FACT(promotion_quota_rule, article, TEXT, "條次"),
	FACT(promotion_quota_rule, threshold, DECIMAL, "以1人計之小數"),
	FACT(promotion_quota_rule, reserve_percent, INT, "備選比例（%）"),
	{0}
}, deferral_facts[] = {
	FACT(promotion_deferral_rule, article, TEXT, "條次"),
	FACT(promotion_deferral_rule, causes, TEXTS, "延後訓練事由"),
	{0}
}, stop_facts[] = {
	FACT(promotion_stop_rule, article, TEXT, "條次"),
	FACT(promotion_stop_rule, causes, TEXTS, "停止訓練事由"),
	FACT(promotion_stop_rule, within, LENGTH, "停止訓練申請期限"),
	FACT(promotion_stop_rule, percent, INT, "應予停止訓練之缺課比例（超過，%）"),
	{0}
}, cause_facts[] = {
	FACT(promotion_cause, cause, CHOICE, "廢止事由", .choices = promotion_causes),
	FACT(promotion_cause, text, TEXT, "內容"),
	FACT(promotion_cause, interval, INT, "應間隔年度"),
	FACT(promotion_cause, evidence, BOOL, "應有確實證據", .may_be_absent = true),
	{0}
}, revocation_facts[] = {
	FACT(promotion_revocation_rule, article, TEXT, "條次"),
	FACT(promotion_revocation_rule, interval_article, TEXT, "間隔年度之條次"),
	FACT(promotion_revocation_rule, percent, INT, "缺課比例（超過，%）"),
	FACT(promotion_revocation_rule, causes, ROWS, "廢止事由", .row = cause_facts, .row_size = sizeof(struct promotion_cause)),
	{0}
}, recheck_facts[] = {
	FACT(promotion_recheck_rule, article, TEXT, "條次"),
	FACT(promotion_recheck_rule, within, LENGTH, "複查申請期限"),
	FACT(promotion_recheck_rule, answer_within, LENGTH, "複查答復期限"),
	FACT(promotion_recheck_rule, extension, LENGTH, "答復延長期間"),
	{0}
}, score_facts[] = {
	FACT(promotion_score_rule, source, TEXT, "依據"),
	FACT(promotion_score_rule, pass_mark, DECIMAL, "及格分數"),
	FACT(promotion_score_rule, training_percent, DECIMAL, "訓練成績占總成績比例（%）", .may_be_null = true),
	{0}
}, makeup_facts[] = {
	FACT(promotion_makeup_rule, article, TEXT, "條次"),
	FACT(promotion_makeup_rule, within, LENGTH, "補訓申請期限"),
	{0}
}, exempt_facts[] = {
	FACT(promotion_exempt_rule, article, TEXT, "條次"),
	FACT(promotion_exempt_rule, within, LENGTH, "免訓申請期限"),
	{0}
}, set_facts[] = {
	FACT(promotion_set, type, CHOICE, "訓練類別", .choices = promotion_types),
	FACT(promotion_set, name, TEXT, "訓練名稱"),
	FACT(promotion_set, regulation, TEXT, "訓練辦法"),
	FACT(promotion_set, from_year, INT, "年度（起）"),
	FACT(promotion_set, until_year, MAYBE_INT, "年度（迄）", .may_be_null = true),
	FACT(promotion_set, checked_until, MAYBE_INT, "已查核至之年度", .may_be_null = true),
	FACT(promotion_set, remark, TEXT, "其後年度之說明", .may_be_null = true),
	FACT_OF(promotion_set, eligibility, promotion_eligibility_rule, "參訓資格", eligibility_facts, .may_be_null = true),
	FACT_OF(promotion_set, quota, promotion_quota_rule, "參訓名額", quota_facts, .may_be_null = true),
	FACT_OF(promotion_set, deferral, promotion_deferral_rule, "延後訓練", deferral_facts),
	FACT_OF(promotion_set, stop, promotion_stop_rule, "停止訓練", stop_facts),
	FACT_OF(promotion_set, revocation, promotion_revocation_rule, "廢止受訓資格", revocation_facts),
	FACT_OF(promotion_set, score, promotion_score_rule, "成績", score_facts, .may_be_absent = true),
	FACT_OF(promotion_set, recheck, promotion_recheck_rule, "複查成績", recheck_facts),
	FACT(promotion_set, fee_within, LENGTH, "證書費繳納期限"),
	FACT(promotion_set, fee_amount, INT, "訓練合格證書證書費（元）", .may_be_absent = true),
	FACT(promotion_set, fee_source, TEXT, "證書費之依據"),
	FACT_OF(promotion_set, makeup, promotion_makeup_rule, "補訓", makeup_facts),
	FACT_OF(promotion_set, exempt, promotion_exempt_rule, "免訓", exempt_facts),
	{0}
};

/* ---- reading ---- */

struct reading { struct plans *plans; const struct promotion_set *set; };

__attribute__((format(printf, 3, 4)))
static void invalid(const struct reading *r, const char *path, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	plan_complain(r->plans, false, r->set->file, "PLAN_INVALID", 0, path, "%s", arena_vprint(r->plans->mem, format, args));
	va_end(args);
}

static void check_eligibility(const struct reading *r, const struct promotion_eligibility_rule *e)
{
	const struct promotion_route *route = e->routes.at;
	bool seen[ROUTES_N] = {false};
	struct date day;

	/* 2023: 02-29 is in no other year than a leap year, so it would move. */
	if (!date_parse_iso(arena_print(r->plans->mem, "2023-%s", e->cutoff), &day))
		invalid(r, "/eligibility/cutoff", "不是月-日：%s", e->cutoff);
	if (e->appraisal_years < 1 || e->best_grades < 0 || e->best_grades > e->appraisal_years)
		invalid(r, "/eligibility/best_grades", "甲等年數應為0至考績年數");
	for (int i = 0; i < e->routes.n; i++) {
		if (seen[route[i].route])
			invalid(r, "/eligibility/routes", "重複：%s", promotion_routes[route[i].route]);
		if (route[i].years < 1 || route[i].years > YEAR_MOST)
			invalid(r, "/eligibility/routes", "年資應為1年以上：%s", promotion_routes[route[i].route]);
		seen[route[i].route] = true;
	}
}

static void check_revocation(const struct reading *r, const struct promotion_revocation_rule *rule)
{
	const struct promotion_cause *cause = rule->causes.at;
	int seen[CAUSES_N] = {0};

	for (int i = 0; i < rule->causes.n; i++) {
		seen[cause[i].cause]++;
		if (cause[i].interval < 0 || cause[i].interval > YEAR_MOST)
			invalid(r, "/revocation/causes", "間隔年度應為0以上：%s", promotion_causes[cause[i].cause]);
	}
	for (int i = 0; i < CAUSES_N; i++)
		if (seen[i] != 1)
			invalid(r, "/revocation/causes", "「%s」應恰有一列，現有%d列", promotion_causes[i], seen[i]);
}

static void check_percent(const struct reading *r, const char *path, int64_t percent)
{
	if (percent < 0 || percent > 100)
		invalid(r, path, "應為0至100：%lld", (long long)percent);
}

static void check_set(const struct reading *r)
{
	const struct promotion_set *s = r->set;

	if (s->from_year < 1 || s->from_year > YEAR_MOST || (s->until_year.known && s->until_year.n < s->from_year))
		invalid(r, "/from_year", "年度應為1至%d，且不晚於until_year", YEAR_MOST);
	if (s->checked_until.known && !s->remark)
		invalid(r, "/remark", "列有checked_until者應有remark");
	if (s->eligibility)
		check_eligibility(r, s->eligibility);
	if (s->quota)
		check_percent(r, "/quota/reserve_percent", s->quota->reserve_percent);
	if (s->quota && (decimal_order(s->quota->threshold, decimal_of(0)) <= 0 || decimal_order(s->quota->threshold, decimal_of(1)) > 0))
		invalid(r, "/quota/threshold", "應大於0且不大於1");
	if (s->score && (decimal_order(s->score->pass_mark, decimal_of(0)) < 0 || decimal_order(s->score->pass_mark, decimal_of(WHOLE)) > 0))
		invalid(r, "/score/pass_mark", "應為0至%d", WHOLE);
	if (s->score && s->score->training_percent.known && (decimal_order(s->score->training_percent, decimal_of(0)) < 0 ||
			decimal_order(s->score->training_percent, decimal_of(WHOLE)) > 0))
		invalid(r, "/score/training_percent", "應為0至%d", WHOLE);
	check_percent(r, "/stop/percent", s->stop->percent);
	check_percent(r, "/revocation/percent", s->revocation->percent);
	check_revocation(r, s->revocation);
}

static void take(struct plans *plans, const struct promotion_set *set)
{
	struct promotions *p = plans->promotions;

	if (!p)
		p = plans->promotions = arena_get(plans->mem, sizeof(*p));
	p->at = arena_grow(plans->mem, p->at, (size_t)p->n, &p->room, sizeof(*p->at));
	p->at[p->n++] = set;
}

void promotions_add(struct plans *plans, const char *name, const char *bytes, size_t n)
{
	struct promotion_set *set = arena_get(plans->mem, sizeof(*set));
	struct fact_reader r = {.mem = plans->mem};
	int before = plans->errors_n, problems = plans->problems_n;
	const char *file = arena_text(plans->mem, name);
	json_t *root = plan_parse(plans, file, bytes, n);

	if (!root)
		return;
	if (!facts_read(&r, root, set_facts, set))
		plan_complain(plans, false, file, "PLAN_INVALID", 0, r.error.path, "%s", r.error.text);
	set->file = file;
	if (plans->errors_n == before)
		check_set(&(struct reading){plans, set});
	if (plans->errors_n == before)
		take(plans, set);
	plan_find_lines(plans, problems, file, bytes, n);
	json_decref(root);
}
