/* stage.h: 實習階段 and 試辦階段 of a trainee. */
#ifndef PEIXUN_RULE_STAGE_H
#define PEIXUN_RULE_STAGE_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct days { struct date start, end; };

struct stages_facts {
	struct date report_date;
	bool shortened, qualified;                              /* qualified: 具擬任職務法定任用資格 and 經銓敘審定 */
	const struct days *bt_in_person;                        /* the class, its first and last day; NULL: none */
	struct date approval_arrived;                           /* of the shortening; {0}: before the first day, or not known */
};
struct stages_values { const struct days *internship, *trial; };

/* The two stages within the training period.  Needs a plan.
 * PLAN-016 PLAN-017   LAW: 訓練辦法§32; 訓練計畫第5點第2款第1目 */
void stages_judge(struct verdict *, const struct stages_facts *, struct stages_values *);
#endif
