/* clock.h: what time it is.  The only place that asks the system; rules and records are given moments as values. */
#ifndef PEIXUN_CLOCK_H
#define PEIXUN_CLOCK_H

#include <stdbool.h>

#include "base/date.h"

struct moment clock_now(void);

/* "2024-08-01T09:30", Taiwan time.  False: not a moment. */
bool clock_parse(const char *, struct moment *);
#endif
