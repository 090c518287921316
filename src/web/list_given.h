/* list_given.h: a list whose rows no statement gives. */
#ifndef PEIXUN_LIST_GIVEN_H
#define PEIXUN_LIST_GIVEN_H

#include "web/list.h"

/* As list_run: `all` of the rows, already filtered and sorted by l->sort; those of a page are completed. */
bool list_given(struct list *, void *all, int64_t n);
void list_given_file(struct list *, void *rows, int64_t n);     /* used by list_given */
#endif
