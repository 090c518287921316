/* private.h: the columns of lists of courses behind numbers (RPT-11), and what the reports on courses have in common. */
#ifndef PEIXUN_OPENING_PRIVATE_H
#define PEIXUN_OPENING_PRIVATE_H

#include "app/code/code.h"
#include "app/opening/block.h"
#include "app/opening/opening.h"
#include "base/text.h"

struct opening_course { int64_t id, term_no, certified_hours, registrations, approved, passed; const char *agency_code, *agency_name, *course_code,
	*name, *category; struct code mode; struct moment start_at, end_at; struct date start, end; };
extern const struct field opening_course_fields[];
void opening_course_complete(const struct list *, struct arena *, void *rows, int n);

/* ---- what a report by codes or agencies goes through: its rows by their ids */

/* Of a code table: 0 for a row that was not chosen, 1 for one that is none (any more), then their places in the table's order. */
struct code_places { struct code_items items; const int32_t *at; size_t n; bool any; };
/* several: as a choice stores it, "" all; attribute: what rows say besides may be chosen too (官等). */
struct code_places code_places(struct report_run *, const char *table, const char *several, bool attribute);
static inline int code_place(const struct code_places *p, int64_t id)
{
	return (size_t)id < p->n && p->at[id] != -1 ? p->at[id] : !p->any;
}
int code_place_of(const struct code_places *, const char *code);        /* by its code; "": 1; 0: none, or not chosen */

/* Of the span, in the order of their codes; places from 1, 0: it is none of them. */
struct agency_places { const struct rows *rows; const int32_t *at; size_t n; };
struct agency_places agency_places(struct report_run *);
static inline int agency_place(const struct agency_places *p, int64_t id)
{
	return (size_t)id < p->n ? p->at[id] : 0;
}
int agency_place_of(const struct agency_places *, const char *code);    /* 0: none of them */
int64_t agency_at(const struct agency_places *, int place);
const char *agency_code_at(const struct agency_places *, int place);
const char *agency_label_at(struct arena *, const struct agency_places *, int place);       /* 「323000000A 示範部」 */

/* ---- course_list.c: the courses of some years that `holds` is true of, as a list; a page is found in memory where its order allows it */
typedef bool course_holds(const void *with, int64_t agency, const struct course_fact *);
bool opening_course_list(struct list *, struct report_run *, int64_t first_year, int64_t last_year, course_holds *, const void *with);
/* All of them in the order of agency, code and 期別, with the agency of each. */
struct course_found { uint32_t course, start; int32_t place, number; };
struct courses_found { struct course_found *at; size_t n; };
struct courses_found opening_courses_found(struct report_run *, const struct agency_span *, int64_t first_year, int64_t last_year, course_holds *,
	const void *with);
const char *courses_json(struct arena *, const struct course_found *, size_t n);

/* The first and the last moment of a 民國 year: it begins at one and ends before the other. */
struct moment opening_year_begins(int64_t roc_year);

#endif
