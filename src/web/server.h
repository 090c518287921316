/* server.h: the HTTP server.  A parent accepts connections and deals them out to worker processes; helpers do heavy work.
 *
 * Knows no route, no page and no database: struct wire_app (wire.h) is all it asks.  The HTTP library stays behind this header. */
#ifndef PEIXUN_SERVER_H
#define PEIXUN_SERVER_H

#include <stddef.h>

#include "web/wire.h"

/* A numeric address ("127.0.0.1", "::1") and a port.  Port 0: no such listener; SERVER_ANY_PORT: one that is free. */
struct server_listener { const char *address; int port; };
enum { SERVER_ANY_PORT = -1 };

struct server_settings {
	struct server_listener plain;
	struct server_listener tls;
	struct server_listener certificate;                     /* TLS that asks for a client certificate, and goes on without */
	int workers, helpers;
	int connections;                                        /* most open at once; more wait in the system's queue */
	int connections_each;                                   /* most of one address, more are closed; loopback is exempt; 0: no limit */
	int header_seconds;                                     /* from connecting (or idle_seconds after a reply) to the end of the head */
	int idle_seconds;                                       /* without a byte in either direction */
	int body_seconds, send_seconds, least_rate;             /* a body or reply of n bytes may take seconds + n / least_rate */
	int heavy_seconds;                                      /* a helper that works longer on one request is killed */
	int heavy_waiting;                                      /* heavy requests that a worker has under way; beyond: 503 */
	int stop_seconds;                                       /* what runs may finish within this at the end */
	size_t memory;                                          /* ceiling of a request's arena, bytes */
	const char *spool;                                      /* folder of unlinked temporary files for larger bodies */
	const char *certificate_file, *key_file;                /* PEM; for both TLS listeners */
	const char *authorities_file;                           /* PEM: who may issue client certificates */
	/* PEM or DER CRLs, or folders of nothing else; ends with NULL.  NULL: revocation is not checked. */
	const char *const *revocation_files;
	/* Called once in the parent when the listeners are bound; ports are those bound or 0: plain, tls, certificate.  May be NULL. */
	void (*ready)(const int ports[3]);
};

struct server_settings server_defaults(void);               /* 127.0.0.1:8080 plain, nothing else */

/* Serves until SIGTERM or SIGINT; SIGHUP re-reads the certificate files and replaces the workers one by one.
 * 0 after an orderly end; 1 when it could not start (logged).  Needs: no threads, no children yet. */
int server_run(const struct server_settings *, const struct wire_app *);
#endif
