/* archive.h: zip archives that strangers made, part by part, under ceilings.  Only for the readers of spreadsheets. */
#ifndef PEIXUN_ARCHIVE_H
#define PEIXUN_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "file/sheet.h"

struct archive;
struct archive_part;

/* The first `size` bytes of fd.  NULL: *problem says why (damaged, more parts than the ceiling, or a directory of more
 * than 4 MiB).  The archive keeps both pointers; a ceiling that is passed later is told in *problem too. */
struct archive *archive_open(struct arena *, int fd, uint64_t size, const struct table_limits *, struct table_problem *);

bool archive_has(const struct archive *, const char *name);     /* ASCII letters in either case */
bool archive_has_like(const struct archive *, const char *piece);        /* a part whose name holds this */

/* NULL: there is none of that name, or *problem says why (locked, damaged). */
struct archive_part *archive_part(struct archive *, const char *name);

/* Up to n bytes.  0: the end, or *problem says why. */
size_t archive_read(struct archive_part *, void *to, size_t n);
#endif
