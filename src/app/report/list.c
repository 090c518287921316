/* list.c: the columns of lists of records behind numbers, and which part of a list a page is.  See report.h. */
#include "app/code/code.h"
#include "app/personal/personal.h"
#include "app/report/report.h"
#include "base/setting.h"
#include "base/text.h"

static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
static const struct code certs[] = {{"0", "未認證"}, {"1", "通過"}, {"2", "不通過"}, {0}};

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
