/* private.h: between the files of reminder/. */
#ifndef PEIXUN_REMINDER_PRIVATE_H
#define PEIXUN_REMINDER_PRIVATE_H

#include "web/form_view.h"
#include "web/route.h"

/* 「王小明（113年…）」 as 「王○明（113年…）」. */
const char *reminder_masked(struct arena *, const char *about);
const char *reminder_origin(struct arena *);                    /* how a browser reaches the pages, with the base; no slash at the end */

struct reminder_view {
	const struct req *r;
	struct issue_lines wrong;
	struct input email, by_mail, days;
	struct url save, feed, close;
	const char *address;                                    /* the calendar's, shown once */
	struct moment feed_made;
	bool mail_on;
};

void feed_get(struct req *);
#endif
