/* view.h: what the pages of collection/ show. */
#ifndef PEIXUN_COLLECTION_VIEW_H
#define PEIXUN_COLLECTION_VIEW_H

#include "app/collection/private.h"
#include "web/form_view.h"
#include "web/list.h"

struct sum_line { const char *label; int64_t n, amount; };
struct sum_lines { struct sum_line *at; int n; };
struct payments_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct inputs inputs;
	struct url search, upload, statement, batch_page;
	struct sum_lines sums;
	int64_t batch, unchanged;
	const char *batch_file;
};

struct payment_link { const struct payment *p; struct url at; };
struct payment_links { struct payment_link *at; int n; };
struct payment_view {
	const struct req *r;
	const struct payment *p;
	struct issue_lines wrong;
	struct input settlement, slip, document, reason, reopen_reason;
	struct url settle, reopen, trainee, import, back, receipt;
	struct payment_links others;
	bool open, settled;
	const char *version, *exam;
};
#endif
