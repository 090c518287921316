/* Any bytes as a part of a book of sheets.  The first byte says which part; the others are sound.         decision 9 */
#include "file/archive_write.h"

#include "test/fuzz/fuzz.h"
#include "test/fuzz/rows.h"

#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct part { const char *name, *content; };
static const struct part xlsx[] = {
	{"[Content_Types].xml", "<Types/>"},
	{"xl/workbook.xml", "<workbook><sheets><sheet name='a' id='r1'/></sheets></workbook>"},
	{"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Type='" RELATIONS "worksheet' Target='s.xml'/>"
		"<Relationship Id='r2' Type='" RELATIONS "styles' Target='y.xml'/><Relationship Id='r3' Type='" RELATIONS
		"sharedStrings' Target='t.xml'/></Relationships>"},
	{"xl/y.xml", "<styleSheet><cellXfs><xf numFmtId='14'/><xf numFmtId='0'/></cellXfs></styleSheet>"},
	{"xl/t.xml", "<sst><si><t>a</t></si><si><r><t>b</t></r></si></sst>"},
	{"xl/s.xml", "<worksheet><sheetData><row r='1'><c t='s'><v>0</v></c><c s='0'><v>45505</v></c></row></sheetData></worksheet>"},
};
static const struct part ods[] = {
	{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
	{"META-INF/manifest.xml", "<manifest/>"},
	{"content.xml", "<x/>"},
};
enum { XLSX = sizeof xlsx / sizeof *xlsx, ODS = sizeof ods / sizeof *ods };

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	if (!n)
		return;
	int which = (unsigned char)*bytes % (XLSX + ODS), fd = temp_file(mem);
	const struct part *parts = which < XLSX ? xlsx : ods;
	int count = which < XLSX ? XLSX : ODS, mine = which < XLSX ? which : which - XLSX;
	struct archive_out *a = archive_create(mem, fd);

	for (int i = 0; i < count; i++)
		if (i == mine)
			archive_add(a, parts[i].name, bytes + 1, n - 1, false);
		else
			archive_add(a, parts[i].name, parts[i].content, strlen(parts[i].content), false);
	archive_finish(a);
	read_rows(mem, fd, file_size(fd));
}

FUZZ_MAIN("book")
