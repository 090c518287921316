/* check.h: what is kept twice, recounted and compared.                                                      ACMS-103
 *
 * Sort keys against ICU's order, deadlines against report dates, agencies and the office calendar, the last day of training against
 * its ledger and the rule, states against events, files against their SHA-256, counts of
 * lists against rows, and rows that refer to nothing.  Reads one moment of the database and changes nothing.  Whether anybody tampered with
 * the audit log is the business of `peixun audit verify`. */
#ifndef PEIXUN_CHECK_H
#define PEIXUN_CHECK_H

#include "db/db.h"

/* Tells each finding in words and gives their number; 0: all agrees.  No value of a person is told, only ids of rows. */
int64_t check_data(struct db *, void (*tell)(void *with, const char *finding), void *with);

/* Makes the sort keys of all names anew, where ICU's order has changed.  Gives how many differed. */
int64_t check_mend_order(struct db *);

int check_data_command(struct db *, int argc, char **argv);     /* peixun check-data [--mend-order] */
#endif
