/* web.c: 性別主流化訓練情形調查: who has reported.                                                               LEARN-561, 564, 566 */
#include <string.h>

#include "app/agency/agency.h"
#include "app/gender/gender.sql.h"
#include "app/gender/page.html.h"
#include "app/gender/private.h"
#include "app/may.h"
#include "base/text.h"

static const struct code states[] = {{"none", "未填報"}, {"draft", "暫存"}, {"sent", "已送出"}, {"excused", "不須填報"}, {"late", "逾期未填"}, {0}};
static const struct field agency_list_fields[] = {
	FIELD(gender_agency, id, INT, KEY, "編號"),
	FIELD(gender_agency, code, TEXT, SHOW, "機關代碼"),
	FIELD(gender_agency, name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(gender_agency, year, TEXT, SHOW, "年度", .not_sorted = true),
	FIELD(gender_agency, state, CODE, SHOW, "狀態", .list = states, .not_sorted = true),
	FIELD(gender_agency, submitted, MOMENT, SHOW, "填報日期", .not_sorted = true),
	FIELD(gender_agency, deadline, DATE, SHOW, "填報期限", .not_sorted = true),
	FIELD(gender_agency, open_day, DATE, MARK, ""), FIELD(gender_agency, survey, INT, MARK, ""), FIELD(gender_agency, n_staff, INT, MARK, ""), {0}
};

int64_t gender_year(struct req *r)
{
	struct rows *newest = db_run(r->db, &gender_round_newest, A(r->today));

	return req_query_int(r, "year", GENDER_FIRST_YEAR, GENDER_LAST_YEAR, newest->n ? row_int(newest, 0, "roc_year") : roc_year(r->today) - 1);
}

struct code gender_state(const char *stored, bool needed, struct date deadline, struct date today)
{
	const struct code *c = code_find(states, !needed ? "excused" : text_is(stored, "none") && date_before(deadline, today) ? "late" : stored);

	return c ? *c : states[0];
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct gender_agency *x = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		x[i].state = gender_state(x[i].state.id, x[i].n_staff, x[i].deadline, l->r->today);
}

static struct gender_agency_lines lines_of(struct req *r, const struct list *l, int64_t year)
{
	const struct gender_agency *x = l->rows;
	struct gender_agency_lines all = {arena_array(r->mem, (size_t)l->n, sizeof *all.at), l->n};

	for (int i = 0; i < l->n; i++) {
		bool own = x[i].id == r->who->agency && req_may(r, MAY_HR_GENDER) && !r->who->all_agencies,
			open = !date_before(r->today, x[i].open_day) && !date_before(x[i].deadline, r->today),
			there = text_is(x[i].state.id, "draft") || text_is(x[i].state.id, "sent");

		all.at[i] = (struct gender_agency_line){.x = &x[i]};
		if (text_is(x[i].state.id, "excused") || (!there && !(own && open)))
			continue;
		all.at[i].act = !there ? "新增調查表" : own && open ? "編輯" : "檢視";
		all.at[i].at = own ? req_url(r, "/hr/gender/form?year=%lld", (long long)year) :
			req_url(r, "/hr/gender/form?year=%lld&agency=%s", (long long)year, x[i].code);
	}
	return all;
}

static const struct code shown[] = {{"", "全部機關"}, {"1", "未送出的機關"}, {0}};

static void list_get(struct req *r)
{
	struct agency_span span = agency_subtree(r->db, r->mem, r->who);
	int64_t year = gender_year(r);
	bool missing = *req_query(r, "missing");
	struct list l;

	if (!list_open(&l, r, "性別主流化訓練情形調查", agency_list_fields, sizeof(struct gender_agency), "code"))
		return;
	l.complete = complete;
	if (!list_run(&l, &gender_agencies, AGENCIES(&span), A(year), A(gender_as_of(year, r->today)), A(missing)))
		return;
	bool opened = db_run(r->db, &gender_round_one, A(year))->n;
	struct gender_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .action = req_url(r, "/hr/gender"),
		.rounds = req_url(r, "/hr/gender/round?year=%lld",
		(long long)year),
		.year = input_text(r, "year", "年度", arena_print(r->mem, "%lld", (long long)year), true, NULL),
		.missing = input_choice(r, "missing", "填報情形", missing ? "1" : "", false, options_of(r->mem, shown, NULL)),
		.lines = lines_of(r, &l, year), .none = opened && missing ? "沒有未送出的機關。" :
		"查無符合條件的資料：此年度尚未開放調查。", .keeps = req_may(r, MAY_DGPA)};

	if (opened)
		v.summary = req_url(r, "/reports/gender?year=%lld&below=1", (long long)year);
	gender_list_page(reply_page(r, 200, "性別主流化訓練情形調查"), &v);
}

static const struct field year_query[] = {{.name = "year", .label = "年度", .kind = K_INT, .most = GENDER_LAST_YEAR},
	{.name = "agency", .label = "機關代碼", .kind = K_TEXT}, {0}};
static const struct field list_takes[] = {{.name = "year", .label = "年度", .kind = K_INT, .most = GENDER_LAST_YEAR},
	{.name = "missing", .label = "1：未送出的機關", .kind = K_INT, .most = 1}, {0}};
static const struct field form_takes[] = {{.name = "year", .label = "年度", .kind = K_INT, .use = EDIT, .most = GENDER_LAST_YEAR},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX},
	{.name = "send", .label = "1：送出，否則暫存", .kind = K_INT, .use = EDIT, .most = 1}, {0}};
static const char *const cells[] = {"staff_m", "staff_f", "trained_m", "trained_f", "hours", "note", NULL};

#define AREA "人事單位/性別主流化訓練情形調查"

const struct route gender_routes[] = {
	{GET, "/hr/gender", list_get, MAY_HR_GENDER | MAY_DGPA, .takes = list_takes, .gives = agency_list_fields, .list = true, .crumb = AREA,
		.menu = "性別主流化訓練情形調查", .group = "人事單位", .help = "各機關填報情形"},
	{GET, "/hr/gender/form", gender_form_get, MAY_HR_GENDER | MAY_DGPA, .takes = year_query, .hidden = true, .crumb = AREA "/調查表",
		.help = "一個機關的調查表"},
	{POST, "/hr/gender/form", gender_form_post, MAY_HR_GENDER, .takes = form_takes, .ticks = cells, .crumb = AREA "/調查表",
		.help = "暫存或送出調查表"},
	{GET, "/hr/gender/round", gender_round_get, MAY_DGPA, .takes = year_query, .crumb = AREA "/調查年度", .help = "調查年度的設定"},
	{POST, "/hr/gender/round", gender_round_post, MAY_DGPA, .takes = gender_round_fields, .crumb = AREA "/調查年度", .help = "儲存調查年度"},
	{POST, "/hr/gender/reopen", gender_reopen_post, MAY_DGPA, .takes = gender_reopen_fields, .crumb = AREA "/調查年度",
		.help = "為一個機關延長填報期限"},
	{0}
};
