/* period.c: see period.h. */
#include <string.h>

#include "rule/period.h"

bool period_parse(const char *text, struct period *to)
{
	int n = 0;
	const char *c = text;

	for (; *c >= '0' && *c <= '9' && n <= 9999; c++)
		n = n * 10 + (*c - '0');
	if (n < 1 || n > 9999 || !*c || !strchr("dwmy", *c) || c[1])
		return false;
	*to = (struct period){n, *c};
	return true;
}

/* LAW: 行政程序法§48III: it ends on the day before the one that bears the first day's number; where the month has no such day, on
 * the month's last, from which no day is taken off. */
static struct date months_end(struct date first, int n)
{
	int year, month, day;
	struct date same;

	date_split(first, &year, &month, &day);
	month += n - 1;
	year += month / 12;
	month = month % 12 + 1;
	same = date_make(year, month, day);
	if (date_set(same))
		return date_plus(same, -1);
	return date_plus(month < 12 ? date_make(year, month + 1, 1) : date_make(year + 1, 1, 1), -1);
}

struct date period_end(struct date first, struct period p)
{
	if (!date_set(first))
		return first;
	switch (p.unit) {
	case 'd':
		return date_plus(first, p.n - 1);
	case 'w':
		return date_plus(first, 7 * p.n - 1);
	case 'm':
		return months_end(first, p.n);
	default:
		return months_end(first, 12 * p.n);
	}
}

static struct date months_back(struct date from, int n)
{
	int year, month, day;
	struct date same;

	date_split(from, &year, &month, &day);
	month += 12 * year - 1 - n;
	year = month / 12;
	month = month % 12 + 1;
	do
		same = date_make(year, month, day--);
	while (!date_set(same) && day >= 28);
	return same;
}

struct date period_back(struct date from, struct period p)
{
	if (!date_set(from))
		return from;
	switch (p.unit) {
	case 'd':
		return date_plus(from, -p.n);
	case 'w':
		return date_plus(from, -7 * p.n);
	case 'm':
		return months_back(from, p.n);
	default:
		return months_back(from, 12 * p.n);
	}
}
