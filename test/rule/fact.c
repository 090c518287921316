/* Facts of each kind: read strictly, written with null for what is absent, described by a schema.  DEC */
#include "rule/fact.h"

#include <jansson.h>

#include "test/tap.h"

struct leg { struct date start, end; };
struct step { int kind; struct decimal score; };
struct all {
	struct decimal score;
	struct maybe_bool heard;
	const struct leg *leg, *other;
	struct date to;
	struct fact_rows steps;
	struct fact_texts names, codes;
	struct fact_range range;
	struct fact_dates days;
	struct fact_time now;
	struct decimal hours, share;
};

static const char *const kinds[] = {"one", "two", NULL};

static const struct fact leg_facts[] = {
	FACT(leg, start, DATE, "起日"),
	FACT(leg, end, DATE, "迄日", .may_be_absent = true),
	{0}
}, step_facts[] = {
	FACT(step, kind, CHOICE, "種類", .choices = kinds, .may_be_absent = true),
	FACT(step, score, DECIMAL, "分數", .places = 1),
	{0}
}, all_facts[] = {
	FACT(all, score, DECIMAL, "分數", .may_be_absent = true, .places = 2),
	FACT(all, heard, MAYBE_BOOL, "陳述意見", .may_be_absent = true),
	FACT_OF(all, leg, leg, "期間", leg_facts),
	FACT_OF(all, other, leg, "另一期間", leg_facts, .may_be_absent = true),
	FACT(all, to, DATE, "迄日", .may_be_null = true),
	FACT(all, steps, ROWS, "步驟", .row = step_facts, .row_size = sizeof(struct step), .may_be_absent = true),
	FACT(all, names, TEXTS, "名稱", .may_be_absent = true),
	FACT(all, codes, TEXTS, "代碼", .may_be_absent = true, .choices = kinds),
	FACT(all, range, RANGE, "範圍", .may_be_absent = true),
	FACT(all, days, DATES, "各日", .may_be_absent = true),
	FACT(all, now, TIME, "時間", .may_be_absent = true),
	FACT(all, hours, HOURS, "時數", .may_be_absent = true, .places = 2),
	FACT(all, share, PERCENT, "比率", .may_be_absent = true, .places = 1),
	{0}
};

static struct arena *mem;

/* What comes out again, or the place of the error. */
static const char *through(const char *json)
{
	struct fact_reader r = {.mem = mem};
	struct text out = text_new(mem, 1 << 16);
	struct json j = json_new(&out);
	struct all all = {0};
	json_t *root = json_loads(json, 0, NULL);
	bool good = facts_read(&r, root, all_facts, &all);

	json_decref(root);
	if (!good)
		return r.error.path;
	json_begin(&j);
	facts_write(&j, mem, all_facts, &all);
	json_end(&j);
	return out.at;
}

static void test_good(void)
{
	same(through("{\"score\":\"-0.555\",\"heard\":false,\"leg\":{\"start\":\"2024-08-01\",\"end\":null},\"other\":null,\"to\":null,"
		"\"steps\":[{\"kind\":\"two\",\"score\":\"7\"},{\"score\":\"0.09\"}],\"names\":[],\"codes\":[\"two\",\"one\"],\"range\":[5,7],"
		"\"days\":[\"2024-02-29\"],\"now\":\"2024-02-29T23:59\",\"hours\":24,\"share\":\"20.6%\"}"),
		"{\"score\":\"-0.55\",\"heard\":false,\"leg\":{\"start\":\"2024-08-01\",\"end\":null},\"other\":null,\"to\":null,"
		"\"steps\":[{\"kind\":\"two\",\"score\":\"7.0\"},{\"kind\":null,\"score\":\"0.0\"}],\"names\":[],\"codes\":[\"two\",\"one\"],\"range\":[5,7],"
		"\"days\":[\"2024-02-29\"],\"now\":\"2024-02-29T23:59:00\",\"hours\":\"24.00\",\"share\":\"20.6%\"}", "DEC every kind, read and written");
	same(through("{\"leg\":{\"start\":\"2024-08-01\"},\"to\":\"2024-08-02\"}"),
		"{\"score\":null,\"heard\":null,\"leg\":{\"start\":\"2024-08-01\",\"end\":null},\"other\":null,\"to\":\"2024-08-02\","
		"\"steps\":null,\"names\":null,\"codes\":null,\"range\":null,\"days\":null,\"now\":null,\"hours\":null,\"share\":null}", "DEC what is absent is null, an empty list is not");
}

