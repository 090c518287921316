/* received_web.c: 成績清冊收件: which confirmed applications have not come on paper yet, and the day on which they did.       ACMS-080 */
#include "app/audit/audit.h"
#include "app/certificate/certificate.sql.h"
#include "app/certificate/serial.html.h"
#include "app/certificate/view.h"
#include "base/text.h"

enum { TICKS_MOST = 500 };

const struct field received_fields[] = {
	FIELD(serial, id, INT, KEY, "編號"),
	FIELD(serial, number, TEXT, SHOW, "申請序號"),
	FIELD(serial, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(serial, exam_year, INT, SHOW, "考試年度", .not_sorted = true),
	FIELD(serial, exam_name, TEXT, SHOW, "考試種類", .not_sorted = true),
	FIELD(serial, members, INT, SHOW, "人數", .not_sorted = true),
	FIELD(serial, confirmed, MOMENT, SHOW, "確認時間", .not_sorted = true),
	FIELD(serial, sent_day, DATE, SHOW, "發文日期", .not_sorted = true),
	FIELD(serial, sent_document, TEXT, SHOW, "發文文號", .not_sorted = true),
	FIELD(serial, recipient, TEXT, SHOW, "函送對象", .not_sorted = true),
	FIELD(serial, received, DATE, SHOW, "收件日期", .not_sorted = true),
	FIELD(serial, plan, TEXT, MARK, ""), FIELD(serial, roster_recipient, TEXT, MARK, ""), FIELD(serial, version, INT, MARK, ""),
	{0}
};

static const struct code shows[] = {{"open", "尚未收到紙本"}, {"all", "全部"}, {0}};
const struct field received_query[] = {{.name = "which", .label = "顯示（open 或 all）", .kind = K_TEXT, .most = 10}, {0}};
const struct field received_takes[] = {
	{.name = "day", .label = "收件日期", .kind = K_DATE, .use = EDIT, .need = true}, {.name = "tick", .label = "勾選"}, {0}
};

static void complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct serial *s = rows;

	for (int i = 0; i < n; i++)
		roster_route(mem, &s[i], l->r->today, &s[i].recipient);
}

static bool run(struct req *r, struct list *l)
{
	if (!list_open(l, r, "成績清冊收件", received_fields, sizeof(struct serial), "number"))
		return false;
	l->complete = complete;
	return list_run(l, &serial_awaited, A(text_is(req_query(r, "which"), "all") ? "all" : "open"));
}

static void show(struct req *r, int status, struct list *l)
{
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	struct received_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/certification/received"),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .carried = ticks.hidden, .ticked = ticks.n,
		.elsewhere = ticks.elsewhere,
		.show = input_choice(r, "which", "顯示", text_is(req_query(r, "which"), "all") ? "all" : "open", true,
			options_of(r->mem, shows, NULL)),
		.day = input_text(r, "day", "收件日期", date_text(r->mem, r->today), true, NULL)};
	const struct serial *s = l->rows;

	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct numbers_line){.s = &s[i], .at = req_url(r, "/certification/serials/%lld", (long long)s[i].id),
			.tick_id = arena_print(r->mem, "t%lld", (long long)s[i].id), .ticked = list_is_ticked(&ticks, s[i].id)};
	if (!l->n) {
		issue_lines_without(&v.wrong, "day");
		issue_lines_without(&v.wrong, "tick");
	}
	v.day.size = 10;
	pair_add(r->mem, &v.carried, "which", req_query(r, "which"));
	received_page(reply_page(r, status, "成績清冊收件"), &v);
}

void received_get(struct req *r)
{
	struct list l;

	if (run(r, &l))
		show(r, 200, &l);
}

/* Whoever has the page of the application open is told (a version more). */
static void receive(struct db *db, void *act)
{
	struct serial_act *a = act;
	struct req *r = a->r;

	issues_clear(&r->issues);
	for (int i = 0; i < a->n; i++) {
		if (!serial_load(db, a->ids[i], &a->s) || !serial_is_filed(&a->s)) {
			issue(&r->issues, i, "tick", "ERR_SERIAL_STATE", a->s.number ? a->s.number : "", a->s.number ? a->s.stage.label : "",
				"登錄收件");
			continue;
		}
		db_run(db, &serial_next, A(a->s.id), A(a->s.version));
		db_run(db, &serial_received, A(a->s.id), A(a->day), A(r->who->account));
		audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
			.action = "certificate.received", .subject_kind = "serial", .subject = a->s.id, .at = r->now,
			.after = arena_print(r->mem, "{\"day\":\"%s\"}", date_iso(r->mem, a->day))});
	}
	r->done = req_url(r, "/certification/received");
	if (r->issues.n)
		db_undo(db);
}

void received_post(struct req *r)
{
	struct serial_act a = {.r = r};
	int64_t *ids;
	struct list l;

	r->issues.fields = received_takes;
	if (list_shown_again(r, (const char *const[]){"which", NULL})) {
		if (run(r, &l))
			show(r, 200, &l);
		return;
	}
	a.n = req_ticks(r, "tick", TICKS_MOST, &ids);
	a.ids = ids;
	if (req_date(r, "day", "收件日期", true, &a.day) && date_before(r->today, a.day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!a.n)
		issue(&r->issues, -1, "tick", "ERR_SERIAL_NONE");
	if (!r->issues.n && req_tx(r, receive, &a) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已登錄 %d 筆成績清冊收件。", a.n));
		return;
	}
	int status = issue_has(&r->issues, "ERR_SERIAL_STATE") ? 409 : 422;

	if (!reply_issues_as(r, status) && run(r, &l))
		show(r, status, &l);
}
