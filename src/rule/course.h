/* course.h: who may register for a course of 終身學習, and when it is seen and open. */
#ifndef PEIXUN_RULE_COURSE_H
#define PEIXUN_RULE_COURSE_H

#include "rule/fact.h"
#include "rule/verdict.h"

struct agency_allowed_facts { const char *patterns, *code; };   /* 323000000A;323* */
struct agency_allowed_values { bool allowed; };

/* 「限某機關同仁報名」: does the code of the agency fit the list?  Which codes there are is not known here.
 * LEARN-222 LEARN-223 */
void agency_allowed_judge(struct verdict *, const struct agency_allowed_facts *, struct agency_allowed_values *);

/* One item of such a list: a full code, or the beginning of one and an asterisk.  What is wrong with it; NULL: nothing. */
const char *agency_item_wrong(const char *item);

struct visibility_facts { struct fact_time now, online_from, signup_from, signup_to; }; /* online_from may be absent */
struct visibility_values { struct maybe_bool visible, open; };

/* Is it found in the front office, and can one register?      LEARN-218 LEARN-219 */
void visibility_judge(struct verdict *, const struct visibility_facts *, struct visibility_values *);
#endif
