/* offering.c: RPT-7 開課狀況統計: which share of all courses of a span of time meets some conditions.             LEARN-574, 601, 602 */
#include <stdlib.h>
#include <string.h>

#include "app/course/course.h"
#include "app/report/course.sql.h"
#include "app/report/lists.h"

enum { OWN_MOST = 5, DAY = 86400, TAIWAN = 28800, HOURS_MOST = 10000, ROC = 1911 };

struct offering_ask {
	const char *agency, *categories, *opener, *name, *course_code, *place;
	struct date from, to;
	struct code mode, method, paid, limited, group;
	int64_t hours_from, hours_to, quota_from, quota_to, term_no;
	bool below, query;
};

static const struct code paid_codes[] = {{"free", "免費"}, {"paid", "收費"}, {0}};
static const struct code limit_codes[] = {{"some", "有"}, {"none", "無"}, {0}};
static const struct code group_codes[] = {{"mode", "課程性質"}, {"category", "課程類別"}, {"agency", "開課機關"}, {"month", "月份"},
	{"method", "報名方式"}, {0}};

static const struct field asks[] = {
	FIELD(offering_ask, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(offering_ask, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(offering_ask, from, DATE, EDIT, "時間區間起", .need = true),
	FIELD(offering_ask, to, DATE, EDIT, "時間區間迄", .need = true),
	FIELD(offering_ask, mode, CODE, EDIT, "課程性質", .list = course_modes),
	FIELD(offering_ask, group, CODE, EDIT, "分組", .need = true, .list = group_codes),
	FIELD(offering_ask, opener, TEXT, EDIT, "開課機關", .most = 10, .hint = "機關代碼"),
	FIELD(offering_ask, categories, TEXT, EDIT, "課程類別", .most = 400, .several = true),
	FIELD(offering_ask, method, CODE, EDIT, "報名方式", .list = course_methods),
	FIELD(offering_ask, hours_from, INT, EDIT, "時數 ≥", .least = 1, .most = HOURS_MOST),
	FIELD(offering_ask, hours_to, INT, EDIT, "時數 ≤", .least = 1, .most = HOURS_MOST),
	FIELD(offering_ask, paid, CODE, EDIT, "學習費用", .list = paid_codes),
	FIELD(offering_ask, quota_from, INT, EDIT, "招收名額 ≥", .least = 1, .most = 1000000),
	FIELD(offering_ask, quota_to, INT, EDIT, "招收名額 ≤", .least = 1, .most = 1000000),
	FIELD(offering_ask, name, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(offering_ask, limited, CODE, EDIT, "限機關", .list = limit_codes),
	FIELD(offering_ask, course_code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(offering_ask, term_no, INT, EDIT, "期別", .least = 1, .most = 999),
	FIELD(offering_ask, place, TEXT, EDIT, "上課地點", .most = 100),
	FIELD(offering_ask, query, BOOL, EDIT, "以符合條件者為所有課程數量"),
	{0}
};

static const struct report_choice choices[] = {{"categories", report_categories}, {0}};

static void begin(struct report_run *run)
{
	struct offering_ask *a = run->ask;
	int y, m, d;

	date_split(run->today, &y, &m, &d);
	a->from = date_make(y, 1, 1);
	a->to = date_make(y, 12, 31);
	a->group = group_codes[0];
	a->below = true;
}

/* 自設條件: those besides 課程性質. */
static int own_conditions(const struct offering_ask *a)
{
	return (*a->opener != 0) + (*a->categories != 0) + (a->method.id && *a->method.id) + (a->hours_from || a->hours_to) +
		(a->paid.id && *a->paid.id) + (a->quota_from || a->quota_to) + (*a->name != 0) + (a->limited.id && *a->limited.id) +
		(*a->course_code != 0) + (a->term_no != 0) + (*a->place != 0);
}

/* Those that the index does not answer. */
static bool asks_more(const struct offering_ask *a)
{
	return *a->opener || a->hours_from || a->hours_to || (a->paid.id && *a->paid.id) || a->quota_from || a->quota_to || *a->name ||
		(a->limited.id && *a->limited.id) || *a->course_code || a->term_no || *a->place;
}

static void check(struct report_run *run)
{
	const struct offering_ask *a = run->ask;
	int own = own_conditions(a);

	if (date_before(a->to, a->from))
		issue(run->issues, -1, "to", "E-DATE-02", "時間區間起", "時間區間迄");
	if (own > OWN_MOST && !a->query)
		issue(run->issues, -1, "opener", "ERR_TEXT_GIVEN", arena_print(run->mem, "自設條件最多 %d 項，目前 %d 項。", OWN_MOST, own));
}

static const char *id_of(struct code c)
{
	return c.id ? c.id : "";
}

static int64_t or_any(int64_t n)
{
	return n ? n : -1;
}

/* The conditions in the order of the statements. */
enum { CONDITIONS = 20 };
static void values_of(struct report_run *run, struct value v[CONDITIONS])
{
	const struct offering_ask *a = run->ask;
	struct value all[CONDITIONS] = {A(run->span.low), A(run->span.high), A(day_begins(a->from)), A(day_begins(date_plus(a->to, 1))),
		A(id_of(a->group)), A(id_of(a->mode)), A(report_chosen_json(run->mem, a->categories)), A(id_of(a->method)),
		A(text_upper(run->mem, text_fold(run->mem, a->opener))), A(a->hours_from), A(or_any(a->hours_to)), A(id_of(a->paid)),
		A(a->quota_from), A(or_any(a->quota_to)), A(text_upper(run->mem, text_fold(run->mem, a->name))), A(a->name), A(id_of(a->limited)),
		A(text_upper(run->mem, a->course_code)), A(or_any(a->term_no)), A(a->place)};

	memcpy(v, all, sizeof all);
}

/* ---- groups */

struct group { const char *key, *label; int64_t order, n, every; };
struct groups { struct group *at; size_t n, room; struct arena *mem; };

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct group *)a)->key, ((const struct group *)b)->key);
}

