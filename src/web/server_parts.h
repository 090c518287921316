/* server_parts.h: what the parts of the server have in common.  Included by src/web/server*.c alone.
 *
 * One process, one part at a time: the parent (server.c, server_process.c), a worker (server_worker.c: its loop;
 * server_connection.c: sockets and deadlines; server_exchange.c: one request; server_strict.c, server_body.c,
 * server_reply.c), the heavy requests (server_heavy.c: in the worker; server_helper.c: in the helper; server_parcel.c: what
 * passes between them), TLS (server_tls.c), faults (server_fault.c). */
#ifndef PEIXUN_SERVER_PARTS_H
#define PEIXUN_SERVER_PARTS_H

#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "web/server.h"

enum { PLAIN, TLS, CERTIFICATE, N_LISTENERS };
enum { HEAD_MOST = 16 << 10, TARGET_MOST = 8 << 10, HEADERS_MOST = 100, BODY_IN_MEMORY = 64 << 10 };

int64_t server_clock(void);                                     /* monotonic, milliseconds */

/* -- parent and worker: fixed messages over a stream socket, so that they never mix --------------------------------------- */

/* An accepted connection, with its socket.  slot names it between the two. */
struct handover {
	uint32_t slot, listener;
	struct sockaddr_storage from;
};

/* What a worker tells the parent.  RETURNED carries the socket of a connection that came too late. */
enum { NOTICE_CLOSED, NOTICE_LEAVING, NOTICE_RETURNED };
struct notice { uint32_t kind, slot; };

/* Sends n bytes and the sockets as one message; false with errno set.  server_take gives what recvmsg gives; *fds are -1 or new. */
bool server_give(int socket, const void *, size_t n, const int *fds, int n_fds, int flags);
ssize_t server_take(int socket, void *, size_t room, int *fds, int n_fds, int flags);

/* -- TLS ------------------------------------------------------------------------------------------------------------------ */

struct server_tls;                                              /* the files, read and understood */

/* NULL when a file is missing or wrong (logged). */
struct server_tls *server_tls_read(const struct server_settings *);
void server_tls_free(struct server_tls *);
const char *server_tls_key(const struct server_tls *);
const char *server_tls_chain(const struct server_tls *);
const char *server_tls_authorities(const struct server_tls *);  /* NULL when none are configured */
struct wire_certificate server_tls_peer(const struct server_tls *, struct MHD_Connection *, struct arena *);
void server_tls_send(struct MHD_Connection *, const char *, size_t);   /* at once or not at all */

/* -- a worker ------------------------------------------------------------------------------------------------------------- */

enum phase { PHASE_HEAD, PHASE_BODY, PHASE_WORK, PHASE_SEND };

/* An open connection: its deadline, and what one request leaves for the next. */
struct connection {
	struct connection *next, *before;
	struct worker *worker;
	struct MHD_Connection *at;
	struct exchange *exchange;                              /* under way, or NULL */
	int fd, listener;
	uint32_t slot;
	enum phase phase;
	int64_t since;                                          /* when the phase began */
	uint64_t moved;                                         /* bytes that stretch the deadline */
	bool used;                                              /* a request was answered on it */
	bool linger;                                            /* the peer is still sending: a plain close would destroy our reply */
	bool cut;                                               /* shut down by us */
	bool looked;                                            /* for an end that the library missed, in this phase */
	char address[INET6_ADDRSTRLEN];
	struct wire_certificate certificate;
	struct arena *mem;                                      /* of the certificate */
};

enum stage { STAGE_NEW, STAGE_BODY, STAGE_WAITING, STAGE_READY, STAGE_SENT };

/* One request and its reply.  Lives from the request line until the reply is out; then it is used again with its arena. */
struct exchange {
	struct exchange *next;
	struct connection *connection;
	struct arena *mem;
	enum stage stage;
	const char *target_at;                                  /* where the raw target stood: compared, never read */
	size_t n_target;
	struct wire_request request;
	struct wire_accept accept;
	struct wire_reply reply;
	char *body;                                             /* a body in memory that is growing */
	size_t room;
	bool has_body;
	int refuse;
	bool sent;                                              /* heavy: given to the helpers */
	int answer;                                             /* heavy: where the helper's reply comes from, or -1 */
};

struct lingerer { int fd; int64_t until; };
enum { LINGERERS = 32 };

struct worker {
	const struct server_settings *settings;
	const struct wire_app *app;
	const struct server_tls *tls;
	void *state;                                            /* of the application */
	struct arena *mem;
	struct MHD_Daemon *daemons[N_LISTENERS];
	int control, queue;
	struct connection *open, *spare, *arriving;
	int n_open;
	struct exchange *idle, *heavy;                          /* heavy: the oldest first */
	int n_heavy;
	int64_t check_at;                                       /* no deadline is before this */
	struct lingerer lingerers[LINGERERS];
	int n_lingerers;
	bool leaving, faulted, deaf;                            /* deaf: the parent sends no more connections */
	int64_t leave_by;
};

