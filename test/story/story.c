/* story.c: runs one story on one engine: people at work with the program, told in a text file, as TAP.
 *
 * usage: story FILE sqlite|postgresql
 *
 * A line is an act or an expectation; one that begins with a tab goes on with the line before; -- begins a remark.
 * "# ID … words" begins a test: what stands below it up to the next one must hold, and its words say what would fail
 * otherwise.  What stands above the first is what the story starts from.  The tests of a file follow one another in the
 * same database.  Words with blanks stand in "…" (\" for a quote, \n for a new line); {name} is what `keep` kept under that name.
 *
 *   clock 2022-10-03T09:00         it is then, until the next clock       setting NAME VALUE     of the installation, by its environment name
 *   agency, account, certificate, exam, person …                          see fixture.h
 *   as CODE/NAME [WINDOW] [certificate]   at that account's browser, signed in at once the first time; `as nobody`: without cookies
 *   get PATH                       follow            the address the last answer led to       run jobs      those that are due
 *   send PATH name=value …         fills in the form of the page that goes to PATH, as a browser does, and presses its first
 *                                  button, or the one whose name is among those given;
 *                                  -name unticks; name=@FILE chooses a file of this folder, or one that `write` made
 *   post PATH name=value …         without a page: the session's token and a new one-time token go along; `post raw`: they don't
 *   press again                    the last POST, letter by letter        write FILE (lines)     save FILE     the answer's body
 *   json get PATH                  json post PATH {…}
 *   with header NAME VALUE         with card SERIAL | with card problem NAME     of the next request
 *   keep NAME after "text"         the word behind it on the page; also: rows "SQL"   json PATH   location
 *
 *   status 422       location /x   ("/x…": begins so)    header NAME text     statements <= 6    of the last request
 *   see "text" …     no "text" …   in what can be read on the page       raw "text"   no-raw "text"    in its source
 *   order "a" "b"    one behind the other          times 2 "text"        json rows.0.name = value
 *   rows "SQL" = value             cells joined by | and rows by ,
 *
 * Every page is also put before tools/check-html (on SQLite), and no statement may scan a large table without saying so, no
 * answer may hold a national ID in an address, and a fault ends the story. */
#include <fcntl.h>
#include <ftw.h>
#include <jansson.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/contact/contact.h"
#include "base/log.h"
#include "db/built.h"
#include "test/fresh.h"
#include "test/story/fixture.h"

enum { WORDS = 400, TEXT_SHOWN = 900 };

static struct { const char *file, *title; int line, tests, failed, problems; struct text complaints; bool sqlite; } story;
static char folder[] = "/tmp/peixun-story-XXXXXX";
static struct pairs names, seen_pages;

static bool problem(const char *format, ...) __attribute__((format(printf, 1, 2)));
static bool problem(const char *format, ...)
{
	char line[4 * TEXT_SHOWN];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	text_print(&story.complaints, "# %s:%d: ", story.file, story.line);
	for (const char *s = line; *s; s++)
		text_puts(&story.complaints, *s == '\n' ? "\n#   " : (char[]){*s, 0});
	text_char(&story.complaints, '\n');
	story.problems++;
	return false;
}

static bool expect_text(bool good, const char *what, const char *text)
{
	return good || problem("%s: %s\n%d %s: %.*s", what, text, last.reply.status, asked.address, TEXT_SHOWN, last.text);
}

/* ---- files ---- */

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

/* ---- what holds for every answer ---- */

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

