/* file.c: 整批新增課程: courses from a file, by the rules of the form; one that is there already is an error.      LEARN-230, 231, CSV-1 */
#include <string.h>

#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/may.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct complaining { struct import *im; struct import_row *row; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	struct complaining *c = with;

	import_complain(c->im, c->row, field, code_and_values);
}

static bool is_unread(void *with, const char *field)
{
	struct complaining *c = with;

	return import_complained(c->im, c->row, field);
}

static void *begin(struct import *im)
{
	struct arena *before = db_arena(im->db);

	db_use_arena(im->db, im->mem);
	void *all = course_references(im->db, im->mem);

	db_use_arena(im->db, before);
	return all;
}

static const char *const *refuses(struct import *im)
{
	static const char *const no_opening[] = {"E-CRS-10", NULL};

	return row_int(db_run(im->db, &course_opening, A(im->agency)), 0, "is_opening") ? NULL : no_opening;
}

static void check(struct import *im, struct import_row *row)
{
	struct course *c = row->record;
	struct complaining with = {im, row};

	course_check(&(struct course_check){im->row_mem, im->references, NULL, im->today, complain, is_unread, &with}, c);
	if (c->enroll_to.seconds > c->start_at.seconds && c->start_at.seconds)
		import_doubt(im, row, "enroll_to", "W-CRS-01");
}

/* ---- who is there already ---- */

static int find(const struct rows *known, const struct course *c)
{
	for (int i = 0; i < known->n; i++)
		if (row_int(known, i, "term_no") == c->term_no && text_is(row_text(known, i, "course_code"), c->course_code))
			return i;
	return -1;
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_text(&j, ((const struct course *)rows[i].record)->course_code);
	json_end(&j);
	const struct rows *known = db_run(im->db, &course_known, A(im->agency), A(list.at), A(im->batch));

	for (int i = 0; i < n; i++) {
		const struct course *c = rows[i].record;
		int at = find(known, c);

		rows[i].outcome = IMPORT_CREATE;
		if (at >= 0 && row_bool(known, at, "busy"))
			import_issue(im, &rows[i], "course_code", "ERR_IMPORT_BUSY", c->name);
		else if (at >= 0)
			import_issue(im, &rows[i], "course_code", "E-CRS-02", c->course_code, arena_print(im->piece, "%lld", (long long)c->term_no));
	}
}

/* ---- storing ---- */

static void row_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	to[0] = A(im->agency);
	course_values(im->piece, row->record, to + 1);
	to[COURSE_VALUES + 1] = A(im->now), to[COURSE_VALUES + 2] = A(im->account), to[COURSE_VALUES + 3] = A(im->batch);
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (!what)
		return;
	db_run(im->db, &lesson_sweep_courses, A(im->batch), A(first), A(last));
	db_run(im->db, &course_sweep, A(im->batch), A(first), A(last));
}

static void shown(struct import *im)
{
	courses_changed(im->db, im->agency);
}

static void take_back(struct import *im)
{
	db_run(im->db, &course_release, A(im->batch));
	courses_changed(im->db, im->agency);
}

static const struct import_target target = {.what = "course", .newest = &course_newest, .put = &course_put_row, .values = row_values};

const struct import_kind course_kind = {
	.name = "course", .title = "整批新增課程", .path = "/courses/import", .may = MAY_COURSE, .rows_at = "/courses?batch=",
	.note = "一列為一期課程，開課機關為您目前的單位；課程代碼及期別已存在者為錯誤。科目與講師請另以「整批新增科目」上傳。",
	.fields = course_fields, .size = sizeof(struct course), .key = (const char *const[]){"course_code", "term_no", NULL}, .refuses = refuses,
	.begin = begin, .check = check, .judge = judge, .makes = &target, .touched_by = &course_touched, .sweep = sweep,
	.shown = shown, .take_back = take_back,
};
