/* archive_source.h: an open file as libzip reads and writes it.  Only for src/file/archive*. */
#ifndef PEIXUN_ARCHIVE_SOURCE_H
#define PEIXUN_ARCHIVE_SOURCE_H

#include <stdint.h>
#include <zip.h>

#include "base/arena.h"

/* The first `size` bytes of fd, read with pread and written with pwrite: fd stays the caller's, and its place where it is.
 * libzip frees the source; what is behind it lives in the arena. */
zip_source_t *archive_source(struct arena *, int fd, uint64_t size);
#endif
