/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_GUIDANCE_VIEW_H
#define PEIXUN_GUIDANCE_VIEW_H

#include "app/guidance/private.h"
#include "web/form_view.h"
#include "web/list.h"

struct guidance_duty {
	int64_t id, exam_year;
	const char *name, *national_id, *exam_name, *agency_name, *citation;
	struct code duty, standing;
	struct date due;
};
extern const struct field guidance_due_fields[], guidance_due_query[];

struct duty_line { const struct guidance_duty *d; struct url person; const char *look; };
struct duty_lines { struct duty_line *at; int n; };
struct guidance_due_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search;
	struct input duty, overdue;
	struct duty_lines lines;
};

struct resource_line { const char *number, *name, *body, *what, *address; struct url at; };
struct resource_lines { struct resource_line *at; int n; };
struct guidance_resources_view {
	const struct req *r;
	const struct trainee *t;
	const char *citation;
	bool needed;
	struct url person, pdf;
	struct resource_lines lines;
};
#endif
