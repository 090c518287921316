/* json.c: see json.h. */
#include "base/json.h"

#include <string.h>

#include "base/log.h"

enum { DEEPEST = 63 };

struct json json_new(struct text *to)
{
	return (struct json){.to = to};
}

static void before_value(struct json *j)
{
	uint64_t bit = (uint64_t)1 << j->depth;

	if (!j->after_key && (j->has_items & bit))
		text_char(j->to, ',');
	j->has_items |= bit;
	j->after_key = false;
}

static void open(struct json *j, bool object)
{
	before_value(j);
	if (j->depth++ == DEEPEST)
		fail("JSON nested too deeply");
	uint64_t bit = (uint64_t)1 << j->depth;

	j->is_object = object ? j->is_object | bit : j->is_object & ~bit;
	j->has_items &= ~bit;
	text_char(j->to, object ? '{' : '[');
}

void json_begin(struct json *j)
{
	open(j, true);
}

void json_list(struct json *j)
{
	open(j, false);
}

void json_end(struct json *j)
{
	if (!j->depth)
		fail("JSON closed once too often");
	text_char(j->to, j->is_object >> j->depth & 1 ? '}' : ']');
	j->depth--;
}

static void put_escaped(struct text *t, unsigned char c)
{
	switch (c) {
	case '"': text_puts(t, "\\\""); break;
	case '\\': text_puts(t, "\\\\"); break;
	case '\n': text_puts(t, "\\n"); break;
	case '\r': text_puts(t, "\\r"); break;
	case '\t': text_puts(t, "\\t"); break;
	default: text_print(t, "\\u%04x", c);
	}
}

/* Bit 7 of each byte that is 0 (and of none below the first such byte). */
static uint64_t zeros(uint64_t bytes)
{
	return (bytes - 0x0101010101010101) & ~bytes & 0x8080808080808080;
}

/* How many bytes go as they are: eight at a time as long as none of them needs an escape. */
static size_t plain(const char *s, size_t n)
{
	size_t i = 0;

	for (uint64_t w; i + sizeof w <= n; i += sizeof w) {
		memcpy(&w, s + i, sizeof w);
		if (zeros(w ^ 0x2222222222222222) | zeros(w ^ 0x5C5C5C5C5C5C5C5C) | zeros(w & 0xE0E0E0E0E0E0E0E0))
			break;
	}
	while (i < n && (unsigned char)s[i] >= 0x20 && s[i] != '"' && s[i] != '\\')
		i++;
	return i;
}

static void put_string(struct text *t, const char *s)
{
	size_t n = strlen(s);

	text_room(t, n + 2);
	text_char(t, '"');
	for (;;) {
		size_t run = plain(s, n);

		text_add(t, s, run);
		if (run == n)
			break;
		put_escaped(t, (unsigned char)s[run]);
		s += run + 1;
		n -= run + 1;
	}
	text_char(t, '"');
}

void json_key(struct json *j, const char *key)
{
	before_value(j);
	put_string(j->to, key);
	text_char(j->to, ':');
	j->after_key = true;
}

void json_text(struct json *j, const char *s)
{
	before_value(j);
	if (s)
		put_string(j->to, s);
	else
		text_puts(j->to, "null");
}

void json_int(struct json *j, int64_t i)
{
	before_value(j);
	text_int(j->to, i);
}

void json_bool(struct json *j, bool b)
{
	before_value(j);
	text_puts(j->to, b ? "true" : "false");
}

void json_none(struct json *j)
{
	before_value(j);
	text_puts(j->to, "null");
}

void json_raw(struct json *j, const char *json)
{
	before_value(j);
	text_puts(j->to, json);
}
