/* schema.h: what tables the migrations make, taken together: for sqlc --tables.  Part of sqlc.c.
 *
 * Knows CREATE TABLE, ALTER TABLE and DROP TABLE as migrations write them.  Every table must be one that a backup can carry to the other
 * engine: made for both, of columns whose kind is known, with a key that gives its rows an order. */
#ifndef TOOLS_SCHEMA_H
#define TOOLS_SCHEMA_H

enum { MOST_TABLES = 400, MOST_COLUMNS = MOST_VALUES };

struct column_made { char name[64]; const char *kind; };
struct table_made {
	char name[64], key[200];
	struct column_made columns[MOST_COLUMNS];
	int n;
	bool numbered;
};

static struct table_made tables[MOST_TABLES];
static int n_tables;
static bool in_block;                                           /* for one engine alone */

/* Blanks and remarks; of these, where a block begins and ends. */
static const char *skip_between(const char *c)
{
	for (;;) {
		c += strspn(c, " \t\r\n");
		if (!strncmp(c, "-- only:", 8))
			in_block = true;
		else if (!strncmp(c, "-- end", 6))
			in_block = false;
		if (strncmp(c, "--", 2) && strncmp(c, "/*", 2))
			return c;
		c = skip_comment(c);
	}
}

/* One statement of a migration into st.tokens; NULL behind the last. */
static const char *next_change(const char *c)
{
	int depth = 0;

	c = skip_between(c);
	if (!*c)
		return NULL;
	st = (struct statement){.at = c};
	while (*c && *c != ';') {
		const char *from = c;

		if (*c == '\'' || *c == '"')
			c = add_quoted(c, depth);
		else if (letter(*c)) {
			while (letter(*c))
				c++;
			add_token('w', from, c, depth);
		} else
			c = add_mark(c, &depth);
		c = skip_between(c);
	}
	add_token('.', c, c, 0);                                    /* so that a look ahead finds something */
	return *c ? c + 1 : c;
}

static bool words_at(int i, const char *a, const char *b)
{
	return i + 1 < st.n_tokens && is_word(&st.tokens[i], a) && is_word(&st.tokens[i + 1], b);
}

static void copy_word(char to[64], const struct token *t)
{
	if (t->kind != 'w' || t->n >= 64)
		refuse(t->at, "a plain name was expected");
	memcpy(to, t->at, (size_t)t->n);
	to[t->n] = '\0';
}

static struct table_made *table_at(const struct token *name)
{
	for (int i = 0; i < n_tables; i++)
		if (is_word(name, tables[i].name))
			return &tables[i];
	refuse(name->at, "no migration made the table %.*s", name->n, name->at);
}

static int column_at(const struct table_made *t, const struct token *name)
{
	for (int i = 0; i < t->n; i++)
		if (is_word(name, t->columns[i].name))
			return i;
	refuse(name->at, "%s has no column %.*s", t->name, name->n, name->at);
}

