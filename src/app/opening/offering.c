/* offering.c: RPT-7 開課狀況統計: which share of all courses of a span of time meets some conditions.             LEARN-574, 601, 602 */
#include "app/opening/offering.h"

#include "app/course/course.h"
#include "app/opening/private.h"

enum { OWN_MOST = 5, HOURS_MOST = 10000 };

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

static void check(struct report_run *run)
{
	const struct offering_ask *a = run->ask;
	int own = own_conditions(a);

	if (date_before(a->to, a->from))
		issue(run->issues, -1, "to", "E-DATE-02", "時間區間起", "時間區間迄");
	if (own > OWN_MOST && !a->query)
		issue(run->issues, -1, "opener", "ERR_TEXT_GIVEN", arena_print(run->mem, "自設條件最多 %d 項，目前 %d 項。", OWN_MOST, own));
}

static const struct report_column columns[] = {
	REPORT_COLUMN("group", "分組", TEXT),
	REPORT_COLUMN("courses", "開課數量", WHOLE, .means = "開始日期在時間區間內、由範圍內機關開設、符合課程性質及自設條件且未停開之課程數",
		.list = "courses"),
	REPORT_COLUMN("all", "所有課程數量", WHOLE, .means = "開始日期在時間區間內、由範圍內機關開設且未停開之全部課程數",
		.list = "all"),
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

static void fill(struct report_run *run)
{
	const struct offering_ask *a = run->ask;
	struct offering_groups all = offering_count(run);
	struct report_section *s = report_section(run, "offering", run->report->title, columns);
	int64_t n = 0, every = 0;

	for (int i = 0; i < all.n; i++) {
		n += all.at[i].n;
		every += all.at[i].every;
	}
	if (a->query)
		every = n;
	for (int i = 0; i < all.n; i++) {
		if (!all.at[i].n)
			continue;
		report_begin(s, all.at[i].key);
		put_row(s, all.at[i].label, all.at[i].n, every);
	}
	report_total(s);
	put_row(s, "總計", n, every);
	report_chart(s, "開課數量", "group", "courses", NULL);
}

/* Whichever row 所有課程數量 stands in, it counts the same. */
static bool all_courses(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct offering_ask *a = run->ask;
	struct offering_ask all = {.agency = a->agency, .categories = "", .opener = "", .name = "", .course_code = "", .place = "", .from = a->from,
		.to = a->to, .group = a->group, .below = a->below};
	struct report_run whole = *run;

	whole.ask = a->query ? run->ask : &all;
	return offering_courses(l, &whole, &(struct report_cell_of){of->section, "total", of->figure, 0});
}

static const struct report_list lists[] = {
	{.name = "courses", .title = "課程名單", .fields = opening_course_fields, .size = sizeof(struct opening_course), .sort = "agency_code",
		.rows = offering_courses, .complete = opening_course_complete},
	{.name = "all", .title = "所有課程名單", .fields = opening_course_fields, .size = sizeof(struct opening_course), .sort = "agency_code",
		.rows = all_courses, .complete = opening_course_complete},
	{0}
};

const struct report opening_offering = {.name = "offering", .title = "開課狀況統計", .permission = "stat.offering",
	.may = MAY_STATISTICS | MAY_HR_COURSES,
	.reach = AGENCY_SUBTREE, .basis = "課程：以開課機關及開始日期計", .act = "開始統計", .asks = asks, .size = sizeof(struct offering_ask),
	.choices = choices, .lists = lists, .begin = begin, .check = check, .fill = fill};

const struct route opening_offering_routes[] = {
	REPORT_ROUTES("offering", "開課狀況統計", "統計報表", MAY_STATISTICS, asks),
	{0}
};
