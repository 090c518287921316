/* Every case of the .ndjson files here through decide(): input, answer, requirement.  DEC PLAN-008 PLAN-009 PLAN-010 PLAN-012 PLAN-013
 * PLAN-014 PLAN-015 PLAN-078 PLAN-103 PLAN-104 PLAN-117 PLAN-139 ACMS-017 ACMS-050 LEARN-008 */
#include "rule/decide.h"

#include <glob.h>
#include <jansson.h>
#include <stdlib.h>

#include "test/rule/office.h"
#include "test/tap.h"

enum { MEMORY = 1 << 26 };

static struct arena *kept, *mem;
static struct decider decider;

static json_t *answer_of(const char *rule, const char *plan, const char *in, size_t n, bool *good)
{
	struct text out = text_new(mem, MEMORY);
	json_t *answer;

	*good = decide(&decider, decide_rule(rule), plan, in, n, mem, &out);
	answer = json_loadb(out.at, out.n, 0, NULL);
	if (!answer)
		printf("# not JSON: %s\n", out.at);
	return answer;
}

/* Takes rule and reasons, or the text of an error, out of an answer: what stays is what a case gives. */
static bool strip(json_t *answer, const char *rule)
{
	json_t *reasons = json_object_get(answer, "reasons"), *error = json_object_get(answer, "error"), *one;
	bool whole = json_array_size(reasons) > 0 && text_is(json_string_value(json_object_get(answer, "rule")), rule);
	size_t i;

	if (error) {
		whole = json_string_length(json_object_get(error, "text")) > 0;
		json_object_del(error, "text");
	}
	json_array_foreach(reasons, i, one)
		whole = whole && json_string_length(json_object_get(one, "text")) && json_string_length(json_object_get(one, "citation"));
	json_object_del(answer, "reasons");
	json_object_del(answer, "rule");
	return whole;
}

/* The rules that a case was seen of. */
static const struct rule *tried[100];

static const char *mark(const char *name)
{
	const struct rule *r = decide_rule(name);
	int i = 0;

	while (tried[i] && tried[i] != r)
		i++;
	tried[i] = r;
	return name;
}

static bool was_tried(const char *name)
{
	for (int i = 0; tried[i]; i++)
		if (text_is(tried[i]->name, name))
			return true;
	return false;
}

/* The same object with an escape in its first key, which only the reader of trees takes: the answer has to be the same to the byte. */
static bool same_the_long_way(const char *rule, const char *in)
{
	struct text quick = text_new(mem, MEMORY), slow = text_new(mem, MEMORY);
	const char *escaped;

	if (strncmp(in, "{\"", 2) != 0 || in[2] == '"' || in[2] == '\\' || (unsigned char)in[2] >= 0x80)
		return true;
	escaped = arena_print(mem, "{\"\\u%04x%s", in[2], in + 3);
	decide(&decider, decide_rule(rule), NULL, in, strlen(in), mem, &quick);
	decide(&decider, decide_rule(rule), NULL, escaped, strlen(escaped), mem, &slow);
	return text_is(quick.at, slow.at);
}

/* One byte changed here and there: what is still good is answered alike. */
static bool same_when_changed(const char *rule, const char *in, int number)
{
	static const char marks[] = "\"{}[]:,0-19.tn\\ ewmy\t\x7F";
	size_t n = strlen(in);

	for (size_t at = 2 + (size_t)number % 5; at < n; at += 11) {
		char *changed = arena_bytes(mem, in, n);
		struct text out = text_new(mem, MEMORY);

		changed[at] = marks[(at + (size_t)number) % (sizeof(marks) - 1)];
		if (decide(&decider, decide_rule(rule), NULL, changed, n, mem, &out) && !same_the_long_way(rule, changed)) {
			printf("# not alike: %s\n", changed);
			return false;
		}
	}
	return true;
}