static const char *kind_of(const struct token *type)
{
	static const struct { const char *type, *kind; } kinds[] = {{"SERIAL_ID", "VALUE_INT"}, {"SERIAL_PART", "VALUE_INT"}, {"BIGINT", "VALUE_INT"},
		{"INTEGER", "VALUE_INT"}, {"TEXT", "VALUE_TEXT"}, {"BYTES", "VALUE_BYTES"}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (is_word(type, kinds[i].type))
			return kinds[i].kind;
	refuse(type->at, "a column is SERIAL_ID, SERIAL_PART, BIGINT, INTEGER, TEXT or BYTES: both engines keep these alike");
}

/* Where the item of a list ends whose first token is at i: at its comma, the list's bracket, or the statement's end. */
static int item_end(int i)
{
	int depth = st.tokens[i].depth;

	while (st.tokens[i].kind != '.' && st.tokens[i].depth >= depth && (st.tokens[i].kind != ',' || st.tokens[i].depth > depth))
		i++;
	return i;
}

/* The column whose name stands at i. */
static void add_column(struct table_made *t, int i)
{
	const struct token *name = &st.tokens[i];

	if (t->n == MOST_COLUMNS)
		refuse(name->at, "more than %d columns", MOST_COLUMNS);
	copy_word(t->columns[t->n].name, name);
	t->columns[t->n++].kind = kind_of(name + 1);
	bool numbered = is_word(name + 1, "SERIAL_ID") || is_word(name + 1, "SERIAL_PART");

	if (numbered && (t->n > 1 || !is_word(name, "id")))
		refuse(name->at, "a SERIAL_ID is the first column and called id");
	t->numbered |= numbered;
	for (int k = i + 1; k < item_end(i); k++)
		if (is_word(&st.tokens[k], "SERIAL_ID") || words_at(k, "PRIMARY", "KEY"))
			memcpy(t->key, t->columns[t->n - 1].name, 64);
}

/* PRIMARY KEY (a, b): from its bracket on. */
static void take_key(struct table_made *t, int i)
{
	int n = 0;

	for (i++; st.tokens[i].kind != ')'; i++)
		n += snprintf(t->key + n, sizeof t->key - (size_t)n, st.tokens[i].kind == ',' ? ", " : "%.*s", st.tokens[i].n, st.tokens[i].at);
}

static void create_table(int i)
{
	static const char *const rules[] = {"UNIQUE", "CHECK", "FOREIGN", "PRIMARY", "CONSTRAINT", NULL};
	struct table_made *t = &tables[n_tables];

	if (words_at(i + 1, "PARTITION", "OF"))
		return;
	if (in_block)
		refuse(st.at, "a table for one engine alone: a backup could not carry it");
	if (n_tables++ == MOST_TABLES)
		refuse(st.at, "more than %d tables", MOST_TABLES);
	*t = (struct table_made){0};                            /* a table that was dropped may have stood here */
	copy_word(t->name, &st.tokens[i]);
	if (st.tokens[++i].kind != '(')
		refuse(st.tokens[i].at, "the columns of %s were expected", t->name);
	do {
		i++;
		if (!word_in(&st.tokens[i], rules))
			add_column(t, i);
		else if (words_at(i, "PRIMARY", "KEY"))
			take_key(t, i + 2);
		i = item_end(i);
	} while (st.tokens[i].kind == ',');
	if (!*t->key)
		refuse(st.at, "%s has no PRIMARY KEY: its rows would have no order", t->name);
}

static void drop_column(struct table_made *t, const struct token *name)
{
	int at = column_at(t, name);

	memmove(&t->columns[at], &t->columns[at + 1], (size_t)(--t->n - at) * sizeof *t->columns);
}

static void alter_table(int i)
{
	const struct token *how = &st.tokens[i + 1];
	int column = i + 2 + is_word(how + 1, "COLUMN");

	if (is_word(how, "RENAME") && is_word(how + 1, "TO"))
		copy_word(table_at(&st.tokens[i])->name, how + 2);
	else if (in_block && !is_word(how + 1, "COLUMN"))
		return;
	else if (in_block)
		refuse(st.at, "a column for one engine alone: a backup could not carry it");
	else if (is_word(how, "ADD"))
		add_column(table_at(&st.tokens[i]), column);
	else if (is_word(how, "DROP"))
		drop_column(table_at(&st.tokens[i]), &st.tokens[column]);
	else if (is_word(how, "RENAME"))
		copy_word(table_at(&st.tokens[i])->columns[column_at(table_at(&st.tokens[i]), &st.tokens[column])].name, &st.tokens[column + 2]);
	else
		refuse(how->at, "ALTER TABLE … %.*s: tools/schema.h does not know it", how->n, how->at);
}

static void drop_table(int i)
{
	struct table_made *t = table_at(&st.tokens[i]);

	memmove(t, t + 1, (size_t)(&tables[--n_tables] - t) * sizeof *t);
}

static void read_changes(void)
{
	in_block = false;
	for (const char *c = text; (c = next_change(c)); ) {
		if (words_at(0, "CREATE", "TABLE"))
			create_table(words_at(2, "IF", "NOT") ? 5 : 2);
		else if (words_at(0, "ALTER", "TABLE"))
			alter_table(2);
		else if (words_at(0, "DROP", "TABLE"))
			drop_table(words_at(2, "IF", "EXISTS") ? 4 : 2);
	}
}

static void put_names(FILE *out, const struct table_made *t)
{
	for (int i = 0; i < t->n; i++)
		fprintf(out, "%s%s", i ? ", " : "", t->columns[i].name);
}

static void put_table(FILE *out, const struct table_made *t)
{
	fprintf(out, "\t{.name = \"%s\", .numbered = %d, .columns = %d, .column = (const struct column[]){", t->name, t->numbered, t->n);
	for (int i = 0; i < t->n; i++)
		fprintf(out, "%s{\"%s\", %s}", i ? ", " : "", t->columns[i].name, t->columns[i].kind);
	fprintf(out, "},\n\t\t.all = {.name = \"%s_all\", .scans = 1, .text = \"SELECT ", t->name);
	put_names(out, t);
	fprintf(out, " FROM %s ORDER BY %s\"},\n\t\t.any = {.name = \"%s_any\", .scans = 1, .text = \"SELECT %s FROM %s LIMIT 1\"},\n",
		t->name, t->key, t->name, t->columns[0].name, t->name);
	fprintf(out, "\t\t.put = {.name = \"%s_put\", .writes = 1, .values = %d, .copy = \"COPY %s (", t->name, t->n, t->name);
	put_names(out, t);
	fprintf(out, ") FROM STDIN\",\n\t\t\t.text = \"INSERT INTO %s (", t->name);
	put_names(out, t);
	fprintf(out, ") VALUES (");
	for (int i = 0; i < t->n; i++)
		fprintf(out, "%s$%d", i ? ", " : "", i + 1);
	fprintf(out, ")\"},\n\t\t.clear = {.name = \"%s_clear\", .writes = 1, .scans = 1, .text = \"DELETE FROM %s\"}},\n", t->name, t->name);
}

static void put_tables(FILE *out)
{
	fprintf(out, "/* Made by sqlc: the tables that the migrations make, in the order in which they are made. */\n"
		"#include \"db/built.h\"\nconst struct table all_tables[] = {\n");
	for (int i = 0; i < n_tables; i++)
		put_table(out, &tables[i]);
	fprintf(out, "\t{0}\n};\nconst int n_tables = %d;\n", n_tables);
}
#endif
