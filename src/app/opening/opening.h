/* opening.h: the courses that were opened: which share of them meets some conditions (開課狀況統計, RPT-7), and how they were carried out
 * (課程執行情形表, RPT-8).                                                       LEARN-574, 601, 602, 611, 612; doc/decisions/0013 */
#ifndef PEIXUN_OPENING_H
#define PEIXUN_OPENING_H

#include "app/report/report.h"
#include "job/job.h"

extern const struct report opening_offering, opening_execution;
extern const struct route opening_offering_routes[], opening_execution_routes[];

/* What is kept of the courses of an agency and year, for RPT-7 and 8: brought up to date where there are marks (course_changed); job: NULL:
 * all of it.  opening_blocks_check: against the tables. */
extern const struct job_kind opening_block_job;
void opening_blocks(struct db *, const struct job *);
void opening_blocks_check(struct db *, void (*tell)(void *with, const char *finding), void *with);

#endif
