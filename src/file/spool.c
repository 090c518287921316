/* spool.c: see spool.h.  Two stores of bytes, one for the texts and one for their places, each with its own file. */
#include "file/spool.h"

#include <string.h>

#include "base/log.h"
#include "file/temp.h"

enum { PAGE = 64 << 10, PAGES = 16, LENGTH_BITS = 20 };

/* Pages below `kept` stay in memory.  Of the others the last ones read are in cache, the one being written in `tail`. */
struct store {
	struct arena *mem;
	char **pages;
	size_t kept;
	int fd;
	uint64_t size;
	char *tail;
	char *cache[PAGES];
	uint64_t cached[PAGES];                                 /* page number + 1; 0: none */
};

struct spool { struct store texts, places; uint64_t count; };

static void store_open(struct store *s, struct arena *mem, size_t keep)
{
	s->mem = mem;
	s->kept = keep / PAGE + 1;
	s->pages = arena_array(mem, s->kept, sizeof *s->pages);
	s->fd = -1;
}

/* The page that is written next; a full tail goes to the file first. */
static char *page_to_fill(struct store *s)
{
	uint64_t page = s->size / PAGE;

	if (page < s->kept) {
		if (!s->pages[page])
			s->pages[page] = arena_get(s->mem, PAGE);
		return s->pages[page];
	}
	if (!s->tail) {
		s->tail = arena_get(s->mem, PAGE);
		s->fd = temp_file(s->mem);
	}
	return s->tail;
}

static void store_add(struct store *s, const char *bytes, size_t n)
{
	while (n) {
		char *page = page_to_fill(s);
		size_t at = s->size % PAGE, step = PAGE - at < n ? PAGE - at : n;

		memcpy(page + at, bytes, step);
		s->size += step;
		bytes += step;
		n -= step;
		if (page == s->tail && s->size % PAGE == 0)
			file_write_at(s->fd, page, PAGE, s->size - PAGE);
	}
}

static const char *page_to_read(struct store *s, uint64_t page)
{
	if (page < s->kept)
		return s->pages[page];
	if (page == s->size / PAGE)
		return s->tail;
	size_t i = page % PAGES;

	if (!s->cache[i])
		s->cache[i] = arena_get(s->mem, PAGE);
	if (s->cached[i] != page + 1) {
		if (file_read_at(s->fd, s->cache[i], PAGE, page * PAGE) != PAGE)
			fail("a temporary file is shorter than what was written");
		s->cached[i] = page + 1;
	}
	return s->cache[i];
}

static void store_get(struct store *s, uint64_t at, char *to, size_t n)
{
	while (n) {
		size_t in = at % PAGE, step = PAGE - in < n ? PAGE - in : n;

		memcpy(to, page_to_read(s, at / PAGE) + in, step);
		at += step;
		to += step;
		n -= step;
	}
}

struct spool *spool_new(struct arena *mem, size_t keep)
{
	struct spool *s = arena_get(mem, sizeof *s);

	store_open(&s->texts, mem, keep);
	store_open(&s->places, mem, keep / 8);
	return s;
}

void spool_add(struct spool *s, const char *text, size_t n)
{
	if (n >> LENGTH_BITS)
		fail("a text of %zu bytes for a spool", n);
	uint64_t place = s->texts.size << LENGTH_BITS | n;

	store_add(&s->texts, text, n);
	store_add(&s->places, (const char *)&place, sizeof place);
	s->count++;
}

uint64_t spool_count(const struct spool *s)
{
	return s->count;
}

size_t spool_get(struct spool *s, uint64_t i, char *to, size_t room)
{
	uint64_t place;

	store_get(&s->places, i * sizeof place, (char *)&place, sizeof place);
	size_t n = place & ((1 << LENGTH_BITS) - 1);

	n = n < room ? n : room;
	store_get(&s->texts, place >> LENGTH_BITS, to, n);
	return n;
}
