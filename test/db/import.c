/* Uploads of many rows, with the roster of admitted persons as the kind, the same on both engines. */
#include "test/db/keep.h"

#include <sys/mman.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/exam/exam.h"
#include "app/import/import.h"
#include "app/roster/roster.h"
#include "app/store/store.h"
#include "base/national_id.h"
#include "base/text.h"

static struct db *db;
static struct who officer;
static struct import_batch batch;

static const char head[] = "*年度,*考試代碼,*身分證字號,*姓名,*性別,*出生日期,*考試等級,*考試類科,機關代碼,教育訓練成績\r\n";

/* Another kind, to be told apart by its heading row. */
struct other { const char *course, *ended; };
static const struct field other_fields[] = {
	FIELD(other, course, TEXT, EDIT, "課程名稱", .need = true), FIELD(other, ended, TEXT, EDIT, "終迄日期", .need = true), {0}
};
static const struct import_kind other_kind = {.name = "other", .title = "整批新增學員時數(未開班)", .fields = other_fields,
	.size = sizeof(struct other), .key = (const char *const[]){"course", NULL}};
static const struct import_kind *const kinds[] = {&roster_kind, &other_kind, NULL};

/* ---- files */

static char *national_id(int n)
{
	char *id = arena_print(keep_mem, "A%c%07d0", n % 2 ? '2' : '1', n);

	while (!national_id_valid(id))
		id[9]++;
	return id;
}

static char *line(int n, const char *name, const char *rest)
{
	return arena_print(keep_mem, "111,007,%s,%s,%s,080/01/31,三等考試,行政警察人員%s\r\n", national_id(n), name, n % 2 ? "女" : "男", rest);
}

static struct text many(int from, int n)
{
	struct text t = text_new(keep_mem, 64 << 20);

	text_puts(&t, head);
	for (int i = 0; i < n; i++)
		text_puts(&t, line(from + i, arena_print(keep_mem, "王%d", from + i), ",,"));
	return t;
}

static struct import_order order;
static int64_t content, new_batch;

static void put(struct db *d, void *with)
{
	(void)with;
	new_batch = batch_new(d, &order, content, false);
}

static int64_t send(const struct import_kind *kind, const void *bytes, size_t n)
{
	int fd = memfd_create("upload", MFD_CLOEXEC);

	if (write(fd, bytes, n) != (ssize_t)n)
		fail("no upload");
	order.kind = kind;
	order.who = &officer;
	order.now = job_now();
	if (!order.file_name)
		order.file_name = "roster.csv";
	content = store_content(db, fd);
	db_tx(db, put, NULL);
	close(fd);
	return new_batch;
}

static enum import_state state_of(int64_t id)
{
	batch_load(db, keep_mem, id, &batch);
	return batch_state(&batch);
}

static size_t peak;                                             /* of the last run, without what it gives back before its end */

static enum import_state run(int64_t id)
{
	struct arena *mem = arena_new(256 << 20);

	import_work(db, mem, id, job_now(), NULL);
	peak = arena_peak(mem);
	arena_free(mem);
	return state_of(id);
}

/* Sends and runs; the options of the order are used once. */
static enum import_state upload(const char *bytes, size_t n)
{
	int64_t id = send(&roster_kind, bytes, n);

	order = (struct import_order){0};
	return run(id);
}

static enum import_state upload_text(const char *words)
{
	return upload(words, strlen(words));
}

static const char *with_head(const char *rows)
{
	return arena_print(keep_mem, "%s%s", head, rows);
}

/* Complaint number i of the last batch, as "row field code text". */
static const char *complaint(int i)
{
	static const struct sql one = {.name = "complaint", .values = 2,
		.text = "SELECT row_number, field, code, text FROM import_issue WHERE batch = $1 AND number = $2"};
	struct rows *r = db_run(db, &one, A(batch.id), A(i));

	return r->n ? arena_print(keep_mem, "%lld %s %s %s", (long long)row_int(r, 0, "row_number"), row_text(r, 0, "field"),
		row_text(r, 0, "code"), row_text(r, 0, "text")) : "";
}

static int64_t seen(void)
{
	return number(db, "SELECT count(*) FROM trainee");
}

static void is_state(enum import_state want, const char *what)
{
	if (!ok(batch_state(&batch) == want, "%s", what))
		printf("#      got: %s %s\n#      %s\n#      %s\n", batch.state.label, batch.reason, complaint(1), complaint(2));
}

