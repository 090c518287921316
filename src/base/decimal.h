/* decimal.h: exact decimals with nine places, for scores, points and percentages.  No binary floating point.
 *
 * Digits after the ninth place leave a trace in it and no more: comparing with a number of at most eight places, and rounding
 * or cutting to at most seven, stays exact however long the text was. */
#ifndef PEIXUN_DECIMAL_H
#define PEIXUN_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct decimal { bool known; int64_t n; };                      /* n: billionths; not known: absent */

/* "11.445", "-0.5", "+1", "60".  A number beyond 999999999 is read as the greatest there is.  False: not a decimal, *to is untouched. */
bool decimal_parse(const char *text, struct decimal *to);

struct decimal decimal_of(int64_t whole);                       /* within ±999999999 */
struct decimal decimal_hundredths(int64_t);                     /* likewise, in hundredths: 2083 is 20.83 */

int decimal_order(struct decimal a, struct decimal b);          /* below, at or above 0, as strcmp */
struct decimal decimal_plus(struct decimal a, struct decimal b);
struct decimal decimal_times(struct decimal, int);              /* within the same limits */
struct decimal decimal_round(struct decimal, int places);       /* half up, of the amount without its sign; places 0–8 */

/* With so many places (0–8), cut and never rounded: "59.99", "-4.50".  NULL when not known. */
char *decimal_text(struct arena *, struct decimal, int places);
#endif
