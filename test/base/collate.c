/* collate.c: names stand in the order of their strokes, rare characters too.   ACMS-099 */
#include "base/collate.h"

#include "test/tap.h"

static void before(struct arena *mem, const char *a, const char *b)
{
	ok(strcmp(collate_key(mem, a), collate_key(mem, b)) < 0, "ACMS-099: %s stands before %s", a, b);
}

static void together(struct arena *mem, const char *a, const char *b, const char *what)
{
	same(collate_key(mem, a), collate_key(mem, b), arena_print(mem, "ACMS-099: %s has the same place", what));
}

/* Each stands before the next. */
static void in_order(struct arena *mem)
{
	static const char *const names[] = {
		"", "·", "1", "一", "〇", "丁", "丁一", "𠂇", "王", "王 小", "王小", "王小明", "王小美", "㐀", "李", "豈", "葉", "龘",
		"𠀀", "𫝀", "𠮷", "𪚥", "ㄅ", "a", "A", "Aa", "あ", "\xEE\x80\x80", "\xFF", NULL
	};

	for (int i = 1; names[i]; i++)
		before(mem, names[i - 1], names[i]);
}

static void rare(struct arena *mem)
{
	together(mem, "\xEF\xA4\x80", "豈", "a compatibility character (U+F900 for U+8C48)");
	together(mem, "\xF0\xAF\xA0\x80", "丽", "a compatibility character of plane 2 (U+2F800 for U+4E3D)");
	together(mem, "葉\xF3\xA0\x84\x80", "葉", "a variation mark (U+E0100)");
	together(mem, "\xFF", "\xEF\xBF\xBD", "an invalid byte as U+FFFD");
	before(mem, "\xEF\xA8\x8E", "龘");             /* U+FA0E, one of the twelve that are no compatibility characters */
	ok(strcmp(collate_key(mem, "𠮷陳"), collate_key(mem, "𡈼陳")) != 0, "ACMS-099: rare characters are told apart");
}

/* Only digits and small letters, and no key is the beginning of another name's end. */
static void form(struct arena *mem)
{
	const char *key = collate_key(mem, "王小明");
	char *long_name = arena_get(mem, 30001);

	same_int((long long)strspn(key, "0123456789abcdef"), (long long)strlen(key), "ACMS-099: a key is hexadecimal");
	ok(strlen(key) % 2 == 0 && strlen(key) < 40, "ACMS-099: a key of a name of three characters is short: %zu", strlen(key));
	for (int i = 0; i < 10000; i++)
		memcpy(long_name + (size_t)3 * i, "王", 3);
	ok(strlen(collate_key(mem, long_name)) <= 2 * 4096, "ACMS-099: a key has an end");
	before(mem, long_name, "李");
}

int main(void)
{
	struct arena *mem = arena_new(1 << 20);

	before(mem, "丁一", "王一");                    /* 2 and 4 strokes */
	before(mem, "王小明", "李小明");                /* 4 and 7 */
	before(mem, "李大同", "林志強");                /* 7 and 8 */
	before(mem, "林志強", "陳美玲");                /* 8 and 11 */
	before(mem, "陳美玲", "𠮷陳");                  /* the planes beyond the first come last, but have a place */
	before(mem, "", "丁");
	before(mem, "丁", "ABC");                       /* ICU puts Han before other scripts here */
	ok(!strcmp(collate_key(mem, "王小明"), collate_key(mem, "王小明")), "ACMS-099: equal names have equal keys");
	ok(strcmp(collate_key(mem, "王小明"), collate_key(mem, "王小月")) != 0, "ACMS-099: different names have different keys");
	in_order(mem);
	rare(mem);
	form(mem);
	arena_free(mem);
	return tap_end();
}
