/* execution.c: RPT-8 課程執行情形表: how the courses of a year were carried out: who registered, took part and passed.  LEARN-611, 612 */
#include <string.h>

#include "app/report/course.sql.h"
#include "app/report/lists.h"
#include "base/setting.h"

struct execution_ask { const char *agency, *ranks, *categories; int64_t year; struct code kind; bool below; };

static const struct code kinds[] = {{"course", "依課程"}, {"category", "依課程類別"}, {"agency", "依開課機關"}, {"rank", "依職等"}, {0}};

static const struct field asks[] = {
	FIELD(execution_ask, kind, CODE, EDIT, "報表類別", .need = true, .list = kinds),
	FIELD(execution_ask, year, INT, EDIT, "年度", .need = true, .least = 80, .most = 200),
	FIELD(execution_ask, agency, TEXT, EDIT, "機關", .most = 10, .hint = "機關代碼；留白為目前單位"),
	FIELD(execution_ask, below, BOOL, EDIT, "包含所屬機關"),
	FIELD(execution_ask, ranks, TEXT, EDIT, "職等", .most = 800, .several = true),
	FIELD(execution_ask, categories, TEXT, EDIT, "課程類別", .most = 400, .several = true),
	{0}
};

/* 官等, each for all its 職等, and then these. */
static const struct code *rank_choices(struct report_run *run)
{
	static const char *const grades[] = {"簡任", "薦任", "委任"};
	enum { GRADES = sizeof grades / sizeof *grades };
	struct code_items items = code_items(code_book(run->db, run->mem), run->mem, "rank", (struct date){0});
	struct code *to = arena_array(run->mem, (size_t)items.n + GRADES + 1, sizeof *to);

	for (int i = 0; i < GRADES; i++)
		to[i] = (struct code){grades[i], arena_print(run->mem, "%s（各職等）", grades[i])};
	for (int i = 0; i < items.n; i++)
		to[GRADES + i] = (struct code){items.at[i]->code, items.at[i]->name};
	return to;
}

static const struct report_choice choices[] = {{"ranks", rank_choices}, {"categories", report_categories}, {0}};

static void begin(struct report_run *run)
{
	struct execution_ask *a = run->ask;

	a->year = roc_year(run->today);
	a->kind = kinds[0];
	a->below = true;
}

static const struct report_column columns[] = {
	REPORT_COLUMN("row", "項目", TEXT),
	REPORT_COLUMN("classes", "開課班數", WHOLE, .means = "範圍內機關所開、結束日期在年度內、屬所選課程類別且未停開之課程數", .list = "courses"),
	REPORT_COLUMN("quota", "招收名額", WHOLE, .means = "各該課程招收名額之和，未填者為 0"),
	REPORT_COLUMN("registered", "報名人次", WHOLE, .means = "各該課程之報名，不含已取消者"),
	REPORT_COLUMN("approved", "核可人次", WHOLE, .means = "報名中經核可者"),
	REPORT_COLUMN("records", "參訓人次", WHOLE, .means = "各該課程之學習時數紀錄，不含已刪除者", .list = "records"),
	REPORT_COLUMN("passed", "通過人次", WHOLE, .means = "參訓人次中認證為通過者", .list = "records"),
	REPORT_COLUMN("failed", "不通過人次", WHOLE, .means = "參訓人次中認證為不通過者", .list = "records"),
	REPORT_COLUMN("pending", "未認證人次", WHOLE, .means = "參訓人次中尚未認證者", .list = "records"),
	REPORT_COLUMN("rate", "通過率(%)", PERCENT, .means = "100 × 通過人次 ÷（通過人次＋不通過人次）"),
	REPORT_COLUMN("hours", "總時數", WHOLE, .means = "通過者之認證時數"),
	REPORT_COLUMN("digital", "數位時數", WHOLE, .means = "總時數中之數位時數"),
	REPORT_COLUMN("physical", "實體時數", WHOLE, .means = "總時數 − 數位時數"),
	REPORT_COLUMN("average", "平均時數", AVERAGE, .means = "總時數 ÷ 通過人次"),
	{0}
};

