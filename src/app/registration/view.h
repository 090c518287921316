/* view.h: what the templates of registration/ show. */
#ifndef PEIXUN_REGISTRATION_VIEW_H
#define PEIXUN_REGISTRATION_VIEW_H

#include "app/course/course.h"
#include "app/registration/registration.h"
#include "web/form_view.h"
#include "web/list.h"

/* ---- 前台 ---- */

/* A class as it is found. */
struct found {
	int64_t id, term_no, amount, quota, taken, fee;
	const char *course_code, *name, *agency_name, *category, *place;
	struct code mode, unit_of_amount, enroll_method;
	struct moment start_at, end_at, enroll_from, enroll_to;
	bool quota_hard, start_timed, end_timed;
	const char *fee_words, *when, *hours, *places;          /* 免費, 107/09/18, 6 小時, 已報名 30 / 名額 30（額滿） */
};
struct found_line { const struct found *f; struct url at; };
struct found_lines { struct found_line *at; int n; };
struct search_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, clear, own;
	struct inputs inputs;
	struct found_lines lines;
	bool learner;
};

struct class_view {
	const struct req *r;
	const struct course *c;
	const struct found *f;
	struct issue_lines wrong;
	struct url action, sign_in, own, back;
	const char *mine, *look, *limit, *closed;               /* mine: the state of the own registration; closed: why there is no button; or NULL */
	bool offline, form;                                     /* form: one may register here and now */
	struct inputs inputs;
};

struct own_registration {
	int64_t id, version, course, term_no, seq_no;
	const char *name, *course_code, *agency_name, *place, *reject_reason;
	struct code state;
	struct moment created, decided, start_at, end_at, cancelled;
	bool start_timed, end_timed;
};
struct own_line { const struct own_registration *o; struct url at, withdraw; const char *when, *look; bool open; };
struct own_lines { struct own_line *at; int n; };
struct own_view { const struct req *r; const struct list *l; struct issue_lines wrong; struct own_lines lines; struct url search; };

/* ---- 報名准駁 ---- */

struct review_course {
	int64_t id, term_no, quota, taken, approved, rejected, pending;
	const char *course_code, *name, *agency_name, *place, *when, *mark;
	struct code enroll_method;
	struct moment start_at, end_at, cancelled;
	bool quota_hard, start_timed, end_timed;
};
struct review_course_line { const struct review_course *c; struct url review, sheet; const char *look; };
struct review_course_lines { struct review_course_line *at; int n; };
struct review_courses_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, clear;
	struct inputs inputs;
	struct review_course_lines lines;
	bool open;                                              /* those that wait alone */
};

struct review {
	int64_t id, version, seq_no, agency_level;
	const char *name, *national_id, *agency_code, *agency_name, *unit, *title, *rank, *reject_reason, *survey;
	struct code state, source, lodging, meal;
	struct moment created;
};
struct review_line { const struct review *x; struct input decision, reason; const char *version_name, *look; struct code shown; bool open, overdue; };
struct review_lines { struct review_line *at; int n; };
struct answer_line { const char *question, *answer; int64_t pending, approved; };
struct answer_lines { struct answer_line *at; int n; };         /* 特殊調查, summed: n 0 where nothing is asked */
struct review_view {
	const struct req *r;
	const struct list *l;
	const struct course *c;
	struct issue_lines wrong;
	struct url action, sheet, back;
	const char *when, *places, *over;                       /* over: why nothing can be decided any more, NULL */
	struct review_lines lines;
	struct list_ticks typed;                                /* no ticks: what was chosen on other pages */
	struct input all, reason;
	int64_t pending, approved, rejected;
	struct answer_lines answers;
	bool may_edit;
};
struct confirm_view {
	const struct req *r;
	const struct course *c;
	struct url action;
	struct pairs carried;
	int64_t approve, reject;
	const char *quota;                                      /* what the number would be against the quota, NULL: within it */
};

/* ---- 下載名冊 ---- */

struct sheet_tick { const char *id, *label; bool on; };
struct sheet_ticks { struct sheet_tick *at; int n; };
struct sheet_view {
	const struct req *r;
	const struct course *c;
	struct issue_lines wrong;
	struct url action, pdf, csv, roster, back;
	struct input kind, sorted, rows, day, encoding, roster_sorted;
	struct sheet_ticks columns;
	const char *columns_error;
	int64_t approved;
};

const char *registration_look(struct code state);               /* the class of its tag */
/* 107/09/18 to 107/09/20, with times where they were said. */
const char *registration_when(struct arena *, struct moment from, bool from_timed, struct moment to, bool to_timed);

#endif
