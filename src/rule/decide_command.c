/* decide_command.c: `peixun decide` from standard input to standard output. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/decide.h"

enum {
	EXIT_INPUT = 2,
	ONE_MOST = 1 << 20,                                     /* bytes of one object */
	ANSWER_USUAL = 3000, STREAM = 1 << 16,
	ANSWER_MEMORY = 1 << 28, PLAN_MEMORY = 1 << 28,
};

struct call { const char *rule, *plan; bool list, lines; };

/* False: not a call that we know. */
static bool read_call(struct call *c, int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "--list") && argc == 2)
			c->list = true;
		else if (!strcmp(argv[i], "--lines"))
			c->lines = true;
		else if (!strcmp(argv[i], "--plan") && i + 1 < argc)
			c->plan = argv[++i];
		else if (argv[i][0] != '-' && !c->rule)
			c->rule = argv[i];
		else
			return false;
	return c->list || c->rule;
}

static void put(FILE *to, const struct text *t)
{
	fwrite(t->at, 1, t->n, to);
	fputc('\n', to);
}

static const char too_long[] = "{\"error\":{\"code\":\"BAD_INPUT\",\"path\":\"\",\"text\":\"資料超過1 MiB\"}}";

static int answer_one(struct decider *d, const struct call *c, const struct rule *rule, struct arena *mem)
{
	char *bytes = arena_get(mem, ONE_MOST + 1);
	size_t n = fread(bytes, 1, ONE_MOST + 1, stdin);
	struct text out = text_new(mem, ANSWER_MEMORY);
	bool good = false;

	if (n > ONE_MOST)
		text_puts(&out, too_long);
	else
		good = decide(d, rule, c->plan, bytes, n, mem, &out);
	put(good ? stdout : stderr, &out);
	return good ? 0 : EXIT_INPUT;
}

/* Room for most answers at once. */
static struct text answer_room(struct arena *mem)
{
	struct text out = text_new(mem, ANSWER_MEMORY);

	text_room(&out, ANSWER_USUAL);
	return out;
}

/* Line k of the output answers line k of the input; a line end at the very end is not a line of its own. */
static int answer_lines(struct decider *d, const struct call *c, const struct rule *rule, struct arena *mem)
{
	static char in[STREAM], to[STREAM];
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	int status = 0;

	setvbuf(stdin, in, _IOFBF, sizeof(in));
	setvbuf(stdout, to, _IOFBF, sizeof(to));
	while ((n = getline(&line, &room, stdin)) >= 0) {
		struct text out = answer_room(mem);
		size_t length = (size_t)n - (line[n - 1] == '\n');
		bool good = false;

		if (length > ONE_MOST)
			text_puts(&out, too_long);
		else
			good = decide(d, rule, c->plan, line, length, mem, &out);
		put(stdout, &out);
		status = good ? status : EXIT_INPUT;
		arena_reset(mem);
	}
	free(line);
	return status;
}

static int answer(struct decider *d, const struct call *c, struct arena *mem)
{
	const struct rule *rule = c->list ? NULL : decide_rule(c->rule);
	struct text out;

	if (c->list) {
		out = text_new(mem, ANSWER_MEMORY);
		decide_list(&out);
		put(stdout, &out);
		return 0;
	}
	if (!rule) {
		fprintf(stderr, "{\"error\":{\"code\":\"RULE_UNKNOWN\",\"path\":\"\",\"text\":\"查無此規則，請以peixun decide --list查詢\"}}\n");
		return EXIT_INPUT;
	}
	return c->lines ? answer_lines(d, c, rule, mem) : answer_one(d, c, rule, mem);
}

int decide_command(const struct calendar *calendar, const char *folder, int argc, char **argv)
{
	struct call c = {0};
	struct decider d = {.folder = folder, .calendar = calendar};
	struct arena *mem;
	int status;

	if (!read_call(&c, argc, argv)) {
		fprintf(stderr, "usage: peixun decide --list | RULE [--plan ID[@VERSION]] [--lines] < facts.json\n");
		return EXIT_INPUT;
	}
	mem = arena_new(ANSWER_MEMORY);
	d.mem = arena_new(PLAN_MEMORY);
	status = answer(&d, &c, mem);
	if (fflush(stdout) || ferror(stdout)) {
		fprintf(stderr, "peixun decide: %s\n", strerror(errno));
		status = EXIT_FAILURE;
	}
	arena_free(mem);
	arena_free(d.mem);
	return status;
}
