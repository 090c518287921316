/* private.h: between the files of deadline/. */
#ifndef PEIXUN_DEADLINE_PRIVATE_H
#define PEIXUN_DEADLINE_PRIVATE_H

#include "app/deadline/deadline.h"
#include "rule/deadline.h"

const struct deadline_kind *const *deadline_all_kinds(void);    /* ends with NULL */

void deadline_titles(const struct deadline_kind *const *);      /* for the page: called by deadline_kinds */

/* deadline_recompute by pieces of so many. */
int64_t deadline_recompute_by(struct db *, int piece);

/* The days that follow from d's event, length and counted; a length of NULL is the event's day itself. */
struct act_deadline deadline_days(const struct calendar *, const struct deadline *d);

/* Row i of a statement that gives all columns. */
void deadline_from_row(struct arena *, const struct rows *, int i, struct date today, struct deadline *);

#endif
