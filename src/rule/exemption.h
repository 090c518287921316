/* exemption.h: whether an earlier basic training exempts from another one. */
#ifndef PEIXUN_RULE_EXEMPTION_H
#define PEIXUN_RULE_EXEMPTION_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum bt_provider { PROVIDER_COLLEGE, PROVIDER_COMMISSIONED, PROVIDER_OTHER };
enum bt_mode { MODE_IN_PERSON, MODE_ONLINE };

struct earlier_bt {
	const char *exam, *level;                               /* level: 高考三級, 普通考試, 特考四等 … */
	struct date passed_on;                                  /* of the 成績通知單; {0}: not known */
	int provider, mode;
	bool passed;
};
struct exemption_facts { const char *level; struct date report_date; struct fact_rows earlier; };      /* struct earlier_bt */
struct exemption_values { struct maybe_int test, which; };

/* Test 1, same or higher level within the years looked back on, over all records; then test 2, a lower level with an equal course.
 * PLAN-047 … 049   LAW: 訓練辦法§18; 訓練計畫第10點, 附件3備註一至三 */
void exemption_judge(struct verdict *, const struct exemption_facts *, struct exemption_values *);
#endif
