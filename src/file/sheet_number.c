/* sheet_number.c: the numbers of spreadsheets as people read them, and which of them are days and times. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file/sheet_private.h"

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

static char *put_zeros(char *to, int n)
{
	memset(to, '0', n > 0 ? (size_t)n : 0);
	return to + (n > 0 ? n : 0);
}

static char *put_digits(char *to, const char *digits, int n)
{
	memcpy(to, digits, (size_t)n);
	return to + n;
}

const char *number_text(const char *from, char to[NUMBER_ROOM])
{
	char *end, digits[20], *at = to;
	double value;

	if (is_short_integer(from) || !*from)
		return from;
	value = strtod(from, &end);
	if (*end || !isfinite(value) || strpbrk(from, "xX"))
		return from;
	if (value == 0)
		return "0";
	int point = split_exponent(fabs(value), digits) + 1, n = (int)strlen(digits);
	int whole = point < 0 ? 0 : point < n ? point : n;

	if (value < 0)
		*at++ = '-';
	at = whole ? put_digits(at, digits, whole) : put_zeros(at, 1);
	at = put_zeros(at, point - n);
	if (whole < n) {
		*at++ = '.';
		at = put_zeros(at, -point);
		at = put_digits(at, digits + whole, n - whole);
	}
	*at = '\0';
	return to;
}
