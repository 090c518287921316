/* view.h: what the pages of case/ show. */
#ifndef PEIXUN_CASE_VIEW_H
#define PEIXUN_CASE_VIEW_H

#include "app/case/case.h"
#include "web/form_view.h"

struct exempt_line {
	int64_t record, admission;
	const char *tick_id, *name, *national_id, *level, *category, *remark, *state;
	struct date birth_date, report_date, due;
	struct url at;
	bool ticked, late;
};
struct exempt_lines { struct exempt_line *at; int n; };
struct exempt_exam { const char *name; struct exempt_lines lines; struct url form; };  /* a list is of one examination */
struct exempt_exams { struct exempt_exam *at; int n; };
struct exempt_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action;
	struct exempt_exams exams;
	struct input document, sent;
};
#endif
