/* recheck.c: 複查成績 as 保訓會 keeps it: entered from paper, extended once with a notice, answered.          PROMO-090 … 093 */
#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/calendar/calendar.h"
#include "app/may.h"
#include "app/notice/notice.h"
#include "app/recheck/page.html.h"
#include "app/recheck/recheck.sql.h"
#include "app/recheck/view.h"
#include "base/text.h"
#include "rule/promotion.h"
#include "rule/verdict.h"

enum { YEAR_MOST = 999 };

#define SUBJECT "participant"

static const struct deadline_kind answer_due = {
	.name = "promotion-recheck-answer", .title = "答復複查成績", .length = "15d", .counted = "next_day", .who = "保訓會",
	.consequence = "因特殊事由得延長10日，以1次為限，並通知申請人", .citation = "升官等訓練辦法複查成績之規定",
	.link = "/promotion/rechecks?participant=",
};
const struct deadline_kind *const recheck_deadlines[] = {&answer_due, NULL};

static const struct code channels[] = {{"online", "線上申辦"}, {"paper", "書面"}, {0}},
	states[] = {{"open", "待答復"}, {"extended", "延長答復"}, {"answered", "已答復"}, {0}},
	results[] = {{"unchanged", "成績無誤"}, {"corrected", "更正成績"}, {0}};

const struct field recheck_fields[] = {
	FIELD(recheck, id, INT, KEY, "編號"),
	FIELD(recheck, version, INT, MARK, ""),
	FIELD(recheck, participant, INT, MARK, ""),
	FIELD(recheck, type, CODE, SHOW, "訓練類別", .list = promotion_type_codes, .not_sorted = true),
	FIELD(recheck, year, INT, SHOW, "年度", .not_sorted = true),
	FIELD(recheck, name, TEXT, SHOW, "姓名", .privacy = PERSONAL, .not_sorted = true),
	FIELD(recheck, national_id, ID, SHOW, "身分證統一編號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(recheck, agency_name, TEXT, SHOW, "服務機關", .not_sorted = true),
	FIELD(recheck, channel, CODE, SHOW, "申請方式", .list = channels, .not_sorted = true),
	FIELD(recheck, applied, DATE, SHOW, "申請日（郵戳日）"),
	FIELD(recheck, received, DATE, SHOW, "收件日", .not_sorted = true),
	FIELD(recheck, state, CODE, SHOW, "狀態", .list = states, .not_sorted = true),
	FIELD(recheck, due, DATE, SHOW, "答復期限"),
	FIELD(recheck, days_left, INT, SHOW, "剩餘日數", .not_sorted = true),
	FIELD(recheck, result, CODE, SHOW, "複查結果", .list = results, .not_sorted = true),
	FIELD(recheck, answered, DATE, SHOW, "答復日期", .not_sorted = true),
	FIELD(recheck, content, TEXT, MARK, ""), FIELD(recheck, contact, TEXT, MARK, ""), FIELD(recheck, extend_reason, TEXT, MARK, ""),
	FIELD(recheck, extend_document, TEXT, MARK, ""), FIELD(recheck, answer_document, TEXT, MARK, ""),
	FIELD(recheck, answer_reason, TEXT, MARK, ""),
	{0}
};

/* ---- in ---- */

static struct promotion_recheck_values judge(struct db *db, struct arena *mem, struct date receipt, const struct applying *a)
{
	struct verdict v = promotion_verdict(db, mem);
	struct promotion_recheck_values to = {.due = {0}};

	promotion_recheck_judge(&v, &(struct promotion_recheck_facts){.received = receipt, .filed = a->applied, .asked_on = a->received}, &to);
	return to;
}

/* 保訓會 answers, so it is its own deadline; extended: the ten days are added to the end of the first fifteen.          PROMO-093 */
struct date recheck_answer_due(struct db *db, struct arena *mem, const struct participant *p, struct date received, bool extended)
{
	struct account_agencies to = account_agencies_with(db, mem, MAY_PROMOTION_CALL);
	struct deadline d = {.kind = &answer_due, .subject_kind = SUBJECT, .subject = p->id, .agency = to.n ? to.at[0] : p->agency,
		.about = participant_about(mem, p), .event = received, .counted = answer_due.counted};
	struct promotion_place place;

	promotion_place_of(db, mem, p->type.id, p->year, &place);
	if (place.set) {
		const struct promotion_recheck_rule *rule = place.set->recheck;

		d.length = arena_print(mem, "%dd", rule->answer_within.n + (extended ? rule->extension.n : 0));
		d.citation = arena_print(mem, "%s%s", place.set->regulation, rule->article);
	}
	return deadline_start(db, office_calendar(db, mem), &d);
}

/* Without a day of receipt nothing is late yet.                                                  PROMO-090 PROMO-092 */
void recheck_apply(struct db *db, struct applying *a, const char *field)
{
	struct req *r = a->r;
	struct rows *before = db_run(db, &recheck_of, A(a->p.id)), *put;
	struct training_result x;
	struct promotion_recheck_values found;

	issues_clear(&r->issues);
	result_load(db, r->mem, a->p.id, &x);
	found = judge(db, r->mem, date_set(x.receipt) ? x.receipt : a->applied, a);
	if (before->n)
		issue(&r->issues, -1, field, "ERR_RECHECK_ONCE", date_text(r->mem, row_date(before, 0, "applied")));
	else if (!date_set(x.determined))
		issue(&r->issues, -1, field, "ERR_NOT_DETERMINED");
	else if (date_set(x.receipt) && found.in_time.known && !found.in_time.yes)
		issue(&r->issues, -1, field, "ERR_RECHECK_LATE", date_text(r->mem, x.receipt), date_text(r->mem, found.due));
	if (r->issues.n) {
		db_undo(db);
		return;
	}
	put = db_run(db, &recheck_put, A(a->p.id), A(a->channel), A(a->applied), A(a->received), A(a->content), A(a->contact),
		value_id_or_null(r->who ? r->who->account : 0), A(r->now));
	a->id = put->n ? row_int(put, 0, "id") : 0;
	if (!put->n)
		db_undo(db);
	deadline_meet(db, &result_recheck_due, SUBJECT, a->p.id, a->applied);
	a->due = recheck_answer_due(db, r->mem, &a->p, a->received, false);
	audit_add(db, &(struct audit_event){.account = r->who ? r->who->account : 0, .agency = r->who ? r->who->agency : 0,
		.address = r->wire->address, .action = "recheck.apply", .subject_kind = "participant", .subject = a->p.id, .at = r->now,
		.after = arena_print(r->mem, "{\"channel\":\"%s\",\"applied\":\"%s\"}", a->channel, date_iso(r->mem, a->applied))});
}

/* ---- the list ---- */

static void count_days(const struct req *r, struct recheck *k)
{
	k->days_left = text_is(k->state.id, "answered") || !date_set(k->due) ? 0 : days_between(r->today, k->due);
}

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct recheck *k = rows;

	(void)mem;
	for (int i = 0; i < n; i++)
		count_days(l->r, &k[i]);
}