static const char *counts(void)
{
	return arena_print(keep_mem, "%lld=%lld+%lld+%lld+%lld+%lld", (long long)batch.rows_read, (long long)batch.rows_created,
		(long long)batch.rows_updated, (long long)batch.rows_unchanged, (long long)batch.rows_conflict, (long long)batch.rows_wrong);
}

static const char *file_text(int64_t id)
{
	struct bytes b = store_get(db, keep_mem, id);

	return b.n ? arena_bytes(keep_mem, b.at, b.n) : "";
}

static void wipe(void)
{
	static const char *const statements[] = {"DELETE FROM import_conflict", "DELETE FROM import_issue", "DELETE FROM import_piece",
		"DELETE FROM roster_change", "DELETE FROM admission", "DELETE FROM person", "DELETE FROM import_batch"};

	for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
		db_run(db, (&(const struct sql){.name = "wipe", .text = statements[i], .writes = true, .scans = true}));
}

/* ---- ACMS-023 */

static void loads(void)
{
	upload_text(with_head(arena_print(keep_mem, "%s%s", "111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員,,\r\n"
		"111,007,a223456781,陳美玲,女,1991-02-28,三等考試,刑事警察人員,323000000A,85.5\r\n",
		"111,7,B123456780,林志強,男,0800131,四等考試,行政警察人員,,\r\n")));
	is_state(BATCH_DONE, "ACMS-023 a correct file is loaded in one step");
	same(counts(), "3=3+0+0+0+0", "ACMS-023 with its counts");
	struct rows *r = db_run(db, SQL("SELECT t.*, g.code FROM trainee t LEFT JOIN agency g ON g.id = t.agency ORDER BY t.national_id"));

	ok(r->n == 3 && text_is(row_text(r, 0, "name"), "王小明") && text_is(row_text(r, 0, "birth_date"), "1991-01-31") &&
		text_is(row_text(r, 0, "sex"), "male") && text_is(row_text(r, 0, "exam_code"), "007"), "ACMS-023 persons are as in the file");
	ok(text_is(row_text(r, 1, "national_id"), "A223456781") && text_is(row_text(r, 1, "education_score"), "85.50") &&
		text_is(row_text(r, 1, "code"), "323000000A") && !row_null(r, 1, "taken_over"), "ACMS-023 with agency and score where given");
	ok(text_is(row_text(r, 2, "exam_code"), "007") && row_null(r, 2, "agency"), "a code whose zeros a spreadsheet took away is the same");
}

static void outcomes(void)
{
	upload_text(with_head("111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員,323000000A,90\r\n"
		"111,007,A223456781,陳美齡,女,1991-02-28,三等考試,刑事警察人員,,\r\n"
		"111,007,B123456780,林志強,男,0800131,四等考試,行政警察人員,,\r\n"
		"111,007,S200000017,張怡君,女,0790101,四等考試,行政警察人員,,\r\n"));
	is_state(BATCH_DONE, "ACMS-023 a differing row does not stop the others");
	same(counts(), "4=1+1+1+1+0", "created, updated, unchanged, to be decided, rejected");
	struct rows *r = db_run(db, SQL("SELECT name, education_score, agency, version FROM trainee ORDER BY national_id"));

	ok(text_is(row_text(r, 1, "name"), "陳美玲"), "ACMS-023 what differs is never overwritten silently");
	ok(text_is(row_text(r, 0, "education_score"), "90.00") && row_int(r, 0, "agency") && row_int(r, 0, "version") == 2,
		"what was missing is filled in");
	r = db_run(db, SQL("SELECT about, difference FROM import_conflict"));
	ok(r->n == 1 && strstr(row_text(r, 0, "difference"), "「姓名」") && strstr(row_text(r, 0, "difference"), "陳美玲") &&
		strstr(row_text(r, 0, "difference"), "陳美齡"), "the conflict says what is stored and what the file has");
	ok(strstr(row_text(r, 0, "about"), "A22****781") && !strstr(row_text(r, 0, "about"), "A223456781"), "and masks the ID");
}

static bool decided;
static void decide(struct db *d, void *take)
{
	int64_t id = number(d, "SELECT min(id) FROM import_conflict WHERE decision IS NULL");

	decided = conflicts_decide(d, &batch, &id, 1, *(bool *)take, &officer, NULL, job_now());
}

