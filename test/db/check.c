/* check-data: what is kept twice and differs is found, each by its rule, and nothing else.   ACMS-103 */
#include "test/db/keep.h"

#include <fcntl.h>

#include "app/check/check.h"
#include "app/store/store.h"
#include "base/collate.h"
#include "base/text.h"

static const char *const made[] = {
	"INSERT INTO agency (code, name) VALUES ('323000000A', '示範部')",
	"INSERT INTO agency (code, name) VALUES ('323010000B', '示範局')",
	"INSERT INTO exam (exam_year, exam_code, exam_name) VALUES (111, '007', '警察人員考試')",
	"INSERT INTO import_batch (kind, account, agency, state, hidden, file_name, file, sha256, created, rows_created) "
		"VALUES ('roster', 1, 1, 'done', 0, 'a.csv', 2, '', 1, 2)",
	"INSERT INTO import_piece (batch, number, what, first, last) VALUES (1, 1, 'admission', 1, 3)",
	"INSERT INTO admission (person, exam, agency, exam_level, exam_category, report_date, batch, version) "
		"VALUES (1, 1, 1, '', '', '2022-10-03', 1, 2)",
	"INSERT INTO admission (person, exam, agency, exam_level, exam_category, batch) VALUES (2, 1, 1, '', '', 1)",
	"INSERT INTO admission (person, exam, agency, exam_level, exam_category, report_date) VALUES (3, 1, 2, '', '', '2022-10-03')",
	"INSERT INTO report_entry (agency, account, at, overwrite) VALUES (1, 1, 1, 0)",
	"INSERT INTO report_entry_row (entry, admission, outcome, after_version) VALUES (1, 1, 'written', 2)",
	"INSERT INTO deadline (kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due,"
		" state, started) VALUES ('plan-form', 'trainee', 1, '', 1, '2022-10-03', '7d', 'next_day', '', '2022-10-10', '2022-10-10', 'open', 1)",
	"INSERT INTO deadline (kind, subject_kind, subject, about, agency, event_day, length, counted, citation, raw, due,"
		" state, ended, started) VALUES ('plan-form', 'trainee', 3, '', 2, '2022-10-03', '7d', 'next_day', '', '2022-10-10', '2022-10-10',"
		" 'met', '2022-10-05', 1)",
	"INSERT INTO deadline_provisional (deadline) VALUES (1), (2)",
	"INSERT INTO training (admission, attempt, kind, agency, plan, plan_version, report_date, end_date) "
		"VALUES (1, 1, 'first', 1, '112-senior-ordinary', 1, '2022-10-03', '2023-02-02')",
	"INSERT INTO end_ledger (training, cause, became, account, made) VALUES (1, 'initial', '2023-02-02', 1, 1)",
	"INSERT INTO trainee_state (admission, state) VALUES (1, 'in_training')",
	"INSERT INTO training_event (admission, training, event, day, was, became, account, made) "
		"VALUES (1, 1, 'reported', '2022-10-03', 'allocated', 'in_training', 1, 1)",
	"INSERT INTO training_event (admission, training, event, day, was, became, account, made) "
		"VALUES (1, 1, 'bt', '2022-10-03', 'none', 'running', 1, 1)",
	"INSERT INTO plan_form (admission) VALUES (3)",
	"INSERT INTO plan_form_file (admission, number, file, original_name, size, sha256, seal_declared, uploaded, uploaded_by) "
		"SELECT 3, 1, 1, 'a.pdf', size, sha256, 1, 1, 1 FROM file_content WHERE id = 1",
};

static void put_file(struct db *db, int n)
{
	int fd = open(arena_print(keep_mem, "%s/file", keep_folder), O_RDWR | O_CREAT | O_TRUNC, 0600);
	struct stored file;

	for (int i = 0; i < n; i++)
		if (write(fd, &i, sizeof i) != sizeof i)
			fail("no room for a file");
	store_put(db, fd, "a.pdf", "application/pdf", &file);
	close(fd);
}

static void fill(struct db *db, void *with)
{
	static const char *const names[] = {"王小明", "陳美玲", "林志強"};
	static const struct sql person = {.name = "person", .values = 3, .writes = true,
		.text = "INSERT INTO person (national_id, name, name_key, sex, birth_date) VALUES ($1, $2, $3, '', '')"};

	(void)with;
	put_file(db, 100000);                                       /* of two pieces */
	put_file(db, 3);
	for (int i = 0; i < 3; i++)
		db_run(db, &person, A(arena_print(keep_mem, "A%d", i)), A(names[i]), A(collate_key(keep_mem, names[i])));
	for (size_t i = 0; i < sizeof made / sizeof *made; i++)
		db_run(db, arena_copy(keep_mem, SQL(made[i]), sizeof(struct sql)));
}

static struct { int64_t n; const char *words; } seen;

