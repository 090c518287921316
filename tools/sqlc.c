/* sqlc: statements of .sql files to C constants (struct sql, struct migration of db/db.h).
 *
 * usage: sqlc IN.sql OUT.c OUT.h            the statements of one file
 *        sqlc --all OUT.c IN.sql…           all_sql: every statement of the program, ends with NULL
 *        sqlc --migrations OUT.c IN.sql…    migrations, n_migrations: the files of sql/, in their order
 *        sqlc --tables OUT.c IN.sql…        all_tables, n_tables: what these files make, taken together (schema.h)
 *
 *	-- name: what it is for
 *	-- more about it
 *	SELECT … WHERE id = $1;
 *
 * One text serves SQLite and PostgreSQL, so what only one of them knows, and what reads a clock, is refused (file:line).
 * Reads tokens, not SQL: whether a statement means anything is found by `peixun check-sql`.  A migration may hold blocks
 * "-- only: sqlite" or "-- only: postgresql" up to "-- end"; db/migrate.c picks them. */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_TOKENS = 8192, MOST_STATEMENTS = 4096, MOST_VALUES = 99 };

/* kind: 'w' a word, '$' a value ($number), 's' a string, 'q' a quoted name, otherwise the character itself. */
struct token {
	char kind;
	const char *at;
	int n, number, depth;
};

struct statement {
	char name[64], about[160];
	const char *at;                                         /* its name line */
	struct token tokens[MOST_TOKENS];
	int n_tokens, values;
	bool scans, writes;
	char *text;
};

static const char *path, *text;
static struct statement st;
static char names[MOST_STATEMENTS][64];
static int n_names;

