/* pdf.c: pages, sections and footers, and the file that comes of them.  Knows neither rows nor cells.
 *
 * What is drawn is first only noted down (marks), since a footer tells how many pages there will be. */
#include <cairo-pdf.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "file/pdf_private.h"

enum { FOOTER = 22, USUAL_BYTES = 300 << 10 };
static const double USUAL_MARGIN = 42.5;

static const struct pdf_style footer_left = {.size = 9}, footer_right = {.size = 9, .align = PDF_RIGHT};

static double page_height(bool across)
{
	return across ? PAGE_WIDTH : PAGE_HEIGHT;
}

static void set_area(struct pdf *pdf, bool across)
{
	pdf->width = page_height(!across) - 2 * pdf->about.margin;
	pdf->bottom = page_height(across) - pdf->about.margin;
}

struct pdf *pdf_new(struct arena *mem, const struct pdf_about *about)
{
	struct pdf *pdf = arena_get(mem, sizeof *pdf);

	pdf->mem = mem;
	pdf->about = *about;
	pdf->about.title = arena_text(mem, about->title);
	pdf->about.author = arena_text(mem, about->author);
	if (!pdf->about.most_pages)
		pdf->about.most_pages = 200;
	if (!(pdf->about.margin > 0))
		pdf->about.margin = USUAL_MARGIN;
	pdf->y = pdf->top = pdf->left = pdf->about.margin;
	set_area(pdf, false);
	pdf->unknown = text_new(mem, 8192);
	return pdf;
}

struct arena *pdf_arena(const struct pdf *pdf)
{
	return pdf->mem;
}

int pdf_pages(const struct pdf *pdf)
{
	return pdf->page + 1;
}

const char *pdf_unknown(const struct pdf *pdf)
{
	return pdf->unknown.at;
}

int pdf_codes_lost(const struct pdf *pdf)
{
	return pdf->codes_lost;
}

double pdf_left(const struct pdf *pdf)
{
	return pdf->bottom - pdf->y;
}

void pdf_page(struct pdf *pdf)
{
	if (pdf->page + 1 >= pdf->about.most_pages)
		pdf->too_long = true;
	else
		pdf->page++;
	pdf->y = pdf->top;
}

static void begin_section(struct pdf *pdf, const char *note, bool across)
{
	if (pdf->n_marks || pdf->n_sections)
		pdf_page(pdf);
	pdf->sections = arena_grow(pdf->mem, pdf->sections, pdf->n_sections, &pdf->room_sections, sizeof *pdf->sections);
	pdf->sections[pdf->n_sections++] = (struct section){pdf->page, note ? arena_text(pdf->mem, note) : NULL, across};
	set_area(pdf, across);
}

void pdf_section(struct pdf *pdf, const char *note)
{
	begin_section(pdf, note, false);
}

void pdf_section_across(struct pdf *pdf, const char *note)
{
	begin_section(pdf, note, true);
}

void pdf_gap(struct pdf *pdf, double height)
{
	if (pdf->y > pdf->top)
		pdf->y += height;
}

static struct mark *mark_new(struct pdf *pdf)
{
	pdf->marks = arena_grow(pdf->mem, pdf->marks, pdf->n_marks, &pdf->room_marks, sizeof *pdf->marks);
	struct mark *m = &pdf->marks[pdf->n_marks++];

	m->page = pdf->page;
	return m;
}

void pdf_mark_lines(struct pdf *pdf, const struct shaped *s, int from, int to, double x, double y)
{
	for (int i = from; i < to && !pdf->too_long; i++, y += s->line_height) {
		struct mark *m = mark_new(pdf);
		const struct shaped_line *line = &s->lines[i];

		m->kind = line->code ? MARK_CODE : MARK_LINE;
		m->line = line->line;
		m->code = line->code;
		m->x = x + line->x;
		m->y = y + s->baseline;
		m->width = line->module;
		m->height = line->code ? s->line_height / line->code->height : 0;
	}
}

