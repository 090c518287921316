/* What clients do by mistake or on purpose: send without end, read slowly, leave in the middle; and kill -9, stop, restart. */
#include <dirent.h>
#include <time.h>

#include "test/wire/kit.h"

static const char echo_request[] = "GET /echo HTTP/1.1\r\nHost: t\r\n\r\n";

static bool served(void)
{
	return status_of(get("/echo")) == 200;
}

/* -- the processes of the server ------------------------------------------------------------------------------------------ */

static int descriptors(int pid)
{
	DIR *all = opendir(arena_print(mem, "/proc/%d/fd", pid));
	int n = 0;

	while (all && readdir(all))
		n++;
	if (all)
		closedir(all);
	return n;
}

/* A line of /proc/PID/status, in KiB. */
static long memory(int pid, const char *name)
{
	FILE *f = fopen(arena_print(mem, "/proc/%d/status", pid), "re");
	char line[256];
	long kib = -1;

	while (f && fgets(line, sizeof line, f))
		if (text_starts(line, name))
			kib = strtol(line + strlen(name) + 1, NULL, 10);
	if (f)
		fclose(f);
	return kib;
}

/* Closed connections linger for three seconds. */
static void no_more_descriptors(int pid, int before, const char *whose)
{
	int now = 0;

	for (int i = 0; i < 600 && (now = descriptors(pid)) > before; i++)
		usleep(10000);
	ok(now <= before, "%s has no more open files than at first", whose);
	if (now > before)
		printf("# %d, at first %d\n", now, before);
}

/* -- clients -------------------------------------------------------------------------------------------------------------- */

static void pipelined(void)
{
	struct text t = text_new(mem, 1 << 20);
	int fd = dial(ports[0]), good = 0;

	for (int i = 0; i < 200; i++)
		text_print(&t, "%s /echo?%d HTTP/1.1\r\nHost: t\r\nContent-Length: 3\r\n\r\n%03d", i % 2 ? "POST" : "PUT", i, i);
	put_bytes(fd, t.at, t.n);
	for (int i = 0; i < 200; i++)
		good += text_is(body_of(get_reply(fd, false)),
			arena_print(mem, "%s|/echo|%d||127.0.0.1|%03d", i % 2 ? "POST" : "PUT", i, i));
	same_int(good, 200, "200 requests in one go: 200 replies in order");
	put(fd, "GET /heavy/echo HTTP/1.1\r\nHost: t\r\n\r\nGET /big HTTP/1.1\r\nHost: t\r\n\r\n");
	put(fd, echo_request);
	ok(text_starts(body_of(get_reply(fd, false)), "GET|/heavy"), "a heavy one in between");
	ok(text_ends(get_reply(fd, false), "000099999\n"), "a large one behind it");
	same(body_of(get_reply(fd, false)), "GET|/echo|||127.0.0.1|", "and one more, in order");
	close(fd);
}

static void old_clients(void)
{
	int fd = dial(ports[0]);

	put(fd, "GET /echo HTTP/1.0\r\n\r\n");
	same_int(status_of(get_reply(fd, false)), 200, "HTTP/1.0");
	ok(ended(fd), "is closed after the reply");
	close(fd);
	fd = dial(ports[0]);
	for (int i = 0; i < 2; i++) {
		put(fd, "GET /echo HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n");
		same_int(status_of(get_reply(fd, false)), 200, "but kept when asked");
	}
	close(fd);
}

