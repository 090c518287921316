/* Any bytes as a question of each rule, as a plan file and as a parameter set: "RULE {…}", "plan {…}", "promotion {…}". */
#include "rule/decide.h"

#include <string.h>

#include "base/text.h"
#include "rule/promotion_set.h"
#include "test/fuzz/fuzz.h"

enum { OUT_MOST = 1 << 26 };

static void as_plan(struct arena *mem, const char *bytes, size_t n)
{
	struct plans plans = {.mem = mem};

	plans_add(&plans, "fuzz.json", bytes, n);
	plans_settle(&plans, NULL);
	PROMISE(plans.n > 0 || plans.errors_n > 0);
}

static void as_promotion(struct arena *mem, const char *bytes, size_t n)
{
	struct plans plans = {.mem = mem};

	promotions_add(&plans, "fuzz.json", bytes, n);
	promotions_check(&plans);
	PROMISE(plans.promotions || plans.errors_n > 0);
}

/* The same with an escape in the first key, which is read the long way: the answer has to be the same. */
static void the_long_way(struct decider *d, const struct rule *rule, struct arena *mem, const char *bytes, size_t n, const struct text *out)
{
	struct text escaped = text_new(mem, OUT_MOST), again = text_new(mem, OUT_MOST);

	if (n < 4 || memcmp(bytes, "{\"", 2) != 0 || bytes[2] == '"' || bytes[2] == '\\' || (unsigned char)bytes[2] >= 0x80)
		return;
	text_print(&escaped, "{\"\\u%04x", bytes[2]);
	text_add(&escaped, bytes + 3, n - 3);
	PROMISE(decide(d, rule, NULL, escaped.at, escaped.n, mem, &again));
	PROMISE(again.n == out->n && !memcmp(again.at, out->at, out->n));
}

static void as_question(const struct rule *rule, struct arena *mem, const char *bytes, size_t n)
{
	static struct decider decider;
	struct text out = text_new(mem, OUT_MOST);
	bool good;

	if (!decider.mem)
		decider = (struct decider){.mem = arena_new((size_t)64 << 20), .folder = "plans"};
	good = decide(&decider, rule, NULL, bytes, n, mem, &out);
	PROMISE(utf8_valid(out.at, out.n) && !memchr(out.at, '\n', out.n));
	PROMISE(text_starts(out.at, good ? "{\"rule\":" : "{\"error\":"));
	PROMISE(!good || strstr(out.at, "\"reasons\":[{"));
	if (good)
		the_long_way(&decider, rule, mem, bytes, n, &out);
}

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	const char *blank = memchr(bytes, ' ', n), *rest = blank ? blank + 1 : NULL;
	size_t left = blank ? n - (size_t)(rest - bytes) : 0;
	const char *name = blank ? arena_bytes(mem, bytes, (size_t)(blank - bytes)) : "";

	if (text_is(name, "plan"))
		as_plan(mem, rest, left);
	else if (text_is(name, "promotion"))
		as_promotion(mem, rest, left);
	else if (decide_rule(name))
		as_question(decide_rule(name), mem, rest, left);
}

FUZZ_MAIN("decide")
