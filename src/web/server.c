/* server.c: the parent: listens, accepts, and deals each connection to the worker that has the fewest.  See server.h. */
#include "web/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/log.h"
#include "web/server_parts.h"

enum { BACKLOG = 511, ACCEPTS_A_TURN = 64, WORKERS_MOST = PROCESSES / 4, HEAVY_MOST = 200 };

/* An open connection, as far as the parent knows: where it went, and whose it is. */
struct slot { struct process *worker; struct in6_addr from; uint32_t listener, next_free; };

struct server {
	const struct server_settings *settings;
	struct crew crew;
	int listeners[N_LISTENERS], signals;
	int close_in_child[N_LISTENERS + 3];
	struct slot *slots;
	uint32_t first_free;
	int n_open;
	struct handover held;                                   /* a connection that no worker had room for, or held_fd is -1 */
	int held_fd;
	uint32_t turn;
	int64_t stop_by;
};

struct server_settings server_defaults(void)
{
	return (struct server_settings){
		.plain = {"127.0.0.1", 8080}, .tls = {"127.0.0.1", 0}, .certificate = {"127.0.0.1", 0},
		.workers = 2, .helpers = 2, .connections = 1000, .connections_each = 0,
		.header_seconds = 15, .idle_seconds = 30, .body_seconds = 30, .send_seconds = 60, .least_rate = 4096,
		.heavy_seconds = 120, .heavy_waiting = 64, .stop_seconds = 10,
		.memory = 16 << 20, .spool = "/tmp",
	};
}

/* -- listening ------------------------------------------------------------------------------------------------------------ */

static socklen_t parse_address(const struct server_listener *l, struct sockaddr_storage *to)
{
	struct sockaddr_in *four = (struct sockaddr_in *)to;
	struct sockaddr_in6 *six = (struct sockaddr_in6 *)to;
	uint16_t port = htons((uint16_t)(l->port == SERVER_ANY_PORT ? 0 : l->port));

	*to = (struct sockaddr_storage){0};
	if (inet_pton(AF_INET, l->address, &four->sin_addr) == 1) {
		four->sin_family = AF_INET;
		four->sin_port = port;
		return sizeof *four;
	}
	if (inet_pton(AF_INET6, l->address, &six->sin6_addr) == 1) {
		six->sin6_family = AF_INET6;
		six->sin6_port = port;
		return sizeof *six;
	}
	return 0;
}

static int bound_port(int fd)
{
	struct sockaddr_storage at;
	socklen_t n = sizeof at;

	if (getsockname(fd, (struct sockaddr *)&at, &n) < 0)
		return 0;
	return ntohs(at.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&at)->sin6_port : ((struct sockaddr_in *)&at)->sin_port);
}

/* False: it cannot (logged).  *fd is -1 when the listener is off. */
static bool listen_on(const struct server_listener *l, int *fd, int *port)
{
	struct sockaddr_storage at;
	int one = 1;

	*fd = -1;
	*port = 0;
	if (!l->port)
		return true;
	socklen_t n = parse_address(l, &at);

	if (!n) {
		log_line("%s is no numeric address to listen on", l->address);
		return false;
	}
	*fd = socket(at.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*fd < 0 || setsockopt(*fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) < 0
		|| bind(*fd, (struct sockaddr *)&at, n) < 0 || listen(*fd, BACKLOG) < 0) {
		log_line("cannot listen on %s port %d: %s; another port is a setting", l->address, l->port, strerror(errno));
		return false;
	}
	*port = bound_port(*fd);
	return true;
}

/* -- connections ---------------------------------------------------------------------------------------------------------- */

static struct in6_addr key_of(const struct sockaddr_storage *from)
{
	struct in6_addr key = {0};

	if (from->ss_family == AF_INET6)
		return ((const struct sockaddr_in6 *)from)->sin6_addr;
	memcpy(&key.s6_addr[12], &((const struct sockaddr_in *)from)->sin_addr, 4);
	return key;
}

