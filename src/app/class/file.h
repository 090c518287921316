/* file.h: what the two uploads of class/ share: a row names a participant of a training and year. */
#ifndef PEIXUN_CLASS_FILE_H
#define PEIXUN_CLASS_FILE_H

#include "app/class/private.h"

/* A row of either file; participant, class and the rest below are ours. */
struct class_row {
	int64_t year, hundredths;
	struct code type, cause;
	const char *national_id, *name, *class_name, *hours, *remark;
	struct date day;
	const struct class *class;                              /* of the row's class_name; NULL: none */
};

/* Who takes part, as far as a row needs it. */
struct attendee { int64_t id, version, year, class; const char *type, *national_id, *name, *state; struct date reported; };

/* All classes, for the pass. */
struct classes { int n; struct class *at; };
struct classes *classes_all(struct import *);
const struct class *classes_find(const struct classes *, const char *type, int64_t year, const char *name);
const struct class *classes_by_id(const struct classes *, int64_t id);

/* Finds each row's participant (row->found, a struct attendee of the piece); complains of who takes no part or has another name. */
void attendees_find(struct import *, struct import_row *, int n);
#endif
