/* openapi_private.h: between the openapi*.c files and nobody else. */
#ifndef PEIXUN_OPENAPI_PRIVATE_H
#define PEIXUN_OPENAPI_PRIVATE_H

#include "base/json.h"
#include "web/route.h"

struct openapi { struct json *j; struct arena *mem; const struct web_app *app; };

/* The member "get" or "post" of a path.  file: of the same address as a file of all rows. */
void openapi_operation(struct openapi *, const struct route *table, const struct route *, bool file);
/* The area of a route: its crumb's first part, or that of another route of its table. */
const char *openapi_tag(struct openapi *, const struct route *table, const struct route *);

/* One value as a schema: what is given (empty ones are null) or what is taken (with its limits). */
enum openapi_way { OPENAPI_GIVEN, OPENAPI_TAKEN };
void openapi_value(struct json *, const struct field *, enum openapi_way);
/* A whole record as it is given: all fields but MARK.  also: see struct route; may be NULL. */
void openapi_record(struct json *, const struct field *, const char *also);
/* What a route takes in a body: EDIT fields, ticks, a file.  A change of one record may leave fields out, and names its version. */
void openapi_input(struct json *, const struct route *, bool file);

/* The member "components". */
void openapi_components(struct json *, struct arena *);

void openapi_put(struct json *, const char *key, const char *value);
#endif
