/* The parameter sets of promotion trainings: what is loaded, what is refused, which set a rule gets.    PROMO-005 */
#include "rule/promotion_set.h"

#include "rule/decide.h"

#include <stdio.h>

#include "test/tap.h"

enum { MEMORY = 1 << 26, FILE_MOST = 1 << 16 };

static struct arena *mem;

static char *file_of(const char *path)
{
	FILE *f = fopen(path, "r");
	char *bytes = arena_get(mem, FILE_MOST);

	fread(bytes, 1, FILE_MOST - 1, f);
	fclose(f);
	return bytes;
}

static struct plans *complaints(void)
{
	struct plans *p = arena_get(mem, sizeof(*p));

	p->mem = mem;
	return p;
}

static void test_shipped(void)
{
	const struct plans *plans = plans_load(mem, "plans");
	const struct promotions *sets = plans->promotions;
	struct verdict v = verdict_new(mem, NULL, NULL), w = verdict_new(mem, NULL, NULL);

	same_int(sets->n, 5, "PROMO-005 佐升正 of 105 and of 113, and the three others of 113");
	same_int(plans->errors_n, 0, "PROMO-005 nothing is wrong with them");
	v.promotions = w.promotions = sets;
	ok(promotion_set(&v, ZUO_TO_ZHENG, 105)->stop->within.n == 3 && !v.reasons_n, "PROMO-076 3 days in 105");
	ok(promotion_set(&v, ZUO_TO_ZHENG, 112)->stop->within.n == 3 && v.reasons_n == 1, "README 3: from 106 on a reason says what is not known");
	ok(promotion_set(&v, ZUO_TO_ZHENG, 113)->stop->within.n == 5 && v.reasons_n == 1, "5 days from 113 on");
	ok(!promotion_set(&v, ZUO_TO_ZHENG, 104) && v.result == RESULT_PARAM_MISSING, "PROMO-005 no set of 104");
	ok(promotion_newest(&w, ZUO_TO_ZHENG)->from_year == 113 && w.result == RESULT_OK, "the newest of a kind");
	w.promotions = NULL;
	ok(!promotion_newest(&w, WEI_TO_JIAN) && w.params.n == 1 && w.reasons_n == 1, "no sets at all: PARAM_MISSING with a reason");
	ok(!plans_load(mem, "test/rule")->promotions, "a folder without them has none");
}

/* The text with one part replaced. */
static char *changed(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	return at ? arena_print(mem, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from)) : arena_print(mem, "(%s not found)", from);
}

static void test_refusals(void)
{
	static const struct { const char *from, *to, *path; } bad[] = {
		{"{\n", "{\n  \"extra\": 1,\n", "/extra"}, {"\"zuo_to_zheng\"", "\"zuo\"", "/type"}, {"\"3d\"", "\"3\"", "/stop/within"},
		{"\"from_year\": 105", "\"from_year\": 0", "/from_year"}, {"\"until_year\": 112", "\"until_year\": 104", "/from_year"},
		{"\"until_year\": 112", "\"until\": 112", "/until"}, {"\"percent\": 20}", "\"percent\": 101}", "/stop/percent"},
		{"\"04-30\"", "\"02-29\"", "/eligibility/cutoff"}, {"\"04-30\"", "\"4-30\"", "/eligibility/cutoff"},
		{"\"best_grades\": 2", "\"best_grades\": 4", "/eligibility/best_grades"}, {"\"years\": 10", "\"years\": 0", "/eligibility/routes"},
		{"\"route\": \"exam\"", "\"route\": \"four_year\"", "/eligibility/routes"}, {"\"0.950\"", "\"1.001\"", "/quota/threshold"},
		{"\"0.950\"", "0.95", "/quota/threshold"}, {"\"reserve_percent\": 10", "\"reserve_percent\": -1", "/quota/reserve_percent"},
		{"\"cause\": \"truancy\"", "\"cause\": \"violence\"", "/revocation/causes"}, {"\"interval\": 3", "\"interval\": -3", "/revocation/causes"},
		{"\"regulation\"", "\"law\"", "/law"}, {"105年至", "\xFF", ""}, {"\"7d\"", "\"7d\"]", ""},
	};
	const char *good = file_of("plans/promotion/zuo_to_zheng-105.json");

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct plans *told = complaints();
		const char *text = changed(good, bad[i].from, bad[i].to);

		promotions_add(told, "x.json", text, strlen(text));
		ok(!told->promotions && told->errors_n && text_is(told->problems[0].path, bad[i].path), "PROMO-005 refused at \"%s\", case %d", bad[i].path, (int)i);
	}
}

