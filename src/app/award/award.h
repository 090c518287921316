/* award.h: 訓練合格證書 of 升官等訓練: 保訓會 asks 考試院 for those who passed, tells 遴選機關 and 銓敘部, and records the numbers; anybody who
 * holds one can see whether it is good.                    PROMO-094, 095; 佐升正訓練辦法§20I */
#ifndef PEIXUN_AWARD_H
#define PEIXUN_AWARD_H

#include "app/certificate/certificate.h"
#include "app/import/import.h"
#include "web/route.h"

extern const struct route award_routes[];
extern const struct import_kind award_number_kind;

/* Inside a transaction: the pass is annulled, so the certificate is good no more; or that was a mistake, and it is as it was.   PROMO-114 */
void award_cancel(struct db *, int64_t participant, struct date day, const char *document);
void award_restore(struct db *, int64_t participant);

/* For the page of 請證查驗: is this number with this code one of ours? */
bool award_verify(struct db *, struct arena *, const char *number, const char *code, struct verified *);

/* 約105年9月中旬: when a participant can expect the certificate of a class that ended on that day; "" for no day. */
const char *award_expected(struct arena *, struct date class_end);
#endif
