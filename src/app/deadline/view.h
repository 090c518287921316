/* view.h: private to the slice: what its page shows. */
#ifndef PEIXUN_DEADLINE_VIEW_H
#define PEIXUN_DEADLINE_VIEW_H

#include "web/form_view.h"
#include "web/list.h"

/* One open deadline on the list and in its files. */
struct due_row {
	int64_t id, subject, days_left;
	struct code kind;
	const char *about, *who, *consequence, *citation, *agency_name;
	struct date due, event_day;
	bool provisional;
};

struct due_line { const struct due_row *d; struct url act; const char *about, *left, *look; };
struct due_lines { struct due_line *at; int n; };
struct due_view { const struct req *r; const struct list *l; struct url search; struct input kind, when; struct due_lines lines; };
#endif
