/* slip.h: the three parts of the bar code that a convenience store reads from a payment slip (超商三段條碼).     ACMS-091 */
#ifndef PEIXUN_RULE_SLIP_H
#define PEIXUN_RULE_SLIP_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct slip_facts {
	struct date due;
	const char *item_code;                                  /* 代收項目, 3 digits or capitals */
	const char *number;                                     /* 銷帳編號, up to 16 of them */
	int64_t amount;                                         /* 元 */
	const char *prefix;                                     /* 4 digits that the contract fixes; NULL: year and month of due */
};
struct slip_values { struct fact_texts segments; };

void slip_judge(struct verdict *, const struct slip_facts *, struct slip_values *);
#endif
