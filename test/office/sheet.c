/* Our sheets in LibreOffice and its sheets here: each text comes back letter for letter.
 *                                                             LEARN-030, LEARN-031, decision 9 */
#include <stdlib.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>

#include "test/file/table.h"
#include "test/tap.h"

static struct arena *mem;
static const char *folder;

static int open_file(const char *name, int flags)
{
	return open(arena_print(mem, "%s/%s", folder, name), flags, 0600);
}

#define CSV_READ "--infilter=CSV:44,34,76,1,,0,false,true"  /* comma, quote, UTF-8, from line 1, days and times are known */

/* `to` as soffice takes it: "ods", or "csv:filter:options"; the file keeps its name and goes to folder/out. */
static void convert(const char *to, const char *names)
{
	const char *command = arena_print(mem, "cd %s && HOME=%s timeout 240 soffice -env:UserInstallation=file://%s/profile "
		"--headless --convert-to '%s' --outdir out %s >convert.log 2>&1", folder, folder, folder, to, names);

	if (!ok(!system(command), "LibreOffice makes %s of %s", to, names))
		fprintf(stderr, "%s\n", command);
}

static char *rows_of(const char *name)
{
	int fd = open_file(name, O_RDONLY);

	return fd < 0 ? arena_print(mem, "no file %s", name) : read_with(mem, fd, &table_limits, true);
}

static const char *const texts[] = {
	"許功蓋", "=1+1", "00123", "A123456789", "+886", "-", "@a", "一\n二", "<&>\"'", "  two  blanks  x", "𠮷𡘙", "\xEE\x80\x80",
	"1/2", "1E5", "113/08/01", "TRUE", "#N/A", "_x0041_", "a_x000D_b", "http://example.org/?a=1&b=2", "…", NULL,
};
static const struct sheet_column columns[] = {
	{"n", "序號", SHEET_INTEGER, 0, 0}, {"text", "文字", SHEET_TEXT, 0, 0}, {"score", "成績", SHEET_DECIMAL, 2, 0},
	{"day", "日期", SHEET_DATE, 0, 0}, {"last", "備註", SHEET_TEXT, 0, 0},
};

static void write_texts(const char *name, enum sheet_format format)
{
	static const char *const lines[] = {"成績清冊", "年度：113", NULL};
	int fd = open_file(name, O_RDWR | O_CREAT | O_TRUNC);
	struct sheet_out *o = sheet_open(mem, fd, format, "清冊", lines, columns, 5);

	for (int i = 0; texts[i]; i++) {
		sheet_integer(o, i + 1);
		sheet_text(o, texts[i]);
		sheet_decimal(o, "80.5");
		sheet_date(o, date_make(2024, 8, 1));
		sheet_text(o, "z");
		sheet_end_row(o);
	}
	sheet_close(o);
	close(fd);
}

/* What our reader is to see, as read_with() shows it. */
static char *expected(void)
{
	struct text t = text_new(mem, 1 << 20);

	text_puts(&t, "1:成績清冊;2:年度：113;3^:序號|文字|成績|日期|備註;");
	for (int i = 0; texts[i]; i++)
		text_print(&t, "%d^%s:%d|%s|80.5|113/08/01|z;", i + 4, text_has_private(texts[i], strlen(texts[i])) ? "~" : "",
			i + 1, texts[i]);
	return t.at;
}

static void to_libreoffice(void)
{
	const char *want = expected();

	write_texts("a.xlsx", SHEET_XLSX);
	write_texts("b.ods", SHEET_ODS);
	same(rows_of("a.xlsx"), want, "LEARN-030 our xlsx");
	same(rows_of("b.ods"), want, "LEARN-031 our ods has every text of it");
	convert("ods", "a.xlsx");
	convert("xlsx", "b.ods");
	same(rows_of("out/a.ods"), want, "LEARN-030 our xlsx as LibreOffice reads it, saved as ods");
	same(rows_of("out/b.xlsx"), want, "LEARN-031 our ods as LibreOffice reads it, saved as xlsx");
	/* comma, quote, UTF-8, from line 1, no column formats, quoted texts, as shown */
	convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "b.ods");
	char *shown = rows_of("out/b.csv");

	ok(strstr(shown, "|=1+1|80.50|113/08/01|z;") && strstr(shown, "|00123|80.50|"), "LEARN-030 formulas are texts, zeros stay, 80.50 is shown");
}

