/* Money for slips: each payment is recorded once and each slip paid once, whatever is repeated and however many report at once. */
#include "test/db/keep.h"

#include "app/app.h"
#include "app/exam/exam.h"
#include "app/fee/fee.h"
#include "base/text.h"

enum { CROWD = 8, NEWS = 40, SLIPS = 10 };

static struct db *db;
static int64_t exam;

static struct date day(const char *iso)
{
	struct date d;

	return date_parse_iso(iso, &d) ? d : (struct date){0};
}

/* ---- what is there before: slips 111007…1 to …10 of 500 元, due on 112/02/20 */

static void exam_tx(struct db *d, void *with)
{
	(void)with;
	exam = exam_add(d, &(struct exam){.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true});
}

static void make_slips(void)
{
	db_tx(db, exam_tx, NULL);
	for (int i = 1; i <= SLIPS; i++) {
		write_one(db, SQL("INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ('A' || $1, '王', '王', 'male', '1991-01-31')"), i);
		write_one(db, SQL("INSERT INTO admission (person, exam, exam_level, exam_category) SELECT max(p.id), max(e.id), '三等考試', '行政警察人員'"
			" FROM person p, exam e"), 0);
		write_one(db, SQL("INSERT INTO fee_slip (admission, number, amount, issued, due) SELECT max(id), '1110070000000' || CAST($1 AS TEXT), 500,"
			" '2023-02-03', '2023-02-20' FROM admission"), i);
	}
}

/* ---- booking */

static struct fee_payment payment(const char *reference, const char *slip)
{
	return (struct fee_payment){.channel = "online", .reference = reference, .slip = slip, .amount = 500, .paid = day("2023-02-10"),
		.received = {1676000000}, .source = "線上繳費通知"};
}

struct booking { const struct fee_payment *p; struct fee_booked got; };

static void book_tx(struct db *d, void *with)
{
	struct booking *b = with;

	b->got = fee_book(d, db_arena(d), b->p);
}

static enum fee_outcome book(struct fee_payment p)
{
	struct booking b = {.p = &p};

	return db_tx(db, book_tx, &b) == DB_OK ? b.got.outcome : FEE_OUTCOMES;
}

static void is_outcome(struct fee_payment p, enum fee_outcome want, const char *what)
{
	enum fee_outcome got = book(p);

	if (!ok(got == want, "%s", what))
		printf("#      got: %s\n", got < FEE_OUTCOMES ? fee_outcomes[got].id : "undone");
}

static int64_t open_ones(void)
{
	return number(db, "SELECT count(*) FROM fee_payment_seen WHERE outcome <> 'booked' AND settled IS NULL");
}

static void outcomes(void)
{
	struct fee_payment p = payment("T1", "11100700000001");
	struct fee_paid paid;

	is_outcome(p, FEE_BOOKED, "ACMS-095 money that fits a slip is booked");
	ok(fee_paid(db, keep_mem, p.slip, &paid) && paid.amount == 500 && text_is(paid.channel, "online") && text_is(paid.reference, "T1") &&
		date_same(paid.paid, p.paid), "ACMS-095 and the slip is paid with it");
	is_outcome(p, FEE_SAME_AGAIN, "ACMS-096 the same news again changes nothing");
	p.amount = 400;
	is_outcome(p, FEE_REUSED, "ACMS-095 another amount under a reference that is booked is for a person");
	is_outcome(p, FEE_SAME_AGAIN, "and that once");
	is_outcome(payment("T2", "11100700000001"), FEE_DOUBLE, "ACMS-096 money of another channel for a paid slip is for a person");
	is_outcome(payment("T3", "99900000000000"), FEE_UNKNOWN_SLIP, "ACMS-095 a number that no slip has");
	p = payment("T4", "11100700000002");
	p.amount = 499;
	is_outcome(p, FEE_SHORT, "ACMS-095 too little");
	p = payment("T5", "11100700000002");
	p.amount = 501;
	is_outcome(p, FEE_OVER, "ACMS-095 too much");
	ok(!fee_paid(db, keep_mem, p.slip, &paid) && !paid.payment, "the slip is not paid with either");
	same_int(open_ones(), 5, "five wait for a person");
	same_int(number(db, "SELECT count(*) FROM audit WHERE action = 'fee.payment'"), 6, "each is told once in the log");
}

