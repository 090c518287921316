/* client.c: who asks, where a proxy stands in between.  See wire.h. */
#include <arpa/inet.h>
#include <string.h>

#include "base/text.h"
#include "web/wire.h"

/* The same address is always the same text; NULL: it is none. */
static const char *plain(struct arena *mem, const char *s, size_t n)
{
	static const int families[] = {AF_INET, AF_INET6};
	char at[sizeof(struct in6_addr)], text[INET6_ADDRSTRLEN];

	while (n && (*s == ' ' || *s == '\t'))
		s++, n--;
	while (n && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	if (n > 2 && *s == '[' && s[n - 1] == ']')
		s++, n -= 2;
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		if (inet_pton(families[i], arena_bytes(mem, s, n), at) == 1)
			return arena_text(mem, inet_ntop(families[i], at, text, sizeof text));
	return NULL;
}

static bool is_one_of(struct arena *mem, const char *list, const char *address)
{
	for (const char *at = list; *at; at += strcspn(at, ",") + (at[strcspn(at, ",")] == ',')) {
		const char *one = plain(mem, at, strcspn(at, ","));

		if (one && text_is(one, address))
			return true;
	}
	return false;
}

/* Each proxy adds the address of who asked it at the end; what stands before those of our own is what the client says of itself. */
const char *wire_client(struct arena *mem, const struct wire_request *w, const char *proxies)
{
	const char *peer = plain(mem, w->address, strlen(w->address)), *said = wire_header(w, "X-Forwarded-For");
	size_t n = said ? strlen(said) : 0;

	if (!peer)
		return w->address;
	while (n && is_one_of(mem, proxies, peer)) {
		size_t from = n;

		while (from && said[from - 1] != ',')
			from--;
		const char *next = plain(mem, said + from, n - from);

		if (!next)
			break;
		peer = next;
		n = from ? from - 1 : 0;
	}
	return peer;
}

const char *wire_asker(struct arena *mem, const struct wire_request *w)
{
	unsigned char at[sizeof(struct in6_addr)];
	char text[INET6_ADDRSTRLEN];

	if (inet_pton(AF_INET6, w->address, at) != 1 || IN6_IS_ADDR_V4MAPPED((const struct in6_addr *)at))
		return w->address;
	memset(at + 8, 0, 8);
	return arena_print(mem, "%s/64", inet_ntop(AF_INET6, at, text, sizeof text));
}
