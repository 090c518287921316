/* execution.h: what RPT-8 asks, its lines, and the lists behind them.  Private to the slice. */
#ifndef PEIXUN_OPENING_EXECUTION_H
#define PEIXUN_OPENING_EXECUTION_H

#include "app/opening/private.h"

struct execution_ask { const char *agency, *ranks, *categories; int64_t year; struct code kind; bool below; };

struct execution_line { const char *key, *label; int64_t classes, quota, registered, approved, records, passed, failed, pending, hours, digital; };
struct execution_lines { struct execution_line *at; int n; };
/* 依課程 reads the courses, their records and registrations; the others what is kept of them. */
struct execution_lines execution_count(struct report_run *);

/* Which rows are meant: those chosen, narrowed to one row of the report ("total": all). */
struct execution_rows { struct code_places categories, ranks; int64_t year, course; int category, rank; struct agency_span span; bool by_rank; };
/* False: there is no such row. */
bool execution_rows_of(struct report_run *, const char *row, struct execution_rows *);
static inline bool execution_holds(const struct execution_rows *r, const struct course_sum *s)
{
	int category = code_place(&r->categories, s->category), rank = code_place(&r->ranks, s->rank);

	return category && rank && (!r->category || category == r->category) && (!r->rank || rank == r->rank);
}

bool execution_courses_listed(struct list *, struct report_run *, const struct report_cell_of *);

/* A registration for a course; where the person served at the time. */
struct execution_registration { int64_t id, term_no; const char *agency_name, *unit_name, *name, *national_id, *title_name, *rank_name,
	*institution, *course_code, *course_name, *category; struct code state; struct moment created; };
extern const struct field execution_registration_fields[];
void execution_registrations_complete(const struct list *, struct arena *, void *rows, int n);
/* The records, or the registrations, behind a number. */
bool execution_records_listed(struct list *, struct report_run *, const struct report_cell_of *);
#endif
