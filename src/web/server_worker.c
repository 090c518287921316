/* server_worker.c: a worker's loop: the library's sockets, the parent, the helpers, and the end.  One thread, no waiting but
 * in poll(). */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { POLLS = 256 };

bool server_give(int to, const void *bytes, size_t n, const int *fds, int n_fds, int flags)
{
	struct iovec part = {(void *)bytes, n};
	union { struct cmsghdr align; char room[CMSG_SPACE(2 * sizeof(int))]; } control = {0};
	struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1};

	if (n_fds) {
		m.msg_control = control.room;
		m.msg_controllen = CMSG_SPACE((size_t)n_fds * sizeof(int));
		struct cmsghdr *c = CMSG_FIRSTHDR(&m);

		c->cmsg_level = SOL_SOCKET;
		c->cmsg_type = SCM_RIGHTS;
		c->cmsg_len = CMSG_LEN((size_t)n_fds * sizeof(int));
		memcpy(CMSG_DATA(c), fds, (size_t)n_fds * sizeof(int));
	}
	ssize_t sent;

	do
		sent = sendmsg(to, &m, flags | MSG_NOSIGNAL);
	while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)n;
}

ssize_t server_take(int from, void *room, size_t n, int *fds, int n_fds, int flags)
{
	struct iovec part = {room, n};
	union { struct cmsghdr align; char room[CMSG_SPACE(2 * sizeof(int))]; } control = {0};
	struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.room, .msg_controllen = sizeof control};

	for (int i = 0; i < n_fds; i++)
		fds[i] = -1;
	ssize_t got = recvmsg(from, &m, flags | MSG_CMSG_CLOEXEC);
	struct cmsghdr *c = got > 0 ? CMSG_FIRSTHDR(&m) : NULL;

	if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS && c->cmsg_len <= CMSG_LEN((size_t)n_fds * sizeof(int)))
		memcpy(fds, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
	return got;
}

void worker_notice(struct worker *w, uint32_t kind, uint32_t slot, int fd)
{
	struct notice n = {kind, slot};

	server_give(w->control, &n, sizeof n, &fd, fd >= 0, 0);
}

static void leave(struct worker *w)
{
	if (w->leaving)
		return;
	w->leaving = true;
	w->leave_by = server_clock() + 1000 * w->settings->stop_seconds;
	worker_notice(w, NOTICE_LEAVING, 0, -1);
}

static void abandon(void *what)
{
	struct worker *w = what;

	w->app->abandon(w->state);
}

void worker_fault(struct worker *w)
{
	char incident[16];

	if (w->faulted)
		return;
	w->faulted = true;
	leave(w);
	if (w->app->abandon && !server_guard(abandon, w, incident))
		w->leave_by = server_clock() + 200;                 /* what others wait for is freed by our end alone */
}

/* One message of the parent.  False: none is there. */
static bool hear(struct worker *w)
{
	struct handover h;
	int fd;
	ssize_t n = server_take(w->control, &h, sizeof h, &fd, 1, MSG_DONTWAIT);

	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	if (n != (ssize_t)sizeof h) {                           /* the parent takes its leave, or is gone */
		w->deaf = true;
		leave(w);
		return false;
	}
	if (w->leaving)
		worker_notice(w, NOTICE_RETURNED, h.slot, fd);
	else
		connection_arrive(w, &h, fd);
	if (w->leaving)
		close(fd);
	return true;
}

static void quiet(void *worker, const char *format, va_list args)
{
	struct worker *w = worker;
	char line[512];

	if (w->check_at)                                        /* it runs: clients' mistakes are not for the log */
		return;
	vsnprintf(line, sizeof line, format, args);
	log_line("http: %s", line);
}

static struct MHD_Daemon *daemon_start(struct worker *w, int listener)
{
	struct MHD_OptionItem more[8] = {{MHD_OPTION_END, 0, NULL}};
	unsigned flags = MHD_USE_EPOLL | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
	int n = 0;

	if (listener != PLAIN) {
		flags |= MHD_USE_TLS;
		more[n++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_KEY, 0, (void *)server_tls_key(w->tls)};
		more[n++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_CERT, 0, (void *)server_tls_chain(w->tls)};
		more[n++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_PRIORITIES, 0,
			"SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:%SERVER_PRECEDENCE"};
		if (listener == CERTIFICATE)
			more[n++] = (struct MHD_OptionItem){MHD_OPTION_HTTPS_MEM_TRUST, 0,
				(void *)server_tls_authorities(w->tls)};
		more[n] = (struct MHD_OptionItem){MHD_OPTION_END, 0, NULL};
	}
	/* Twice the largest head: the library keeps its records of the head and the head of the reply in the same room.
	 * Its own strictness stays off: strict_status refuses all that and more. */
	struct MHD_Daemon *d = MHD_start_daemon(flags, 0, NULL, NULL, exchange_step, w,
		MHD_OPTION_EXTERNAL_LOGGER, quiet, w, MHD_OPTION_STRICT_FOR_CLIENT, 0,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)2 * HEAD_MOST,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)w->settings->connections,
		MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)w->settings->idle_seconds,
		MHD_OPTION_NOTIFY_CONNECTION, connection_notify, w, MHD_OPTION_NOTIFY_COMPLETED, exchange_end, w,
		MHD_OPTION_URI_LOG_CALLBACK, exchange_begin, w, MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1,
		MHD_OPTION_ARRAY, more, MHD_OPTION_END);

	if (!d)
		fail("the HTTP library does not start");
	return d;
}

