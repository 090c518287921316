/* sheet_write_csv.c: CSV in UTF-8 with a byte order mark, so that spreadsheets know it, or in Big5.       LEARN-034 */
#include <string.h>

#include "base/text.h"
#include "file/sheet_private.h"

enum { LOST_MOST = 100, LOST_BYTES = 120, CELL_MOST = 64 << 20 };

struct csv_sheet {
	struct csv_out out;
	struct text cell;                                       /* Big5: one cell before it is encoded */
	bool big5;
	struct text lost;
	const char *lost_texts[LOST_MOST];
	int n_lost;
};

static bool noted(const struct csv_sheet *c, const char *text)
{
	for (int i = 0; i < c->n_lost; i++)
		if (!strcmp(c->lost_texts[i], text))
			return true;
	return false;
}

/* Long texts are cut before a whole character. */
static size_t short_length(const char *text)
{
	size_t n = strlen(text);

	if (n <= LOST_BYTES)
		return n;
	for (n = LOST_BYTES; ((unsigned char)text[n] & 0xC0) == 0x80; n--)
		;
	return n;
}

static void note_lost(struct sheet_out *o, const char *text, uint32_t character)
{
	struct csv_sheet *c = o->state;
	char shown[4];

	if (c->n_lost == LOST_MOST || noted(c, text))
		return;
	c->lost_texts[c->n_lost++] = arena_text(o->mem, text);
	text_print(&c->lost, "%s%.*s（%.*s）", c->lost.n ? "、" : "", (int)short_length(text), text,
		utf8_put(shown, character), shown);
	o->lost = c->lost.at;
}

static void encode(struct sheet_out *o, const char *text)
{
	struct csv_sheet *c = o->state;
	struct charset_lost lost;

	if (!c->big5)
		return;
	if (!charset_encode(CHARSET_CP950, c->cell.at, c->cell.n, &o->buffer, &lost))
		note_lost(o, text, lost.character);
	c->cell.n = 0;
}

static void cell(struct sheet_out *o, const struct sheet_value *v)
{
	struct csv_sheet *c = o->state;

	(v->kind == SHEET_TEXT ? csv_text : csv_number)(&c->out, v->text);
	encode(o, v->text);
}

static void plain(struct sheet_out *o, const struct cell *cells, int n)
{
	struct csv_sheet *c = o->state;

	csv_plain(&c->out, cells, n);
}

static void end_row(struct sheet_out *o)
{
	struct csv_sheet *c = o->state;

	for (int i = o->column; i < o->n; i++)
		csv_number(&c->out, "");
	csv_end_row(&c->out);
	encode(o, "");
}

static void heading(struct sheet_out *o)
{
	for (int i = 0; i < o->n; i++)
		cell(o, &(struct sheet_value){.text = o->columns[i].heading});
	o->column = o->n;
	end_row(o);
	o->column = 0;
}

static void next(struct sheet_out *o, const struct sheet_out *to)
{
	struct csv_sheet *c = o->state;

	sheet_take(o, to);
	csv_end_row(&c->out);
	cell(o, &(struct sheet_value){.text = o->title});
	csv_end_row(&c->out);
	encode(o, "");
	heading(o);
}

static void start(struct sheet_out *o, bool big5)
{
	struct csv_sheet *c = arena_get(o->mem, sizeof *c);

	o->state = c;
	c->big5 = big5;
	c->cell = text_new(o->mem, CELL_MOST);
	c->lost = text_new(o->mem, LOST_MOST * (LOST_BYTES + 16));
	c->out.to = big5 ? &c->cell : &o->buffer;
	if (!big5)
		text_puts(&o->buffer, "\xEF\xBB\xBF");
	heading(o);
}

static void open_utf8(struct sheet_out *o)
{
	start(o, false);
}

static void open_big5(struct sheet_out *o)
{
	start(o, true);
}

static bool end(struct sheet_out *o)
{
	return !*o->lost;
}

const struct sheet_writer sheet_csv_writer = {".csv", "text/csv; charset=utf-8", open_utf8, cell, end_row, end, next, plain};
const struct sheet_writer sheet_big5_writer = {".csv", "text/csv; charset=big5", open_big5, cell, end_row, end, next, NULL};
