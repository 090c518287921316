/* date.c: see date.h.  The day number follows Howard Hinnant's civil-calendar arithmetic, shifted so that 1600-01-01 is 1. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { FIRST_YEAR = 1600, LAST_YEAR = 2999, TAIWAN_OFFSET = 8 * 3600, EPOCH_1970 = 135141, CYCLE_DAYS = 146097, ROC_ZERO = 1911 };

static bool is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int month_days(int y, int m)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

/* Days from 1600-01-01 to the first of the year; 1600 begins a cycle of 400 years. */
static int days_to_year(int y)
{
	int n = y - FIRST_YEAR;

	return n * 365 + (n + 3) / 4 - (n + 99) / 100 + (n + 399) / 400;
}

struct date date_make(int y, int m, int d)
{
	if (y < FIRST_YEAR || y > LAST_YEAR || m < 1 || m > 12 || d < 1 || d > month_days(y, m))
		return (struct date){0};
	int number = days_to_year(y) + d;

	for (int i = 1; i < m; i++)
		number += month_days(y, i);
	return (struct date){number};
}

void date_split(struct date day, int *y, int *m, int *d)
{
	int rest = day.number - 1, leap;

	*y = FIRST_YEAR + (int)((int64_t)rest * 400 / CYCLE_DAYS);      /* the year itself, or the one after or before it */
	if (days_to_year(*y) > rest)
		(*y)--;
	else if (days_to_year(*y + 1) <= rest)
		(*y)++;
	rest -= days_to_year(*y);
	leap = is_leap(*y);
	if (rest >= 59 + leap)
		rest += 2 - leap;                               /* as if February had 30 days */
	*m = (rest * 12 + 6) / 367 + 1;
	*d = rest - (367 * *m - 362) / 12 + 1;
}

int date_year(struct date day)
{
	int y, m, d;

	date_split(day, &y, &m, &d);
	return y;
}

int roc_year(struct date day)
{
	return date_year(day) - 1911;
}

int date_weekday(struct date day)
{
	return (day.number + 5) % 7;                                /* 1600-01-01 was a Saturday */
}

struct date date_plus(struct date day, int days)
{
	return day.number ? (struct date){day.number + days} : day;
}

int days_between(struct date from, struct date to)
{
	return to.number - from.number;
}

bool date_before(struct date a, struct date b)
{
	return a.number < b.number;
}

bool date_same(struct date a, struct date b)
{
	return a.number == b.number;
}

/* Reads 1…most digits; the number of digits read, 0 for none. */
static int digits(const char **s, int most, int *value)
{
	int n = 0;

	for (*value = 0; n < most && **s >= '0' && **s <= '9'; n++)
		*value = *value * 10 + *(*s)++ - '0';
	return n;
}

static bool take(struct date day, struct date *to)
{
	if (!date_set(day))
		return false;
	*to = day;
	return true;
}

static bool parse_run(const char *s, size_t n, struct date *to)
{
	int y, m, d;

	digits(&s, (int)n - 4, &y);
	digits(&s, 2, &m);
	digits(&s, 2, &d);
	return y >= (n == 6 ? 10 : 1) && take(date_make(y + 1911, m, d), to);
}

static bool parse_parts(const char *s, struct date *to)
{
	int y, m, d, n = digits(&s, 4, &y);
	char mark = *s;

	if (!n || !mark || !strchr("/.-", mark))
		return false;
	s++;
	if (!digits(&s, 2, &m) || *s++ != mark || !digits(&s, 2, &d) || *s)
		return false;
	if (n == 4 && (y < 1912 || mark == '.'))
		return false;
	return y >= 1 && take(date_make(n == 4 ? y : y + 1911, m, d), to);
}

