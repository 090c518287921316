/* agency.h: the tree of agencies: finding one by its code, which lie below which, and the operator's list of them. */
#ifndef PEIXUN_AGENCY_H
#define PEIXUN_AGENCY_H

#include "web/route.h"

struct agency { int64_t id, parent, version; const char *code, *name, *parent_code, *parent_name; bool active, is_enterprise, is_opening; };

extern const struct field agency_fields[];
extern const struct route agency_routes[];
/* The handler of the list of all, and what it asks: read elsewhere too, by who may not change it. */
void agency_list_get(struct req *);
extern const struct field agency_query[];

/* By 機關代碼, in any letters; false: there is none, or it is closed. */
bool agency_find(struct db *, struct arena *, const char *code, struct agency *);

const char *agency_name(struct db *, int64_t id);               /* 「無」 for 0 */

/* A new agency below `parent` (0: at the root); 0 when the code exists.  The tree is numbered anew; who adds many at once leaves that
 * out and does it behind the last. */
int64_t agency_add(struct db *, const char *code, const char *name, int64_t parent);
int64_t agency_add_unnumbered(struct db *, const char *code, const char *name, int64_t parent);
void agency_renumber(struct db *);

/* ---- the tree as intervals: the agencies at and below one
 *
 * A statement over some agencies says
 *	FROM agency g CROSS JOIN x WHERE g.tree_low BETWEEN $1 AND $2 AND x.agency = g.id
 * and is bound to AGENCIES(&span): an index answers it on both engines, whether it is one agency, a ministry, or all 8,000.
 *                                                                                                LEARN 1.2, LEARN-003 */
struct agency_span { int64_t agency, low, high; const char *code, *name; };
#define AGENCIES(s) A((s)->low), A((s)->high)
/* With so many agencies that it is quicker to go through all rows of x and look up the agency of each: x CROSS JOIN agency g. */
static inline bool agency_span_is_wide(const struct agency_span *s)
{
	return s->high - s->low >= 1000;
}

/* How far a function reaches from the active agency.  Who sees all agencies reaches all. */
enum agency_reach { AGENCY_OWN, AGENCY_SUBTREE };
/* How far a function that reaches so far does for this person: a 承辦人 has the own agency alone.                     LEARN 1.3 */
enum agency_reach agency_reach_for(const struct who *, enum agency_reach);

/* The agencies that a page speaks of: of the code that was typed ("": the active agency), with those below it or without.
 * False: there is no such agency, or it is out of reach, with no telling which: the refusal is on record, and E-SCOPE-01 noted at the
 * field "agency" of r->issues; nothing may be shown then. */
bool agency_asked(struct req *, const char *code, enum agency_reach, bool with_below, struct agency_span *);
/* May who asks reach this agency?  For records named in an address: SCOPE_OK or SCOPE_HIDDEN; 0, for a record that
 * is not there, is answered alike. */
enum scope agency_scope(struct req *, int64_t agency, enum agency_reach);
/* The active agency and all below it; for who sees all agencies: all.  Inside a transaction or a job too. */
struct agency_span agency_subtree(struct db *, struct arena *, const struct who *);
bool agency_span_of(struct db *, struct arena *, int64_t agency, struct agency_span *);         /* at and below one agency */
#endif
