/* deadline.c: see deadline.h. */
#include "base/text.h"
#include "rule/deadline.h"

bool counting_parse(const char *text, enum counting *to)
{
	if (!text_is(text, "next_day") && !text_is(text, "same_day"))
		return false;
	*to = text_is(text, "same_day") ? COUNT_SAME_DAY : COUNT_NEXT_DAY;
	return true;
}

struct act_deadline act_deadline(const struct calendar *c, struct date event, struct period length, enum counting counting)
{
	struct act_deadline a = {.raw = period_end(counting == COUNT_NEXT_DAY ? date_plus(event, 1) : event, length)};

	a.due = calendar_office_day(c, a.raw, &a.provisional);
	return a;
}
