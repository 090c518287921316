/* page.h: what page.html shows. */
#ifndef PAGE_H
#define PAGE_H

#include "base/date.h"

struct person { int64_t id; const char *name; struct date day; };
struct person_list {
	struct date due;
	const char *kind;
	struct { struct person *at; int n; } rows;
};
#endif
