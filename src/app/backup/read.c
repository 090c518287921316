/* read.c: a backup's file found sound, and into a database. */
#include <string.h>
#include <unistd.h>

#include "app/backup/private.h"
#include "file/packed.h"

/* held: the line was read and is the next one still. */
struct reading {
	struct arena *mem, *lines;
	struct packed *in;
	struct backup *b;
	struct text line;
	int64_t number;
	bool held;
	crypto_hash_sha256_state whole, hash;                   /* hash: of the table's rows */
	const struct table *table;
	int64_t rows;
	const char *wrong;
};

static void damaged(struct reading *r, const char *what)
{
	if (!r->wrong)
		r->wrong = arena_print(r->mem, "備份檔不完整或已損壞（第 %lld 行：%s）。", (long long)r->number, what);
}

/* False: the file ends, or is damaged. */
static bool next_line(struct reading *r)
{
	if (r->wrong)
		return false;
	if (r->held) {
		r->held = false;
		return true;
	}
	enum packed_line got = packed_line(r->in, &r->line);

	r->number++;
	if (got == PACKED_BROKEN)
		damaged(r, "無法解壓縮");
	return got == PACKED_LINE;
}

static void count_in(struct reading *r)
{
	crypto_hash_sha256_update(&r->whole, (const unsigned char *)r->line.at, r->line.n);
}

/* The line must be this one. */
static bool expect(struct reading *r, const char *line, const char *what)
{
	if (!next_line(r) || !text_is(r->line.at, line)) {
		damaged(r, what);
		return false;
	}
	count_in(r);
	return true;
}

/* "word rest": the rest, without the line feed.  NULL: the line begins with another word, and stays the next one. */
static const char *after_word(struct reading *r, const char *word)
{
	size_t n = strlen(word);

	if (!next_line(r))
		return NULL;
	if (strncmp(r->line.at, word, n) || r->line.at[n] != ' ') {
		r->held = true;
		return NULL;
	}
	count_in(r);
	return arena_bytes(r->mem, r->line.at + n + 1, r->line.n - n - 2);
}

/* ---- the head */

static void read_key(struct reading *r)
{
	struct backup *b = r->b;
	const char *sha = after_word(r, "key-sha256"), *key = sha ? after_word(r, "key") : NULL;
	size_t n = 0;

	if (sha && strlen(sha) == 64)
		memcpy(b->key_sha256, sha, 65);
	b->has_key = key && !sodium_hex2bin(b->key, sizeof b->key, key, strlen(key), NULL, &n, NULL) && n == sizeof b->key;
	if ((sha && !*b->key_sha256) || (key && !b->has_key))
		damaged(r, "稽核金鑰");
}

static void check_migrations(struct reading *r)
{
	const char *name;
	int i = 0;
	bool same = true;

	for (; (name = after_word(r, "migration")); i++)
		same = same && i < n_migrations &&
			text_is(name, arena_print(r->mem, "%s %s", migrations[i].name, migration_sha(r->mem, &migrations[i])));
	if (!r->wrong && (!same || i != n_migrations))
		r->wrong = arena_print(r->mem, "備份檔出自 peixun %s，其資料庫結構與本程式（%s）不同。"
			"請以該版本還原，再執行新版本的 peixun migrate。", r->b->version, PEIXUN_VERSION);
}

static void read_head(struct reading *r)
{
	if (!next_line(r) || !text_is(r->line.at, BACKUP_TITLE "\n")) {
		r->wrong = "這不是 peixun backup 產生的備份檔。";
		return;
	}
	count_in(r);
	r->b->version = after_word(r, "version");
	r->b->made = after_word(r, "made");
	r->b->engine = after_word(r, "engine");
	if (!r->b->version || !r->b->made || !r->b->engine)
		damaged(r, "檔頭");
	read_key(r);
	check_migrations(r);
}

/* ---- a table */

/* For db_load too, so it makes no db call.  False: the table's rows are over, or the file is damaged. */
static bool next_row(void *with, struct value *row)
{
	struct reading *r = with;

	if (!next_line(r))
		return false;
	if (*r->line.at != '\t') {
		r->held = true;
		return false;
	}
	count_in(r);
	crypto_hash_sha256_update(&r->hash, (const unsigned char *)r->line.at, r->line.n);
	r->rows++;
	if (!row_read(&r->line, r->table, row))
		damaged(r, r->table->name);
	return !r->wrong;
}

static void begin_table(struct reading *r, const struct table *t)
{
	struct text line = text_new(r->mem, 1 << 16);

	r->table = t;
	r->rows = 0;
	crypto_hash_sha256_init(&r->hash);
	table_line(&line, t);
	expect(r, line.at, t->name);
}

