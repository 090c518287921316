/* tap.h: C tests speak TAP to prove.  A test program has one TESTS list and calls ok() and same(). */
#ifndef PEIXUN_TAP_H
#define PEIXUN_TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3), unused))
static bool ok(bool good, const char *format, ...)
{
	va_list args;

	printf("%sok %d - ", good ? "" : "not ", ++tap_count);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	tap_failed += !good;
	fflush(stdout);
	return good;
}

__attribute__((unused))
static bool same(const char *got, const char *want, const char *what)
{
	bool good = (!got && !want) || (got && want && !strcmp(got, want));

	ok(good, "%s", what);
	if (!good)
		printf("#      got: %s\n# expected: %s\n", got ? got : "(null)", want ? want : "(null)");
	return good;
}

__attribute__((unused))
static bool same_int(long long got, long long want, const char *what)
{
	bool good = got == want;

	ok(good, "%s", what);
	if (!good)
		printf("#      got: %lld\n# expected: %lld\n", got, want);
	return good;
}

/* Last line of main. */
__attribute__((unused))
static int tap_end(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed != 0;
}
#endif
