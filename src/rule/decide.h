/* decide.h: `peixun decide`: one JSON contract for every rule.  Knows no database and no clock.        DEC */
#ifndef PEIXUN_DECIDE_H
#define PEIXUN_DECIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"
#include "rule/calendar.h"
#include "rule/plan.h"
#include "rule/rule.h"

/* The tables of rules by subject, as they are listed, those of one subject one behind the other; ends with a title of NULL. */
struct rule_group { const char *title; const struct rule *rules; };
extern const struct rule_group rule_groups[];

/* What rules are answered with.  plans are read from the folder when the first rule asks for one. */
struct decider {
	struct arena *mem;                                      /* keeps the plans */
	const char *folder;
	const struct plans *plans;                              /* NULL: not read yet */
	const struct calendar *calendar;                        /* NULL: no year is known */
};

/* NULL: there is no such rule. */
const struct rule *decide_rule(const char *name);

/* Answers one JSON object with one, at the end of `out` and without a line end.  plan: for objects without one; NULL: none.
 * False: an input error; {"error":{…}} is at the end of `out`.  mem: of this answer alone. */
bool decide(struct decider *, const struct rule *, const char *plan, const char *json, size_t n, struct arena *mem, struct text *out);

/* Facts that were read elsewhere; NULL: a day among them is out of range.  *values: of the rule's struct.  An input error that only the
 * rule could see is in v.malformed. */
struct verdict decide_facts(struct decider *, const struct rule *, const struct plan *, const void *facts, struct arena *, void **values);

/* The answer as one object at the end of `out`. */
void decide_write(struct text *out, const struct rule *, const struct verdict *, const void *values);

/* The array of --list. */
void decide_list(struct text *out);

/* peixun decide --list | RULE [--plan ID] [--lines].  Reads standard input; argv[0] is "decide".  Gives the exit status: 0, or 2
 * after an input error. */
int decide_command(const struct calendar *, const char *folder, int argc, char **argv);
#endif
