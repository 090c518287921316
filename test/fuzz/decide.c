/* Any bytes as a question of each rule, and as a plan file.  The first byte says which. */
#include "rule/decide.h"

#include <string.h>

#include "base/text.h"
#include "test/fuzz/fuzz.h"

static const char *const rules[] = {"period-end", "act-deadline", "backward-limit", "training-end", "plan-form-due", "national-id"};

enum { RULES = sizeof(rules) / sizeof(*rules), OUT_MOST = 1 << 26 };

static void as_plan(struct arena *mem, const char *bytes, size_t n)
{
	struct plans plans = {.mem = mem};

	plans_add(&plans, "fuzz.json", bytes, n);
	plans_settle(&plans);
	PROMISE(plans.n > 0 || plans.errors_n > 0);
}

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	static struct decider decider;
	size_t which = n ? (unsigned char)*bytes % (RULES + 1) : RULES;
	struct text out = text_new(mem, OUT_MOST);

	if (!n)
		return;
	if (!decider.mem)
		decider = (struct decider){.mem = arena_new((size_t)64 << 20), .folder = "plans"};
	if (which == RULES) {
		as_plan(mem, bytes + 1, n - 1);
		return;
	}
	bool good = decide(&decider, decide_rule(rules[which]), NULL, bytes + 1, n - 1, mem, &out);

	PROMISE(utf8_valid(out.at, out.n) && !memchr(out.at, '\n', out.n));
	PROMISE(text_starts(out.at, good ? "{\"rule\":" : "{\"error\":"));
	PROMISE(!good || strstr(out.at, "\"reasons\":[{"));
}

FUZZ_MAIN("decide")