struct line { const char *key, *label; int64_t classes, quota, registered, approved, records, passed, failed, pending, hours, digital; };
struct lines { struct line *at; size_t n, room; struct arena *mem; };

enum { VALUES = 7 };
static void values_of(struct report_run *run, struct value v[VALUES])
{
	const struct execution_ask *a = run->ask;
	struct value all[VALUES] = {A(run->span.low), A(run->span.high), A(report_year_begins(a->year)), A(report_year_begins(a->year + 1)),
		A(a->kind.id), A(report_chosen_json(run->mem, a->categories)), A(report_chosen_json(run->mem, a->ranks))};

	memcpy(v, all, sizeof all);
}

/* The rows of the statements come in an order of their own: what was there before is found by its key, through a table twice as large. */
struct finder { size_t *slots, n; };

static uint64_t number_of(const char *key)
{
	uint64_t n = 1469598103934665603u;

	for (; *key; key++)
		n = (n ^ (unsigned char)*key) * 1099511628211u;
	return n;
}

static struct finder finder_of(const struct lines *all, size_t more)
{
	struct finder f = {.n = 2 * (all->n + more) + 1};

	f.slots = arena_array(all->mem, f.n, sizeof *f.slots);
	return f;
}

static struct line *line_of(struct lines *all, struct finder *f, const char *key, const char *label)
{
	size_t at = number_of(key) % f->n;

	for (; f->slots[at]; at = (at + 1) % f->n)
		if (text_is(all->at[f->slots[at] - 1].key, key))
			return &all->at[f->slots[at] - 1];
	all->at = arena_grow(all->mem, all->at, all->n, &all->room, sizeof *all->at);
	all->at[all->n++] = (struct line){.key = key, .label = label};
	f->slots[at] = all->n;
	return &all->at[all->n - 1];
}

static void count_courses(struct lines *all, struct finder *f, const struct rows *r, bool registrations)
{
	for (int i = 0; i < r->n; i++) {
		struct line *l = line_of(all, f, row_text(r, i, "key"), row_text(r, i, "label"));

		l->classes = row_int(r, i, "classes");
		l->quota = row_int(r, i, "quota");
		if (registrations) {
			l->registered = row_int(r, i, "registered");
			l->approved = row_int(r, i, "approved");
		}
	}
}

static void count_records(struct lines *all, struct finder *f, const struct rows *r)
{
	for (int i = 0; i < r->n; i++) {
		struct line *l = line_of(all, f, row_text(r, i, "key"), row_text(r, i, "label"));

		l->records = row_int(r, i, "records");
		l->passed = row_int(r, i, "passed");
		l->failed = row_int(r, i, "failed");
		l->pending = row_int(r, i, "pending");
		l->hours = row_int(r, i, "hours");
		l->digital = row_int(r, i, "digital");
	}
}

static void count_registrations(struct lines *all, struct finder *f, const struct rows *r)
{
	for (int i = 0; i < r->n; i++) {
		struct line *l = line_of(all, f, row_text(r, i, "key"), row_text(r, i, "label"));

		l->registered = row_int(r, i, "registered");
		l->approved = row_int(r, i, "approved");
	}
}

/* With 職等 the registrations are counted one by one; without, courses keep how many they have. */
static struct lines count(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	struct lines all = {.mem = run->mem};
	struct value v[VALUES];
	bool by_rank = text_is(a->kind.id, "rank"), of_ranks = *a->ranks;

	values_of(run, v);
	struct rows *courses = by_rank ? NULL : db_run_values(run->db, &execution_courses, v, 6);
	struct rows *records = db_run_values(run->db, &execution_records, v, VALUES);
	struct rows *registrations = by_rank || of_ranks ? db_run_values(run->db, &execution_registrations, v, VALUES) : NULL;
	struct finder f = finder_of(&all, (size_t)(courses ? courses->n : 0) + (size_t)records->n + (size_t)(registrations ? registrations->n : 0));

	if (courses)
		count_courses(&all, &f, courses, !of_ranks);
	count_records(&all, &f, records);
	if (registrations)
		count_registrations(&all, &f, registrations);
	return all;
}

