/* seal.c: gathers rows into seals and keeps the key.  Knows no slice and no page. */
#include "app/audit/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/audit/audit.sql.h"
#include "base/log.h"
#include "base/text.h"

enum { BATCH = 250, MEMORY = 512 << 20 };                        /* who writes waits for one batch */

static const char *key_path;
static unsigned char key[SEAL_KEY];
static bool key_known;

void audit_key(const char *path)
{
	key_path = path;
	key_known = false;
}

static bool key_read(void)
{
	int fd = open(key_path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0 && errno == ENOENT)
		return false;
	if (fd < 0)
		fail("audit key %s: %s", key_path, strerror(errno));
	n = read(fd, key, sizeof(key));
	close(fd);
	if (n != (ssize_t)sizeof(key))
		fail("audit key %s: not a key of %d bytes", key_path, SEAL_KEY);
	return true;
}

/* Written beside and linked into place: two processes that make it at once end with one key. */
static void key_store(struct arena *mem)
{
	char *beside = arena_print(mem, "%s.%ld", key_path, (long)getpid());
	int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (fd < 0)
		fail("audit key %s: %s", beside, strerror(errno));
	if (write(fd, key, sizeof(key)) != (ssize_t)sizeof(key) || fsync(fd) || close(fd))
		fail("audit key %s: %s", beside, strerror(errno));
	if (link(beside, key_path) && errno != EEXIST)
		fail("audit key %s: %s", key_path, strerror(errno));
	unlink(beside);
}

const unsigned char *seal_key(struct db *db)
{
	if (key_known)
		return key;
	if (!key_path)
		fail("audit: no key file was named");
	if (sodium_init() < 0)
		fail("libsodium does not start");
	if (!key_read()) {
		if (db_run(db, &audit_seal_last)->n)
			fail("audit key %s is missing, and rows are sealed with it", key_path);
		randombytes_buf(key, sizeof(key));
		key_store(db_arena(db));
		if (!key_read())
			fail("audit key %s can't be read", key_path);
	}
	key_known = true;
	return key;
}

void audit_key_for(struct db *db, const char *purpose, unsigned char to[AUDIT_KEY])
{
	crypto_generichash(to, AUDIT_KEY, (const unsigned char *)purpose, strlen(purpose), seal_key(db), SEAL_KEY);
}

bool audit_key_look(unsigned char to[AUDIT_KEY])
{
	if (!key_read())
		return false;
	memcpy(to, key, sizeof(key));
	return true;
}

bool audit_key_put(const unsigned char from[AUDIT_KEY])
{
	struct arena *mem = arena_new(1 << 16);

	key_known = false;
	memcpy(key, from, sizeof(key));
	if (!key_read())
		key_store(mem);
	arena_free(mem);
	return key_read() && !sodium_memcmp(key, from, sizeof(key));
}

void seal_put_number(unsigned char to[8], int64_t number)
{
	uint64_t n = (uint64_t)number;

	for (int i = 7; i >= 0; i--, n >>= 8)
		to[i] = (unsigned char)n;
}

int64_t seal_get_number(const unsigned char from[8])
{
	uint64_t n = 0;

	for (int i = 0; i < 8; i++)
		n = n << 8 | from[i];
	return (int64_t)n;
}

/* Each column with its kind and length before it, so that no two rows give the same bytes. */
static void hash_cell(crypto_hash_sha256_state *h, const struct rows *r, int row, int column)
{
	const struct value *v = row_cell(r, row, column);
	unsigned char head[9] = {(unsigned char)v->kind};

	seal_put_number(head + 1, v->kind == VALUE_INT ? v->i : (int64_t)v->n);
	crypto_hash_sha256_update(h, head, sizeof(head));
	if (v->kind == VALUE_TEXT || v->kind == VALUE_BYTES)
		crypto_hash_sha256_update(h, (const unsigned char *)v->s, v->n);
}

