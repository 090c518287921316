/* Files of collected money: read by their layouts, booked once, taken back; the same on both engines.       ACMS-092, 093, 095, 096 */
#include "test/db/keep.h"

#include <sys/mman.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/collection/collection.h"
#include "app/exam/exam.h"
#include "app/fee/fee.h"
#include "app/import/import.h"
#include "app/store/store.h"
#include "base/text.h"

enum { SLIPS = 40 };

static struct db *db;
static struct who officer;
static struct import_batch batch;
static struct import_order order;
static int64_t content, new_batch, exam;
static const struct import_kind *const kinds[] = {&collection_kind, NULL};

static struct moment fixed_now(void)
{
	return (struct moment){1678000000};                     /* 112/03/05 */
}

/* ---- what is there before: slips 1110070000000001 … of 500 元, due on 112/02/20 */

static void basis_tx(struct db *d, void *with)
{
	int64_t agency = agency_add(d, "A58000000A", "公務人員保障暨培訓委員會", 0);

	(void)with;
	account_add(d, agency, "csptc", "鄭文彬", "csptc_officer", NULL);
	exam = exam_add(d, &(struct exam){.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true});
}

static const char *slip_of(int n)
{
	return arena_print(keep_mem, "111007%010d", n);
}

static void slips_tx(struct db *d, void *with)
{
	static const struct sql person = {.name = "person", .values = 1, .writes = true, .text = "INSERT INTO person (national_id, name, name_key,"
		" sex, birth_date) VALUES ($1, '王', '王', 'male', '1991-01-31') RETURNING id"}, admission = {.name = "admission", .values = 2,
		.writes = true, .text = "INSERT INTO admission (person, exam, exam_level, exam_category) VALUES ($1, $2, '三等考試', '行政') RETURNING id"},
		slip = {.name = "slip", .values = 2, .writes = true, .text = "INSERT INTO fee_slip (admission, number, amount, issued, due)"
		" VALUES ($1, $2, 500, '2023-02-03', '2023-02-20')"};

	(void)with;
	for (int i = 1; i <= SLIPS; i++) {
		struct rows *p = db_run(d, &person, A(slip_of(i))), *a = db_run(d, &admission, A(row_int(p, 0, "id")), A(exam));

		db_run(d, &slip, A(row_int(a, 0, "id")), A(slip_of(i)));
	}
}

/* ---- uploads ---- */

static void put(struct db *d, void *with)
{
	(void)with;
	new_batch = batch_new(d, &order, content, false);
}

static enum import_state upload(const char *name, const char *bytes)
{
	int fd = memfd_create("upload", MFD_CLOEXEC);
	struct arena *mem = arena_new(256 << 20);

	if (write(fd, bytes, strlen(bytes)) != (ssize_t)strlen(bytes))
		fail("no upload");
	order.kind = &collection_kind;
	order.who = &officer;
	order.now = job_now();
	order.file_name = name;
	content = store_content(db, fd);
	db_tx(db, put, NULL);
	close(fd);
	order = (struct import_order){0};
	import_work(db, mem, new_batch, job_now(), NULL);
	arena_free(mem);
	batch_load(db, keep_mem, new_batch, &batch);
	return batch_state(&batch);
}

static void is_state(enum import_state got, enum import_state want, const char *what)
{
	if (!ok(got == want, "%s", what))
		printf("#      got: %s %s\n", batch.state.label, batch.reason);
}

static const char *counts(void)
{
	return arena_print(keep_mem, "%lld=%lld+%lld, %lld wrong, %lld doubts", (long long)batch.rows_read, (long long)batch.rows_created,
		(long long)batch.rows_unchanged, (long long)batch.rows_wrong, (long long)batch.warnings);
}

static const char *complaint(int i)
{
	static const struct sql one = {.name = "complaint", .values = 2,
		.text = "SELECT row_number, field, code, text FROM import_issue WHERE batch = $1 AND number = $2"};
	struct rows *r = db_run(db, &one, A(batch.id), A(i));

	return r->n ? arena_print(keep_mem, "%lld %s %s %s", (long long)row_int(r, 0, "row_number"), row_text(r, 0, "field"),
		row_text(r, 0, "code"), row_text(r, 0, "text")) : "";
}

static int64_t booked(void)
{
	return number(db, "SELECT count(*) FROM fee_booking");
}

static int64_t recorded(void)
{
	return number(db, "SELECT count(*) FROM fee_payment_seen");
}