static void from_libreoffice(void)
{
	int fd = open_file("c.csv", O_RDWR | O_CREAT | O_TRUNC);
	const char *csv = "\xEF\xBB\xBF姓名,日期,時數\r\n許功蓋,2024-08-01,1.5\r\n\"王,小明\",2024-08-02 09:30,-3\r\n,,\r\n𠮷,1999-12-31,12345678901\r\n";

	file_write(fd, csv, strlen(csv));
	close(fd);
	convert("xlsx", CSV_READ " c.csv");
	convert("ods", CSV_READ " c.csv");
	const char *want = "1:姓名|日期|時數;2:許功蓋|2024-08-01|1.5;3:王,小明|2024-08-02T09:30|-3;5:𠮷|1999-12-31|12345678901;";

	same(rows_of("out/c.xlsx"), want, "decision 9: an xlsx file that LibreOffice made");
	same(rows_of("out/c.ods"), want, "decision 9: an ods file that LibreOffice made");
	convert("xls", "c.csv");
	same(rows_of("out/c.xls"), "!E-CSV-11 檔案不是 CSV、xlsx 或 ods（xls），請另存成 CSV、xlsx 或 ods 後再上傳。",
		"LEARN-019 an old xls file is refused");
	convert("fods", "c.csv");
	ok(strstr(rows_of("out/c.fods"), "（XML）") != NULL, "and a flat one");
}

static void long_texts(void)
{
	size_t n = 40000;
	char *text = arena_get(mem, 3 * n + 1);

	for (size_t i = 0; i < n; i++)
		memcpy(text + 3 * i, "功", 3);
	for (enum sheet_format f = SHEET_XLSX; f <= SHEET_ODS; f++) {
		int fd = temp_file(mem);
		struct sheet_out *o = sheet_open(mem, fd, f, "a", NULL, columns + 1, 1);

		sheet_text(o, text);
		sheet_end_row(o);
		sheet_text(o, "a\x01\r\nb\rc\xEF\xBF\xBF");
		sheet_end_row(o);
		sheet_close(o);
		char *rows = read_with(mem, fd, &table_limits, true);

		ok(utf8_length(rows) > 32767 && strstr(rows, "功…;3:a\xEF\xBF\xBD\nb\nc\xEF\xBF\xBD;"),
			"a text that no cell can hold is cut and says so; what XML can't hold is replaced (%s)", sheet_suffix(f));
	}
}

static void many_rows(void)
{
	enum { ROWS = 1048600 };
	static const struct sheet_column one[] = {{"n", "序號", SHEET_INTEGER, 0, 0}};
	struct table_limits second = table_limits;

	second.sheet = "名冊 (2)";
	for (enum sheet_format f = SHEET_XLSX; f <= SHEET_ODS; f++) {
		int fd = temp_file(mem);
		struct sheet_out *o = sheet_open(mem, fd, f, "名冊", NULL, one, 1);

		for (int i = 1; i <= ROWS; i++) {
			sheet_integer(o, i);
			sheet_end_row(o);
		}
		sheet_close(o);
		char *rows = read_with(mem, fd, &second, true);

		ok(text_starts(rows, "1:序號;2:1048576;") && text_ends(rows, ":1048600;"), "LEARN-030 more rows than a sheet has (%s)", sheet_suffix(f));
	}
}

int main(void)
{
	char name[] = "/tmp/peixun-office-XXXXXX";

	mem = arena_new((size_t)1 << 30);
	folder = mkdtemp(name);
	to_libreoffice();
	from_libreoffice();
	long_texts();
	many_rows();
	if (system(arena_print(mem, "rm -rf %s", folder)))
		printf("# %s is left\n", folder);
	arena_free(mem);
	return tap_end();
}
