/* sheet_number.c: the numbers of spreadsheets as people read them, and which of them are days and times. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file/sheet_private.h"

enum { SECONDS_A_DAY = 86400 };

/* Digits without a point and the place of the point, from printf's d.ddde±xx. */
static int split_exponent(double value, char digits[20])
{
	char text[32];

	snprintf(text, sizeof text, "%.14e", value);
	size_t n = 0;

	for (char *c = text; *c && *c != 'e'; c++)
		if (*c != '.')
			digits[n++] = *c;
	while (n > 1 && digits[n - 1] == '0')
		n--;
	digits[n] = '\0';
	return (int)strtol(strchr(text, 'e') + 1, NULL, 10);
}

static bool is_short_integer(const char *s)
{
	size_t n = strspn(s, "0123456789");

	return n && n <= 15 && !s[n] && (n == 1 || *s != '0');
}

const char *number_text(const char *from, char to[NUMBER_ROOM])
{
	char *end, digits[20];
	double value;

	if (is_short_integer(from) || !*from)
		return from;
	value = strtod(from, &end);
	if (*end || !isfinite(value) || strpbrk(from, "xX"))
		return from;
	if (value == 0)
		return "0";
	int point = split_exponent(fabs(value), digits) + 1, n = (int)strlen(digits);
	char *at = to;

	if (value < 0)
		*at++ = '-';
	if (point <= 0)
		at += sprintf_zeros(at, point);
	(void)n;
	return to;
}