static void half_closed(void)
{
	static const char part[] = "POST /upload HTTP/1.1\r\nHost: t\r\nContent-Length: 100000\r\n\r\nabc";
	int fd = dial(ports[0]);

	put(fd, "GET /big HTTP/1.1\r\nHost: t\r\n\r\n");
	shutdown(fd, SHUT_WR);
	ok(text_ends(get_reply(fd, false), "000099999\n"), "a client that has closed its side gets its reply");
	ok(ended(fd), "and then the end");
	close(fd);
	fd = dial(ports[0]);
	put(fd, "GET /heavy/echo HTTP/1.1\r\nHost: t\r\n\r\n");
	shutdown(fd, SHUT_WR);
	char *r = get_reply(fd, false);

	ok(status_of(r) == 200 || (!status_of(r) && served()), "one that waits for a helper may be taken to have left");
	close(fd);
	fd = dial(ports[0]);
	put(fd, part);
	shutdown(fd, SHUT_WR);
	ok(!status_of(get_reply(fd, false)), "in the middle of a body it gets none");
	close(fd);
	for (int i = 0; i < 50; i++) {
		fd = dial(ports[0]);
		put(fd, i % 2 ? part : "GET /big HTTP/1.1\r\nHost: t\r\n\r\n");
		if (i % 3)
			setsockopt(fd, SOL_SOCKET, SO_LINGER, &(struct linger){1, 0}, sizeof(struct linger));
		close(fd);
	}
	ok(served(), "fifty leave in the middle; others are served");
}

/* Heads that never end, on many connections at once. */
static void floods(void)
{
	static char line[1002];
	int fds[30], refused = 0;

	memset(line, 'a', sizeof line);
	memcpy(line, "X-A: ", 5);
	memcpy(line + 1000, "\r\n", 2);
	for (int i = 0; i < 30; i++) {
		fds[i] = dial(ports[0]);
		put(fds[i], "GET /echo HTTP/1.1\r\nHost: t\r\n");
	}
	for (int k = 0; k < 100; k++)
		for (int i = 0; i < 30; i++)
			put_bytes(fds[i], line, sizeof line);
	for (int i = 0; i < 30; i++) {
		char *r = get_reply(fds[i], false);

		refused += status_of(r) == 431 && plain_page(r);
		close(fds[i]);
	}
	same_int(refused, 30, "heads without end: 431");
	for (int i = 0; i < 30; i++) {
		fds[i] = dial(ports[0]);
		put(fds[i], i % 2 ? "G" : "GET /echo HTTP/1.1\r\nHost: t\r\n");
	}
	ok(served(), "thirty that stop in the middle of a head harm nobody");
	int gone = 0;
	for (int i = 0; i < 30; i++) {
		char *r = get_reply(fds[i], false);

		gone += i % 2 ? !status_of(r) : status_of(r) == 408;
		close(fds[i]);
	}
	same_int(gone, 30, "and are let go");
}

static void slow_reader(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), small = 4096;
	struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)ports[0]), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	size_t n = 0;
	char byte[2048];

	setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
	if (connect(fd, (struct sockaddr *)&at, sizeof at) < 0)
		exit(1);
	for (int i = 0; i < 8; i++)
		put(fd, "GET /big HTTP/1.1\r\nHost: t\r\n\r\n");
	ok(served(), "one that reads slowly does not hold up others");
	/* A little at a time, so that it is never silent: only the deadline of the whole reply ends it. */
	for (ssize_t m; n < 8000000 && (m = some(fd, byte, sizeof byte)) > 0; n += (size_t)m)
		usleep(2000);
	ok(n < 8000000, "it is cut off when its time is over");
	close(fd);
}

static bool send_zeros(int fd, unsigned long long n)
{
	static char zeros[1 << 20];

	for (unsigned long long done = 0; done < n; done += sizeof zeros) {
		size_t part = n - done < sizeof zeros ? (size_t)(n - done) : sizeof zeros;

		for (size_t at = 0; at < part;) {
			ssize_t m = send(fd, zeros + at, part - at, MSG_NOSIGNAL);

			if (m <= 0)
				return false;
			at += (size_t)m;
		}
	}
	return true;
}

