/* json_flat.h: a reader for what the program itself wrote: one object of texts, whole numbers, yes and no, without a tree of blocks.
 * Knows nothing nested, and is not for what others send: that is read by jansson. */
#ifndef PEIXUN_JSON_FLAT_H
#define PEIXUN_JSON_FLAT_H

#include <stdbool.h>

#include "base/arena.h"

enum json_kind { JSON_NONE, JSON_TEXT, JSON_NUMBER, JSON_YES, JSON_NO };
struct json_pair { const char *key, *text; enum json_kind kind; };      /* text: as it stands, of a text decoded; never NULL */
struct json_pairs { struct json_pair *at; int n; };

/* In the order of writing.  False: it is no such object. */
bool json_flat(struct arena *, const char *json, struct json_pairs *);
/* From `hint` on and round once (pairs are asked for in the order in which they were written); NULL: there is none. */
const struct json_pair *json_flat_find(const struct json_pairs *, const char *key, int *hint);
#endif
