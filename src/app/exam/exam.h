/* exam.h: the examinations of each year, as 保訓會 keeps them, and the choice lists made of them.   ACMS-020, ACMS-021 */
#ifndef PEIXUN_EXAM_H
#define PEIXUN_EXAM_H

#include "web/form_view.h"
#include "web/route.h"

struct exam {
	int64_t id, version, exam_year, plan_due_days, apply_due_days, trainees;
	const char *exam_code, *exam_name, *plan, *pass_mark_education, *pass_mark_practical, *roster_recipient;
	bool fee_exempt_exam, is_promotion, training_supervisor, active;
};

extern const struct field exam_fields[];
extern const struct route exam_routes[];
extern const struct exam exam_fresh;                            /* what a new one begins with */

/* 「007-公務人員特種考試警察人員考試」 */
const char *exam_label(struct arena *, const char *code, const char *name);
/* The active examinations of a year; with `empty` as the first choice when it is not NULL. */
struct options exam_options(const struct req *, int64_t year, const char *empty);
/* False: the year has no such examination. */
bool exam_find(struct db *, struct arena *, int64_t year, const char *code, struct exam *);
/* The newest year that has examinations; 0 when there are none. */
int64_t exam_newest_year(struct db *);
/* Three digits; spreadsheets take the leading zeros away.  False: it is no code. */
bool exam_code_tidy(struct arena *, const char **code);
int64_t exam_add(struct db *, const struct exam *);             /* 0: the year has that code already */
#endif
