/* data_file.c: 身分別, 實務訓練成績 and 實訓期間 of an office's trainees by a file, by the rules of the page.        ACMS-061
 *
 * A trainee of whom nothing was entered is filled in; what differs from what was entered is for a person to decide.  What a file
 * changes is stored one by one with its deadline when the batch becomes visible, about a millisecond each: an office has some hundred. */
#include "app/certificate/bulk.h"
#include "app/certificate/certificate.sql.h"
#include "app/may.h"
#include "base/text.h"

static const struct field data_fields[] = {
	FIELD(bulk, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .aliases = "考試年度", .example = "111", .hint = "民國年"),
	FIELD(bulk, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .example = "007"),
	FIELD(bulk, national_id, ID, EDIT, "身分證字號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證號|身分證統一編號|國民身分證統一編號|國民身分證編號|統一證號"),
	FIELD(bulk, name, TEXT, EDIT, "姓名", .most = BULK_NAME, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與系統資料核對"),
	FIELD(bulk, identity, CODE, EDIT, "身分別", .need = true, .list = identity_codes, .example = "一般"),
	FIELD(bulk, proof, BOOL, EDIT, "相關證明文件", .example = "否", .hint = "已檢附填「是」"),
	FIELD(bulk, score, TEXT, EDIT, "實務訓練成績", .need = true, .most = 6, .example = "82.50", .hint = "0 至 100，最多兩位小數"),
	FIELD(bulk, start, DATE, EDIT, "實訓期間起", .need = true, .aliases = "實務訓練起日", .example = "111/10/03"),
	FIELD(bulk, end, DATE, EDIT, "實訓期間迄", .need = true, .aliases = "實務訓練迄日", .example = "112/02/02"),
	FIELD(bulk, remark, TEXT, EDIT, "備註"),
	{0}
};

/* What the row makes of the trainee. */
static struct applicant laid_over(const struct import *im, const struct import_row *row, const struct applicant *was)
{
	const struct bulk *b = row->record;
	struct applicant a = *was;

	a.identity = b->identity.id;
	a.score = b->score;
	a.practical_start = b->start;
	a.practical_end = b->end;
	a.identity_proof = import_given(im, row, "proof") ? b->proof : was->identity_proof;
	a.remark = import_given(im, row, "remark") ? b->remark : was->remark;
	return a;
}

static void differ(struct import *im, struct import_row *row, const char *field, const char *stored, const char *in_file)
{
	if (text_is(stored, in_file))
		return;
	if (*stored)
		import_differs(im, row, field, stored, in_file);
	else if (row->outcome == IMPORT_UNCHANGED)
		row->outcome = IMPORT_UPDATE;
}

static void judge_one(struct import *im, struct import_row *row, const struct applicant *was)
{
	struct applicant now = laid_over(im, row, was);
	const char *total = applicant_rated(im->db, im->piece, was, im->today);

	if (was->serial) {
		import_issue(im, row, "identity", "ERR_IN_SERIAL", was->name, was->number);
		return;
	}
	if (total && !text_is(total, now.score))
		import_issue(im, row, "score", "ERR_TEXT_GIVEN", rated_words(im->piece, &now, total));
	differ(im, row, "identity", was->identity, now.identity);
	differ(im, row, "score", was->score, now.score);
	differ(im, row, "start", date_text(im->piece, was->practical_start), date_text(im->piece, now.practical_start));
	differ(im, row, "end", date_text(im->piece, was->practical_end), date_text(im->piece, now.practical_end));
	differ(im, row, "remark", was->remark, now.remark);
	if (was->identity_proof != now.identity_proof)
		differ(im, row, "proof", was->version ? was->identity_proof ? "是" : "否" : "", now.identity_proof ? "是" : "否");
	if (row->outcome != IMPORT_REJECT && row->outcome != IMPORT_UNCHANGED && !score_passes(now.score, was->pass_mark_practical))
		import_doubt(im, row, "score", "W-SCORE-01", now.score, was->pass_mark_practical);
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	bulk_judge(im, rows, n, im->agency, judge_one);
}

/* ---- staged, shown, taken back */

static void side_values(struct import *im, const struct import_row *row, const void *after, struct value *to)
{
	const struct applicant *was = row->found;
	struct applicant now = laid_over(im, row, was);
	const struct applicant *a = after ? &now : was;

	to[0] = A(im->batch), to[1] = A(a->id), to[2] = A(after != NULL), to[3] = A(was->version), to[4] = A(a->identity);
	to[5] = A(a->identity_proof), to[6] = A(a->score), to[7] = A(a->practical_start), to[8] = A(a->practical_end), to[9] = A(a->remark);
}

/* The first entry makes version 1 and is 2 when it is stored. */
static bool put(struct import *im, struct arena *mem, const struct rows *r, int row, bool back)
{
	struct entering by = bulk_by(im, arena_print(mem, "%s匯入批次 %lld", back ? "復原" : "", (long long)im->batch));
	int64_t before = row_int(r, row, "version"), version = !back ? before : before ? before + 1 : 2;
	struct applicant was, now;

	if (!applicant_load(im->db, mem, row_int(r, row, "admission"), 0, &was) || was.version != version || was.serial)
		return false;
	now = was;
	now.identity = row_text(r, row, "identity");
	now.identity_proof = row_bool(r, row, "identity_proof");
	now.score = row_text(r, row, "score");
	now.practical_start = row_date(r, row, "practical_start");
	now.practical_end = row_date(r, row, "practical_end");
	now.remark = row_text(r, row, "remark");
	return entry_store(im->db, mem, &by, &was, &now);
}

static const struct import_staging changes = {
	.put = &change_put, .page = &change_page, .drop = &change_drop, .key = "admission", .two_sides = true, .values = side_values, .take = put,
};

/* Looked up anew: what the page showed may have changed. */
static bool decide(struct import *im, struct import_row *row, bool take)
{
	struct entering by = bulk_by(im, arena_print(im->piece, "匯入批次 %lld", (long long)im->batch));
	struct applicant now;

	judge(im, row, 1);
	if (row->outcome == IMPORT_REJECT || !row->found)
		return false;
	now = laid_over(im, row, row->found);
	return !take || entry_store(im->db, im->piece, &by, row->found, &now);
}

const struct import_kind certificate_data_kind = {
	.name = "certificate-data", .title = "請證資料", .path = "/certification/import", .may = MAY_LIFE_EDIT,
	.note = "一列為本機關一位分發人員於一項考試之身分別、實務訓練成績及實訓期間。尚未填寫者登錄；與已填寫者相同不變動；不同者不會覆蓋，"
		"列為待複核，由承辦人逐筆決定。已列入申請序號者不可修改。",
	.fields = data_fields, .size = sizeof(struct bulk), .key = bulk_key, .form_codes = true, .check = bulk_check, .judge = judge,
	.fills = &changes, .touched_by = &change_touched, .decide = decide,
};
