/* private.h: what the files of review/ share. */
#ifndef PEIXUN_REVIEW_PRIVATE_H
#define PEIXUN_REVIEW_PRIVATE_H

#include "app/hours/hours.h"
#include "app/review/review.h"
#include "app/review/view.h"
#include "app/staff/staff.h"

extern const struct field private_record_fields[], review_query[], review_change_fields[];
bool private_load(struct req *, int64_t id, struct private_record *);
void review_list_get(struct req *);
void review_list_post(struct req *);
void review_find_post(struct req *);
void review_one_get(struct req *);
void review_return_post(struct req *);
void review_change_post(struct req *);
void review_withdraw_post(struct req *);
void review_proof_get(struct req *);
/* Why a record that was to be changed is another now: E-HRS-07 when somebody has reviewed it, else E-STALE-01. */
void review_stale(struct req *, const char *field, const struct private_record *);
void review_log(struct req *, struct db *, const char *action, int64_t record, const char *reason);
#endif
