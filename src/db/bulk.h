/* bulk.h: what bulk transactions take of memory, and what they leave to others.  Knows no statement. */
#ifndef PEIXUN_BULK_H
#define PEIXUN_BULK_H

#include "db/db.h"

/* So many MiB of pages may transactions of db_tx_bulk keep on this connection; they are given back when one of another sort begins.  0: as many
 * as any.  For whoever goes through a large index in many places.  Nothing on PostgreSQL, whose server has the pages. */
void db_bulk_pages(struct db *, int mebibytes);

/* Between bulk transactions that follow each other: who waits for SQLite's only write lock looks for it every ten milliseconds or so, and would
 * never find it free.  Nothing on PostgreSQL, and within a tenth of a second of the last pause. */
void db_bulk_pause(struct db *);
#endif
