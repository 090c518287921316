/* web.c: 稽核紀錄: who did what, when, from where; by days, act and account. */
#include "app/audit/audit.h"
#include "app/audit/audit.sql.h"
#include "app/audit/page.html.h"
#include "app/audit/view.h"
#include "app/may.h"

enum { DAYS_SHOWN = 7 };

struct event {
	int64_t id, subject;
	const char *who, *agency_code, *address, *action, *act, *subject_kind, *was, *became, *reason;
	struct moment at;
};

static const struct field event_fields[] = {
	FIELD(event, id, INT, KEY, "編號"),
	FIELD(event, at, MOMENT, SHOW, "時間"),
	FIELD(event, agency_code, TEXT, SHOW, "機關代碼", .not_sorted = true),
	FIELD(event, who, TEXT, SHOW, "帳號", .not_sorted = true),
	FIELD(event, address, TEXT, SHOW, "來源位址", .not_sorted = true),
	FIELD(event, act, TEXT, SHOW, "作業", .not_sorted = true),
	FIELD(event, action, TEXT, SHOW, "作業代碼", .not_sorted = true),
	FIELD(event, subject_kind, TEXT, SHOW, "對象", .not_sorted = true),
	FIELD(event, subject, INT, SHOW, "對象編號", .not_sorted = true),
	FIELD(event, was, TEXT, SHOW, "原", .wide = true, .not_sorted = true),
	FIELD(event, became, TEXT, SHOW, "新", .wide = true, .not_sorted = true),
	FIELD(event, reason, TEXT, SHOW, "理由", .not_sorted = true),
	{0}
};

static const struct field search_fields[] = {
	{.name = "from", .label = "起日", .kind = K_DATE}, {.name = "to", .label = "迄日", .kind = K_DATE},
	{.name = "action", .label = "作業代碼", .kind = K_TEXT}, {.name = "account", .label = "帳號", .kind = K_TEXT}, {0}
};

static struct date asked_day(struct req *r, const char *name, struct date otherwise)
{
	struct date day = otherwise;

	if (*req_query(r, name) && !date_parse(req_query(r, name), &day))
		issue(&r->issues, -1, name, "ERR_DATE", req_query(r, name));
	return day;
}

static void in_words(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct event *all = rows;

	(void)l;
	for (int i = 0; i < n; i++) {
		all[i].act = audit_words(mem, all[i].action);
		all[i].subject_kind = audit_subject_words(all[i].subject_kind);
	}
}

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "稽核紀錄", event_fields, sizeof(struct event), "-at"))
		return;
	l.complete = in_words;
	r->issues.fields = search_fields;
	struct date to = asked_day(r, "to", r->today), from = asked_day(r, "from", date_plus(r->today, 1 - DAYS_SHOWN));

	issue_range(&r->issues, -1, "from", from, "to", to);
	if (r->issues.n && reply_issues(r))
		return;
	struct audit_view v = {&l, req_url(r, "/audit"), input_text(r, "from", "起日", date_text(r->mem, from), true, NULL),
		input_text(r, "to", "迄日", date_text(r->mem, to), true, NULL), input_text(r, "action", "作業代碼", "", false, NULL),
		input_text(r, "account", "帳號", "", false, NULL), issue_lines(r)};

	v.from.size = v.to.size = 10;
	if (list_run(&l, &audit_list, A(day_begins(from)), A(day_begins(date_plus(to, 1))), A(req_query(r, "action")),
			A(req_query(r, "account"))))
		audit_page_view(reply_page(r, r->issues.n ? 422 : 200, l.title), &v);
}

const struct route audit_routes[] = {
	{GET, "/audit", list_get, MAY_AUDIT_SEE, .takes = search_fields, .gives = event_fields, .list = true,
		.crumb = "系統管理/稽核紀錄", .menu = "稽核紀錄", .help = "稽核紀錄"},
	{0}
};
