/* json.h: a writer of JSON.  What comes in is read by jansson; what goes out is written here, at the speed of copying. */
#ifndef PEIXUN_JSON_H
#define PEIXUN_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* Writes at the end of a text.  Commas and brackets are its business; nesting goes to 63. */
struct json { struct text *to; uint64_t is_object, has_items; int depth; bool after_key; };

struct json json_new(struct text *to);
void json_begin(struct json *);
void json_list(struct json *);
void json_end(struct json *);                                   /* the innermost object or array */
void json_key(struct json *, const char *);
void json_text(struct json *, const char *);                    /* NULL: null */
void json_int(struct json *, int64_t);
void json_bool(struct json *, bool);
void json_none(struct json *);
void json_raw(struct json *, const char *json);                 /* a value, or members, that are JSON already */
#endif
