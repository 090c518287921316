/* archive_write.c: see archive_write.h. */
#include "file/archive_write.h"

#include "base/log.h"
#include "file/archive_source.h"

enum { FASTER = 3 };                                            /* of deflate's 1 to 9: half the time of 6, a few per cent more */

struct archive_out { struct arena *mem; zip_t *zip; zip_uint16_t lock; const char *password; };

static void discard(void *with)
{
	struct archive_out *a = with;

	if (a->zip)
		zip_discard(a->zip);
}

struct archive_out *archive_create(struct arena *mem, int fd)
{
	struct archive_out *a = arena_get(mem, sizeof *a);
	zip_error_t error;

	zip_error_init(&error);
	a->mem = mem;
	a->zip = zip_open_from_source(archive_source(mem, fd, 0), ZIP_CREATE | ZIP_TRUNCATE, &error);
	if (!a->zip)
		fail("writing a zip file: %s", zip_error_strerror(&error));
	arena_defer(mem, discard, a);
	return a;
}

void archive_lock(struct archive_out *a, enum archive_lock lock, const char *password)
{
	a->lock = lock == ARCHIVE_LEGACY ? ZIP_EM_TRAD_PKWARE : ZIP_EM_AES_256;
	a->password = arena_text(a->mem, password);
}

static void add(struct archive_out *a, const char *name, zip_source_t *source, bool compressed)
{
	zip_int64_t i = source ? zip_file_add(a->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

	if (i < 0 || zip_set_file_compression(a->zip, (zip_uint64_t)i, compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, FASTER) ||
		(a->password && zip_file_set_encryption(a->zip, (zip_uint64_t)i, a->lock, a->password)))
		fail("writing a zip file: %s", zip_strerror(a->zip));
}

void archive_add(struct archive_out *a, const char *name, const void *bytes, size_t n, bool compressed)
{
	add(a, name, zip_source_buffer(a->zip, bytes, n, 0), compressed);
}

void archive_add_file(struct archive_out *a, const char *name, int fd, uint64_t size, bool compressed)
{
	add(a, name, archive_source(a->mem, fd, size), compressed);
}

void archive_finish(struct archive_out *a)
{
	if (zip_close(a->zip))
		fail("writing a zip file: %s", zip_strerror(a->zip));
	a->zip = NULL;
}
