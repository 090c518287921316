/* offered.c: 機關課程查詢: the courses that agencies have opened.                                            LEARN-571 … 574 */
#include "app/colleague/colleague.sql.h"
#include "app/colleague/page.html.h"
#include "app/colleague/view.h"
#include "app/course/course.h"
#include "app/may.h"
#include "app/opening/opening.h"
#include "base/text.h"

struct offered {
	int64_t id, term_no, certified_hours, amount, quota, asked, approved, passed;
	const char *agency_name, *course_code, *name, *category_name, *place, *period;
	struct code mode, unit_of_amount, enroll_method, state;
	struct moment start_at, end_at;
};

const struct field offered_asks[] = {
	FIELD(asked, agency, TEXT, EDIT, "機關", .most = 20, .hint = "機關代碼，空白為本機關"),
	FIELD(asked, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(asked, year, INT, EDIT, "年度", .least = 1, .most = 999),
	FIELD(asked, from, DATE, EDIT, "開始日期起"),
	FIELD(asked, to, DATE, EDIT, "開始日期迄"),
	FIELD(asked, course_code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(asked, course_name, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(asked, term, INT, EDIT, "期別", .least = 1, .most = 9999),
	FIELD(asked, course_mode, CODE, EDIT, "課程性質", .list = course_modes),
	FIELD(asked, method, CODE, EDIT, "報名方式", .list = course_methods),
	FIELD(asked, place, TEXT, EDIT, "上課地點", .most = 100),
	{.name = "category", .label = "課程類別", .kind = K_TEXT, .use = SHOW},
	{0}
};

const struct field offered_fields[] = {
	FIELD(offered, id, INT, KEY, "編號"),
	FIELD(offered, agency_name, TEXT, SHOW, "開課機關"),
	FIELD(offered, course_code, TEXT, SHOW, "課程代碼"),
	FIELD(offered, term_no, INT, SHOW, "期別"),
	FIELD(offered, name, TEXT, SHOW, "課程名稱"),
	FIELD(offered, category_name, TEXT, SHOW, "課程類別"),
	FIELD(offered, mode, CODE, SHOW, "課程性質", .list = course_modes),
	FIELD(offered, certified_hours, INT, SHOW, "時數"),
	FIELD(offered, unit_of_amount, CODE, SHOW, "認證單位", .list = course_units, .not_sorted = true),
	FIELD(offered, period, TEXT, SHOW, "起訖", .not_sorted = true),
	FIELD(offered, place, TEXT, SHOW, "上課地點", .not_sorted = true),
	FIELD(offered, enroll_method, CODE, SHOW, "報名方式", .list = course_methods, .not_sorted = true),
	FIELD(offered, quota, INT, SHOW, "招收名額", .not_sorted = true),
	FIELD(offered, asked, INT, SHOW, "報名人數"),
	FIELD(offered, approved, INT, SHOW, "核可人數"),
	FIELD(offered, passed, INT, SHOW, "通過人次", .not_sorted = true),
	FIELD(offered, state, CODE, SHOW, "狀態", .list = course_states, .not_sorted = true),
	FIELD(offered, start_at, MOMENT, MARK, ""), FIELD(offered, end_at, MOMENT, MARK, ""), FIELD(offered, amount, INT, MARK, ""),
	{0}
};

static const char *begins(struct arena *mem, const char *text)
{
	const char *any = text_like(mem, text);

	return any[1] ? any + 1 : any;
}

static const struct sql *bind(const struct query *q, struct value *to, int *n)
{
	const struct asked *a = &q->asked;
	const struct value values[] = {A(q->span.low), A(q->span.high), A(day_begins(q->from)), A(day_begins(date_plus(q->to, 1))),
		A(begins(q->mem, a->course_code)), A(text_like(q->mem, a->course_name)), A(a->term), A(q->categories),
			A(a->course_mode.id), A(a->method.id),
		A(text_like(q->mem, a->place)), A(q->now)};

	*n = sizeof values / sizeof *values;
	for (int i = 0; i < *n; i++)
		to[i] = values[i];
	return &offered_list;
}

/* How many passed each is asked for those that are shown. */
static void complete(const struct query *q, struct arena *mem, void *rows, int n)
{
	struct offered *c = rows;
	struct ids ids = {arena_array(mem, (size_t)n + 1, sizeof *ids.at), n};
	struct arena *before = db_arena(q->db);

	for (int i = 0; i < n; i++)
		ids.at[i] = c[i].id;
	db_use_arena(q->db, mem);
	struct rows *passed = db_run(q->db, &offered_passed, A(query_ids_json(mem, &ids)));

	db_use_arena(q->db, before);
	for (int i = 0; i < n; i++) {
		c[i].period = arena_print(mem, "%s 至 %s", date_text(mem, moment_date(c[i].start_at)), date_text(mem, moment_date(c[i].end_at)));
		for (int k = 0; k < passed->n; k++)
			if (row_int(passed, k, "course") == c[i].id)
				c[i].passed = row_int(passed, k, "n");
	}
}

const struct query_kind offered_kind = {.path = "/colleagues/offered", .title = "機關課程查詢", .may = MAY_HR_COURSES, .reach = AGENCY_SUBTREE,
	.basis = "期間內開始之課程，以開課機關計；通過人次為已採計之紀錄", .asks = offered_asks, .fields = offered_fields,
		.size = sizeof(struct offered),
	.sort = "agency_name", .period = true, .bind = bind, .complete = complete};

/* 「開課狀況統計」 of what was asked; before anything was, the address says so itself.                             LEARN-574 */
static struct url statistics_at(const struct query *q, struct req *r)
{
	const struct asked *a = &q->asked;
	struct ids chosen = query_ids(q->mem, &q->pairs, "category");
	struct url at = {arena_print(r->mem, "%s/colleagues/offering", r->app->base)};
	struct text t = text_new(r->mem, 1 << 16);

	if (!*r->wire->query || r->issues.n)
		return at;
	text_print(&t, "%s?query=1&group=mode&agency=%s&below=%d&from=%s&to=%s&mode=%s&method=%s&course_code=%s&name=%s&place=%s", at.text,
		url_encode(r->mem, a->agency), q->span.low != q->span.high, date_iso(r->mem, q->from), date_iso(r->mem, q->to),
		a->course_mode.id, a->method.id, url_encode(r->mem, a->course_code), url_encode(r->mem, a->course_name),
		url_encode(r->mem, a->place));
	if (a->term)
		text_print(&t, "&term_no=%lld", (long long)a->term);
	for (int i = 0; i < chosen.n; i++) {
		const struct code_item *c = code_by_id(q->codes, chosen.at[i]);

		text_print(&t, "&categories=%s", c ? url_encode(r->mem, c->code) : "");
	}
	return (struct url){t.at};
}

static void draw(struct query *q, struct req *r, struct html *h)
{
	struct plain_view v = {.form = query_form(q, r), .l = &q->l, .other = statistics_at(q, r), .other_label = opening_offering.title};

	plain_page(h, &v);
}

void offered_get(struct req *r)
{
	query_get(r, &offered_kind, draw);
}

void offered_statistics_get(struct req *r)
{
	struct query q;

	if (r->query.n || r->as != AS_PAGE || r->json) {
		report_page_get(r);
		return;
	}
	query_read(r, &offered_kind, &q);
	issue(&r->issues, -1, "", "E-RPT-02");
	draw(&q, r, reply_page(r, 200, offered_kind.title));
}
