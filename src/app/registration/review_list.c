/* review_list.c: 報名准駁/下載名冊: the courses to decide on.                                       LEARN-261, 275 */
#include <string.h>

#include "app/code/code.h"
#include "app/may.h"
#include "app/registration/private.h"
#include "app/registration/review.html.h"
#include "app/registration/review.sql.h"
#include "base/text.h"
#include "web/edit.h"

enum { SOON_SECONDS = 3 * 86400 };

struct review_find { const char *code, *name, *place, *category, *fee; int64_t term; struct date from, to; struct code method; bool all; };

const struct field review_find_fields[] = {
	FIELD(review_find, code, TEXT, EDIT, "課程代碼", .most = 20),
	FIELD(review_find, name, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(review_find, term, INT, EDIT, "期別", .least = 1, .most = 9999),
	FIELD(review_find, from, DATE, EDIT, "課程開始時間"),
	FIELD(review_find, to, DATE, EDIT, "課程結束時間"),
	FIELD(review_find, place, TEXT, EDIT, "上課地點", .most = 100),
	FIELD(review_find, category, TEXT, EDIT, "課程類別", .most = 20),
	FIELD(review_find, method, CODE, EDIT, "報名方式", .list = course_methods),
	FIELD(review_find, fee, TEXT, EDIT, "學習費用", .most = 8),
	FIELD(review_find, all, BOOL, EDIT, "包含已審核及已結束的課程"),
	{0}
};

#define HIDDEN(m, K) FIELD(review_course, m, K, MARK, "")

const struct field review_course_fields[] = {
	FIELD(review_course, id, INT, KEY, "編號"),
	FIELD(review_course, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(review_course, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(review_course, name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(review_course, start_at, MOMENT, SHOW, "課程開始"),
	FIELD(review_course, end_at, MOMENT, SHOW, "課程結束", .not_sorted = true),
	FIELD(review_course, place, TEXT, SHOW, "上課地點", .not_sorted = true),
	FIELD(review_course, enroll_method, CODE, SHOW, "報名方式", .list = course_methods, .not_sorted = true),
	FIELD(review_course, quota, INT, SHOW, "名額", .not_sorted = true),
	FIELD(review_course, pending, INT, SHOW, "待審核"),
	FIELD(review_course, approved, INT, SHOW, "核可", .not_sorted = true),
	FIELD(review_course, rejected, INT, SHOW, "駁回", .not_sorted = true),
	FIELD(review_course, mark, TEXT, SHOW, "註記", .not_sorted = true),
	HIDDEN(agency_name, TEXT), HIDDEN(taken, INT), HIDDEN(cancelled, MOMENT), HIDDEN(quota_hard, BOOL), HIDDEN(start_timed, BOOL),
	HIDDEN(end_timed, BOOL),
	{0}
};

/* What should not be forgotten.                                                                 LEARN-275 */
static const char *mark_of(const struct review_course *c, struct moment now)
{
	if (c->cancelled.seconds)
		return "課程停開";
	if (!c->pending)
		return "";
	return c->end_at.seconds < now.seconds ? "逾期未審" : c->start_at.seconds - now.seconds <= SOON_SECONDS ? "即將開課" : "";
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct review_course *c = rows;

	for (int i = 0; i < n; i++) {
		c[i].when = registration_when(mem, c[i].start_at, c[i].start_timed, c[i].end_at, c[i].end_timed);
		c[i].mark = mark_of(&c[i], l->r->now);
	}
}

static bool any_condition(const struct review_find *f)
{
	return f->all || *f->code || *f->name || f->term || date_set(f->from) || date_set(f->to) || *f->place || *f->category || *f->method.id ||
		*f->fee;
}

static int64_t fee_asked(struct req *r, const struct review_find *f)
{
	int64_t fee = -1;

	if (*f->fee && !text_to_int(text_fold(r->mem, f->fee), 0, INT64_MAX, &fee))
		issue(&r->issues, -1, "fee", "E-INT-01", f->fee);
	return fee;
}

static bool run(struct req *r, struct list *l, const struct review_find *f, int64_t fee)
{
	if (!any_condition(f))
		return list_run(l, &review_open, REQ_AGENCIES(r), A(r->now));
	return list_run(l, &review_find, REQ_AGENCIES(r), A(text_upper(r->mem, f->code)), A(text_upper(r->mem, f->name)), A(f->term),
		A(day_begins(f->from).seconds), A(date_set(f->to) ? day_begins(date_plus(f->to, 1)).seconds : (int64_t)0),
		A(text_upper(r->mem, text_trim(r->mem, f->place))), A(text_trim(r->mem, f->category)), A(f->method.id), A(fee));
}

void review_courses_get(struct req *r)
{
	struct review_find f = {.code = "", .name = "", .place = "", .category = "", .fee = "", .method = {"", ""}};
	struct list l;

	r->issues.fields = review_find_fields;
	r->issues.learning = true;
	if (!list_open(&l, r, "報名准駁", review_course_fields, sizeof(struct review_course), "start_at"))
		return;
	l.complete = complete;
	record_merge(review_find_fields, TYPED, &r->query, false, &f, &r->issues, -1);
	int64_t fee = fee_asked(r, &f);

	if ((r->issues.n && reply_issues(r)) || !run(r, &l, &f, fee))
		return;
	struct review_courses_view v = {.r = r, .l = &l, .wrong = issue_lines(r), .action = req_url(r, "/registrations"),
		.clear = req_url(r, "/registrations?all="),
		.inputs = inputs_of(r, review_find_fields, &f), .open = !any_condition(&f),
		.lines = {arena_array(r->mem, (size_t)l.n, sizeof *v.lines.at), l.n}};
	const struct review_course *rows = l.rows;

	inputs_choose(r, &v.inputs, "category", code_options(r, "course_category", f.category, "（全部）"));
	for (int i = 0; i < l.n; i++)
		v.lines.at[i] = (struct review_course_line){&rows[i], req_url(r, "/registrations/%lld", (long long)rows[i].id),
			req_url(r, "/registrations/%lld/sheet", (long long)rows[i].id), text_is(rows[i].mark, "即將開課") ? "soon" : "late"};
	review_courses_page(reply_page(r, r->issues.n ? 422 : 200, "報名准駁/下載名冊"), &v);
}
