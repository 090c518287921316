/* collate.c: names stand in the order of their strokes, rare characters too.   ACMS-099 */
#include "base/collate.h"

#include "test/tap.h"

static void before(struct arena *mem, const char *a, const char *b)
{
	ok(strcmp(collate_key(mem, a), collate_key(mem, b)) < 0, "ACMS-099: %s stands before %s", a, b);
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
	arena_free(mem);
	return tap_end();
}
