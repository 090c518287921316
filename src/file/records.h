/* records.h: a small table file (CSV, xlsx, ods) as records of a field table, whole in memory: for commands, not for uploads of millions. */
#ifndef PEIXUN_RECORDS_H
#define PEIXUN_RECORDS_H

#include "field/field.h"

struct record_rows { void *at; int64_t *number; int n; };       /* number: of the row, as a spreadsheet shows it */

/* Columns are found by label or alias of the EDIT fields; others are passed by; a needed field must have its column.  Every mistake
 * is an issue: of the row's number, or of -1 for the whole file.  False: there are any (or more rows than `most`). */
bool records_read(struct arena *, const char *path, const struct field *, size_t size, int most, struct issues *, struct record_rows *);
#endif
