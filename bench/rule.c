/* What a decision costs in processor time: a rule's line answered, over the bare work of jansson on the same line (parse it, print it
 * again, which is less than an answer).
 *
 * usage: build/release/bench/rule [answers]      run at the top of the tree; prints the best of some turns, each over each */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "rule/decide.h"

enum { TURNS = 5, MEMORY = 1 << 24 };

static const struct { const char *rule, *line; } cases[] = {
	{"period-end", "{\"start\":\"2023-10-31\",\"length\":\"4m\"}"},
	{"act-deadline", "{\"event\":\"2024-06-03\",\"length\":\"7d\",\"counted\":\"same_day\"}"},
	{"backward-limit", "{\"event\":\"2024-07-19\",\"days\":14}"},
	{"training-end", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\"}"},
	{"training-end", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-08-01\",\"ledger\":[{\"kind\":\"extension\",\"from\":\"2025-01-07\",\"length\":\"2m\"}]}"},
	{"plan-form-due", "{\"plan\":\"113-disabled\",\"report_date\":\"2024-02-02\",\"first_uploaded\":\"2024-02-19\"}"},
	{"retention", "{\"plan\":\"113-disabled\",\"exam_year\":103,\"list\":\"regular\",\"cause\":\"進修碩士\",\"requested\":\"3y\"}"},
	{"bt-stop", "{\"plan\":\"113-disabled\",\"event\":\"2024-08-12\",\"cause\":\"喪假\",\"filed_on\":\"2024-08-20\"}"},
	{"guidance-gaps", "{\"plan\":\"113-disabled\",\"start\":\"2024-08-01\",\"end\":\"2024-11-30\",\"records\":[\"2024-08-30\",\"2024-09-27\"],"
		"\"methods\":{\"orientation\":true,\"observed\":2,\"cases\":3,\"talks_mid\":1,\"talks_final\":0}}"},
	{"promotion-quota", "{\"carried_in\":\"0.200\",\"eligible\":125,\"ratio\":\"20.6%\",\"makeup_outside\":0,\"failed_reselected\":3}"},
	{"promotion-recheck", "{\"received\":\"2016-09-01\",\"filed\":\"2016-09-16\",\"asked_on\":\"2016-09-16\"}"},
	{"national-id", "{\"id\":\"ac03095424\"}"},
};

static struct arena *mem;
static struct decider decider;
static size_t printed;                                          /* so that no work is left out */

static double now(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void answer(const char *rule, const char *line)
{
	struct text out = text_new(mem, MEMORY);

	decide(&decider, decide_rule(rule), NULL, line, strlen(line), mem, &out);
	printed += out.n;
	arena_reset(mem);
}

static void bare(const char *rule, const char *line)
{
	json_t *root = json_loadb(line, strlen(line), 0, NULL);
	char *again = json_dumps(root, JSON_COMPACT);

	(void)rule;
	printed += strlen(again);
	free(again);
	json_decref(root);
}

static double best(void (*work)(const char *, const char *), int i, int n)
{
	double least = 1e9;

	for (int t = 0; t < TURNS; t++) {
		double begin = now();

		for (int k = 0; k < n; k++)
			work(cases[i].rule, cases[i].line);
		if (now() - begin < least)
			least = now() - begin;
	}
	return least / n;
}

int main(int argc, char **argv)
{
	int64_t n = 20000;

	if (argc > 1 && !text_to_int(argv[1], 1, 100000000, &n))
		return 2;
	mem = arena_new(MEMORY);
	decider = (struct decider){.mem = arena_new((size_t)1 << 26), .folder = "plans"};
	printf("%-16s %14s %14s %8s\n", "rule", "decisions/s", "jansson/s", "ratio");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		double ours = best(answer, (int)i, (int)n), theirs = best(bare, (int)i, (int)n);

		printf("%-16s %14.0f %14.0f %8.2f\n", cases[i].rule, 1 / ours, 1 / theirs, ours / theirs);
	}
	printf("%zu bytes printed\n", printed);
	arena_free(decider.mem);
	arena_free(mem);
	return 0;
}
