/* json_flat.c: see json_flat.h.  The text is copied once and decoded in place: what is decoded is never longer. */
#include "base/json_flat.h"

#include <string.h>

#include "base/text.h"

static char *skip(char *at)
{
	return at + strspn(at, " \t\r\n");
}

static bool hex4(const char *at, uint32_t *to)
{
	*to = 0;
	for (int i = 0; i < 4; i++) {
		const char *digit = at[i] ? strchr("0123456789abcdef", at[i] | (at[i] >= 'A' ? 0x20 : 0)) : NULL;

		if (!digit)
			return false;
		*to = *to << 4 | (uint32_t)(digit - "0123456789abcdef");
	}
	return true;
}

/* \u and, for what lies beyond the first plane, the second half after it.  Gives what follows; NULL: it is none. */
static char *unicode(char *at, char **to)
{
	uint32_t c, low;
	char bytes[4];

	if (!hex4(at, &c) || !c || (c >= 0xdc00 && c < 0xe000))
		return NULL;
	at += 4;
	if (c >= 0xd800 && c < 0xdc00) {
		if (at[0] != '\\' || at[1] != 'u' || !hex4(at + 2, &low) || low < 0xdc00 || low >= 0xe000)
			return NULL;
		c = 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00));
		at += 6;
	}
	int n = utf8_put(bytes, c);

	memcpy(*to, bytes, (size_t)n);
	*to += n;
	return at;
}

/* `at` is behind the quote; gives what follows the closing one, NULL when there is none. */
static char *decode(char *at, const char **text)
{
	static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
	char *to = at;

	*text = at;
	for (;;) {
		size_t n = strcspn(at, "\"\\");

		memmove(to, at, n);
		to += n;
		at += n;
		if (*at == '"')
			return *to = '\0', at + 1;
		const char *plain = at[0] && at[1] ? strchr(from, at[1]) : NULL;

		if (plain) {
			*to++ = into[plain - from];
			at += 2;
		} else if (at[0] && at[1] == 'u') {
			at = unicode(at + 2, &to);
			if (!at)
				return NULL;
		} else {
			return NULL;
		}
	}
}

static char *word(struct arena *mem, char *at, struct json_pair *p)
{
	size_t n = strspn(at, "-+.0123456789abcdefghijklmnopqrstuvwxyzE");
	const char *text = arena_bytes(mem, at, n);

	p->text = text;
	p->kind = text_is(text, "true") ? JSON_YES : text_is(text, "false") ? JSON_NO : text_is(text, "null") ? JSON_NONE : JSON_NUMBER;
	if (p->kind == JSON_NUMBER && (!n || strspn(text, "-0123456789") != n))
		return NULL;
	return at + n;
}

static char *pair(struct arena *mem, char *at, struct json_pair *p)
{
	at = skip(at);
	if (*at != '"' || !(at = decode(at + 1, &p->key)))
		return NULL;
	at = skip(at);
	if (*at != ':')
		return NULL;
	at = skip(at + 1);
	if (*at != '"')
		return word(mem, at, p);
	p->kind = JSON_TEXT;
	return decode(at + 1, &p->text);
}

bool json_flat(struct arena *mem, const char *json, struct json_pairs *to)
{
	char *at = skip(arena_text(mem, json));
	size_t room = 0;

	*to = (struct json_pairs){0};
	if (*at != '{')
		return false;
	at = skip(at + 1);
	while (*at != '}') {
		to->at = arena_grow(mem, to->at, (size_t)to->n, &room, sizeof *to->at);
		if (!(at = pair(mem, at, &to->at[to->n])))
			return false;
		to->n++;
		at = skip(at);
		if (*at == ',' && *skip(at + 1) == '"')
			at++;
		else if (*at != '}')
			return false;
	}
	return !*skip(at + 1);
}

const struct json_pair *json_flat_find(const struct json_pairs *p, const char *key, int *hint)
{
	for (int i = 0; i < p->n; i++) {
		int k = (*hint + i) % p->n;

		if (text_is(p->at[k].key, key)) {
			*hint = k + 1;
			return &p->at[k];
		}
	}
	return NULL;
}
