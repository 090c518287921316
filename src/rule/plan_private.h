/* plan_private.h: between the loader of plans and its checks. */
#ifndef PEIXUN_PLAN_PRIVATE_H
#define PEIXUN_PLAN_PRIVATE_H

#include "rule/plan.h"

/* What is wrong with a file; the text is made in the plans' arena. */
void plan_complain(struct plans *, bool warning, const char *file, const char *code, int line, const char *path,
	const char *format, ...) __attribute__((format(printf, 7, 8)));

/* What no single value can tell, as problems with code PLAN_INVALID.                           PLAN-003 */
void plan_check(struct plans *, const struct plan *);

/* The path of a parameter in its file. */
const char *plan_path(struct arena *, enum plan_key);

extern const enum plan_kind plan_key_kinds[PLAN_KEYS_N];

#endif
