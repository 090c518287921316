/* Any bytes as a signed form that somebody uploads.                                                              ACMS-047 */
#include "file/pdf_check.h"

#include <string.h>

#include "test/fuzz/fuzz.h"

static void fuzz(struct arena *mem, const char *bytes, size_t n)
{
	char *exact = arena_copy(mem, bytes, n ? n : 1);
	enum pdf_verdict verdict = pdf_check(exact, n);

	PROMISE(verdict == PDF_NOT_PDF || (n >= 8 && !memcmp(bytes, "%PDF-", 5)));
	PROMISE(verdict != PDF_WHOLE || memmem(bytes, n, "%%EOF", 5));
	PROMISE(verdict != PDF_WHOLE || memmem(bytes, n, "startxref", 9));
}

FUZZ_MAIN("pdf")
