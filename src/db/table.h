/* table.h: a database as a whole, table by table: for what copies it, row by row, to the other engine.
 *
 * tools/sqlc makes a struct table of each table from the texts of the migrations (all_tables in built.h). */
#ifndef PEIXUN_TABLE_H
#define PEIXUN_TABLE_H

#include "db/db.h"

struct column { const char *name; enum value_kind kind; };

/* all: every row, its columns in the order of `column`, sorted by the primary key.  any: a row, if there is one.  put: one row, each column
 * a value, with a COPY form.  clear: deletes every row. */
struct table {
	const char *name;
	bool numbered;                                          /* its first column is an id of the type SERIAL_ID */
	int columns;
	const struct column *column;
	struct sql all, any, put, clear;
};

/* Inside a transaction, at its start: no time limit for single statements; references between rows are judged at its end. */
void tables_begin(struct db *);

/* The highest id that the database gave a row, though the row may be gone; 0: none yet, or the table is not numbered. */
int64_t table_last_id(struct db *, const struct table *);
/* Inside a transaction, after the rows are there: the next id is the one after this, which is not below that of any row. */
void table_set_last_id(struct db *, const struct table *, int64_t id);

/* What the engine itself finds wrong with its file: damaged pages, rows that refer to nothing.  One text a finding; none on PostgreSQL. */
struct rows *tables_damage(struct db *);
struct rows *tables_astray(struct db *);
#endif
