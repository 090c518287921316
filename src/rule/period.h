/* period.h: periods of law: days, weeks, months, years from a first day.  The only place where a period is added to a date.
 * Never moved for holidays: that is what deadline.h does.                                          PLAN §3.1, 行政程序法§48 */
#ifndef PEIXUN_PERIOD_H
#define PEIXUN_PERIOD_H

#include <stdbool.h>

#include "base/date.h"

struct period { int n; char unit; };                            /* unit: d, w, m or y */

/* "7d", "2w", "4m", "1y"; n from 1 to 9999.  False: not a period, *to is untouched. */
bool period_parse(const char *text, struct period *to);

/* The last day of a period whose first counted day is `first`.  {0}: no first day, or beyond the calendar. */
struct date period_end(struct date first, struct period);

/* The first day of 「最近N年內」 before a day: the same number in the earlier month, or that month's last day.        PLAN §3.2 */
struct date period_back(struct date from, struct period);

#endif
