/* csv.c: see csv.h.  A record is first scanned to its end, untouched; only then are its cells unquoted and ended in place,
 * so that a record cut by the end of the buffer can simply be scanned again when more has come. */
#include "base/csv.h"

#include <string.h>

enum { CHUNK = 256 << 10 };
enum quoting { PLAIN, QUOTED, EQUALS, READY };                  /* a   "a""b"   ="a"   "a" (nothing to undo) */

struct csv {
	size_t (*fill)(void *, char *, size_t);
	void *with;
	char *buffer;                                           /* room + 2: see set_sentinels */
	size_t room, begin, end;
	uint64_t before;                                        /* bytes of the stream before the buffer */
	bool ended, open, tabs, started;
	bool stop[256];                                         /* what ends an unquoted cell */
	char separator;
	struct cell *cells;
	unsigned char *quoting;
	int n, most, width;                                     /* n counts cells beyond `most` too */
	bool plain;
	bool beyond;                                            /* one of those is not empty */
	int64_t number;
	enum csv_problem problem;
	int64_t problem_row;
};

static void set_separator(struct csv *c, char separator)
{
	c->separator = separator;
	memset(c->stop, 0, sizeof c->stop);
	c->stop[(unsigned char)separator] = c->stop['\n'] = c->stop['\r'] = true;
}

struct csv *csv_open(struct arena *mem, size_t (*fill)(void *, char *, size_t), void *with,
	size_t row_most, int cells_most, bool tabs)
{
	struct csv *c = arena_get(mem, sizeof *c);

	c->fill = fill;
	c->with = with;
	c->room = row_most > CHUNK ? row_most : CHUNK;
	c->buffer = arena_get(mem, c->room + 2);
	c->most = cells_most;
	c->cells = arena_array(mem, (size_t)cells_most, sizeof *c->cells);
	c->quoting = arena_get(mem, (size_t)cells_most);
	c->tabs = tabs;
	set_separator(c, ',');
	return c;
}

/* The line end stops the loop over an unquoted cell, the quote behind it the loop over a quoted one: neither asks for the end. */
static void set_sentinels(struct csv *c)
{
	c->buffer[c->end] = '\n';
	c->buffer[c->end + 1] = '"';
}

/* Moves the unread rest to the front and reads on; false when there is no room left. */
static bool more(struct csv *c)
{
	size_t had = c->end - c->begin;

	memmove(c->buffer, c->buffer + c->begin, had);
	c->before += c->begin;
	c->begin = 0;
	c->end = had;
	while (!c->ended && c->end < c->room && c->end - had < CHUNK) {
		size_t n = c->fill(c->with, c->buffer + c->end, c->room - c->end);

		c->ended = n == 0;
		c->end += n;
	}
	set_sentinels(c);
	return c->ended || c->end > had;
}

static void note_cell(struct csv *c, const char *at, const char *end, enum quoting how)
{
	if (c->n < c->most) {
		c->cells[c->n] = (struct cell){at, (size_t)(end - at)};
		c->quoting[c->n] = (unsigned char)how;
	} else if (end > at) {
		c->beyond = true;
	}
	c->n++;
}

static enum quoting quoting_at(const char **at)
{
	const char *s = *at;

	while (*s == ' ')
		s++;
	enum quoting how = *s == '"' ? QUOTED : *s == '=' && s[1] == '"' ? EQUALS : PLAIN;

	if (how != PLAIN)
		*at = s + how;                                  /* behind " or =" */
	return how;
}

/* Behind the closing quote of a cell whose text begins at `at`; past the sentinel when it is not closed. */
static const char *closing(const char *at, const char *last, bool *doubled)
{
	for (*doubled = false; ; *doubled = true) {
		while (*at != '"')
			at++;
		if (at > last)
			return at;
		if (at[1] != '"')
			return at + 1;
		at += 2;
	}
}

