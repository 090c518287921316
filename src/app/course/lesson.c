/* lesson.c: 科目與講師: what is taught in a course, by whom and when; chosen or typed, on the form of a course.      LEARN-225, 226 */
#include <stdio.h>
#include <string.h>

#include "app/audit/audit.h"
#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/instructor/instructor.h"
#include "base/text.h"

enum { HOURS_MOST = 9999, ORDER_MOST = 999 };

void lessons_load(struct db *db, int64_t course, struct lessons *to)
{
	struct rows *r = db_run(db, &lesson_list, A(course));

	*to = (struct lessons){0};
	for (; to->n < r->n && to->n < LESSONS_MOST; to->n++)
		to->at[to->n] = (struct lesson){row_text(r, to->n, "subject"), row_text(r, to->n, "teacher"), row_text(r, to->n, "org_name"),
			row_text(r, to->n, "class_date"), row_text(r, to->n, "from_time"), row_text(r, to->n, "to_time"), row_text(r, to->n, "note"),
			row_int(r, to->n, "instructor"), {!row_null(r, to->n, "hours"), row_int(r, to->n, "hours")}, to->n + 1};
}

int64_t subject_make(struct db *db, int64_t agency, const char *name)
{
	db_run(db, &subject_put, A(agency), A(name));
	return db_undone(db) ? 0 : row_int(db_run(db, &subject_one, A(agency), A(name)), 0, "id");
}

void lesson_store(struct db *db, int64_t course, int64_t agency, int seq, struct lesson *l, struct moment now, int64_t batch)
{
	int64_t subject = subject_make(db, agency, l->subject);

	if (!l->instructor)
		l->instructor = instructor_add_named(db, agency, l->teacher, l->org_name, l->subject, now, batch);
	if (!db_undone(db))
		db_run(db, &lesson_put, A(course), A(seq), A(subject), A(l->instructor), l->hours.known ? A(l->hours.n)
			: (struct value){.kind = VALUE_NULL}, A(l->class_date), A(l->from_time), A(l->to_time), A(l->note), value_id_or_null(batch));
}

bool lesson_time(struct arena *mem, const char **typed)
{
	int hour, minute, n = 0;
	const char *s = text_fold(mem, *typed);

	if (sscanf(s, "%2d:%2d%n", &hour, &minute, &n) != 2 || s[n] || hour < 0 || hour > 23 || minute < 0 || minute > 59)
		return false;
	*typed = arena_print(mem, "%02d:%02d", hour, minute);
	return true;
}

/* ---- from the form ---- */

const struct code lesson_columns[] = {{"order", "順序"}, {"subject", "科目名稱"}, {"teacher", "講師姓名"}, {"lesson_hours", "科目時數"},
	{"class_date", "上課日期"}, {"from_time", "開始時間"}, {"to_time", "結束時間"}, {"pick", "講師"}, {"drop", "移除"}, {0}};

const char *lesson_input(struct arena *mem, const char *what, int line)
{
	return arena_print(mem, "%s_%d", what, line);
}

const char *lesson_typed(struct req *r, const char *what, int line)
{
	return req_form(r, lesson_input(r->mem, what, line));
}

const struct field *lesson_labels(struct arena *mem)
{
	static const struct field none;
	size_t n = 0, at;

	while (course_fields[n].name)
		n++;
	struct field *all = arena_array(mem, n + sizeof lesson_columns / sizeof *lesson_columns * LESSONS_MOST + 1, sizeof *all);

	for (at = 0; at < n; at++)
		all[at] = course_fields[at];
	for (int line = 1; line <= LESSONS_MOST; line++)
		for (const struct code *c = lesson_columns; c->id; c++)
			all[at++] = (struct field){.name = lesson_input(mem, c->id, line), .label = arena_print(mem, "%s（第 %d 列）", c->label,
				line), .use = MARK};
	all[at] = none;
	return all;
}

