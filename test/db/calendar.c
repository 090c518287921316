/* The office calendar: the official file in both encodings, what is wrong with a file, loading a year again. */
#include "test/db/office.h"

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "base/charset.h"

/* The text with one part replaced, once. */
static struct text with(const struct text *t, const char *from, const char *to)
{
	const char *at = strstr(t->at, from);
	struct text new = text_new(keep_mem, 1 << 20);

	ok(at != NULL, "the file has %s", from);
	text_add(&new, t->at, (size_t)(at - t->at));
	text_puts(&new, to);
	text_puts(&new, at + strlen(from));
	return new;
}

static bool office_day(struct db *db, const char *iso)
{
	struct date d;

	return date_parse_iso(iso, &d) && calendar_is_office_day(office_calendar(db, keep_mem), d);
}

/* README decision 1, PLAN §3.2: weekends only as long as a year is not loaded. */
static void test_before(struct db *db)
{
	const struct calendar *c = office_calendar(db, keep_mem);

	same_int(calendar_version(c), 0, "nothing is loaded");
	ok(!calendar_knows(c, 2022) && office_day(db, "2022-10-10") && !office_day(db, "2022-10-09"), "… weekends are off, nothing else");
}

static void test_load(struct db *db)
{
	struct text file = office_file(2022, "");
	struct office_load done = office_load_text(db, file.at, file.n);
	struct rows *r;

	same_int(done.problems_n, 0, "the official file is loaded (README decision 1)");
	ok(done.years == 1 && done.days == 365 && done.first_year == 2022 && done.last_year == 2022, "… one year");
	same_int(done.days_off, 105 + 11 - 1, "… its days off are counted");
	ok(!office_day(db, "2022-10-10"), "a holiday is off");
	ok(office_day(db, "2022-01-22") && !office_day(db, "2022-01-23"), "a Saturday on which offices work is an office day");
	ok(calendar_knows(office_calendar(db, keep_mem), 2022), "the year is known");
	ok(!calendar_knows(office_calendar(db, keep_mem), 2023), "… another is not");
	r = office_years(db);
	ok(r->n == 1 && row_int(r, 0, "year") == 2022 && row_int(r, 0, "days_off") == 115, "the year is listed");
	same(row_text(r, 0, "source"), "111年辦公日曆表.csv", "… with its file");
	r = office_days(db, 2022);
	same_int(r->n, 2, "days with a remark are listed");
	same(row_text(r, 1, "remark"), "國慶日", "… with it");
	same_int(audit_history(db, keep_mem, "office-calendar", 2022)->n, 1, "who loaded it is in the audit log (ACMS-100)");
}

static void test_again(struct db *db)
{
	struct text file = office_file(2022, "2022-10-11"), big5 = text_new(keep_mem, 1 << 20);
	struct charset_lost lost;
	int64_t before = office_calendar_version(db);

	ok(charset_encode(CHARSET_CP950, file.at + 3, file.n - 3, &big5, &lost), "the file in Big5");
	same_int(office_load_text(db, big5.at, big5.n).problems_n, 0, "a year is loaded anew, from Big5");
	ok(!office_day(db, "2022-10-11"), "… with its new day off");
	same_int(office_calendar_version(db), before + 1, "… the version grows");
	same_int(calendar_version(office_calendar(db, keep_mem)), before + 1, "… and is that of the calendar");
	same_int(office_years(db)->n, 1, "… the year is there once");
	same(row_text(office_days(db, 2022), 1, "remark"), "國慶日", "… its remarks are decoded");
}

static void refused(struct db *db, const char *what, struct text t, const char *words)
{
	int64_t version = office_calendar_version(db), days = number(db, "SELECT COUNT(*) FROM office_day");
	struct office_load done = office_load_text(db, t.at, t.n);

	ok(done.problems_n > 0 && strstr(done.problems[0], words), "%s: %s", what, done.problems_n ? done.problems[0] : "taken");
	ok(office_calendar_version(db) == version && number(db, "SELECT COUNT(*) FROM office_day") == days, "… nothing is changed");
}

/* ACMS 1.7: a file with a mistake changes nothing, and all mistakes are told. */
static void test_refused(struct db *db)
{
	struct text file = office_file(2023, ""), none = text_new(keep_mem, 64), two;

	refused(db, "an empty file", none, "沒有資料");
	refused(db, "a missing day", with(&file, "20230102,一,0,\r\n", ""), "應有365日，檔案中有364日");
	refused(db, "a day twice", with(&file, "20230103,二", "20230102,一"), "重複");
	refused(db, "a wrong weekday", with(&file, "20230103,二", "20230103,三"), "是星期二");
	refused(db, "neither 0 nor 2", with(&file, "20230103,二,0", "20230103,二,1"), "應為0或2");
	refused(db, "a day that is none", with(&file, "20230228", "20230229"), "不是日期");
	refused(db, "a missing column", with(&file, "是否放假", "放假"), "缺少「是否放假」欄");
	refused(db, "tabs", with(&file, "西元日期,星期,是否放假,備註", "西元日期\t星期\t是否放假\t備註"), "第1列無法讀取");
	refused(db, "bytes of no encoding", with(&file, "一", "\xff\xff"), "編碼");
	two = with(&file, "20230103,二", "20230103,三");
	two = with(&two, "20230110,二", "20230110,三");
	same_int(office_load_text(db, two.at, two.n).problems_n, 2, "two mistakes are told at once");
}

#define LOAD(as) office_command(db, 5, (char *[]){"calendar", "load", (char *)path, "--as", as, NULL})

static void make_accounts(struct db *db, void *none)
{
	int64_t agency = agency_add(db, "A58000000A", "保訓會", 0);

	(void)none;
	account_add(db, agency, "csptc", "", "csptc_officer", "");
	account_add(db, agency, "officer", "", "agency_officer", "");
}

/* ACMS-101: the same from the command line, by who may do it on the page. */
static void test_command(struct db *db)
{
	db_tx(db, make_accounts, NULL);
	const char *path = arena_print(keep_mem, "%s/113.csv", keep_folder);
	struct text file = office_file(2024, "");
	FILE *f = fopen(path, "w");

	fwrite(file.at, 1, file.n, f);
	fclose(f);
	same_int(LOAD("A58000000A/csptc"), 0, "peixun calendar load");
	same_int(office_command(db, 2, (char *[]){"calendar", "list", NULL}), 0, "peixun calendar list");
	ok(calendar_knows(office_calendar(db, keep_mem), 2024), "… the year is loaded");
	same_int(office_command(db, 1, (char *[]){"calendar", NULL}), 2, "a wrong call");
	same_int(office_command(db, 3, (char *[]){"calendar", "load", (char *)path, NULL}), 2, "nobody said who loads it");
	same_int(LOAD("A58000000A/officer"), 1, "an agency's officer may not");
	same_int(LOAD("A58000000A/nobody"), 2, "no such account");
	f = fopen(path, "a");
	fputs("20241231,二,0,\r\n", f);
	fclose(f);
	same_int(LOAD("A58000000A/csptc"), 1, "a file with a mistake: status 1");
	unlink(path);
	same_int(LOAD("A58000000A/csptc"), 1, "no such file: status 1");
}

static void test_all(void)
{
	struct db *db = keep_open();

	test_before(db);
	test_load(db);
	test_again(db);
	test_refused(db);
	test_command(db);
	same(db_scan_found(db), "", "no statement scans a large table");
	db_close(db);
}

int main(void)
{
	on_both(test_all);
	return keep_end();
}
