/* sheet_write.c: the writing half of sheet.h, as far as the formats have it in common. */
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "file/sheet_private.h"
#include "file/temp.h"

enum { BUFFER_MOST = 64 << 20, ROW_MEMORY = 256 << 20, TITLE_MOST = 31, EXACT_DIGITS = 15 };

static const struct sheet_writer *const writers[] = {
	[SHEET_CSV] = &sheet_csv_writer, [SHEET_CSV_BIG5] = &sheet_big5_writer, [SHEET_XLSX] = &sheet_xlsx_writer,
	[SHEET_ODS] = &sheet_ods_writer, [SHEET_JSON] = &sheet_json_writer,
};

static const char *const none[] = {NULL};

static void free_row_memory(void *mem)
{
	arena_free(mem);
}

static struct sheet_out *start(struct arena *mem, int fd, enum sheet_format format, const char *title,
	const char *const *lines, const struct sheet_column *columns, int n, const struct sheet_fill *fills, int form_rows)
{
	struct sheet_out *o = arena_get(mem, sizeof *o);

	*o = (struct sheet_out){.mem = mem, .row_mem = arena_new(ROW_MEMORY), .writer = writers[format], .fd = fd,
		.title = title, .lines = lines ? lines : none, .columns = columns, .n = n, .row = 2, .lost = "",
		.form_rows = form_rows, .fills = fills};
	arena_defer(mem, free_row_memory, o->row_mem);
	o->buffer = text_new(mem, BUFFER_MOST);
	o->writer->open(o);
	return o;
}

struct sheet_out *sheet_open(struct arena *mem, int fd, enum sheet_format format, const char *title,
	const char *const *lines, const struct sheet_column *columns, int n)
{
	return start(mem, fd, format, title, lines, columns, n, NULL, 0);
}

struct sheet_out *sheet_open_form(struct arena *mem, int fd, enum sheet_format format, const char *title, const struct sheet_column *columns,
	const struct sheet_fill *fills, int n, int rows)
{
	return start(mem, fd, format, title, NULL, columns, n, fills, rows);
}

void sheet_next(struct sheet_out *o, const char *title, const char *const *lines, const struct sheet_column *columns, int n)
{
	if (!o->writer->next || o->form_rows)
		fail("the sheet “%s” can't be followed by another one", o->title);
	o->writer->next(o, &(struct sheet_out){.title = title, .lines = lines ? lines : none, .columns = columns, .n = n});
	o->row = 2;
}

void sheet_take(struct sheet_out *o, const struct sheet_out *to)
{
	o->title = to->title;
	o->lines = to->lines;
	o->columns = to->columns;
	o->n = to->n;
}

void sheet_flush(struct sheet_out *o)
{
	file_write(o->fd, o->buffer.at, o->buffer.n);
	o->buffer.n = 0;
}

static void put(struct sheet_out *o, const struct sheet_value *value)
{
	if (o->column >= o->n)
		fail("row %lld of the sheet “%s” has more cells than columns", (long long)o->row, o->title);
	o->writer->cell(o, value);
	o->column++;
	if (o->buffer.n >= SHEET_FLUSH)
		sheet_flush(o);
}

void sheet_blank(struct sheet_out *o)
{
	put(o, &(struct sheet_value){.text = ""});
}

void sheet_text(struct sheet_out *o, const char *text)
{
	put(o, &(struct sheet_value){.kind = SHEET_TEXT, .text = text ? text : ""});
}

void sheet_integer(struct sheet_out *o, int64_t n)
{
	put(o, &(struct sheet_value){.kind = SHEET_INTEGER, .text = arena_print(o->row_mem, "%lld", (long long)n)});
}

void sheet_decimal(struct sheet_out *o, const char *digits)
{
	put(o, &(struct sheet_value){.kind = SHEET_DECIMAL, .text = digits});
}

void sheet_date(struct sheet_out *o, struct date d)
{
	put(o, &(struct sheet_value){.kind = SHEET_DATE, .text = date_text(o->row_mem, d), .date = d});
}

void sheet_moment(struct sheet_out *o, struct moment m)
{
	const char *text = m.seconds ? moment_text(o->row_mem, m) : "";

	put(o, &(struct sheet_value){.kind = SHEET_MOMENT, .text = text, .moment = m});
}

