/* The check value of the payment service, by its published examples, and what is believed of a result.                  ACMS-094 */
#include <stdlib.h>

#include "app/gateway/gateway.h"
#include "base/text.h"
#include "test/tap.h"
#include "web/form.h"

static struct arena *mem;

#define KEY "pwFHCqoQZGmho4w6"
#define IV "EkRm7iFT261dpevs"

/* As its documents write them, "a=1&b=2", not encoded. */
static struct pairs pairs_of(const char *text)
{
	struct pairs p = {0};

	for (const char *s = text; *s; s += *s == '&') {
		size_t n = strcspn(s, "&"), equals = strcspn(s, "=");

		pair_add(mem, &p, arena_bytes(mem, s, equals), arena_bytes(mem, s + equals + 1, n - equals - 1));
		s += n;
	}
	return p;
}

/* developers.ecpay.com.tw, 檢查碼機制 and 技術FAQ: the order, the text before hashing, the value. */
static void published(void)
{
	static const struct { const char *fields, *value; } examples[] = {
		{"TradeDesc=促銷方案&PaymentType=aio&MerchantTradeDate=2023/03/12 15:30:23&MerchantTradeNo=ecpay20230312153023&MerchantID=3002607"
			"&ReturnURL=https://www.ecpay.com.tw/receive.php&ItemName=Apple iphone 15&TotalAmount=30000&ChoosePayment=ALL&EncryptType=1",
			"6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840"},
		{"MerchantID=3002607&MerchantTradeNo=order20250304001&MerchantTradeDate=2025/03/04 00:00:00&PaymentType=aio&TotalAmount=100"
			"&TradeDesc=訂單測試&ItemName=範例商品&ReturnURL= https://5569-211-23-76-78.ngrok-free.app/returnurl.php&ChoosePayment=ALL&EncryptType=1",
			"B251AD005829A4072192E495BF484DCF3830D75382AB34DF46F8F3AA8F794940"},
		{"MerchantID=3002607&MerchantTradeNo=order202503040001&MerchantTradeDate=2025/03/04 00:00:00&PaymentType=aio&TotalAmount=100"
			"&TradeDesc=訂單測試&ItemName=範例商品&ReturnURL= https://5569-211-23-76-78.ngrok-free.app/returnurl.php&ChoosePayment=ALL&EncryptType=1",
			"54B1661DE89951772A94FD0F5639FE5CEDA91311CA42021FD8D9DD4170A965D9"},
	};
	struct pairs first = pairs_of(examples[0].fields);

	same(check_value_text(mem, &first, KEY, IV), "hashkey%3dpwfhcqoqzgmho4w6%26choosepayment%3dall%26encrypttype%3d1%26itemname%3dapple+iphone+15"
		"%26merchantid%3d3002607%26merchanttradedate%3d2023%2f03%2f12+15%3a30%3a23%26merchanttradeno%3decpay20230312153023%26paymenttype%3daio"
		"%26returnurl%3dhttps%3a%2f%2fwww.ecpay.com.tw%2freceive.php%26totalamount%3d30000%26tradedesc%3d%e4%bf%83%e9%8a%b7%e6%96%b9%e6%a1%88"
		"%26hashiv%3dekrm7ift261dpevs", "ACMS-094 the text that is hashed is that of the published example");
	for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
		struct pairs p = pairs_of(examples[i].fields);

		same(check_value(mem, &p, KEY, IV), examples[i].value, "ACMS-094 the value is the published one");
	}
}

/* The table of signs of the same document: what .NET leaves, and what it writes as %xx. */
static void signs(void)
{
	struct pairs p = {0};

	pair_add(mem, &p, "b", "-_.!*()~ @#$%^&=+;?/\\><`[]{}:'\",|");
	pair_add(mem, &p, "A", "");
	pair_add(mem, &p, "CheckMacValue", "never part of itself");
	same(check_value_text(mem, &p, "k", "v"), "hashkey%3dk%26a%3d%26b%3d-_.!*()%7e+%40%23%24%25%5e%26%3d%2b%3b%3f%2f%5c%3e%3c%60%5b%5d%7b%7d%3a%27%22%2c%7c"
		"%26hashiv%3dv", "ACMS-094 signs are written as .NET does, capitals do not order, an empty field stays");
}

static void set(const char *channels)
{
	setenv("PEIXUN_FEE_ONLINE_ADDRESS", "https://payment.example.tw/", 1);
	setenv("PEIXUN_FEE_ONLINE_MERCHANT", "3002607", 1);
	setenv("PEIXUN_FEE_ONLINE_KEY", KEY, 1);
	setenv("PEIXUN_FEE_ONLINE_IV", IV, 1);
	setenv("PEIXUN_FEE_ONLINE_CHANNELS", channels, 1);
}

static const struct gateway_order order = {"a1b2c3d4e5f6a7b8c9d0", 500, "證書費#111年 某考試", "https://p.example/told", "https://p.example/result", "https://p.example/back", {1675386000}};

