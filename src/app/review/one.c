/* one.c: one record of a private institution: 「退回」, what is changed after the review, the proof.               LEARN-544, 545 */
#include <unistd.h>

#include "app/audit/audit.h"
#include "app/code/code.h"
#include "app/course/course.h"
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/review/page.html.h"
#include "app/review/private.h"
#include "app/review/review.sql.h"
#include "app/store/store.h"
#include "base/text.h"

enum { HOURS_MOST = 9999, REASON_MOST = 200 };

struct change { const char *category; int64_t hours, digital; bool business; };
const struct field review_change_fields[] = {
	FIELD(change, hours, INT, EDIT, "時數", .need = true, .least = 1, .most = HOURS_MOST),
	FIELD(change, digital, INT, EDIT, "數位時數", .most = HOURS_MOST, .hint = "混成學習填寫；其餘為實體時數"),
	FIELD(change, category, TEXT, EDIT, "課程類別", .need = true, .most = 60, .hint = "課程類別代碼，或完整名稱"),
	FIELD(change, business, BOOL, EDIT, "與業務相關"),
	{0}
};

/* Why a record is given back, or its 通過 withdrawn. */
struct reasoned { const char *reason; int64_t version; };
#define REASON_FIELDS(name, label_) static const struct field name[] = { \
	FIELD(reasoned, reason, TEXT, EDIT, label_, .need = true, .most = REASON_MOST, .hint = "1 至 200 字"), \
	FIELD(reasoned, version, INT, EDIT, "看到的版本", .most = INT64_MAX), {0}}
REASON_FIELDS(return_fields, "退回原因");
REASON_FIELDS(withdraw_fields, "撤銷原因");

enum scope review_scope(struct req *r, const char *parameter, int64_t id)
{
	struct rows *x = db_run(r->db, &private_agency, A(id), A(r->today));

	(void)parameter;
	return x->n && (r->who->all_agencies || row_int(x, 0, "agency") == r->who->agency) ? SCOPE_OK : SCOPE_HIDDEN;
}

bool private_load(struct req *r, int64_t id, struct private_record *to)
{
	*to = (struct private_record){0};
	return record_load(r->mem, db_run(r->db, &private_one, A(id)), private_record_fields, to);
}

static bool open(struct req *r, struct private_record *x)
{
	if (private_load(r, r->id[0], x))
		return true;
	reply_refuse(r, 404, "E-SCOPE-01");
	return false;
}

static struct change change_of(struct req *r, const struct private_record *x)
{
	const struct code_item *c = code_by_id(code_book(r->db, r->mem), x->category);

	return (struct change){c ? c->code : "", x->hours, x->digital, x->business_is};
}

static void show(struct req *r, int status, struct private_record *x, const struct change *c)
{
	bool get = r->route->method == GET, full = get && personal_full(r);
	const struct field *why = text_is(x->review.id, "2") ? withdraw_fields : return_fields;
	struct private_view v = {.r = r, .x = x, .wrong = issue_lines(r), .waiting = text_is(x->review.id, "1"),
		.reviewed = text_is(x->review.id, "2"), .returned = text_is(x->review.id, "3"),
		.may_review = req_may(r, MAY_HR_REVIEW) && !r->who->all_agencies && (!r->who->learner || r->who->learner != x->person),
		.back = list_back(r, "/hr/review"), .give_back = req_url(r, "/hr/review/%lld/return", (long long)x->id),
		.change = req_url(r, "/hr/review/%lld", (long long)x->id), .withdraw = req_url(r, "/hr/review/%lld/withdraw", (long long)x->id),
		.reason = input_text(r, "reason", why->label, "", true, why->hint)};

	x->national_id = personal_id(r->mem, x->national_id, full);
	if (get)
		v.bar = personal_bar(r, full, false);
	if (x->proof)
		v.proof = req_url(r, "/hr/review/%lld/proof", (long long)x->id);
	r->issues.fields = review_change_fields;
	v.inputs = inputs_of(r, review_change_fields, c);
	review_one_page(reply_page(r, status, arena_print(r->mem, "%s：%s", x->name, x->course)), &v);
}

