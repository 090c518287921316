/* month.c: the months of training, and the times of the two talks.  Knows no record.                PLAN-080, PLAN-081 */
#include "app/guidance/private.h"
#include "rule/period.h"

static int months_within(struct date first, struct date last, struct guide_month *to, int room)
{
	struct date start = first;
	int n = 0;

	while (n < room && date_set(start) && !date_before(last, start)) {
		struct date end = period_end(first, (struct period){n + 1, 'm'});

		to[n++] = (struct guide_month){start, date_before(last, end) ? last : end};
		start = date_plus(end, 1);
	}
	return n;
}

int guide_months(const struct training *t, struct guide_month to[GUIDE_MONTHS])
{
	struct date last = date_set(t->extended_from) ? t->original_end : t->end;
	int n = date_set(t->report_date) && date_set(last) ? months_within(t->report_date, last, to, GUIDE_MONTHS) : 0;

	if (date_set(t->extended_from))
		n += months_within(t->extended_from, t->end, to + n, GUIDE_MONTHS - n);
	return n;
}

struct talk_windows talk_windows(const struct training *t)
{
	struct date last = date_set(t->extended_from) ? t->original_end : t->end;
	int days = date_set(t->report_date) && date_set(last) ? days_between(t->report_date, last) + 1 : 0;
	struct date mid = date_plus(t->report_date, days / 4), late = date_plus(t->report_date, 3 * days / 4);

	if (days < 1)
		return (struct talk_windows){{0}, {0}, {0}, {0}};
	return (struct talk_windows){mid, date_plus(late, -1), late, last};
}
