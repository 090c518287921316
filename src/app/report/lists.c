/* lists.c: see lists.h. */
#include "app/report/lists.h"

#include <stdlib.h>
#include <string.h>

#include "app/course/course.h"
#include "app/personal/personal.h"
#include "app/report/course.sql.h"
#include "base/setting.h"

enum { ROC = 1911 };

static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
static const struct code certs[] = {{"0", "未認證"}, {"1", "通過"}, {"2", "不通過"}, {0}};

const struct field report_course_fields[] = {
	FIELD(report_course, id, INT, KEY, "課程"),
	FIELD(report_course, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(report_course, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(report_course, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(report_course, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(report_course, name, TEXT, SHOW, "課程名稱"),
	FIELD(report_course, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(report_course, mode, CODE, SHOW, "課程性質", .list = course_modes, .not_sorted = true),
	FIELD(report_course, start, DATE, SHOW, "開始日期"),
	FIELD(report_course, end, DATE, SHOW, "結束日期", .not_sorted = true),
	FIELD(report_course, certified_hours, INT, SHOW, "時數", .not_sorted = true),
	FIELD(report_course, registrations, INT, SHOW, "報名", .not_sorted = true),
	FIELD(report_course, approved, INT, SHOW, "核可", .not_sorted = true),
	FIELD(report_course, passed, INT, SHOW, "通過", .not_sorted = true),
	FIELD(report_course, start_at, MOMENT, MARK, ""), FIELD(report_course, end_at, MOMENT, MARK, ""),
	{0}
};

static int64_t passed_of(const struct rows *passed, int64_t course)
{
	int low = 0, high = passed->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (row_cell(passed, middle, 0)->i < course)
			low = middle + 1;
		else
			high = middle;
	}
	return low < passed->n && row_cell(passed, low, 0)->i == course ? row_cell(passed, low, 1)->i : 0;
}

void report_course_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct report_course *c = rows;
	struct course_found *ids = arena_array(mem, (size_t)n, sizeof *ids);
	struct arena *before = db_arena(l->r->db);

	for (int i = 0; i < n; i++)
		ids[i].course = (uint32_t)c[i].id;
	db_use_arena(l->r->db, mem);
	struct rows *passed = db_run(l->r->db, &report_passed, A(courses_json(mem, ids, (size_t)n)));

	db_use_arena(l->r->db, before);
	for (int i = 0; i < n; i++) {
		c[i].start = moment_date(c[i].start_at);
		c[i].end = moment_date(c[i].end_at);
		c[i].passed = passed_of(passed, c[i].id);
	}
}

const struct field report_record_fields[] = {
	FIELD(report_record, id, INT, KEY, "紀錄"),
	FIELD(report_record, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(report_record, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(report_record, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(report_record, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(report_record, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(report_record, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(report_record, course_name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(report_record, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(report_record, institution, TEXT, SHOW, "開課機關(構)", .not_sorted = true),
	FIELD(report_record, start_day, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(report_record, end_day, DATE, SHOW, "終迄日期", .not_sorted = true),
	FIELD(report_record, mode, CODE, SHOW, "學習性質", .list = modes, .not_sorted = true),
	FIELD(report_record, hours, INT, SHOW, "認證時數", .not_sorted = true),
	FIELD(report_record, digital, INT, SHOW, "數位", .not_sorted = true),
	FIELD(report_record, physical, INT, SHOW, "實體", .not_sorted = true),
	FIELD(report_record, business, BOOL, SHOW, "與業務相關", .not_sorted = true),
	FIELD(report_record, cert, CODE, SHOW, "狀態", .list = certs, .not_sorted = true),
	{0}
};

void report_record_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct report_record *r = rows;
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++)
		r[i].national_id = personal_id(mem, r[i].national_id, full);
}

const struct code *report_categories(struct report_run *run)
{
	return code_choices(code_book(run->db, run->mem), run->mem, "course_category", (struct date){0});
}

struct moment report_year_begins(int64_t roc_year)
{
	return day_begins(date_make((int)roc_year + ROC, 1, 1));
}

bool report_list_is_page(const struct list *l)
{
	return l->r->as == AS_PAGE || (l->r->as == AS_JSON && !text_is(req_query(l->r, "per"), "all"));
}

void report_list_clamp(struct list *l, int64_t total)
{
	int64_t pages = total ? (total + l->per - 1) / l->per : 1;

	l->page = l->page > pages ? (int)pages : l->page;
}

bool report_list_too_large(struct list *l, int64_t total)
{
	if (total <= setting_int("report.page_reads") || !report_list_is_page(l))
		return false;
	reply_refuse(l->r, 422, "E-RPT-05");
	return true;
}
