/* roster.c: the columns of a roster, what a row tells by itself, and how it stands to what is stored.      ACMS-023
 *
 * A row that is stored already is unchanged; one that brings what was missing (a score, the agency of somebody not yet taken
 * over) fills it in; any other difference is for a person to decide. */
#include "app/roster/private.h"

#include <stdlib.h>
#include <string.h>

#include "app/exam/exam.h"
#include "app/may.h"
#include "app/roster/roster.sql.h"
#include "base/text.h"

static const struct code listed_codes[] = {{"regular", "正額"}, {"supplementary", "增額"}, {0}};

const char *listed_label(const char *id)
{
	const struct code *c = *id ? code_find(listed_codes, id) : NULL;

	return c ? c->label : "";
}

const struct field roster_fields[] = {
	FIELD(roster, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .aliases = "考試年度", .example = "111",
		.hint = "民國年"),
	FIELD(roster, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .example = "007", .hint = "考試資料維護中該年度的三位代碼"),
	FIELD(roster, national_id, ID, EDIT, "身分證字號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證號|身分證統一編號|國民身分證統一編號|統一證號", .hint = "國民身分證統一編號或外來人口統一證號"),
	FIELD(roster, name, TEXT, EDIT, "姓名", .need = true, .most = 60, .privacy = PERSONAL, .example = "王小明", .hint = "最多 60 個字"),
	FIELD(roster, sex, CODE, EDIT, "性別", .need = true, .list = sex_codes, .example = "男", .hint = "男或女"),
	FIELD(roster, birth_date, DATE, EDIT, "出生日期", .need = true, .privacy = PERSONAL, .aliases = "出生年月日|生日", .example = "080/01/31",
		.hint = "民國年月日，例如 080/01/31"),
	FIELD(roster, exam_level, TEXT, EDIT, "考試等級", .need = true, .most = 20, .aliases = "等級|等別", .example = "三等考試"),
	FIELD(roster, exam_category, TEXT, EDIT, "考試類科", .need = true, .most = 60, .aliases = "類科", .example = "行政警察人員"),
	FIELD(roster, agency_code, TEXT, EDIT, "機關代碼", .most = 10, .aliases = "分發機關代碼|用人機關代碼", .example = "323000000A",
		.hint = "已知分發機關時填寫；留白者由機關自行轉入"),
	FIELD(roster, education_score, TEXT, EDIT, "教育訓練成績", .most = 6, .example = "85.50", .hint = "0 至 100，最多兩位小數"),
	FIELD(roster, listed, CODE, EDIT, "錄取別", .list = listed_codes, .aliases = "正額增額|正額/增額|錄取類別",
		.example = "正額", .hint = "正額或增額"),
	FIELD(roster, published, DATE, EDIT, "榜示日", .aliases = "榜示日期|放榜日期", .example = "113/05/01", .hint = "民國年月日"),
	{0}
};

/* ---- cells in the form they are kept in */

/* 0 to 100 with up to two decimals, stored with both: "85.50". */
static char *score_of(struct arena *mem, const char *typed)
{
	const char *s = text_fold(mem, typed);
	size_t whole = strspn(s, "0123456789"), part = s[whole] == '.' ? strspn(s + whole + 1, "0123456789") : 0;
	int64_t number;

	if (s[whole] && (s[whole] != '.' || s[whole + 1 + part] || !part || part > 2))
		return NULL;
	if (!text_to_int(arena_bytes(mem, s, whole), 0, 100, &number) || (number == 100 && strspn(s + whole, ".0") != strlen(s + whole)))
		return NULL;
	return arena_print(mem, "%lld.%c%c", (long long)number, part > 0 ? s[whole + 1] : '0', part > 1 ? s[whole + 2] : '0');
}

/* ---- what is held for all rows */

