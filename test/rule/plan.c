/* Plan files: what the shipped ones hold, every refusal of a wrong one, and finding the right plan.
 * PLAN-001 PLAN-002 PLAN-003 PLAN-004 PLAN-005 PLAN-006 */
#include "rule/plan.h"

#include "base/text.h"
#include "rule/citation.h"
#include "rule/deadline.h"
#include "test/tap.h"

enum { MEMORY = 1 << 27, FILE_MOST = 1 << 16 };

static struct arena *mem;
static const char *disabled, *senior;                           /* the text of the shipped files */

static const char *slurp(const char *path)
{
	FILE *file = fopen(path, "r");
	char *to = arena_get(mem, FILE_MOST);
	size_t n = file ? fread(to, 1, FILE_MOST - 1, file) : 0;

	ok(n > 0, "%s is there", path);
	if (file)
		fclose(file);
	return to;
}

static struct date day(const char *iso)
{
	struct date d = {0};

	date_parse_iso(iso, &d);
	return d;
}

static struct plans *none(void)
{
	struct plans *p = arena_get(mem, sizeof(*p));

	p->mem = mem;
	return p;
}

static struct plans *load(const char *name, const char *text)
{
	struct plans *p = none();

	plans_add(p, name, text, strlen(text));
	plans_settle(p);
	return p;
}

/* The file with one text in place of another, at its first place; where it is not there the test fails. */
static const char *changed(const char *file, const char *what, const char *by)
{
	const char *at = strstr(file, what);

	if (!at) {
		ok(false, "the file holds %s", what);
		return file;
	}
	return arena_print(mem, "%.*s%s%s", (int)(at - file), file, by, at + strlen(what));
}

static const struct plan_problem *find(const struct plans *p, const char *code, const char *path)
{
	for (int i = 0; i < p->problems_n; i++)
		if (text_is(p->problems[i].code, code) && text_is(p->problems[i].path, path))
			return &p->problems[i];
	return NULL;
}

static void show(const struct plans *p)
{
	for (int i = 0; i < p->problems_n; i++)
		printf("#   %s %s %s: %s\n", p->problems[i].file, p->problems[i].code, p->problems[i].path, p->problems[i].text);
}

/* ---- what the shipped files hold ---- */

static void test_shipped(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary"), *old = plans_find(p, "113-disabled@1");

	if (!ok(p->errors_n == 0 && p->n == 3 && a && b && old, "PLAN-001 a: both plans are loaded, without an error")) {
		show(p);
		return;
	}
	same(a->title, "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫", "PLAN-001 the title of 113身障");
	same(b->title, "112年公務人員高等暨普通考試錄取人員訓練計畫", "PLAN-001 the title of 112高普");
	same(old->document, "保訓會公訓字第1130006555號函訂定", "PLAN-002 version 1");
	same(a->document, "保訓會公訓字第1132160195號函修正第16點", "PLAN-002 version 2");
	same(b->document, "保訓會公訓字第1120008552號函訂定", "PLAN-001 the document of 112高普");
	same(date_iso(mem, old->from), "2024-04-30", "PLAN-002 in force from the day of issue");
	same(date_iso(mem, a->from), "2024-05-16", "PLAN-002 the amendment from its own day");
	same(date_iso(mem, b->from), "2023-08-11", "PLAN-002 112高普");
	ok(a->version == 2 && b->version == 1 && a->exam_year == 113 && b->exam_year == 112, "versions and years");
}

