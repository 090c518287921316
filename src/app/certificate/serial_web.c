/* serial_web.c: 申請序號建立, 申請序號人員異動, 確認申請作業: their pages.                               ACMS-062 … 080 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/serial.html.h"
#include "app/certificate/view.h"
#include "app/exam/exam.h"
#include "base/text.h"

enum { TICKS_MOST = 2000 };

static const struct field labels[] = {
	{.name = "tick", .label = "勾選"}, {.name = "number", .label = "申請序號"}, {.name = "reason", .label = "退回理由"},
	{.name = "document", .label = "發文文號"}, {.name = "day", .label = "發文日期"}, {0}
};

static int status_of(const struct req *r)
{
	return issue_has(&r->issues, "ERR_FORBIDDEN") ? 403 : issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "ERR_IN_SERIAL") ||
		issue_has(&r->issues, "ERR_SERIAL_CONFIRMED") || issue_has(&r->issues, "ERR_SERIAL_STATE") ? 409 : 422;
}

/* ---- the list, and a number that was typed ---- */

static void list_page_show(struct req *r, int status, struct list *l)
{
	struct serials_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/certification/serials"),
		.add = req_url(r, "/certification/serials/new"), .persons = req_url(r, "/certification/persons"),
		.number = input_text(r, "number", "申請序號", "", true, "忘記申請序號時，可至「請證人員資料管理」查詢，或由下列名單點選。")};

	l->rows_at = "/certification/serials";
	v.number.size = 14;
	serials_page(reply_page(r, status, "申請序號"), &v);
}

void serials_get(struct req *r)
{
	const char *number = serial_number(r->mem, req_query(r, "number"));
	struct list l;

	if (!list_open(&l, r, "申請序號", serial_fields, sizeof(struct serial), "id"))
		return;
	r->issues.fields = labels;
	if (pair_value(&r->query, "number") && !*number)
		issue(&r->issues, -1, "number", "ERR_REQUIRED");
	if (*number) {
		struct rows *x = db_run(r->db, &serial_numbered, A(number), A(req_agency(r)));

		if (x->n && r->as == AS_PAGE) {
			reply_see(r, req_url(r, "/certification/serials/%lld", (long long)row_int(x, 0, "id")), NULL);
			return;
		}
		issue(&r->issues, -1, "number", "ERR_SERIAL_NOT_FOUND", number);
	}
	if (r->issues.n && reply_issues(r))
		return;
	if (list_run(&l, &serial_list, REQ_AGENCIES(r), A(req_query(r, "state"))))
		list_page_show(r, r->issues.n ? 422 : 200, &l);
}

/* ---- 申請序號建立 ---- */

/* A row of a roster that was kept knows too little to be judged. */
static struct person_lines lines_of(struct req *r, const struct applicant *a, int n, bool judged, const struct list_ticks *ticks)
{
	struct person_lines v = {arena_array(r->mem, (size_t)n, sizeof *v.at), n, 0, n};

	for (int i = 0; i < n; i++) {
		struct lacks lacks = judged ? applicant_lacks(r->mem, &a[i], r->today, 0) : (struct lacks){0}, now = lacks_at_entry(&lacks);

		v.at[i] = (struct person_line){.a = &a[i], .ready = !now.n, .why = a[i].serial ? "" : lacks_words(r->mem, &lacks),
			.ticked = list_is_ticked(ticks, a[i].id), .tick_id = arena_print(r->mem, "t%lld", (long long)a[i].id),
			.edit = req_url(r, "/certification/persons/%lld", (long long)a[i].id)};
		if (a[i].serial)
			v.at[i].serial = req_url(r, "/certification/serials/%lld", (long long)a[i].serial);
	}
	return v;
}

static void show_new(struct req *r, int status, struct list *l, const struct condition *c)
{
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	struct persons_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/certification/serials/new"),
		.search = search_view(r, "/certification/serials/new", c), .filters = condition_hidden(r, c), .may_edit = req_may(r, MAY_LIFE_EDIT),
		.lines = lines_of(r, l->rows, l->n, true, &ticks), .carried = ticks.hidden, .once = form_once(r),
		.contact = r->app->contact(r, "請證操作問題諮詢")};

	v.lines.elsewhere = ticks.elsewhere;
	v.lines.total = l->total;
	if (!l->n)
		issue_lines_without(&v.wrong, "tick");
	serial_new_page(reply_page(r, status, "申請序號建立"), &v);
}

static bool open_new(struct req *r, struct list *l)
{
	return list_open(l, r, "申請序號建立", applicant_fields, sizeof(struct applicant), "name");
}