/* Folded into a small buffer: a date has at most ten characters, each at most three bytes when full-width. */
static bool fold_short(const char *s, char *to, size_t room)
{
	const char *end = s + strlen(s);
	size_t n = 0;

	while (s < end) {
		int step;
		uint32_t c = utf8_next(s, end, &step);

		s += step;
		if (c >= 0xFF01 && c <= 0xFF5E)
			c = c - 0xFF01 + '!';
		if (c == ' ' || c == 0x3000 || c == '\t') {
			if (n && *s && *s != ' ' && *s != '\t' && (unsigned char)*s != 0xE3)
				return false;
			continue;
		}
		if (c < 0x21 || c > 0x7E || n + 1 >= room)
			return false;
		to[n++] = (char)c;
	}
	to[n] = '\0';
	return n > 0;
}

bool date_parse(const char *text, struct date *to)
{
	char s[16];

	if (!text || !fold_short(text, s, sizeof s))
		return false;
	size_t n = strlen(s);

	if ((n == 6 || n == 7) && strspn(s, "0123456789") == n)
		return parse_run(s, n, to);
	return parse_parts(s, to);
}

bool date_parse_iso(const char *s, struct date *to)
{
	int y, m, d;

	if (!s || strlen(s) != 10 || s[4] != '-' || s[7] != '-')
		return false;
	if (digits(&s, 4, &y) != 4 || *s++ != '-' || digits(&s, 2, &m) != 2 || *s++ != '-' || digits(&s, 2, &d) != 2)
		return false;
	return take(date_make(y, m, d), to);
}

/* A number of a date, with zeros before it; then what stands after it. */
static char *put(char *to, int n, int least, const char *after)
{
	char digits[12], *at = digits + sizeof digits;
	size_t length;
	unsigned rest = n < 0 ? -(unsigned)n : (unsigned)n;

	for (; rest || least > 0; rest /= 10, least--)
		*--at = (char)('0' + rest % 10);
	if (n < 0)
		*--at = '-';
	length = (size_t)(digits + sizeof digits - at);
	memcpy(to, at, length);
	return stpcpy(to + length, after);
}

/* before_first_year: 0, or of the ROC; the marks stand after the numbers. */
static char *printed(struct arena *mem, struct date day, int before_first_year, int year_digits, int least, const char *const after[3])
{
	char text[40], *end;
	int y, m, d;

	if (!date_set(day))
		return arena_text(mem, "");
	date_split(day, &y, &m, &d);
	end = put(text, y - before_first_year, year_digits, after[0]);
	end = put(end, m, least, after[1]);
	end = put(end, d, least, after[2]);
	return arena_bytes(mem, text, (size_t)(end - text));
}

char *date_iso(struct arena *mem, struct date day)
{
	return printed(mem, day, 0, 4, 2, (const char *const[]){"-", "-", ""});
}

char *date_text(struct arena *mem, struct date day)
{
	return printed(mem, day, ROC_ZERO, 1, 2, (const char *const[]){"/", "/", ""});
}

char *date_long_text(struct arena *mem, struct date day)
{
	return printed(mem, day, ROC_ZERO, 1, 1, (const char *const[]){"年", "月", "日"});
}

static int64_t local_seconds(struct moment at)
{
	return at.seconds + TAIWAN_OFFSET;
}

struct date moment_date(struct moment at)
{
	int64_t s = local_seconds(at), day = s / 86400 - (s % 86400 < 0);

	return at.seconds ? (struct date){(int32_t)day + EPOCH_1970} : (struct date){0};
}

struct moment day_begins(struct date day)
{
	return (struct moment){date_set(day) ? (int64_t)(day.number - EPOCH_1970) * 86400 - TAIWAN_OFFSET : 0};
}

char *moment_text(struct arena *mem, struct moment at)
{
	int64_t s = local_seconds(at) % 86400;

	if (!at.seconds)
		return arena_text(mem, "");
	return arena_print(mem, "%s %02d:%02d", date_text(mem, moment_date(at)), (int)(s / 3600), (int)(s / 60 % 60));
}

char *moment_iso(struct arena *mem, struct moment at)
{
	int64_t s = local_seconds(at) % 86400;

	if (!at.seconds)
		return arena_text(mem, "");
	return arena_print(mem, "%sT%02d:%02d:%02d+08:00", date_iso(mem, moment_date(at)),
		(int)(s / 3600), (int)(s / 60 % 60), (int)(s % 60));
}
