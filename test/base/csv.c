/* The CSV grammar, both ways.                                          LEARN-020, LEARN-034 */
#include "base/csv.h"

#include <stdlib.h>

#include "test/tap.h"

static struct arena *mem;

/* A stream that comes in pieces of `step` bytes. */
struct feed { const char *at; size_t n, step; };

static size_t feed(void *with, char *to, size_t room)
{
	struct feed *f = with;
	size_t n = f->n < f->step ? f->n : f->step;

	n = n < room ? n : room;
	memcpy(to, f->at, n);
	f->at += n;
	f->n -= n;
	return n;
}

static const char *problem_text(struct csv *c)
{
	static const char *const names[] = {"", "!quote", "!separator", "!long"};
	int64_t row;
	enum csv_problem p = csv_problem(c, &row);

	return p ? arena_print(mem, "%s@%lld", names[p], (long long)row) : "";
}

/* All records as "number:cell|cell;" with ^ for a wide one and the problem at the end. */
static char *read_all(const char *bytes, size_t n, size_t step, bool tabs)
{
	struct feed f = {bytes, n, step};
	struct csv *c = csv_open(mem, feed, &f, 4096, 8, tabs);
	struct text t = text_new(mem, 1 << 22);
	struct csv_row row;

	while (csv_next(c, &row)) {
		text_print(&t, "%lld%s:", (long long)row.number, row.wide ? "^" : "");
		for (int i = 0; i < row.n; i++)
			text_print(&t, "%s%s", i ? "|" : "", row.cells[i].at);
		text_puts(&t, ";");
	}
	text_puts(&t, problem_text(c));
	return t.at;
}

static void reads(const char *bytes, const char *want, const char *what)
{
	same(read_all(bytes, strlen(bytes), 1 << 20, false), want, what);
	if (strcmp(read_all(bytes, strlen(bytes), 1, false), want))
		ok(false, "%s: the same in pieces of one byte", what);
}

static void grammar(void)
{
	reads("a,b\r\nc,d\ne,f", "1:a|b;2:c|d;3:e|f;", "CRLF, LF and no end of line, mixed");
	reads("a,b\rc,d\r", "1:a|b;2:c|d;", "CR alone");
	reads("a\n\"採購法,實務\"\n", "1:a;2:採購法,實務;", "LEARN-020 a comma inside quotes");
	reads("a\nb\n\"c\r\nd\"\ne", "1:a;2:b;3:c\r\nd;4:e;", "LEARN-020 a line break inside row 3: the next is row 4");
	reads("a,b\n1,2\n,,,,\n,,,,\n,,,,", "1:a|b;2:1|2;", "LEARN-020 trailing rows of commas");
	reads("a\n\n  \n 　,\t\nb", "1:a;5:b;", "blank rows are skipped and counted");
	reads("sep=,\r\na,b\r\n1,2", "1:a|b;2:1|2;", "LEARN-020 a first line sep=, is no row");
	reads("\"sep=,\"\na\n", "1:a;", "the same in quotes");
	reads("a\nsep=,\n", "1:a;2:sep=;", "sep= later is data");
	reads("a,b,c\n1,2,3,,\n1,2,,4", "1:a|b|c;2:1|2|3;3^:1|2||4;", "LEARN-020 E-CSV-06 and empty cells at the end");
	reads(" a , b\t,　c　\n\"  d \",\" e", "1:a|b|c;!quote@2", "blanks around; E-CSV-05 at the end");
	reads("a\n\"  d \"\n", "1:a;2:  d ;", "blanks inside quotes stay");
	reads("x,y\n \"a,b\" ,c\n", "1:x|y;2:a,b|c;", "blanks around a quoted cell");
	reads("a\"b,\"c\"d \n", "1:a\"b|cd;", "a quote inside a cell; text behind a closing quote");
	reads("a\n\"x\"\"y\"\"\"\n\"\",b", "1:a;2:x\"y\";3^:|b;", "doubled quotes and an empty quoted cell");
}

static void digits_and_formulas(void)
{
	reads("a,b,c\n=\"0123\",\"=\"\"0456\"\"\",=\"a,b\"", "1:a|b|c;2:0123|0456|a,b;", "LEARN-020 =\"0123\"");
	reads("'=1,'+1,'-1,'@a,'a,''=1", "1:=1|+1|-1|@a|'a|'=1;", "LEARN-020 one apostrophe before = + - @ goes");
	reads("=1,=\"", "!quote@1", "an open =\" is an open quote");
	reads("'=\"0123\"", "1:=\"0123\";", "what the apostrophe kept is not undone again");
}

static void refusals(void)
{
	reads("a\tb\tc\n1\t2\t3\n", "!separator@1", "LEARN-020 E-CSV-12 tabs");
	reads("a;b,c;d\n", "!separator@1", "E-CSV-12 semicolons");
	reads("sep=;\na;b\n", "!separator@1", "E-CSV-12 sep=;");
	reads("\"a;b;c\",d\n", "1:a;b;c|d;", "semicolons inside quotes are text");
	same(read_all("a\tb\n1\t\"x\ty\"\n", 12, 3, true), "1:a|b;2:1|x\ty;", "tabs where they are allowed");
	same(read_all("a\t\"b\tc\n1", 8, 8, true), "!quote@1", "a quote that opens behind a tab, not closed");
	same(read_all("a\t\"b\n\tc\"\td\n1", 13, 13, true), "1:a|b\n\tc|d;2:1;", "or closed in the next line");
	reads("a,b\n1,\"2\n3,4\n5,6\n", "1:a|b;!quote@2", "E-CSV-05 names the row where the quote opened");
	reads("1,2,3,4,5,6,7,8,9\n", "1^:1|2|3|4|5|6|7|8;", "more cells than the ceiling are told");
	reads("1,2,3,4,5,6,7,8,,,,,,\n", "1:1|2|3|4|5|6|7|8;", "empty ones beyond it are not");

	size_t n = 300 << 10;
	char *big = arena_get(mem, n + 8);

	memset(big, 'x', n);
	same(read_all(big, n, n, false), "!long@1", "a record over the ceiling");
	big[0] = '"';
	same(read_all(big, n, n, false), "!quote@1", "a quote left open over the ceiling");
	same(read_all("a\0b,c\n", 6, 9, false), "1:a|c;", "a NUL is a byte of a cell");
	same(read_all("", 0, 1, false), "", "an empty file");
	same(read_all("\n\n,\n", 4, 1, false), "", "a file of blanks");
}

