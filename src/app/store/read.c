/* read.c: reading stored files back, and sweeping what nobody refers to any more. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/store/store.h"
#include "app/store/store.sql.h"
#include "base/log.h"
#include "base/sha256.h"
#include "base/text.h"

enum { MEMORY = 64 << 20, UNUSED_SECONDS = 86400, SWEEP_CHUNKS = 64 };

struct reading {
	struct db *db;
	struct arena *mem;                                      /* reset with each chunk */
	struct stored file;
	struct sha256 *hash;
	bool (*piece)(void *with, const void *bytes, size_t n);
	void *with;
};

static void check(struct reading *r)
{
	unsigned char hash[SHA256_BYTES];

	sha256_end(r->hash, hash);
	if (!text_is(text_hex(r->mem, hash, sizeof(hash)), r->file.sha256))
		fail("store: file %lld is not what was stored", (long long)r->file.id);
}

static bool read_chunks(struct reading *r)
{
	bool going = true;

	for (int64_t at = 0; going && at < r->file.size; at += STORE_CHUNK) {
		struct rows *rows = db_run(r->db, &store_chunk, A(r->file.content), A(at / STORE_CHUNK));
		struct bytes b;

		if (!rows->n)
			fail("store: file %lld lacks a piece", (long long)r->file.id);
		b = row_bytes(rows, 0, "bytes");
		sha256_add(r->hash, b.at, b.n);
		going = r->piece(r->with, b.at, b.n);
		arena_reset(r->mem);
	}
	if (going)
		check(r);
	return going;
}

bool store_each(struct db *db, int64_t id, bool (*piece)(void *with, const void *bytes, size_t n), void *with)
{
	struct arena *before = db_arena(db), *names = arena_new(1 << 20);
	struct reading r = {.db = db, .mem = arena_new(MEMORY), .piece = piece, .with = with};
	bool all;

	db_use_arena(db, r.mem);
	r.hash = sha256_new(names);
	all = store_look(db, names, id, &r.file) && read_chunks(&r);
	db_use_arena(db, before);
	arena_free(r.mem);
	arena_free(names);
	return all;
}

static bool to_file(void *with, const void *bytes, size_t n)
{
	const int *fd = with;

	while (n) {
		ssize_t w = write(*fd, bytes, n);

		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			fail("store: temporary file: %s", strerror(errno));
		bytes = (const char *)bytes + w;
		n -= (size_t)w;
	}
	return true;
}

static void close_file(void *what)
{
	close((int)(intptr_t)what);
}

/* A name that is taken away at once, where the file system has no nameless files. */
static int temporary(struct arena *mem)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	char *name;

	if (fd >= 0)
		return fd;
	name = arena_print(mem, "%s/peixun-XXXXXX", folder);
	fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		fail("store: temporary file in %s: %s", folder, strerror(errno));
	unlink(name);
	return fd;
}

int store_get_fd(struct db *db, struct arena *mem, int64_t id)
{
	int fd = temporary(mem);

	arena_defer(mem, close_file, (void *)(intptr_t)fd);
	if (!store_each(db, id, to_file, &fd))
		return -1;
	lseek(fd, 0, SEEK_SET);
	return fd;
}

static bool to_bytes(void *with, const void *bytes, size_t n)
{
	struct bytes *to = with;

	memcpy((char *)(uintptr_t)to->at + to->n, bytes, n);
	to->n += n;
	return true;
}

struct bytes store_get(struct db *db, struct arena *mem, int64_t id)
{
	struct stored file;
	struct bytes to = {NULL, 0};

	if (!store_look(db, mem, id, &file))
		return to;
	to.at = arena_get(mem, (size_t)file.size);
	if (!store_each(db, id, to_bytes, &to))
		return (struct bytes){NULL, 0};
	return to;
}

struct sweeping {
	int64_t content, from, older;
	bool hidden;
};

/* First nobody finds it any more, then it goes piece by piece. */
static void hide(struct db *db, void *with)
{
	struct sweeping *s = with;

	db_run(db, &store_content_hide, A(s->content), A(s->older));
	s->hidden = db_changed(db) == 1;
}

static void sweep_piece(struct db *db, void *with)
{
	struct sweeping *s = with;

	db_run(db, &store_chunks_delete, A(s->content), A(s->from));
	if (!s->from)
		db_run(db, &store_content_delete, A(s->content));
}

static void sweep_content(struct db *db, struct sweeping *s, int64_t size)
{
	if (db_tx(db, hide, s) != DB_OK || !s->hidden)
		return;
	s->from = size / STORE_CHUNK + 1;
	while (s->from > 0) {
		s->from = s->from > SWEEP_CHUNKS ? s->from - SWEEP_CHUNKS : 0;
		db_tx_bulk(db, sweep_piece, s);
	}
}

static void sweep_end(struct db *db, void *with)
{
	(void)db;
	job_done(with);
}

static void sweep(struct job *job)
{
	struct sweeping s = {.older = job->now.seconds - UNUSED_SECONDS};
	struct rows *r;

	do {
		r = db_run(job->db, &store_unused, A(s.older), A(s.content));
		for (int i = 0; i < r->n && !job_cancelled(job); i++) {
			s.content = row_int(r, i, "id");
			sweep_content(job->db, &s, row_int(r, i, "size"));
		}
	} while (r->n && !job_cancelled(job));
	if (!job_cancelled(job))
		db_tx(job->db, sweep_end, job);
}

const struct job_kind store_sweep_job = {.name = "store.sweep", .run = sweep, .period_seconds = 86400, .at_seconds = 2 * 3600};
