/* view.h: what the templates of quota/ show. */
#ifndef PEIXUN_QUOTA_VIEW_H
#define PEIXUN_QUOTA_VIEW_H

#include "app/promotion/promotion.h"
#include "app/quota/quota.h"
#include "web/list.h"

struct quota_column { const char *letter, *label, *value, *note; };
struct quota_columns { struct quota_column *at; int n; };
struct quota_text { const char *text, *citation; };
struct quota_texts { struct quota_text *at; int n; };
struct quota_view {
	const struct req *r;
	const struct statement *s;
	struct issue_lines wrong;
	const char *law, *version, *ratio, *carried_in, *counted;
	struct quota_columns columns;
	struct quota_texts warnings, reasons;
	struct inputs inputs;
	struct url action, pdf, survey, selection, back;
	bool saved, may_edit;
};
struct quotas_view {
	const struct req *r;
	const struct list *l;
	struct url action, own;
	bool uncalled;                                          /* the year is not open to 遴選機關 yet */
	struct input type, year;
	struct quota_texts sums;
	const char *law;
};
#endif
