/* arena.c: the only file that calls malloc and free. */
#define PEIXUN_MAY_MALLOC
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, n) ((void)(at), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(at, n) ((void)(at), (void)(n))
#endif

enum { FIRST_BLOCK = 8192, ALIGN = 16 };

struct block {
	struct block *next;
	size_t used, room;
	_Alignas(ALIGN) char at[];
};

struct defer {
	struct defer *next;
	void (*undo)(void *);
	void *what;
};

struct arena {
	struct block *newest;
	struct defer *defers;
	size_t used, peak, ceiling;
};

static struct block *block_new(size_t room)
{
	struct block *b = malloc(sizeof *b + room);

	if (!b)
		fail("out of memory for a block of %zu bytes", room);
	b->next = NULL;
	b->used = 0;
	b->room = room;
	ASAN_POISON_MEMORY_REGION(b->at, room);
	return b;
}

static void block_free(struct block *b)
{
	ASAN_UNPOISON_MEMORY_REGION(b->at, b->room);
	free(b);
}

struct arena *arena_new(size_t ceiling)
{
	struct arena *a = calloc(1, sizeof *a);

	if (!a)
		fail("out of memory for an arena");
	a->ceiling = ceiling;
	a->newest = block_new(FIRST_BLOCK);
	return a;
}

static struct block *block_for(struct arena *a, size_t size)
{
	struct block *b = a->newest;

	if (b->room - b->used >= size)
		return b;
	size_t room = b->room * 2 < (1 << 20) ? b->room * 2 : 1 << 20;
	b = block_new(size > room ? size : room);
	b->next = a->newest;
	a->newest = b;
	return b;
}

void *arena_raw(struct arena *a, size_t size)
{
	if (size > SIZE_MAX - ALIGN)
		fail("an object of %zu bytes was asked for", size);
	/* The spare byte lets AddressSanitizer see a step past the end. */
	size_t taken = (size + ALIGN) & ~(size_t)(ALIGN - 1);

	if (taken > a->ceiling - a->used)
		fail("memory ceiling of %zu bytes reached (in use %zu, asked for %zu)", a->ceiling, a->used, size);
	struct block *b = block_for(a, taken);
	void *at = b->at + b->used;

	b->used += taken;
	a->used += taken;
	if (a->used > a->peak)
		a->peak = a->used;
	ASAN_UNPOISON_MEMORY_REGION(at, size);
	return at;
}

void *arena_get(struct arena *a, size_t size)
{
	return memset(arena_raw(a, size), 0, size);
}

void *arena_array(struct arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		fail("an array of %zu times %zu bytes was asked for", n, size);
	return arena_get(a, n * size);
}

void *arena_copy(struct arena *a, const void *from, size_t size)
{
	void *to = arena_get(a, size);

	return size ? memcpy(to, from, size) : to;
}

char *arena_bytes(struct arena *a, const char *from, size_t n)
{
	char *to = arena_get(a, n + 1);

	if (n)
		memcpy(to, from, n);
	return to;
}

char *arena_text(struct arena *a, const char *from)
{
	return arena_bytes(a, from, from ? strlen(from) : 0);
}

char *arena_vprint(struct arena *a, const char *format, va_list args)
{
	char small[256];                                        /* most are: formatted once and copied */
	va_list again;

	va_copy(again, args);
	int n = vsnprintf(small, sizeof small, format, args);

	if (n < 0)
		fail("a text could not be formatted: %s", format);
	char *to = arena_raw(a, (size_t)n + 1);

	if ((size_t)n < sizeof small)
		memcpy(to, small, (size_t)n + 1);
	else
		vsnprintf(to, (size_t)n + 1, format, again);
	va_end(again);
	return to;
}

char *arena_print(struct arena *a, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	char *text = arena_vprint(a, format, args);

	va_end(args);
	return text;
}

void *arena_grow(struct arena *a, void *array, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return array;
	size_t more = *room ? *room * 2 : 8;
	void *to = arena_array(a, more, size);

	if (n)
		memcpy(to, array, n * size);
	*room = more;
	return to;
}

void arena_defer(struct arena *a, void (*undo)(void *), void *what)
{
	struct defer *d = arena_get(a, sizeof *d);

	*d = (struct defer){a->defers, undo, what};
	a->defers = d;
}

void arena_reset(struct arena *a)
{
	/* An undo may register another one; hence the loop over the list's head. */
	while (a->defers) {
		struct defer *d = a->defers;

		a->defers = d->next;
		d->undo(d->what);
	}
	while (a->newest->next) {
		struct block *b = a->newest;

		a->newest = b->next;
		block_free(b);
	}
	ASAN_POISON_MEMORY_REGION(a->newest->at, a->newest->room);
	a->newest->used = 0;
	a->used = 0;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	block_free(a->newest);
	free(a);
}

size_t arena_peak(const struct arena *a)
{
	return a->peak;
}