static void decisions(void)
{
	bool take = true;

	db_tx(db, decide, &take);
	ok(decided && number(db, "SELECT count(*) FROM trainee WHERE name = '陳美齡'") == 1, "ACMS-023 a person takes the file's data");
	same_int(number(db, "SELECT count(*) FROM import_conflict WHERE decision = 'take'"), 1, "which is recorded");
	same_int(number(db, "SELECT count(*) FROM audit WHERE action = 'roster.take' AND was LIKE '%陳美玲%' AND became LIKE '%陳美齡%'"), 1,
		"with what was before");
	decided = true;
	db_tx(db, decide, &take);
	ok(!decided, "nothing is decided twice");
}

static void complaints(void)
{
	int64_t before = seen();

	upload_text(with_head("111,007,A123456788,王小明,男,080/02/30,三等考試,行政警察人員,,\r\n"
		"111,007,A100000109,,中,080/01/31,三等考試,行政警察人員,,101\r\n"
		"111,999,A100000118,李四,男,080/01/31,三等考試,行政警察人員,999999999Z,\r\n"));
	is_state(BATCH_REFUSED, "ACMS-023 any bad row refuses the file");
	same_int(seen(), before, "and nothing of it is stored");
	same(complaint(1), "2 national_id ERR_ID 身分證字號「A123456788」的格式或檢查碼不正確。", "ACMS-023 row, field, value, reason");
	same(complaint(2), "2 birth_date ERR_DATE 「出生日期」的日期「080/02/30」不正確，請輸入民國年月日，例如 111/10/03。", "all of a row");
	same(complaint(3), "3 name ERR_REQUIRED 「姓名」為必填欄位，請輸入。", "LEARN-016 and of all rows");
	same(complaint(4), "3 sex ERR_CODE 「性別」的值「中」不在可選項目內，可選：男、女。", "with what would be right");
	same(complaint(5), "3 education_score ERR_SCORE 「教育訓練成績」的成績「101」不正確，請輸入 0 至 100 之數字。", "a score over 100");
	ok(strstr(complaint(6), "4 exam_code ERR_EXAM_NOT_FOUND"), "an examination that is not there");
	ok(strstr(complaint(7), "4 agency_code E-REF-01"), "an agency that is not there");
	same_int(batch.rows_wrong, 3, "three wrong rows");
}

static void doubles(void)
{
	upload_text(with_head(arena_print(keep_mem, "%s%s%s", line(1, "甲", ",,"), line(2, "乙", ",,"), line(1, "甲", ",,"))));
	is_state(BATCH_REFUSED, "LEARN-022 ACMS-023 a key that comes twice in a file is refused");
	same(complaint(1), "4 national_id E-CSV-10 與第 2 列重複。", "LEARN-022 with both row numbers");
	same_int(batch.rows_wrong, 1, "the first one is right");
}

/* ---- LEARN-019 … 021 */

static const char *stored_text(void)
{
	struct rows *r = db_run(db, SQL("SELECT name || '|' || national_id || '|' || birth_date || '|' || exam_category AS a FROM trainee ORDER BY national_id"));
	struct text t = text_new(keep_mem, 1 << 20);

	for (int i = 0; i < r->n; i++)
		text_print(&t, "%s;", row_text(r, i, "a"));
	return t.at;
}

static void encodings(void)
{
	const char *utf8 = with_head(arena_print(keep_mem, "%s%s", line(1, "許功蓋", ",,"), line(2, "\"王,\"\"大\"\"明\"", ",,")));
	struct text big5 = text_new(keep_mem, 1 << 20);
	const char *first, *second, *third;

	charset_encode(CHARSET_CP950, utf8, strlen(utf8), &big5, &(struct charset_lost){0});
	wipe();
	upload_text(utf8);
	first = stored_text();
	same(batch.encoding, "UTF-8", "LEARN-019 UTF-8 is found");
	wipe();
	upload_text(arena_print(keep_mem, "\xEF\xBB\xBF%s", utf8));
	second = stored_text();
	wipe();
	upload(big5.at, big5.n);
	third = stored_text();
	same(batch.encoding, "Big5（CP950）", "LEARN-019 Big5 is found");
	ok(memmem(big5.at, big5.n, "\xB3\x5C\xA5\x5C\xBB\x5C", 6) && strstr(third, "許功蓋"), "LEARN-019 許功蓋 arrives from Big5");
	same(second, first, "LEARN-019 the same with a byte order mark");
	same(third, first, "LEARN-019 and as Big5");
	ok(strstr(first, "王,\"大\"明"), "LEARN-020 a comma and quotes inside a cell");
	ok(strstr(file_text(batch.result), "\xB3\x5C\xA5\x5C\xBB\x5C"), "LEARN-026 the result file has the encoding of the upload");
}

