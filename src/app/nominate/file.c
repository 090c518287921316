/* file.c: the list of who is nominated: every person of the file for every chosen course.  Registered when the batch is seen, in the order of
 * the file.                                                                                     LEARN-422 … 425, CSV-8 */
#include <stdlib.h>
#include <string.h>

#include "app/may.h"
#include "app/nominate/nominate.sql.h"
#include "app/nominate/private.h"
#include "app/registration/registration.h"
#include "base/json.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20 };

struct nominee_row { const char *national_id, *name, *phone, *email, *note; struct code lodging, meal; };

static const struct field row_fields[] = {
	FIELD(nominee_row, national_id, ID, EDIT, "身分證號", .need = true, .example = "A200000209", .hint = "本機關現職人員"),
	FIELD(nominee_row, name, TEXT, EDIT, "姓名", .need = true, .most = 50, .example = "李二美", .hint = "須與人員資料相同"),
	FIELD(nominee_row, phone, TEXT, EDIT, "聯絡電話", .most = 30, .example = "02-2345-6789"),
	FIELD(nominee_row, email, TEXT, EDIT, "電子郵件", .most = 100),
	FIELD(nominee_row, lodging, CODE, EDIT, "住宿", .list = registration_lodgings, .numbers = "1|2", .example = "不需要",
		.hint = "課程有調查時必填"),
	FIELD(nominee_row, meal, CODE, EDIT, "飲食", .list = registration_meals, .numbers = "1|2|3", .example = "素", .hint = "課程有調查時必填"),
	FIELD(nominee_row, note, TEXT, EDIT, "備註", .most = 200),
	{0}
};

/* The chosen courses, and how many places each had when this pass began. */
struct chosen { int n; struct place { int64_t id, quota, taken; const char *name; bool hard; } at[COURSES_MOST]; };

static void *begin(struct import *im)
{
	struct arena *before = db_arena(im->db);
	struct chosen *c = arena_get(im->mem, sizeof *c);

	db_use_arena(im->db, im->mem);
	struct rows *r = db_run(im->db, &nominate_courses, A(im->subject));

	db_use_arena(im->db, before);
	*c = (struct chosen){0};
	for (int i = 0; i < r->n && c->n < COURSES_MOST; i++)
		c->at[c->n++] = (struct place){row_int(r, i, "id"), row_int(r, i, "quota"), row_int(r, i, "taken"), row_text(r, i, "name"),
			row_bool(r, i, "quota_hard")};
	return c;
}

/* ---- who may */

static struct registration_asked asked_of(const struct import *im, int64_t course, int64_t person, const struct nominee_row *x)
{
	return (struct registration_asked){.course = course, .person = person, .account = im->account, .agency = im->agency,
		.nominating_agency = im->agency, .batch = im->batch, .source = "nomination", .phone = x->phone ? x->phone : "",
		.email = x->email ? x->email : "", .lodging = x->lodging.id ? x->lodging.id : "", .meal = x->meal.id ? x->meal.id : "",
		.now = im->now};
}

static const struct { const char *code, *field; } refusals[] = {{"E-REG-01", "national_id"}, {"E-REG-02", "national_id"},
	{"E-REG-04", "national_id"}, {"E-REG-08", "national_id"}};

static void complain(struct import *im, struct import_row *row, const struct place *p, const struct issues *found)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct issue *one = &found->at[i];

		if (text_is(one->code, "E-REG-05"))
			import_issue(im, row, one->field, "E-REG-05", text_is(one->field, "meal") ? "飲食" : "住宿");
		else if (text_is(one->code, "E-REG-03"))
			import_issue(im, row, "national_id", "E-REG-03", arena_print(im->piece, "%s額滿不再接受報名", p->name));
		for (size_t k = 0; k < sizeof refusals / sizeof *refusals; k++)
			if (text_is(one->code, refusals[k].code))
				import_issue(im, row, refusals[k].field, refusals[k].code, p->name);
	}
}

