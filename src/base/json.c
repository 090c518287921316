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

static void put_string(struct text *t, const char *s)
{
	text_char(t, '"');
	for (const char *run = s;; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		text_add(t, run, (size_t)(s - run));
		if (!c)
			break;
		put_escaped(t, c);
		run = s + 1;
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
