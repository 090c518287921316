/* text.c: see text.h. */
#include "base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

struct text text_new(struct arena *mem, size_t most)
{
	struct text t = {.room = 256, .most = most, .mem = mem};

	t.at = arena_raw(mem, t.room);
	*t.at = '\0';
	return t;
}

char *text_room(struct text *t, size_t n)
{
	if (t->room - t->n > n)
		return t->at + t->n;
	if (n > t->most || t->n > t->most - n)
		fail("a text of more than %zu bytes", t->most);
	size_t room = t->room * 2 > t->n + n + 1 ? t->room * 2 : t->n + n + 1;
	char *at = arena_raw(t->mem, room);

	memcpy(at, t->at, t->n + 1);
	t->at = at;
	t->room = room;
	return t->at + t->n;
}

void text_add(struct text *t, const char *bytes, size_t n)
{
	if (!n)
		return;
	memcpy(text_room(t, n), bytes, n);
	t->n += n;
	t->at[t->n] = '\0';
}

void text_puts(struct text *t, const char *s)
{
	text_add(t, s, strlen(s));
}

void text_char(struct text *t, char c)
{
	char *to = text_room(t, 1);

	to[0] = c;
	to[1] = '\0';
	t->n++;
}

void text_int(struct text *t, int64_t i)
{
	char digits[24], *at = digits + sizeof digits;
	uint64_t rest = i < 0 ? -(uint64_t)i : (uint64_t)i;

	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (i < 0)
		*--at = '-';
	text_add(t, at, (size_t)(digits + sizeof digits - at));
}

/* Into the room that is there; measured first only when that is not enough. */
void text_vprint(struct text *t, const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	size_t room = t->room - t->n;
	int n = vsnprintf(t->at + t->n, room, format, args);

	if (n < 0)
		fail("a text could not be formatted: %s", format);
	if ((size_t)n >= room) {
		t->at[t->n] = '\0';
		vsnprintf(text_room(t, (size_t)n), (size_t)n + 1, format, again);
	}
	va_end(again);
	t->n += (size_t)n;
}

void text_print(struct text *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	text_vprint(t, format, args);
	va_end(args);
}

