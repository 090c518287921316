/* collection.h: 代收款對帳: what banks, the post office and stores say they have collected comes in as files, is matched with the slips, and
 * what does not fit is settled by 保訓會.                                                     ACMS-092, 093, 095, 096
 *
 * Money itself is kept by fee.h: the same tables and the same rules as for one payment that is told by itself. */
#ifndef PEIXUN_COLLECTION_H
#define PEIXUN_COLLECTION_H

#include "app/import/import.h"
#include "app/trainee/trainee.h"
#include "web/route.h"

extern const struct import_kind collection_kind;
extern const struct route collection_routes[];

/* What the page of a trainee says of the fee, to those who see 請證. */
void collection_fill_person(struct req *, const struct trainee *, struct person_more *);

/* argv[0] is "fee": peixun fee list | settle | reopen | layouts.  Exit status: 1 refused, as said on standard error, or a faulty layout;
 * 2 a wrong call. */
int collection_command(struct db *, int argc, char **argv);
#endif
