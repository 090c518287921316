/* snapshot.c: 學習時數修改(職稱、官職等): what a record says of the learner's posting at the time of the course.  The roster and the
 * statistics of persons do not change.                                                                    LEARN-551 … 554 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/may.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "base/json.h"
#include "base/text.h"

enum { TICKS_MOST = 2000, FIRST_YEAR = 80, PICKED_MOST = 200, TOLD_MOST = 5 };

static const struct field snapshot_fields[] = {
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

struct snapshot_find { const char *code, *course, *name, *national_id; int64_t term, year; struct date from, to; };
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
static const char *const conditions[] = {"code", "course", "term", "year", "name", "from", "to", "person", NULL};

static const char *numbered(struct req *r, const char *name, int64_t id)
{
	return arena_print(r->mem, "%s.%lld", name, (long long)id);
}

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

static int64_t person_of(struct req *r)
{
	return req_query_int(r, "person", 1, INT64_MAX, 0);
}

static bool read_find(struct req *r, struct snapshot_find *f)
{
	*f = (struct snapshot_find){.code = "", .course = "", .name = "", .national_id = ""};
	r->issues.fields = query;
	r->issues.learning = true;
	record_merge(query, TYPED, &r->query, false, f, &r->issues, -1);
	if (date_set(f->from) && date_set(f->to) && date_before(f->to, f->from))
		issue(&r->issues, -1, "to", "E-DATE-02", "課程結束日期起", "課程結束日期迄");
	return *f->code || *f->course || *f->name || f->term || f->year || date_set(f->from) || date_set(f->to) || person_of(r);
}

#define FIND_VALUES(r, f) A(years_of((r), (f)->year)), REQ_AGENCIES(r), A((r)->today), A(text_fold((r)->mem, (f)->code)), A((f)->term), \
	A(text_fold((r)->mem, (f)->course)), A(text_fold((r)->mem, (f)->name)), A(person_of(r)), \
	A(date_set((f)->from) ? (const char *)date_iso((r)->mem, (f)->from) : ""), A(date_set((f)->to) ? date_iso((r)->mem, (f)->to) : "9999-12-31")

/* searched: at least one condition was given; else there is nothing to list. */
static bool run(struct req *r, struct list *l, struct snapshot_find *f, bool *searched)
{
	if (!list_open(l, r, "學習時數修改(職稱、官職等)", snapshot_fields, sizeof(struct snapshot), "end_day"))
		return false;
	l->path = "/hr/snapshots";
	l->complete = complete;
	*searched = read_find(r, f);
	if (!*searched && (r->query.n || r->as != AS_PAGE || r->json))
		issue(&r->issues, -1, "", "E-RPT-02");
	if (r->issues.n && r->route->method == GET && reply_issues(r))
		return false;
	return !*searched || (r->issues.n && r->route->method == GET) || list_run(l, &snapshot_list, FIND_VALUES(r, f));
}

/* ---- what was chosen for a row: t.ID and k.ID hold a code, or nothing */

/* E-CODE-01 at the row where the code is none of the table.  "" and the one that stands: no change. */
static int64_t chosen(struct req *r, const struct code_book *book, const char *table, const char *field, const char **shown)
{
	const char *typed = req_form(r, field);
	const struct code_item *c = NULL;

	if (!*typed)
		return 0;
	code_look_up(book, table, typed, (struct date){0}, &c);
	if (!c) {
		issue(&r->issues, -1, field, "ERR_TEXT_GIVEN", arena_print(r->mem, "「%s」代碼不存在：「%s」。（E-CODE-01）",
			text_is(table, "title") ? "職稱" : "官職等", typed));
		return 0;
	}
	*shown = c->name;
	return c->id;
}