static void check_case(const char *path, int number, const char *line)
{
	json_t *c = json_loads(line, 0, NULL), *want = json_object_get(c, "out"), *got;
	const char *rule = mark(json_string_value(json_object_get(c, "rule")));
	char *in = json_dumps(json_object_get(c, "in"), JSON_ENCODE_ANY | JSON_COMPACT);
	bool good, whole;

	got = answer_of(rule, NULL, in, strlen(in), &good);
	whole = strip(got, rule) && same_the_long_way(rule, in) && same_when_changed(rule, in, number);
	if (!ok(json_equal(got, want) && whole && good == !json_object_get(want, "error"), "%s:%d %s %s %.160s", strrchr(path, '/') + 1, number,
			json_string_value(json_object_get(c, "for")), rule, in)) {
		char *shown = json_dumps(got, JSON_COMPACT), *wanted = json_dumps(want, JSON_COMPACT);

		printf("#      got: %s\n# expected: %s%s\n", shown, wanted, whole ? "" : " (reasons or text missing, or another answer the long way)");
		free(shown);
		free(wanted);
	}
	free(in);
	json_decref(got);
	json_decref(c);
	arena_reset(mem);
}

/* Each line of each file. */
static int each_case(void (*check)(const char *path, int number, const char *line))
{
	glob_t files = {0};
	int all = 0;

	if (glob("test/rule/*.ndjson", 0, NULL, &files))
		return 0;
	for (size_t i = 0; i < files.gl_pathc; i++) {
		FILE *file = fopen(files.gl_pathv[i], "r");
		char *line = NULL;
		size_t room = 0;

		for (int n = 0; file && getline(&line, &room, file) > 0; all++)
			check(files.gl_pathv[i], ++n, line);
		free(line);
		if (file)
			fclose(file);
	}
	globfree(&files);
	return all;
}

static void test_cases(void)
{
	int n = each_case(check_case);

	ok(n > 700, "%d cases were read", n);
}

/* A plan that says nothing at all: every case has its answer, of those that need a number of it that it is open.     PLAN-003 */
static struct decider silent;
static int open_answers;

static void check_silent(const char *path, int number, const char *line)
{
	json_t *c = json_loads(line, 0, NULL);
	const struct rule *rule = decide_rule(json_string_value(json_object_get(c, "rule")));
	char *in = json_dumps(json_object_get(c, "in"), JSON_ENCODE_ANY | JSON_COMPACT);
	struct text out = text_new(mem, MEMORY);

	decide(&silent, rule, NULL, in, strlen(in), mem, &out);
	if (!strstr(out.at, "\"reasons\":[{") && !strstr(out.at, "\"error\""))
		ok(false, "%s:%d no answer: %s", path, number, out.at);
	open_answers += strstr(out.at, "\"PARAM_MISSING\"") != NULL;
	free(in);
	json_decref(c);
	arena_reset(mem);
}

static void test_silent_plan(void)
{
	silent = (struct decider){.mem = kept, .plans = plans_load(kept, "plans"), .calendar = decider.calendar};
	for (int i = 0; i < silent.plans->n; i++) {
		struct plan *p = arena_copy(kept, silent.plans->at[i], sizeof(*p));

		memset(p->values, 0, sizeof(p->values));
		memset(p->citations, 0, sizeof(p->citations));
		p->citations[PLAN_CITE_FALLBACK] = silent.plans->at[i]->citations[PLAN_CITE_FALLBACK];
		silent.plans->at[i] = p;
	}
	each_case(check_silent);
	ok(open_answers > 200, "PLAN-003 %d cases are open without the plan's numbers", open_answers);
}

/* Every value of every case, one at a time, as far out as JSON lets it: an answer or an error, never a fault. */
static const char *pushed_rule;
static json_t *pushed;
static int pushes;

static void push(json_t *holder, const char *key, size_t index, json_t *extreme)
{
	json_t *before = json_incref(key ? json_object_get(holder, key) : json_array_get(holder, index));
	char *in;
	struct text out = text_new(mem, MEMORY);

	if (key)
		json_object_set_new(holder, key, extreme);
	else
		json_array_set_new(holder, index, extreme);
	in = json_dumps(pushed, JSON_ENCODE_ANY | JSON_COMPACT);
	decide(&decider, decide_rule(pushed_rule), NULL, in, strlen(in), mem, &out);
	if (!strstr(out.at, "\"reasons\":[{") && !strstr(out.at, "\"error\""))
		ok(false, "DEC no answer to %s: %s", in, out.at);
	pushes++;
	free(in);
	if (key)
		json_object_set_new(holder, key, before);
	else
		json_array_set_new(holder, index, before);
	arena_reset(mem);
}

