/* list.c: 學習時數(複核及修改): what waits, what was reviewed, what was returned; 「通過」 of what is ticked.         LEARN-541 … 543 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/may.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "base/text.h"

enum { YEAR_MOST = 999 };

static const struct code modes[] = {{"1", "數位學習"}, {"2", "實體學習"}, {"3", "混成學習"}, {0}};
static const struct code yes[] = {{"0", "否"}, {"1", "是"}, {0}};
static const struct code states[] = {{"1", "待複核"}, {"2", "已複核"}, {"3", "退回"}, {0}};

#define HIDDEN(m, K) FIELD(private_record, m, K, MARK, "")

const struct field private_record_fields[] = {
	FIELD(private_record, id, INT, KEY, "編號"),
	FIELD(private_record, version, INT, KEY, "版本"),
	FIELD(private_record, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(private_record, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(private_record, unit, TEXT, SHOW, "單位"),
	FIELD(private_record, institution, TEXT, SHOW, "訓練進修機構名稱"),
	FIELD(private_record, course, TEXT, SHOW, "課程名稱"),
	FIELD(private_record, category_name, TEXT, SHOW, "課程類別"),
	FIELD(private_record, start_day, DATE, SHOW, "起始日期", .not_sorted = true),
	FIELD(private_record, end_day, DATE, SHOW, "終迄日期"),
	FIELD(private_record, mode, CODE, SHOW, "學習性質", .list = modes, .not_sorted = true),
	FIELD(private_record, hours, INT, SHOW, "時數", .not_sorted = true),
	FIELD(private_record, business, CODE, SHOW, "與業務相關", .list = yes, .not_sorted = true),
	FIELD(private_record, review, CODE, SHOW, "狀態", .list = states, .not_sorted = true),
	FIELD(private_record, return_reason, TEXT, SHOW, "退回原因", .not_sorted = true),
	HIDDEN(person, INT), HIDDEN(agency, INT), HIDDEN(category, INT), HIDDEN(digital, INT), HIDDEN(business_is, INT), HIDDEN(mode_is, INT),
	HIDDEN(proof, INT), HIDDEN(proof_name, TEXT), HIDDEN(changed, MOMENT), HIDDEN(changed_name, TEXT), HIDDEN(reviewed, MOMENT),
	HIDDEN(reviewer, TEXT), {0}
};

struct review_find { struct code state; int64_t year; const char *course, *name, *institution, *national_id; };
const struct field review_query[] = {
	FIELD(review_find, state, CODE, EDIT, "狀態", .need = true, .list = states),
	FIELD(review_find, year, INT, EDIT, "年度", .least = 80, .most = YEAR_MOST),
	FIELD(review_find, course, TEXT, EDIT, "課程名稱", .most = 100),
	FIELD(review_find, name, TEXT, EDIT, "姓名", .most = 50),
	FIELD(review_find, institution, TEXT, EDIT, "機構名稱", .most = 100),
	FIELD(review_find, national_id, ID, EDIT, "身分證字號"),
	{0}
};
static const char *const conditions[] = {"state", "year", "course", "name", "institution", "person", NULL};

void review_log(struct req *r, struct db *db, const char *action, int64_t record, const char *reason)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "hours_record", .subject = record, .at = r->now, .reason = reason});
}

void review_stale(struct req *r, const char *field, const struct private_record *x)
{
	struct private_record now;
	bool there = private_load(r, x->id, &now);

	if (there && text_is(x->review.id, "1") && text_is(now.review.id, "2"))
		issue(&r->issues, -1, field, "E-HRS-07", now.reviewer);
	else
		issue(&r->issues, -1, field, "E-STALE-01", there ? now.changed_name : "他人", there ? moment_text(r->mem, now.changed) : "稍早");
}

/* ---- the list */

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct private_record *x = rows;
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++)
		x[i].national_id = personal_id(mem, x[i].national_id, full);
}

