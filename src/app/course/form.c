/* form.c: the form of one course: new, changed, copied to the next 期別.                            LEARN-213 … 227, 229 */
#include "app/course/form.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/course/course.sql.h"
#include "app/course/page.html.h"
#include "app/course/kept.h"
#include "app/may.h"
#include "base/text.h"

#define NONE {"", ""}
static const struct course_form fresh = {.c = {.agency_code = "", .agency_name = "", .course_code = "", .name = "", .category_code = "",
	.category_name = "", .time_note = "", .place = "", .agency_limit = "", .intro = "", .contact_name = "", .contact_phone = "",
	.contact_email = "", .note = "", .cancel_reason = "", .delete_reason = "", .mode = NONE, .unit_of_amount = NONE, .enroll_method = NONE,
	.state = NONE}};

/* ---- checking ---- */

struct complaining { struct req *r; };

static void complain(void *with, const char *field, const char *const *code_and_values)
{
	issue_add(&((struct complaining *)with)->r->issues, -1, field, code_and_values);
}

static bool is_unread(void *with, const char *field)
{
	return issue_at(&((struct complaining *)with)->r->issues, -1, field);
}

/* What depends on the hours that were given for it stays as it is, unless they shall follow.                        LEARN-227 */
static void check_locks(struct req *r, const struct course *c, const struct course *before)
{
	static const char *const locked[] = {"course_code", "term_no", "amount", "unit_of_amount", "mode", "digital_hours",
		"physical_hours", "start_at",
		"end_at", NULL};

	if (*req_form(r, "sync") || !course_use(r->db, before->id).hours)
		return;
	for (const char *const *name = locked; *name; name++) {
		const struct field *f = field_named(course_fields, *name);

		if (strcmp(field_plain(f, r->mem, before), field_plain(f, r->mem, c)))
			issue(&r->issues, -1, *name, "E-CRS-06");
	}
}

/* A number that was not given at all: 0 would be one. */
static void check_given(struct req *r)
{
	static const char *const needed[] = {"term_no", "amount", "fee", NULL};

	for (const char *const *name = needed; *name; name++)
		if (!pair_value(&r->form, *name))
			issue(&r->issues, -1, *name, "ERR_REQUIRED");
}

/* The tidy list is what the form shows again, to be confirmed.                                       LEARN-222 */
static void put_back(struct req *r, const char *name, const char *value)
{
	for (size_t i = 0; i < r->form.n; i++)
		if (text_is(r->form.at[i].name, name))
			r->form.at[i].value = value;
}

static void check(struct req *r, void *record, const void *stored)
{
	struct course_form *f = record;
	const struct course *before = stored;
	struct course_references *all = course_references(r->db, r->mem);
	struct complaining with = {r};

	r->issues.fields = lesson_labels(r->mem);
	if (!before)
		check_given(r);
	if (!f->c.roc_year && !issue_at(&r->issues, -1, "roc_year") && !r->json)
		issue(&r->issues, -1, "roc_year", "ERR_REQUIRED");
	course_check(&(struct course_check){r->mem, all, before, r->today, complain, is_unread, &with}, &f->c);
	put_back(r, "agency_limit", f->c.agency_limit);
	if (before)
		check_locks(r, &f->c, before);
	f->has_lessons = lessons_read(r, &f->c, &f->lessons, &r->issues);
}

/* ---- storing ---- */

static bool is_taken(struct req *r, struct db *db, const struct course *c)
{
	struct course there;

	if (!course_find(db, r->mem, r->who->agency, c->course_code, c->term_no, &there) || there.id == c->id)
		return false;
	issue(&r->issues, -1, "course_code", "E-CRS-02", c->course_code, arena_print(r->mem, "%lld", (long long)c->term_no));
	return true;
}

