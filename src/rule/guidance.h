/* guidance.h: what a trainee's guidance in 實務訓練 still lacks, and the days for reporting an anomaly. */
#ifndef PEIXUN_RULE_GUIDANCE_H
#define PEIXUN_RULE_GUIDANCE_H

#include "rule/fact.h"
#include "rule/verdict.h"

/* How often each of the four methods was used; 個別會談 in two parts. */
struct guidance_methods { bool orientation; int64_t observed, cases, talks_mid, talks_final; };

struct guidance_gaps_facts {
	struct date start, end;                                 /* of the training; an extension is asked for by itself */
	struct fact_dates records;                              /* the last day of each record's period */
	const struct guidance_methods *methods;
};
struct guidance_gaps_values { struct fact_texts missing; };     /* record:1 …, orientation, observed, cases, talks_mid, talks_final */

/* A record a training month, and the least of each method.  Needs a plan.
 * PLAN-079 PLAN-080 PLAN-081   LAW: 訓練辦法§32; 訓練計畫第16點第2款第2目, 附件5填表說明三, 附件6填表說明一、二 */
void guidance_gaps_judge(struct verdict *, const struct guidance_gaps_facts *, struct guidance_gaps_values *);

struct anomaly_facts { struct date known_on; };                 /* of the event, or of knowing it if later */
struct anomaly_values { struct date notify_by, report_by; };

/* Notice on the day itself, a written report within days that count it.  Needs a plan.
 * PLAN-084 PLAN-085   LAW: 訓練計畫第16點第2款第3目, 附件7一、二 */
void anomaly_judge(struct verdict *, const struct anomaly_facts *, struct anomaly_values *);
#endif
