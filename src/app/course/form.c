/* form.c: the form of one course: new, changed, copied to the next 期別.                            LEARN-213 … 227, 229 */
#include "app/course/form.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/course/course.sql.h"
#include "app/course/kept.h"
#include "base/text.h"

#define NONE {"", ""}
const struct course_form course_fresh = {.c = {.agency_code = "", .agency_name = "", .course_code = "", .name = "", .category_code = "",
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
		course_changed(db, id);
		if (!db_run_values(db, &course_set, values, COURSE_VALUES + 2)->n)
			return 0;
		course_changed(db, id);
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

	*f = course_fresh;
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

	int64_t certified = *req_form(r, "sync") ? course_use(r->db, c->id).certified : 0;
	const char *stay = certified ? message(r->mem, "W-CRS-03", arena_print(r->mem, "%lld", (long long)certified)) : "";

	return arena_print(r->mem, "%s%s%s", late, few, stay);
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
	if (db_run(db, &course_remove, A(c->id), A(c->version), A(r->now), A(r->who->account), A(req_form(r, "reason")))->n) {
		course_changed(db, c->id);
		return true;
	}
	audit_stale(db, &r->issues, -1, "", NULL, "course", c->id);
	return false;
}

const struct upkeep courses_kept = {.path = "/courses", .subject_kind = "course", .noun = "課程", .fields = course_fields,
	.size = sizeof(struct course_form), .fresh = &course_fresh, .load = load, .title = title, .check = check, .store = store, .remove = drop,
	.doubt = doubt};

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
	struct course_form f = course_fresh;

	if (!may_open(r))
		return;
	f.c.roc_year = roc_year(r->today);
	f.c.term_no = 1;
	struct course empty = f.c;

	empty.course_code = code_proposed(r);
	empty.fee = 0;
	course_show(r, 200, &empty, &f.lessons, false);
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
	course_show(r, 200, &c, &lessons, false);
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
	course_show(r, r->issues.n ? 422 : 200, &f.c, &f.lessons, !r->issues.n);
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
	struct course_form *f = arena_copy(r->mem, &course_fresh, sizeof course_fresh);

	if (!may_open(r))
		return;
	begin(r, f);
	if (!only_looked_at(r, &course_fresh))
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