static void test_lengths(const struct plans *p)
{
	static const struct { const char *plan; enum plan_key key; const char *length, *point; } want[] = {
		{"113-disabled", PLAN_PERIOD_TOTAL, "4m", "四(一)"}, {"112-senior-ordinary", PLAN_PERIOD_TOTAL, "4m", "四(一)"},
		{"113-disabled", PLAN_PERIOD_EXEMPTED, "4m", "四(二)"}, {"112-senior-ordinary", PLAN_PERIOD_EXEMPTED, "4m", "四(二)"},
		{"113-disabled", PLAN_PERIOD_SHORTENED, "2m", "四(三)"}, {"112-senior-ordinary", PLAN_PERIOD_SHORTENED, "2m", "四(三)"},
		{"113-disabled", PLAN_BT_LENGTH, "4w", "四(一)"}, {"112-senior-ordinary", PLAN_BT_LENGTH, "4w", "四(一)"},
		{"113-disabled", PLAN_FORM_WITHIN, "7d", "附件5填表說明一"}, {"112-senior-ordinary", PLAN_FORM_WITHIN, "7d", "十六(二)2"},
		{"113-disabled", PLAN_SELF_FUNDED_WITHIN, NULL, NULL}, {"112-senior-ordinary", PLAN_SELF_FUNDED_WITHIN, "1m", "十九(一)2"},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_value *v = plan_value(plans_find(p, want[i].plan), want[i].key);
		const char *got = v->known ? arena_print(mem, "%d%c", v->length.n, v->length.unit) : NULL;

		ok(text_is(got, want[i].length) && text_is(v->point, want[i].point), "%s %s: %s (%s)", want[i].plan,
			plan_key_name(want[i].key), got ? got : "null", v->point ? v->point : "-");
	}
}

static void test_numbers(const struct plans *p)
{
	static const struct { const char *plan; enum plan_key key; int64_t n; const char *point; } want[] = {
		{"113-disabled", PLAN_MAKEUP_FROM, 104, "九(一)1"}, {"112-senior-ordinary", PLAN_MAKEUP_FROM, 103, "九(一)1"},
		{"113-disabled", PLAN_MAKEUP_UNTIL, 103, "九(一)2"}, {"112-senior-ordinary", PLAN_MAKEUP_UNTIL, 102, "九(一)2"},
		{"113-disabled", PLAN_STOP_UNLESS, 10, "十二(三)"}, {"112-senior-ordinary", PLAN_STOP_UNLESS, 12, "十二(三)"},
		{"113-disabled", PLAN_RETAIN_CLOSE_DAYS, 14, "八(三)"}, {"112-senior-ordinary", PLAN_RETAIN_CLOSE_DAYS, 14, "八(三)"},
		{"113-disabled", PLAN_PASS_MARK, 60, "附件9附註二"}, {"112-senior-ordinary", PLAN_SELF_FUNDED_TIMES, 1, "十九(一)2"},
		{"113-disabled", PLAN_EXTEND_TIMES, 1, "十九(二)2(5)"}, {"112-senior-ordinary", PLAN_EXTEND_TIMES, 1, "十九(二)2(5)"},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++) {
		const struct plan_value *v = plan_value(plans_find(p, want[i].plan), want[i].key);

		ok(v->known && v->n == want[i].n && text_is(v->point, want[i].point), "%s %s: %lld (%s)", want[i].plan,
			plan_key_name(want[i].key), (long long)v->n, v->point ? v->point : "-");
	}
}

static void test_tables(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");
	const struct plan_allowance *pay = a->values[PLAN_ALLOWANCE].rows.at;
	const struct plan_cause *fourth = (const struct plan_cause *)b->values[PLAN_REVOKE_CAUSES].rows.at + 3;

	same_int(a->values[PLAN_REVOKE_CAUSES].rows.n, 10, "113身障 has ten causes");
	same_int(b->values[PLAN_REVOKE_CAUSES].rows.n, 12, "112高普 has twelve");
	ok(fourth->ids.n == 2 && text_is(fourth->ids.at[0], "bt_truancy_5") && text_is(fourth->ids.at[1], "pt_absent_3d"),
		"two of them in its item 4");
	same(pay[0].grade, "委任第五職等本俸五級", "三等 of 113身障");
	same_int(b->values[PLAN_ALLOWANCE].rows.n, 4, "112高普 has four levels");
	ok(a->values[PLAN_FORM_COUNTED].counting == COUNT_SAME_DAY && b->values[PLAN_FORM_COUNTED].counting == COUNT_SAME_DAY,
		"報到之日起 in both");
	ok(!a->values[PLAN_FORM_WITHIN].source && b->values[PLAN_FORM_WITHIN].source, "112高普 says that its annex is not at hand");
	ok(a->values[PLAN_BY_ANALOGY].yes && !b->values[PLAN_BY_ANALOGY].yes, "比照 in 113身障 alone");
	ok(!a->values[PLAN_SELF_FUNDED].yes && b->values[PLAN_SELF_FUNDED].yes, "self-funded re-training in 112高普 alone");
	same(a->forms[PLAN_FORM_PT_SCORE], "附件9", "the score form of 113身障");
	same(b->forms[PLAN_FORM_PT_SCORE], "附件10", "the score form of 112高普");
	ok(!b->forms[PLAN_FORM_RESOURCES] && !a->forms[PLAN_FORM_BT_SELF_FUNDED_APP], "forms that a plan does not have");
}

