/* block.h: what is kept of the courses of an agency and year, packed, so that RPT-7, RPT-8 and the lists behind them read no course and no
 * record of the whole tree.  Private to the slice.
 *
 * Whoever changes a course, a registration for it or a record of it leaves a mark (course_changed); of whom there is a mark, the same is made
 * on the spot, by the job's own function.  So no figure is late.                               doc/decisions/0013-course-blocks.md */
#ifndef PEIXUN_OPENING_BLOCK_H
#define PEIXUN_OPENING_BLOCK_H

#include "app/agency/agency.h"

/* A course that is neither called off nor deleted.  category: a row of code_item; places: 0 none are said; start: seconds since 1970; mode,
 * method: places in course_modes and course_methods, from 1.  They stand in the order of code, 期別 and id. */
struct course_fact { uint32_t course, category, places, start, hours; uint16_t term; uint8_t mode, method, marks, none[3]; };
enum fact_mark { FACT_BEGINS = 1, FACT_ENDS = 2, FACT_PAID = 4, FACT_LIMITED = 8 };      /* BEGINS, ENDS: in the year asked for */

/* Sums of the courses that end in a year.  classes and quota, and registered and approved as the courses keep them, in those by category; in
 * the others these are counted one by one.  rank: of the record or the registration at the time; 0: not known. */
struct course_sum { int64_t category, rank, classes, quota, registered, approved, pending, passed, failed, hours, digital; };

enum block_part { BLOCK_CATEGORIES, BLOCK_RANKS, BLOCK_CELLS, BLOCK_FACTS, BLOCK_PARTS };
struct course_block { struct bytes part[BLOCK_PARTS]; };

/* Of a year and the agencies of a span, in a reading transaction of its own, which may begin again: then `begin` is called once more.  An
 * agency without courses may be left out. */
struct block_reading {
	int64_t first_year, last_year;
	enum block_part part;
	void (*begin)(void *with);
	void (*seen)(void *with, int64_t agency, struct bytes);
	void *with;
};
void blocks_read(struct db *, const struct agency_span *, const struct block_reading *);

/* The sums of a part but BLOCK_FACTS, one by one. */
struct sum_reader { const unsigned char *at, *end; int64_t category, rank; };
struct sum_reader sums_of(struct bytes);
bool sum_next(struct sum_reader *, struct course_sum *);
/* The facts of that part, aligned; gives how many. */
size_t facts_of(struct arena *, struct bytes, const struct course_fact **);

/* ---- block_make.c: from courses, registrations and records; `parts`: 1 << part of each that is wanted */
/* The place of an entry in a closed list, from 1; 0: it is none, or NULL. */
uint8_t list_place(const struct code *, const char *id);
struct course_block block_make(struct db *, struct arena *, int64_t roc_year, int64_t agency, unsigned parts);

/* How many courses, at most `most`, have to be read for a year because there is a mark. */
int64_t blocks_waiting(struct db *, const struct agency_span *, int64_t roc_year, int64_t most);
#endif
