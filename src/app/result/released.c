/* released.c: results after 核定 as agencies see them: lists, days of receipt in bulk with history, one result and its correction.
 *                                                                          PROMO-087 PROMO-088 PROMO-127 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/fee/fee.h"
#include "app/may.h"
#include "app/result/page.html.h"
#include "app/result/result.sql.h"
#include "app/result/view.h"
#include "base/text.h"
#include "rule/promotion.h"
#include "rule/verdict.h"

enum { TICKS_MOST = 500, YEAR_MOST = 999, REASON_MOST = 200 };

const struct field released_fields[] = {
	FIELD(released, id, INT, KEY, "編號"),
	FIELD(released, version, INT, MARK, "版本"),
	FIELD(released, agency, INT, MARK, ""),
	FIELD(released, selector, INT, MARK, ""),
	FIELD(released, passed, BOOL, MARK, ""),
	FIELD(released, code, TEXT, MARK, ""),
	FIELD(released, training_percent, TEXT, MARK, ""),
	FIELD(released, start_day, DATE, MARK, ""),
	FIELD(released, end_day, DATE, MARK, ""),
	FIELD(released, year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(released, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes, .not_sorted = true),
	FIELD(released, selector_name, TEXT, SHOW, "遴選機關", .not_sorted = true),
	FIELD(released, agency_name, TEXT, SHOW, "服務機關"),
	FIELD(released, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(released, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL),
	FIELD(released, class_name, TEXT, SHOW, "班別", .not_sorted = true),
	FIELD(released, training_score, TEXT, SHOW, "訓練成績", .not_sorted = true),
	FIELD(released, course_score, TEXT, SHOW, "訓練課程成績", .not_sorted = true),
	FIELD(released, total_score, TEXT, SHOW, "總成績", .not_sorted = true),
	FIELD(released, outcome, TEXT, SHOW, "及格/不及格", .not_sorted = true),
	FIELD(released, state, CODE, SHOW, "狀態", .list = participant_states, .not_sorted = true),
	FIELD(released, determined, DATE, SHOW, "核定日期", .not_sorted = true),
	FIELD(released, receipt, DATE, SHOW, "成績單簽收日期"),
	FIELD(released, recheck_until, DATE, SHOW, "複查申請期限", .not_sorted = true),
	FIELD(released, fee_until, DATE, SHOW, "證書費繳納期限", .not_sorted = true),
	{0}
};

static const struct field result_fields[] = {
	FIELD(training_result, participant, INT, KEY, "編號"), FIELD(training_result, version, INT, MARK, ""),
	FIELD(training_result, training_score, TEXT, MARK, ""),
	FIELD(training_result, course_score, TEXT, MARK, ""), FIELD(training_result, total, TEXT, MARK, ""),
	FIELD(training_result, training_percent, TEXT, MARK, ""),
	FIELD(training_result, code, TEXT, MARK, ""), FIELD(training_result, passed, BOOL, MARK, ""),
	FIELD(training_result, determined, DATE, MARK, ""),
	FIELD(training_result, receipt, DATE, MARK, ""), {0}
};

bool result_load(struct db *db, struct arena *mem, int64_t participant, struct training_result *to)
{
	*to = (struct training_result){.training_score = "", .course_score = "", .total = "", .training_percent = "", .code = ""};
	return record_load(mem, db_run(db, &result_one, A(participant)), result_fields, to);
}

/* ---- the days that follow from a receipt ---- */

/* known: has the calendar and the parameter sets. */
static struct verdict begin(struct arena *mem, const struct verdict *known)
{
	struct verdict v = verdict_new(mem, NULL, known->calendar);

	v.promotions = known->promotions;
	return v;
}

static struct date recheck_day(struct arena *mem, const struct verdict *known, struct date receipt)
{
	struct verdict v = begin(mem, known);
	struct promotion_recheck_values to = {.due = {0}};

	if (date_set(receipt))
		promotion_recheck_judge(&v, &(struct promotion_recheck_facts){.received = receipt}, &to);
	return to.due;
}

static struct date fee_day(struct arena *mem, const struct verdict *known, struct date receipt)
{
	struct verdict v = begin(mem, known);
	struct promotion_fee_values to = {.due = {0}};

	if (date_set(receipt))
		promotion_fee_judge(&v, &(struct promotion_fee_facts){receipt}, &to);
	return to.due;
}

