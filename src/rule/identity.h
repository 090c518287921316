/* identity.h: 國民身分證統一編號 and both forms of 外來人口統一證號, as an answer.              LEARN-008, ACMS §1.4 */
#ifndef PEIXUN_RULE_IDENTITY_H
#define PEIXUN_RULE_IDENTITY_H

#include "rule/verdict.h"

/* What a person typed, made comparable: half width, capital, without blanks and hyphens. */
char *identity_normal(struct arena *, const char *typed);

struct identity_facts { const char *id; };
struct identity_values { const char *kind, *sex; };             /* citizen or resident; 男 or 女; NULL: not valid */

/* MET, or NOT_MET with E-ID-01 (form) or E-ID-02 (check digit). */
void identity_judge(struct verdict *, const struct identity_facts *, struct identity_values *);
#endif
