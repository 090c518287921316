/* arena.h: memory by lifetime.  A program, a request or a row has one arena; nothing is freed singly.
 *
 * Every arena has a ceiling in bytes.  Passing it is a fault (fail() in log.h), never a NULL: no caller tests. */
#ifndef PEIXUN_ARENA_H
#define PEIXUN_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(size_t ceiling);

/* Zeroed, aligned for any type.  A size of 0 gives a valid pointer. */
void *arena_get(struct arena *, size_t size);                   /* all zero */
void *arena_raw(struct arena *, size_t size);                   /* not cleared: for bytes that are written at once */
void *arena_array(struct arena *, size_t n, size_t size);       /* a product that overflows is a fault */
void *arena_copy(struct arena *, const void *from, size_t size);

/* A NUL-terminated copy of n bytes; arena_text() copies up to the NUL, and NULL gives "". */
char *arena_bytes(struct arena *, const char *from, size_t n);
char *arena_text(struct arena *, const char *from);
char *arena_print(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprint(struct arena *, const char *format, va_list);

/* Grows an array of which n of *room elements are in use: gives the place of the array, moved or not. */
void *arena_grow(struct arena *, void *array, size_t n, size_t *room, size_t size);

/* Runs at reset and free, the last one first: for files and library objects. */
void arena_defer(struct arena *, void (*undo)(void *), void *what);

/* Gives everything back but the first block, which is kept for the next use. */
void arena_reset(struct arena *);
void arena_free(struct arena *);                                /* NULL is allowed */

size_t arena_peak(const struct arena *);                        /* most bytes in use since birth */
#endif
