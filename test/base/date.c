/* Days as people write them.                                           ACMS §1.3, decision 13 */
#include "base/date.h"

#include "test/tap.h"

static struct arena *mem;

static void accepted(const char *typed, const char *iso)
{
	struct date d = {0};
	bool good = date_parse(typed, &d);

	same(good ? date_iso(mem, d) : "refused", iso, typed);
}

int main(void)
{
	mem = arena_new(1 << 20);
	accepted("111/10/03", "2022-10-03");
	accepted("111/10/3", "2022-10-03");
	accepted("111.10.03", "2022-10-03");
	accepted("111-10-03", "2022-10-03");
	accepted("1111003", "2022-10-03");
	accepted("１１１／１０／０３", "2022-10-03");
	accepted("　111/10/3 ", "2022-10-03");
	accepted("990103", "2010-01-03");
	accepted("95/01/01", "2006-01-01");
	accepted("2024-08-01", "2024-08-01");
	accepted("2024/8/1", "2024-08-01");
	accepted("105/02/29", "2016-02-29");
	accepted("106/02/29", "refused");
	accepted("111/02/30", "refused");
	accepted("1911/12/31", "refused");
	accepted("2024.8.1", "refused");
	accepted("111/10-03", "refused");
	accepted("111/10", "refused");
	accepted("", "refused");
	accepted("111 10 03", "refused");
	accepted("111/10/03x", "refused");
	accepted("090103", "refused");
	struct date d = date_make(2024, 8, 1);

	same(date_text(mem, d), "113/08/01", "short form");
	same(date_long_text(mem, d), "113年8月1日", "long form");
	same_int(date_weekday(d), 4, "2024-08-01 was a Thursday");
	same_int(days_between(date_make(2024, 1, 1), date_make(2025, 1, 1)), 366, "a leap year");
	ok(date_same(moment_date((struct moment){1}), date_make(1970, 1, 1)), "the epoch is 1970-01-01 in Taiwan");
	same(moment_iso(mem, (struct moment){1722441600}), "2024-08-01T00:00:00+08:00", "midnight in Taiwan");
	bool good = true;

	for (int n = 1; n < 511000; n++) {
		int y, m, day;

		date_split((struct date){n}, &y, &m, &day);
		good &= date_make(y, m, day).number == n;
	}
	ok(good, "every day from 1600 to 2999 splits and joins");
	arena_free(mem);
	return tap_end();
}
