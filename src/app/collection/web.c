/* web.c: 繳費對帳: the list of what came in, one payment and what is decided about it, the upload.       ACMS-093 ACMS-095 ACMS-096 */
#include "app/collection/collection.sql.h"
#include "app/collection/page.html.h"
#include "app/collection/view.h"
#include "app/may.h"
#include "base/text.h"

enum { INPUTS = 6, STANDINGS = 8 };

static const struct code standing_choices[] = {
	{"open", "待處理"}, {"all", "全部"}, {"booked", "已入帳"}, {"accept", "准予入帳"}, {"assign", "改入其他繳費單"}, {"refund", "退費"},
	{"close", "結案（免退費）"}, {0}
};

static const struct field query_fields[] = {
	{.name = "standing", .label = "處理情形", .kind = K_CODE, .list = standing_choices},
	{.name = "channel", .label = "繳費管道", .kind = K_CODE, .list = fee_channels},
	{.name = "outcome", .label = "比對結果", .kind = K_CODE, .list = fee_outcomes},
	{.name = "from", .label = "繳款日期自", .kind = K_DATE}, {.name = "to", .label = "至", .kind = K_DATE},
	{.name = "number", .label = "繳費單號或交易序號", .kind = K_TEXT, .most = 80},
	{.name = "batch", .label = "匯入批次", .kind = K_INT, .least = 1, .most = INT64_MAX}, {0}
};

/* ---- the list ---- */

struct filter { const char *standing, *channel, *outcome, *number; struct date from, to; int64_t batch; };

static const char *query_code(struct req *r, const char *name, const struct code *list)
{
	const struct code *c = code_find(list, req_query(r, name));

	return c ? c->id : "";
}

static struct date query_day(struct req *r, const char *name, const char *otherwise)
{
	const char *typed = req_query(r, name);
	struct date day = {0};

	if (*typed && !date_parse(typed, &day))
		issue(&r->issues, -1, name, "ERR_DATE", typed);
	if (!date_set(day))
		date_parse_iso(otherwise, &day);
	return day;
}

static struct filter filter_of(struct req *r)
{
	r->issues.fields = query_fields;
	return (struct filter){query_code(r, "standing", standing_choices), query_code(r, "channel", fee_channels),
		query_code(r, "outcome", fee_outcomes), text_fold(r->mem, req_query(r, "number")), query_day(r, "from", "1912-01-01"),
		query_day(r, "to", "2911-12-31"), req_query_int(r, "batch", 1, INT64_MAX, 0)};
}

static struct options outcome_options(struct arena *mem)
{
	struct options o = {0};

	options_add(mem, &o, "", "（全部）");
	for (int i = 0; i < FEE_OUTCOMES; i++)
		if (i != FEE_SAME_AGAIN)
			options_add(mem, &o, fee_outcomes[i].id, fee_outcomes[i].label);
	return o;
}

static struct inputs filter_inputs(struct req *r, const struct filter *f)
{
	struct inputs v = {arena_array(r->mem, INPUTS, sizeof *v.at), INPUTS};

	v.at[0] = input_choice(r, "standing", "處理情形", f->batch ? "all" : "open", false, options_of(r->mem, standing_choices, NULL));
	v.at[1] = input_choice(r, "channel", "繳費管道", "", false, options_of(r->mem, fee_channels, "（全部）"));
	v.at[2] = input_choice(r, "outcome", "比對結果", "", false, outcome_options(r->mem));
	v.at[3] = input_text(r, "from", "繳款日期自", "", false, NULL);
	v.at[4] = input_text(r, "to", "至", "", false, NULL);
	v.at[5] = input_text(r, "number", "繳費單號或交易序號", "", false, NULL);
	v.at[3].size = v.at[4].size = 10;
	v.at[5].size = 20;
	return v;
}

/* An upload's money; its sum is that of the file.   ACMS-095 */
static struct sum_lines sums_of(struct req *r, int64_t batch)
{
	struct rows *s = db_run(r->db, &payments_sum, A(batch));
	struct sum_lines v = {arena_array(r->mem, STANDINGS, sizeof *v.at), 0};
	struct sum_line all = {.label = "合計"};

	for (const struct code *c = payment_standings; c->id; c++)
		for (int i = 0; i < s->n; i++)
			if (text_is(row_text(s, i, "standing"), c->id)) {
				v.at[v.n++] = (struct sum_line){c->label, row_int(s, i, "n"), row_int(s, i, "amount")};
				all.n += row_int(s, i, "n");
				all.amount += row_int(s, i, "amount");
			}
	v.at[v.n++] = all;
	return v;
}

