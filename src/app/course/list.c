/* list.c: 新增/維護課程: the newest courses, and those that answer a query.                              LEARN-211, 212 */
#include "app/code/code.h"
#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/course/page.html.h"
#include "app/may.h"
#include "base/text.h"

enum { NEWEST = 10 };

/* A code matches from its beginning.                                                            LEARN-005 */
static const char *begins(struct req *r, const char *name)
{
	const char *any = text_like(r->mem, req_query(r, name));

	return any[1] ? any + 1 : any;
}

static const struct field days[] = {{.name = "from", .label = "課程期間起", .kind = K_MOMENT},
	{.name = "to", .label = "課程期間迄", .kind = K_MOMENT, .until = true}, {0}};

static struct moment day_of(struct req *r, const char *name)
{
	const char *typed = req_query(r, name);
	struct moment m = {0};

	r->issues.fields = days;
	if (*typed)
		field_parse(field_named(days, name), TYPED, typed, &m, &r->issues, -1);
	return m;
}

static const char *hours_of(struct arena *mem, const struct course *c)
{
	return text_is(c->unit_of_amount.id, "hour") ? arena_print(mem, "%lld 小時", (long long)c->amount)
		: arena_print(mem, "%lld %s = %lld 小時", (long long)c->amount, c->unit_of_amount.label, (long long)c->certified_hours);
}

static const char *span(struct arena *mem, struct moment from, struct moment to)
{
	if (!from.seconds)
		return "";
	const char *first = date_text(mem, moment_date(from)), *last = date_text(mem, moment_date(to));

	return text_is(first, last) ? first : arena_print(mem, "%s 至 %s", first, last);
}

static const char *taken_of(struct arena *mem, const struct course *c)
{
	if (!c->quota)
		return arena_print(mem, "%lld", (long long)c->taken);
	return arena_print(mem, "%lld / %lld%s", (long long)c->taken, (long long)c->quota, c->quota_hard && c->taken >= c->quota ? "（額滿）" : "");
}

static struct course_line line_of(struct req *r, const struct course *c)
{
	static const char *const looks[] = {"soon", "done", "plain", "late", "late"};
	const char *at = arena_print(r->mem, "%s/courses/%lld", r->app->base, (long long)c->id);

	return (struct course_line){c, hours_of(r->mem, c), span(r->mem, c->start_at, c->end_at), span(r->mem, c->enroll_from, c->enroll_to),
		taken_of(r->mem, c), looks[course_state(c, r->now)], course_label(r->mem, c), {at}, {arena_print(r->mem, "%s#lessons", at)},
		{arena_print(r->mem, "%s/copy", at)}, {arena_print(r->mem, "%s#remove", at)}};
}

static void add_conditions(struct req *r, struct courses_view *v)
{
	v->code = input_text(r, "code", "課程代碼", "", false, NULL);
	v->name = input_text(r, "name", "課程名稱", "", false, NULL);
	v->term = input_text(r, "term", "期別", "", false, NULL);
	v->year = input_text(r, "year", "年度", "", false, NULL);
	v->category = input_choice(r, "category", "課程類別", "", false, code_options(r, "course_category", req_query(r, "category"), "（全部）"));
	v->mode = input_choice(r, "mode", "課程性質", "", false, options_of(r->mem, course_modes, "（全部）"));
	v->method = input_choice(r, "method", "報名方式", "", false, options_of(r->mem, course_methods, "（全部）"));
	v->from = input_text(r, "from", "課程期間起", "", false, NULL);
	v->to = input_text(r, "to", "課程期間迄", "", false, NULL);
	v->state = input_choice(r, "state", "上線狀態", "", false, options_of(r->mem, course_states, "（全部）"));
	v->term.size = v->year.size = 4;
	v->code.size = v->from.size = v->to.size = 10;
	v->state.options.n--;                                   /* deleted ones are in no list */
}

void courses_get(struct req *r)
{
	struct list l;
	struct moment from, to;

	r->issues.learning = true;
	from = day_of(r, "from");
	to = day_of(r, "to");
	if (from.seconds && to.seconds && to.seconds < from.seconds)
		issue(&r->issues, -1, "to", "E-DATE-02", "課程期間起", "課程期間迄");
	if (!list_open(&l, r, "新增/維護課程", course_fields, sizeof(struct course), "-created"))
		return;
	struct courses_view v = {.r = r, .l = &l, .search = req_url(r, "/courses"), .clear = req_url(r, "/courses?sort=-created"),
		.add = req_url(r, "/courses/new"), .import = req_url(r, "/courses/import"), .lessons = req_url(r, "/courses/subjects/import"),
		.removed = req_url(r, "/courses/removed"), .newest = !*r->wire->query, .may_edit = req_may(r, MAY_COURSE)};

	if (v.newest && r->as == AS_PAGE && !r->json)
		l.per = NEWEST;
	if (!r->issues.n && !list_run(&l, &course_list, REQ_AGENCIES(r), A(begins(r, "code")), A(text_like(r->mem, req_query(r, "name"))),
			A(req_query_int(r, "term", 1, 9999, 0)), A(req_query_int(r, "year", 1, 999, 0)), A(req_query(r, "category")),
			A(req_query(r, "mode")), A(req_query(r, "method")), A(from.seconds), A(to.seconds), A(req_query(r, "state")), A(r->now),
			A(req_query_int(r, "batch", 1, INT64_MAX, 0))))
		return;
	if (r->issues.n && reply_issues(r))
		return;
	const struct course *rows = l.rows;

	v.wrong = issue_lines(r);
	add_conditions(r, &v);
	v.lines = (struct course_lines){arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n};
	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = line_of(r, &rows[i]);
	courses_page(reply_page(r, r->issues.n ? 422 : 200, "新增/維護課程"), &v);
}
