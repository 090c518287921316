/* dates.h: periods, last days and limits counted backwards, as answers with their steps. */
#ifndef PEIXUN_RULE_DATES_H
#define PEIXUN_RULE_DATES_H

#include "rule/verdict.h"

struct period_end_facts { struct date start; struct period length; };
struct period_end_values { struct date end; };

struct act_deadline_facts { struct date event; struct period length; int counted; };    /* enum counting */
struct act_deadline_values { struct date raw, due; };

struct backward_limit_facts { struct date event, opens; int64_t days; };                /* opens: {0} when not asked */
struct backward_limit_values { struct date last; };

/* The last day of a period that is never moved.                PLAN-008   LAW: 行政程序法§48III */
void period_end_judge(struct verdict *, const struct period_end_facts *, struct period_end_values *);

/* The last day of an act.                                      PLAN-009   LAW: 行政程序法§48II, III, IV */
void act_deadline_judge(struct verdict *, const struct act_deadline_facts *, struct act_deadline_values *);

/* 「公告日之N日前」: the day itself counts, and is never moved. PLAN-010   LAW: 訓練計畫第8點第3款 */
void backward_limit_judge(struct verdict *, const struct backward_limit_facts *, struct backward_limit_values *);
#endif
