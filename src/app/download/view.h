/* view.h: what the templates of download/ show. */
#ifndef PEIXUN_DOWNLOAD_VIEW_H
#define PEIXUN_DOWNLOAD_VIEW_H

#include "app/download/private.h"
#include "web/form_view.h"

struct download_line { const struct download *d; struct url at, file; const char *who, *tag, *size; bool own, there; };
struct download_lines { struct download_line *at; int n; };
struct downloads_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct url action;
	struct input from, to;
	struct download_lines lines;
	bool all;                                               /* those of others too */
};
struct download_view {
	const struct req *r;
	const struct download *d;
	const char *tag, *size, *failed;
	bool there, open, again_offered, legacy;
	struct url file, again, list;
	int64_t days;
};

#endif