static void broken_bytes(void)
{
	struct text t = many(1, 20);
	char *seventh = t.at;

	wipe();
	for (int i = 1; i < 7; i++)
		seventh = strchr(seventh, '\n') + 1;
	seventh[3] = (char)0xFF;
	upload(t.at, t.n);
	is_state(BATCH_REFUSED, "LEARN-019 a byte FF");
	ok(strstr(batch.reason, "第 7 列") && strstr(batch.reason, "E-CSV-01"), "LEARN-019 names its row");
	same_int(seen(), 0, "LEARN-019 and nothing is stored");
}

static void grammar(void)
{
	wipe();
	upload_text(with_head(arena_print(keep_mem, "%s%s%s,,,,\r\n,,,,\n", line(1, "\"王\r\n明\"", ",,"), line(2, "乙", ",,"), line(3, "", ",,"))));
	is_state(BATCH_REFUSED, "a line break in a name is refused");
	same(complaint(1), "2 name ERR_CONTROL 「姓名」第 2 個字是無法儲存的控制字元，請刪除後重新輸入。", "at its row");
	same(complaint(2), "4 name ERR_REQUIRED 「姓名」為必填欄位，請輸入。", "LEARN-020 the rows behind keep a spreadsheet's numbers");
	same_int(batch.rows_read, 3, "LEARN-020 lines of commas are not counted");
}

static void headings(void)
{
	wipe();
	upload_text("111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員\r\n");
	is_state(BATCH_REFUSED, "LEARN-021 a person's data in the first row");
	ok(strstr(batch.reason, "E-CSV-02"), "LEARN-021 is E-CSV-02");
	upload_text("年度,考試代碼,身分證字號,姓名\r\n111,007,A123456789,王小明\r\n");
	ok(strstr(batch.reason, "E-CSV-03") && strstr(batch.reason, "性別、出生日期、考試等級、考試類科"), "LEARN-021 E-CSV-03 names all that lack");
	upload_text("課程名稱,終迄日期\r\n甲,乙\r\n");
	ok(strstr(batch.reason, "E-CSV-09") && strstr(batch.reason, other_kind.title), "LEARN-021 another kind's heading is E-CSV-09");
	upload_text("年度,考試年度,考試代碼,身分證字號,姓名,性別,出生日期,考試等級,考試類科\r\n");
	ok(strstr(batch.reason, "E-CSV-04"), "LEARN-021 a column twice");
	upload_text(head);
	ok(strstr(batch.reason, "E-CSV-08"), "LEARN-029 the template alone is E-CSV-08, not a heading error");
	upload_text("類科,姓　名,＊身分證號,性別,年度,考試代碼,生日,考試等級,備註\r\n行政,王小明,Ａ１２３４５６７８９,男,１１１,007,80.1.31,三等考試,x\r\n");
	is_state(BATCH_DONE, "LEARN-021 any order, aliases, full-width forms");
	same(complaint(1), "0  W-CSV-02 忽略未知欄位：備註。", "LEARN-021 an unknown column is warned of");
}

static void warnings(void)
{
	wipe();
	upload_text(with_head(line(1, "王?明", ",,")));
	is_state(BATCH_DONE, "a doubt does not refuse");
	same(complaint(1), "2 name W-CSV-01 含「?」，可能是存檔時無法轉碼的字，請核對。", "LEARN-019 a question mark in a name is warned of");
	upload_text(with_head(line(2, "王\xEE\x80\x80", ",,")));
	same(complaint(1), "2 name W-CSV-03 含有造字 U+E000，已保留原碼", "LEARN-019 and a user-defined character, which is kept");
}

/* ---- LEARN-023, 026 */

static void only_correct(struct db *d, void *with)
{
	bool *good = with;

	*good = batch_confirm(d, &officer, &batch, true, job_now());
}

