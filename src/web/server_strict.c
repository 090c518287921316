/* server_strict.c: which heads are refused.  Knows no socket and no application.
 *
 * The library is lenient: it takes two Content-Lengths, Content-Length beside chunked, folded lines, NULs and more, each of
 * which lets a proxy in front and this server see different requests.  All of that is refused here, on every request.
 *
 * Some of it no longer shows in what the library hands out: a line with a NUL seems to end there, a folded line is glued to a
 * name somewhere else.  But names and values are pointers into the buffer that was read, where every CR LF and the colon of a
 * line became NULs.  So the parts of an honest head follow one another without a gap, to the byte (`gapless`).  This leans on
 * how libmicrohttpd 0.9.75 keeps a head; with another version that copies lines every request would be refused, and test/wire
 * would say so at once. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "web/server_parts.h"

static bool gapless(const struct head *h)
{
	const char *at = h->method + strlen(h->method) + 1;

	if (at != h->target_at || at + h->n_target + 1 != h->version)
		return false;
	at = h->version + strlen(h->version) + 2;
	for (int i = 0; i < h->n_headers; i++) {
		const char *name = h->headers[i].name, *value = h->headers[i].value;

		if (name != at || value <= name + strlen(name))
			return false;
		for (at = name + strlen(name) + 1; at < value; at++)
			if (*at != ' ' && *at != '\t')
				return false;
		at = value + strlen(value) + 2;
	}
	return at + 2 == h->method + h->size;
}

static bool token(const char *s)
{
	static const char allowed[] = "!#$%&'*+-.^_`|~";
	const char *at = s;

	while (*at && (isalnum((unsigned char)*at) || strchr(allowed, *at)))
		at++;
	return at > s && !*at;
}

static bool clean(const char *value)
{
	for (; *value; value++)
		if (((unsigned char)*value < ' ' && *value != '\t') || *value == 0x7F)
			return false;
	return true;
}

/* An origin-form target: visible ASCII, sound percent-encoding, no encoded NUL, no fragment. */
static bool sound_target(const char *t)
{
	if (*t != '/')
		return false;
	for (; *t; t++) {
		if (*t <= ' ' || *t == 0x7F || *t == '#')           /* char is signed: bytes from 0x80 are below ' ' */
			return false;
		if (*t != '%')
			continue;
		if (!isxdigit((unsigned char)t[1]) || !isxdigit((unsigned char)t[2]) || (t[1] == '0' && t[2] == '0'))
			return false;
	}
	return true;
}

static bool sound_host(const char *host)
{
	const char *at = host;

	while (*at && (isalnum((unsigned char)*at) || strchr("-._:[]", *at)))
		at++;
	return at > host && !*at;
}

static int method_status(const char *method)
{
	static const char *const known[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(method, known[i]))
			return 0;
	return !strcmp(method, "TRACE") || !strcmp(method, "CONNECT") ? 405 : 501;
}

/* A Content-Length of digits alone; the library has refused those that overflow. */
static bool length(const char *digits, uint64_t *to)
{
	if (!*digits)
		return false;
	for (*to = 0; *digits; digits++) {
		if (*digits < '0' || *digits > '9' || *to > UINT64_MAX / 10 - 1)
			return false;
		*to = *to * 10 + (uint64_t)(*digits - '0');
	}
	return true;
}

struct seen { const char *host, *length, *coding, *expect; bool twice; };

static void note(const char **place, const char *value, struct seen *s)
{
	s->twice |= *place != NULL;
	*place = value;
}

static bool walk(const struct head *h, struct seen *s)
{
	for (int i = 0; i < h->n_headers; i++) {
		const char *name = h->headers[i].name, *value = h->headers[i].value;

		if (!token(name) || !clean(value))
			return false;
		if (!strcasecmp(name, "Host"))
			note(&s->host, value, s);
		else if (!strcasecmp(name, "Content-Length"))
			note(&s->length, value, s);
		else if (!strcasecmp(name, "Transfer-Encoding"))
			note(&s->coding, value, s);
		else if (!strcasecmp(name, "Expect"))
			note(&s->expect, value, s);
	}
	return !s->twice;
}

static int body_status(const struct seen *s, const char *version, bool *body, uint64_t *announced)
{
	*announced = 0;
	if (s->coding && (s->length || !strcmp(version, "HTTP/1.0")))
		return 400;
	if (s->coding && strcasecmp(s->coding, "chunked"))
		return 501;
	if (s->length && !length(s->length, announced))
		return 400;
	*body = s->coding || *announced;
	return s->expect && strcasecmp(s->expect, "100-continue") ? 417 : 0;
}

int strict_status(const struct head *h, const char *target, bool *body, uint64_t *announced)
{
	struct seen seen = {0};

	*body = false;
	if (h->n_target > TARGET_MOST)
		return 414;
	if (h->size > HEAD_MOST || h->n_headers > HEADERS_MOST)
		return 431;
	if (!token(h->method) || !gapless(h) || !sound_target(target) || !walk(h, &seen))
		return 400;
	if (seen.host ? !sound_host(seen.host) : strcmp(h->version, "HTTP/1.0") != 0)
		return 400;
	int status = body_status(&seen, h->version, body, announced);

	return status ? status : method_status(h->method);
}
