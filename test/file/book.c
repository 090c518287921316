/* Books of sheets, made here part by part: what the readers of xlsx and ods give for each kind of cell, and what they refuse.
 *                                                                                     decision 9, LEARN-019, 020 */
#include "file/archive_write.h"
#include "test/file/table.h"
#include "test/tap.h"

static struct arena *mem;

struct part { const char *name, *content; };

static int book_of(const struct part *parts)
{
	int fd = temp_file(mem);
	struct archive_out *a = archive_create(mem, fd);

	for (; parts->name; parts++)
		archive_add(a, parts->name, parts->content, strlen(parts->content), strcmp(parts->name, "mimetype") != 0);
	archive_finish(a);
	return fd;
}

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
static const char types[] = HEAD "<Types/>";
static const char package[] = HEAD "<Relationships><Relationship Id='r9' Type='" RELATIONS "officeDocument' Target='/xl/book.xml'/>"
	"</Relationships>";
static const char book[] = HEAD "<x:workbook xmlns:x='x' xmlns:r='r'><x:workbookPr%s/><x:sheets><x:sheet name='圖' sheetId='3' r:id='r5'/><x:sheet name='隱藏' sheetId='1' "
	"state='hidden' r:id='r1'/><x:sheet name='名冊' sheetId='2' r:id='r2'/></x:sheets></x:workbook>";
static const char relations[] = HEAD "<Relationships><Relationship Id='r1' Type='" RELATIONS "worksheet' Target='sheets/1.xml'/>"
	"<Relationship Id='r2' Type='" RELATIONS "worksheet' Target='sheets/2.xml'/><Relationship Id='r3' Type='" RELATIONS
	"styles' Target='styles.xml'/><Relationship Id='r5' Type='" RELATIONS "chartsheet' Target='c.xml'/><Relationship Id='r4' Type='" RELATIONS "sharedStrings' Target='/xl/shared.xml'/>"
	"</Relationships>";
static const char styles[] = HEAD "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[$-404]e/mm/dd;@'/>"
	"<numFmt numFmtId='165' formatCode='00000'/><numFmt numFmtId='166' formatCode='yyyy\\-mm\\-dd\\ hh:mm:ss'/>"
	"<numFmt numFmtId='167' formatCode='[h]:mm'/><numFmt numFmtId='168' formatCode='0.00\"m\"'/></numFmts>"
	"<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>"
	"<xf numFmtId='165'/><xf numFmtId='166'/><xf numFmtId='167'/><xf numFmtId='168'/><xf numFmtId='49'/><xf numFmtId='22'/>"
	"</cellXfs></styleSheet>";
static const char shared[] = HEAD "<sst><si><t>許功蓋</t></si><si><r><t xml:space='preserve'>王 </t></r><r><t>小明</t></r><rPh sb='0' "
	"eb='1'><t>ㄨㄤ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>";

static int xlsx_of(const char *rows, bool from_1904)
{
	const char *start = HEAD "<worksheet><dimension ref='A1:XFD1048576'/><sheetData>", *end = "</sheetData></worksheet>";

	return book_of((const struct part[]){
		{"[Content_Types].xml", types}, {"_rels/.rels", package}, {"xl/book.xml", arena_print(mem, book,
			from_1904 ? " date1904='1'" : "")}, {"xl/_rels/book.xml.rels", relations}, {"xl/styles.xml", styles},
		{"xl/shared.xml", shared}, {"xl/sheets/1.xml", arena_print(mem, "%s<row><c><v>1</v></c></row>%s", start, end)},
		{"xl/sheets/2.xml", arena_print(mem, "%s%s%s", start, rows, end)}, {NULL, NULL},
	});
}

static void xlsx(const char *rows, const char *want, const char *what)
{
	same(read_with(mem, xlsx_of(rows, false), &table_limits, false), want, what);
}