/* How a payment came out, by its reference; "" when there is none. */
static const char *outcome_of(const char *reference)
{
	static const struct sql one = {.name = "one", .values = 1, .scans = true,
		.text = "SELECT outcome FROM fee_payment_seen WHERE reference = $1"};
	struct rows *r = db_run(db, &one, A(reference));

	return r->n ? row_text(r, 0, "outcome") : "";
}

/* ---- lines of the bank's file ---- */

static const char *padded(const char *line, int length)
{
	return arena_print(keep_mem, "%-*s\r\n", length, line);
}

static const char *bank_line(const char *channel, const char *slip, int amount, const char *paid, int serial)
{
	return padded(arena_print(keep_mem, "21120221%s%s%-16s%09d00%012d", paid, channel, slip, amount, serial), 120);
}

static const char *bank_file(const char *lines, int count, int amount)
{
	return arena_print(keep_mem, "%s%s%s", padded("18221120221", 120), lines,
		padded(arena_print(keep_mem, "3%08d%012d00", count, amount), 120));
}

static const char *both(const char *a, const char *b)
{
	return arena_print(keep_mem, "%s%s", a, b);
}

/* ---- the tests ---- */

static void fixed(void)
{
	struct fee_paid paid;
	const char *lines = both(bank_line("7111", slip_of(1), 500, "1120220", 1), bank_line("0001", slip_of(2), 500, "1120225", 2));

	is_state(upload("ctbc.txt", bank_file(lines, 2, 1000)), BATCH_DONE, "ACMS-095 a bank's file of fixed width is read by its layout");
	same(counts(), "2=2+0, 0 wrong, 0 doubts", "ACMS-095 each of its details is a payment");
	ok(strstr(batch.encoding, "銀行代收明細檔") != NULL, "whose file it is stands in the history");
	ok(fee_paid(db, keep_mem, slip_of(1), &paid) && paid.amount == 500 && text_is(paid.channel, "convenience_store") &&
		text_is(date_iso(keep_mem, paid.paid), "2023-02-20"), "ACMS-092 on the last day a store's money is booked");
	ok(fee_paid(db, keep_mem, slip_of(2), &paid) && text_is(paid.channel, "ctbc_counter") &&
		text_is(paid.reference, "1120221-0001-000000000002"), "ACMS-093 after it a counter's is");

	order.again = true;
	is_state(upload("again.txt", bank_file(lines, 2, 1000)), BATCH_DONE, "ACMS-095 the same file again is taken");
	same(counts(), "2=0+2, 0 wrong, 0 doubts", "ACMS-095 and changes nothing");
	same_int(booked(), 2, "ACMS-096 nothing is booked twice");
	same_int(recorded(), 2, "nor recorded twice");
}

static void structure(void)
{
	const char *good = bank_line("7111", slip_of(3), 500, "1120220", 3), *broken;

	is_state(upload("sum.txt", bank_file(good, 1, 499)), BATCH_REFUSED, "ACMS-095 a sum that does not agree refuses the file");
	ok(strstr(batch.reason, "第 3 列尾筆之總金額") && strstr(batch.reason, "明細合計 500 元"), "and says both");
	is_state(upload("count.txt", bank_file(good, 2, 500)), BATCH_REFUSED, "so does a number of details");
	ok(strstr(batch.reason, "總筆數為「00000002」，明細共 1 筆") != NULL, "and says both");
	broken = both(arena_print(keep_mem, "%.*s\r\n", 118, good), bank_line("7111", slip_of(4), 500, "1120220", 4));
	is_state(upload("short.txt", bank_file(broken, 2, 1000)), BATCH_REFUSED, "ACMS-095 a line that is cut off refuses the file");
	ok(strstr(batch.reason, "第 2 列長度為 118，應為 120") != NULL, "and names the line");
	is_state(upload("cut.txt", arena_print(keep_mem, "%s%s", padded("18221120221", 120), good)), BATCH_REFUSED, "a file without its end too");
	ok(strstr(batch.reason, "沒有尾筆") != NULL, "and says so");
	order.only_correct = true;
	is_state(upload("cut2.txt", arena_print(keep_mem, "%s%s", padded("18221120221", 120), good)), BATCH_REFUSED,
		"also where the correct rows were asked for: nobody knows what is missing");
	same_int(booked(), 2, "ACMS-095 nothing of these is booked");
}

