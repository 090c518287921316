/* Words that people list, whatever stands between them. */
#include "base/text.h"
#include "test/tap.h"

static const char *all(struct arena *mem, const char *typed)
{
	struct text t = text_new(mem, 1000);
	const char *word;

	while (*(word = text_word(mem, &typed)))
		text_print(&t, "[%s]", word);
	return t.n ? t.at : "";
}

int main(void)
{
	struct arena *mem = arena_new(1 << 16);

	same(all(mem, "101、102，103,104; 105；106\r\n107\t108　109"), "[101][102][103][104][105][106][107][108][109]",
		"LEARN-010 between blanks, line ends, commas, 、 and semicolons, narrow or wide");
	same(all(mem, "一二三、測試 ，"), "[一二三][測試]", "a character that has a byte of 、 is not cut");
	same(all(mem, ""), "", "nothing");
	same(all(mem, " 、,\n"), "", "nothing but what parts words");
	same(all(mem, "ab\x80\xe3"), "[ab\x80\xe3]", "bytes that are no characters are passed over");
	arena_free(mem);
	return tap_end();
}
