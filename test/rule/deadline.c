/* Periods and deadlines: the examples of the law and of the training plans. */
#include "rule/deadline.h"
#include "test/tap.h"

static struct arena *mem;

static struct date day(const char *iso)
{
	struct date d = {0};

	if (*iso && !date_parse_iso(iso, &d))
		ok(false, "%s is a day", iso);
	return d;
}

static struct period period(const char *text)
{
	struct period p = {0, 0};

	ok(period_parse(text, &p), "%s is a period", text);
	return p;
}

/* PLAN §3.1: 附件11 填表說明二 and 行政程序法§48III. */
static void test_periods(void)
{
	static const struct { const char *first, *length, *end; } cases[] = {
		{"2024-08-01", "4m", "2024-11-30"}, {"2024-11-01", "4m", "2025-02-28"}, {"2023-11-01", "4m", "2024-02-29"},
		{"2024-10-31", "4m", "2025-02-28"}, {"2023-10-31", "4m", "2024-02-29"}, {"2024-10-31", "2m", "2024-12-30"},
		{"2024-12-15", "1m", "2025-01-14"}, {"2024-12-01", "1m", "2024-12-31"}, {"2024-01-31", "1m", "2024-02-29"},
		{"2024-02-29", "1y", "2025-02-28"}, {"2024-02-28", "1y", "2025-02-27"}, {"2024-03-01", "3y", "2027-02-28"},
		{"2024-08-01", "7d", "2024-08-07"}, {"2024-08-01", "1d", "2024-08-01"}, {"2024-08-01", "2w", "2024-08-14"},
		{"2024-11-30", "13m", "2025-12-29"}, {"", "7d", ""},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date end = period_end(day(cases[i].first), period(cases[i].length));

		same(date_iso(mem, end), cases[i].end, arena_print(mem, "%s + %s", cases[i].first, cases[i].length));
	}
}

static void test_not_periods(void)
{
	static const char *const bad[] = {"", "d", "7", "0d", "7x", "7dd", "-7d", " 7d", "10000d", "99999999999d", "7D"};
	struct period p = {5, 'w'};
	enum counting c = COUNT_SAME_DAY;

	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		ok(!period_parse(bad[i], &p) && p.n == 5 && p.unit == 'w', "\"%s\" is not a period", bad[i]);
	ok(!counting_parse("", &c) && !counting_parse("first_day", &c) && c == COUNT_SAME_DAY, "neither way of counting");
	ok(counting_parse("next_day", &c) && c == COUNT_NEXT_DAY && counting_parse("same_day", &c) && c == COUNT_SAME_DAY, "both ways");
}

static struct calendar *calendar_of_2022(void)
{
	struct calendar *c = calendar_new(mem);

	calendar_add_year(c, 2022);
	calendar_add_year(c, 2022);
	calendar_set(c, day("2022-10-10"), true);
	calendar_set(c, day("2022-10-08"), false);
	calendar_set(c, day("2022-12-30"), true);
	return c;
}

/* ACMS-017, README decisions 1 and 20: 111/10/10 is a holiday, with the calendar of 111 loaded the day is 111/10/11. */
static void test_deadlines(void)
{
	static const struct { bool loaded; const char *event, *length; enum counting counting; const char *raw, *due; bool provisional; }
	cases[] = {
		{false, "2022-10-03", "7d", COUNT_NEXT_DAY, "2022-10-10", "2022-10-10", true},
		{true, "2022-10-03", "7d", COUNT_NEXT_DAY, "2022-10-10", "2022-10-11", false},
		{true, "2022-10-03", "7d", COUNT_SAME_DAY, "2022-10-09", "2022-10-11", false},
		{true, "2022-10-01", "7d", COUNT_NEXT_DAY, "2022-10-08", "2022-10-08", false},
		{false, "2022-10-01", "7d", COUNT_NEXT_DAY, "2022-10-08", "2022-10-10", true},
		{true, "2022-12-23", "7d", COUNT_NEXT_DAY, "2022-12-30", "2023-01-02", true},
		{true, "2022-12-22", "7d", COUNT_NEXT_DAY, "2022-12-29", "2022-12-29", false},
		{true, "2016-09-30", "1d", COUNT_NEXT_DAY, "2016-10-01", "2016-10-03", true},
		{true, "2022-01-31", "1m", COUNT_SAME_DAY, "2022-02-28", "2022-02-28", false},
		{true, "", "7d", COUNT_NEXT_DAY, "", "", false},
	};
	const struct calendar *loaded = calendar_of_2022();

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct act_deadline a = act_deadline(cases[i].loaded ? loaded : NULL, day(cases[i].event), period(cases[i].length),
			cases[i].counting);

		same(date_iso(mem, a.raw), cases[i].raw, arena_print(mem, "%s: the last day", cases[i].event));
		same(date_iso(mem, a.due), cases[i].due, "… moved to an office day (ACMS-017)");
		ok(a.provisional == cases[i].provisional, "… %s", cases[i].provisional ? "provisional" : "for good");
	}
}

static void test_calendar(void)
{
	struct calendar *c = calendar_of_2022();
	bool provisional = false;

	ok(calendar_knows(c, 2022) && !calendar_knows(c, 2023) && !calendar_knows(NULL, 2022), "a year is known or not");
	ok(calendar_is_office_day(c, day("2022-10-08")), "a Saturday on which offices work");
	ok(!calendar_is_office_day(c, day("2022-10-09")), "a Sunday");
	ok(!calendar_is_office_day(NULL, day("2022-10-08")) && calendar_is_office_day(NULL, day("2022-10-10")), "without it: weekends");
	same(date_iso(mem, calendar_office_day(c, day("2022-10-09"), &provisional)), "2022-10-11", "over a weekend and a holiday");
	ok(!provisional, "… all of it known");
	same_int(calendar_version(c), 0, "a new calendar has no version");
	calendar_set_version(c, 7);
	ok(calendar_version(c) == 7 && !calendar_version(NULL), "… it is given one");
}

int main(void)
{
	mem = arena_new(1 << 20);
	test_periods();
	test_not_periods();
	test_deadlines();
	test_calendar();
	arena_free(mem);
	return tap_end();
}
