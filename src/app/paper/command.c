/* command.c: `peixun paper FORM < record.json > form.pdf`: any form without a page, and the list of them.       PLAN-138 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/paper/paper.h"
#include "base/clock.h"
#include "base/text.h"

enum { WRONG_CALL = 2, INPUT_MOST = 4 << 20, MEMORY = 256 << 20 };

/* Of an empty form: without the blanks for the examination. */
static const char *short_title(const char *title)
{
	const char *at = strstr(title, "年");

	if (!at)
		return title;
	for (at += strlen("年"); text_starts(at, "　");)
		at += strlen("　");
	return at;
}

static int list_forms(struct arena *mem)
{
	const struct paper *p;

	for (int i = 0; (p = paper_at(i)); i++)
		printf("%-20s %s\n", paper_name(p), short_title(paper_title(mem, p, arena_get(mem, paper_size(p)))));
	return 0;
}

static int list_members(const struct fact *facts, const char *before)
{
	static const char *const kinds[] = {[FACT_DATE] = "YYYY-MM-DD", [FACT_INT] = "number",
		[FACT_TEXT] = "text", [FACT_ROWS] = "[objects]", [FACT_TEXTS] = "[texts]"};

	for (const struct fact *f = facts; f->name; f++) {
		printf("%s%-24s %-12s %s%s\n", before, f->name, kinds[f->kind], f->label, f->may_be_absent ? "" : " *");
		if (f->row)
			list_members(f->row, "    ");
	}
	return 0;
}

static void tell(const char *what, const char *const *labels)
{
	if (!*labels)
		return;
	fprintf(stderr, "%s", what);
	for (const char *const *l = labels; *l; l++)
		fprintf(stderr, "%s%s", l == labels ? "" : "、", *l);
	fputc('\n', stderr);
}

/* Everything of standard input, or NULL when it is too much. */
static const char *read_input(struct arena *mem, size_t *n)
{
	char *bytes = arena_raw(mem, INPUT_MOST + 1);

	*n = fread(bytes, 1, INPUT_MOST + 1, stdin);
	return *n > INPUT_MOST ? NULL : bytes;
}

static int print_form(struct arena *mem, const struct paper *p, const void *record, bool whole)
{
	const char *const *missing = paper_missing(mem, p, record);
	struct pdf *pdf = pdf_new(mem, &(struct pdf_about){.title = paper_title(mem, p, record), .author = "培訓", .created = clock_now()});

	tell("未填：", missing);
	if (whole && *missing)
		return 1;
	paper_draw(pdf, p, record);
	if (*pdf_unknown(pdf))
		fprintf(stderr, "無字形，請以手寫補正：%s\n", pdf_unknown(pdf));
	if (pdf_codes_lost(pdf))
		fprintf(stderr, "%d個條碼含有無法編碼之字元或過長，未印出\n", pdf_codes_lost(pdf));
	if (pdf_write(pdf, STDOUT_FILENO))
		return 0;
	fprintf(stderr, "資料過長\n");
	return 1;
}

/* The values that would stand on paper. */
static int print_json(struct arena *mem, const struct paper *p, const void *record)
{
	struct text t = text_new(mem, MEMORY);
	struct json j = json_new(&t);

	json_begin(&j);
	facts_write(&j, mem, paper_facts(p), paper_completed(mem, p, record));
	json_end(&j);
	printf("%s\n", t.at);
	return 0;
}

struct call { const char *form, *plan; bool list, keys, whole, json; };

/* False: not a call that we know. */
static bool read_call(struct call *c, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "--list") && argc == 2)
			c->list = true;
		else if (!strcmp(argv[i], "--keys"))
			c->keys = true;
		else if (!strcmp(argv[i], "--whole"))
			c->whole = true;
		else if (!strcmp(argv[i], "--json"))
			c->json = true;
		else if (!strcmp(argv[i], "--plan") && i + 1 < argc)
			c->plan = argv[++i];
		else if (argv[i][0] != '-' && !c->form)
			c->form = argv[i];
		else
			return false;
	return c->list || (c->form && paper_named(c->form));
}

static int paper_run(struct arena *mem, const char *folder, const struct call *c)
{
	const struct paper *p = paper_named(c->form);
	const struct plan *plan = c->plan ? plans_find(plans_load(mem, folder), c->plan) : NULL;
	struct fact_reader reader = {.mem = mem};
	size_t n;
	const char *bytes = read_input(mem, &n);
	void *record = bytes ? paper_read(&reader, p, bytes, n) : NULL;

	if (c->plan && !plan)
		reader.error = (struct fact_error){"PLAN_MISSING", "", arena_print(mem, "查無此計畫：%s", c->plan)};
	else if (!bytes)
		reader.error = (struct fact_error){"BAD_INPUT", "", "資料超過4 MiB"};
	else if (record) {
		if (plan)
			paper_take(mem, p, record, plan);
		return c->json ? print_json(mem, p, record) : print_form(mem, p, record, c->whole);
	}
	fprintf(stderr, "%s %s\n", reader.error.path, reader.error.text);
	return WRONG_CALL;
}

int paper_command(const char *folder, int argc, char **argv)
{
	struct call c = {0};

	if (!read_call(&c, argc, argv)) {
		fprintf(stderr, "usage: peixun paper --list | FORM --keys | FORM [--plan ID[@VERSION]] [--whole | --json] < record.json > form.pdf\n"
			"  --plan: examination, annex and notes are that plan's; --whole: nothing is printed when something is missing;\n"
			"  --json: the values alone\n");
		return WRONG_CALL;
	}
	struct arena *mem = arena_new(MEMORY);
	int status = c.list ? list_forms(mem) : c.keys ? list_members(paper_facts(paper_named(c.form)), "") : paper_run(mem, folder, &c);

	arena_free(mem);
	return fflush(stdout) ? 1 : status;
}
