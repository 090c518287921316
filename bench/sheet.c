/* Rows of tables a second, against the barest way to the same bytes, in turns, the best of each kept.  A row is a record of hours:
 * 14 columns, about 121 bytes; "checked" is its national ID, days, whole numbers and lengths.
 *
 * usage: build/release/bench/sheet [rows] */
#include <expat.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/national_id.h"
#include "base/text.h"
#include "bench/measure.h"
#include "file/archive_source.h"
#include "file/archive_write.h"
#include "file/sheet.h"
#include "file/temp.h"

enum { TURNS = 3, COLUMNS = 14, BLOCK = 64 << 10 };

static struct arena *mem;
static int rows = 1000000;
static int64_t sum;                                             /* of what was read, so that none of it is left out */
static int file;                                                /* the file in question */
static enum sheet_format format;

static const struct sheet_column columns[COLUMNS] = {
	{"id", "身分證號", SHEET_TEXT, 0, 0}, {"name", "姓名", SHEET_TEXT, 0, 0}, {"agency", "機關代碼", SHEET_TEXT, 0, 0},
	{"code", "課程代碼", SHEET_TEXT, 0, 0}, {"class", "期別", SHEET_INTEGER, 0, 0}, {"course", "課程名稱", SHEET_TEXT, 0, 0},
	{"kind", "課程類別代碼", SHEET_INTEGER, 0, 0}, {"from", "起始日期", SHEET_DATE, 0, 0}, {"to", "終迄日期", SHEET_DATE, 0, 0},
	{"hours", "訓練總數", SHEET_INTEGER, 0, 0}, {"unit", "訓練總數單位", SHEET_INTEGER, 0, 0},
	{"digital", "數位時數", SHEET_INTEGER, 0, 0}, {"real", "實體時數", SHEET_INTEGER, 0, 0}, {"own", "與業務相關", SHEET_YES, 0, 0},
};

/* ---- one record */

/* A check digit that is right: A is 10, and the weights are 1 9 8 7 6 5 4 3 2 1 1. */
static void national_id(int i, char to[11])
{
	int check = 1;

	snprintf(to, 11, "A1%07d0", i % 10000000);
	for (int k = 1; k < 9; k++)
		check += (to[k] - '0') * (9 - k);
	to[9] = (char)('0' + (10 - check % 10) % 10);
}

/* What a record's cells say, by column. */
struct record { char text[COLUMNS][64]; int whole[COLUMNS]; struct date day[COLUMNS]; };

static void make_record(int i, struct record *to)
{
	static const char *const names[] = {"王小明", "陳美玲", "許功蓋", "林志強", "張怡君"};
	static const char *const courses[] = {"採購法規與實務研習班", "性別主流化基礎課程", "公文寫作", "資訊安全通識教育訓練"};
	const int whole[COLUMNS] = {[4] = i % 90 + 1, [6] = 100 + i % 400, [9] = i % 40 + 1, [10] = 1, [11] = i % 3, [12] = i % 20, [13] = i % 2};

	memcpy(to->whole, whole, sizeof whole);
	national_id(i, to->text[0]);
	snprintf(to->text[1], sizeof to->text[1], "%s", names[i % 5]);
	snprintf(to->text[2], sizeof to->text[2], "3%08dA", i % 2000);
	snprintf(to->text[3], sizeof to->text[3], "%05d", i % 20000);
	snprintf(to->text[5], sizeof to->text[5], "%s", courses[i % 4]);
	to->day[7] = date_make(2024, 1 + i % 12, 1 + i % 28);
	to->day[8] = date_plus(to->day[7], 2);
}

static void put_record(struct sheet_out *o, int i)
{
	struct record r;

	make_record(i, &r);
	for (int k = 0; k < COLUMNS; k++) {
		if (columns[k].kind == SHEET_TEXT)
			sheet_text(o, r.text[k]);
		else if (columns[k].kind == SHEET_DATE)
			sheet_date(o, r.day[k]);
		else if (columns[k].kind == SHEET_YES)
			sheet_yes(o, r.whole[k]);
		else
			sheet_integer(o, r.whole[k]);
	}
	sheet_end_row(o);
}

