/* sheet_write_xlsx.c: sheets as an Excel workbook, through libxlsxwriter, which keeps one row in memory.    LEARN-030
 *
 * Texts are inline strings of the format "text", so that no formula starts and digits keep their zeros when edited. */
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "base/log.h"
#include "base/text.h"
#include "file/sheet_private.h"

enum { DECIMALS = 10 };

struct xlsx_sheet {
	lxw_workbook *book;
	lxw_worksheet *sheet;
	lxw_format *bold, *text, *integer, *decimal[DECIMALS];
	uint32_t row;
	int sheets;                                             /* of this title */
};

static void check(lxw_error e)
{
	if (e)
		fail("writing xlsx: %s", lxw_strerror(e));
}

static lxw_format *number_format(struct xlsx_sheet *x, const char *code)
{
	lxw_format *f = workbook_add_format(x->book);

	format_set_num_format(f, code);
	return f;
}

/* What looks like an escape must be escaped itself: Excel reads _x0041_ as A. */
static const char *escaped(struct arena *mem, const char *text)
{
	const char *at = strstr(text, "_x");

	if (!at)
		return text;
	struct text to = text_new(mem, 8 * strlen(text) + 8);

	for (; at; text = at, at = strstr(at + 1, "_x")) {
		text_add(&to, text, (size_t)(at - text));
		if (strspn(at + 2, "0123456789ABCDEFabcdef") >= 4 && at[6] == '_')
			text_puts(&to, "_x005F");
	}
	text_puts(&to, text);
	return to.at;
}

static void put_text(struct sheet_out *o, int column, const char *text, lxw_format *format)
{
	struct xlsx_sheet *x = o->state;

	text = escaped(o->row_mem, sheet_clean(o->row_mem, text));
	check(worksheet_write_string(x->sheet, x->row, (lxw_col_t)column, text, format));
}

/* What a cell of the column takes, and what is told to who fills it in. */
static void put_validation(struct sheet_out *o, int column)
{
	struct xlsx_sheet *x = o->state;
	const struct sheet_fill *c = &o->fills[column];
	lxw_data_validation v = {.validate = LXW_VALIDATION_TYPE_ANY, .ignore_blank = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON, .show_input = LXW_VALIDATION_ON, .show_error = LXW_VALIDATION_ON};

	if (!c->choices && !c->note)
		return;
	if (c->note)
		v.input_message = (char *)(uintptr_t)c->note;
	if (c->choices) {
		v.validate = LXW_VALIDATION_TYPE_LIST;
		v.value_list = (char **)(uintptr_t)c->choices;
	}
	check(worksheet_data_validation_range(x->sheet, x->row, (lxw_col_t)column, x->row + (lxw_row_t)o->form_rows - 1, (lxw_col_t)column, &v));
}

/* The heading alone is locked. */
static void make_form(struct sheet_out *o)
{
	struct xlsx_sheet *x = o->state;
	lxw_protection may = {.format_cells = LXW_TRUE, .format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .insert_rows = LXW_TRUE,
		.delete_rows = LXW_TRUE, .sort = LXW_TRUE, .autofilter = LXW_TRUE};

	worksheet_protect(x->sheet, NULL, &may);
	for (int i = 0; i < o->n; i++)
		put_validation(o, i);
}

static void start_sheet(struct sheet_out *o)
{
	struct xlsx_sheet *x = o->state;

	x->sheet = workbook_add_worksheet(x->book, sheet_name(o->mem, o->title, x->sheets++));
	if (!x->sheet)
		fail("writing xlsx: no new sheet “%s”", o->title);
	x->row = 0;
	for (int i = 0; i < o->n; i++) {
		lxw_format *format = o->columns[i].kind == SHEET_TEXT ? x->text : NULL;

		check(worksheet_set_column(x->sheet, (lxw_col_t)i, (lxw_col_t)i, sheet_width(&o->columns[i]), format));
	}
	for (int i = 0; o->lines[i]; i++, x->row++)
		if (*o->lines[i])
			put_text(o, 0, o->lines[i], NULL);
	worksheet_freeze_panes(x->sheet, x->row + 1, 0);
	for (int i = 0; i < o->n; i++)
		put_text(o, i, o->columns[i].heading, x->bold);
	x->row++;
	if (o->form_rows)
		make_form(o);
}

/* Left behind only when a request ends before the sheet does. */
static void undo(void *with)
{
	struct xlsx_sheet *x = with;

	if (x->book)
		lxw_workbook_free(x->book);
}

static void open(struct sheet_out *o)
{
	struct xlsx_sheet *x = o->state = arena_get(o->mem, sizeof *x);
	char *folder = getenv("TMPDIR");
	lxw_workbook_options options = {
		.constant_memory = LXW_TRUE, .tmpdir = folder && *folder ? folder : "/var/tmp", .use_zip64 = LXW_FALSE,
	};

	x->book = workbook_new_opt(arena_print(o->mem, "/proc/self/fd/%d", o->fd), &options);
	if (!x->book)
		fail("writing xlsx: out of memory");
	arena_defer(o->mem, undo, x);
	x->bold = workbook_add_format(x->book);
	format_set_bold(x->bold);
	x->text = number_format(x, "@");
	if (o->form_rows)
		format_set_unlocked(x->text);
	x->integer = number_format(x, "0");
	start_sheet(o);
}

static lxw_format *decimal_format(struct sheet_out *o, int places)
{
	static const char zeros[] = "0.000000000";
	struct xlsx_sheet *x = o->state;

	if (places <= 0 || places >= DECIMALS)
		return places ? NULL : x->integer;
	if (!x->decimal[places])
		x->decimal[places] = number_format(x, arena_bytes(o->mem, zeros, (size_t)places + 2));
	return x->decimal[places];
}

static void put_number(struct sheet_out *o, const struct sheet_value *v)
{
	struct xlsx_sheet *x = o->state;
	const struct sheet_column *c = &o->columns[o->column];
	int places = v->kind == SHEET_INTEGER ? 0 : c->kind == SHEET_DECIMAL ? c->places : DECIMALS;
	double value = strtod(v->text, NULL);

	check(worksheet_write_number(x->sheet, x->row, (lxw_col_t)o->column, value, decimal_format(o, places)));
}

static void cell(struct sheet_out *o, const struct sheet_value *v)
{
	struct xlsx_sheet *x = o->state;

	if (sheet_number(v))
		put_number(o, v);
	else if (*v->text)
		put_text(o, o->column, v->text, x->text);
}

static void end_row(struct sheet_out *o)
{
	struct xlsx_sheet *x = o->state;

	if (++x->row == SHEET_ROWS)
		start_sheet(o);
}

static void next(struct sheet_out *o, const struct sheet_out *to)
{
	struct xlsx_sheet *x = o->state;

	sheet_take(o, to);
	x->sheets = 0;
	start_sheet(o);
}

static bool end(struct sheet_out *o)
{
	struct xlsx_sheet *x = o->state;
	lxw_workbook *book = x->book;

	x->book = NULL;
	check(workbook_close(book));
	return true;
}

const struct sheet_writer sheet_xlsx_writer = {
	".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", open, cell, end_row, end, next, NULL,
};
