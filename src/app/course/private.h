/* private.h: what the files of course/ share. */
#ifndef PEIXUN_COURSE_PRIVATE_H
#define PEIXUN_COURSE_PRIVATE_H

#include "app/course/course.h"
#include "web/list.h"

enum { DAY_SECONDS = 86400 };

/* Its columns from course_code to note, in the order of the statements. */
enum { COURSE_VALUES = 34 };
void course_values(struct arena *, const struct course *, struct value to[COURSE_VALUES]);

/* ---- check.c: what must hold for a course */
struct category { int64_t id; const char *code, *name; struct date from, to; };
struct course_references { struct category *categories; struct code *agencies; int n_categories, n_agencies; };     /* agencies by their codes */
struct course_references *course_references(struct db *, struct arena *);
bool category_valid(const struct category *, struct date);

/* before: the stored one that is changed; NULL: a new one.  wrong: where complaints go.  unread: has this field been complained of
 * already, so that it is empty for want of a value that can be read? */
struct course_check {
	struct arena *mem;
	const struct course_references *references;
	const struct course *before;
	struct date today;
	void (*wrong)(void *with, const char *field, const char *const *code_and_values);
	bool (*unread)(void *with, const char *field);
	void *with;
};

/* Complains, and fills in what follows from the others: year, category, hours; the list of agencies is tidied.  LEARN-213 … 222 */
void course_check(const struct course_check *, struct course *);

/* 「323000000A 示範部；323* 符合 4 個機關」, of a tidy list.                                             LEARN-222 */
const char *limit_told(struct arena *, const struct course_references *, const char *limit);

/* ---- lesson.c: 科目與講師 */
enum { LESSONS_MOST = 50 };
struct lesson { const char *subject, *teacher, *org_name, *class_date, *from_time, *to_time,
	*note; int64_t instructor; struct maybe_hours { bool known; int64_t n; } hours; int64_t order; };
struct lessons { struct lesson at[LESSONS_MOST]; int n; };
void lessons_load(struct db *, int64_t course, struct lessons *);
/* In the caller's transaction: a subject of this name, made where it is new; one pair, its instructor too where the id is 0. */
int64_t subject_make(struct db *, int64_t agency, const char *name);
void lesson_store(struct db *, int64_t course, int64_t agency, int seq, struct lesson *, struct moment now, int64_t batch);

void course_tell_cancelled(struct db *, const struct course *, int64_t account, struct moment now);
void course_tell_changed(struct db *, const struct course *before, const struct course *after, int64_t account, struct moment now);
#endif
