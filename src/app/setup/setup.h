/* setup.h: what an installation is filled with at its start, from files: agencies, examinations, and the accounts of the former
 * 「請證系統」.   ACMS-007, ACMS-101 */
#ifndef PEIXUN_SETUP_H
#define PEIXUN_SETUP_H

#include "db/db.h"

/* peixun load agencies|examinations|accounts FILE [--dry-run] --as AGENCY/ACCOUNT.  All or nothing; may be run again: what is there
 * already is counted and left alone.  --as may be left out while there is no account at all. */
int load_command(struct db *, int argc, char **argv);
#endif
