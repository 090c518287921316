/* archive_write.h: making zip archives.  Knows nothing of what is in them. */
#ifndef PEIXUN_ARCHIVE_WRITE_H
#define PEIXUN_ARCHIVE_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct archive_out;

/* Writes to fd, which is empty, readable and writable, and stays the caller's.  What is added is read at archive_finish(), so it
 * must stay till then; whatever goes wrong is a fault. */
struct archive_out *archive_create(struct arena *, int fd);

/* What is added from here on opens with this password alone.  AES-256 as WinZip has it (AE-2), which 7-Zip and its like read; legacy:
 * ZipCrypto, which Windows Explorer reads too and which can be broken.                                                LEARN-032 */
enum archive_lock { ARCHIVE_AES256, ARCHIVE_LEGACY };
void archive_lock(struct archive_out *, enum archive_lock, const char *password);
void archive_add(struct archive_out *, const char *name, const void *bytes, size_t n, bool compressed);
void archive_add_file(struct archive_out *, const char *name, int fd, uint64_t size, bool compressed);
void archive_finish(struct archive_out *);
#endif
