/* TLS, and who is believed on the port that asks for a certificate.                      ACMS-104
 *
 * The certificates come from certtool and openssl, the client is openssl: neither shares our idea of what is right. */
#include "test/wire/kit.h"

static const char *folder;

static const char *file(const char *name)
{
	return arena_print(mem, "%s/%s", folder, name);
}

/* What a command writes to its standard output. */
static char *output(const char *command)
{
	struct text all = text_new(mem, REPLY_MOST);
	char part[8192];
	FILE *from = popen(command, "r");

	for (size_t n; (n = fread(part, 1, sizeof part, from)) > 0;)
		text_add(&all, part, n);
	pclose(from);
	return all.n ? all.at : arena_text(mem, "");
}

/* One request through openssl s_client, in the certificate folder. */
static char *tls(int port, const char *options, const char *request)
{
	return output(arena_print(mem, "cd %s && printf '%s' | timeout 20 openssl s_client -quiet -connect 127.0.0.1:%d %s 2>/dev/null",
		folder, request, port, options));
}

#define ASK(path) "GET " path " HTTP/1.1\\r\\nHost: t\\r\\nConnection: close\\r\\n\\r\\n"

static const char *with(const char *name)
{
	return arena_print(mem, "-cert %s.pem -key %s.key", name, name);
}

/* What the application was told about the holder of NAME.pem. */
static const char *told(const char *options)
{
	return body_of(tls(ports[2], options, ASK("/certificate")));
}

static struct server_settings settings_for(const char *trust, const char *const *lists)
{
	struct server_settings s = kit_settings();

	s.tls.port = s.certificate.port = SERVER_ANY_PORT;
	s.certificate_file = file("host.pem");
	s.key_file = file("host.key");
	s.authorities_file = file(trust);
	s.revocation_files = lists;
	s.header_seconds = 1;
	return s;
}

/* -- TLS itself ----------------------------------------------------------------------------------------------------------- */

static void versions(void)
{
	same(body_of(tls(ports[1], "-tls1_3", ASK("/echo"))), "GET|/echo|||127.0.0.1|", "TLS 1.3");
	same(body_of(tls(ports[1], "-tls1_2", ASK("/echo"))), "GET|/echo|||127.0.0.1|", "TLS 1.2");
	same(tls(ports[1], "-tls1_1 -cipher DEFAULT@SECLEVEL=0", ASK("/echo")), "", "not TLS 1.1");
	same(tls(ports[1], "-tls1 -cipher DEFAULT@SECLEVEL=0", ASK("/echo")), "", "nor 1.0");
	same(tls(ports[1], "-tls1_2 -cipher ALL:@SECLEVEL=0:!kECDHE:!kDHE", ASK("/echo")), "", "nor a key that later opens what was recorded");
}

static void carries(void)
{
	char *r = tls(ports[1], "", ASK("/big"));

	ok(strstr(r, "\r\nContent-Length: 1000000\r\n") && text_ends(r, "000099999\n"), "a megabyte");
	ok(text_starts(body_of(tls(ports[1], "", ASK("/file"))), "start"), "a file");
	same(body_of(tls(ports[1], "", ASK("/heavy/echo"))), "GET|/heavy/echo|||127.0.0.1|", "by a helper");
	const char *sent = output(arena_print(mem, "cd %s && head -c 3000000 /dev/zero > zeros && curl -sk --data-binary @zeros"
		" https://127.0.0.1:%d/upload; sha256sum < zeros", folder, ports[1]));
	const char *mark = strstr(sent, " 3000000 file");

	ok(mark && text_starts(mark + 13, arena_bytes(mem, sent, (size_t)(mark - sent))), "an upload arrives whole");
	r = tls(ports[1], "", "POST /upload HTTP/1.1\\r\\nHost: t\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n");
	ok(status_of(r) == 400 && plain_page(r), "a refusal in the middle of a body");
	r = tls(ports[1], "", "GET /echo HTTP/1.1\\r\\nHost: t\\r\\nHost: t\\r\\n\\r\\n");
	ok(status_of(r) == 400 && plain_page(r), "a refusal at the head");
}

