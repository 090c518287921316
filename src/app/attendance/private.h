/* private.h: between the files of attendance/. */
#ifndef PEIXUN_ATTENDANCE_PRIVATE_H
#define PEIXUN_ATTENDANCE_PRIVATE_H

#include "app/attendance/attendance.h"
#include "app/guidance/guidance.h"
#include "rule/fact.h"
#include "rule/law.h"

#define ATTENDANCE_SEES (MAY_LIFE_SEE | MAY_GUIDE | MAY_UNIT_HEAD)

/* Hours of one kind (its id) up to a day ({0}: all). */
int64_t leave_sum(const struct leave_days *, const char *kind, struct date until);
/* Rows of the rules: hours by kind of what was taken in 實務訓練, absence apart; rewards and penalties. */
struct fact_rows leave_rows(struct arena *, const struct leave_days *);
struct fact_rows conduct_rows(const struct life *, const struct life_case *);

/* A number of the law as it was on the day of reporting; NULL: none is loaded. */
const struct law_value *leave_law_of(const struct life *, enum law_key);
/* What gives the days of leave where the plan does not, on the day of reporting; NULL: the plan does, or nothing. */
const struct law_value *leave_law(const struct life *);
/* How many days of 事假 the training allows, in half days; -1: the plan and the law parameters don't say.         PLAN-071 */
int leave_half_days(const struct life *, const char *kind);

/* A refusal where two kinds of leave stand over one another; a remark where a day has more than eight hours. */
void leave_check_overlap(struct life_case *, const struct leave *);
void leave_warn_of_hours(struct life_case *, const struct leave *);

bool in_training(const struct life *, struct date);
const char *not_reported(const struct life *);                  /* the held() of most kinds */

void attendance_get(struct req *);
void attendance_rights_get(struct req *);

extern const struct deadline_kind sick_leave_deadline, conduct_deadline, release_deadline;
#endif
