/* private.h: what the files of the slice backup share: rows as lines, and sums over them. */
#ifndef PEIXUN_BACKUP_PRIVATE_H
#define PEIXUN_BACKUP_PRIVATE_H

#include <sodium.h>

#include "app/backup/backup.h"
#include "base/text.h"

#define BACKUP_TITLE "peixun-backup 1"

enum { LINE_MOST = 256 << 20, LINE_MEMORY = 1 << 30, COLUMNS_MOST = 99 };  /* columns: sqlc lets no table have more */

/* A row as a line: a tab before each cell, \N for NULL, bytes in hexadecimal, backslash before what is special.  Other lines do not begin
 * with a tab.  A cell that is not of its column's kind is a fault that names table and column. */
void row_write(struct text *to, const struct table *, const struct rows *, int row);
/* The other way, in place: the values point into the line.  False: not such a row. */
bool row_read(struct text *line, const struct table *, struct value *to);

/* The line that begins a table, and the one that ends it. */
void table_line(struct text *to, const struct table *);
void end_line(struct text *to, const struct table *, const struct backup_sum *);

void sha_text(crypto_hash_sha256_state *, char to[65]);         /* ends it */

/* Inside a transaction: number and SHA-256 of the table's rows, and its last id.  take, where given, gets each line; false from it stops. */
void table_sum(struct db *, const struct table *, struct backup_sum *, bool (*take)(void *with, const struct text *line), void *with);
#endif
