/* class.h: classes of 升官等訓練: who attends which, 報到 to it, leave and 曠課 by the hour, and how near somebody is to the limits.
 *
 * Leave for the causes of 停止訓練 and other leave are two sums that never mix (佐升正訓練辦法§12, §13), 曠課 is a third.  What follows
 * from them is reported and decided elsewhere.                                          PROMO-077, 078, 082 */
#ifndef PEIXUN_CLASS_H
#define PEIXUN_CLASS_H

#include "app/import/import.h"
#include "base/code.h"
#include "base/decimal.h"
#include "web/route.h"

extern const struct route class_routes[];
extern const struct import_kind class_member_kind, class_leave_kind;
extern const struct job_kind class_day_job;                     /* each night: who begins, and who has come to the end */
enum scope class_scope(struct req *, const char *parameter, int64_t class);

/* A class; course: hundredths of an hour. */
struct class {
	int64_t id, version, year, institute, course, members, reported;        /* course: hundredths of an hour */
	struct code type;
	const char *name, *institute_code, *institute_name, *hours;
	struct date start_day, end_day;
};
/* False: there is none. */
bool class_load(struct db *, struct arena *, int64_t id, struct class *);

/* What is known of one participant's class; class 0: in none.  Hours have two places.  reported {0}: not yet. */
struct class_facts {
	int64_t class, institute;
	const char *class_name, *institute_name;
	struct date start, end, reported;
	struct decimal course, listed, other, truancy;
};
/* Texts go to the arena. */
struct class_facts class_facts_of(struct db *, struct arena *, int64_t participant);

#endif
