/* citation.c: see citation.h. */
#include "rule/citation.h"

#include <string.h>

#include "base/text.h"

static const char *const digits[] = {"十", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

static int digit(const char **c)
{
	for (int i = 0; i < 10; i++)
		if (text_starts(*c, digits[i])) {
			*c += strlen(digits[i]);
			return i ? i : 10;
		}
	return 0;
}

/* 一 … 九十九; 0: not a number. */
static int number(const char **c)
{
	int first = digit(c), second;

	if (!first)
		return 0;
	if (first == 10)
		return 10 + digit(c) % 10;
	if (!text_starts(*c, "十"))
		return first;
	digit(c);
	second = digit(c);
	return first * 10 + second;
}

/* (二) of 款 or (5) of 之; 0: not there, -1: broken. */
static int bracketed(const char **c, bool chinese)
{
	int n = 0;

	if (**c != '(')
		return 0;
	++*c;
	if (chinese)
		n = number(c);
	else
		for (; **c >= '0' && **c <= '9' && n < 100; ++*c)
			n = n * 10 + (**c - '0');
	if (!n || **c != ')')
		return -1;
	++*c;
	return n;
}

static int plain(const char **c)
{
	int n = 0;

	for (; **c >= '0' && **c <= '9' && n < 100; ++*c)
		n = n * 10 + (**c - '0');
	return n;
}

const char *point_words(struct arena *mem, const char *point)
{
	const char *c = point;
	struct text t;
	int n;

	if (text_starts(point, "附件") || text_starts(point, "附表"))
		return point;
	if (!(n = number(&c)))
		return NULL;
	t = text_new(mem, 1024);
	text_print(&t, "第%d點", n);
	if ((n = bracketed(&c, true)) > 0)
		text_print(&t, "第%d款", n);
	if (n < 0)
		return NULL;
	if ((n = plain(&c)))
		text_print(&t, "第%d目", n);
	if ((n = bracketed(&c, false)) > 0)
		text_print(&t, "之%d", n);
	if (n < 0)
		return NULL;
	if (*c >= 'A' && *c <= 'Z')
		text_print(&t, "之%c", *c++);
	return *c ? NULL : t.at;
}
