/* private.h: what the files of instructor/ share. */
#ifndef PEIXUN_INSTRUCTOR_PRIVATE_H
#define PEIXUN_INSTRUCTOR_PRIVATE_H

#include "app/instructor/instructor.h"
#include "web/form_view.h"
#include "web/list.h"

/* The codes that 專長代碼 may be. */
struct expertises { const char **codes, **names; int n; };
struct expertises expertises_load(struct db *, struct arena *);
bool expertise_known(const struct expertises *, const char *code);

/* Its columns from name to note, in the order of the statements. */
enum { INSTRUCTOR_VALUES = 26 };
void instructor_values(struct arena *, const struct instructor *, struct value to[INSTRUCTOR_VALUES]);
bool instructor_load(struct db *, struct arena *, int64_t id, struct instructor *);

/* What no single field can tell: its complaints by code, of the field.                                LEARN-242, 245 */
void instructor_check(struct arena *, struct instructor *, const struct expertises *,
	void (*wrong)(void *with, const char *field, const char *const *code_and_values), void *with);

/* ---- pages */
struct instructor_line { const struct instructor *i; const char *subjects, *expertise; struct url at, remove; };
struct instructor_lines { struct instructor_line *at; int n; };
struct instructors_view {
	const struct req *r;
	const struct list *l;
	struct url search, clear, add, import, removed;
	struct input name, subject;
	struct instructor_lines lines;
	bool shared, may_edit;                                  /* shared: 查詢講師資料庫 */
};
struct instructor_view { const struct req *r; const struct instructor *i; const char *subjects, *expertise; struct url copy,
	back; bool contact, may_copy; };
struct twin_view { const struct req *r; const struct instructor *i; struct url action, back; struct pairs hidden; };
#endif
