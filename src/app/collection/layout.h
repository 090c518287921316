/* layout.h: the files in which banks, the post office and stores tell what they have collected (代收檔): declared in FOLDER/payment/ beside
 * the plans, one JSON file each (plans/README.md), since every contract has its own.
 *
 * A file has one header, details, one trailer with their number and sum, told apart by a kind of record; places are bytes of a line
 * (fixed) or columns (csv).  Knows neither slips nor database.                                            ACMS-095 */
#ifndef PEIXUN_COLLECTION_LAYOUT_H
#define PEIXUN_COLLECTION_LAYOUT_H

#include "app/import/import.h"
#include "rule/fact.h"

enum layout_form { LAYOUT_FIXED, LAYOUT_CSV };
enum layout_days { DAYS_ROC7, DAYS_ROC6, DAYS_GREGORIAN8 };     /* 1120220, 120220 (of this century of the Republic), 20230220 */

/* One thing in a record: where it stands; `is`: what it always is, without a place. */
struct layout_value { const char *code, *is; };                 /* what the file writes, an id of fee_channels */
struct layout_field {
	int64_t at, length;                                     /* from 1; length: bytes, of fixed alone */
	const char *is;
	int days;                                               /* enum layout_days; -1: not said */
	int64_t decimals;                                       /* of an amount: its last digits, all 0 */
	struct fact_rows values;                                /* struct layout_value */
};
struct layout_header { const char *is; struct fact_rows marks; };               /* marks: struct layout_field */
struct layout_detail {
	const char *is;
	const struct layout_field *slip, *amount, *paid, *channel;
	struct fact_rows reference;                             /* struct layout_field: together the channel's own reference */
};
struct layout_trailer { const char *is; const struct layout_field *count, *amount; };
struct file_layout {
	const char *name, *note;
	int form;                                               /* enum layout_form */
	int64_t length;                                         /* of a line without its end, of fixed */
	const struct layout_field *kind;                        /* of record */
	const struct layout_header *header;
	const struct layout_detail *detail;
	const struct layout_trailer *trailer;
	const char *file;
};

/* All that the folder declares, by their file names; those that are faulty are left out and told. */
struct layouts { int n; const struct file_layout **at; };
struct layouts layouts_load(struct arena *, const char *folder, void (*tell)(void *with, const char *file, const char *problem), void *with);

/* The layout whose header is the file's first line; NULL: none. */
const struct file_layout *layout_of(const struct layouts *, struct arena *, int fd, uint64_t size);
/* Such a file as a table with these headings, whose line k is its line k: slip, amount, paid, channel, reference.  What can't be read stands
 * there as it came.  False: it is not as declared, or its trailer does not agree (refusal: all that is wrong). */
bool layout_unfold(const struct file_layout *, struct arena *, int fd, uint64_t size, const char *const headings[5], struct import_unfolded *);
#endif
