/* private.h: between the files of reminder/. */
#ifndef PEIXUN_REMINDER_PRIVATE_H
#define PEIXUN_REMINDER_PRIVATE_H

#include "web/form_view.h"
#include "web/route.h"

/* The days before a deadline on which an account is told, the farthest first. */
enum { AHEAD_MOST = 8, AHEAD_DAYS = 60 };
struct reminder_ahead { int n, at[AHEAD_MOST]; };
bool reminder_ahead_read(struct arena *, const char *typed, struct reminder_ahead *);  /* 「7、3、1」; "" is none; false: not such days */
const char *reminder_ahead_text(struct arena *, const struct reminder_ahead *);

/* What is told on the days `from` … before `before`: deadlines of the days from … before `before` of each span, the nearest span first;
 * no two spans touch.  Gives how many; `to` has room for AHEAD_MOST. */
struct reminder_span { struct date from, before; };
int reminder_spans(const struct reminder_ahead *, struct date from, struct date before, struct reminder_span *to);

struct role;
bool reminder_for(const struct role *);                         /* NULL: of no known role.  Is it told of its agency's deadlines? */

/* 「王小明（113年…）」 as 「王○明（113年…）」. */
const char *reminder_masked(struct arena *, const char *about);
const char *reminder_origin(struct arena *);                    /* how a browser reaches the pages, with the base; no slash at the end */

struct reminder_view {
	const struct req *r;
	struct issue_lines wrong;
	struct input email, by_mail, ahead, overdue;
	struct url save, feed, close;
	const char *address;                                    /* the calendar's, shown once */
	struct moment feed_made;
	bool mail_on;
};

void feed_get(struct req *);
#endif