static void orders(void)
{
	struct pairs p;

	set("Credit,WebATM");
	gateway_start();
	p = gateway_form(mem, &order);
	same(pair_value(&p, "ChoosePayment"), "ALL", "ACMS-094 two ways to pay: all but the others");
	same(pair_value(&p, "IgnorePayment"), "CVS#BARCODE#BNPL#WeiXin#ATM#TWQR#ApplePay", "ACMS-094 the others are named");
	same(pair_value(&p, "MerchantTradeDate"), "2023/02/03 09:00:00", "ACMS-094 the moment is Taiwan's");
	same(pair_value(&p, "CheckMacValue"), check_value(mem, &p, KEY, IV), "ACMS-094 the order is signed over all its fields");
	ok(!pair_value(&p, "ExpireDate"), "ACMS-094 no days for what is paid at once");
	same(gateway_address(mem).text, "https://payment.example.tw/Cashier/AioCheckOut/V5", "ACMS-094 the order's address");
	same(gateway_origin(mem), "https://payment.example.tw", "ACMS-094 the page may send its form there and nowhere else");
	set("ATM");
	p = gateway_form(mem, &order);
	same(pair_value(&p, "ChoosePayment"), "ATM", "ACMS-094 one way alone is named");
	same(pair_value(&p, "ExpireDate"), "3", "ACMS-094 a transfer has three days");
}

#define RESULT "MerchantID=3002607&MerchantTradeNo=a1b2c3d4e5f6a7b8c9d0&RtnMsg=交易成功&TradeNo=2302031530231234&TradeAmt=500" \
	"&PaymentDate=2023/02/03 09:05:07&PaymentType=Credit_CreditCard&PaymentTypeChargeFee=10&TradeDate=2023/02/03 09:00:00"

/* Signed, and then what another does to it. */
static enum gateway_trust told(const char *fields, const char *more, struct gateway_result *to)
{
	struct pairs p = pairs_of(fields), changed;
	const char *value = check_value(mem, &p, KEY, IV);

	changed = pairs_of(arena_print(mem, "%s%s", fields, more));
	pair_add(mem, &changed, "CheckMacValue", value);
	return gateway_told(mem, &changed, to);
}

static void results(void)
{
	struct gateway_result g;
	struct pairs bare = pairs_of(RESULT "&RtnCode=1&SimulatePaid=0");

	set("Credit");
	ok(told(RESULT "&RtnCode=1&SimulatePaid=0", "", &g) == GATEWAY_GENUINE && g.state == GATEWAY_PAID && g.amount == 500 && !g.simulated,
		"ACMS-094 a signed result is believed");
	same(moment_iso(mem, g.paid), "2023-02-03T09:05:07+08:00", "ACMS-094 with its moment");
	same(g.reference, "2302031530231234", "ACMS-094 with the service's number");
	ok(told(RESULT "&RtnCode=1&SimulatePaid=1", "", &g) == GATEWAY_GENUINE && g.simulated, "ACMS-094 a trial says that it is one");
	ok(told(RESULT "&RtnCode=10100058", "", &g) == GATEWAY_GENUINE && g.state == GATEWAY_FAILED, "ACMS-094 a refused card is a failure");
	ok(told(RESULT "&RtnCode=10300066", "", &g) == GATEWAY_GENUINE && g.state == GATEWAY_OPEN, "ACMS-094 a bank that has not answered is none");
	ok(told(RESULT "&RtnCode=1", "&CustomField1=x", &g) == GATEWAY_FORGED, "ACMS-094 a field more than was signed: forged");
	ok(gateway_told(mem, &bare, &g) == GATEWAY_FORGED, "ACMS-094 no check value: forged");
	pair_add(mem, &bare, "CheckMacValue", "6C51C9E6888DE861FD62FB1DD17029FC742634498FD813DC43D4243B5685B840");
	ok(gateway_told(mem, &bare, &g) == GATEWAY_FORGED, "ACMS-094 a check value of other fields: forged");
	ok(told(RESULT "&RtnCode=1&tradeamt=1", "", &g) == GATEWAY_BROKEN, "ACMS-094 a field that comes twice: broken");
	ok(told("MerchantID=2000132&MerchantTradeNo=x&TradeNo=1&TradeAmt=500&RtnCode=1", "", &g) == GATEWAY_FOREIGN, "ACMS-094 another merchant's: foreign");
	ok(told("MerchantID=3002607&MerchantTradeNo=x&TradeNo=1&TradeAmt=5.5&RtnCode=1", "", &g) == GATEWAY_BROKEN, "ACMS-094 half a dollar: broken");
	ok(told("MerchantID=3002607&MerchantTradeNo=x&TradeAmt=500&RtnCode=1", "", &g) == GATEWAY_BROKEN, "ACMS-094 paid without a number: broken");
}

int main(void)
{
	mem = arena_new(1 << 24);
	published();
	signs();
	orders();
	results();
	arena_free(mem);
	return tap_end();
}
