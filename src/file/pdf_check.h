/* pdf_check.h: is a file that somebody sent a whole PDF that opens without a password?
 *
 * Judges by the frame of the file (ISO 32000: header, end mark, cross-reference sections, trailers), as a reader begins to open it; draws
 * nothing, runs nothing, inflates nothing.  What stands on the pages it does not know. */
#ifndef PEIXUN_PDF_CHECK_H
#define PEIXUN_PDF_CHECK_H

#include <stddef.h>

/* NOT_PDF: does not begin as one.  DAMAGED: cut off, or its cross-references lead nowhere.  LOCKED: encrypted, with whatever password. */
enum pdf_verdict { PDF_WHOLE, PDF_NOT_PDF, PDF_DAMAGED, PDF_LOCKED };

enum pdf_verdict pdf_check(const char *bytes, size_t n);
enum pdf_verdict pdf_check_file(int fd, size_t size);           /* of the same process: nobody else changes it meanwhile */
#endif
