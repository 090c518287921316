/* online.c: the pages of 「線上繳費」 and the service's notice.  The notice alone books; what a browser brings back does not.   ACMS-094 */
#include <string.h>

#include "app/audit/audit.h"
#include "app/fee/online.html.h"
#include "app/fee/view.h"
#include "base/text.h"

enum { ITEM_MOST = 300 };

static const struct field order_fields[] = {
	{.name = "number", .label = "交易編號", .kind = K_TEXT, .use = SHOW},
	{.name = "amount", .label = "金額（元）", .kind = K_INT, .use = SHOW, .at = sizeof(char *)},
	{.name = "state", .label = "狀態", .kind = K_TEXT, .use = SHOW, .at = sizeof(char *) + sizeof(int64_t)},
	{0}
};
struct order_record { const char *number; int64_t amount; const char *state; };

/* ---- the order ---- */

struct starting { struct choice choice; struct trade trade; bool under_way; };

static void start(struct db *db, void *with)
{
	struct starting *s = with;
	struct choice *c = &s->choice;
	struct req *r = c->r;

	choice_find(db, c);
	for (int i = 0; i < c->chosen.n; i++) {
		const struct due *d = &c->chosen.at[i];

		if (d->amount <= 0)
			issue(&r->issues, -1, "tick", "ERR_PAY_CONFIG", d->exam_name);
		else if (d->state != FEE_ONLINE && !trade_offered(d, r->today))
			issue(&r->issues, -1, "tick", "ERR_PAY_ONLINE_LATE", d->exam_name);
	}
	if (c->known && !r->issues.n)
		s->under_way = !trade_start(db, r->mem, &c->chosen, r->now, &s->trade);
}

static void online_post(struct req *r)
{
	struct starting s = {.choice = choice_read(r)};

	if (!gateway_on()) {
		ask_again(r, "ERR_PAY_ONLINE_OFF");
		return;
	}
	db_tx(r->db, start, &s);
	if (r->issues.n || !s.choice.known)
		choice_refuse(&s.choice);
	else if (s.under_way) {
		issue(&r->issues, -1, "tick", "ERR_PAY_ONLINE", s.choice.chosen.at[0].exam_name,
			moment_text(r->mem, (struct moment){r->now.seconds + TRADE_MINUTES * 60}));
		choice_refuse(&s.choice);
	} else
		reply_see(r, req_url(r, "/fee/online/%s/pay", s.trade.number), NULL);
}

/* What the service shows and prints: examinations, no person. */
static const char *item_of(struct arena *mem, const struct trade *t)
{
	struct text item = text_new(mem, 1 << 16);

	for (int i = 0; i < t->lines.n; i++)
		text_print(&item, "%s考試及格證書證書費 %s", i ? "#" : "", t->lines.at[i].exam);
	return item.n <= ITEM_MOST ? item.at : arena_print(mem, "考試及格證書證書費 %d 件", t->lines.n);
}

static struct order_view view_of(struct req *r, const struct trade *t)
{
	return (struct order_view){.trade = *t, .cancel = req_url(r, "/fee/online/%s/cancel", t->number), .fee = req_url(r, "/fee"),
		.again = req_url(r, "/fee/online/%s", t->number), .host = strstr(gateway_origin(r->mem), "://") + 3,
		.until = moment_text(r->mem, (struct moment){t->made.seconds + TRADE_MINUTES * 60})};
}

/* An address names no order while there is no service: it was none of ours. */
static bool find(struct req *r, struct trade *t)
{
	if (gateway_on() && trade_find(r->db, r->mem, r->word[0], t))
		return true;
	reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
	return false;
}

static void pay_get(struct req *r)
{
	struct trade t;
	struct order_view v;

	if (!find(r, &t))
		return;
	if (t.state != TRADE_OPEN) {
		reply_see(r, req_url(r, "/fee/online/%s", t.number), NULL);
		return;
	}
	v = view_of(r, &t);
	v.at = gateway_address(r->mem);
	v.fields = gateway_form(r->mem, &(struct gateway_order){.number = t.number, .amount = t.amount, .item = item_of(r->mem, &t), .made = t.made,
		.told_at = url_at(r->mem, r->app->public_origin, req_url(r, "/fee/online/told")).text,
		.result_at = url_at(r->mem, r->app->public_origin, req_url(r, "/fee/online/back")).text,
		.back_at = url_at(r->mem, r->app->public_origin, v.again).text});
	r->form_to = gateway_origin(r->mem);
	online_go_page(reply_page(r, 200, "線上繳費"), &v);
}

/* ---- what is known of it ---- */

