/* calendar.h: which days are office days, as far as somebody has said so.
 *
 * A year is known as a whole or not at all; in a year that is not known Saturdays and Sundays are off, and nothing else is.
 * A calendar of NULL knows no year.  Knows no file and no database: who has them fills it.       README decision 1, PLAN §3.2 */
#ifndef PEIXUN_CALENDAR_H
#define PEIXUN_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"

struct calendar;

struct calendar *calendar_new(struct arena *);

/* From now on the Gregorian year is known; its weekends are off until calendar_set says otherwise. */
void calendar_add_year(struct calendar *, int year);
/* One day of a known year: a holiday, or a Saturday on which offices work. */
void calendar_set(struct calendar *, struct date, bool off);

/* A number that its owner gives it, greater for each later state; 0 at first, and for NULL. */
void calendar_set_version(struct calendar *, int64_t version);
int64_t calendar_version(const struct calendar *);

bool calendar_knows(const struct calendar *, int year);
bool calendar_is_office_day(const struct calendar *, struct date);

/* The day itself when it is an office day, else the next that is.  *provisional becomes true when a day was looked at whose
 * year is not known, and is left alone otherwise. */
struct date calendar_office_day(const struct calendar *, struct date, bool *provisional);

#endif