static void list_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "複查成績", recheck_fields, sizeof(struct recheck), "due"))
		return;
	l.complete = complete;
	l.rows_at = "/promotion/rechecks";
	l.add = req_may(r, MAY_PROMOTION_CALL) ? "登錄書面申請" : NULL;
	if (list_run(&l, &recheck_list, A(req_agency(r)), A(req_query_int(r, "waiting", 0, 1, 0)),
			A(req_query_int(r, "participant", 0, INT64_MAX, 0))))
		list_show_plain(&l);
}

/* ---- on paper ---- */

struct paper_entry { int64_t year; struct code type; const char *national_id, *content, *contact; struct date applied, received; };
static const struct field entry_fields[] = {
	FIELD(paper_entry, type, CODE, EDIT, "訓練類別", .need = true, .list = promotion_type_codes),
	FIELD(paper_entry, year, INT, EDIT, "年度", .need = true, .least = 2, .most = YEAR_MOST),
	FIELD(paper_entry, national_id, ID, EDIT, "身分證統一編號", .need = true, .privacy = PERSONAL),
	FIELD(paper_entry, applied, DATE, EDIT, "郵戳日", .need = true, .hint = "郵戳為憑；親送者為送達日"),
	FIELD(paper_entry, received, DATE, EDIT, "收件日", .need = true, .today = true),
	FIELD(paper_entry, content, TEXT, EDIT, "申請複查項目", .need = true, .lines = true, .most = 1000),
	FIELD(paper_entry, contact, TEXT, EDIT, "聯絡方式"),
	{0}
};

