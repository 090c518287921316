/* bulk.h: how much memory bulk transactions may take.  Knows no statement. */
#ifndef PEIXUN_BULK_H
#define PEIXUN_BULK_H

#include "db/db.h"

/* So many MiB of pages may transactions of db_tx_bulk keep on this connection; they are given back when one of another sort begins.  0: as many
 * as any.  For whoever goes through a large index in many places.  Nothing on PostgreSQL, whose server has the pages. */
void db_bulk_pages(struct db *, int mebibytes);
#endif
