/* recheck.h: 複查成績 of 升官等訓練: applied for once, online with the code on the 成績單 or on paper, answered by 保訓會; a corrected score
 * replaces the old one through result/, and what rests on it follows.                      PROMO-090 … 093   LAW: 佐升正訓練辦法§16 */
#ifndef PEIXUN_RECHECK_H
#define PEIXUN_RECHECK_H

#include "app/deadline/deadline.h"
#include "web/route.h"

extern const struct route recheck_routes[];
extern const struct deadline_kind *const recheck_deadlines[];   /* ends with NULL */

/* Inside a transaction: by when 保訓會 answers what it received on this day, extended or not: kept as a deadline, and as that alone. */
struct participant;
struct date recheck_answer_due(struct db *, struct arena *, const struct participant *, struct date received, bool extended);
#endif
