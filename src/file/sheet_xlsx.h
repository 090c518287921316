/* sheet_xlsx.h: what the two halves of the xlsx reader share. */
#ifndef PEIXUN_SHEET_XLSX_H
#define PEIXUN_SHEET_XLSX_H

#include "file/sheet_private.h"
#include "file/spool.h"
#include "file/xml.h"

struct xlsx_book {
	bool from_1904;
	int *looks;                     /* by number of style */
	size_t n_looks;
	struct spool *shared;
};

/* The text in the making of a cell or a shared text; what is longer than a cell may be is cut there, so that it is seen to be
 * too long. */
struct xlsx_text { char *at; size_t n, most; int inside, ruby; };
struct xlsx_text xlsx_text_new(struct table_reader *);
void xlsx_text_start(struct xlsx_text *, const char *element);
void xlsx_text_end(struct xlsx_text *, const char *element);
void xlsx_text_add(struct xlsx_text *, const char *, size_t n); /* only between <t> and </t> outside of <rPh> */

bool xlsx_rows_open(struct table_reader *, struct archive *, struct xlsx_book *, const char *path);
#endif
