/* HTTP on the wire: what is answered, what is refused, and how.                               ACMS-104 */
#include "test/wire/kit.h"

static void pages(void)
{
	char *r = get("/echo?a=%E5%9F%B9");

	same_int(status_of(r), 200, "a page");
	same(body_of(r), "GET|/echo|a=%E5%9F%B9||127.0.0.1|", "the request arrives as it was sent");
	ok(strstr(r, "\r\nContent-Length: 33\r\n") && strstr(r, "\r\nDate: "), "length and date are there");
	ok(!strcasestr(r, "\r\nServer:"), "the server does not say what it is");
	r = ask("POST /echo HTTP/1.1\r\nHost: t\r\nX-Test:  two words \t\r\nContent-Length: 5\r\n\r\nhello");
	same(body_of(r), "POST|/echo||two words|127.0.0.1|hello", "a body, and a header without the blanks around it");
	r = ask("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n");
	same(body_of(r), "POST|/echo|||127.0.0.1|helloyou", "a body in chunks");
	r = get("/file");
	ok(strstr(r, "\r\nContent-Length: 300000\r\n") && text_starts(body_of(r), "start"), "a file as body");
	r = get("/big");
	ok(text_ends(body_of(r), "000099999\n"), "a body of a megabyte");
	r = get("/none");
	same_int(status_of(r), 404, "the application refuses at the head");
	ok(strstr(r, "查無此網頁"), "with a plain page");
}

static void head_method(void)
{
	int fd = dial(ports[0]);

	put(fd, "HEAD /big HTTP/1.1\r\nHost: t\r\n\r\nGET /echo HTTP/1.1\r\nHost: t\r\n\r\n");
	char *r = get_reply(fd, true);

	ok(status_of(r) == 200 && strstr(r, "\r\nContent-Length: 1000000\r\n"), "HEAD tells the length");
	r = get_reply(fd, false);
	same(body_of(r), "GET|/echo|||127.0.0.1|", "and sends no body");
	close(fd);
}

static void keep_alive(void)
{
	int fd = dial(ports[0]);

	for (int i = 0; i < 3; i++) {
		put(fd, "GET /echo HTTP/1.1\r\nHost: t\r\n\r\n");
		same_int(status_of(get_reply(fd, false)), 200, "one after the other on one connection");
	}
	put(fd, "GET /none HTTP/1.1\r\nHost: t\r\n\r\n");
	get_reply(fd, false);
	put(fd, "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\nabGET /echo?2 HTTP/1.1\r\nHost: t\r\n\r\n"
		"GET /echo?3 HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n");
	same(body_of(get_reply(fd, false)), "POST|/echo|||127.0.0.1|ab", "a refusal without a body keeps the connection");
	same(body_of(get_reply(fd, false)), "GET|/echo|2||127.0.0.1|", "the second of three sent at once");
	same(body_of(get_reply(fd, false)), "GET|/echo|3||127.0.0.1|", "the third");
	ok(ended(fd), "closed as asked");
	close(fd);
}

