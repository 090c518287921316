/* lesson_file.c: 整批新增科目: what is taught in courses that are there, by whom and when.                        LEARN-232, CSV-2 */
#include <stdlib.h>
#include <string.h>

#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/instructor/instructor.h"
#include "app/may.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct lesson_row { const char *course_code, *subject, *teacher, *org_name, *from_time, *to_time, *note; int64_t term_no,
	hours; struct date class_date; };

static const struct field lesson_fields[] = {
	FIELD(lesson_row, course_code, TEXT, EDIT, "課程代碼", .need = true, .most = 20, .example = "A107002", .hint = "本機關已建立之課程"),
	FIELD(lesson_row, term_no, INT, EDIT, "期別", .need = true, .least = 1, .most = 9999, .example = "1"),
	FIELD(lesson_row, subject, TEXT, EDIT, "科目名稱", .need = true, .most = 100, .example = "雲端服務"),
	FIELD(lesson_row, teacher, TEXT, EDIT, "講師姓名", .need = true, .most = 50, .example = "林新人", .hint = "講師資料庫中沒有者自動加入"),
	FIELD(lesson_row, org_name, TEXT, EDIT, "講師服務機關", .most = 100, .hint = "有多位同名講師時必填"),
	FIELD(lesson_row, hours, INT, EDIT, "科目時數", .most = 9999, .example = "3"),
	FIELD(lesson_row, class_date, DATE, EDIT, "上課日期", .example = "107/09/18", .hint = "於課程期間內"),
	FIELD(lesson_row, from_time, TEXT, EDIT, "開始時間", .most = 5, .example = "09:00"),
	FIELD(lesson_row, to_time, TEXT, EDIT, "結束時間", .most = 5, .example = "12:00", .hint = "晚於開始時間"),
	FIELD(lesson_row, note, TEXT, EDIT, "備註", .most = 200),
	{0}
};

/* What judge() leaves for store(). */
struct found { int64_t course, instructor; };

static void check_time(struct import *im, struct import_row *row, const char *field, const char **time)
{
	if (**time && !lesson_time(im->row_mem, time)) {
		import_issue(im, row, field, "E-TIME-01", *time);
		*time = "";
	}
}

static void check(struct import *im, struct import_row *row)
{
	struct lesson_row *l = row->record;

	check_time(im, row, "from_time", &l->from_time);
	check_time(im, row, "to_time", &l->to_time);
	if (*l->from_time && *l->to_time && strcmp(l->from_time, l->to_time) >= 0)
		import_issue(im, row, "to_time", "E-DATE-02", "開始時間", "結束時間");
}

/* ---- how rows stand to what is there ---- */

static struct rows *ask(struct import *im, struct import_row *rows, int n, bool teachers)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const struct lesson_row *l = rows[i].record;

		json_text(&j, teachers ? l->teacher : l->course_code);
	}
	json_end(&j);
	return db_run(im->db, teachers ? &lesson_teachers : &lesson_courses, A(im->agency), A(list.at));
}

static struct rows *ask_known(struct import *im, const struct rows *courses)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < courses->n; i++)
		json_text(&j, row_text(courses, i, "id"));
	json_end(&j);
	return db_run(im->db, &lesson_known, A(list.at), A(im->batch));
}

static int course_at(const struct rows *courses, const struct lesson_row *l)
{
	for (int i = 0; i < courses->n; i++)
		if (row_int(courses, i, "term_no") == l->term_no && text_is(row_text(courses, i, "course_code"), l->course_code))
			return i;
	return -1;
}

/* Nobody is picked silently: several of a name need to be told apart by where they serve. */
static void judge_teacher(struct import *im, struct import_row *row, const struct rows *teachers, struct found *f)
{
	const struct lesson_row *l = row->record;
	int n = 0;

	for (int i = 0; i < teachers->n; i++)
		if (text_is(row_text(teachers, i, "name"), l->teacher) && (!*l->org_name || text_is(row_text(teachers, i, "org_name"),
			l->org_name))) {
			f->instructor = row_int(teachers, i, "id");
			n++;
		}
	if (n > 1)
		import_issue(im, row, "teacher", "E-INS-01", arena_print(im->piece, "%d", n), l->teacher);
}