void sheet_yes(struct sheet_out *o, bool yes)
{
	put(o, &(struct sheet_value){.kind = SHEET_YES, .text = yes ? "是" : "否", .yes = yes});
}

void sheet_row(struct sheet_out *o, const struct table_row *row, int n)
{
	int given = row->n < n ? row->n : n, i = 0;

	if (row->plain && o->writer->plain && given && o->column + given <= o->n) {
		o->writer->plain(o, row->cells, given);
		o->column += i = given;
	}
	for (; i < n; i++)
		sheet_text(o, i < given ? row->cells[i].at : NULL);
}

void sheet_end_row(struct sheet_out *o)
{
	o->writer->end_row(o);
	o->column = 0;
	o->row++;
	arena_reset(o->row_mem);
	if (o->buffer.n >= SHEET_FLUSH)
		sheet_flush(o);
}

bool sheet_close(struct sheet_out *o)
{
	bool good = o->writer->close(o);

	sheet_flush(o);
	return good;
}

const char *sheet_lost(const struct sheet_out *o)
{
	return o->lost;
}

const char *sheet_suffix(enum sheet_format format)
{
	return writers[format]->suffix;
}

const char *sheet_mime(enum sheet_format format)
{
	return writers[format]->mime;
}

bool sheet_format_of(const char *suffix, enum sheet_format *format)
{
	suffix += *suffix == '.';
	for (enum sheet_format f = SHEET_CSV; f <= SHEET_JSON; f++)
		if (text_is(suffix, writers[f]->suffix + 1)) {
			*format = f;
			return true;
		}
	return false;
}

static bool is_clean(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	for (; *at; at++)
		if ((*at < ' ' && *at != '\t' && *at != '\n') || (*at == 0xEF && at[1] == 0xBF && at[2] >= 0xBE))
			return false;
	return (size_t)(at - (const unsigned char *)text) <= SHEET_TEXT_MOST;
}

const char *sheet_clean(struct arena *mem, const char *text)
{
	if (is_clean(text))
		return text;
	size_t room = strlen(text), characters = 0;
	struct text to = text_new(mem, 3 * room + 8);
	const char *end = text + room;

	for (int n; text < end && characters < SHEET_TEXT_MOST - 1; text += n, characters++) {
		uint32_t c = utf8_next(text, end, &n);
		bool line_end = c == '\r';

		if (line_end && text[1] == '\n')
			characters--;
		else if (line_end)
			text_char(&to, '\n');
		else if ((c < ' ' && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF)
			text_puts(&to, "\xEF\xBF\xBD");
		else
			text_add(&to, text, (size_t)n);
	}
	if (text < end)
		text_puts(&to, "…");
	return to.at;
}

const char *sheet_name(struct arena *mem, const char *title, int i)
{
	const char *number = i ? arena_print(mem, " (%d)", i + 1) : "", *end = title + strlen(title);
	struct text name = text_new(mem, 1024);
	size_t left = TITLE_MOST - strlen(number);

	for (int n; title < end && left; title += n, left--) {
		uint32_t c = utf8_next(title, end, &n);

		left -= c > 0xFFFF && left > 1;                 /* spreadsheets count UTF-16 */
		if (c < ' ' || (c < 128 && strchr("[]:*?/\\'", (int)c)))
			text_char(&name, '_');
		else
			text_add(&name, title, (size_t)n);
	}
	text_puts(&name, name.n ? "" : "Sheet");
	text_puts(&name, number);
	return name.at;
}

bool sheet_number(const struct sheet_value *v)
{
	size_t n = strlen(v->text), digits = strspn(v->text + (*v->text == '-'), "0123456789.");

	return (v->kind == SHEET_INTEGER || v->kind == SHEET_DECIMAL) && digits && digits <= EXACT_DIGITS &&
		digits + (*v->text == '-') == n;
}

int sheet_width(const struct sheet_column *c)
{
	static const int by_kind[] = {
		[SHEET_TEXT] = 14, [SHEET_INTEGER] = 8, [SHEET_DECIMAL] = 10, [SHEET_DATE] = 11, [SHEET_MOMENT] = 16,
		[SHEET_YES] = 6,
	};
	int heading = (int)utf8_length(c->heading) * 2 + 2, least = by_kind[c->kind];

	return c->width ? c->width : heading > least ? heading < 40 ? heading : 40 : least;
}
