/* Numbers of law beside the plans: what the shipped files hold, on which days, and what is refused.
 * PLAN-021 PLAN-071 PLAN-106 PLAN-114 PLAN-139 PLAN-140 PLAN-142 */
#include "rule/law.h"

#include <string.h>

#include "base/text.h"
#include "test/tap.h"

enum { MEMORY = 1 << 26 };

static struct arena *mem;

static struct date day(const char *iso)
{
	struct date d = {0};

	date_parse_iso(iso, &d);
	return d;
}

static void test_numbers(const struct law_book *law)
{
	static const struct { enum law_key key; const char *day; int64_t n; char unit; const char *citation; } want[] = {
		{LAW_BT_PASS_MARK, "2024-08-01", 60, 0, "訓練辦法第36條"}, {LAW_PASS_MARK, "2024-08-01", 60, 0, "訓練辦法第37條"},
		{LAW_RERATE_WITHIN, "2025-01-06", 15, 'd', "訓練辦法第41條"}, {LAW_RECHECK_WITHIN, "2024-03-05", 15, 'd', "訓練辦法第37條之2"},
		{LAW_RECHECK_TIMES, "2024-03-05", 1, 0, "訓練辦法第37條之2"}, {LAW_RECHECK_EXTEND, "2024-03-05", 10, 'd', "訓練辦法第37條之2"},
		{LAW_RECUSAL_DEGREE, "2024-08-01", 3, 0, "訓練辦法第42條之1"}, {LAW_LEAVE_DONATION_DAYS, "2024-08-01", 14, 0, "訓練辦法第31條"},
		{LAW_PERIOD_LEAST, "2024-08-01", 4, 'm', "訓練辦法第13條"}, {LAW_SHORTENED_LEAST, "2024-08-01", 2, 'm', "訓練辦法第20條"},
		{LAW_RECHECK_FEE, "2024-08-01", 50, 0, "保訓會複查成績及閱覽試卷收費標準"},
		{LAW_READING_FEE, "2024-08-01", 100, 0, "保訓會複查成績及閱覽試卷收費標準"},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct law_value *l = law_value(law, want[i].key, day(want[i].day));

		ok(l && (want[i].unit ? l->value.length.n == want[i].n && l->value.length.unit == want[i].unit : l->value.n == want[i].n) &&
			text_is(l->citation, want[i].citation), "[法規] %s: %s", law_key_name(want[i].key), want[i].citation);
	}
	ok(!law_value(law, LAW_PASS_MARK, day("2020-11-02")), "none before the text that is known");
	ok(!law_value(NULL, LAW_PASS_MARK, day("2024-08-01")), "none without a book");
	same(law_words(mem, law_value(law, LAW_PASS_MARK, day("2024-08-01"))), "[法規] 訓練辦法第37條（使用前請核對）", "said beside an answer");
}

static const char *leave_days(const struct law_book *law, const char *iso, const char *kind)
{
	const struct law_value *l = law_value(law, LAW_ANNUAL_LEAVE, day(iso));
	const struct plan_leave *row = l ? l->value.rows.at : NULL;

	for (int i = 0; l && i < l->value.rows.n; i++)
		if (text_is(row[i].kind, kind))
			return decimal_text(mem, row[i].days, 0);
	return NULL;
}

static const char *points(const struct law_book *law, const char *kind)
{
	const struct law_value *l = law_value(law, LAW_CONDUCT_POINTS, day("2024-08-01"));
	const struct plan_points *row = l ? l->value.rows.at : NULL;

	for (int i = 0; l && i < l->value.rows.n; i++)
		if (text_is(row[i].kind, kind))
			return decimal_text(mem, row[i].points, 1);
	return NULL;
}

static void test_tables(const struct law_book *law)
{
	const struct law_value *old = law_value(law, LAW_RETAIN_MAX, day("2013-06-01")), *new = law_value(law, LAW_RETAIN_MAX, day("2024-06-01"));

	same(leave_days(law, "2024-08-01", "事假"), "7", "PLAN-071 事假");
	same(leave_days(law, "2024-08-01", "病假"), "28", "PLAN-139 病假");
	same(leave_days(law, "2024-08-01", "娩假"), "42", "PLAN-139 娩假");
	ok(!leave_days(law, "2025-10-09", "身心調適假") && leave_days(law, "2025-10-10", "身心調適假"), "an amendment holds from its day on");
	same(points(law, "嘉獎"), "0.5", "PLAN-106 嘉獎");
	same(points(law, "記過"), "-1.5", "PLAN-106 記過");
	same(points(law, "記大過"), "-4.5", "PLAN-106 記大過");
	ok(old && old->value.rows.n == 8 && text_is(old->citation, "公務人員考試法第2條第3項"), "PLAN-033 the law of 102");
	ok(new && new->value.rows.n == 10 && text_is(new->citation, "公務人員考試法第4條"), "PLAN-033 the law of 103");
}

