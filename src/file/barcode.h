/* barcode.h: what a bar code looks like: which modules are dark.  Knows no paper; pdf.h draws it.
 *
 * A module is the narrowest bar, the unit of all figures here.  The light margin that readers need (10 modules at both ends of Code 39,
 * 4 on each side of a QR code) is part of the figure, so that nothing printed beside it can spoil it. */
#ifndef PEIXUN_FILE_BARCODE_H
#define PEIXUN_FILE_BARCODE_H

#include "base/arena.h"

enum barcode_kind { BARCODE_39, BARCODE_QR };

struct bar { int x, y, width; };                                /* dark, one module high, as seen from the upper left corner */

struct barcode {
	int width, height;                                      /* with the margin; Code 39 is 1 high and is stretched */
	struct bar *bars;
	size_t n;
};

/* Code 39 takes digits, capitals, blanks and -.$/+% and no check character of its own; QR takes any text, with
 * medium correction of errors.  NULL: the text is empty, too long, or has what Code 39 can't say. */
const struct barcode *barcode_make(struct arena *, enum barcode_kind, const char *text);
#endif
