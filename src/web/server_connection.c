/* server_connection.c: a worker's open sockets: their deadlines, and an orderly end.  Knows no request.
 *
 * The library closes a connection that is silent for idle_seconds, but each byte starts its clock anew, so one byte a second
 * would keep a connection for ever.  Hence a deadline of our own for each phase.  When a request begins on a kept connection
 * is not seen until its first line is whole, so a later head has idle_seconds and header_seconds together. */
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { LINGER_MS = 3000, LEAVE_FRESH_MS = 1000, LOOK_MS = 1000, CHECK_MS = 100 };

int64_t server_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void write_address(struct connection *c, const struct sockaddr_storage *from)
{
	const void *at = from->ss_family == AF_INET6 ? (const void *)&((const struct sockaddr_in6 *)from)->sin6_addr
		: (const void *)&((const struct sockaddr_in *)from)->sin_addr;

	if (!inet_ntop(from->ss_family, at, c->address, sizeof c->address))
		snprintf(c->address, sizeof c->address, "unknown");
}

static struct connection *connection_new(struct worker *w)
{
	struct connection *c = w->spare;

	if (!c)
		return arena_get(w->mem, sizeof *c);
	w->spare = c->next;
	*c = (struct connection){0};
	return c;
}

void connection_arrive(struct worker *w, const struct handover *h, int fd)
{
	struct connection *c = connection_new(w);

	c->worker = w;
	c->fd = fd;
	c->listener = (int)h->listener;
	c->slot = h->slot;
	c->since = server_clock();
	write_address(c, &h->from);
	w->arriving = c;
	/* The library calls connection_notify in here, or closes the socket. */
	socklen_t n = h->from.ss_family == AF_INET6 ? sizeof(struct sockaddr_in6) : sizeof(struct sockaddr_in);

	MHD_add_connection(w->daemons[c->listener], fd, (const struct sockaddr *)&h->from, n);
	if (w->arriving) {
		w->arriving = NULL;
		c->next = w->spare;
		w->spare = c;
		worker_notice(w, NOTICE_CLOSED, h->slot, -1);
	}
}

static void opened(struct worker *w, struct MHD_Connection *at, void **context)
{
	struct connection *c = w->arriving;

	w->arriving = NULL;
	c->at = at;
	c->next = w->open;
	if (w->open)
		w->open->before = c;
	w->open = c;
	w->n_open++;
	*context = c;
	connection_phase(c, PHASE_HEAD, 0);
}

/* The peer may still be sending.  Closing a socket with unread bytes, or on which more come, sends a reset, and that can
 * destroy our last reply before the peer has read it.  The library has shut our side down; we read on for a moment. */