void *roster_begin(struct import *im)
{
	struct rows *e = db_run(im->db, &roster_exams), *a = db_run(im->db, &roster_agencies);
	struct roster_references *to = arena_get(im->mem, sizeof *to);

	to->exams = arena_array(im->mem, (size_t)e->n, sizeof *to->exams);
	to->agencies = arena_array(im->mem, (size_t)a->n, sizeof *to->agencies);
	for (to->n_exams = 0; to->n_exams < e->n; to->n_exams++)
		to->exams[to->n_exams] = (struct roster_exam){row_int(e, to->n_exams, "exam_year"), row_int(e, to->n_exams, "id"),
			row_text(e, to->n_exams, "exam_code")};
	for (to->n_agencies = 0; to->n_agencies < a->n; to->n_agencies++)
		to->agencies[to->n_agencies] = (struct roster_agency){row_text(a, to->n_agencies, "code"), row_int(a, to->n_agencies, "id")};
	return to;
}

static int compare_exam(const void *a, const void *b)
{
	const struct roster_exam *x = a, *y = b;

	return x->year != y->year ? (x->year < y->year ? -1 : 1) : strcmp(x->code, y->code);
}

static int compare_agency(const void *a, const void *b)
{
	return strcmp(((const struct roster_agency *)a)->code, ((const struct roster_agency *)b)->code);
}

static void look_up(struct import *im, struct import_row *row, struct known *k)
{
	const struct roster_references *all = im->references;
	const struct roster *r = row->record;
	struct roster_exam wanted = {.year = r->exam_year, .code = r->exam_code};
	const struct roster_exam *e = bsearch(&wanted, all->exams, (size_t)all->n_exams, sizeof wanted, compare_exam);

	if (e)
		k->exam = e->id;
	else if (r->exam_year && *r->exam_code)
		import_issue(im, row, "exam_code", "ERR_EXAM_NOT_FOUND",
			arena_print(im->row_mem, "%lld-%s", (long long)r->exam_year, r->exam_code));
	if (!*r->agency_code)
		return;
	const struct roster_agency *a = bsearch(&(struct roster_agency){.code = r->agency_code}, all->agencies, (size_t)all->n_agencies,
		sizeof *a, compare_agency);

	if (a)
		k->agency = a->id;
	else
		import_issue(im, row, "agency_code", "E-REF-01", r->agency_code, "請填機關清單中的機關代碼");
}

/* ---- what a row tells by itself */

void roster_check(struct import *im, struct import_row *row)
{
	struct roster *r = row->record;
	const char *code = r->exam_code;

	if (*code && !exam_code_tidy(im->row_mem, &code))
		import_issue(im, row, "exam_code", "ERR_EXAM_CODE", code);
	r->exam_code = code;
	if (*r->agency_code)
		r->agency_code = text_upper(im->row_mem, r->agency_code);
	if (*r->education_score) {
		const char *score = score_of(im->row_mem, r->education_score);

		if (!score)
			import_issue(im, row, "education_score", "ERR_SCORE", r->education_score);
		else
			r->education_score = score;
	}
	if (im->references)
		look_up(im, row, &(struct known){0});
}

/* ---- how a row stands to what is stored */

static struct rows *load_known(struct import *im, const struct import_row *rows, int n)
{
	return db_run(im->db, &roster_known, A(import_texts(im, rows, n, "national_id")), A(im->batch));
}

static void take_person(struct known *k, const struct rows *found, int i)
{
	k->person = row_int(found, i, "person");
	k->person_version = row_int(found, i, "person_version");
	k->name = row_text(found, i, "name");
	k->sex = row_text(found, i, "sex");
	k->birth_date = row_date(found, i, "birth_date");
	k->busy |= row_bool(found, i, "busy");
}

static void take_admission(struct known *k, const struct rows *found, int i)
{
	k->admission = row_int(found, i, "admission");
	k->version = row_int(found, i, "version");
	k->stored_agency = row_int(found, i, "agency");
	k->agency_code = row_text(found, i, "agency_code");
	k->level = row_text(found, i, "exam_level");
	k->category = row_text(found, i, "exam_category");
	k->score = row_text(found, i, "education_score");
	k->listed = row_text(found, i, "listed");
	k->published = row_date(found, i, "published");
}

/* A value of the file beside the stored one: the same, filled in, or different. */
static void compare(struct import *im, struct import_row *row, const char *field, const char *stored, const char *in_file)
{
	if (!*in_file || !strcmp(stored, in_file))
		return;
	if (*stored)
		import_differs(im, row, field, stored, in_file);
	else if (row->outcome == IMPORT_UNCHANGED)
		row->outcome = IMPORT_UPDATE;
}