void pdf_mark_box(struct pdf *pdf, enum mark_kind kind, double x, double y, double width, double height)
{
	if (pdf->too_long)
		return;
	struct mark *m = mark_new(pdf);

	*m = (struct mark){kind, pdf->page, x, y, width, height, NULL, NULL};
}

void pdf_paragraph(struct pdf *pdf, const char *text, const struct pdf_style *style)
{
	struct shaped *s = pdf_shape(pdf, text, style, pdf->width);

	for (int from = 0; s && from < s->n && !pdf->too_long;) {
		int fit = (int)((pdf_left(pdf) + 0.01) / s->line_height);

		/* A line higher than a page is printed all the same. */
		if (fit < 1 && pdf->y == pdf->top)
			fit = 1;
		int to = fit < s->n - from ? from + fit : s->n;

		pdf_mark_lines(pdf, s, from, to, pdf->left, pdf->y);
		pdf->y += (to - from) * s->line_height;
		from = to;
		if (from < s->n)
			pdf_page(pdf);
	}
}

/* Footers are marked last, when the pages of each section are counted. */
static void mark_footers(struct pdf *pdf)
{
	int last = pdf->page, n_pages = pdf->page + 1;

	for (size_t i = 0; i < pdf->n_sections; i++) {
		const struct section *s = &pdf->sections[i];
		int end = i + 1 < pdf->n_sections ? s[1].first_page : n_pages;

		set_area(pdf, s->across);
		for (int page = s->first_page; page < end; page++) {
			char number[64];
			double y = page_height(s->across) - FOOTER - 9;

			snprintf(number, sizeof number, "第%d頁，共%d頁", page - s->first_page + 1, end - s->first_page);
			pdf->page = page;
			struct shaped *left = pdf_shape(pdf, s->note, &footer_left, pdf->width - 90);
			struct shaped *right = pdf_shape(pdf, number, &footer_right, pdf->width);

			if (left)
				pdf_mark_lines(pdf, left, 0, left->n < 2 ? left->n : 2, pdf->left, y);
			pdf_mark_lines(pdf, right, 0, 1, pdf->left, y);
		}
	}
	pdf->page = last;
}

/* All boxes of one kind are one path: cairo looks at every stroke twice. */
static void draw_boxes(cairo_t *cr, const struct mark *marks, size_t n, enum mark_kind kind, double line_width)
{
	for (size_t i = 0; i < n; i++)
		if (marks[i].kind == kind)
			cairo_rectangle(cr, marks[i].x, marks[i].y, marks[i].width, marks[i].height);
	cairo_set_line_width(cr, line_width);
	cairo_stroke(cr);
}

static void draw_code(cairo_t *cr, const struct mark *m)
{
	for (size_t i = 0; i < m->code->n; i++) {
		const struct bar *bar = &m->code->bars[i];

		cairo_rectangle(cr, m->x + bar->x * m->width, m->y + bar->y * m->height, bar->width * m->width, m->height);
	}
	cairo_fill(cr);
}

static void draw_marks(cairo_t *cr, const struct mark *marks, size_t n)
{
	draw_boxes(cr, marks, n, MARK_BOX, 0.5);
	draw_boxes(cr, marks, n, MARK_FRAME, 1.2);
	for (size_t i = 0; i < n; i++)
		if (marks[i].kind == MARK_LINE) {
			cairo_move_to(cr, marks[i].x, marks[i].y);
			pango_cairo_show_layout_line(cr, marks[i].line);
		} else if (marks[i].kind == MARK_CODE)
			draw_code(cr, &marks[i]);
}

/* How many marks from one on stand on that page. */
static size_t count_on(const struct pdf *pdf, size_t from, size_t end, int page)
{
	size_t n = 0;

	while (from + n < end && pdf->marks[from + n].page == page)
		n++;
	return n;
}

