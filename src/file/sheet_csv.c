/* sheet_csv.c: CSV behind the table interface: the whole file is probed first, then decoded block by block. */
#include <string.h>

#include "file/sheet_private.h"
#include "file/temp.h"

enum { BLOCK = 256 << 10 };

struct csv_table {
	int fd;
	uint64_t at, size;
	struct charset_decoder decoder;
	char *raw;
	size_t raw_n, raw_at;
	bool ends_with_x;                                       /* see row_of_byte */
	struct csv *csv;
};

static size_t read_block(struct csv_table *c, char *to, size_t room)
{
	uint64_t left = c->size - c->at;
	size_t n = file_read_at(c->fd, to, left < room ? left : room, c->at);

	c->at += n;
	return n;
}

/* Blocks of half the room, so that what they decode to surely fits. */
static size_t fill(void *with, char *to, size_t room)
{
	struct csv_table *c = with;
	size_t n;

	if (c->decoder.from == CHARSET_UTF8) {
		n = read_block(c, to, room < BLOCK ? room : BLOCK);
	} else {
		do {
			if (c->raw_at == c->raw_n) {
				c->raw_n = read_block(c, c->raw, BLOCK);
				c->raw_at = 0;
			}
			size_t step = c->raw_n - c->raw_at;

			step = step < room / 2 - 4 ? step : room / 2 - 4;
			n = charset_decode(&c->decoder, c->raw + c->raw_at, step, to);
			c->raw_at += step;
		} while (!n && c->raw_n);                       /* a byte order mark, or half a character: not the end */
	}
	if (!n && c->ends_with_x) {
		c->ends_with_x = false;
		*to = 'x';
		n = 1;
	}
	return n;
}

static struct csv *start(struct table_reader *t, struct csv_table *c, enum charset charset, uint64_t size)
{
	c->at = c->raw_n = c->raw_at = 0;
	c->size = size;
	c->decoder = (struct charset_decoder){.from = charset};
	return csv_open(t->mem, fill, c, ROW_BYTES, t->limits.cells, charset == CHARSET_UTF16LE || charset == CHARSET_UTF16BE);
}

/* The row of a byte that does not decode: what stands before it is read with a letter in its place, and has it in its last row.
 * UTF-8 and Big5 need no decoding for that, as no byte of theirs looks like a comma, a quote or a line end. */
static int64_t row_of_byte(struct table_reader *t, struct csv_table *c, uint64_t byte)
{
	char head[2] = "";
	struct csv_row row = {.number = 1};
	int64_t open_row;

	file_read_at(c->fd, head, 2, 0);
	bool utf16 = !memcmp(head, "\xFF\xFE", 2) || !memcmp(head, "\xFE\xFF", 2);
	enum charset as = !utf16 || byte < 2 ? CHARSET_UTF8 : head[0] == '\xFF' ? CHARSET_UTF16LE : CHARSET_UTF16BE;

	c->ends_with_x = true;
	struct csv *csv = start(t, c, as, byte);

	while (csv_next(csv, &row))
		;
	return csv_problem(csv, &open_row) == CSV_FINE ? row.number : open_row;
}

static enum charset probe(struct table_reader *t, struct csv_table *c)
{
	struct charset_probe p = {.only = t->limits.charset};
	uint64_t bad_at = 0;
	size_t n;

	while ((n = read_block(c, c->raw, BLOCK)))
		charset_probe_add(&p, c->raw, n);
	enum charset found = charset_probe_end(&p, &bad_at, &t->may_be_private);

	if (found == CHARSET_UNKNOWN) {
		table_refuse(t, TABLE_ENCODING, row_of_byte(t, c, bad_at));
		t->problem->byte = bad_at + 1;
	}
	return found;
}

static bool next(struct table_reader *t, struct table_row *to)
{
	static const enum table_error errors[] = {
		[CSV_FINE] = TABLE_FINE, [CSV_QUOTE_OPEN] = TABLE_QUOTE,
		[CSV_SEPARATOR] = TABLE_SEPARATOR, [CSV_ROW_LONG] = TABLE_TEXT,
	};
	struct csv_table *c = t->state;
	struct csv_row row;

	if (csv_next(c->csv, &row)) {
		*to = (struct table_row){row.number, row.n, row.cells, row.wide, false, row.plain};
		return true;
	}
	int64_t at;
	enum csv_problem problem = csv_problem(c->csv, &at);

	return problem == CSV_FINE ? false : table_refuse(t, errors[problem], at);
}

bool csv_table_open(struct table_reader *t, int fd, uint64_t size)
{
	struct csv_table *c = arena_get(t->mem, sizeof *c);

	c->fd = fd;
	c->size = size;
	c->raw = arena_get(t->mem, BLOCK);
	enum charset found = probe(t, c);

	if (found == CHARSET_UNKNOWN)
		return false;
	t->kind = TABLE_CSV;
	t->charset = found;
	t->encoding = charset_label(found);
	t->next = next;
	t->state = c;
	c->csv = start(t, c, found, size);
	return true;
}
