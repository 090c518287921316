/* gender.h: 性別主流化訓練情形調查: 總處 opens a round a year; each agency reports figures that are computed and may be corrected, until the
 * deadline; sums over an agency and those below it.                                            LEARN-561 … 566, RPT-6, SM-7 */
#ifndef PEIXUN_GENDER_H
#define PEIXUN_GENDER_H

#include "app/report/report.h"
#include "web/route.h"

extern const struct route gender_routes[], gender_report_routes[];
extern const struct report gender_report;                       /* RPT-6 */
#endif
