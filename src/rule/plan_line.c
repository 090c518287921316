/* plan_line.c: on which line of a JSON text something stands.  Knows no plan. */
#include <string.h>

#include "base/text.h"
#include "rule/plan_private.h"

/* A place in a text that is known to be JSON. */
struct scan { const char *at, *end; };

static void skip_space(struct scan *s)
{
	while (s->at < s->end && strchr(" \t\r\n", *s->at))
		s->at++;
}

/* At a quotation mark; leaves the place behind the string.  Gives what stands between the marks. */
static struct scan skip_string(struct scan *s)
{
	struct scan inner = {++s->at, s->at};

	while (s->at < s->end && *s->at != '"')
		s->at += *s->at == '\\' && s->at + 1 < s->end ? 2 : 1;
	inner.end = s->at++;
	return inner;
}

static void skip_value(struct scan *s)
{
	int depth = 0;

	do {
		skip_space(s);
		if (s->at >= s->end)
			return;
		if (*s->at == '"') {
			skip_string(s);
		} else {
			depth += (*s->at == '{' || *s->at == '[') - (*s->at == '}' || *s->at == ']');
			s->at++;
			while (!depth && s->at < s->end && !strchr(",]} \t\r\n", *s->at))
				s->at++;
		}
	} while (depth > 0 && s->at < s->end);
}

/* In an object or an array, at its bracket: goes to the value of a member, whose key is given.  False: there is none. */
static bool enter(struct scan *s, const char *name, size_t length, const char **key)
{
	bool object = *s->at++ == '{';
	size_t wanted = 0;

	for (size_t i = 0; i < length; i++)
		wanted = wanted * 10 + (size_t)(name[i] - '0');
	for (size_t i = 0;; i++) {
		struct scan found = *s;

		skip_space(s);
		if (s->at >= s->end || *s->at == '}' || *s->at == ']')
			return false;
		*key = s->at;
		if (object) {
			found = skip_string(s);
			skip_space(s);
			s->at++;
			skip_space(s);
		}
		if (object ? (size_t)(found.end - found.at) == length && !memcmp(found.at, name, length) : i == wanted)
			return true;
		skip_value(s);
		skip_space(s);
		if (s->at >= s->end || *s->at++ != ',')
			return false;
	}
}

int plan_line(const char *bytes, size_t n, const char *path)
{
	struct scan s = {bytes, bytes + n};
	const char *best, *key;
	int line = 1;

	skip_space(&s);
	best = s.at;
	while (*path == '/' && s.at < s.end && (*s.at == '{' || *s.at == '[')) {
		size_t length = strcspn(++path, "/");

		if (!enter(&s, path, length, &key))
			break;
		best = key;
		path += length;
	}
	for (const char *c = bytes; c < best; c++)
		line += *c == '\n';
	return line;
}

void plan_find_lines(struct plans *plans, int from, const char *file, const char *bytes, size_t n)
{
	for (int i = from; i < plans->problems_n; i++)
		if (!plans->problems[i].line && *plans->problems[i].path && text_is(plans->problems[i].file, file))
			plans->problems[i].line = plan_line(bytes, n, plans->problems[i].path);
}
