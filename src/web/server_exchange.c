/* server_exchange.c: one request, from its first line to its reply.  Knows how the library calls, and no route. */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "web/server_parts.h"

static struct connection *connection_of(struct MHD_Connection *at)
{
	return MHD_get_connection_info(at, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}

static struct exchange *exchange_new(struct worker *w)
{
	struct exchange *x = w->idle;

	if (x) {
		w->idle = x->next;
	} else {
		x = arena_get(w->mem, sizeof *x);
		x->mem = arena_new(w->settings->memory);
	}
	*x = (struct exchange){.mem = x->mem, .answer = -1, .request.body_file = -1, .reply.body_file = -1};
	return x;
}

void *exchange_begin(void *worker, const char *target, struct MHD_Connection *at)
{
	struct exchange *x = exchange_new(worker);
	size_t n = target ? strlen(target) : 0;

	x->connection = connection_of(at);
	x->connection->exchange = x;
	x->target_at = target;
	x->n_target = n;
	/* The library cuts the target into pieces after this call; an overlong one is refused unread. */
	x->request.path = arena_bytes(x->mem, target, n > TARGET_MOST ? 0 : n);
	return x;
}

struct collected { struct exchange *x; struct wire_header *headers; int n; };

static enum MHD_Result collect(void *cls, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct collected *c = cls;

	(void)kind;
	if (c->n == HEADERS_MOST + 1)
		return MHD_NO;
	c->headers[c->n++] = (struct wire_header){name, value ? value : ""};
	return MHD_YES;
}

/* Blanks at the end of a value are not part of it, but the library leaves them. */
static void trim(struct exchange *x, struct wire_header *h)
{
	size_t n = strlen(h->value), m = n;

	while (m && (h->value[m - 1] == ' ' || h->value[m - 1] == '\t'))
		m--;
	if (m < n)
		h->value = arena_bytes(x->mem, h->value, m);
}

static int judge(struct exchange *x, const char *method, const char *version, uint64_t *announced)
{
	struct MHD_Connection *at = x->connection->at;
	struct collected c = {x, arena_array(x->mem, HEADERS_MOST + 1, sizeof(struct wire_header)), 0};

	MHD_get_connection_values(at, MHD_HEADER_KIND, collect, &c);
	struct head h = {
		method, x->target_at, version, x->n_target,
		MHD_get_connection_info(at, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE)->header_size, c.headers, c.n,
	};
	int status = strict_status(&h, x->request.path, &x->has_body, announced);

	for (int i = 0; !status && i < c.n; i++)
		trim(x, &c.headers[i]);
	x->request.headers = c.headers;
	x->request.n_headers = c.n;
	return status;
}

static void describe(struct exchange *x, const char *method)
{
	struct wire_request *r = &x->request;
	struct connection *c = x->connection;
	char *path = arena_text(x->mem, r->path), *mark = strchr(path, '?');

	r->query = "";
	if (mark) {
		*mark = '\0';
		r->query = mark + 1;
	}
	r->path = path;
	r->method = arena_text(x->mem, method);
	r->address = c->address;
	r->tls = c->listener != PLAIN;
	r->on_certificate_port = c->listener == CERTIFICATE;
	if (r->on_certificate_port && !c->mem) {
		c->mem = arena_new(1 << 20);
		c->certificate = server_tls_peer(c->worker->tls, c->at, c->mem);
	}
	r->certificate = c->certificate;
}

/* Answers 500; the worker goes when it has finished what it has.  The arena may be full: nothing of the request is kept. */
static void fault(struct exchange *x, const char *incident)
{
	bool json = wire_wants_json(&x->request);

	arena_reset(x->mem);
	reply_error(&x->reply, x->mem, json, 500, incident);
	worker_fault(x->connection->worker);
}

static void ask(void *what)
{
	struct exchange *x = what;
	struct worker *w = x->connection->worker;

	x->accept = w->app->accept(w->state, x->mem, &x->request);
}

static void answer(void *what)
{
	struct exchange *x = what;
	struct worker *w = x->connection->worker;

	w->app->answer(w->state, x->mem, &x->request, &x->reply);
}

/* The application's word before a body comes.  False: x->reply holds an answer already. */
static bool accepted(struct exchange *x, uint64_t announced)
{
	char incident[16];

	if (x->connection->worker->faulted)
		x->refuse = 503;
	else if (!server_guard(ask, x, incident)) {
		fault(x, incident);
		return false;
	} else if (x->accept.refuse)
		x->refuse = x->accept.refuse;
	else if (announced > x->accept.most)
		x->refuse = 413;
	else if (x->has_body && !body_start(x, announced))
		x->refuse = 500;
	return true;
}

/* A reply before the body was read: the library closes after it. */
static enum MHD_Result early(struct exchange *x)
{
	x->connection->linger = x->has_body;
	return reply_queue(x);
}

static enum MHD_Result refuse(struct exchange *x, int status)
{
	reply_error(&x->reply, x->mem, wire_wants_json(&x->request), status, NULL);
	return early(x);
}

static enum MHD_Result head_came(struct exchange *x, const char *method, const char *version)
{
	uint64_t announced;
	int status = judge(x, method, version, &announced);

