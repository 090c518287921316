/* view.h: what the templates of learner/ show. */
#ifndef PEIXUN_LEARNER_VIEW_H
#define PEIXUN_LEARNER_VIEW_H

#include "web/form_view.h"
#include "web/list.h"

struct reported {
	int64_t id, hours, digital;
	const char *name, *institution, *category, *return_reason;
	struct date start_day, end_day;
	struct code review;
};
struct reported_line { const struct reported *x; const char *look; struct url again; };
struct reported_lines { struct reported_line *at; int n; };
struct reported_view { const struct req *r; const struct list *l; struct url action, add; struct input year; struct reported_lines lines; };
struct report_form_view { const struct req *r; struct issue_lines wrong; struct inputs inputs;
	const char *file_error, *return_reason; struct url action, back;
	int64_t version; };

struct learnt {
	int64_t id, hours, digital, physical, version;
	const char *name, *institution, *category;
	struct date start_day, end_day;
	struct code cert, review;
	struct moment changed;
};
struct learnt_line { const struct learnt *x; const char *news; struct url at; };        /* news: 新增, 異動 or "" */
struct learnt_lines { struct learnt_line *at; int n; };
struct learnt_view { const struct req *r; const struct list *l; struct url action, report; struct input year; struct learnt_lines lines; };

extern const struct code learner_reviews[];
extern const struct field learnt_fields[];
int64_t learner_person_of(struct req *);                        /* whose account it is; 0: not known */
void learner_records_get(struct req *);

#endif
