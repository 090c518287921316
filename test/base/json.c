/* The JSON writer: what has to be escaped is, wherever it stands.                     DEC */
#include "base/json.h"

#include "test/tap.h"

enum { LONGEST = 40, MEMORY = 1 << 24 };

static struct arena *mem;

static const char *written(const char *s)
{
	struct text out = text_new(mem, MEMORY);
	struct json j = json_new(&out);

	json_text(&j, s);
	return out.at;
}

/* The same, one byte after the other. */
static const char *expected(const char *s)
{
	struct text out = text_new(mem, MEMORY);

	text_char(&out, '"');
	for (; *s; s++)
		if (*s == '"' || *s == '\\')
			text_print(&out, "\\%c", *s);
		else if (*s == '\n' || *s == '\r' || *s == '\t')
			text_print(&out, "\\%c", *s == '\n' ? 'n' : *s == '\r' ? 'r' : 't');
		else if ((unsigned char)*s < 0x20)
			text_print(&out, "\\u%04x", *s);
		else
			text_char(&out, *s);
	text_char(&out, '"');
	return out.at;
}

static void test_each_place(void)
{
	int wrong = 0, tried = 0;
	char text[LONGEST + 1];

	for (int n = 0; n <= LONGEST; n++)
		for (int at = 0; at < n; at++)
			for (int c = 1; c < 256; c++) {
				memset(text, c == 0x7F ? 'x' : 0x7F, (size_t)n);
				text[n] = '\0';
				text[at] = (char)c;
				text[n - 1 - at / 2] = at % 3 ? text[n - 1 - at / 2] : '"';
				wrong += strcmp(written(text), expected(text)) != 0;
				tried++;
				arena_reset(mem);
			}
	ok(!wrong, "each byte at each place of %d texts is written as it has to be", tried);
}

static void test_whole(void)
{
	struct text out = text_new(mem, MEMORY);
	struct json j = json_new(&out);

	json_begin(&j);
	json_key(&j, "名\"稱");
	json_text(&j, "期滿日113年11月30日\n第4點\\第1款");
	json_key(&j, "none");
	json_text(&j, NULL);
	json_key(&j, "list");
	json_list(&j);
	json_int(&j, INT64_MIN);
	json_bool(&j, false);
	json_text(&j, "");
	json_end(&j);
	json_end(&j);
	same(out.at, "{\"名\\\"稱\":\"期滿日113年11月30日\\n第4點\\\\第1款\",\"none\":null,\"list\":[-9223372036854775808,false,\"\"]}",
		"an object with all of it");
}

int main(void)
{
	mem = arena_new(MEMORY);
	test_each_place();
	test_whole();
	arena_free(mem);
	return tap_end();
}
