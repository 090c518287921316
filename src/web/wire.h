/* wire.h: one HTTP exchange, as the server hands it to the application and takes it back.
 *
 * The only words that web/server.c (which owns sockets, TLS and the HTTP library) and the rest of the program have in common.
 * Stories make these structs themselves, so they run without a socket. */
#ifndef PEIXUN_WIRE_H
#define PEIXUN_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

struct wire_header { const char *name, *value; };

/* The verified client certificate of a connection on the certificate listener; fingerprint is NULL elsewhere or without one.
 * problem says why a certificate was not believed ("untrusted", "expired", "revoked", "purpose", "none"), NULL when it was. */
struct wire_certificate { const char *fingerprint, *subject, *serial_number, *problem; };

struct wire_request {
	const char *method, *path, *query;                      /* path still percent-encoded, without query; query without '?', "" */
	const struct wire_header *headers;
	int n_headers;
	const char *address;                                    /* the peer, as text */
	bool tls, on_certificate_port;
	struct wire_certificate certificate;
	/* The body: small ones in memory (body, n_body); larger ones in an unlinked temporary file (body_file >= 0, body is NULL). */
	const char *body;
	int body_file;
	uint64_t n_body;
};

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
	int refuse;                                             /* a status to answer at once without reading the body, or 0 */
	uint64_t most;                                          /* the largest body, in bytes */
	bool heavy;                                             /* over about 5 ms of work: a helper process answers */
};

const char *wire_header(const struct wire_request *, const char *name);   /* ASCII case ignored; NULL when absent */

/* The application, as given to the server at start.  open runs in each worker and helper after the fork. */
struct wire_app {
	void *(*open)(void);
	struct wire_accept (*accept)(void *app, struct arena *, const struct wire_request *);
	void (*answer)(void *app, struct arena *, const struct wire_request *, struct wire_reply *);
	/* A whole extra process beside the workers (the job worker), restarted like them; NULL for none. */
	void (*background)(void *stop_flag);
};
#endif
