/* archive_source.c: see archive_source.h. */
#include "file/archive_source.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "file/temp.h"

struct source { int fd; uint64_t size, read_at, write_at; zip_error_t error; };

static zip_int64_t tell_about(const struct source *s, void *data, zip_uint64_t n)
{
	zip_stat_t *st = ZIP_SOURCE_GET_ARGS(zip_stat_t, data, n, NULL);
	struct stat file;

	if (!st)
		return -1;
	zip_stat_init(st);
	st->size = s->size;
	st->valid |= ZIP_STAT_SIZE;
	if (!fstat(s->fd, &file)) {                                     /* ZipCrypto's check of the password is made of it */
		st->mtime = file.st_mtime;
		st->valid |= ZIP_STAT_MTIME;
	}
	return sizeof *st;
}

static zip_int64_t read_some(struct source *s, void *data, zip_uint64_t n)
{
	uint64_t left = s->read_at < s->size ? s->size - s->read_at : 0;
	size_t had = file_read_at(s->fd, data, n < left ? n : left, s->read_at);

	s->read_at += had;
	return (zip_int64_t)had;
}

static zip_int64_t write_some(struct source *s, const void *data, zip_uint64_t n)
{
	file_write_at(s->fd, data, n, s->write_at);
	s->write_at += n;
	s->size = s->size > s->write_at ? s->size : s->write_at;
	return (zip_int64_t)n;
}

static zip_int64_t move(struct source *s, uint64_t *at, void *data, zip_uint64_t n)
{
	zip_int64_t to = zip_source_seek_compute_offset(*at, s->size, data, n, &s->error);

	if (to >= 0)
		*at = (uint64_t)to;
	return to < 0 ? -1 : 0;
}

static zip_int64_t serve(void *with, void *data, zip_uint64_t n, zip_source_cmd_t what)
{
	struct source *s = with;

	switch ((int)what) {
	case ZIP_SOURCE_OPEN:
		s->read_at = 0;
		return 0;
	case ZIP_SOURCE_READ:
		return read_some(s, data, n);
	case ZIP_SOURCE_STAT:
		return tell_about(s, data, n);
	case ZIP_SOURCE_SEEK:
		return move(s, &s->read_at, data, n);
	case ZIP_SOURCE_TELL:
		return (zip_int64_t)s->read_at;
	case ZIP_SOURCE_BEGIN_WRITE:
		s->write_at = s->size = 0;
		return 0;
	case ZIP_SOURCE_WRITE:
		return write_some(s, data, n);
	case ZIP_SOURCE_SEEK_WRITE:
		return move(s, &s->write_at, data, n);
	case ZIP_SOURCE_TELL_WRITE:
		return (zip_int64_t)s->write_at;
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&s->error, data, n);
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_COMMIT_WRITE:
	case ZIP_SOURCE_ROLLBACK_WRITE:
	case ZIP_SOURCE_REMOVE:
	case ZIP_SOURCE_FREE:
		return 0;
	case ZIP_SOURCE_SUPPORTS:
		return ZIP_SOURCE_SUPPORTS_WRITABLE;
	}
	zip_error_set(&s->error, ZIP_ER_OPNOTSUPP, 0);
	return -1;
}

zip_source_t *archive_source(struct arena *mem, int fd, uint64_t size)
{
	struct source *s = arena_get(mem, sizeof *s);

	s->fd = fd;
	s->size = size;
	zip_error_init(&s->error);
	zip_source_t *source = zip_source_function_create(serve, s, NULL);

	if (!source)
		fail("zip: out of memory");
	return source;
}
