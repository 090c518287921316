/* book.c: one payment booked, or recorded for a person to settle.  See fee.h.                            ACMS-093 ACMS-095 ACMS-096
 *
 * What is found is decided by look-ups; what is booked, by the keys of fee_booking: whoever comes second finds the slip paid. */
#include "app/audit/audit.h"
#include "app/fee/payment.sql.h"
#include "app/fee/private.h"
#include "base/log.h"
#include "base/text.h"

const struct code fee_channels[] = {
	{"convenience_store", "便利商店"}, {"simple_mart", "美廉社"}, {"post_office_counter", "郵局臨櫃"},
	{"ctbc_counter", "中國信託商業銀行臨櫃"}, {"online", "線上繳費"}, {"atm", "自動櫃員機（ATM）轉帳"},
	{"credit_card_online", "網路信用卡"}, {"webatm", "全國繳費網（WebATM）"}, {0}
};

const struct code fee_outcomes[] = {
	[FEE_BOOKED] = {"booked", "已入帳"}, [FEE_SAME_AGAIN] = {"same_again", "已記錄"},
	[FEE_UNKNOWN_SLIP] = {"unknown_slip", "查無繳費單"}, [FEE_NOT_PAYABLE] = {"not_payable", "免繳"},
	[FEE_DOUBLE] = {"double", "重複繳費"}, [FEE_SHORT] = {"short", "短繳"}, [FEE_OVER] = {"over", "溢繳"},
	[FEE_LATE] = {"late", "逾期由超商代收"}, [FEE_REUSED] = {"reused", "交易序號重複"}, [FEE_OUTCOMES] = {0}
};

enum fee_outcome fee_outcome_named(const char *id)
{
	for (int i = 0; i < FEE_OUTCOMES; i++)
		if (text_is(fee_outcomes[i].id, id))
			return (enum fee_outcome)i;
	fail("no payment has the outcome %s", id);
}

/* A store may not take money after the slip's last day.                                          ACMS-093 */
static bool is_late(const char *channel, struct date paid, struct date due)
{
	return (text_is(channel, "convenience_store") || text_is(channel, "simple_mart")) && date_before(due, paid);
}

enum fee_outcome fee_payment_judge(struct arena *mem, const struct fee_slip *f, const char *channel, int64_t amount, struct date paid)
{
	if (!f->slip)
		return FEE_UNKNOWN_SLIP;
	if (f->paid)
		return FEE_DOUBLE;
	if (fee_is_exempt(mem, f->plan, f->exam_code, f->identity, f->identity_proof, f->exam_exempt))
		return FEE_NOT_PAYABLE;
	if (amount != f->amount)
		return amount < f->amount ? FEE_SHORT : FEE_OVER;
	return is_late(channel, paid, f->due) ? FEE_LATE : FEE_BOOKED;
}

struct fee_slip fee_slip_of(const struct rows *s, int i)
{
	if (i >= s->n)
		return (struct fee_slip){0};
	return (struct fee_slip){row_int(s, i, "id"), row_int(s, i, "admission"), row_int(s, i, "amount"), row_date(s, i, "due"),
		row_text(s, i, "plan"), row_text(s, i, "exam_code"), row_text(s, i, "identity"), row_bool(s, i, "identity_proof"),
		row_bool(s, i, "fee_exempt_exam"), row_bool(s, i, "paid")};
}

/* The money is new, or comes from an upload that nobody sees yet: then it is not the upload's any more. */
static bool record(struct db *db, const struct fee_payment *p, const struct fee_slip *f, struct fee_booked *b)
{
	const char *outcome = fee_outcomes[b->outcome].id;
	struct rows *put = db_run(db, &payment_put, A(p->channel), A(p->reference), A(p->slip), A(p->amount), A(p->paid), A(p->received),
		A(p->source), value_id_or_null(p->source_row), value_id_or_null(f->slip), A(outcome)), *known;

	if (put->n) {
		b->id = row_int(put, 0, "id");
		return true;
	}
	known = db_run(db, &payment_known, A(p->channel), A(p->reference), A(p->slip), A(p->amount), A(p->paid));
	if (!known->n)
		return false;                                   /* the transaction is about to run again */
	b->id = row_int(known, 0, "id");
	b->was = fee_outcome_named(row_text(known, 0, "outcome"));
	if (!row_bool(known, 0, "hidden")) {
		b->outcome = FEE_SAME_AGAIN;
		return false;
	}
	db_run(db, &payment_take, A(b->id), A(p->received), A(p->source), value_id_or_null(p->source_row), value_id_or_null(f->slip), A(outcome));
	return true;
}

static void tell(struct db *db, struct arena *mem, const struct fee_payment *p, const struct fee_booked *b)
{
	struct text t = text_new(mem, 4096);
	struct json j = json_new(&t);

	json_begin(&j);
	json_key(&j, "channel"), json_text(&j, p->channel);
	json_key(&j, "reference"), json_text(&j, p->reference);
	json_key(&j, "slip"), json_text(&j, p->slip);
	json_key(&j, "amount"), json_int(&j, p->amount);
	json_key(&j, "outcome"), json_text(&j, fee_outcomes[b->outcome].id);
	json_end(&j);
	audit_add(db, &(struct audit_event){.action = "fee.payment", .subject_kind = "payment", .subject = b->id,
		.after = t.at, .reason = p->source, .at = p->received});
}

struct fee_booked fee_book(struct db *db, struct arena *mem, const struct fee_payment *p)
{
	struct fee_slip f = fee_slip_of(db_run(db, &payment_slip, A(p->slip)), 0);
	struct fee_booked b = {.outcome = fee_payment_judge(mem, &f, p->channel, p->amount, p->paid)};

	if (!db_in_tx(db))
		fail("a payment is booked outside a transaction");
	if (!code_find(fee_channels, p->channel) || !*p->reference || p->amount <= 0 || !date_set(p->paid))
		fail("a payment without channel, reference, amount or day");
	if (db_run(db, &payment_reference, A(p->channel), A(p->reference))->n)
		b.outcome = FEE_REUSED;
	if (!record(db, p, &f, &b))
		return b;
	if (b.outcome == FEE_BOOKED && !db_run(db, &payment_book, A(f.slip), A(b.id), A(p->channel), A(p->reference), A(p->paid),
			A(p->received), value_id_or_null(0))->n) {
		b.outcome = FEE_DOUBLE;                         /* somebody was first, since we looked */
		db_run(db, &payment_outcome_set, A(b.id), A(fee_outcomes[FEE_DOUBLE].id));
	} else if (b.outcome == FEE_BOOKED)
		fee_slip_days(db, f.slip);
	db_run(db, &payment_ledger, A(b.id));
	tell(db, mem, p, &b);
	return b;
}

bool fee_paid(struct db *db, struct arena *mem, const char *slip, struct fee_paid *to)
{
	struct arena *before = db_arena(db);
	struct rows *p;

	db_use_arena(db, mem);
	p = db_run(db, &payment_of_slip, A(slip));
	db_use_arena(db, before);
	*to = (struct fee_paid){0};
	if (p->n)
		*to = (struct fee_paid){row_int(p, 0, "payment"), row_int(p, 0, "amount"), row_text(p, 0, "channel"),
			row_text(p, 0, "reference"), row_date(p, 0, "paid_on"), row_moment(p, 0, "booked")};
	return p->n;
}