/* One person and one course; the places that rows before it have taken are not free any more. */
static void judge_course(struct import *im, struct import_row *row, struct place *p, int64_t person)
{
	const struct nominee_row *x = row->record;
	struct registration_asked a = asked_of(im, p->id, person, x);
	struct issues found = issues_new(im->piece, NULL);
	struct registration_case c;

	if (!registration_judge(im->db, &a, &c, &found))
		complain(im, row, p, &found);
	else if (p->hard && p->quota && p->taken >= p->quota)
		import_issue(im, row, "national_id", "E-REG-03", arena_print(im->piece, "%s已報名 %lld 人，名額 %lld 人，額滿不再接受報名", p->name,
			(long long)p->taken, (long long)p->quota));
	else
		p->taken++;
}

static int person_at(const struct rows *people, const char *national_id)
{
	for (int i = 0; i < people->n; i++)
		if (text_is(row_text(people, i, "national_id"), national_id))
			return i;
	return -1;
}

static void judge_row(struct import *im, struct import_row *row, struct chosen *c, const struct rows *people)
{
	const struct nominee_row *x = row->record;
	int at = person_at(people, x->national_id);

	row->outcome = IMPORT_CREATE;
	if (at < 0) {
		import_issue(im, row, "national_id", "E-ID-03");
		return;
	}
	if (!text_is(row_text(people, at, "name"), x->name)) {
		import_issue(im, row, "name", "E-HRS-05");
		return;
	}
	if (!row_bool(people, at, "own")) {
		import_issue(im, row, "national_id", "E-REG-10");
		return;
	}
	int64_t *person = arena_get(im->piece, sizeof *person);

	*person = row_int(people, at, "id");
	row->found = person;
	for (int i = 0; i < c->n; i++)
		judge_course(im, row, &c->at[i], *person);
}

static int by_number(const void *a, const void *b)
{
	const struct import_row *x = *(struct import_row *const *)a, *y = *(struct import_row *const *)b;

	return (x->number > y->number) - (x->number < y->number);
}

/* In the order of the file, since places go in it. */
static void judge(struct import *im, struct import_row *rows, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);
	struct import_row **order = arena_array(im->piece, (size_t)n, sizeof(struct import_row *));
	struct chosen *c = arena_copy(im->piece, im->references, sizeof *c);

	json_list(&j);
	for (int i = 0; i < n; i++) {
		order[i] = &rows[i];
		json_text(&j, ((const struct nominee_row *)rows[i].record)->national_id);
	}
	json_end(&j);
	qsort(order, (size_t)n, sizeof *order, by_number);
	struct rows *people = db_run(im->db, &nominate_people, A(list.at), A(im->agency), A(im->today));

	for (int i = 0; i < n && !db_undone(im->db); i++)
		judge_row(im, order[i], c, people);
}

/* ---- storing: beside, until the batch is seen */

static void store(struct import *im, struct import_row *rows, int n)
{
	const struct chosen *c = im->references;

	for (int i = 0; i < n; i++) {
		const struct nominee_row *x = rows[i].record;

		for (int k = 0; rows[i].outcome == IMPORT_CREATE && k < c->n && !db_undone(im->db); k++)
			db_run(im->db, &nominate_line_put, A(im->batch), A(rows[i].number), A(k), A(c->at[k].id), A(*(const int64_t *)rows[i].found),
				A(x->lodging.id ? x->lodging.id : ""), A(x->meal.id ? x->meal.id : ""), A(x->phone ? x->phone : ""),
				A(x->email ? x->email : ""));
	}
}

static struct registration_asked line_asked(const struct import *im, const struct rows *l, int i)
{
	return (struct registration_asked){.course = row_int(l, i, "course"), .person = row_int(l, i, "person"), .account = im->account,
		.agency = im->agency, .nominating_agency = im->agency, .batch = im->batch, .source = "nomination", .phone = row_text(l, i, "phone"),
		.email = row_text(l, i, "email"), .lodging = row_text(l, i, "lodging"), .meal = row_text(l, i, "meal"), .now = im->now};
}

