/* certificate.h: 請證: what an office enters of a trainee, the 申請序號 it makes, the 成績清冊, and how far that is.
 *
 * Knows nothing of the fee.                    ACMS-053 … 082, PLAN-128 … 133; 訓練辦法§43; 請領考試及格證書作業要點 */
#ifndef PEIXUN_CERTIFICATE_H
#define PEIXUN_CERTIFICATE_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route certificate_routes[];
enum scope serial_scope(struct req *, const char *parameter, int64_t id);
extern const struct import_kind certificate_data_kind, education_score_kind;      /* by file               ACMS-059, 061 */
extern const struct code identity_codes[];                      /* the six values of 身分別, by their own words        ACMS-055 */
#endif
