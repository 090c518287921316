/* deadline.h: the last day on which an act is in time: counted, and moved to an office day.  README decision 1, PLAN §3.2 */
#ifndef PEIXUN_RULE_DEADLINE_H
#define PEIXUN_RULE_DEADLINE_H

#include <stdbool.h>

#include "base/date.h"
#include "rule/calendar.h"
#include "rule/period.h"

enum counting {
	COUNT_NEXT_DAY,                                         /* 「N日內」: the day after the event is day 1 */
	COUNT_SAME_DAY,                                         /* 「之日起N日內」: the event's day is day 1 */
};

/* "next_day", "same_day".  False: neither, *to is untouched. */
bool counting_parse(const char *text, enum counting *to);

struct act_deadline {
	struct date raw, due;                                   /* the last day; the same moved to an office day */
	bool provisional;                                       /* 暫算：a year that was looked at is not in the calendar */
};

/* LAW: 行政程序法§48II, IV */
struct act_deadline act_deadline(const struct calendar *, struct date event, struct period, enum counting);

#endif
