/* The audit log: many writers at once, sealing beside them, and every kind of tampering found. */
#include "test/db/keep.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "app/audit/audit.h"

enum { WRITERS = 4, EACH = 2500 };

static struct moment (*clock_now)(void);
static const struct job_kind *const kinds[] = {&audit_seal_job, NULL};
static char key_file[600];

static void add_tx(struct db *db, void *with)
{
	const int64_t *n = with;
	char after[64];

	snprintf(after, sizeof(after), "{\"report_date\":\"2024-08-%02d\"}", (int)(*n % 28) + 1);
	audit_add(db, &(struct audit_event){.account = 1 + *n % 7, .agency = 3, .address = "192.0.2.1", .action = "report.save",
		.subject_kind = "trainee", .subject = *n, .before = "{\"report_date\":null}", .after = after, .reason = "更正"});
	if (*n % 10 == 9)
		db_undo(db);
}

static void writer(int which)
{
	struct db *db = keep_open();

	for (int64_t i = 0; i < EACH; i++)
		db_tx_bulk(db, add_tx, &(int64_t){which * EACH + i});
	db_close(db);
	_exit(0);
}

static void sealer(void)
{
	struct db *db = keep_open();

	for (int i = 0; i < 20; i++) {
		audit_seal(db);
		nap(50);
	}
	db_close(db);
	_exit(0);
}

static void write_from_many(void)
{
	int status, failed = 0;

	for (int i = 0; i <= WRITERS; i++)
		if (!fork())
			i < WRITERS ? writer(i) : sealer();
	for (int i = 0; i <= WRITERS; i++) {
		wait(&status);
		failed += status != 0;
	}
	same_int(failed, 0, "four processes write while a fifth seals");
}

/* ---- findings ---- */

struct findings {
	int n[AUDIT_NOT_SEALED + 1], all;
	int64_t row, seal;
};

static void count(void *with, const struct audit_finding *f)
{
	struct findings *to = with;

	to->n[f->fault]++;
	to->all++;
	to->row = f->row;
	to->seal = f->seal;
	if (!f->text || !*f->text)
		to->all = -1000;
}

static struct findings verify(struct db *db, const char *exported)
{
	struct findings f = {{0}, 0, 0, 0};

	audit_verify(db, exported, count, &f);
	return f;
}

/* The statement tampers with one thing, the second takes it back. */
static void tamper(struct db *db, const char *what, const char *with, const char *back, int64_t id, enum audit_fault fault, bool row)
{
	struct findings f;

	write_one(db, SQL(with), id);
	f = verify(db, NULL);
	ok(f.all == 1 && f.n[fault] == 1 && (row ? f.row : f.seal) == id, "%s is found, and nothing else (%d findings)", what, f.all);
	write_one(db, SQL(back), id);
}

#define COLUMNS "id, made, account, agency, address, action, subject_kind, subject, was, became, reason, seal"

static void test_rows(struct db *db)
{
	int64_t id = number(db, "SELECT MIN(id) + 100 FROM audit");

	id = number(db, arena_print(keep_mem, "SELECT MIN(id) FROM audit WHERE id >= %lld", (long long)id));
	tamper(db, "a changed value", "UPDATE audit SET became = became || ' ' WHERE id = $1",
		"UPDATE audit SET became = RTRIM(became) WHERE id = $1", id, AUDIT_ROW_CHANGED, true);
	tamper(db, "a changed account", "UPDATE audit SET account = account + 1 WHERE id = $1",
		"UPDATE audit SET account = account - 1 WHERE id = $1", id, AUDIT_ROW_CHANGED, true);
	tamper(db, "a changed moment", "UPDATE audit SET made = made - 1 WHERE id = $1",
		"UPDATE audit SET made = made + 1 WHERE id = $1", id, AUDIT_ROW_CHANGED, true);
	tamper(db, "a text made unknown", "UPDATE audit SET reason = NULL WHERE id = $1",
		"UPDATE audit SET reason = '更正' WHERE id = $1", id, AUDIT_ROW_CHANGED, true);
	tamper(db, "a text moved to the next column", "UPDATE audit SET address = NULL, reason = address || reason WHERE id = $1",
		"UPDATE audit SET address = '192.0.2.1', reason = '更正' WHERE id = $1", id, AUDIT_ROW_CHANGED, true);
	write_one(db, SQL("CREATE TABLE audit_aside AS SELECT " COLUMNS " FROM audit WHERE 1 = 0"), 0);
	write_one(db, SQL("INSERT INTO audit_aside SELECT " COLUMNS " FROM audit WHERE id = $1"), id);
	tamper(db, "a removed row", "DELETE FROM audit WHERE id = $1",
		"INSERT INTO audit (" COLUMNS ") SELECT " COLUMNS " FROM audit_aside WHERE id = $1", id, AUDIT_ROW_REMOVED, true);
	write_one(db, SQL("UPDATE audit_aside SET id = id + 1000000"), 0);
	tamper(db, "a row put into a seal",
		"INSERT INTO audit (" COLUMNS ") SELECT " COLUMNS " FROM audit_aside WHERE $1 > 0",
		"DELETE FROM audit WHERE id = $1", id + 1000000, AUDIT_ROW_PUT_IN, true);
	write_one(db, SQL("UPDATE audit_aside SET seal = 1000000"), 0);
	tamper(db, "a row of a seal that does not exist",
		"INSERT INTO audit (" COLUMNS ") SELECT " COLUMNS " FROM audit_aside WHERE $1 > 0",
		"DELETE FROM audit WHERE id = $1", id + 1000000, AUDIT_ROW_PUT_IN, true);
	write_one(db, SQL("DROP TABLE audit_aside"), 0);
	same_int(verify(db, NULL).all, 0, "all of it taken back, the log verifies again");
}

