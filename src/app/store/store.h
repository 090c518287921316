/* store.h: files in the database: proofs, uploads, result files, finished documents.
 *
 * A content is stored once, under its SHA-256, in chunks; each file is a reference to it with a name of its own.  What the
 * file is for, and who may read it, is the business of the slice that holds its id. */
#ifndef PEIXUN_STORE_H
#define PEIXUN_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "job/job.h"

enum { STORE_CHUNK = 256 << 10 };

struct stored {
	int64_t id, content, size;
	const char *name, *type, *sha256;                       /* type: media type, "application/pdf" */
	struct moment made;
};

/* Inside the caller's transaction: the whole of fd (read from its start; its position stays) becomes a stored file.  For files of
 * a few MB: it holds the transaction for as long as it writes. */
void store_put(struct db *, int fd, const char *name, const char *type, struct stored *);

/* For large files, outside a transaction: writes the content in pieces of a few MB, each in a transaction of its own; it is seen by
 * nobody until the last.  Then store_refer, inside the caller's transaction, makes the file.  A content that nobody refers to within
 * a day is swept. */
int64_t store_content(struct db *, int fd);
void store_refer(struct db *, int64_t content, const char *name, const char *type, struct stored *);

/* Inside a transaction: the reference goes; the content, when it was the last, in the night. */
void store_drop(struct db *, int64_t id);

/* False: there is no such file. */
bool store_look(struct db *, struct arena *mem, int64_t id, struct stored *);

/* The content of a stored file, piece after piece, checked against its SHA-256 (a difference is a fault); false from piece()
 * stops it.  False: no such file, or stopped. */
bool store_each(struct db *, int64_t id, bool (*piece)(void *with, const void *bytes, size_t n), void *with);

/* The content as an open temporary file without a name, at its start; closed with mem.  -1: there is no such file. */
int store_get_fd(struct db *, struct arena *mem, int64_t id);

/* The content of a small file; {NULL, 0} when there is none.  mem's ceiling is the limit. */
struct bytes store_get(struct db *, struct arena *mem, int64_t id);

extern const struct job_kind store_sweep_job;                   /* nightly: contents without a reference */

#endif
