/* plan_table.h: what a plan holds, in words: one plan, or two side by side with what differs.                       PLAN-007 */
#ifndef PEIXUN_PLAN_TABLE_H
#define PEIXUN_PLAN_TABLE_H

#include "rule/law.h"

struct plan_cell {
	struct fact_texts lines;                                /* n 0: null */
	const char *point;                                      /* "第4點第1款"; NULL: not in the plan's own text */
	const char *source;                                     /* NULL: none but the plan */
	const char *law;                                        /* [法規]: what a law says of it where the plan is silent; NULL: nothing */
};

struct plan_row {
	const char *number, *key, *label;                       /* number: "P-033", 表單 or 依據 */
	struct plan_cell a, b;
	bool differs;                                           /* by value; the points are shown, and may differ */
	struct fact_texts only_a, only_b;                       /* of lists and causes: what the other one has not */
};

struct plan_rows { struct plan_row *at; int n, different; };

/* Every parameter in the order of the catalogue, then the forms, then the citations.  b NULL: one plan alone. */
struct plan_rows plan_rows(struct arena *, const struct plan *a, const struct plan *b);

/* A value in words, a line for each row of a table; null gives none. */
struct fact_texts plan_value_lines(struct arena *, enum plan_kind, const struct plan_value *);

/* How many parameters the plan says something of. */
int plan_known(const struct plan *);

/* The file of a plan for another year of its examination: same values, to be gone through; title and year follow, the days and
 * numbers of issue are left open, so that it is of no use before they are filled in.  NULL: its file is not there any more.        PLAN-007 */
const char *plan_copy(struct arena *, const struct plans *, const struct plan *, int year);
/* The notes of its forms, likewise.  NULL: it has none. */
const char *plan_copy_notes(struct arena *, const struct plans *, const struct plan *, int year);
#endif