static void complete_one(const struct verdict *known, struct arena *mem, struct released *x)
{
	x->outcome = x->passed ? "及格" : "不及格";
	x->recheck_until = recheck_day(mem, known, x->receipt);
	if (x->passed)
		x->fee_until = fee_day(mem, known, x->receipt);
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct released *x = rows;
	struct verdict fresh = promotion_verdict(l->r->db, l->r->mem);

	for (int i = 0; i < n; i++)
		complete_one(&fresh, mem, &x[i]);
}

/* ---- the list ---- */

struct where { const char *type; int64_t year; };

static struct where where_of(struct req *r)
{
	const char *type = req_query(r, "type");

	return (struct where){promotion_index(promotion_type_codes, type) < 0 ? promotion_type_codes[0].id : type,
		req_query_int(r, "year", 2, YEAR_MOST, roc_year(r->today))};
}

static bool run(struct req *r, struct list *l, struct where *w)
{
	if (!list_open(l, r, "升官等訓練成績", released_fields, sizeof(struct released), "agency_name"))
		return false;
	*w = where_of(r);
	l->complete = complete;
	return list_run(l, &result_released, A(w->type), A(w->year), A(req_agency(r)), A(text_upper(r->mem, req_query(r, "q"))),
		A(req_query_int(r, "waiting", 0, 1, 0)));
}

static bool serves(const struct req *r, const struct released *x)
{
	return req_may(r, MAY_PROMOTION_EDIT) && x->agency == r->who->agency;
}

static struct url paper(struct req *r, const struct where *w, const char *what)
{
	return req_url(r, "/promotion/scores/%s?type=%s&year=%lld", what, w->type, (long long)w->year);
}

static void show(struct req *r, int status, struct list *l, const struct where *w)
{
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	const struct released *x = l->rows;
	const char *year = arena_print(r->mem, "%lld", (long long)w->year);
	struct promotion_place p;
	struct results_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/promotion/scores"),
		.type = input_choice(r, "type", "訓練類別", w->type, false, options_of(r->mem, promotion_type_codes, NULL)),
		.year = input_text(r, "year", "年度", year, false, NULL), .q = input_text(r, "q", "身分證統一編號或姓名", "", false, NULL),
		.receipt = input_text(r, "receipt", "簽收日期", "", true, "受訓人員簽收成績單之日"),
		.reason = input_text(r, "reason", "更正理由", "", false, "更正已登錄之簽收日期時必填"),
		.register_pdf = paper(r, w, "register"), .reports = paper(r, w, "reports"), .signing = paper(r, w, "signing"),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .carried = ticks.hidden, .ticked = ticks.n,
		.elsewhere = ticks.elsewhere};

	promotion_place_of(r->db, r->mem, w->type, w->year, &p);
	v.law = p.law;
	pair_add(r->mem, &v.carried, "type", w->type);
	pair_add(r->mem, &v.carried, "year", year);
	for (int i = 0; i < l->n; i++) {
		v.lines.at[i] = (struct result_line){&x[i], req_url(r, "/promotion/scores/%lld", (long long)x[i].id),
			arena_print(r->mem, "t%lld", (long long)x[i].id), x[i].passed ? "done" : "late", list_is_ticked(&ticks, x[i].id),
			serves(r, &x[i])};
		v.serves |= serves(r, &x[i]);
		v.selects |= x[i].selector == r->who->agency || r->who->all_agencies;
	}
	issue_lines_without(&v.wrong, "tick");
	if (!v.serves)
		issue_lines_without(&v.wrong, "receipt");
	results_page(reply_page(r, status, "升官等訓練成績"), &v);
}

void results_get(struct req *r)
{
	struct list l;
	struct where w;

	if (run(r, &l, &w))
		show(r, 200, &l, &w);
}

/* ---- 簽收 ---- */

void result_keep(struct db *db, int64_t participant, const char *what, const char *before, const char *after, const char *reason,
	const char *document, int64_t account, struct moment now)
{
	db_run(db, &result_change_put, A(participant), A(what), A(before), A(after), A(reason), A(document), A(account), A(now));
}

struct receiving { struct req *r; int64_t *ids; int n; struct date day; const char *reason; };

