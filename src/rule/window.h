/* window.h: applications that have a last day: is what was filed in time?     DEC PLAN-011
 *
 * In time is filed on the last day or before, also before the event. */
#ifndef PEIXUN_RULE_WINDOW_H
#define PEIXUN_RULE_WINDOW_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct window {
	const char *source;                                     /* the point that gives the length */
	struct date event;
	struct period length;
	enum counting counting;
	struct date filed;                                      /* {0}: nothing yet */
	const char *code;                                       /* of what is late */
	const char *late;                                       /* what follows then: "逾期不予受理" */
};

struct window_answer { struct date due; struct maybe_bool in_time; };

/* ALLOWED in time and while nothing is filed, else REFUSED; the steps and the finding are reasons.  Sets `used`.
 * False: a day is out of range, or it is late. */
bool window_judge(struct verdict *, const struct window *, struct window_answer *);

#endif
