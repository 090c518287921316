/* row.c: rows as lines of text, there and back.  Knows no file. */
#include <string.h>

#include "app/backup/private.h"
#include "base/log.h"

/* ---- there */

static void write_text(struct text *to, const char *s, size_t n)
{
	static const char letter[256] = {['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r'};
	size_t plain = 0;

	for (size_t i = 0; i < n; i++) {
		if (!letter[(unsigned char)s[i]])
			continue;
		text_add(to, s + plain, i - plain);
		text_add(to, (const char[]){'\\', letter[(unsigned char)s[i]]}, 2);
		plain = i + 1;
	}
	text_add(to, s + plain, n - plain);
}

static void write_bytes(struct text *to, const char *s, size_t n)
{
	sodium_bin2hex(text_room(to, 2 * n + 1), 2 * n + 1, (const unsigned char *)s, n);
	to->n += 2 * n;
}

void row_write(struct text *to, const struct table *t, const struct rows *r, int row)
{
	to->n = 0;
	for (int c = 0; c < t->columns; c++) {
		const struct value *v = row_cell(r, row, c);

		if (v->kind != VALUE_NULL && v->kind != t->column[c].kind)
			fail("%s, row %d: the column %s holds another kind of value", t->name, row + 1, t->column[c].name);
		text_char(to, '\t');
		if (v->kind == VALUE_NULL)
			text_puts(to, "\\N");
		else if (v->kind == VALUE_INT)
			text_int(to, v->i);
		else if (v->kind == VALUE_BYTES)
			write_bytes(to, v->s, v->n);
		else
			write_text(to, v->s, v->n);
	}
	text_char(to, '\n');
}

/* ---- and back */

static bool read_text(char *cell, size_t *n)
{
	char *to = cell;

	for (const char *at = cell, *end = cell + *n; at < end; at++) {
		const char *known = *at == '\\' && at + 1 < end && at[1] ? strchr("\\\\t\tn\nr\r", at[1]) : NULL;

		if (*at != '\\') {
			*to++ = *at;
			continue;
		}
		if (!known)
			return false;
		*to++ = known[1];
		at++;
	}
	*n = (size_t)(to - cell);
	cell[*n] = '\0';
	return true;
}

static int digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool read_bytes(char *cell, size_t *n)
{
	for (size_t i = 0; i + 1 < *n; i += 2) {
		int high = digit(cell[i]), low = digit(cell[i + 1]);

		if (high < 0 || low < 0)
			return false;
		cell[i / 2] = (char)(high << 4 | low);
	}
	if (*n % 2)
		return false;
	*n /= 2;
	return true;
}

static bool read_cell(char *cell, size_t n, enum value_kind kind, struct value *v)
{
	*v = (struct value){0};
	if (n == 2 && !memcmp(cell, "\\N", 2))
		return true;
	if (kind == VALUE_INT) {
		v->kind = VALUE_INT;
		return text_to_int(cell, INT64_MIN, INT64_MAX, &v->i);
	}
	*v = (struct value){.kind = kind, .s = cell, .n = n};
	return kind == VALUE_BYTES ? read_bytes(cell, &v->n) : read_text(cell, &v->n);
}

bool row_read(struct text *line, const struct table *t, struct value *to)
{
	char *at = line->at, *end = line->at + line->n - 1;

	if (*at++ != '\t' || !utf8_valid(line->at, line->n) || memchr(line->at, 0, line->n))
		return false;
	*end = '\0';
	for (int c = 0; c < t->columns; c++) {
		char *tab = memchr(at, '\t', (size_t)(end - at)), *stop = tab ? tab : end;

		if (!tab != (c + 1 == t->columns))
			return false;
		*stop = '\0';
		if (!read_cell(at, (size_t)(stop - at), t->column[c].kind, &to[c]))
			return false;
		at = stop + 1;
	}
	return true;
}

/* ---- lines about a table, and its sum */

void table_line(struct text *to, const struct table *t)
{
	to->n = 0;
	text_print(to, "table %s", t->name);
	for (int c = 0; c < t->columns; c++)
		text_print(to, " %s", t->column[c].name);
	text_char(to, '\n');
}

void end_line(struct text *to, const struct table *t, const struct backup_sum *s)
{
	to->n = 0;
	text_print(to, "end %s %lld %s %lld\n", t->name, (long long)s->rows, s->sha256, (long long)s->last);
}

void sha_text(crypto_hash_sha256_state *state, char to[65])
{
	unsigned char sha[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(state, sha);
	sodium_bin2hex(to, 65, sha, sizeof sha);
}

struct summing {
	const struct table *table;
	struct text line;
	crypto_hash_sha256_state hash;
	int64_t rows, last;
	bool (*take)(void *with, const struct text *line);
	void *with;
};

static bool sum_piece(void *with, const struct rows *r)
{
	struct summing *s = with;
	bool going = true;

	for (int i = 0; going && i < r->n; i++) {
		row_write(&s->line, s->table, r, i);
		crypto_hash_sha256_update(&s->hash, (const unsigned char *)s->line.at, s->line.n);
		s->rows++;
		if (s->table->numbered)
			s->last = row_cell(r, i, 0)->i;
		going = !s->take || s->take(s->with, &s->line);
	}
	return going;
}

/* Rows with bytes may be of some 100 KB each. */
static int rows_a_piece(const struct table *t)
{
	for (int c = 0; c < t->columns; c++)
		if (t->column[c].kind == VALUE_BYTES)
			return 20;
	return 500;
}

void table_sum(struct db *db, const struct table *t, struct backup_sum *to, bool (*take)(void *, const struct text *), void *with)
{
	struct arena *pieces = arena_new(LINE_MEMORY), *lines = arena_new(LINE_MEMORY), *before = db_arena(db);
	struct summing s = {.table = t, .line = text_new(lines, LINE_MOST), .take = take, .with = with};

	crypto_hash_sha256_init(&s.hash);
	db_each(db, pieces, rows_a_piece(t), &t->all, NULL, 0, sum_piece, &s);
	sha_text(&s.hash, to->sha256);
	to->rows = s.rows;
	db_use_arena(db, lines);
	to->last = table_last_id(db, t);
	if (to->last < s.last)
		to->last = s.last;
	db_use_arena(db, before);
	arena_free(pieces);
	arena_free(lines);
}