/* ---- citations ---- */

static void test_points(void)
{
	static const struct { const char *point, *words; } want[] = {
		{"四(一)", "第4點第1款"}, {"二十一(二)", "第21點第2款"}, {"十九(二)2(5)", "第19點第2款第2目之5"}, {"十", "第10點"},
		{"二十", "第20點"}, {"十一(一)1", "第11點第1款第1目"}, {"十九(二)2(2)A", "第19點第2款第2目之2之A"}, {"二十二(七)", "第22點第7款"},
		{"二十(一)12", "第20點第1款第12目"}, {"附件5填表說明一", "附件5填表說明一"}, {"附表", "附表"},
		{"", NULL}, {"4(1)", NULL}, {"四（一）", NULL}, {"四(", NULL}, {"四()", NULL}, {"四(一", NULL}, {"四(一)x", NULL}, {"第四點", NULL},
		{"四(一)2(", NULL}, {"四(一)2()", NULL}, {"四(一)2(5)AB", NULL}, {"四 (一)", NULL},
	};

	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		same(point_words(mem, want[i].point), want[i].words, arena_print(mem, "PLAN-006 the point \"%s\"", want[i].point));
}

static void test_citations(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");

	same(a->citations[PLAN_CITE_PERIOD], "113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項",
		"PLAN-006 a: in words");
	same(b->citations[PLAN_CITE_PERIOD], "112年公務人員高等暨普通考試錄取人員訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項",
		"PLAN-006 b: the 112 plan names itself");
	same(b->citations[PLAN_CITE_SELF_FUNDED], "112年公務人員高等暨普通考試錄取人員訓練計畫第19點第1款第2目；訓練辦法第38條、訓練辦法第25條第3項",
		"two laws");
	ok(!a->citations[PLAN_CITE_SELF_FUNDED], "none where the plan has no such rule");
}

/* ---- choosing ---- */

static void test_versions(const struct plans *p)
{
	static const struct { const char *day, *want; } cases[] = {
		{"2024-05-20", "113-disabled@2"}, {"2024-05-16", "113-disabled@2"}, {"2024-05-15", "113-disabled@1"}, {"2024-05-02", "113-disabled@1"},
		{"2024-04-30", "113-disabled@1"}, {"2024-04-29", NULL}, {"2024-04-01", NULL},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plan *got = plans_on(p, "113-disabled", day(cases[i].day));

		same(got ? plan_name(mem, got) : NULL, cases[i].want, arena_print(mem, "PLAN-002 in force on %s", cases[i].day));
	}
	ok(!plans_on(p, "114-disabled", day("2025-05-20")), "PLAN-002 an unknown plan");
}

