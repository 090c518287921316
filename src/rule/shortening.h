/* shortening.h: whether earlier service shortens the practical training. */
#ifndef PEIXUN_RULE_SHORTENING_H
#define PEIXUN_RULE_SHORTENING_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum shorten_channel { CHANNEL_AGENCY, CHANNEL_DIRECT };
enum shorten_branch { BRANCH_LOWER_GRADE, BRANCH_EQUIVALENT, BRANCH_POST_GRADE };      /* -1: none */

struct service_row {
	struct date from, to;                                   /* to: {0} while still in service */
	const char *series;                                     /* 職系; NULL: the post had none */
	struct maybe_int grade, equivalent_grade;               /* 1 … 14 */
	struct fact_range range;                                /* 職務列等 */
	bool certificate;                                       /* of the work's contents, for a post without a series */
};
struct intended_post { int64_t grade; const char *series; struct fact_range range; };

struct shortening_facts {
	const char *level;
	struct date report_date, filed_on;
	int channel;
	const struct intended_post *intended;
	struct fact_rows service;                               /* struct service_row */
};
struct shortening_values { struct date due; struct maybe_int months, days; int branch; };

/* In this order: the channel, the last day, segments that overlap, four months of the same series, one of three conditions.
 * PLAN-052 … 058   LAW: 訓練辦法§20 … §23; 訓練計畫第11點 */
void shortening_judge(struct verdict *, const struct shortening_facts *, struct shortening_values *);
#endif