static bool loopback(const struct sockaddr_storage *from)
{
	if (from->ss_family == AF_INET6)
		return IN6_IS_ADDR_LOOPBACK(&((const struct sockaddr_in6 *)from)->sin6_addr);
	return ntohl(((const struct sockaddr_in *)from)->sin_addr.s_addr) >> 24 == 127;
}

static bool too_many(const struct server *s, const struct sockaddr_storage *from)
{
	struct in6_addr key = key_of(from);
	int n = 0;

	if (!s->settings->connections_each || loopback(from))
		return false;
	for (int i = 0; i < s->settings->connections; i++)
		n += s->slots[i].worker && !memcmp(&s->slots[i].from, &key, sizeof key);
	return n >= s->settings->connections_each;
}

static void slot_free(struct server *s, uint32_t slot)
{
	if (slot >= (uint32_t)s->settings->connections || !s->slots[slot].worker)
		return;
	s->slots[slot].worker->load--;
	s->slots[slot].worker = NULL;
	s->slots[slot].next_free = s->first_free;
	s->first_free = slot;
	s->n_open--;
}

static struct process *least_loaded(struct server *s)
{
	struct process *best = NULL;

	s->turn++;                                              /* equals take turns */
	for (int i = 0; i < s->crew.wanted[ROLE_WORKER]; i++) {
		int place = (int)((s->turn + (uint32_t)i) % (uint32_t)s->crew.wanted[ROLE_WORKER]);
		struct process *p = s->crew.places[ROLE_WORKER][place].now;

		if (p && (!best || p->load < best->load))
			best = p;
	}
	return best;
}

/* Hands the held connection to a worker, or keeps on holding it while none has room. */
static void deal(struct server *s)
{
	struct process *p = least_loaded(s);

	s->held.slot = s->first_free;
	if (!p || !server_give(p->control, &s->held, sizeof s->held, &s->held_fd, 1, MSG_DONTWAIT))
		return;
	close(s->held_fd);
	s->held_fd = -1;
	struct slot *slot = &s->slots[s->first_free];

	s->first_free = slot->next_free;
	*slot = (struct slot){p, key_of(&s->held.from), s->held.listener, 0};
	p->load++;
	s->n_open++;
}

static void accept_from(struct server *s, int listener)
{
	for (int i = 0; i < ACCEPTS_A_TURN && s->held_fd < 0 && s->n_open < s->settings->connections; i++) {
		socklen_t n = sizeof s->held.from;

		s->held.from = (struct sockaddr_storage){0};
		int fd = accept4(s->listeners[listener], (struct sockaddr *)&s->held.from, &n, SOCK_CLOEXEC | SOCK_NONBLOCK);

		if (fd < 0)
			return;
		if (too_many(s, &s->held.from)) {
			close(fd);
			continue;
		}
		s->held.listener = (uint32_t)listener;
		s->held_fd = fd;
		deal(s);
	}
}

/* A connection that reached a worker too late goes to another; with one held already it is closed. */
static void returned(struct server *s, uint32_t slot, int fd)
{
	socklen_t n = sizeof s->held.from;
	bool known = slot < (uint32_t)s->settings->connections;
	uint32_t listener = known ? s->slots[slot].listener : 0;

	slot_free(s, slot);
	if (fd < 0)
		return;
	if (!known || s->held_fd >= 0 || s->crew.stopping || getpeername(fd, (struct sockaddr *)&s->held.from, &n) < 0) {
		close(fd);
		return;
	}
	s->held.listener = listener;
	s->held_fd = fd;
	deal(s);
}

static void hear(struct server *s, struct process *p)
{
	struct notice n;
	int fd;

	while (server_take(p->control, &n, sizeof n, &fd, 1, MSG_DONTWAIT) == (ssize_t)sizeof n) {
		if (n.kind == NOTICE_LEAVING)
			crew_leave(&s->crew, p);
		else if (n.kind == NOTICE_RETURNED)
			returned(s, n.slot, fd);
		else
			slot_free(s, n.slot);
	}
}