static void read_hours(struct req *r, int line, struct lesson *l, struct issues *wrong)
{
	const char *given = lesson_typed(r, "lesson_hours", line);

	l->hours.known = *given;
	if (*given && !text_to_int(text_fold(r->mem, given), 0, HOURS_MOST, &l->hours.n))
		issue(wrong, -1, lesson_input(r->mem, "lesson_hours", line), "ERR_INT", "0", "9999", given);
}

static void read_times(struct req *r, int line, struct lesson *l, struct issues *wrong)
{
	l->from_time = lesson_typed(r, "from_time", line);
	l->to_time = lesson_typed(r, "to_time", line);
	if (*l->from_time && !lesson_time(r->mem, &l->from_time))
		issue(wrong, -1, lesson_input(r->mem, "from_time", line), "E-TIME-01", l->from_time);
	else if (*l->to_time && !lesson_time(r->mem, &l->to_time))
		issue(wrong, -1, lesson_input(r->mem, "to_time", line), "E-TIME-01", l->to_time);
	else if (*l->from_time && *l->to_time && strcmp(l->from_time, l->to_time) >= 0)
		issue(wrong, -1, lesson_input(r->mem, "to_time", line), "E-DATE-02", "開始時間", "結束時間");
}

static void read_day(struct req *r, int line, struct lesson *l, const struct course *c, struct issues *wrong)
{
	const char *given = lesson_typed(r, "class_date", line);
	struct date day;

	l->class_date = "";
	if (!*given)
		return;
	if (!(r->json_in ? date_parse_iso(given, &day) : date_parse(given, &day)))
		issue(wrong, -1, lesson_input(r->mem, "class_date", line), "ERR_DATE", given);
	else if (c->start_at.seconds && c->end_at.seconds && (date_before(day, moment_date(c->start_at)) || date_before(moment_date(c->end_at), day)))
		issue(wrong, -1, lesson_input(r->mem, "class_date", line), "E-CRS-05", arena_print(r->mem, "上課日期 %s 不在課程期間內",
			date_text(r->mem, day)));
	else
		l->class_date = date_iso(r->mem, day);
}

/* The name of the one who is picked, who must be one's own or public, or teach in this course already; NULL otherwise. */
static const char *picked_name(struct req *r, const struct lessons *stored, int64_t id)
{
	for (int i = 0; i < stored->n; i++)
		if (stored->at[i].instructor == id)
			return stored->at[i].teacher;
	return instructor_name(r->db, r->who->agency, id);
}

/* Never a silent pick: several of one name are to be chosen from.  A pick that has nothing to do with the name typed was of another one.
 * LEARN-225 */
static void choose(struct req *r, int line, const struct lessons *stored, struct lesson *l, struct issues *wrong)
{
	const char *pick = lesson_typed(r, "pick", line), *name;
	struct rows *named;
	int64_t id = 0;

	if (text_is(pick, "new"))
		return;
	if (text_to_int(pick, 1, INT64_MAX, &id) && (name = picked_name(r, stored, id)) &&
			strstr(text_upper(r->mem, name), text_upper(r->mem, l->teacher))) {
		l->instructor = id;
		l->teacher = name;
		return;
	}
	named = instructors_named(r->db, r->who->agency, l->teacher);
	if (named->n == 1)
		l->instructor = row_int(named, 0, "id");
	else if (named->n)
		issue(wrong, -1, lesson_input(r->mem, "teacher", line), "E-INS-01", arena_print(r->mem, "%d", named->n), l->teacher);
}

/* The place that was typed, else that of the line.                                                 LEARN-225 */
static void read_order(struct req *r, int line, struct lesson *l, struct issues *wrong)
{
	const char *given = lesson_typed(r, "order", line);

	l->order = line;
	if (*given && !text_to_int(text_fold(r->mem, given), 1, ORDER_MOST, &l->order))
		issue(wrong, -1, lesson_input(r->mem, "order", line), "ERR_INT", "1", "999", given);
}

static void swap(struct lesson *a, struct lesson *b)
{
	struct lesson was = *a;

	*a = *b;
	*b = was;
}