static struct snapshot_line line_of(struct req *r, const struct code_book *book, const struct snapshot *x, const struct list_ticks *ticks)
{
	struct issues kept = r->issues;
	struct snapshot_line e = {.x = x, .tick_id = numbered(r, "tick", x->id), .version_name = numbered(r, "v", x->id),
		.title_id = numbered(r, "f-t", x->id), .rank_id = numbered(r, "f-k", x->id),
		.title_field = numbered(r, "t", x->id), .rank_field = numbered(r, "k", x->id), .title_shown = x->title_name,
		.rank_shown = x->rank_name, .ticked = list_is_ticked(ticks, x->id),
		.term = x->term_no ? arena_print(r->mem, "%lld", (long long)x->term_no) : ""};
	int64_t title = chosen(r, book, "title", e.title_field, &e.title_shown), rank = chosen(r, book, "rank", e.rank_field, &e.rank_shown);

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

/* The row that t.ID, k.ID or v.ID is about; 0: another name. */
static int64_t row_named(const char *name)
{
	int64_t id = 0;

	return (*name == 't' || *name == 'k' || *name == 'v') && name[1] == '.' && text_to_int(name + 2, 1, INT64_MAX, &id) ? id : 0;
}

static void carry(struct req *r, const struct list *l, struct pairs *to)
{
	for (size_t i = 0; i < r->form.n; i++) {
		int64_t id = row_named(r->form.at[i].name);

		if (id && !on_page(l, id) && *r->form.at[i].value)
			pair_add(r->mem, to, r->form.at[i].name, r->form.at[i].value);
	}
	for (const char *const *name = conditions; *name; name++)
		if (*req_query(r, *name))
			pair_add(r->mem, to, *name, req_query(r, *name));
}

static void show(struct req *r, int status, struct list *l, const struct snapshot_find *f, bool searched)
{
	const struct code_book *book = code_book(r->db, r->mem);
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	struct snapshot_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/hr/snapshots"),
		.pick = req_url(r, "/hr/snapshots/pick"), .ticked = ticks.n, .elsewhere = ticks.elsewhere, .carried = ticks.hidden,
		.searched = searched,
		.may_change = req_may(r, MAY_HR_SNAPSHOT) && !r->who->all_agencies, .one_person = person_of(r),
		.query = personal_query(r, req_url(r, "/hr/snapshots/find"), req_url(r, "/hr/snapshots"), inputs_of(r, query, f),
			staff_masked(r, person_of(r))),
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

static void again(struct req *r, int status)
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
	list_shown_again(r, conditions);
	again(r, 422);
}

/* ---- 「…」: a page to choose from, which leads back with everything else kept   LEARN-552 */

static void pick_post(struct req *r)
{
	const char *field = *req_form(r, "pick") ? req_form(r, "pick") : req_form(r, "picking"), *word = text_fold(r->mem, req_form(r, "word"));
	bool title = *field == 't';
	struct code_items all = code_items(code_book(r->db, r->mem), r->mem, title ? "title" : "rank", (struct date){0});
	struct pick_view v = {.r = r, .action = req_url(r, "/hr/snapshots/pick"), .back = req_url(r, "/hr/snapshots"),
		.about = title ? "職稱" : "官職等", .word = input_text(r, "word", "部份關鍵字", word, false, NULL),
		.lines = {arena_array(r->mem, PICKED_MOST, sizeof *v.lines.at), 0}};

	if (!row_named(field)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	for (size_t i = 0; i < r->form.n; i++)
		if (*r->form.at[i].name != '_' && !text_is(r->form.at[i].name, "word") && !text_is(r->form.at[i].name, "pick") &&
			!text_is(r->form.at[i].name, "picking") && *r->form.at[i].value)
			pair_add(r->mem, &v.carried, r->form.at[i].name, r->form.at[i].value);
	pair_add(r->mem, &v.carried, "picking", field);
	for (int i = 0; i < all.n && v.lines.n < PICKED_MOST; i++)
		if (strstr(text_fold(r->mem, all.at[i]->name), word) || text_starts(all.at[i]->code, word))
			v.lines.at[v.lines.n++] = (struct pick_line){arena_print(r->mem, "%s=%s", field, all.at[i]->code),
				arena_print(r->mem, "%s %s", all.at[i]->code, all.at[i]->name)};
	snapshot_pick_page(reply_page(r, 200, arena_print(r->mem, "選擇%s", v.about)), &v);
}

/* choose=t.12=060: the one that was pressed takes the place of what was there. */
static void take_choice(struct req *r)
{
	const char *came = req_form(r, "choose"), *is = strchr(came, '=');
	const char *name = is ? arena_bytes(r->mem, came, (size_t)(is - came)) : "";

	if (!row_named(name))
		return;
	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, name))
			r->form.at[i].value = is + 1;
	if (!pair_value(&r->form, name))
		pair_add(r->mem, &r->form, name, is + 1);
}

/* ---- 「送出」   LEARN-553 */

struct changing { struct req *r; struct hours_snapshot *at; const struct snapshot **was; int n; const char *left; };

static void store(struct db *db, void *with)
{
	struct changing *c = with;
	struct req *r = c->r;

	issues_clear(&r->issues);
	r->done = list_back(r, "/hr/snapshots");
	for (int i = 0; i < c->n && !db_undone(db); i++) {
		if (hours_correct_snapshot(db, &c->at[i]) != HOURS_CORRECTED) {
			if (!db_undone(db))
				issue(&r->issues, -1, "tick", "E-STALE-01", *c->was[i]->changed_name ? c->was[i]->changed_name : "他人",
					moment_text(r->mem, c->was[i]->changed));
			db_undo(db);
			return;
		}
		review_log(r, db, "hours.snapshot", c->at[i].record, NULL);
	}
}