static void show_entry(struct req *r, int status, struct paper_entry *e)
{
	struct entry_view v = {.r = r, .wrong = issue_lines(r), .action = req_url(r, "/promotion/rechecks/new"),
		.back = list_back(r, "/promotion/rechecks")};

	if (status == 200)
		record_propose(entry_fields, e, r->today);
	v.inputs = inputs_of(r, entry_fields, e);
	recheck_entry_page(reply_page(r, status, "登錄書面複查申請"), &v);
}

#define NONE {"", ""}
static const struct paper_entry fresh = {.type = NONE, .national_id = "", .content = "", .contact = ""};

static void new_get(struct req *r)
{
	struct paper_entry e = fresh;

	show_entry(r, 200, &e);
}

static void keep_paper(struct db *db, void *with)
{
	struct applying *a = with;

	a->r->done = req_url(a->r, "/promotion/rechecks");
	recheck_apply(db, a, "applied");
}

static void new_post(struct req *r)
{
	struct paper_entry e = fresh;
	struct applying a = {.r = r, .channel = "paper"};

	r->issues.fields = entry_fields;
	record_merge(entry_fields, req_style(r), &r->form, true, &e, &r->issues, -1);
	if (date_set(e.received) && date_before(r->today, e.received))
		issue(&r->issues, -1, "received", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	issue_range(&r->issues, -1, "applied", e.applied, "received", e.received);
	if (!r->issues.n && !participant_find(r->db, r->mem, e.type.id, e.year, text_upper(r->mem, e.national_id), &a.p))
		issue(&r->issues, -1, "national_id", "ERR_NO_PARTICIPANT", e.national_id);
	a.applied = e.applied, a.received = e.received, a.content = e.content, a.contact = e.contact;
	if (!r->issues.n && req_tx(r, keep_paper, &a) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已登錄 %s 之複查申請，應於 %s 前答復。", a.p.name, date_text(r->mem, a.due)));
		return;
	}
	if (!reply_issues_as(r, 422))
		show_entry(r, 422, &e);
}

/* ---- one of them ---- */

static bool load(struct req *r, struct recheck *k)
{
	struct rows *one = db_run(r->db, &recheck_one, A(r->id[0]));
	int64_t own = r->who->agency;

	*k = (struct recheck){0};
	if (!one->n || !record_load(r->mem, one, recheck_fields, k)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return false;
	}
	if (!r->who->all_agencies && row_int(one, 0, "agency") != own && row_int(one, 0, "selector") != own) {
		reply_refuse(r, 403, "ERR_FORBIDDEN");
		return false;
	}
	count_days(r, k);
	return true;
}

static void show(struct req *r, int status, const struct recheck *k)
{
	bool open = !text_is(k->state.id, "answered"), may = req_may(r, MAY_PROMOTION_CALL);
	struct training_result x;

	result_load(r->db, r->mem, k->participant, &x);
	struct recheck_view v = {.r = r, .k = k, .wrong = issue_lines(r), .version = arena_print(r->mem, "%lld", (long long)k->version),
		.extend = req_url(r, "/promotion/rechecks/%lld/extend", (long long)k->id),
		.answer = req_url(r, "/promotion/rechecks/%lld/answer", (long long)k->id),
		.score = req_url(r, "/promotion/scores/%lld", (long long)k->participant), .back = list_back(r, "/promotion/rechecks"),
		.extend_reason = input_text(r, "extend_reason", "特殊事由", "", true, NULL),
		.extend_document = input_text(r, "extend_document", "通知申請人之文號", "", true, NULL),
		.result = input_choice(r, "result", "複查結果", "unchanged", true, options_of(r->mem, results, NULL)),
		.training_score = input_text(r, "training_score", "更正後訓練成績", x.training_score, false, "複查結果為更正成績時適用"),
		.course_score = input_text(r, "course_score", "更正後訓練課程成績", x.course_score, false, NULL),
		.answer_document = input_text(r, "answer_document", "答復文號", "", true, NULL),
		.answer_reason = input_text(r, "answer_reason", "複查說明", "", true, NULL),
		.may_extend = may && text_is(k->state.id, "open"), .may_answer = may && open};

	recheck_page(reply_page(r, status, arena_print(r->mem, "%s 複查成績", k->name)), &v);
}

static void one_get(struct req *r)
{
	struct recheck k;

	if (!load(r, &k))
		return;
	if (r->json)
		reply_record(r, recheck_fields, &k);
	else
		show(r, 200, &k);
}

static const struct field act_labels[] = {{.name = "extend_reason", .label = "特殊事由"},
	{.name = "extend_document", .label = "通知申請人之文號"}, {.name = "result", .label = "複查結果"},
	{.name = "training_score", .label = "更正後訓練成績"}, {.name = "course_score", .label = "更正後訓練課程成績"},
	{.name = "answer_document", .label = "答復文號"}, {.name = "answer_reason", .label = "複查說明"}, {0}};

struct acting { struct req *r; struct recheck k; int64_t seen; const char *said, *training_score, *course_score; bool corrected; };

static void stale(struct db *db, struct acting *a)
{
	issue(&a->r->issues, -1, "", "ERR_STALE", a->k.name, "他人", "您開啟頁面之後");
	db_undo(db);
}

static void note(struct db *db, const struct acting *a, const char *action, const char *reason)
{
	struct req *r = a->r;

	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address, .action = action,
		.subject_kind = "participant", .subject = a->k.participant, .reason = reason, .at = r->now});
}

