/* Texts beyond what is kept in memory come back as they were.                                      decision 9 */
#include "file/spool.h"

#include "base/text.h"
#include "test/tap.h"

enum { TEXTS = 60000, ROOM = 1 << 20, LONG = 300000 };

static char *long_text(struct arena *mem, int i)
{
	char *text = arena_get(mem, LONG + 1);

	memset(text, 'a' + i % 26, LONG);
	return text;
}

static bool is_back(struct spool *s, int i, char *room, struct arena *mem)
{
	const char *want = arena_print(mem, "許功蓋 %d", i * 7);
	size_t n = spool_get(s, (uint64_t)i, room, ROOM);

	return n == strlen(want) && !memcmp(room, want, n);
}

static void in_any_order(struct arena *mem)
{
	struct spool *s = spool_new(mem, 64 << 10);
	char *room = arena_get(mem, ROOM);
	int wrong = 0;

	for (int i = 0; i < TEXTS; i++) {
		const char *text = arena_print(mem, "許功蓋 %d", i * 7);

		spool_add(s, text, strlen(text));
	}
	same_int((long long)spool_count(s), TEXTS, "all are counted");
	for (int i = 0; i < TEXTS; i++)
		wrong += !is_back(s, i, room, mem) + !is_back(s, (int)(i * 7919LL % TEXTS), room, mem);
	same_int(wrong, 0, "each comes back, in order and out of order");
}

static void of_any_length(struct arena *mem)
{
	struct spool *s = spool_new(mem, 64 << 10);
	char *room = arena_get(mem, ROOM);
	int wrong = 0;

	for (int i = 0; i < 20; i++) {
		spool_add(s, "", 0);
		spool_add(s, long_text(mem, i), LONG);
	}
	for (int i = 19; i >= 0; i--) {
		wrong += spool_get(s, (uint64_t)i * 2, room, ROOM) != 0;
		wrong += spool_get(s, (uint64_t)i * 2 + 1, room, ROOM) != LONG || memcmp(room, long_text(mem, i), LONG) != 0;
	}
	same_int(wrong, 0, "empty ones and such that span pages");
	same_int((long long)spool_get(s, 1, room, 10), 10, "no more than there is room for");
}

int main(void)
{
	struct arena *mem = arena_new((size_t)512 << 20);

	in_any_order(mem);
	of_any_length(mem);
	arena_free(mem);
	return tap_end();
}
