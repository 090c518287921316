/* sheet_xlsx_rows.c: the rows of one sheet of an xlsx file. */
#include <stdlib.h>
#include <string.h>

#include "file/sheet_xlsx.h"

enum { LETTERS = 26, COLUMN_MOST = 1 << 20 };
enum cell_type { CELL_NUMBER, CELL_SHARED, CELL_TEXT, CELL_TRUTH, CELL_DAY };

struct xlsx_rows {
	struct table_reader *table;
	struct xlsx_book *book;
	struct xml *xml;
	struct row_maker *row;
	struct xlsx_text text;
	enum cell_type type;
	int column, look;               /* of the cell being read */
	int64_t number;                 /* of the row being read */
	bool in_row;
	char *shared;                   /* room for one shared text */
};

struct xlsx_text xlsx_text_new(struct table_reader *t)
{
	size_t most = 4 * ((size_t)t->limits.text + 1);

	if (most >= ROW_BYTES)
		most = ROW_BYTES - 1;
	return (struct xlsx_text){.at = arena_get(t->mem, most + 1), .most = most};
}

void xlsx_text_start(struct xlsx_text *t, const char *element)
{
	t->ruby += !strcmp(element, "rPh");
	t->inside += !strcmp(element, "t");
}

void xlsx_text_end(struct xlsx_text *t, const char *element)
{
	t->ruby -= !strcmp(element, "rPh");
	t->inside -= !strcmp(element, "t");
}

static void add(struct xlsx_text *t, const char *at, size_t n)
{
	n = n < t->most - t->n ? n : t->most - t->n;
	memcpy(t->at + t->n, at, n);
	t->n += n;
	t->at[t->n] = '\0';
}

void xlsx_text_add(struct xlsx_text *t, const char *at, size_t n)
{
	if (t->inside && !t->ruby)
		add(t, at, n);
}

/* _x000D_ as the character itself; U+0000 and halves of surrogate pairs stay as they are written. */
size_t xlsx_unescape(char *text, size_t n)
{
	char *to = text, *end = text + n;

	if (!memmem(text, n, "_x", 2))
		return n;
	for (char *at = text; at < end;) {
		char digits[5] = "", *stop = digits;

		if (end - at >= 7 && at[0] == '_' && at[1] == 'x' && at[6] == '_')
			memcpy(digits, at + 2, 4);
		long c = strspn(digits, "0123456789ABCDEFabcdef") == 4 ? strtol(digits, &stop, 16) : 0;

		if (c && (c < 0xD800 || c > 0xDFFF)) {
			to += utf8_put(to, (uint32_t)c);
			at += 7;
		} else {
			*to++ = *at++;
		}
	}
	*to = '\0';
	return (size_t)(to - text);
}

/* "AB12" is column 27; -1 for what is no place. */
static int column_of(const char *place)
{
	int column = 0;

	for (; *place >= 'A' && *place <= 'Z' && column < COLUMN_MOST; place++)
		column = column * LETTERS + (*place - 'A' + 1);
	return column - 1;
}

static enum cell_type type_of(const char *t)
{
	if (!t || !strcmp(t, "n"))
		return CELL_NUMBER;
	return !strcmp(t, "s") ? CELL_SHARED : !strcmp(t, "b") ? CELL_TRUTH : !strcmp(t, "d") ? CELL_DAY : CELL_TEXT;
}

static void start_row(struct xlsx_rows *x, const char **attributes)
{
	const char *r = xml_attribute(attributes, "r");
	int64_t number = r ? strtoll(r, NULL, 10) : x->number + 1;

	if (number <= x->number) {
		table_refuse(x->table, TABLE_DAMAGED, x->number);
		return;
	}
	x->number = number;
	x->column = -1;
	x->in_row = true;
	row_maker_start(x->row, number);
}

