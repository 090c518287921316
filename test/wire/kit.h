/* kit.h: for the tests on the wire: a real server with a small application, and raw sockets to talk to it.
 *
 * What a handler waits for comes through a pipe made before the server starts, so that no test depends on how fast it runs. */
#ifndef PEIXUN_TEST_WIRE_KIT_H
#define PEIXUN_TEST_WIRE_KIT_H

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sodium.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "test/tap.h"
#include "web/server.h"

enum { REPLY_MOST = 4 << 20, PATIENCE_MS = 20000, UPLOAD_MOST = 10 << 20 };

static int gate[2] = {-1, -1};                                  /* a byte lets one waiting handler go on */
static int begun[2];                                            /* a byte from each handler that begins to wait */
static pid_t server;
static int ports[3];
static int server_log = -1;                                     /* what the server and its children said */
static struct arena *mem;

/* -- the application ------------------------------------------------------------------------------------------------------ */

static const char *header_of(const struct wire_request *r, const char *name)
{
	for (int i = 0; i < r->n_headers; i++)
		if (!strcasecmp(r->headers[i].name, name))
			return r->headers[i].value;
	return "";
}

static void *app_open(void) { return NULL; }

static struct wire_accept app_accept(void *app, struct arena *a, const struct wire_request *r)
{
	struct wire_accept to = {.most = text_starts(r->path, "/upload") ? UPLOAD_MOST : 64};

	(void)app, (void)a;
	if (text_is(r->path, "/none"))
		to.refuse = 404;
	if (text_is(r->path, "/count"))
		to.most = UINT64_MAX / 2;
	to.heavy = text_starts(r->path, "/heavy");
	if (to.heavy)
		to.most = UPLOAD_MOST;
	return to;
}

static void wait_at_gate(void)
{
	char c;

	if (write(begun[1], "", 1) != 1)
		return;
	while (read(gate[0], &c, 1) < 0 && errno == EINTR)
		;
}

