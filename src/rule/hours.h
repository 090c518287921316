/* hours.h: hours of 終身學習: what a day or a credit is, and which of them were digital. */
#ifndef PEIXUN_RULE_HOURS_H
#define PEIXUN_RULE_HOURS_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum hours_unit { UNIT_HOUR, UNIT_DAY, UNIT_CREDIT };
enum course_nature { NATURE_DIGITAL, NATURE_PHYSICAL, NATURE_BLENDED };

struct hours_convert_facts { int unit; int64_t amount; };
struct hours_convert_values { struct maybe_int hours; };

/* 1 天 is 6 hours, 1 學分 is 18.                            LEARN-215 LEARN-291 */
void hours_convert_judge(struct verdict *, const struct hours_convert_facts *, struct hours_convert_values *);

struct hours_split_facts { int nature; int64_t total; struct maybe_int digital, physical; };   /* total: in hours */
struct hours_split_values { struct maybe_int digital, physical; };

/* The split, filled in where one side says it.              LEARN-216 LEARN-290 */
void hours_split_judge(struct verdict *, const struct hours_split_facts *, struct hours_split_values *);
#endif