/* Its number of rows and their SHA-256 are those that the file itself states. */
static void end_table(struct reading *r, struct backup_sum *to)
{
	struct text line = text_new(r->mem, 1 << 16);
	const char *last = NULL;

	sha_text(&r->hash, to->sha256);
	to->rows = r->rows;
	if (next_line(r)) {
		last = strrchr(r->line.at, ' ');
		if (!last || !text_to_int(arena_bytes(r->mem, last + 1, strcspn(last + 1, "\n")), 0, INT64_MAX, &to->last))
			damaged(r, r->table->name);
		r->held = true;
	}
	end_line(&line, r->table, to);
	expect(r, line.at, r->table->name);
}

static void end_file(struct reading *r)
{
	char sha[65];

	sha_text(&r->whole, sha);
	expect(r, arena_print(r->mem, "whole %s\n", sha), "檢核值");
	if (next_line(r))
		damaged(r, "檔尾");
}

static void begin_file(struct reading *r, struct arena *mem, int fd, struct backup *b)
{
	*r = (struct reading){.mem = mem, .b = b, .lines = arena_new(LINE_MEMORY)};
	*b = (struct backup){.sums = arena_array(mem, (size_t)n_tables, sizeof *b->sums)};
	r->line = text_new(r->lines, LINE_MOST);
	crypto_hash_sha256_init(&r->whole);
	if (lseek(fd, 0, SEEK_SET))
		damaged(r, "無法讀取");
	r->in = packed_read(r->lines, fd);
	if (!r->wrong)
		read_head(r);
}

const char *backup_verify(struct arena *mem, int fd, struct backup *b)
{
	struct value row[COLUMNS_MOST];
	struct reading r;

	begin_file(&r, mem, fd, b);
	for (int i = 0; i < n_tables && !r.wrong; i++) {
		begin_table(&r, &all_tables[i]);
		while (next_row(&r, row))
			;
		end_table(&r, &b->sums[i]);
		b->rows += b->sums[i].rows;
	}
	end_file(&r);
	arena_free(r.lines);
	return r.wrong;
}

/* ---- into the database */

struct restoring { struct arena *mem; int fd; const struct backup *found; const char *wrong; };

/* What the program puts into every new database, and the jobs that it begins in it by itself. */
static bool fills_itself(const struct table *t)
{
	static const char *const names[] = {"contact_line", "job", "job_turn", "job_period", NULL};
	int i = 0;

	while (names[i] && !text_is(names[i], t->name))
		i++;
	return names[i] != NULL;
}

static bool is_fresh(struct db *db, struct restoring *k)
{
	for (int i = 0; i < n_tables; i++)
		if (fills_itself(&all_tables[i]))
			db_run(db, &all_tables[i].clear);
		else if (db_run(db, &all_tables[i].any)->n) {
			k->wrong = arena_print(k->mem, "資料庫不是空的（%s 已有資料），未做任何變更。", all_tables[i].name);
			return false;
		}
	return true;
}

static bool same_sum(const struct backup_sum *a, const struct backup_sum *b)
{
	return a->rows == b->rows && a->last == b->last && text_is(a->sha256, b->sha256);
}

static void load_tables(struct db *db, struct restoring *k)
{
	struct backup again;
	struct reading r;

	begin_file(&r, k->mem, k->fd, &again);
	for (int i = 0; i < n_tables && !r.wrong && !db_undone(db); i++) {
		begin_table(&r, &all_tables[i]);
		db_load(db, &all_tables[i].put, next_row, &r);
		if (db_undone(db))
			break;
		end_table(&r, &again.sums[i]);
		table_set_last_id(db, &all_tables[i], again.sums[i].last);
		if (!r.wrong && !same_sum(&again.sums[i], &k->found->sums[i]))
			damaged(&r, "檔案已被更改");
	}
	arena_free(r.lines);
	k->wrong = r.wrong;
}

/* What the database gives back must be what the file holds. */
static void compare_tables(struct db *db, struct restoring *k)
{
	for (int i = 0; i < n_tables && !k->wrong && !db_undone(db); i++) {
		struct backup_sum s = {0};

		table_sum(db, &all_tables[i], &s, NULL, NULL);
		if (!db_undone(db) && !same_sum(&s, &k->found->sums[i]))
			k->wrong = arena_print(k->mem, "%s 還原後與備份檔不符，未做任何變更。", all_tables[i].name);
	}
}

/* May run again. */
static void restore(struct db *db, void *with)
{
	struct restoring *k = with;

	k->wrong = NULL;
	tables_begin(db);
	if (is_fresh(db, k)) {
		load_tables(db, k);
		compare_tables(db, k);
	}
	if (k->wrong)
		db_undo(db);
}

const char *backup_restore(struct db *db, struct arena *mem, int fd, const struct backup *b)
{
	struct arena *own = arena_new(LINE_MEMORY), *before = db_arena(db);
	struct restoring k = {.mem = mem, .fd = fd, .found = b};

	db_use_arena(db, own);
	if (db_tx_bulk(db, restore, &k) != DB_OK && !k.wrong)
		k.wrong = "備份檔的資料彼此不符（違反資料庫的規則），未做任何變更。";
	db_use_arena(db, before);
	arena_free(own);
	return k.wrong;
}
