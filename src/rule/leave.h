/* leave.h: leave, absence and discipline, as far as they decide about the training qualification. */
#ifndef PEIXUN_RULE_LEAVE_H
#define PEIXUN_RULE_LEAVE_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum { HOURS_A_DAY = 8 };                                       /* LAW: 訓練辦法§26-1, 公務人員請假規則§14 */

struct leave_row { const char *kind; int64_t hours; };          /* kind: 事假, 娩假 …; one that is not known counts like 事假 */

struct leave_facts { struct date start, end; struct fact_rows leave; };        /* the training period; struct leave_row */
struct leave_values { struct maybe_int counted_hours, limit_hours; };

/* MET: more than half of the period.  REVIEW: only 延長病假 is, which is not added to the rest.
 * PLAN-095   LAW: 訓練辦法§44I; 113身障第20點第1款第7目, 112高普第20點第1款第9目 */
void leave_judge(struct verdict *, const struct leave_facts *, struct leave_values *);

/* Hours against hours: the tests of the absence causes.       PLAN-092 … 094   LAW: 訓練辦法§44I */
bool truancy_reaches(int64_t hours, int64_t course_hours, int64_t percent);    /* 達 */
bool absence_exceeds(int64_t hours, int64_t course_hours, int64_t percent);    /* 超過 */
bool absence_reaches(int64_t hours, int64_t days);                             /* 累計達 */

enum absence_phase { PHASE_BT, PHASE_PT };

struct absence_facts { int phase; int64_t truancy_hours; struct maybe_int course_hours, unexcused_hours; };
struct absence_values { struct fact_texts causes; };

/* Which causes of revocation the absence makes true.          PLAN-092 … 094 */
void absence_judge(struct verdict *, const struct absence_facts *, struct absence_values *);

struct conduct_row { const char *kind; int64_t count; };        /* kind: 嘉獎 … 記大過 */

struct conduct_facts { struct fact_rows records; };             /* struct conduct_row */
struct conduct_values { struct maybe_int net; struct decimal points; };

extern const struct fact leave_row_facts[], conduct_row_facts[];

/* Penalties less rewards, in units of one 申誡, by the points of the law. */
struct conduct_sum {
	int64_t net, demerit;                                   /* demerit: 一大過 */
	struct decimal points;                                  /* of the score form */
	const char *unknown, *citation;                         /* unknown: a kind that is not known, or NULL */
};
/* False: REFUSED, a count that can't be; or PARAM_MISSING, no points are known.                PLAN-097 */
bool conduct_add(struct verdict *, const struct fact_rows *records, struct conduct_sum *);

/* Penalties less rewards in units of one 申誡 (1 : 3 : 9), and the points of the score form.  REVIEW with a kind that is not known.
 * PLAN-097, PLAN-106   LAW: 訓練辦法§33, §37; 訓練計畫第18點 */
void conduct_judge(struct verdict *, const struct conduct_facts *, struct conduct_values *);
#endif
