/* lists.h: the columns of lists of courses behind numbers (RPT-11), and what reports on courses have in common.  Private. */
#ifndef PEIXUN_REPORT_LISTS_H
#define PEIXUN_REPORT_LISTS_H

#include "app/code/code.h"
#include "app/report/private.h"

struct report_course { int64_t id, term_no, certified_hours, registrations, approved, passed; const char *agency_code, *agency_name, *course_code,
	*name, *category; struct code mode; struct moment start_at, end_at; struct date start, end; };
extern const struct field report_course_fields[];
void report_course_complete(const struct list *, struct arena *, void *rows, int n);

/* The first and the last moment of a 民國 year: it begins at one and ends before the other. */
struct moment report_year_begins(int64_t roc_year);

#endif
