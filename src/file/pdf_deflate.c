/* pdf_deflate.c: how hard cairo compresses.
 *
 * cairo takes zlib's default level and offers no choice.  Of a form with some 400 different characters that is four fifths of
 * the time, since outlines of characters hardly shrink: pages are written at level 1, and outlines by Huffman's code alone, which looks
 * for nothing that comes again.  The program's own deflateInit_ is found before the library's; it does the same but for that, and only
 * while a PDF is written. */
#include <zlib.h>

#include "file/pdf_private.h"

static enum pdf_deflate how;

void pdf_deflate(enum pdf_deflate as)
{
	how = as;
}

/* As in zlib, whose header makes deflateInit() of it. */
int deflateInit_(z_streamp stream, int level, const char *version, int size)
{
	if (how != PDF_DEFLATE_AS_ASKED && level == Z_DEFAULT_COMPRESSION)
		return deflateInit2_(stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL,
			how == PDF_DEFLATE_OUTLINES ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY, version, size);
	return deflateInit2_(stream, level, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version, size);
}