static void xlsx_cells(void)
{
	xlsx("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row>",
		"1:許功蓋|王 小明|a\rb_x0041_;", "shared texts, rich ones, without ruby, unescaped");
	xlsx("<row r='2'><c r='A2' t='inlineStr'><is><t>甲</t></is></c><c t='str'><f>A1&amp;B1</f><v>乙</v></c><c r='D2' t='b'>"
		"<v>1</v></c><c t='e'><v>#N/A</v></c></row>", "2:甲|乙||TRUE|#N/A;", "inline texts, a formula's value, a truth, an error, a gap");
	xlsx("<row><c><v>1234567890123456</v></c><c><v>0.1</v></c><c><v>1E-3</v></c><c><v>-2.50</v></c><c><v>80.300000000000011</v>"
		"</c><c><v>1.5E+20</v></c></row>", "1:1234567890123460|0.1|0.001|-2.5|80.3|150000000000000000000;",
		"numbers as people see them");
	xlsx("<row><c s='1'><v>45505</v></c><c s='2'><v>45505.4</v></c><c s='3'><v>123</v></c><c s='4'><v>45505.395833333336</v></c>"
		"<c s='5'><v>1.0625</v></c><c s='6'><v>3</v></c><c s='7'><v>7</v></c><c s='8'><v>45505.5</v></c></row>",
		"1:2024-08-01|2024-08-01|00123|2024-08-01T09:30|25:30|3|7|2024-08-01T12:00;",
		"days, moments, times and digits by their styles");
	xlsx("<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c><c s='1'><v>-1</v></c>"
		"<c s='1'><v>9999999</v></c></row>", "1:1900-01-01|1900-02-28|60|1900-03-01|-1|9999999;",
		"the year 1900 of Excel, and what is no day");
	same(read_with(mem, xlsx_of("<row><c s='1'><v>0</v></c><c s='1'><v>44043</v></c></row>", true), &table_limits, false),
		"1:1904-01-01|2024-08-01;", "days counted from 1904");
	xlsx("<row r='1'><c t='d'><v>2024-08-01T00:00:00</v></c><c t='d'><v>2024-08-01T09:30:05Z</v></c></row>",
		"1:2024-08-01|2024-08-01T09:30:05;", "days in ISO form");
}

static void xlsx_rows(void)
{
	xlsx("<row r='1'><c t='s'><v>0</v></c></row><row r='2'><c r='C2' s='7'/></row><row r='5'><c r='B5'><v>5</v></c></row>",
		"1:許功蓋;5^:|5;", "LEARN-020 blank rows are counted and left out");
	xlsx("<row r='3'><c r='A3'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>", "3:1;!E-CSV-13", "rows in disorder");
	xlsx("<row><c t='s'><v>99</v></c></row>", "!E-CSV-13", "a shared text that is not there");
	xlsx("<row><c r='A1'><v>1</v></c></row><row><c r='XFD2'><v>2</v></c></row>", "1:1;2^:;",
		"LEARN-020 E-CSV-06 a cell beyond the ceiling");
	xlsx("<row><c><v>12x</v></c></row>", "1:12x;", "a number that is none is a text");
	xlsx("<row><c t='str'><v>'=1+1</v></c></row>", "1:=1+1;", "LEARN-020 one apostrophe before a formula goes");
	struct table_limits named = table_limits;

	named.sheet = "隱藏";
	same(read_with(mem, xlsx_of("", false), &named, false), "1:1;", "a sheet asked for by its name, hidden or not");
	named.sheet = "無此表";
	same(read_with(mem, xlsx_of("", false), &named, true), "!E-CSV-16 活頁簿中沒有「無此表」工作表。", "no sheet of that name");
	named = table_limits;
	named.rows = 2;
	named.text = 3;
	same(read_with(mem, xlsx_of("<row><c><v>1</v></c></row><row><c><v>2</v></c></row><row><c><v>3</v></c></row>", false), &named,
		false), "1:1;2:2;!E-CSV-07", "LEARN-020 E-CSV-07 in a sheet");
	same(read_with(mem, xlsx_of("<row><c t='str'><v>一二三四五</v></c></row>", false), &named, false), "!E-CSV-07", "a cell too long");
}

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"
static const char ods_mime[] = "application/vnd.oasis.opendocument.spreadsheet";
static const char ods_manifest[] = HEAD "<manifest:manifest xmlns:manifest='m'/>";

static int ods_of(const char *tables)
{
	return book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", arena_print(mem,
		HEAD "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s' xmlns:calcext='c' xmlns:draw='d'>"
		"<office:automatic-styles><style:style style:name='gone' style:family='table'><style:table-properties table:display='false'/>"
		"</style:style></office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
		"</office:document-content>", tables)}, {"META-INF/manifest.xml", ods_manifest}, {NULL, NULL}});
}

