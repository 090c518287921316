/* Bar codes and the payment slip on paper, rendered and read back with zbar as a till would.                                                ACMS-091 */
#include "file/barcode.h"

#include <string.h>

#include "app/paper/paper.h"
#include "base/arena.h"
#include "rule/slip.h"
#include "test/file/read.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof *(a)))

static struct pdf *pdf_sample(void)
{
	return pdf_new(mem, &(struct pdf_about){.title = "繳費單", .author = "培訓", .created = {1722441600}});
}

/* What is read from the pages at 200 dots an inch, in the order printed from left to right and down. */
static const char *read_back(struct pdf *pdf)
{
	save(pdf);
	return output("d=$(mktemp -d) && pdftoppm -r 200 -gray %s $d/p && zbarimg -q -Sdisable -Scode39.enable -Sqrcode.enable $d/*.pgm;"
		" s=$?; rm -rf $d; exit $s");
}

static void put(struct pdf *pdf, enum pdf_code code, const char *text, double size, double module)
{
	pdf_paragraph(pdf, text, &(struct pdf_style){.code = code, .size = size, .module = module});
	pdf_paragraph(pdf, text, &(struct pdf_style){.size = 9});
	pdf_gap(pdf, 12);
}

/* The three public examples: what the rule says is what the till reads.                                     ACMS-091 */
static void stores(void)
{
	static const struct { struct slip_facts facts; const char *segments[3]; } cases[] = {
		{{.item_code = "Y01", .number = "ABCDEFGHIKLMNPQR", .amount = 7890, .prefix = "1234"},
			{"991231Y01", "ABCDEFGHIKLMNPQR", "12349Y000007890"}},
		{{.item_code = "6II", .number = "7006020000462711", .amount = 14520, .prefix = "1234"},
			{"9912316II", "7006020000462711", NULL}},
		{{.item_code = "6AB", .number = "12345678901234", .amount = 100}, {"1512316AB", "0012345678901234", "151219000000100"}},
	};
	static const int years[] = {2010, 2010, 2026};

	for (int i = 0; i < COUNT(cases); i++) {
		struct slip_facts facts = cases[i].facts;
		struct slip_values values = {{0}};
		struct verdict v = {.mem = mem};
		struct pdf *pdf = pdf_sample();

		facts.due = date_make(years[i], 12, 31);
		slip_judge(&v, &facts, &values);
		same_int(values.segments.n, 3, "three parts");
		for (int k = 0; k < values.segments.n; k++) {
			if (cases[i].segments[k])
				same(values.segments.at[k], cases[i].segments[k], "the part of the example");
			put(pdf, PDF_CODE39, values.segments.at[k], 28, 0.8);
		}
		const char *read = read_back(pdf);

		for (int k = 0; k < values.segments.n; k++)
			has(read, arena_print(mem, "CODE-39:%s\n", values.segments.at[k]));
	}
}

/* The second example as published, whose first part is no day.                                              ACMS-091 */
static void given_parts(void)
{
	static const char *const parts[] = {"9999996II", "7006020000462711", "1234A4000014520", "A-1 $/+%."};
	struct pdf *pdf = pdf_sample();
	const char *read;

	for (int i = 0; i < COUNT(parts); i++)
		put(pdf, PDF_CODE39, parts[i], 24, 0.75);
	read = read_back(pdf);
	for (int i = 0; i < COUNT(parts); i++)
		has(read, arena_print(mem, "CODE-39:%s\n", parts[i]));
}

/* An address of 200 bytes, and words.                                                                       ACMS-091 */
static void squares(void)
{
	char *address = arena_print(mem, "https://peixun.example.gov.tw/pay?slip=%0161d", 7);
	struct pdf *pdf = pdf_sample();

	same_int((long long)strlen(address), 200, "200 bytes");
	put(pdf, PDF_QR, address, 0, 1.6);
	put(pdf, PDF_QR, "繳費單", 0, 3);
	const char *read = read_back(pdf);

	has(read, arena_print(mem, "QR-Code:%s\n", address));
	has(read, "QR-Code:繳費單\n");
}

/* In the cells of a table, side by side and close to its lines: the margin is part of the code.             ACMS-091 */
static void cells(void)
{
	const struct pdf_cell row[] = {
		{.text = "1512316AB", .style = {.code = PDF_CODE39, .size = 26, .align = PDF_CENTRE}, .upright = PDF_MIDDLE},
		{.text = "https://peixun.example.gov.tw/", .style = {.code = PDF_QR, .module = 2, .align = PDF_RIGHT}},
	};
	struct pdf *pdf = pdf_sample();
	const char *read;

	pdf_table(pdf, &(struct pdf_table){.widths = (double[]){0, 0}, .n_columns = 2, .rows = &(struct pdf_row){.cells = row, .n = 2},
		.n_rows = 1, .pad = 0.5});
	read = read_back(pdf);
	has(read, "CODE-39:1512316AB\n");
	has(read, "QR-Code:https://peixun.example.gov.tw/\n");
}

