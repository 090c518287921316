/* selection.h: 遴選: scores by the agency's own standards until 12/31, the order that follows from them, ties for the committee, its meetings
 * and the order that it fixed.  Prescribes no standards.                          PROMO-018, 023 … 026, 041 */
#ifndef PEIXUN_SELECTION_H
#define PEIXUN_SELECTION_H

#include "web/route.h"

extern const struct route selection_routes[];

/* Has a meeting of 甄審委員會 or 臨時性之審查委員會 been recorded?                                PROMO-025 */
bool selection_met(struct db *, const char *type, int64_t year, int64_t agency);
/* The order that was fixed: national_id, place, by national ID; no rows: none was, or it is kept elsewhere. */
struct rows *selection_places(struct db *, const char *type, int64_t year, int64_t agency);
#endif