static void extend(struct db *db, void *with)
{
	struct acting *a = with;
	struct req *r = a->r;
	struct participant p;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/rechecks/%lld", (long long)a->k.id);
	if (!participant_load(db, r->mem, a->k.participant, &p) || !db_run(db, &recheck_extend, A(a->k.id), A(a->seen),
			A(req_form(r, "extend_reason")), A(req_form(r, "extend_document")))->n) {
		stale(db, a);
		return;
	}
	a->said = arena_print(r->mem, "已延長答復期限至 %s。", date_text(r->mem, recheck_answer_due(db, r->mem, &p, a->k.received, true)));
	note(db, a, "recheck.extend", req_form(r, "extend_reason"));
}

static void need(struct req *r, const char *name)
{
	if (!*req_form(r, name))
		issue(&r->issues, -1, name, "ERR_REQUIRED");
}

static void finish(struct acting *a, void (*run)(struct db *, void *))
{
	struct req *r = a->r;

	if (!r->issues.n && req_tx(r, run, a) != REQ_UNDONE) {
		reply_see(r, r->done, a->said);
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_RECHECK_STATE") ? 409 : 422;

	if (!reply_issues_as(r, status))
		show(r, status, &a->k);
}

/* Once, with the reason and the notice; the ten days are added to the end of the first fifteen.                  PROMO-093 */
static void extend_post(struct req *r)
{
	struct acting a = {.r = r};

	if (!load(r, &a.k))
		return;
	r->issues.fields = act_labels;
	if (!text_is(a.k.state.id, "open"))
		issue(&r->issues, -1, "", "ERR_RECHECK_STATE", a.k.state.label, "延長答復（以1次為限）");
	need(r, "extend_reason");
	need(r, "extend_document");
	a.seen = a.k.version;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &a.seen);
	finish(&a, extend);
}

static bool correct(struct db *db, struct acting *a)
{
	struct req *r = a->r;
	struct training_result x;

	return result_load(db, r->mem, a->k.participant, &x) && result_correct(db, r->mem, &x, a->training_score, a->course_score,
		&(struct participant_news){.day = r->today, .account = r->who->account, .address = r->wire->address,
		.document = req_form(r, "answer_document"), .remark = arena_print(r->mem, "複查成績：%s", req_form(r, "answer_reason")),
		.now = r->now});
}

static void answer(struct db *db, void *with)
{
	struct acting *a = with;
	struct req *r = a->r;
	struct participant p;

	issues_clear(&r->issues);
	r->done = req_url(r, "/promotion/rechecks/%lld", (long long)a->k.id);
	if (!db_run(db, &recheck_answer, A(a->k.id), A(a->seen), A(a->corrected ? "corrected" : "unchanged"), A(r->today),
			A(req_form(r, "answer_document")), A(req_form(r, "answer_reason")))->n || (a->corrected && !correct(db, a))) {
		stale(db, a);
		return;
	}
	deadline_meet(db, &answer_due, SUBJECT, a->k.participant, r->today);
	note(db, a, "recheck.answer", req_form(r, "answer_reason"));
	if (participant_load(db, r->mem, a->k.participant, &p))
		notice_add(db, &(struct notice){.agency = p.agency, .kind = "recheck", .subject_kind = "participant", .subject = p.id, .made = r->now,
			.text = arena_print(r->mem, "%s 之複查成績已答復：%s（%s）。", p.name, a->corrected ? "更正成績" : "成績無誤",
				req_form(r, "answer_document")),
			.link = arena_print(r->mem, "/promotion/scores/%lld", (long long)p.id)});
}

