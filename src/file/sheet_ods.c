/* sheet_ods.c: rows of an OpenDocument spreadsheet.  Everything is in content.xml, one table after the other; rows and cells that
 * are alike are written once, with their number. */
#include <stdlib.h>
#include <string.h>

#include "file/sheet_private.h"
#include "file/xml.h"

enum { STYLES_MOST = 4096, ROW_NUMBER_MOST = 1 << 30 };
enum where { NOT_YET, IN_TABLE, BEYOND };

struct ods {
	struct table_reader *table;
	struct xml *xml;
	struct row_maker *row;
	enum where where;
	int skipped;                    /* depth inside of what is not a cell's text: notes, drawings, ruby, tables in tables */
	int cells;                      /* depth of cells: 1 inside of one */
	int column, columns;            /* of the cell, and how many are like it */
	int64_t number, rows;           /* the same of the row */
	int64_t again;                  /* how many times more the row is to be given */
	bool spreadsheet, in_text, blank_before, by_value;
	struct text_room { char *at; size_t n, most; } text;
	char value[NUMBER_ROOM];        /* what the cell's attributes say */
	char style[NAME_MOST];          /* the table style being read; "": none, or too long a name */
	const char **hidden;            /* styles of hidden tables */
	size_t n_hidden, hidden_room;
};

static void add(struct ods *o, const char *at, size_t n)
{
	struct text_room *t = &o->text;

	n = n < t->most - t->n ? n : t->most - t->n;
	memcpy(t->at + t->n, at, n);
	t->n += n;
	t->at[t->n] = '\0';
}