static void push_value(json_t *holder, const char *key, size_t index, const json_t *value)
{
	static const char *const texts[] = {"", "1912-01-01", "2911-12-31", "9999999999d", "9999y", "-999999999999.999", "2024-02-29T23:59:59"};
	static const json_int_t numbers[] = {0, -1, 1000000000, INT64_MAX, INT64_MIN};

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts) && json_is_string(value); i++)
		push(holder, key, index, json_string(texts[i]));
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers) && json_is_integer(value); i++)
		push(holder, key, index, json_integer(numbers[i]));
	push(holder, key, index, json_null());
}

static void push_all(json_t *holder)
{
	const char *key;
	json_t *value;
	size_t i;
	void *next;

	json_object_foreach_safe(holder, next, key, value) {
		push_all(value);
		push_value(holder, key, 0, value);
	}
	json_array_foreach(holder, i, value) {
		push_all(value);
		push_value(holder, NULL, i, value);
	}
}

static void check_pushed(const char *path, int number, const char *line)
{
	json_t *c = json_loads(line, 0, NULL);

	(void)path;
	if (number % 3 == 1) {
		pushed_rule = json_string_value(json_object_get(c, "rule"));
		pushed = json_object_get(c, "in");
		push_all(pushed);
	}
	json_decref(c);
}

static void test_extremes(void)
{
	each_case(check_pushed);
	ok(pushes > 5000, "DEC %d changed inputs have an answer", pushes);
}

/* ---- what is not JSON, or not as strict as ours */

static void test_malformed(void)
{
	static const struct { const char *text; size_t n; } bad[] = {
#define RAW(s) {s, sizeof(s) - 1}
		RAW(""), RAW(" "), RAW("{"), RAW("}"), RAW("{\"start\":"), RAW("{\"start\":\"2024-01-01\",\"length\":\"1d\"} x"),
		RAW("{\"start\":\"2024-01-01\",\"start\":\"2024-01-02\",\"length\":\"1d\"}"), RAW("{'start':1}"), RAW("[{}]"),
		RAW("{\"start\":\"2024-01-01\",\"length\":\"1d\",}"), RAW("\xEF\xBB\xBF{}"), RAW("{\"start\":\"\xFF\",\"length\":\"1d\"}"),
		RAW("{\"start\":\"2024-01-01\\u0000\",\"length\":\"1d\"}"), RAW("{\"start\":\"\\ud800\",\"length\":\"1d\"}"),
		RAW("{\"days\":1e999}"), RAW("{\"days\":99999999999999999999}"), RAW("{\"days\":NaN}"), RAW("\0\0\0"), RAW("{\0}"),
		RAW("{\"\xE4\xBA\":1}"), RAW("nul"), RAW("\"2024\""),
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		bool good;
		json_t *a = answer_of("period-end", NULL, bad[i].text, bad[i].n, &good), *e = json_object_get(a, "error");

		ok(!good && text_is(json_string_value(json_object_get(e, "code")), "BAD_INPUT"), "DEC not accepted: %s", bad[i].text);
		json_decref(a);
		arena_reset(mem);
	}
}

static void test_deep(void)
{
	struct text deep = text_new(kept, MEMORY);
	bool good;
	json_t *a;

	text_puts(&deep, "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\",\"ledger\":");
	for (int i = 0; i < 100000; i++)
		text_char(&deep, '[');
	a = answer_of("training-end", NULL, deep.at, deep.n, &good);
	ok(!good && json_object_get(a, "error"), "DEC a hundred thousand brackets are an error");
	json_decref(a);
	arena_reset(mem);
}

