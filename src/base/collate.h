/* collate.h: the order of names: 筆畫 (stroke count), as registers in Taiwan have them, by ICU. */
#ifndef PEIXUN_COLLATE_H
#define PEIXUN_COLLATE_H

#include "base/arena.h"

/* A key in lower-case hexadecimal: keys compare byte by byte as the names are ordered, on every engine.  Kept beside the name,
 * so it must be made anew when ICU's order changes (`peixun check-data` tells). */
char *collate_key(struct arena *, const char *name);
#endif
