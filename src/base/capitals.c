/* capitals.c: whole numbers as papers about money write them: 壹仟零伍拾.  See text.h. */
#include "base/log.h"
#include "base/text.h"

static const char *const digits[] = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
static const char *const places[] = {"", "拾", "佰", "仟"}, *const groups[] = {"", "萬", "億", "兆"};

/* Four digits; a 零 for each gap inside, and before when something stands in front. */
static void put_group(struct text *t, int n)
{
	bool gap = false;

	for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10) {
		int digit = n / unit % 10;

		if (!digit) {
			gap = t->n > 0;
			continue;
		}
		text_print(t, "%s%s%s", gap ? digits[0] : "", digits[digit], places[place]);
		gap = false;
	}
}

char *text_capitals(struct arena *mem, int64_t n)
{
	struct text t = text_new(mem, 256);
	int64_t unit = 1000000000000;

	if (n < 0 || n >= unit * 10000)
		fail("%lld has no capitals here", (long long)n);
	if (!n)
		text_puts(&t, digits[0]);
	for (int group = 3; group >= 0; group--, unit /= 10000) {
		int part = (int)(n / unit % 10000);

		if (!part)
			continue;
		put_group(&t, part);
		text_puts(&t, groups[group]);
	}
	return t.at;
}
