/* collate.h: the order of names: 筆畫 (stroke count), as registers in Taiwan have them, by ICU. */
#ifndef PEIXUN_COLLATE_H
#define PEIXUN_COLLATE_H

#include "base/arena.h"

/* A key in lower-case hexadecimal, some 10 to 30 characters a name: keys compare byte by byte as the names are ordered, and as text on
 * every engine.  Names that differ only by a variation mark or a compatibility form (U+F900 for U+8C48) share a key, so lists are
 * sorted by key and id.  Han come first, by strokes, then those that the order does not count (many of the planes beyond the
 * first), then Bopomofo, Latin and the rest.  Invalid bytes count as U+FFFD.  About a million names a second.
 * Kept beside the name, so it must be made anew when ICU's order changes. */
char *collate_key(struct arena *, const char *name);
#endif
