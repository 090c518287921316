/* section.c: what a report is filled with: tables of exact numbers.  Knows no page and no file. */
#include <string.h>

#include "app/report/private.h"
#include "base/log.h"

struct report_section *report_section(struct report_run *run, const char *key, const char *title, const struct report_column *columns)
{
	struct report_section *s = arena_get(run->mem, sizeof *s);

	if (run->n_sections == REPORT_SECTIONS)
		fail("the report %s has more than %d tables", run->report->name, REPORT_SECTIONS);
	*s = (struct report_section){.run = run, .key = key, .title = title, .bars = {.second = -1},
		.columns = arena_array(run->mem, REPORT_COLUMNS, sizeof *s->columns)};
	if (!run->sections)
		run->sections = arena_array(run->mem, REPORT_SECTIONS, sizeof *run->sections);
	run->sections[run->n_sections++] = s;
	for (; columns && columns->key; columns++)
		report_column(s, *columns);
	return s;
}

void report_column(struct report_section *s, struct report_column c)
{
	if (s->n || s->n_columns == REPORT_COLUMNS)
		fail("the table %s of a report takes no further column", s->key);
	s->columns[s->n_columns++] = c;
}

static void begin(struct report_section *s, const char *key, bool total, bool stands_out)
{
	if (s->n && s->cell != s->n_columns)
		fail("row %zu of the table %s has %d cells of %d", s->n, s->key, s->cell, s->n_columns);
	if (s->n && s->rows[s->n - 1].total)
		fail("the table %s goes on behind its total", s->key);
	s->rows = arena_grow(s->run->mem, s->rows, s->n, &s->room, sizeof *s->rows);
	s->rows[s->n++] = (struct report_entry){key, total, stands_out, arena_array(s->run->mem, (size_t)s->n_columns, sizeof(struct report_cell))};
	s->cell = 0;
}

void report_begin(struct report_section *s, const char *key)
{
	begin(s, key, false, false);
}

void report_subtotal(struct report_section *s, const char *key)
{
	begin(s, key, false, true);
}

void report_total(struct report_section *s)
{
	begin(s, "total", true, true);
}

static void put(struct report_section *s, unsigned kinds, struct report_cell c)
{
	if (s->cell == s->n_columns)
		fail("a row of the table %s has more cells than columns", s->key);
	if (!(kinds & 1u << s->columns[s->cell].kind))
		fail("the column %s of the table %s is given what it does not hold", s->columns[s->cell].key, s->key);
	s->rows[s->n - 1].cells[s->cell++] = c;
}

void report_text(struct report_section *s, const char *text)
{
	put(s, 1u << REPORT_TEXT, (struct report_cell){.text = text});
}

void report_agency(struct report_section *s, const char *name, const char *code)
{
	put(s, 1u << REPORT_TEXT, (struct report_cell){.text = name, .agency = code});
}

void report_count(struct report_section *s, int64_t n)
{
	put(s, 1u << REPORT_WHOLE, (struct report_cell){.number = n});
}

void report_ratio(struct report_section *s, int64_t part, int64_t whole)
{
	put(s, 1u << REPORT_PERCENT | 1u << REPORT_AVERAGE, (struct report_cell){.number = part, .of = whole});
}

void report_blank(struct report_section *s)
{
	put(s, ~0u, (struct report_cell){.blank = true});
}

static int column_of(const struct report_section *s, const char *key)
{
	for (int i = 0; i < s->n_columns; i++)
		if (text_is(s->columns[i].key, key))
			return i;
	fail("the table %s has no column %s", s->key, key);
}

void report_chart(struct report_section *s, const char *title, const char *names, const char *first, const char *second)
{
	s->bars = (struct report_bars){title, column_of(s, names), column_of(s, first), second ? column_of(s, second) : -1};
}

void report_note(struct report_run *run, const char *note)
{
	if (!run->notes)
		run->notes = arena_array(run->mem, REPORT_NOTES, sizeof *run->notes);
	if (run->n_notes == REPORT_NOTES)
		fail("the report %s has more than %d notes", run->report->name, REPORT_NOTES);
	run->notes[run->n_notes++] = note;
}

bool report_framed(const struct report_section *s, const struct report_entry *row, int column)
{
	const struct report_cell *c = &row->cells[column];

	return row->key && s->columns[column].list && !c->blank && !c->hidden && s->columns[column].kind == REPORT_WHOLE;
}

/* 2 of 3 as "66.67": half away from zero, by whole numbers alone.                                               LEARN-040 */
char *report_hundredths(struct arena *mem, int64_t part, int64_t whole, bool percent)
{
	__int128 times = (__int128)part * (percent ? 10000 : 100), twice = (times < 0) == (whole < 0) ? 2 * times + whole : 2 * times - whole;
	int64_t n = (int64_t)(twice / (2 * (__int128)whole)), amount = n < 0 ? -n : n;

	return arena_print(mem, "%s%lld.%02lld", n < 0 ? "-" : "", (long long)amount / 100, (long long)amount % 100);
}

const char *report_shown(struct arena *mem, const struct report_section *s, const struct report_cell *c, int column)
{
	enum report_kind kind = s->columns[column].kind;

	if (c->blank)
		return "";
	if (c->hidden)
		return "＊";
	if (kind == REPORT_TEXT)
		return c->text;
	if (kind == REPORT_WHOLE)
		return arena_print(mem, "%lld", (long long)c->number);
	return c->of ? report_hundredths(mem, c->number, c->of, kind == REPORT_PERCENT) : "—";
}

const struct report_section *report_section_named(const struct report_run *run, const char *key)
{
	for (int i = 0; i < run->n_sections; i++)
		if (text_is(run->sections[i]->key, key))
			return run->sections[i];
	return NULL;
}

const struct report_cell *report_cell_at(const struct report_run *run, const struct report_cell_of *of)
{
	const struct report_section *s = report_section_named(run, of->section);

	for (size_t i = 0; s && i < s->n; i++)
		for (int c = 0; text_is(s->rows[i].key, of->row) && c < s->n_columns; c++)
			if (text_is(s->columns[c].key, of->figure))
				return report_framed(s, &s->rows[i], c) ? &s->rows[i].cells[c] : NULL;
	return NULL;
}
