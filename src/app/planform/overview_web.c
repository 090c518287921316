/* overview_web.c: 實務訓練計畫表繳交情形: everybody's form, and totals by agency for those who see all.   ACMS-051 */
#include <string.h>

#include "app/planform/overview.html.h"
#include "app/planform/planform.sql.h"
#include "app/planform/view.h"

const struct field overview_list_fields[] = {
	FIELD(planform, id, INT, KEY, "編號"),
	FIELD(planform, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(planform, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(planform, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(planform, exam_code, TEXT, MARK, ""),
	FIELD(planform, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(planform, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(planform, report_date, DATE, SHOW, "報到日期"),
	FIELD(planform, due, DATE, SHOW, "上傳期限"),
	FIELD(planform, provisional, BOOL, MARK, ""),
	FIELD(planform, issued, MOMENT, SHOW, "下載時間"),
	FIELD(planform, uploaded, MOMENT, SHOW, "上傳時間"),
	FIELD(planform, number, INT, SHOW, "版次"),
	FIELD(planform, form_state, CODE, SHOW, "狀態", .list = form_state_codes),
	{0}
};

static struct options states(struct req *r)
{
	struct options o = {0};

	options_add(r->mem, &o, "", "（全部）");
	options_add(r->mem, &o, "open", "尚待上傳（含逾期、核章不全）");
	for (const struct code *c = form_state_codes; c->id; c++)
		options_add(r->mem, &o, c->id, c->label);
	return o;
}

static struct total_lines totals_of(struct req *r, const struct search *s)
{
	struct rows *t = db_run(r->db, &planform_totals, REQ_AGENCIES(r), A(s->year), A(s->exam), A(s->agency), A(date_iso(r->mem, r->today)));
	struct total_lines lines = {arena_array(r->mem, (size_t)t->n, sizeof *lines.at), t->n};

	for (int i = 0; i < t->n; i++)
		lines.at[i] = (struct total_line){
			.code = row_text(t, i, "agency_code"), .name = row_text(t, i, "agency_name"),
			.at = req_url(r, "/plan-forms/overview?exam_year=%lld&exam_code=%s&agency=%s", (long long)s->year, s->exam,
				row_text(t, i, "agency_code")),
			.persons = row_int(t, i, "persons"), .absent = row_int(t, i, "absent"), .waiting = row_int(t, i, "waiting"),
			.overdue = row_int(t, i, "overdue"), .returned = row_int(t, i, "returned"), .uploaded = row_int(t, i, "uploaded"),
			.uploaded_late = row_int(t, i, "uploaded_late"),
		};
	return lines;
}

static void show(struct req *r, int status, struct list *l, const struct search *s)
{
	const struct planform *rows = l->rows;
	struct overview_view v = {
		.r = r, .l = l, .wrong = issue_lines(r), .search = req_url(r, "/plan-forms/overview"), .year = search_year(r, s),
		.exam = search_exam(r, s), .state = input_choice(r, "state", "狀態", "", false, states(r)),
		.agency = input_text(r, "agency", "機關代碼", "", false, NULL), .all_agencies = r->who->all_agencies,
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n},
	};

	v.year.need = !*s->state;
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct overview_line){&rows[i], req_url(r, "/plan-forms/%lld", (long long)rows[i].id)};
	if (v.all_agencies && s->year && l->n)
		v.totals = totals_of(r, s);
	overview_page(reply_page(r, status, "實務訓練計畫表繳交情形"), &v);
}

void overview_get(struct req *r)
{
	struct search s;
	struct list l;

	if (!list_open(&l, r, "實務訓練計畫表繳交情形", overview_list_fields, sizeof(struct planform), "due"))
		return;
	search_read(r, &s);
	if (*s.state && strcmp(s.state, "open") && !code_find(form_state_codes, s.state))
		issue(&r->issues, -1, "state", "ERR_CODE", s.state, code_labels(r->mem, form_state_codes));
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &l, &s);
		return;
	}
	if (s.wanted && !list_run(&l, &planform_overview, REQ_AGENCIES(r), A(s.year), A(s.exam), A(s.agency), A(s.state),
			A(date_iso(r->mem, r->today))))
		return;
	if (s.wanted && !l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", search_words(r, &s));
	show(r, 200, &l, &s);
}
