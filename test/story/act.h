/* act.h: what a story's people do: their requests, and what holds for every answer. */
#ifndef TEST_STORY_ACT_H
#define TEST_STORY_ACT_H

#include "base/charset.h"
#include "test/story/verdict.h"

static struct pairs seen_pages;

static struct text read_file(const char *path)
{
	struct text t = text_new(kept, 256 << 20);
	FILE *file = fopen(path, "r");
	char piece[1 << 14];

	for (size_t n; file && (n = fread(piece, 1, sizeof piece, file)) > 0;)
		text_add(&t, piece, n);
	if (file)
		fclose(file);
	else
		t.most = 0;                                             /* there is none */
	return t;
}

static void write_file(const char *name, const char *bytes, size_t n)
{
	FILE *file = fopen(arena_print(kept, "%s/%s", folder, name), "w");

	if (!file || fwrite(bytes, 1, n, file) != n || fclose(file))
		fail("%s can't be written", name);
}

static struct text chosen_file(const char *name)
{
	const char *slash = strrchr(story.file, '/');
	struct text made = read_file(arena_print(kept, "%s/%s", folder, name));

	return made.most ? made : read_file(arena_print(kept, "%.*s/%s", slash ? (int)(slash - story.file) : 1, slash ? story.file : ".", name));
}

static bool is_id(const char *s)
{
	return *s >= 'A' && *s <= 'Z' && s[1] && strchr("1289", s[1]) && strspn(s + 1, "0123456789") == 9;
}

static void check_addresses(const char *where)
{
	for (const char *s = where; (s = strpbrk(s, "=/")); s++)
		if (is_id(s + 1))
			problem("a national ID in an address: %.60s", where);
}

/* Once a kind of page: /exams/7?sort=name and /exams/8?sort=code are the same kind; a refusal is one of its line in the story. */
static void check_page(void)
{
	int line_of_refusal = last.reply.status < 400 ? 0 : story.line;
	char *kind = arena_print(kept, "%d %d %s", line_of_refusal, last.reply.status, asked.address), *end = strchr(kind, '/');
	char line[512];

	for (const char *s = end; *s; s += strcspn(s, "=") == 0 ? strcspn(s, "&") : 1)
		if (*s < '0' || *s > '9')
			*end++ = *s;
	*end = '\0';
	if (!story.sqlite || pair_value(&seen_pages, kind))
		return;
	pair_add(kept, &seen_pages, kind, "");
	write_file("page.html", last.body, last.n);
	FILE *complaints = popen(arena_print(kept, "tools/check-html < %s/page.html 2>&1", folder), "r");

	while (fgets(line, sizeof line, complaints))
		problem("%s: %s", asked.address, line);
	pclose(complaints);
}

static void visit(struct request q)
{
	ask(q);
	const char *scans = db_scan_found(web_db(web));

	if (*scans && !pair_value(&seen_pages, scans)) {
		pair_add(kept, &seen_pages, arena_text(kept, scans), "");
		problem("%s reads whole tables: %s", q.address, scans);
	}
	check_addresses(q.address);
	check_addresses(answered_header("Location"));
	if (text_starts(answered_header("Content-Type"), "text/html"))
		check_page();
}

static bool act_clock(int n, char **words)
{
	(void)n;
	return !setenv("PEIXUN_CLOCK", words[1], 1);
}

static bool act_setting(int n, char **words)
{
	(void)n;
	setenv(words[1], words[2], 1);
	return app_web();
}

static bool act_as(int n, char **words)
{
	bool by_certificate = !strcmp(words[n - 1], "certificate");

	sit_down(arena_print(kept, "%s %s", words[1], n > 2 ? words[2] : ""));
	if (!strcmp(words[1], "nobody"))
		me->cookies.n = 0;
	else if (!me->cookies.n && !sign_in_at_once(words[1], by_certificate))
		return problem("no account %s", words[1]);
	return true;
}

static bool act_get(int n, char **words)
{
	(void)n;
	visit((struct request){.method = "GET", .address = words[1]});
	return true;
}

/* follow: where the answer sends the browser; follow LABEL: where the link of this text leads */
static bool act_follow(int n, char **words)
{
	const char *to = n > 1 ? page_link(kept, last.body, words[1]) : arena_text(kept, answered_header("Location"));

	if (!to || !*to)
		return problem("the answer %d to %s leads nowhere%s%s", last.reply.status, asked.address, n > 1 ? " by " : "", n > 1 ? words[1] : "");
	visit((struct request){.method = "GET", .address = to});
	return true;
}

static void drop(struct pairs *p, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->at[i].name, name))
			p->at[n++] = p->at[i];
	p->n = n;
}

/* Of name=value, or of -name. */
static char *name_of(const char *word)
{
	const char *equals = strchr(word, '=');

	return equals ? arena_bytes(kept, word, (size_t)(equals - word)) : arena_text(kept, word + (*word == '-'));
}

