/* Exact decimals: read, added, rounded half up, cut.  DEC PLAN-106 */
#include "base/decimal.h"

#include "test/tap.h"

static struct arena *mem;

static struct decimal of(const char *text)
{
	struct decimal d = {0};

	decimal_parse(text, &d);
	return d;
}

static void test_parse(void)
{
	static const struct { const char *text, *two, *eight; } good[] = {
		{"60", "60.00", "60.00000000"}, {"11.445", "11.44", "11.44500000"}, {"-0.5", "-0.50", "-0.50000000"}, {"+1.5", "1.50", "1.50000000"},
		{"0", "0.00", "0.00000000"}, {"-0", "0.00", "0.00000000"}, {"-0.001", "0.00", "-0.00100000"}, {"007.10", "7.10", "7.10000000"},
		{"59.99999999999999999999", "59.99", "59.99999999"}, {"1000000000000000000000", "999999999.99", "999999999.99999999"},
		{"999999999.999999999", "999999999.99", "999999999.99999999"},
	};
	static const char *const bad[] = {"", "-", "+", ".5", "5.", "1e3", "1,000", " 1", "1 ", "--1", "0x10", "1.2.3", "NaN", "inf", "１"};

	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++) {
		same(decimal_text(mem, of(good[i].text), 2), good[i].two, arena_print(mem, "%s cut to two places", good[i].text));
		same(decimal_text(mem, of(good[i].text), 8), good[i].eight, arena_print(mem, "%s cut to eight places", good[i].text));
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ok(!of(bad[i]).known, "not a decimal: «%s»", bad[i]);
	ok(!decimal_text(mem, (struct decimal){0}, 2), "an absent one has no text");
	same(decimal_text(mem, of("59.99"), 0), "59", "no places");
}

static void test_round(void)
{
	static const struct { const char *text, *rounded; } cases[] = {
		{"11.445", "11.45"}, {"11.444", "11.44"}, {"11.4449999999999", "11.44"}, {"11.4450000000001", "11.45"}, {"11.4449999995", "11.44"},
		{"-0.505", "-0.51"}, {"-0.504", "-0.50"}, {"0.005", "0.01"}, {"19.995", "20.00"}, {"20.0049999999999999999", "20.00"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		same(decimal_text(mem, decimal_round(of(cases[i].text), 2), 2), cases[i].rounded, arena_print(mem, "PLAN-106 %s half up", cases[i].text));
}

static void test_reckon(void)
{
	same(decimal_text(mem, decimal_plus(of("0.1"), of("0.2")), 2), "0.30", "0.1 + 0.2");
	ok(decimal_order(decimal_plus(of("0.1"), of("0.2")), of("0.3")) == 0, "is 0.3");
	ok(decimal_order(of("59.9999999999999"), decimal_of(60)) < 0, "a trace below 60 is below 60");
	ok(decimal_order(of("60.0000000000001"), decimal_of(60)) > 0, "a trace above 60 is above");
	ok(decimal_order(of("-1"), of("1")) < 0, "the sign counts");
	same(decimal_text(mem, decimal_times(of("-0.5"), 9), 2), "-4.50", "PLAN-106 nine times half a point");
	same(decimal_text(mem, decimal_hundredths(2083), 2), "20.83", "from hundredths");
	ok(!decimal_plus(of("1"), (struct decimal){0}).known, "with something absent the sum is absent");
}

int main(void)
{
	mem = arena_new(1 << 20);
	test_parse();
	test_round();
	test_reckon();
	arena_free(mem);
	return tap_end();
}
