/* exempt_list.c: 應免除基礎訓練人員清冊 (附件3) over many trainees: one list an examination, sent at once.        PLAN-050 */
#include <unistd.h>

#include "app/case/case.sql.h"
#include "app/case/draw.h"
#include "app/case/exempt_list.html.h"
#include "app/case/routes.h"
#include "app/case/view.h"
#include "app/plan/book.h"
#include "base/text.h"
#include "file/temp.h"

enum { PDF_MEMORY = 64 << 20, TICKS = 2000 };

const struct field exempt_list_takes[] = {
	{.name = "document", .label = "發文文號", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "sent", .label = "發文日期", .kind = K_DATE, .use = EDIT, .need = true},
	{0}
};
const char *const exempt_list_ticks[] = {"tick", NULL};

static bool is_ticked(const int64_t *ids, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* ---- the page ---- */

static struct exempt_line line_of(const struct req *r, const struct rows *rows, int i, bool ticked)
{
	struct date due = row_date(rows, i, "due");
	long long record = (long long)row_int(rows, i, "id");

	return (struct exempt_line){
		.record = record, .admission = row_int(rows, i, "admission"), .tick_id = arena_print(r->mem, "t%lld", record),
		.name = row_text(rows, i, "name"), .national_id = row_text(rows, i, "national_id"), .birth_date = row_date(rows, i, "birth_date"),
		.level = row_text(rows, i, "exam_level"), .category = row_text(rows, i, "exam_category"), .remark = row_text(rows, i, "summary"),
		.state = row_text(rows, i, "state"), .report_date = row_date(rows, i, "report_date"), .due = due,
		.late = date_set(due) && date_before(due, r->today), .ticked = ticked, .at = req_url(r, "/records/%lld", record),
	};
}

static int of_exam(const struct rows *rows, int i)
{
	int n = 1;

	while (i + n < rows->n && row_int(rows, i + n, "exam") == row_int(rows, i, "exam"))
		n++;
	return n;
}

static struct exempt_exams exams_of(const struct req *r, const struct rows *rows, const int64_t *ids, int ticks)
{
	struct exempt_exams all = {arena_array(r->mem, (size_t)rows->n, sizeof *all.at), 0};

	for (int i = 0, n; i < rows->n; i += n) {
		struct exempt_exam *e = &all.at[all.n++];

		n = of_exam(rows, i);
		*e = (struct exempt_exam){
			.name = arena_print(r->mem, "%lld年%s", (long long)row_int(rows, i, "exam_year"), row_text(rows, i, "exam_name")),
			.lines = {arena_array(r->mem, (size_t)n, sizeof *e->lines.at), n},
			.form = req_url(r, "/exempt-list/%lld/form", (long long)row_int(rows, i, "exam")),
		};
		for (int k = 0; k < n; k++)
			e->lines.at[k] = line_of(r, rows, i + k, is_ticked(ids, ticks, row_int(rows, i + k, "id")));
	}
	return all;
}

static void show(struct req *r, int status, const int64_t *ids, int ticks)
{
	struct rows *rows = db_run(r->db, &exempt_waiting, A(r->who->agency));
	struct exempt_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/exempt-list"), .exams = exams_of(r, rows, ids, ticks),
		.document = input_text(r, "document", "發文文號", "", false, NULL),
		.sent = input_text(r, "sent", "發文日期", date_text(r->mem, r->today), true, NULL)};

	if (!v.exams.n) {                                       /* no form, so nothing to lead to */
		issue_lines_without(&v.wrong, "tick");
		issue_lines_without(&v.wrong, "sent");
	}
	exempt_list_page(reply_page(r, status, "應免除基礎訓練人員清冊"), &v);
}

void exempt_list_get(struct req *r)
{
	show(r, 200, NULL, 0);
}

/* ---- sending ---- */

struct sending { struct req *r; const int64_t *ids; int n, sent; int64_t exam; struct case_forward letter; };

static void send_one(struct db *db, struct sending *s, const struct rows *rows, int i)
{
	struct req *r = s->r;
	struct life l;
	struct life_record *x = NULL;
	struct issues own = issues_new(r->mem, case_forward_fields);
	const struct life_who who = {.account = r->who->account, .agency = r->who->agency, .name = r->who->full_name, .address = r->wire->address,
		.reason = "", .now = r->now, .may = r->who->may};

	if (s->sent && row_int(rows, i, "exam") != s->exam)
		issue(&r->issues, -1, "tick", "ERR_TEXT_GIVEN", "一份清冊限同一考試之人員，請分次函送。");
	s->exam = row_int(rows, i, "exam");
	if (r->issues.n || !life_load(db, r->mem, row_int(rows, i, "admission"), r->today, &l))
		return;
	while ((x = life_next(&l, &case_exempt, NULL, false, x)) && x->id != row_int(rows, i, "id"))
		;
	if (x && life_act(db, &l, x, "send", &s->letter, &who, &own))
		s->sent++;
	else
		issue(&r->issues, -1, "tick", "ERR_TEXT_GIVEN", arena_print(r->mem, "%s：%s", row_text(rows, i, "name"),
			own.n ? own.at[0].text : "無法函送"));
}

