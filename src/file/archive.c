/* archive.c: see archive.h. */
#include "file/archive.h"

#include <string.h>

#include "file/archive_source.h"
#include "file/temp.h"

enum {
	TAIL = 65535 + 22, END_SIZE = 22, LOCATOR_SIZE = 20, END64_SIZE = 56, DIRECTORY_MOST = 4 << 20,
	FREE_BYTES = 10 << 20,                                  /* of a part, that the ratio does not count for */
};

struct archive {
	struct arena *mem;
	zip_t *zip;
	const struct table_limits *limits;
	struct table_problem *problem;
	uint64_t inflated;
};

struct archive_part { struct archive *archive; zip_file_t *file; uint64_t packed, unpacked; };

static void refuse(struct archive *a, enum table_error error)
{
	if (a->problem->error == TABLE_FINE)
		a->problem->error = error;
}

static uint64_t little(const unsigned char *at, int bytes)
{
	uint64_t n = 0;

	while (bytes--)
		n = n << 8 | at[bytes];
	return n;
}

struct told { uint64_t parts, bytes; };                         /* of an archive's directory */

static uint64_t larger(uint64_t a, uint64_t b)
{
	return a > b ? a : b;
}

/* What an end record tells: itself, or the larger record that it leads to. */
static struct told told_at(int fd, const unsigned char *end, const unsigned char *tail)
{
	unsigned char large[END64_SIZE] = "";
	struct told t = {larger(little(end + 8, 2), little(end + 10, 2)), little(end + 12, 4)};

	if (end - tail < LOCATOR_SIZE || memcmp(end - LOCATOR_SIZE, "PK\6\7", 4))
		return t;
	if (file_read_at(fd, large, END64_SIZE, little(end - LOCATOR_SIZE + 8, 8) & INT64_MAX) != END64_SIZE)
		return (struct told){UINT64_MAX, UINT64_MAX};
	return (struct told){larger(t.parts == UINT16_MAX ? 0 : t.parts, larger(little(large + 24, 8), little(large + 32, 8))),
		larger(t.bytes == UINT32_MAX ? 0 : t.bytes, little(large + 40, 8))};
}

/* libzip takes memory for all that the directory tells of, so its size is looked at before. */
static bool directory_too_large(struct arena *mem, int fd, uint64_t size, int most)
{
	size_t n = size < TAIL ? size : TAIL;
	unsigned char *tail = arena_get(mem, TAIL);

	n = file_read_at(fd, tail, n, size - n);
	for (size_t i = 0; i + END_SIZE <= n; i++) {
		if (memcmp(tail + i, "PK\5\6", 4))
			continue;
		struct told t = told_at(fd, tail + i, tail);

		if (t.parts > (uint64_t)most || t.bytes > DIRECTORY_MOST)
			return true;
	}
	return false;
}

static void discard(void *with)
{
	zip_discard(with);
}

struct archive *archive_open(struct arena *mem, int fd, uint64_t size, const struct table_limits *limits,
	struct table_problem *problem)
{
	struct archive *a = arena_get(mem, sizeof *a);

	*a = (struct archive){mem, NULL, limits, problem, 0};
	if (directory_too_large(mem, fd, size, limits->entries)) {
		refuse(a, TABLE_BOMB);
		return NULL;
	}
	zip_source_t *source = archive_source(mem, fd, size);

	a->zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	if (!a->zip) {
		zip_source_free(source);
		refuse(a, TABLE_DAMAGED);
		return NULL;
	}
	arena_defer(mem, discard, a->zip);
	return a;
}

static zip_int64_t place(const struct archive *a, const char *name)
{
	return zip_name_locate(a->zip, name, ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS);
}

bool archive_has(const struct archive *a, const char *name)
{
	return place(a, name) >= 0;
}

bool archive_has_like(const struct archive *a, const char *piece)
{
	zip_int64_t n = zip_get_num_entries(a->zip, 0);

	for (zip_int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(a->zip, (zip_uint64_t)i, ZIP_FL_ENC_GUESS);

		if (name && strcasestr(name, piece))
			return true;
	}
	return false;
}

static void close_file(void *with)
{
	zip_fclose(with);
}

struct archive_part *archive_part(struct archive *a, const char *name)
{
	zip_int64_t i = place(a, name);
	zip_stat_t st;

	if (i < 0)
		return NULL;
	zip_stat_init(&st);
	if (zip_stat_index(a->zip, (zip_uint64_t)i, 0, &st) || !(st.valid & ZIP_STAT_COMP_SIZE)) {
		refuse(a, TABLE_DAMAGED);
		return NULL;
	}
	if (st.valid & ZIP_STAT_ENCRYPTION_METHOD && st.encryption_method != ZIP_EM_NONE) {
		refuse(a, TABLE_LOCKED);
		return NULL;
	}
	zip_file_t *file = zip_fopen_index(a->zip, (zip_uint64_t)i, 0);

	if (!file) {
		refuse(a, TABLE_DAMAGED);
		return NULL;
	}
	arena_defer(a->mem, close_file, file);
	struct archive_part *p = arena_get(a->mem, sizeof *p);

	*p = (struct archive_part){a, file, st.comp_size, 0};
	return p;
}

size_t archive_read(struct archive_part *p, void *to, size_t n)
{
	struct archive *a = p->archive;
	zip_int64_t had = a->problem->error == TABLE_FINE ? zip_fread(p->file, to, n) : 0;

	if (had < 0) {
		refuse(a, TABLE_DAMAGED);
		return 0;
	}
	p->unpacked += (uint64_t)had;
	a->inflated += (uint64_t)had;
	if (a->inflated > a->limits->inflated ||
		(p->unpacked > FREE_BYTES && p->unpacked / (uint64_t)a->limits->ratio > p->packed)) {
		refuse(a, TABLE_BOMB);
		return 0;
	}
	return (size_t)had;
}
