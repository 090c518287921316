/* http_command.c: `peixun http`: one request told in text on standard input, answered on standard output as the web would.
 *
 * For looking into the program: which checks, which statements, which reply.  No socket, no session: the account named with
 * --as is signed in for this one request, with its own rights.  The request is either raw HTTP/1.1 or its short form,
 *
 *     POST /exams/new
 *     exam_year=111&exam_code=007&exam_name=…          (or a JSON object)
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/call.h"
#include "base/text.h"

enum { HEADERS_MOST = 64, MEMORY = 512 << 20, ANSWER_MEMORY = 16 << 20, EXIT_WRONG_CALL = 2 };

struct told { struct wire_request wire; struct wire_header headers[HEADERS_MOST + 1]; };

static struct text read_input(struct arena *mem)
{
	struct text t = text_new(mem, MEMORY / 4);
	char piece[1 << 14];

	for (size_t n; (n = fread(piece, 1, sizeof piece, stdin)) > 0;)
		text_add(&t, piece, n);
	return t;
}

/* The next line without its end; NULL behind the last one. */
static char *next_line(struct arena *mem, const char **at, const char *end)
{
	const char *stop = *at < end ? memchr(*at, '\n', (size_t)(end - *at)) : NULL;

	if (*at >= end)
		return NULL;
	if (!stop)
		stop = end;
	char *line = arena_bytes(mem, *at, (size_t)(stop - *at) - (stop > *at && stop[-1] == '\r'));

	*at = stop + (stop < end);
	return line;
}

static void add_header(struct told *t, const char *name, const char *value)
{
	if (t->wire.n_headers < HEADERS_MOST)
		t->headers[t->wire.n_headers++] = (struct wire_header){name, value};
}

static bool read_headers(struct arena *mem, struct told *t, const char **at, const char *end)
{
	char *line;

	while ((line = next_line(mem, at, end)) && *line) {
		char *colon = strchr(line, ':');

		if (!colon)
			return false;
		add_header(t, arena_bytes(mem, line, (size_t)(colon - line)), text_trim(mem, colon + 1));
	}
	return true;
}

/* False: its first line is not a method and a path, or a header has no colon. */
static bool read_request(struct arena *mem, struct text input, struct told *t)
{
	const char *at = input.at, *end = input.at + input.n;
	char *method = input.n ? next_line(mem, &at, end) : NULL, *path = method ? strchr(method, ' ') : NULL;

	if (!path || path[1] != '/')
		return false;
	*path++ = '\0';
	char *version = strchr(path, ' '), *query = strchr(path, '?');

	if (version)
		*version = '\0';
	if (version && !read_headers(mem, t, &at, end))
		return false;
	while (!version && end > at && strchr("\r\n", end[-1]))
		end--;
	if (!version && end > at)
		add_header(t, "Content-Type", *at == '{' ? "application/json" : "application/x-www-form-urlencoded");
	if (query)
		*query++ = '\0';
	t->wire.method = method;
	t->wire.path = path;
	t->wire.query = query ? query : "";
	t->wire.body = at;
	t->wire.n_body = (uint64_t)(end - at);
	return true;
}

static void show_statement(void *with, const struct sql *s)
{
	int *n = with;

	fprintf(stderr, "-- %d %s\n%s\n\n", ++*n, s->name, s->text);
}

static bool print_reply(const struct wire_reply *reply)
{
	printf("HTTP/1.1 %d\n", reply->status);
	for (int i = 0; i < reply->n_headers; i++)
		printf("%s: %s\n", reply->headers[i].name, reply->headers[i].value);
	putchar('\n');
	return !fflush(stdout) && call_write(reply, STDOUT_FILENO);
}

/* As much memory as a worker of the server has for an answer, so that what is too much for it is too much here. */
static int run(struct arena *mem, struct told *t, const char *as, bool show_sql)
{
	int statements = 0;
	struct call c = {.as = as, .seen = show_sql ? show_statement : NULL, .with = &statements, .wire = t->wire};
	struct wire_reply reply;

	if (!call_web(mem, &c, t->headers, &reply)) {
		fprintf(stderr, "peixun http: there is no account %s (AGENCY/ACCOUNT)\n", as);
		return EXIT_WRONG_CALL;
	}
	return !print_reply(&reply) || reply.status >= 400;
}

static bool read_options(int argc, char **argv, const char **as, bool *show_sql)
{
	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--as") && i + 1 < argc)
			*as = argv[++i];
		else if (!strcmp(argv[i], "--sql"))
			*show_sql = true;
		else
			return false;
	}
	return true;
}

int http_command(struct db *db, int argc, char **argv)
{
	struct arena *mem = arena_new(MEMORY), *answer = arena_new(ANSWER_MEMORY);
	struct told told = {0};
	const char *as = NULL;
	bool show_sql = false;
	int status = EXIT_WRONG_CALL;

	(void)db;
	if (read_options(argc, argv, &as, &show_sql) && read_request(mem, read_input(mem), &told))
		status = run(answer, &told, as, show_sql);
	else
		fprintf(stderr, "usage: peixun http [--as AGENCY/ACCOUNT] [--sql] < REQUEST\n"
			"REQUEST: \"METHOD /path\" and the body in the lines below, or raw HTTP/1.1\n");
	arena_free(answer);
	arena_free(mem);
	return status;
}
