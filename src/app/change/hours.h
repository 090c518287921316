/* hours.h: hours of class as they are typed in a case, where no class keeps them.  Private to change/. */
#ifndef PEIXUN_CHANGE_HOURS_H
#define PEIXUN_CHANGE_HOURS_H

#include "app/change/private.h"

/* Into a decimal of at most two places; "" is not known.  An issue of the field when it is neither.          PROMO-077 */
struct decimal change_decimal(struct life_case *, const char *field, const char *typed);
const char *change_decimal_text(struct arena *, struct decimal); /* "" when not known */
#endif