static void send_all(struct db *db, void *with)
{
	struct sending *s = with;
	struct rows *rows;

	issues_clear(&s->r->issues);
	s->sent = 0;
	rows = db_run(db, &exempt_waiting, A(s->r->who->agency));
	for (int i = 0; i < rows->n && !s->r->issues.n; i++)
		if (is_ticked(s->ids, s->n, row_int(rows, i, "id")))
			send_one(db, s, rows, i);
	if (!s->sent && !s->r->issues.n)
		issue(&s->r->issues, -1, "tick", "ERR_NONE_TICKED");
	if (s->r->issues.n)
		db_undo(db);
	s->r->done = req_url(s->r, "/exempt-list");
}

void exempt_list_post(struct req *r)
{
	struct sending s = {.r = r, .letter = {.document = req_form(r, "document")}};
	int64_t *ids = NULL;

	s.n = req_ticks(r, "tick", TICKS, &ids);
	s.ids = ids;
	req_date(r, "sent", "發文日期", true, &s.letter.sent);
	if (date_set(s.letter.sent) && date_before(r->today, s.letter.sent))
		issue(&r->issues, -1, "sent", "ERR_TEXT_GIVEN", "「發文日期」不可晚於今日。");
	if (!s.n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	if (r->issues.n || req_tx(r, send_all, &s) == REQ_UNDONE) {
		if (!reply_issues(r))
			show(r, 422, ids, s.n);
		return;
	}
	reply_see(r, r->done, arena_print(r->mem, "已登錄函送清冊，共 %d 人。", s.sent));
}

/* ---- on paper ---- */

static struct fact_rows persons_of(struct arena *mem, const struct rows *rows, int64_t exam, int *first)
{
	struct paper_exempt_person *at = arena_array(mem, (size_t)rows->n, sizeof *at);
	int n = 0;

	*first = -1;
	for (int i = 0; i < rows->n; i++) {
		if (row_int(rows, i, "exam") != exam)
			continue;
		*first = *first < 0 ? i : *first;
		at[n++] = (struct paper_exempt_person){row_text(rows, i, "name"), row_text(rows, i, "national_id"), row_date(rows, i, "birth_date"),
			row_text(rows, i, "exam_level"), row_text(rows, i, "exam_category"), row_text(rows, i, "summary")};
	}
	return (struct fact_rows){n, at};
}

static void draw(struct req *r, struct pdf *pdf, const struct rows *rows, const struct fact_rows *persons, int first)
{
	const struct plan *plan = plan_book_on(row_text(rows, first, "plan"), r->today);
	const struct paper_exempt_person *at = persons->at;
	struct paper_head head = {.agency = r->who->agency_name, .exam_year = row_int(rows, first, "exam_year"),
		.exam_name = plan ? plan->exam_name : row_text(rows, first, "exam_name"),
		.attachment = plan ? plan->forms[PLAN_FORM_EXEMPT_LIST] : NULL,
		.citation = plan ? plan->citations[PLAN_CITE_EXEMPT] : "訓練辦法第18條",
		.printed = arena_print(r->mem, "列印：%s %s", date_text(r->mem, r->today), r->who->full_name)};
	struct paper_exempt_list list = {.head = head, .persons = *persons};
	struct paper_letter letter = {.head = head, .kind = "exemption", .basis = head.citation,
		.who = persons->n > 1 ? arena_print(r->mem, "%s等%d人", at->name, persons->n) : at->name};

	if (plan)
		list.head.notes = *plan_notes(plan, PLAN_FORM_EXEMPT_LIST);
	letter.head.attachment = NULL;
	paper_exempt_list_draw(pdf, &list);
	paper_letter_fill(r->mem, &letter);
	paper_letter_draw(pdf, &letter);
}

void exempt_list_form_get(struct req *r)
{
	struct rows *rows = db_run(r->db, &exempt_waiting, A(r->who->agency));
	int first;
	struct fact_rows persons = persons_of(r->mem, rows, r->id[0], &first);
	static const char title[] = "應免除基礎訓練人員清冊";

	if (first < 0) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	struct arena *own = arena_new(PDF_MEMORY);
	int fd = temp_file(r->mem);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = title, .author = r->who->agency_name, .created = r->now});

	draw(r, pdf, rows, &persons, first);
	bool whole = pdf_write(pdf, fd);

	arena_free(own);
	if (!whole)
		reply_refuse(r, 422, "ERR_FORM_LONG", title);
	else
		reply_file(r, "application/pdf", "應免除基礎訓練人員清冊.pdf", dup(fd), file_size(fd));
}
