/* scan.c: finds statements that read a large table whole without saying so, from the engine's plan for them.
 *
 * For tests alone (db_scan_found).  The plan calls a table by its alias in the statement, so the statement's words are read
 * to find out which table that is.  Going through an index that holds a part of the table only (CREATE INDEX … WHERE) is
 * what that index is for. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/text.h"
#include "db/backend.h"

static const struct sql table_names = {
	.name = "table_names", .text = "SELECT name FROM sqlite_schema WHERE type = 'table'", .scans = true,
};
static const struct sql partial_names = {
	.name = "partial_names", .text = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%) WHERE %'",
	.scans = true,
};
static const struct sql small_names = {
	.name = "small_names", .text = "SELECT small FROM schema_migration", .scans = true,
};

static bool word_char(char c)
{
	return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* The next word of a text, NULL at its end. */
static const char *next_word(const char **at, size_t *n)
{
	while (**at && !word_char(**at))
		(*at)++;
	const char *word = *at;

	while (word_char(**at))
		(*at)++;
	*n = (size_t)(*at - word);
	return *n ? word : NULL;
}

static bool word_is(const char *word, size_t n, const char *wanted)
{
	return strlen(wanted) == n && !strncasecmp(word, wanted, n);
}

static bool has_word(const char *words, const char *wanted)
{
	const char *word;
	size_t n;

	while ((word = next_word(&words, &n)))
		if (word_is(word, n, wanted))
			return true;
	return false;
}

/* Whether the statement calls the table so: "table alias" or "table AS alias". */
static bool called(const char *text, const char *table, const char *alias)
{
	const char *word;
	size_t n;
	bool after = false;

	while ((word = next_word(&text, &n))) {
		if (after && word_is(word, n, alias))
			return true;
		after = word_is(word, n, table) || (after && word_is(word, n, "AS"));
	}
	return false;
}

static void report(struct db *db, const struct sql *sql, const char *table)
{
	if (db->scans->n)
		text_char(db->scans, ' ');
	text_print(db->scans, "%s(%s)", sql->name, table);
	log_line("%s scans the table %s", sql->name, table);
}

/* One SCAN of the plan; its alias is the word after it. */
static void judge(struct db *db, const struct sql *sql, const char *alias, const struct rows *tables)
{
	for (int i = 0; i < tables->n; i++) {
		const char *table = row_text(tables, i, "name");

		if (strcasecmp(alias, table) && !called(sql->text, table, alias))
			continue;
		if (!text_starts(table, "sqlite_") && !has_word(db->small_tables, table))
			report(db, sql, table);
	}
}

static bool ask(struct db *db, const struct sql *sql, struct rows *to, struct arena *mem)
{
	*to = (struct rows){.mem = mem};
	return db->engine->run(db, sql, NULL, 0, to) == ANSWER_OK;
}

/* Asked once a connection; before the first migration there is nothing to ask. */
static void load_small(struct db *db, struct arena *mem, const struct rows *tables)
{
	struct text t = text_new(db->own, 1 << 20);
	struct rows r;

	for (int i = 0; i < tables->n; i++)
		if (text_is(row_text(tables, i, "name"), "schema_migration") && ask(db, &small_names, &r, mem))
			for (int row = 0; row < r.n; row++)
				text_print(&t, " %s", row_text(&r, row, "small"));
	text_puts(&t, " schema_migration");
	db->small_tables = t.at;
}

/* "SCAN job USING COVERING INDEX job_due": whether the index is one of these. */
static bool is_by(const char *step, const struct rows *indexes)
{
	for (int i = 0; i < indexes->n; i++)
		if (strstr(step, " INDEX ") && has_word(strstr(step, " INDEX ") + 7, row_text(indexes, i, "name")))
			return true;
	return false;
}

static void look(struct db *db, const struct sql *sql, struct arena *mem)
{
	struct rows plan = {.mem = mem}, tables, partial;

	if (db->engine->plan(db, sql, &plan) != ANSWER_OK || !ask(db, &table_names, &tables, mem) ||
		!ask(db, &partial_names, &partial, mem))
		return;
	if (!db->small_tables)
		load_small(db, mem, &tables);
	for (int i = 0; i < plan.n; i++) {
		const char *step = row_text(&plan, i, "detail");
		size_t n;

		if (!text_starts(step, "SCAN ") || is_by(step, &partial))
			continue;
		step += 5;
		const char *alias = next_word(&step, &n);

		if (alias)
			judge(db, sql, arena_bytes(mem, alias, n), &tables);
	}
}

void scan_look(struct db *db, const struct sql *sql)
{
	if (!db->scan_check || sql->scans || !db->engine->plan)
		return;
	struct arena *mem = arena_new(16 << 20);
	int64_t changed = db->changed;

	look(db, sql, mem);
	db->changed = changed;
	arena_free(mem);
}