static void ods(const char *rows, const char *want, const char *what)
{
	const char *tables = arena_print(mem, "<table:table table:name='隱藏' table:style-name='gone'><table:table-row><table:table-cell>"
		"<text:p>x</text:p></table:table-cell></table:table-row></table:table><table:table table:name='名冊'>%s</table:table>"
		"<table:table table:name='三'><table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>"
		"</table:table>", rows);

	same(read_with(mem, ods_of(tables), &table_limits, false), want, what);
}
#define ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define CELL(attributes, text) "<table:table-cell " attributes ">" text "</table:table-cell>"
#define WORDS(text) CELL("office:value-type='string' calcext:value-type='error'", "<text:p>" text "</text:p>")

static void ods_cells(void)
{
	ods(ROW(WORDS("許功蓋") WORDS("a<text:s text:c='2'/>b<text:tab/>c") WORDS("一</text:p><text:p>二") WORDS("<text:span>王</text:span>"
		"<text:ruby><text:ruby-base>小</text:ruby-base><text:ruby-text>ㄒㄧㄠˇ</text:ruby-text></text:ruby>明")),
		"1:許功蓋|a  b\tc|一\n二|王小明;", "texts: blanks, tabs, lines, spans, without ruby");
	ods(ROW(CELL("office:value-type='float' office:value='80.5'", "<text:p>80.50</text:p>")
		CELL("office:value-type='float' office:value='123'", "<text:p>00123</text:p>")
		CELL("office:value-type='date' office:date-value='2024-08-01'", "<text:p>113/08/01</text:p>")
		CELL("office:value-type='date' office:date-value='2024-08-01T09:30:00'", "<text:p>x</text:p>")
		CELL("office:value-type='time' office:time-value='PT25H30M00S'", "<text:p>x</text:p>")
		CELL("office:value-type='boolean' office:boolean-value='true'", "<text:p>真</text:p>")
		CELL("office:value-type='float' office:value='1.0E-5'", "<text:p>0</text:p>")),
		"1:80.5|00123|2024-08-01|2024-08-01T09:30|25:30|TRUE|0.00001;", "numbers, digits, days, times, truth");
	ods(ROW(CELL("office:value-type='string' office:string-value='值'", "<text:p>shown</text:p>")
		CELL("office:value-type='string'", "<office:annotation><text:p>註</text:p></office:annotation><text:p>字</text:p>"
		"<draw:frame><draw:text-box><text:p>圖</text:p></draw:text-box></draw:frame>")
		CELL("table:formula='of:=1+1' office:value-type='float' office:value='2'", "<text:p>2</text:p>")),
		"1:值|字|2;", "a text in an attribute; notes and drawings are left out; a formula's value");
}

static void ods_rows(void)
{
	ods(ROW(WORDS("a") WORDS("b")) "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
		"<table:table-row table:number-rows-repeated='2'>" CELL("table:number-columns-repeated='2'", "<text:p>c</text:p>")
		"</table:table-row>" ROW("<table:table-cell table:number-columns-repeated='16384'/>"), "1:a|b;5:c|c;6:c|c;",
		"repeated rows and cells");
	ods(ROW("<table:table-cell table:number-columns-spanned='2'><text:p>a</text:p></table:table-cell><table:covered-table-cell>"
		"<text:p>x</text:p></table:covered-table-cell>" WORDS("b")), "1:a||b;", "a merged cell");
	ods("<table:table-row table:number-rows-repeated='1048576'>" CELL("table:number-columns-repeated='16384'", "<text:p>1</text:p>")
		"</table:table-row>", "!E-CSV-07", "repetition is no way around the ceilings");
	ods("<table:table-row table:number-rows-repeated='99999999999999999999'><table:table-cell/></table:table-row>" ROW(WORDS("a")),
		"1073741825:a;", "nor is a number too large");
	ods("<table:table-header-rows>" ROW(WORDS("a")) "</table:table-header-rows><table:table-row-group>" ROW(WORDS("b"))
		"</table:table-row-group>" ROW(CELL("", "<table:table table:is-sub-table='true'>" ROW(WORDS("z")) "</table:table>")),
		"1:a;2:b;", "heading rows and groups; no tables inside of tables");
	same(read_with(mem, ods_of("<table:table table:name='a' table:style-name='gone'/>"), &table_limits, false), "!E-CSV-16",
		"no sheet that is shown");
}

