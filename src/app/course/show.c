/* show.c: the page of one course: what is asked, in its groups; what follows from it; what may be done.               LEARN-213 … 229 */
#include "app/course/form.h"

#include <string.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/course/course.sql.h"
#include "app/course/kept.h"
#include "app/course/page.html.h"
#include "app/may.h"
#include "base/text.h"

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
	if (use.registrations && req_may(r, MAY_REGISTRATION | MAY_DGPA))
		v->registered = req_url(r, "/registrations/%lld", (long long)c->id);
	if (use.hours && req_may(r, MAY_HOURS | MAY_DGPA))
		v->hours_at = req_url(r, "/hours?code=%s&term=%lld", c->course_code, (long long)c->term_no);
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

void course_show(struct req *r, int status, const struct course *c, const struct lessons *lessons, bool checked)
{
	struct course_page_view v = {.r = r, .c = c, .wrong = issue_lines(r), .groups = groups_of(r, c), .lessons = lesson_lines(r, lessons),
		.subjects = subjects_offered(r), .hours = hours_told(r->mem, c), .is_new = !c->id, .checked = checked,
		.limit = limit_told(r->mem, course_references(r->db, r->mem), c->agency_limit), .changes = c->id ?
			change_lines_of_events(r->mem, audit_history(r->db, r->mem, "course", c->id), course_fields, &course_fresh,
			sizeof course_fresh, audit_words) : (struct change_lines){0},
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
	course_show(r, status, c, &stored, false);
}
