/* temp.h: temporary files without a name, gone when they are closed. */
#ifndef PEIXUN_TEMP_H
#define PEIXUN_TEMP_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* An empty file to read and write, in $TMPDIR or /var/tmp (on disk: these files are large).  Closed with the arena. */
int temp_file(struct arena *);

/* All n bytes, or a fault. */
void file_write(int fd, const void *bytes, size_t n);           /* at the file's place */
void file_write_at(int fd, const void *bytes, size_t n, uint64_t at);
/* Up to n bytes from `at`: fewer only at the end of the file. */
size_t file_read_at(int fd, void *to, size_t n, uint64_t at);
uint64_t file_size(int fd);
#endif