static void test_seals(struct db *db)
{
	struct findings f;

	tamper(db, "a changed moment of a seal", "UPDATE audit_seal SET made = made + 1 WHERE number = $1",
		"UPDATE audit_seal SET made = made - 1 WHERE number = $1", 2, AUDIT_SEAL_CHANGED, false);
	write_one(db, SQL("CREATE TABLE seal_aside AS SELECT * FROM audit_seal WHERE number = 2"), 0);
	write_one(db, SQL("DELETE FROM audit_seal WHERE number = 2"), 0);
	f = verify(db, NULL);
	ok(f.n[AUDIT_SEAL_REMOVED] == 1 && f.n[AUDIT_ROW_PUT_IN] > 0 && !f.n[AUDIT_SEAL_CHANGED], "a removed seal is found");
	write_one(db, SQL("INSERT INTO audit_seal SELECT * FROM seal_aside"), 0);
	write_one(db, SQL("DROP TABLE seal_aside"), 0);
	same_int(verify(db, NULL).all, 0, "taken back, the log verifies again");
}

static void test_tail(struct db *db)
{
	const char *newest = audit_newest(db, keep_mem);
	int64_t last = number(db, "SELECT MAX(number) FROM audit_seal");
	struct findings f;

	same_int(verify(db, newest).all, 0, "the exported newest seal fits");
	f = verify(db, "nonsense");
	same_int(f.all, 1, "an exported seal that can't be read is reported");
	write_one(db, SQL("DELETE FROM audit WHERE seal = $1"), last);
	write_one(db, SQL("DELETE FROM audit_seal WHERE number = $1"), last);
	same_int(verify(db, NULL).all, 0, "a tail that was cut off does not show by itself");
	f = verify(db, newest);
	ok(f.all == 1 && f.n[AUDIT_TAIL_CUT] == 1, "… but does with the exported seal");
	db_tx(db, add_tx, &(int64_t){1});
	audit_seal(db);
	f = verify(db, newest);
	ok(f.all == 1 && f.n[AUDIT_SEAL_CHANGED] == 1, "… also when another seal has taken its number");
}

static struct moment two_hours_later(void)
{
	return (struct moment){(int64_t)time(NULL) + 7200};
}

static void test_open_rows(struct db *db)
{
	int64_t n = number(db, "SELECT COUNT(*) FROM audit");
	struct rows *r;

	audit_refusal(db, &(struct audit_event){.account = 5, .action = "report.refused", .subject_kind = "batch", .subject = 12,
		.reason = "非本機關之受訓人員"});
	same_int(number(db, "SELECT COUNT(*) FROM audit"), n + 1, "a refusal is written in its own transaction");
	same_int(verify(db, NULL).all, 0, "new rows may wait for their seal");
	job_now = two_hours_later;
	same_int(verify(db, NULL).n[AUDIT_NOT_SEALED], 1, "… but not for long");
	job_now = clock_now;
	r = audit_history(db, keep_mem, "batch", 12);
	same_int(r->n, 1, "the history of a record has its events");
	same(row_text(r, 0, "reason"), "非本機關之受訓人員", "… with the reason");
	r = audit_find(db, keep_mem, &(struct audit_filter){.account = 5, .action = "report.refused", .most = 10});
	same_int(r->n, 1, "events are found by account and action");
	r = audit_find(db, keep_mem, &(struct audit_filter){.agency = 3, .before = row_int(r, 0, "id"), .most = 10});
	same_int(r->n, 10, "… by agency, page after page");
	ok(row_int(r, 0, "id") > row_int(r, 9, "id"), "… the newest first");
}

