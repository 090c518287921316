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
struct faq { int64_t id, version; const char *question, *answer; };
struct faq_line { const struct faq *f; struct url change; };
struct faq_lines { struct faq_line *at; int n; };
struct faqs_view { const struct req *r; bool may_edit; struct faq_lines lines; };
#endif
