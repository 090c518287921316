/* web.c: 期限一覽: every open deadline of an agency, or of all, with who must act, what follows and what it rests on.   PLAN-137 */
#include <string.h>

#include "app/deadline/deadline.sql.h"
#include "app/deadline/list.html.h"
#include "app/deadline/private.h"
#include "app/deadline/view.h"
#include "app/may.h"
#include "base/text.h"

enum { KINDS = 96 };

static struct code titles[KINDS + 1];                           /* by the kinds' names, filled in by deadline_titles */

void deadline_titles(const struct deadline_kind *const *kinds)
{
	int n = 0;

	for (; kinds && kinds[n] && n < KINDS; n++)
		titles[n] = (struct code){kinds[n]->name, kinds[n]->title};
	titles[n] = (struct code){0};
}

static const struct field fields[] = {
	FIELD(due_row, days_left, INT, SHOW, "剩餘日數", .least = -100000, .most = 100000, .not_sorted = true),
	FIELD(due_row, due, DATE, SHOW, "期限"),
	FIELD(due_row, kind, CODE, SHOW, "事項", .list = titles),
	FIELD(due_row, about, TEXT, SHOW, "人員", .privacy = PERSONAL),
	FIELD(due_row, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(due_row, event_day, DATE, SHOW, "起算事由發生日"),
	FIELD(due_row, who, TEXT, SHOW, "應辦者", .not_sorted = true),
	FIELD(due_row, consequence, TEXT, SHOW, "逾期之效果", .not_sorted = true),
	FIELD(due_row, citation, TEXT, SHOW, "依據", .not_sorted = true),
	FIELD(due_row, provisional, BOOL, MARK, ""), FIELD(due_row, id, INT, MARK, ""), FIELD(due_row, subject, INT, MARK, ""),
	{0}
};

static const struct code whens[] = {{"late", "已逾期"}, {"week", "七日內"}, {0}};
static const struct field query[] = {
	{.name = "kind", .label = "事項", .kind = K_TEXT, .use = EDIT, .most = 40},
	{.name = "when", .label = "期限", .kind = K_CODE, .use = EDIT, .list = whens},
	{0}
};

/* What the statement does not know: it follows from the kind and from today. */
static void complete(const struct list *l, struct arena *mem, void *at, int n)
{
	struct due_row *rows = at;

	for (int i = 0; i < n; i++) {
		const struct deadline_kind *k = deadline_kind_named(mem, rows[i].kind.id);

		rows[i].who = k->who ? k->who : "";
		rows[i].consequence = k->consequence ? k->consequence : "";
		rows[i].days_left = days_between(l->r->today, rows[i].due);
	}
}

static struct due_lines lines_of(struct req *r, const struct list *l)
{
	const struct due_row *rows = l->rows;
	struct due_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++) {
		const struct deadline_kind *k = deadline_kind_named(r->mem, rows[i].kind.id);
		long long left = rows[i].days_left;

		lines.at[i] = (struct due_line){&rows[i], {NULL}, deadline_shown(r, k, rows[i].subject, rows[i].about),
			left < 0 ? arena_print(r->mem, "逾期 %lld 日", -left) :
			left ? arena_print(r->mem, "剩 %lld 日", left) : "今日截止", left < 0 ? "late" : left <= 7 ? "soon" : "plain"};
		if (k->link)
			lines.at[i].act = req_url(r, "/%s%lld", k->link + 1, (long long)rows[i].subject);
	}
	return lines;
}

static void list_get(struct req *r)
{
	const char *when = req_query(r, "when");
	struct date before = text_is(when, "late") ? r->today : text_is(when, "week") ? date_plus(r->today, 8) : (struct date){0};
	struct list l;

	if (!list_open(&l, r, "期限一覽", fields, sizeof(struct due_row), "due"))
		return;
	l.complete = complete;
	if (!list_run(&l, &deadline_page, REQ_AGENCIES(r), A(req_query(r, "kind")), A(date_iso(r->mem, before))))
		return;
	struct due_view v = {.r = r, .l = &l, .search = req_url(r, "/deadlines"), .lines = lines_of(r, &l),
		.kind = input_choice(r, "kind", "事項", "", false, options_of(r->mem, titles, "全部")),
		.when = input_choice(r, "when", "期限", "", false, options_of(r->mem, whens, "全部"))};

	due_page(reply_page(r, 200, "期限一覽"), &v);
}

const struct route deadline_routes[] = {
	{GET, "/deadlines", list_get, MAY_REPORT_SEE, .takes = query, .gives = fields, .list = true, .crumb = "期限一覽", .menu = "期限",
		.help = "未完成的期限"},
	{0}
};
