/* lesson_form.c: 科目與講師 on the form of a course: its lines, and who and what is offered to each.                 LEARN-225 */
#include "app/course/course.sql.h"
#include "app/course/form.h"
#include "app/instructor/instructor.h"
#include "base/text.h"

enum { HITS_MOST = 20, EMPTY_LINES = 3 };

static struct input line_input(struct req *r, const char *what, int line, const char *value)
{
	const struct code *c = code_find(lesson_columns, what);
	struct input i = input_text(r, lesson_input(r->mem, what, line), arena_print(r->mem, "%s（第 %d 列）", c->label, line), value, false, NULL);

	i.size = text_is(what, "subject") ? 20 : text_is(what, "class_date") ? 9 : text_is(what, "teacher") ? 10 : text_is(what, "order") ? 2 : 4;
	return i;
}

static void offer(struct req *r, struct lesson_line *to, int line, const char *teacher, int64_t chosen, const char *org_name)
{
	struct rows *hits = *teacher ? instructors_like(r->db, r->mem, r->who->agency, teacher, HITS_MOST) : NULL;
	struct options o = {0};
	bool has = false;

	if (!hits || (!hits->n && !chosen))
		return;
	options_add(r->mem, &o, "", "（請選擇，或依姓名比對）");
	for (int i = 0; i < hits->n; i++) {
		const char *org = row_text(hits, i, "org_name");

		has |= row_int(hits, i, "id") == chosen;
		options_add(r->mem, &o, row_text(hits, i, "id"), arena_print(r->mem, "%s（%s）", row_text(hits, i, "name"),
			*org ? org : row_text(hits, i, "agency_name")));
	}
	if (chosen && !has)
		options_add(r->mem, &o, arena_print(r->mem, "%lld", (long long)chosen), arena_print(r->mem, "%s（%s）", teacher, org_name));
	options_add(r->mem, &o, "new", arena_print(r->mem, "新增講師「%s」", teacher));
	to->pick = input_choice(r, lesson_input(r->mem, "pick", line), arena_print(r->mem, "講師（第 %d 列）", line),
		chosen ? arena_print(r->mem, "%lld", (long long)chosen) : "", false, o);
	to->offers = true;
}

/* What was typed where something was, else what is stored. */
struct lesson_lines lesson_lines(struct req *r, const struct lessons *stored)
{
	bool came = pair_value(&r->form, "subject_1");
	int n = 0;

	for (int line = 1; came && line <= LESSONS_MOST; line++)
		n = *lesson_typed(r, "subject", line) || *lesson_typed(r, "teacher", line) ? line : n;
	n = came ? n : stored->n;
	n = n + EMPTY_LINES < LESSONS_MOST ? n + EMPTY_LINES : LESSONS_MOST;
	struct lesson_lines l = {arena_array(r->mem, (size_t)n, sizeof *l.at), n};

	for (int i = 0; i < n; i++) {
		static const struct lesson empty = {"", "", "", "", "", "", "", 0, {false, 0}, 0};
		const struct lesson *one = i < stored->n && !came ? &stored->at[i] : &empty;
		struct date day = {0};
		int64_t chosen = one->instructor;

		date_parse_iso(one->class_date, &day);
		if (came)
			text_to_int(lesson_typed(r, "pick", i + 1), 1, INT64_MAX, &chosen);
		l.at[i] = (struct lesson_line){.number = i + 1, .note_name = lesson_input(r->mem, "note", i + 1),
			.note = came ? lesson_typed(r, "note", i + 1) : one->note,
			.order = line_input(r, "order", i + 1, i < n - EMPTY_LINES ? arena_print(r->mem, "%d", i + 1) : ""),
			.drop = input_tick(r, lesson_input(r->mem, "drop", i + 1), arena_print(r->mem, "移除（第 %d 列）", i + 1), false),
			.subject = line_input(r, "subject", i + 1, one->subject),
			.teacher = line_input(r, "teacher", i + 1, one->teacher), .day = line_input(r, "class_date", i + 1, date_text(r->mem, day)),
			.hours = line_input(r, "lesson_hours", i + 1, one->hours.known ? arena_print(r->mem, "%lld", (long long)one->hours.n) : ""),
			.from = line_input(r, "from_time", i + 1, one->from_time), .to = line_input(r, "to_time", i + 1, one->to_time)};
		offer(r, &l.at[i], i + 1, came ? lesson_typed(r, "teacher", i + 1) : one->teacher, chosen, one->org_name);
	}
	return l;
}

/* Names of subjects that are there already, for lines in which only a part was typed. */
const char *subjects_offered(struct req *r)
{
	struct text t = text_new(r->mem, 65536);

	for (int line = 1; line <= LESSONS_MOST; line++) {
		const char *part = lesson_typed(r, "subject", line);
		struct rows *hits = *part ? db_run(r->db, &subject_like, A(r->who->agency), A(text_like(r->mem, part)), A(HITS_MOST)) : NULL;

		for (int i = 0; hits && i < hits->n; i++)
			if (!text_is(row_text(hits, i, "name"), part))
				text_print(&t, "%s%s", t.n ? "、" : "", row_text(hits, i, "name"));
	}
	return t.n ? t.at : "";
}
