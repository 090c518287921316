/* list_file.c: the rows of a list as a file: all that was searched, not only the page shown. */
#include "base/csv.h"
#include "base/text.h"
#include "web/list.h"

enum { PIECE = 500, PIECE_MEMORY = 32 << 20, FILE_MOST = 64 << 20 };

struct writing { struct list *l; struct csv_out out; struct arena *mem; };

static void write_row(struct writing *w, const void *record)
{
	for (const struct field *f = w->l->fields; f->name; f++)
		if (f->use != KEY && f->use != MARK)
			csv_text(&w->out, record ? field_text(f, w->mem, record) : f->label);
	csv_end_row(&w->out);
}

static bool write_piece(void *with, const struct rows *rows)
{
	struct writing *w = with;
	const char *records = records_load(w->mem, rows, w->l->fields, w->l->size);

	for (int i = 0; i < rows->n; i++)
		write_row(w, records + (size_t)i * w->l->size);
	return true;
}

void list_file(struct list *l, const struct sql *sql, const struct value *values, int n)
{
	struct req *r = l->r;
	struct value all[LIST_VALUES];
	struct text body = text_new(r->mem, FILE_MOST);
	struct writing w = {l, {&body, false}, arena_new(PIECE_MEMORY)};

	text_puts(&body, "\xEF\xBB\xBF");
	write_row(&w, NULL);
	list_values(l, all, values, n, LIST_FILE_MOST, 0);
	db_each(r->db, w.mem, PIECE, sql, all, n + 3, write_piece, &w);
	arena_free(w.mem);
	reply_header(r, "Content-Disposition", arena_print(r->mem, "attachment; filename*=UTF-8''%s.csv", url_encode(r->mem, l->title)));
	reply_bytes(r, 200, "text/csv; charset=utf-8", body.at, body.n);
}
