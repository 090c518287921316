/* tplc: templates to C.
 *
 * usage: tplc IN.html|IN.xml OUT.c OUT.h
 *
 *	{! #include "app/x/x.h" !}                              headers that the signatures need, first
 *	{! void x_page(struct html *h, const struct x *x) !}    one function; its body goes to the next {! or the end
 *	{! static void x_row(struct html *h, …) !}              one of this file alone
 *	{{ x->name }}                                           any C expression, escaped by type (web/html.h)
 *	{% each r : x->rows %} … {% end %}                      x->rows is a struct with at and n; r points to each, r_n counts
 *	{% if c %} … {% elif c %} … {% else %} … {% end %}
 *	{% call x_row(h, r) %}                                  another page, in text only
 *	{# remark #}
 *
 * Lines that hold nothing but directives and blanks are dropped.  Where a value may stand is decided by markup.h.  A complaint
 * reads file:line:column and leaves no output.  #line makes the compiler of C speak of the template. */
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include "markup.h"

enum block_kind { BLOCK_IF, BLOCK_EACH };

struct block {
	enum block_kind kind;
	const char *begin;
	struct markup start, out;                               /* out: what holds after the branches so far */
	bool has_out, has_else;
};

static const char *path, *text, *end;
static FILE *header, *prototypes, *code;
static struct markup now;
static struct block blocks[32];
static int depth, functions;
static char *literal;                                           /* markup not yet written */
static size_t n_literal;

