/* The months of training, the windows of the two talks, and leave by the day: the examples of the catalogue.   PLAN-080, 081, 091 */
#include "app/attendance/attendance.h"
#include "app/guidance/guidance.h"
#include "test/rule/office.h"
#include "test/tap.h"

static struct arena *mem;

static struct date day(const char *iso)
{
	struct date d = {0};

	if (*iso && !date_parse_iso(iso, &d))
		ok(false, "%s is a day", iso);
	return d;
}

static void test_months(void)
{
	static const struct { const char *what, *start, *end, *original, *extended, *ends; } cases[] = {
		{"PLAN-081 a four months from the first", "2024-08-01", "2024-11-30", "", "", "2024-08-31 2024-09-30 2024-10-31 2024-11-30"},
		{"PLAN-081 b no drift after a 31st", "2023-10-31", "2024-02-29", "", "", "2023-11-30 2023-12-30 2024-01-30 2024-02-29"},
		{"PLAN-081 c shortened", "2024-08-01", "2024-09-30", "", "", "2024-08-31 2024-09-30"},
		{"PLAN-081 d an extension counts from its own first day", "2024-08-01", "2025-03-06", "2024-11-30", "2025-01-07",
			"2024-08-31 2024-09-30 2024-10-31 2024-11-30 2025-02-06 2025-03-06"},
		{"PLAN-104 another class adds what it is long", "2023-11-01", "2024-03-28", "2024-02-29", "",
			"2023-11-30 2023-12-31 2024-01-31 2024-02-29 2024-03-28"},
		{"before the day of reporting there are none", "", "", "", "", ""},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct training t = {.report_date = day(cases[i].start), .end = day(cases[i].end), .original_end = day(cases[i].original),
			.extended_from = day(cases[i].extended)};
		struct guide_month months[GUIDE_MONTHS];
		struct text ends = text_new(mem, 1 << 12);
		int n = guide_months(&t, months);

		text_puts(&ends, "");
		for (int k = 0; k < n; k++)
			text_print(&ends, "%s%s", k ? " " : "", date_iso(mem, months[k].end));
		same(n ? ends.at : "", cases[i].ends, cases[i].what);
	}
}

static void test_windows(void)
{
	static const struct { const char *what, *start, *end, *windows; } cases[] = {
		{"PLAN-080 a 122 days", "2024-08-01", "2024-11-30", "2024-08-31 2024-10-30 2024-10-31 2024-11-30"},
		{"PLAN-080 b 61 days", "2024-08-01", "2024-09-30", "2024-08-16 2024-09-14 2024-09-15 2024-09-30"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct training t = {.report_date = day(cases[i].start), .end = day(cases[i].end)};
		struct talk_windows w = talk_windows(&t);

		same(arena_print(mem, "%s %s %s %s", date_iso(mem, w.mid_start), date_iso(mem, w.mid_end), date_iso(mem, w.final_start),
			date_iso(mem, w.final_end)), cases[i].windows, cases[i].what);
	}
}

static void test_leave(void)
{
	static const struct { const char *what, *kind, *from, *until; int hours; const char *days; } cases[] = {
		{"PLAN-091 b two days, the weekend between left out", "sick", "2024-08-16", "2024-08-19", 16, "08-16:8 08-19:8"},
		{"hours that do not fill a day stand on the last", "personal", "2024-08-01", "2024-08-02", 12, "08-01:8 08-02:4"},
		{"延長病假 has holidays too", "long_sick", "2024-08-16", "2024-08-19", 32, "08-16:8 08-17:8 08-18:8 08-19:8"},
		{"more than the days hold is told, not lost", "absence", "2024-08-01", "2024-08-01", 10, "08-01:10"},
		{"a holiday alone keeps what was entered", "absence", "2024-09-17", "2024-09-17", 8, "09-17:8"},
		{"a weekend of leave keeps its hours", "personal", "2024-08-17", "2024-08-18", 4, "08-17:4"},
	};
	const struct calendar *calendar = office(mem);

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct leave l = {.kind = {cases[i].kind, ""}, .from = day(cases[i].from), .until = day(cases[i].until), .hours = cases[i].hours};
		struct leave_days days = leave_days_of(mem, calendar, &l);
		struct text said = text_new(mem, 1 << 12);

		for (int k = 0; k < days.n; k++)
			text_print(&said, "%s%s:%lld", k ? " " : "", date_iso(mem, days.at[k].day) + 5, (long long)days.at[k].hours);
		same(said.n ? said.at : "", cases[i].days, cases[i].what);
	}
}

int main(void)
{
	mem = arena_new(1 << 22);
	test_months();
	test_windows();
	test_leave();
	arena_free(mem);
	return tap_end();
}
