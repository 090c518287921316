/* command.c: `peixun certificate`: applications for certificates made, changed, confirmed, sent, returned and numbered, by the rules and in
 * the words of the pages, as a named account.  All or nothing; --dry-run changes nothing and says what would be refused.     ACMS-101 */
#include <stdio.h>
#include <string.h>

#include "app/account/account.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/private.h"
#include "base/text.h"
#include "file/records.h"
#include "job/job.h"

enum { ROWS_MOST = 2000, NUMBERS_MOST = 500, WRONG_CALL = 2 };

struct line { int64_t exam_year; const char *national_id, *exam_code; };

static const struct field line_fields[] = {
	FIELD(line, national_id, ID, EDIT, "身分證字號", .need = true),
	FIELD(line, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(line, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3),
	{0}
};

struct command {
	struct db *db;
	struct arena *mem;
	struct who who;
	const char *act, *file, *as, *day;
	const char *numbers[NUMBERS_MOST];
	int n_numbers, mistakes;
	bool dry_run, json;
	struct certificate_order order;
	int64_t serial;
	struct issues issues;
};

static int usage(void)
{
	fprintf(stderr,
		"usage: peixun certificate make FILE [--dry-run] [--json] --as AGENCY/ACCOUNT\n"
		"       peixun certificate add|remove NUMBER FILE ...\n"
		"       peixun certificate delete|confirm|void NUMBER ...\n"
		"       peixun certificate send NUMBER --day DAY [--document TEXT] ...\n"
		"       peixun certificate return NUMBER --reason TEXT ...\n"
		"       peixun certificate csptc|exam-yuan NUMBER... --day DAY --document TEXT ...\n"
		"FILE (CSV, xlsx, ods): 身分證字號, 年度, 考試代碼.  Scores: peixun import certificate-data FILE.  Lists: peixun export.\n");
	return WRONG_CALL;
}

static bool takes_persons(const char *act)
{
	return text_is(act, "make") || text_is(act, "add") || text_is(act, "remove");
}

static bool takes_numbers(const char *act)
{
	return text_is(act, "csptc") || text_is(act, "exam-yuan");
}

static bool is_known(const char *act)
{
	return takes_persons(act) || takes_numbers(act) || text_is(act, "delete") || text_is(act, "confirm") || text_is(act, "void") ||
		text_is(act, "send") || text_is(act, "return");
}

static bool fits(const struct command *c)
{
	int persons = takes_persons(c->act), numbers = c->n_numbers - persons;

	return numbers >= 0 && (takes_numbers(c->act) ? numbers >= 1 : numbers == !text_is(c->act, "make"));
}

static bool read_options(struct command *c, int argc, char **argv)
{
	struct { const char *name; const char **to; } named[] = {
		{"--as", &c->as}, {"--day", &c->day}, {"--reason", &c->order.reason}, {"--document", &c->order.document}};

	if (argc < 2 || !is_known(argv[1]))
		return false;
	c->act = argv[1];
	for (int i = 2; i < argc; i++) {
		size_t k = 0;

		while (k < 4 && strcmp(argv[i], named[k].name))
			k++;
		if (k < 4 && i + 1 < argc)
			*named[k].to = argv[++i];
		else if (text_is(argv[i], "--dry-run"))
			c->dry_run = true;
		else if (text_is(argv[i], "--json"))
			c->json = true;
		else if (*argv[i] != '-' && c->n_numbers < NUMBERS_MOST)
			c->numbers[c->n_numbers++] = argv[i];
		else
			return false;
	}
	if (!c->as || !fits(c) || (*c->day && !date_parse(c->day, &c->order.day)))
		return false;
	if (takes_persons(c->act))
		c->file = c->numbers[--c->n_numbers];
	return true;
}

static void tell(struct command *c, const char *text)
{
	c->mistakes++;
	fprintf(stderr, "%s%s%s\n", c->file ? c->file : "", c->file ? "：" : "", text);
}

/* Their ids, in the order of the file.  Who is not of the agency is not found. */
static bool find_persons(struct command *c)
{
	struct record_rows rows;
	int64_t *ids;

	if (!records_read(c->mem, c->file, line_fields, sizeof(struct line), ROWS_MOST, &c->issues, &rows)) {
		for (size_t i = 0; i < c->issues.n; i++)
			tell(c, arena_print(c->mem, c->issues.at[i].row > 0 ? "第 %d 列：%s" : "%.0d%s", c->issues.at[i].row, c->issues.at[i].text));
		return false;
	}
	ids = arena_array(c->mem, (size_t)rows.n, sizeof *ids);
	for (int i = 0; i < rows.n; i++) {
		const struct line *l = (const struct line *)rows.at + i;
		struct rows *t = db_run(c->db, &bulk_one, A(l->national_id), A(l->exam_year), A(l->exam_code), A(c->who.agency));

		if (t->n)
			ids[c->order.n++] = row_int(t, 0, "id");
		else
			tell(c, arena_print(c->mem, "第 %lld 列：%s", (long long)rows.number[i], message(c->mem, "ERR_FORBIDDEN")));
	}
	c->order.ids = ids;
	return !c->mistakes;
}

static bool find_serials(struct command *c)
{
	int64_t *ids = arena_array(c->mem, (size_t)c->n_numbers, sizeof *ids);

	for (int i = 0; i < c->n_numbers; i++) {
		ids[i] = certificate_serial_id(c->db, &c->who, c->numbers[i]);
		if (!ids[i])
			tell(c, message(c->mem, "ERR_SERIAL_NOT_FOUND", c->numbers[i]));
	}
	if (takes_numbers(c->act)) {
		c->order.ids = ids;
		c->order.n = c->n_numbers;
	} else if (c->n_numbers)
		c->order.serial = ids[0];
	return !c->mistakes;
}

/* What would be done is done and undone again, so that it is refused by the very same checks. */
static void act(struct db *db, void *with)
{
	struct command *c = with;
	int members = 0;

	c->serial = certificate_act(db, c->act, &c->order, &c->issues);
	if (c->serial)
		c->numbers[0] = arena_text(c->mem, certificate_number(db, c->serial, &members));
	c->order.members = members;
	if (c->dry_run)
		db_undo(db);
}

static void say(const struct command *c)
{
	struct text t = text_new(c->mem, 4096);
	struct json j = json_new(&t);

	if (!c->json) {
		printf("%s%s：申請序號 %s，%d 人。\n", c->dry_run ? "試算：" : "", c->act, c->numbers[0], c->order.members);
		return;
	}
	json_begin(&j);
	json_key(&j, "act"), json_text(&j, c->act);
	json_key(&j, "number"), json_text(&j, c->numbers[0]);
	json_key(&j, "members"), json_int(&j, c->order.members);
	json_key(&j, "dry_run"), json_bool(&j, c->dry_run);
	json_end(&j);
	printf("%s\n", t.at);
}

int certificate_command(struct db *db, int argc, char **argv)
{
	struct command c = {.db = db, .mem = db_arena(db), .day = "", .order = {.reason = "", .document = "", .now = job_now()}};
	enum db_outcome outcome;

	if (!read_options(&c, argc, argv))
		return usage();
	c.issues = issues_new(c.mem, line_fields);
	if (!account_named(db, c.mem, c.as, &c.who)) {
		tell(&c, arena_print(c.mem, "沒有帳號 %s（機關代碼/帳號）", c.as));
		return 1;
	}
	c.order.who = &c.who;
	if (!find_serials(&c) || (c.file && !find_persons(&c)))
		return 1;
	outcome = db_tx(db, act, &c);
	for (size_t i = 0; i < c.issues.n; i++)
		tell(&c, c.issues.at[i].text);
	if (c.mistakes || (outcome != DB_OK && !c.dry_run)) {
		if (!c.mistakes)
			tell(&c, message(c.mem, "ERR_STALE", "他人", "剛才"));
		return 1;
	}
	say(&c);
	return 0;
}