static void gone(void *what, struct process *p)
{
	struct server *s = what;

	if (p->role != ROLE_WORKER)
		return;
	hear(s, p);
	for (uint32_t i = 0; i < (uint32_t)s->settings->connections; i++)
		if (s->slots[i].worker == p)
			slot_free(s, i);
}

/* -- the parent's loop ---------------------------------------------------------------------------------------------------- */

static void stop_listening(struct server *s)
{
	s->crew.stopping = true;
	s->stop_by = server_clock() + 1000 * (s->settings->stop_seconds + 1);
	for (int i = 0; i < N_LISTENERS; i++) {
		if (s->listeners[i] >= 0)
			close(s->listeners[i]);
		s->listeners[i] = -1;
	}
	if (s->held_fd >= 0)
		close(s->held_fd);
	s->held_fd = -1;
	for (int i = 0; i < PROCESSES; i++) {
		struct process *p = &s->crew.processes[i];

		if (p->pid && p->role == ROLE_WORKER)
			crew_leave(&s->crew, p);
		if (p->pid && p->role == ROLE_BACKGROUND)
			kill(p->pid, SIGTERM);
	}
}

static void reload(struct server *s)
{
	struct server_tls *fresh = NULL;

	if (s->settings->tls.port || s->settings->certificate.port) {
		fresh = server_tls_read(s->settings);
		if (!fresh) {
			log_line("the certificate files stay as they were");
			return;
		}
	}
	server_tls_free(s->crew.tls);
	s->crew.tls = fresh;
	crew_renew(&s->crew);
	log_line("the workers are replaced");
}

static void signals(struct server *s)
{
	struct signalfd_siginfo one;

	while (read(s->signals, &one, sizeof one) == (ssize_t)sizeof one) {
		if (one.ssi_signo == SIGHUP && !s->crew.stopping)
			reload(s);
		if ((one.ssi_signo == SIGTERM || one.ssi_signo == SIGINT) && !s->crew.stopping)
			stop_listening(s);
	}
	crew_reap(&s->crew, gone, s);
}

static int wait_ms(const struct server *s)
{
	int64_t left = s->stop_by - server_clock();

	if (s->crew.stopping)
		return left < 0 ? 0 : (int)left;
	return crew_wait(&s->crew);
}

static void turn(struct server *s)
{
	struct pollfd at[1 + N_LISTENERS + PROCESSES];
	bool full = s->held_fd >= 0 || s->n_open >= s->settings->connections;

	at[0] = (struct pollfd){s->signals, POLLIN, 0};
	for (int i = 0; i < N_LISTENERS; i++)
		at[1 + i] = (struct pollfd){full ? -1 : s->listeners[i], POLLIN, 0};
	for (int i = 0; i < PROCESSES; i++) {
		const struct process *p = &s->crew.processes[i];
		bool worker = p->pid && p->role == ROLE_WORKER;
		/* A worker at its end is heard by its exit; its closed socket would wake us for ever. */
		short events = POLLIN | (s->held_fd >= 0 && !p->leaving ? POLLOUT : 0);

		at[1 + N_LISTENERS + i] = (struct pollfd){worker ? p->control : -1, events, 0};
	}
	if (poll(at, sizeof at / sizeof *at, wait_ms(s)) < 0)
		return;
	for (int i = 0; i < PROCESSES; i++)
		if (at[1 + N_LISTENERS + i].revents & POLLIN)
			hear(s, &s->crew.processes[i]);
	if (at[0].revents)
		signals(s);
	for (int i = 0; i < N_LISTENERS; i++)
		if (at[1 + i].revents && s->listeners[i] >= 0)
			accept_from(s, i);
	if (s->held_fd >= 0 && !s->crew.stopping)
		deal(s);
}

