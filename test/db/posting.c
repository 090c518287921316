/* 任職紀錄 by file, of more rows than are judged at once: those of one person are judged together. */
#include "test/db/keep.h"

#include <sys/mman.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/import/import.h"
#include "app/staff/staff.h"
#include "app/store/store.h"
#include "base/national_id.h"
#include "base/text.h"

enum { PERSONS = 250, EACH = 21 };                              /* 5,250 rows: two pieces when they are checked */

static const struct import_kind *const kinds[] = {&posting_kind, NULL};
static struct db *db;
static struct import_order order = {.kind = &posting_kind, .file_name = "postings.csv"};
static int64_t content, batch;

static void make_basis(struct db *d, void *with)
{
	int64_t agency = agency_add(d, "323000000A", "示範部", 0);

	account_add(d, agency, "hr01", "李二美", "agency_officer", NULL);
	db_run(d, SQL("INSERT INTO code_item (table_code, code, name) VALUES ('title', '9001', '科員'), ('rank', '9002', '薦任第7職等'),"
		" ('person_class', '9003', '一般人員')"));
	(void)with;
}

static char *national_id(int n)
{
	char *id = arena_print(keep_mem, "A1%07d0", n * 7919 % 9999991);

	while (!national_id_valid(id))
		id[9]++;
	return id;
}

/* Each person has moved every half year, the newest move first in the file; first_ends: the last day that it gives of each one's first. */
static int write_file(const char *first_ends)
{
	struct text t = text_new(keep_mem, 4 << 20);
	int fd = memfd_create("postings", MFD_CLOEXEC);

	text_puts(&t, "身分證號,姓名,性別,出生日期,機關代碼,單位,職稱,官職等,人員區分,起日,迄日\r\n");
	for (int move = EACH; move--;)
		for (int i = 0; i < PERSONS; i++)
			text_print(&t, "%s,王小明,男,060/01/01,323000000A,第%d科,9001,9002,9003,%03d/%02d/01,%s\r\n", national_id(i), move, 90 + move / 2,
				move % 2 ? 7 : 1, move ? "" : first_ends);
	if (fd < 0 || write(fd, t.at, t.n) != (ssize_t)t.n)
		fail("the file can't be written");
	return fd;
}

static void hand_in(struct db *d, void *with)
{
	(void)with;
	batch = batch_new(d, &order, content, false);
}

static struct import_batch take(const char *first_ends)
{
	struct import_batch b;
	struct arena *mem = arena_new(256 << 20);
	int fd = write_file(first_ends);

	content = store_content(db, fd);
	db_tx(db, hand_in, NULL);
	close(fd);
	import_work(db, mem, batch, job_now(), NULL);
	batch_load(db, keep_mem, batch, &b);
	arena_free(mem);
	return b;
}

static void test_together(void)
{
	struct who officer;
	struct import_batch b;

	db = keep_open();
	db_tx(db, make_basis, NULL);
	if (!account_named(db, keep_mem, "323000000A/hr01", &officer))
		fail("no officer");
	order.who = &officer;
	order.now = job_now();
	b = take("130/12/31");
	same_int(b.rows_wrong, PERSONS * (EACH - 1), "LEARN-037 E-POS-01 a row that reaches over all behind it is held against each of them");
	b = take("");
	if (!ok(batch_state(&b) == BATCH_DONE, "LEARN-042 %d rows of %d persons are taken", PERSONS * EACH, PERSONS))
		printf("#      %s %s\n", b.state.label, b.reason);
	same_int(number(db, "SELECT count(*) FROM service_record"), PERSONS * EACH, "LEARN-042 each of them is a posting");
	same_int(number(db, "SELECT count(*) FROM service_record WHERE to_day IS NULL"), PERSONS, "LEARN-037 of each person the newest lasts");
	same_int(number(db, "SELECT count(*) FROM person"), PERSONS, "and each person is made once");
	db_close(db);
}

int main(void)
{
	import_kinds(kinds);
	on_both(test_together);
	return keep_end();
}
