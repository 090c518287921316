/* main.c: the subcommands of peixun, one table. */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/app.h"
#include "app/audit/audit.h"
#include "app/backup/backup.h"
#include "app/calendar/calendar.h"
#include "app/certificate/certificate.h"
#include "app/check/check.h"
#include "app/code/code.h"
#include "app/collection/collection.h"
#include "app/contact/contact.h"
#include "app/hours/hours.h"
#include "app/import/import.h"
#include "app/paper/paper.h"
#include "app/plan/book.h"
#include "app/planform/planform.h"
#include "app/promotion/promotion.h"
#include "app/sample/sample.h"
#include "app/setup/setup.h"
#include "app/tally/tally.h"
#include "app/trainee/trainee.h"
#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"
#include "db/built.h"
#include "rule/decide.h"
#include "rule/plan_command.h"
#include "web/server.h"

enum { EXIT_WRONG_CALL = 2, KEEP_FREED = 4 << 20 };

/* What a command finds ready: nothing (it runs wherever one can read), the data folder, or the database too; db is NULL without it.
 * ALONE: it takes no arguments. */
enum needs { NEEDS_NOTHING, NEEDS_FOLDER, NEEDS_DATABASE, NEEDS = 3, ALONE };
struct command { const char *name, *help; int (*run)(struct db *, int argc, char **argv); unsigned needs; };

static const struct command commands[];

static int version(struct db *db, int argc, char **argv)
{
	(void)db, (void)argc, (void)argv;
	printf("peixun %s\n", PEIXUN_VERSION);
	return 0;
}

static int help(struct db *db, int argc, char **argv)
{
	(void)db, (void)argc, (void)argv;
	printf("usage: peixun COMMAND ...\n\n");
	for (const struct command *c = commands; c->name; c++)
		printf("  %-12s %s\n", c->name, c->help);
	printf("\nSettings, each in the environment or as \"name = value\" in the file that PEIXUN_CONFIG names:\n");
	for (const struct setting *s = settings; s->name; s++)
		printf("  %-20s %-26s %s%s%s%s\n", s->name, s->environment, s->help,
			*s->otherwise ? " [" : "", s->otherwise, *s->otherwise ? "]" : "");
	return 0;
}

static void deliver(struct db *db, void *with)
{
	(void)with;
	contact_deliver(db);
	code_deliver(db, plan_folder());
	hours_deliver(db);
	tally_deliver(db);
	promotion_deliver(db);
	agency_renumber(db);
}

/* The schema, and what is delivered with the program as data.  Gives the number of new migrations. */
static int bring_up_to_date(struct db *db)
{
	int n = db_migrate(db, migrations, n_migrations);

	db_tx(db, deliver, NULL);
	return n;
}

static int migrate(struct db *db, int argc, char **argv)
{
	(void)argc, (void)argv;
	printf("%d new migrations\n", bring_up_to_date(db));
	return 0;
}

static int sample(struct db *db, int argc, char **argv)
{
	bring_up_to_date(db);
	int status = sample_command(db, argc, argv);

	if (!status)
		sample_pages(db);
	return status;
}

static int check_sql(struct db *db, int argc, char **argv)
{
	int wrong = db_check_sql(db, all_sql);

	(void)argc, (void)argv;
	printf("%d statements did not prepare\n", wrong);
	return wrong != 0;
}

static const char *const methods[] = {"GET", "POST"};

/* Who may ask what: a column a role, x where it may, d where it may when the function was given to the account; an address for everybody
 * has x in all of them. */
static const char *mark_of(const struct role *role, const struct route *r)
{
	if (!r->may || (role->may & r->may))
		return "x";
	return role->delegable & r->may ? "d" : "-";
}

