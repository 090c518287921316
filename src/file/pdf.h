/* pdf.h: A4 documents as PDF: running text, tables and page footers, set in the national standard typefaces.
 *
 * Knows nothing of forms (document.h describes those) and nothing of training.  Lengths are in points (1/72 inch); text is
 * UTF-8 and is never interpreted as markup.  A text that does not fit flows to the next page; nothing is cut off.  The
 * typefaces, and texts marked `fixed`, are prepared once a process: a helper that has drawn one page is quick from then on. */
#ifndef PEIXUN_PDF_H
#define PEIXUN_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

struct pdf;

enum pdf_face { PDF_KAI, PDF_SUNG };                            /* 標楷 for forms, 宋 for long lists */
enum pdf_align { PDF_LEFT, PDF_CENTRE, PDF_RIGHT };
enum pdf_upright { PDF_TOP, PDF_MIDDLE, PDF_BOTTOM };
enum pdf_code { PDF_WORDS, PDF_CODE39, PDF_QR };

struct pdf_about {
	const char *title, *author;
	struct moment created;                                  /* printed in the file: the same input gives the same bytes */
	enum pdf_face face;
	int most_pages;                                         /* 0: 200 */
	double margin;                                          /* 0: 42.5 (15 mm) on all sides */
};

struct pdf_style {
	double size;                                            /* of a character; 0: 12 */
	double leading;                                         /* line height as a multiple of size; 0: 1.35 */
	enum pdf_align align;
	double indent;                                          /* of all lines */
	double hang;                                            /* of all lines but the first of each paragraph, beside indent */
	bool fixed;                                             /* the same in every document: keep what was made of it */
	/* Not words but a bar code of them, with the light margin it needs (barcode.h).  Where the text can't be encoded or the box is
	 * too narrow, the place is left empty: see pdf_codes_lost.  size: the height of the bars of Code 39; a QR code is as high as
	 * it is wide. */
	enum pdf_code code;
	double module;                                          /* width of its narrowest bar; 0: 0.8 (0.28 mm) */
};

struct pdf_cell {
	const char *text;                                       /* NULL: an empty box */
	int columns, rows;                                      /* spans; 0 is 1 */
	struct pdf_style style;
	enum pdf_upright upright;
	bool bare;                                              /* no border of its own */
	bool again;                                             /* a label: stands in the part on each further page too */
};

/* Cells stand from left to right in the columns that no cell from above reaches into. */
struct pdf_row {
	const struct pdf_cell *cells;
	int n;
	double least_height;
	bool flows;                                             /* may be cut between two lines wherever the page ends */
	bool head;                                              /* stands first in its table and again on each further page */
	bool stretches;                                         /* shares in what its table has to spare: see `reserve` */
};

struct pdf_table {
	const double *widths;                                   /* a 0 takes an equal share of what the others leave */
	int n_columns;
	const struct pdf_row *rows;
	int n_rows;
	double pad;                                             /* between border and text; 0: 4 */
	bool bare;                                              /* without the frame around it */
	/* More than 0: where the whole table fits on this page, its stretching rows grow until only so much is left below it. */
	double reserve;
};

/* Lives in the arena and ends with it.  The texts given to the functions below need not outlive the call. */
struct pdf *pdf_new(struct arena *, const struct pdf_about *);

/* Begins a document of its own inside the file (a form of the next person): a new page, pages counted from 1.
 * note is printed at the left of each footer, the page's number at the right. */
void pdf_section(struct pdf *, const char *note);
void pdf_section_across(struct pdf *, const char *note);        /* its pages lie on their side: for wide registers */
void pdf_paragraph(struct pdf *, const char *text, const struct pdf_style *);
void pdf_table(struct pdf *, const struct pdf_table *);
void pdf_gap(struct pdf *, double height);                      /* nothing at the top of a page */
void pdf_page(struct pdf *);                                    /* the next page */
double pdf_left(const struct pdf *);                            /* height left on this page */

/* The distinct characters that no typeface has, in order of appearance, "" when all were found.  Each is printed as a box
 * with its code, so that a hand can mend it; the caller tells the person who prints. */
const char *pdf_unknown(const struct pdf *);

/* How many bar codes could not be drawn. */
int pdf_codes_lost(const struct pdf *);

struct arena *pdf_arena(const struct pdf *);                    /* for what must live as long */
int pdf_pages(const struct pdf *);

/* Ends the document.  False: it passed most_pages, and nothing was written. */
bool pdf_finish(struct pdf *, struct text *to);
bool pdf_write(struct pdf *, int file);                         /* the same into an open file; an error of the disk is a fault */

/* Opens the typefaces now instead of at the first document: for a helper process at its start.  False: the three files
 * of the face are not installed, and another typeface stands in for it. */
bool pdf_warm(enum pdf_face);
#endif
