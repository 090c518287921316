/* makeup.h: 補訓 and 重新訓練 after a retention: which may be asked for, and until when. */
#ifndef PEIXUN_RULE_MAKEUP_H
#define PEIXUN_RULE_MAKEUP_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum makeup_governed { GOVERNED_EXPIRY, GOVERNED_CAUSE };

struct makeup_window_facts {
	struct date retention_end, cause_ended;                 /* {0}: not known, not yet */
	bool study;                                             /* 進修碩、博士 */
	struct date filed;
};
struct makeup_window_values { struct date due; int governed_by; struct maybe_bool in_time; };

/* Three months after the retention ends, or its cause if earlier.  Needs a plan.
 * PLAN-043 PLAN-044   LAW: 公務人員考試法§5II; 訓練辦法§16, §45I; 訓練計畫第9點第2款、第3款 */
void makeup_window_judge(struct verdict *, const struct makeup_window_facts *, struct makeup_window_values *);

struct makeup_kind_facts { int64_t exam_year; struct maybe_bool in_training; }; /* 民國; the retention was granted during training */
struct makeup_kind_values { struct fact_texts kinds; };

/* Which of the two.  Needs a plan.                             PLAN-042   LAW: 訓練計畫第9點第1款 */
void makeup_kind_judge(struct verdict *, const struct makeup_kind_facts *, struct makeup_kind_values *);
#endif