static void linger(struct worker *w, struct connection *c)
{
	char byte;
	bool unread = recv(c->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;

	if (c->cut || (!c->linger && !unread) || w->n_lingerers == LINGERERS)
		return;
	int fd = dup(c->fd);

	if (fd >= 0)
		w->lingerers[w->n_lingerers++] = (struct lingerer){fd, server_clock() + LINGER_MS};
}

static void closed(struct worker *w, struct connection *c)
{
	linger(w, c);
	if (c->before)
		c->before->next = c->next;
	else
		w->open = c->next;
	if (c->next)
		c->next->before = c->before;
	w->n_open--;
	arena_free(c->mem);
	worker_notice(w, NOTICE_CLOSED, c->slot, -1);
	c->next = w->spare;
	w->spare = c;
}

void connection_notify(void *cls, struct MHD_Connection *at, void **context, enum MHD_ConnectionNotificationCode what)
{
	if (what == MHD_CONNECTION_NOTIFY_STARTED)
		opened(cls, at, context);
	else
		closed(cls, *context);
}

static int64_t deadline(const struct connection *c)
{
	const struct server_settings *s = c->worker->settings;
	int64_t stretch = (int64_t)(c->moved / (uint64_t)s->least_rate) * 1000;

	switch (c->phase) {
	case PHASE_HEAD:
		return c->since + 1000 * (s->header_seconds + (c->used ? s->idle_seconds : 0));
	case PHASE_BODY:
		return c->since + 1000 * s->body_seconds + stretch;
	case PHASE_SEND:
		return c->since + 1000 * s->send_seconds + stretch;
	case PHASE_WORK:                                        /* heavy_drop looks after these */
		break;
	}
	return INT64_MAX;
}

static bool reads(const struct connection *c)
{
	return c->phase == PHASE_HEAD || c->phase == PHASE_BODY;
}

/* When to have a look at it next. */
static int64_t due(const struct connection *c)
{
	int64_t at = deadline(c), look = c->since + LOOK_MS;

	return reads(c) && !c->looked && look < at ? look : at;
}

void connection_phase(struct connection *c, enum phase phase, uint64_t moved)
{
	if (c->phase != phase || phase == PHASE_HEAD)
		c->since = server_clock();
	c->phase = phase;
	c->moved = moved;
	c->looked = false;
	int64_t at = due(c);

	if (at < c->worker->check_at)
		c->worker->check_at = at;
}

/* A peer's end that arrives together with its last bytes is not told to the library again: it asks epoll for edges, and takes
 * a read that leaves room for the last.  Shutting down what is shut already makes a new edge. */
static void look(struct connection *c)
{
	char byte;

	c->looked = true;
	if (recv(c->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
		shutdown(c->fd, SHUT_RD);
}

static void cut(struct connection *c)
{
	c->cut = true;
	shutdown(c->fd, SHUT_RDWR);                             /* the library notices, and closes it */
}

/* Who began a request is told why it ends; a connection that brought not even a first line just closes. */
static void time_out(struct connection *c)
{
	if (c->exchange && c->phase != PHASE_SEND)
		reply_cut(c->exchange, 408);
	cut(c);
}

/* Heavy requests that no helper takes: longer than a helper may work, and once more as long for waiting. */
static void check_heavy(struct worker *w, int64_t now)
{
	int64_t most = 2000 * (int64_t)w->settings->heavy_seconds;

	for (struct exchange *x = w->heavy, *next; x; x = next) {
		next = x->next;
		int64_t at = x->connection->since + most;

		if (now >= at)
			heavy_drop(x, 503);
		else if (at < w->check_at)
			w->check_at = at;
	}
}

void connections_check(struct worker *w)
{
	int64_t now = server_clock();

	if (now < w->check_at)
		return;
	w->check_at = INT64_MAX;
	for (struct connection *c = w->open; c; c = c->next) {
		if (c->cut)
			continue;
		if (reads(c) && !c->looked && now >= c->since + LOOK_MS)
			look(c);
		int64_t at = due(c);

		if (now >= at)
			time_out(c);
		else if (at < w->check_at)
			w->check_at = at;
	}
	check_heavy(w, now);
	if (w->check_at < now + CHECK_MS)                       /* many connections, one walk */
		w->check_at = now + CHECK_MS;
}

void connections_leave(struct worker *w)
{
	int64_t now = server_clock();

	for (struct connection *c = w->open; c; c = c->next) {
		char byte;

		/* One that has just been opened is about to send a request. */
		if (c->phase != PHASE_HEAD || c->cut || (!c->used && now < c->since + LEAVE_FRESH_MS))
			continue;
		if (recv(c->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN)
			cut(c);
	}
}

void lingerers_run(struct worker *w)
{
	int64_t now = server_clock();
	char gone[16384];

	for (int i = 0; i < w->n_lingerers; i++) {
		ssize_t n = recv(w->lingerers[i].fd, gone, sizeof gone, MSG_DONTWAIT);

		if (now < w->lingerers[i].until && (n > 0 || (n < 0 && errno == EAGAIN)))
			continue;
		close(w->lingerers[i].fd);
		w->lingerers[i--] = w->lingerers[--w->n_lingerers];
	}
}

int lingerers_wait(const struct worker *w)
{
	int64_t first = INT64_MAX, now = server_clock();

	for (int i = 0; i < w->n_lingerers; i++)
		if (w->lingerers[i].until < first)
			first = w->lingerers[i].until;
	return first == INT64_MAX ? -1 : first <= now ? 0 : (int)(first - now);
}