static void writes(const char *text, const char *want, const char *what)
{
	struct text t = text_new(mem, 1 << 16);
	struct csv_out out = {.to = &t};

	csv_text(&out, text);
	csv_text(&out, "z");
	csv_end_row(&out);
	same(t.at, arena_print(mem, "%s,z\r\n", want), what);

	struct feed f = {t.at, t.n, 7};
	struct csv *c = csv_open(mem, feed, &f, 4096, 8, false);
	struct csv_row row;

	ok(csv_next(c, &row) && row.n == 2 && !strcmp(row.cells[0].at, text), "%s: it comes back", what);
}

static void writing(void)
{
	writes("許功蓋", "許功蓋", "a plain text");
	writes("採購法,實務", "\"採購法,實務\"", "a comma");
	writes("a\"b\nc", "\"a\"\"b\nc\"", "a quote and a line end");
	writes("=1+1", "'=1+1", "LEARN-034 a formula");
	writes("+886", "'+886", "a plus");
	writes("-", "'-", "a dash");
	writes("@sum", "'@sum", "an at sign");
	writes("\t=1", "'\t=1", "a tab");
	writes("\r=1", "\"'\r=1\"", "a line end and a formula");
	writes(" =1+1", "\"' =1+1\"", "a blank and a formula");
	writes("＝1+1", "'＝1+1", "full width");
	writes("'=1", "''=1", "an apostrophe of its own");
	writes("=\"0123\"", "\"'=\"\"0123\"\"\"", "an equals form");
	writes("　a　", "\"　a　\"", "blanks at the ends");
	writes("", "", "nothing");

	struct text t = text_new(mem, 1 << 16);
	struct csv_out out = {.to = &t};

	csv_number(&out, "-5");
	csv_number(&out, "12.50");
	csv_end_row(&out);
	same(t.at, "-5,12.50\r\n", "numbers are not touched");
}

/* Random texts over the dangerous characters come back whatever the pieces are. */
static void round_trip(void)
{
	static const char *const bits[] = {"=", "'", "\"", ",", "\r", "\n", " ", "　", "a", "+", "\t", "王"};
	unsigned seed = 7;
	int bad = 0;

	for (int round = 0; round < 3000; round++) {
		struct arena *row_mem = arena_new(1 << 21);
		struct text t = text_new(row_mem, 1 << 16), cell = text_new(row_mem, 1 << 16);
		struct csv_out out = {.to = &t};

		for (int i = rand_r(&seed) % 7; i >= 0; i--)
			text_puts(&cell, bits[rand_r(&seed) % 12]);
		csv_text(&out, "head");
		csv_text(&out, cell.at);
		csv_text(&out, "end");
		csv_end_row(&out);
		struct feed f = {t.at, t.n, 1 + (size_t)(rand_r(&seed) % 9)};
		struct csv *c = csv_open(row_mem, feed, &f, 4096, 8, false);
		struct csv_row row;

		bad += !csv_next(c, &row) || row.n != 3 || strcmp(row.cells[1].at, cell.at) != 0;
		arena_free(row_mem);
	}
	same_int(bad, 0, "3,000 random cells come back");
}

/* A plain record is written in one go, and never otherwise than cell by cell. */
static void plain(void)
{
	static const struct { const char *bytes; bool plain; } records[] = {
		{"a,b,c", true}, {"a,,c", true}, {",b,,", true}, {"A123456789,王小明,示範大學,113/05/01,6", true}, {"6,-", false}, {"-5,b", false},
		{"a,=1+1", false}, {"a,'=1", false}, {"a,'b", false}, {"a, b", false}, {"a,b ,c", false}, {"a\t,b", false}, {"a,　b", false},
		{"\"a\",b", false}, {"\"a,b\",c", false}, {"a\"b,c", false}, {"=\"01\",b", false}, {"@a,b", false}, {"＝a,b", false}, {"a,\tb", false},
	};

	for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
		struct feed f = {records[i].bytes, strlen(records[i].bytes), 1 << 20};
		struct csv *c = csv_open(mem, feed, &f, 4096, 8, false);
		struct text whole = text_new(mem, 1000), each = text_new(mem, 1000);
		struct csv_out one = {&whole, false}, other = {&each, false};
		struct csv_row row;

		csv_next(c, &row);
		for (int k = 0; k < row.n; k++)
			csv_text(&other, row.cells[k].at);
		if (row.plain)
			csv_plain(&one, row.cells, row.n);
		ok(row.plain == records[i].plain && (!row.plain || !strcmp(whole.at, each.at)), "LEARN-034 %s is %s", records[i].bytes,
			records[i].plain ? "written as it stands" : "looked at cell by cell");
	}
}

int main(void)
{
	mem = arena_new(256 << 20);
	grammar();
	digits_and_formulas();
	refusals();
	writing();
	round_trip();
	plain();
	arena_free(mem);
	return tap_end();
}