/* ACMS-092 ACMS-093 */
static void last_day(void)
{
	struct fee_payment p = payment("S1", "11100700000003");

	p.channel = "convenience_store";
	p.paid = day("2023-02-21");
	is_outcome(p, FEE_LATE, "ACMS-093 a store's money of a later day is for a person");
	p.reference = "S2";
	p.channel = "simple_mart";
	is_outcome(p, FEE_LATE, "ACMS-093 so is that of 美廉社");
	p.reference = "S3";
	p.paid = day("2023-02-20");
	is_outcome(p, FEE_BOOKED, "ACMS-092 on the last day it is booked");
	p = payment("S1", "11100700000004");
	p.channel = "post_office_counter";
	p.paid = day("2023-02-25");
	is_outcome(p, FEE_BOOKED, "ACMS-093 a counter's money of a later day is booked; its reference is its own");
}

static void not_payable(void)
{
	write_one(db, SQL("INSERT INTO certificate_data (admission, identity, identity_proof) SELECT admission, '原住民族', $1 FROM fee_slip"
		" WHERE number = '11100700000005'"), 1);
	is_outcome(payment("N1", "11100700000005"), FEE_NOT_PAYABLE, "ACMS-088 who is exempt by now need not have paid");
}

/* What an upload has stored and nobody sees yet does not keep the money of a callback from being booked. */
static void hidden_one(void)
{
	int64_t batch;

	write_one(db, SQL("INSERT INTO import_batch (kind, account, agency, state, file_name, sha256, created) VALUES ('payment', 1, 1, 'storing', 'x', 'x', 1)"), 0);
	batch = number(db, "SELECT max(id) FROM import_batch");
	write_one(db, SQL("INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, batch, slip, outcome) SELECT"
		" 'online', 'H1', number, 500, '2023-02-10', 1, 'x', $1, id, 'booked' FROM fee_slip WHERE number = '11100700000006'"), batch);
	same_int(number(db, "SELECT count(*) FROM fee_payment_seen WHERE reference = 'H1'"), 0, "what is being stored is not seen");
	is_outcome(payment("H1", "11100700000006"), FEE_BOOKED, "ACMS-095 it is booked all the same");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference = 'H1' AND batch IS NULL"), 1, "and is the upload's no more");
}

/* ---- many at once */

static void report(int which)
{
	struct fee_payment p;
	int failed = 0;

	db = keep_open();
	for (int i = 0; i < NEWS; i++) {
		p = payment(arena_print(keep_mem, "C%d", (i * 7 + which) % NEWS), arena_print(keep_mem, "1110070000000%d", 7 + i % 3));
		p.slip = arena_print(keep_mem, "1110070000000%d", 7 + (int)strtol(p.reference + 1, NULL, 10) % 3);
		failed += book(p) == FEE_OUTCOMES;
	}
	db_close(db);
	_exit(failed);
}

static void crowded(void)
{
	int status, failed = 0;

	db_close(db);
	fflush(stdout);
	for (int i = 0; i < CROWD; i++)
		if (!fork())
			report(i);
	for (int i = 0; i < CROWD; i++) {
		wait(&status);
		failed += status != 0;
	}
	db = keep_open();
	same_int(failed, 0, "eight processes report the same forty payments for three slips");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference LIKE 'C%'"), NEWS, "ACMS-096 each is recorded once");
	same_int(number(db, "SELECT count(*) FROM fee_booking WHERE reference LIKE 'C%'"), 3, "ACMS-096 and each slip is paid once");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference LIKE 'C%' AND outcome = 'double'"), NEWS - 3,
		"ACMS-096 all others are to be given back");
	same_int(number(db, "SELECT count(*) FROM fee_booking b JOIN fee_payment p ON p.id = b.payment WHERE p.outcome <> 'booked'"), 0,
		"nothing is both booked and to be settled");
}

static void test_all(void)
{
	db = keep_open();
	make_slips();
	outcomes();
	last_day();
	not_payable();
	hidden_one();
	crowded();
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
