/* gateway.c: orders and results as 綠界 全方位金流 (AioCheckOut/V5, QueryTradeInfo/V5) has them.  See gateway.h. */
#include "app/gateway/gateway.h"

#include <curl/curl.h>
#include <sodium.h>
#include <string.h>

#include "base/log.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/form.h"

enum { SECONDS_MOST = 20, ANSWER_MOST = 1 << 16, FIELDS_MOST = 100, CHECK_BYTES = 64, NUMBER_MOST = 20, AMOUNT_MOST = 1000000, ATM_DAYS = 3 };

/* The ways to pay that may be offered, and those that the service would offer besides. */
static const char *const ours[] = {"Credit", "WebATM", "ATM", "TWQR", "ApplePay"}, *const never[] = {"CVS", "BARCODE", "BNPL", "WeiXin"};

static bool allowed(const char *way)
{
	const char *all = setting("fee.online.channels");
	size_t n = strlen(way);

	for (const char *s = all + strspn(all, ", "); *s; s += strcspn(s, ", "), s += strspn(s, ", "))
		if (strcspn(s, ", ") == n && !strncasecmp(s, way, n))
			return true;
	return false;
}

static int n_allowed(void)
{
	int n = 0;

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		n += allowed(ours[i]);
	return n;
}

static int n_named(void)
{
	const char *all = setting("fee.online.channels");
	int n = 0;

	for (const char *s = all + strspn(all, ", "); *s; s += strcspn(s, ", "), s += strspn(s, ", "))
		n++;
	return n;
}

/* Over the net only by TLS; within this machine a trial may do without. */
static bool address_is_safe(const char *s)
{
	return text_starts(s, "https://") || text_starts(s, "http://127.0.0.1:");
}

void gateway_start(void)
{
	static const char *const needed[] = {"fee.online.merchant", "fee.online.key", "fee.online.iv", "fee.online.channels"};

	if (!gateway_on())
		return;
	if (!address_is_safe(setting("fee.online.address")) || strpbrk(setting("fee.online.address"), " \"'<>;,\\"))
		fail("the setting fee.online.address is no https address");
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
		if (!*setting(needed[i]))
			fail("the setting fee.online.address needs %s, too", needed[i]);
	if (!n_allowed() || n_allowed() != n_named())
		fail("the setting fee.online.channels knows Credit, WebATM, ATM, TWQR and ApplePay, each once");
}

bool gateway_on(void)
{
	return *setting("fee.online.address");
}

static const char *address_of(struct arena *mem, const char *path)
{
	const char *base = setting("fee.online.address");
	size_t n = strlen(base);

	return arena_print(mem, "%.*s%s", (int)(n && base[n - 1] == '/' ? n - 1 : n), base, path);
}

struct url gateway_address(struct arena *mem)
{
	return url_outside(mem, address_of(mem, "/Cashier/AioCheckOut/V5"));
}

const char *gateway_origin(struct arena *mem)
{
	const char *base = setting("fee.online.address"), *host = strstr(base, "://") + 3;

	return arena_bytes(mem, base, (size_t)(host - base) + strcspn(host, "/"));
}

/* ---- orders ---- */

static void sign(struct arena *mem, struct pairs *p)
{
	pair_add(mem, p, "CheckMacValue", check_value(mem, p, setting("fee.online.key"), setting("fee.online.iv")));
}

/* 2023/03/12 15:30:23 in Taiwan. */
static const char *moment_here(struct arena *mem, struct moment m)
{
	const char *iso = moment_iso(mem, m);

	return arena_print(mem, "%.4s/%.2s/%.2s %.8s", iso, iso + 5, iso + 8, iso + 11);
}

/* One way: that alone.  More: all, but for those that are not ours. */
static void put_ways(struct arena *mem, struct pairs *p)
{
	struct text without = text_new(mem, 256);
	const char *way = "";

	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		text_print(&without, "%s%s", without.n ? "#" : "", never[i]);
	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		if (allowed(ours[i]))
			way = ours[i];
		else
			text_print(&without, "#%s", ours[i]);
	pair_add(mem, p, "ChoosePayment", n_allowed() == 1 ? way : "ALL");
	if (n_allowed() > 1)
		pair_add(mem, p, "IgnorePayment", without.at);
	if (allowed("ATM"))
		pair_add(mem, p, "ExpireDate", arena_print(mem, "%d", ATM_DAYS));
}

struct pairs gateway_form(struct arena *mem, const struct gateway_order *o)
{
	struct pairs p = {0};

	pair_add(mem, &p, "MerchantID", setting("fee.online.merchant"));
	pair_add(mem, &p, "MerchantTradeNo", o->number);
	pair_add(mem, &p, "MerchantTradeDate", moment_here(mem, o->made));
	pair_add(mem, &p, "PaymentType", "aio");
	pair_add(mem, &p, "TotalAmount", arena_print(mem, "%lld", (long long)o->amount));
	pair_add(mem, &p, "TradeDesc", "證書費");
	pair_add(mem, &p, "ItemName", o->item);
	pair_add(mem, &p, "ReturnURL", o->told_at);
	pair_add(mem, &p, "OrderResultURL", o->result_at);
	pair_add(mem, &p, "ClientBackURL", o->back_at);
	pair_add(mem, &p, "EncryptType", "1");
	put_ways(mem, &p);
	sign(mem, &p);
	return p;
}

/* ---- results ---- */

static const char *value_of(const struct pairs *p, const char *name)
{
	const char *value = pair_value(p, name);

	return value ? value : "";
}

