/* contact.h: the lines to call, kept as data: changing a number changes every page at once.   ACMS-003, ACMS-021 */
#ifndef PEIXUN_CONTACT_H
#define PEIXUN_CONTACT_H

#include "web/page.h"
#include "web/route.h"

struct contact { int64_t id, version, place; const char *topic, *numbers; };
extern const struct field contact_fields[];
extern const struct route contact_routes[];

/* For struct web_app. */
const char *contact_numbers(struct req *, const char *topic);   /* "" when there is no such line */
struct contact_list *contact_lines(struct req *);               /* for all pages: not those of one area, nor emptied ones */

/* The three lines of the official manual and the two of its work areas.  Inside a transaction; does nothing when there are any. */
void contact_deliver(struct db *);
#endif
