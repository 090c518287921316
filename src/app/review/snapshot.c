/* snapshot.c: 學習時數修改(職稱、官職等): the list of what records say of the learners' postings at the time of the course.  The roster and the
 * statistics of persons do not change.                                                                    LEARN-551, 554 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/may.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "base/json.h"
#include "base/text.h"

enum { FIRST_YEAR = 80 };

const struct field snapshot_fields[] = {
	FIELD(snapshot, id, INT, KEY, "編號"),
	FIELD(snapshot, version, INT, KEY, "版本"),
	FIELD(snapshot, course_code, TEXT, SHOW, "課程代碼"),
	FIELD(snapshot, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(snapshot, course, TEXT, SHOW, "課程名稱"),
	FIELD(snapshot, start_day, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(snapshot, end_day, DATE, SHOW, "終迄日期"),
	FIELD(snapshot, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(snapshot, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(snapshot, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(snapshot, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(snapshot, title, INT, MARK, ""), FIELD(snapshot, rank, INT, MARK, ""), FIELD(snapshot, changed, MOMENT, MARK, ""),
	FIELD(snapshot, changed_name, TEXT, MARK, ""), {0}
};

static const struct field query[] = {
	FIELD(snapshot_find, code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(snapshot_find, course, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(snapshot_find, term, INT, EDIT, "期別", .least = 1, .most = 9999),
	FIELD(snapshot_find, year, INT, EDIT, "年度", .least = FIRST_YEAR, .most = 999),
	FIELD(snapshot_find, national_id, ID, EDIT, "同仁身分證字號"),
	FIELD(snapshot_find, name, TEXT, EDIT, "姓名", .most = 50),
	FIELD(snapshot_find, from, DATE, EDIT, "課程結束日期起"),
	FIELD(snapshot_find, to, DATE, EDIT, "課程結束日期迄"),
	{0}
};
const char *const snapshot_conditions[] = {"code", "course", "term", "year", "name", "from", "to", "person", NULL};

/* ---- the list */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct snapshot *x = rows;
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++)
		x[i].national_id = personal_id(mem, x[i].national_id, full);
}

/* The years to look in, since records lie by year. */
static const char *years_of(struct req *r, int64_t year)
{
	struct text t = text_new(r->mem, 8192);

	text_char(&t, '[');
	for (int64_t y = year ? year : FIRST_YEAR; y <= (year ? year : roc_year(r->today) + 1); y++)
		text_print(&t, "%s%lld", t.n > 1 ? "," : "", (long long)y);
	text_char(&t, ']');
	return t.at;
}

int64_t snapshot_person(struct req *r)
{
	return req_query_int(r, "person", 1, INT64_MAX, 0);
}

bool snapshot_read_find(struct req *r, struct snapshot_find *f)
{
	*f = (struct snapshot_find){.code = "", .course = "", .name = "", .national_id = ""};
	r->issues.fields = query;
	r->issues.learning = true;
	record_merge(query, TYPED, &r->query, false, f, &r->issues, -1);
	if (date_set(f->from) && date_set(f->to) && date_before(f->to, f->from))
		issue(&r->issues, -1, "to", "E-DATE-02", "課程結束日期起", "課程結束日期迄");
	return *f->code || *f->course || *f->name || f->term || f->year || date_set(f->from) || date_set(f->to) || snapshot_person(r);
}

#define FIND_VALUES(r, f) A(years_of((r), (f)->year)), REQ_AGENCIES(r), A((r)->today), A(text_fold((r)->mem, (f)->code)), A((f)->term), \
	A(text_fold((r)->mem, (f)->course)), A(text_fold((r)->mem, (f)->name)), A(snapshot_person(r)), \
	A(date_set((f)->from) ? (const char *)date_iso((r)->mem, (f)->from) : ""), A(date_set((f)->to) ? date_iso((r)->mem, (f)->to) : "9999-12-31")

