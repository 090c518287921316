/* decision.h: 參與決策評量表 (RPT-9): men and women among those who take part in decisions, and what of it they have learnt.  LEARN-621, 622 */
#ifndef PEIXUN_DECISION_H
#define PEIXUN_DECISION_H

#include "app/report/report.h"

extern const struct report decision_report;
extern const struct route decision_routes[];

#endif
