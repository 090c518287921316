/* list_file.c: the rows of a list as .csv, .xlsx, .ods or, asked for so, .json: all that was searched, not only the page shown. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "base/log.h"
#include "base/text.h"
#include "file/sheet.h"
#include "file/temp.h"
#include "web/list_given.h"
#include "web/list_large.h"

enum { PIECE = 500, COLUMNS = 64, PIECE_MEMORY = 32 << 20 };

struct writing { struct list *l; struct sheet_out *out; struct arena *mem; };

static enum sheet_kind kind_of(const struct field *f)
{
	switch (f->kind) {
	case K_INT: return SHEET_INTEGER;
	case K_DATE: return SHEET_DATE;
	case K_MOMENT: return SHEET_MOMENT;
	case K_BOOL: return SHEET_YES;
	default: return SHEET_TEXT;
	}
}

static int columns_of(const struct list *l, struct sheet_column *to)
{
	int n = 0;

	for (const struct field *f = l->fields; f->name && n < COLUMNS; f++)
		if (f->use != KEY && f->use != MARK)
			to[n++] = (struct sheet_column){.key = f->name, .heading = f->label, .kind = kind_of(f)};
	return n;
}

static void write_cell(struct writing *w, const struct field *f, const void *record)
{
	const void *at = (const char *)record + f->at;

	if (field_empty(f, record))
		sheet_text(w->out, NULL);
	else if (f->kind == K_INT)
		sheet_integer(w->out, *(const int64_t *)at);
	else if (f->kind == K_BOOL)
		sheet_yes(w->out, *(const bool *)at);
	else if (f->kind == K_DATE)
		sheet_date(w->out, *(const struct date *)at);
	else if (f->kind == K_MOMENT)
		sheet_moment(w->out, *(const struct moment *)at);
	else
		sheet_text(w->out, field_text(f, w->mem, record));
}

static void write_records(struct writing *w, char *records, int n)
{
	if (w->l->complete)
		w->l->complete(w->l, w->mem, records, n);
	for (int i = 0; i < n; i++) {
		for (const struct field *f = w->l->fields; f->name; f++)
			if (f->use != KEY && f->use != MARK)
				write_cell(w, f, records + (size_t)i * w->l->size);
		sheet_end_row(w->out);
	}
}

static bool write_piece(void *with, const struct rows *rows)
{
	struct writing *w = with;

	write_records(w, records_load(w->mem, rows, w->l->fields, w->l->size), rows->n);
	return true;
}

/* ---- as JSON: the rows between brackets, piece by piece */

struct telling { struct list *l; struct arena *mem; FILE *to; int64_t n; };

static bool tell_piece(void *with, const struct rows *rows)
{
	struct telling *t = with;
	char *records = records_load(t->mem, rows, t->l->fields, t->l->size);
	struct text piece = text_new(t->mem, PIECE_MEMORY / 2);
	struct json j = json_new(&piece);

	if (t->l->complete)
		t->l->complete(t->l, t->mem, records, rows->n);
	json_list(&j);
	for (int i = 0; i < rows->n; i++)
		record_json(t->l->fields, &j, records + (size_t)i * t->l->size);
	json_end(&j);
	if (t->n)
		fputc(',', t->to);
	fwrite(piece.at + 1, 1, piece.n - 2, t->to);
	t->n += rows->n;
	return true;
}

void list_json_file(struct list *l, const struct sql *sql, const struct value *values, int n)
{
	struct value all[LIST_VALUES];
	int fd = dup(temp_file(l->r->mem));
	struct telling t = {l, arena_new(PIECE_MEMORY), fdopen(dup(fd), "w"), 0};
	struct stat st;

	if (!t.to)
		fail("a list's file can't be written");
	list_values(l, all, values, n, LIST_FILE_MOST, 0);
	fputs("{\"rows\":[", t.to);
	db_each(l->r->db, t.mem, PIECE, sql, all, n + 3, tell_piece, &t);
	fprintf(t.to, "],\"total\":%lld,\"page\":1}\n", (long long)t.n);
	arena_free(t.mem);
	if (fclose(t.to) || fstat(fd, &st))
		fail("a list's file can't be written");
	reply_file(l->r, "application/json; charset=utf-8", arena_print(l->r->mem, "%s.json", l->title), fd, (uint64_t)st.st_size);
}

static enum sheet_format format_of(enum format as)
{
	return as == AS_XLSX ? SHEET_XLSX : as == AS_ODS ? SHEET_ODS : SHEET_CSV;
}

/* Opened; what writes the rows comes between. */
static struct writing open_file(struct list *l, int fd)
{
	struct sheet_column *columns = arena_array(l->r->mem, COLUMNS, sizeof *columns);
	struct writing w = {l, NULL, arena_new(PIECE_MEMORY)};

	w.out = sheet_open(l->r->mem, fd, format_of(l->r->as), l->title, list_head_lines(l), columns, columns_of(l, columns));
	return w;
}

static void close_file(struct writing *w, int fd)
{
	struct req *r = w->l->r;
	enum sheet_format format = format_of(r->as);
	struct stat st;

	sheet_close(w->out);
	arena_free(w->mem);
	if (fstat(fd, &st))
		fail("a list's file is gone");
	reply_file(r, sheet_mime(format), arena_print(r->mem, "%s%s", r->who && list_is_learning(r) ?
		list_file_name(r->mem, w->l->title, r->who->agency_code, r->now) : w->l->title, sheet_suffix(format)), fd, (uint64_t)st.st_size);
}

void list_file(struct list *l, const struct sql *sql, const struct value *values, int n)
{
	struct value all[LIST_VALUES];
	int fd = dup(temp_file(l->r->mem));                     /* the reply closes its own */
	struct writing w = open_file(l, fd);

	list_values(l, all, values, n, LIST_FILE_MOST, 0);
	db_each(l->r->db, w.mem, PIECE, sql, all, n + 3, write_piece, &w);
	close_file(&w, fd);
}

void list_given_file(struct list *l, void *rows, int64_t n)
{
	int fd = dup(temp_file(l->r->mem));
	struct writing w = open_file(l, fd);

	for (int64_t i = 0; i < n; i += PIECE) {
		arena_reset(w.mem);
		write_records(&w, (char *)rows + (size_t)i * l->size, (int)(n - i < PIECE ? n - i : PIECE));
	}
	close_file(&w, fd);
}
