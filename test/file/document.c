/* Forms as data: what annexes of other layouts need (PLAN-138), and the tables beneath (pdf.h). */
#include "file/document.h"

#include "test/file/read.h"

#define LABEL(t, ...) {.text = t, .look = DOCUMENT_LABEL, __VA_ARGS__}
#define FILL(t, ...) {.text = t, __VA_ARGS__}

static const struct document_field fields[] = {
	{"exam", "考試"}, {"cause", "申請事由"}, {"name", "姓名"}, {"number", NULL}, {"remark", NULL}, {"with_score", NULL},
	{"score", "成績"}, {NULL, NULL}
};
static const struct document_column columns[] = {{40, NULL}, {120, NULL}, {60, "with_score"}, {0, NULL}};
static const struct document_row rows[] = {
	{{LABEL("編號", .rows = 2), LABEL("受訓人員", .columns = 2), LABEL("備註", .rows = 2)}, .head = true},
	{{LABEL("姓名"), LABEL("成績")}, .head = true},
	{{LABEL("{number}"), FILL("{name}"), FILL("{score}"), FILL("{remark}")}, .each = "persons"},
	{{LABEL("合計"), FILL("完", .columns = 3)}, .height = 30},
};
static const struct document_part parts[] = {
	{.kind = DOCUMENT_TEXT, .text = "{exam}清冊", .style = {.size = 16, .align = PDF_CENTRE}},
	{.kind = DOCUMENT_TEXT, .text = "{?cause=疾病}「疾病」 {?cause=懷孕}「懷孕」 {?cause}已填 {?remark}備註 {remark|（無備註）}"},
	{.kind = DOCUMENT_TABLE, .columns = columns, .n_columns = 4, .rows = rows, .n_rows = 4},
	{.kind = DOCUMENT_END}
};
static const struct document roster = {.id = "roster", .note = "{exam}", .size = 12, .fields = fields, .parts = parts};

static struct pdf *pdf_sample(int most_pages)
{
	return pdf_new(mem, &(struct pdf_about){.title = "清冊", .author = "培訓", .created = {1722441600}, .face = PDF_SUNG,
		.most_pages = most_pages});
}

static const struct document_value *const *persons(int n)
{
	const struct document_value **list = arena_array(mem, (size_t)n, sizeof *list);

	for (int i = 0; i < n; i++) {
		const struct document_value values[] = {
			{"number", arena_print(mem, "%d", i + 1)}, {"name", arena_print(mem, "某某%04d", i + 1)},
			{"score", i == 1 ? "" : "80.00"}, {"remark", i == 2 ? "{name}" : NULL}, {NULL, NULL}
		};

		list[i] = arena_copy(mem, values, sizeof values);
	}
	return list;
}

static const char *const *draw(struct pdf *pdf, int n, const char *with_score)
{
	const struct document_value values[] = {
		{"exam", "113年考試"}, {"cause", "懷孕"}, {"with_score", with_score}, {NULL, NULL}
	};
	const struct document_list lists[] = {{"persons", persons(n), n}, {NULL, NULL, 0}};

	return document_draw(pdf, &roster, &(struct document_data){values, lists});
}

static int times(const char *text, const char *part)
{
	int n = 0;

	for (; (text = strstr(text, part)); text += strlen(part))
		n++;
	return n;
}

/* Every row once, the headings once a page, boxes ticked, values never looked into. */
static void register_of_many(void)
{
	struct pdf *pdf = pdf_sample(0);
	const char *const *missing = draw(pdf, 200, "有");

	same(missing[0], "成績", "a value missing in a row is told by its label");
	ok(!missing[1], "and only once");
	save(pdf);
	const char *text = without_blanks(output("pdftotext -layout %s -"));
	int pages = times(text, "頁，共"), found = 0;

	has(text, "113年考試清冊");
	has(text, "□「疾病」■「懷孕」■已填□備註（無備註）");
	ok(pages > 4, "%d pages", pages);
	same_int(times(text, "編號"), pages, "the headings stand on each page");
	same_int(times(text, "備註"), pages + 2, "and so do the cells that span them");
	for (int i = 1; i <= 200; i++)
		found += times(text, arena_print(mem, "某某%04d", i)) == 1;
	same_int(found, 200, "each row stands there once");
	has(text, "{name}");
	has(text, "合計完");
	has(text, arena_print(mem, "第%d頁，共%d頁", pages, pages));
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
	has(output("pdffonts %s"), "TW-Sung");
}

