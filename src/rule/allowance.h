/* allowance.h: the trainee's allowance by level, what is deducted from it, and the insurance. */
#ifndef PEIXUN_RULE_ALLOWANCE_H
#define PEIXUN_RULE_ALLOWANCE_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct allowance_facts { const char *level; };
struct allowance_values { const char *grade; };                 /* "委任第三職等本俸一級" */

/* PLAN-068   LAW: 訓練辦法§26; 訓練計畫第14點第1款第1目 */
void allowance_judge(struct verdict *, const struct allowance_facts *, struct allowance_values *);

struct deduction_facts {
	int64_t truancy_hours, absence_hours, personal_leave_hours;     /* 曠課, 曠職, all 事假 taken */
	struct decimal personal_leave_limit_days;
};
struct deduction_kind { int64_t days, rest_hours; };
struct deduction_kinds { const struct deduction_kind *truancy, *absence, *personal_leave; };
struct deduction_values { struct maybe_int days; const struct deduction_kinds *by_kind; };

/* A day for every full 8 hours of each kind; 事假 only beyond its limit, and left out where that is not known.
 * PLAN-071   LAW: 訓練辦法§26-1; 訓練計畫第14點第6款 */
void deduction_judge(struct verdict *, const struct deduction_facts *, struct deduction_values *);

enum insurance_kind { INSURANCE_FIRST, INSURANCE_MAKEUP, INSURANCE_RETRAIN };
struct insurance_facts { int64_t admission_year; int kind; };   /* 民國 */
struct insurance_values { struct fact_texts schemes; };

/* PLAN-073   LAW: 訓練辦法§27II; 訓練計畫第14點第3款 */
void insurance_judge(struct verdict *, const struct insurance_facts *, struct insurance_values *);
#endif