static void halves(void)
{
	struct text t = many(1, 100);
	bool good = false;

	wipe();
	for (int i = 0; i < 3; i++) {
		char *at = strstr(t.at, national_id(20 + 30 * i));

		at[9] = at[9] == '9' ? '0' : (char)(at[9] + 1);
	}
	upload(t.at, t.n);
	is_state(BATCH_REFUSED, "LEARN-023 three wrong rows of a hundred refuse the file");
	same_int(seen(), 0, "LEARN-023 no record is stored");
	const char *errors = file_text(batch.errors);
	int lines = 0;

	for (const char *s = errors; (s = strchr(s, '\n')); s++)
		lines++;
	same_int(lines, 4, "LEARN-023 the error file has three rows");
	ok(strstr(errors, "教育訓練成績,錯誤列號,錯誤欄位,錯誤訊息") && strstr(errors, "21,身分證字號,"), "LEARN-026 with row, field and message");
	db_tx(db, only_correct, &good);
	ok(good && run(batch.id) == BATCH_PARTIAL, "LEARN-023 「僅匯入正確資料列」");
	same_int(seen(), 97, "LEARN-023 stores the 97 others");
	same(counts(), "100=97+0+0+0+3", "LEARN-023 with the counts");
	struct text mended = text_new(keep_mem, 1 << 20);

	for (const char *s = errors; *s; s++)
		text_char(&mended, *s);
	for (int i = 0; i < 3; i++) {
		char *id = national_id(20 + 30 * i), *at = strstr(mended.at, arena_bytes(keep_mem, id, 9));

		at[9] = id[9];
	}
	upload(mended.at, mended.n);
	is_state(BATCH_DONE, "LEARN-026 the error file, corrected, is taken as it is");
	same_int(seen(), 100, "LEARN-026 its three rows are stored");
	same(complaint(1), "", "LEARN-026 its own columns cause no warning");
	ok(strstr(file_text(batch.result), "錯誤訊息") == NULL && strstr(file_text(batch.result), "結果,原因") != NULL,
		"the result file has status and reason, once");
}

static void dry_runs(void)
{
	bool good = false;

	wipe();
	order.dry = true;
	upload_text(with_head(line(1, "甲", ",,")));
	is_state(BATCH_CHECKED, "a file that is only to be checked waits");
	same(counts(), "1=1+0+0+0+0", "with its counts");
	same_int(seen(), 0, "nothing is stored");
	db_tx(db, only_correct, &good);
	ok(good && run(batch.id) == BATCH_DONE && seen() == 1, "confirmed, it is stored");
}

/* ---- LEARN-024 */

static struct moment fixed;
static struct moment at_fixed(void) { return fixed; }

/* A million rows must fit: what a run holds on to is a verdict a row, neither the rows nor their order.        ACMS-023, ACMS-106 */
static void memory(void)
{
	enum { FEW = 2000, MANY = 30000, A_ROW = 10 };
	struct text few = many(100000, FEW), lots = many(200000, MANY);

	order.dry = true;
	upload(few.at, few.n);
	size_t with_few = peak;

	order.dry = true;
	upload(lots.at, lots.n);
	ok(peak - with_few <= (MANY - FEW) * A_ROW, "ACMS-106: %zu bytes for %d more rows", peak - with_few, MANY - FEW);
}

static void nightly(void)
{
	struct moment (*before)(void) = job_now;
	int64_t id;

	wipe();
	job_now = at_fixed;
	fixed = (struct moment){1722477600};                    /* 2024-08-01 10:00 in Taiwan */
	order.nightly = true;
	upload_text(with_head(line(1, "甲", ",,")));
	id = batch.id;
	is_state(BATCH_NIGHT, "LEARN-024 checked at 10:00, stored at night");
	same_int(seen(), 0, "LEARN-024 not before");
	fixed.seconds += 10 * 3600 + 60;
	ok(run(id) == BATCH_DONE && seen() == 1, "LEARN-024 after 20:00 the records appear");
	job_now = before;
}

/* ---- LEARN-025 */

static int64_t die_at;
static void dies(int64_t done, int64_t total, const char *text)
{
	(void)total;
	if (text_is(text, "匯入中") && done >= die_at)
		kill(getpid(), SIGKILL);
}

