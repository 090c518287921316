/* due_web.c: 輔導紀錄應辦清單: whose record of which month is missing, and which talk is due.        PLAN-080, PLAN-081; D-15 … D-18 */
#include <string.h>

#include "app/guidance/due.html.h"
#include "app/guidance/guidance.sql.h"
#include "app/guidance/private.h"
#include "app/guidance/view.h"
#include "base/text.h"

/* By the names of the deadline kinds. */
static const struct code duty_codes[] = {
#define MONTH(n) {"guide-record-" #n, "第" #n "個月輔導紀錄表"}
	MONTH(1), MONTH(2), MONTH(3), MONTH(4), MONTH(5), MONTH(6), MONTH(7), MONTH(8), MONTH(9), MONTH(10), MONTH(11), MONTH(12),
	{"guide-talk-mid", "期中個別會談"}, {"guide-talk-final", "期末個別會談"}, {"guide-interview", "個別會談（表現未達基本要求）"}, {0}
};
static const struct code standing_codes[] = {{"open", "待辦"}, {"overdue", "逾期"}, {0}};
static const struct code group_codes[] = {
	{"guide-record", "輔導紀錄表"}, {"guide-talk", "期中、期末個別會談"}, {"guide-interview", "個別會談（表現未達基本要求）"}, {0}
};

const struct field guidance_due_fields[] = {
	FIELD(guidance_duty, id, INT, KEY, "編號"),
	FIELD(guidance_duty, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(guidance_duty, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL),
	FIELD(guidance_duty, exam_year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(guidance_duty, exam_name, TEXT, SHOW, "考試名稱"),
	FIELD(guidance_duty, agency_name, TEXT, SHOW, "機關名稱"),
	FIELD(guidance_duty, duty, CODE, SHOW, "應辦事項", .list = duty_codes),
	FIELD(guidance_duty, due, DATE, SHOW, "期間末日"),
	FIELD(guidance_duty, standing, CODE, SHOW, "狀態", .list = standing_codes, .not_sorted = true),
	FIELD(guidance_duty, citation, TEXT, SHOW, "依據", .not_sorted = true),
	{0}
};

const struct field guidance_due_query[] = {
	{.name = "duty", .label = "應辦事項", .kind = K_CODE, .list = group_codes},
	{.name = "overdue", .label = "只列逾期", .kind = K_BOOL},
	{0}
};

static struct duty_lines lines_of(struct req *r, const struct list *l)
{
	const struct guidance_duty *rows = l->rows;
	struct duty_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++)
		lines.at[i] = (struct duty_line){&rows[i], req_url(r, "/trainees/%lld", (long long)rows[i].id),
			text_is(rows[i].standing.id, "overdue") ? "late" : "soon"};
	return lines;
}

void guidance_due_get(struct req *r)
{
	const char *duty = req_query(r, "duty"), *today = date_iso(r->mem, r->today);
	bool overdue = text_is(req_query(r, "overdue"), "1");
	struct list l;

	if (!list_open(&l, r, "輔導紀錄應辦清單", guidance_due_fields, sizeof(struct guidance_duty), "due"))
		return;
	if (*duty && !code_find(group_codes, duty))
		issue(&r->issues, -1, "duty", "ERR_CODE", duty, code_labels(r->mem, group_codes));
	if (r->issues.n && reply_issues(r))
		return;
	if (!r->issues.n && !list_run(&l, &guidance_list, REQ_AGENCIES(r), A(duty), A(overdue ? today : ""), A(today),
			A(r->who->own_trainees ? r->who->account : 0)))
		return;
	guidance_due_page(reply_page(r, r->issues.n ? 422 : 200, "輔導紀錄應辦清單"), &(struct guidance_due_view){
		.r = r, .l = &l, .wrong = issue_lines(r), .search = req_url(r, "/guidance/due"), .lines = lines_of(r, &l),
		.duty = input_choice(r, "duty", "應辦事項", "", false, options_of(r->mem, group_codes, "（全部）")),
		.overdue = input_tick(r, "overdue", "只列逾期", overdue),
	});
}