static int matrix(void)
{
	for (const struct role *role = roles; role->code.id; role++)
		printf("%s%s", role->code.id, role[1].code.id ? " " : "\n");
	for (const struct route *const *table = app_routes; *table; table++) {
		for (const struct route *r = *table; r->path; r++) {
			for (const struct role *role = roles; role->code.id; role++)
				printf("%-*s ", (int)strlen(role->code.id), mark_of(role, r));
			printf("%-4s %s%s\n", methods[r->method], r->path, r->may ? "" : " (public)");
		}
	}
	return 0;
}

static int routes(struct db *db, int argc, char **argv)
{
	(void)db;
	if (argc > 1 && !strcmp(argv[1], "--matrix"))
		return matrix();
	for (const struct route *const *table = app_routes; *table; table++)
		for (const struct route *r = *table; r->path; r++)
			printf("%-5s %-40s %s\n", methods[r->method], r->path, r->help ? r->help : "");
	return 0;
}

/* In each worker and helper. */
static void *open_web(void)
{
	app_start();
	return web_open(app_web());
}

static void background(volatile sig_atomic_t *stop)
{
	struct arena *mem = arena_new(1 << 16);

	app_start();
	job_work(&(struct job_crew){.database = setting("db"), .board = arena_print(mem, "%s/jobs.board", setting("data")),
		.kinds = app_jobs, .workers = 1, .stop = stop});
	arena_free(mem);
}

static void ready(const int ports[3])
{
	printf("%s%s/\n", app_web()->public_origin, app_web()->base);
	if (ports[2])
		printf("機關憑證：%s\n", setting("certificate.url"));
	fflush(stdout);
}

/* "a, b" as {"a", "b", NULL}; NULL when there is nothing. */
static const char *const *listed(const char *words)
{
	static struct arena *kept;
	size_t n = 0;

	if (!kept)
		kept = arena_new(1 << 18);
	const char **list = arena_array(kept, strlen(words) / 2 + 2, sizeof *list);

	for (const char *at = words, *end; *at; at = *end ? end + 1 : end) {
		end = strchrnul(at, ',');
		const char *one = text_trim(kept, arena_bytes(kept, at, (size_t)(end - at)));

		if (*one)
			list[n++] = one;
	}
	return n ? list : NULL;
}

static struct server_settings server_settings_of(void)
{
	struct server_settings s = server_defaults();
	struct server_listener pages = {setting("address"), (int)setting_int("port")}, none = {setting("address"), 0};

	s.plain = *setting("tls.certificate") ? none : pages;
	s.tls = *setting("tls.certificate") ? pages : none;
	s.certificate = (struct server_listener){setting("address"), (int)setting_int("certificate.port")};
	s.workers = (int)setting_int("workers");
	s.helpers = (int)setting_int("helpers");
	s.spool = setting("spool");
	s.certificate_file = *setting("tls.certificate") ? setting("tls.certificate") : NULL;
	s.key_file = *setting("tls.key") ? setting("tls.key") : NULL;
	s.authorities_file = *setting("certificate.ca") ? setting("certificate.ca") : NULL;
	s.revocation_files = listed(setting("certificate.crl"));
	s.ready = ready;
	return s;
}

/* Without a single one every period and deadline would be wrong, and nobody would know. */
static bool has_plans(void)
{
	bool any = plan_book_now()->n;

	if (!any)
		fprintf(stderr, "peixun serve: no training plan in the folder %s: name the folder that came with the program in the setting plans"
			" (PEIXUN_PLANS)\n", plan_folder());
	return any;
}

static int serve(struct db *db, int argc, char **argv)
{
	static const struct wire_app app = {.open = open_web, .accept = web_accept, .answer = web_answer, .abandon = web_abandon,
		.background = background};
	struct server_settings s = server_settings_of();
	struct arena *mem;

	(void)argc, (void)argv;
	if (!has_plans())
		return 1;
	mem = arena_new(1 << 20);
	db = db_open(setting("db"));
	db_use_arena(db, mem);
	bring_up_to_date(db);
	db_close(db);
	arena_free(mem);
	return server_run(&s, &app);
}

static volatile sig_atomic_t stop;

