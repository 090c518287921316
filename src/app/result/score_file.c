/* score_file.c: 訓練成績 and 訓練課程成績 by file, before 核定.  What differs from what was entered replaces it.        PROMO-085 */
#include "app/audit/audit.h"
#include "app/may.h"
#include "app/result/private.h"
#include "app/result/result.sql.h"
#include "base/text.h"

struct score_row { int64_t year; struct code type; const char *national_id, *name, *training_score, *course_score; };

static const struct field row_fields[] = {
	FIELD(score_row, year, INT, EDIT, "年度", .need = true, .least = 2, .most = 999, .example = "105", .hint = "民國年"),
	FIELD(score_row, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes, .example = "佐升正"),
	FIELD(score_row, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證字號|身分證號"),
	FIELD(score_row, name, TEXT, EDIT, "姓名", .most = 60, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與名冊核對"),
	FIELD(score_row, training_score, TEXT, EDIT, "訓練成績", .need = true, .most = 6, .example = "85.00", .hint = "0 至 100，最多兩位小數"),
	FIELD(score_row, course_score, TEXT, EDIT, "訓練課程成績", .need = true, .most = 6, .example = "78.50"),
	{0}
};

/* What is stored of a row's participant. */
struct known { int64_t id, version, class, institute; const char *name, *state, *training_score, *course_score; bool determined; };

static void check_score(struct import *im, struct import_row *row, const char *field, const char **score)
{
	const char *typed = *score;

	if (*typed && !result_score_parse(im->row_mem, typed, score))
		import_issue(im, row, field, "ERR_SCORE", typed);
}

static void check(struct import *im, struct import_row *row)
{
	struct score_row *s = row->record;

	check_score(im, row, "training_score", &s->training_score);
	check_score(im, row, "course_score", &s->course_score);
}

static void *known_of(struct import *im, const struct rows *r, int i)
{
	struct known *k = arena_get(im->piece, sizeof *k);

	*k = (struct known){row_int(r, i, "id"), row_int(r, i, "version"), row_int(r, i, "class"), row_int(r, i, "institute"), row_text(r, i, "name"),
		row_text(r, i, "state"), row_text(r, i, "training_score"), row_text(r, i, "course_score"), !row_null(r, i, "determined")};
	return k;
}

static void judge_one(struct import *im, struct import_row *row)
{
	const struct score_row *s = row->record;
	const struct known *k = row->found;

	row->outcome = row->outcome == IMPORT_REJECT ? IMPORT_REJECT : IMPORT_UNCHANGED;
	if (!k->class)
		import_issue(im, row, "national_id", "ERR_NO_CLASS", k->name);
	else if (!im->all_agencies && k->institute != im->agency)
		import_issue(im, row, "national_id", "ERR_FORBIDDEN");
	else if (k->determined)
		import_issue(im, row, "national_id", "ERR_SCORE_FIXED", k->name);
	else if (!text_is(k->state, participant_states[PARTICIPANT_IN_TRAINING].id) &&
			!text_is(k->state, participant_states[PARTICIPANT_COMPLETED].id))
		import_issue(im, row, "national_id", "ERR_SCORE_STATE", k->name, code_find(participant_states, k->state)->label);
	else if (row->outcome != IMPORT_REJECT && (!text_is(k->training_score, s->training_score) || !text_is(k->course_score, s->course_score)))
		row->outcome = IMPORT_UPDATE;
}

static struct participant_named named(const void *record)
{
	const struct score_row *s = record;

	return (struct participant_named){s->national_id, s->name, s->type.id, s->year};
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	participants_find(im, rows, n, &(struct participant_finder){&result_known, named, known_of});
	for (int i = 0; i < n; i++)
		if (rows[i].found)
			judge_one(im, &rows[i]);
}

static void change_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct known *k = row->found;
	const struct score_row *s = row->record;

	to[0] = A(im->batch), to[1] = A(k->id), to[2] = A(k->version), to[3] = A(s->training_score), to[4] = A(s->course_score);
	to[5] = A(k->training_score), to[6] = A(k->course_score);
}

static bool put(struct import *im, struct arena *mem, const struct rows *r, int i, bool back)
{
	int64_t id = row_int(r, i, "participant"), version = row_int(r, i, "version") + back;
	const char *training = row_text(r, i, back ? "training_before" : "training_score"),
		*course = row_text(r, i, back ? "course_before" : "course_score");

	if (!(version ? db_run(im->db, &result_set, A(id), A(version), A(training), A(course)) : db_run(im->db, &result_put, A(id), A(training),
			A(course)))->n)
		return false;
	audit_add(im->db, &(struct audit_event){.account = im->account, .agency = im->agency, .action = "result.enter",
		.subject_kind = "participant", .subject = id, .at = im->now, .reason = arena_print(mem, "%s匯入批次 %lld", back ? "復原" : "",
		(long long)im->batch),
		.after = arena_print(mem, "{\"training_score\":\"%s\",\"course_score\":\"%s\"}", training, course)});
	return true;
}

static const struct import_staging changes = {
	.put = &result_import_put, .page = &result_import_page, .drop = &result_import_drop, .key = "participant", .values = change_values,
	.take = put,
};

const struct import_kind class_score_kind = {
	.name = "class-scores", .title = "升官等訓練成績", .path = "/promotion/scores/import", .may = MAY_SCORE_SEND,
	.note = "一列為一位受訓人員於一年度一訓練之訓練成績及訓練課程成績；與已登錄者不同時以檔案為準。核定後不可匯入。",
	.fields = row_fields, .size = sizeof(struct score_row), .key = (const char *const[]){"national_id", "year", "type", NULL},
	.form_codes = true, .check = check, .judge = judge, .fills = &changes, .touched_by = &result_import_touched,
};