static void start_cell(struct xlsx_rows *x, const char **attributes)
{
	const char *place = NULL, *style = NULL, *type = NULL;

	for (; *attributes; attributes += 2) {
		const char *name = attributes[0];

		place = !strcmp(name, "r") ? attributes[1] : place;
		style = !strcmp(name, "s") ? attributes[1] : style;
		type = !strcmp(name, "t") ? attributes[1] : type;
	}
	int column = place ? column_of(place) : -1;
	size_t i = style ? strtoul(style, NULL, 10) : 0;

	x->column = column >= 0 ? column : x->column + 1;
	x->type = type_of(type);
	x->look = i < x->book->n_looks ? x->book->looks[i] : LOOK_PLAIN;
	x->text.n = 0;
	x->text.at[0] = '\0';
}

static void on_start(void *with, struct xml *xml, const char *name, const char **attributes)
{
	struct xlsx_rows *x = with;

	(void)xml;
	if (!strcmp(name, "c") && x->in_row)
		start_cell(x, attributes);
	else if (!strcmp(name, "v"))
		x->text.inside++;
	else if (!strcmp(name, "row"))
		start_row(x, attributes);
	else
		xlsx_text_start(&x->text, name);
}

static void put_shared(struct xlsx_rows *x)
{
	char *end;
	unsigned long long i = strtoull(x->text.at, &end, 10);

	if (!x->text.n)
		return;
	if (*end || i >= spool_count(x->book->shared)) {
		table_refuse(x->table, TABLE_DAMAGED, x->number);
		return;
	}
	row_maker_cell(x->row, x->column, x->shared, spool_get(x->book->shared, i, x->shared, ROW_BYTES));
}

static void put_cell(struct xlsx_rows *x)
{
	char room[NUMBER_ROOM];
	const char *text = x->text.at;

	switch (x->type) {
	case CELL_SHARED:
		put_shared(x);
		return;
	case CELL_TRUTH:
		text = !strcmp(text, "1") ? "TRUE" : !strcmp(text, "0") ? "FALSE" : text;
		break;
	case CELL_NUMBER:
		text = x->text.n ? look_text(x->look, text, x->book->from_1904, room) : "";
		break;
	case CELL_DAY:
		text = iso_text(text, room);
		break;
	case CELL_TEXT:
		xlsx_unescape(x->text.at, x->text.n);
	}
	row_maker_cell(x->row, x->column, text, strlen(text));
}

static void on_end(void *with, struct xml *xml, const char *name)
{
	struct xlsx_rows *x = with;

	if (!strcmp(name, "c") && x->in_row) {
		put_cell(x);
	} else if (!strcmp(name, "v")) {
		x->text.inside--;
	} else if (!strcmp(name, "row")) {
		x->in_row = false;
		if (!row_maker_blank(x->row))
			xml_pause(xml);
	} else {
		xlsx_text_end(&x->text, name);
	}
}

static void on_text(void *with, const char *at, size_t n)
{
	struct xlsx_rows *x = with;

	xlsx_text_add(&x->text, at, n);
}

static bool next(struct table_reader *t, struct table_row *row)
{
	struct xlsx_rows *x = t->state;

	return xml_run(x->xml) && row_maker_end(x->row, row);
}

bool xlsx_rows_open(struct table_reader *t, struct archive *a, struct xlsx_book *book, const char *path)
{
	static const struct xml_handler handler = {on_start, on_end, on_text};
	struct xlsx_rows *x = arena_get(t->mem, sizeof *x);
	struct archive_part *part = archive_part(a, path);

	if (!part)
		return table_refuse(t, TABLE_DAMAGED, 0);
	*x = (struct xlsx_rows){.table = t, .book = book, .row = row_maker_new(t), .text = xlsx_text_new(t)};
	x->shared = arena_get(t->mem, ROW_BYTES);
	x->xml = xml_open(t->mem, part, t->problem, &handler, x);
	t->state = x;
	t->next = next;
	return true;
}
