/* rule.h: one row of the table of rules; `peixun decide`, its list and its schemas follow from it.     DEC
 *
 * A module of rules has one table of them (dates_rules …) that ends with a name of NULL; decide.c names the tables. */
#ifndef PEIXUN_RULE_H
#define PEIXUN_RULE_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum rule_plan {
	RULE_WITHOUT_PLAN, RULE_MAY_HAVE_PLAN, RULE_NEEDS_PLAN,
	RULE_PROMOTION,                                         /* no plan, but the parameter sets of 升官等訓練 */
};

struct rule {
	const char *name, *summary, *requirements;              /* requirements: "PLAN-012 PLAN-013" */
	enum rule_plan plan;
	const struct fact *facts, *values;
	size_t facts_size, values_size;
	/* Both structs are there, values zeroed (a CHOICE among them is the judge's business). */
	void (*judge)(struct verdict *, const void *facts, void *values);
};

extern const struct rule allowance_rules[], certificate_rules[], course_rules[], dates_rules[], exemption_rules[],
	fee_rules[], guidance_rules[], hours_rules[], identity_rules[], leave_rules[], makeup_rules[], promotion_after_rules[],
	promotion_change_rules[], promotion_eligibility_rules[], promotion_quota_rules[], promotion_score_rules[], retention_rules[],
	retention_period_rules[], revocation_rules[], score_rules[], shortening_rules[], slip_rules[], stage_rules[],
	stop_rules[], training_rules[];
#endif
