/* The plans of a running server: read again when the folder changes, kept when a file has become faulty.         PLAN-001 */
#include "app/plan/book.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "test/tap.h"

enum { MEMORY = 1 << 24, FILE_MOST = 1 << 17 };

static struct arena *mem;
static char folder[] = "/tmp/peixun-book-XXXXXX";

static const char *shipped(const char *name)
{
	FILE *file = fopen(arena_print(mem, "plans/%s", name), "r");
	char *to = arena_get(mem, FILE_MOST);

	ok(file && fread(to, 1, FILE_MOST - 1, file) > 0 && !fclose(file), "%s is there", name);
	return to;
}

/* In place of the old file at once, as an editor does it. */
static void put(const char *name, const char *text)
{
	const char *new = arena_print(mem, "%s/new", folder), *at = arena_print(mem, "%s/%s", folder, name);
	FILE *file = fopen(new, "w");

	ok(file && fputs(text, file) >= 0 && !fclose(file) && rename(new, at) == 0, "%s is put", name);
}

static const char *with(const char *text, const char *what, const char *by)
{
	const char *at = strstr(text, what);

	return arena_print(mem, "%.*s%s%s", (int)(at - text), text, by, at + strlen(what));
}

static int months(void)
{
	const struct plan *p = plans_find(plan_book_now(), "113-disabled");

	return p ? p->values[PLAN_PERIOD_TOTAL].length.n : -1;
}

static const struct plan_problem *problem_of(const struct plans *plans, const char *file)
{
	static const struct plan_problem none = {.code = "", .text = ""};

	for (int i = 0; i < plans->problems_n; i++)
		if (text_is(plans->problems[i].file, file) && !plans->problems[i].warning)
			return &plans->problems[i];
	return &none;
}

static void test_changes(void)
{
	const char *good = shipped("113-disabled.json"), *total = "\"period.total\": {\"value\": \"4m\"";
	const struct plans *first, *again;

	put("a.json", good);
	same_int(months(), 4, "PLAN-001 the plan of the folder");
	first = plan_book();
	ok(plan_book_now() == first, "nothing has changed, nothing is read");
	put("a.json", with(good, total, "\"period.total\": {\"value\": \"5m\""));
	same_int(months(), 5, "PLAN-001 a changed file is in force without a new start");
	put("a.json", with(good, total, "\"period.total\": {\"value\": 5"));
	same_int(months(), 5, "PLAN-001 a fault: what was in force stays");
	again = plan_book_now();
	ok(again->errors_n == 1 && again->problems[0].line > 1 && text_is(again->problems[0].path, "/parameters/period.total/value"),
		"PLAN-001 and is told with file, line and key");
	put("a.json", "{");
	same_int(months(), 5, "PLAN-001 a second fault upon the first");
	put("b.json", shipped("112-senior-ordinary.json"));
	ok(plans_find(plan_book_now(), "112-senior-ordinary") && months() == 5, "PLAN-001 c: a new file beside a faulty one is taken");
	put("a.json", with(good, "\"113-disabled\"", "\"\xA4\xA4\""));
	again = plan_book_now();
	ok(months() == 5 && again->problems[0].line > 1 && text_is(again->problems[0].code, "PLAN_ENCODING"), "PLAN-001 Big5: with its line");
	put("a.json", good);
	put("c.json", with(good, total, "\"period.total\": {\"value\": \"6m\""));
	same_int(months(), 4, "PLAN-001 a second file of the same plan: the one in force stays");
	again = plan_book_now();
	ok(again->errors_n >= 1 && text_is(problem_of(again, "c.json")->code, "PLAN_DUPLICATE") && problem_of(again, "c.json")->line > 1 &&
		strstr(problem_of(again, "c.json")->text, "a.json"), "PLAN-001 b and is told with its line and the other file");
	unlink(arena_print(mem, "%s/c.json", folder));
	ok(months() == 4 && plan_book_now()->errors_n == 0, "mended");
	unlink(arena_print(mem, "%s/a.json", folder));
	same_int(months(), -1, "a file that is gone is no plan");
}

int main(void)
{
	mem = arena_new((size_t)MEMORY);
	unsetenv("PEIXUN_PLANS");
	ok(text_ends(plan_folder(), "/plans") && *plan_folder() == '/' && access(arena_print(mem, "%s/113-disabled.json", plan_folder()), R_OK) == 0,
		"without a setting: those that came with the program, wherever it is called from");
	ok(mkdtemp(folder) && setenv("PEIXUN_PLANS", folder, 1) == 0, "a folder of its own");
	same(plan_folder(), folder, "the setting");
	test_changes();
	unlink(arena_print(mem, "%s/b.json", folder));
	rmdir(folder);
	arena_free(mem);
	return tap_end();
}
