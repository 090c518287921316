/* pg.h: what the files of PostgreSQL, which alone know libpq, share: the connection, and statements sent ahead of being asked for. */
#ifndef PEIXUN_PG_H
#define PEIXUN_PG_H

#include <libpq-fe.h>

#include "db/backend.h"

/* A statement under way, or its answer; result NULL once it is taken, or while it is under way. */
struct ahead { const struct sql *sql; const struct value *values; int n; PGresult *result; bool taken; };

enum { AHEAD_MOST = 16 };

struct pg {
	PGconn *link;
	int named;                                                  /* statements prepared so far, cursors too: for their names */
	bool open;                                                  /* a transaction, be it a read's own */
	char *copy;                                                 /* COPY data on its way */
	size_t copied;
	struct arena *ahead_mem;
	struct ahead ahead[AHEAD_MOST];
	int ahead_n, ahead_received;                                /* answers come in the order of sending */
};

struct parameters { const char **texts; int *lengths, *formats; };
struct parameters pg_parameters(struct arena *, const struct value *, int n);

/* See db_soon.  Only with a statement that this connection has prepared, by this name. */
void pg_soon(struct pg *, const struct sql *, const char *name, const struct value *, int n);
/* The answer to what was sent ahead, the caller's to clear; NULL: it was not. */
PGresult *pg_taken(struct pg *, const struct sql *, const struct value *, int n);
/* The connection is free for anything else; answers that nobody took yet are kept. */
void pg_received(struct pg *);
/* And they are thrown away. */
void pg_nothing_ahead(struct pg *);

#endif