/* The line end of the record at c->begin, or NULL: the buffer ends before it, or inside a quoted cell (c->open). */
static const char *scan(struct csv *c)
{
	const char *at = c->buffer + c->begin, *end = c->buffer + c->end;

	c->n = 0;
	c->open = c->beyond = false;
	for (;;) {
		const char *start = at;
		enum quoting how = *at == '"' || *at == ' ' || *at == '=' ? quoting_at(&start) : PLAIN;

		if (how != PLAIN) {
			bool doubled;

			at = closing(start, end, &doubled);
			c->open = at > end;
			if (c->open)
				return NULL;
			if (how == QUOTED && !doubled && c->stop[(unsigned char)*at])
				how = READY;
		}
		while (!c->stop[(unsigned char)*at])
			at++;
		if (at >= end && !c->ended)
			return NULL;
		note_cell(c, start, at - (how == READY), how);
		if (at >= end || *at != c->separator)
			break;
		at++;
	}
	return *at == '\r' && at + 1 >= end && !c->ended ? NULL : at;
}

static const char *after_line_end(const struct csv *c, const char *at)
{
	const char *end = c->buffer + c->end;

	at += at + 1 < end && at[0] == '\r' && at[1] == '\n' ? 2 : 1;
	return at > end ? end : at;
}

static struct cell trimmed(struct cell f)
{
	for (;;) {
		if (f.n && (*f.at == ' ' || *f.at == '\t'))
			f.at++, f.n--;
		else if (f.n >= 3 && !memcmp(f.at, "\xE3\x80\x80", 3))
			f.at += 3, f.n -= 3;
		else
			break;
	}
	for (;;) {
		if (f.n && (f.at[f.n - 1] == ' ' || f.at[f.n - 1] == '\t'))
			f.n--;
		else if (f.n >= 3 && !memcmp(f.at + f.n - 3, "\xE3\x80\x80", 3))
			f.n -= 3;
		else
			return f;
	}
}

/* In place: "" becomes ", the closing quote goes, what stands behind it is kept without blanks at its end. */
static struct cell unquoted(struct cell f)
{
	char *to = (char *)f.at;
	size_t i = 0, n = 0;

	for (; i < f.n; i++) {
		if (f.at[i] == '"' && (i + 1 >= f.n || f.at[i + 1] != '"'))
			break;
		i += f.at[i] == '"';
		to[n++] = f.at[i];
	}
	size_t inside = n;

	for (i++; i < f.n; i++)
		to[n++] = f.at[i];
	while (n > inside && (to[n - 1] == ' ' || to[n - 1] == '\t'))
		n--;
	return (struct cell){f.at, n};
}

/* ="0123" as Excel writes a text of digits, when it comes inside quotes or from a sheet. */
static struct cell without_equals(struct cell f)
{
	if (f.n < 3 || f.at[0] != '=' || f.at[1] != '"' || f.at[f.n - 1] != '"')
		return f;
	return unquoted((struct cell){f.at + 2, f.n - 2});
}

/* What a spreadsheet could take for a formula may begin so; the exact question is csv_risky's. */
static bool starts_oddly(char first)
{
	static const bool odd[256] = {['\''] = true, [' '] = true, ['\n'] = true, ['='] = true, ['+'] = true, ['-'] = true, ['@'] = true,
		['\t'] = true, ['\r'] = true, [0xEF] = true};

	return odd[(unsigned char)first];
}

static void finish_cell(struct csv *c, int i)
{
	struct cell f = c->cells[i];
	enum quoting how = c->quoting[i];

	if (how == QUOTED || how == EQUALS) {
		f = unquoted(f);
	} else if (f.n && how == PLAIN) {
		unsigned char first = (unsigned char)f.at[0], last = (unsigned char)f.at[f.n - 1];

		if (first <= ' ' || last <= ' ' || first == 0xE3 || last == 0x80)
			f = trimmed(f);
	}
	if (f.n && how != EQUALS && (f.at[0] == '\'' || f.at[0] == '='))
		f = f.at[0] == '=' ? without_equals(f) : csv_bare(f);
	((char *)f.at)[f.n] = '\0';
	c->plain = c->plain && how == PLAIN && f.at == c->cells[i].at && f.n == c->cells[i].n && !(f.n && starts_oddly(*f.at));
	c->cells[i] = f;
}