void serial_new_get(struct req *r)
{
	struct condition c;
	struct list l;

	if (!open_new(r, &l))
		return;
	condition_read(r, condition_fields, &c);
	if (r->issues.n) {
		if (!reply_issues(r))
			show_new(r, 422, &l, &c);
		return;
	}
	if (c.wanted && !run_applicants(r, &l, &c))
		return;
	if (c.wanted && !l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", condition_words(r, &c));
	show_new(r, 200, &l, &c);
}

/* The list again: another page of it, or with what is wrong. */
static void show_new_again(struct req *r, int status)
{
	struct condition c;
	struct list l;

	if (status != 200 && reply_issues_as(r, status))
		return;
	condition_read(r, condition_fields, &c);
	open_new(r, &l);
	if (c.year && *c.exam)
		run_applicants(r, &l, &c);
	show_new(r, status, &l, &c);
}

/* Somebody put one of them on another at this moment. */
static void say_taken(struct req *r, const struct serial_act *a)
{
	for (int i = 0; i < a->n; i++) {
		struct applicant x;

		if (applicant_load(r->db, r->mem, a->ids[i], r->who->agency, &x) && x.serial)
			issue(&r->issues, i, "tick", "ERR_IN_SERIAL", x.name, x.number);
	}
	if (!r->issues.n)
		audit_stale(r->db, &r->issues, -1, "tick", NULL, "trainee", a->ids[0]);
}

void serial_new_post(struct req *r)
{
	struct serial_act a = {.r = r};
	int64_t *ids;
	struct serial s;

	if (list_shown_again(r, condition_names)) {
		show_new_again(r, 200);
		return;
	}
	r->issues.fields = labels;
	a.n = req_ticks(r, "tick", TICKS_MOST, &ids);
	a.ids = ids;
	if (r->issues.n || req_tx(r, serial_make, &a) == REQ_UNDONE) {
		if (!r->issues.n)
			say_taken(r, &a);
		show_new_again(r, status_of(r));
	} else if (serial_load(r->db, a.id, &s))
		reply_see(r, r->done, arena_print(r->mem, "申請序號 %s 已產製完成，共 %d 人。", s.number, a.n));
	else
		reply_see(r, r->done, NULL);
}

/* ---- one application ---- */

static struct applicants addable_of(struct req *r, const struct serial *s)
{
	struct rows *rows = db_run(r->db, &addable, A(s->agency), A(s->exam));

	return (struct applicants){rows->n, records_load(r->mem, rows, applicant_fields, sizeof(struct applicant))};
}

static void complete_kept(const struct list *l, struct arena *mem, void *rows, int n)
{
	roster_fees(l->r->db, mem, l->r->id[0], l->r->today, rows, n);
}

static void complete_live(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct serial s;
	struct applicant *to = rows;

	if (!serial_load(l->r->db, l->r->id[0], &s))
		return;
	struct applicants all = roster_live_of(l->r->db, mem, &s);

	for (int i = 0; i < n; i++)
		for (int k = 0; k < all.n; k++)
			if (all.at[k].id == to[i].id)
				to[i] = all.at[k];
	complete_kept(l, mem, rows, n);
}

static bool run_members(struct list *l, const struct serial *s)
{
	l->complete = serial_is_open(s) ? complete_live : complete_kept;
	return list_run(l, serial_is_open(s) ? &roster_live : &roster_kept, A(s->id));
}

static struct url act_url(struct req *r, const struct serial *s, const char *act)
{
	return req_url(r, "/certification/serials/%lld/%s", (long long)s->id, act);
}

static void show(struct req *r, int status, struct list *l, const struct serial *s)
{
	bool adding = text_is(r->word[1], "add");               /* then the ticks are those of the other table */
	struct list_ticks none = {0}, all = {0}, ticks = adding ? none : list_ticks(l, TICKS_MOST);
	bool open = serial_is_open(s), edits = req_may(r, MAY_LIFE_EDIT), returns = req_may(r, MAY_COMMISSION | MAY_COLLEGE);
	struct applicants more = open && edits ? addable_of(r, s) : (struct applicants){0};

	if (adding)
		all.n = req_ticks(r, "tick", TICKS_MOST, &all.ids);
	struct serial_view v = {.r = r, .l = l, .wrong = issue_lines(r), .s = s,
		.take_off = act_url(r, s, "remove"), .confirm = act_url(r, s, "confirm"), .add = act_url(r, s, "add"),
		.erase = act_url(r, s, "delete"),
		.send = act_url(r, s, "send"), .annul = act_url(r, s, "void"), .give_back = act_url(r, s, "return"),
		.roster = req_url(r, "/certification/serials/%lld/roster", (long long)s->id), .open = open, .filed = serial_is_filed(s),
		.persons = req_url(r, "/certification/persons?exam_year=%s&exam_code=%s",
			arena_print(r->mem, "%lld", (long long)s->exam_year), s->exam_code),
		.back = req_url(r, "/certification/serials"), .may_edit = edits, .ticks = open ? edits : serial_is_filed(s) && returns,
		.carried = ticks.hidden, .ticked = ticks.n, .elsewhere = ticks.elsewhere,
		.marked = open ? roster_marked(r->db, r->mem, s->id) : "", .may_return = returns,
		.locked = edits && !open && !text_is(s->state, "void") ?
			message(r->mem, "ERR_SERIAL_CONFIRMED", s->number, moment_text(r->mem, s->confirmed)) : "",
		.version = arena_print(r->mem, "%lld", (long long)s->version), .changed = serial_is_filed(s) ? roster_changed(r->db, r->mem, s) : "",
		.members = lines_of(r, l->rows, l->n, false, &ticks), .addable = lines_of(r, more.at, more.n, true, &all),
		.exam = arena_print(r->mem, "%lld年 %s", (long long)s->exam_year, exam_label(r->mem, s->exam_code, s->exam_name)),
		.reason = input_text(r, "reason", "退回理由", "", true, "用人機關看得到；資料有誤之人員請於名單勾選，會一併註記"),
		.document = input_text(r, "document", "發文文號", "", false, NULL),
		.day = input_text(r, "day", "發文日期", date_text(r->mem, r->today), true, NULL)};

	v.route = roster_route(r->mem, s, r->today, &v.first);
	for (const char *const *name = (const char *const[]){"tick", "reason", "document", "day", NULL}; *name; name++)
		if (strcmp(*name, "tick") ? strcmp(*name, "reason") || !v.ticks || open : !l->n)
			issue_lines_without(&v.wrong, *name);
	serial_page(reply_page(r, status, arena_print(r->mem, "申請序號 %s", s->number)), &v);
}

static bool open_list(struct req *r, struct list *l)
{
	return list_open(l, r, "實務訓練及性質特殊訓練成績清冊", register_fields, sizeof(struct applicant), "place");
}

void serial_get(struct req *r)
{
	struct serial s;
	struct list l;

	if (!open_list(r, &l))
		return;
	if (!serial_load(r->db, r->id[0], &s))
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else if (run_members(&l, &s))
		show(r, 200, &l, &s);
}

/* The members' heads, pager and 全選 send the form: the ticks stay. */
void serial_show_post(struct req *r)
{
	struct serial s;
	struct list l;

	if (!list_shown_again(r, (const char *const[]){NULL})) {
		reply_see(r, req_url(r, "/certification/serials/%lld", (long long)r->id[0]), NULL);
		return;
	}
	if (!open_list(r, &l))
		return;
	if (!serial_load(r->db, r->id[0], &s))
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else if (run_members(&l, &s))
		show(r, 200, &l, &s);
}

static const struct act {
	const char *word, *done;
	void (*run)(struct db *, void *);
	uint64_t may;
	bool reason, letter;
} acts[] = {
	{"add", "已加入人員。", serial_add, MAY_LIFE_EDIT, false, false},
	{"remove", "已刪除人員，其資料可以修改。", serial_remove, MAY_LIFE_EDIT, false, false},
	{"delete", "已刪除申請序號，其人員資料可以修改。", serial_delete, MAY_LIFE_EDIT, false, false},
	{"confirm", "已確認申請，請列印成績清冊後函送。", serial_confirm, MAY_LIFE_EDIT, false, false},
	{"send", "已登錄函送。", serial_send, MAY_LIFE_EDIT, false, true},
	{"return", "已退回，並通知用人機關。", serial_return, MAY_COMMISSION | MAY_COLLEGE, true, false},
	{"void", "申請序號已作廢，請重新產製。", serial_void, MAY_LIFE_EDIT, false, false},
	{0}
};

static void refuse(struct req *r)
{
	int status = status_of(r);
	struct serial s;
	struct list l;

	if (reply_issues_as(r, status))
		return;
	list_shown_again(r, (const char *const[]){NULL});
	open_list(r, &l);
	l.path = arena_print(r->mem, "/certification/serials/%lld", (long long)r->id[0]);
	if (serial_load(r->db, r->id[0], &s) && run_members(&l, &s))
		show(r, status, &l, &s);
}

void serial_act_post(struct req *r)
{
	struct serial_act a = {.r = r, .id = r->id[0], .reason = req_form(r, "reason"), .document = req_form(r, "document")};
	const struct act *act = acts;
	int64_t *ids;

	while (act->word && strcmp(act->word, r->word[1]))
		act++;
	if (!act->word || !req_may(r, act->may)) {
		reply_refuse(r, act->word ? 403 : 404, act->word ? "ERR_NO_RIGHT" : "ERR_PAGE_NOT_FOUND", act->word ? "請證" : NULL);
		return;
	}
	r->issues.fields = labels;
	a.n = req_ticks(r, "tick", TICKS_MOST, &ids);
	a.ids = ids;
	text_to_int(req_form(r, "version"), 1, INT64_MAX, &a.seen);
	if (act->reason && !*a.reason)
		issue(&r->issues, -1, "reason", "ERR_REQUIRED");
	if (act->letter && req_date(r, "day", "發文日期", true, &a.day) && date_before(r->today, a.day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (r->issues.n || req_tx(r, act->run, &a) == REQ_UNDONE) {
		if (!r->issues.n)
			audit_stale(r->db, &r->issues, -1, "tick", NULL, "serial", a.id);
		refuse(r);
	} else
		reply_see(r, r->done, text_is(act->word, "delete") ? arena_print(r->mem, "申請序號 %s 已刪除，釋出 %d 人，其人員資料可以修改。",
			a.s.number, a.n) : act->done);
}
