/* db.h: SQL on two engines through one small door.
 *
 * A statement is run whole: this statement, these values, all its rows into an arena.  Statements are constants made
 * by tools/sqlc from the .sql files; no SQL text is assembled at run time.  Values: text, whole numbers, bytes, NULL. Days are
 * stored as ISO text, moments as seconds, yes/no as 0 and 1. */
#ifndef PEIXUN_DB_H
#define PEIXUN_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"

struct db;

/* One statement of an .sql file; its text is of static life.  copy is set for a plain INSERT … VALUES ($1, …, $n): its form for bulk
 * loads, "COPY t (a, b) FROM STDIN".  scans: the text says that it means to read a whole table. */
struct sql { const char *name, *text, *copy; int values; bool writes, scans; };

/* VALUE_DAY (i: the day's number) only goes into statements, as ISO text; rows have none. */
enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BYTES, VALUE_DAY };
struct value { enum value_kind kind; int64_t i; const char *s; size_t n; };
struct bytes { const void *at; size_t n; };

/* Text cells end with NUL.  In a transaction that is undone rows are none, and any cell of them reads as NULL. */
struct rows { int n, columns; const char *const *names; struct value *cells; struct arena *mem; };

/* url: a file's path (its folders are made, the file is nobody else's to read), ":memory:", or postgresql://… of a UTF-8
 * database with C collation.  Fails (log.h) when it can't be opened.  A connection serves one thread, and no child of a
 * fork: each process opens its own. */
struct db *db_open(const char *url);
void db_close(struct db *);
bool db_is_postgresql(const struct db *);
const char *db_url(const struct db *);
unsigned db_number(const struct db *);                          /* no other connection of this process has or had it */

/* Where the rows of the following calls go. */
void db_use_arena(struct db *, struct arena *);
struct arena *db_arena(const struct db *);

/* db_run(db, &report_put, A(id), A(day)).  Rows may be none; rows that a write made, changed or deleted: db_changed().
 * Outside a transaction a statement is one of its own; a write there that a UNIQUE or CHECK rule refuses is a fault.
 * Text that is not UTF-8 or has a NUL in it, and a wrong number of values, are faults. */
#define db_run(db, sql, ...) db_run_values((db), (sql), \
	(const struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} + 1, \
	(int)(sizeof(struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} / sizeof(struct value)) - 1)
struct rows *db_run_values(struct db *, const struct sql *, const struct value *, int n);
int64_t db_changed(const struct db *);

/* One transaction.  The function may run again (a serialization failure, a busy file), so it starts from a clean sheet;
 * when half a minute of tries has not helped, that is a fault.
 * DB_UNDONE: the function called db_undo, or a UNIQUE, CHECK or FOREIGN KEY rule refused a statement (then db_conflict()
 * is true until the next transaction).  Anything else fails, NOT NULL too.  Not nested: a db_tx inside a db_tx is a fault. */
enum db_outcome { DB_OK, DB_UNDONE };
enum db_outcome db_tx(struct db *, void (*work)(struct db *, void *), void *with);
void db_undo(struct db *);                                      /* from here on every call in this transaction does nothing */
bool db_undone(const struct db *);                              /* undone, refused, or about to run again */
bool db_conflict(const struct db *);
bool db_in_tx(const struct db *);
/* As db_tx, for bulk pieces: PostgreSQL runs it at READ COMMITTED, so that big reads don't make others retry. */
enum db_outcome db_tx_bulk(struct db *, void (*work)(struct db *, void *), void *with);
/* As db_tx, for short writes that come in crowds: while it waits for the disk, others write already, so that many share one wait.  What it
 * did is safe when the call returns; others may see it a moment before.  PostgreSQL runs it at READ COMMITTED: what must hold has to stand in
 * the statement that writes. */
enum db_outcome db_tx_crowd(struct db *, void (*work)(struct db *, void *), void *with);
/* As db_tx, but nobody waits for the disk: when the power fails, the last of these may be gone, and nothing else.  For counters and traces
 * of what strangers asked, written often; PostgreSQL runs it at READ COMMITTED. */
enum db_outcome db_tx_light(struct db *, void (*work)(struct db *, void *), void *with);
/* All reads in it see the database of one moment, and nobody waits for them.  A write in it is a fault. */
enum db_outcome db_tx_read(struct db *, void (*work)(struct db *, void *), void *with);

/* What the engine has to do now and then besides, where nobody waits for it: on SQLite, moves what was committed from the log to the file.
 * By a process of its own, every second or so; without one, who commits does it when the log has grown large. */
void db_tend(struct db *);