bool text_is(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

bool text_starts(const char *s, const char *start)
{
	return !strncmp(s, start, strlen(start));
}

bool text_ends(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && !memcmp(s + n - m, end, m);
}

static int sequence_length(unsigned char c)
{
	return c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
}

uint32_t utf8_next(const char *at, const char *end, int *n)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *u = (const unsigned char *)at;

	*n = at < end;
	if (at >= end)
		return 0;
	int m = sequence_length(u[0]);

	if (!m || end - at < m)
		return 0xFFFD;
	uint32_t c = m == 1 ? u[0] : u[0] & (0xFFu >> (m + 1));

	for (int i = 1; i < m; i++) {
		if ((u[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | (u[i] & 0x3F);
	}
	if (c < least[m] || (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF)
		return 0xFFFD;
	*n = m;
	return c;
}

bool utf8_valid(const char *s, size_t length)
{
	const char *end = s + length;

	while (s < end) {
		int n;

		if ((unsigned char)*s < 0x80) {
			s++;
			continue;
		}
		if (utf8_next(s, end, &n) == 0xFFFD && n == 1)
			return false;
		s += n;
	}
	return true;
}

size_t utf8_length(const char *s)
{
	size_t count = 0;

	for (; *s; s++)
		count += ((unsigned char)*s & 0xC0) != 0x80;
	return count;
}

int utf8_put(char to[4], uint32_t c)
{
	if (c < 0x80) {
		to[0] = (char)c;
		return 1;
	}
	int n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (int i = n - 1; i > 0; i--, c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)((0xF00u >> n) | c);
	return n;
}

/* The place after blanks at the front, and before those at the end. */
static const char *skip_blanks(const char *s)
{
	for (;;) {
		if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
			s++;
		else if (!strncmp(s, "\xE3\x80\x80", 3))
			s += 3;
		else
			return s;
	}
}

static const char *trimmed_end(const char *s)
{
	const char *end = s + strlen(s);

	for (;;) {
		if (end > s && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r')))
			end--;
		else if (end - s >= 3 && !memcmp(end - 3, "\xE3\x80\x80", 3))
			end -= 3;
		else
			return end;
	}
}

char *text_trim(struct arena *mem, const char *s)
{
	s = skip_blanks(s);
	return arena_bytes(mem, s, (size_t)(trimmed_end(s) - s));
}

char *text_fold(struct arena *mem, const char *s)
{
	s = skip_blanks(s);
	const char *end = trimmed_end(s);
	char *to = arena_get(mem, (size_t)(end - s) + 1), *at = to;

	while (s < end) {
		int n;
		uint32_t c = utf8_next(s, end, &n);

		if (c >= 0xFF01 && c <= 0xFF5E)
			*at++ = (char)(c - 0xFF01 + '!');
		else if (c == 0x3000)
			*at++ = ' ';
		else {
			memcpy(at, s, (size_t)n);
			at += n;
		}
		s += n;
	}
	return to;
}

char *text_upper(struct arena *mem, const char *s)
{
	char *to = text_fold(mem, s);

	for (char *c = to; *c; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return to;
}

static bool parts_words(uint32_t c)
{
	return c <= ' ' || c == ',' || c == ';' || c == 0x3000 || c == 0x3001 || c == 0xff0c || c == 0xff1b;
}

char *text_word(struct arena *mem, const char **at)
{
	const char *end = *at + strlen(*at), *from;
	int n;

	while (*at < end && parts_words(utf8_next(*at, end, &n)))
		*at += n;
	for (from = *at; *at < end && !parts_words(utf8_next(*at, end, &n)); *at += n)
		;
	return arena_bytes(mem, from, (size_t)(*at - from));
}

char *mask_id(struct arena *mem, const char *id)
{
	size_t n = strlen(id);

	if (n < 7)
		return arena_text(mem, n ? "****" : "");
	return arena_print(mem, "%.3s****%s", id, id + n - 3);
}

char *mask_name(struct arena *mem, const char *name)
{
	size_t count = utf8_length(name);
	const char *end = name + strlen(name);
	struct text t = text_new(mem, 1024);

	for (size_t i = 0; i < count; i++) {
		int n;

		utf8_next(name, end, &n);
		if (i == 0 || (count > 2 && i == count - 1))
			text_add(&t, name, (size_t)n);
		else
			text_puts(&t, "○");
		name += n;
	}
	return t.at;
}

char *text_like(struct arena *mem, const char *s)
{
	const char *folded = text_upper(mem, s);
	struct text t = text_new(mem, 3 * strlen(folded) + 16);

	text_char(&t, '%');
	for (; *folded; folded++) {
		if (strchr("%_!", *folded))
			text_char(&t, '!');
		text_char(&t, *folded);
	}
	if (t.n > 1)
		text_char(&t, '%');
	return t.at;
}

bool text_to_int(const char *s, int64_t least, int64_t most, int64_t *to)
{
	char *end;

	if (!s || !*s || (*s != '-' && (*s < '0' || *s > '9')))
		return false;
	errno = 0;
	long long i = strtoll(s, &end, 10);

	if (errno || *end || i < least || i > most)
		return false;
	*to = i;
	return true;
}

char *text_hex(struct arena *mem, const void *bytes, size_t n)
{
	static const char digit[] = "0123456789abcdef";
	const unsigned char *from = bytes;
	char *to = arena_get(mem, 2 * n + 1);

	for (size_t i = 0; i < n; i++) {
		to[2 * i] = digit[from[i] >> 4];
		to[2 * i + 1] = digit[from[i] & 15];
	}
	return to;
}
