/* decimal.c: see decimal.h. */
#include "base/decimal.h"

#include "base/text.h"

static const int64_t ONE = 1000000000, MOST = 999999999999999999;

static int64_t unit(int places)
{
	int64_t n = ONE;

	for (; places > 0; places--)
		n /= 10;
	return n;
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Digits up to the point; saturates. */
static int64_t whole(const char **c)
{
	int64_t n = 0;

	for (; digit(**c); ++*c)
		n = n < ONE ? n * 10 + (**c - '0') : n;
	return n < ONE ? n * ONE : MOST;
}

/* Digits after the point.  A last place of 0 or 5 would look like an exact or half value although something follows it. */
static int64_t fraction(const char **c)
{
	int64_t n = 0, at = ONE / 10;
	bool more = false;

	for (; digit(**c); ++*c, at /= 10) {
		n += at * (**c - '0');
		more = more || (!at && **c != '0');
	}
	return n + (more && n % 5 == 0);
}

bool decimal_parse(const char *text, struct decimal *to)
{
	const char *c = text + (*text == '-' || *text == '+');
	int64_t n;

	if (!digit(*c))
		return false;
	n = whole(&c);
	if (*c == '.' && digit(c[1])) {
		c++;
		n += fraction(&c);
	}
	if (*c)
		return false;
	n = n < MOST ? n : MOST;
	*to = (struct decimal){true, *text == '-' ? -n : n};
	return true;
}

struct decimal decimal_of(int64_t n)
{
	return (struct decimal){true, n * ONE};
}

struct decimal decimal_hundredths(int64_t n)
{
	return (struct decimal){true, n * (ONE / 100)};
}

int decimal_order(struct decimal a, struct decimal b)
{
	return (a.n > b.n) - (a.n < b.n);
}

struct decimal decimal_plus(struct decimal a, struct decimal b)
{
	return (struct decimal){a.known && b.known, a.n + b.n};
}

struct decimal decimal_times(struct decimal a, int n)
{
	return (struct decimal){a.known, a.n * n};
}

struct decimal decimal_round(struct decimal a, int places)
{
	int64_t u = unit(places), half = a.n < 0 ? -(u / 2) : u / 2;

	return (struct decimal){a.known, (a.n + half) / u * u};
}

char *decimal_text(struct arena *mem, struct decimal a, int places)
{
	int64_t n = a.n / unit(places), one = ONE / unit(places), size = n < 0 ? -n : n;
	const char *sign = n < 0 ? "-" : "";

	if (!a.known)
		return NULL;
	if (!places)
		return arena_print(mem, "%s%lld", sign, (long long)size);
	return arena_print(mem, "%s%lld.%0*lld", sign, (long long)(size / one), places, (long long)(size % one));
}
