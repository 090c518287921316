/* private.h: what the files of review/ share. */
#ifndef PEIXUN_REVIEW_PRIVATE_H
#define PEIXUN_REVIEW_PRIVATE_H

#include "app/code/code.h"
#include "app/hours/hours.h"
#include "app/review/review.h"
#include "app/review/view.h"
#include "app/staff/staff.h"

enum { REVIEW_TICKS_MOST = 2000 };
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
/* 「tick.12」: what a form's cell of a record is called. */
const char *review_numbered(struct req *, const char *name, int64_t id);
void review_log(struct req *, struct db *, const char *action, int64_t record, const char *reason);

/* ---- snapshot.c: the list of 學習時數修改; snapshot_pick.c: 「…」; snapshot_store.c: 「送出」 */
struct snapshot_find { const char *code, *course, *name, *national_id; int64_t term, year; struct date from, to; };
extern const struct field snapshot_fields[];
extern const char *const snapshot_conditions[];                 /* names of what is asked, as an address has them; ends with NULL */
/* Is anything asked?  What is wrong is noted. */
bool snapshot_read_find(struct req *, struct snapshot_find *);
int64_t snapshot_person(struct req *);                          /* whose records alone are listed; 0: anybody's */
const struct snapshot *snapshot_all_of_person(struct req *, const struct snapshot_find *, int *n);
/* The code_item of "title" or "rank" that this cell of the form names, by code or name; 0: none, or the cell is empty.  E-CODE-01. */
int64_t snapshot_chosen(struct req *, const struct code_book *, const char *table, const char *field, const char **shown);
int64_t snapshot_row_named(const char *field);                  /* the row that t.ID, k.ID or v.ID is about; 0: another name */
void snapshot_again(struct req *, int status);
void snapshot_pick_post(struct req *);
void snapshot_take_choice(struct req *);                        /* choose=t.12=060 takes the place of what was there */
void snapshot_post(struct req *);
#endif
