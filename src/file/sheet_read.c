/* sheet_read.c: the reading half of sheet.h: what is the file, and the ceilings that hold for every format. */
#include <string.h>

#include "base/text.h"
#include "file/sheet_private.h"
#include "file/temp.h"

const struct table_limits table_limits = {
	.rows = 1000001, .cells = 1000, .text = 32767, .inflated = 4ull << 30, .ratio = 200, .entries = 4096,
};

bool table_refuse(struct table_reader *t, enum table_error error, int64_t row)
{
	if (t->problem->error == TABLE_FINE) {
		t->problem->error = error;
		t->problem->row = row;
	}
	return false;
}

void table_add_sheet(struct table_reader *t, const char *name)
{
	if (t->n_sheets >= SHEETS_MOST)
		return;
	t->sheets = arena_grow(t->mem, t->sheets, (size_t)t->n_sheets, &t->sheets_room, sizeof *t->sheets);
	size_t n = strlen(name);

	for (n = n < NAME_MOST ? n : NAME_MOST; ((unsigned char)name[n] & 0xC0) == 0x80; n--)
		;
	t->sheets[t->n_sheets++] = arena_bytes(t->mem, name, n);
}

static bool is_other(struct table_reader *t, const char *found)
{
	t->problem->found = found;
	return table_refuse(t, TABLE_KIND, 0);
}

/* Other kinds of files that people upload by mistake, by their first bytes. */
static const char *other_kind(const char *head, size_t n)
{
	static const struct { const char *start; size_t n; const char *name; } kinds[] = {
		{"%PDF", 4, "PDF"}, {"\x1F\x8B", 2, "gzip"}, {"\x89PNG", 4, "PNG"}, {"\xFF\xD8\xFF", 3, "JPEG"},
		{"7z\xBC\xAF", 4, "7z"}, {"Rar!", 4, "RAR"}, {"{\\rtf", 5, "RTF"}, {"PK\5\6", 4, "zip"}, {"<?xml", 5, "XML"},
		{"<html", 5, "HTML"}, {"<!DOC", 5, "HTML"}, {"<table", 6, "HTML"}, {"<meta", 5, "HTML"}, {"<head", 5, "HTML"},
	};
	size_t skip = n >= 3 && !memcmp(head, "\xEF\xBB\xBF", 3) ? 3 : 0;

	skip += strspn(head + skip, " \t\r\n");
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (n - skip >= kinds[i].n && !strncasecmp(head + skip, kinds[i].start, kinds[i].n))
			return kinds[i].name;
	return NULL;
}

/* The old formats of Office, and an xlsx file with a password, are the same kind of container: its parts have names in UTF-16. */
static bool refuse_container(struct table_reader *t, int fd, uint64_t size)
{
	static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";
	enum { BLOCK = 256 << 10, OVERLAP = 64 };
	char *block = arena_get(t->mem, BLOCK);
	const char *found = "xls";

	for (uint64_t at = 0; at < size; at += BLOCK - OVERLAP) {
		size_t n = file_read_at(fd, block, size - at < BLOCK ? size - at : BLOCK, at);

		if (memmem(block, n, locked, sizeof locked))
			return table_refuse(t, TABLE_LOCKED, 0);
		if (memmem(block, n, word, sizeof word))
			found = "doc";
	}
	return is_other(t, found);
}