/* The words name=value over what the form holds, then away with it. */
static bool submit(struct form f, const char *address, int n, char **words, bool known_only)
{
	struct pairs given = {0};
	const char *file = NULL, *field = NULL;

	for (int i = 0; i < n; i++) {
		const char *equals = strchr(words[i], '='), *value = equals ? equals + 1 : "";
		bool untick = *words[i] == '-' && !equals;
		char *name = name_of(words[i]);

		if (known_only && !pair_value(&f.known, name))
			problem("the form to %s has no field %s", address, name);
		if (pair_value(&f.buttons, name))
			f.pressed = NULL;
		drop(&f.filled, name);
		if (*value == '@')
			file = value + 1, field = name;
		else if (!untick)
			pair_add(kept, &given, name, value);
	}
	if (f.pressed)
		pair_add(kept, &f.filled, f.pressed, pair_value(&f.buttons, f.pressed));
	for (size_t i = 0; i < given.n; i++)
		pair_add(kept, &f.filled, given.at[i].name, given.at[i].value);
	char *body = encoded(&f.filled);

	if (f.is_get) {
		visit((struct request){.method = "GET", .address = arena_print(kept, "%s?%s", address, body)});
	} else if (file) {
		struct text content = chosen_file(file);

		if (!content.most)
			return problem("no file %s", file);
		visit(multipart(address, &f.filled, field, file, content));
	} else {
		visit((struct request){"POST", address, "application/x-www-form-urlencoded", body, strlen(body)});
	}
	return true;
}

/* Of several forms to one address, the first that has all of the names. */
static bool act_send(int n, char **words)
{
	struct form f = page_form(kept, last.body, words[1], 0), next = f;
	int known = 0;

	for (int i = 1; next.found && known < n - 2; i++) {
		f = next;
		for (known = 0; known < n - 2 && pair_value(&f.known, name_of(words[2 + known]));)
			known++;
		next = page_form(kept, last.body, words[1], i);
	}
	return f.found ? submit(f, words[1], n - 2, words + 2, true) : problem("no form goes to %s: %.*s", words[1], TEXT_SHOWN, last.text);
}

static bool act_post(int n, char **words)
{
	bool raw = !strcmp(words[1], "raw");
	struct form f = {.found = true};

	if (!raw && *form_token()) {
		pair_add(kept, &f.filled, "_token", form_token());
		pair_add(kept, &f.filled, "_once", random_token(kept));
	}
	return submit(f, words[1 + raw], n - 2 - raw, words + 2 + raw, false);
}

static bool act_press(int n, char **words)
{
	(void)n, (void)words;
	visit(last_post);
	return true;
}

static bool act_run(int n, char **words)
{
	(void)n, (void)words;
	job_run_due(base(), app_jobs);
	return true;
}

/* Its exit status, and what it says on both outputs. */
static void run_program(const char *order)
{
	FILE *said = popen(order, "r");
	struct text t = text_new(moment_memory, 16 << 20);
	char piece[1 << 12];

	for (size_t n; (n = fread(piece, 1, sizeof piece, said)) > 0;)
		text_add(&t, piece, n);
	int status = pclose(said);

	last = (struct answer){.reply.status = WIFEXITED(status) ? WEXITSTATUS(status) : 255, .body = t.n ? t.at : "", .n = t.n};
	last.text = last.body;
}

/* peixun WORD …: the program itself on the story's database; @FILE is one that `write` made, and what stands behind < it reads. */
static bool act_peixun(int n, char **words)
{
	struct text order = text_new(kept, 1 << 16);

	text_print(&order, "%s </dev/null", story.program);
	for (int i = 1; i < n; i++)
		if (text_is(words[i], "<"))
			text_puts(&order, " <");
		else
			text_print(&order, *words[i] == '@' ? " '%s/%s'" : " '%s%s'", *words[i] == '@' ? folder : "", words[i] + (*words[i] == '@'));
	text_puts(&order, " 2>&1");
	asked = (struct request){.method = "", .address = arena_text(kept, words[1])};
	run_program(order.at);
	return true;
}

static bool act_write(int n, char **words)
{
	struct text t = text_new(kept, 64 << 20);

	for (int i = 2; i < n; i++)
		text_print(&t, "%s\n", words[i]);
	if (!strcmp(words[0], "write-big5")) {
		struct text plain = t;

		t = text_new(kept, 64 << 20);
		if (!charset_encode(CHARSET_CP950, plain.at, plain.n, &t, &(struct charset_lost){0}))
			return problem("not in Big5");
	}
	write_file(words[1], t.n ? t.at : "", t.n);
	return true;
}

static bool act_save(int n, char **words)
{
	(void)n;
	write_file(words[1], last.body, last.n);
	return true;
}

static bool act_with(int n, char **words)
{
	if (!strcmp(words[1], "header") && n == 4 && n_more < MORE_HEADERS) {
		more[n_more++] = (struct wire_header){words[2], words[3]};
		return true;
	}
	has_card = true;
	card = n == 4 ? (struct wire_certificate){.problem = words[3]} :
		(struct wire_certificate){.fingerprint = sha256_hex(kept, words[2], strlen(words[2])), .subject = "O=story",
			.serial_number = words[2]};
	return !strcmp(words[1], "card") || problem("with what?");
}
#endif
