/* packed.h: lines of text in one compressed file (gzip), written and read from its beginning to its end.
 *
 * Knows nothing of what the lines say.  Memory does not grow with the file. */
#ifndef PEIXUN_PACKED_H
#define PEIXUN_PACKED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct packed;

/* From the place where fd stands; fd itself stays open and the caller's. */
struct packed *packed_write(struct arena *, int fd);
struct packed *packed_read(struct arena *, int fd);

/* False: the disk is full, or gone; so it stays. */
bool packed_put(struct packed *, const char *at, size_t n);
bool packed_finish(struct packed *);                            /* all is in the file */

/* The next line with its line feed.  PACKED_BROKEN: damaged, cut off, or a line without end or longer than the text may be. */
enum packed_line { PACKED_LINE, PACKED_END, PACKED_BROKEN };
enum packed_line packed_line(struct packed *, struct text *to);
#endif
