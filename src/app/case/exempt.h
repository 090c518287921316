/* exempt.h: 免除基礎訓練 as the list of annex 3 sees it; private to case/. */
#ifndef PEIXUN_CASE_EXEMPT_H
#define PEIXUN_CASE_EXEMPT_H

#include "app/case/private.h"

struct earlier { int64_t year; const char *exam; struct code level, provider, mode; struct date passed_on; bool passed; };
struct exempt { const char *remark; struct date sent; struct code differs; };

/* Both tests over the earlier trainings on record; words: what 備註 of the list says, "" where none decides.   PLAN-047 … 049 */
bool exempt_test(const struct life *, struct verdict *, const char **words);
const char *const *exempt_draw(struct pdf *, const struct life_case *);
#endif
