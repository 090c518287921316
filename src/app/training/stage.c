/* stage.c: 實習階段 and 試辦階段.  See training.h.      PLAN-016, 017   LAW: 訓練辦法§32 */
#include "app/training/training.h"

/* Days of class within what would be the internship, up to the end of the class. */
static int class_days(const struct training *t, struct date nominal)
{
	if (!date_set(t->bt_start) || date_before(nominal, t->bt_start) || date_before(t->bt_end, t->report_date))
		return 0;
	return days_between(t->bt_start, t->bt_end) + 1;
}

static struct date internship_end(const struct training *t)
{
	struct date nominal = period_end(t->report_date, (struct period){1, 'm'}), end = date_plus(nominal, class_days(t, nominal));

	if (t->shortened && date_before(t->shortening_arrived, end))
		end = date_plus(t->shortening_arrived, -1);
	return date_before(t->end, end) ? t->end : end;
}

struct stages training_stages_of(struct arena *mem, const struct calendar *calendar, const struct training *t)
{
	struct stages s = {{0}, {0}, {0}, {0}};
	bool skipped = t->qualified || (t->shortened && !date_before(t->report_date, t->shortening_arrived));

	(void)mem;
	(void)calendar;
	if (!date_set(t->end))
		return s;
	if (!skipped)
		s = (struct stages){.internship_start = t->report_date, .internship_end = internship_end(t)};
	if (skipped || date_before(s.internship_end, t->end)) {
		s.trial_start = skipped ? t->report_date : date_plus(s.internship_end, 1);
		s.trial_end = t->end;
	}
	return s;
}