/* Every prefix and many single-byte changes of a good input: an answer or an error, never a crash. */
static void test_mutations(void)
{
	static const char good_input[] = "{\"plan\":\"112-senior-ordinary@1\",\"report_date\":\"2024-08-01\",\"shortened\":false,"
		"\"ledger\":[{\"kind\":\"bt_retrain\",\"from\":\"2024-12-01\",\"length\":\"4w\",\"counted_in\":null}]}";
	static const char *const rules[] = {"training-end", "plan-form-due", "period-end", "act-deadline", "backward-limit", "national-id"};
	char changed[sizeof(good_input)];
	unsigned seed = 20240801;
	int answers = 0;
	bool good;

	for (int i = 0; i < 6000; i++) {
		const char *rule = rules[i % 6];
		size_t n = sizeof(good_input) - 1;

		memcpy(changed, good_input, sizeof(changed));
		if (i < (int)n)
			n = (size_t)i;
		for (int k = 0; i >= (int)sizeof(changed) && k <= i % 3; k++) {
			seed = seed * 1103515245 + 12345;
			changed[(seed >> 8) % n] = (char)(seed >> 20);
		}
		json_t *a = answer_of(rule, NULL, changed, n, &good);

		answers += json_is_object(a);
		json_decref(a);
		arena_reset(mem);
	}
	same_int(answers, 6000, "DEC every changed input is answered with an object");
}

/* ---- plans, lists, purity */

static void test_plan_option(void)
{
	static const char without[] = "{\"report_date\":\"2024-08-01\"}", null[] = "{\"plan\":null,\"report_date\":\"2024-08-01\"}",
		own[] = "{\"plan\":\"112-senior-ordinary\",\"report_date\":\"2024-08-01\"}", id[] = "{\"id\":\"A123456789\"}";
	bool good;
	json_t *a = answer_of("training-end", "113-disabled@1", without, strlen(without), &good);
	json_t *b = answer_of("training-end", "113-disabled", null, strlen(null), &good);
	json_t *c = answer_of("training-end", "113-disabled", own, strlen(own), &good);
	json_t *d = answer_of("national-id", "113-disabled", id, strlen(id), &good);

	same(json_string_value(json_object_get(a, "plan")), "113-disabled@1", "DEC --plan fills in where the object has none");
	same(json_string_value(json_object_get(b, "plan")), "113-disabled@2", "DEC and where it is null; the newest version");
	same(json_string_value(json_object_get(c, "plan")), "112-senior-ordinary@1", "DEC the object's own plan stays");
	ok(good && !json_object_get(d, "plan"), "DEC a rule without a plan leaves it out");
	json_decref(a);
	json_decref(b);
	json_decref(c);
	json_decref(d);
	arena_reset(mem);
}

/* 113-disabled, of which some keys are open. */
static struct decider open_plan(void)
{
	static const char *const open_keys[] = {"period.total", "period.exempted_bt", "period.shortened", "period.counted_from",
		"guide.plan_form_within", "guide.plan_form_counted", "extend.times_max", "extend.from",
		"anomaly.written_within", "cert.fee_exempt_exam", "guide.records_per_month_min", "makeup.apply_within",
		"makeup.only_from_year", "retain.causes", "retrain.apply_within", "stop.bt.apply_within",
		"stop.bt.mandatory_pct", "stop.service.causes"};
	struct decider other = {.mem = kept, .plans = plans_load(kept, "plans")};
	struct plan *p = arena_copy(kept, plans_find(other.plans, "113-disabled"), sizeof(*p));

	for (int k = 0; k < PLAN_KEYS_N; k++)
		for (size_t i = 0; i < sizeof(open_keys) / sizeof(*open_keys); i++)
			if (text_is(open_keys[i], plan_key_name((enum plan_key)k)))
				p->values[k] = (struct plan_value){0};
	for (int i = 0; i < other.plans->n; i++)
		if (text_is(other.plans->at[i]->id, p->id) && other.plans->at[i]->version == p->version)
			other.plans->at[i] = p;
	return other;
}