	if (status) {
		reply_error(&x->reply, x->mem, wire_wants_json(&x->request), status, NULL);
		x->has_body = true;                                 /* who knows what follows such a head */
		return early(x);
	}
	describe(x, method);
	if (!accepted(x, announced))
		return early(x);
	if (x->refuse && x->has_body)
		return refuse(x, x->refuse);
	/* Without a body the answer waits for the next call, after which the connection may be kept. */
	x->stage = STAGE_BODY;
	connection_phase(x->connection, PHASE_BODY, 0);
	return MHD_YES;
}

static enum MHD_Result body_came(struct exchange *x, const char *data, size_t *n)
{
	int status = body_add(x, data, *n);

	if (status) {
		reply_cut(x, status);
		return MHD_NO;
	}
	*n = 0;
	connection_phase(x->connection, PHASE_BODY, x->request.n_body);
	return MHD_YES;
}

static enum MHD_Result whole(struct exchange *x)
{
	struct worker *w = x->connection->worker;
	char incident[16];

	body_finish(x);
	if (x->refuse || w->faulted) {
		reply_error(&x->reply, x->mem, wire_wants_json(&x->request), x->refuse ? x->refuse : 503, NULL);
		return reply_queue(x);
	}
	if (x->accept.heavy && w->settings->helpers) {
		heavy_start(x);
		return x->stage == STAGE_WAITING ? MHD_YES : reply_queue(x);
	}
	x->reply = (struct wire_reply){.status = 200, .body_file = -1, .body = text_new(x->mem, w->settings->memory)};
	if (!server_guard(answer, x, incident))
		fault(x, incident);
	return reply_queue(x);
}

enum MHD_Result exchange_step(void *worker, struct MHD_Connection *at, const char *url, const char *method,
	const char *version, const char *data, size_t *n, void **context)
{
	struct exchange *x = *context;

	(void)worker, (void)at, (void)url;
	switch (x->stage) {
	case STAGE_NEW:
		return head_came(x, method, version);
	case STAGE_BODY:
		return *n ? body_came(x, data, n) : whole(x);
	case STAGE_READY:
		return reply_queue(x);
	case STAGE_WAITING:
	case STAGE_SENT:
		break;
	}
	return MHD_YES;
}

void exchange_end(void *worker, struct MHD_Connection *at, void **context, enum MHD_RequestTerminationCode how)
{
	struct worker *w = worker;
	struct exchange *x = *context;

	(void)at, (void)how;
	if (!x)
		return;
	if (x->request.body_file >= 0)
		close(x->request.body_file);
	if (x->reply.body_file >= 0 && x->stage != STAGE_SENT)   /* otherwise the library closes it */
		close(x->reply.body_file);
	x->connection->exchange = NULL;
	connection_phase(x->connection, PHASE_HEAD, 0);
	arena_reset(x->mem);
	x->next = w->idle;
	w->idle = x;
	*context = NULL;
}
