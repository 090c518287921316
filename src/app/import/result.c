/* result.c: the uploaded file once more, with what became of each row, to be mended and uploaded again as it is.   LEARN-026
 *
 * Every original column in its order; the kind of file and, for CSV, the encoding are those of the upload. */
#include <string.h>

#include "app/import/private.h"
#include "app/store/store.h"
#include "base/text.h"
#include "file/temp.h"

enum { REASONS_MOST = 64, REASON_ROOM = 1 << 20, WRITE_MEMORY = 64 << 20, OURS_MOST = 3 };

struct writing {
	struct import_run *run;
	struct arena *mem, *row;
	struct sheet_out *out;
	int fd;
	enum sheet_format format;
	bool wrong_only;                /* the rows to mend alone, with the columns of LEARN-026 */
	bool refused;                   /* what is right of it was not stored either */
	bool has_ours;                  /* the upload is a result file that was mended */
};

static const char *const outcome_words[] = {
	[IMPORT_CREATE] = "新增", [IMPORT_UPDATE] = "更新", [IMPORT_UNCHANGED] = "相同", [IMPORT_CONFLICT] = "待複核", [IMPORT_REJECT] = "錯誤",
};

static enum sheet_format format_of(const struct import_run *run)
{
	if (run->found.kind == TABLE_XLSX)
		return SHEET_XLSX;
	if (run->found.kind == TABLE_ODS)
		return SHEET_ODS;
	return run->found.charset == CHARSET_CP950 ? SHEET_CSV_BIG5 : SHEET_CSV;
}

static void open_out(struct writing *w)
{
	static const char *const all[] = {"結果", "原因"}, *const wrong[] = {"錯誤列號", "錯誤欄位", "錯誤訊息"};
	const char *const *ours = w->wrong_only ? wrong : all;
	int n = 0, n_ours = w->wrong_only ? 3 : 2;
	struct sheet_column *columns = arena_array(w->mem, (size_t)w->run->n_headings + OURS_MOST, sizeof *columns);

	for (int i = 0; i < w->run->n_headings; i++)
		if (!w->run->headings[i].ours)
			columns[n++] = (struct sheet_column){.heading = w->run->headings[i].name, .kind = SHEET_TEXT};
		else
			w->has_ours = true;
	for (int i = 0; i < n_ours; i++)
		columns[n++] = (struct sheet_column){.heading = ours[i], .kind = SHEET_TEXT};
	w->fd = temp_file(w->mem);
	w->out = sheet_open(w->mem, w->fd, w->format, w->run->im.kind->title, NULL, columns, n);
}

/* 「姓名」：為必填欄位（E-REQ-01）；… */
static void reasons_of(struct writing *w, const struct complaint *c, int n, struct text *fields, struct text *words)
{
	const struct field *f;

	for (int i = 0; i < n; i++) {
		f = field_named(w->run->im.kind->fields, c[i].field);
		if (words->n)
			text_puts(words, "；");
		if (f && fields->n)
			text_puts(fields, "、");
		if (f) {
			text_puts(fields, field_heading(f));
			text_print(words, "「%s」：", field_heading(f));
		}
		text_puts(words, issue_shown(w->row, c[i].code, c[i].text));
	}
}

/* Without the columns that an earlier result file had of ours. */
static void put_cells(struct writing *w, const struct table_row *row)
{
	if (!w->has_ours) {
		sheet_row(w->out, row, w->run->n_headings);
		return;
	}
	for (int i = 0; i < w->run->n_headings; i++)
		if (!w->run->headings[i].ours)
			sheet_text(w->out, i < row->n ? row->cells[i].at : NULL);
}

static void write_row(struct writing *w, const struct table_row *row, const struct row_verdict *v)
{
	struct text fields = {.at = ""}, words = {.at = ""};

	if (v->reason) {
		struct complaint c[REASONS_MOST];
		int n = complaints_of(w->run, w->row, v, c, REASONS_MOST);

		fields = text_new(w->row, REASON_ROOM);
		words = text_new(w->row, REASON_ROOM);
		reasons_of(w, c, n, &fields, &words);
	}
	if (w->refused && (v->outcome == IMPORT_CREATE || v->outcome == IMPORT_UPDATE))
		words.at = arena_print(w->row, "%s%s檔案有錯誤之資料列，本列未匯入", words.at, words.n ? "；" : "");
	put_cells(w, row);
	if (w->wrong_only) {
		sheet_text(w->out, arena_print(w->row, "%u", (unsigned)v->number));
		sheet_text(w->out, fields.at);
	} else {
		sheet_text(w->out, outcome_words[v->outcome]);
	}
	sheet_text(w->out, words.at);
	sheet_end_row(w->out);
}

static void write_rows(struct writing *w)
{
	struct table_problem problem;
	struct arena *table_mem = arena_new(WRITE_MEMORY);
	struct table_reader *t = table_open(table_mem, w->run->fd, w->run->size, &w->run->limits, &problem);
	struct table_row row;
	uint32_t i = 0;

	open_out(w);
	for (bool heading = true; t && table_row(t, &row); heading = false) {
		if (heading || i >= w->run->n)
			continue;
		const struct row_verdict *v = &w->run->verdicts[i++];

		if (w->wrong_only && v->outcome != IMPORT_REJECT)
			continue;
		arena_reset(w->row);
		write_row(w, &row, v);
	}
	arena_free(table_mem);
}

/* The content's id in the store. */
static int64_t write_file(struct import_run *run, bool wrong_only, bool refused)
{
	struct writing w = {.run = run, .mem = arena_new(WRITE_MEMORY), .row = arena_new(WRITE_MEMORY), .format = format_of(run),
		.wrong_only = wrong_only, .refused = refused};

	write_rows(&w);
	if (!sheet_close(w.out)) {                              /* what was in the upload Big5 has; our words might not be */
		w.format = SHEET_CSV;
		write_rows(&w);
		sheet_close(w.out);
	}
	run->format = w.format;
	int64_t content = store_content(run->im.db, w.fd);

	arena_free(w.row);
	arena_free(w.mem);
	return content;
}

void result_write(struct import_run *run, bool refused)
{
	run->progress(run, 0, 0, "產製結果檔");
	run->result = write_file(run, false, refused);
	run->errors = run->count[IMPORT_REJECT] ? write_file(run, true, refused) : 0;
}
