/* call.h: one request asked by a command or a job as the web would ask it: the same routes, checks and handlers, no socket and no session.
 *
 * Private to this folder. */
#ifndef PEIXUN_CALL_H
#define PEIXUN_CALL_H

#include "db/db.h"
#include "web/wire.h"

struct who;
struct call {
	const char *as;                                         /* "AGENCY/ACCOUNT"; NULL: nobody is signed in, unless */
	const struct who *who;                                  /* this one is */
	void (*seen)(void *with, const struct sql *);           /* each statement; may be NULL */
	void *with;
	struct wire_request wire;                               /* its headers have room for one more */
};

/* False: there is no such account, and nothing was asked.  The reply lives as long as the arena. */
bool call_web(struct arena *, struct call *, struct wire_header *headers, struct wire_reply *);

/* On standard error, what a refusal says as JSON: {"error":{…}}, or the mistakes of the query; about: what it begins with. */
struct json_t;
void call_refused(const char *about, const struct json_t *said);

/* The body of a reply to a file; false when it could not be written. */
bool call_write(const struct wire_reply *, int fd);
#endif