/* Once a kind of page: /exams/7 and /exams/8 are the same kind. */
static void check_page(void)
{
	char *kind = arena_print(kept, "%s %d", asked.address, last.reply.status), *end = kind;
	char line[512];

	for (const char *s = kind; *s; s++)
		if (*s < '0' || *s > '9' || s[1] < '0' || s[1] > '9')
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

/* ---- acts ---- */

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

static bool act_follow(int n, char **words)
{
	const char *to = arena_text(kept, answered_header("Location"));

	(void)n, (void)words;
	if (!*to)
		return problem("the answer %d to %s leads nowhere", last.reply.status, asked.address);
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

static bool act_write(int n, char **words)
{
	struct text t = text_new(kept, 64 << 20);

	for (int i = 2; i < n; i++)
		text_print(&t, "%s\n", words[i]);
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
		(struct wire_certificate){.fingerprint = "f1", .subject = "O=story", .serial_number = words[2]};
	return !strcmp(words[1], "card") || problem("with what?");
}

/* ---- looking ---- */

/* "rows.0.name" of the answer; NULL when it is not there. */
static const char *json_at(const char *path)
{
	json_t *root = json_loads(last.body, 0, NULL), *at = root;
	int64_t index;

	for (const char *s = path; at && *s; s += strcspn(s, "."), s += *s == '.') {
		char *step = arena_bytes(kept, s, strcspn(s, "."));

		at = json_is_array(at) && text_to_int(step, 0, 100000, &index) ? json_array_get(at, (size_t)index) :
			json_is_array(at) && !strcmp(step, "n") ? at : json_object_get(at, step);
	}
	char *dumped = at && !json_is_string(at) ? json_dumps(at, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
	const char *found = !at ? NULL : arena_text(kept, dumped ? dumped : json_string_value(at));

	json_decref(root);
	free(dumped);
	return found;
}

static void add_cell(struct text *t, const char *before, const struct value *v)
{
	text_puts(t, before);
	if (v->kind == VALUE_INT)
		text_int(t, v->i);
	else if (v->kind == VALUE_TEXT)
		text_puts(t, v->s);
}

static char *rows_joined(const char *sql)
{
	struct rows *r = ad_hoc(sql, false, NULL, 0);
	struct text t = text_new(kept, 1 << 20);

	for (int row = 0; row < r->n; row++)
		for (int i = 0; i < r->columns; i++)
			add_cell(&t, !row && !i ? "" : i ? "|" : ",", row_cell(r, row, i));
	return t.n ? t.at : arena_text(kept, "");
}

static bool act_keep(int n, char **words)
{
	const char *found = NULL;

	if (!strcmp(words[2], "location"))
		found = answered_header("Location");
	else if (n > 3 && !strcmp(words[2], "rows"))
		found = rows_joined(words[3]);
	else if (n > 3 && !strcmp(words[2], "json"))
		found = json_at(words[3]);
	else if (n > 3 && !strcmp(words[2], "after") && (found = strstr(last.text, words[3]))) {
		found += strlen(words[3]);
		found += strspn(found, " ");
		found = arena_bytes(kept, found, strcspn(found, " "));
	}
	if (!found || !*found)
		return expect_text(false, "nothing to keep as", words[1]);
	drop(&names, words[1]);
	pair_add(kept, &names, words[1], arena_text(kept, found));
	return true;
}

static bool act_json(int n, char **words)
{
	bool post = !strcmp(words[1], "post");

	if (n > 3 && !strcmp(words[2], "=")) {
		const char *found = json_at(words[1]);

		return text_is(found, words[3]) || problem("%s is %s, not %s: %.*s", words[1], found ? found : "not there", words[3],
			TEXT_SHOWN, last.body);
	}
	more[n_more++] = (struct wire_header){"Accept", "application/json"};
	if (post && *form_token())
		more[n_more++] = (struct wire_header){"X-Form-Token", form_token()};
	visit((struct request){post ? "POST" : "GET", words[2], post ? "application/json" : NULL, post ? words[3] : NULL,
		post ? strlen(words[3]) : 0});
	return true;
}

static bool is_status(int n, char **words)
{
	(void)n;
	return expect_text(strtol(words[1], NULL, 10) == last.reply.status, "status is not", words[1]);
}

static bool is_location(int n, char **words)
{
	const char *to = answered_header("Location");
	bool open = text_ends(words[1], "…");

	(void)n;
	return (open ? !strncmp(to, words[1], strlen(words[1]) - strlen("…")) : !strcmp(to, words[1])) ||
		problem("%s answered %d and leads to \"%s\", not to %s", asked.address, last.reply.status, to, words[1]);
}

static bool is_header(int n, char **words)
{
	(void)n;
	return strstr(answered_header(words[1]), words[2]) || problem("%s: %s", words[1], answered_header(words[1]));
}

static bool is_statements(int n, char **words)
{
	(void)n;
	return last.statements <= strtol(words[2], NULL, 10) || problem("%s took %d statements", asked.address, last.statements);
}

/* see, no, raw, no-raw */
static bool is_seen(int n, char **words)
{
	const char *where = strstr(words[0], "raw") ? last.body : last.text;
	bool wanted = text_starts(words[0], "see") || text_starts(words[0], "raw"), good = true;

	for (int i = 1; i < n; i++)
		good &= expect_text(wanted == !!strstr(where, words[i]), wanted ? "not seen" : "seen", words[i]);
	return good;
}

static bool is_order(int n, char **words)
{
	const char *at = last.text;

	for (int i = 1; i < n; i++)
		if (!(at = strstr(at, words[i])))
			return expect_text(false, "not seen in this order", words[i]);
	return true;
}

static bool is_times(int n, char **words)
{
	int times = 0;

	(void)n;
	for (const char *at = last.text; (at = strstr(at, words[2])); at += strlen(words[2]))
		times++;
	return expect_text(times == strtol(words[1], NULL, 10), arena_print(kept, "seen %d times", times), words[2]);
}

static bool is_rows(int n, char **words)
{
	const char *found = rows_joined(words[1]), *wanted = n > 3 ? words[3] : "";

	return !strcmp(found, wanted) || problem("rows are \"%s\", not \"%s\"", found, wanted);
}

/* ---- the story ---- */

static const struct verb { const char *word; int least; bool (*run)(int n, char **words); } verbs[] = {
	{"clock", 2, act_clock}, {"setting", 3, act_setting}, {"agency", 3, make_agency}, {"account", 3, make_account},
	{"certificate", 3, make_certificate}, {"exam", 4, make_exam}, {"person", 6, make_person},
	{"as", 2, act_as}, {"get", 2, act_get}, {"follow", 1, act_follow}, {"send", 2, act_send}, {"post", 2, act_post},
	{"press", 2, act_press}, {"run", 2, act_run}, {"write", 2, act_write}, {"save", 2, act_save}, {"json", 3, act_json},
	{"with", 3, act_with}, {"keep", 3, act_keep},
	{"status", 2, is_status}, {"location", 2, is_location}, {"header", 3, is_header}, {"statements", 3, is_statements},
	{"see", 2, is_seen}, {"no", 2, is_seen}, {"raw", 2, is_seen}, {"no-raw", 2, is_seen}, {"order", 3, is_order},
	{"times", 3, is_times}, {"rows", 3, is_rows}, {0}
};

/* {name} replaced by what was kept. */
static char *with_names(const char *line)
{
	struct text t = text_new(kept, 64 << 20);

	while (*line) {
		size_t n = *line == '{' ? strcspn(line, "} ") : 0;
		const char *value = n && line[n] == '}' ? pair_value(&names, arena_bytes(kept, line + 1, n - 1)) : NULL;

		if (value)
			text_puts(&t, value);
		else
			text_char(&t, *line);
		line += value ? n + 1 : 1;
	}
	return t.n ? t.at : arena_text(kept, "");
}

/* The next word: blanks end it outside quotes.  The lines of `write` and the body of `json post` are one word each. */
static char *next_word(const char **line, bool to_end)
{
	struct text t = text_new(kept, 64 << 20);
	bool quoted = false;
	const char *s = *line + strspn(*line, " \n");

	for (; *s && (to_end ? *s != '\n' || t.n == 0 : quoted || !strchr(" \n", *s)); s++) {
		if (*s == '"' && !to_end)
			quoted = !quoted;
		else if (*s == '\\' && quoted && s[1])
			text_char(&t, *++s == 'n' ? '\n' : *s);
		else
			text_char(&t, *s);
	}
	*line = s;
	return t.n ? t.at : arena_text(kept, "");
}

static void run_line(const char *line)
{
	char *words[WORDS] = {0};
	int n = 0;

	line = with_names(line);
	while (*(line += strspn(line, " \n")) && n < WORDS)
		words[n] = next_word(&line, (n >= 2 && !strcmp(words[0], "write")) || (n == 3 && !strcmp(words[0], "json") &&
			!strcmp(words[1], "post"))), n++;
	for (const struct verb *v = verbs; v->word; v++) {
		if (strcmp(v->word, words[0]))
			continue;
		int before = story.problems;

		if ((n < v->least || !v->run(n, words)) && story.problems == before)
			problem("can't be done: %s", words[0]);
		return;
	}
	problem("there is no act %s", words[0]);
}

static void end_test(void)
{
	bool good = !story.problems && story.title && strpbrk(story.title, "0123456789");

	if (story.title || story.problems) {
		printf("%sok %d - %s\n%s", good ? "" : "not ", ++story.tests, story.title ? story.title : "what the story starts from",
			story.complaints.n ? story.complaints.at : "");
		story.failed += !good;
		fflush(stdout);
	}
	story.problems = 0;
	story.complaints = text_new(kept, 1 << 20);
}

static void tell(struct text source)
{
	story.complaints = text_new(kept, 1 << 20);
	for (char *line = source.at, *next; line && *line; line = next) {
		int lines = 1;

		for (next = line; (next = strchr(next, '\n')) && next[1] == '\t'; lines++)
			*++next = ' ';
		next = next ? (*next = '\0', next + 1) : line + strlen(line);
		story.line++;
		if (text_starts(line, "# ")) {
			end_test();
			story.title = line + 2;
		} else if (*line && !text_starts(line, "--")) {
			run_line(line);
		}
		story.line += lines - 1;
	}
	end_test();
	printf("1..%d\n", story.tests);
}

static void bail(const char *incident)
{
	printf("Bail out! %s:%d: %s\n%s", story.file, story.line, incident, story.complaints.n ? story.complaints.at : "");
	fflush(stdout);
	_exit(70);
}

static void deliver(struct db *db, void *with)
{
	(void)with;
	contact_deliver(db);
}

static void open_house(const char *url)
{
	static const char *const settings_of_tests[][2] = {{"PEIXUN_PASSWORD_PASSES", "1"}, {"PEIXUN_PASSWORD_MEBIBYTES", "1"},
		{"PEIXUN_CLOCK", "2022-10-03T09:00"}};

	setenv("PEIXUN_DB", url, 1);
	setenv("PEIXUN_DATA", arena_print(kept, "%s/data", folder), 1);
	for (size_t i = 0; i < sizeof settings_of_tests / sizeof *settings_of_tests; i++)
		setenv(settings_of_tests[i][0], settings_of_tests[i][1], 1);
	fail_hook = bail;
	app_start();
	web = web_open(app_web());
	db_migrate(base(), migrations, n_migrations);
	db_tx(base(), deliver, NULL);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
	(void)info, (void)kind, (void)where;
	return remove(path);
}

int main(int argc, char **argv)
{
	story.file = argc == 3 ? argv[1] : "";
	story.sqlite = argc == 3 && !strcmp(argv[2], "sqlite");
	kept = arena_new((size_t)1 << 30);
	moment_memory = arena_new(REQUEST_MEMORY);
	struct text source = read_file(story.file);

	if (!source.n || !mkdtemp(folder)) {
		fprintf(stderr, "usage: story FILE sqlite|postgresql\n");
		return 2;
	}
	if (!story.sqlite && !fresh_server()) {
		printf("1..0 # SKIP PEIXUN_TEST_PG is not set\n");
		return 0;
	}
	open_house(story.sqlite ? arena_print(kept, "%s/story.db", folder) : fresh_make(kept));
	tell(source);
	web_close(web);
	if (!story.sqlite)
		fresh_drop(kept);
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
	arena_free(moment_memory);
	arena_free(kept);
	return story.failed != 0;
}
