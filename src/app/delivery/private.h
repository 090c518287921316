/* private.h: what the files of delivery/ share. */
#ifndef PEIXUN_DELIVERY_PRIVATE_H
#define PEIXUN_DELIVERY_PRIVATE_H

#include "app/delivery/delivery.h"

/* What is wanted, as it is kept beside the request; categories, units, classes: JSON lists of ids, "[]" for any. */
struct wanted { int64_t year, person; struct date from, to; const char *name, *categories, *units, *classes; bool undelivered, corrected; };
const char *wanted_json(struct arena *, const struct wanted *);
struct wanted wanted_of(struct arena *, const char *json);
#endif
