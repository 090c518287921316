/* form.h: private to the slice: the form of a course, and what its pages show. */
#ifndef PEIXUN_COURSE_FORM_H
#define PEIXUN_COURSE_FORM_H

#include "app/course/private.h"
#include "web/changes.h"
#include "web/form_view.h"

/* What a form is laid over: the course first. */
struct course_form { struct course c; struct lessons lessons; bool has_lessons; };
extern const struct course_form course_fresh;                   /* what a new one begins with */

/* checked: nothing is wrong, and nothing was stored. */
void course_show(struct req *, int status, const struct course *, const struct lessons *, bool checked);

struct lesson_line { int number; const char *note_name, *note; struct input order, subject, teacher, pick, hours, day, from, to, drop; bool offers; };
struct lesson_lines { struct lesson_line *at; int n; };

/* What a line asks: 「科目名稱」 is subject_1, subject_2 … */
extern const struct code lesson_columns[];
const char *lesson_input(struct arena *, const char *what, int line);
const char *lesson_typed(struct req *, const char *what, int line);

/* course_fields, and labels for the lines of lessons. */
const struct field *lesson_labels(struct arena *);
/* From the form, complaints into `wrong`; false: it says nothing of lessons. */
bool lessons_read(struct req *, const struct course *, struct lessons *, struct issues *wrong);
/* In the transaction of their course: all of them anew; what differs from those before is in its history. */
void lessons_replace(struct req *, struct db *, int64_t course, bool is_new, struct lessons *);
struct lesson_lines lesson_lines(struct req *, const struct lessons *stored);
const char *subjects_offered(struct req *);
bool lesson_time(struct arena *, const char **typed);           /* "9:00" becomes "09:00" */

struct input_group { const char *title, *note; struct inputs inputs; };
struct input_groups { struct input_group *at; int n; };
struct course_page_view {
	const struct req *r;
	const struct course *c;
	const char *state, *look, *hours, *limit, *subjects, *uses, *used, *exists_label;
	struct issue_lines wrong;
	struct input_groups groups;
	struct lesson_lines lessons;
	struct input sync, reason, stop_reason;
	struct change_lines changes;
	struct url action, back, copy, remove, stop, online, exists, registered, hours_at;
	bool is_new, may_sync, may_stop, may_offline, may_online, checked;
};

struct course_line { const struct course *c; const char *hours, *days, *signup, *taken, *look, *name; struct url edit, lessons, copy, remove; };
struct course_lines { struct course_line *at; int n; };
struct courses_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url search, clear, add, import, lessons, removed;
	struct input code, name, term, year, category, mode, method, from, to, state;
	struct course_lines lines;
	bool newest, may_edit;
};

void courses_get(struct req *);
void course_new_get(struct req *);
void course_new_post(struct req *);
void course_one_get(struct req *);
void course_one_post(struct req *);
void course_copy_get(struct req *);
void course_remove_post(struct req *);
void course_stop_post(struct req *);
void course_online_post(struct req *);
void courses_removed_get(struct req *);
void course_restore_post(struct req *);
#endif