static void rows_wrong(void)
{
	const char *lines = both(bank_line("7111", slip_of(3), 500, "1120220", 3), both(bank_line("9999", slip_of(4), 500, "1120230", 4),
		bank_line("7111", slip_of(5), 500, "1120309", 5)));

	is_state(upload("rows.txt", bank_file(lines, 3, 1500)), BATCH_REFUSED, "ACMS-095 a wrong row: nothing of the file is booked");
	ok(text_starts(complaint(1), "3 paid ERR_DATE "), "ACMS-095 with its line in the file and the field, a day that is none");
	ok(text_starts(complaint(2), "3 channel ERR_CODE ") && strstr(complaint(2), "9999"), "a channel that the layout does not know");
	ok(text_starts(complaint(3), "4 paid ERR_DATE_FUTURE "), "a day to come");
	same_int(booked(), 2, "nothing");
	order.only_correct = true;
	is_state(upload("rows2.txt", bank_file(lines, 3, 1500)), BATCH_PARTIAL, "decision 4: the correct rows, when a person says so");
	same_int(booked(), 3, "are booked");
}

static void exceptions(void)
{
	const char *head = "繳費單號,金額,繳款日期,繳費管道,交易序號\r\n";
	const char *file = arena_print(keep_mem, "%s%s,500,112/02/10,便利商店,E1\r\n%s,500,112/02/11,郵局臨櫃,E2\r\n%s,400,112/02/11,郵局臨櫃,E3\r\n"
		"%s,600,112/02/11,郵局臨櫃,E4\r\n9990000000000000,500,112/02/11,郵局臨櫃,E5\r\n%s,500,112/02/21,美廉社,E6\r\n"
		"%s,500,112/02/11,郵局臨櫃,E7\r\n%s,500,112/02/11,郵局臨櫃,E7\r\n%s,500,112/02/11,便利商店,E9\r\n", head, slip_of(6), slip_of(6),
		slip_of(7), slip_of(8), slip_of(9), slip_of(10), slip_of(11), slip_of(1));

	is_state(upload("own.csv", file), BATCH_DONE, "ACMS-095 a table with our headings is taken as well");
	same(counts(), "9=9+0, 0 wrong, 6 doubts", "what does not fit is recorded, with a word about each");
	same(outcome_of("E1"), "booked", "the first money for a slip is booked");
	same(outcome_of("E2"), "double", "ACMS-096 the second in the same file is not");
	same(outcome_of("E3"), "short", "ACMS-095 too little");
	same(outcome_of("E4"), "over", "ACMS-095 too much");
	same(outcome_of("E5"), "unknown_slip", "ACMS-095 no such slip");
	same(outcome_of("E6"), "late", "ACMS-093 美廉社 after the last day");
	same(outcome_of("E9"), "double", "ACMS-096 a slip that was paid before");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference = 'E7' AND outcome = 'booked'"), 1, "one reference is booked once");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference = 'E7' AND outcome = 'reused'"), 1, "ACMS-095 and the other is told");
	same_int(number(db, "SELECT count(*) FROM fee_payment p WHERE p.outcome = 'booked' AND NOT EXISTS (SELECT 1 FROM fee_booking b"
		" WHERE b.payment = p.id)"), 0, "what is called booked is");
	upload("own2.csv", arena_print(keep_mem, "%s%s,450,112/02/11,便利商店,E1\r\n", head, slip_of(6)));
	ok(strstr(complaint(1), "W-PAY-07") != NULL, "ACMS-095 another amount under a reference that is booked");
}

static struct import_undo undo;

static enum import_state take_back(bool partial)
{
	batch_load(db, keep_mem, new_batch, &batch);
	undo = (struct import_undo){.batch = &batch, .who = &officer, .reason = "檔案錯誤", .partial = partial, .now = job_now()};
	db_tx(db, batch_undo, &undo);
	batch_load(db, keep_mem, new_batch, &batch);
	return batch_state(&batch);
}

