/* file.c: a report as xlsx, ods, CSV and JSON.  A table is a sheet; numbers are numbers, 「—」 is an empty cell.  LEARN-030, 031, 034, 036, 040 */
#include <string.h>

#include "app/report/private.h"
#include "base/json.h"
#include "web/list_large.h"

enum { JSON_MOST = 64 << 20 };

int64_t report_rows(const struct report_run *run)
{
	int64_t n = 0;

	for (int i = 0; i < run->n_sections; i++)
		n += (int64_t)run->sections[i]->n;
	return n;
}

const char *report_file_name(struct report_run *run)
{
	return list_file_name(run->mem, run->report->title, *run->span.code ? run->span.code : "全部機關", run->now);
}

void report_hide_small(struct report_run *run)
{
	for (int s = 0; run->least && s < run->n_sections; s++)
		for (size_t i = 0; i < run->sections[s]->n; i++)
			for (int c = 0; c < run->sections[s]->n_columns; c++) {
				struct report_cell *cell = &run->sections[s]->rows[i].cells[c];
				bool ratio = run->sections[s]->columns[c].kind >= REPORT_PERCENT;

				cell->hidden = (run->sections[s]->columns[c].persons && cell->number > 0 && cell->number < run->least) ||
					(ratio && ((cell->number > 0 && cell->number < run->least) || (cell->of > 0 && cell->of < run->least)));
			}
}

/* ---- sheets */

static const struct sheet_column *columns_of(const struct report_section *s)
{
	static const enum sheet_kind kinds[] = {[REPORT_TEXT] = SHEET_TEXT, [REPORT_WHOLE] = SHEET_INTEGER, [REPORT_PERCENT] = SHEET_DECIMAL,
		[REPORT_AVERAGE] = SHEET_DECIMAL};
	struct sheet_column *to = arena_array(s->run->mem, (size_t)s->n_columns, sizeof *to);

	for (int i = 0; i < s->n_columns; i++) {
		const struct report_column *c = &s->columns[i];

		to[i] = (struct sheet_column){.key = c->key, .kind = kinds[c->kind], .places = 2,
			.heading = c->group ? arena_print(s->run->mem, "%s %s", c->group, c->label) : c->label};
	}
	return to;
}

static void put_cell(struct sheet_out *o, struct arena *mem, const struct report_section *s, const struct report_cell *c, int column)
{
	enum report_kind kind = s->columns[column].kind;

	if (c->blank || (!c->hidden && (kind == REPORT_PERCENT || kind == REPORT_AVERAGE) && !c->of))
		sheet_blank(o);
	else if (c->hidden || kind == REPORT_TEXT)
		sheet_text(o, report_shown(mem, s, c, column));
	else if (kind == REPORT_WHOLE)
		sheet_integer(o, c->number);
	else
		sheet_decimal(o, report_hundredths(mem, c->number, c->of, kind == REPORT_PERCENT));
}

static void put_rows(struct sheet_out *o, const struct report_section *s)
{
	for (size_t i = 0; i < s->n; i++) {
		for (int c = 0; c < s->n_columns; c++)
			put_cell(o, s->run->mem, s, &s->rows[i].cells[c], c);
		sheet_end_row(o);
	}
}

/* The head lines, and where the figures are defined. */
static const char *const *lines_of(struct report_run *run, const char *address)
{
	const char *const *heads = report_heads(run);
	size_t n = 0;

	while (heads[n])
		n++;
	const char **to = arena_array(run->mem, n + 2, sizeof *to);

	memcpy(to, heads, n * sizeof *to);
	if (*address)
		to[n] = arena_print(run->mem, "各項數字之定義：%s", address);
	return to;
}

void report_sheets(struct report_run *run, enum sheet_format format, int fd, const char *address)
{
	struct sheet_out *o = NULL;

	for (int i = 0; i < run->n_sections; i++) {
		const struct report_section *s = run->sections[i];

		if (!o)
			o = sheet_open(run->mem, fd, format, s->title, lines_of(run, address), columns_of(s), s->n_columns);
		else
			sheet_next(o, s->title, lines_of(run, address), columns_of(s), s->n_columns);
		put_rows(o, s);
	}
	if (o)
		sheet_close(o);
}

/* ---- JSON */

static void json_cell(struct json *j, struct arena *mem, const struct report_section *s, const struct report_cell *c, int column)
{
	enum report_kind kind = s->columns[column].kind;

	json_key(j, s->columns[column].key);
	if (c->blank || c->hidden || ((kind == REPORT_PERCENT || kind == REPORT_AVERAGE) && !c->of))
		json_none(j);
	else if (kind == REPORT_TEXT)
		json_text(j, c->text);
	else if (kind == REPORT_WHOLE)
		json_int(j, c->number);
	else
		json_text(j, report_shown(mem, s, c, column));          /* digits, which no reader rounds */
}

static void json_section(struct json *j, const struct report_section *s)
{
	static const char *const kinds[] = {[REPORT_TEXT] = "text", [REPORT_WHOLE] = "whole", [REPORT_PERCENT] = "percent",
		[REPORT_AVERAGE] = "average"};

	json_begin(j);
	json_key(j, "key");
	json_text(j, s->key);
	json_key(j, "title");
	json_text(j, s->title);
	json_key(j, "columns");
	json_list(j);
	for (int i = 0; i < s->n_columns; i++) {
		const struct report_column *c = &s->columns[i];

		json_begin(j);
		json_key(j, "key");
		json_text(j, c->key);
		json_key(j, "label");
		json_text(j, c->group ? arena_print(s->run->mem, "%s %s", c->group, c->label) : c->label);
		json_key(j, "kind");
		json_text(j, kinds[c->kind]);
		json_end(j);
	}
	json_end(j);
	json_key(j, "rows");
	json_list(j);
	for (size_t i = 0; i < s->n; i++) {
		json_begin(j);
		for (int c = 0; c < s->n_columns; c++)
			json_cell(j, s->run->mem, s, &s->rows[i].cells[c], c);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

struct text report_json(struct report_run *run)
{
	struct text t = text_new(run->mem, JSON_MOST);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "name");
	json_text(&j, run->report->name);
	json_key(&j, "title");
	json_text(&j, run->report->title);
	json_key(&j, "produced");
	json_text(&j, moment_iso(run->mem, run->now));
	json_key(&j, "heads");
	json_list(&j);
	for (const char *const *line = report_heads(run); *line; line++)
		json_text(&j, *line);
	json_end(&j);
	json_key(&j, "sections");
	json_list(&j);
	for (int i = 0; i < run->n_sections; i++)
		json_section(&j, run->sections[i]);
	json_end(&j);
	json_end(&j);
	return t;
}