static void daemons_start(struct worker *w)
{
	const struct server_settings *s = w->settings;

	if (s->plain.port)
		w->daemons[PLAIN] = daemon_start(w, PLAIN);
	if (s->tls.port)
		w->daemons[TLS] = daemon_start(w, TLS);
	if (s->certificate.port)
		w->daemons[CERTIFICATE] = daemon_start(w, CERTIFICATE);
	w->check_at = INT64_MAX;
}

static int sooner(int a, int64_t b)
{
	return b < 0 ? a : a < 0 || b < a ? (int)b : a;
}

static int64_t until(int64_t moment)
{
	int64_t now = server_clock();

	return moment == INT64_MAX ? -1 : moment <= now ? 0 : moment - now < 60000 ? moment - now : 60000;
}

static int wait_ms(const struct worker *w)
{
	int ms = sooner(lingerers_wait(w), until(w->check_at));

	for (int i = 0; i < N_LISTENERS; i++) {
		MHD_UNSIGNED_LONG_LONG one;

		if (w->daemons[i] && MHD_get_timeout(w->daemons[i], &one) == MHD_YES)
			ms = sooner(ms, one > 60000 ? 60000 : (int64_t)one);
	}
	/* Leaving is a matter of moments; what it waits for does not always wake us. */
	return w->leaving ? sooner(ms, 100) : ms;
}

struct polls { struct pollfd at[POLLS]; int n; };

static void watch(struct polls *p, int fd, short events)
{
	if (p->n < POLLS)
		p->at[p->n++] = (struct pollfd){fd, events, 0};
}

static void run_daemons(struct worker *w)
{
	for (int i = 0; i < N_LISTENERS; i++)
		if (w->daemons[i])
			MHD_run(w->daemons[i]);
}

/* What became ready besides the library's sockets; in the order in which turn() asked. */
static void serve(struct worker *w, const struct polls *p)
{
	if (p->at[0].revents)
		while (hear(w))
			;
	const struct pollfd *at = p->at + 1, *end = p->at + p->n;

	for (struct exchange *x = w->heavy, *next; x && at < end; x = next) {
		next = x->next;
		if (!x->sent || at->fd != x->answer)
			continue;
		if ((at++)->revents)
			heavy_collect(x);
	}
	heavy_push(w);
	lingerers_run(w);
}

static void turn(struct worker *w)
{
	struct polls p;
	bool unsent = false;

	p.n = 0;
	watch(&p, w->deaf ? -1 : w->control, POLLIN);
	for (struct exchange *x = w->heavy; x; x = x->next)
		if (x->sent)
			watch(&p, x->answer, POLLIN);
		else
			unsent = true;
	if (unsent)
		watch(&p, w->queue, POLLOUT);
	for (int i = 0; i < w->n_lingerers; i++)
		watch(&p, w->lingerers[i].fd, POLLIN);
	for (int i = 0; i < N_LISTENERS; i++)
		if (w->daemons[i])
			watch(&p, MHD_get_daemon_info(w->daemons[i], MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd, POLLIN);
	if (poll(p.at, (nfds_t)p.n, wait_ms(w)) > 0)
		serve(w, &p);
	run_daemons(w);
	connections_check(w);
}

_Noreturn void server_worker(const struct server_settings *s, const struct wire_app *app, const struct server_tls *tls,
	int control, int queue)
{
	static struct worker worker;
	struct worker *w = &worker;

	*w = (struct worker){.settings = s, .app = app, .tls = tls, .control = control, .queue = queue};
	w->mem = arena_new((size_t)1 << 30);
	w->state = app->open();
	daemons_start(w);
	while (!w->deaf || w->n_open) {
		if (w->leaving) {
			connections_leave(w);
			if (server_clock() > w->leave_by)
				_exit(0);                           /* the library must not be stopped with requests under way */
		}
		turn(w);
	}
	for (int i = 0; i < N_LISTENERS; i++)
		MHD_stop_daemon(w->daemons[i]);
	exit(0);
}
