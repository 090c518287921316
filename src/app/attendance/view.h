/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_ATTENDANCE_VIEW_H
#define PEIXUN_ATTENDANCE_VIEW_H

#include "app/attendance/private.h"
#include "web/form_view.h"
#include "web/list.h"

struct attendance_line {
	int64_t id, trainee, exam_year, hours;
	struct date day;
	const char *name, *national_id, *exam_name, *agency_name, *kind;
	struct code phase;
};
extern const struct field attendance_list_fields[], attendance_query[];

struct attendance_shown { const struct attendance_line *x; struct url person, record; };
struct attendance_lines { struct attendance_shown *at; int n; };
struct total_line { const char *kind, *phase; int64_t hours, days, rest, persons; };
struct total_lines { struct total_line *at; int n; };
struct attendance_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search;
	struct inputs inputs;
	struct attendance_lines lines;
	struct total_lines totals;
};

struct right_line { const char *label, *text, *cite; bool first; };        /* first: of its label */
struct right_lines { struct right_line *at; int n; };
struct attendance_rights_view {
	const struct req *r;
	const struct trainee *t;
	const char *exam, *plan;
	struct url person;
	struct right_lines lines;
};
#endif
