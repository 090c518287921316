/* education_file.c: 教育訓練成績 by a file, as 保訓會 and 國家文官學院 record it.                                   ACMS-059
 *
 * Who has none gets one; another than the stored one is for a person to decide. */
#include "app/audit/audit.h"
#include "app/certificate/bulk.h"
#include "app/certificate/certificate.sql.h"
#include "app/may.h"
#include "base/text.h"

static const struct field education_fields[] = {
	FIELD(bulk, exam_year, INT, EDIT, "年度", .need = true, .least = 1, .most = 999, .aliases = "考試年度", .example = "111", .hint = "民國年"),
	FIELD(bulk, exam_code, TEXT, EDIT, "考試代碼", .need = true, .most = 3, .example = "007"),
	FIELD(bulk, national_id, ID, EDIT, "身分證字號", .need = true, .privacy = PERSONAL, .example = "A123456789",
		.aliases = "身分證號|身分證統一編號|國民身分證統一編號|國民身分證編號|統一證號"),
	FIELD(bulk, name, TEXT, EDIT, "姓名", .most = BULK_NAME, .privacy = PERSONAL, .example = "王小明", .hint = "有填寫時與系統資料核對"),
	FIELD(bulk, score, TEXT, EDIT, "教育訓練成績", .need = true, .most = 6, .example = "85.50", .aliases = "成績|基礎訓練成績",
		.hint = "0 至 100，最多兩位小數"),
	{0}
};

static void judge_one(struct import *im, struct import_row *row, const struct applicant *a)
{
	const struct bulk *b = row->record;

	if (text_is(a->education_score, b->score))
		return;
	if (a->serial)
		import_issue(im, row, "score", "ERR_IN_SERIAL", a->name, a->number);
	else if (*a->education_score)
		import_differs(im, row, "score", a->education_score, b->score);
	else
		row->outcome = IMPORT_UPDATE;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	bulk_judge(im, rows, n, 0, judge_one);
}

static void change_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct applicant *a = row->found;
	const struct bulk *b = row->record;

	to[0] = A(im->batch), to[1] = A(a->id), to[2] = A(a->place), to[3] = A(b->score), to[4] = A(a->education_score);
}

/* False: somebody was first, or put the trainee on an application.  What is due follows.                ACMS-018 */
static bool set(struct import *im, struct arena *mem, int64_t admission, int64_t version, const char *score, const char *reason)
{
	static const struct field shown[] = {FIELD(applicant, education_score, TEXT, EDIT, "教育訓練成績"), {0}};
	struct applicant was, now;
	const char *from, *to;

	if (!applicant_load(im->db, mem, admission, 0, &was) || was.serial ||
			!db_run(im->db, &education_set, A(admission), A(version), value_text_or_null(score))->n)
		return false;
	now = was;
	now.education_score = score;
	if (record_changes(shown, mem, &was, &now, &from, &to))
		audit_add(im->db, &(struct audit_event){.account = im->account, .agency = im->agency, .action = "certificate.education",
			.subject_kind = "trainee", .subject = admission, .before = from, .after = to, .reason = reason, .at = im->now});
	if (was.version)
		entry_follow(im->db, mem, &now, im->today);
	return true;
}

static bool put(struct import *im, struct arena *mem, const struct rows *r, int row, bool back)
{
	return set(im, mem, row_int(r, row, "admission"), row_int(r, row, "version") + back, row_text(r, row, back ? "before_score" : "score"),
		arena_print(mem, "%s匯入批次 %lld", back ? "復原" : "", (long long)im->batch));
}

static const struct import_staging changes = {
	.put = &education_put, .page = &education_page, .drop = &education_drop, .key = "admission", .values = change_values, .take = put,
};

static bool decide(struct import *im, struct import_row *row, bool take)
{
	const struct bulk *b = row->record;
	const struct applicant *a;

	judge(im, row, 1);
	a = row->found;
	if (row->outcome == IMPORT_REJECT || !a)
		return false;
	return !take || set(im, im->piece, a->id, a->place, b->score, arena_print(im->piece, "匯入批次 %lld", (long long)im->batch));
}

const struct import_kind education_score_kind = {
	.name = "education-scores", .title = "教育訓練成績", .path = "/certification/education", .may = MAY_COMMISSION | MAY_COLLEGE,
	.note = "一列為一位錄取人員於一項考試之教育訓練成績。尚未登錄者登錄；與已登錄者不同時不會覆蓋，列為待複核，由承辦人逐筆決定。"
		"已列入申請序號者不可修改。",
	.fields = education_fields, .size = sizeof(struct bulk), .key = bulk_key, .form_codes = true, .check = bulk_check, .judge = judge,
	.fills = &changes, .touched_by = &education_touched, .decide = decide,
};
