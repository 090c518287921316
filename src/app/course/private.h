/* private.h: what the files of course/ share. */
#ifndef PEIXUN_COURSE_PRIVATE_H
#define PEIXUN_COURSE_PRIVATE_H

#include "app/course/course.h"
#include "web/list.h"

enum { DAY_SECONDS = 86400 };

/* Its columns from course_code to note, in the order of the statements. */
enum { COURSE_VALUES = 34 };
void course_values(struct arena *, const struct course *, struct value to[COURSE_VALUES]);

void course_tell_cancelled(struct db *, const struct course *, int64_t account, struct moment now);
void course_tell_changed(struct db *, const struct course *before, const struct course *after, int64_t account, struct moment now);
#endif