static void sheets_are_told(void)
{
	struct table_problem problem;
	struct table_row row;
	int n, fd = xlsx_of("<row><c><v>1</v></c></row>", false);
	struct table_reader *r = table_open(mem, fd, file_size(fd), &table_limits, &problem);
	const char *const *names = table_sheets(r, &n);

	ok(n == 2 && !strcmp(names[1], "名冊") && table_kind(r) == TABLE_XLSX, "the sheets of a book are told");
	same(table_encoding(r), "xlsx", "and its kind");
	fd = ods_of("<table:table table:name='一'>" ROW(WORDS("1")) "</table:table><table:table table:name='二'/>");
	r = table_open(mem, fd, file_size(fd), &table_limits, &problem);
	ok(table_row(r, &row) && !table_row(r, &row), "of ods, once the rows are read");
	names = table_sheets(r, &n);
	ok(n == 2 && !strcmp(names[1], "二") && table_kind(r) == TABLE_ODS, "they are all there");
}

static void refused(int fd, const char *want, const char *what)
{
	same(read_with(mem, fd, &table_limits, true), want, what);
}

static void other_books(void)
{
#define NOT(found) "!E-CSV-11 檔案不是 CSV、xlsx 或 ods（" found "），請另存成 CSV、xlsx 或 ods 後再上傳。"
	static const char word[] = "application/vnd.oasis.opendocument.text";

	refused(book_of((const struct part[]){{"a.txt", "a"}, {NULL, NULL}}), NOT("zip"), "a zip file of something else");
	refused(book_of((const struct part[]){{"[Content_Types].xml", types}, {"word/document.xml", "x"}, {NULL, NULL}}), NOT("docx"),
		"a letter");
	refused(book_of((const struct part[]){{"[Content_Types].xml", types}, {"xl/workbook.xml", "x"}, {"xl/vbaProject.bin", "x"},
		{NULL, NULL}}), NOT("xlsm，含巨集"), "a workbook with macros");
	refused(book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", "x"}, {"Basic/Standard/a.xml", "x"}, {NULL, NULL}}),
		NOT("ods，含巨集"), "an ods with macros");
	refused(book_of((const struct part[]){{"mimetype", word}, {"content.xml", "x"}, {NULL, NULL}}), NOT("odt"), "the wrong kind inside");
	static const char locked[] = "\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

	static const char word_document[] = "\xD0\xCF\x11\xE0 W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0";
	static const char page[] = "\xEF\xBB\xBF\r\n <TABLE><tr><td>1";

	refused(file_of(mem, word_document, sizeof word_document), NOT("doc"), "an old letter");
	refused(file_of(mem, page, sizeof page), NOT("HTML"), "a web page that is called a sheet");
	refused(file_of(mem, locked, sizeof locked),
		"!E-CSV-14 檔案設有密碼，請移除密碼後再上傳。", "an xlsx file with a password");
	refused(book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", "\x01\x02"}, {"META-INF/manifest.xml",
		HEAD "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}, {NULL, NULL}}),
		"!E-CSV-14 檔案設有密碼，請移除密碼後再上傳。", "an ods file with a password");
}

static void hostile_xml(void)
{
	struct text deep = text_new(mem, 1 << 24);
	static const char laughs[] = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>";

	for (int i = 0; i < 200; i++)
		text_puts(&deep, "<a>");
	xlsx(deep.at, "!E-CSV-13", "elements nested too deeply");
	refused(book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", arena_print(mem, "%s<a>&b;</a>", laughs)},
		{NULL, NULL}}), "!E-CSV-13 檔案已損毀或不完整，請以試算表軟體開啟並重新儲存後再上傳。", "entities of a file's own");
	refused(book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM "
		"'file:///etc/passwd'>]><a>&x;</a>"}, {NULL, NULL}}),
		"!E-CSV-13 檔案已損毀或不完整，請以試算表軟體開啟並重新儲存後再上傳。", "entities from outside");
	text_puts(&deep, "<b c='");
	for (int i = 0; i < 1 << 18; i++)
		text_puts(&deep, "0123456789abcdef"), deep.n -= deep.n > (6 << 20) ? 16 : 0;
	xlsx(arena_print(mem, "<row x='%s'/>", deep.at + 700), "!E-CSV-13", "a tag of megabytes");
	xlsx("<row><c><v>1</v></row>", "!E-CSV-13", "elements that do not close");
}

