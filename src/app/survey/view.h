/* view.h: what the templates of survey/ show. */
#ifndef PEIXUN_SURVEY_VIEW_H
#define PEIXUN_SURVEY_VIEW_H

#include "app/survey/private.h"

struct total_line { const char *label; int64_t n; struct url at; };
struct total_lines { struct total_line *at; int n; };
struct candidate_line { const struct candidate *c; struct url at; const char *look; };
struct candidate_lines { struct candidate_line *at; int n; };
struct survey_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action, run, import, add, changed;
	struct input type, year, standing, q;
	const char *law, *type_id, *year_text;
	int64_t n_changed;
	struct total_lines totals;
	struct candidate_lines lines;
	bool may_edit;
};

struct reason_line { const char *text, *citation; };
struct reason_lines { struct reason_line *at; int n; };
struct check_view {
	const struct req *r;
	const struct candidate *c;
	struct issue_lines wrong;
	const char *law, *look, *version, *grades;
	struct reason_lines reasons;
	struct input decided, letter, day, why;
	struct url action, edit, back;
	bool may_edit;
};
#endif