/* The number of cells up to the last that is not blank. */
static int finish_cells(struct csv *c)
{
	int n = c->n < c->most ? c->n : c->most, used = 0;

	c->plain = c->separator == ',';
	for (int i = 0; i < n; i++) {
		finish_cell(c, i);
		const struct cell *f = &c->cells[i];

		if (f->n && ((unsigned char)*f->at > ' ' || trimmed(*f).n))
			used = i + 1;
	}
	return used;
}

/* A quote amid a cell is doubled by who writes it. */
static bool has_quote(const struct cell *cells, int n)
{
	return memchr(cells->at, '"', (size_t)(cells[n - 1].at - cells->at) + cells[n - 1].n) != NULL;
}

/* The commonest of comma, tab and semicolon outside quotes. */
static char commonest(const char *at, const char *end)
{
	size_t comma = 0, tab = 0, semicolon = 0;
	bool inside = false;

	for (; at < end; at++) {
		inside ^= *at == '"';
		comma += !inside && *at == ',';
		tab += !inside && *at == '\t';
		semicolon += !inside && *at == ';';
	}
	return tab > comma && tab >= semicolon ? '\t' : semicolon > comma ? ';' : ',';
}

static bool stopped(struct csv *c, enum csv_problem problem)
{
	c->problem = problem;
	c->problem_row = c->number;
	return false;
}

/* The end of the record, NULL when there is none: at the end of the stream or with a problem. */
static const char *record(struct csv *c)
{
	for (;;) {
		if (c->begin == c->end && c->ended)
			return NULL;
		const char *end = c->begin < c->end ? scan(c) : NULL;

		if (end)
			return end;
		if (c->begin < c->end && c->ended) {
			stopped(c, CSV_QUOTE_OPEN);
			return NULL;
		}
		if (!more(c)) {
			stopped(c, c->open ? CSV_QUOTE_OPEN : CSV_ROW_LONG);
			return NULL;
		}
	}
}

/* The first record decides about the separator; with tabs it may end elsewhere, as quotes that open behind a tab count then.
 * False: the separator is none of ours, or the record does not end. */
static bool choose_separator(struct csv *c, const char **end)
{
	char found = commonest(c->buffer + c->begin, *end);

	if (found == '\t' && c->tabs) {
		set_separator(c, found);
		*end = record(c);
		return *end != NULL;
	}
	return found == ',' || stopped(c, CSV_SEPARATOR);
}

/* The line sep=, that Excel reads and does not show; it has one cell "sep=" or, quoted, "sep=,". */
static bool is_separator_line(const struct csv *c, int used)
{
	const struct cell *f = c->cells;

	return used == 1 && f->n <= 5 && f->n >= 4 && !strncasecmp(f->at, "sep=", 4) &&
		(f->n == 4 || f->at[4] == c->separator);
}

bool csv_next(struct csv *c, struct csv_row *row)
{
	while (c->problem == CSV_FINE) {
		c->number++;
		const char *end = record(c);

		if (!end)
			return false;
		uint64_t at = c->before + c->begin;

		if (!c->width && !choose_separator(c, &end))
			return false;
		c->begin = (size_t)(after_line_end(c, end) - c->buffer);
		int used = finish_cells(c);

		if (!c->started && is_separator_line(c, used)) {
			c->started = true;
			c->number--;
			continue;
		}
		c->started = true;
		if (!used)
			continue;
		c->width = c->width ? c->width : used;
		*row = (struct csv_row){c->number, at, used, c->cells, used > c->width || c->beyond, c->plain && !has_quote(c->cells, used)};
		return true;
	}
	return false;
}

enum csv_problem csv_problem(const struct csv *c, int64_t *row)
{
	*row = c->problem_row;
	return c->problem;
}
