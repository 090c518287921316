/* calculator.h: 試算: every rule of `peixun decide` as a page for everybody, made from the rule's own table of facts.
 *
 * A new rule appears by itself.  What is typed stands in the address, so that an answer can be kept as a bookmark; nothing of it is
 * stored.  Knows no trainee.                                                                    README decisions 8 and 13, DEC */
#ifndef PEIXUN_CALCULATOR_H
#define PEIXUN_CALCULATOR_H

#include "web/route.h"

extern const struct route calculator_routes[];
#endif