static void list_show(struct req *r, int status, struct list *l, const struct filter *f)
{
	struct payments_view v = {.r = r, .l = l, .wrong = issue_lines(r), .inputs = filter_inputs(r, f), .search = req_url(r, "/payments"),
		.upload = req_url(r, "/payments/import"), .statement = req_url(r, "/payments/statement")};
	struct import_batch b;

	l->rows_at = "/payments";
	if (f->batch && batch_load(r->db, r->mem, f->batch, &b) && text_is(b.kind.id, collection_kind.name)) {
		v.batch = f->batch;
		v.batch_file = b.file_name;
		v.unchanged = b.hidden ? 0 : b.rows_unchanged;
		v.batch_page = req_url(r, "/imports/%lld", (long long)f->batch);
		v.sums = sums_of(r, f->batch);
	}
	payments_page(reply_page(r, status, "繳費對帳"), &v);
}

static bool run(struct list *l, const struct filter *f)
{
	const char *standing = text_is(f->standing, "all") ? "" : f->standing;
	bool dated = *req_query(l->r, "from") || *req_query(l->r, "to") || text_is(f->standing, "all");

	if (*f->number)
		return list_run(l, &payments_numbered, A(f->number));
	if (f->batch)
		return list_run(l, &payments_of_batch, A(f->batch), A(f->channel), A(f->outcome), A(standing));
	if (!dated && (!*standing || text_is(standing, "open")))
		return list_run(l, &payments_open, A(f->channel), A(f->outcome));
	return list_run(l, &payments_dated, A(f->from), A(f->to), A(f->channel), A(f->outcome), A(standing));
}

static void list_get(struct req *r)
{
	struct filter f = filter_of(r);
	struct list l;

	if (!list_open(&l, r, "繳費對帳", payment_fields, sizeof(struct payment), "paid_on"))
		return;
	if (r->issues.n) {
		if (!reply_issues(r))
			list_show(r, 422, &l, &f);
		return;
	}
	if (run(&l, &f))
		list_show(r, 200, &l, &f);
}

/* ---- one payment ---- */

/* What may be decided: money for a slip that nothing speaks for can't simply be accepted. */
static struct options settlements_of(struct req *r, const struct payment *p)
{
	struct options o = {0};
	bool fits_none = !p->slip || text_is(p->outcome.id, "double") || text_is(p->outcome.id, "reused");

	options_add(r->mem, &o, "", "請選擇");
	for (const struct code *c = payment_settlements; c->id; c++)
		if (!fits_none || !text_is(c->id, "accept"))
			options_add(r->mem, &o, c->id, c->label);
	return o;
}

static struct payment_links others_of(struct req *r, const struct payment *p)
{
	struct rows *rows = p->admission ? db_run(r->db, &payments_of_slip, A(p->admission)) : NULL;
	struct payment *all = rows ? records_load(r->mem, rows, payment_fields, sizeof *all) : NULL;
	struct payment_links v = {arena_array(r->mem, rows ? (size_t)rows->n : 0, sizeof *v.at), 0};

	for (int i = 0; rows && i < rows->n; i++)
		if (all[i].id != p->id)
			v.at[v.n++] = (struct payment_link){&all[i], req_url(r, "/payments/%lld", (long long)all[i].id)};
	return v;
}

static void one_show(struct req *r, int status, const struct payment *p)
{
	struct payment_view v = {.r = r, .p = p, .wrong = issue_lines(r), .open = payment_is_open(p), .settled = p->settled.seconds != 0,
		.settlement = input_choice(r, "settlement", "處理方式", "", true, settlements_of(r, p)),
		.slip = input_text(r, "slip", "改入之繳費單號", "", false, "選「改入其他繳費單」時填寫"),
		.document = input_text(r, "document", "退費文號", "", false, "選「退費」時填寫，可先空白"),
		.reason = input_text(r, "reason", "理由", "", true, NULL), .reopen_reason = input_text(r, "reason", "撤銷理由", "", true, NULL),
		.settle = req_url(r, "/payments/%lld/settle", (long long)p->id), .reopen = req_url(r, "/payments/%lld/reopen", (long long)p->id),
		.others = others_of(r, p), .version = arena_print(r->mem, "%lld", (long long)p->version), .back = list_back(r, "/payments"),
		.exam = p->slip ? arena_print(r->mem, "%lld年 %s", (long long)p->exam_year, p->exam_name) : ""};

	v.reason.wide = v.reopen_reason.wide = true;
	if (text_is(p->standing.id, "booked") || text_is(p->standing.id, "accept") || text_is(p->standing.id, "assign"))
		v.receipt = req_url(r, "/payments/%lld/receipt", (long long)p->id);
	if (p->admission)
		v.trainee = p->admission < 0 ? req_url(r, "/promotion/scores/%lld", (long long)-p->admission) :
			req_url(r, "/trainees/%lld", (long long)p->admission);
	if (p->batch)
		v.import = req_url(r, "/imports/%lld", (long long)p->batch);
	payment_page(reply_page(r, status, arena_print(r->mem, "款項 %s", p->reference)), &v);
}