/* A plan's null stays null whatever the law says. */
static void test_apart(const struct plans *plans)
{
	const struct plan *senior = plans_find(plans, "112-senior-ordinary");

	ok(senior && !senior->values[PLAN_BT_PASS_MARK].known && !senior->values[PLAN_ANNUAL_LEAVE].known, "PLAN-021 never a value of the plan");
	ok(senior && senior->law == plans->law && law_key_named("leave.annual_days") == LAW_ANNUAL_LEAVE, "but at hand beside it, by the same name");
	ok(law_key_named("period.total") == -1, "what no law gives");
}

static const char *const whole = "{\"law\": \"甲法\", \"short\": \"甲法\", \"confirmed\": \"2024-10-11\", \"values\": {\"score.pass_mark\": ["
	"{\"from\": \"2020-01-01\", \"until\": \"2020-12-31\", \"article\": \"第1條\", \"value\": 60},"
	"{\"from\": \"2021-01-01\", \"until\": null, \"article\": \"第2條\", \"value\": 70}]}}";

static const char *changed(const char *what, const char *by)
{
	const char *at = strstr(whole, what);

	return arena_print(mem, "%.*s%s%s", (int)(at - whole), whole, by, at + strlen(what));
}

static struct plans *added(const char *text)
{
	struct plans *p = arena_get(mem, sizeof(*p));

	p->mem = mem;
	law_add(p, "law/x.json", text, strlen(text));
	return p;
}

static void test_days(void)
{
	const struct plans *p = added(whole);

	ok(law_value(p->law, LAW_PASS_MARK, day("2020-12-31"))->value.n == 60, "until its last day");
	ok(law_value(p->law, LAW_PASS_MARK, day("2021-01-01"))->value.n == 70, "from its first day");
	same(law_words(mem, law_value(p->law, LAW_PASS_MARK, day("2024-01-01"))), "[法規] 甲法第2條（已核對）", "compared with the official text");
}

static void test_refusals(void)
{
	static const struct { const char *what, *by, *path, *says; } cases[] = {
		{"\"2020-12-31\"", "\"2021-01-01\"", "/values/score.pass_mark/1", "重疊"},
		{"\"2020-12-31\"", "\"2019-12-31\"", "/values/score.pass_mark/0", "早於"},
		{"\"2020-12-31\"", "null", "/values/score.pass_mark/1", "重疊"},
		{"score.pass_mark", "score.pass", "/values/score.pass", "不明的欄位"},
		{"\"value\": 60", "\"value\": \"60\"", "/values/score.pass_mark/0/value", "應為整數"},
		{"\"value\": 60", "\"value\": null", "/values/score.pass_mark/0", "缺少value"},
		{"\"article\": \"第1條\", ", "", "/values/score.pass_mark/0/article", "條次"},
		{"\"short\": \"甲法\", ", "", "/short", "法規簡稱"},
		{"\"values\": {", "\"values\": [], \"more\": {", "/more", "不明的欄位"},
		{"\"2024-10-11\"", "\"2024-02-30\"", "/confirmed", "無此日期"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plans *p = added(changed(cases[i].what, cases[i].by));

		ok(p->errors_n && !p->law && text_is(p->problems[0].path, cases[i].path) && strstr(p->problems[0].text, cases[i].says),
			"PLAN-003 a law's file refused: %s (%s)", cases[i].path, cases[i].says);
	}
}

static void test_two_files(void)
{
	struct plans *p = added(whole);

	law_add(p, "law/y.json", whole, strlen(whole));
	ok(p->errors_n == 2 && p->law->n == 2, "what two files say of the same days is refused, the first one stays");
}

int main(void)
{
	struct plans *plans;

	mem = arena_new((size_t)MEMORY);
	plans = plans_load(mem, "plans");
	ok(plans->errors_n == 0 && plans->law, "the shipped files are read without an error");
	test_numbers(plans->law);
	test_tables(plans->law);
	test_apart(plans);
	test_days();
	test_refusals();
	test_two_files();
	arena_free(mem);
	return tap_end();
}
