/* command.c: `peixun report-day` and `peixun take-over`: for a list of persons in a file, what the pages do, by the same rules.   ACMS-101
 *
 * The file (CSV, xlsx, ods) has the columns 身分證字號, 年度 and 考試代碼, and 報到日期 unless --day gives one day for all.  All or
 * nothing: with a single mistake nothing is changed, and each is told by file, row and field. */
#include <stdio.h>
#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/trainee/trainee.h"
#include "app/trainee/trainee.sql.h"
#include "base/text.h"
#include "file/records.h"
#include "job/job.h"

enum { ROWS_MOST = 20000, WRONG_CALL = 2 };

struct line { int64_t row, exam_year, id, group; const char *national_id, *exam_code; struct date day; };

static const struct field line_fields[] = {
	FIELD(line, national_id, ID, EDIT, "身分證字號", .need = true),
	FIELD(line, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(line, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3),
	FIELD(line, day, DATE, EDIT, "報到日期"),
	{0}
};

struct command {
	struct db *db;
	struct arena *mem;
	struct who who;
	const char *file, *as, *overwrite, *day_text, *reason, *agency;
	bool dry_run, report;
	struct date day;
	struct line *lines;
	int n;
	int64_t mistakes;
	struct issues issues;
};

static void tell(struct command *c, int64_t row, const char *field, const char *text)
{
	c->mistakes++;
	if (row)
		fprintf(stderr, "%s：第 %lld 列%s%s：%s\n", c->file, (long long)row, *field ? "「" : "", *field ? arena_print(c->mem, "%s」", field)
			: "", text);
	else
		fprintf(stderr, "%s：%s\n", c->file, text);
}

static void tell_issues(struct command *c)
{
	for (size_t i = 0; i < c->issues.n; i++) {
		const struct issue *x = &c->issues.at[i];
		const struct field *f = field_named(line_fields, x->field);

		tell(c, x->row < 0 ? 0 : x->row, f ? f->label : "", x->text);
	}
	issues_clear(&c->issues);
}

/* The rows of the file; the day of --day, else each row's own. */
static bool read_file(struct command *c)
{
	struct record_rows rows;
	bool good = records_read(c->mem, c->file, line_fields, sizeof *c->lines, ROWS_MOST, &c->issues, &rows);

	c->lines = rows.at;
	c->n = rows.n;
	for (int i = 0; i < c->n; i++) {
		struct line *l = &c->lines[i];

		l->row = rows.number[i];
		if (date_set(c->day))
			l->day = c->day;
		else if (c->report && !date_set(l->day) && !issue_at(&c->issues, (int)l->row, "day"))
			issue(&c->issues, (int)l->row, "day", "ERR_REQUIRED");
	}
	good = good && !c->issues.n;
	tell_issues(c);
	return good;
}

static bool find_persons(struct command *c)
{
	for (int i = 0; i < c->n; i++) {
		struct line *l = &c->lines[i];
		struct rows *t = db_run(c->db, &trainee_by_key, A(l->national_id), A(l->exam_year), A(l->exam_code));

		if (t->n)
			l->id = row_int(t, 0, "id");
		else
			tell(c, l->row, "身分證字號", message(c->mem, "ERR_NOT_FOUND", arena_print(c->mem, "%s、%lld、%s",
				mask_id(c->mem, l->national_id), (long long)l->exam_year, l->exam_code)));
	}
	return !c->mistakes;
}

/* The lines of the same day, as one entry. */
static int group_of(struct command *c, int first, int64_t *ids)
{
	int n = 0;

	for (int i = first; i < c->n; i++) {
		if (!c->lines[i].group && date_same(c->lines[i].day, c->lines[first].day)) {
			c->lines[i].group = first + 1;
			ids[n++] = c->lines[i].id;
		}
	}
	return n;
}

static void count(const struct report_sheet *s, int *counts)
{
	for (int i = 0; i < s->rows.n; i++)
		counts[s->rows.at[i].outcome]++;
}

/* Their rows count within the ids of one group. */
static void tell_of_persons(struct command *c, const int64_t *ids)
{
	for (size_t i = 0; i < c->issues.n; i++) {
		struct issue *x = &c->issues.at[i];
		int k = 0;

		while (x->row >= 0 && k < c->n && c->lines[k].id != ids[x->row])
			k++;
		if (x->row >= 0)
			x->row = (int)c->lines[k].row;
	}
	tell_issues(c);
}

struct reporting { struct command *c; int counts[3]; };

static void report_all(struct db *db, void *with)
{
	struct reporting *k = with;
	struct command *c = k->c;
	int64_t *ids = arena_array(c->mem, (size_t)c->n, sizeof *ids);

	memset(k->counts, 0, sizeof k->counts);
	c->mistakes = 0;
	for (int i = 0; i < c->n; i++)
		c->lines[i].group = 0;
	for (int i = 0; i < c->n; i++) {
		if (c->lines[i].group)
			continue;
		struct report_sheet s = {.who = &c->who, .reason = c->reason, .now = job_now(), .today = moment_date(job_now()),
			.day = c->lines[i].day, .overwrite = !strcmp(c->overwrite, "yes"), .issues = &c->issues};

		issues_clear(&c->issues);
		report_load(db, &s, ids, group_of(c, i, ids));
		if (!c->issues.n)
			report_check(db, &s);
		if (!c->issues.n && !c->dry_run)
			report_write(db, &s);
		count(&s, k->counts);
		tell_of_persons(c, ids);
	}
	if (c->mistakes)
		db_undo(db);
}

static int report(struct command *c)
{
	struct reporting k = {.c = c};

	if (!(c->who.may & MAY_REPORT_EDIT)) {
		tell(c, 0, "", message(c->mem, "ERR_NO_RIGHT", may_name(MAY_REPORT_EDIT)));
		return 1;
	}
	if (c->who.all_agencies && !*c->reason) {
		tell(c, 0, "", message(c->mem, "ERR_REASON"));
		return 1;
	}
	if (db_tx(c->db, report_all, &k) != DB_OK || c->mistakes)
		return 1;
	printf("%s寫入 %d 人、覆蓋 %d 人、略過 %d 人。\n", c->dry_run ? "試算：將" : "已", k.counts[REPORT_WRITTEN],
		k.counts[REPORT_OVERWRITTEN], k.counts[REPORT_SKIPPED]);
	return 0;
}

static void take_all(struct db *db, void *with)
{
	struct command *c = with;
	int64_t agency = c->who.agency;

	c->mistakes = 0;
	for (int i = 0; i < c->n; i++) {
		struct trainee t = {0};

		trainee_load(db, c->mem, c->lines[i].id, &t);
		trainee_check_take_over(db, &c->issues, &t, agency, "");
		if (!c->issues.n && !c->dry_run && !trainee_take_over(db, &t, agency, &c->who, NULL, job_now(), c->reason))
			audit_stale(db, &c->issues, -1, "", t.name, "trainee", t.id);
		for (size_t k = 0; k < c->issues.n; k++)
			tell(c, c->lines[i].row, "", c->issues.at[k].text);
		issues_clear(&c->issues);
	}
	if (c->mistakes)
		db_undo(db);
}

static int take_over(struct command *c)
{
	if (!(c->who.may & MAY_TAKE_OVER) || c->who.all_agencies) {
		tell(c, 0, "", message(c->mem, "ERR_NO_RIGHT", may_name(MAY_TAKE_OVER)));
		return 1;
	}
	if (db_tx(c->db, take_all, c) != DB_OK || c->mistakes)
		return 1;
	printf("%s %d 人。\n", c->dry_run ? "試算：將轉入" : "已轉入", c->n);
	return 0;
}

/* False: a wrong call. */
static bool read_options(struct command *c, int argc, char **argv)
{
	static const char *const names[] = {"--as", "--day", "--overwrite", "--reason"};
	const char **values[] = {&c->as, &c->day_text, &c->overwrite, &c->reason};

	for (int i = 1; i < argc; i++) {
		size_t k = 0;

		while (k < 4 && strcmp(argv[i], names[k]))
			k++;
		if (k < 4 && i + 1 < argc)
			*values[k] = argv[++i];
		else if (!strcmp(argv[i], "--dry-run"))
			c->dry_run = true;
		else if (*argv[i] != '-' && !c->file)
			c->file = argv[i];
		else
			return false;
	}
	return c->file && c->as && (!*c->day_text || date_parse(c->day_text, &c->day)) &&
		(!c->report || !strcmp(c->overwrite, "yes") || !strcmp(c->overwrite, "no"));
}

static int run(struct db *db, int argc, char **argv, bool report_days)
{
	struct command c = {.db = db, .mem = db_arena(db), .day_text = "", .overwrite = "", .reason = "", .report = report_days};

	if (!read_options(&c, argc, argv)) {
		fprintf(stderr, report_days
			? "usage: peixun report-day FILE --overwrite yes|no [--day DAY] [--reason TEXT] [--dry-run] --as AGENCY/ACCOUNT\n"
			: "usage: peixun take-over FILE [--dry-run] --as AGENCY/ACCOUNT\n");
		return WRONG_CALL;
	}
	c.issues = issues_new(c.mem, line_fields);
	if (!account_named(db, c.mem, c.as, &c.who)) {
		tell(&c, 0, "", arena_print(c.mem, "沒有帳號 %s（機關代碼/帳號）", c.as));
		return 1;
	}
	if (!read_file(&c) || !find_persons(&c))
		return 1;
	return report_days ? report(&c) : take_over(&c);
}

int report_day_command(struct db *db, int argc, char **argv)
{
	return run(db, argc, argv, true);
}

int take_over_command(struct db *db, int argc, char **argv)
{
	return run(db, argc, argv, false);
}