static void receive_one(struct db *db, struct receiving *a, int64_t id)
{
	struct req *r = a->r;
	struct released x = {0};

	if (!record_load(r->mem, db_run(db, &result_released_one, A(id)), released_fields, &x) || !serves(r, &x)) {
		issue(&r->issues, -1, "tick", "ERR_FORBIDDEN");
		return;
	}
	if (date_same(x.receipt, a->day))
		return;
	if (date_before(a->day, x.determined))
		issue(&r->issues, -1, "receipt", "ERR_DATE_RANGE", date_text(r->mem, a->day), arena_print(r->mem, "%s 之核定日期", x.name),
			date_text(r->mem, x.determined));
	if (date_set(x.receipt) && !*a->reason)
		issue(&r->issues, -1, "reason", "ERR_RECEIPT_AGAIN", x.name, date_text(r->mem, x.receipt));
	if (!db_run(db, &result_receipt, A(id), A(x.version), A(a->day))->n)
		issue(&r->issues, -1, "receipt", "ERR_STALE", x.name, "他人", "剛才");
	result_days(db, r->mem, id, a->day);
	result_keep(db, id, "receipt", date_iso(r->mem, x.receipt), date_iso(r->mem, a->day), a->reason, "", r->who->account, r->now);
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "result.receipt", .subject_kind = "participant", .subject = id, .reason = *a->reason ? a->reason : NULL, .at = r->now,
		.after = arena_print(r->mem, "{\"day\":\"%s\"}", date_iso(r->mem, a->day))});
}

static void receive(struct db *db, void *with)
{
	struct receiving *a = with;
	struct req *r = a->r;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/scores?type=%s&year=%s", req_form(r, "type"), req_form(r, "year"));
	for (int i = 0; i < a->n; i++)
		receive_one(db, a, a->ids[i]);
	if (r->issues.n)
		db_undo(db);
}

static const struct field receipt_labels[] = {{.name = "receipt", .label = "簽收日期"}, {.name = "reason", .label = "更正理由"},
	{.name = "tick", .label = "勾選"}, {0}};