/* A name that comes twice would be read one way here and another way there. */
static bool is_whole(const struct pairs *p)
{
	if (p->n > FIELDS_MOST)
		return false;
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < i; k++)
			if (!strcasecmp(p->at[i].name, p->at[k].name))
				return false;
	return true;
}

static bool is_signed(struct arena *mem, const struct pairs *p)
{
	const char *got = text_upper(mem, value_of(p, "CheckMacValue"));
	const char *want = check_value(mem, p, setting("fee.online.key"), setting("fee.online.iv"));

	return strlen(got) == CHECK_BYTES && !sodium_memcmp(got, want, CHECK_BYTES);
}

/* {0} for what is no moment. */
static struct moment read_moment(struct arena *mem, const char *s)
{
	struct date day;
	int64_t hour, minute, second;

	if (strlen(s) != 19 || s[4] != '/' || s[7] != '/' || s[10] != ' ' || s[13] != ':' || s[16] != ':' ||
			!date_parse_iso(arena_print(mem, "%.4s-%.2s-%.2s", s, s + 5, s + 8), &day) ||
			!text_to_int(arena_bytes(mem, s + 11, 2), 0, 23, &hour) || !text_to_int(arena_bytes(mem, s + 14, 2), 0, 59, &minute) ||
			!text_to_int(s + 17, 0, 59, &second))
		return (struct moment){0};
	return (struct moment){day_begins(day).seconds + hour * 3600 + minute * 60 + second};
}

static enum gateway_trust judge(struct arena *mem, const struct pairs *p, struct gateway_result *to)
{
	const char *number = value_of(p, "MerchantTradeNo");

	*to = (struct gateway_result){.number = strlen(number) <= NUMBER_MOST ? number : "", .reference = value_of(p, "TradeNo"),
		.method = value_of(p, "PaymentType"), .code = "", .paid = read_moment(mem, value_of(p, "PaymentDate")),
		.simulated = text_is(pair_value(p, "SimulatePaid"), "1")};
	if (!is_whole(p) || !*to->number || !text_to_int(value_of(p, "TradeAmt"), 0, AMOUNT_MOST, &to->amount))
		return GATEWAY_BROKEN;
	if (!is_signed(mem, p))
		return GATEWAY_FORGED;
	return text_is(value_of(p, "MerchantID"), setting("fee.online.merchant")) ? GATEWAY_GENUINE : GATEWAY_FOREIGN;
}

/* 10300066: the bank has not answered yet; 2 and 10100073: a number to pay with was given out. */
enum gateway_trust gateway_told(struct arena *mem, const struct pairs *p, struct gateway_result *to)
{
	enum gateway_trust trust = judge(mem, p, to);
	const char *code = value_of(p, "RtnCode");

	to->code = code;
	to->state = text_is(code, "1") ? GATEWAY_PAID :
		text_is(code, "10300066") || text_is(code, "2") || text_is(code, "10100073") ? GATEWAY_OPEN : GATEWAY_FAILED;
	return trust == GATEWAY_GENUINE && (!*code || (to->state == GATEWAY_PAID && !*to->reference)) ? GATEWAY_BROKEN : trust;
}

/* ---- asking ---- */

static size_t keep(char *at, size_t size, size_t n, void *with)
{
	struct text *t = with;

	if (t->n + size * n > ANSWER_MOST)
		return 0;
	text_add(t, at, size * n);
	return size * n;
}

static const char *encoded(struct arena *mem, const struct pairs *p)
{
	struct text t = text_new(mem, ANSWER_MOST);

	for (size_t i = 0; i < p->n; i++)
		text_print(&t, "%s%s=%s", i ? "&" : "", p->at[i].name, url_encode(mem, p->at[i].value));
	return t.at;
}

/* NULL: *answer holds what came with status 200. */
static const char *fetch(struct arena *mem, const char *address, const char *body, struct text *answer)
{
	CURL *c = curl_easy_init();
	char words[CURL_ERROR_SIZE] = "";
	long status = 0;
	CURLcode code;

	if (!c)
		fail("curl does not start");
	curl_easy_setopt(c, CURLOPT_URL, address);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "https,http");
	curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)SECONDS_MOST);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, words);
	curl_easy_setopt(c, CURLOPT_POSTFIELDS, body);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, answer);
	code = curl_easy_perform(c);
	curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_cleanup(c);
	if (code != CURLE_OK)
		return arena_print(mem, "%s", *words ? words : curl_easy_strerror(code));
	return status == 200 ? NULL : arena_print(mem, "HTTP %ld", status);
}

const char *gateway_ask(struct arena *mem, const char *number, struct moment now, struct gateway_result *to)
{
	struct pairs p = {0}, got = {0};
	struct text answer = text_new(mem, ANSWER_MOST + 1);
	const char *problem;

	pair_add(mem, &p, "MerchantID", setting("fee.online.merchant"));
	pair_add(mem, &p, "MerchantTradeNo", number);
	pair_add(mem, &p, "TimeStamp", arena_print(mem, "%lld", (long long)now.seconds));
	sign(mem, &p);
	problem = fetch(mem, address_of(mem, "/Cashier/QueryTradeInfo/V5"), encoded(mem, &p), &answer);
	if (problem)
		return problem;
	if (!answer.n || !form_urlencoded(mem, answer.at, answer.n, &got) || judge(mem, &got, to) != GATEWAY_GENUINE ||
			!text_is(to->number, number))
		return "the answer is not the service's own";
	to->code = value_of(&got, "TradeStatus");
	to->state = text_is(to->code, "1") ? GATEWAY_PAID : text_is(to->code, "0") ? GATEWAY_OPEN : GATEWAY_FAILED;
	return to->state == GATEWAY_PAID && !*to->reference ? "a payment without a number" : NULL;
}