static void state_get(struct req *r)
{
	static const char *const words[] = {[TRADE_OPEN] = "open", [TRADE_PAID] = "paid", [TRADE_FAILED] = "failed",
		[TRADE_CANCELLED] = "cancelled", [TRADE_WRONG] = "wrong"};
	struct trade t;
	struct order_view v;

	if (!find(r, &t))
		return;
	if (r->json) {
		reply_record(r, order_fields, &(struct order_record){t.number, t.amount, words[t.state]});
		return;
	}
	v = view_of(r, &t);
	online_state_page(reply_page(r, 200, "線上繳費"), &v);
}

/* The service sends the browser back with the result; it is not looked at. */
static void back_post(struct req *r)
{
	reply_see(r, req_url(r, "/fee/online/%s", req_form(r, "MerchantTradeNo")), NULL);
}

struct cancelling { struct req *r; bool done; };

static void cancel(struct db *db, void *with)
{
	struct cancelling *c = with;

	c->done = trade_cancel(db, c->r->mem, c->r->word[0], c->r->now);
}

static void cancel_post(struct req *r)
{
	struct cancelling c = {r, false};
	struct trade t;

	if (!find(r, &t))
		return;
	db_tx(r->db, cancel, &c);
	reply_see(r, req_url(r, "/fee/online/%s", t.number), NULL);
}

/* ---- the notice ---- */

struct telling { struct req *r; struct gateway_result result; enum trade_settled settled; };

static void settle(struct db *db, void *with)
{
	struct telling *t = with;

	t->settled = trade_settle(db, t->r->mem, &t->result, t->r->now);
}

/* Only what the service's own document has as an answer; the reason is for the log, without what was signed or with what. */
static void refuse_notice(struct req *r, const char *why, const char *number)
{
	bool plain = strspn(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789") == strlen(number);

	audit_refusal_bounded(r->db, &(struct audit_event){.address = r->wire->address, .action = "fee.online.refused", .subject_kind = "trade",
		.reason = why, .after = plain && *number ? arena_print(r->mem, "{\"order\":\"%s\"}", number) : NULL, .at = r->now});
	reply_bytes(r, 400, "text/plain; charset=utf-8", "0|refused", strlen("0|refused"));
}

static void told_post(struct req *r)
{
	static const char *const why[] = {[GATEWAY_GENUINE] = "", [GATEWAY_BROKEN] = "not a notice", [GATEWAY_FORGED] = "wrong check value",
		[GATEWAY_FOREIGN] = "another merchant"};
	struct telling t = {.r = r};
	enum gateway_trust trust;

	if (!gateway_on()) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	trust = gateway_told(r->mem, &r->form, &t.result);
	if (trust != GATEWAY_GENUINE) {
		refuse_notice(r, why[trust], t.result.number);
		return;
	}
	db_tx(r->db, settle, &t);
	if (t.settled == TRADE_UNKNOWN || t.settled == TRADE_AMOUNT)
		refuse_notice(r, t.settled == TRADE_UNKNOWN ? "no such order" : "another amount", t.result.number);
	else
		reply_bytes(r, 200, "text/plain; charset=utf-8", "1|OK", strlen("1|OK"));
}

static const struct field choice_fields[] = {{.name = "token", .label = "查詢", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};
static const char *const choice_ticks[] = {"tick", NULL};
#define TOLD(n, l) {.name = n, .label = l, .kind = K_TEXT, .use = EDIT}
static const struct field told_fields[] = {
	TOLD("MerchantID", "特店編號"), TOLD("MerchantTradeNo", "交易編號"), TOLD("RtnCode", "交易狀態"), TOLD("RtnMsg", "交易訊息"),
	TOLD("TradeNo", "付款服務之交易編號"), TOLD("TradeAmt", "金額"), TOLD("PaymentDate", "付款時間"), TOLD("PaymentType", "付款方式"),
	TOLD("SimulatePaid", "模擬付款"), TOLD("CheckMacValue", "檢查碼"), {0}
}, back_fields[] = {TOLD("MerchantTradeNo", "交易編號"), {0}};

const struct route fee_online_routes[] = {
	{POST, "/fee/online", online_post, 0, .takes = choice_fields, .ticks = choice_ticks, .public_post = true, .crumb = "請領證書繳款/線上繳費",
		.help = "線上繳費"},
	{POST, "/fee/online/told", told_post, 0, .takes = told_fields, .type = "text/plain", .public_post = true, .from_outside = true,
		.hidden = true, .help = "付款服務通知付款結果"},
	{POST, "/fee/online/back", back_post, 0, .takes = back_fields, .public_post = true, .from_outside = true, .hidden = true,
		.help = "自付款服務返回"},
	{GET, "/fee/online/*order/pay", pay_get, 0, .hidden = true, .crumb = "請領證書繳款/線上繳費", .help = "確認線上繳費"},
	{GET, "/fee/online/*order", state_get, 0, .gives = order_fields, .hidden = true, .crumb = "請領證書繳款/線上繳費", .help = "線上繳費結果"},
	{POST, "/fee/online/*order/cancel", cancel_post, 0, .public_post = true, .hidden = true, .help = "取消線上繳費"},
	{0}
};
