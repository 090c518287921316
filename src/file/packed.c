/* packed.c: see packed.h. */
#include "file/packed.h"

#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/log.h"

enum { ROOM = 1 << 17 };

struct packed {
	gzFile file;
	char piece[ROOM];                                       /* read and not yet given out: from `at` to `end` */
	int at, end;
};

static void let_go(void *what)
{
	struct packed *p = what;

	if (p->file)
		gzclose(p->file);
}

static struct packed *packed_new(struct arena *mem, int fd, const char *mode)
{
	struct packed *p = arena_get(mem, sizeof *p);
	int own = dup(fd);

	p->file = own < 0 ? NULL : gzdopen(own, mode);
	if (!p->file)
		fail("no room for another open file");
	gzbuffer(p->file, ROOM);
	arena_defer(mem, let_go, p);
	return p;
}

struct packed *packed_write(struct arena *mem, int fd)
{
	return packed_new(mem, fd, "wb4");
}

struct packed *packed_read(struct arena *mem, int fd)
{
	return packed_new(mem, fd, "rb");
}

bool packed_put(struct packed *p, const char *at, size_t n)
{
	return !n || gzfwrite(at, n, 1, p->file) == 1;
}

bool packed_finish(struct packed *p)
{
	gzFile file = p->file;

	p->file = NULL;
	return gzclose(file) == Z_OK;
}

static bool refill(struct packed *p)
{
	p->at = 0;
	p->end = gzread(p->file, p->piece, ROOM);
	return p->end > 0;
}

/* A file that was cut off ends like a whole one, but for the complaint. */
static enum packed_line ended(struct packed *p, const struct text *to)
{
	int code = Z_OK;

	gzerror(p->file, &code);
	return p->end < 0 || code != Z_OK || to->n ? PACKED_BROKEN : PACKED_END;
}

enum packed_line packed_line(struct packed *p, struct text *to)
{
	to->n = 0;
	for (;;) {
		if (p->at == p->end && !refill(p))
			return ended(p, to);
		const char *from = p->piece + p->at, *feed = memchr(from, '\n', (size_t)(p->end - p->at));
		size_t n = feed ? (size_t)(feed - from) + 1 : (size_t)(p->end - p->at);

		if (to->n + n > to->most)
			return PACKED_BROKEN;
		text_add(to, from, n);
		p->at += (int)n;
		if (feed)
			return PACKED_LINE;
	}
}
