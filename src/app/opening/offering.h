/* offering.h: what RPT-7 asks, and which courses answer it, among what is kept of them (block.h).  Private to the slice. */
#ifndef PEIXUN_OPENING_OFFERING_H
#define PEIXUN_OPENING_OFFERING_H

#include "app/report/report.h"

struct offering_ask {
	const char *agency, *categories, *opener, *name, *course_code, *place;
	struct date from, to;
	struct code mode, method, paid, limited, group;
	int64_t hours_from, hours_to, quota_from, quota_to, term_no;
	bool below, query;
};

/* A row: courses that meet every condition, and all of the time.  key: as an address names it. */
struct offering_group { const char *key, *label; int64_t n, every; };
struct offering_groups { struct offering_group *at; int n; };
/* In the order in which they are shown; some may have no course. */
struct offering_groups offering_count(struct report_run *);
/* The list behind a row ("total": all). */
bool offering_courses(struct list *, struct report_run *, const struct report_cell_of *);
#endif
