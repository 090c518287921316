/* write.c: the database into a file. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "app/backup/private.h"
#include "file/packed.h"
#include "job/job.h"

struct writing {
	struct arena *mem;
	int fd;
	bool with_key;
	struct backup *b;
	struct packed *out;
	struct text line;
	crypto_hash_sha256_state whole;
	const char *wrong;
};

static bool put(void *with, const struct text *line)
{
	struct writing *w = with;

	crypto_hash_sha256_update(&w->whole, (const unsigned char *)line->at, line->n);
	if (!w->wrong && !packed_put(w->out, line->at, line->n))
		w->wrong = arena_print(w->mem, "無法寫入檔案：%s", strerror(errno));
	return !w->wrong;
}

__attribute__((format(printf, 2, 3)))
static void put_line(struct writing *w, const char *format, ...)
{
	va_list args;

	w->line.n = 0;
	va_start(args, format);
	text_vprint(&w->line, format, args);
	va_end(args);
	put(w, &w->line);
}

static void put_key(struct writing *w)
{
	struct backup *b = w->b;
	crypto_hash_sha256_state hash;

	b->has_key = audit_key_look(b->key);
	if (!b->has_key)
		return;
	crypto_hash_sha256_init(&hash);
	crypto_hash_sha256_update(&hash, b->key, sizeof b->key);
	sha_text(&hash, b->key_sha256);
	put_line(w, "key-sha256 %s\n", b->key_sha256);
	if (w->with_key)
		put_line(w, "key %s\n", text_hex(w->mem, b->key, sizeof b->key));
	b->has_key = w->with_key;
}

static void put_head(struct writing *w, struct db *db)
{
	struct backup *b = w->b;

	b->version = PEIXUN_VERSION;
	b->made = moment_iso(w->mem, job_now());
	b->engine = db_is_postgresql(db) ? "postgresql" : "sqlite";
	put_line(w, "%s\nversion %s\nmade %s\nengine %s\n", BACKUP_TITLE, b->version, b->made, b->engine);
	put_key(w);
	for (int i = 0; i < n_migrations; i++)
		put_line(w, "migration %s %s\n", migrations[i].name, migration_sha(w->mem, &migrations[i]));
}

static void put_tables(struct writing *w, struct db *db)
{
	for (int i = 0; i < n_tables && !w->wrong; i++) {
		struct backup_sum *s = &w->b->sums[i];

		table_line(&w->line, &all_tables[i]);
		put(w, &w->line);
		table_sum(db, &all_tables[i], s, put, w);
		end_line(&w->line, &all_tables[i], s);
		put(w, &w->line);
		w->b->rows += s->rows;
	}
}

/* May run again, so it begins with an empty file. */
static void write_all(struct db *db, void *with)
{
	struct writing *w = with;
	char sha[65];

	tables_begin(db);
	if (!db_migrated(db, migrations, n_migrations)) {
		w->wrong = "資料庫的版本與本程式不符，請先執行 peixun migrate。";
		return;
	}
	if (ftruncate(w->fd, 0) || lseek(w->fd, 0, SEEK_SET)) {
		w->wrong = arena_print(w->mem, "無法寫入檔案：%s", strerror(errno));
		return;
	}
	w->b->rows = 0;
	crypto_hash_sha256_init(&w->whole);
	w->out = packed_write(w->mem, w->fd);
	put_head(w, db);
	put_tables(w, db);
	sha_text(&w->whole, sha);
	put_line(w, "whole %s\n", sha);
	if (!packed_finish(w->out) && !w->wrong)
		w->wrong = "無法寫入檔案：磁碟可能已滿。";
}

const char *backup_write(struct db *db, struct arena *mem, int fd, bool with_key, struct backup *b)
{
	struct arena *own = arena_new(LINE_MEMORY), *before = db_arena(db);
	struct writing w = {.mem = mem, .fd = fd, .with_key = with_key, .b = b, .line = text_new(own, LINE_MOST)};

	*b = (struct backup){.sums = arena_array(mem, (size_t)n_tables, sizeof *b->sums)};
	db_use_arena(db, own);
	db_tx_read(db, write_all, &w);
	db_use_arena(db, before);
	arena_free(own);
	return w.wrong;
}
