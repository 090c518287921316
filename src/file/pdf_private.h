/* pdf_private.h: shared by the pdf*.c files and nobody else. */
#ifndef PEIXUN_PDF_PRIVATE_H
#define PEIXUN_PDF_PRIVATE_H

#include <pango/pangocairo.h>

#include "file/barcode.h"
#include "file/pdf.h"

enum { PAGE_WIDTH = 595, PAGE_HEIGHT = 842, MOST_BYTES = 256 << 20, PDF_KEPT = 256 };

/* A text broken into lines of one height; x is where a line begins, right of the box's left edge.  A bar code is one line. */
struct shaped_line { PangoLayoutLine *line; double x; const struct barcode *code; double module; };
struct shaped {
	struct shaped_line *lines;
	int n;
	double line_height, baseline;                           /* baseline: from the top of a line */
};

/* What stands on the pages, in the order of drawing. */
enum mark_kind { MARK_LINE, MARK_BOX, MARK_FRAME, MARK_CODE };
struct mark {
	enum mark_kind kind;
	int page;
	double x, y, width, height;                             /* a line's y is its baseline; a code's, each module's size */
	PangoLayoutLine *line;
	const struct barcode *code;
};

struct kept;

struct section { int first_page; const char *note; bool across; };

struct pdf {
	struct arena *mem;
	struct pdf_about about;
	double top, bottom, left, width;                        /* the area for text, on pages as of the newest section */
	double y;
	int page;                                               /* from 0 */
	bool too_long;
	struct mark *marks;
	size_t n_marks, room_marks;
	struct section *sections;
	size_t n_sections, room_sections;
	struct text unknown;
	int codes_lost;
	struct kept *kept[PDF_KEPT];                            /* short texts shaped in this document, by hash: registers repeat them */
};

/* pdf_text.c.  width is that of the box inside its padding. */
struct shaped *pdf_shape(struct pdf *, const char *text, const struct pdf_style *, double width);
double shaped_height(const struct shaped *, int from);          /* of the lines from one on */

/* pdf.c.  Marks lines [from, to) with their top at y. */
void pdf_mark_lines(struct pdf *, const struct shaped *, int from, int to, double x, double y);
void pdf_mark_box(struct pdf *, enum mark_kind, double x, double y, double width, double height);

/* pdf_deflate.c: while cairo writes the pages of a PDF, and then the outlines of their characters: a little larger, much quicker. */
enum pdf_deflate { PDF_DEFLATE_AS_ASKED, PDF_DEFLATE_PAGES, PDF_DEFLATE_OUTLINES };
void pdf_deflate(enum pdf_deflate);
#endif
