/* kept.h: private to the slice: how courses are kept up. */
#ifndef PEIXUN_COURSE_KEPT_H
#define PEIXUN_COURSE_KEPT_H

#include "app/upkeep/upkeep.h"

extern const struct upkeep courses_kept;
void course_page_again(struct req *, int status, const void *record);
#endif
