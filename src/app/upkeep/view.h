/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_UPKEEP_VIEW_H
#define PEIXUN_UPKEEP_VIEW_H

#include "web/form_view.h"

struct removed_line { const char *about, *reason, *who, *label; struct moment removed, until; struct url restore; };     /* restore {NULL}: may not */
struct removed_lines { struct removed_line *at; int n; };
struct removed_view {
	const struct req *r;
	const char *title;
	struct issue_lines wrong; struct removed_lines lines; struct url back;
	long long days;
};
#endif
