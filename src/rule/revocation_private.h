/* revocation_private.h: what the tests of the causes and the rule that runs them share. */
#ifndef PEIXUN_RULE_REVOCATION_PRIVATE_H
#define PEIXUN_RULE_REVOCATION_PRIVATE_H

#include "rule/revocation.h"

/* One cause on its way. */
struct testing {
	struct verdict v;                                       /* of this cause alone */
	const struct cause_facts *f;
	bool in_plan;
};

struct cause_test {
	const char *id;
	enum result (*run)(struct testing *);                   /* REFUSED, with the reason in the verdict: facts that can't be */
	const char *label;
};

/* In the order in which the plans name them. */
enum { CAUSE_TESTS = 13 };
extern const struct cause_test cause_tests[CAUSE_TESTS];
#endif
