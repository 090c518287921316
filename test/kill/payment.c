/* The kill loop of payments: a bank's file of 20,000 is taken in by `peixun import` while other processes tell of the same trainees' money one
 * by one, and at a random moment all of them are killed with -9.  Then everything is done once more.  Whatever happened: the file is all there or
 * not at all, every payment is recorded once, no slip is paid twice and no money is used twice.      ACMS-095, ACMS-096, ACMS-102 */
#include "test/kill/kit.h"

#include <fcntl.h>
#include <sys/prctl.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/exam/exam.h"
#include "app/fee/fee.h"
#include "base/text.h"

enum { SLIPS = 20000, TELLERS = 2, LINE = 120, FULL_MS = 6000 };

#define ACCOUNT "A58000000A/csptc"

static char program[600], file_name[600];

static const char *slip_of(int n)
{
	return arena_print(keep_mem, "111007%010d", n);
}

/* ---- what is there before, and what the file says ---- */

static void basis_tx(struct db *d, void *with)
{
	static const struct sql person = {.name = "person", .values = 2, .writes = true, .text = "INSERT INTO person (id, national_id, name, name_key,"
		" sex, birth_date) VALUES ($1, $2, '王', '王', 'male', '1991-01-31')"}, admission = {.name = "admission", .values = 2, .writes = true,
		.text = "INSERT INTO admission (id, person, exam, exam_level, exam_category) VALUES ($1, $1, $2, '三等考試', '行政')"},
		slip = {.name = "slip", .values = 2, .writes = true, .text = "INSERT INTO fee_slip (id, admission, number, amount, issued, due)"
		" VALUES ($1, $1, $2, 500, '2023-02-03', '2023-02-20')"};
	int64_t agency = agency_add(d, "A58000000A", "公務人員保障暨培訓委員會", 0), exam;

	(void)with;
	account_add(d, agency, "csptc", "鄭文彬", "csptc_officer", NULL);
	exam = exam_add(d, &(struct exam){.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true});
	for (int i = 1; i <= SLIPS; i++) {
		db_run(d, &person, A(i), A(slip_of(i)));
		db_run(d, &admission, A(i), A(exam));
		db_run(d, &slip, A(i), A(slip_of(i)));
	}
}