/* The number of cells that are wrong. */
static int check_record(const struct cell *c)
{
	static const int whole[] = {4, 6, 9, 10, 11, 12}, longest[COLUMNS] = {10, 50, 10, 20, 0, 200};
	struct date from, to;
	int64_t n;
	int wrong = !national_id_valid(c[0].at);

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		wrong += !text_to_int(c[whole[i]].at, 0, 9999, &n);
	for (int i = 1; i < COLUMNS; i++)
		wrong += longest[i] && (!c[i].n || utf8_length(c[i].at) > (size_t)longest[i]);
	wrong += !date_parse(c[7].at, &from) || !date_parse(c[8].at, &to) || date_before(to, from);
	return wrong;
}

/* ---- ours */

static void read_checked(void)
{
	struct arena *own = arena_new((size_t)64 << 20);
	struct table_problem problem;
	struct table_row row;
	struct table_reader *r = table_open(own, file, file_size(file), &table_limits, &problem);
	int wrong = 0, n = 0;

	if (r)
		table_row(r, &row);
	for (; r && table_row(r, &row); n++)
		wrong += row.n != COLUMNS || check_record(row.cells);
	if (problem.error || wrong || n != rows) {
		fprintf(stderr, "%s: %d rows, %d wrong\n", table_message(own, &problem, &table_limits), n, wrong);
		exit(1);
	}
	arena_free(own);
}

static void write_sheet(void)
{
	struct arena *own = arena_new((size_t)256 << 20);

	if (ftruncate(file, 0) || lseek(file, 0, SEEK_SET))
		exit(1);
	struct sheet_out *o = sheet_open(own, file, format, "時數", NULL, columns, COLUMNS);

	for (int i = 0; i < rows; i++)
		put_record(o, i);
	sheet_close(o);
	arena_free(own);
}

/* ---- the yardsticks */

/* Reads the file and finds each comma and line end, by the plainest loop. */
static void plain_split(void)
{
	static char block[BLOCK];
	uint64_t at = 0;

	for (size_t n; (n = file_read_at(file, block, BLOCK, at)); at += n)
		for (size_t i = 0; i < n; i++)
			sum += block[i] == ',' || block[i] == '\n';
}

static void iconv_split(void)
{
	static char block[BLOCK], out[2 * BLOCK];
	iconv_t cd = iconv_open("UTF-8", "CP950");
	uint64_t at = 0;

	for (size_t n; (n = file_read_at(file, block, BLOCK, at));) {
		char *from = block, *to = out;
		size_t left = n, room = sizeof out;

		iconv(cd, &from, &left, &to, &room);
		for (char *c = out; c < to; c++)
			sum += *c == ',' || *c == '\n';
		at += n - left;
	}
	iconv_close(cd);
}

static void count_element(void *with, const char *name, const char **attributes)
{
	(void)with, (void)name, (void)attributes;
	sum++;
}

static void count_text(void *with, const char *at, int n)
{
	(void)with, (void)at;
	sum += n;
}

/* Unpacks the part that holds the rows and parses it, doing nothing. */
static void bare_expat(void)
{
	static char block[BLOCK];
	const char *part = format == SHEET_ODS ? "content.xml" : "xl/worksheets/sheet1.xml";
	struct arena *own = arena_new(1 << 20);
	zip_t *zip = zip_open_from_source(archive_source(own, file, file_size(file)), ZIP_RDONLY, NULL);
	zip_file_t *f = zip_fopen(zip, part, 0);
	XML_Parser p = XML_ParserCreate(NULL);

	XML_SetElementHandler(p, count_element, NULL);
	XML_SetCharacterDataHandler(p, count_text);
	for (zip_int64_t n; (n = zip_fread(f, block, BLOCK)) > 0;)
		XML_Parse(p, block, (int)n, 0);
	XML_ParserFree(p);
	zip_fclose(f);
	zip_discard(zip);
	arena_free(own);
}

/* The same cells by libxlsxwriter alone: the same texts, numbers and days. */
static void bare_xlsxwriter(void)
{
	char name[64];
	struct record record;
	lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = "/var/tmp"};

	snprintf(name, sizeof name, "/proc/self/fd/%d", file);
	lxw_workbook *book = workbook_new_opt(name, &options);
	lxw_worksheet *sheet = workbook_add_worksheet(book, "a");
	lxw_format *day = workbook_add_format(book);

	format_set_num_format(day, "yyyy/mm/dd");
	for (int i = 0; i < rows; i++) {
		make_record(i, &record);
		for (int k = 0; k < COLUMNS; k++) {
			lxw_row_t row = (lxw_row_t)i;
			lxw_col_t column = (lxw_col_t)k;

			if (columns[k].kind == SHEET_INTEGER)
				worksheet_write_number(sheet, row, column, record.whole[k], NULL);
			else if (columns[k].kind == SHEET_DATE)
				worksheet_write_number(sheet, row, column, record.day[k].number - date_make(1899, 12, 30).number, day);
			else
				worksheet_write_string(sheet, row, column, columns[k].kind == SHEET_YES ? record.whole[k] ? "是" : "否" : record.text[k],
					NULL);
		}
	}
	workbook_close(book);
}