/* Marks are in the order of pages but for the footers, which come after all others in that order too. */
static void draw_pages(struct pdf *pdf, cairo_surface_t *surface, size_t n_body)
{
	cairo_t *cr = cairo_create(surface);
	size_t body = 0, foot = n_body, section = 0, n;

	cairo_set_source_rgb(cr, 0, 0, 0);
	for (int page = 0; page <= pdf->page; page++) {
		for (; section < pdf->n_sections && pdf->sections[section].first_page == page; section++) {
			bool across = pdf->sections[section].across;

			cairo_pdf_surface_set_size(surface, page_height(!across), page_height(across));
		}
		n = count_on(pdf, body, n_body, page);
		draw_marks(cr, pdf->marks + body, n);
		body += n;
		n = count_on(pdf, foot, pdf->n_marks, page);
		draw_marks(cr, pdf->marks + foot, n);
		foot += n;
		cairo_show_page(cr);
	}
	if (cairo_status(cr) != CAIRO_STATUS_SUCCESS)
		fail("drawing a PDF: %s", cairo_status_to_string(cairo_status(cr)));
	cairo_destroy(cr);
}

static cairo_status_t add_bytes(void *to, const unsigned char *bytes, unsigned int n)
{
	text_add(to, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void describe(const struct pdf *pdf, cairo_surface_t *surface)
{
	const char *created = moment_iso(pdf->mem, pdf->about.created);

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pdf->about.title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, pdf->about.author);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

/* Where the last occurrence of a word begins, or NULL. */
static char *last_of(const struct text *t, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = t->n; i >= n; i--)
		if (!memcmp(t->at + i - n, word, n))
			return t->at + i - n;
	return NULL;
}

/* cairo knows no document language.  The catalogue is the last object it writes, so that putting one more entry there moves
 * nothing but the cross-reference table, whose place stands at the file's end. */
static void set_language(struct text *file)
{
	static const char entry[] = "/Type /Catalog\n   /Lang (zh-TW)\n   /ViewerPreferences << /DisplayDocTitle true >>";
	static const char plain[] = "/Type /Catalog";
	char *catalog = last_of(file, plain), *start = last_of(file, "startxref\n");
	long long xref;

	if (!catalog || !start || sscanf(start, "startxref\n%lld", &xref) != 1 || xref < catalog - file->at)
		return;
	size_t at = (size_t)(catalog - file->at), after = at + sizeof plain - 1, grown = sizeof entry - sizeof plain;

	file->n = (size_t)(start - file->at);
	text_room(file, grown);
	memmove(file->at + after + grown, file->at + after, file->n - after);
	memcpy(file->at + at, entry, sizeof entry - 1);
	file->n += grown;
	text_print(file, "startxref\n%lld\n%%%%EOF\n", xref + (long long)grown);
}

bool pdf_finish(struct pdf *pdf, struct text *to)
{
	if (pdf->too_long)
		return false;
	size_t n_body = pdf->n_marks;
	struct text file = text_new(pdf->mem, MOST_BYTES);

	text_room(&file, USUAL_BYTES);
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(add_bytes, &file, PAGE_WIDTH, PAGE_HEIGHT);

	describe(pdf, surface);
	mark_footers(pdf);
	pdf_deflate(PDF_DEFLATE_PAGES);
	draw_pages(pdf, surface, n_body);
	pdf_deflate(PDF_DEFLATE_OUTLINES);
	cairo_surface_finish(surface);
	pdf_deflate(PDF_DEFLATE_AS_ASKED);
	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
		fail("writing a PDF: %s", cairo_status_to_string(cairo_surface_status(surface)));
	cairo_surface_destroy(surface);
	set_language(&file);
	*to = file;
	return true;
}

bool pdf_write(struct pdf *pdf, int fd)
{
	struct text file;

	if (!pdf_finish(pdf, &file))
		return false;
	for (size_t done = 0; done < file.n;) {
		ssize_t n = write(fd, file.at + done, file.n - done);

		if (n < 0 && errno != EINTR)
			fail("writing a PDF: %s", strerror(errno));
		if (n > 0)
			done += (size_t)n;
	}
	return true;
}