static bool run(struct req *r, struct list *l, struct review_find *f)
{
	int64_t person = req_query_int(r, "person", 1, INT64_MAX, 0);

	*f = (struct review_find){.state = states[0], .course = "", .name = "", .institution = "", .national_id = ""};
	r->issues.fields = review_query;
	r->issues.learning = true;
	if (!list_open(l, r, "學習時數(複核及修改)", private_record_fields, sizeof(struct private_record), "name"))
		return false;
	l->path = "/hr/review";
	l->complete = complete;
	record_merge(review_query, TYPED, &r->query, false, f, &r->issues, -1);
	if (!*f->state.id)
		f->state = states[0];
	if (r->issues.n && r->route->method == GET && reply_issues(r))
		return false;
	return list_run(l, &private_list, REQ_AGENCIES(r), A(r->today), A((int64_t)(*f->state.id - '0')), A(f->year), A(person),
		A(text_fold(r->mem, f->course)), A(text_fold(r->mem, f->name)), A(text_fold(r->mem, f->institution)));
}

const char *review_numbered(struct req *r, const char *name, int64_t id)
{
	return arena_print(r->mem, "%s.%lld", name, (long long)id);
}

/* What was typed of a row; before that the agency's 類別維護 proposes.   LEARN-542 */
static bool business_shown(struct req *r, const struct hours_book *book, const struct private_record *x)
{
	if (pair_value(&r->form, review_numbered(r, "v", x->id)))
		return *req_form(r, review_numbered(r, "b", x->id));
	return hours_business(book, x->agency, x->category);
}

static struct private_lines lines_of(struct req *r, const struct list *l, const struct list_ticks *ticks, bool waiting)
{
	const struct hours_book *book = waiting ? hours_book(r->db, r->mem) : NULL;
	const struct private_record *x = l->rows;
	struct private_lines lines = {arena_array(r->mem, (size_t)l->n, sizeof *lines.at), l->n};

	for (int i = 0; i < l->n; i++)
		lines.at[i] = (struct private_line){&x[i], req_url(r, "/hr/review/%lld", (long long)x[i].id),
			x[i].proof ? req_url(r, "/hr/review/%lld/proof", (long long)x[i].id) : (struct url){0}, review_numbered(r, "v", x[i].id),
			review_numbered(r, "b", x[i].id), review_numbered(r, "tick", x[i].id), review_numbered(r, "business", x[i].id),
			list_is_ticked(ticks, x[i].id), waiting && business_shown(r, book, &x[i])};
	return lines;
}

static bool on_page(const struct list *l, int64_t id)
{
	const struct private_record *x = l->rows;

	for (int i = 0; i < l->n; i++)
		if (x[i].id == id)
			return true;
	return false;
}

/* What was said of rows ticked on other pages goes along with their ticks. */
static void carry(struct req *r, const struct list *l, struct list_ticks *ticks)
{
	for (int i = 0; i < ticks->n; i++) {
		if (on_page(l, ticks->ids[i]))
			continue;
		for (const char *const *name = (const char *const[]){"v", "b", NULL}; *name; name++) {
			const char *pair = review_numbered(r, *name, ticks->ids[i]);

			if (*req_form(r, pair))
				pair_add(r->mem, &ticks->hidden, pair, req_form(r, pair));
		}
	}
}

static void show(struct req *r, int status, struct list *l, const struct review_find *f)
{
	struct list_ticks ticks = list_ticks(l, REVIEW_TICKS_MOST);
	struct review_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/hr/review"),
		.waiting = text_is(f->state.id, "1"),
		.may_review = req_may(r, MAY_HR_REVIEW) && !r->who->all_agencies, .ticked = ticks.n, .elsewhere = ticks.elsewhere,
		.query = personal_query(r, req_url(r, "/hr/review/find"), req_url(r, "/hr/review?state=1"), inputs_of(r, review_query, f),
			staff_masked(r, req_query_int(r, "person", 1, INT64_MAX, 0)))};

	if (!l->n)
		issue_lines_without(&v.wrong, "tick");
	carry(r, l, &ticks);
	v.carried = ticks.hidden;
	for (const char *const *name = conditions; *name; name++)
		if (*req_query(r, *name))
			pair_add(r->mem, &v.carried, *name, req_query(r, *name));
	v.lines = lines_of(r, l, &ticks, v.waiting);
	review_list_page(reply_page(r, status, "學習時數(複核及修改)"), &v);
}