/* A page of blanks packs to a thousandth: the archive is small, what comes out of it is not. */
static void swelling(void)
{
	struct table_limits small = table_limits;
	char *text = arena_get(mem, 20001);

	memset(text, 'x', 20000);
	small.inflated = 2 << 20;
	same(read_with(mem, ods_of(arena_print(mem, "<table:table table:name='a'><table:table-row table:number-rows-repeated='999999'>"
		"<table:table-cell table:number-columns-repeated='40'><text:p>%s</text:p></table:table-cell></table:table-row></table:table>",
		text)), &small, false) + 2 * 800042, "!E-CSV-15", "repetition swells no file beyond what it may unpack to");
}

/* Names without end: what a file makes the reader keep is bounded. */
static void many_names(void)
{
	struct text styles_of = text_new(mem, 64 << 20), relations_of = text_new(mem, 64 << 20), sheets = text_new(mem, 64 << 20);
	char *name = arena_get(mem, 2001);
	struct table_problem problem;

	memset(name, 'n', 2000);
	for (int i = 0; i < 8000; i++) {
		text_print(&styles_of, "<style name='%s%d' family='table'><table-properties display='false'/></style>", name, i);
		text_print(&relations_of, "<Relationship Id='%s%d' Type='worksheet' Target='%s'/>", name, i, name);
		text_print(&relations_of, "<Relationship Id='r%d' Type='worksheet' Target='s.xml'/>", i);
		text_print(&sheets, "<sheet name='%s' state='hidden' id='r%d'/>", name, i);
	}
	int fd = book_of((const struct part[]){{"mimetype", ods_mime}, {"content.xml", arena_print(mem, "<a>%s</a>", styles_of.at)}, {NULL, NULL}});
	struct arena *own = arena_new((size_t)24 << 20);
	struct table_reader *r = table_open(own, fd, file_size(fd), &table_limits, &problem);
	struct table_row row;

	ok(r && !table_row(r, &row) && problem.error == TABLE_SHEET, "styles without end and no table");
	arena_free(own);
	fd = book_of((const struct part[]){{"[Content_Types].xml", types}, {"xl/workbook.xml", arena_print(mem, "<w>%s</w>", sheets.at)},
		{"xl/_rels/workbook.xml.rels", arena_print(mem, "<R>%s</R>", relations_of.at)}, {NULL, NULL}});
	own = arena_new((size_t)24 << 20);
	ok(!table_open(own, fd, file_size(fd), &table_limits, &problem) && problem.error == TABLE_SHEET, "sheets without end, all hidden");
	arena_free(own);
	struct text parts = text_new(mem, 64 << 20);
	static const char entry[] = "PK\1\2";

	for (int i = 0; i < 100; i++) {
		char head[46] = "";

		memcpy(head, entry, 4);
		head[28] = (char)0xFF, head[29] = (char)0xFF;
		text_add(&parts, head, 46);
		for (int k = 0; k < 65535; k += 257)
			text_add(&parts, name, 257);
	}
	unsigned char end[22] = "PK\5\6\0\0\0\0\144\0\144";

	for (int i = 0; i < 4; i++) {
		end[12 + i] = (unsigned char)(parts.n >> 8 * i);
		end[16 + i] = i ? 0 : 4;
	}
	fd = file_of(mem, "PK\3\4", 4);
	file_write(fd, parts.at, parts.n);
	file_write(fd, end, sizeof end);
	same(read_with(mem, fd, &table_limits, false), "!E-CSV-15", "a directory of long names");
}

