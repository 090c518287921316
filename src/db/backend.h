/* backend.h: what an engine does for db.c, and what the files of this folder share.  Private to src/db.
 *
 * An engine knows no retry and no stickiness: it runs what it is told and answers how that went. */
#ifndef PEIXUN_BACKEND_H
#define PEIXUN_BACKEND_H

#include <sys/types.h>

#include "db/db.h"

/* AGAIN: another was in the way, the same transaction may succeed later.  CONFLICT: a rule of the schema refused it.
 * BROKEN: anything else; db->trouble says what. */
enum answer { ANSWER_OK, ANSWER_AGAIN, ANSWER_CONFLICT, ANSWER_BROKEN };

enum isolation { ISOLATION_STRICT, ISOLATION_BULK, ISOLATION_CROWD, ISOLATION_LIGHT, ISOLATION_READ };

/* OPEN is the only state inside a transaction in which statements run. */
enum tx_state { TX_NONE, TX_OPEN, TX_UNDONE, TX_AGAIN, TX_CONFLICT };

/* A db_load under way: the row that load_next() filled last. */
struct load {
	const struct sql *sql;
	bool (*next)(void *with, struct value *row);
	void *with;
	struct value *row;
	char *days;                                             /* room for the text of each value that is a day */
};

/* A db_each under way. */
struct each {
	const struct sql *sql;
	const struct value *values;
	int n, piece;
	struct arena *mem;
	bool (*piece_done)(void *with, const struct rows *);
	void *with;
};

struct engine {
	bool postgresql;
	void (*close)(struct db *);
	void (*together)(struct db *, bool on);                 /* NULL: nothing to gain */
	void (*soon)(struct db *, const struct sql *, const struct value *, int n);     /* NULL: nothing to gain */
	void (*tend)(struct db *);                              /* NULL: the engine has its own processes for it */
	enum answer (*begin)(struct db *, enum isolation);
	enum answer (*commit)(struct db *);                     /* after anything but OK the engine awaits a rollback */
	void (*rollback)(struct db *);
	/* All rows into `to`, whose mem is set; db->changed too. */
	enum answer (*run)(struct db *, const struct sql *, const struct value *, int n, struct rows *to);
	enum answer (*load)(struct db *, const struct load *, int64_t *count);
	/* Takes the values in at once: piece_done may run other statements, which clears the scratch arena. */
	enum answer (*each)(struct db *, const struct each *);
	enum answer (*script)(struct db *, const char *text);   /* several statements, without values */
	enum answer (*check)(struct db *, const struct sql *);  /* prepares it and throws that away */
	/* The steps by which the statement would be run, a text a row; NULL when the engine can't tell. */
	enum answer (*plan)(struct db *, const struct sql *, struct rows *to);
};

/* What an engine keeps for each statement of a connection, found by the address of its text.  copy: in sanitizer builds, to
 * find a text that has changed at its address. */
struct kept { const char *text, *copy; int values; void *what; };

struct db {
	const struct engine *engine;
	void *link;                                             /* the engine's own */
	const char *url;
	pid_t process;
	unsigned number;
	struct arena *own, *scratch, *rows;                     /* scratch: within one call */
	struct kept *kept;                                      /* open addressing, a power of two */
	size_t kept_n, kept_room;
	enum tx_state state;
	bool conflict, loading, only_reads;
	int bulk_pages;                                         /* db_bulk_pages */
	int64_t paused;                                         /* db_bulk_pause: the end of the last one, in milliseconds */
	int reading;                                            /* db_each calls under way */
	int64_t changed;
	int count;
	void (*seen)(void *with, const struct sql *);
	void *seen_with;
	bool scan_check;
	struct text *scans;
	const char *small_tables;                               /* " a b ", NULL: not asked for yet */
	char trouble[400];
};

/* The engines.  Each sets db->engine and db->link, or fails. */
void sqlite_open(struct db *);
void pg_open(struct db *);

/* The place of the statement's own `what`, NULL at first.  Valid until the next call. */
void **db_kept(struct db *, const struct sql *);
void db_forget_kept(struct db *);

/* The next row of a load, checked; false at the end. */
bool load_next(const struct load *);

/* What went wrong, for the log: no value of a person may be in it. */
void db_trouble(struct db *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* scan.c: at the first prepare of a statement. */
void scan_look(struct db *, const struct sql *);
#endif