/* Inside a transaction: the statement once per row; COPY on PostgreSQL (the statement must have a copy form).
 * next fills the values of one row (all NULL before; what they point to stays until next is called again) and gives false
 * at the end; it makes no db call.  Gives the number of rows; after a refusal the transaction is undone. */
int64_t db_load(struct db *, const struct sql *, bool (*next)(void *with, struct value *row), void *with);

/* While on, reads outside a transaction see one state of the database, up to the next write or transaction, and share its locks
 * (SQLite; on PostgreSQL each statement sees its own).  For pages that read much. */
void db_reads_together(struct db *, bool on);

/* What a page will surely ask with db_run, outside a transaction, before it is asked: PostgreSQL works on it meanwhile, and the answer is there.
 * Nothing happens elsewhere, for what writes, and when this connection runs the statement for the first time.  What is not asked for is
 * forgotten at the next write or transaction, and by db_reads_together(false). */
#define db_soon(db, sql, ...) db_soon_values((db), (sql), \
	(const struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} + 1, \
	(int)(sizeof(struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} / sizeof(struct value)) - 1)
void db_soon_values(struct db *, const struct sql *, const struct value *, int n);

/* Large results by pieces of 1 to `piece` rows, each in the arena `mem`, which is reset between pieces.  One consistent
 * read.  piece_done gives false to stop; no rows, no call.  It may read on the same connection, but outside a transaction
 * it can't write, and never what is being read. */
void db_each(struct db *, struct arena *mem, int piece, const struct sql *, const struct value *, int n,
	bool (*piece_done)(void *with, const struct rows *), void *with);

/* Cells by column name.  A name or row that the rows do not have, and a cell that is not of the kind asked for, are faults;
 * NULL gives "", 0, no date.  A number reads as text too, and text that is a number as one. */
const char *row_text(const struct rows *, int row, const char *column);
int64_t row_int(const struct rows *, int row, const char *column);
bool row_bool(const struct rows *, int row, const char *column);
struct date row_date(const struct rows *, int row, const char *column);
struct moment row_moment(const struct rows *, int row, const char *column);
struct bytes row_bytes(const struct rows *, int row, const char *column);
bool row_null(const struct rows *, int row, const char *column);
int row_column(const struct rows *, const char *column);        /* its index */
static inline const struct value *row_cell(const struct rows *r, int row, int column)
{
	return &r->cells[(size_t)row * (size_t)r->columns + (size_t)column];
}

/* A C value as a statement's value.  "" is stored as "" ; use value_text_or_null where "" means unknown. */
struct value value_int(int64_t);
struct value value_text(const char *);                          /* NULL pointer: NULL */
struct value value_text_or_null(const char *);                  /* NULL pointer or "": NULL */
struct value value_id_or_null(int64_t);                         /* 0: NULL */
struct value value_date(struct date);                           /* no date: NULL */
struct value value_moment(struct moment);                       /* never: NULL */
struct value value_bytes(struct bytes);
#define A(x) _Generic((x), \
	bool: value_int, int: value_int, long: value_int, long long: value_int, unsigned: value_int, \
	char *: value_text, const char *: value_text, \
	struct date: value_date, struct moment: value_moment, struct bytes: value_bytes)(x)

/* Statements run so far on this connection, and the text of each when set: for stories' limits and `peixun http --sql`. */
int db_count(const struct db *);
void db_watch(struct db *, void (*seen)(void *with, const struct sql *), void *with);

/* Names of the statements so far that scan a large table without saying so, in words of "name(table)"; "" for none.
 * Looked for in sanitizer builds and when PEIXUN_SCAN_CHECK is set, on SQLite by its query plan. */
const char *db_scan_found(const struct db *);

/* Brings the schema up to date from the migrations built in (sql/NNNN-*.sql, in this order), each once and in a transaction
 * of its own; how many were new.  Processes may start at once.  One text for both engines, with these marks:
 *     SERIAL_ID                            the type of an id that the database gives, never the same twice
 *     SERIAL_PART                          the same for a table that PostgreSQL cuts in parts: its key is said in a block of its own
 *     BYTES                                the type of a byte column
 *     -- only: sqlite (or postgresql)      up to a line "-- end": for that engine alone
 *     -- small: table table                these stay small; reading them whole is no fault (db_scan_found)
 * An applied migration whose text has changed, or that this program does not have, is a fault that names it. */
struct migration { const char *name, *text; };
int db_migrate(struct db *, const struct migration *, int n);
/* Are these applied, each with this text, and no others?  After a first db_migrate. */
bool db_migrated(struct db *, const struct migration *, int n);
char *migration_sha(struct arena *, const struct migration *);  /* of its text */

/* Prepares every statement of the program; the number that did not prepare, each named in the log. */
int db_check_sql(struct db *, const struct sql *const *all);    /* ends with NULL */
#endif