static void write_file(void)
{
	struct text t = text_new(keep_mem, 16 << 20);
	int fd = open(file_name, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	text_print(&t, "%-*s\r\n", LINE, "18221120221");
	for (int i = 1; i <= SLIPS; i++)
		text_print(&t, "%-*s\r\n", LINE, arena_print(keep_mem, "2112022111202207111%s%09d00%012d", slip_of(i), 500, i));
	text_print(&t, "%-*s\r\n", LINE, arena_print(keep_mem, "3%08d%012d00", SLIPS, SLIPS * 500));
	if (fd < 0 || write(fd, t.at, t.n) != (ssize_t)t.n || close(fd))
		fail("%s can't be written", file_name);
}

static void clear(void)
{
	static const char *const tables[] = {"import_conflict", "import_issue", "import_piece", "fee_booking", "fee_payment", "fee_ledger", "job", "import_batch"};
	struct db *db = keep_open();

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		db_run(db, SQL(arena_print(keep_mem, "DELETE FROM %s", tables[i])));
	db_close(db);
}

/* ---- who pays in ---- */

static pid_t import_start(pid_t group)
{
	pid_t pid = fork();

	if (pid) {
		setpgid(pid, group ? group : pid);
		return pid;
	}
	setpgid(0, group);
	setenv("PEIXUN_DB", keep_url, 1);
	setenv("PEIXUN_DATA", arena_print(keep_mem, "%s/data", keep_folder), 1);
	if (!freopen("/dev/null", "w", stdout))
		_exit(1);
	execl(program, "peixun", "import", "payment", file_name, "--again", "--as", ACCOUNT, NULL);
	_exit(1);
}

static void book_tx(struct db *d, void *with)
{
	fee_book(d, db_arena(d), with);
}

/* Tells of money for one slip after the other, as callbacks of an online payment do: each teller of the same. */
static void tell_all(int from, int step)
{
	struct db *db = keep_open();

	for (int i = from; i <= SLIPS; i += step) {
		struct fee_payment p = {.channel = "online", .reference = arena_print(keep_mem, "T%d", i), .slip = slip_of(i), .amount = 500,
			.paid = date_make(2023, 2, 20), .received = {1676880000}, .source = "線上繳費通知"};

		db_tx(db, book_tx, &p);
	}
	db_close(db);
	_exit(0);
}

static pid_t teller_start(pid_t group)
{
	pid_t pid = fork();

	if (!pid) {
		setpgid(0, group);
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		tell_all(10, 100);
	}
	setpgid(pid, group);
	return pid;
}

static bool ended_well(pid_t pid)
{
	int status;

	waitpid(pid, &status, 0);
	return WIFEXITED(status) && !WEXITSTATUS(status);
}

/* ---- what must hold at any moment ---- */

static bool never_twice(void)
{
	struct db *db = keep_open();
	int64_t bank = number(db, "SELECT count(*) FROM fee_payment_seen WHERE channel = 'convenience_store'"),
		unbooked = number(db, "SELECT count(*) FROM fee_payment_seen p WHERE p.outcome = 'booked' AND NOT EXISTS"
			" (SELECT 1 FROM fee_booking b WHERE b.payment = p.id)"),
		misbooked = number(db, "SELECT count(*) FROM fee_booking b JOIN fee_payment p ON p.id = b.payment WHERE p.outcome <> 'booked'"
			" OR p.slip <> b.slip"),
		hidden = number(db, "SELECT count(*) FROM fee_booking b WHERE NOT EXISTS (SELECT 1 FROM fee_payment_seen p WHERE p.id = b.payment)");
	int64_t told = number(db, "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) - (SELECT count(*) FROM fee_payment_seen) FROM fee_ledger"),
		stated = number(db, "SELECT CAST(coalesce(sum(booked), 0) AS BIGINT) - (SELECT count(*) * 500 FROM fee_booking) FROM fee_ledger");
	bool good = (bank == 0 || bank == SLIPS) && !unbooked && !misbooked && !hidden && !told && !stated;

	if (!good)
		printf("# %lld of the bank's are seen, %lld not booked, %lld booked wrongly, %lld booked and not seen;"
			" the statement tells %lld payments and %lld 元 more\n", (long long)bank, (long long)unbooked, (long long)misbooked,
			(long long)hidden, (long long)told, (long long)stated);
	db_close(db);
	return good;
}

/* Everything once more, undisturbed: then all is there, and once. */
static bool complete(void)
{
	struct db *db;
	pid_t import = import_start(0), teller = teller_start(import);
	bool done = ended_well(import) & ended_well(teller), good;

	db = keep_open();
	good = number(db, "SELECT count(*) FROM fee_booking") == SLIPS && number(db, "SELECT count(*) FROM fee_payment_seen") == SLIPS + SLIPS / 100 &&
		number(db, "SELECT count(*) FROM fee_payment_seen WHERE outcome = 'double'") == SLIPS / 100;
	if (!done || !good)
		printf("# %s; %lld bookings, %lld payments\n", done ? "ended well" : "ended badly",
			(long long)number(db, "SELECT count(*) FROM fee_booking"), (long long)number(db, "SELECT count(*) FROM fee_payment_seen"));
	db_close(db);
	return done && good;
}

/* A server's process that works for a killed one may still be ending its last commit. */
static void wait_for_others(struct db *db)
{
	while (db_is_postgresql(db) && number(db, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"))
		nap(20);
}

/* What a killed command has left hidden is swept by the job once the command is dead for long; here at once. */
static void sweep_left(void)
{
	struct db *db = keep_open();

	wait_for_others(db);
	write_one(db, SQL("DELETE FROM fee_payment WHERE batch IN (SELECT id FROM import_batch WHERE hidden = 1)"), 0);
	write_one(db, SQL("DELETE FROM import_piece WHERE batch IN (SELECT id FROM import_batch WHERE hidden = 1)"), 0);
	write_one(db, SQL("UPDATE import_batch SET state = 'failed', lease = 0 WHERE hidden = 1"), 0);
	db_close(db);
}

static bool round_of(int delay)
{
	pid_t import, pids[TELLERS];
	bool good;

	clear();
	import = import_start(0);
	for (int i = 0; i < TELLERS; i++)
		pids[i] = teller_start(import);
	nap(delay);
	kill_all(import);
	for (int i = 0; i < TELLERS; i++)
		waitpid(pids[i], NULL, 0);
	good = never_twice();
	sweep_left();
	return good && complete() && never_twice();
}

static void test_all(void)
{
	int rounds = kill_rounds(60, 4);
	struct db *db = keep_open();

	snprintf(file_name, sizeof(file_name), "%s/bank.txt", keep_folder);
	db_tx(db, basis_tx, NULL);
	db_close(db);
	write_file();
	for (int i = 0; i < rounds; i++) {
		int delay = kill_random(FULL_MS);

		if (!ok(round_of(delay), "kill %d of %d after %d ms: all or nothing, and never twice (ACMS-095, ACMS-096, ACMS-102)", i + 1, rounds, delay))
			break;
	}
}

/* The program beside this one: build/MODE/test/kill/payment is run, build/MODE/peixun is tested. */
int main(void)
{
	kill_find(program, sizeof program);
	kill_begin();
	on_both(test_all);
	return keep_end();
}