static void killed_run(int64_t id)
{
	int status;
	pid_t child = fork();

	if (!child) {
		struct db *own = keep_open();

		import_work(own, arena_new(256 << 20), id, job_now(), dies);
		_exit(0);
	}
	waitpid(child, &status, 0);
	ok(WIFSIGNALED(status), "killed after %lld rows", (long long)die_at);
}

static void interrupted(void)
{
	struct text t = many(1, 10000);
	int64_t id;

	wipe();
	id = send(&roster_kind, t.at, t.n);
	order = (struct import_order){0};
	for (die_at = 1; die_at <= 10000; die_at += 3999) {
		db_close(db);
		killed_run(id);
		db = keep_open();
		ok(number(db, "SELECT count(*) FROM admission") >= die_at && !seen(), "LEARN-025 a killed batch is seen by no reader");
		same_int(number(db, "SELECT sum((SELECT count(*) FROM admission a WHERE a.exam = e.id AND NOT EXISTS (SELECT 1 FROM import_batch b "
			"WHERE b.id = a.batch AND b.hidden = 1))) FROM exam e"), 0, "nor counted");
	}
	ok(run(id) == BATCH_DONE && seen() == 10000, "LEARN-025 run again, it is exactly 10,000");
	same_int(number(db, "SELECT count(*) FROM person"), 10000, "and as many persons");
	run(id);
	same_int(seen(), 10000, "LEARN-025 never stored twice");
}

/* A second run that takes over makes the first one harmless. */
static struct db *rival;
static int64_t contested;
static void overtaken(int64_t done, int64_t total, const char *text)
{
	(void)done, (void)total;
	if (text_is(text, "匯入中") && rival) {
		struct db *own = rival;
		struct arena *mem = arena_new(256 << 20);

		rival = NULL;
		import_work(own, mem, contested, job_now(), NULL);
		arena_free(mem);
	}
}

static void two_at_once(void)
{
	struct text t = many(20001, 9000);
	struct arena *mem = arena_new(256 << 20);

	wipe();
	contested = send(&roster_kind, t.at, t.n);
	order = (struct import_order){0};
	rival = keep_open();
	struct db *second = rival;

	import_work(db, mem, contested, job_now(), overtaken);
	ok(state_of(contested) == BATCH_DONE && seen() == 9000 && number(db, "SELECT count(*) FROM admission") == 9000,
		"LEARN-025 a run that was taken for dead adds nothing");
	db_close(second);
	arena_free(mem);
}

static void put_sweep(struct db *d, void *with)
{
	(void)with;
	job_add(d, &import_sweep_job, 0, NULL, 0, (struct moment){0});
}

static void swept(void)
{
	struct text t = many(40001, 5000);
	int64_t id;

	wipe();
	id = send(&roster_kind, t.at, t.n);
	order = (struct import_order){0};
	die_at = 1;
	db_close(db);
	killed_run(id);
	db = keep_open();
	db_run(db, SQL("UPDATE import_batch SET beat = 1"));
	struct job_kind const *const jobs[] = {&import_sweep_job, NULL};

	db_tx(db, put_sweep, NULL);
	job_run_due(db, jobs);
	ok(state_of(id) == BATCH_FAILED, "LEARN-025 a command that died is given up, with the retry offered");
	same_int(number(db, "SELECT count(*) FROM admission") + number(db, "SELECT count(*) FROM person"), 0, "what it had stored is swept");
}

/* ---- LEARN-027 */

static struct import_undo undo;

static void take_back(struct db *d, void *with)
{
	batch_undo(d, with);
}

static bool undone(bool partial)
{
	struct job_kind const *const jobs[] = {&import_sweep_job, NULL};

	state_of(batch.id);
	undo = (struct import_undo){.batch = &batch, .who = &officer, .reason = "檔案錯誤", .partial = partial, .now = job_now()};
	db_use_arena(db, keep_mem);
	db_tx(db, take_back, &undo);
	if (undo.done)
		job_run_due(db, jobs);
	state_of(batch.id);
	return undo.done;
}