/* What stands inside a cell and is not its text. */
static bool is_beside(const char *name)
{
	static const char *const names[] = {
		"annotation", "ruby-text", "note", "frame", "shapes", "table", "tracked-changes", "custom-shape", "g", "line", "rect",
		"detective",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

static int64_t count_of(const char **attributes, const char *name, int64_t most)
{
	const char *value = xml_attribute(attributes, name);
	int64_t n = value ? strtoll(value, NULL, 10) : 1;

	return n < 1 ? 1 : n > most ? most : n;
}

/* "PT09H30M05S" as 09:30:05 */
static const char *duration_text(const char *text, char to[NUMBER_ROOM])
{
	int64_t seconds = 0;
	const char *at = text;

	if (strncmp(at, "PT", 2))
		return text;
	for (at += 2; *at; at++) {
		char *end;
		long n = strtol(at, &end, 10);

		if (end == at || n < 0 || n > INT32_MAX)
			return text;
		if (*end == '.' || *end == ',')
			end += 1 + strspn(end + 1, "0123456789");
		if (!*end || !strchr("HMS", *end))
			return text;
		seconds += n * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
		at = end;
	}
	clock_text(seconds, to, NUMBER_ROOM);
	return to;
}

static const char *truth_text(const char *text, char to[NUMBER_ROOM])
{
	(void)to;
	return !strcmp(text, "true") ? "TRUE" : "FALSE";
}

static void keep_value(struct ods *o, const char *value, const char *(*shown)(const char *, char *))
{
	char room[NUMBER_ROOM];

	if (!value || strlen(value) >= NUMBER_ROOM)
		return;
	o->by_value = true;
	snprintf(o->value, sizeof o->value, "%s", shown(value, room));
}

/* A text may stand in an attribute instead of in paragraphs. */
static void keep_text(struct ods *o, const char *value)
{
	if (!value)
		return;
	add(o, value, strlen(value));
	o->by_value = true;
	o->value[0] = '\0';
}

static void start_cell(struct ods *o, const char **attributes)
{
	const char *type = xml_attribute(attributes, "value-type");

	if (o->cells++)
		return;
	o->columns = (int)count_of(attributes, "number-columns-repeated", ROW_NUMBER_MOST);
	o->text.n = 0;
	o->text.at[0] = o->value[0] = '\0';
	o->by_value = o->in_text = false;
	if (!type)
		return;
	if (!strcmp(type, "string"))
		keep_text(o, xml_attribute(attributes, "string-value"));
	else if (!strcmp(type, "boolean"))
		keep_value(o, xml_attribute(attributes, "boolean-value"), truth_text);
	else if (!strcmp(type, "date"))
		keep_value(o, xml_attribute(attributes, "date-value"), iso_text);
	else if (!strcmp(type, "time"))
		keep_value(o, xml_attribute(attributes, "time-value"), duration_text);
	else
		keep_value(o, xml_attribute(attributes, "value"), number_text);
}

/* 00123 shown for the number 123 stays 00123. */
static bool is_padded(const struct ods *o)
{
	const char *shown = o->text.at;
	size_t zeros = strspn(shown, "0");

	return zeros && strspn(shown, "0123456789") == o->text.n && !strcmp(shown[zeros] ? shown + zeros : "0", o->value);
}

static void end_cell(struct ods *o, bool covered)
{
	if (--o->cells)
		return;
	const char *text = *o->value && !is_padded(o) ? o->value : o->text.at;
	size_t n = covered ? 0 : strlen(text);
	int most = o->table->limits.cells + 1, copies = n ? o->columns : 0;

	for (int i = 0; i < copies && o->column + i < most; i++)
		row_maker_cell(o->row, o->column + i, text, n);
	o->column = o->column > most - o->columns ? most : o->column + o->columns;
}

static void start_row(struct ods *o, const char **attributes)
{
	o->rows = count_of(attributes, "number-rows-repeated", ROW_NUMBER_MOST);
	o->column = 0;
	row_maker_start(o->row, o->number + 1);
}

static void end_row(struct ods *o, struct xml *x)
{
	if (row_maker_blank(o->row)) {
		o->number += o->rows;
		return;
	}
	o->again = o->rows;
	xml_pause(x);
}

static void start_paragraph(struct ods *o)
{
	if (o->in_text)
		add(o, "\n", 1);
	o->in_text = o->blank_before = true;
}

static void start_in_cell(struct ods *o, const char *name, const char **attributes)
{
	static const char blanks[] = "                                                                ";

	if (*o->text.at && o->by_value && !*o->value)
		return;                                         /* string-value was given */
	if (!strcmp(name, "p") || !strcmp(name, "h")) {
		start_paragraph(o);
	} else if (!strcmp(name, "s")) {
		for (int64_t n = count_of(attributes, "c", SHEET_TEXT_MOST); n > 0; n -= 64)
			add(o, blanks, n < 64 ? (size_t)n : 64);
		o->blank_before = false;
	} else if (!strcmp(name, "tab")) {
		add(o, "\t", 1);
	} else if (!strcmp(name, "line-break")) {
		add(o, "\n", 1);
	}
}

static bool is_hidden(const struct ods *o, const char *style)
{
	for (size_t i = 0; i < o->n_hidden; i++)
		if (text_is(o->hidden[i], style))
			return true;
	return false;
}

static void start_table(struct ods *o, const char **attributes)
{
	const char *name = xml_attribute(attributes, "name"), *wanted = o->table->limits.sheet;

	name = name ? name : "";
	table_add_sheet(o->table, name);
	if (o->where == NOT_YET && (wanted ? text_is(name, wanted) : !is_hidden(o, xml_attribute(attributes, "style-name"))))
		o->where = IN_TABLE;
	else
		o->skipped = 1;
}

/* Styles come before the tables; that of a hidden table has display="false". */
static void note_style(struct ods *o, const char *name, const char **attributes)
{
	if (!strcmp(name, "style")) {
		const char *style = xml_attribute(attributes, "name");

		bool known = style && strlen(style) < sizeof o->style && text_is(xml_attribute(attributes, "family"), "table");

		snprintf(o->style, sizeof o->style, "%s", known ? style : "");
	} else if (!strcmp(name, "table-properties") && *o->style && o->n_hidden < STYLES_MOST &&
		text_is(xml_attribute(attributes, "display"), "false")) {
		o->hidden = arena_grow(o->table->mem, o->hidden, o->n_hidden, &o->hidden_room, sizeof *o->hidden);
		o->hidden[o->n_hidden++] = arena_text(o->table->mem, o->style);
	}
}

static bool is_cell(const char *name)
{
	return !strcmp(name, "table-cell") || !strcmp(name, "covered-table-cell");
}

static void on_start(void *with, struct xml *x, const char *name, const char **attributes)
{
	struct ods *o = with;

	(void)x;
	if (o->skipped) {
		o->skipped++;
	} else if (!o->spreadsheet) {
		o->spreadsheet = !strcmp(name, "spreadsheet");
		note_style(o, name, attributes);
	} else if (o->where == IN_TABLE && is_cell(name)) {
		start_cell(o, attributes);
	} else if (o->where == IN_TABLE && is_beside(name)) {
		o->skipped = 1;
	} else if (o->cells) {
		start_in_cell(o, name, attributes);
	} else if (o->where == IN_TABLE && !strcmp(name, "table-row")) {
		start_row(o, attributes);
	} else if (!strcmp(name, "table")) {
		start_table(o, attributes);
	} else if (is_beside(name)) {
		o->skipped = 1;
	}
}

static void on_end(void *with, struct xml *x, const char *name)
{
	struct ods *o = with;

	if (o->skipped) {
		o->skipped--;
	} else if (o->where == IN_TABLE) {
		if (is_cell(name))
			end_cell(o, *name == 'c');
		else if (!o->cells && !strcmp(name, "table-row"))
			end_row(o, x);
		else if (!o->cells && !strcmp(name, "table"))
			o->where = BEYOND;
	}
}

/* Blanks and line ends of the file are one blank, and none at the start of a paragraph. */
static void on_text(void *with, const char *at, size_t n)
{
	struct ods *o = with;

	if (!o->cells || o->skipped || !o->in_text)
		return;
	for (const char *end = at + n; at < end;) {
		const char *from = at;

		while (at < end && (unsigned char)*at > ' ')
			at++;
		if (at > from) {
			add(o, from, (size_t)(at - from));
			o->blank_before = false;
			continue;
		}
		if (!o->blank_before)
			add(o, " ", 1);
		o->blank_before = true;
		at++;
	}
}

static bool next(struct table_reader *t, struct table_row *row)
{
	struct ods *o = t->state;

	if (!o->again && !xml_run(o->xml)) {
		if (t->problem->error == TABLE_FINE && o->where == NOT_YET)
			table_refuse(t, TABLE_SHEET, 0);
		return false;
	}
	o->again--;
	o->row->number = ++o->number;
	return row_maker_end(o->row, row);
}

/* The manifest says of each encrypted part how. */
static void on_manifest(void *with, struct xml *x, const char *name, const char **attributes)
{
	(void)x, (void)attributes;
	if (!strcmp(name, "encryption-data"))
		table_refuse(with, TABLE_LOCKED, 0);
}

static void no_end(void *with, struct xml *x, const char *name)
{
	(void)with, (void)x, (void)name;
}

static bool check_manifest(struct table_reader *t, struct archive *a)
{
	static const struct xml_handler handler = {on_manifest, no_end, NULL};
	struct archive_part *part = archive_part(a, "META-INF/manifest.xml");

	if (part)
		xml_run(xml_open(t->mem, part, t->problem, &handler, t));
	return t->problem->error == TABLE_FINE;
}

bool ods_table_open(struct table_reader *t, struct archive *a)
{
	static const struct xml_handler handler = {on_start, on_end, on_text};
	struct ods *o = arena_get(t->mem, sizeof *o);
	struct archive_part *part = check_manifest(t, a) ? archive_part(a, "content.xml") : NULL;

	if (!part)
		return table_refuse(t, TABLE_DAMAGED, 0);
	*o = (struct ods){.table = t, .row = row_maker_new(t)};
	o->text.most = 4 * ((size_t)t->limits.text + 1);
	o->text.at = arena_get(t->mem, o->text.most + 1);
	o->xml = xml_open(t->mem, part, t->problem, &handler, o);
	t->encoding = "ods";
	t->kind = TABLE_ODS;
	t->state = o;
	t->next = next;
	return true;
}
