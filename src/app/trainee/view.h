/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_TRAINEE_VIEW_H
#define PEIXUN_TRAINEE_VIEW_H

#include "app/deadline/deadline.h"
#include "app/trainee/trainee.h"
#include "web/form_view.h"
#include "app/may.h"
#include "app/account/account.h"
#include "web/page.h"

struct find_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action, take_over, person;
	struct input national_id, year, exam, agency_code, reason;
	const struct trainee *found;
	bool searched, own, confirm, by_commission;
	const char *hint;
};

struct report_line {
	const struct trainee *t;
	struct url person;
	bool ticked, late_entry;
	const char *tick_id, *version_name;
};
struct report_lines { struct report_line *at; int n; };
struct report_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, search, entries;
	struct input year, exam, date_filter, day, reason;
	bool may_edit, needs_reason, overwrite_yes, without_date_hint;
	int64_t without_date;
	int ticked, elsewhere;                                  /* of those, on other pages of the list */
	struct report_lines lines;
	struct pairs carried, filters;
	const char *contact, *once;
	bool has_rows;
};

struct replace_line { const char *name; struct date before, after; const char *what; };
struct replace_lines { struct replace_line *at; int n; };
struct confirm_view {
	const struct req *r;
	struct url action, back;
	struct replace_lines replaced, early;                   /* early: before: the day of allocation; what: its label */
	struct pairs hidden;
	int64_t skipped;
	int days_ago;                                           /* 0: not so many that one asks */
	struct date day;
};

struct entry_line { const char *name, *national_id, *outcome; struct url person; struct date before, after, due; };
struct entry_lines { struct entry_line *at; int n; };
struct entry_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct input reason_input;
	int64_t id, written, overwritten, skipped;
	const char *by, *reason;
	struct moment at, undone;
	struct date day;
	bool may_undo;
	struct entry_lines lines;
	struct url undo, back;
};

struct facts { struct person_fact *at; int n; };
struct act_group { const char *title; struct acts { struct person_act *at; int n; } acts; };
struct act_groups { struct act_group *at; int n; };
struct past { struct moment at; const char *who, *what, *changes, *reason; };
struct pasts { struct past *at; int n; };
struct person_view {
	const struct req *r;
	const struct trainee *t;
	const char *exam;
	struct person_events life;
	struct facts facts;
	struct act_groups groups;
	struct pasts history;
	struct url report, form, upload, undo, clear, back, all;
	bool may_undo, may_report, may_form, may_clear;
	int open;                                               /* what is due */
	struct issue_lines wrong;
	struct input undo_reason, clear_reason;
};

extern const struct field entry_fields[], entry_summary_fields[], found_fields[], grant_fields[], grant_takes[], grant_list_fields[], mine_fields[];

void find_get(struct req *);
void find_post(struct req *);
void take_over_post(struct req *);
void give_back_post(struct req *);
void report_get(struct req *);
void report_post(struct req *);
void report_clear_post(struct req *);
void entry_get(struct req *);
void entry_undo_post(struct req *);
void entries_get(struct req *);
void person_get(struct req *);
void grants_get(struct req *);
void grant_new_get(struct req *);
void grant_new_post(struct req *);
void grant_get(struct req *);
void grant_post(struct req *);
void mine_get(struct req *);
void person_show(struct req *, int status);
#endif
