/* view.h: what the templates of review/ show. */
#ifndef PEIXUN_REVIEW_VIEW_H
#define PEIXUN_REVIEW_VIEW_H

#include "app/personal/personal.h"
#include "web/form_view.h"
#include "web/list.h"

/* A record of a private institution. */
struct private_record {
	int64_t id, version, person, agency, category, hours, digital, business_is, mode_is, proof;
	const char *name, *national_id, *unit, *institution, *course, *category_name, *proof_name, *return_reason, *changed_name, *reviewer;
	struct date start_day, end_day;
	struct code mode, business, review;
	struct moment changed, reviewed;
};
struct private_line { const struct private_record *x; struct url at, proof; const char *version_name, *business_name, *tick_id, *business_id;
	bool ticked, business; };
struct private_lines { struct private_line *at; int n; };
struct review_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action;
	struct personal_query query;
	struct pairs filters, carried;
	struct private_lines lines;
	int ticked, elsewhere;
	bool waiting, may_review;
};
struct private_view {
	const struct req *r;
	const struct private_record *x;
	struct personal_bar bar;                                /* without a request: a page that is shown again */
	struct issue_lines wrong;
	struct url proof, back, give_back, change, withdraw;
	struct input reason;
	struct inputs inputs;
	bool waiting, reviewed, returned, may_review;
};

/* 類別維護 */
struct category_tick { const char *id, *name; int64_t category; bool on; };
struct category_ticks { struct category_tick *at; int n; };
struct category_group { const char *name; struct category_ticks all; };
struct category_groups { struct category_group *at; int n; };
struct category_view {
	const struct req *r;
	struct issue_lines wrong;
	struct category_groups groups;
	struct url action, reset;
	struct input agency;
	const char *whose, *from, *changed_by;
	struct moment changed;
	int64_t version;
	bool own, may_change, asks_agency;
};

/* 學習時數修改(職稱、官職等) */
struct snapshot { int64_t id, version, title, rank, term_no; const char *name, *national_id, *course_code, *course, *title_name, *rank_name,
	*changed_name; struct date start_day, end_day; struct moment changed; };
/* new_title, new_rank: as the form has them, a code; shown: what the row would say. */
struct snapshot_line { const struct snapshot *x; const char *tick_id, *version_name, *title_field, *rank_field, *new_title, *new_rank, *title_shown,
	*rank_shown, *term, *title_id, *rank_id; bool ticked, title_changed, rank_changed; };
struct snapshot_lines { struct snapshot_line *at; int n; };
struct snapshot_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, pick;
	struct personal_query query;
	struct pairs carried;
	struct snapshot_lines lines;
	struct input all_title, all_rank;
	int ticked, elsewhere;
	bool may_change, searched, one_person;
};
struct pick_line { const char *value, *label; };
struct pick_lines { struct pick_line *at; int n; };
struct pick_view { const struct req *r; struct url action, back; struct pairs carried; struct input word; const char *about, *field;
	struct pick_lines lines; bool searched; };
#endif
