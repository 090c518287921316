/* report_command.c: `peixun report`: a report of 終身學習 as a file or as text, by its own address and the rights of an account.  LEARN-042
 *
 * Each condition is an option of the name that it has in the address: --year 107 --agency 323000000A --below. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/call.h"
#include "app/report/report.h"
#include "base/text.h"
#include "web/html.h"

enum { MEMORY = 512 << 20, WRONG_CALL = 2, REFUSED = 1, CELLS = 64, FIRST_WIDE = 0x2E80 };


struct order { const char *name, *as, *file, *format; struct text query; };

static int wrong_call(void)
{
	fprintf(stderr, "usage: peixun report --list | NAME [--CONDITION VALUE]... [--format csv|xlsx|ods|text] [-o FILE] --as AGENCY/ACCOUNT\n");
	return WRONG_CALL;
}

static int list_reports(void)
{
	for (const struct report *const *r = report_all(); *r; r++) {
		printf("%-12s %s\n", (*r)->name, (*r)->title);
		for (const struct field *f = (*r)->asks; f->name; f++)
			printf("  --%-12s %s\n", f->name, f->label);
	}
	return 0;
}

static bool read_options(struct arena *mem, struct order *o, int argc, char **argv)
{
	for (int i = 2; i < argc; i++) {
		bool has_value = i + 1 < argc && strncmp(argv[i + 1], "--", 2) != 0;

		if (text_is(argv[i], "--as") && has_value)
			o->as = argv[++i];
		else if (text_is(argv[i], "-o") && has_value)
			o->file = argv[++i];
		else if (text_is(argv[i], "--format") && has_value)
			o->format = argv[++i];
		else if (text_starts(argv[i], "--") && field_named(report_named(o->name)->asks, argv[i] + 2)) {
			text_print(&o->query, "%s%s=%s", o->query.n ? "&" : "", argv[i] + 2, has_value ? url_encode(mem, argv[i + 1]) : "1");
			i += has_value;
		} else
			return false;
	}
	return o->as && (text_is(o->format, "text") || text_is(o->format, "csv") || text_is(o->format, "xlsx") || text_is(o->format, "ods"));
}

/* ---- as text: columns as wide as what is in them, a character of East Asia being two */

static int width(const char *text)
{
	const char *end = text + strlen(text);
	int columns = 0;

	for (int n; text < end; text += n)
		columns += utf8_next(text, end, &n) >= FIRST_WIDE ? 2 : 1;
	return columns;
}

static const char *cell_text(struct arena *mem, const json_t *cell, bool ratio)
{
	if (json_is_integer(cell))
		return arena_print(mem, "%lld", (long long)json_integer_value(cell));
	return json_is_string(cell) ? json_string_value(cell) : ratio ? "—" : "";
}

static void put_cell(FILE *to, const char *text, int columns, bool number)
{
	int blanks = columns - width(text);

	fprintf(to, "%*s%s%*s  ", number ? blanks : 0, "", text, number ? 0 : blanks, "");
}

/* Two passes: how wide each column is, then the lines. */
static void put_section(FILE *to, struct arena *mem, const json_t *section)
{
	const json_t *columns = json_object_get(section, "columns"), *rows = json_object_get(section, "rows");
	size_t n = json_array_size(columns), lines = json_array_size(rows);
	int wide[CELLS] = {0};

	fprintf(to, "\n%s\n", json_string_value(json_object_get(section, "title")));
	for (int pass = 0; pass < 2; pass++) {
		for (size_t line = 0; line <= lines; line++) {
			for (size_t i = 0; i < n && i < CELLS; i++) {
				const json_t *column = json_array_get(columns, i);
				const char *kind = json_string_value(json_object_get(column, "kind"));
				const char *text = !line ? json_string_value(json_object_get(column, "label")) : cell_text(mem,
					json_object_get(json_array_get(rows, line - 1), json_string_value(json_object_get(column, "key"))),
					text_is(kind, "percent") || text_is(kind, "average"));

				if (pass)
					put_cell(to, text, wide[i], !text_is(kind, "text"));
				else if (width(text) > wide[i])
					wide[i] = width(text);
			}
			if (pass)
				fputc('\n', to);
		}
	}
}

static bool put_text(struct arena *mem, const struct order *o, const json_t *report)
{
	FILE *to = o->file ? fopen(o->file, "wx") : stdout;
	const json_t *one;
	size_t i;

	if (!to) {
		perror(o->file);
		return false;
	}
	json_array_foreach(json_object_get(report, "heads"), i, one)
		fprintf(to, "%s\n", json_string_value(one));
	json_array_foreach(json_object_get(report, "sections"), i, one)
		put_section(to, mem, one);
	return to == stdout ? !fflush(to) : !fclose(to);
}

static int text_report(struct arena *mem, const struct order *o)
{
	struct wire_header headers[2] = {{"Accept", "application/json"}};
	struct call c = {.as = o->as, .wire = {.method = "GET", .n_headers = 1, .query = o->query.n ? o->query.at : "",
		.path = arena_print(mem, "/reports/%s", o->name)}};
	struct wire_reply reply;

	if (!call_web(mem, &c, headers, &reply)) {
		fprintf(stderr, "%s：沒有這個帳號（機關代碼/帳號）。\n", o->as);
		return REFUSED;
	}
	json_t *said = json_loadb(reply.body.at ? reply.body.at : "", reply.body.n, 0, NULL);
	bool good = reply.status == 200 && put_text(mem, o, said);

	if (reply.status != 200)
		call_refused(o->name, said);
	json_decref(said);
	return good ? 0 : REFUSED;
}

/* The other formats are what `peixun export` gives of the same address. */
static int file_report(struct arena *mem, struct db *db, const struct order *o)
{
	char *path = arena_print(mem, "/reports/%s.%s?%s", o->name, o->format, o->query.n ? o->query.at : "");
	char *as = arena_text(mem, o->as), *file = o->file ? arena_text(mem, o->file) : NULL;
	char *argv[] = {arena_text(mem, "export"), path, arena_text(mem, "--as"), as, arena_text(mem, "-o"), file, NULL};

	return export_command(db, o->file ? 6 : 4, argv);
}

int report_command(struct db *db, int argc, char **argv)
{
	struct arena *mem = arena_new(MEMORY);
	struct order o = {.name = argc > 1 ? argv[1] : "", .format = "text", .query = text_new(mem, 1 << 16)};
	int status;

	if (text_is(o.name, "--list"))
		status = list_reports();
	else if (!report_named(o.name) || !read_options(mem, &o, argc, argv))
		status = wrong_call();
	else
		status = text_is(o.format, "text") ? text_report(mem, &o) : file_report(mem, db, &o);
	arena_free(mem);
	return status;
}
