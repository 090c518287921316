/* view.h: what the templates of hours/ show. */
#ifndef PEIXUN_HOURS_VIEW_H
#define PEIXUN_HOURS_VIEW_H

#include "app/hours/private.h"
#include "app/personal/personal.h"
#include "web/form_view.h"
#include "web/list.h"

struct hours_class_row {
	int64_t id, roc_year, owner, term_no, people, pending, passed, failed;
	const char *course_code, *name, *institution, *category;
	struct date start_day, end_day;
	struct code kind;
};
struct class_line { const struct hours_class_row *k; struct url at; const char *term; };
struct class_lines { struct class_line *at; int n; };
struct classes_view {
	const struct list *l;
	struct class_lines lines;
	struct issue_lines wrong;
	struct input agency, kind, year, code, category, name, term;
	const char *own_agency;                                 /* what 開課機關 is for all but 總處 */
	struct url action, clear, opened, unopened, study;
	bool may_upload, all_agencies;
};

/* A class as its page knows it; kind and days as stored. */
struct hours_class_page {
	int64_t id, roc_year, kind, course, term_no, category_id, study_kind, course_hours;
	const char *course_code, *name, *institution, *institution_kind, *category, *course_mode;
	struct date start_day, end_day;
};

struct learner_line { const struct hours_line *x; struct input hours, digital, physical, cert; struct url at;
	const char *version_name, *tick_id, *unit;
	const char *mode, *state, *business, *review; bool ticked, blended; };
struct learner_lines { struct learner_line *at; int n; };
struct class_view {
	const struct req *r;
	const struct list *l;
	const struct hours_class_page *k;
	struct issue_lines wrong;
	struct learner_lines lines;
	struct url action, deleted, add, key, back;
	struct input all, national_id, amount, result, mode;
	struct personal_bar personal;
	struct list_ticks ticks;
	const char *heading, *summary;
	bool may_change, opened;
};

struct removal_view { const struct req *r; const struct hours_class_page *k; struct learner_lines lines; struct pairs carried;
	struct url action, back;
	struct issue_lines wrong; struct input reason; };
struct deleted_line { const struct hours_line *x; struct url restore; };
struct deleted_lines { struct deleted_line *at; int n; };
struct deleted_view { const struct req *r; const struct list *l; struct deleted_lines lines; struct url back; bool may_change; };

struct entry_line { struct moment at; const char *what, *who, *was, *is, *reason; struct url batch; };
struct entry_lines { struct entry_line *at; int n; };
struct history_view { const struct hours_line *x; const struct hours_class_page *k; struct entry_lines lines; struct url back;
	const char *state, *source; };

struct key_view { const struct req *r; const struct hours_class_page *k; struct issue_lines wrong; struct inputs inputs; struct url action, back;
	const char *who, *record; };

struct auto_view { const struct req *r; struct issue_lines wrong; struct url action; struct input request, kind; bool may_send; };
void hours_auto_get(struct req *);
void hours_auto_post(struct req *);

/* class_web.c, change_web.c, hand_web.c: the handlers, and what they share. */
enum { HOURS_CLASS_MOST = 20000 };                              /* learners of one class on its page */
extern const struct field hours_class_fields[];
bool hours_lines_list(struct req *, struct list *, int64_t class, bool deleted);        /* those of a class; false: refused */
struct learner_line hours_learner_line(struct req *, const struct hours_line *);
void hours_class_show(struct req *, int status, const struct hours_class_page *, struct list *);
struct moment hours_restorable(const struct req *);             /* what was deleted before does not come back */
bool hours_class_open(struct req *, int64_t id, struct hours_class_page *);     /* false: refused */
void hours_class_again(struct req *, const struct hours_class_page *);          /* the page once more, with what is wrong */
const char *hours_note(struct arena *, const char *more);
void hours_classes_get(struct req *);
void hours_class_get(struct req *);
void hours_class_post(struct req *);
void hours_deleted_get(struct req *);
void hours_restore_post(struct req *);
void hours_add_post(struct req *);
void hours_key_get(struct req *);
void hours_key_post(struct req *);
void hours_history_get(struct req *);
#endif