_Noreturn __attribute__((format(printf, 2, 3)))
static void refuse(const char *at, const char *format, ...)
{
	va_list args;
	int line = 1;

	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	fprintf(stderr, "%s:%d: error: ", path, line);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static void *need(void *made)
{
	if (!made) {
		perror("sqlc");
		exit(1);
	}
	return made;
}

/* Opens the file and reads it whole into `text`. */
static void read_file(const char *from)
{
	FILE *f = fopen(from, "rb");
	char *all = NULL;
	size_t n = 0, got;

	path = from;
	if (!f) {
		perror(from);
		exit(1);
	}
	do {
		all = need(realloc(all, n + 65537));
		got = fread(all + n, 1, 65536, f);
		n += got;
	} while (got);
	fclose(f);
	all[n] = '\0';
	text = all;
	if (strlen(all) != n)
		refuse(text + strlen(all), "a NUL byte");
}

static bool is_word(const struct token *t, const char *word)
{
	return t->kind == 'w' && (size_t)t->n == strlen(word) && !strncasecmp(t->at, word, (size_t)t->n);
}

static bool word_in(const struct token *t, const char *const *words)
{
	while (*words && !is_word(t, *words))
		words++;
	return *words != NULL;
}

static bool letter(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 128;
}

static const char *end_of_line(const char *c)
{
	return c + strcspn(c, "\n");
}

/* "-- name: what for": fills name and about. */
static bool name_line(const char *c, struct statement *s)
{
	int n = 0;

	if (strncmp(c, "-- ", 3) || !islower((unsigned char)c[3]))
		return false;
	for (c += 3; islower((unsigned char)c[n]) || isdigit((unsigned char)c[n]) || c[n] == '_'; )
		n++;
	if (strncmp(c + n, ": ", 2) || n >= (int)sizeof s->name)
		return false;
	const char *about = c + n + 2;

	snprintf(s->name, sizeof s->name, "%.*s", n, c);
	snprintf(s->about, sizeof s->about, "%.*s", (int)(end_of_line(about) - about), about);
	return true;
}

static const char *skip_comment(const char *c)
{
	if (c[0] == '-')
		return end_of_line(c);
	const char *close = strstr(c + 2, "*/");

	if (!close)
		refuse(c, "a comment without an end");
	st.scans |= !strncmp(c, "/*scan*/", 8);
	return close + 2;
}

static const char *skip_quoted(const char *c)
{
	const char *begin = c;
	char quote = *c++;

	for (; *c && !(c[0] == quote && c[1] != quote); c++)
		if (*c == quote)
			c++;
		else if (*c == '$' && quote == '\'')
			refuse(c, "a $ in a string: bind it as a value");
	if (!*c)
		refuse(begin, "a string without an end");
	return c + 1;
}

static void add_token(char kind, const char *at, const char *to, int depth)
{
	if (st.n_tokens == MOST_TOKENS)
		refuse(at, "too long a statement");
	st.tokens[st.n_tokens++] = (struct token){.kind = kind, .at = at, .n = (int)(to - at), .depth = depth,
		.number = kind == '$' ? (int)strtol(at + 1, NULL, 10) : 0};
}

static const char *add_quoted(const char *c, int depth)
{
	const char *to = skip_quoted(c);

	add_token(*c == '"' ? 'q' : 's', c, to, depth);
	return to;
}

static const char *add_mark(const char *c, int *depth)
{
	if (*c == ')')
		--*depth;
	if (*depth < 0)
		refuse(c, "a ) without its (");
	add_token(*c, c, c + 1, *depth);
	if (*c == '(')
		++*depth;
	return c + 1;
}

static const char *add_value(const char *c)
{
	const char *to = c + 1;

	while (isdigit((unsigned char)*to))
		to++;
	if (to == c + 1 || to > c + 3 || c[1] == '0')
		refuse(c, "a value is written $1 to $%d", MOST_VALUES);
	add_token('$', c, to, 0);
	return to;
}

/* One statement up to its ';' into tokens, and into st.text without comments.  Gives the place behind it. */
static const char *read_statement(const char *c)
{
	size_t size;
	FILE *copy = need(open_memstream(&st.text, &size));
	int depth = 0;

	while (*c != ';') {
		const char *from = c;

		if (!*c)
			refuse(st.at, "%s does not end with ;", st.name);
		if (!strncmp(c, "--", 2) || !strncmp(c, "/*", 2)) {
			c = skip_comment(c);
			continue;
		}
		if (iscntrl((unsigned char)*c) && !isspace((unsigned char)*c))
			refuse(c, "a control character");
		if (*c == '\'' || *c == '"')
			c = add_quoted(c, depth);
		else if (*c == '$')
			c = add_value(c);
		else if (letter(*c)) {
			while (letter(*c))
				c++;
			add_token('w', from, c, depth);
		} else if (isspace((unsigned char)*c))
			c++;
		else
			c = add_mark(c, &depth);
		fwrite(from, 1, (size_t)(c - from), copy);
	}
	fclose(copy);
	if (depth)
		refuse(c, "a ( without its )");
	return c + 1;
}

/* What only one engine knows, and what reads a clock. */
static void check_token(const struct token *t, const struct token *next)
{
	static const char *const never[] = {"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp",
		"string_agg", "group_concat", "ilike", "autoincrement", "nextval", "random", "iif", "ifnull", "strftime", "julianday",
		"unixepoch", "to_char", "to_date", "date_trunc", "extract", "array_agg", "json_agg", "glob", "regexp", NULL};
	static const char *const functions[] = {"now", "datetime", "date", "time", "clock_timestamp", "age", NULL};

	if (word_in(t, never) || (word_in(t, functions) && next->kind == '('))
		refuse(t->at, "%.*s: not the same on both engines, or a clock; do it in C and bind it", t->n, t->at);
	if (t->kind == ':' && next->kind == ':')
		refuse(t->at, "a cast is written CAST(x AS type)");
	if (t->kind == '?' || t->kind == ':' || t->kind == '@')
		refuse(t->at, "a value is written $1 to $%d", MOST_VALUES);
	if (is_word(t, "for") && is_word(next, "update"))
		refuse(t->at, "FOR UPDATE: SQLite does not know it; write with the version read");
	if (is_word(t, "insert") && is_word(next, "or"))
		refuse(t->at, "INSERT OR: write ON CONFLICT");
}

static void count_values(void)
{
	bool used[MOST_VALUES + 1] = {false};

	for (int i = 0; i < st.n_tokens; i++)
		if (st.tokens[i].kind == '$') {
			used[st.tokens[i].number] = true;
			if (st.tokens[i].number > st.values)
				st.values = st.tokens[i].number;
		}
	for (int i = 1; i <= st.values; i++)
		if (!used[i])
			refuse(st.at, "%s has $%d but no $%d", st.name, st.values, i);
}

/* The word that says what the statement does: the first, or behind WITH the first at the outside. */
static void check_kind(void)
{
	static const char *const writing[] = {"insert", "update", "delete", NULL};
	static const char *const reading[] = {"select", "values", NULL};
	bool with = is_word(st.tokens, "with"), known = false;

	for (int i = 0; i < st.n_tokens && !known; i++) {
		const struct token *t = &st.tokens[i];

		if (with && t->depth && word_in(t, writing) && st.tokens[i - 1].kind == '(')
			refuse(t->at, "SQLite does not write inside WITH");
		known = !t->depth && (word_in(t, writing) || word_in(t, reading));
		st.writes = known && word_in(t, writing);
		if (!with && !known)
			break;
	}
	if (!known)
		refuse(st.at, "%s is not a SELECT, INSERT, UPDATE or DELETE", st.name);
}

static void check_statement(void)
{
	static const struct token nothing;

	if (!st.n_tokens)
		refuse(st.at, "%s has no statement", st.name);
	for (int i = 0; i < st.n_tokens; i++)
		check_token(&st.tokens[i], i + 1 < st.n_tokens ? &st.tokens[i + 1] : &nothing);
	count_values();
	check_kind();
}

static void remember_name(void)
{
	for (int i = 0; i < n_names; i++)
		if (!strcmp(names[i], st.name))
			refuse(st.at, "%s is the name of another statement", st.name);
	if (n_names == MOST_STATEMENTS)
		refuse(st.at, "more than %d statements", MOST_STATEMENTS);
	memcpy(names[n_names++], st.name, sizeof st.name);
}

/* The next statement of the file into st; NULL behind the last. */
static const char *next_statement(const char *c)
{
	for (;;) {
		c += strspn(c, " \t\r\n");
		if (!*c)
			return NULL;
		if (strncmp(c, "--", 2))
			refuse(c, n_names ? "a second statement without a name line (-- name: what it is for)"
				: "a statement without a name line (-- name: what it is for)");
		st = (struct statement){.at = c};
		if (name_line(c, &st))
			break;
		c = end_of_line(c);
	}
	remember_name();
	for (;;) {
		struct statement other;

		c = end_of_line(c);
		c += strspn(c, " \t\r\n");
		if (strncmp(c, "--", 2))
			break;
		if (name_line(c, &other))
			refuse(st.at, "%s has no statement", st.name);
	}
	c = read_statement(c);
	check_statement();
	return c;
}

static void put_string(FILE *out, const char *s)
{
	fputc('"', out);
	for (; *s; s++)
		if (*s == '\n')
			fputs(s[1] ? "\\n\"\n\t\t\"" : "\\n", out);
		else if (*s == '"' || *s == '\\' || *s == '?')
			fprintf(out, "\\%c", *s);
		else if (*s == '\t')
			fputs("\\t", out);
		else
			fputc(*s, out);
	fputc('"', out);
}

/* How many tokens of "(" item "," item … ")" from i on; items are words, or values $1 $2 … in order.  0: something else. */
static int list_length(int i, char kind)
{
	int from = i, items = 0;

	if (st.tokens[i++].kind != '(')
		return 0;
	for (;; i++) {
		const struct token *t = &st.tokens[i];

		if (i + 1 >= st.n_tokens || t->kind != kind || (kind == '$' && t->number != items + 1))
			return 0;
		items++;
		i++;
		if (st.tokens[i].kind == ')')
			return i + 1 - from;
		if (st.tokens[i].kind != ',')
			return 0;
	}
}

/* INSERT INTO t (a, b) VALUES ($1, $2), nothing else: its COPY form. */
static void put_copy(FILE *out)
{
	const struct token *t = st.tokens;
	int n = st.n_tokens > 6 && is_word(t, "insert") && is_word(t + 1, "into") && t[2].kind == 'w' ? list_length(3, 'w') : 0;

	if (!n || 4 + 2 * n != st.n_tokens || !is_word(t + 3 + n, "values") || list_length(4 + n, '$') != n) {
		fprintf(out, "NULL");
		return;
	}
	fprintf(out, "\"COPY %.*s (", t[2].n, t[2].at);
	for (int i = 4; i < 3 + n; i += 2)
		fprintf(out, "%s%.*s", i > 4 ? ", " : "", t[i].n, t[i].at);
	fprintf(out, ") FROM STDIN\"");
}

static void trim_end(char *s)
{
	size_t n = strlen(s);

	while (n && isspace((unsigned char)s[n - 1]))
		s[--n] = '\0';
}

static void put_statement(FILE *code, FILE *header)
{
	trim_end(st.text);
	fprintf(code, "const struct sql %s = {\n\t.name = \"%s\", .values = %d, .writes = %d, .scans = %d,\n\t.copy = ",
		st.name, st.name, st.values, st.writes, st.scans);
	put_copy(code);
	fprintf(code, ",\n\t.text = ");
	put_string(code, st.text);
	fprintf(code, ",\n};\n");
	fprintf(header, "extern const struct sql %s;", st.name);
	fprintf(header, strstr(st.about, "*/") ? "\n" : "\t/* %s */\n", st.about);
}

/* Written only when all went well. */
static void write_file(const char *to, const char *all)
{
	FILE *f = need(fopen(to, "w"));

	fputs(all, f);
	if (fclose(f))
		need(NULL);
}

static void one_file(const char *in, const char *code_path, const char *header_path)
{
	char *code_text, *header_text;
	size_t n;
	FILE *code = need(open_memstream(&code_text, &n)), *header = need(open_memstream(&header_text, &n));
	const char *slash = strrchr(header_path, '/');

	read_file(in);
	fprintf(header, "/* Made by sqlc from %s. */\n#pragma once\n#include \"db/db.h\"\n", in);
	fprintf(code, "/* Made by sqlc from %s. */\n#include \"%s\"\n", in, slash ? slash + 1 : header_path);
	for (const char *c = text; (c = next_statement(c)); )
		put_statement(code, header);
	fclose(code);
	fclose(header);
	write_file(code_path, code_text);
	write_file(header_path, header_text);
}

static void all_files(const char *code_path, char **files)
{
	char *code_text;
	size_t n;
	FILE *code = need(open_memstream(&code_text, &n));

	fprintf(code, "/* Made by sqlc: every statement of the program. */\n#include \"db/built.h\"\n");
	for (; *files; files++) {
		read_file(*files);
		for (const char *c = text; (c = next_statement(c)); )
			fprintf(code, "extern const struct sql %s;\n", st.name);
	}
	fprintf(code, "const struct sql *const all_sql[] = {\n");
	for (int i = 0; i < n_names; i++)
		fprintf(code, "\t&%s,\n", names[i]);
	fprintf(code, "\tNULL\n};\n");
	fclose(code);
	write_file(code_path, code_text);
}

static void check_blocks(void)
{
	const char *open = NULL;

	for (const char *c = text; *c; c = end_of_line(c), c += *c == '\n') {
		int n = (int)(end_of_line(c) - c);

		if (!strncmp(c, "-- only:", 8)) {
			if (open)
				refuse(c, "a block inside a block");
			if (!(n == 15 && !strncmp(c, "-- only: sqlite", 15)) && !(n == 19 && !strncmp(c, "-- only: postgresql", 19)))
				refuse(c, "a block is for sqlite or for postgresql");
			open = c;
		} else if (n == 6 && !strncmp(c, "-- end", 6)) {
			if (!open)
				refuse(c, "-- end of no block");
			open = NULL;
		}
	}
	if (open)
		refuse(open, "this block has no -- end");
}

/* NNNN-words.sql, each number once, in order. */
static const char *check_migration_name(const char *file, const char *before)
{
	const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;

	if (strspn(name, "0123456789") != 4 || name[4] != '-' || strlen(name) < 10)
		refuse(text, "a migration is named NNNN-what-it-does.sql");
	if (before && strncmp(before, name, 4) >= 0)
		refuse(text, "migrations come in the order of their numbers, each number once");
	return name;
}

static void all_migrations(const char *code_path, char **files)
{
	char *code_text;
	size_t n;
	FILE *code = need(open_memstream(&code_text, &n));
	const char *name = NULL;
	int count = 0;

	fprintf(code, "/* Made by sqlc: the schema, step by step. */\n#include \"db/built.h\"\n"
		"const struct migration migrations[] = {\n");
	for (; *files; files++, count++) {
		read_file(*files);
		name = check_migration_name(*files, name);
		check_blocks();
		fprintf(code, "\t{.name = \"%.*s\", .text = ", (int)strlen(name) - 4, name);
		put_string(code, text);
		fprintf(code, "},\n");
	}
	fprintf(code, "\t{0}\n};\nconst int n_migrations = %d;\n", count);
	fclose(code);
	write_file(code_path, code_text);
}

#include "schema.h"

static void tables_of_all(const char *code_path, char **files)
{
	char *code_text;
	size_t n;
	FILE *code = need(open_memstream(&code_text, &n));

	for (; *files; files++) {
		read_file(*files);
		read_changes();
	}
	put_tables(code);
	fclose(code);
	write_file(code_path, code_text);
}

int main(int argc, char **argv)
{
	if (argc > 2 && !strcmp(argv[1], "--all"))
		all_files(argv[2], argv + 3);
	else if (argc > 2 && !strcmp(argv[1], "--migrations"))
		all_migrations(argv[2], argv + 3);
	else if (argc > 2 && !strcmp(argv[1], "--tables"))
		tables_of_all(argv[2], argv + 3);
	else if (argc == 4)
		one_file(argv[1], argv[2], argv[3]);
	else {
		fprintf(stderr, "usage: sqlc IN.sql OUT.c OUT.h | --all OUT.c IN.sql... | --migrations OUT.c IN.sql... | --tables OUT.c IN.sql...\n");
		return 2;
	}
	return 0;
}
