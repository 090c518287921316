/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_PLAN_VIEW_H
#define PEIXUN_PLAN_VIEW_H

#include "rule/plan_table.h"
#include "web/form_view.h"

struct plan_text { const char *text; };
struct plan_texts { struct plan_text *at; int n; };

struct plan_line { const char *name, *title, *document, *amendments, *state; struct date from; int known, all; struct url at; };
struct plan_lines { struct plan_line *at; int n; };
struct plan_problem_line { const char *where, *code, *key, *text; };
struct plan_problem_lines { struct plan_problem_line *at; int n; };
struct law_line { const char *label, *key, *citation, *note, *until, *confirmed; struct plan_texts values; struct date from; };
struct law_lines { struct law_line *at; int n; };
struct plan_list_view {
	const struct req *r;
	struct plan_lines plans;
	struct plan_problem_lines problems;
	struct law_lines laws;
	struct input a, b;
	struct url compare;
};

struct plan_cell_view { struct plan_texts lines; const char *point, *source, *law, *only; };
struct plan_row_view { const char *number, *key, *label; struct plan_cell_view a, b; bool differs; };
struct plan_row_views { struct plan_row_view *at; int n; };
struct plan_view {
	const char *title, *name, *document, *other_title, *other_name;         /* the other: NULL where one plan is shown */
	struct date from;
	int different;
	struct plan_row_views rows;
	struct url back;
};
#endif