static int64_t store(struct req *r, struct db *db, void *record, const void *stored)
{
	struct course_form *f = record;
	const struct course *before = stored;
	struct value values[COURSE_VALUES + 2] = {A(f->c.id), A(f->c.version)};
	int64_t id = f->c.id;

	if (is_taken(r, db, &f->c))
		return 0;
	if (before) {
		course_values(r->mem, &f->c, values + 2);
		if (!db_run_values(db, &course_set, values, COURSE_VALUES + 2)->n)
			return 0;
		if (*req_form(r, "sync"))
			course_tell_changed(db, before, &f->c, r->who->account, r->now);
	} else {
		f->c.agency = r->who->agency, f->c.created = r->now, f->c.created_by = r->who->account;
		id = course_put(db, &f->c);
	}
	if (id && f->has_lessons)
		lessons_replace(r, db, id, !before, &f->lessons);
	return id;
}

static bool load(struct db *db, struct arena *mem, int64_t id, void *record)
{
	struct course_form *f = record;

	*f = fresh;
	return course_load(db, mem, id, &f->c);
}

static const char *title(struct arena *mem, const void *record)
{
	return course_label(mem, record);
}

static const char *doubt(struct req *r, const void *record)
{
	const struct course *c = record;
	const char *late = c->enroll_to.seconds > c->start_at.seconds ? message(r->mem, "W-CRS-01") : "";
	const char *few = c->quota && c->quota < c->taken ? message(r->mem, "W-CRS-02", arena_print(r->mem, "%lld", (long long)c->taken)) : "";

	return arena_print(r->mem, "%s%s", late, few);
}

static bool drop(struct req *r, struct db *db, const void *record)
{
	const struct course *c = record;
	struct course_use use = course_use(db, c->id);

	if (use.registrations || use.hours) {
		issue(&r->issues, -1, "", "E-CRS-08", arena_print(r->mem, "%lld", (long long)use.registrations),
			arena_print(r->mem, "%lld", (long long)use.hours));
		return false;
	}
	if (db_run(db, &course_remove, A(c->id), A(c->version), A(r->now), A(r->who->account), A(req_form(r, "reason")))->n)
		return true;
	audit_stale(db, &r->issues, -1, "", NULL, "course", c->id);
	return false;
}

const struct upkeep courses_kept = {.path = "/courses", .subject_kind = "course", .noun = "課程", .fields = course_fields,
	.size = sizeof(struct course_form), .fresh = &fresh, .load = load, .title = title, .check = check, .store = store, .remove = drop,
	.doubt = doubt};

/* ---- the page ---- */

/* The inputs from one field to another, both included, of the table's order. */
static struct inputs between(const struct inputs *all, const char *from, const char *to)
{
	struct inputs some = {NULL, 0};

	for (int i = 0; i < all->n; i++) {
		if (text_is(all->at[i].name, from))
			some.at = &all->at[i];
		if (some.at)
			some.n++;
		if (text_is(all->at[i].name, to))
			break;
	}
	return some;
}

static struct input *input_named(struct inputs *all, const char *name)
{
	for (int i = 0; i < all->n; i++)
		if (text_is(all->at[i].name, name))
			return &all->at[i];
	return NULL;
}

/* A number of a new course is empty until somebody types one; hours that the system fills in are not asked.         LEARN-221 */
static void tidy_inputs(struct req *r, struct inputs *all, const struct course *c)
{
	static const char *const typed_alone[] = {"digital_hours", "physical_hours", "quota", "fee", "roc_year", NULL};
	bool blended = text_is(c->mode.id, "blended");

	for (const char *const *name = typed_alone; *name; name++) {
		struct input *i = input_named(all, *name);

		if (pair_value(&r->form, *name))
			continue;
		if (text_is(*name, "fee") ? !c->id && !c->fee && !*c->course_code : text_is(i->value, "0"))
			i->value = "";
		if (!blended && (text_is(*name, "digital_hours") || text_is(*name, "physical_hours")))
			i->value = "";
	}
	input_named(all, "roc_year")->need = true;
}

static struct input_groups groups_of(struct req *r, const struct course *c)
{
	static const char *const parts[][3] = {{"課程基本資料", "course_code", "physical_hours"}, {"上課時間與地點", "start_at", "place"},
		{"報名", "enroll_method", "agency_limit"}, {"特殊調查", "survey_lodging", "survey_meal"}, {"說明與聯絡", "intro", "note"}};
	struct inputs all = inputs_of(r, course_fields, c);
	struct input_groups g = {arena_array(r->mem, 5, sizeof *g.at), 5};
	const char *category = pair_value(&r->form, "category_code");