static struct moment (*real_now)(void);
static int64_t shift;

static struct moment shifted(void)
{
	return (struct moment){real_now().seconds + shift};
}

static void test_job(struct db *db)
{
	real_now = job_now;
	job_now = shifted;
	shift = 0;
	job_run_due(db, kinds);
	shift = 11;
	job_run_due(db, kinds);
	same_int(number(db, "SELECT COUNT(*) FROM audit WHERE seal IS NULL"), 0, "the periodic job seals what is open");
	job_now = real_now;
	same_int(verify(db, NULL).all, 0, "… and the log verifies");
}

static void test_key(void)
{
	struct stat s;

	ok(!stat(key_file, &s) && (s.st_mode & 0777) == 0600 && s.st_size == 32, "the key file is made, for its owner alone");
}

static void test_other_key(struct db *db)
{
	char other[700];
	int fd;

	snprintf(other, sizeof(other), "%s.other", key_file);
	fd = open(other, O_WRONLY | O_CREAT, 0600);
	ok(write(fd, "01234567890123456789012345678901", 32) == 32 && !close(fd), "another key is made");
	audit_key(other);
	ok(verify(db, NULL).n[AUDIT_SEAL_CHANGED] > 0, "a log sealed with another key does not verify");
	audit_key(key_file);
}

#define REFUSED "SELECT COUNT(*) FROM audit WHERE action = 'fee.online.refused'"

/* What strangers send can't fill the log.                                                         ACMS-094 */
static void flood(struct db *db)
{
	struct audit_event e = {.address = "192.0.2.9", .action = "fee.online.refused", .subject_kind = "trade", .reason = "wrong check value",
		.at = {7200}};
	char address[32];

	for (int i = 0; i < 3 * AUDIT_FLOOD_ADDRESS; i++)
		audit_refusal_bounded(db, &e);
	same_int(number(db, REFUSED), AUDIT_FLOOD_ADDRESS, "one address is refused in the log so often in an hour, and no more");
	same_int(number(db, "SELECT COUNT(*) FROM audit WHERE action = 'fee.online.refused' AND reason LIKE '%不再逐筆記錄'"), 1, "the last of them says that more came");
	for (int i = 0; i < 2 * AUDIT_FLOOD; i++) {
		snprintf(address, sizeof address, "192.0.3.%d.%d", i / 256, i % 256);
		e.address = address;
		audit_refusal_bounded(db, &e);
	}
	same_int(number(db, REFUSED), AUDIT_FLOOD, "and all addresses together");
	e.at.seconds += 3600;
	audit_refusal_bounded(db, &e);
	same_int(number(db, REFUSED), AUDIT_FLOOD + 1, "in the next hour it is told again");
	same_int(number(db, "SELECT COUNT(*) FROM audit_flood"), 2, "of the hour before nothing is kept");
}

static void test_all(void)
{
	struct db *db;

	clock_now = job_now;
	snprintf(key_file, sizeof(key_file), "%s.key", keep_board);
	audit_key(key_file);
	write_from_many();
	db = keep_open();
	audit_seal(db);
	test_key();
	same_int(number(db, "SELECT COUNT(*) FROM audit"), WRITERS * EACH / 10 * 9, "all rows but those of undone transactions are there");
	same_int(number(db, "SELECT COUNT(*) FROM audit WHERE seal IS NULL"), 0, "all are sealed");
	ok(number(db, "SELECT COUNT(*) FROM audit_seal") > 3, "… by several seals");
	same_int(verify(db, NULL).all, 0, "the log verifies");
	test_rows(db);
	test_seals(db);
	test_tail(db);
	test_open_rows(db);
	test_job(db);
	test_other_key(db);
	flood(db);
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
