/* plan_command.c: see plan_command.h. */
#include "rule/plan_command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "rule/plan_table.h"
#include "rule/promotion_set.h"

enum { EXIT_ERRORS = 1, EXIT_WRONG_CALL = 2, MEMORY = 1 << 28, READABLE = 0644 };

/* ---- check ---- */

static void list(const struct plans *plans, struct arena *mem)
{
	for (int i = 0; i < plans->n; i++) {
		const struct plan *p = plans->at[i];

		printf("%s %s（%s）%s 參數%d，其中%d未規定：可用\n", plan_name(mem, p), p->title, p->document,
			date_long_text(mem, p->from), PLAN_KEYS_N, PLAN_KEYS_N - plan_known(p));
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

static int check(struct arena *mem, const char *folder)
{
	const struct plans *plans = plans_load(mem, folder);

	list(plans, mem);
	list_sets(plans->promotions, mem);
	list_problems(plans);
	printf("%d個訓練計畫，%d個法規參數，%d組升官等訓練參數，%d個錯誤，%d個警告\n", plans->n, plans->law ? plans->law->n : 0,
		plans->promotions ? plans->promotions->n : 0, plans->errors_n, plans->problems_n - plans->errors_n);
	return plans->errors_n ? EXIT_ERRORS : 0;
}

/* ---- show, compare ---- */

static void print_cell(const char *name, const struct plan_cell *c)
{
	printf("    %s%s", name, *name ? ": " : "");
	for (int i = 0; i < c->lines.n; i++)
		printf("%s%s", i ? "；" : "", c->lines.at[i]);
	printf("%s", c->lines.n ? "" : "未規定");
	if (c->point)
		printf("（%s）", c->point);
	if (c->source)
		printf(" 〔%s〕", c->source);
	putchar('\n');
	if (c->law)
		printf("        %s\n", c->law);
}

static void print_only(const char *name, const struct fact_texts *texts)
{
	if (texts->n)
		printf("        僅%s：", name);
	for (int i = 0; i < texts->n; i++)
		printf("%s%s", i ? "、" : "", texts->at[i]);
	if (texts->n)
		putchar('\n');
}

static const struct plan *found(const struct plans *plans, const char *id)
{
	const struct plan *p = plans_find(plans, id);

	if (!p)
		fprintf(stderr, "PLAN_MISSING: 無此訓練計畫：%s\n", id);
	return p;
}

static int show(struct arena *mem, const struct plan *a, const struct plan *b)
{
	struct plan_rows rows = plan_rows(mem, a, b);
	const char *name = b ? plan_name(mem, a) : "", *other = b ? plan_name(mem, b) : "";

	printf("%s\n", a->title);
	if (b)
		printf("%s\n", b->title);
	for (int i = 0; i < rows.n; i++) {
		const struct plan_row *row = &rows.at[i];

		printf("%s %s %s %s\n", row->differs ? "*" : " ", row->number, row->key, row->label);
		print_cell(name, &row->a);
		if (b)
			print_cell(other, &row->b);
		print_only(name, &row->only_a);
		print_only(other, &row->only_b);
	}
	if (b)
		printf("%d列，%d列不同\n", rows.n, rows.different);
	return 0;
}

/* ---- copy ---- */

static int write_new(struct arena *mem, const char *folder, const char *name, const char *text)
{
	const char *path = arena_print(mem, "%s/%s", folder, name);
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, READABLE);
	size_t n = strlen(text);

	if (fd >= 0 && write(fd, text, n) == (ssize_t)n && close(fd) == 0) {
		printf("%s\n", path);
		return 0;
	}
	fprintf(stderr, "%s: %s\n", path, strerror(errno));
	return EXIT_ERRORS;
}

static int copy(struct arena *mem, const char *folder, const struct plans *plans, const struct plan *p, const char *year)
{
	int64_t to;
	const char *text, *notes;

	if (!text_to_int(year, 1, 999, &to) || to == p->exam_year) {
		fprintf(stderr, "年度應為1至999，且不同於%d：%s\n", p->exam_year, year);
		return EXIT_WRONG_CALL;
	}
	text = plan_copy(mem, plans, p, (int)to);
	notes = plan_copy_notes(mem, plans, p, (int)to);
	if (!text || write_new(mem, folder, arena_print(mem, "%d-%s.json", (int)to, p->exam), text) != 0)
		return EXIT_ERRORS;
	if (notes && write_new(mem, folder, arena_print(mem, "forms/%d-%s.json", (int)to, p->exam), notes) != 0)
		return EXIT_ERRORS;
	printf("請填寫versions之訂定日期及文號，並逐項核對後，以 peixun plan check 檢查\n");
	return 0;
}

/* ---- which ---- */

static int usage(void)
{
	fprintf(stderr, "usage: peixun plan check [FOLDER] | show ID | compare ID ID | copy ID YEAR\n");
	return EXIT_WRONG_CALL;
}

static int run(struct arena *mem, const char *folder, int argc, char **argv)
{
	bool shows = argc == 3 && !strcmp(argv[1], "show"), compares = argc == 4 && !strcmp(argv[1], "compare");
	bool copies = argc == 4 && !strcmp(argv[1], "copy");
	const struct plans *plans;
	const struct plan *a, *b;

	if ((argc == 2 || argc == 3) && !strcmp(argv[1], "check"))
		return check(mem, argc > 2 ? argv[2] : folder);
	if (!shows && !compares && !copies)
		return usage();
	plans = plans_load(mem, folder);
	a = found(plans, argv[2]);
	b = a && compares ? found(plans, argv[3]) : NULL;
	if (!a || (compares && !b))
		return EXIT_ERRORS;
	return copies ? copy(mem, folder, plans, a, argv[3]) : show(mem, a, b);
}

int plan_command(const char *folder, int argc, char **argv)
{
	struct arena *mem = argc < 2 ? NULL : arena_new(MEMORY);
	int status = mem ? run(mem, folder, argc, argv) : usage();

	if (mem)
		arena_free(mem);
	return status;
}
