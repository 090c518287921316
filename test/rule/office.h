/* office.h: the office calendar of 112–115 that the examples of the catalogue are computed with.       PLAN §3.2 */
#ifndef PEIXUN_TEST_OFFICE_H
#define PEIXUN_TEST_OFFICE_H

#include "rule/calendar.h"

static const struct { int year; bool off; const char *days; } office_days[] = {
	{2023, true, "01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 01-27 02-27 02-28 04-03 04-04 04-05 06-22 06-23 09-29 10-09 10-10"},
	{2023, false, "01-07 02-04 02-18 03-25 06-17 09-23"},
	{2024, true, "01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 02-28 04-04 04-05 06-10 09-17 10-10"},
	{2024, false, "02-17"},
	{2025, true, "01-01 01-27 01-28 01-29 01-30 01-31 02-28 04-03 04-04 05-30 09-29 10-06 10-10 10-24 12-25"},
	{2025, false, "02-08"},
	{2026, true, "01-01 02-16 02-17 02-18 02-19 02-20 02-27 04-03 04-06 05-01 06-19 09-25 09-28 10-09 10-26 12-25"},
};

static struct calendar *office(struct arena *mem)
{
	struct calendar *c = calendar_new(mem);

	for (size_t i = 0; i < sizeof(office_days) / sizeof(*office_days); i++) {
		calendar_add_year(c, office_days[i].year);
		for (const char *d = office_days[i].days; *d; d += d[5] ? 6 : 5) {
			struct date day = {0};

			date_parse_iso(arena_print(mem, "%d-%.5s", office_days[i].year, d), &day);
			calendar_set(c, day, office_days[i].off);
		}
	}
	return c;
}
#endif