/* Archives that are no sheets of ours; those with macros are not taken in, though nothing here would run them. */
static const char *other_archive(const struct archive *a)
{
	static const struct { const char *piece, *name; } kinds[] = {
		{"vbaProject", "xlsm，含巨集"}, {"Basic/", "ods，含巨集"}, {"Scripts/", "ods，含巨集"}, {"xl/workbook.bin", "xlsb"},
		{"word/document", "docx"}, {"ppt/presentation", "pptx"},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (archive_has_like(a, kinds[i].piece))
			return kinds[i].name;
	return NULL;
}

/* False for an OpenDocument file of another kind, and for one that can't be told. */
static bool is_ods(struct table_reader *t, struct archive *a)
{
	static const char start[] = "application/vnd.oasis.opendocument.";
	char mime[100] = "";
	struct archive_part *part = archive_part(a, "mimetype");

	if (!part || !archive_read(part, mime, sizeof mime - 1))
		return t->problem->error == TABLE_FINE && archive_has(a, "META-INF/manifest.xml");
	if (strncmp(mime, start, sizeof start - 1))
		return false;
	const char *kind = mime + sizeof start - 1;

	t->problem->found = text_starts(kind, "text") ? "odt" : text_starts(kind, "presentation") ? "odp" : "OpenDocument";
	return text_starts(kind, "spreadsheet");
}

static bool open_archive(struct table_reader *t, int fd, uint64_t size)
{
	struct archive *a = archive_open(t->mem, fd, size, &t->limits, t->problem);
	const char *other = a ? other_archive(a) : NULL;

	if (!a)
		return false;
	if (other)
		return is_other(t, other);
	if (archive_has(a, "[Content_Types].xml") || archive_has(a, "xl/workbook.xml"))
		return xlsx_table_open(t, a);
	t->problem->found = "zip";
	if (archive_has(a, "content.xml") && is_ods(t, a)) {
		t->problem->found = "";
		return ods_table_open(t, a);
	}
	return is_other(t, t->problem->found);
}

static bool open_file(struct table_reader *t, int fd, uint64_t size)
{
	char head[64] = "";
	size_t n = file_read_at(fd, head, size < sizeof head ? size : sizeof head - 1, 0);
	const char *other = other_kind(head, n);

	if (other)
		return is_other(t, other);
	if (n >= 4 && !memcmp(head, "\xD0\xCF\x11\xE0", 4))
		return refuse_container(t, fd, size);
	if (n >= 4 && !memcmp(head, "PK\3\4", 4))
		return open_archive(t, fd, size);
	return csv_table_open(t, fd, size);
}

struct table_reader *table_open(struct arena *mem, int fd, uint64_t size,
	const struct table_limits *limits, struct table_problem *problem)
{
	struct table_reader *t = arena_get(mem, sizeof *t);

	*problem = (struct table_problem){.found = ""};
	*t = (struct table_reader){.mem = mem, .limits = *limits, .problem = problem, .charset = CHARSET_UTF8,
		.may_be_private = true};
	return open_file(t, fd, size) && problem->error == TABLE_FINE ? t : NULL;
}

/* True when a cell is longer than allowed; bytes are looked at first, as they are cheap. */
static bool too_long(const struct table_reader *t, const struct table_row *row)
{
	for (int i = 0; i < row->n; i++)
		if (row->cells[i].n > (size_t)t->limits.text && utf8_length(row->cells[i].at) > (size_t)t->limits.text)
			return true;
	return false;
}

static bool has_private(const struct table_row *row)
{
	for (int i = 0; i < row->n; i++)
		if (text_has_private(row->cells[i].at, row->cells[i].n))
			return true;
	return false;
}

bool table_row(struct table_reader *t, struct table_row *row)
{
	if (t->problem->error != TABLE_FINE || !t->next(t, row))
		return false;
	if (!t->rows++) {
		t->width = row->n;
		if (row->wide)
			return table_refuse(t, TABLE_CELLS, row->number);
	}
	if (t->rows > t->limits.rows)
		return table_refuse(t, TABLE_ROWS, row->number);
	if (too_long(t, row))
		return table_refuse(t, TABLE_TEXT, row->number);
	row->wide |= row->n > t->width;
	row->private_use = t->may_be_private && has_private(row);
	return true;
}

enum table_kind table_kind(const struct table_reader *t)
{
	return t->kind;
}

const char *table_encoding(const struct table_reader *t)
{
	return t->encoding;
}

enum charset table_charset(const struct table_reader *t)
{
	return t->charset;
}

const char *const *table_sheets(const struct table_reader *t, int *n)
{
	*n = t->n_sheets;
	return t->sheets;
}

struct row_maker *row_maker_new(struct table_reader *t)
{
	struct row_maker *m = arena_get(t->mem, sizeof *m);

	m->table = t;
	m->cells = arena_array(t->mem, (size_t)t->limits.cells, sizeof *m->cells);
	m->bytes = arena_get(t->mem, ROW_BYTES);
	return m;
}

void row_maker_start(struct row_maker *m, int64_t number)
{
	m->number = number;
	m->used = 0;
	m->n = 0;
	m->beyond = m->full = false;
}

void row_maker_cell(struct row_maker *m, int column, const char *text, size_t n)
{
	if (!n)
		return;
	if (column >= m->table->limits.cells) {
		m->beyond = true;
		return;
	}
	if (m->used + n + 1 > ROW_BYTES) {
		m->full = true;
		return;
	}
	while (m->n <= column)
		m->cells[m->n++] = (struct cell){"", 0};
	char *to = m->bytes + m->used;

	memcpy(to, text, n);
	to[n] = '\0';
	m->used += n + 1;
	m->cells[column] = csv_bare((struct cell){to, n});
}

static bool all_blank(struct cell f)
{
	for (; f.n; f.at++, f.n--) {
		if (f.n >= 3 && !memcmp(f.at, "\xE3\x80\x80", 3))
			f.at += 2, f.n -= 2;
		else if (*f.at != ' ' && *f.at != '\t' && *f.at != '\n' && *f.at != '\r')
			return false;
	}
	return true;
}

static int used_cells(const struct row_maker *m)
{
	int n = m->n;

	while (n && all_blank(m->cells[n - 1]))
		n--;
	return n;
}

bool row_maker_blank(const struct row_maker *m)
{
	return !m->beyond && !m->full && !used_cells(m);
}

bool row_maker_end(struct row_maker *m, struct table_row *row)
{
	if (m->full)
		return table_refuse(m->table, TABLE_TEXT, m->number);
	m->table->given += m->used;                             /* repetition and shared texts swell a file as packing does */
	if (m->table->given > m->table->limits.inflated)
		return table_refuse(m->table, TABLE_BOMB, m->number);
	*row = (struct table_row){m->number, used_cells(m), m->cells, m->beyond, false, false};
	return true;
}