/* The month of a day that is counted from 1970. */
static struct group month_of(struct arena *mem, int64_t day)
{
	int y, m, d;

	date_split(moment_date((struct moment){day * DAY - TAIWAN}), &y, &m, &d);
	return (struct group){.key = arena_print(mem, "%04d-%02d", y, m), .order = y * 12 + m,
		.label = arena_print(mem, "%d年%d月", y - ROC, m)};
}

/* One of each key, in their order. */
static void settle(struct groups *all)
{
	size_t n = 0;

	if (all->n)
		qsort(all->at, all->n, sizeof *all->at, by_key);
	for (size_t i = 0; i < all->n; i++) {
		if (n && !by_key(&all->at[n - 1], &all->at[i])) {
			all->at[n - 1].n += all->at[i].n;
			all->at[n - 1].every += all->at[i].every;
			if (*all->at[i].label)
				all->at[n - 1].label = all->at[i].label;
		} else {
			all->at[n++] = all->at[i];
		}
	}
	all->n = n;
}

static void add(struct groups *all, const struct rows *r, int i, bool months, int64_t n, int64_t every)
{
	struct group g = {.key = months ? "" : row_text(r, i, "key"), .label = ""};

	if (months)
		g = month_of(all->mem, row_int(r, i, "key"));
	if (every && !months)
		g.label = row_text(r, i, "label");
	g.n = n;
	g.every = every;
	all->at = arena_grow(all->mem, all->at, all->n, &all->room, sizeof *all->at);
	all->at[all->n++] = g;
}

static void label_from(struct group *g, const struct code *list)
{
	for (int i = 0; list[i].id; i++)
		if (text_is(list[i].id, g->key)) {
			g->label = list[i].label;
			g->order = i + 1;
		}
}

static void name_groups(struct report_run *run, struct groups *all)
{
	const struct offering_ask *a = run->ask;
	const char *by = id_of(a->group);
	const struct code *list = text_is(by, "mode") ? course_modes : text_is(by, "method") ? course_methods : text_is(by, "category") ?
		report_categories(run) : NULL;

	for (size_t i = 0; i < all->n; i++) {
		struct group *g = &all->at[i];

		if (list)
			label_from(g, list);
		if (!*g->label)
			g->label = g->key;
	}
}

static int by_order(const void *a, const void *b)
{
	const struct group *x = a, *y = b;

	return x->order != y->order ? (x->order > y->order) - (x->order < y->order) : strcmp(x->key, y->key);
}

