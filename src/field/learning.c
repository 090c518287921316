/* learning.c: what a form's complaint is called in 終身學習, and its code as people see it.   LEARN-016, LEARN 14 */
#include <string.h>

#include "base/national_id.h"
#include "base/text.h"
#include "field/issue.h"

static bool is_number(struct arena *mem, const char *typed)
{
	const char *s = text_fold(mem, typed);

	return *s && strspn(s, "0123456789,") == strlen(s);
}

/* 1 letter and 9 digits, or 2 letters and 8: only the check digit can be wrong then. */
static bool has_form_of_id(struct arena *mem, const char *typed)
{
	const char *s = text_upper(mem, typed);

	return strlen(s) == 10 && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", *s) && strchr("1289ABCD", s[1]) && strspn(s + 2, "0123456789") == 8;
}

/* Numbers of the values of the form's message that the other one takes, in its order, ends with -1. */
static const struct { const char *form, *learning; signed char takes[5]; } names[] = {
	{"ERR_REQUIRED", "E-REQ-01", {-1}}, {"ERR_DATE", "E-DATE-01", {0, -1}}, {"ERR_DATE_ISO", "E-DATE-01", {0, -1}},
	{"ERR_CODE", "E-CHOICE-01", {0, 1, -1}}, {"ERR_LONG", "E-LEN-01", {0, 1, -1}}, {"ERR_CONTROL", "E-CHAR-01", {0, -1}},
	{"ERR_STALE", "E-STALE-01", {0, 1, -1}}, {"ERR_INT", "E-INT-01", {2, -1}}, {"ERR_INT", "E-RANGE-01", {0, 1, 2, -1}},
	{"ERR_ID", "E-ID-01", {-1}}, {"ERR_ID", "E-ID-02", {-1}},
};

const char *const *issue_learning(struct arena *mem, const char *const *from, const char *to[CODE_AND_VALUES])
{
	bool second = (text_is(*from, "ERR_INT") && is_number(mem, from[3])) || (text_is(*from, "ERR_ID") && has_form_of_id(mem, from[1]));

	if (text_is(*from, "ERR_YES_NO")) {
		to[0] = "E-CHOICE-01", to[1] = from[1], to[2] = "是、否", to[3] = NULL;
		return to;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int n = 0;

		if (!text_is(names[i].form, *from))
			continue;
		i += second;
		to[0] = names[i].learning;
		for (; names[i].takes[n] >= 0; n++)
			to[n + 1] = from[names[i].takes[n] + 1];
		to[n + 1] = NULL;
		return to;
	}
	return from;
}

const char *issue_shown(struct arena *mem, const char *code, const char *text)
{
	size_t n = strlen(text);

	if (!text_starts(code, "E-") && !text_starts(code, "W-"))
		return text;
	if (text_ends(text, "。"))
		n -= strlen("。");
	return arena_print(mem, "%.*s（%s）", (int)n, text, code);
}
