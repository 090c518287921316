/* Heavy requests go to helpers, and others do not wait for them. */
#include "test/wire/kit.h"

static bool silent(int fd)
{
	struct pollfd p = {fd, POLLIN, 0};

	return poll(&p, 1, 0) == 0;
}

static int send_heavy(const char *path)
{
	int fd = dial(ports[0]);

	put(fd, arena_print(mem, "GET /heavy%s HTTP/1.1\r\nHost: t\r\nX-Test: kept\r\n\r\n", path));
	return fd;
}

static void same_as_light(void)
{
	static char bytes[200000];
	unsigned char sum[crypto_hash_sha256_BYTES];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i % 251);
	same(body_of(ask("POST /heavy/echo?q HTTP/1.1\r\nHost: t\r\nX-Test: v\r\nContent-Length: 5\r\n\r\nhello")),
		"POST|/heavy/echo|q|v|127.0.0.1|hello", "a helper sees the whole request");
	for (size_t n = 65536; n <= sizeof bytes; n += sizeof bytes - 65536) {
		int fd = dial(ports[0]);

		crypto_hash_sha256(sum, (unsigned char *)bytes, n);
		put(fd, arena_print(mem, "POST /heavy/upload HTTP/1.1\r\nHost: t\r\nContent-Length: %zu\r\n\r\n", n));
		put_bytes(fd, bytes, n);
		same(body_of(get_reply(fd, false)), arena_print(mem, "%s %zu %s", text_hex(mem, sum, sizeof sum), n,
			n > 65536 ? "file" : "memory"), arena_print(mem, "with a body of %zu bytes", n));
		close(fd);
	}
	int fd = send_heavy("/big");
	char *r = get_reply(fd, false);

	ok(strstr(r, "\r\nContent-Length: 1000000\r\n") && text_ends(r, "000099999\n"), "a reply of a megabyte comes back");
	put(fd, "GET /heavy/file HTTP/1.1\r\nHost: t\r\n\r\n");
	ok(text_starts(body_of(get_reply(fd, false)), "start"), "a reply that is a file, on the same connection");
	close(fd);
}

/* One worker, two helpers, both busy. */
static void others_go_on(void)
{
	int a = send_heavy("/wait"), b = send_heavy("/wait"), c = send_heavy("/echo");

	wait_begun(2);
	same_int(status_of(get("/echo")), 200, "a light request is answered while all helpers work");
	ok(silent(a) && silent(b), "before the heavy ones");
	open_gate();
	open_gate();
	int first = pid_of(get_reply(a, false)), second = pid_of(get_reply(b, false));

	ok(first && second && first != second, "the heavy ones ran side by side");
	same(body_of(get_reply(c, false)), "GET|/heavy/echo||kept|127.0.0.1|", "the third waited for its turn");
	close(a);
	close(b);
	close(c);
}

/* Two work and three wait: the settings allow five. */
static void bounded(void)
{
	int fds[5];

	for (int i = 0; i < 5; i++) {
		fds[i] = send_heavy("/wait");
		same_int(status_of(get("/echo")), 200, "taken");     /* the worker has seen the heavy one by now */
	}
	wait_begun(2);
	char *r = get("/heavy/echo");

	ok(status_of(r) == 503 && strstr(r, "\r\nRetry-After: "), "one too many is told to come again");
	for (int i = 0; i < 5; i++)
		open_gate();
	wait_begun(3);
	for (int i = 0; i < 5; i++) {
		same_int(status_of(get_reply(fds[i], false)), 200, "all that were taken are answered");
		close(fds[i]);
	}
}

static void helper_ends(void)
{
	char *r = get("/heavy/die");

	same_int(status_of(r), 500, "a helper that is killed: 500");
	same_int(status_of(get("/heavy/die")), 500, "and the other one");
	same_int(status_of(get("/heavy/echo")), 200, "both are replaced");
	r = get("/heavy/fail");
	ok(status_of(r) == 500 && strstr(r, "系統發生錯誤，資料未變更（編號 E"), "a fault in a helper: 500 with its number");
	same_int(status_of(get("/heavy/full")), 500, "memory without end: 500");
	int fd = send_heavy("/wait");

	wait_begun(1);
	same_int(status_of(get_reply(fd, false)), 500, "one that works too long is killed");
	close(fd);
	same_int(status_of(get("/heavy/echo")), 200, "and replaced");
}

/* A client that goes away while a helper works for it harms nobody. */
static void client_leaves(void)
{
	int fd = send_heavy("/wait");

	wait_begun(1);
	close(fd);
	open_gate();
	same_int(status_of(get("/heavy/echo")), 200, "its client left; the next is served");
}

static void finishes(void)
{
	int fd = send_heavy("/wait");

	wait_begun(1);
	kill(server, SIGTERM);
	while (dial(ports[0]) >= 0)
		usleep(1000);
	open_gate();
	same_int(status_of(get_reply(fd, false)), 200, "SIGTERM: it is finished all the same");
	ok(ended(fd), "and its connection closed");
	close(fd);
	same_int(stop_server(), 0, "the server ends in order");
}

int main(void)
{
	struct server_settings s = kit_settings();

	s.workers = 1;
	s.heavy_waiting = 5;
	s.heavy_seconds = 2;
	start(&s, &app);
	same_as_light();
	others_go_on();
	client_leaves();
	helper_ends();
	stop_server();
	s.heavy_seconds = 60;
	start(&s, &app);
	bounded();
	finishes();
	return tap_end();
}
