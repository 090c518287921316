/* pile.c: see pile.h. */
#include "app/import/pile.h"

#include <string.h>

#include "file/temp.h"

enum { BUFFER = 1 << 20 };

struct pile pile_new(struct arena *mem)
{
	return (struct pile){.mem = mem, .fd = -1, .buffer = arena_get(mem, BUFFER)};
}

/* The buffer holds what comes after the first `filed` bytes. */
static void flush(struct pile *p)
{
	if (p->fd < 0)
		p->fd = temp_file(p->mem);
	file_write_at(p->fd, p->buffer, (size_t)(p->n - p->filed), p->filed);
	p->filed = p->n;
}

uint64_t pile_add(struct pile *p, const void *bytes, size_t n)
{
	uint64_t at = p->n;

	if (p->n - p->filed + n > BUFFER)
		flush(p);
	memcpy(p->buffer + (p->n - p->filed), bytes, n);
	p->n += n;
	return at;
}

void pile_get(struct pile *p, void *to, size_t n, uint64_t at)
{
	char *out = to;
	size_t from_file = at >= p->filed ? 0 : p->filed - at < n ? (size_t)(p->filed - at) : n;

	if (from_file)
		file_read_at(p->fd, out, from_file, at);
	size_t start = (size_t)(at + from_file - p->filed), held = (size_t)(p->n - p->filed);
	size_t rest = n - from_file, there = start >= held ? 0 : held - start < rest ? held - start : rest;

	memcpy(out + from_file, p->buffer + start, there);
	memset(out + from_file + there, 0, rest - there);
}
