/* private.h: what the files of download/ share. */
#ifndef PEIXUN_DOWNLOAD_PRIVATE_H
#define PEIXUN_DOWNLOAD_PRIVATE_H

#include "app/download/download.h"
#include "web/list.h"

struct download {
	int64_t id, agency, account, row_count, file, size, job;
	const char *function, *label, *conditions, *shown, *format, *job_state, *full_name, *account_name, *progress, *password;
	struct code state;
	struct moment requested, expires, fetched;
};
extern const struct field download_fields[];
extern const struct code download_states[];                     /* SM-5 */

/* What a row does not say: the kind's label, the state as people see it at this moment, how far the job is. */
void download_complete(struct db *, struct arena *, struct moment now, struct download *);
/* The same with the password; false: there is none. */
bool download_load(struct db *, struct arena *, int64_t id, struct moment now, struct download *);
const struct download_kind *download_kind_named(const char *name);     /* NULL: none of that name (any more) */

/* 12 characters that nobody takes for each other.                                                LEARN-033 */
char *password_make(struct arena *);
struct bytes password_seal(struct db *, struct arena *, const char *password);
const char *password_open(struct db *, struct arena *, struct bytes sealed);   /* "": it can't be */

/* The finished file: a zip with the one that the kind wrote.  rows 0: there was nothing, and no file; -1: stopped. */
struct download_made { int fd; int64_t rows; const char *name, *password; const struct download_kind *kind; };
struct download_made download_make(const struct download_making *, const struct download_kind *);
/* Inside a transaction: the request `id` has its file now, of this content of the store. */
void download_ready(const struct download_making *, int64_t id, int64_t content, const struct download_made *);

#endif