static void judge_known(struct import *im, struct import_row *row, const struct rows *known, const struct found *f)
{
	const struct lesson_row *l = row->record;
	const char *day = date_iso(im->piece, l->class_date);

	for (int i = 0; i < known->n; i++)
		if (row_int(known, i, "course") == f->course && text_is(row_text(known, i, "subject"), l->subject) &&
				text_is(row_text(known, i, "teacher"), l->teacher) && text_is(row_text(known, i, "class_date"), day) &&
				text_is(row_text(known, i, "from_time"), l->from_time) &&
				(!*l->org_name || text_is(row_text(known, i, "org_name"), l->org_name))) {
			if (row_bool(known, i, "busy"))
				import_issue(im, row, "subject", "ERR_IMPORT_BUSY", l->subject);
			else
				import_issue(im, row, "subject", "E-DUP-01", arena_print(im->piece, "%s、%s", l->subject, l->teacher));
			return;
		}
}

static void judge_day(struct import *im, struct import_row *row, const struct rows *courses, int at)
{
	const struct lesson_row *l = row->record;

	if (date_set(l->class_date) && (date_before(l->class_date, moment_date(row_moment(courses, at, "start_at"))) ||
			date_before(moment_date(row_moment(courses, at, "end_at")), l->class_date)))
		import_issue(im, row, "class_date", "E-CRS-05", arena_print(im->piece, "上課日期 %s 不在課程期間內", date_text(im->piece,
			l->class_date)));
}

static void judge(struct import *im, struct import_row *rows, int n)
{
	const struct rows *courses = ask(im, rows, n, false), *teachers = ask(im, rows, n, true), *known = ask_known(im, courses);

	for (int i = 0; i < n; i++) {
		const struct lesson_row *l = rows[i].record;
		struct found *f = rows[i].found = arena_get(im->piece, sizeof *f);
		int at = course_at(courses, l);

		rows[i].outcome = IMPORT_CREATE;
		if (at < 0) {
			import_issue(im, &rows[i], "course_code", "E-HRS-04", l->course_code, arena_print(im->piece, "%lld", (long long)l->term_no));
			continue;
		}
		f->course = row_int(courses, at, "id");
		judge_day(im, &rows[i], courses, at);
		judge_teacher(im, &rows[i], teachers, f);
		judge_known(im, &rows[i], known, f);
	}
}

/* ---- storing ---- */

/* Somebody new may stand in several rows of a piece: made once. */
static int64_t made_before(const struct import_row *rows, int n, const struct lesson_row *l)
{
	for (int i = 0; i < n; i++) {
		const struct lesson_row *other = rows[i].record;
		const struct found *f = rows[i].found;

		if (rows[i].outcome == IMPORT_CREATE && f->instructor && text_is(other->teacher, l->teacher) && text_is(other->org_name, l->org_name))
			return f->instructor;
	}
	return 0;
}

static void store(struct import *im, struct import_row *rows, int n)
{
	int64_t lessons = row_int(db_run(im->db, &lesson_newest), 0, "id"), teachers = instructor_newest_id(im->db);

	for (int i = 0; i < n; i++) {
		const struct lesson_row *l = rows[i].record;
		struct found *f = rows[i].found;

		if (rows[i].outcome != IMPORT_CREATE || db_undone(im->db))
			continue;
		if (!f->instructor)
			f->instructor = made_before(rows, i, l);
		struct lesson one = {l->subject, l->teacher, l->org_name, date_iso(im->piece, l->class_date), l->from_time, l->to_time, l->note,
			f->instructor, {import_given(im, &rows[i], "hours"), l->hours}, 0};
		int seq = (int)row_int(db_run(im->db, &lesson_last, A(f->course)), 0, "seq");

		lesson_store(im->db, f->course, im->agency, seq + 1, &one, im->now, im->batch);
		f->instructor = one.instructor;
	}
	if (db_undone(im->db))
		return;
	import_made(im, "instructor", teachers, instructor_newest_id(im->db));
	import_made(im, "course_subject", lessons, row_int(db_run(im->db, &lesson_newest), 0, "id"));
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (!what)
		return;
	if (text_is(what, "course_subject"))
		db_run(im->db, &lesson_sweep, A(im->batch), A(first), A(last));
	else
		instructor_sweep_named(im->db, im->batch, first, last);
}

const struct import_kind lesson_kind = {
	.name = "course_subject", .title = "整批新增科目", .path = "/courses/subjects/import", .may = MAY_COURSE,
	.note = "一列為一個科目及其講師，加入您目前單位已建立之課程；講師資料庫及科目中沒有者自動加入（講師標示「資料待補」）。",
	.fields = lesson_fields, .size = sizeof(struct lesson_row),
	.key = (const char *const[]){"course_code", "term_no", "subject", "teacher", "class_date", "from_time", NULL}, .check = check,
	.judge = judge, .store = store, .sweep = sweep, .touched_by = &lesson_touched,
};