static void test_choice(const struct plans *p)
{
	static const struct { const char *exam; int admitted; const char *report; bool first; const char *want, *why; } cases[] = {
		{"disabled", 113, "2024-08-01", true, "113-disabled@2", "a"}, {"disabled", 105, "2024-08-01", false, "113-disabled@2", "b"},
		{"senior-ordinary", 110, "2023-11-01", false, "112-senior-ordinary@1", "c"},
		{"disabled", 105, "2024-02-05", false, NULL, "d: not issued yet, none earlier"},
		{"disabled", 105, "2024-05-02", false, "113-disabled@2", "issued, before the amendment"},
		{"disabled", 113, "2026-01-05", false, "113-disabled@2", "S-5: the latest earlier plan"},
		{"disabled", 105, "2024-08-01", true, NULL, "no plan of the admission year"},
		{"police", 113, "2024-08-01", true, NULL, "no plan of that exam"},
		{"disabled", 113, "2024-01-02", true, "113-disabled@2", "a first training follows the admission year"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct plan *got = plans_for(p, cases[i].exam, cases[i].admitted, day(cases[i].report), cases[i].first);

		same(got ? plan_name(mem, got) : NULL, cases[i].want, arena_print(mem, "PLAN-004 %s", cases[i].why));
	}
}

static void test_covered(const struct plans *p)
{
	const struct plan *a = plans_find(p, "113-disabled"), *b = plans_find(p, "112-senior-ordinary");

	ok(!plan_excludes(b, "一般行政"), "PLAN-005 a: covered");
	ok(plan_excludes(b, "法律廉政") && plan_excludes(b, "財經廉政"), "PLAN-005 b: a plan of their own");
	ok(strstr(b->citations[PLAN_CITE_EXCLUDED], "第22點第1款"), "PLAN-005 b: cites it");
	ok(!plan_excludes(a, "法律廉政"), "PLAN-005 113身障 leaves nobody out");
}

/* ---- refusals ---- */

static void test_refusals(void)
{
	static const struct { bool senior; const char *what, *by, *path, *says; } cases[] = {
		/* PLAN-003, the examples */
		{false, "\"品德\", \"group\": \"A\", \"weight\": 20", "\"品德\", \"group\": \"A\", \"weight\": 25", "/parameters/score.weights", "A = 50, expected 45"},
		{false, "\"makeup.or_retrain_until_year\": {\"value\": 103", "\"makeup.or_retrain_until_year\": {\"value\": 102", "/parameters/makeup.only_from_year", "103年"},
		{true, "\"item\": 12, ", "\"item\": 10, ", "/parameters/revoke.causes", "不得跳號或重複"},
		/* scores */
		{false, "\"label\": \"本質特性\", \"weight\": 45", "\"label\": \"本質特性\", \"weight\": 44", "/parameters/score.groups", "A + B = 99"},
		{false, "\"工作績效\", \"group\": \"B\"", "\"工作績效\", \"group\": \"C\"", "/parameters/score.weights", "工作績效"},
		{false, "\"才能\", \"group\": \"A\", \"weight\": 15", "\"才能\", \"group\": \"A\", \"weight\": -15", "/parameters/score.weights", "不是正整數"},
		/* levels and years */
		{false, "\"level\": \"五等考試\"", "\"level\": \"六等考試\"", "/parameters/allowance.level", "六等考試"},
		{false, "\"level\": \"五等考試\"", "\"level\": \"四等考試\"", "/parameters/allowance.level", "現有2列"},
		{false, "\"四等考試\", \"五等考試\"]", "\"四等考試\", \"四等考試\"]", "/parameters/plan.levels", "重複"},
		{false, "[\"三等考試\", \"四等考試\", \"五等考試\"]", "[]", "/parameters/plan.levels", "至少"},
		{false, "\"makeup.only_from_year\": {\"value\": 104", "\"makeup.only_from_year\": {\"value\": 103", "/parameters/makeup.only_from_year", "重複規定"},
		{false, "\"from\": 103, \"until\": 105", "\"from\": 104, \"until\": 105", "/parameters/insurance.by_year", "103年應恰屬一列，現屬0列"},
		{false, "\"from\": 106, \"until\": null", "\"from\": 105, \"until\": null", "/parameters/insurance.by_year", "105年應恰屬一列，現屬2列"},
		{false, "\"from\": 106, \"until\": null", "\"from\": 106, \"until\": 200", "/parameters/insurance.by_year", "201年"},
		/* causes */
		{false, "[\"bad_conduct\"]", "[\"bad_behaviour\"]", "/parameters/revoke.causes", "不明的事由代號：bad_behaviour"},
		{false, "[\"bad_conduct\"]", "[\"violence\"]", "/parameters/revoke.causes", "重複：violence"},
		{false, "[\"bad_conduct\"]", "[]", "/parameters/revoke.causes", "沒有事由代號"},
		{false, "\"stop.mandatory.unless_revoked_by\": {\"value\": 10", "\"stop.mandatory.unless_revoked_by\": {\"value\": 12", "/parameters/stop.mandatory.unless_revoked_by", "第10目"},
		/* keys, types, points */
		{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"},", "", "/parameters/period.total", "缺少「period.total」"},
		{false, "\"period.total\":", "\"period.totl\":", "/parameters/period.totl", "不明的欄位：period.totl"},
		{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": 4", "/parameters/period.total/value", "實際為4"},
		{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"value\": \"04m\"", "/parameters/period.total/value", "04m"},
		{false, "\"period.total\": {\"value\": \"4m\"", "\"period.total\": {\"valeu\": \"4m\"", "/parameters/period.total/valeu", "不明的欄位"},
		{false, "\"period.total\": {\"value\": \"4m\", ", "\"period.total\": {", "/parameters/period.total", "缺少value"},
		{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": {\"value\": \"4m\"}", "/parameters/period.total", "未註明點次"},
		{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": {\"value\": \"4m\", \"point\": \"第4點\"}", "/parameters/period.total/point", "不是點次：第4點"},
		{false, "\"period.total\": {\"value\": \"4m\", \"point\": \"四(一)\"}", "\"period.total\": \"4m\"", "/parameters/period.total", "JSON物件"},
		{false, "\"extend.times_max\": {\"value\": 1", "\"extend.times_max\": {\"value\": \"1\"", "/parameters/extend.times_max/value", "應為整數（實際為\"1\"）"},
		{false, "\"plan.by_analogy\": {\"value\": true", "\"plan.by_analogy\": {\"value\": \"true\"", "/parameters/plan.by_analogy/value", "應為true或false"},
		{false, "\"period.counted_from\": {\"value\": \"same_day\"", "\"period.counted_from\": {\"value\": \"report_day\"", "/parameters/period.counted_from/value", "無此選項：report_day"},
		{false, "\"四等考試\", \"五等考試\"]", "\"四等考試\", 5]", "/parameters/plan.levels/value/2", "應為文字（實際為5）"},
		{false, "\"schemes\": [\"全民健康保險\", \"一般保險\"]", "\"schemes\": \"全民健康保險\"", "/parameters/insurance.by_year/value/1/schemes", "應為文字之陣列"},
		{false, "\"life\", \"label\": \"生活表現\"", "\"life\", \"lable\": \"生活表現\"", "/parameters/score.weights/value/2/lable", "不明的欄位"},
		/* what belongs together */
		{false, "\"guide.plan_form_counted\": {\"value\": \"same_day\"", "\"guide.plan_form_counted\": {\"value\": null", "/parameters/guide.plan_form_counted", "同時列明"},
		{false, "\"period.shortened\": {\"value\": \"2m\"", "\"period.shortened\": {\"value\": null", "/parameters/period.shortened", "同時列明"},
		{true, "\"bt.self_funded_retrain.times\": {\"value\": 1", "\"bt.self_funded_retrain.times\": {\"value\": null", "/parameters/bt.self_funded_retrain.allowed", "times"},
		{false, "\"score.pass_mark\": {\"value\": 60, \"point\": \"附件9附註二\"}", "\"score.pass_mark\": {\"value\": 60, \"source\": 60}", "/parameters/score.pass_mark/source", "應為文字"},
		/* citations and forms */
		{false, "\"extend\": {\"points\": [\"十九(二)2(5)\"], \"laws\": [\"訓練辦法第42條\"]}", "\"extend\": null", "/citations/extend", "缺少依據"},
		{true, "\"excluded\": {\"points\": [\"二十二(一)\"]}", "\"excluded\": null", "/citations/excluded", "缺少依據"},
		{false, "\"targets\": {\"points\": [\"三\"]}", "\"targets\": {}", "/citations/targets", "未列點次或法規"},
		{false, "\"targets\": {\"points\": [\"三\"]}", "\"targets\": {\"points\": [\"三點\"]}", "/citations/targets/points/0", "不是點次"},
		{false, "\"targets\": {\"points\": [\"三\"]},", "", "/citations/targets", "缺少「targets」"},
		{false, "\"targets\": {\"points\": [\"三\"]}", "\"target\": null", "/citations/target", "不明的欄位"},
		{false, "\"pt_plan\": {\"attachment\": \"附件5\", \"point\": \"十六(二)2\"},", "", "/forms/pt_plan", "缺少"},
		{false, "\"pt_plan\": {\"attachment\": \"附件5\"", "\"pt_plan\": {\"attachment\": 5", "/forms/pt_plan/attachment", "應為文字"},
		{false, "\"resources\": {\"attachment\": \"附表\", \"point\": \"十六(六)\"}", "\"resources\": {\"attachment\": \"附表\", \"point\": \"16(6)\"}", "/forms/resources/point", "不是點次"},
		/* the head */
		{false, "\"id\": \"113-disabled\"", "\"id\": \"113-disable\"", "/id", "應為「113-disabled」"},
		{false, "\"exam_year\": 113", "\"exam_year\": 0", "/exam_year", "1至999"},
		{false, "\"exam_year\": 113", "\"exam_year\": \"113\"", "/exam_year", "應為整數"},
		{false, "\"exam\": \"disabled\",", "", "/exam", "缺少必要欄位"},
		{false, "\"exam\": \"disabled\",", "\"exam\": \"disabled\", \"extra\": 1,", "/extra", "不明的欄位：extra"},
		{false, "\"version\": 2,", "\"version\": 1,", "/versions/1", "應大於前一版次"},
		{false, "\"version\": 1,", "\"version\": 0,", "/versions/0", "1至9999"},
		{false, "\"2024-05-16\"", "\"2024-04-30\"", "/versions/1", "應晚於"},
		{false, "\"2024-05-16\"", "\"2024-02-30\"", "/versions/1/from", "無此日期：2024-02-30"},
		{false, "\"2024-05-16\"", "\"113-05-16\"", "/versions/1/from", "113-05-16"},
		{false, "\"parameters\": {", "\"parametres\": {", "/parameters", "缺少「parameters」"},
		{false, "\"forms\": {", "\"forms\": [], \"form\": {", "/forms", "缺少「forms」"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = changed(cases[i].senior ? senior : disabled, cases[i].what, cases[i].by);
		const struct plans *p = load("x.json", text);
		const struct plan_problem *problem = NULL;

		for (int k = 0; k < p->problems_n && !problem; k++)
			if (!p->problems[k].warning && text_is(p->problems[k].path, cases[i].path) && strstr(p->problems[k].text, cases[i].says))
				problem = &p->problems[k];
		if (!ok(problem && p->n == 0 && text_is(problem->code, "PLAN_INVALID") && text_is(problem->file, "x.json"),
				"PLAN-003 refused: %s (%s)", cases[i].path, cases[i].says))
			show(p);
	}
}

static void test_bad_files(void)
{
	const struct plans *broken = load("b.json", changed(disabled, "\"exam\": \"disabled\",", "\"exam\": \"disabled\" \"x\","));
	const struct plans *twice = load("b.json", changed(disabled, "\"exam\": \"disabled\",", "\"exam\": \"disabled\",\n\"exam\": \"disabled\","));
	const struct plans *list = load("b.json", "[]"), *empty = load("b.json", "");
	struct plans *big5 = none();

	plans_add(big5, "b.json", "{\"id\":\"\xA4\xA4\"}", 11);
	ok(broken->n == 0 && find(broken, "PLAN_SYNTAX", "") && find(broken, "PLAN_SYNTAX", "")->line == 3, "PLAN_SYNTAX with its line");
	ok(find(twice, "PLAN_SYNTAX", "") && find(twice, "PLAN_SYNTAX", "")->line == 4, "a key twice, with its line");
	ok(find(list, "PLAN_INVALID", "") && find(empty, "PLAN_SYNTAX", ""), "an array; an empty file");
	ok(find(big5, "PLAN_ENCODING", "") && big5->n == 0, "PLAN_ENCODING");
	ok(plans_load(mem, "plans/nothing")->errors_n == 1, "a folder that is not there");
}

static void test_duplicates(void)
{
	struct plans *p = none();

	plans_add(p, "a.json", disabled, strlen(disabled));
	plans_add(p, "b.json", disabled, strlen(disabled));
	plans_add(p, "c.json", senior, strlen(senior));
	plans_settle(p);
	ok(p->n == 1 && !plans_find(p, "113-disabled") && plans_find(p, "112-senior-ordinary"), "PLAN-001 b: neither of the two is used");
	ok(p->errors_n == 4 && find(p, "PLAN_DUPLICATE", "/versions"), "PLAN-001 b: PLAN_DUPLICATE, for each version and file");
}

static void test_new_year(void)
{
	struct plans *p = none();
	const char *next = changed(changed(disabled, "\"113-disabled\"", "\"114-disabled\""), "\"exam_year\": 113", "\"exam_year\": 114");

	plans_add(p, "a.json", disabled, strlen(disabled));
	plans_add(p, "b.json", next, strlen(next));
	plans_settle(p);
	ok(p->n == 4 && plans_find(p, "114-disabled@2"), "PLAN-001 c: a new year is a new file, nothing else");
}

static void test_warning(const struct plans *p)
{
	const struct plan_problem *w = find(p, "PARAM_MISSING", "/parameters/leave.annual_days");

	ok(w && w->warning && p->errors_n == 0, "PLAN-003 d: leave.annual_days null is a warning only");
	ok(!find(p, "PARAM_MISSING", "/parameters/bt.self_funded_retrain.times"), "none where the file says why it is null");
}

/* Any byte of a file changed, and any beginning of it: problems or plans, never a crash. */
static void test_mutations(void)
{
	struct arena *scratch = arena_new(MEMORY);
	size_t n = strlen(disabled);
	char *copy = arena_get(mem, n + 1);
	unsigned seed = 113;
	int judged = 0;

	for (int i = 0; i < 1500; i++) {
		struct plans p = {.mem = scratch};
		size_t length = i % 3 ? n : (size_t)(seed % n);

		memcpy(copy, disabled, n);
		for (int k = 0; k < 1 + i % 4; k++) {
			seed = seed * 1103515245 + 12345;
			copy[(seed >> 8) % n] = (char)(seed >> 20);
		}
		plans_add(&p, "m.json", copy, length);
		plans_settle(&p);
		judged += p.n > 0 || p.errors_n > 0;
		arena_reset(scratch);
	}
	same_int(judged, 1500, "PLAN-003 each changed file is taken or refused with a problem");
	arena_free(scratch);
}

int main(void)
{
	const struct plans *p;

	mem = arena_new((size_t)MEMORY);
	disabled = slurp("plans/113-disabled.json");
	senior = slurp("plans/112-senior-ordinary.json");
	p = plans_load(mem, "plans");
	test_shipped(p);
	test_lengths(p);
	test_numbers(p);
	test_tables(p);
	test_points();
	test_citations(p);
	test_versions(p);
	test_choice(p);
	test_covered(p);
	test_warning(p);
	test_refusals();
	test_bad_files();
	test_duplicates();
	test_new_year();
	test_mutations();
	arena_free(mem);
	return tap_end();
}