static void put(struct report_section *s, const struct line *l, bool by_rank)
{
	report_text(s, *l->label ? l->label : "（未填）");
	if (by_rank) {
		report_blank(s);
		report_blank(s);
	} else {
		report_count(s, l->classes);
		report_count(s, l->quota);
	}
	report_count(s, l->registered);
	report_count(s, l->approved);
	report_count(s, l->records);
	report_count(s, l->passed);
	report_count(s, l->failed);
	report_count(s, l->pending);
	report_ratio(s, l->passed, l->passed + l->failed);
	report_count(s, l->hours);
	report_count(s, l->digital);
	report_count(s, l->hours - l->digital);
	report_ratio(s, l->hours, l->passed);
}

static void add(struct line *to, const struct line *l)
{
	to->classes += l->classes;
	to->quota += l->quota;
	to->registered += l->registered;
	to->approved += l->approved;
	to->records += l->records;
	to->passed += l->passed;
	to->failed += l->failed;
	to->pending += l->pending;
	to->hours += l->hours;
	to->digital += l->digital;
}

static void fill(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	struct lines all = count(run);
	struct line total = {.label = "合計"};
	struct report_section *s = report_section(run, "execution", run->report->title, columns);
	bool by_rank = text_is(a->kind.id, "rank");

	for (size_t i = 0; i < all.n; i++) {
		report_begin(s, all.at[i].key);
		put(s, &all.at[i], by_rank);
		add(&total, &all.at[i]);
	}
	report_total(s);
	put(s, &total, by_rank);
	report_chart(s, "通過與不通過人次", "row", "passed", "failed");
}

/* Its records are read, course by course. */
static bool large(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	int64_t most = setting_int("report.page_reads");

	return row_int(db_run(run->db, &execution_reads, AGENCIES(&run->span), A(report_year_begins(a->year)), A(report_year_begins(a->year + 1)),
		A(most + 1)), 0, "n") > most;
}

static bool courses(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	struct value v[VALUES];

	values_of(run, v);
	v[6] = value_text(text_is(of->row, "total") ? "" : of->row);
	return list_run_values(l, &execution_course_list, v, VALUES);
}

static bool records(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	struct value v[VALUES + 2];

	values_of(run, v);
	v[VALUES] = value_text(of->row);
	v[VALUES + 1] = value_int(text_is(of->figure, "pending") ? 0 : text_is(of->figure, "passed") ? 1 : text_is(of->figure, "failed") ? 2 : -1);
	return list_run_values(l, &execution_record_list, v, VALUES + 2);
}

static const struct report_list lists[] = {
	{.name = "courses", .title = "課程名單", .fields = report_course_fields, .size = sizeof(struct report_course), .sort = "agency_code",
		.rows = courses, .complete = report_course_complete},
	{.name = "records", .title = "學習時數紀錄", .fields = report_record_fields, .size = sizeof(struct report_record), .sort = "name",
		.rows = records, .complete = report_record_complete, .personal = true},
	{0}
};

const struct report report_execution = {.name = "execution", .title = "課程執行情形表", .permission = "stat.execution", .may = MAY_STATISTICS,
	.reach = AGENCY_SUBTREE, .basis = "課程：以開課機關及結束日期計；人次：以學習時數紀錄及上課當時之官職等計", .act = "查詢", .asks = asks,
	.size = sizeof(struct execution_ask), .choices = choices, .lists = lists, .begin = begin, .fill = fill, .large = large};

const struct route report_execution_routes[] = {
	REPORT_ROUTES("execution", "課程執行情形表", "統計報表", MAY_STATISTICS, asks),
	{0}
};