	inputs_choose(r, &all, "category_code", code_options(r, "course_category",
		category ? category : c->category_code, "（請選擇）"));
	tidy_inputs(r, &all, c);
	for (int i = 0; i < g.n; i++)
		g.at[i] = (struct input_group){parts[i][0], NULL, between(&all, parts[i][1], parts[i][2])};
	return g;
}

/* 「2 天 = 12 小時：數位 0 小時、實體 12 小時」                                                       LEARN-215 */
static const char *hours_told(struct arena *mem, const struct course *c)
{
	if (!c->amount || !*c->unit_of_amount.id || !c->certified_hours)
		return "";
	return arena_print(mem, "%lld %s = %lld 小時：數位 %lld 小時、實體 %lld 小時", (long long)c->amount, c->unit_of_amount.label,
		(long long)c->certified_hours, (long long)c->digital_hours, (long long)c->physical_hours);
}

static void add_standing(struct req *r, struct course_page_view *v, const struct course *c)
{
	static const char *const looks[] = {[COURSE_WAITING] = "soon", [COURSE_ONLINE] = "done", [COURSE_OFFLINE] = "plain",
		[COURSE_CANCELLED] = "late",
		[COURSE_DELETED] = "late"};
	enum course_state s = course_state(c, r->now);
	struct course_use use = course_use(r->db, c->id);

	v->state = arena_print(r->mem, "%s%s%s", course_states[s].label, course_ended(c, r->now) ? "、已結束" : "",
		c->transferred.seconds ? "、已轉出" : "");
	v->look = looks[s];
	v->used = arena_print(r->mem, "%lld 筆報名、%lld 筆時數", (long long)use.registrations, (long long)use.hours);
	v->may_sync = use.hours;
	v->may_stop = s != COURSE_CANCELLED && !course_ended(c, r->now);
	v->may_offline = s == COURSE_ONLINE;
	v->may_online = s == COURSE_OFFLINE && c->offline_at.seconds && r->now.seconds <= course_offline(c).seconds;
}

static struct url course_url(struct req *r, int64_t id, const char *end)
{
	return (struct url){arena_print(r->mem, "%s/courses/%lld%s", r->app->base, (long long)id, end)};
}

/* Where the other course is that has this 課程代碼 and 期別. */
static void add_other(struct req *r, struct course_page_view *v, const struct course *c)
{
	struct course there;

	if (!issue_has(&r->issues, "E-CRS-02") || !course_find(r->db, r->mem, r->who->agency, c->course_code, c->term_no, &there))
		return;
	v->exists = course_url(r, there.id, "");
	v->exists_label = course_label(r->mem, &there);
}

static void show(struct req *r, int status, const struct course *c, const struct lessons *lessons, bool checked)
{
	struct course_page_view v = {.r = r, .c = c, .wrong = issue_lines(r), .groups = groups_of(r, c), .lessons = lesson_lines(r, lessons),
		.subjects = subjects_offered(r), .hours = hours_told(r->mem, c), .is_new = !c->id, .checked = checked,
		.limit = limit_told(r->mem, course_references(r->db, r->mem), c->agency_limit), .changes = c->id ?
			change_lines_of_events(r->mem, audit_history(r->db, r->mem, "course", c->id), course_fields, &fresh, sizeof fresh,
			audit_words) : (struct change_lines){0},
		.action = c->id ? course_url(r, c->id, "") : req_url(r, "/courses/new"), .back = list_back(r, "/courses"),
		.copy = req_may(r, MAY_COURSE) ? course_url(r, c->id, "/copy") : (struct url){0},
		.remove = course_url(r, c->id, "/remove"), .stop = course_url(r, c->id, "/stop"),
		.online = course_url(r, c->id, "/online"), .sync = input_tick(r, "sync", "同步更新學員時數", false),
		.reason = input_text(r, "reason", "刪除原因", "", true, NULL), .stop_reason = input_text(r, "stop_reason", "停開原因", "", true,
			NULL)};

	if (c->id)
		add_standing(r, &v, c);
	add_other(r, &v, c);
	course_page(reply_page(r, status, c->id ? course_label(r->mem, c) : "新增課程"), &v);
}