/* Each row of what servers disagree about: refused, and the connection is closed. */
static void strict(void)
{
	static const struct { const char *what, *head; size_t n; int status; } rows[] = {
#define ROW(what, status, head) {what, head, sizeof head - 1, status}
		ROW("no Host", 400, "GET /echo HTTP/1.1\r\n\r\n"),
		ROW("an empty Host", 400, "GET /echo HTTP/1.1\r\nHost:\r\n\r\n"),
		ROW("two Hosts", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
		ROW("a Host with a path", 400, "GET /echo HTTP/1.1\r\nHost: a/b\r\n\r\n"),
		ROW("NUL in the target", 400, "GET /ec\0ho HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("NUL in a value", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: a\0b\r\n\r\n"),
		ROW("NUL in a value that is not the last", 400, "GET /echo HTTP/1.1\r\nX-Test: a\0b\r\nHost: a\r\n\r\n"),
		ROW("NUL in a name", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-T\0est: b\r\n\r\n"),
		ROW("a control character in a value", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: a\001b\r\n\r\n"),
		ROW("a bare CR in a value", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: a\rb\r\n\r\n"),
		ROW("DEL in the target", 400, "GET /echo\177 HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("bytes above ASCII in the target", 400, "GET /\345\237\271 HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("a tab in the target", 400, "GET /ec\tho HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("%00 in the target", 400, "GET /echo%00 HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("% without digits", 400, "GET /echo%zz HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("% at the end", 400, "GET /echo?a=%4 HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("a fragment", 400, "GET /echo#a HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("an absolute target", 400, "GET http://a/echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("a target without slash", 400, "GET echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("an asterisk", 400, "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("two Content-Lengths", 400, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc"),
		ROW("two equal Content-Lengths", 400, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nab"),
		ROW("Content-Length beside chunked", 400,
			"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
		ROW("two Transfer-Encodings", 400,
			"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
		ROW("an unknown Transfer-Encoding", 501, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"),
		ROW("gzip, chunked", 501, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
		ROW("a blank after chunked", 501, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked \r\n\r\n0\r\n\r\n"),
		ROW("chunked in HTTP/1.0", 400, "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
		ROW("a negative Content-Length", 400, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n"),
		ROW("a Content-Length with a sign", 400, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na"),
		ROW("two lengths in one line", 400, "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na"),
		ROW("a blank before the colon", 400, "GET /echo HTTP/1.1\r\nHost : a\r\n\r\n"),
		ROW("a blank before the colon of another", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test : a\r\n\r\n"),
		ROW("a header without colon", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test\r\n\r\n"),
		ROW("a header without name", 400, "GET /echo HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"),
		ROW("a folded line", 400, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: a\r\n b\r\n\r\n"),
		ROW("a folded line before another", 400, "GET /echo HTTP/1.1\r\nX-Test: a\r\n\tb\r\nHost: a\r\n\r\n"),
		ROW("a folded first line", 400, "GET /echo HTTP/1.1\r\n Host: a\r\nHost: a\r\n\r\n"),
		ROW("lines without CR", 400, "GET /echo HTTP/1.1\nHost: a\n\n"),
		ROW("two blanks in the first line", 400, "GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("no version", 400, "GET /echo\r\nHost: a\r\n\r\n"),
		ROW("a version in small letters", 400, "GET /echo http/1.1\r\nHost: a\r\n\r\n"),
		ROW("HTTP/2.0", 505, "GET /echo HTTP/2.0\r\nHost: a\r\n\r\n"),
		ROW("TRACE", 405, "TRACE /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("CONNECT", 405, "CONNECT /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("an unknown method", 501, "BREW /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("a method in small letters", 501, "get /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("a method that is no word", 400, "G(T /echo HTTP/1.1\r\nHost: a\r\n\r\n"),
		ROW("an unknown expectation", 417, "GET /echo HTTP/1.1\r\nHost: a\r\nExpect: magic\r\n\r\n"),
#undef ROW
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int fd = dial(ports[0]);

		put_bytes(fd, rows[i].head, rows[i].n);
		char *r = get_reply(fd, false);

		same_int(status_of(r), rows[i].status, rows[i].what);
		ok(r && strcasestr(r, "\r\nConnection: close\r\n") && ended(fd), "… and closed");
		ok(plain_page(r), "… with a page in Chinese");
		close(fd);
	}
	same_int(status_of(ask("GET /echo HTTP/1.0\r\n\r\n")), 200, "HTTP/1.0 needs no Host");
	same_int(status_of(ask("\r\nGET /echo HTTP/1.1\r\nHost: [::1]:8080\r\nX-Empty:\r\n\r\n")), 200, "an empty line before is allowed");
}

static void refused(const char *request, int status, const char *what)
{
	char *r = ask(request);

	same_int(status_of(r), status, what);
	ok(plain_page(r), "… with a page in Chinese");
}

static void sizes(void)
{
	char *many = arena_get(mem, 70001);

	memset(many, 'a', 70000);
	refused(arena_print(mem, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: %.20000s\r\n\r\n", many), 431, "a head of 20 KB");
	refused(arena_print(mem, "GET /echo HTTP/1.1\r\nHost: a\r\nX-Test: %s\r\n\r\n", many), 431, "a head of 70 KB");
	refused(arena_print(mem, "GET /%.20000s HTTP/1.1\r\nHost: a\r\n\r\n", many), 414, "a target of 20 KB");
	refused(arena_print(mem, "GET /%s HTTP/1.1\r\nHost: a\r\n\r\n", many), 414, "a target of 70 KB");
	refused(arena_print(mem, "GET /%.9000s HTTP/1.1\r\nHost: a\r\n\r\n", many), 414, "a target of 9 KB");
	char *r = ask(arena_print(mem, "GET /echo?%.8000s HTTP/1.1\r\nHost: a\r\nX-Test: %.7000s\r\n\r\n", many, many));

	same_int(status_of(r), 200, "a head of 15 KB is allowed");
	struct text t = text_new(mem, 1 << 20);

	text_puts(&t, "GET /echo HTTP/1.1\r\nHost: a\r\n");
	for (int i = 0; i < 101; i++)
		text_print(&t, "X-%d: a\r\n", i);
	text_puts(&t, "\r\n");
	refused(t.at, 431, "102 headers");
}

static void refused_bodies(void)
{
	static char junk[1 << 20];
	int fd = dial(ports[0]);

	put(fd, "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 2147483648\r\n\r\n");
	same_int(status_of(get_reply(fd, false)), 413, "2 GB announced: refused at the head");
	put_bytes(fd, junk, sizeof junk);                       /* a client that goes on sending is not reset at once */
	ok(ended(fd), "and closed in order");
	close(fd);
	fd = dial(ports[0]);
	put(fd, "POST /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2147483648\r\n\r\n");
	same_int(status_of(get_reply(fd, false)), 413, "an expectation is not answered with 100 then");
	close(fd);
	fd = dial(ports[0]);
	put(fd, "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n");
	same_int(status_of(get_reply(fd, false)), 413, "more than any number holds");
	close(fd);
	fd = dial(ports[0]);
	put(fd, "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
	for (int i = 0; i < 12; i++) {
		put(fd, "100000\r\n");
		put_bytes(fd, junk, sizeof junk);
		put(fd, "\r\n");
	}
	char *r = get_reply(fd, false);

	same_int(status_of(r), 413, "chunks are counted");
	ok(plain_page(r), "a page in Chinese says so");
	ok(ended(fd), "and the connection closed");
	close(fd);
	fd = dial(ports[0]);
	put(fd, "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
	same_int(status_of(get_reply(fd, false)), 400, "a chunk without length");
	close(fd);
}

static void upload(size_t n, const char *where)
{
	unsigned char *bytes = arena_get(mem, n + 1), sum[crypto_hash_sha256_BYTES];
	int fd = dial(ports[0]);

	for (size_t i = 0; i < n; i++)
		bytes[i] = (unsigned char)(i * 31 + i / 251);
	crypto_hash_sha256(sum, bytes, n);
	const char *want = arena_print(mem, "%s %zu %s", text_hex(mem, sum, sizeof sum), n, where);

	put(fd, arena_print(mem, "POST /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: %zu\r\n\r\n", n));
	same_int(status_of(get_reply(fd, true)), 100, "the body is asked for");
	put_bytes(fd, (char *)bytes, n);
	same(body_of(get_reply(fd, false)), want, arena_print(mem, "%zu bytes arrive whole", n));
	put(fd, "POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
	for (size_t done = 0, part; done < n; done += part) {
		part = n - done < 7777 ? n - done : 7777;
		put(fd, arena_print(mem, "%zx\r\n", part));
		put_bytes(fd, (char *)bytes + done, part);
		put(fd, "\r\n");
	}
	put(fd, "0\r\n\r\n");
	same(body_of(get_reply(fd, false)), want, "in chunks too");
	close(fd);
}

/* One byte at a time: the library alone would wait for ever.  status 0: cut off without a word. */
static void drip(const char *before, int status, const char *what)
{
	int fd = dial(ports[0]);
	int n = 0;

	put(fd, before);
	for (; n < 100; n++) {
		struct pollfd p = {fd, POLLIN, 0};

		if (poll(&p, 1, 100))
			break;
		put(fd, "a");
	}
	ok(n < 100, "%s is cut off", what);
	char *r = get_reply(fd, false);

	ok(status_of(r) == status && (!status || plain_page(r)), status ? "and told why" : "without a word");
	close(fd);
}

/* A client that has just connected and one that waits for its turn are served while others idle. */
static void limits(void)
{
	struct server_settings s = kit_settings();
	int fds[4];

	s.connections = 3;
	s.workers = 2;
	start(&s, &app);
	for (int i = 0; i < 4; i++) {
		fds[i] = dial(ports[0]);
		put(fds[i], "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n");
	}
	for (int i = 0; i < 3; i++)
		same_int(status_of(get_reply(fds[i], false)), 200, "within the limit of connections");
	struct pollfd p = {fds[3], POLLIN, 0};

	ok(poll(&p, 1, 200) == 0, "one more waits");
	close(fds[0]);
	same_int(status_of(get_reply(fds[3], false)), 200, "until another ends");
	for (int i = 1; i < 4; i++)
		close(fds[i]);
	same_int(stop_server(), 0, "an orderly end");
}

int main(void)
{
	struct server_settings s = kit_settings();

	s.header_seconds = s.body_seconds = 1;
	s.idle_seconds = 3;
	s.spool = "/tmp";
	start(&s, &app);
	pages();
	head_method();
	keep_alive();
	strict();
	sizes();
	refused_bodies();
	upload(0, "memory");
	upload(1, "memory");
	upload(65536, "memory");
	upload(65537, "file");
	upload(5000000, "file");
	drip("GET /", 0, "a first line that drips");
	drip("GET / HTTP/1.1\r\nHost: a\r\nX-Test: ", 408, "a head that drips");
	drip("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n", 408, "a body that drips");
	same_int(stop_server(), 0, "the server ends in order");
	limits();
	return tap_end();
}
