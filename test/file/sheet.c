/* Tables written and read back, CSV and JSON: what a person's spreadsheet sees, and what is refused.
 *                                                              LEARN-019, 020, 029, 030, 034, decisions 9 and 15 */
#include "file/sheet.h"

#include <stdlib.h>

#include "file/archive.h"
#include "test/file/table.h"
#include "test/tap.h"

static struct arena *mem;

/* All rows and the message. */
static char *read_all(int fd, const struct table_limits *limits)
{
	return read_with(mem, fd, limits, true);
}

static void reads_n(const char *bytes, size_t n, const char *want, const char *what)
{
	same(read_all(file_of(mem, bytes, n), &table_limits), want, what);
}
#define reads(literal, want, what) reads_n(literal, sizeof literal - 1, want, what)

static void encodings(void)
{
	const char *want = "1:姓名|代碼;2:許功蓋|0012;";

	reads("姓名,代碼\r\n許功蓋,0012\r\n", want, "LEARN-019 UTF-8");
	reads("\xEF\xBB\xBF姓名,代碼\r\n許功蓋,0012\r\n", want, "LEARN-019 UTF-8 with a byte order mark");
	reads("\xA9\x6D\xA6\x57,\xA5\x4E\xBD\x58\r\n\xB3\x5C\xA5\x5C\xBB\x5C,0012\r\n", want,
		"LEARN-019 CP950, 許功蓋 with its 0x5C bytes");
	reads("\xFF\xFE\xD3\x59\x0D\x54\x09\x00\xE3\x4E\xBC\x78\x0A\x00\x31\x8A\x9F\x52\xCB\x84\x09\x00"
		"\x30\x00\x30\x00\x31\x00\x32\x00", want, "decision 15: UTF-16LE with tabs");
	reads("\xFE\xFF\x59\xD3\x54\x0D\x00\x2C\x4E\xE3\x78\xBC\x00\x0A\x8A\x31\x52\x9F\x84\xCB\x00\x2C"
		"\x00\x30\x00\x30\x00\x31\x00\x32", want, "UTF-16BE with commas");
	reads("\xA9\x6D\xA6\x57\n\xFA\x40\n", "1:姓名;2~:\xEE\x80\x80;", "decision 9: 造字 is kept and marked");
	reads("", "", "an empty file has no row");
}

static void refusals(void)
{
	reads("a\n1\n2\n3\n4\n5\n\xFF\n8\n",
		"!E-CSV-01 第 7 列（第 13 位元組）無法以 UTF-8 或 Big5（CP950）解讀，檔案未匯入。", "LEARN-019 a byte FF in row 7");
	reads("a,b\n1,\"2\n3,4\n", "1:a|b;!E-CSV-05 第 2 列的雙引號沒有結束。", "LEARN-020 E-CSV-05");
	reads("a;b\n", "!E-CSV-12 欄位須以半形逗號分隔。", "LEARN-020 E-CSV-12");
	reads("%PDF-1.7\n", "!E-CSV-11 檔案不是 CSV、xlsx 或 ods（PDF），請另存成 CSV、xlsx 或 ods 後再上傳。",
		"LEARN-019 E-CSV-11 a PDF");
	reads("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1zzzz",
		"!E-CSV-11 檔案不是 CSV、xlsx 或 ods（xls），請另存成 CSV、xlsx 或 ods 後再上傳。", "LEARN-019 E-CSV-11 an old xls");
	struct table_limits small = table_limits;

	small.rows = 3;
	small.cells = 2;
	small.text = 3;
	same(read_all(file_of(mem, "a\n1\n2\n3\n", 8), &small), "1:a;2:1;3:2;!E-CSV-07 檔案超過上限（2 筆資料列）。",
		"LEARN-020 E-CSV-07 too many rows");
	same(read_all(file_of(mem, "a,b,c\n", 6), &small), "!E-CSV-07 檔案超過上限（每列 2 欄）。", "E-CSV-07 too many columns");
	same(read_all(file_of(mem, "甲乙丙\na\n甲乙丙丁\n", 25), &small),
		"1:甲乙丙;2:a;!E-CSV-07 檔案超過上限（第 3 列：每格 3 字，每列 1 MB）。", "E-CSV-07 a cell too long");
	small = table_limits;
	small.charset = CHARSET_UTF8;
	same(read_all(file_of(mem, "\xB3\x5C\n", 3), &small),
		"!E-CSV-01 第 1 列（第 1 位元組）無法以 UTF-8 或 Big5（CP950）解讀，檔案未匯入。", "LEARN-019 the encoding a person chose holds");
}

