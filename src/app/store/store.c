/* store.c: putting files into the database and reading them back.  Knows nothing of what they are for. */
#include "app/store/store.h"

#include <errno.h>
#include <unistd.h>

#include "app/store/store.sql.h"
#include "base/log.h"
#include "base/sha256.h"
#include "base/text.h"

enum {
	PIECE_CHUNKS = 16,                                      /* of store_content: 4 MB a transaction */
	MEMORY = 64 << 20,
};

static size_t read_at(int fd, void *to, size_t n, int64_t at)
{
	size_t got = 0;

	while (got < n) {
		ssize_t r = pread(fd, (char *)to + got, n - got, at + (int64_t)got);

		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0)
			fail("store: read: %s", strerror(errno));
		if (!r)
			break;
		got += (size_t)r;
	}
	return got;
}

/* A file on its way in. */
struct incoming {
	int fd;
	int64_t size, content;
	char *sha256;
	struct arena *mem;                                      /* scratch, reset with each piece */
	int64_t from, to;                                       /* chunks of the next piece; to: not included */
	char *buffer;
	bool last;
};

static char *hash_file(struct arena *mem, int fd, int64_t *size)
{
	unsigned char *buffer = arena_get(mem, STORE_CHUNK), hash[SHA256_BYTES];
	struct sha256 *h = sha256_new(mem);
	size_t n;

	*size = 0;
	while ((n = read_at(fd, buffer, STORE_CHUNK, *size)) > 0) {
		sha256_add(h, buffer, n);
		*size += (int64_t)n;
	}
	sha256_end(h, hash);
	return text_hex(mem, hash, sizeof(hash));
}

static struct incoming incoming(struct arena *mem, int fd)
{
	struct incoming in = {.fd = fd, .mem = arena_new(MEMORY)};

	in.sha256 = hash_file(mem, fd, &in.size);
	in.buffer = arena_get(mem, STORE_CHUNK);
	return in;
}

static int64_t chunks(int64_t size)
{
	return (size + STORE_CHUNK - 1) / STORE_CHUNK;
}

static void write_chunks(struct db *db, struct incoming *in)
{
	struct arena *before = db_arena(db);

	db_use_arena(db, in->mem);
	for (int64_t i = in->from; i < in->to; i++) {
		size_t n = read_at(in->fd, in->buffer, STORE_CHUNK, i * STORE_CHUNK);
		struct bytes bytes = {in->buffer, n};

		if ((int64_t)n != (i + 1 < chunks(in->size) ? STORE_CHUNK : in->size - i * STORE_CHUNK))
			fail("store: the file changed while it was read");
		db_run(db, &store_chunk_insert, A(in->content), A(i), A(bytes));
		arena_reset(in->mem);
	}
	db_use_arena(db, before);
}

static bool found(struct db *db, struct incoming *in)
{
	struct rows *r = db_run(db, &store_content_find, A(in->sha256));

	if (r->n) {
		in->content = row_int(r, 0, "id");
		db_run(db, &store_content_touch, A(in->content), A(job_now()));
	}
	return r->n > 0;
}

static void begin(struct db *db, struct incoming *in)
{
	struct rows *r = db_run(db, &store_content_insert, A(in->sha256), A(in->size), A(job_now()));

	in->content = r->n ? row_int(r, 0, "id") : 0;
}

/* Someone else may have stored the same meanwhile: then theirs it is, and ours is swept. */
static void finish(struct db *db, struct incoming *in)
{
	db_run(db, &store_content_finish, A(in->content), A(job_now()));
	if (!db_undone(db) && !db_changed(db))
		found(db, in);
}

void store_put(struct db *db, int fd, const char *name, const char *type, struct stored *to)
{
	struct arena *mem = arena_new(MEMORY);
	struct incoming in = incoming(mem, fd);

	if (!found(db, &in)) {
		begin(db, &in);
		in.to = chunks(in.size);
		write_chunks(db, &in);
		finish(db, &in);
	}
	store_refer(db, in.content, name, type, to);
	arena_free(in.mem);
	arena_free(mem);
}

/* Starts anew when it is run again: nothing of a piece is kept outside of it but the content's id. */
static void piece(struct db *db, void *with)
{
	struct incoming *in = with;

	if (in->from == 0) {
		if (found(db, in)) {
			in->last = true;
			return;
		}
		begin(db, in);
	}
	write_chunks(db, in);
	in->last = in->to == chunks(in->size);
	if (in->last)
		finish(db, in);
}

int64_t store_content(struct db *db, int fd)
{
	struct arena *before = db_arena(db), *mem = arena_new(MEMORY);
	struct incoming in = incoming(mem, fd);

	db_use_arena(db, mem);
	while (!in.last) {
		in.to = in.from + PIECE_CHUNKS < chunks(in.size) ? in.from + PIECE_CHUNKS : chunks(in.size);
		/* UNIQUE refused it: the same content was finished by someone else in this moment; found the next time */
		if (db_tx_bulk(db, piece, &in) == DB_OK) {
			in.from = in.to;
		} else {
			in.from = 0;
			in.last = false;
		}
	}
	db_use_arena(db, before);
	arena_free(in.mem);
	arena_free(mem);
	return in.content;
}

void store_refer(struct db *db, int64_t content, const char *name, const char *type, struct stored *to)
{
	struct rows *r;

	db_run(db, &store_content_touch, A(content), A(job_now()));
	r = db_run(db, &store_insert, A(content), A(name), A(type), A(job_now()));
	if (db_undone(db))
		return;
	if (!r->n)
		fail("store: content %lld is not there", (long long)content);
	if (to)
		store_look(db, db_arena(db), row_int(r, 0, "id"), to);
}

void store_drop(struct db *db, int64_t id)
{
	db_run(db, &store_delete, A(id));
}

bool store_look(struct db *db, struct arena *mem, int64_t id, struct stored *to)
{
	struct rows *r = db_run(db, &store_row, A(id));

	if (!r->n)
		return false;
	*to = (struct stored){
		.id = id, .content = row_int(r, 0, "content"), .size = row_int(r, 0, "size"), .made = row_moment(r, 0, "made"),
		.name = arena_text(mem, row_text(r, 0, "name")), .type = arena_text(mem, row_text(r, 0, "type")),
		.sha256 = arena_text(mem, row_text(r, 0, "sha256")),
	};
	return true;
}