_Noreturn void server_worker(const struct server_settings *, const struct wire_app *, const struct server_tls *,
	int control, int queue);
void worker_notice(struct worker *, uint32_t kind, uint32_t slot, int fd);
void worker_fault(struct worker *);                             /* after a fault: leave */

/* -- connections ---------------------------------------------------------------------------------------------------------- */

void connection_arrive(struct worker *, const struct handover *, int fd);
void connection_notify(void *worker, struct MHD_Connection *, void **context, enum MHD_ConnectionNotificationCode);
void connection_phase(struct connection *, enum phase, uint64_t moved);
void connections_check(struct worker *);                        /* cuts those past their deadline */
void connections_leave(struct worker *);                        /* cuts those that only wait for a next request */
void lingerers_run(struct worker *);
int lingerers_wait(const struct worker *);                      /* milliseconds, or -1 */

/* -- requests ------------------------------------------------------------------------------------------------------------- */

/* Callbacks of the library; cls is the worker. */
void *exchange_begin(void *worker, const char *target, struct MHD_Connection *);
enum MHD_Result exchange_step(void *worker, struct MHD_Connection *, const char *url, const char *method, const char *version,
	const char *data, size_t *n, void **context);
void exchange_end(void *worker, struct MHD_Connection *, void **context, enum MHD_RequestTerminationCode);

/* Where the parts of a head stood in the library's buffer. */
struct head {
	const char *method, *target_at, *version;
	size_t n_target, size;
	const struct wire_header *headers;
	int n_headers;
};

/* The status that refuses a head, or 0.  Sets *body (is there one?) and *announced (its Content-Length, 0 when chunked). */
int strict_status(const struct head *, const char *target, bool *body, uint64_t *announced);

bool body_start(struct exchange *, uint64_t announced);         /* false: the file could not be made (logged) */
int body_add(struct exchange *, const char *, size_t);          /* 0, or the status that ends the request */
void body_finish(struct exchange *);

void reply_error(struct wire_reply *, struct arena *, bool json, int status, const char *incident);
enum MHD_Result reply_queue(struct exchange *);
void reply_cut(struct exchange *, int status);                  /* straight to the socket, in the middle of a body */

/* -- faults --------------------------------------------------------------------------------------------------------------- */

/* Runs act(what) so that fail() inside comes back here: false, with the incident's number. */
bool server_guard(void (*act)(void *), void *what, char incident[16]);

/* -- heavy requests ------------------------------------------------------------------------------------------------------- */

void heavy_start(struct exchange *);                            /* suspends the connection, or answers 503 */
void heavy_push(struct worker *);                               /* gives helpers what the queue has room for */
void heavy_collect(struct exchange *);                          /* the helper's reply is there, or the helper is gone */
void heavy_drop(struct exchange *, int status);

_Noreturn void server_helper(const struct server_settings *, const struct wire_app *, int queue);

enum { PARCEL_MOST = 160 << 10 };
struct parcel { struct arena *mem; const char *at, *end; bool broken; };

bool parcel_send_request(int queue, const struct exchange *, int answer);   /* false with errno set */
bool parcel_take_request(int queue, struct arena *, struct wire_request *, int *answer);   /* false: none came */
void parcel_send_reply(int answer, struct arena *, const struct wire_reply *);
bool parcel_take_reply(int answer, struct arena *, struct wire_reply *);

/* -- processes ------------------------------------------------------------------------------------------------------------ */

enum role { ROLE_WORKER, ROLE_HELPER, ROLE_BACKGROUND };
enum { PROCESSES = 64 };

/* A child.  place: which worker or helper it is.  load: connections handed to it and not closed. */
struct process {
	pid_t pid;                                              /* 0: a free entry */
	enum role role;
	int place, control, load;
	bool leaving;
	int64_t started;
};

/* Somewhere that a process has to be. */
struct place { struct process *now; int64_t start_at; int quick; };

struct crew {
	const struct server_settings *settings;
	const struct wire_app *app;
	struct server_tls *tls;
	struct process processes[PROCESSES];
	struct place places[3][PROCESSES / 4];
	int wanted[3];
	int queue[2];                                           /* heavy requests: workers write [0], helpers read [1] */
	const int *close_in_child;                              /* descriptors of the parent alone, ends with -1 */
	bool stopping;
};

void crew_start(struct crew *);                                 /* fills every empty place whose time has come */
void crew_reap(struct crew *, void (*gone)(void *, struct process *), void *what);
int crew_wait(const struct crew *);                             /* milliseconds until crew_start has work, or -1 */
void crew_leave(struct crew *, struct process *);               /* a worker takes no more connections, and ends */
void crew_renew(struct crew *);                                 /* all workers leave, others take their places */
bool crew_empty(const struct crew *, enum role);
void crew_kill(struct crew *, int signal);
#endif