static void bombs(void)
{
	size_t n = 32 << 20;
	char *blanks = arena_get(mem, n + 1);
	const char *content = HEAD "<a>";

	memset(blanks, ' ', n);
	memcpy(blanks, content, strlen(content));
	int fd = temp_file(mem);
	struct archive_out *a = archive_create(mem, fd);

	archive_add(a, "mimetype", ods_mime, sizeof ods_mime - 1, false);
	archive_add(a, "content.xml", blanks, n, true);
	archive_finish(a);
	ok(file_size(fd) < 200000, "a bomb of 32 MB in less than 200 kB");
	refused(fd, "!E-CSV-15 檔案解壓縮後過大或壓縮比例異常，檔案未匯入。", "is refused by its ratio");

	struct table_limits small = table_limits;

	small.ratio = 100000;
	small.inflated = 1 << 20;
	same(read_with(mem, fd, &small, false), "!E-CSV-15", "or by the sum of what is unpacked");
	small = table_limits;
	small.entries = 8;
	same(read_with(mem, xlsx_of("", false), &small, false), "", "an archive of eight parts");
	small.entries = 7;
	same(read_with(mem, xlsx_of("", false), &small, false), "!E-CSV-15", "too many parts");
}

static void cut_off(void)
{
	int fd = xlsx_of("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", false), whole = 0, wrong = 0;
	size_t size = file_size(fd);
	char *bytes = arena_get(mem, size);
	struct table_problem problem;

	file_read_at(fd, bytes, size, 0);
	for (size_t n = 4; n < size; n += 3)
		whole += table_open(mem, file_of(mem, bytes, n), n, &table_limits, &problem) != NULL;
	same_int(whole, 0, "a file cut off anywhere is refused");
	for (size_t i = 0; i < size; i += 7) {
		char was = bytes[i];

		bytes[i] ^= 0x55;
		struct arena *outer = mem;

		mem = arena_new((size_t)1 << 28);
		wrong += strlen(read_with(mem, file_of(mem, bytes, size), &table_limits, false)) > 40;
		arena_free(mem);
		mem = outer;
		bytes[i] = was;
	}
	same_int(wrong, 0, "a damaged file gives a refusal or what it says");
}

/* Decision 9: files of 200 MB; what reading takes does not grow with them. */
static void memory(void)
{
	enum { MANY = 250000 };
	struct text rows = text_new(mem, 64 << 20), texts = text_new(mem, 64 << 20), csv = text_new(mem, 64 << 20);
	struct table_problem problem;
	struct table_row row;
	int n = 0, wrong = 0;

	text_puts(&texts, "<sst>");
	for (int i = 0; i < MANY; i++) {
		text_print(&texts, "<si><t>許功蓋%d</t></si>", i);
		text_print(&rows, "<row><c t='s'><v>%d</v></c></row>", (int)(i * 7919LL % MANY));
		text_print(&csv, "許功蓋%d,A123456789,113/08/01,0012,\"採購法,實務\",王小明,備註備註備註備註\r\n", i);
	}
	text_puts(&texts, "</sst>");
	int fd = book_of((const struct part[]){{"[Content_Types].xml", types}, {"xl/workbook.xml", arena_print(mem, book, "")},
		{"xl/_rels/workbook.xml.rels", relations}, {"xl/shared.xml", texts.at}, {"xl/sheets/2.xml", arena_print(mem,
		"<worksheet><sheetData>%s</sheetData></worksheet>", rows.at)}, {NULL, NULL}});
	struct arena *own = arena_new((size_t)24 << 20);
	struct table_reader *r = table_open(own, fd, file_size(fd), &table_limits, &problem);

	for (; r && table_row(r, &row); n++) {
		char want[40];

		snprintf(want, sizeof want, "許功蓋%d", (int)(n * 7919LL % MANY));
		wrong += strcmp(row.cells[0].at, want) != 0;
	}
	ok(n == MANY && !wrong, "%d shared texts in no more than 24 MiB", n);
	arena_free(own);
	own = arena_new((size_t)8 << 20);
	fd = file_of(mem, csv.at, csv.n);
	r = table_open(own, fd, csv.n, &table_limits, &problem);
	for (n = 0; r && table_row(r, &row); n++)
		;
	ok(n == MANY && csv.n > 20 << 20, "%zu MB of CSV in no more than 8 MiB", csv.n >> 20);
	arena_free(own);
}

int main(void)
{
	mem = arena_new((size_t)2 << 30);
	xlsx_cells();
	xlsx_rows();
	ods_cells();
	ods_rows();
	sheets_are_told();
	other_books();
	hostile_xml();
	swelling();
	many_names();
	bombs();
	cut_off();
	memory();
	arena_free(mem);
	return tap_end();
}