/* searched: at least one condition was given; else there is nothing to list. */
static bool run(struct req *r, struct list *l, struct snapshot_find *f, bool *searched)
{
	if (!list_open(l, r, "學習時數修改(職稱、官職等)", snapshot_fields, sizeof(struct snapshot), "end_day"))
		return false;
	l->path = "/hr/snapshots";
	l->complete = complete;
	*searched = snapshot_read_find(r, f);
	if (!*searched && (r->query.n || r->as != AS_PAGE || r->json))
		issue(&r->issues, -1, "", "E-RPT-02");
	if (r->issues.n && r->route->method == GET && reply_issues(r))
		return false;
	return !*searched || (r->issues.n && r->route->method == GET) || list_run(l, &snapshot_list, FIND_VALUES(r, f));
}

const struct snapshot *snapshot_all_of_person(struct req *r, const struct snapshot_find *f, int *n)
{
	struct rows *x = db_run(r->db, &snapshot_list, FIND_VALUES(r, f), A("end_day"), A((int64_t)REVIEW_TICKS_MOST), A((int64_t)0));

	*n = x->n;
	return records_load(r->mem, x, snapshot_fields, sizeof(struct snapshot));
}

/* ---- what was chosen for a row: t.ID and k.ID hold a code, or nothing */

int64_t snapshot_chosen(struct req *r, const struct code_book *book, const char *table, const char *field, const char **shown)
{
	const char *typed = req_form(r, field);
	const struct code_item *c = NULL;

	if (!*typed)
		return 0;
	code_look_up(book, table, typed, (struct date){0}, &c);
	if (!c) {
		const struct field named[] = {{.name = field, .label = text_is(table, "title") ? "職稱" : "官職等", .kind = K_TEXT}, {0}};
		const struct field *before = r->issues.fields;

		r->issues.fields = named;
		issue(&r->issues, -1, field, "E-CODE-01", typed);
		r->issues.fields = before;
		return 0;
	}
	*shown = c->name;
	return c->id;
}

static struct snapshot_line line_of(struct req *r, const struct code_book *book, const struct snapshot *x, const struct list_ticks *ticks)
{
	struct issues kept = r->issues;
	struct snapshot_line e = {.x = x, .tick_id = review_numbered(r, "tick", x->id), .version_name = review_numbered(r, "v", x->id),
		.title_id = review_numbered(r, "f-t", x->id), .rank_id = review_numbered(r, "f-k", x->id),
		.title_field = review_numbered(r, "t", x->id), .rank_field = review_numbered(r, "k", x->id), .title_shown = x->title_name,
		.rank_shown = x->rank_name, .ticked = list_is_ticked(ticks, x->id),
		.term = x->term_no ? arena_print(r->mem, "%lld", (long long)x->term_no) : ""};
	int64_t title = snapshot_chosen(r, book, "title", e.title_field, &e.title_shown),
		rank = snapshot_chosen(r, book, "rank", e.rank_field, &e.rank_shown);

	r->issues = kept;
	e.new_title = req_form(r, e.title_field), e.new_rank = req_form(r, e.rank_field);
	e.title_changed = title && title != x->title, e.rank_changed = rank && rank != x->rank;
	return e;
}

static bool on_page(const struct list *l, int64_t id)
{
	const struct snapshot *x = l->rows;

	for (int i = 0; i < l->n; i++)
		if (x[i].id == id)
			return true;
	return false;
}

int64_t snapshot_row_named(const char *name)
{
	int64_t id = 0;

	return (*name == 't' || *name == 'k' || *name == 'v') && name[1] == '.' && text_to_int(name + 2, 1, INT64_MAX, &id) ? id : 0;
}

static void carry(struct req *r, const struct list *l, struct pairs *to)
{
	for (size_t i = 0; i < r->form.n; i++) {
		int64_t id = snapshot_row_named(r->form.at[i].name);

		if (id && !on_page(l, id) && *r->form.at[i].value)
			pair_add(r->mem, to, r->form.at[i].name, r->form.at[i].value);
	}
	for (const char *const *name = snapshot_conditions; *name; name++)
		if (*req_query(r, *name))
			pair_add(r->mem, to, *name, req_query(r, *name));
}

