/* spool.h: many texts kept by number at a bounded price: the first ones in memory, the others in a nameless temporary file. */
#ifndef PEIXUN_SPOOL_H
#define PEIXUN_SPOOL_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct spool;

/* `keep` bytes of text are held in memory, and an eighth of that for their places. */
struct spool *spool_new(struct arena *, size_t keep);
void spool_add(struct spool *, const char *text, size_t n);     /* n below 1 MiB; numbered from 0 */
uint64_t spool_count(const struct spool *);

/* Copies text number i to `to`, which has room for `room` bytes; gives its length.  i is below spool_count(). */
size_t spool_get(struct spool *, uint64_t i, char *to, size_t room);
#endif