static void undone(void)
{
	const char *head = "繳費單號,金額,繳款日期,繳費管道,交易序號\r\n";
	int64_t before = booked(), all = recorded();
	struct fee_paid paid;

	upload("u.csv", arena_print(keep_mem, "%s%s,500,112/02/10,便利商店,U1\r\n%s,500,112/02/11,郵局臨櫃,U2\r\n", head, slip_of(20), slip_of(21)));
	same_int(booked(), before + 2, "two are booked");
	is_state(take_back(false), BATCH_UNDONE, "LEARN-203 ACMS-095 an upload that nothing was built on is taken back");
	same_int(booked(), before, "with its bookings");
	same_int(recorded(), all, "and its payments");
	ok(!fee_paid(db, keep_mem, slip_of(20), &paid), "the slips are open again");

	upload("u2.csv", arena_print(keep_mem, "%s%s,500,112/02/10,便利商店,U3\r\n%s,400,112/02/11,郵局臨櫃,U4\r\n", head, slip_of(22), slip_of(23)));
	write_one(db, SQL("UPDATE fee_payment SET settlement = 'refund', settled = $1 WHERE reference = 'U4'"), job_now().seconds);
	is_state(take_back(false), BATCH_DONE, "what somebody has settled keeps its upload from being taken back");
	ok(undo.touched && undo.touched->n == 1 && strstr(row_text(undo.touched, 0, "about"), "U4"), "and is named");
	is_state(take_back(true), BATCH_UNDONE, "the rest is, when a person says so");
	same(outcome_of("U4"), "short", "the settled one stays");
	same(outcome_of("U3"), "", "the other is gone");
	ok(!fee_paid(db, keep_mem, slip_of(22), &paid), "and not paid");
}

/* Others report while a file is being stored: its rows lie hidden, and the keys decide in the end. */
static void overtaken(void)
{
	int64_t id;

	write_one(db, SQL("INSERT INTO import_batch (kind, account, agency, state, file_name, sha256, created) VALUES"
		" ('payment', 1, 1, 'storing', 'x', 'x', 1)"), 0);
	id = number(db, "SELECT max(id) FROM import_batch");
	write_one(db, SQL("INSERT INTO fee_payment (channel, reference, slip_number, amount, paid_on, received, source, batch, slip, outcome) SELECT"
		" 'post_office_counter', 'O1', number, 500, '2023-02-10', 1, 'x', $1, id, 'booked' FROM fee_slip WHERE number = '1110070000000030'"), id);
	upload("o.csv", "繳費單號,金額,繳款日期,繳費管道,交易序號\r\n1110070000000030,500,112/02/10,郵局臨櫃,O1\r\n");
	ok(strstr(complaint(1), "ERR_PAYMENT_BUSY") != NULL, "what another upload is bringing in waits for it");
	same_int(number(db, "SELECT count(*) FROM fee_payment WHERE reference = 'O1'"), 1, "and is there once");
}

static void csv_and_post(void)
{
	const char *post = both(both(padded("H7001120224", 80), padded(arena_print(keep_mem, "D700000001120224000123%s%09d%010d", slip_of(31), 500, 7), 80)),
		padded("T00000001000000000500", 80));

	is_state(upload("post.txt", post), BATCH_DONE, "ACMS-095 the post office's file");
	same(outcome_of("1120224-000123-0000000007"), "booked", "is of the counter, after the last day too");
	is_state(upload("store.csv", arena_print(keep_mem, "H,STORE,20230221\r\nD,20230221,SEVEN,A0123,0001,%s,500\r\n\r\nD,20230220,SIMPLE,B9,2,%s,500\r\n"
		"T,2,1000\r\n", slip_of(32), slip_of(33))), BATCH_DONE, "ACMS-095 a store's file with commas");
	same(outcome_of("20230221-SEVEN-A0123-0001"), "late", "ACMS-093 told late, since it is of the day after the last");
	same(outcome_of("20230220-SIMPLE-B9-2"), "booked", "of the last day");
	upload("store2.csv", arena_print(keep_mem, "H,STORE,20230221\r\nD,20230220,SEVEN,A0123,0002,%s,500\r\n\r\nD,20230220,ELSE,B9,2,%s,500\r\nT,2,1000\r\n",
		slip_of(34), slip_of(35)));
	ok(text_starts(complaint(1), "4 channel ERR_CODE"), "a blank line does not put the numbers of lines out");
}

static void test_all(void)
{
	db = keep_open();
	job_now = fixed_now;
	job_board(keep_board);
	import_kinds(kinds);
	db_tx(db, basis_tx, NULL);
	db_tx(db, slips_tx, NULL);
	account_named(db, keep_mem, "A58000000A/csptc", &officer);
	fixed();
	structure();
	rows_wrong();
	exceptions();
	undone();
	overtaken();
	csv_and_post();
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