static void answer_post(struct req *r)
{
	struct acting a = {.r = r, .said = "已登錄答復，並通知服務機關。", .training_score = "", .course_score = "",
		.corrected = text_is(req_form(r, "result"), "corrected")};

	if (!load(r, &a.k))
		return;
	r->issues.fields = act_labels;
	if (text_is(a.k.state.id, "answered"))
		issue(&r->issues, -1, "", "ERR_RECHECK_STATE", a.k.state.label, "答復");
	if (!code_find(results, req_form(r, "result")))
		issue(&r->issues, -1, "result", "ERR_REQUIRED");
	if (a.corrected && !result_score_parse(r->mem, req_form(r, "training_score"), &a.training_score))
		issue(&r->issues, -1, "training_score", "ERR_SCORE", req_form(r, "training_score"));
	if (a.corrected && !result_score_parse(r->mem, req_form(r, "course_score"), &a.course_score))
		issue(&r->issues, -1, "course_score", "ERR_SCORE", req_form(r, "course_score"));
	need(r, "answer_document");
	need(r, "answer_reason");
	a.seen = a.k.version;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &a.seen);
	finish(&a, answer);
}

#define AREA "升官等訓練/複查成績"
static const struct field list_query[] = {{.name = "waiting", .label = "1：僅列待答復者", .kind = K_INT},
	{.name = "participant", .label = "參訓人員編號：僅列該員", .kind = K_INT, .most = INT64_MAX}, {0}},
public_takes[] = {{.name = "national_id", .label = "國民身分證統一編號", .kind = K_ID, .use = EDIT, .need = true},
	{.name = "code", .label = "成績單查驗碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 20},
	{.name = "content", .label = "申請複查項目", .kind = K_TEXT, .use = EDIT, .need = true, .most = 1000},
	{.name = "contact", .label = "聯絡方式", .kind = K_TEXT, .use = EDIT}, {0}},
extend_takes[] = {{.name = "extend_reason", .label = "特殊事由", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "extend_document", .label = "通知申請人之文號", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}},
answer_takes[] = {{.name = "result", .label = "複查結果", .kind = K_CODE, .use = EDIT, .list = results, .need = true},
	{.name = "training_score", .label = "更正後訓練成績", .kind = K_TEXT, .use = EDIT},
	{.name = "course_score", .label = "更正後訓練課程成績", .kind = K_TEXT, .use = EDIT},
	{.name = "answer_document", .label = "答復文號", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "answer_reason", .label = "複查說明", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}};

const struct route recheck_routes[] = {
	{GET, "/recheck", recheck_public_get, 0, .crumb = "複查成績線上申辦", .help = "升官等訓練複查成績線上申辦"},
	{POST, "/recheck", recheck_public_post, 0, .takes = public_takes, .public_post = true, .crumb = "複查成績線上申辦", .help = "申請複查成績"},
	{GET, "/recheck/form", recheck_form_get, 0, .type = "application/pdf", .heavy = true, .help = "各項訓練測驗複查成績申請書"},
	{GET, "/promotion/rechecks", list_get, MAY_PROMOTION_SEE, .takes = list_query, .gives = recheck_fields, .list = true, .crumb = AREA,
		.help = "複查成績之申請及答復期限"},
	{GET, "/promotion/rechecks/new", new_get, MAY_PROMOTION_CALL, .crumb = AREA "/登錄書面申請", .help = "登錄書面複查申請"},
	{POST, "/promotion/rechecks/new", new_post, MAY_PROMOTION_CALL, .takes = entry_fields, .crumb = AREA "/登錄書面申請",
		.help = "登錄書面複查申請"},
	{GET, "/promotion/rechecks/:number", one_get, MAY_PROMOTION_SEE, .gives = recheck_fields, .crumb = AREA "/申請", .help = "一件複查申請"},
	{POST, "/promotion/rechecks/:number/extend", extend_post, MAY_PROMOTION_CALL, .takes = extend_takes, .crumb = AREA "/申請",
		.help = "延長複查答復期限"},
	{POST, "/promotion/rechecks/:number/answer", answer_post, MAY_PROMOTION_CALL, .takes = answer_takes, .crumb = AREA "/申請",
		.help = "答復複查申請"},
	{0}
};
