/* execution.c: RPT-8 課程執行情形表: how the courses of a year were carried out: who registered, took part and passed.  LEARN-611, 612 */
#include "app/opening/course.sql.h"
#include "app/opening/execution.h"
#include "base/setting.h"

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
	REPORT_COLUMN("registered", "報名人次", WHOLE, .means = "各該課程之報名，不含已取消者", .list = "registrations"),
	REPORT_COLUMN("approved", "核可人次", WHOLE, .means = "報名中經核可者", .list = "registrations"),
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

static void put(struct report_section *s, const struct execution_line *l, bool by_rank)
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

static void add(struct execution_line *to, const struct execution_line *l)
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
	struct execution_lines all = execution_count(run);
	struct execution_line total = {.label = "合計"};
	struct report_section *s = report_section(run, "execution", run->report->title, columns);
	bool by_rank = text_is(a->kind.id, "rank");

	for (int i = 0; i < all.n; i++) {
		report_begin(s, all.at[i].key);
		put(s, &all.at[i], by_rank);
		add(&total, &all.at[i]);
	}
	report_total(s);
	put(s, &total, by_rank);
	report_chart(s, "通過與不通過人次", "row", "passed", "failed");
}

/* 依課程 reads their records; the others only where what is kept is not up to date. */
static bool large(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	int64_t most = setting_int("report.page_reads");

	if (!text_is(a->kind.id, "course"))
		return blocks_waiting(run->db, &run->span, a->year, most + 1) > most;
	return row_int(db_run(run->db, &execution_reads, AGENCIES(&run->span), A(opening_year_begins(a->year)), A(opening_year_begins(a->year + 1)),
		A(most + 1)), 0, "n") > most;
}

static const struct report_list lists[] = {
	{.name = "courses", .title = "課程名單", .fields = opening_course_fields, .size = sizeof(struct opening_course), .sort = "agency_code",
		.rows = execution_courses_listed, .complete = opening_course_complete},
	{.name = "records", .title = "學習時數紀錄", .fields = report_record_fields, .size = sizeof(struct report_record), .sort = "institution",
		.rows = execution_records_listed, .complete = report_record_complete, .personal = true},
	{.name = "registrations", .title = "報名名單", .fields = execution_registration_fields, .size = sizeof(struct execution_registration),
		.sort = "institution", .rows = execution_records_listed, .complete = execution_registrations_complete, .personal = true},
	{0}
};

const struct report opening_execution = {.name = "execution", .title = "課程執行情形表", .permission = "stat.execution", .may = MAY_STATISTICS,
	.reach = AGENCY_SUBTREE, .basis = "課程：以開課機關及結束日期計；人次：以學習時數紀錄及上課當時之官職等計", .act = "查詢", .asks = asks,
	.size = sizeof(struct execution_ask), .choices = choices, .lists = lists, .begin = begin, .fill = fill, .large = large};

const struct route opening_execution_routes[] = {
	REPORT_ROUTES("execution", "課程執行情形表", "統計報表", MAY_STATISTICS, asks),
	{0}
};
