/* pdf_deflate.c: how hard cairo compresses.
 *
 * cairo takes zlib's default level and offers no choice.  Of a form with some 400 different characters that is four fifths of
 * the time, since outlines of characters hardly shrink: level 1 makes the file 9 % larger in 40 % of the time.  The program's
 * own deflateInit_ is found before the library's; it does the same but for the level, and only while a PDF is written. */
#include <zlib.h>

#include "file/pdf_private.h"

static bool quick;

void pdf_deflate_quick(bool on)
{
	quick = on;
}

/* As in zlib, whose header makes deflateInit() of it. */
int deflateInit_(z_streamp stream, int level, const char *version, int size)
{
	if (quick && level == Z_DEFAULT_COMPRESSION)
		return deflateInit2_(stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, version, size);
	return deflateInit2_(stream, level, Z_DEFLATED, MAX_WBITS, 8, Z_DEFAULT_STRATEGY, version, size);
}
