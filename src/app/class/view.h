/* view.h: what the templates of class/ show. */
#ifndef PEIXUN_CLASS_VIEW_H
#define PEIXUN_CLASS_VIEW_H

#include "app/class/private.h"

struct class_line { const struct class *c; struct url at; };
struct class_lines { struct class_line *at; int n; };
struct classes_view {
	const struct req *r;
	const struct list *l;
	struct url action, add, members, leave;
	struct input type, year;
	const char *law;
	struct class_lines lines;
	bool may_edit;
};

struct member_line { const struct member *m; struct url at; const char *tick_id, *look; bool ticked; };
struct member_lines { struct member_line *at; int n; };
struct people_view {
	const struct req *r;
	const struct list *l;
	const struct class *c;
	struct issue_lines wrong;
	const char *law, *limit;                                /* limit: how many hours are too many, in words */
	struct url action, edit, leave, scores, back;
	struct input ids, reported, participant, day, cause, hours, remark;
	struct member_lines lines;
	int ticked, elsewhere, must, near;
	struct pairs carried;
	bool may_edit, first;                                   /* first: nobody is in it yet */
};

struct leave_entry { int64_t id, hundredths; const char *name, *national_id, *hours, *remark, *who, *void_reason; struct date day;
	struct code cause, counts; struct moment made, voided; };
struct leave_view {
	const struct req *r;
	struct list *l;
	const struct class *c;
	struct issue_lines wrong;
	struct url action, people;
	struct input entry, reason;
	bool may_edit;
};
#endif
