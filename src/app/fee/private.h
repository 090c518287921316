/* private.h: what the files of fee/ share. */
#ifndef PEIXUN_FEE_PRIVATE_H
#define PEIXUN_FEE_PRIVATE_H

#include "app/fee/fee.h"
#include "file/pdf.h"

enum due_state { FEE_PAYABLE, FEE_SLIP_OUT, FEE_OVERDUE, FEE_ONLINE };       /* ONLINE: being paid by 線上繳費 */

/* One certificate that a person may pay for today.  admission below 0: 訓練合格證書 of that participant of a 升官等訓練, with its sign
 * changed; never exempt (ACMS-090).  undated: the 成績單 was not signed for, so nothing is late yet (PROMO-097). */
struct due {
	bool undated;
	int64_t admission, exam, exam_year, amount;             /* amount 0: none is kept for the examination, so no slip can be made */
	const char *name, *exam_code, *exam_name;
	enum due_state state;
	const char *number;                                     /* of the slip; "" before there is one */
	struct date issued, last;                               /* of the slip, or of one that is made today */
	struct moment until;                                    /* of FEE_ONLINE: then it is free again */
};
struct dues { int n; struct due *at; };

struct date fee_training_last(struct db *, struct arena *, struct date receipt);        /* PROMO-097 */

/* What the person may pay for: not what is exempt or paid, not what has not ended or is not passed.     ACMS-087 … 090, 096 */
struct dues dues_of(struct db *, struct arena *, int64_t person, struct moment now);
/* What kind of certificate it is for: 「考試及格證書證書費」. */
const char *due_item(int64_t admission);
/* For the audit log: whom a slip is about. */
const char *due_subject_kind(int64_t admission);
int64_t due_subject(int64_t admission);
/* False: neither amount nor contract is set for it.                                              ERR_PAY_CONFIG */
bool due_is_set(const struct due *);
/* Inside a transaction: the slip's number, amount and days, now or as they were.  Again gives the same.        ACMS-091 */
void due_issue(struct db *, struct arena *, struct due *);
/* The slip on paper.  After its last day it has no code that a store reads.  online: the page's address; NULL: not offered there.
 *                                                                                                ACMS-092 ACMS-093 */
void due_draw(struct pdf *, const struct due *, struct date today, const char *online);
/* 免繳證書費 by the plan ("": none, then by the examination), or by identity with proof.           ACMS-088 ACMS-089 */
bool fee_is_exempt(struct arena *, const char *plan, const char *exam_code, const char *identity, bool proof, bool exam_exempt);
/* 請領證書繳費條件: training has ended, both scores pass.  Texts as they are stored.                   ACMS-087 */
struct fee_conditions { struct date last_day; const char *education_score, *score, *education_mark, *practical_mark, *bt_state; bool bt_exempt; };
bool fee_conditions_met(struct arena *, const struct fee_conditions *, struct date today);

#endif
