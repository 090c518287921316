/* report_web.c: 分發人員報到日期維護: the list with its ticks, 「匯入資料」, its result and its undo.   ACMS-028 … 037 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/trainee/report.html.h"
#include "app/trainee/trainee.sql.h"
#include "app/trainee/view.h"
#include "base/text.h"

enum { TICKS_MOST = 2000 };

static const struct field search_fields[] = {
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試名稱", .kind = K_TEXT},
	{.name = "report_date", .label = "報到日期", .kind = K_DATE},
	{.name = "day", .label = "報到日期", .kind = K_DATE},
	{.name = "overwrite", .label = "是否覆蓋已建立或已匯入資料", .kind = K_TEXT},
	{.name = "tick", .label = "勾選", .kind = K_TEXT},
	{.name = "reason", .label = "更正理由", .kind = K_TEXT},
	{0}
};

static const char *const conditions_of_list[] = {"exam_year", "exam_code", "report_date", "state", NULL};

struct search { int64_t year; const char *exam, *iso; struct date day; bool wanted; };

static void read_search(struct req *r, struct search *s)
{
	const char *year = req_query(r, "exam_year"), *day = req_query(r, "report_date");

	*s = (struct search){0, req_query(r, "exam_code"), "", {0}, r->query.n || r->route->method == POST || r->as != AS_PAGE};
	r->issues.fields = search_fields;
	if (!s->wanted)
		return;
	if (!*year && !*req_query(r, "state"))
		issue(&r->issues, -1, "exam_year", "ERR_REQUIRED");
	else if (*year && !text_to_int(text_fold(r->mem, year), 1, 999, &s->year))
		issue(&r->issues, -1, "exam_year", "ERR_INT", "1", "999", year);
	if (*day && !date_parse(day, &s->day))
		issue(&r->issues, -1, "report_date", "ERR_DATE", day);
	s->iso = date_iso(r->mem, s->day);
}

static void fill_lines(struct req *r, struct report_view *v, const struct list_ticks *ticks)
{
	const struct trainee *rows = v->l->rows;

	v->lines = (struct report_lines){arena_array(r->mem, (size_t)v->l->n, sizeof *v->lines.at), v->l->n};
	for (int i = 0; i < v->l->n; i++) {
		const struct trainee *t = &rows[i];

		v->lines.at[i] = (struct report_line){t, req_url(r, "/trainees/%lld", (long long)t->id),
			list_is_ticked(ticks, t->id), date_set(t->report_date) && date_before(t->report_date, moment_date(t->report_entered)),
			arena_print(r->mem, "t%lld", (long long)t->id), arena_print(r->mem, "v.%lld", (long long)t->id)};
	}
	v->ticked = ticks->n;
	v->elsewhere = ticks->elsewhere;
	v->carried = ticks->hidden;
}

static void list_show(struct req *r, int status, struct list *l, const struct search *s)
{
	int64_t year = s->year || *req_query(r, "state") ? s->year : exam_newest_year(r->db);
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	const char *shown = year ? arena_print(r->mem, "%lld", (long long)year) : "";
	struct report_view v = {
		.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/trainees/report"), .search = req_url(r, "/trainees/report"),
		.entries = req_url(r, "/trainees/report/entries"),
		.year = input_text(r, "exam_year", "年度", shown, true, NULL),
		.exam = input_choice(r, "exam_code", "考試名稱", "", false, exam_options(r, year, "（全部）")),
		.date_filter = input_text(r, "report_date", "報到日期（查詢條件）", "", false, "不必輸入報到日期，以免反而搜尋不到"),
		.day = input_text(r, "day", "報到日期", "", true, NULL), .may_edit = req_may(r, MAY_REPORT_EDIT),
		.reason = input_text(r, "reason", "更正理由", "", true, "更正機關資料的理由，該機關看得到"), .needs_reason = r->who->all_agencies,
		.overwrite_yes = !strcmp(req_form(r, "overwrite"), "yes"),
		.contact = r->app->contact(r, "錄取人員報到事宜"), .once = form_once(r), .has_rows = l->n,
	};

	for (const char *const *name = (const char *const[]){"day", "overwrite", "reason", "tick", NULL}; *name && !l->n; name++)
		issue_lines_without(&v.wrong, *name);
	v.year.size = 5;
	v.day.size = v.date_filter.size = 10;
	pair_add(r->mem, &v.filters, "exam_year", shown);
	pair_add(r->mem, &v.filters, "exam_code", s->exam);
	pair_add(r->mem, &v.filters, "state", req_query(r, "state"));
	pair_add(r->mem, &v.filters, "report_date", *s->iso ? date_text(r->mem, s->day) : "");
	fill_lines(r, &v, &ticks);
	if (s->wanted && !l->n && *s->iso) {                        /* ACMS-029 */
		struct rows *all = db_run(r->db, &trainee_list, REQ_AGENCIES(r), A(s->year), A(s->exam), A(""), A(""),
			A(date_iso(r->mem, r->today)), A("name"), A(1), A(0));

		v.without_date_hint = true;
		v.without_date = all->n ? row_int(all, 0, "total") : 0;
	}
	report_page(reply_page(r, status, "分發人員報到日期維護"), &v);
}

