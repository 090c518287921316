/* book.h: the plan files of this installation.  Read when first asked for, and again when the folder has changed; a file that has become
 * faulty is told in the log and on the page of the plans, and what it held before stays in force.                   PLAN-001 */
#ifndef PEIXUN_PLAN_BOOK_H
#define PEIXUN_PLAN_BOOK_H

#include "rule/plan.h"
#include "web/route.h"

/* The setting "plans"; where it is empty, the folder that came with the program: plans or share/peixun/plans above it. */
const char *plan_folder(void);

/* The plans.  The folder is looked at once a second at most.  What is given stays until the folder has changed twice: for one request or
 * one step of a job, not longer. */
const struct plans *plan_book(void);

/* The same, looking now. */
const struct plans *plan_book_now(void);

/* The plan of an examination as it is in force on a day, else its newest version; NULL: "" or no such plan file. */
const struct plan *plan_book_on(const char *id, struct date);

/* The pages: public, as the plans are.                                                                   PLAN-001, PLAN-007 */
extern const struct route plan_routes[];
#endif
