/* fee.h: 證書費: what the certificate of an examination costs and how long one has to pay, as 保訓會 keeps it; the public page
 * 「請領證書繳款」, where a trainee without an account gets the slip; and the money that came in for slips.  ACMS-083 … 093, 095 … 098
 * The fee of 訓練合格證書 of 升官等訓練 goes the same way, by its own conditions.                            PROMO-096 … 100
 *
 * Who is exempt is the law's (rule/fee.h) and the examination's own (exam/exam.h); here stands what others pay. */
#ifndef PEIXUN_FEE_H
#define PEIXUN_FEE_H

#include "app/deadline/deadline.h"
#include "db/db.h"
#include "job/job.h"
#include "web/route.h"

extern const struct route fee_routes[], fee_public_routes[], fee_online_routes[], fee_receipt_routes[], fee_statement_routes[],
	fee_payer_routes[];
extern const struct job_kind fee_ask_job;                       /* every five minutes: online orders that nobody told of */

extern const struct deadline_kind fee_training_deadline;
extern const struct deadline_kind *const fee_deadlines[];       /* ends with NULL */

/* Inside a transaction, after anything that bears on it (a day of receipt, a corrected score, an annulment, money): by when the fee of
 * the participant's 訓練合格證書 is to be paid, in the engine of deadlines.  Twice does no harm.              PROMO-097 */
void fee_training_days(struct db *, int64_t participant);
void fee_slip_days(struct db *, int64_t slip);                  /* the same, of whom a slip is for; nothing where that is a trainee */

/* Once a process: a setting of this slice that can't be used ends it here, not at the first slip. */
void fee_start(void);

/* ---- money: recorded once, settled later                                                       ACMS-093 ACMS-095 ACMS-096 */

/* Where money comes from; ids as in decisions of slip-channels.  Ends with an id of NULL. */
extern const struct code fee_channels[];

/* What a channel says.  The channel's own reference names the money: another amount under the same reference is other news. */
struct fee_payment {
	const char *channel;                                    /* an id of fee_channels */
	const char *reference;
	const char *slip;                                       /* the number on the slip */
	int64_t amount;                                         /* 元, over 0 */
	struct date paid;                                       /* by the payer */
	struct moment received;                                 /* when we heard of it */
	const char *source;                                     /* for people: a file's name, 「線上繳費通知 8f3a…」 */
	int64_t source_row;                                     /* 0: none */
};

/* BOOKED: the slip is paid with it.  SAME_AGAIN: this very news is known; nothing is changed.  All others: recorded, not booked, and on
 * the list that 保訓會 settles.  NOT_PAYABLE: its holder is exempt by now.  LATE: a store took it after the slip's last day.
 * REUSED: this reference of the channel is booked already, with other data. */
enum fee_outcome {
	FEE_BOOKED, FEE_SAME_AGAIN, FEE_UNKNOWN_SLIP, FEE_NOT_PAYABLE, FEE_DOUBLE, FEE_SHORT, FEE_OVER, FEE_LATE, FEE_REUSED, FEE_OUTCOMES
};
extern const struct code fee_outcomes[];                        /* in that order; ends with an id of NULL */

/* The one place where money is booked, but for uploads of many, which keep the same tables and rules.  Inside the caller's transaction,
 * so that what the caller notes of its own and the booking are one; whatever is repeated, at once or later, books once: the
 * tables' keys see to it.  id: of the payment; NULL: not asked for.  was: what it was the first time, when it is known. */
struct fee_booked { enum fee_outcome outcome, was; int64_t id; };
struct fee_booked fee_book(struct db *, struct arena *, const struct fee_payment *);

/* What is known about the slip that a payment names; slip 0: there is none.  From rows with the columns of payment_slip. */
struct fee_slip {
	int64_t slip, admission, amount;
	struct date due;
	const char *plan, *exam_code, *identity;
	bool identity_proof, exam_exempt, paid;
};
struct fee_slip fee_slip_of(const struct rows *, int row);
/* Whether money and slip fit, before the reference is looked at; never SAME_AGAIN or REUSED. */
enum fee_outcome fee_payment_judge(struct arena *, const struct fee_slip *, const char *channel, int64_t amount, struct date paid);
enum fee_outcome fee_outcome_named(const char *id);

/* How a slip was paid; paid {0}: it is not.  Only what everybody sees. */
struct fee_paid { int64_t payment, amount; const char *channel, *reference; struct date paid; struct moment booked; };
bool fee_paid(struct db *, struct arena *, const char *slip, struct fee_paid *);
#endif
