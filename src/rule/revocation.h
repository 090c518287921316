/* revocation.h: which of the plan's causes of revocation the facts make true.  It finds; a person decides.   README decision 7 */
#ifndef PEIXUN_RULE_REVOCATION_H
#define PEIXUN_RULE_REVOCATION_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct cause_period { struct date start, end; };
struct cause_finding { bool found, evidence; };

/* Each may be absent: its cause is then DATA_MISSING. */
struct cause_facts {
	struct maybe_bool waived, not_reported, left;
	struct maybe_bool bt_retrain_passed;
	struct maybe_int course_hours, unexcused_hours, truancy_hours, absence_hours;
	struct maybe_bool barred, cheating, pt_confirmed_fail, sick_leave_expired, returned, period_ended;
	const struct cause_period *period;
	struct fact_rows leave, conduct;                        /* struct leave_row, struct conduct_row (leave.h) */
	const struct cause_finding *impersonation, *violence, *bad_conduct;
};

struct revocation_facts { const struct cause_facts *facts; };

struct cause_row { const char *id; struct maybe_int item; const char *result; };       /* item: not known where the plan has none */
struct revocation_values { struct fact_rows causes; };          /* struct cause_row */

/* Every cause of the plan in the order of its items, then those of other plans for which facts were given.
 * PLAN-092 … 097, 102, 105, 114, 119 … 121   LAW: 訓練辦法§44I, §11-1 */
void revocation_judge(struct verdict *, const struct revocation_facts *, struct revocation_values *);
#endif