static bool settle(struct import *im)
{
	struct rows *l = db_run(im->db, &nominate_lines, A(im->batch));
	struct issues found = issues_new(im->piece, NULL);
	struct registration_case c;

	for (int i = 0; i < l->n && !db_undone(im->db); i++) {
		struct registration_asked a = line_asked(im, l, i);

		if (!registration_judge(im->db, &a, &c, &found))
			return false;
	}
	return true;
}

/* The last place may have gone to the row before: then the transaction is undone, and tried again from the check. */
static void shown(struct import *im)
{
	struct rows *l = db_run(im->db, &nominate_lines, A(im->batch));
	struct issues found = issues_new(im->piece, NULL);
	struct registration_case c;

	for (int i = 0; i < l->n && !db_undone(im->db); i++) {
		struct registration_asked a = line_asked(im, l, i);

		if (registration_judge(im->db, &a, &c, &found))
			registration_make(im->db, &c, &found);
		else
			db_undo(im->db);
	}
	db_run(im->db, &nominate_line_drop, A(im->batch));
}

static void sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	(void)first, (void)last;
	if (!what)
		db_run(im->db, &nominate_line_drop, A(im->batch));
}

/* ---- 「復原整批」 while nobody has decided   LEARN-027 */

static void take_back(struct import *im)
{
	struct rows *r = db_run(im->db, &nominate_batch_pending, A(im->batch));

	for (int i = 0; i < r->n && !db_undone(im->db); i++)
		registration_withdraw(im->db, row_int(r, i, "id"), row_int(r, i, "version"), im->account, im->agency, "",
			row_text(r, i, "undo_reason"), im->now);
}

int64_t nominate_choose(struct db *db, int64_t agency, int64_t account, const char *courses, struct moment now)
{
	struct rows *r = db_run(db, &nominate_choice_put, A(agency), A(account), A(courses), A(now));

	return r->n ? row_int(r, 0, "id") : 0;
}

/* 323000000A/A107003/1,… : opening agency, 課程代碼, 期別. */
static int64_t subject(struct db *db, const struct who *who, const char *words)
{
	struct arena *mem = db_arena(db);
	struct text list = text_new(mem, LIST_MOST);
	int n = 0;

	text_char(&list, '[');
	for (const char *at = words; *at; at += strcspn(at, ","), at += *at == ',') {
		const char *one = arena_bytes(mem, at, strcspn(at, ",")), *code = strchr(one, '/'), *term = code ? strchr(code + 1, '/') : NULL;
		int64_t number = 0;

		if (!term || !text_to_int(term + 1, 1, INT64_MAX, &number))
			return 0;
		struct rows *c = db_run(db, &nominate_course_named, A(arena_bytes(mem, one, (size_t)(code - one))),
			A(arena_bytes(mem, code + 1, (size_t)(term - code - 1))), A(number));

		if (!c->n)
			return 0;
		text_print(&list, "%s%lld", n++ ? "," : "", (long long)row_int(c, 0, "id"));
	}
	text_char(&list, ']');
	return n ? nominate_choose(db, who->agency, who->account, list.at, (struct moment){0}) : 0;
}

const struct import_kind nominate_kind = {
	.name = "course_nomination", .title = "薦送報名", .path = "/hr/nominations/new", .may = MAY_LEARN_NOMINATION,
	.note = "名單中每一人報名所選的每一門課程，依列的順序取得報名先後順序。",
	.fields = row_fields, .size = sizeof(struct nominee_row), .key = (const char *const[]){"national_id", NULL}, .subject = subject,
	.begin = begin, .judge = judge, .store = store, .shown = shown, .settle = settle, .sweep = sweep,
	.touched_by = &nominate_batch_decided, .take_back = take_back,
};
