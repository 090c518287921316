/* verdict.h: what a rule answers: a result, its reasons in words, and the citation of each.  README decisions 7 and 8, PLAN-006
 *
 * A rule is a function of facts, a plan and a calendar.  It knows no database, no clock and no locale. */
#ifndef PEIXUN_VERDICT_H
#define PEIXUN_VERDICT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"
#include "rule/calendar.h"
#include "rule/deadline.h"
#include "rule/period.h"
#include "rule/plan.h"

struct promotions;

enum result {
	RESULT_OK,                                              /* of a computation */
	RESULT_MET, RESULT_NOT_MET,                             /* of a test */
	RESULT_ALLOWED, RESULT_REFUSED,                         /* of an application; refused: also facts that can't be */
	RESULT_REVIEW,                                          /* a person has to decide */
	RESULT_PARAM_MISSING, RESULT_DATA_MISSING, RESULT_NOT_IN_PLAN,
};

const char *result_name(enum result);                           /* "OK", "NOT_MET" … */

/* By which days off a date was moved. */
enum calendar_used { CALENDAR_NOT_USED, CALENDAR_OFFICIAL, CALENDAR_WEEKENDS_ONLY };

struct reason { const char *text, *citation; };                 /* 正體中文 */

/* A few texts that grow. */
struct names { int n; size_t room; const char **at; };
void names_add(struct arena *, struct names *, const char *);   /* one that is there already is not added */

struct verdict {
	struct arena *mem;
	const struct calendar *calendar;                        /* NULL: no year is known */
	const struct plan *plan;                                /* NULL: none was named */
	const struct promotions *promotions;                    /* parameter sets of 升官等訓練; NULL: none */
	enum result result;
	const char *code;                                       /* NULL: none */
	enum calendar_used used;
	struct fact_error malformed;                            /* code NULL: none */
	struct names missing, params;                           /* absent facts, parameters the plan leaves open */
	int reasons_n;
	size_t reasons_room;
	struct reason *reasons;
};

struct verdict verdict_new(struct arena *, const struct plan *, const struct calendar *);

/* Adds a reason.  The citation lives as long as the arena. */
void verdict_say(struct verdict *, const char *citation, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Sets result and code and adds the reason; gives false, so that a rule can end with `return verdict_refuse(…)`. */
bool verdict_refuse(struct verdict *, const char *code, const char *citation, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* What the plan says of this, in words; the plan's title where it has no such point.  Needs a plan. */
const char *verdict_cited(const struct verdict *, enum plan_citation);

/* Sets the result of a test by what was found: MET or NOT_MET.  Gives `holds`. */
bool verdict_found(struct verdict *, bool holds);

/* False, and REFUSED with BAD_DATA, when a count (hours, times) is below `least` or beyond reckoning. */
bool verdict_count(struct verdict *, const char *citation, const char *label, int64_t n, int64_t least);

/* PARAM_MISSING: the plan, which there is, says nothing of `parameter` (its dotted key).  Gives false.        PLAN-135 */
bool verdict_param_missing(struct verdict *, const char *parameter);

/* The value of a parameter; NULL, and PARAM_MISSING, where the plan says nothing of it. */
const struct plan_value *verdict_parameter(struct verdict *, enum plan_key);

/* DATA_MISSING: the rule needs `fact` (its key; of rows: "service/0/series"), which is absent.  Each call adds one.  Gives false. */
bool verdict_data_missing(struct verdict *, const char *citation, const char *fact, const char *label);

/* NOT_IN_PLAN: the plan has no such rule; cites its title.  Gives false. */
bool verdict_not_in_plan(struct verdict *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The input has not the form that the rule asks for, which none of its facts alone can tell: an input error.  Gives false. */
bool verdict_malformed(struct verdict *, const char *path, const char *text);

/* False, and REFUSED with BAD_PERIOD, when the day is not within 1912–2911.                    PLAN-008 */
bool verdict_in_range(struct verdict *, struct date);

/* The last day of an act, with its steps as reasons; sets `used`.  False: out of range.        PLAN-009
 * source: the point that gives the length, cited first; "" when the caller has none. */
bool verdict_deadline(struct verdict *, const char *source, struct date event, struct period, enum counting, struct act_deadline *);

char *period_text(struct arena *, struct period);               /* "7日", "4週", "2個月", "3年" */
#endif
