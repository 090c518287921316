/* setup.c: see setup.h. */
#include "app/setup/setup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/account/account.h"
#include "app/agency/agency.h"
#include "app/audit/audit.h"
#include "app/exam/exam.h"
#include "app/may.h"
#include "app/setup/setup.sql.h"
#include "base/text.h"
#include "file/records.h"
#include "job/job.h"

enum { ROWS_MOST = 100000, WRONG_CALL = 2 };

enum loaded { LOADED_NEW, LOADED_THERE, LOADED_REFUSED };

struct load;

struct load_kind {
	const char *name, *title;
	uint64_t may;
	const struct field *fields;
	int key_fields;                                         /* so many of the first fields make two rows the same */
	size_t size;
	enum loaded (*store)(struct load *, void *record, int row);
};

struct load {
	struct db *db;
	struct arena *mem;
	const struct load_kind *kind;
	struct who who;
	const char *file, *as;
	bool dry_run;
	struct record_rows rows;
	struct issues issues;
	int made, there, without_password;
};

/* ---- agencies */

struct agency_row { const char *code, *name, *parent_code; };

static const struct field agency_row_fields[] = {
	FIELD(agency_row, code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(agency_row, name, TEXT, EDIT, "機關名稱", .need = true, .most = 100),
	FIELD(agency_row, parent_code, TEXT, EDIT, "上級機關代碼", .most = 10),
	{0}
};

/* A parent stands in an earlier row, or is there already. */
static enum loaded store_agency(struct load *l, void *record, int row)
{
	const struct agency_row *a = record;
	struct agency up = {0}, there = {0};

	if (agency_find(l->db, l->mem, a->code, &there))
		return LOADED_THERE;
	if (*a->parent_code && !agency_find(l->db, l->mem, a->parent_code, &up)) {
		issue(&l->issues, row, "parent_code", "ERR_NOT_FOUND", arena_print(l->mem, "機關代碼 %s", a->parent_code));
		return LOADED_REFUSED;
	}
	agency_add_unnumbered(l->db, text_upper(l->mem, text_fold(l->mem, a->code)), a->name, up.id);
	return LOADED_NEW;
}

/* ---- examinations */

struct exam_row { int64_t exam_year; const char *exam_code, *exam_name, *plan; };

static const struct field exam_row_fields[] = {
	FIELD(exam_row, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999),
	FIELD(exam_row, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3),
	FIELD(exam_row, exam_name, TEXT, EDIT, "考試名稱", .need = true, .most = 80),
	FIELD(exam_row, plan, TEXT, EDIT, "訓練計畫", .most = 60),
	{0}
};

static enum loaded store_exam(struct load *l, void *record, int row)
{
	const struct exam_row *x = record;
	struct exam there = {0}, e = exam_fresh;

	e.exam_year = x->exam_year;
	e.exam_code = text_fold(l->mem, x->exam_code);
	e.exam_name = x->exam_name;
	e.plan = x->plan;
	if (strlen(e.exam_code) != 3 || strspn(e.exam_code, "0123456789") != 3) {
		issue(&l->issues, row, "exam_code", "ERR_EXAM_CODE", e.exam_code);
		return LOADED_REFUSED;
	}
	if (exam_find(l->db, l->mem, e.exam_year, e.exam_code, &there))
		return LOADED_THERE;
	exam_add(l->db, &e);
	return LOADED_NEW;
}

/* ---- accounts of the former system */

struct account_row { const char *agency_code, *name, *full_name, *password, *hash; };

static const struct field account_row_fields[] = {
	FIELD(account_row, agency_code, TEXT, EDIT, "機關代碼", .need = true, .most = 10),
	FIELD(account_row, name, TEXT, EDIT, "帳號", .need = true, .most = 60),
	FIELD(account_row, full_name, TEXT, EDIT, "姓名", .most = 60),
	FIELD(account_row, password, TEXT, EDIT, "密碼", .most = 200, .privacy = SENSITIVE),
	FIELD(account_row, hash, TEXT, EDIT, "密碼雜湊", .most = 300, .privacy = SENSITIVE),
	{0}
};

/* The old password goes on as it is, whatever today's rules for new ones say.  A hash that can't be verified here leaves the account
 * without a password, to be set with the 機關憑證 (ACMS-008). */
static enum loaded store_account(struct load *l, void *record, int row)
{
	const struct account_row *a = record;
	struct agency g = {0};
	bool known = password_hash_known(a->hash);

	if (!agency_find(l->db, l->mem, a->agency_code, &g)) {
		issue(&l->issues, row, "agency_code", "ERR_NOT_FOUND", arena_print(l->mem, "機關代碼 %s", a->agency_code));
		return LOADED_REFUSED;
	}
	if (!*a->password && !*a->hash) {
		issue(&l->issues, row, "password", "ERR_PASSWORD_NONE");
		return LOADED_REFUSED;
	}
	const char *hash = *a->password && !l->dry_run ? password_hash(l->mem, a->password) : known ? a->hash : NULL;

	if (!account_add(l->db, g.id, a->name, a->full_name, "agency_officer", hash))
		return LOADED_THERE;
	l->without_password += !*a->password && !known;
	return LOADED_NEW;
}

static const struct load_kind kinds[] = {
	{"agencies", "機關", MAY_AGENCY_EDIT, agency_row_fields, 1, sizeof(struct agency_row), store_agency},
	{"examinations", "考試", MAY_EXAM_EDIT, exam_row_fields, 2, sizeof(struct exam_row), store_exam},
	{"accounts", "帳號", MAY_ACCOUNT_EDIT, account_row_fields, 2, sizeof(struct account_row), store_account},
	{0}
};

/* ---- a file of any of them */

struct key { const char *text; int64_t row; };

static int compare_keys(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int order = strcmp(x->text, y->text);

	return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* A key that stands twice in the file is a mistake, not something that is there already.  It is made of the first fields. */
static void check_twice(struct load *l)
{
	struct key *keys = arena_array(l->mem, (size_t)l->rows.n, sizeof *keys);
	const struct field *f = l->kind->fields;

	for (int i = 0; i < l->rows.n; i++) {
		const char *record = (char *)l->rows.at + (size_t)i * l->kind->size;
		const char *first = text_upper(l->mem, field_plain(&f[0], l->mem, record));

		keys[i] = (struct key){l->kind->key_fields == 1 ? first
			: arena_print(l->mem, "%s/%s", first, field_plain(&f[1], l->mem, record)), l->rows.number[i]};
	}
	qsort(keys, (size_t)l->rows.n, sizeof *keys, compare_keys);
	for (int i = 1; i < l->rows.n; i++)
		if (!strcmp(keys[i].text, keys[i - 1].text))
			issue(&l->issues, (int)keys[i].row, f[l->kind->key_fields - 1].name, "E-CSV-10",
				arena_print(l->mem, "%lld", (long long)keys[i - 1].row));
}

static void store_all(struct db *db, void *with)
{
	struct load *l = with;

	issues_clear(&l->issues);
	l->made = l->there = l->without_password = 0;
	check_twice(l);
	for (int i = 0; i < l->rows.n; i++) {
		enum loaded x = l->kind->store(l, (char *)l->rows.at + (size_t)i * l->kind->size, (int)l->rows.number[i]);

		l->made += x == LOADED_NEW;
		l->there += x == LOADED_THERE;
	}
	agency_renumber(l->db);
	if (l->issues.n || l->dry_run)
		db_undo(db);
	else
		audit_add(db, &(struct audit_event){.account = l->who.account, .agency = l->who.agency, .at = job_now(),
			.action = arena_print(l->mem, "load.%s", l->kind->name), .subject_kind = "file",
			.after = arena_print(l->mem, "{\"made\":%d,\"there\":%d}", l->made, l->there)});
}

static int tell(struct load *l)
{
	for (size_t i = 0; i < l->issues.n; i++) {
		const struct issue *x = &l->issues.at[i];
		const struct field *f = field_named(l->kind->fields, x->field);

		if (x->row >= 0)
			fprintf(stderr, "%s：第 %d 列%s%s%s：%s\n", l->file, x->row, f ? "「" : "", f ? f->label : "", f ? "」" : "", x->text);
		else
			fprintf(stderr, "%s：%s\n", l->file, x->text);
	}
	return l->issues.n ? 1 : 0;
}

static bool may(struct load *l)
{
	if (!l->as && !row_int(db_run(l->db, &setup_accounts), 0, "n"))
		return true;
	if (l->as && account_named(l->db, l->mem, l->as, &l->who) && (l->who.may & l->kind->may))
		return true;
	issue(&l->issues, -1, "", "ERR_NO_RIGHT", may_name(l->kind->may));
	return false;
}

static int load(struct load *l)
{
	if (!may(l) || !records_read(l->mem, l->file, l->kind->fields, l->kind->size, ROWS_MOST, &l->issues, &l->rows))
		return tell(l);
	db_tx(l->db, store_all, l);
	if (tell(l))
		return 1;
	printf("%s%s %d 筆，已有 %d 筆。\n", l->dry_run ? "試算：將新增" : "已新增", l->kind->title, l->made, l->there);
	if (l->without_password)
		printf("其中 %d 個帳號的密碼雜湊無法沿用，須以機關憑證登入後設定新密碼。\n", l->without_password);
	return 0;
}

int load_command(struct db *db, int argc, char **argv)
{
	struct load l = {.db = db, .mem = db_arena(db)};

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--as") && i + 1 < argc)
			l.as = argv[++i];
		else if (!strcmp(argv[i], "--dry-run"))
			l.dry_run = true;
		else if (!l.kind)
			for (const struct load_kind *k = kinds; k->name; k++)
				l.kind = strcmp(k->name, argv[i]) ? l.kind : k;
		else
			l.file = argv[i];
	}
	if (!l.kind || !l.file) {
		fprintf(stderr, "usage: peixun load agencies|examinations|accounts FILE [--dry-run] --as AGENCY/ACCOUNT\n");
		return WRONG_CALL;
	}
	l.issues = issues_new(l.mem, l.kind->fields);
	return load(&l);
}
