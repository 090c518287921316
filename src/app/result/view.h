/* view.h: what the templates of result/ show. */
#ifndef PEIXUN_RESULT_VIEW_H
#define PEIXUN_RESULT_VIEW_H

#include "app/result/private.h"
#include "web/changes.h"

struct score_line { const struct scored *s; struct input training, course; int64_t version; const char *version_name, *look; bool open; };
struct score_lines { struct score_line *at; int n; };
struct scores_view {
	const struct req *r;
	const struct list *l;
	const struct class *c;
	struct issue_lines wrong;
	const char *law, *why, *window, *determined;            /* determined: when and by whom; "": not yet */
	struct url action, determine, import, people;
	struct score_lines lines;
	struct input day, document;
	bool may_enter, may_determine;
};

struct result_line { const struct released *x; struct url at; const char *tick_id, *look; bool ticked, may_tick; };
struct result_lines { struct result_line *at; int n; };
struct results_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct input type, year, q, receipt, reason;
	struct url action, register_pdf, reports, signing;
	struct result_lines lines;
	struct pairs carried;
	int ticked, elsewhere;
	const char *law;
	bool serves, selects;                                   /* serves: some are this agency's own people */
};

struct result_view {
	const struct req *r;
	const struct released *x;
	struct issue_lines wrong;
	const char *look, *how, *version;
	struct change_lines changes;
	struct input training_score, course_score, reason, document;
	struct url action, report, back;
	bool may_correct;
};

struct look_line { const char *what, *outcome, *look; };
struct look_lines { struct look_line *at; int n; };
struct look_view { struct issue_lines wrong; struct input national_id, birth_date; struct url action; struct look_lines lines; bool asked; };
#endif