/* A plan that leaves lengths open: the rules say so, and take no other plan's.                PLAN-003 PLAN-135 */
static void test_param_missing(void)
{
	static const struct { const char *rule, *in, *param; } cases[] = {
		{"training-end", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\"}", "period.total"},
		{"training-end", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\",\"shortened\":true}", "period.shortened"},
		{"training-end", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\",\"bt_exempt\":true}", "period.exempted_bt"},
		{"plan-form-due", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\"}", "guide.plan_form_within"},
		{"training-stages", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\"}", "period.total"},
		{"training-stages", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\",\"shortened\":true}", "period.shortened"},
		{"retention", "{\"plan\":\"113-disabled\",\"exam_year\":113,\"list\":\"regular\",\"cause\":\"不存在\"}", "retain.causes"},
		{"makeup-window", "{\"plan\":\"113-disabled\",\"filed\":\"2024-08-01\"}", "makeup.apply_within"},
		{"makeup-kind", "{\"plan\":\"113-disabled\",\"exam_year\":0}", "makeup.only_from_year"},
		{"bt-stop", "{\"plan\":\"113-disabled\",\"event\":\"2024-08-12\",\"cause\":\"喪假\",\"filed_on\":\"2024-08-13\"}", "stop.bt.apply_within"},
		{"bt-mandatory-stop", "{\"plan\":\"113-disabled\",\"absent_hours\":1,\"course_hours\":0}", "stop.bt.mandatory_pct"},
		{"service-stop", "{\"plan\":\"113-disabled\",\"event\":\"2024-08-12\",\"cause\":\"不存在\",\"filed_on\":\"2024-08-13\"}", "stop.service.causes"},
		{"retrain-window", "{\"plan\":\"113-disabled\",\"cause_ended\":\"2024-08-12\"}", "retrain.apply_within"},
		{"guidance-gaps", "{\"plan\":\"113-disabled\",\"start\":\"2024-08-01\",\"end\":\"2024-07-01\",\"records\":[],"
			"\"methods\":{\"orientation\":true,\"observed\":3,\"cases\":3,\"talks_mid\":1,\"talks_final\":1}}", "guide.records_per_month_min"},
		{"anomaly-due", "{\"plan\":\"113-disabled\",\"known_on\":\"2024-08-12\"}", "anomaly.written_within"},
		{"certificate-fee", "{\"plan\":\"113-disabled\",\"amount\":500}", "cert.fee_exempt_exam"},
	};
	struct decider other = open_plan();

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct text out = text_new(mem, MEMORY);

		ok(decide(&other, decide_rule(cases[i].rule), NULL, cases[i].in, strlen(cases[i].in), mem, &out) &&
			strstr(out.at, "\"PARAM_MISSING\"") && strstr(out.at, arena_print(mem, "\"params\":[\"%s\"]", cases[i].param)) &&
			strstr(out.at, "第22點第7款") && strstr(out.at, ":null"), "PLAN-003 %s without %s", cases[i].rule, cases[i].param);
		arena_reset(mem);
	}
}

static void test_not_in_plan_first(void)
{
	static const char in[] = "{\"plan\":\"113-disabled\",\"event\":\"2024-08-12\",\"cause\":\"?\",\"filed_on\":\"2024-08-13\","
		"\"bt_mode\":\"online\"}";
	struct decider other = open_plan();
	struct text out = text_new(mem, MEMORY);

	decide(&other, decide_rule("bt-stop"), NULL, in, strlen(in), mem, &out);
	ok(strstr(out.at, "\"NOT_IN_PLAN\"") && !strstr(out.at, "params"), "DEC what is not in the plan comes before what it leaves open");
	arena_reset(mem);
}