static void show(struct req *r, int status, struct list *l, const struct snapshot_find *f, bool searched)
{
	const struct code_book *book = code_book(r->db, r->mem);
	struct list_ticks ticks = list_ticks(l, REVIEW_TICKS_MOST);
	struct snapshot_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/hr/snapshots"),
		.pick = req_url(r, "/hr/snapshots/pick"), .ticked = ticks.n, .elsewhere = ticks.elsewhere, .carried = ticks.hidden,
		.searched = searched,
		.may_change = req_may(r, MAY_HR_SNAPSHOT) && !r->who->all_agencies, .one_person = snapshot_person(r),
		.query = personal_query(r, req_url(r, "/hr/snapshots/find"), req_url(r, "/hr/snapshots"), inputs_of(r, query, f),
			staff_masked(r, snapshot_person(r))),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}};
	const struct snapshot *x = l->rows;

	if (!l->n)
		issue_lines_without(&v.wrong, "tick");
	carry(r, l, &v.carried);
	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = line_of(r, book, &x[i], &ticks);
	v.all_title = input_text(r, "all_title", "職稱", "", false, "職稱代碼或名稱");
	v.all_rank = input_text(r, "all_rank", "官職等", "", false, "官職等代碼或名稱");
	snapshot_page(reply_page(r, status, "學習時數修改(職稱、官職等)"), &v);
}

static void list_get(struct req *r)
{
	struct snapshot_find f;
	struct list l;
	bool searched;

	if (run(r, &l, &f, &searched))
		show(r, r->issues.n ? 422 : 200, &l, &f, searched);
}

void snapshot_again(struct req *r, int status)
{
	struct snapshot_find f;
	struct list l;
	bool searched;

	if (!reply_issues_as(r, status) && run(r, &l, &f, &searched))
		show(r, status, &l, &f, searched);
}

static void find_post(struct req *r)
{
	r->issues.fields = query;
	if (staff_find(r, "/hr/snapshots", "同仁身分證字號"))
		return;
	list_shown_again(r, snapshot_conditions);
	snapshot_again(r, 422);
}

static const char *const cells[] = {"tick", "t", "k", "v", NULL};
static const struct field takes[] = {{.name = "all_title", .label = "整批更改的職稱", .kind = K_TEXT, .use = EDIT},
	{.name = "all_rank", .label = "整批更改的官職等", .kind = K_TEXT, .use = EDIT},
	{.name = "all", .label = "1：更改同一人查得的全部紀錄", .kind = K_TEXT, .use = EDIT}, {0}},
	pick_takes[] = {{.name = "word", .label = "部份關鍵字", .kind = K_TEXT, .use = EDIT}, {.name = "pick", .label = "t.編號 職稱、k.編號 官職等",
		.kind = K_TEXT, .use = EDIT}, {0}};

#define AREA "人事單位/學習時數修改(職稱、官職等)"

const struct route snapshot_routes[] = {
	{GET, "/hr/snapshots", list_get, MAY_HR_SNAPSHOT | MAY_DGPA, .takes = query, .gives = snapshot_fields, .list = true, .crumb = AREA,
		.menu = "學習時數修改(職稱、官職等)", .group = "人事單位", .help = "學習時數紀錄上，上課當時的職稱、官職等"},
	{POST, "/hr/snapshots/find", find_post, MAY_HR_SNAPSHOT | MAY_DGPA, .takes = query, .asks = true, .crumb = AREA,
		.help = "以身分證字號等條件查詢"},
	{POST, "/hr/snapshots/pick", snapshot_pick_post, MAY_HR_SNAPSHOT, .takes = pick_takes, .asks = true, .crumb = AREA "/選擇",
		.help = "選擇職稱或官職等"},
	{POST, "/hr/snapshots", snapshot_post, MAY_HR_SNAPSHOT, .takes = takes, .ticks = cells, .crumb = AREA, .help = "儲存勾選列的職稱、官職等"},
	{0}
};
