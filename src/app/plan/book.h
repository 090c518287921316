/* book.h: the plan files of this installation (setting "plans"), read once a process; a new file is known to new processes. */
#ifndef PEIXUN_PLAN_BOOK_H
#define PEIXUN_PLAN_BOOK_H

#include "rule/plan.h"

const struct plans *plan_book(void);

/* The plan of an examination as it is in force on a day, else its newest version; NULL: "" or no such plan file. */
const struct plan *plan_book_on(const char *id, struct date);
#endif
