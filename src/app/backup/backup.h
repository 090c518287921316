/* backup.h: all that the database holds, in one file that either engine can be filled from.                ACMS-101, ACMS-103
 *
 * The file is compressed text: who wrote it and which migrations were applied; each table with its columns, its rows, their number and
 * SHA-256; and a SHA-256 over all of it.  So it is read whole and found sound before anything is written, and a database moves from one
 * engine to the other by a backup of one and a restore into the other.  What is outside the database is not in it: settings, plan files, and,
 * unless asked for, the key of the audit log, without which that log can neither be verified nor sealed any more.
 * Knows no slice's tables: tools/sqlc reads them from the migrations. */
#ifndef PEIXUN_BACKUP_H
#define PEIXUN_BACKUP_H

#include "app/audit/audit.h"
#include "db/built.h"

/* last: the highest id that was given. */
struct backup_sum { int64_t rows, last; char sha256[65]; };

struct backup {
	const char *version, *made, *engine;                    /* of the program, when, "sqlite" or "postgresql" */
	char key_sha256[65];                                    /* of the audit key; "": there was none */
	bool has_key;
	unsigned char key[AUDIT_KEY];
	struct backup_sum *sums;                                /* n_tables, in the order of all_tables */
	int64_t rows;
};

/* Each gives NULL when all went well, else what is wrong, in words. */

/* The database as it is at one moment, into fd from its beginning.  Others go on working meanwhile.  b: its made and version are set. */
const char *backup_write(struct db *, struct arena *, int fd, bool with_key, struct backup *b);
/* Reads fd from its beginning to its end.  Writes nothing. */
const char *backup_verify(struct arena *, int fd, struct backup *);
/* Into a migrated database that nobody has put anything into yet, in one transaction, in which every row is read back and compared.  b: what
 * backup_verify found in the same file. */
const char *backup_restore(struct db *, struct arena *, int fd, const struct backup *b);

int backup_command(struct db *, int argc, char **argv);         /* peixun backup FILE [--with-key] | --check FILE */
int restore_command(struct db *, int argc, char **argv);        /* peixun restore FILE [--without-key] */
#endif