static void add_change(struct changing *c, const struct snapshot *x, int64_t title, int64_t rank, int64_t version)
{
	title = title == x->title ? 0 : title;
	rank = rank == x->rank ? 0 : rank;
	if (!title && !rank)
		return;
	c->was[c->n] = x;
	c->at[c->n++] = (struct hours_snapshot){x->id, version, c->r->who->account, c->r->now, title, rank};
}

/* Every row of the list, as far as the form may say something of it. */
static const struct snapshot *all_rows(struct req *r, const struct snapshot_find *f, int *n)
{
	struct rows *x = db_run(r->db, &snapshot_list, FIND_VALUES(r, f), A("end_day"), A((int64_t)TICKS_MOST), A((int64_t)0));

	*n = x->n;
	return records_load(r->mem, x, snapshot_fields, sizeof(struct snapshot));
}

static bool is_ticked(const int64_t *ids, int n, int64_t id)
{
	for (int i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

/* Of a row that the form speaks of: stored when it is ticked, told when it is not. */
static void read_row(struct changing *c, const struct code_book *book, const struct snapshot *x, bool ticked, struct text *left, int *told)
{
	struct req *r = c->r;
	const char *shown;
	int64_t version = x->version, title = chosen(r, book, "title", numbered(r, "t", x->id), &shown),
		rank = chosen(r, book, "rank", numbered(r, "k", x->id), &shown);

	text_to_int(req_form(r, numbered(r, "v", x->id)), 0, INT64_MAX, &version);
	if (ticked)
		add_change(c, x, title, rank, version);
	else if (((title && title != x->title) || (rank && rank != x->rank)) && (*told)++ < TOLD_MOST)
		text_print(left, "%s%s %s", left->n ? "、" : "", x->name, x->course);
}

static void read_rows(struct changing *c, const struct snapshot *x, int n)
{
	struct req *r = c->r;
	const struct code_book *book = code_book(r->db, r->mem);
	struct text left = text_new(r->mem, 1 << 16);
	int64_t *ids;
	int ticks = req_ticks(r, "tick", TICKS_MOST, &ids), told = 0;

	for (int i = 0; i < n; i++)
		read_row(c, book, &x[i], is_ticked(ids, ticks, x[i].id), &left, &told);
	if (!ticks)
		issue(&r->issues, -1, "tick", "ERR_TEXT_GIVEN", "「選擇」為必填欄位，請先勾選要更改的列。（E-REQ-01）");
	else if (!c->n && !r->issues.n)
		issue(&r->issues, -1, "tick", "ERR_TEXT_GIVEN", "勾選的列沒有更改，請先以「…」選擇職稱或官職等。");
	c->left = left.n ? left.at : "";
}

/* All that is listed of one person becomes the same.   LEARN-554 */
static void read_all(struct changing *c, const struct snapshot *x, int n)
{
	struct req *r = c->r;
	const struct code_book *book = code_book(r->db, r->mem);
	const char *shown;
	int64_t title = chosen(r, book, "title", "all_title", &shown), rank = chosen(r, book, "rank", "all_rank", &shown);

	if (!title && !rank && !r->issues.n)
		issue(&r->issues, -1, "all_title", "ERR_TEXT_GIVEN", "「職稱」或「官職等」為必填欄位。（E-REQ-01）");
	for (int i = 0; i < n; i++)
		add_change(c, &x[i], title, rank, x[i].version);
	c->left = "";
}

static void list_post(struct req *r)
{
	struct changing c = {.r = r};
	struct snapshot_find f;
	int n = 0;

	take_choice(r);
	if (list_shown_again(r, conditions) || *req_form(r, "choose")) {
		again(r, 200);
		return;
	}
	const struct snapshot *x = read_find(r, &f) ? all_rows(r, &f, &n) : NULL;

	c.at = arena_array(r->mem, (size_t)n + 1, sizeof *c.at);
	c.was = arena_array(r->mem, (size_t)n + 1, sizeof *c.was);
	if (*req_form(r, "all") && person_of(r))
		read_all(&c, x, n);
	else
		read_rows(&c, x, n);
	if (r->issues.n || req_tx(r, store, &c) == REQ_UNDONE)
		again(r, issue_has(&r->issues, "E-STALE-01") ? 409 : 422);
	else
		reply_see(r, r->done, *c.left ? arena_print(r->mem, "已更新 %d 筆；未勾選而未儲存：%s", c.n, c.left) :
			arena_print(r->mem, "已更新 %d 筆", c.n));
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
	{POST, "/hr/snapshots/pick", pick_post, MAY_HR_SNAPSHOT, .takes = pick_takes, .asks = true, .crumb = AREA "/選擇",
		.help = "選擇職稱或官職等"},
	{POST, "/hr/snapshots", list_post, MAY_HR_SNAPSHOT, .takes = takes, .ticks = cells, .crumb = AREA, .help = "儲存勾選列的職稱、官職等"},
	{0}
};