/* Who does not speak TLS, or does not go on, is let go; others are served. */
static void strangers(void)
{
	int plain = dial(ports[1]), silent = dial(ports[1]), half = dial(ports[2]);
	char more[4096];

	put(plain, "GET /echo HTTP/1.1\r\nHost: t\r\n\r\n");
	put_bytes(half, "\x16\x03\x01\x02", 4);
	same(body_of(tls(ports[1], "", ASK("/echo"))), "GET|/echo|||127.0.0.1|", "others are served meanwhile");
	while (some(plain, more, sizeof more) > 0)
		;
	ok(true, "HTTP without TLS on a TLS port ends");
	ok(ended(silent), "so does a client that says nothing");
	ok(ended(half), "and one that stops in its first message");
	close(plain);
	close(silent);
	close(half);
}

static void asks_only_there(void)
{
	const char *quiet = output(arena_print(mem, "printf '' | openssl s_client -connect 127.0.0.1:%d -tls1_2 2>/dev/null", ports[1]));
	const char *asking = output(arena_print(mem, "printf '' | openssl s_client -connect 127.0.0.1:%d -tls1_2 2>/dev/null", ports[2]));

	ok(strstr(quiet, "No client certificate CA names sent") != NULL, "the page port asks for no certificate");
	ok(strstr(asking, "Acceptable client certificate CA names") != NULL, "the certificate port does");
	same(body_of(tls(ports[1], with("good"), ASK("/certificate"))), "good|-|-|-", "on the page port nobody has one");
	same(body_of(get("/certificate")), "good|-|-|-", "nor without TLS");
}

/* -- whom to believe ------------------------------------------------------------------------------------------------------ */

static void believed(void)
{
	const char *sum = output(arena_print(mem, "openssl x509 -in %s/good.pem -outform DER | sha256sum | cut -c1-64 | tr -d '\\n'", folder));
	const char *want = arena_print(mem, "good|%s|", sum);
	const char *got = told(with("good"));

	ok(text_starts(got, want), "a good certificate is known by its fingerprint");
	ok(strstr(got, "CN=王小明") && strstr(got, "O=測試機關"), "its subject is readable");
	ok(text_ends(got, "|0000000112345678"), "and has a serial number");
	ok(text_starts(told(arena_print(mem, "-tls1_2 %s", with("good"))), want), "in TLS 1.2 too");
	got = body_of(tls(ports[2], with("good"), ASK("/heavy/certificate")));
	ok(text_starts(got, want), "a helper learns it too");
	ok(text_starts(told(with("any_purpose")), "good|"), "one that names no purpose may sign in");
}