static void test_words(void)
{
	static const char in[] = "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\"}", due[] = "{\"report_date\":\"2022-10-03\"}",
		old[] = "{\"plan\":\"112-senior-ordinary\",\"report_date\":\"2024-06-03\"}";
	struct text out = text_new(mem, MEMORY);

	decide(&decider, decide_rule("training-end"), NULL, in, strlen(in), mem, &out);
	same(out.at, "{\"rule\":\"training-end\",\"result\":\"OK\",\"plan\":\"113-disabled@2\",\"values\":{\"start\":\"2024-08-01\","
		"\"end\":\"2024-11-30\"},\"reasons\":[{\"text\":\"自113年8月1日報到，訓練4個月，期滿日113年11月30日\",\"citation\":"
		"\"113年公務人員特種考試身心障礙人員考試錄取人員訓練計畫第4點第1款、第21點第2款；訓練辦法第25條第1項\"}]}",
		"PLAN-006 a: one line, the points in words");
	out.n = 0;
	decide(&decider, decide_rule("plan-form-due"), NULL, due, strlen(due), mem, &out);
	ok(strstr(out.at, "自111年10月4日起算7日，末日111年10月10日") && strstr(out.at, "暫算（未載入該年行事曆"),
		"PLAN-009: first and last day; 暫算 where the year is not loaded");
	out.n = 0;
	decide(&decider, decide_rule("plan-form-due"), NULL, old, strlen(old), mem, &out);
	ok(strstr(out.at, "計畫本文未附附件5") && strstr(out.at, "順延至113年6月11日") && strstr(out.at, "星期日"),
		"PLAN-078: says what the length rests on, and why the day moved");
	arena_reset(mem);
}

static void test_list(void)
{
	struct text out = text_new(mem, MEMORY);
	json_t *list, *rule;
	size_t i;
	int complete = 0;

	decide_list(&out);
	list = json_loadb(out.at, out.n, JSON_REJECT_DUPLICATES, NULL);
	json_array_foreach(list, i, rule) {
		const char *name = json_string_value(json_object_get(rule, "rule"));
		const json_t *input = json_object_get(rule, "input"), *values = json_object_get(rule, "values");

		ok(was_tried(name), "DEC %s has cases", name);
		complete += decide_rule(name) &&
			json_string_length(json_object_get(rule, "summary")) && json_array_size(json_object_get(rule, "requirements")) &&
			text_is(json_string_value(json_object_get(input, "type")), "object") &&
			json_is_false(json_object_get(input, "additionalProperties")) && json_object_size(json_object_get(input, "properties")) &&
			json_is_object(json_object_get(values, "properties"));
	}
	same_int(complete, (long long)json_array_size(list), "DEC with summary, requirements and both schemas");
	ok(strstr(out.at, "\"enum\":[\"next_day\",\"same_day\"]") && strstr(out.at, "^[1-9][0-9]*[dwmy]$"), "DEC closed lists and lengths in it");
	json_decref(list);
	arena_reset(mem);
}

static bool is_word(const char *text)
{
	for (; text && *text; text++)
		if ((unsigned char)*text >= 0x80)
			return true;
	return false;
}

/* People read words, not ids: every closed list of a rule has them. */
static void check_words(const char *rule, const struct fact *facts)
{
	for (const struct fact *f = facts; f && f->name; f++) {
		for (int i = 0; f->choices && f->choices[i]; i++)
			if (!is_word(f->choices[i]) && (!f->shown || !is_word(f->shown[i])))
				ok(false, "DEC %s: %s of %s has no word", rule, f->choices[i], f->name);
		if (!is_word(f->label))
			ok(false, "DEC %s: %s has no label in Chinese", rule, f->name);
		check_words(rule, f->row);
	}
}

static void test_shown(void)
{
	int n = 0;

	for (const struct rule_group *g = rule_groups; g->title; g++)
		for (const struct rule *r = g->rules; r->name; r++, n++) {
			check_words(r->name, r->facts);
			check_words(r->name, r->values);
		}
	ok(n > 30, "DEC the lists of %d rules have their words", n);
}

int main(void)
{
	kept = arena_new(MEMORY);
	mem = arena_new(MEMORY);
	decider = (struct decider){.mem = kept, .folder = "plans", .calendar = office(kept)};
	test_cases();
	test_silent_plan();
	test_extremes();
	test_malformed();
	test_deep();
	test_mutations();
	test_plan_option();
	test_param_missing();
	test_not_in_plan_first();
	test_words();
	test_list();
	test_shown();
	ok(!decide_rule("nothing") && !decide_rule(""), "DEC an unknown rule");
	arena_free(mem);
	arena_free(kept);
	return tap_end();
}