static void kinds(void)
{
	struct table_problem problem;
	int fd = file_of(mem, "\xB3\x5C\n", 3);
	struct table_reader *r = table_open(mem, fd, 3, &table_limits, &problem);

	same(table_encoding(r), "Big5（CP950）", "LEARN-019 the encoding is told");
	ok(table_charset(r) == CHARSET_CP950 && table_kind(r) == TABLE_CSV, "and known to programs");
}

static const struct sheet_column columns[] = {
	{"name", "姓名", SHEET_TEXT, 0, 0}, {"id", "身分證字號", SHEET_TEXT, 0, 0}, {"hours", "時數", SHEET_INTEGER, 0, 0},
	{"score", "成績", SHEET_DECIMAL, 2, 0}, {"day", "報到日期", SHEET_DATE, 0, 0},
	{"at", "時間", SHEET_MOMENT, 0, 0}, {"paid", "繳費", SHEET_YES, 0, 0},
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static struct sheet_out *written;
static bool write_sheet(int fd, enum sheet_format format, const char *const names[])
{
	static const char *const lines[] = {"實務訓練人員", "年度：113", NULL};
	struct sheet_out *o = written = sheet_open(mem, fd, format, "名冊", lines, columns, COLUMNS);

	for (int i = 0; names[i]; i++) {
		sheet_text(o, names[i]);
		sheet_text(o, "00123");
		sheet_integer(o, -5);
		sheet_decimal(o, "80.50");
		sheet_date(o, date_make(2024, 8, 1));
		sheet_moment(o, (struct moment){1722475800});
		sheet_yes(o, true);
		sheet_end_row(o);
	}
	sheet_text(o, NULL);
	sheet_blank(o);
	sheet_integer(o, 7);
	sheet_end_row(o);
	return sheet_close(o);
}

static char *content(int fd)
{
	size_t n = file_size(fd);
	char *bytes = arena_get(mem, n + 1);

	file_read_at(fd, bytes, n, 0);
	return bytes;
}

static void csv(void)
{
	int fd = temp_file(mem);

	ok(write_sheet(fd, SHEET_CSV, (const char *const[]){"=1+1", "王\"小\"明,甲", NULL}), "LEARN-034 CSV");
	same(content(fd), "\xEF\xBB\xBF姓名,身分證字號,時數,成績,報到日期,時間,繳費\r\n"
		"'=1+1,00123,-5,80.50,113/08/01,113/08/01 09:30,是\r\n"
		"\"王\"\"小\"\"明,甲\",00123,-5,80.50,113/08/01,113/08/01 09:30,是\r\n"
		",,7,,,,\r\n", "LEARN-034 byte order mark, CRLF, quotes, an apostrophe before a formula");
	same(read_all(fd, &table_limits), "1:姓名|身分證字號|時數|成績|報到日期|時間|繳費;"
		"2:=1+1|00123|-5|80.50|113/08/01|113/08/01 09:30|是;"
		"3:王\"小\"明,甲|00123|-5|80.50|113/08/01|113/08/01 09:30|是;4:||7;", "and it comes back");
}

static void big5(void)
{
	int fd = temp_file(mem);

	ok(write_sheet(fd, SHEET_CSV_BIG5, (const char *const[]){"許功蓋", NULL}), "LEARN-034 Big5");
	ok(strstr(content(fd), "\r\n\xB3\x5C\xA5\x5C\xBB\x5C,00123,"), "as CP950, without a byte order mark");
	same(sheet_lost(written), "", "nothing is lost");
	fd = temp_file(mem);
	ok(!write_sheet(fd, SHEET_CSV_BIG5, (const char *const[]){"游錫堃", "王明", "游錫堃", "𠮷", NULL}),
		"LEARN-034 E-EXP-02 a character that Big5 lacks");
	same(sheet_lost(written), "游錫堃（堃）、𠮷（𠮷）", "E-EXP-02 names the texts and the characters");
	ok(!strchr(content(fd), '?'), "LEARN-034 never a ? for it");
	fd = temp_file(mem);
	ok(write_sheet(fd, SHEET_CSV_BIG5, (const char *const[]){"王\xEE\x80\x80", NULL}), "decision 9: 造字 goes back to Big5");
	ok(strstr(content(fd), "\xA4\xFD\xFA\x40,") != NULL, "as the code that it was");
}

static void json(void)
{
	int fd = temp_file(mem);

	write_sheet(fd, SHEET_JSON, (const char *const[]){"=1+1", NULL});
	ok(strstr(content(fd), "{\"title\":\"名冊\",\"lines\":[\"實務訓練人員\",\"年度：113\"],\"columns\":[{\"key\":\"name\","
		"\"label\":\"姓名\"},") != NULL, "JSON: title, lines and columns");
	ok(strstr(content(fd), "\"rows\":[{\"name\":\"=1+1\",\"id\":\"00123\",\"hours\":-5,\"score\":80.50,"
		"\"day\":\"2024-08-01\",\"at\":\"2024-08-01T09:30:00+08:00\",\"paid\":true}\n,"
		"{\"name\":null,\"id\":null,\"hours\":7,\"score\":null,\"day\":null,\"at\":null,\"paid\":null}\n]}") != NULL,
		"JSON: rows with their own types");
}

static char *part_of(int fd, const char *name)
{
	struct table_problem problem = {0};
	struct archive *a = archive_open(mem, fd, file_size(fd), &table_limits, &problem);
	struct archive_part *part = a ? archive_part(a, name) : NULL;
	char *to = arena_get(mem, 1 << 20);
	size_t n = 0, more;

	while (part && n < (1 << 20) - 1 && (more = archive_read(part, to + n, (1 << 20) - 1 - n)))
		n += more;
	to[n] = '\0';
	return to;
}

/* PROMO-054: a heading that nobody changes, lists to choose from, a word to who fills in, cells that are free */
static void forms(void)
{
	static const char *const grades[] = {"甲", "乙", NULL};
	static const struct sheet_column asked[] = {{.heading = "姓名"}, {.heading = "考績"}};
	static const struct sheet_fill fills[] = {{NULL, "必填"}, {grades, NULL}};
	static const enum sheet_format both[] = {SHEET_XLSX, SHEET_ODS};

	for (int i = 0; i < 2; i++) {
		int fd = temp_file(mem);
		struct sheet_out *o = sheet_open_form(mem, fd, both[i], "名冊", asked, fills, 2, 50);

		sheet_text(o, "王小明");
		sheet_text(o, "甲");
		sheet_end_row(o);
		sheet_close(o);
		same(read_with(mem, fd, &table_limits, false), "1:姓名|考績;2:王小明|甲;", "a form is read as a table, without its empty rows");
		const char *words = part_of(fd, i ? "content.xml" : "xl/worksheets/sheet1.xml"), *styles = i ? words : part_of(fd, "xl/styles.xml");

		ok(strstr(words, i ? "table:protected=\"true\"" : "<sheetProtection") != NULL, "its heading is locked");
		ok(strstr(styles, i ? "style:cell-protect=\"none\"" : "<protection locked=\"0\"/>") != NULL, "the cells below are not");
		ok(strstr(words, i ? "of:cell-content-is-in-list(&quot;甲&quot;;&quot;乙&quot;)" : "<formula1>\"甲,乙\"</formula1>") != NULL,
			"a cell takes what its list has");
		ok(strstr(words, i ? "<table:help-message table:display=\"true\"><text:p>必填</text:p>" : "prompt=\"必填\"") != NULL,
			"who fills it in is told how");
	}
}

static void formats(void)
{
	enum sheet_format f;

	ok(sheet_format_of("xlsx", &f) && f == SHEET_XLSX, "a format by its suffix");
	ok(sheet_format_of(".csv", &f) && f == SHEET_CSV, "with a dot");
	ok(!sheet_format_of("xls", &f), "no other");
	same(sheet_suffix(SHEET_ODS), ".ods", "and back");
}

int main(void)
{
	mem = arena_new((size_t)1 << 30);
	encodings();
	refusals();
	kinds();
	csv();
	big5();
	json();
	forms();
	formats();
	arena_free(mem);
	return tap_end();
}
