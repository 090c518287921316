/* view.h: what the page 通知 shows. */
#ifndef PEIXUN_NOTICE_VIEW_H
#define PEIXUN_NOTICE_VIEW_H

#include "web/req.h"

struct notice_line { int64_t id; const char *text, *made, *label; struct url at; };
struct notice_lines { struct notice_line *at; int n; };
struct notice_view {
	const struct req *r;
	struct notice_lines lines;
	int64_t total;
	bool seen;                                              /* the seen ones too */
	struct url action, other, next;
	int64_t left;                                           /* behind this page */
};

#endif