void results_post(struct req *r)
{
	struct receiving a = {.r = r, .reason = req_form(r, "reason")};
	struct list l;
	struct where w;

	r->issues.fields = receipt_labels;
	if (list_shown_again(r, (const char *const[]){"type", "year", "q", NULL})) {
		if (run(r, &l, &w))
			show(r, 200, &l, &w);
		return;
	}
	a.n = req_ticks(r, "tick", TICKS_MOST, &a.ids);
	if (!a.n)
		issue(&r->issues, -1, "tick", "ERR_NONE_TICKED");
	if (req_date(r, "receipt", "簽收日期", true, &a.day) && date_before(r->today, a.day))
		issue(&r->issues, -1, "receipt", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!r->issues.n && req_tx(r, receive, &a) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已登錄 %d 人之成績單簽收日期。", a.n));
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : issue_has(&r->issues, "ERR_FORBIDDEN") ? 403 : 422;

	if (!reply_issues_as(r, status) && run(r, &l, &w))
		show(r, status, &l, &w);
}

/* ---- one of them ---- */

static bool load_one(struct req *r, struct released *x)
{
	struct verdict v = promotion_verdict(r->db, r->mem);

	*x = (struct released){0};
	if (!record_load(r->mem, db_run(r->db, &result_released_one, A(r->id[0])), released_fields, x)) {
		reply_refuse(r, 404, "ERR_NOT_DETERMINED");
		return false;
	}
	complete_one(&v, r->mem, x);
	return true;
}

static const struct code whats[] = {{"receipt", "成績單簽收日期"}, {"training_score", "訓練成績"}, {"course_score", "訓練課程成績"},
	{"total", "總成績"}, {0}};

static void show_one(struct req *r, int status, const struct released *x)
{
	struct weights w = weights_of(r->db, r->mem, x->type.id, x->year);
	const char *total;
	bool passed;
	struct result_view v = {.r = r, .x = x, .wrong = issue_lines(r), .look = x->passed ? "done" : "late", .how = "",
		.changes = change_lines_of(r->mem, db_run(r->db, &result_changes, A(x->id)), whats),
		.version = arena_print(r->mem, "%lld", (long long)x->version),
		.training_score = input_text(r, "training_score", "訓練成績", x->training_score, true, NULL),
		.course_score = input_text(r, "course_score", "訓練課程成績", x->course_score, true, NULL),
		.reason = input_text(r, "reason", "更正理由", "", true, NULL), .document = input_text(r, "document", "文號", "", false, NULL),
		.action = req_url(r, "/promotion/scores/%lld", (long long)x->id),
		.report = req_url(r, "/promotion/scores/reports?participant=%lld", (long long)x->id), .back = list_back(r, "/promotion/scores"),
		.may_correct = req_may(r, MAY_PROMOTION_CALL)};

	decimal_parse(x->training_percent, &w.percent);
	total_of(r->mem, &w, x->training_score, x->course_score, &total, &passed, &v.how);
	result_page(reply_page(r, status, arena_print(r->mem, "%s %lld年度%s成績", x->name, (long long)x->year, x->type.label)), &v);
}

void result_get(struct req *r)
{
	struct released x;

	if (!load_one(r, &x))
		return;
	if (r->json)
		reply_record(r, released_fields, &x);
	else
		show_one(r, 200, &x);
}

/* ---- corrected ---- */

bool result_correct(struct db *db, struct arena *mem, struct training_result *x, const char *training_score, const char *course_score,
	const struct participant_news *news)
{
	struct participant p = {0};
	struct weights w;
	struct participant_news n = *news;
	const char *total, *how, *reason = news->remark ? news->remark : "", *document = news->document ? news->document : "";
	bool passed;

	if (!participant_load(db, mem, x->participant, &p))
		return false;
	w = weights_of(db, mem, p.type.id, p.year);
	if (!total_of(mem, &w, training_score, course_score, &total, &passed, &how) || !db_run(db, &result_amend, A(x->participant),
			A(x->version), A(training_score), A(course_score), A(total), A(passed), A(decimal_text(mem, w.percent, 4)))->n)
		return false;
	if (!text_is(x->training_score, training_score))
		result_keep(db, p.id, "training_score", x->training_score, training_score, reason, document, news->account, news->now);
	if (!text_is(x->course_score, course_score))
		result_keep(db, p.id, "course_score", x->course_score, course_score, reason, document, news->account, news->now);
	result_keep(db, p.id, "total", x->total, total, reason, document, news->account, news->now);
	n.event = passed ? PARTICIPANT_PASSES : PARTICIPANT_FAILS;
	if (passed != x->passed && !participant_happen(db, &p, &n))
		return false;
	fee_training_days(db, p.id);
	x->version++;
	x->training_score = training_score, x->course_score = course_score, x->total = total, x->passed = passed;
	return true;
}

struct correcting { struct req *r; struct released x; int64_t seen; const char *training_score, *course_score; };

static void correct(struct db *db, void *with)
{
	struct correcting *c = with;
	struct req *r = c->r;
	struct training_result now;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/scores/%lld", (long long)c->x.id);
	if (!result_load(db, r->mem, c->x.id, &now) || now.version != c->seen ||
			!result_correct(db, r->mem, &now, c->training_score, c->course_score,
			&(struct participant_news){.day = r->today, .account = r->who->account, .address = r->wire->address,
			.document = req_form(r, "document"), .remark = req_form(r, "reason"), .now = r->now})) {
		issue(&r->issues, -1, "training_score", "ERR_STALE", c->x.name, "他人", "您開啟頁面之後");
		db_undo(db);
		return;
	}
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = "result.correct", .subject_kind = "participant", .subject = c->x.id, .reason = req_form(r, "reason"), .at = r->now,
		.before = arena_print(r->mem, "{\"total\":\"%s\"}", c->x.total_score),
		.after = arena_print(r->mem, "{\"total\":\"%s\"}", now.total)});
}

static const struct field correct_labels[] = {{.name = "training_score", .label = "訓練成績"},
	{.name = "course_score", .label = "訓練課程成績"},
	{.name = "reason", .label = "更正理由"}, {.name = "document", .label = "文號"}, {0}};

/* By 保訓會, with a reason and where there is one the letter.                                     PROMO-127 */
void result_post(struct req *r)
{
	struct correcting c = {.r = r};

	if (!load_one(r, &c.x))
		return;
	r->issues.fields = correct_labels;
	if (!result_score_parse(r->mem, req_form(r, "training_score"), &c.training_score))
		issue(&r->issues, -1, "training_score", "ERR_SCORE", req_form(r, "training_score"));
	if (!result_score_parse(r->mem, req_form(r, "course_score"), &c.course_score))
		issue(&r->issues, -1, "course_score", "ERR_SCORE", req_form(r, "course_score"));
	if (!*req_form(r, "reason"))
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	c.seen = c.x.version;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &c.seen);
	if (!r->issues.n && req_tx(r, correct, &c) != REQ_UNDONE) {
		reply_see(r, r->done, "已更正成績，原成績列於異動紀錄。");
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show_one(r, status, &c.x);
}
