/* view.h: what the templates of nominate/ show. */
#ifndef PEIXUN_NOMINATE_VIEW_H
#define PEIXUN_NOMINATE_VIEW_H

#include "app/personal/personal.h"
#include "web/form_view.h"
#include "web/list.h"

struct nominated { int64_t id, version, course, term_no; const char *course_code, *course_name, *agency_name, *name, *national_id, *unit, *title,
	*reject_reason, *withdraw_reason, *cancelled; struct moment created, start_at, end_at; struct code state; };
struct nominated_line { const struct nominated *x; struct url withdraw; const char *term; bool open; };
struct nominated_lines { struct nominated_line *at; int n; };
struct nominated_view { const struct req *r; const struct list *l; struct issue_lines wrong; struct url add, uploads;
	struct personal_query query;
	struct nominated_lines lines; bool may_nominate; };
/* bar: without a request on a page that is shown again. */
struct nominate_one_view { const struct req *r; const struct nominated *x; struct personal_bar bar; struct issue_lines wrong;
	struct url action, back; struct input reason; bool open; };

struct offered { int64_t id; const char *label, *agency, *period, *limit, *places; bool ticked; };
struct offereds { struct offered *at; int n; };
struct nominate_view { const struct req *r; struct issue_lines wrong; struct url action, search, template_utf8, template_big5, back;
	struct input word;
	struct offereds chosen, found; const char *file_error;
	int most; bool more; };                                 /* more than `most` are offered */
#endif
