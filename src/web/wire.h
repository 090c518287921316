/* wire.h: one HTTP exchange, as the server hands it to the application and takes it back.
 *
 * The only words that web/server.c (which owns sockets, TLS and the HTTP library) and the rest of the program have in common.
 * Stories make these structs themselves, so they run without a socket. */
#ifndef PEIXUN_WIRE_H
#define PEIXUN_WIRE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

struct wire_header { const char *name, *value; };

/* The client certificate of a connection on the certificate listener; all NULL elsewhere.
 * Believed: fingerprint (SHA-256, lower-case hex), subject (RFC 4514, UTF-8), serial_number (the attribute 2.5.4.5 of the
 * subject, NULL when it has none); problem is NULL.  Not believed: fingerprint and serial_number are NULL, so that nobody
 * signs in with it by oversight; subject is there to be shown; problem says why: "none" (no certificate came), "untrusted"
 * (no chain to our authorities), "expired" (or not valid yet), "revoked", "purpose" (not made for signing in), "unchecked"
 * (revocation lists are configured, but none of this authority's is in force). */
struct wire_certificate { const char *fingerprint, *subject, *serial_number, *problem; };

/* What reaches the application was judged before: one Host, a sound head, no control characters, no %00, and one of the
 * methods GET HEAD POST PUT PATCH DELETE OPTIONS.  HEAD is to be answered like GET: the server leaves the body out. */
struct wire_request {
	const char *method, *path, *query;                      /* path still percent-encoded, without query; query without '?', "" */
	const struct wire_header *headers;
	int n_headers;
	const char *address;                                    /* the peer, as text; for handlers, the client (wire_client) */
	bool tls, on_certificate_port;
	struct wire_certificate certificate;
	/* The body: small ones in memory (body, n_body); larger ones in an unlinked temporary file (body_file >= 0, body is NULL). */
	const char *body;
	int body_file;
	uint64_t n_body;
};

/* Comes as: status 200, no headers, an empty body in the request's arena, body_file -1.  The server itself adds Date,
 * Content-Length and Connection. */
struct wire_reply {
	int status;
	struct wire_header headers[24];
	int n_headers;
	struct text body;
	int body_file;                                          /* >= 0: sent instead of body, from its start, then closed */
	uint64_t n_body_file;
	bool close;
};

/* What the server asks before it accepts a body, from method, path and headers alone. */
struct wire_accept {
	int refuse;                                             /* a status the server answers, with a plain page, not reading the body; or 0 */
	uint64_t most;                                          /* the largest body, in bytes */
	bool heavy;                                             /* over about 5 ms of work: a helper process answers */
};

const char *wire_header(const struct wire_request *, const char *name);   /* ASCII case ignored; NULL when absent */

/* Is JSON asked for, by the address (.json), by Accept or by what is sent?  False before there is a path. */
bool wire_wants_json(const struct wire_request *);

/* Who asked: the peer, or, when that is one of these proxies (addresses, commas between), whom it names as the last in X-Forwarded-For that
 * is not one of them.  What anybody else says there is not believed. */
const char *wire_client(struct arena *, const struct wire_request *, const char *proxies);

/* What is counted as one asker, for limits: an IPv4 address, or of IPv6 the first 64 bits, since a household has all that follow them. */
const char *wire_asker(struct arena *, const struct wire_request *);

/* The application, as given to the server at start.  open runs in each worker and helper after the fork.
 * accept and answer may fail(): the request is answered with 500 and its incident number, and the process is replaced. */
struct wire_app {
	void *(*open)(void);
	struct wire_accept (*accept)(void *app, struct arena *, const struct wire_request *);
	void (*answer)(void *app, struct arena *, const struct wire_request *, struct wire_reply *);
	/* After a fault, while other requests of this worker still wait for their helpers: gives up what others wait for (a
	 * transaction, locks).  Neither accept nor answer is called again in this process.  NULL: nothing to give up. */
	void (*abandon)(void *app);
	/* A whole extra process beside the workers (the job worker), restarted like them; NULL for none.  Ends soon after *stop. */
	void (*background)(volatile sig_atomic_t *stop);
};
#endif
