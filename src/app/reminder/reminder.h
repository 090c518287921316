/* reminder.h: deadlines that come to the person: a mail on the morning of each office day, and a calendar to subscribe to.
 *
 * An account sets for itself how many days before a deadline it is told (7, 3 and 1), and whether again each office day once it has
 * passed.  A day that is no office day is told of on the office day before it.  The address of its calendar is private and can be replaced or closed.
 * Names are masked in both: mail and calendars are kept by others.                                            PLAN-137 */
#ifndef PEIXUN_REMINDER_H
#define PEIXUN_REMINDER_H

#include "job/job.h"
#include "web/route.h"

extern const struct route reminder_routes[];
extern const struct job_kind reminder_job;                      /* daily at 07:30; office days only; once a day an account */
#endif