static void test_together(void)
{
	static const struct { const char *from, *to, *code; } cases[] = {
		{"\"from_year\": 113", "\"from_year\": 113", NULL}, {"\"from_year\": 113", "\"from_year\": 112", "PLAN_DUPLICATE"},
		{"\"interval\": 5", "\"interval\": 4", "PLAN_INVALID"}, {"\"10d\"", "\"9d\"", "PLAN_INVALID"}, {"\"3y\"", "\"36m\"", "PLAN_INVALID"},
		{"\"0.950\"", "\"0.95\"", NULL}, {"\"0.950\"", "\"0.9\"", "PLAN_INVALID"}, {"\"7d\"", "\"8d\"", "PLAN_INVALID"},
	};
	const char *old = file_of("plans/promotion/zuo_to_zheng-105.json"), *new = file_of("plans/promotion/zuo_to_zheng-113.json");

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct plans *told = complaints();
		const char *text = changed(new, cases[i].from, cases[i].to);

		promotions_add(told, "old.json", old, strlen(old));
		promotions_add(told, "new.json", text, strlen(text));
		promotions_check(told);
		ok(told->promotions->n == 2 && (cases[i].code ? told->errors_n == 1 && text_is(told->problems[0].code, cases[i].code) : !told->errors_n),
			"PROMO-005 beside the set of 105: %s gives %s", cases[i].to, cases[i].code ? cases[i].code : "nothing");
	}
}

/* Without sets a rule says so, and does not guess. */
static void test_without(void)
{
	static const struct { const char *rule, *in; } cases[] = {
		{"promotion-eligibility", "{\"type\":\"zuo_to_zheng\",\"year\":105,\"post\":\"警佐一階\",\"confirmed\":true,\"top_step_on\":null,"
			"\"appraisals\":[],\"routes\":[]}"},
		{"promotion-quota", "{\"carried_in\":\"0\",\"eligible\":-1,\"ratio\":\"20%\",\"makeup_outside\":0,\"failed_reselected\":0}"},
		{"promotion-deferral", "{\"type\":\"zuo_to_zheng\",\"year\":105,\"cause\":\"\",\"evidence\":false}"},
		{"promotion-stop", "{\"type\":\"zuo_to_zheng\",\"year\":113,\"event\":\"2024-08-12\",\"filed_on\":\"2024-08-12\",\"cause\":\"?\"}"},
		{"promotion-revocation", "{\"type\":\"zuo_to_zheng\",\"year\":105,\"cause\":\"absence_20\"}"},
		{"promotion-reentry", "{\"type\":\"zuo_to_zheng\",\"cause\":\"truancy\",\"revoked_year\":0}"},
		{"promotion-recheck", "{\"received\":\"2016-09-01\",\"filed\":\"2016-09-16\",\"before\":true}"},
		{"promotion-fee-due", "{\"received\":\"2016-09-01\"}"},
		{"promotion-makeup", "{\"cause_ended\":\"2016-09-01\",\"filed\":\"2016-09-16\"}"},
		{"promotion-ineligible", "{\"phase\":\"after\",\"at_fault\":true}"},
	};
	struct decider bare = {.mem = mem, .plans = complaints()};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct text out = text_new(mem, MEMORY);

		ok(decide(&bare, decide_rule(cases[i].rule), NULL, cases[i].in, strlen(cases[i].in), mem, &out) &&
			strstr(out.at, "\"PARAM_MISSING\"") && strstr(out.at, "\"params\":[\"promotion.zuo_to_zheng\"]") &&
			strstr(out.at, "未載入"), "PROMO-005 %s without any set", cases[i].rule);
	}
}

int main(void)
{
	mem = arena_new(MEMORY);
	test_shipped();
	test_refusals();
	test_together();
	test_without();
	arena_free(mem);
	return tap_end();
}