static void on_stop(int number)
{
	(void)number;
	stop = 1;
}

/* Works off what is due; with --once it ends when nothing is. */
static int work(struct db *db, int argc, char **argv)
{
	bool once = argc > 1 && !strcmp(argv[1], "--once");
	struct arena *mem = arena_new(1 << 16);

	(void)db;
	signal(SIGTERM, on_stop);
	signal(SIGINT, on_stop);
	job_work(&(struct job_crew){.database = setting("db"), .board = arena_print(mem, "%s/jobs.board", setting("data")),
		.kinds = app_jobs, .workers = 1, .once = once, .stop = &stop});
	arena_free(mem);
	return 0;
}

/* Rules answer without a database; where there is one, its office calendar moves the dates. */
static int decide_with_calendar(struct db *db, int argc, char **argv)
{
	bool there = text_starts(setting("db"), "postgres") || access(setting("db"), F_OK) == 0;
	struct arena *mem = arena_new((size_t)16 << 20);
	const struct calendar *calendar = NULL;

	if (there) {
		db = db_open(setting("db"));
		db_use_arena(db, mem);
		calendar = office_calendar(db, mem);
		db_close(db);
	}
	int status = decide_command(calendar, plan_folder(), argc, argv);

	arena_free(mem);
	return status;
}

static int plan(struct db *db, int argc, char **argv)
{
	(void)db;
	return plan_command(plan_folder(), argc, argv);
}

static int paper(struct db *db, int argc, char **argv)
{
	(void)db;
	return paper_command(plan_folder(), argc, argv);
}

static const struct command commands[] = {
	{"serve", "answers on the web and does background work", serve, NEEDS_FOLDER | ALONE},
	{"work", "does background work only; --once: until nothing is due", work, NEEDS_FOLDER},
	{"migrate", "brings the database up to date", migrate, NEEDS_DATABASE | ALONE},
	{"routes", "lists every address; --matrix: and which role may ask it", routes, NEEDS_FOLDER},
	{"audit", "verify [--seal NUMBER:HMAC] | seal | list [--subject KIND ID] [--account ID] [--most N]", audit_command, NEEDS_DATABASE},
	{"calendar", "load FILE --as AGENCY/ACCOUNT | list: the office calendar of 行政院人事行政總處", office_command, NEEDS_DATABASE},
	{"sample", "[--persons N]: invented data into an empty database", sample, NEEDS_DATABASE},
	{"load", "agencies|examinations|accounts FILE [--dry-run] --as AGENCY/ACCOUNT: what an installation begins with",
		load_command, NEEDS_DATABASE},
	{"http", "[--as AGENCY/ACCOUNT] [--sql] < REQUEST: answers one request told in text", http_command, NEEDS_FOLDER},
	{"export", "PATH --as AGENCY/ACCOUNT [-o FILE]: a list as a file, such as /exams.csv (.xlsx .ods .json)", export_command, NEEDS_FOLDER},
	{"overdue", "--as AGENCY/ACCOUNT [-o FILE]: 逾期未上傳之實務訓練計畫表 as CSV", overdue_command, NEEDS_FOLDER},
	{"eligibility", "TYPE YEAR --as AGENCY/ACCOUNT [-o FILE]: 參訓資格 of everybody surveyed checked anew, then all of them as CSV",
		eligibility_command, NEEDS_FOLDER},
	{"import", "KIND FILE [--dry-run] [--only-correct] --as AGENCY/ACCOUNT | undo BATCH --reason TEXT --as AGENCY/ACCOUNT: many rows",
		import_command, NEEDS_DATABASE},
	{"report-day", "FILE --overwrite yes|no [--day DAY] [--reason TEXT] [--dry-run] --as AGENCY/ACCOUNT: 報到日期 of many",
		report_day_command, NEEDS_DATABASE},
	{"report", "--list | NAME [--CONDITION VALUE]... [--format csv|xlsx|ods|text] [-o FILE] --as AGENCY/ACCOUNT: a report of 終身學習",
		report_command, NEEDS_FOLDER},
	{"take-over", "FILE [--dry-run] --as AGENCY/ACCOUNT: 轉為本機關人員 for many", take_over_command, NEEDS_DATABASE},
	{"certificate", "make FILE | add|remove NUMBER FILE | confirm|delete|void|send|return NUMBER | csptc|exam-yuan NUMBER...: 請證",
		certificate_command, NEEDS_DATABASE},
	{"plan-form", "list [--year YEAR] [--state STATE] --as AGENCY/ACCOUNT: 實務訓練計畫表繳交情形 as CSV", planform_command, NEEDS_DATABASE},
	{"account", "add AGENCY NAME ROLE [FULL NAME] | password AGENCY/NAME < PASSWORD: an account, a new password",
		account_command, NEEDS_DATABASE},
	{"fee", "list | settle PAYMENT HOW --reason TEXT | reopen PAYMENT --reason TEXT, each --as AGENCY/ACCOUNT | layouts: 繳費對帳",
		collection_command, NEEDS_DATABASE},
	{"backup", "FILE [--with-key] | --check FILE: all data into one file, for either engine", backup_command, NEEDS_FOLDER},
	{"restore", "FILE [--without-key]: a backup into an empty database of either engine", restore_command, NEEDS_DATABASE},
	{"check-data", "[--mend-order]: recounts and compares what is kept twice; 1 when something differs", check_data_command, NEEDS_DATABASE},
	{"decide", "--list | RULE [--plan ID] [--lines]: one rule's answer to the facts on standard input, in JSON",
		decide_with_calendar, NEEDS_NOTHING},
	{"paper", "--list | FORM --keys | FORM [--plan ID] [--whole] < RECORD: an annex or a letter as a PDF, from its fields in JSON",
		paper, NEEDS_NOTHING},
	{"plan", "check [FOLDER] | show ID | compare ID ID | copy ID YEAR: the yearly training plans", plan, NEEDS_NOTHING},
	{"check-sql", "prepares every statement on the database", check_sql, NEEDS_DATABASE | ALONE},
	{"version", "says which version this is", version, NEEDS_NOTHING | ALONE},
	{"help", "lists commands and settings", help, NEEDS_NOTHING | ALONE},
	{0}
};