_Noreturn __attribute__((format(printf, 2, 3)))
static void refuse(const char *at, const char *format, ...)
{
	va_list args;
	int line = 1, column = 1;

	for (const char *c = text; c < at; c++, column++)
		if (*c == '\n')
			line++, column = 0;
	fprintf(stderr, "%s:%d:%d: error: ", path, line, column);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

static void *need(void *made)
{
	if (!made) {
		perror("tplc");
		exit(1);
	}
	return made;
}

/* The whole file, with a NUL behind it. */
static char *read_file(size_t *n)
{
	FILE *f = need(fopen(path, "rb"));
	char *all = NULL;
	size_t got;

	*n = 0;
	do {
		all = need(realloc(all, *n + 65537));
		got = fread(all + *n, 1, 65536, f);
		*n += got;
	} while (got);
	fclose(f);
	all[*n] = '\0';
	if (strlen(all) != *n) {
		fprintf(stderr, "%s:1:1: error: a NUL byte in the template\n", path);
		exit(1);
	}
	return all;
}

/* Blanks of both ends cut off: [*from, *to). */
static void trim(const char **from, const char **to)
{
	while (*from < *to && isspace((unsigned char)**from))
		++*from;
	while (*to > *from && isspace((unsigned char)(*to)[-1]))
		--*to;
}

/* Behind the string or character constant that begins at c. */
static const char *skip_constant(const char *c)
{
	const char *begin = c;
	char quote = *c++;

	while (c < end && *c != quote && *c != '\n')
		c += *c == '\\' ? 2 : 1;
	if (c >= end || *c != quote)
		refuse(begin, "a %c without its partner", quote);
	return c + 1;
}

/* The place of the two bytes that close the directive at `at`, outside of C's strings and braces. */
static const char *closing(const char *at)
{
	char kind = at[1], close[3] = {kind == '{' ? '}' : kind, '}', 0};
	int braces = 0;

	for (const char *c = at + 2; c + 1 < end; ) {
		if (braces <= 0 && !memcmp(c, close, 2))
			return c;
		if (kind != '#' && (*c == '"' || *c == '\'')) {
			c = skip_constant(c);
			continue;
		}
		if (kind == '{')
			braces += (*c == '{') - (*c == '}');
		c++;
	}
	refuse(at, "this {%c has no %s", kind, close);
}

static bool directive_at(const char *c)
{
	return c + 1 < end && *c == '{' && strchr("!{%#", c[1]);
}

static int line_of(const char *at)
{
	int line = 1;

	for (const char *c = text; c < at; c++)
		line += *c == '\n';
	return line;
}

static int column_of(const char *at)
{
	const char *c = at;

	while (c > text && c[-1] != '\n')
		c--;
	return (int)(at - c);
}

/* A piece of the template's C under its own line and, where `before` leaves room, in its own column. */
static void put_code(const char *before, const char *from, const char *to, const char *after)
{
	int blanks = column_of(from) - (int)strlen(before);

	fprintf(code, "#line %d \"%s\"\n%*s%s%.*s%s\n", line_of(from), path, blanks > 0 ? blanks : 0, "", before,
		(int)(to - from), from, after);
}

/* Holds for the literal what was said in html.h: the bytes as they are. */
static void flush_literal(void)
{
	if (!n_literal)
		return;
	fprintf(code, "html_raw(h, \"");
	for (size_t i = 0; i < n_literal; i++) {
		unsigned char c = (unsigned char)literal[i];

		if (c == '\n')
			fprintf(code, i + 1 < n_literal ? "\\n\"\n\t\"" : "\\n");
		else if (c == '"' || c == '\\' || c == '?')
			fprintf(code, "\\%c", c);
		else if (c < ' ' || c == 127)
			fprintf(code, "\\%03o", c);
		else
			fputc(c, code);
	}
	fprintf(code, "\", %zu);\n", n_literal);
	n_literal = 0;
}

static void finish_function(const char *at)
{
	if (!functions) {
		if (n_literal)
			refuse(text, "markup before the first {! signature !}");
		return;
	}
	flush_literal();
	if (depth)
		refuse(blocks[depth - 1].begin, "this block has no {%% end %%}");
	if (now.place != IN_TEXT)
		refuse(at, "the page ends inside a tag, a comment or a script");
	fprintf(code, "}\n");
}

/* struct names of a signature, declared before it so that headers need not be included for pointers. */
static void declare_structs(const char *from, const char *to)
{
	for (const char *c = from; c + 7 < to; c++) {
		int n = 0;

		if (strncmp(c, "struct ", 7) || (c > from && (isalnum((unsigned char)c[-1]) || c[-1] == '_')))
			continue;
		while (isalnum((unsigned char)c[7 + n]) || c[7 + n] == '_')
			n++;
		fprintf(header, "struct %.*s;\n", n, c + 7);
	}
}

static void signature(const char *from, const char *to)
{
	bool is_static = !strncmp(from, "static ", 7);
	const char *c = from + (is_static ? 7 : 0), *parameter = "(struct html *h";

	if (strncmp(c, "void ", 5))
		refuse(from, "a signature reads: void name(struct html *h, …)");
	for (c += 5; isalnum((unsigned char)*c) || *c == '_'; c++)
		;
	size_t n = strlen(parameter);

	if (strncmp(c, parameter, n) || (c[n] != ',' && c[n] != ')') || to[-1] != ')')
		refuse(from, "a signature reads: void name(struct html *h, …)");
	declare_structs(from, to);
	fprintf(is_static ? prototypes : header, "%.*s;\n", (int)(to - from), from);
	put_code("", from, to, "\n{");
	now = (struct markup){.xml = now.xml};
	functions++;
}

static void declaration(const char *at, const char *from, const char *to)
{
	if (strncmp(from, "#include ", 9)) {
		finish_function(at);
		signature(from, to);
	} else if (functions)
		refuse(at, "#include stands before the first signature");
	else
		fprintf(header, "%.*s\n", (int)(to - from), from);
}

static void print_value(const char *at, const char *from, const char *to)
{
	bool is_url;
	const char *refused = markup_print(&now, &is_url);

	if (refused)
		refuse(at, "%s", refused);
	if (from == to)
		refuse(at, "nothing to print");
	flush_literal();
	put_code(is_url ? "U(" : "P(", from, to, ");");
}

static struct block *open_block(const char *at, enum block_kind kind)
{
	if (depth == (int)(sizeof blocks / sizeof *blocks))
		refuse(at, "blocks nested too deep");
	blocks[depth] = (struct block){.kind = kind, .begin = at, .start = now};
	return &blocks[depth++];
}

/* for over the members at and n; the list must cost nothing to name. */
static void each(const char *at, const char *from, const char *to)
{
	const char *list = from;

	while (list < to && (isalnum((unsigned char)*list) || *list == '_'))
		list++;
	int n = (int)(list - from);

	while (list < to && isspace((unsigned char)*list))
		list++;
	if (!n || list >= to || *list != ':')
		refuse(at, "each reads: {%% each name : list %%}");
	list++;
	trim(&list, &to);
	open_block(at, BLOCK_EACH);
	fprintf(code, "#line %d \"%s\"\nfor (long %.*s_n = 0; %.*s_n < (long)(%.*s).n; %.*s_n++) { "
		"__typeof__(&(%.*s).at[0]) %.*s = &(%.*s).at[%.*s_n]; (void)%.*s;\n", line_of(list), path, n, from, n, from,
		(int)(to - list), list, n, from, (int)(to - list), list, n, from, (int)(to - list), list, n, from, n, from);
}

static void end_branch(const char *at, struct block *b)
{
	if (!b->has_out)
		b->out = now;
	else if (!markup_join(&b->out, &now))
		refuse(at, "the branches end at different places of the markup");
	b->has_out = true;
	now = b->start;
}

static void other_branch(const char *at, const char *from, const char *to, bool has_condition)
{
	struct block *b = depth ? &blocks[depth - 1] : NULL;

	if (!b || b->kind != BLOCK_IF || b->has_else)
		refuse(at, "there is no {%% if %%} that this belongs to");
	if (has_condition ? from == to : from != to)
		refuse(at, has_condition ? "elif needs a condition" : "else has no condition");
	end_branch(at, b);
	b->has_else = !has_condition;
	if (has_condition) {
		fprintf(code, "} else\n");
		put_code("if (", from, to, ") {");
	} else
		fprintf(code, "} else {\n");
}

static void end_block(const char *at)
{
	struct block *b = depth ? &blocks[--depth] : NULL;

	if (!b)
		refuse(at, "there is no block to end");
	if (b->kind == BLOCK_IF) {
		end_branch(at, b);
		if (!b->has_else && !markup_join(&b->out, &b->start))
			refuse(at, "the branches end at different places of the markup");
		now = b->out;
	} else {
		struct markup joined = now;

		if (now.place != b->start.place || now.filled != b->start.filled || !markup_join(&joined, &b->start))
			refuse(at, "each turn of a loop ends where it began in the markup");
		now = joined;
	}
	fprintf(code, "}\n");
}

static bool word(const char **from, const char *to, const char *name)
{
	size_t n = strlen(name);

	if ((size_t)(to - *from) < n || strncmp(*from, name, n) || isalnum((unsigned char)(*from)[n]) || (*from)[n] == '_')
		return false;
	*from += n;
	while (*from < to && isspace((unsigned char)**from))
		++*from;
	return true;
}

static void call(const char *at, const char *from, const char *to)
{
	if (now.place != IN_TEXT)
		refuse(at, "call stands in text, not in a tag");
	if (to - from < 4 || to[-1] != ')')
		refuse(at, "call reads: {%% call name(h, …) %%}");
	put_code("", from, to, ";");
}

static void statement(const char *at, const char *from, const char *to)
{
	const char *refused = markup_directive(&now);

	if (refused)
		refuse(at, "%s", refused);
	flush_literal();
	if (word(&from, to, "each"))
		each(at, from, to);
	else if (word(&from, to, "if")) {
		if (from == to)
			refuse(at, "if needs a condition");
		open_block(at, BLOCK_IF);
		put_code("if (", from, to, ") {");
	} else if (word(&from, to, "elif"))
		other_branch(at, from, to, true);
	else if (word(&from, to, "else"))
		other_branch(at, from, to, false);
	else if (word(&from, to, "end") && from == to)
		end_block(at);
	else if (word(&from, to, "call"))
		call(at, from, to);
	else
		refuse(at, "not a directive: each, if, elif, else, end, call");
}

/* Gives the place behind the directive. */
static const char *directive(const char *at)
{
	const char *from = at + 2, *close = closing(at), *to = close;

	trim(&from, &to);
	if (at[1] != '!' && at[1] != '#' && !functions)
		refuse(at, "a {! signature !} comes first");
	if (at[1] == '!')
		declaration(at, from, to);
	else if (at[1] == '{')
		print_value(at, from, to);
	else if (at[1] == '%')
		statement(at, from, to);
	return close + 2;
}

/* The end of a line that holds directives (no values) and blanks only, or NULL. */
static const char *end_of_pure_line(const char *c)
{
	bool any = false;

	while (c < end && *c != '\n')
		if (directive_at(c) && c[1] != '{') {
			c = closing(c) + 2;
			any = true;
		} else if (*c == ' ' || *c == '\t' || *c == '\r')
			c++;
		else
			return NULL;
	return any ? c + (c < end) : NULL;
}

static void pure_line(const char *c, const char *line_end)
{
	while (c < line_end)
		c = directive_at(c) ? directive(c) : c + 1;
}

static void take(const char *c)
{
	const char *refused = markup_step(&now, *c);

	if (refused)
		refuse(c, "%s", refused);
	if (!functions && !isspace((unsigned char)*c))
		refuse(c, "markup before the first {! signature !}");
	if (functions)
		literal[n_literal++] = *c;
}

static void translate(void)
{
	for (const char *c = text; c < end; ) {
		const char *line_end = c == text || c[-1] == '\n' ? end_of_pure_line(c) : NULL;

		if (line_end) {
			pure_line(c, line_end);
			c = line_end;
		} else if (directive_at(c))
			c = directive(c);
		else
			take(c++);
	}
	if (!functions)
		refuse(end, "there is no {! signature !}");
	finish_function(end);
}

static void write_file(const char *to, const char *const parts[3])
{
	FILE *f = need(fopen(to, "w"));

	for (int i = 0; i < 3; i++)
		fputs(parts[i], f);
	if (fclose(f))
		need(NULL);
}

int main(int argc, char **argv)
{
	char *parts[3];
	size_t sizes[3], n;

	if (argc != 4) {
		fprintf(stderr, "usage: tplc IN.html|IN.xml OUT.c OUT.h\n");
		return 2;
	}
	path = argv[1];
	text = read_file(&n);
	end = text + n;
	literal = need(malloc(n + 1));
	now.xml = n && strlen(path) > 4 && !strcmp(path + strlen(path) - 4, ".xml");
	header = need(open_memstream(&parts[0], &sizes[0]));
	prototypes = need(open_memstream(&parts[1], &sizes[1]));
	code = need(open_memstream(&parts[2], &sizes[2]));
	const char *slash = strrchr(argv[3], '/');

	fprintf(header, "/* Made by tplc from %s. */\n#pragma once\n#include \"web/html.h\"\n", path);
	fprintf(prototypes, "/* Made by tplc from %s. */\n#include \"%s\"\n#define P(x) html_put(h, x)\n#define U(x) html_url(h, x)\n",
		path, slash ? slash + 1 : argv[3]);
	translate();
	fclose(header);
	fclose(prototypes);
	fclose(code);
	write_file(argv[2], (const char *const[]){parts[1], parts[2], ""});
	write_file(argv[3], (const char *const[]){parts[0], "", ""});
	return 0;
}
