/* fee.h: the fee of a certificate: how much, whether it may be paid now, and where. */
#ifndef PEIXUN_RULE_FEE_H
#define PEIXUN_RULE_FEE_H

#include "rule/fact.h"
#include "rule/verdict.h"

/* Either a plan or exam_code says which examination or training it is. */
struct fee_facts {
	const char *exam_code;
	bool is_promotion;                                      /* 升官等訓練 */
	const char *identity_type;                              /* 一般, 原住民族 … */
	bool proof, exam_exempt;
	int64_t amount;                                         /* 元, when nothing exempts */
};
struct fee_values { struct maybe_int amount; const char *exempt_by; };  /* "exam", "identity"; NULL: nothing */

/* What is to be paid.
 * ACMS-088 ACMS-089 ACMS-090 PLAN-131   LAW: 公務人員考試法§21; 考試院各種證書暨證明書規費收費標準 */
void fee_judge(struct verdict *, const struct fee_facts *, struct fee_values *);

/* The marks to pass are the examination's; not known: 60. */
struct payable_facts {
	struct date today, practical_end;
	struct decimal education_score, practical_score;
	bool paid;
	struct decimal education_mark, practical_mark;
};
struct payable_values { struct fact_texts failing; };

/* May it be paid now?                                      ACMS-087 */
void payable_judge(struct verdict *, const struct payable_facts *, struct payable_values *);

struct channels_facts { struct date today, due; };
struct channels_values { struct fact_texts channels; };

/* Where a slip can be paid.                                ACMS-092 ACMS-093 */
void channels_judge(struct verdict *, const struct channels_facts *, struct channels_values *);
#endif