/* Over 2 GiB, where counters of 32 bits would turn: 2 GB of disk only where loops are long. */
static void large(int worker)
{
	const char *level = getenv("PEIXUN_TEST_LEVEL");
	unsigned long long n = level && !strcmp(level, "all") ? (1ULL << 31) + 1 : (64ULL << 20) + 1;
	long before = memory(worker, "VmRSS");
	int fd = dial(ports[0]);

	put(fd, arena_print(mem, "POST /count HTTP/1.1\r\nHost: t\r\nContent-Length: %llu\r\n\r\n", n));
	ok(send_zeros(fd, n), "a body of %llu bytes", n);
	same(body_of(get_reply(fd, false)), arena_print(mem, "%llu %llu", n, n), "arrives whole in a file");
	close(fd);
	long grown = memory(worker, "VmHWM") - before;

	ok(before > 0 && grown < 32768, "and takes no memory (%ld KiB)", grown);
}

/* -- kill, stop, restart -------------------------------------------------------------------------------------------------- */

static int send_request(const char *path)
{
	int fd = dial(ports[0]);

	put(fd, arena_print(mem, "GET %s HTTP/1.1\r\nHost: t\r\n\r\n", path));
	return fd;
}

/* One worker, one helper. */
static void killed(void)
{
	int helper = pid_of(get("/heavy/pid")), worker = pid_of(get("/pid"));
	int a = send_request("/heavy/wait"), b = send_request("/heavy/pid");

	wait_begun(1);
	kill(helper, SIGKILL);
	char *r = get_reply(a, false);

	ok(status_of(r) == 500 && plain_page(r), "kill -9 of a helper: its request is answered 500");
	int next = pid_of(get_reply(b, false));

	ok(next && next != helper, "what waited is answered by its successor");
	close(a);
	close(b);
	a = send_request("/heavy/wait");
	b = send_request("/heavy/echo");
	wait_begun(1);
	same_int(pid_of(get("/pid")), worker, "the worker is still the first");
	kill(worker, SIGKILL);
	ok(!status_of(get_reply(a, false)) && !status_of(get_reply(b, false)), "kill -9 of a worker: its connections end");
	close(a);
	close(b);
	open_gate();
	int now = pid_of(get("/pid"));

	ok(now && now != worker, "the next request waits for its successor");
	same_int(pid_of(get("/heavy/pid")), next, "the helper has finished what nobody awaits, and goes on");
}

static void restarted(struct server_settings *s)
{
	int kept = dial(ports[0]), port = ports[0];

	put(kept, echo_request);
	same_int(status_of(get_reply(kept, false)), 200, "a client keeps its connection");
	same_int(stop_server(), 0, "the server stops all the same");
	ok(ended(kept), "and closes it");
	s->plain.port = port;
	start(s, &app);
	same_int(ports[0], port, "it starts again at once on the same port");
	ok(served(), "and answers");
	close(kept);
	s->plain.port = SERVER_ANY_PORT;
}

/* A request that never ends is given stop_seconds, no more. */
static void stubborn(void)
{
	int fd = send_request("/wait"), more = dial(ports[0]);
	int64_t from = time(NULL);

	wait_begun(1);
	same_int(stop_server(), 0, "a handler that never ends does not keep the server");
	ok(time(NULL) - from < 15, "for long");
	ok(!status_of(get_reply(fd, false)), "its client gets no reply");
	close(fd);
	close(more);
}

int main(void)
{
	struct server_settings s = kit_settings();

	s.workers = s.helpers = 1;
	s.header_seconds = s.send_seconds = s.stop_seconds = 1;
	s.least_rate = 10 << 20;
	start(&s, &app);
	int worker = pid_of(get("/pid")), helper = pid_of(get("/heavy/pid"));
	int of_worker = descriptors(worker), of_helper = descriptors(helper), of_parent = descriptors(server);

	pipelined();
	old_clients();
	half_closed();
	floods();
	slow_reader();
	large(worker);
	same_int(pid_of(get("/pid")), worker, "all this was one worker");
	same_int(pid_of(get("/heavy/pid")), helper, "and one helper");
	no_more_descriptors(worker, of_worker, "the worker");
	no_more_descriptors(helper, of_helper, "the helper");
	no_more_descriptors(server, of_parent, "the parent");
	killed();
	no_more_descriptors(server, of_parent, "the parent");
	restarted(&s);
	stubborn();
	return tap_end();
}