static void test_bad(void)
{
	static const struct { const char *json, *path; } bad[] = {
		{"{\"to\":null}", "/leg"}, {"{\"leg\":{\"start\":\"2024-08-01\"}}", "/to"}, {"{\"leg\":[],\"to\":null}", "/leg"},
		{"{\"leg\":null,\"to\":null}", "/leg"}, {"{\"leg\":{\"start\":null},\"to\":null}", "/leg/start"},
		{"{\"leg\":{\"start\":\"2024-08-01\",\"x\":1},\"to\":null}", "/leg/x"},
		{"{\"score\":59.5,\"leg\":{\"start\":\"2024-08-01\"},\"to\":null}", "/score"},
		{"{\"score\":\"5e1\",\"leg\":{\"start\":\"2024-08-01\"},\"to\":null}", "/score"},
		{"{\"heard\":1,\"leg\":{\"start\":\"2024-08-01\"},\"to\":null}", "/heard"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"steps\":[{\"score\":\"1\"},{\"score\":null}]}", "/steps/1/score"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"names\":[1]}", "/names/0"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"codes\":[\"one\",\"three\"]}", "/codes/1"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"range\":[5]}", "/range"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"range\":[5,\"7\"]}", "/range"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"days\":[\"2024-02-30\"]}", "/days/0"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"days\":\"2024-02-29\"}", "/days"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"now\":\"2024-02-29 10:00\"}", "/now"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"now\":\"2024-02-29T24:00\"}", "/now"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"now\":\"2024-02-29T10\"}", "/now"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"now\":\"2024-02-30T10:00\"}", "/now"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"now\":\"2024-02-29T10:00:00+08:00\"}", "/now"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"hours\":24.5}", "/hours"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"hours\":\"24.505\"}", "/hours"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"hours\":\"\"}", "/hours"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"share\":\"20.6\"}", "/share"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"share\":20}", "/share"},
		{"{\"leg\":{\"start\":\"2024-08-01\"},\"to\":null,\"share\":\"%\"}", "/share"},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		same(through(bad[i].json), bad[i].path, arena_print(mem, "DEC refused: %s", bad[i].json));
}

static void test_schema(void)
{
	struct text out = text_new(mem, 1 << 16);
	struct json j = json_new(&out);
	json_t *schema, *leg;

	facts_schema(&j, all_facts, true);
	schema = json_loads(out.at, 0, NULL);
	leg = json_object_get(json_object_get(schema, "properties"), "leg");
	same(json_string_value(json_object_get(leg, "type")), "object", "DEC an object within the object");
	ok(json_is_false(json_object_get(leg, "additionalProperties")) && json_array_size(json_object_get(leg, "required")) == 1,
		"DEC as strict as the one around it");
	same_int((long long)json_array_size(json_object_get(schema, "required")), 2, "DEC a key that may be null is required");
	json_decref(schema);
}

static void test_texts(void)
{
	struct fact_texts t = {0};

	fact_texts_none(mem, &t);
	ok(t.at && !t.n, "an empty list is there");
	fact_texts_add(mem, &t, "a");
	fact_texts_add(mem, &t, "b");
	fact_texts_none(mem, &t);
	ok(t.n == 2 && text_is(t.at[0], "a") && text_is(t.at[1], "b"), "texts are added in order");
}

int main(void)
{
	mem = arena_new(1 << 22);
	test_good();
	test_bad();
	test_schema();
	test_texts();
	arena_free(mem);
	return tap_end();
}