static void not_believed(void)
{
	static const struct { const char *what, *options, *problem; } rows[] = {
		{"no certificate", "", "none"},
		{"one of a foreign authority", "-cert foreign.pem -key foreign.key", "untrusted"},
		{"one of an authority that bears the name of ours", "-cert twins.pem -key twins.key", "untrusted"},
		{"one that signed itself", "-cert alone.pem -key alone.key", "untrusted"},
		{"one issued by a person", "-cert below_a_person.pem -key below_a_person.key -cert_chain with_good.pem", "untrusted"},
		{"one of an authority between that was not sent", "-cert below_sub.pem -key below_sub.key", "untrusted"},
		{"an expired one", "-cert expired.pem -key expired.key", "expired"},
		{"one of the future", "-cert future.pem -key future.key", "expired"},
		{"one for servers", "-cert server_only.pem -key server_only.key", "purpose"},
		{"a revoked one", "-cert revoked.pem -key revoked.key", "revoked"},
		{"one whose authority publishes no list", "-cert unlisted.pem -key unlisted.key", "unchecked"},
		{"a revoked one in TLS 1.2", "-tls1_2 -cert revoked.pem -key revoked.key", "revoked"},
		{"a foreign one in TLS 1.2", "-tls1_2 -cert foreign.pem -key foreign.key", "untrusted"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = told(rows[i].options);

		ok(text_starts(got, arena_print(mem, "%s|-|", rows[i].problem)) && text_ends(got, "|-"), "%s: %s", rows[i].what, rows[i].problem);
		if (!text_starts(got, rows[i].problem))
			printf("# %s\n", got);
	}
	ok(strstr(told(with("revoked")), "CN=王小明") != NULL, "the subject of a bad one can be shown");
	ok(!text_starts(told(with("no_signing")), "good"), "one that may not sign does not get in");
}

/* -- lists ---------------------------------------------------------------------------------------------------------------- */

static void one_list(const char *list, const char *name, const char *problem, const char *what)
{
	const char *const lists[] = {list ? file(list) : NULL, NULL};
	struct server_settings s = settings_for("trust.pem", list ? lists : NULL);

	start(&s, &app);
	ok(text_starts(told(with(name)), arena_print(mem, "%s|", problem)), "%s", what);
	same_int(stop_server(), 0, "the server ends in order");
}

static void lists(void)
{
	const char *const both[] = {file("root.crl"), file("sub.crl"), NULL}, *const bundle[] = {file("both.crl"), NULL};
	struct server_settings s = settings_for("trust_sub.pem", both);
	const char *sent = "-cert below_sub.pem -key below_sub.key -cert_chain with_sub.pem";

	one_list(NULL, "revoked", "good", "without lists nobody is revoked");
	one_list("root.der", "revoked", "revoked", "a list as bytes");
	one_list("stale.crl", "good", "unchecked", "a list out of date vouches for nobody");
	one_list("foreign.crl", "good", "unchecked", "a list that none of ours signed counts for nothing");
	start(&s, &app);
	ok(text_starts(told(sent), "good|"), "an authority between, its certificate sent, its list there");
	ok(text_starts(told(with("below_sub")), "good|"), "or not sent but in our file");
	stop_server();
	s.revocation_files = bundle;
	start(&s, &app);
	ok(text_starts(told(with("below_sub")), "good|"), "two lists in one file");
	stop_server();
	output(arena_print(mem, "cd %s && mkdir lists && cp root.der sub.crl lists && touch lists/.part", folder));
	s.revocation_files = (const char *const[]){file("lists"), NULL};
	start(&s, &app);
	ok(text_starts(told(with("below_sub")), "good|") && text_starts(told(with("revoked")), "revoked|"), "a folder of lists");
	stop_server();
	s = settings_for("root.pem", (const char *const[]){file("root.crl"), NULL});
	start(&s, &app);
	ok(text_starts(told(sent), "unchecked|"), "an authority between whose list is missing");
	stop_server();
}

static void copy(const char *from, const char *to)
{
	output(arena_print(mem, "cd %s && cp %s %s.new && mv %s.new %s", folder, from, to, to, to));
}

static bool comes(const char *name, const char *start)
{
	for (int i = 0; i < 200; i++)
		if (text_starts(told(with(name)), start))
			return true;
	return false;
}

static void read_again(void)
{
	copy("root.crl", "now.crl");
	const char *const lists[] = {file("now.crl"), NULL};
	struct server_settings s = settings_for("trust.pem", lists);

	start(&s, &app);
	ok(text_starts(told(with("good")), "good|"), "a good certificate");
	copy("later.crl", "now.crl");
	kill(server, SIGHUP);
	ok(comes("good", "revoked|"), "SIGHUP: a new list, and it is revoked");
	copy("log", "now.crl");
	kill(server, SIGHUP);
	while (!strstr(said(), "stay"))
		usleep(1000);
	ok(text_starts(told(with("good")), "revoked|"), "SIGHUP with a list that cannot be read: the old ones stay");
	same_int(stop_server(), 0, "the server ends in order");
}

/* -- wrong files ---------------------------------------------------------------------------------------------------------- */

static int refuses_to_start(struct server_settings s)
{
	s.ready = NULL;
	return server_run(&s, &app);
}

static void wrong_files(void)
{
	const char *const no_list[] = {file("host.pem"), NULL};
	struct server_settings s = settings_for("trust.pem", NULL);

	s.key_file = file("good.key");
	same_int(refuses_to_start(s), 1, "a key of another certificate: no start");
	s = settings_for("trust.pem", NULL);
	s.certificate_file = NULL;
	same_int(refuses_to_start(s), 1, "no certificate: no start");
	same_int(refuses_to_start(settings_for("host.key", NULL)), 1, "no authority in the file: no start");
	same_int(refuses_to_start(settings_for("absent.pem", NULL)), 1, "no such file: no start");
	same_int(refuses_to_start(settings_for("trust.pem", no_list)), 1, "a list that is none: no start");
}

int main(void)
{
	char name[] = "/tmp/peixun-wire-XXXXXX";

	mem = arena_new((size_t)256 << 20);
	folder = mkdtemp(name);
	output(arena_print(mem, "test/wire/certificates %s", folder));
	const char *const lists_[] = {file("root.crl"), NULL};
	struct server_settings s = settings_for("trust.pem", lists_);

	start(&s, &app);
	versions();
	carries();
	strangers();
	asks_only_there();
	believed();
	not_believed();
	same_int(stop_server(), 0, "the server ends in order");
	lists();
	read_again();
	wrong_files();
	output(arena_print(mem, "rm -r %s", folder));
	return tap_end();
}
