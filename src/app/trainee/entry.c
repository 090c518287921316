/* entry.c: what a press of 「匯入資料」 did: its result, reachable again, exported, undone.   ACMS-033, ACMS-036 */
#include <string.h>

#include "app/trainee/report.html.h"
#include "app/trainee/trainee.sql.h"
#include "app/trainee/view.h"
#include "base/text.h"

static const struct code outcome_codes[] = {{"written", "寫入"}, {"overwritten", "覆蓋"}, {"skipped", "略過（已有報到日期）"}, {0}};

struct entry_record { int64_t id; const char *name, *national_id; struct code outcome; struct date before_date, after_date, due; };

const struct field entry_fields[] = {
	FIELD(entry_record, id, INT, KEY, "編號"),
	FIELD(entry_record, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(entry_record, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(entry_record, outcome, CODE, SHOW, "結果", .list = outcome_codes),
	FIELD(entry_record, before_date, DATE, SHOW, "原報到日期"),
	FIELD(entry_record, after_date, DATE, SHOW, "報到日期"),
	FIELD(entry_record, due, DATE, SHOW, "上傳期限"),
	{0}
};

static void fill_lines(struct req *r, struct entry_view *v, const struct list *l)
{
	const struct entry_record *rows = l->rows;

	v->lines = (struct entry_lines){arena_array(r->mem, (size_t)l->n, sizeof *v->lines.at), l->n};
	for (int i = 0; i < l->n; i++) {
		const struct entry_record *e = &rows[i];

		v->lines.at[i] = (struct entry_line){e->name, e->national_id, e->outcome.label,
			req_url(r, "/trainees/%lld", (long long)e->id), e->before_date, e->after_date, e->due};
	}
}

static int count(struct req *r, const char *outcome)
{
	return (int)row_int(db_run(r->db, &entry_count, A(r->id[0]), A(outcome)), 0, "n");
}

static void show(struct req *r, int status, struct rows *e, const struct list *l)
{
	struct entry_view v = {
		.r = r, .l = l, .id = r->id[0], .by = row_text(e, 0, "full_name"), .reason = row_text(e, 0, "reason"),
		.at = row_moment(e, 0, "at"), .undone = row_moment(e, 0, "undone"), .day = row_date(e, 0, "report_date"),
		.written = count(r, "written"), .overwritten = count(r, "overwritten"), .skipped = count(r, "skipped"),
		.undo = req_url(r, "/trainees/report/entries/%lld/undo", (long long)r->id[0]), .wrong = issue_lines(r),
		.back = list_back(r, "/trainees/report"), .reason_input = input_text(r, "reason", "理由", "", true, NULL),
	};

	v.may_undo = req_may(r, MAY_REPORT_EDIT) && !v.undone.seconds && v.written + v.overwritten;
	fill_lines(r, &v, l);
	entry_page(reply_page(r, status, "匯入結果"), &v);
}

static void reply_entry(struct req *r, int status)
{
	struct rows *e = db_run(r->db, &entry_one, A(r->id[0]), A(req_agency(r)));
	struct list l;

	if (!e->n)
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else if (list_open(&l, r, "匯入結果", entry_fields, sizeof(struct entry_record), "name") &&
			list_run(&l, &entry_rows_page, A(r->id[0]), A(req_agency(r))))
		show(r, status, e, &l);
}

void entry_get(struct req *r)
{
	reply_entry(r, 200);
}

struct undoing { struct req *r; struct report_undo u; };

static void undo(struct db *db, void *with)
{
	struct undoing *k = with;

	report_take_back(db, &k->u);
	k->r->done = req_url(k->r, "/trainees/report/entries/%lld", (long long)k->u.entry);
}

void entry_undo_post(struct req *r)
{
	struct undoing k = {r, {.entry = r->id[0], .sheet = {.who = r->who, .address = r->wire->address, .now = r->now,
		.today = r->today, .issues = &r->issues, .reason = req_form(r, "reason")}}};
	static const struct field labels[] = {{.name = "reason", .label = "理由"}, {.name = "tick", .label = "勾選"}, {0}};

	struct rows *e = db_run(r->db, &entry_one, A(r->id[0]), A(req_agency(r)));

	r->issues.fields = labels;
	if (!e->n) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	if (!row_null(e, 0, "undone"))
		issue(&r->issues, -1, "", "ERR_UNDO", arena_print(r->mem, "這次匯入已於 %s 還原", moment_text(r->mem, row_moment(e, 0, "undone"))));
	if (!*k.u.sheet.reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (r->issues.n || req_tx(r, undo, &k) == REQ_UNDONE) {
		int status = r->issues.n ? 422 : 409;

		if (!reply_issues_as(r, status))
			reply_entry(r, status);
		return;
	}
	reply_see(r, r->done, "這次匯入已還原。");
}

struct entry_summary { int64_t id, changed, skipped; const char *full_name; struct moment at, undone; struct date report_date; bool overwrite; };

const struct field entry_summary_fields[] = {
	FIELD(entry_summary, id, INT, KEY, "編號"),
	FIELD(entry_summary, at, MOMENT, SHOW, "時間"),
	FIELD(entry_summary, full_name, TEXT, SHOW, "承辦人", .not_sorted = true),
	FIELD(entry_summary, report_date, DATE, SHOW, "報到日期", .not_sorted = true),
	FIELD(entry_summary, overwrite, BOOL, SHOW, "覆蓋", .not_sorted = true),
	FIELD(entry_summary, changed, INT, SHOW, "寫入人數", .not_sorted = true),
	FIELD(entry_summary, skipped, INT, SHOW, "略過人數", .not_sorted = true),
	FIELD(entry_summary, undone, MOMENT, SHOW, "還原時間", .not_sorted = true),
	{0}
};

void entries_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "報到日期匯入紀錄", entry_summary_fields, sizeof(struct entry_summary), "-at"))
		return;
	l.rows_at = "/trainees/report/entries";
	if (list_run(&l, &entry_list, REQ_AGENCIES(r)))
		list_show_plain(&l);
}
