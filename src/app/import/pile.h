/* pile.h: bytes put one behind the other and read back by place: the first megabyte in memory, what is more in a nameless file. */
#ifndef PEIXUN_IMPORT_PILE_H
#define PEIXUN_IMPORT_PILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct pile { struct arena *mem; int fd; uint64_t n, filed; char *buffer; };

struct pile pile_new(struct arena *);
uint64_t pile_add(struct pile *, const void *bytes, size_t n);  /* its place; n is below a megabyte */
void pile_get(struct pile *, void *to, size_t n, uint64_t at);  /* what is beyond the end reads as zeros */
#endif
