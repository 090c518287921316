/* attendance.h: 差勤: leave and absence, rewards and penalties, other training, substitutes, allowance and grants of a trainee.
 *
 * Records for life.h.  What of them decides about the training qualification is asked of the rules each time a record is made, and a
 * cause that is MET opens its task at once.        PLAN-019, 020, 068 … 073, 091 … 100; 訓練辦法§26 … §27, §30 … §33 */
#ifndef PEIXUN_ATTENDANCE_H
#define PEIXUN_ATTENDANCE_H

#include "app/life/life.h"

extern const struct life_kind leave_kind, conduct_kind, concentrated_kind, outside_kind, substitute_kind, benefit_kind, allowance_kind,
	extension_kind;
#define ATTENDANCE_KINDS &leave_kind, &extension_kind, &conduct_kind, &concentrated_kind, &outside_kind, &substitute_kind, \
	&allowance_kind, &benefit_kind
extern const struct deadline_kind *const attendance_deadlines[];        /* ends with NULL */
extern const struct route attendance_routes[];                  /* 差勤明細, 權益與規定 */
extern const struct job_kind attendance_day_job;                /* the balance of rewards and penalties on the last day */

struct leave {
	struct code kind, phase, excuse;                        /* phase: bt, pt */
	struct date from, until, known;                         /* known: of 曠職, the day on which it was noticed */
	const char *from_time, *until_time, *other, *approved_by, *document;
	int64_t hours, course_hours;
};
const char *leave_label(const struct leave *);                  /* 事假; of another kind its name */

/* Hours a day, the office days from its first on; 延長病假 has holidays too.  What does not fit stands on the last day.   PLAN-091 b */
struct leave_day { struct date day; int64_t hours; const struct leave *leave; };
struct leave_days { int n; struct leave_day *at; };
struct leave_days leave_days_of(struct arena *, const struct calendar *, const struct leave *);
/* All of the present attempt, by day, with what is being done in `c` (NULL: as stored). */
struct leave_days leave_ledger(const struct life *, const struct life_case *c);

/* 「事假2日4小時、病假1日」 for the score form; "無". */
const char *leave_words(const struct life *);

struct conduct { struct code kind; int64_t times; struct date day; const char *reason, *document; };
const char *conduct_words(const struct life *);                 /* 「嘉獎2次、申誡1次」; "無" */

/* Inside a transaction: the trainee is another agency's, and so are the days of leave on its list. */
void attendance_hand_over(struct db *, int64_t admission, int64_t agency);

/* What attendance knows of them, for the list of all causes.                                               PLAN-119 */
struct cause_facts;
void attendance_cause_facts(const struct life_case *, struct cause_facts *);

/* The causes of revocation that attendance can make true, as findings of the case.                       PLAN-086, 092 … 097 */
void attendance_test_causes(struct life_case *);
/* After a record was corrected or voided: the task of reporting ends when none of them holds any more.    PLAN-137 */
void attendance_causes_gone(struct db *, struct life_case *);
#endif