static const struct report_column columns[] = {
	REPORT_COLUMN("group", "分組", TEXT),
	REPORT_COLUMN("courses", "開課數量", WHOLE, .means = "開始日期在時間區間內、由範圍內機關開設、符合課程性質及自設條件且未停開之課程數",
		.list = "courses"),
	REPORT_COLUMN("all", "所有課程數量", WHOLE, .means = "開始日期在時間區間內、由範圍內機關開設且未停開之全部課程數"),
	REPORT_COLUMN("share", "百分比(%)", PERCENT, .means = "100 × 開課數量 ÷ 所有課程數量"),
	{0}
};

static void put_row(struct report_section *s, const char *label, int64_t n, int64_t every)
{
	report_text(s, label);
	report_count(s, n);
	report_count(s, every);
	report_ratio(s, n, every);
}

static struct groups count(struct report_run *run, int64_t *n, int64_t *every)
{
	const struct offering_ask *a = run->ask;
	struct groups all = {.mem = run->mem};
	struct value v[CONDITIONS];
	bool months = text_is(id_of(a->group), "month"), more = asks_more(a);

	values_of(run, v);
	struct rows *r = db_run_values(run->db, &offering_all, v, 8);

	for (int i = 0; i < r->n; i++)
		add(&all, r, i, months, more ? 0 : row_int(r, i, "n"), row_int(r, i, "every"));
	r = more ? db_run_values(run->db, &offering_some, v, CONDITIONS) : r;
	for (int i = 0; more && i < r->n; i++)
		add(&all, r, i, months, row_int(r, i, "n"), 0);
	settle(&all);
	*n = *every = 0;
	for (size_t i = 0; i < all.n; i++) {
		*n += all.at[i].n;
		*every += all.at[i].every;
	}
	return all;
}

static void fill(struct report_run *run)
{
	const struct offering_ask *a = run->ask;
	int64_t n, every;
	struct groups all = count(run, &n, &every);
	struct report_section *s = report_section(run, "offering", run->report->title, columns);

	name_groups(run, &all);
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, by_order);
	if (a->query)
		every = n;
	for (size_t i = 0; i < all.n; i++) {
		if (!all.at[i].n)
			continue;
		report_begin(s, all.at[i].key);
		put_row(s, all.at[i].label, all.at[i].n, every);
	}
	report_total(s);
	put_row(s, "總計", n, every);
	report_chart(s, "開課數量", "group", "courses", NULL);
}

/* Of a month the span is its days. */
static void narrow(struct arena *mem, struct value v[CONDITIONS], const char *month)
{
	struct date first;
	int y, m, d;

	if (!date_parse_iso(arena_print(mem, "%s-01", month), &first)) {
		v[3] = v[2];                                    /* there is no such row */
		return;
	}
	date_split(first, &y, &m, &d);
	struct moment low = day_begins(first), high = day_begins(m == 12 ? date_make(y + 1, 1, 1) : date_make(y, m + 1, 1));

	if (low.seconds > v[2].i)
		v[2] = value_moment(low);
	if (high.seconds < v[3].i)
		v[3] = value_moment(high);
}

static bool courses(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct offering_ask *a = run->ask;
	struct value v[CONDITIONS + 1];
	bool all = text_is(of->row, "total"), month = text_is(id_of(a->group), "month");

	values_of(run, v);
	if (!all && month)
		narrow(run->mem, v, of->row);
	v[CONDITIONS] = value_text(all || month ? "" : of->row);
	return list_run_values(l, &offering_courses, v, CONDITIONS + 1);
}

static const struct report_list lists[] = {
	{.name = "courses", .title = "課程名單", .fields = report_course_fields, .size = sizeof(struct report_course), .sort = "agency_code",
		.rows = courses, .complete = report_course_complete},
	{0}
};

const struct report report_offering = {.name = "offering", .title = "開課狀況統計", .permission = "stat.offering",
	.may = MAY_STATISTICS | MAY_HR_COURSES,
	.reach = AGENCY_SUBTREE, .basis = "課程：以開課機關及開始日期計", .act = "開始統計", .asks = asks, .size = sizeof(struct offering_ask),
	.choices = choices, .lists = lists, .begin = begin, .check = check, .fill = fill};

const struct route report_offering_routes[] = {
	REPORT_ROUTES("offering", "開課狀況統計", "統計報表", MAY_STATISTICS, asks),
	{0}
};