static void undoing(void)
{
	struct text t = many(1, 52);
	char *rest;

	wipe();
	upload_text(with_head(arena_print(keep_mem, "%s%s", line(1, "王1", ",,"), line(2, "王2", ",,70"))));
	rest = arena_print(keep_mem, "%s%s%s", head, line(1, "王1", ",323000000A,80"), line(2, "王2", ",323000000A,"));
	upload_text(arena_print(keep_mem, "%s%s", rest, strchr(strstr(t.at, "王2,"), '\n') + 1));
	same(counts(), "52=50+2+0+0+0", "LEARN-027 a batch that created 50 and updated 2");
	ok(undone(false), "LEARN-027 is undone the same day");
	same_int(seen(), 2, "LEARN-027 the 50 are gone");
	same_int(number(db, "SELECT count(*) FROM person"), 2, "as are those who were nothing else");
	same_int(number(db, "SELECT count(*) FROM admission WHERE agency IS NULL AND (education_score IS NULL OR education_score = '70.00')"), 2,
		"LEARN-027 the 2 have what they had");
	is_state(BATCH_UNDONE, "LEARN-027 the batch shows 已復原");
	ok(!undone(false), "once");
}

static void undoing_touched(void)
{
	wipe();
	struct text t = many(1, 10);

	upload(t.at, t.n);
	db_run(db, SQL("UPDATE admission SET report_date = '2024-08-01', version = version + 1 WHERE id = (SELECT min(id) FROM admission)"));
	db_run(db, SQL("INSERT INTO plan_form (admission, issued) SELECT max(id), 1 FROM admission"));
	ok(!undone(false) && undo.touched && undo.touched->n == 2, "LEARN-027 refused as a whole when somebody has built on it");
	ok(seen() == 10 && strstr(row_text(undo.touched, 0, "about"), "王"), "LEARN-027 with the rows");
	ok(undone(true) && seen() == 2, "LEARN-027 「復原可復原的部分」 keeps those two");
	wipe();
	upload(t.at, t.n);
	batch.finished.seconds = 1;
	db_run(db, SQL("UPDATE import_batch SET finished = 1"));
	ok(!undone(false) && seen() == 10, "LEARN-027 not after undo.days");
}

/* ---- LEARN-028 */

static void same_file(void)
{
	const char *words = with_head(line(1, "甲", ",,"));

	wipe();
	order.file_name = "成績　１０７.csv";
	upload_text(words);
	is_state(BATCH_DONE, "LEARN-028 a name of full-width characters does no harm");
	same(batch.file_name, "成績　１０７.csv", "and is shown");
	order.file_name = "b.csv";
	upload_text(words);
	is_state(BATCH_HELD, "LEARN-028 the same bytes wait for a person");
	order.again = true;
	upload_text(words);
	is_state(BATCH_DONE, "LEARN-028 「仍要上傳」");
	same(counts(), "1=0+0+1+0+0", "and changes nothing");
}

/* Between check and store somebody else stores one of the rows differently. */
static void meddles(int64_t done, int64_t total, const char *text)
{
	(void)done, (void)total;
	if (rival && text_is(text, "產製結果檔")) {
		db_run(rival, SQL("UPDATE person SET name = '別人' WHERE national_id = 'A123456789'"));
		rival = NULL;
	}
}

static void changed_meanwhile(void)
{
	const char *words = with_head("111,007,A123456789,王小明,男,080/01/31,三等考試,行政警察人員,,\r\n");
	struct arena *mem = arena_new(256 << 20);

	wipe();
	upload_text(words);
	struct db *other = rival = keep_open();
	const char *more = with_head(arena_print(keep_mem, "%s%s", words + strlen(head), line(7, "丙", ",,")));
	int64_t id = send(&roster_kind, more, strlen(more));

	order = (struct import_order){0};
	import_work(db, mem, id, job_now(), meddles);
	state_of(id);
	is_state(BATCH_REFUSED, "LEARN-023 data changed since the check: the file is checked anew");
	ok(seen() == 1 && batch.rows_conflict == 1 && strstr(batch.reason, "變動"), "LEARN-023 and nothing is stored");
	db_close(other);
	arena_free(mem);
}

/* ---- LEARN-042 */

static char *command_file(const char *words)
{
	char *path = arena_print(keep_mem, "%s/h.csv", keep_folder);
	FILE *file = fopen(path, "w");

	fwrite(words, 1, strlen(words), file);
	fclose(file);
	return path;
}

