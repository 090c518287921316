/* view.h: what the templates of promotion/ show. */
#ifndef PEIXUN_PROMOTION_VIEW_H
#define PEIXUN_PROMOTION_VIEW_H

#include "app/promotion/private.h"

struct parameter_line { const char *label, *value, *article; };
struct parameter_lines { struct parameter_line *at; int n; };
struct parameters_view {
	struct url action;
	struct input type, year;
	const char *law;
	struct parameter_lines lines;
};
#endif
