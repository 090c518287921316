/* plan_command.c: see plan_command.h. */
#include "rule/plan_command.h"

#include <stdio.h>
#include <string.h>

#include "rule/plan.h"
#include "rule/promotion_set.h"

enum { EXIT_ERRORS = 1, EXIT_WRONG_CALL = 2, MEMORY = 1 << 28 };

static int known(const struct plan *p)
{
	int n = 0;

	for (int k = 0; k < PLAN_KEYS_N; k++)
		n += p->values[k].known;
	return n;
}

static void list(const struct plans *plans, struct arena *mem)
{
	for (int i = 0; i < plans->n; i++) {
		const struct plan *p = plans->at[i];

		printf("%s %s（%s）%s 參數%d，其中%d未規定：可用\n", plan_name(mem, p), p->title, p->document,
			date_long_text(mem, p->from), PLAN_KEYS_N, PLAN_KEYS_N - known(p));
	}
}

static void list_sets(const struct promotions *sets, struct arena *mem)
{
	for (int i = 0; sets && i < sets->n; i++) {
		const struct promotion_set *s = sets->at[i];

		printf("%s %s（%s）%lld年度至%s：可用\n", s->file, s->name, s->regulation, (long long)s->from_year,
			s->until_year.known ? arena_print(mem, "%lld年度", (long long)s->until_year.n) : "今");
	}
}

static void list_problems(const struct plans *plans)
{
	for (int i = 0; i < plans->problems_n; i++) {
		const struct plan_problem *p = &plans->problems[i];

		printf("%s", p->file);
		if (p->line)
			printf(":%d", p->line);
		printf(": %s %s%s%s: %s\n", p->warning ? "warning" : "error", p->code, *p->path ? " " : "", p->path, p->text);
	}
}

int plan_command(const char *folder, int argc, char **argv)
{
	struct arena *mem;
	struct plans *plans;
	int errors;

	if (argc < 2 || argc > 3 || strcmp(argv[1], "check") != 0) {
		fprintf(stderr, "usage: peixun plan check [FOLDER]\n");
		return EXIT_WRONG_CALL;
	}
	mem = arena_new(MEMORY);
	plans = plans_load(mem, argc > 2 ? argv[2] : folder);
	list(plans, mem);
	list_sets(plans->promotions, mem);
	list_problems(plans);
	printf("%d個訓練計畫，%d組升官等訓練參數，%d個錯誤，%d個警告\n", plans->n,
		plans->promotions ? plans->promotions->n : 0, plans->errors_n, plans->problems_n - plans->errors_n);
	errors = plans->errors_n;
	arena_free(mem);
	return errors ? EXIT_ERRORS : 0;
}