/* The command's exit status; what it printed is in *said. */
static int command(char **argv, const char **said)
{
	static char text[65536];
	char *path = arena_print(keep_mem, "%s/said", keep_folder);
	int argc = 0, kept_out, status;
	FILE *file;

	while (argv[argc])
		argc++;
	fflush(stdout);
	kept_out = dup(STDOUT_FILENO);
	if (!freopen(path, "w", stdout))
		fail("no output");
	status = import_command(db, argc, argv);
	fflush(stdout);
	dup2(kept_out, STDOUT_FILENO);
	close(kept_out);
	file = fopen(path, "r");
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	*said = text;
	return status;
}

#define COMMAND(...) command((char *[]){(char[]){"import"}, __VA_ARGS__, NULL}, &said)

static void commands(void)
{
	const char *said;
	char *path, as[] = "A58000000A/csptc";

	wipe();
	path = command_file(with_head(arena_print(keep_mem, "%s111,007,A123456788,王小明,男,080/01/31,三等考試,行政警察人員,,\r\n", line(1, "甲", ",,"))));
	same_int(COMMAND("roster", path, "--as", as), 1, "LEARN-042 a file with a wrong row ends with 1");
	ok(strstr(said, "h.csv 第 3 列「身分證字號」：身分證字號「A123456788」的格式或檢查碼不正確。\n"), "LEARN-042 and names file, row and field");
	same_int(seen(), 0, "LEARN-042 nothing is stored");
	same_int(COMMAND("roster", path, "--again", "--dry-run", "--json", "--as", as), 1, "LEARN-042 checking alone");
	ok(strstr(said, "\"code\":\"ERR_ID\"") && strstr(said, "\"state\":\"refused\""), "LEARN-042 as JSON");
	same_int(COMMAND("roster", path, "--again", "--only-correct", "--as", as), 1, "LEARN-042 not all stored is not 0");
	same_int(seen(), 1, "LEARN-042 but the correct row is");
	path = command_file(with_head(line(2, "乙", ",,")));
	same_int(COMMAND("roster", path, "--as", as), 0, "LEARN-042 all stored is 0");
	same_int(COMMAND("roster", path, "--as", as), 1, "LEARN-028 the same content once more");
	ok(strstr(said, "W-CSV-04"), "LEARN-028 is told of");
	same_int(COMMAND("roster", path), 2, "LEARN-042 nobody named is a wrong call");
	same_int(COMMAND("nothing", path, "--as", as), 2, "LEARN-042 as is a kind that is not there");
	same_int(COMMAND("roster", path, "--again", "--as", "323000000A/nobody"), 2, "and an account that is not there");
	char *batch_id = arena_print(keep_mem, "%lld", (long long)number(db, "SELECT max(id) FROM import_batch WHERE state = 'done'"));

	same_int(COMMAND("undo", batch_id, "--reason", "錯誤", "--as", as), 0, "LEARN-042 taking a batch back");
	same_int(seen(), 1, "LEARN-042 its row is gone");
	same_int(COMMAND("undo", batch_id, "--reason", "錯誤", "--as", as), 1, "once");
	ok(strstr(said, "無法復原：狀態或期限不符"), "it says why");
}

static void set_up(struct db *d, void *with)
{
	struct exam e = {.exam_year = 111, .exam_code = "007", .exam_name = "公務人員特種考試警察人員考試", .plan = "",
		.pass_mark_education = "60.00", .pass_mark_practical = "60.00", .roster_recipient = "國家文官學院", .plan_due_days = 7,
		.apply_due_days = 7, .active = true};
	int64_t agency;

	(void)with;
	exam_add(d, &e);
	agency_add(d, "323000000A", "示範部", 0);
	agency = agency_add(d, "A58000000A", "公務人員保障暨培訓委員會", 0);
	account_add(d, agency, "csptc", "鄭文彬", "csptc_officer", "");
}

static void tests(void)
{
	static void (*const all[])(void) = {loads, outcomes, decisions, complaints, doubles, encodings, broken_bytes, grammar, headings,
		warnings, halves, dry_runs, memory, nightly, interrupted, two_at_once, swept, undoing, undoing_touched, same_file, changed_meanwhile, commands};

	db = keep_open();
	job_board(keep_board);
	db_tx(db, set_up, NULL);
	ok(account_named(db, keep_mem, "A58000000A/csptc", &officer), "an officer");
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		all[i]();
	db_close(db);
}

int main(void)
{
	import_kinds(kinds);
	on_both(tests);
	return keep_end();
}
