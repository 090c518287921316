/* score.h: the score of the practical training, and how it goes from the unit's head to the commission.  Knows no person and no page. */
#ifndef PEIXUN_RULE_SCORE_H
#define PEIXUN_RULE_SCORE_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct score_items { struct decimal character, ability, life, attitude, performance; };
struct score_bands { const char *character, *ability, *life, *attitude, *performance; };       /* "A" … "D" */

struct score_facts {
	const struct score_items *items;
	struct decimal conduct;                                 /* C of the form, signed; absent: 0 */
	bool mandatory_fail;                                    /* 考試規則或訓練計畫定有應予不及格之情形 */
};
struct score_values { struct decimal total; struct maybe_bool passed; const struct score_bands *bands; };

/* The total of one scorer: each item rounded half up to two places, C added as it is; bands where the plan has them.
 * PLAN-082, PLAN-106   LAW: 訓練辦法§37; 訓練計畫第19點第2款第1目, 附件9附註二、三 */
void score_judge(struct verdict *, const struct score_facts *, struct score_values *);

enum score_result { SCORE_PASSED, SCORE_FAILED };               /* -1: not said */
enum score_next { NEXT_HEAD, NEXT_COMMITTEE, NEXT_RECONSIDER, NEXT_COMMISSION, NEXT_DONE };

struct score_committee { bool heard; int result; };             /* heard: 陳述意見之機會, an absence on record included */
struct score_head { struct decimal score; const char *reason; };
struct score_reconsidered { int result; };
struct route_facts {
	struct decimal unit_head;
	bool mandatory_fail;
	const struct score_committee *committee;                /* NULL: has not sat */
	const struct score_head *head;                          /* the latest word; NULL: has not decided */
	const struct score_reconsidered *reconsidered;
};
struct route_values { int next, final; };

/* Who acts next, and the result once nobody within the agency has to.
 * PLAN-109 … 113   LAW: 訓練辦法§39I; 訓練計畫第19點第2款, 附件9附註五、六 */
void route_judge(struct verdict *, const struct route_facts *, struct route_values *);

enum ruling { RULING_CONFIRM_FAIL, RULING_RETURN, RULING_EXTEND, RULING_PASS };

struct ruling_facts {
	int ruling;
	struct date arrived, end;                               /* 文到日; the last day of the period that was rated */
	struct period length;
	bool extended_before, shortened;
};
struct ruling_values { struct date due, new_end, effective; };

/* What a decision of the commission on a failing score leads to: re-rating by `due`, a new end, the day from which a pass counts.
 * PLAN-114, 116, 117   LAW: 訓練辦法§40, §40-1, §41, §42; 訓練計畫第19點第2款第2目 */
void ruling_judge(struct verdict *, const struct ruling_facts *, struct ruling_values *);
#endif