void review_one_get(struct req *r)
{
	struct private_record x;

	if (!open(r, &x))
		return;
	struct change c = change_of(r, &x);

	if (r->json) {
		x.national_id = mask_id(r->mem, x.national_id);
		reply_record(r, private_record_fields, &x);
	} else
		show(r, 200, &x, &c);
}

static void again(struct req *r, struct private_record *x, const struct change *c)
{
	int status = issue_has(&r->issues, "E-STALE-01") || issue_has(&r->issues, "E-HRS-07") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, x, c);
}

/* ---- acts: each from one state to another */

struct act { struct req *r; const struct private_record *x; struct hours_correction c; const char *log, *reason; };

static void tell_learner(struct req *r, struct db *db, const struct private_record *x, const char *reason)
{
	struct rows *a = db_run(db, &private_learner, A(x->person));

	for (int i = 0; i < a->n; i++)
		notice_add(db, &(struct notice){.agency = row_int(a, i, "agency"), .account = row_int(a, i, "id"), .kind = "hours.returned",
			.subject_kind = "hours_record", .subject = x->id, .made = r->now, .link = "/learn/hours",
			.text = arena_print(db_arena(db), "民間機構學習時數「%s」已退回：%s", x->course, reason)});
}

static void do_act(struct db *db, void *with)
{
	struct act *a = with;
	struct req *r = a->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/hr/review/%lld", (long long)a->x->id);
	switch (hours_correct(db, &a->c)) {
	case HOURS_CORRECTED: break;
	case HOURS_TAKEN:
		if (!db_undone(db))
			issue(&r->issues, -1, "category", "E-DUP-01", arena_print(r->mem, "%s已有同一課程、此課程類別之紀錄", a->x->name));
		db_undo(db);
		return;
	case HOURS_STALE:
		if (!db_undone(db))
			review_stale(r, "", a->x);
		db_undo(db);
		return;
	}
	if (a->c.review >= 0)
		db_run(db, &private_put, A(a->x->id), A(r->now), A(r->who->account), A(a->c.review == REVIEW_RETURNED ? a->reason : ""));
	if (a->c.review == REVIEW_RETURNED)
		tell_learner(r, db, a->x, a->reason);
	review_log(r, db, a->log, a->x->id, a->reason);
}

/* Is it in the state that the act begins at, and not one's own? */
static bool allowed(struct req *r, const struct private_record *x, const char *state)
{
	if (r->who->learner && r->who->learner == x->person)
		issue(&r->issues, -1, "", "E-HRS-08");
	else if (!text_is(x->review.id, state))
		review_stale(r, "", &(struct private_record){.id = x->id, .review = {state, ""}});
	return !r->issues.n;
}

static int64_t version_seen(struct req *r, const struct private_record *x)
{
	int64_t version = x->version;

	text_to_int(req_form(r, "version"), 0, INT64_MAX, &version);
	return version;
}

static void act(struct req *r, const char *from, int to, const char *name, const struct field *fields, const char *log, const char *done)
{
	struct reasoned why = {.reason = ""};
	struct private_record x;

	r->issues.learning = true;
	if (!open(r, &x))
		return;
	struct change shown = change_of(r, &x);

	why.version = x.version;
	r->issues.fields = fields;
	if (allowed(r, &x, from))
		record_merge(fields, req_style(r), &r->form, true, &why, &r->issues, -1);
	struct act a = {.r = r, .x = &x, .log = log, .reason = why.reason, .c = {.record = x.id, .version = why.version,
		.account = r->who->account, .at = r->now, .action = name, .reason = why.reason, .hours = -1, .digital = -1,
		.business = -1, .review = to}};

	if (r->issues.n || req_tx(r, do_act, &a) == REQ_UNDONE)
		again(r, &x, &shown);
	else
		reply_see(r, r->done, done);
}

void review_return_post(struct req *r)
{
	act(r, "1", REVIEW_RETURNED, "return", return_fields, "hours.return", "已退回，學員可補正後再送");
}

void review_withdraw_post(struct req *r)
{
	act(r, "2", REVIEW_PENDING, "recall", withdraw_fields, "hours.recall", "已撤銷通過，回到待複核");
}

/* ---- 修改 */

