/* agency.h: the tree of agencies: finding one by its code, and the operator's list of them. */
#ifndef PEIXUN_AGENCY_H
#define PEIXUN_AGENCY_H

#include "web/route.h"

struct agency { int64_t id, parent, version; const char *code, *name, *parent_code, *parent_name; bool active; };

extern const struct field agency_fields[];
extern const struct route agency_routes[];

/* By 機關代碼, in any letters; false: there is none, or it is closed. */
bool agency_find(struct db *, struct arena *, const char *code, struct agency *);

const char *agency_name(struct db *, int64_t id);               /* 「無」 for 0 */

/* A new agency below `parent` (0: at the root); 0 when the code exists. */
int64_t agency_add(struct db *, const char *code, const char *name, int64_t parent);
#endif