void review_list_get(struct req *r)
{
	struct review_find f;
	struct list l;

	if (run(r, &l, &f))
		show(r, r->issues.n ? 422 : 200, &l, &f);
}

static void again(struct req *r, int status)
{
	struct review_find f;
	struct list l;

	if (!reply_issues_as(r, status) && run(r, &l, &f))
		show(r, status, &l, &f);
}

void review_find_post(struct req *r)
{
	r->issues.fields = review_query;
	if (!*req_form(r, "state"))
		issue(&r->issues, -1, "state", "ERR_REQUIRED");
	else if (staff_find(r, "/hr/review", "身分證字號"))
		return;
	list_shown_again(r, conditions);
	again(r, 422);
}

/* ---- 「通過」 + 「送出」   LEARN-543 */

static const struct field passing_fields[] = {{.name = "tick", .label = "通過", .kind = K_INT, .use = MARK}, {0}};
struct passing { struct req *r; struct private_record *at; int n; };

static void pass_all(struct db *db, void *with)
{
	struct passing *p = with;
	struct req *r = p->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/review?state=1");
	for (int i = 0; i < p->n && !db_undone(db); i++) {
		const struct private_record *x = &p->at[i];
		int64_t version = x->version;

		text_to_int(req_form(r, review_numbered(r, "v", x->id)), 0, INT64_MAX, &version);
		if (hours_correct(db, &(struct hours_correction){.record = x->id, .version = version, .account = r->who->account, .at = r->now,
			.action = "review", .hours = -1, .digital = -1, .business = *req_form(r, review_numbered(r, "b", x->id)) != 0,
			.review = REVIEW_APPROVED}) != HOURS_CORRECTED) {
			if (!db_undone(db))
				review_stale(r, "tick", x);
			db_undo(db);
			return;
		}
		db_run(db, &private_put, A(x->id), A(r->now), A(r->who->account), A(""));
		review_log(r, db, "hours.review", x->id, NULL);
	}
}

/* Those ticked that are this agency's; one that waits no more was reviewed by somebody else. */
static void load_ticked(struct req *r, struct passing *p)
{
	int64_t *ids;
	int n = req_ticks(r, "tick", REVIEW_TICKS_MOST, &ids);

	r->issues.fields = passing_fields;
	p->at = arena_array(r->mem, (size_t)n, sizeof *p->at);
	for (int i = 0; i < n; i++) {
		struct private_record *x = &p->at[p->n];

		if (review_scope(r, "private", ids[i]) != SCOPE_OK || !private_load(r, ids[i], x)) {
			issue(&r->issues, -1, "tick", "E-SCOPE-01");
			continue;
		}
		p->n++;
		if (!text_is(x->review.id, "1"))
			issue(&r->issues, -1, "tick", "E-HRS-07", *x->reviewer ? x->reviewer : x->changed_name);
		else if (r->who->learner && x->person == r->who->learner)
			issue(&r->issues, -1, "tick", "E-HRS-08");
	}
	if (!n)
		issue(&r->issues, -1, "tick", "E-REQ-01");
}

void review_list_post(struct req *r)
{
	struct passing p = {.r = r};

	r->issues.learning = true;
	if (list_shown_again(r, conditions)) {
		again(r, 200);
		return;
	}
	load_ticked(r, &p);
	if (r->issues.n || req_tx(r, pass_all, &p) == REQ_UNDONE)
		again(r, issue_has(&r->issues, "E-HRS-07") || issue_has(&r->issues, "E-STALE-01") ? 409 : 422);
	else
		reply_see(r, r->done, arena_print(r->mem, "已複核通過 %d 筆", p.n));
}
