/* sha256.h: the SHA-256 of what comes piece by piece, at the speed of the processor's own instructions where it has them. */
#ifndef PEIXUN_SHA256_H
#define PEIXUN_SHA256_H

#include <stddef.h>

#include "base/arena.h"

enum { SHA256_BYTES = 32 };

struct sha256;

/* Lives as long as the arena. */
struct sha256 *sha256_new(struct arena *);
void sha256_add(struct sha256 *, const void *bytes, size_t n);
void sha256_end(struct sha256 *, unsigned char to[SHA256_BYTES]);      /* once; nothing can be added any more */
#endif
