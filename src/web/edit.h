/* edit.h: the plain page on which one record is changed: the inputs of its field table, saved with the version that was read. */
#ifndef PEIXUN_EDIT_H
#define PEIXUN_EDIT_H

#include "web/form_view.h"

struct edit {
	const char *title;
	const struct field *fields;
	const void *record;
	int64_t id, version;                                    /* id 0: a new one */
	const char *path;                                       /* "/exams": the list; forms go to path/new or path/ID */
	const char *remove;                                     /* 「刪除考試」: a second form, to path/ID/remove; NULL: none */
	/* Made by edit_page_show. */
	const struct req *r;
	struct issue_lines wrong;
	struct inputs inputs;
	struct url action, removal, back;
};

void edit_page_show(struct req *, int status, struct edit *);
#endif