static void read_change(struct req *r, const struct private_record *x, struct change *c, struct act *a)
{
	const struct code_item *category = NULL;

	r->issues.fields = review_change_fields;
	record_merge(review_change_fields, req_style(r), &r->form, true, c, &r->issues, -1);
	if (*c->category)
		code_check(&r->issues, -1, "category", code_book(r->db, r->mem), "course_category", c->category, x->end_day, &category);
	if (x->mode_is == HOURS_BLENDED && !r->issues.n && (!c->digital || c->digital == c->hours))
		issue(&r->issues, -1, "digital", "E-HRS-01", c->digital ? "實體時數" : "數位時數");
	else if (x->mode_is == HOURS_BLENDED && !r->issues.n && c->digital > c->hours)
		issue(&r->issues, -1, "digital", "E-HRS-02", arena_print(r->mem, "%lld", (long long)c->digital), "0",
			arena_print(r->mem, "%lld", (long long)c->digital), arena_print(r->mem, "%lld", (long long)c->hours));
	a->c = (struct hours_correction){.record = x->id, .version = version_seen(r, x), .account = r->who->account, .at = r->now, .action = "set",
		.category = category ? category->id : 0, .hours = c->hours, .digital = c->digital, .business = c->business, .review = -1};
}

void review_change_post(struct req *r)
{
	struct private_record x;
	struct act a = {.r = r, .x = &x, .log = "hours.set"};

	r->issues.learning = true;
	if (!open(r, &x))
		return;
	struct change c = change_of(r, &x);

	if (allowed(r, &x, "2"))
		read_change(r, &x, &c, &a);
	if (r->issues.n || req_tx(r, do_act, &a) == REQ_UNDONE)
		again(r, &x, &c);
	else
		reply_see(r, r->done, "已修改");
}

/* ---- 證明文件 */

static void note_read(struct db *db, void *with)
{
	struct req *r = with;

	review_log(r, db, "hours.proof-read", r->id[0], NULL);
}

void review_proof_get(struct req *r)
{
	struct rows *p = db_run(r->db, &private_proof, A(r->id[0]));
	struct stored file;
	int fd = p->n ? store_get_fd(r->db, r->mem, row_int(p, 0, "file")) : -1;

	if (fd < 0 || !store_look(r->db, r->mem, row_int(p, 0, "file"), &file)) {
		reply_refuse(r, 404, "E-SCOPE-01");
		return;
	}
	db_tx(r->db, note_read, r);
	reply_file(r, file.type, file.name, dup(fd), (uint64_t)file.size);
}

/* ---- the addresses */

static const char *const cells[] = {"tick", "v", "b", NULL};

#define AREA "人事單位/學習時數(複核及修改)"

const struct route review_routes[] = {
	{GET, "/hr/review", review_list_get, MAY_HR_REVIEW | MAY_DGPA, .takes = review_query, .gives = private_record_fields, .list = true,
		.crumb = AREA, .menu = "學習時數(複核及修改)", .group = "人事單位", .help = "同仁至民間機構學習之時數"},
	{POST, "/hr/review/find", review_find_post, MAY_HR_REVIEW | MAY_DGPA, .takes = review_query, .asks = true, .crumb = AREA,
		.help = "以身分證字號等條件查詢"},
	{POST, "/hr/review", review_list_post, MAY_HR_REVIEW, .ticks = cells, .crumb = AREA, .help = "複核通過勾選的時數"},
	{GET, "/hr/review/:private", review_one_get, MAY_HR_REVIEW | MAY_DGPA, .gives = private_record_fields, .crumb = AREA "/紀錄",
		.help = "一筆民間機構學習時數"},
	{POST, "/hr/review/:private", review_change_post, MAY_HR_REVIEW, .takes = review_change_fields, .crumb = AREA "/紀錄",
		.help = "修改已複核之時數"},
	{POST, "/hr/review/:private/return", review_return_post, MAY_HR_REVIEW, .takes = return_fields, .crumb = AREA "/紀錄",
		.help = "退回學員補正"},
	{POST, "/hr/review/:private/withdraw", review_withdraw_post, MAY_HR_REVIEW, .takes = withdraw_fields, .crumb = AREA "/紀錄",
		.help = "撤銷複核通過"},
	{GET, "/hr/review/:private/proof", review_proof_get, MAY_HR_REVIEW | MAY_DGPA, .type = "application/pdf", .heavy = true, .hidden = true,
		.help = "證明文件"},
	{0}
};
