/* quota.h: 參訓人數統計表: how many places a 遴選機關 has in a year, exact to three places, and what it carries over.
 *                                                                              PROMO-022, 033 … 047; README decision 27 */
#ifndef PEIXUN_QUOTA_H
#define PEIXUN_QUOTA_H

#include "web/route.h"

struct statement {
	int64_t id, version, year, agency, eligible, makeup_outside, failed_reselected, forecast, whole, fraction_place, total, reserve;
	struct code type;
	const char *agency_code, *agency_name, *own_carried_in, *carried_in, *ratio, *c, *carried_out;
	struct moment saved;
};

extern const struct route quota_routes[];

/* False: the 遴選機關 has none yet. */
bool quota_find(struct db *, struct arena *, const char *type, int64_t year, int64_t agency, struct statement *);

/* Who takes one of its places without being selected: 直接調訓 of who was left out, 補訓 of somebody whose place was filled.  Who stands in the
 * file of a roster (batch; 0: none) is not among them, since the roster counts them.  names: "" or 「李漏薦、孫占額」.  PROMO-030, 106 */
struct called { int n; const char *names; };
struct called quota_called(struct db *, struct arena *, const char *type, int64_t year, int64_t agency, int64_t batch);

/* When the roster was confirmed; {0}: it was not, or came back. */
struct moment quota_sent(struct db *, const char *type, int64_t year, int64_t agency);
/* False, with an issue noted: the roster was confirmed, and what was sent with it (statement, order) does not change.   PROMO-029, 060 */
bool quota_open(struct req *, const char *type, int64_t year, int64_t agency);
#endif
