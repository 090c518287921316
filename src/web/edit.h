/* edit.h: the plain page on which one record is changed: the inputs of its field table, saved with the version that was read. */
#ifndef PEIXUN_EDIT_H
#define PEIXUN_EDIT_H

#include "web/form_view.h"
#include "web/list.h"

/* A field that is chosen from a list which its table does not know. */
struct edit_choice { const char *name; struct options options; };

struct edit {
	const char *title;
	const struct field *fields;
	const void *record;
	int64_t id, version;                                    /* id 0: a new one */
	const char *path;                                       /* "/exams": the list; forms go to path/new or path/ID */
	const char *remove;                                     /* 「刪除考試」: a second form, to path/ID/remove; NULL: none */
	const struct edit_choice *choices;
	int n_choices;
	bool remove_reason;                                     /* it asks why */
	const char *remove_about;                               /* what is said before its button; NULL: nothing */
	struct list_links more;                                 /* further places to go, beside 「回清單」 */
	/* Made by edit_page_show. */
	const struct req *r;
	struct issue_lines wrong;
	struct inputs inputs;
	struct url action, removal, back;
	struct input reason;
};

void inputs_choose(const struct req *, struct inputs *, const char *name, struct options);
void edit_page_show(struct req *, int status, struct edit *);
#endif