static void end(struct server *s)
{
	bool told = false;

	while (!crew_empty(&s->crew, ROLE_WORKER) || !crew_empty(&s->crew, ROLE_HELPER) || !crew_empty(&s->crew, ROLE_BACKGROUND)) {
		if (!told && crew_empty(&s->crew, ROLE_WORKER)) {
			close(s->crew.queue[0]);                    /* helpers see the end of their queue */
			told = true;
		}
		if (server_clock() >= s->stop_by)
			crew_kill(&s->crew, SIGKILL);
		turn(s);
	}
}

/* -- starting ------------------------------------------------------------------------------------------------------------- */

static bool sound(const struct server_settings *s)
{
	bool good = s->workers >= 1 && s->workers <= WORKERS_MOST && s->helpers >= 0 && s->helpers <= WORKERS_MOST
		&& s->connections >= 1 && s->least_rate >= 1 && s->heavy_waiting >= 0 && s->heavy_waiting <= HEAVY_MOST
		&& (s->plain.port || s->tls.port || s->certificate.port);

	if (!good)
		log_line("the server's settings are out of bounds");
	return good;
}

static void raise_descriptors(const struct server_settings *s)
{
	struct rlimit limit;
	rlim_t want = (rlim_t)s->connections * 2 + 512;

	if (getrlimit(RLIMIT_NOFILE, &limit) < 0 || limit.rlim_cur >= want)
		return;
	limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || limit.rlim_max > want ? want : limit.rlim_max;
	setrlimit(RLIMIT_NOFILE, &limit);
}

static bool set_up(struct server *s, int ports[N_LISTENERS])
{
	const struct server_listener *listeners[N_LISTENERS] = {&s->settings->plain, &s->settings->tls, &s->settings->certificate};
	sigset_t set;

	for (int i = 0; i < N_LISTENERS; i++)
		if (!listen_on(listeners[i], &s->listeners[i], &ports[i]))
			return false;
	if ((ports[TLS] || ports[CERTIFICATE]) && !(s->crew.tls = server_tls_read(s->settings)))
		return false;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, s->crew.queue) < 0)
		return false;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	s->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	return s->signals >= 0;
}

static void children_close(struct server *s)
{
	int n = 0;

	for (int i = 0; i < N_LISTENERS; i++)
		if (s->listeners[i] >= 0)
			s->close_in_child[n++] = s->listeners[i];
	s->close_in_child[n++] = s->signals;
	if (s->held_fd >= 0)
		s->close_in_child[n++] = s->held_fd;
	s->close_in_child[n] = -1;
	s->crew.close_in_child = s->close_in_child;
}

int server_run(const struct server_settings *settings, const struct wire_app *app)
{
	struct arena *mem = arena_new((size_t)settings->connections * 2 * sizeof(struct slot) + (1 << 16));
	struct server *s = arena_get(mem, sizeof *s);
	int ports[N_LISTENERS];

	s->settings = settings;
	s->held_fd = -1;
	if (!sound(settings) || !set_up(s, ports)) {
		arena_free(mem);
		return 1;
	}
	raise_descriptors(settings);
	s->slots = arena_array(mem, (size_t)settings->connections, sizeof *s->slots);
	for (int i = 0; i < settings->connections; i++)
		s->slots[i].next_free = (uint32_t)i + 1;
	s->crew.settings = settings;
	s->crew.app = app;
	s->crew.wanted[ROLE_WORKER] = settings->workers;
	s->crew.wanted[ROLE_HELPER] = settings->helpers;
	s->crew.wanted[ROLE_BACKGROUND] = app->background != NULL;
	if (settings->ready)
		settings->ready(ports);
	while (!s->crew.stopping) {
		children_close(s);
		crew_start(&s->crew);
		turn(s);
	}
	end(s);
	server_tls_free(s->crew.tls);
	arena_free(mem);
	return 0;
}