static void compare_person(struct import *im, struct import_row *row, const struct known *k)
{
	const struct roster *r = row->record;

	compare(im, row, "name", k->name, r->name);
	if (strcmp(k->sex, r->sex.id))
		import_differs(im, row, "sex", code_find(sex_codes, k->sex)->label, r->sex.label);
	if (!date_same(k->birth_date, r->birth_date))
		import_differs(im, row, "birth_date", date_text(im->piece, k->birth_date), date_text(im->piece, r->birth_date));
}

static void judge_one(struct import *im, struct import_row *row, const struct rows *found, int from, int to)
{
	const struct roster *r = row->record;
	struct known *k = row->found = arena_get(im->piece, sizeof *k);

	row->outcome = IMPORT_CREATE;
	look_up(im, row, k);
	for (int i = from; i < to; i++) {
		take_person(k, found, i);
		if (k->exam && row_int(found, i, "exam") == k->exam)
			take_admission(k, found, i);
	}
	if (k->busy)
		import_issue(im, row, "national_id", "ERR_IMPORT_BUSY", r->name);
	if (row->outcome == IMPORT_REJECT || !k->person)
		return;
	if (k->admission)
		row->outcome = IMPORT_UNCHANGED;
	compare_person(im, row, k);
	if (!k->admission)
		return;
	compare(im, row, "exam_level", k->level, r->exam_level);
	compare(im, row, "exam_category", k->category, r->exam_category);
	compare(im, row, "agency_code", k->agency_code, r->agency_code);
	compare(im, row, "education_score", k->score, r->education_score);
	compare(im, row, "listed", listed_label(k->listed), r->listed.id ? listed_label(r->listed.id) : "");
	compare(im, row, "published", date_text(im->piece, k->published), date_text(im->piece, r->published));
}

/* The same person in two examinations of one file must be the same in both rows. */
static void judge_twin(struct import *im, struct import_row *row, const struct import_row *twin)
{
	const struct roster *a = twin->record, *b = row->record;

	if (strcmp(a->national_id, b->national_id) || (!strcmp(a->name, b->name) && !strcmp(a->sex.id, b->sex.id) &&
		date_same(a->birth_date, b->birth_date)))
		return;
	import_issue(im, row, "national_id", "ERR_ROSTER_TWIN", arena_print(im->piece, "%lld", (long long)twin->number));
}

void roster_judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *found = load_known(im, rows, n);
	int column = found->n ? row_column(found, "national_id") : 0, from = 0, to = 0;

	for (int i = 0; i < n; i++) {
		const char *id = ((const struct roster *)rows[i].record)->national_id;

		for (from = to; from && !strcmp(row_cell(found, from - 1, column)->s, id);)
			from--;                                 /* the row before was of the same person */
		while (from < found->n && strcmp(row_cell(found, from, column)->s, id) < 0)
			from++;
		for (to = from; to < found->n && !strcmp(row_cell(found, to, column)->s, id);)
			to++;
		judge_one(im, &rows[i], found, from, to);
		if (i)
			judge_twin(im, &rows[i], &rows[i - 1]);
	}
}

const struct import_kind roster_kind = {
	.name = "roster", .title = "錄取人員名冊", .path = "/roster/import", .may = MAY_ROSTER_IMPORT,
	.note = "一列為一人於一項考試之錄取資料。與既有資料相同者不變動；補登原本空白之機關代碼、教育訓練成績、錄取別或榜示日者為更新；"
		"其他差異不會覆蓋，列為待複核，由承辦人逐筆決定。",
	.fields = roster_fields, .size = sizeof(struct roster), .key = (const char *const[]){"national_id", "exam_year", "exam_code", NULL},
	.form_codes = true, .begin = roster_begin, .check = roster_check, .judge = roster_judge, .store = roster_store, .apply = roster_apply,
	.sweep = roster_sweep, .touched_by = &roster_touched_rows, .take_back = roster_take_back, .decide = roster_decide,
};
