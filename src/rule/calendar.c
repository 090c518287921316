/* calendar.c: see calendar.h. */
#include "base/log.h"
#include "rule/calendar.h"

struct calendar_year {
	int year;
	bool off[366];
	struct calendar_year *next;
};

struct calendar {
	struct arena *mem;
	int64_t version;
	struct calendar_year *years;
};

struct calendar *calendar_new(struct arena *mem)
{
	struct calendar *c = arena_get(mem, sizeof(*c));

	c->mem = mem;
	return c;
}

static struct calendar_year *find(const struct calendar *c, int year)
{
	struct calendar_year *y = c ? c->years : NULL;

	while (y && y->year != year)
		y = y->next;
	return y;
}

static bool weekend(struct date d)
{
	return date_weekday(d) == WEEKDAY_SATURDAY || date_weekday(d) == WEEKDAY_SUNDAY;
}

static int day_of_year(struct date d)
{
	return days_between(date_make(date_year(d), 1, 1), d);
}

void calendar_add_year(struct calendar *c, int year)
{
	struct calendar_year *y;

	if (find(c, year))
		return;
	y = arena_get(c->mem, sizeof(*y));
	*y = (struct calendar_year){.year = year, .next = c->years};
	c->years = y;
	for (struct date d = date_make(year, 1, 1); date_year(d) == year; d = date_plus(d, 1))
		y->off[day_of_year(d)] = weekend(d);
}

void calendar_set(struct calendar *c, struct date d, bool off)
{
	struct calendar_year *y = find(c, date_year(d));

	if (!y)
		fail("calendar: a day of %d, which is not a known year", date_year(d));
	y->off[day_of_year(d)] = off;
}

void calendar_set_version(struct calendar *c, int64_t version)
{
	c->version = version;
}

int64_t calendar_version(const struct calendar *c)
{
	return c ? c->version : 0;
}

bool calendar_knows(const struct calendar *c, int year)
{
	return find(c, year) != NULL;
}

bool calendar_is_office_day(const struct calendar *c, struct date d)
{
	const struct calendar_year *y = find(c, date_year(d));

	return y ? !y->off[day_of_year(d)] : !weekend(d);
}

struct date calendar_office_day(const struct calendar *c, struct date d, bool *provisional)
{
	for (; date_set(d); d = date_plus(d, 1)) {
		if (!calendar_knows(c, date_year(d)))
			*provisional = true;
		if (calendar_is_office_day(c, d))
			break;
	}
	return d;
}