static bool is_same(const struct lesson *a, const struct lesson *b)
{
	return text_is(a->subject, b->subject) && text_is(a->teacher, b->teacher) && a->instructor == b->instructor &&
		text_is(a->class_date, b->class_date) && text_is(a->from_time, b->from_time);
}

static void read_line(struct req *r, int line, const struct course *c, const struct lessons *stored, struct lessons *to, struct issues *wrong)
{
	struct lesson l = {.subject = lesson_typed(r, "subject", line), .teacher = lesson_typed(r, "teacher", line), .org_name = "",
		.note = lesson_typed(r, "note", line)};

	if (!*l.subject && !*l.teacher)
		return;
	if (!*l.subject || !*l.teacher)
		issue(wrong, -1, lesson_input(r->mem, *l.subject ? "teacher" : "subject", line), "ERR_REQUIRED");
	if (utf8_length(l.subject) > 100)
		issue(wrong, -1, lesson_input(r->mem, "subject", line), "ERR_LONG", "100", arena_print(r->mem, "%zu", utf8_length(l.subject)));
	if (utf8_length(l.teacher) > 50)
		issue(wrong, -1, lesson_input(r->mem, "teacher", line), "ERR_LONG", "50", arena_print(r->mem, "%zu", utf8_length(l.teacher)));
	read_order(r, line, &l, wrong);
	read_hours(r, line, &l, wrong);
	read_day(r, line, &l, c, wrong);
	read_times(r, line, &l, wrong);
	if (*l.teacher)
		choose(r, line, stored, &l, wrong);
	for (int i = 0; i < to->n; i++)
		if (is_same(&to->at[i], &l)) {
			issue(wrong, -1, lesson_input(r->mem, "subject", line), "E-DUP-01", arena_print(r->mem, "%s、%s", l.subject, l.teacher));
			return;
		}
	to->at[to->n++] = l;
}

bool lessons_read(struct req *r, const struct course *c, struct lessons *to, struct issues *wrong)
{
	struct lessons stored;

	*to = (struct lessons){0};
	if (!pair_value(&r->form, "subject_1"))
		return false;
	lessons_load(r->db, c->id, &stored);
	for (int line = 1; line <= LESSONS_MOST; line++)
		if (!*lesson_typed(r, "drop", line))
			read_line(r, line, c, &stored, to, wrong);
	for (int i = 1; i < to->n; i++)
		for (int k = i; k && to->at[k].order < to->at[k - 1].order; k--)
			swap(&to->at[k], &to->at[k - 1]);
	return true;
}

/* {"科目與講師":"雲端服務（林新人，107/11/18 09:00）、…"} */
static const char *told(struct arena *mem, const struct lessons *l)
{
	struct text words = text_new(mem, 65536), t = text_new(mem, 1 << 17);
	struct json j = json_new(&t);

	for (int i = 0; i < l->n; i++) {
		struct date day = {0};

		date_parse_iso(l->at[i].class_date, &day);
		text_print(&words, "%s%s（%s%s%s%s%s%s）", i ? "、" : "", l->at[i].subject, l->at[i].teacher, date_set(day) ? "，" : "",
			date_text(mem, day), *l->at[i].from_time ? " " : "", l->at[i].from_time,
			l->at[i].hours.known ? arena_print(mem, "，%lld 小時", (long long)l->at[i].hours.n) : "");
	}
	json_begin(&j);
	json_key(&j, "科目與講師");
	json_text(&j, words.n ? words.at : "");
	json_end(&j);
	return t.at;
}

void lessons_replace(struct req *r, struct db *db, int64_t course, bool is_new, struct lessons *l)
{
	struct lessons stored;

	lessons_load(db, course, &stored);
	const char *was = told(r->mem, &stored), *is = told(r->mem, l);

	db_run(db, &lesson_clear, A(course));
	for (int i = 0; i < l->n; i++)
		lesson_store(db, course, r->who->agency, i + 1, &l->at[i], r->now, 0);
	if (!is_new && !text_is(was, is))
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "course.lessons", .subject_kind = "course", .subject = course, .before = was, .after = is, .at = r->now});
}