static int run(const struct command *c, int argc, char **argv)
{
	struct arena *mem = arena_new((size_t)64 << 20);
	struct db *db = NULL;

	/* What a request frees the next one needs: giving it back to the system each time costs a tenth of a page. */
	mallopt(M_TRIM_THRESHOLD, KEEP_FREED);
	mallopt(M_MMAP_THRESHOLD, KEEP_FREED);
	settings_read();
	if ((c->needs & NEEDS) != NEEDS_NOTHING)
		app_start();
	if ((c->needs & NEEDS) == NEEDS_DATABASE) {
		db = db_open(setting("db"));
		db_use_arena(db, mem);
	}
	int status = c->run(db, argc, argv);

	if (db)
		db_close(db);
	arena_free(mem);
	return status;
}

static bool asks_help(const char *word)
{
	return !strcmp(word, "--help") || !strcmp(word, "-h");
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : "help", *more = argc > 2 ? argv[2] : "";

	if (asks_help(name))
		name = "help";
	if (!strcmp(name, "--version"))
		name = "version";
	for (const struct command *c = commands; c->name; c++) {
		if (strcmp(c->name, name))
			continue;
		if (asks_help(more))
			return printf("peixun %s %s\n", c->name, c->help) < 0;
		if (!(c->needs & ALONE) || argc < 3)
			return run(c, argc - 1, argv + 1);
		fprintf(stderr, "peixun: %s takes no arguments, found %s; settings are in the environment: peixun help lists them\n", name, more);
		return EXIT_WRONG_CALL;
	}
	fprintf(stderr, "peixun: there is no command %s; peixun help lists them\n", name);
	return EXIT_WRONG_CALL;
}
