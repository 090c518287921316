/* progress_web.c: 請證進度查詢, and the numbers of 保訓會 and 考試院.                                   ACMS-081, 082, PLAN-130, 133 */
#include "app/certificate/certificate.sql.h"
#include "app/certificate/serial.html.h"
#include "app/certificate/view.h"
#include "base/text.h"

enum { TICKS_MOST = 500 };

const struct field progress_fields[] = {
	FIELD(applicant, id, INT, KEY, "編號"),
	FIELD(applicant, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(applicant, number, TEXT, SHOW, "申請序號"),
	FIELD(applicant, stage, TEXT, SHOW, "請證進度", .not_sorted = true),
	FIELD(applicant, made, MOMENT, SHOW, "產製序號時間", .not_sorted = true),
	FIELD(applicant, confirmed, MOMENT, SHOW, "確認申請時間", .not_sorted = true),
	FIELD(applicant, csptc_document, TEXT, SHOW, "保訓會請證文號", .not_sorted = true),
	FIELD(applicant, csptc_day, DATE, SHOW, "請證日期", .not_sorted = true),
	FIELD(applicant, exam_yuan_document, TEXT, SHOW, "考試院發證文號", .not_sorted = true),
	FIELD(applicant, exam_yuan_day, DATE, SHOW, "發證日期", .not_sorted = true),
	FIELD(applicant, fee, TEXT, SHOW, "證書費", .not_sorted = true),
	FIELD(applicant, serial_state, TEXT, MARK, ""), FIELD(applicant, identity, TEXT, MARK, ""), FIELD(applicant, identity_proof, BOOL, MARK, ""),
	FIELD(applicant, plan, TEXT, MARK, ""), FIELD(applicant, report_date, DATE, MARK, ""), FIELD(applicant, exam_code, TEXT, MARK, ""),
	FIELD(applicant, fee_exempt_exam, BOOL, MARK, ""), FIELD(applicant, is_promotion, BOOL, MARK, ""), FIELD(applicant, paid_on, DATE, MARK, ""),
	FIELD(applicant, score, TEXT, MARK, ""), FIELD(applicant, practical_end, DATE, MARK, ""),
	{0}
};

static void stages(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct applicant *a = rows;

	for (int i = 0; i < n; i++) {
		const struct code *c = code_find(serial_states, a[i].serial_state);

		a[i].stage = c ? c->label : "未產製序號";
		a[i].fee = applicant_fee(mem, &a[i], l->r->today);
	}
}

static void show(struct req *r, int status, struct list *l, const struct condition *c)
{
	struct progress_view v = {.r = r, .l = l, .wrong = issue_lines(r), .search = search_view(r, "/certification/progress", c)};

	l->rows_at = "/certification/persons";
	progress_page(reply_page(r, status, "請證進度查詢"), &v);
}

void progress_get(struct req *r)
{
	struct condition c;
	struct list l;

	if (!list_open(&l, r, "請證進度查詢", progress_fields, sizeof(struct applicant), "number"))
		return;
	condition_read(r, condition_fields, &c);
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, &l, &c);
		return;
	}
	l.complete = stages;
	if (c.wanted && !list_run(&l, &applicant_list, REQ_AGENCIES(r), A(c.year), A(c.exam), A(c.name), A(""), A(""), A(0)))
		return;
	if (c.wanted && !l.n)
		issue(&r->issues, -1, "", "ERR_NOT_FOUND", condition_words(r, &c));
	show(r, 200, &l, &c);
}

/* ---- the numbers ---- */

static const struct code whats[] = {{"csptc", "保訓會請證文號"}, {"exam_yuan", "考試院發證文號"}, {0}};
const struct field numbers_takes[] = {
	{.name = "what", .label = "文號種類", .kind = K_CODE, .use = EDIT, .need = true, .list = whats},
	{.name = "document", .label = "文號", .kind = K_TEXT, .use = EDIT, .need = true, .most = 60},
	{.name = "day", .label = "文號日期", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "tick", .label = "勾選"},
	{0}
};

