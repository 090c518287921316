/* view.h: what the templates of gender/ show. */
#ifndef PEIXUN_GENDER_VIEW_H
#define PEIXUN_GENDER_VIEW_H

#include "web/form_view.h"
#include "web/list.h"

enum { GENDER_LINES = 5, GENDER_CELLS = 5 };
struct gender_round { int64_t roc_year, min_hours, version; struct date open_day, deadline; };
struct gender_agency { int64_t id, survey, n_staff; const char *code, *name, *year; struct code state; struct moment submitted;
	struct date open_day, deadline; };
struct gender_agency_line { const struct gender_agency *x; struct url at; const char *act; };
struct gender_agency_lines { struct gender_agency_line *at; int n; };
struct gender_view { const struct req *r; const struct list *l; struct issue_lines wrong; struct url action, summary, rounds;
	struct input year, missing;
	struct gender_agency_lines lines; const char *none; bool keeps; };

struct gender_cell { struct input i; const char *computed; bool differs, sum; };        /* sum: 計, which follows and is not typed */
struct gender_cells { struct gender_cell *at; int n; };
struct gender_line { const char *name; struct gender_cells cells; struct input note; const char *note_text, *rate_m, *rate_f, *rate, *average; };
struct gender_lines { struct gender_line *at; int n; };
struct gender_form_view { const struct req *r; struct issue_lines wrong; struct url action, back; struct gender_lines lines; struct gender_line total;
	const char *agency, *state, *closed; int64_t year, version; struct date deadline; bool may_edit; };
struct gender_round_view { const struct req *r; struct issue_lines wrong; struct url action, reopen, back; struct inputs inputs, again;
	int64_t version; };
#endif