/* Sizes in modules: 13 a character with * at both ends, 10 of margin at each; QR 17 + 4 × version, 4 of margin around. */
static void sizes(void)
{
	const struct barcode *line = barcode_make(mem, BARCODE_39, "1512316AB"), *square = barcode_make(mem, BARCODE_QR, "A");
	int left = 1000, right = 0, top = 1000, bottom = 0;

	same_int(line->width, 11 * 13 - 1 + 20, "Code 39 of 9 characters");
	same_int(line->height, 1, "is one high");
	same_int(line->bars[0].x, 10, "its first bar stands behind the margin");
	same_int(line->bars[line->n - 1].x + line->bars[line->n - 1].width, line->width - 10, "its last before the other");
	same_int(square->width, 21 + 8, "the smallest QR code");
	same_int(square->height, square->width, "is a square");
	for (size_t i = 0; i < square->n; i++) {
		const struct bar *b = &square->bars[i];

		left = b->x < left ? b->x : left;
		top = b->y < top ? b->y : top;
		right = b->x + b->width > right ? b->x + b->width : right;
		bottom = b->y + 1 > bottom ? b->y + 1 : bottom;
	}
	ok(left == 4 && top == 4 && right == 25 && bottom == 25, "with 4 of margin on each side: %d %d %d %d", left, top, right, bottom);
}

static void refused(void)
{
	ok(!barcode_make(mem, BARCODE_39, ""), "nothing is no code");
	ok(!barcode_make(mem, BARCODE_QR, ""), "nor as a QR code");
	ok(!barcode_make(mem, BARCODE_39, "abc"), "Code 39 has no small letters");
	ok(!barcode_make(mem, BARCODE_39, "1*2"), "its * begins and ends it");
	ok(!barcode_make(mem, BARCODE_39, arena_print(mem, "%0200d", 0)), "it has an end");
	ok(!barcode_make(mem, BARCODE_QR, arena_print(mem, "%08000d", 0)), "a QR code too");
	ok(barcode_make(mem, BARCODE_QR, arena_print(mem, "%01000d", 0)) != NULL, "which is farther");
}

/* ---- the slip ---- */

static struct paper_fee_slip slip(void)
{
	static const char *places[] = {"便利商店、美廉社", "全省郵局臨櫃", "中國信託商業銀行全省各分行臨櫃"};

	return (struct paper_fee_slip){.head = {.exam_year = 111, .exam_name = "公務人員特種考試警察人員考試"}, .number = "0012345678901234",
		.name = "王○明", .item = "考試及格證書證書費", .amount = 500, .issued = date_make(2023, 2, 3), .due = date_make(2023, 2, 20),
		.places = {COUNT(places), places}, .store_first = "1202206AB", .store_second = "0012345678901234",
		.store_third = "120290000000500", .post_first = "19834251", .post_second = "112022000123456789012349", .post_third = "00000500",
		.bank = "0012345678901234", .online = "https://peixun.example.gov.tw/fee"};
}

/* All that is printed and read of a slip whose last day has not passed.                                      ACMS-091 ACMS-092 */
static void whole_slip(void)
{
	static const char *const words[] = {"111年公務人員特種考試警察人員考試", "請領證書繳費單", "繳費單編號0012345678901234", "繳款人王○明",
		"新臺幣500元整", "繳款期限112年2月20日", "製單日期112年2月3日", "便利商店、美廉社", "全省郵局臨櫃", "中國信託商業銀行全省各分行臨櫃",
		"超過繳款期限，不可至超商繳費，需臨櫃繳費", "120290000000500"};
	static const char *const codes[] = {"1202206AB", "0012345678901234", "120290000000500", "19834251", "112022000123456789012349",
		"00000500"};
	struct paper_fee_slip s = slip();
	struct pdf *pdf = pdf_sample();

	ok(!*paper_fee_slip_draw(pdf, &s), "nothing is missing");
	same_int(pdf_pages(pdf), 1, "on one page");
	same_int(pdf_codes_lost(pdf), 0, "with every code");
	const char *read = read_back(pdf), *text = without_blanks(output("pdftotext -layout %s -"));

	for (int i = 0; i < COUNT(words); i++)
		has(text, words[i]);
	for (int i = 0; i < COUNT(codes); i++)
		has(read, arena_print(mem, "CODE-39:%s\n", codes[i]));
	has(read, "QR-Code:https://peixun.example.gov.tw/fee\n");
}

/* After the last day: no code that a store reads, and nothing where it stood.                                ACMS-093 */
static void late_slip(void)
{
	struct paper_fee_slip s = slip();
	struct pdf *pdf = pdf_sample();

	s.store_first = s.store_second = s.store_third = s.online = NULL;
	s.places = (struct fact_texts){s.places.n - 1, s.places.at + 1};
	ok(!*paper_fee_slip_draw(pdf, &s), "nothing is missing");
	const char *read = read_back(pdf), *text = without_blanks(output("pdftotext -layout %s -"));

	lacks(read, "1202206AB");
	lacks(text, "便利商店");
	lacks(text, "線上繳費");
	has(read, "CODE-39:19834251\n");
	has(text, "全省郵局臨櫃");
	has(text, "需臨櫃繳費");
}

static void lost(void)
{
	struct paper_fee_slip s = slip();
	struct pdf *pdf = pdf_sample();

	s.bank = "小寫";
	s.post_second = "1120220001234567890123456789012345678901234567890";
	paper_fee_slip_draw(pdf, &s);
	same_int(pdf_codes_lost(pdf), 2, "what has no bars, and what has too many, is told");
	save(pdf);
}

int main(void)
{
	read_open();
	whole_slip();
	late_slip();
	lost();
	stores();
	given_parts();
	squares();
	cells();
	sizes();
	refused();
	return read_close();
}
