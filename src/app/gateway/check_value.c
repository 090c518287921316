/* check_value.c: CheckMacValue of 綠界 全方位金流, by its document 檢查碼機制.  Pure.                                        ACMS-094 */
#include <stdlib.h>
#include <string.h>

#include "app/gateway/gateway.h"
#include "base/random.h"
#include "base/text.h"

enum { MOST = 1 << 16 };

static int by_name(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	int order = strcasecmp(x->name, y->name);

	return order ? order : strcmp(x->name, y->name);
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* What .NET leaves as it is; '~' and '\'' it does not. */
static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr("-_.!*()", c));
}

static void put_encoded(struct text *t, const char *s)
{
	for (; *s; s++) {
		char c = small(*s);

		if (is_plain(c))
			text_char(t, c);
		else if (c == ' ')
			text_char(t, '+');
		else
			text_print(t, "%%%02x", (unsigned char)c);
	}
}

char *check_value_text(struct arena *mem, const struct pairs *p, const char *key, const char *iv)
{
	struct pair *sorted = arena_array(mem, p->n, sizeof *sorted);
	struct text t = text_new(mem, MOST);

	memcpy(sorted, p->at, p->n * sizeof *sorted);
	qsort(sorted, p->n, sizeof *sorted, by_name);
	put_encoded(&t, "HashKey=");
	put_encoded(&t, key);
	for (size_t i = 0; i < p->n; i++) {
		if (text_is(sorted[i].name, "CheckMacValue"))
			continue;
		put_encoded(&t, "&");
		put_encoded(&t, sorted[i].name);
		put_encoded(&t, "=");
		put_encoded(&t, sorted[i].value);
	}
	put_encoded(&t, "&HashIV=");
	put_encoded(&t, iv);
	return t.at;
}

char *check_value(struct arena *mem, const struct pairs *p, const char *key, const char *iv)
{
	const char *text = check_value_text(mem, p, key, iv);

	return text_upper(mem, sha256_hex(mem, text, strlen(text)));
}
