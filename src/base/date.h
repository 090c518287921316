/* date.h: calendar days and moments.  Days know no clock and no zone; moments are shown in Taiwan time (UTC+8, no summer time). */
#ifndef PEIXUN_DATE_H
#define PEIXUN_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* A day of the Gregorian calendar, as a number: 1 is 1600-01-01.  {0} is "no date". */
struct date { int32_t number; };
/* The same day for sentences and documents: {{ date_long(d) }} prints 113年8月1日. */
struct long_date { struct date day; };
/* A moment: seconds since 1970-01-01T00:00:00Z.  {0} is "never". */
struct moment { int64_t seconds; };

enum { WEEKDAY_SUNDAY, WEEKDAY_SATURDAY = 6 };

struct date date_make(int year, int month, int day);            /* {0} when there is no such day, or outside 1600…2999 */
void date_split(struct date, int *year, int *month, int *day);
int date_year(struct date);                                     /* Gregorian */
int roc_year(struct date);                                      /* Gregorian year - 1911 */
int date_weekday(struct date);                                  /* 0 = Sunday … 6 */
struct date date_plus(struct date, int days);                   /* {0} stays {0} */
int days_between(struct date from, struct date to);             /* to - from */
bool date_before(struct date a, struct date b);
bool date_same(struct date a, struct date b);
static inline bool date_set(struct date d) { return d.number != 0; }
static inline struct long_date date_long(struct date d) { return (struct long_date){d}; }

/* What people type (spec: one DATE kind): 113/08/01 113/8/1 113.8.1 113-08-01, 1130801, 6 digits for years 10-99, and
 * Gregorian 2024-08-01 or 2024/8/1 with a four-digit year from 1912 on.  Full-width digits and blanks around are folded.
 * False: not a date, or a day that does not exist; *to is untouched. */
bool date_parse(const char *text, struct date *to);
bool date_parse_iso(const char *text, struct date *to);         /* exactly YYYY-MM-DD */

char *date_iso(struct arena *, struct date);                    /* "2024-08-01", "" for none */
char *date_text(struct arena *, struct date);                   /* "113/08/01", "" for none */
char *date_long_text(struct arena *, struct date);              /* "113年8月1日", "" for none */

struct date moment_date(struct moment);                         /* the day it is in Taiwan */
struct moment day_begins(struct date);                           /* the first moment of the day in Taiwan; never for no date */
char *moment_text(struct arena *, struct moment);               /* "113/08/01 09:30" */
char *moment_iso(struct arena *, struct moment);                /* "2024-08-01T09:30:00+08:00" */
#endif