static void one_get(struct req *r)
{
	struct payment p;

	if (!payment_load(r->db, r->mem, r->id[0], &p))
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	else if (r->json)
		reply_record(r, payment_fields, &p);
	else
		one_show(r, 200, &p);
}

/* ---- deciding ---- */

struct deciding { struct req *r; struct settling s; bool (*act)(struct db *, const struct settling *); };

static void decide(struct db *db, void *with)
{
	struct deciding *d = with;

	issues_clear(&d->r->issues);
	if (!d->act(db, &d->s))
		db_undo(db);
	d->r->done = req_url(d->r, "/payments/%lld", (long long)d->s.payment);
}

static int status_of(const struct req *r)
{
	static const char *const taken[] = {"ERR_PAYMENT_PAID", "ERR_PAYMENT_USED", "ERR_PAYMENT_DONE", "ERR_PAYMENT_BUILT", "ERR_STALE"};

	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		if (issue_has(&r->issues, taken[i]))
			return 409;
	return 422;
}

static void act_post(struct req *r, bool (*act)(struct db *, const struct settling *), bool check, const char *note)
{
	struct deciding d = {r, {.payment = r->id[0], .settlement = req_form(r, "settlement"), .slip = text_fold(r->mem, req_form(r, "slip")),
		.document = req_form(r, "document"), .reason = req_form(r, "reason"), .who = r->who, .address = r->wire->address, .now = r->now,
		.issues = &r->issues}, act};
	struct payment p;

	text_to_int(req_form(r, "version"), 1, INT64_MAX, &d.s.seen);
	r->issues.fields = settle_fields;
	if (!payment_load(r->db, r->mem, r->id[0], &p)) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	if (check)
		settle_check(&d.s);
	else if (!*d.s.reason)
		issue(&r->issues, -1, "reason", "ERR_REASON");
	if (!r->issues.n && req_tx(r, decide, &d) != REQ_UNDONE) {
		reply_see(r, r->done, note);
		return;
	}
	payment_load(r->db, r->mem, r->id[0], &p);
	if (!reply_issues_as(r, status_of(r)))
		one_show(r, status_of(r), &p);
}

static void settle_post(struct req *r)
{
	act_post(r, settle, true, "已儲存處理結果。");
}

static void reopen_post(struct req *r)
{
	act_post(r, settle_reopen, false, "已撤銷處理，本筆款項回到待處理。");
}

/* ---- the upload ---- */

static void import_get(struct req *r)
{
	import_upload_page(r, &collection_kind);
}

static void import_post(struct req *r)
{
	import_upload_post(r, &collection_kind);
}

static void template_get(struct req *r)
{
	import_template(r, &collection_kind);
}

static const struct field reopen_fields[] = {{.name = "reason", .label = "撤銷理由", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};

const struct route collection_routes[] = {
	{GET, "/payments", list_get, MAY_PAYMENT, .takes = query_fields, .gives = payment_fields, .list = true, .crumb = "請證系統/繳費對帳",
		.help = "收到之款項與處理情形"},
	{GET, "/payments/import", import_get, MAY_PAYMENT, .crumb = "請證系統/繳費對帳/代收款檔匯入", .help = "匯入代收款檔"},
	{POST, "/payments/import", import_post, MAY_PAYMENT, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = "請證系統/繳費對帳/代收款檔匯入", .help = "上傳代收款檔"},
	{GET, "/payments/import/template", template_get, MAY_PAYMENT, .help = "代收款檔的範本"},
	{GET, "/payments/:payment", one_get, MAY_PAYMENT, .gives = payment_fields, .crumb = "請證系統/繳費對帳/款項", .help = "一筆款項"},
	{POST, "/payments/:payment/settle", settle_post, MAY_PAYMENT, .takes = settle_fields, .help = "處理與繳費單不符之款項"},
	{POST, "/payments/:payment/reopen", reopen_post, MAY_PAYMENT, .takes = reopen_fields, .help = "撤銷款項之處理"},
	{0}
};
