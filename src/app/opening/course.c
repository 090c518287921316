/* course.c: the columns of lists of courses behind numbers.  See private.h. */
#include "app/opening/private.h"

#include <stdlib.h>
#include <string.h>

#include "app/course/course.h"
#include "app/opening/course.sql.h"

enum { ROC = 1911 };

const struct field opening_course_fields[] = {
	FIELD(opening_course, id, INT, KEY, "課程"),
	FIELD(opening_course, agency_code, TEXT, SHOW, "機關代碼"),
	FIELD(opening_course, agency_name, TEXT, SHOW, "開課機關", .not_sorted = true),
	FIELD(opening_course, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(opening_course, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(opening_course, name, TEXT, SHOW, "課程名稱"),
	FIELD(opening_course, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(opening_course, mode, CODE, SHOW, "課程性質", .list = course_modes, .not_sorted = true),
	FIELD(opening_course, start, DATE, SHOW, "開始日期"),
	FIELD(opening_course, end, DATE, SHOW, "結束日期", .not_sorted = true),
	FIELD(opening_course, certified_hours, INT, SHOW, "時數", .not_sorted = true),
	FIELD(opening_course, registrations, INT, SHOW, "報名", .not_sorted = true),
	FIELD(opening_course, approved, INT, SHOW, "核可", .not_sorted = true),
	FIELD(opening_course, passed, INT, SHOW, "通過", .not_sorted = true),
	FIELD(opening_course, start_at, MOMENT, MARK, ""), FIELD(opening_course, end_at, MOMENT, MARK, ""),
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

void opening_course_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct opening_course *c = rows;
	struct course_found *ids = arena_array(mem, (size_t)n, sizeof *ids);
	struct arena *before = db_arena(l->r->db);

	for (int i = 0; i < n; i++)
		ids[i].course = (uint32_t)c[i].id;
	db_use_arena(l->r->db, mem);
	struct rows *passed = db_run(l->r->db, &opening_passed, A(courses_json(mem, ids, (size_t)n)));

	db_use_arena(l->r->db, before);
	for (int i = 0; i < n; i++) {
		c[i].start = moment_date(c[i].start_at);
		c[i].end = moment_date(c[i].end_at);
		c[i].passed = passed_of(passed, c[i].id);
	}
}

struct moment opening_year_begins(int64_t roc_year)
{
	return day_begins(date_make((int)roc_year + ROC, 1, 1));
}