void seal_hash_row(const struct rows *r, int row, unsigned char hash[SEAL_HASH])
{
	crypto_hash_sha256_state h;

	crypto_hash_sha256_init(&h);
	for (int c = 0; c < r->columns; c++)
		hash_cell(&h, r, row, c);
	crypto_hash_sha256_final(&h, hash);
}

char *seal_mac(struct arena *mem, const unsigned char *with, int64_t number, int64_t made, const char *previous,
	struct bytes members)
{
	static const unsigned char title[] = "peixun audit seal 1";
	crypto_auth_hmacsha256_state h;
	unsigned char numbers[24], mac[crypto_auth_hmacsha256_BYTES];

	seal_put_number(numbers, number);
	seal_put_number(numbers + 8, made);
	seal_put_number(numbers + 16, (int64_t)strlen(previous));
	crypto_auth_hmacsha256_init(&h, with, SEAL_KEY);
	crypto_auth_hmacsha256_update(&h, title, sizeof(title));
	crypto_auth_hmacsha256_update(&h, numbers, sizeof(numbers));
	crypto_auth_hmacsha256_update(&h, (const unsigned char *)previous, strlen(previous));
	crypto_auth_hmacsha256_update(&h, members.at, members.n);
	crypto_auth_hmacsha256_final(&h, mac);
	return text_hex(mem, mac, sizeof(mac));
}

static int by_id(const void *a, const void *b)
{
	return memcmp(a, b, SEAL_ID);
}

static struct bytes members_of(struct arena *mem, const struct rows *r)
{
	unsigned char *list = arena_array(mem, (size_t)r->n, SEAL_MEMBER);

	for (int i = 0; i < r->n; i++) {
		seal_put_number(list + (size_t)i * SEAL_MEMBER, row_int(r, i, "id"));
		seal_hash_row(r, i, list + (size_t)i * SEAL_MEMBER + SEAL_ID);
	}
	qsort(list, (size_t)r->n, SEAL_MEMBER, by_id);
	return (struct bytes){list, (size_t)r->n * SEAL_MEMBER};
}

struct sealing {
	struct job *job;                                        /* to be ended with the last piece; NULL: by hand */
	int rows;
};

/* Two at once would take the same number: UNIQUE undoes the later one, and it is tried again another time. */
static void seal_piece(struct db *db, void *with)
{
	struct sealing *s = with;
	struct rows *last = db_run(db, &audit_seal_last), *rows;
	int64_t number = last->n ? row_int(last, 0, "number") + 1 : 1, made = job_now().seconds;
	const char *previous = last->n ? row_text(last, 0, "mac") : "";
	struct bytes members;

	rows = db_run(db, &audit_take, A(number), A(BATCH));
	s->rows = rows->n;
	if (s->rows) {
		members = members_of(db_arena(db), rows);
		db_run(db, &audit_seal_put, A(number), A(made), A(members), A(previous),
			A(seal_mac(db_arena(db), seal_key(db), number, made, previous, members)));
	}
	if (s->job && s->rows < BATCH)
		job_done(s->job);
}

/* READ COMMITTED does for it: the rows that are sealed are the very rows that the UPDATE gave back. */
static int64_t seal_all(struct db *db, struct job *job)
{
	struct arena *before = db_arena(db), *mem = arena_new(MEMORY);
	struct sealing s = {.job = job, .rows = BATCH};
	int64_t n = 0;

	db_use_arena(db, mem);
	seal_key(db);
	while (s.rows == BATCH && db_tx_bulk(db, seal_piece, &s) == DB_OK) {
		n += s.rows;
		arena_reset(mem);
	}
	db_use_arena(db, before);
	arena_free(mem);
	return n;
}

int64_t audit_seal(struct db *db)
{
	return seal_all(db, NULL);
}

static void seal_run(struct job *job)
{
	seal_all(job->db, job);
}

const struct job_kind audit_seal_job = {.name = "audit.seal", .run = seal_run, .tries = 1, .period_seconds = 10};

const char *audit_newest(struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &audit_seal_last);

	return r->n ? arena_print(mem, "%lld:%s", (long long)row_int(r, 0, "number"), row_text(r, 0, "mac")) : "";
}