static void digest(const struct wire_request *r, struct text *to, struct arena *a)
{
	unsigned char sum[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	char part[65536];

	crypto_hash_sha256_init(&state);
	if (r->body)
		crypto_hash_sha256_update(&state, (const unsigned char *)r->body, r->n_body);
	for (ssize_t n; r->body_file >= 0 && (n = read(r->body_file, part, sizeof part)) > 0;)
		crypto_hash_sha256_update(&state, (const unsigned char *)part, (size_t)n);
	crypto_hash_sha256_final(&state, sum);
	text_print(to, "%s %llu %s", text_hex(a, sum, sizeof sum), (unsigned long long)r->n_body, r->body ? "memory" : "file");
}

static void echo(const struct wire_request *r, struct text *to)
{
	text_print(to, "%s|%s|%s|%s|%s|", r->method, r->path, r->query, header_of(r, "X-Test"), r->address);
	if (r->body)
		text_add(to, r->body, r->n_body);
}

static void big(struct text *to)
{
	for (int i = 0; i < 100000; i++)
		text_print(to, "%09d\n", i);
}

static void file_of(struct wire_reply *out)
{
	out->body_file = memfd_create("page", 0);
	out->n_body_file = 300000;
	if (ftruncate(out->body_file, 300000) < 0 || pwrite(out->body_file, "start", 5, 0) != 5)
		fail("no file");
}

static void app_answer(void *app, struct arena *a, const struct wire_request *r, struct wire_reply *out)
{
	const char *p = strrchr(r->path, '/');

	(void)app;
	out->headers[out->n_headers++] = (struct wire_header){"Content-Type", "text/plain; charset=utf-8"};
	if (text_is(p, "/echo") || text_is(p, "/heavy"))
		echo(r, &out->body);
	else if (text_is(p, "/upload"))
		digest(r, &out->body, a);
	else if (text_is(p, "/count"))
		text_print(&out->body, "%llu %lld", (unsigned long long)r->n_body, (long long)lseek(r->body_file, 0, SEEK_END));
	else if (text_is(p, "/pid"))
		text_print(&out->body, "%d", (int)getpid());
	else if (text_is(p, "/wait")) {
		wait_at_gate();
		text_print(&out->body, "%d", (int)getpid());
	} else if (text_is(p, "/big"))
		big(&out->body);
	else if (text_is(p, "/file"))
		file_of(out);
	else if (text_is(p, "/fail"))
		fail("the test wants it so");
	else if (text_is(p, "/full"))
		arena_get(a, (size_t)1 << 30);
	else if (text_is(p, "/die"))
		raise(SIGKILL);
	else if (text_is(p, "/certificate"))
		text_print(&out->body, "%s|%s|%s|%s", r->certificate.problem ? r->certificate.problem : "good",
			r->certificate.fingerprint ? r->certificate.fingerprint : "-",
			r->certificate.subject ? r->certificate.subject : "-",
			r->certificate.serial_number ? r->certificate.serial_number : "-");
	else
		out->status = 404;
}

static const struct wire_app app = {.open = app_open, .accept = app_accept, .answer = app_answer};

/* -- the server ----------------------------------------------------------------------------------------------------------- */

static int ready_pipe[2];

static void tell_ports(const int bound[3])
{
	if (write(ready_pipe[1], bound, sizeof ports) != (ssize_t)sizeof ports)
		_exit(1);
}

static struct server_settings kit_settings(void)
{
	struct server_settings s = server_defaults();

	s.plain.port = SERVER_ANY_PORT;
	s.ready = tell_ports;
	return s;
}

__attribute__((unused))
static void start(const struct server_settings *s, const struct wire_app *with)
{
	if (!mem)
		mem = arena_new((size_t)256 << 20);
	if (gate[0] < 0 && (pipe2(gate, O_CLOEXEC) < 0 || pipe2(begun, O_CLOEXEC) < 0))
		exit(1);
	if (pipe2(ready_pipe, O_CLOEXEC) < 0)
		exit(1);
	server_log = memfd_create("log", MFD_CLOEXEC);
	fflush(NULL);
	server = fork();
	if (!server) {
		close(ready_pipe[0]);
		fcntl(server_log, F_SETFL, O_APPEND);
		dup2(server_log, STDERR_FILENO);
		exit(server_run(s, with));
	}
	close(ready_pipe[1]);
	if (read(ready_pipe[0], ports, sizeof ports) != (ssize_t)sizeof ports)
		printf("Bail out! the server does not start\n");
	close(ready_pipe[0]);
}

/* Everything the server has said so far. */
__attribute__((unused))
static const char *said(void)
{
	off_t n = lseek(server_log, 0, SEEK_END);
	char *all = arena_get(mem, (size_t)n + 1);

	return pread(server_log, all, (size_t)n, 0) == n ? all : "";
}

/* How it ended: the exit status, or 1000 and the signal.  No child of it may have had a complaint of a sanitizer: a leak
 * shows only there. */
__attribute__((unused))
static int stop_server(void)
{
	int status;

	kill(server, SIGTERM);
	if (waitpid(server, &status, 0) != server)
		return -1;
	const char *all = said();

	fputs(all, stderr);
	ok(!strstr(all, "Sanitizer") && !strstr(all, "runtime error"), "the sanitizers have nothing to say");
	close(server_log);
	return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Returns when n more handlers wait at the gate. */
__attribute__((unused))
static void wait_begun(int n)
{
	struct pollfd p = {begun[0], POLLIN, 0};
	char c;

	for (int i = 0; i < n; i++)
		if (poll(&p, 1, PATIENCE_MS) != 1 || read(begun[0], &c, 1) != 1)
			printf("Bail out! no handler begins\n"), exit(1);
}

__attribute__((unused))
static void open_gate(void)
{
	if (write(gate[1], "", 1) != 1)
		exit(1);
}

/* -- a client ------------------------------------------------------------------------------------------------------------- */

__attribute__((unused))
static int dial(int port)
{
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (connect(fd, (struct sockaddr *)&at, sizeof at) < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

__attribute__((unused))
static void put_bytes(int fd, const char *at, size_t n)
{
	while (n) {
		ssize_t m = send(fd, at, n, MSG_NOSIGNAL);

		if (m <= 0)
			return;                                     /* the server may end first; the reply tells */
		at += m;
		n -= (size_t)m;
	}
}

__attribute__((unused))
static void put(int fd, const char *s)
{
	put_bytes(fd, s, strlen(s));
}

/* Some bytes, 0 at the end, -1 when the connection was reset or nothing came in time. */
static ssize_t some(int fd, char *to, size_t room)
{
	struct pollfd p = {fd, POLLIN, 0};

	return poll(&p, 1, PATIENCE_MS) == 1 ? recv(fd, to, room, 0) : -1;
}

static size_t length_of(const char *reply, bool bodiless)
{
	const char *end = strstr(reply, "\r\n\r\n"), *field = strcasestr(reply, "\r\nContent-Length:");

	if (!end || bodiless || !field || field > end)
		return end ? (size_t)(end + 4 - reply) : SIZE_MAX;
	return (size_t)(end + 4 - reply) + strtoull(field + 17, NULL, 10);
}

/* One whole reply; what came when the connection ended; NULL when it was reset before anything came. */
__attribute__((unused))
static char *get_reply(int fd, bool bodiless)
{
	char *all = arena_get(mem, 1024);
	size_t n = 0, room = 1024;

	while (n < length_of(all, bodiless)) {
		size_t want = length_of(all, bodiless);
		/* Byte by byte until the head is whole, so that a next reply stays in the socket. */
		size_t step = want == SIZE_MAX ? 1 : want - n;

		if (n + step + 1 > room) {
			char *more = arena_get(mem, room = (n + step) * 2);

			memcpy(more, all, n);
			all = more;
		}
		ssize_t m = some(fd, all + n, step);

		if (m < 0 && !n)
			return NULL;
		if (m <= 0)
			break;
		n += (size_t)m;
	}
	return all;
}

__attribute__((unused))
static int status_of(const char *reply)
{
	return reply && text_starts(reply, "HTTP/1.1 ") ? (int)strtol(reply + 9, NULL, 10) : 0;
}

__attribute__((unused))
static const char *body_of(const char *reply)
{
	const char *end = reply ? strstr(reply, "\r\n\r\n") : NULL;

	return end ? end + 4 : "";
}

/* True when the peer closes without a reset and without another word. */
__attribute__((unused))
static bool ended(int fd)
{
	char more;

	return some(fd, &more, 1) == 0;
}

/* A page that the server makes by itself: in Chinese, and allowed nothing. */
__attribute__((unused))
static bool plain_page(const char *reply)
{
	const char *title = reply ? strstr(reply, "<title>") : NULL;

	return title && strstr(reply, "<html lang=\"zh-Hant-TW\">") && strstr(reply, "default-src 'none'")
		&& strstr(reply, "nosniff") && title[7] & 0x80;
}

/* Sends bytes on a connection of their own and gives the reply. */
__attribute__((unused))
static char *ask_bytes(const char *at, size_t n)
{
	int fd = dial(ports[0]);

	put_bytes(fd, at, n);
	char *reply = get_reply(fd, false);

	close(fd);
	return reply;
}

__attribute__((unused))
static char *ask(const char *request)
{
	return ask_bytes(request, strlen(request));
}

__attribute__((unused))
static char *get(const char *path)
{
	return ask(arena_print(mem, "GET %s HTTP/1.1\r\nHost: test\r\n\r\n", path));
}

__attribute__((unused))
static int pid_of(const char *reply)
{
	return (int)strtol(body_of(reply), NULL, 10);
}
#endif
