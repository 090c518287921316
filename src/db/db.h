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

/* One statement of an .sql file.  copy is set for a plain INSERT … VALUES ($1, …, $n): its COPY form for bulk loads. */
struct sql { const char *name, *text, *copy; int values; bool writes, scans; };

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BYTES };
struct value { enum value_kind kind; int64_t i; const char *s; size_t n; };
struct bytes { const void *at; size_t n; };

struct rows { int n, columns; const char *const *names; struct value *cells; };

/* url: a file's path, ":memory:", or postgresql://…  Fails (log.h) when it can't be opened. */
struct db *db_open(const char *url);
void db_close(struct db *);
bool db_is_postgresql(const struct db *);
const char *db_url(const struct db *);

/* Where the rows of the following calls go. */
void db_use_arena(struct db *, struct arena *);
struct arena *db_arena(const struct db *);

/* db_run(db, &report_put, A(id), A(day)).  Rows may be none; affected rows of a write without RETURNING: db_changed(). */
#define db_run(db, sql, ...) db_run_values((db), (sql), \
	(const struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} + 1, \
	(int)(sizeof(struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} / sizeof(struct value)) - 1)
struct rows *db_run_values(struct db *, const struct sql *, const struct value *, int n);
int64_t db_changed(const struct db *);

/* One transaction.  The function may run again (a serialization failure, a busy file), so it starts from a clean sheet.
 * DB_UNDONE: the function called db_undo, or a UNIQUE or CHECK rule refused a statement (then db_conflict() is true).  Anything else fails.
 * Not nested: a db_tx inside a db_tx is a fault. */
enum db_outcome { DB_OK, DB_UNDONE };
enum db_outcome db_tx(struct db *, void (*work)(struct db *, void *), void *with);
void db_undo(struct db *);                                      /* from here on every call in this transaction does nothing */
bool db_undone(const struct db *);
bool db_conflict(const struct db *);
bool db_in_tx(const struct db *);
/* As db_tx, for bulk pieces: PostgreSQL runs it at READ COMMITTED, so that big reads don't make others retry. */
enum db_outcome db_tx_bulk(struct db *, void (*work)(struct db *, void *), void *with);

/* Inside a transaction: the statement once per row; COPY on PostgreSQL (the statement must have a copy form).
 * next fills the values of one row and gives false at the end.  Gives the number of rows. */
int64_t db_load(struct db *, const struct sql *, bool (*next)(void *with, struct value *row), void *with);

/* Large results by pieces of at most `piece` rows, each in the arena `mem`, which is reset between pieces.  One consistent
 * read.  piece_done gives false to stop. */
void db_each(struct db *, struct arena *mem, int piece, const struct sql *, const struct value *, int n,
	bool (*piece_done)(void *with, const struct rows *), void *with);

/* Cells by column name.  A name that the rows do not have is a fault; NULL gives "", 0, no date. */
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

/* Names of the statements so far that scanned a large table without saying so (test builds; SQLite's query plan). */
const char *db_scan_found(const struct db *);

/* Brings the schema up to date from the migrations built in (sql/NNNN-*.sql); how many were new.  check_sql: prepares every
 * statement of the program; the number that did not prepare, each named in the log. */
struct migration { const char *name, *text; };
int db_migrate(struct db *, const struct migration *, int n);
int db_check_sql(struct db *, const struct sql *const *all);    /* ends with NULL */
#endif
