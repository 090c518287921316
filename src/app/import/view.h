/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_IMPORT_VIEW_H
#define PEIXUN_IMPORT_VIEW_H

#include "app/import/import.h"
#include "web/form_view.h"
#include "web/list.h"

enum { UPLOAD_BODY = 512 << 20, LINES_SHOWN = 50 };             /* the setting upload.mebibytes is what is asked */

struct column_line { const char *label, *hint, *values, *example; bool need; };
struct column_lines { struct column_line *at; int n; };
struct upload_page_view {
	const struct req *r;
	const struct import_kind *kind;
	struct issue_lines wrong;
	struct url action, template_utf8, template_big5;
	struct list_link history;
	struct input charset, dry, only_correct, nightly;
	struct column_lines columns;
	const char *file_error, *most;
};

/* What its state allows.                                                                                     SM-4 */
struct batch_acts { bool open, confirm, correct, cancel, abandon, retry, undo; };
struct batch_acts batch_acts(const struct import_batch *, const struct import_kind *, struct moment now);

/* about: what its file is for, n_about of it: each row of the file is for each of them. */
struct batch_line { const struct import_batch *b; struct url at; const char *title, *progress, *tag, *about; struct url original,
	result, errors, batch, confirm, give_up, retry; struct batch_acts acts; int n_about; };
/* With what can be done, for those whose it is: who only looks is offered nothing.                              LEARN-203 */
struct batch_line batch_line_of(struct req *, const struct import_batch *);
struct batch_lines { struct batch_line *at; int n; };
struct history_view { const struct req *r; const struct list *l; struct url search; struct input kind, state; struct batch_lines lines;
	struct list_links uploads; };

struct text_line { const char *text; };
struct text_lines { struct text_line *at; int n; };
struct batch_view {
	const struct req *r;
	const struct import_batch *b;
	const struct import_kind *kind;
	struct issue_lines wrong;
	const char *title, *tag, *doing, *same, *undone_by, *about, *product;   /* product: 「5 人 × 2 課程 = 10 筆」; "" like about */
	int64_t done, total, percent, left, open_conflicts, undo_until;
	struct batch_acts acts;
	struct url self, confirm, give_up, retry, undo, original, result, errors, conflicts, again;
	struct list_link history;
	struct url rows;                                        /* what the batch brought; {NULL}: no list */
	struct text_lines lines, touched;
	int64_t more;
	struct input reason;
};

struct conflict { int64_t id, row_number; const char *about, *difference; struct code decision; struct moment decided; };
struct conflict_line { const struct conflict *c; const char *tick_id; bool open; };
struct conflict_lines { struct conflict_line *at; int n; };
struct conflicts_view {
	const struct req *r;
	const struct list *l;
	const struct import_batch *b;
	struct issue_lines wrong;
	struct url action, back;
	struct conflict_lines lines;
	int64_t open;
};

/* Where the uploads of its area are listed, and what that is called. */
struct list_link import_history(struct req *, const struct import_kind *);
const char *import_crumb(const struct req *, const struct import_kind *);       /* where the page is on which its files are sent */
const char *import_page_title(struct arena *, const struct import_kind *);
const char *batch_tag(const struct import_batch *);             /* the class of its state's tag */
void batch_show(struct req *, int status, const struct import_batch *, const struct rows *touched);
void conflicts_get(struct req *);
void conflicts_post(struct req *);
void batch_get(struct req *);
void batch_confirm_post(struct req *);
void batch_give_up_post(struct req *);
void batch_retry_post(struct req *);
void batch_undo_post(struct req *);
void batch_file_get(struct req *);
bool batch_of(struct req *, struct import_batch *);             /* of r->id[0]; false: refused */
/* ---- 學習資訊上傳進度查詢 */
struct uploads_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search, clear;
	struct input from, to, kind, keyword;
	struct batch_lines lines;
	bool one_kind;                                          /* of one kind alone, which is not asked for */
};
struct upload_row { int64_t number; struct text_lines cells; };
struct upload_rows { struct upload_row *at; int n; };
struct upload_rows_view {
	const struct req *r;
	const struct import_batch *b;
	const struct import_kind *kind;
	const char *tag;
	struct text_lines heads;
	struct upload_rows rows;
	struct input result;
	struct url search, batch, back, before, after;          /* before, after {NULL}: no such page */
	int64_t total, page, pages;
	bool readable;                                          /* else the file is not kept any more, or can't be read */
};
const char *batch_progress(struct req *, const struct import_batch *);   /* "25 %", "" when it does not run */
void uploads_get(struct req *);
void upload_rows_get(struct req *);
#endif