static void note(void *with, const char *finding)
{
	(void)with;
	if (!seen.words || strstr(finding, seen.words))
		seen.n++;
	else
		printf("# found: %s\n", finding);
}

/* Number of findings; all must have these words. */
static int64_t findings(struct db *db, const char *words)
{
	seen.n = 0;
	seen.words = words;
	int64_t all = check_data(db, note, NULL);

	return all == seen.n ? all : -1;
}

/* `with` breaks one thing and `back` mends it. */
static void broken(struct db *db, const char *with, const char *back, const char *words, int64_t n)
{
	write_one(db, SQL(with), 0);
	ok(findings(db, words) == n, "ACMS-103 %s", with);
	write_one(db, SQL(back), 0);
}

static void test_all(void)
{
	struct db *db = keep_open();

	same_int(db_tx(db, fill, NULL), DB_OK, "some records");
	same_int(findings(db, NULL), 0, "what agrees has no finding");
	broken(db, "UPDATE admission SET report_date = '2022-10-04' WHERE id = 1", "UPDATE admission SET report_date = '2022-10-03' WHERE id = 1",
		"2022-10-04", 3);
	broken(db, "UPDATE admission SET agency = 2 WHERE id = 1", "UPDATE admission SET agency = 1 WHERE id = 1", "編號 1：所屬機關與人員資料不同（deadline 1 / 2）", 1);
	broken(db, "INSERT INTO life_record (kind, admission, agency, state, day, data) VALUES ('x', 1, 2, 'a', '2022-10-03', '{}')",
		"DELETE FROM life_record", "所屬機關與人員資料不同（life_record 2 / 1）", 1);
	broken(db, "UPDATE deadline SET due = '2022-10-11' WHERE id = 1", "UPDATE deadline SET due = '2022-10-10' WHERE id = 1",
		"應為 2022-10-10", 1);
	broken(db, "UPDATE training SET end_date = '2023-02-03'", "UPDATE training SET end_date = '2023-02-02'", "2023-02-03", 2);
	broken(db, "UPDATE end_ledger SET became = '2023-02-03'", "UPDATE end_ledger SET became = '2023-02-02'",
		"訓練期滿日與異動紀錄不同（2023-02-02 / 2023-02-03）", 1);
	broken(db, "UPDATE trainee_state SET state = 'passed'", "UPDATE trainee_state SET state = 'in_training'",
		"狀態與最近一次事件不同（passed / in_training）", 1);
	broken(db, "UPDATE training SET shortened = 1", "UPDATE training SET shortened = 0", "依訓練計畫應為 2022-12-02", 1);
	broken(db, "UPDATE plan_form_file SET returned = 5", "UPDATE plan_form_file SET returned = NULL", "期限 2：註記為已上傳", 1);
	broken(db, "UPDATE report_entry_row SET after_version = 3", "UPDATE report_entry_row SET after_version = 2", "人員 1：報到日期匯入紀錄", 1);
	broken(db, "UPDATE exam SET version = 0", "UPDATE exam SET version = 1", "exam", 1);
	broken(db, "UPDATE plan_form_file SET sha256 = ''", "UPDATE plan_form_file SET sha256 = (SELECT sha256 FROM file_content WHERE id = 1)",
		"與儲存的檔案不符", 1);
	broken(db, "UPDATE plan_form_file SET number = 2", "UPDATE plan_form_file SET number = 1", "版次不連續", 1);
	broken(db, "UPDATE file_content SET sha256 = 'x' WHERE id = 2", "UPDATE file_content SET sha256 = "
		"'ad5dc1478de06a4c2728ea528bd9361a4b945e92a414bf4d180cedaaeaa5f4cc' WHERE id = 2", "SHA-256", 1);
	broken(db, "UPDATE file_content SET size = 13 WHERE id = 2", "UPDATE file_content SET size = 12 WHERE id = 2", "大小不符（13 / 12）", 1);
	broken(db, "UPDATE import_batch SET rows_created = 3", "UPDATE import_batch SET rows_created = 2", "3 / 2", 1);
	broken(db, "UPDATE admission SET person = 9 WHERE id = 2", "UPDATE admission SET person = 2 WHERE id = 2", "admission.person 9", 1);
	broken(db, "UPDATE plan_form SET admission = 7", "UPDATE plan_form SET admission = 3", "plan_form.admission", 1);
	broken(db, "UPDATE import_batch SET file = NULL", "UPDATE import_batch SET file = 2", "檔案 2：沒有任何資料使用", 1);
	broken(db, "UPDATE person SET name_key = '00' WHERE id = 2", "UPDATE person SET name_key = '01' WHERE id = 2", "姓名 2", 1);
	same_int(findings(db, "姓名 2"), 1, "a key by another order is found");
	same_int(check_mend_order(db), 1, "… and made anew");
	same_int(findings(db, NULL), 0, "… and all agrees");
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
