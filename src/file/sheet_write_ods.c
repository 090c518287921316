/* sheet_write_ods.c: sheets as an OpenDocument spreadsheet.  The content is written row by row to a temporary file, which is
 * packed when the sheet is closed.                                                              LEARN-031 */
#include <string.h>

#include "base/text.h"
#include "file/archive_write.h"
#include "file/sheet_private.h"
#include "file/temp.h"

enum { DECIMALS = 10, PART_MOST = 1 << 20, WIDEST = 120 };

struct ods_sheet {
	int fd;                                                 /* where the packed file goes in the end */
	int64_t row;                                            /* in this sheet */
	int of_title, heads;                                    /* sheets of this title so far; heading rows of this sheet */
	struct { const char *name; int heads; } *sheets;        /* those that were begun */
	int n_sheets;
	size_t room;
};

static const char mime[] = "application/vnd.oasis.opendocument.spreadsheet";

#define XMLNS(name) " xmlns:" name "=\"urn:oasis:names:tc:opendocument:xmlns:"
static const char content_start[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content office:version=\"1.2\""
	XMLNS("office") "office:1.0\"" XMLNS("table") "table:1.0\"" XMLNS("text") "text:1.0\"" XMLNS("style") "style:1.0\""
	XMLNS("number") "datastyle:1.0\"" XMLNS("fo") "xsl-fo-compatible:1.0\"><office:automatic-styles>"
	"<number:text-style style:name=\"T\"><number:text-content/></number:text-style>"
	"<style:style style:name=\"text\" style:family=\"table-cell\" style:data-style-name=\"T\">"
	"<style:table-cell-properties style:cell-protect=\"none\"/></style:style>"
	"<style:style style:name=\"head\" style:family=\"table-cell\">"
	"<style:text-properties fo:font-weight=\"bold\" style:font-weight-asian=\"bold\"/></style:style>";
static const char manifest[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest" XMLNS("manifest") "manifest:1.0\""
	" manifest:version=\"1.2\">"
	"<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
	" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>"
	"<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
	"<manifest:file-entry manifest:full-path=\"settings.xml\" manifest:media-type=\"text/xml\"/>"
	"</manifest:manifest>\n";

static void put_escaped(struct text *to, const char *text)
{
	for (; *text; text++) {
		size_t plain = strcspn(text, "&<>\"");

		text_add(to, text, plain);
		text += plain;
		if (!*text)
			return;
		text_puts(to, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : "&quot;");
	}
}

/* Paragraphs are lines; blanks that XML readers may fold have elements of their own. */
static void put_lines(struct sheet_out *o, const char *text)
{
	struct text *to = &o->buffer;

	text_puts(to, "<text:p>");
	for (size_t plain; *text; text += plain) {
		plain = strcspn(text, "\n\t ");
		if (!plain) {
			plain = *text == ' ' ? strspn(text, " ") : 1;
			if (*text == ' ')
				text_print(to, "<text:s text:c=\"%zu\"/>", plain);
			else
				text_puts(to, *text == '\t' ? "<text:tab/>" : "</text:p><text:p>");
			continue;
		}
		if (text[plain] == ' ' && text[plain + 1] != ' ' && text[plain + 1])
			plain++;                                /* one blank between words is safe */
		put_escaped(to, arena_bytes(o->row_mem, text, plain));
	}
	text_puts(to, "</text:p>");
}

/* In a form: " table:content-validation-name" of the column. */
static const char *validation(struct sheet_out *o, int column)
{
	const struct sheet_fill *c = o->fills ? &o->fills[column] : NULL;

	return c && (c->choices || c->note) ? arena_print(o->row_mem, " table:content-validation-name=\"v%d\"", column) : "";
}

static void put_text(struct sheet_out *o, const char *text, const char *style)
{
	if (!*text) {
		text_puts(&o->buffer, "<table:table-cell/>");
		return;
	}
	text_print(&o->buffer, "<table:table-cell%s office:value-type=\"string\">", style);
	put_lines(o, sheet_clean(o->row_mem, text));
	text_puts(&o->buffer, "</table:table-cell>");
}

static void put_styles(struct sheet_out *o)
{
	struct text *to = &o->buffer;

	for (int i = 0; i < DECIMALS; i++)
		text_print(to, "<number:number-style style:name=\"N%d\"><number:number number:decimal-places=\"%d\""
			" number:min-decimal-places=\"%d\" number:min-integer-digits=\"1\"/></number:number-style>"
			"<style:style style:name=\"n%d\" style:family=\"table-cell\" style:data-style-name=\"N%d\"/>", i, i, i, i, i);
	for (int i = 1; i <= WIDEST; i++)
		text_print(to, "<style:style style:name=\"c%d\" style:family=\"table-column\"><style:table-column-properties"
			" style:column-width=\"%d.%dmm\"/></style:style>", i, i * 21 / 10, i * 21 % 10);
	text_puts(to, "</office:automatic-styles><office:body><office:spreadsheet>");
}

/* What the cells of each column take, and what is told to who fills one in. */
static void put_validations(struct sheet_out *o)
{
	struct text *to = &o->buffer;

	text_puts(to, "<table:content-validations>");
	for (int i = 0; i < o->n; i++) {
		const struct sheet_fill *c = &o->fills[i];

		if (!c->choices && !c->note)
			continue;
		text_print(to, "<table:content-validation table:name=\"v%d\" table:allow-empty-cell=\"true\"", i);
		for (int k = 0; c->choices && c->choices[k]; k++) {
			text_puts(to, k ? ";&quot;" : " table:condition=\"of:cell-content-is-in-list(&quot;");
			put_escaped(to, c->choices[k]);
			text_puts(to, "&quot;");
		}
		text_puts(to, c->choices ? ")\">" : ">");
		if (c->note) {
			text_puts(to, "<table:help-message table:display=\"true\">");
			put_lines(o, c->note);
			text_puts(to, "</table:help-message>");
		}
		if (c->choices)
			text_puts(to, "<table:error-message table:message-type=\"stop\" table:display=\"true\"/>");
		text_puts(to, "</table:content-validation>");
	}
	text_puts(to, "</table:content-validations>");
}

/* The rows that nobody has filled in yet. */
static void put_form_rows(struct sheet_out *o)
{
	const struct ods_sheet *s = o->state;
	int64_t left = o->form_rows - (s->row - s->heads);

	if (!o->form_rows || left <= 0)
		return;
	text_print(&o->buffer, "<table:table-row table:number-rows-repeated=\"%lld\">", (long long)left);
	for (int i = 0; i < o->n; i++)
		text_print(&o->buffer, "<table:table-cell table:style-name=\"text\"%s/>", validation(o, i));
	text_puts(&o->buffer, "</table:table-row>");
}

static void start_row(struct sheet_out *o)
{
	text_puts(&o->buffer, "<table:table-row>");
}

static void finish_row(struct sheet_out *o)
{
	struct ods_sheet *s = o->state;

	text_puts(&o->buffer, "</table:table-row>\n");
	s->row++;
}

static int width_of(const struct sheet_column *c)
{
	int width = sheet_width(c);

	return width < WIDEST ? width : WIDEST;
}

static void start_sheet(struct sheet_out *o)
{
	struct ods_sheet *s = o->state;

	text_puts(&o->buffer, "<table:table table:name=\"");
	const char *name = sheet_name(o->mem, o->title, s->of_title++);

	put_escaped(&o->buffer, name);
	text_puts(&o->buffer, o->form_rows ? "\" table:protected=\"true\">" : "\">");
	for (int i = 0; i < o->n; i++)
		text_print(&o->buffer, "<table:table-column table:style-name=\"c%d\"%s/>", width_of(&o->columns[i]),
			o->columns[i].kind == SHEET_TEXT ? " table:default-cell-style-name=\"text\"" : "");
	s->row = 0;
	for (int i = 0; o->lines[i]; i++) {
		start_row(o);
		put_text(o, o->lines[i], "");
		finish_row(o);
	}
	start_row(o);
	for (int i = 0; i < o->n; i++)
		put_text(o, o->columns[i].heading, " table:style-name=\"head\"");
	finish_row(o);
	s->heads = (int)s->row;
	s->sheets = arena_grow(o->mem, s->sheets, (size_t)s->n_sheets, &s->room, sizeof *s->sheets);
	s->sheets[s->n_sheets].name = name;
	s->sheets[s->n_sheets++].heads = s->heads;
}

static void next(struct sheet_out *o, const struct sheet_out *to)
{
	struct ods_sheet *s = o->state;

	text_puts(&o->buffer, "</table:table>");
	sheet_take(o, to);
	s->of_title = 0;
	start_sheet(o);
}

static void open(struct sheet_out *o)
{
	struct ods_sheet *s = o->state = arena_get(o->mem, sizeof *s);

	s->fd = o->fd;
	o->fd = temp_file(o->mem);
	text_puts(&o->buffer, content_start);
	put_styles(o);
	if (o->form_rows)
		put_validations(o);
	start_sheet(o);
}

static void put_number(struct sheet_out *o, const struct sheet_value *v)
{
	const struct sheet_column *c = &o->columns[o->column];
	int places = v->kind == SHEET_INTEGER ? 0 : c->kind == SHEET_DECIMAL ? c->places : DECIMALS;
	const char *style = places >= 0 && places < DECIMALS ? arena_print(o->row_mem, " table:style-name=\"n%d\"", places) : "";

	text_print(&o->buffer, "<table:table-cell%s office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p>"
		"</table:table-cell>", style, v->text, v->text);
}

static void cell(struct sheet_out *o, const struct sheet_value *v)
{
	if (!o->column)
		start_row(o);
	if (sheet_number(v))
		put_number(o, v);
	else
		put_text(o, v->text, arena_print(o->row_mem, " table:style-name=\"text\"%s", validation(o, o->column)));
}

static void end_row(struct sheet_out *o)
{
	struct ods_sheet *s = o->state;

	if (!o->column) {
		start_row(o);
		put_text(o, "", "");
	}
	finish_row(o);
	if (s->row == SHEET_ROWS) {
		text_puts(&o->buffer, "</table:table>");
		start_sheet(o);
	}
}

static void put_item(struct text *to, const char *name, const char *type, int value)
{
	text_print(to, "<config:config-item config:name=\"%s\" config:type=\"%s\">%d</config:config-item>", name, type, value);
}

/* The frozen rows of each sheet, as LibreOffice keeps them. */
static struct text settings(struct sheet_out *o)
{
	struct ods_sheet *s = o->state;
	struct text t = text_new(o->mem, PART_MOST);

	text_puts(&t, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-settings office:version=\"1.2\""
		XMLNS("office") "office:1.0\"" XMLNS("config") "config:1.0\"><office:settings>"
		"<config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">"
		"<config:config-item-map-entry><config:config-item-map-named config:name=\"Tables\">");
	for (int i = 0; i < s->n_sheets; i++) {
		text_puts(&t, "<config:config-item-map-entry config:name=\"");
		put_escaped(&t, s->sheets[i].name);
		text_puts(&t, "\">");
		put_item(&t, "VerticalSplitMode", "short", 2);
		put_item(&t, "VerticalSplitPosition", "int", s->sheets[i].heads);
		put_item(&t, "ActiveSplitRange", "short", 2);
		put_item(&t, "PositionBottom", "int", s->sheets[i].heads);
		text_puts(&t, "</config:config-item-map-entry>");
	}
	text_puts(&t, "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
		"</config:config-item-set></office:settings></office:document-settings>\n");
	return t;
}

static bool end(struct sheet_out *o)
{
	struct ods_sheet *s = o->state;
	struct text set = settings(o);
	int content = o->fd;

	put_form_rows(o);
	text_puts(&o->buffer, "</table:table></office:spreadsheet></office:body></office:document-content>\n");
	sheet_flush(o);
	o->fd = s->fd;
	struct archive_out *a = archive_create(o->mem, s->fd);

	archive_add(a, "mimetype", mime, sizeof mime - 1, false);
	archive_add_file(a, "content.xml", content, file_size(content), true);
	archive_add(a, "settings.xml", set.at, set.n, true);
	archive_add(a, "META-INF/manifest.xml", manifest, sizeof manifest - 1, true);
	archive_finish(a);
	return true;
}

const struct sheet_writer sheet_ods_writer = {".ods", mime, open, cell, end_row, end, next, NULL};
