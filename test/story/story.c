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
 *   agency, account, certificate, exam, person, participant …             see fixture.h
 *   F1 [courses | hours], posting, give                                          see learning.h
 *   as CODE/NAME [WINDOW] [certificate]   at that account's browser, signed in at once the first time; `as nobody`: without cookies
 *   get PATH                       follow            the address the last answer led to       run jobs      those that are due
 *   send PATH name=value …         fills in the form of the page that goes to PATH, as a browser does, and presses its first
 *                                  button, or the one whose name is among those given;
 *                                  -name unticks; name=@FILE chooses a file of this folder, or one that `write` made
 *   post PATH name=value …         without a page: the session's token and a new one-time token go along; `post raw`: they don't
 *   press again                    the last POST, letter by letter        write FILE (lines)     save FILE     the answer's body
 *   json get PATH                  json post PATH {…}
 *   peixun WORD … [< @FILE]        the program itself, @FILE for a file that `write` made; its exit status is the status
 *   told NAME=value … [but NAME=value …]     the payment service tells a result, signed as its contract says; and what another made of it
 *   with header NAME VALUE         with card SERIAL | with card problem NAME     of the next request
 *   keep NAME after "text"         the word behind it on the page; also: rows "SQL"   json PATH   location
 *   keep NAME raw "text"           what stands behind it in the markup, up to the next quote
 *
 *   status 422       location /x   ("/x…": begins so)    header NAME text     statements <= 6    of the last request
 *   see "text" …     no "text" …   in what can be read on the page       raw "text"   no-raw "text"    in its source
 *   pdf "text" … no-pdf "text" …     in the PDF that came, blanks left out          zip "name" …  the names of all files in the archive that came
 *   order "a" "b"    one behind the other          times 2 "text"        json rows.0.name = value
 *   same FILE        byte for byte what `save` or `write` made
 *   rows "SQL" = value             cells joined by | and rows by ,
 *   route METHOD PATH = ROLE … | public      who may: asked as each role and as nobody; a :parameter is what was kept under its
 *                                  name, another agency's, which an officer then may not see      routes told     all of them were
 *   crawl PATH NUMBER              every link from there on leads to a page; so many kinds of pages at least
 *   odd [EVERY]                    every address with what nobody would type: never a fault
 *
 * Every page is also put before tools/check-html (on SQLite), and no statement may scan a large table without saying so, no
 * answer may hold a national ID in an address, and a fault ends the story.  At its end check_data() must find nothing. */
#include <ftw.h>

#include "app/audit/audit.h"
#include "app/check/check.h"
#include "app/code/code.h"
#include "app/contact/contact.h"
#include "app/hours/hours.h"
#include "app/plan/book.h"
#include "app/promotion/promotion.h"
#include "app/tally/tally.h"
#include "base/log.h"
#include "db/built.h"
#include "test/fresh.h"
#include "test/story/crawl.h"
#include "test/story/fixture.h"
#include "test/story/learning.h"
#include "test/story/service.h"

enum { WORDS = 400 };

static const struct verb { const char *word; int least; bool (*run)(int n, char **words); } verbs[] = {
	{"clock", 2, act_clock}, {"setting", 3, act_setting}, {"agency", 3, make_agency}, {"account", 3, make_account},
	{"certificate", 3, make_certificate}, {"exam", 4, make_exam}, {"course", 7, make_course}, {"person", 6, make_person},
	{"selector", 2, make_selectors}, {"participant", 7, make_participant},
	{"F1", 1, make_f1}, {"posting", 5, make_posting}, {"give", 3, make_given},
	{"as", 2, act_as}, {"get", 2, act_get}, {"follow", 1, act_follow}, {"send", 2, act_send}, {"post", 2, act_post},
	{"press", 2, act_press}, {"run", 2, act_run}, {"write", 2, act_write}, {"write-big5", 2, act_write}, {"save", 2, act_save}, {"peixun", 2, act_peixun}, {"json", 3, act_json},
	{"told", 2, act_told}, {"with", 3, act_with}, {"keep", 3, act_keep},
	{"status", 2, is_status}, {"location", 2, is_location}, {"header", 3, is_header}, {"statements", 3, is_statements},
	{"see", 2, is_seen}, {"no", 2, is_seen}, {"raw", 2, is_seen}, {"no-raw", 2, is_seen}, {"order", 3, is_order},
	{"pdf", 2, is_pdf}, {"no-pdf", 2, is_pdf}, {"scan", 2, is_scanned}, {"zip", 2, is_zip}, {"sheets", 2, is_in_sheets}, {"no-sheets", 2, is_in_sheets}, {"opens", 2, is_opened}, {"locked", 2, is_opened}, {"times", 3, is_times}, {"same", 2, is_same}, {"all-reports", 3, is_all_reports}, {"rows", 3, is_rows}, {"route", 5, act_route}, {"routes", 2, act_routes},
	{"crawl", 3, act_crawl}, {"odd", 1, act_odd}, {0}
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
		words[n] = next_word(&line, (n >= 2 && !strncmp(words[0], "write", 5)) || (n == 3 && !strcmp(words[0], "json") &&
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

static void not_agreed(void *with, const char *finding)
{
	(void)with;
	problem("%s", finding);
}

/* Whatever people did, and whatever was refused. */
static void compare_kept_twice(void)
{
	story.title = "ACMS-103 at the end all that is kept twice agrees";
	check_data(base(), not_agreed, NULL);
}

/* No act in the log shows people a code. */
static void compare_words(void)
{
	static const struct sql acts = {.name = "story_acts", .text = "SELECT DISTINCT action FROM audit", .scans = true};

	story.title = "ACMS-100 at the end every act in the log has words";
	db_use_arena(base(), kept);
	struct rows *r = db_run(base(), &acts);

	for (int i = 0; i < r->n; i++)
		if (text_is(audit_words(kept, row_text(r, i, "action")), row_text(r, i, "action")))
			problem("no words: %s", row_text(r, i, "action"));
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
	compare_kept_twice();
	end_test();
	compare_words();
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
	code_deliver(db, plan_folder());
	hours_deliver(db);
	tally_deliver(db);
	promotion_deliver(db);
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
	kept = arena_new((size_t)1 << 30);
	story.file = argc == 3 ? argv[1] : "";
	story.program = arena_print(kept, "%.*s/../../peixun", (int)(strrchr(argv[0], '/') ? strrchr(argv[0], '/') - argv[0] : 0), argv[0]);
	story.sqlite = argc == 3 && !strcmp(argv[2], "sqlite");
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