void course_page_again(struct req *r, int status, const void *record)
{
	const struct course *c = record;
	struct lessons stored = {0};

	if (c->id)
		lessons_load(r->db, c->id, &stored);
	show(r, status, c, &stored, false);
}

/* ---- handlers ---- */

/* 「A107004」: the next of this year's, as a proposal. */
static const char *code_proposed(struct req *r)
{
	const char *begin = arena_print(r->mem, "A%d", roc_year(r->today));
	int64_t n = row_int(db_run(r->db, &course_next_code, A(r->who->agency), A(begin)), 0, "n");

	return arena_print(r->mem, "%s%03lld", begin, (long long)n + 1);
}

/* An agency that is no 開課機關 opens none.                                                         LEARN-213 */
static bool may_open(struct req *r)
{
	if (row_int(db_run(r->db, &course_opening, A(r->who->agency)), 0, "is_opening"))
		return true;
	reply_refuse(r, 403, "E-CRS-10");
	return false;
}

void course_new_get(struct req *r)
{
	struct course_form f = fresh;

	if (!may_open(r))
		return;
	f.c.roc_year = roc_year(r->today);
	f.c.term_no = 1;
	struct course empty = f.c;

	empty.course_code = code_proposed(r);
	empty.fee = 0;
	show(r, 200, &empty, &f.lessons, false);
}

void course_copy_get(struct req *r)
{
	struct course c;
	struct lessons lessons;

	if (!course_load(r->db, r->mem, r->id[0], &c))
		return;
	lessons_load(r->db, c.id, &lessons);
	c.term_no = row_int(db_run(r->db, &course_next_term, A(c.agency), A(c.course_code)), 0, "term_no");
	c.id = c.version = c.taken = 0;
	c.roc_year = roc_year(r->today);
	c.start_at = c.end_at = c.enroll_from = c.enroll_to = c.online_from = c.offline_at = c.cancelled = c.transferred = (struct moment){0};
	for (int i = 0; i < lessons.n; i++)
		lessons.at[i].class_date = "";
	show(r, 200, &c, &lessons, false);
}

/* 「檢查」 and 「查詢講師」: what would be stored, with what follows from it; nothing is. */
static bool only_looked_at(struct req *r, const struct course_form *before)
{
	struct course_form f = *before;

	if (!*req_form(r, "look"))
		return false;
	r->issues.fields = course_fields;
	record_merge(course_fields, req_style(r), &r->form, true, &f.c, &r->issues, -1);
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &f.c.version);
	check(r, &f, before->c.id ? before : NULL);
	is_taken(r, r->db, &f.c);
	show(r, r->issues.n ? 422 : 200, &f.c, &f.lessons, !r->issues.n);
	return true;
}

static void begin(struct req *r, struct course_form *f)
{
	const char *mode = pair_value(&r->form, "mode");

	r->issues.learning = true;
	/* What the system filled in for one kind of course says nothing of another. */
	if (mode && !text_is(f->c.mode.id, "blended") && !r->json)
		f->c.digital_hours = f->c.physical_hours = 0;
}

void course_new_post(struct req *r)
{
	struct course_form *f = arena_copy(r->mem, &fresh, sizeof fresh);

	if (!may_open(r))
		return;
	begin(r, f);
	if (!only_looked_at(r, &fresh))
		upkeep_save(r, &courses_kept, f, NULL, course_page_again);
}

static bool course_of(struct req *r, struct course_form *f)
{
	if (load(r->db, r->mem, r->id[0], f))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

void course_one_get(struct req *r)
{
	struct course_form f;

	if (!course_of(r, &f))
		return;
	f.c.state = course_states[course_state(&f.c, r->now)];
	if (r->json)
		reply_record(r, course_fields, &f.c);
	else
		course_page_again(r, 200, &f);
}

void course_one_post(struct req *r)
{
	struct course_form before, *f;

	if (!course_of(r, &before))
		return;
	f = arena_copy(r->mem, &before, sizeof before);
	begin(r, f);
	if (!only_looked_at(r, f))
		upkeep_save(r, &courses_kept, f, &before, course_page_again);
}
