/* calendar.h: the office calendar (政府行政機關辦公日曆表): loading the official file, and the calendar that rules count by.
 *
 * The file is that of data.gov.tw/dataset/14718: CSV, UTF-8 or Big5, columns 西元日期, 星期, 是否放假 (0 or 2), 備註, one row a day
 * of one or more whole years.  Knows no deadline: who depends on the calendar asks for its version. */
#ifndef PEIXUN_OFFICE_CALENDAR_H
#define PEIXUN_OFFICE_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "rule/calendar.h"
#include "web/route.h"

/* All loaded years, for the functions of rule/; calendar_version() is the state of the database it was read in.  In `mem`, or kept by this
 * process from an earlier call while nothing else is loaded: hold it for a request or a piece of a job, not longer. */
const struct calendar *office_calendar(struct db *, struct arena *mem);

void office_calendar_soon(struct db *);                         /* that, as db_soon */

/* Grows whenever something is loaded; 0: nothing is.  Dependants compare it with the one they computed by. */
int64_t office_calendar_version(struct db *);

/* What a file holds.  problems: one text a mistake, in the words of the page, the first 100. */
struct office_load {
	int years, days, days_off;
	int first_year, last_year;                              /* Gregorian */
	int problems_n;
	const char **problems;
	struct office_file *file;
};
struct office_who { int64_t account, agency; const char *address; };    /* for the audit log; account 0: the program */

/* Reads it into `mem`; knows no database.  source: the file's name.  False: there are problems. */
bool office_read(struct arena *mem, struct bytes file, const char *source, struct office_load *);
const char *office_years_text(struct arena *, const struct office_load *);      /* 民國113年, 民國113年至114年 */
/* Inside a transaction: what was read without a problem is stored; a year that was loaded before is replaced. */
void office_store(struct db *, const struct office_load *, const struct office_who *);
/* Both, outside a transaction.  All or nothing: with a single problem nothing is stored. */
void office_load(struct db *, struct arena *mem, struct bytes file, const char *source, const struct office_who *, struct office_load *);

/* Loaded years, the newest first: year, version, source, loaded, days_off. */
struct rows *office_years(struct db *);
/* The days of a year that have a remark (holidays, substitutes, working Saturdays): day, is_off, remark. */
struct rows *office_days(struct db *, int year);

/* peixun calendar load FILE --as AGENCY/ACCOUNT | list.  argv[0] is "calendar".  Gives the exit status. */
int office_command(struct db *, int argc, char **argv);

/* 辦公日曆維護: the loaded years, their days, and loading a file. */
extern const struct route office_routes[];

#endif