static void absent_column(void)
{
	struct pdf *pdf = pdf_sample(0);

	ok(!draw(pdf, 3, NULL)[0], "what stands in an absent column is not missed");
	save(pdf);
	const char *text = without_blanks(output("pdftotext -layout %s -"));

	lacks(text, "成績");
	lacks(text, "80.00");
	has(text, "1某某0001");
	has(text, "合計完");
}

/* Each form in a file counts its own pages. */
static void sections(void)
{
	struct pdf *pdf = pdf_sample(0);

	draw(pdf, 3, NULL);
	draw(pdf, 40, NULL);
	draw(pdf, 3, NULL);
	same_int(pdf_pages(pdf), 4, "pages of three forms");
	save(pdf);
	const char *text = without_blanks(output("pdftotext -layout %s -"));

	same_int(times(text, "第1頁，共1頁"), 2, "two forms of one page");
	same_int(times(text, "第1頁，共2頁"), 1, "one of two");
	same_int(times(text, "第2頁，共2頁"), 1, "with its second page");
}

static void same_bytes(void)
{
	struct text a, b;
	struct pdf *pdf = pdf_sample(0);

	draw(pdf, 5, "有");
	ok(pdf_finish(pdf, &a), "finished");
	pdf = pdf_sample(0);
	draw(pdf, 5, "有");
	ok(pdf_finish(pdf, &b) && a.n == b.n && !memcmp(a.at, b.at, a.n), "the same input gives the same bytes");
	ok(a.n > 1000 && !memcmp(a.at, "%PDF-1.", 7) && !memcmp(a.at + a.n - 6, "%%EOF\n", 6), "from the first to the last");
}

static void ceiling(void)
{
	struct text to;
	struct pdf *pdf = pdf_sample(3);

	draw(pdf, 200, NULL);
	ok(!pdf_finish(pdf, &to), "a document past its ceiling of pages is refused");
	pdf = pdf_sample(3);
	char *huge = memset(arena_get(mem, 4 << 20), 'x', (4 << 20) - 1);

	pdf_paragraph(pdf, huge, &(struct pdf_style){0});
	ok(!pdf_finish(pdf, &to), "and so is a text of megabytes");
	pdf = pdf_sample(3);
	pdf_paragraph(pdf, "字", &(struct pdf_style){.size = 2000});
	pdf_table(pdf, &(struct pdf_table){.widths = (double[]){0}, .n_columns = 1, .n_rows = 1, .rows = &(struct pdf_row){
		.cells = &(struct pdf_cell){.text = "字", .style = {.size = 2000}}, .n = 1}});
	ok(!pdf_finish(pdf, &to), "and a character higher than any page");
}

/* Rows that a span ties together and that are longer than a page: read column by column, all is there. */
static void long_spans(void)
{
	struct text left = text_new(mem, 1 << 20), right = text_new(mem, 1 << 20);
	struct pdf *pdf = pdf_sample(0);

	for (int i = 0; i < 600; i++) {
		text_print(&left, "左%03d欄", i);
		text_print(&right, "右%04d欄，", i);
	}
	const struct pdf_cell first[] = {{.text = left.at, .rows = 3}, {.text = right.at}};
	const struct pdf_cell second = {.text = "第二列"}, third = {.text = right.at};
	const struct pdf_row table_rows[] = {{.cells = first, .n = 2}, {.cells = &second, .n = 1}, {.cells = &third, .n = 1}};

	pdf_section(pdf, NULL);
	pdf_table(pdf, &(struct pdf_table){.widths = (double[]){150, 0}, .n_columns = 2, .rows = table_rows, .n_rows = 3});
	save(pdf);
	ok(strstr(without_blanks(output("pdftotext -x 42 -y 42 -W 150 -H 758 %s -")), left.at) != NULL, "the spanning cell is whole");
	same(without_blanks(output("pdftotext -x 193 -y 42 -W 360 -H 758 %s -")), arena_print(mem, "%s第二列%s", right.at, right.at),
		"and so are those beside it");
	has(output("qpdf --check %s"), "No syntax or stream encoding errors");
}

int main(void)
{
	read_open();
	register_of_many();
	absent_column();
	sections();
	same_bytes();
	ceiling();
	long_spans();
	return read_close();
}
