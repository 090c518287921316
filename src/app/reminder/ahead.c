/* ahead.c: on which days before a deadline an account is told: 「7、3、1」 as typed, and which deadlines have such a day now.  Knows no
 * database.                                                                                                       PLAN-137 */
#include <string.h>

#include "app/reminder/private.h"
#include "base/text.h"

static void put(struct reminder_ahead *a, int day)
{
	int i = a->n;

	for (int k = 0; k < a->n; k++)
		if (a->at[k] == day)
			return;
	for (; i > 0 && a->at[i - 1] < day; i--)
		a->at[i] = a->at[i - 1];
	a->at[i] = day;
	a->n++;
}

bool reminder_ahead_read(struct arena *mem, const char *typed, struct reminder_ahead *a)
{
	const char *at = text_fold(mem, typed);

	*a = (struct reminder_ahead){0};
	for (size_t n; *at; at += n) {
		int64_t day;

		n = strspn(at, "0123456789");
		if (n && (a->n == AHEAD_MOST || !text_to_int(arena_bytes(mem, at, n), 0, AHEAD_DAYS, &day)))
			return false;
		if (n)
			put(a, (int)day);
		else if (text_starts(at, "、") || text_starts(at, "，"))
			n = strlen("、");
		else if (*at == ',' || *at == ' ')
			n = 1;
		else
			return false;
	}
	return true;
}

const char *reminder_ahead_text(struct arena *mem, const struct reminder_ahead *a)
{
	struct text t = text_new(mem, 256);

	for (int i = 0; i < a->n; i++)
		text_print(&t, "%s%d", i ? "、" : "", a->at[i]);
	return t.n ? t.at : "";
}

/* The farthest day comes first, so that its span is the last one: from the nearest on, those that touch are one. */
int reminder_spans(const struct reminder_ahead *a, struct date from, struct date before, struct reminder_span *to)
{
	int n = 0;

	for (int i = a->n; i-- > 0;) {
		struct reminder_span s = {date_plus(from, a->at[i]), date_plus(before, a->at[i])};

		if (n && !date_before(to[n - 1].before, s.from))
			to[n - 1].before = s.before;
		else
			to[n++] = s;
	}
	return n;
}