/* The same lines by one printf each. */
static void plain_printf(void)
{
	char id[16];
	FILE *f = fopen("/dev/null", "w");

	for (int i = 0; i < rows; i++) {
		national_id(i, id);
		fprintf(f, "%s,%s,3%08dA,%05d,%d,%s,%d,113/%02d/%02d,113/%02d/%02d,%d,%d,%d,%d,%s\r\n", id, "許功蓋", i % 2000, i % 20000,
			i % 90 + 1, "採購法規與實務研習班", 100 + i % 400, 1 + i % 12, 1 + i % 28, 1 + i % 12, 1 + i % 28, i % 40 + 1, 1,
			i % 3, i % 20, "是");
	}
	fclose(f);
}

/* The finished content.xml packed once more. */
static void bare_packing(void)
{
	static char block[BLOCK];
	struct arena *own = arena_new(1 << 20);
	int content = temp_file(own);
	zip_t *zip = zip_open_from_source(archive_source(own, file, file_size(file)), ZIP_RDONLY, NULL);
	zip_file_t *f = zip_fopen(zip, "content.xml", 0);

	for (zip_int64_t n; (n = zip_fread(f, block, BLOCK)) > 0;)
		file_write(content, block, (size_t)n);
	zip_fclose(f);
	zip_discard(zip);
	struct archive_out *a = archive_create(own, temp_file(own));

	archive_add_file(a, "content.xml", content, file_size(content), true);
	archive_finish(a);
	arena_free(own);
}

/* ---- taking turns */

static double seconds(void (*work)(void))
{
	double start = seconds_of(CLOCK_PROCESS_CPUTIME_ID);

	work();
	return seconds_of(CLOCK_PROCESS_CPUTIME_ID) - start;
}

static void compare(const char *what, void (*ours)(void), void (*yardstick)(void), const char *name)
{
	double best = 1e9, other = 1e9;

	for (int i = 0; i < TURNS; i++) {
		double a = seconds(ours), b = seconds(yardstick);

		best = a < best ? a : best;
		other = b < other ? b : other;
	}
	printf("%-28s %7.3f M rows/s   %5.2f times as long as %s (%.3f M rows/s)\n", what, rows / best / 1e6, best / other, name,
		rows / other / 1e6);
}

static void measure(enum sheet_format f, const char *name, void (*reads)(void), const char *reads_name, void (*writes)(void),
	const char *writes_name)
{
	file = temp_file(mem);
	format = f;
	write_sheet();
	printf("%s, %.1f MB\n", name, (double)file_size(file) / 1e6);
	compare("  read and checked", read_checked, reads, reads_name);
	compare("  written", write_sheet, writes, writes_name);
}

static long peak_kilobytes(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return u.ru_maxrss;
}

int main(int n, char **arguments)
{
	mem = arena_new(1 << 20);
	rows = n > 1 ? (int)strtol(arguments[1], NULL, 10) : rows;
	measure(SHEET_CSV, "CSV, UTF-8", plain_split, "a plain search for commas", plain_printf, "printf");
	measure(SHEET_CSV_BIG5, "CSV, Big5", iconv_split, "iconv and a search for commas", plain_printf, "printf (UTF-8)");
	printf("most memory so far: %ld MB\n", peak_kilobytes() / 1024);
	rows = rows < 200000 ? rows : 200000;
	measure(SHEET_XLSX, "xlsx", bare_expat, "unpacking and parsing XML alone", bare_xlsxwriter, "libxlsxwriter alone");
	measure(SHEET_ODS, "ods", bare_expat, "unpacking and parsing XML alone", bare_packing, "unpacking and packing the XML alone");
	printf("most memory in all: %ld MB\n", peak_kilobytes() / 1024);
	arena_free(mem);
	return sum == 0;
}