static void numbers_show(struct req *r, int status, struct list *l)
{
	struct list_ticks ticks = list_ticks(l, TICKS_MOST);
	struct numbers_view v = {.r = r, .l = l, .wrong = issue_lines(r), .action = req_url(r, "/certification/numbers"),
		.lines = {arena_array(r->mem, (size_t)l->n, sizeof *v.lines.at), l->n}, .carried = ticks.hidden, .ticked = ticks.n,
		.elsewhere = ticks.elsewhere, .what = input_choice(r, "what", "文號種類", "csptc", true, options_of(r->mem, whats, NULL)),
		.document = input_text(r, "document", "文號", "", true, "例如 公訓字第1130006555號"),
		.day = input_text(r, "day", "文號日期", "", true, NULL)};
	const struct serial *s = l->rows;

	for (int i = 0; i < l->n; i++)
		v.lines.at[i] = (struct numbers_line){.s = &s[i], .at = req_url(r, "/certification/serials/%lld", (long long)s[i].id),
			.tick_id = arena_print(r->mem, "t%lld", (long long)s[i].id), .ticked = list_is_ticked(&ticks, s[i].id)};
	for (const struct field *f = numbers_takes; f->name && !l->n; f++)
		issue_lines_without(&v.wrong, f->name);
	v.document.size = 24;
	v.day.size = 10;
	numbers_page(reply_page(r, status, "登錄請證文號"), &v);
}

static bool numbers_open(struct req *r, struct list *l)
{
	return list_open(l, r, "登錄請證文號", serial_fields, sizeof(struct serial), "number");
}

void numbers_get(struct req *r)
{
	struct list l;

	if (numbers_open(r, &l) && list_run(&l, &serial_filed_list))
		numbers_show(r, 200, &l);
}

static void read_number(struct req *r, struct serial_act *a)
{
	r->issues.fields = numbers_takes;
	if (!code_find(whats, req_form(r, "what")))
		issue(&r->issues, -1, "what", "ERR_REQUIRED");
	if (!*a->document)
		issue(&r->issues, -1, "document", "ERR_REQUIRED");
	if (utf8_length(a->document) > 60)
		issue(&r->issues, -1, "document", "ERR_LONG", "60", arena_print(r->mem, "%d", (int)utf8_length(a->document)));
	if (req_date(r, "day", "文號日期", true, &a->day) && date_before(r->today, a->day))
		issue(&r->issues, -1, "day", "ERR_DATE_FUTURE", date_text(r->mem, r->today));
	if (!a->n)
		issue(&r->issues, -1, "tick", "ERR_SERIAL_NONE");
}

void numbers_post(struct req *r)
{
	struct serial_act a = {.r = r, .document = req_form(r, "document"), .reason = ""};
	bool first = text_is(req_form(r, "what"), "csptc");
	int64_t *ids;
	struct list l;

	if (list_shown_again(r, (const char *const[]){NULL})) {
		if (numbers_open(r, &l) && list_run(&l, &serial_filed_list))
			numbers_show(r, 200, &l);
		return;
	}
	a.n = req_ticks(r, "tick", TICKS_MOST, &ids);
	a.ids = ids;
	read_number(r, &a);
	if (!r->issues.n && req_tx(r, first ? serial_csptc : serial_exam_yuan, &a) != REQ_UNDONE) {
		reply_see(r, r->done, arena_print(r->mem, "已登錄 %d 筆申請序號的%s。", a.n, first ? whats[0].label : whats[1].label));
		return;
	}
	int status = issue_has(&r->issues, "ERR_STALE") || issue_has(&r->issues, "DUPLICATE") ||
		issue_has(&r->issues, "ERR_SERIAL_STATE") ? 409 : 422;

	if (!reply_issues_as(r, status) && numbers_open(r, &l) && list_run(&l, &serial_filed_list))
		numbers_show(r, status, &l);
}
