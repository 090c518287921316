/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_PLANFORM_VIEW_H
#define PEIXUN_PLANFORM_VIEW_H

#include "app/exam/exam.h"
#include "app/may.h"
#include "app/planform/planform.h"
#include "app/trainee/trainee.h"
#include "web/form_view.h"
#include "web/list.h"

enum { UPLOAD_BODY = 64 << 20 };                                /* the setting form.mebibytes is below it */


/* The conditions of the slice's pages, from the address or from the form when a page is shown again. */
struct search { int64_t year; const char *exam, *sex, *letter, *agency, *state; bool wanted; };
extern const struct field search_query[], download_list_fields[], overview_list_fields[];
extern const char *const search_names[];                        /* of the conditions, ends with NULL */
void search_read(struct req *, struct search *);        /* notes issues */
struct pairs search_hidden(struct req *, const struct search *);
const char *search_words(struct req *, const struct search *);  /* 「年度 111、性別 男」 */
struct input search_year(struct req *, const struct search *);
struct input search_exam(struct req *, const struct search *);
struct input search_sex(struct req *);
struct input search_letter(struct req *);

struct download_line {
	const struct planform *f;
	struct url person;
	bool ticked;
	const char *tick_id, *missing;
	int missing_n;
};
struct download_lines { struct download_line *at; int n; };
struct download_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, search;
	struct input year, exam, sex, letter;
	struct pairs filters, carried;                          /* carried: ticks on other pages of the list */
	struct download_lines lines;
	int ticked, elsewhere;
	const char *contact;
	bool marks;                                             /* a download is noted: 始可上傳檔案 */
};

struct upload_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action, search;
	struct input year, sex, letter, person, seal;
	struct pairs filters;
	const char *file_error, *most, *contact;
	int people;
	bool more;
};

struct overview_line { const struct planform *f; struct url person; };
struct overview_lines { struct overview_line *at; int n; };
struct total_line { const char *code, *name; struct url at; int64_t persons, absent, waiting, overdue, returned, uploaded, uploaded_late; };
struct total_lines { struct total_line *at; int n; };
struct overview_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search;
	struct input year, exam, agency, state;
	struct overview_lines lines;
	struct total_lines totals;
	bool all_agencies;
};

struct word { const char *text; };
struct words { struct word *at; int n; };
struct shown { const char *label, *text; };
struct showns { struct shown *at; int n; };
struct file_line {
	int64_t number;
	const char *name, *size, *by, *sha256, *returned_by, *reason, *guide;
	struct date guide_from;
	struct moment uploaded, returned;
	struct url at;
	bool on_time, newest;
};
struct file_lines { struct file_line *at; int n; };
struct form_view {
	const struct req *r;
	const struct planform *f;
	struct date proposed_end;
	const char *exam, *file_error, *most, *held;            /* held: why nothing can be uploaded yet; NULL: it can */
	struct issue_lines wrong;
	struct url save, download, upload, send_back, send_back_undo, person, back;
	struct inputs inputs, texts;                             /* short ones, and those of several lines */
	struct showns shown;
	struct words missing, advice;
	const char *advice_cite;                                /* "": there is no advice */
	struct file_lines files;
	struct input seal, reason;
	bool may_edit, may_return, borrowed_layout, outdated;   /* outdated: names a former 輔導員 */
	long long next;                                         /* the number of the next file */
};

void download_get(struct req *);
void download_post(struct req *);
void upload_get(struct req *);
void upload_post(struct req *);
void overview_get(struct req *);
void form_get(struct req *);
void form_post(struct req *);
void form_show(struct req *, int status, const struct planform *);
void file_post(struct req *);
void file_get(struct req *);
void return_post(struct req *);
void return_undo_post(struct req *);

/* What a form with a file brings, for the person f: checked, stored and answered.  False: refused, with issues noted (JSON answered); the
 * caller shows its page again with *status. */
bool upload_take(struct req *, const struct planform *, int *status);
const char *upload_most(struct req *);                          /* 「10 MB」 */
#endif