static bool run(struct req *r, struct list *l, const struct search *s)
{
	return list_run(l, &trainee_list, REQ_AGENCIES(r), A(s->year), A(s->exam), A(s->iso), A(req_query(r, "state")),
		A(date_iso(r->mem, r->today)));
}

static const char *conditions(struct req *r, const struct search *s)
{
	struct text t = text_new(r->mem, 1 << 20);
	struct exam e;

	if (s->year)
		text_print(&t, "年度 %lld", (long long)s->year);
	else
		text_puts(&t, "未輸入報到日期的人員");
	if (*s->exam)
		text_print(&t, "、考試名稱 %s。注意考試別之選取", exam_find(r->db, r->mem, s->year, s->exam, &e)
			? exam_label(r->mem, e.exam_code, e.exam_name) : s->exam);
	if (*s->iso)
		text_print(&t, "、報到日期 %s", date_text(r->mem, s->day));
	return t.at;
}

void report_get(struct req *r)
{
	struct list l;
	struct search s;

	if (!list_open(&l, r, "分發人員報到日期維護", trainee_list_fields, sizeof(struct trainee), "name"))
		return;
	read_search(r, &s);
	if (r->issues.n) {
		if (!reply_issues(r))
			list_show(r, 422, &l, &s);
		return;
	}
	if (!s.wanted) {
		list_show(r, 200, &l, &s);
		return;
	}
	if (!run(r, &l, &s))
		return;
	if (!l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", conditions(r, &s));
	list_show(r, 200, &l, &s);
}

/* The list again, with everything that was typed and ticked, and what is wrong. */
static void again(struct req *r, int status)
{
	struct search s = {0};
	struct list l;

	read_search(r, &s);
	list_open(&l, r, "分發人員報到日期維護", trainee_list_fields, sizeof(struct trainee), "name");
	if (s.year)
		run(r, &l, &s);
	list_show(r, status, &l, &s);
}

static void refuse(struct req *r, int status)
{
	if (!reply_issues_as(r, status))
		again(r, status);
}

static void read_sheet(struct req *r, struct report_sheet *s)
{
	int64_t *ids;
	int n = req_ticks(r, "tick", TICKS_MOST, &ids);
	const char *overwrite = req_form(r, "overwrite");

	*s = (struct report_sheet){.who = r->who, .address = r->wire->address, .reason = req_form(r, "reason"), .now = r->now, .today = r->today,
		.issues = &r->issues, .overwrite = !strcmp(overwrite, "yes") || !strcmp(overwrite, "1")};
	r->issues.fields = search_fields;
	if (!*overwrite)
		issue(&r->issues, -1, "overwrite", "ERR_REQUIRED");
	req_date(r, "day", "報到日期", true, &s->day);
	if (r->who->all_agencies && !*s->reason)                    /* a correction of an agency's data: the agency sees why */
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	report_load(r->db, s, ids, n);
	for (int i = 0; i < s->rows.n; i++)
		text_to_int(req_form(r, arena_print(r->mem, "v.%lld", (long long)s->rows.at[i].id)), 1, INT64_MAX,
			&s->rows.at[i].seen_version);
	report_check(r->db, s);
}

static int overwritten(const struct report_sheet *s)
{
	int n = 0;

	for (int i = 0; i < s->rows.n; i++)
		n += s->rows.at[i].outcome == REPORT_OVERWRITTEN;
	return n;
}

/* Before dates are replaced: each of them, old and new.   ACMS-031 */
/* So many days that the date may be a slip: then a person confirms it.        PLAN-022 */
enum { LONG_AGO = 30 };

static int long_ago(const struct report_sheet *s)
{
	int days = date_set(s->day) ? days_between(s->day, s->today) : 0;

	return days > LONG_AGO ? days : 0;
}

/* Nobody reports before the allocation is known: asked about, not refused.             PLAN-012 */
static bool before_allocation(const struct report_sheet *s, int i)
{
	const struct report_row *row = &s->rows.at[i];

	return date_set(s->day) && row->outcome != REPORT_SKIPPED && date_set(row->allocated) && date_before(s->day, row->allocated);
}

static bool any_before_allocation(const struct report_sheet *s)
{
	for (int i = 0; i < s->rows.n; i++)
		if (before_allocation(s, i))
			return true;
	return false;
}

static void ask(struct req *r, const struct report_sheet *s)
{
	struct confirm_view v = {.r = r, .action = req_url(r, "/trainees/report"), .day = s->day, .days_ago = long_ago(s),
		.back = list_back(r, "/trainees/report"),
		.replaced = {arena_array(r->mem, (size_t)s->rows.n, sizeof *v.replaced.at), 0},
		.early = {arena_array(r->mem, (size_t)s->rows.n, sizeof *v.early.at), 0}};

	for (int i = 0; i < s->rows.n; i++) {
		const struct report_row *row = &s->rows.at[i];

		if (before_allocation(s, i))
			v.early.at[v.early.n++] = (struct replace_line){row->name, row->allocated, s->day, row->allocated_as};
	}
	for (int i = 0; i < s->rows.n; i++)
		if (s->rows.at[i].outcome == REPORT_OVERWRITTEN)
			v.replaced.at[v.replaced.n++] = (struct replace_line){s->rows.at[i].name, s->rows.at[i].report_date, s->day, NULL};
	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_')
			pair_add(r->mem, &v.hidden, r->form.at[i].name, r->form.at[i].value);
	report_confirm(reply_page(r, 200, v.replaced.n ? "確認覆蓋報到日期" : "確認報到日期"), &v);
}

struct saving { struct req *r; struct report_sheet *s; };

static void save(struct db *db, void *with)
{
	struct saving *k = with;

	report_write(db, k->s);
	k->r->done = k->s->entries > 1 ? req_url(k->r, "/trainees/report/entries")
		: req_url(k->r, "/trainees/report/entries/%lld", (long long)k->s->entry);
}

static int count_of(const struct report_sheet *s, enum report_outcome outcome)
{
	int n = 0;

	for (int i = 0; i < s->rows.n; i++)
		n += s->rows.at[i].outcome == outcome;
	return n;
}

static void finish(struct req *r, struct report_sheet *s)
{
	struct saving k = {r, s};
	enum req_outcome outcome = req_tx(r, save, &k);

	if (outcome == REQ_UNDONE)
		refuse(r, 409);
	else if (outcome == REQ_AGAIN)
		reply_see(r, r->done, NULL);
	else
		reply_see(r, r->done, arena_print(r->mem, "已寫入 %d 人、覆蓋 %d 人、略過 %d 人。", count_of(s, REPORT_WRITTEN),
			count_of(s, REPORT_OVERWRITTEN), count_of(s, REPORT_SKIPPED)));
}

void report_post(struct req *r)
{
	struct report_sheet s;

	if (list_shown_again(r, conditions_of_list)) {
		again(r, 200);
		return;
	}
	read_sheet(r, &s);
	if (r->issues.n)
		refuse(r, issue_has(&r->issues, "ERR_FORBIDDEN") ? 403 : issue_has(&r->issues, "ERR_STALE") ? 409 : 422);
	else if ((overwritten(&s) || long_ago(&s) || any_before_allocation(&s)) && !*req_form(r, "confirm") && !r->json)
		ask(r, &s);
	else
		finish(r, &s);
}

/* One person's date taken away again, with the reason.   ACMS-036 */
void report_clear_post(struct req *r)
{
	struct report_sheet s = {.who = r->who, .address = r->wire->address, .now = r->now, .today = r->today, .clear = true,
		.overwrite = true, .issues = &r->issues, .reason = req_form(r, "clear_reason")};
	static const struct field labels[] = {{.name = "clear_reason", .label = "清除理由"}, {.name = "tick", .label = "勾選"}, {0}};

	report_load(r->db, &s, &r->id[0], 1);
	report_check(r->db, &s);
	r->issues.fields = labels;
	if (!*s.reason)
		issue(&r->issues, -1, "clear_reason", "ERR_REQUIRED");
	if (r->issues.n) {
		if (!reply_issues(r))
			person_show(r, 422);
		return;
	}
	finish(r, &s);
}
