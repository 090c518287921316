/* stage.c: 實習階段 and 試辦階段 by the rule; the last one ends with the training, whatever moved that.      PLAN-016 … 018 */
#include "app/training/training.h"
#include "rule/stage.h"

struct stages training_stages_of(struct arena *mem, const struct calendar *calendar, const struct training *t)
{
	struct days class = {t->bt_start, t->bt_end};
	struct stages_facts facts = {.report_date = t->report_date, .shortened = t->shortened, .qualified = t->qualified,
		.bt_in_person = date_set(t->bt_start) ? &class : NULL, .approval_arrived = t->shortening_arrived};
	struct stages_values values = {0};
	struct stages s = {{0}, {0}, {0}, {0}};
	struct verdict v = verdict_new(mem, t->plan, calendar);

	if (!t->plan || !date_set(t->end))
		return s;
	stages_judge(&v, &facts, &values);
	if (values.internship)
		s = (struct stages){.internship_start = values.internship->start, .internship_end = values.internship->end};
	if (values.trial) {
		s.trial_start = values.trial->start;
		s.trial_end = t->end;
	}
	return s;
}

static bool within(struct date day, struct date start, struct date end)
{
	return date_set(start) && !date_before(day, start) && !date_before(end, day);
}

const char *training_work_mode(const struct training *t, const struct stages *s, struct date day)
{
	const struct plan_value *modes = t->plan ? plan_value(t->plan, PLAN_STAGE_WORK_MODE) : NULL;

	if (!modes || !modes->known || modes->texts.n < 2)
		return "";
	return within(day, s->internship_start, s->internship_end) ? modes->texts.at[0] :
		within(day, s->trial_start, s->trial_end) ? modes->texts.at[1] : "";
}
