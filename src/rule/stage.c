/* stage.c: see stage.h. */
#include "rule/stage.h"

#include "rule/rule.h"

/* The training, and the internship that it would have if nothing shortened that. */
struct course { struct date start, end, internship_end; };

static const char *between(struct verdict *v, struct date start, struct date end)
{
	return arena_print(v->mem, "%s至%s", date_long_text(v->mem, start), date_long_text(v->mem, end));
}

static const struct days *days(struct verdict *v, struct date start, struct date end)
{
	return arena_copy(v->mem, &(struct days){start, end}, sizeof(struct days));
}

static bool read_period(struct verdict *v, const struct stages_facts *f, struct course *to)
{
	const struct plan_value *period = verdict_parameter(v, f->shortened ? PLAN_PERIOD_SHORTENED : PLAN_PERIOD_TOTAL), *counted;

	if (!period || !(counted = verdict_parameter(v, PLAN_PERIOD_COUNTED)))
		return false;
	*to = (struct course){.start = f->report_date,
		.end = period_end(date_plus(f->report_date, counted->counting == COUNT_NEXT_DAY), period->length)};
	return verdict_in_range(v, to->start) && verdict_in_range(v, to->end);
}

/* How many days of class fall into what would be the internship, from its beginning to the end of the class.
 * A class that begins after it takes nothing away.      LAW: 訓練計畫第5點第2款第1目 實習階段時間不含基礎訓練 */
static int class_days(const struct days *class, struct date start, struct date nominal_end)
{
	struct date from;

	if (!class || date_before(nominal_end, class->start) || date_before(class->end, start))
		return 0;
	from = date_before(class->start, start) ? start : class->start;
	return days_between(from, class->end) + 1;
}

/* LAW: 訓練辦法§32: 實習階段自報到日起1個月 */
static bool internship(struct verdict *v, const struct stages_facts *f, struct course *c)
{
	const struct plan_value *length = verdict_parameter(v, PLAN_STAGE_INTERNSHIP);
	struct date nominal;
	int more;

	if (!length)
		return false;
	nominal = period_end(c->start, length->length);
	more = class_days(f->bt_in_person, c->start, nominal);
	c->internship_end = date_plus(nominal, more);
	if (!verdict_in_range(v, c->internship_end))
		return false;
	verdict_say(v, verdict_cited(v, PLAN_CITE_STAGE), "實習階段自%s起算%s，末日%s", date_long_text(v->mem, c->start),
		period_text(v->mem, length->length), date_long_text(v->mem, nominal));
	if (more)
		verdict_say(v, verdict_cited(v, PLAN_CITE_STAGE), "實習階段不含實體課程基礎訓練%s計%d日，末日順延至%s",
			between(v, f->bt_in_person->start, f->bt_in_person->end), more, date_long_text(v->mem, c->internship_end));
	return true;
}

static void divide(struct verdict *v, const struct course *c, struct stages_values *to)
{
	struct date end = c->internship_end;
	const char *citation = verdict_cited(v, PLAN_CITE_STAGE);

	if (!date_before(end, c->end)) {
		to->internship = days(v, c->start, c->end);
		verdict_say(v, citation, "實習階段%s，已達訓練期滿日，無試辦階段，請查明", between(v, c->start, c->end));
		return;
	}
	to->internship = days(v, c->start, end);
	to->trial = days(v, date_plus(end, 1), c->end);
	verdict_say(v, citation, "實習階段%s，試辦階段%s", between(v, c->start, end), between(v, to->trial->start, c->end));
}

/* PLAN-017: who needs no internship, and who needs none from the day on which the approval came. */
static void skip(struct verdict *v, const struct stages_facts *f, struct course *c, struct stages_values *to)
{
	bool later = f->shortened && !f->qualified && date_before(c->start, f->approval_arrived);
	const char *citation = verdict_cited(v, PLAN_CITE_STAGE);

	if (!later) {
		to->trial = days(v, c->start, c->end);
		verdict_say(v, citation, "%s，免經實習階段，試辦階段%s", f->qualified ? "具擬任職務法定任用資格且經銓敘審定" :
			"經核准縮短實務訓練", between(v, c->start, c->end));
		return;
	}
	if (!internship(v, f, c))
		return;
	verdict_say(v, citation, "核准縮短實務訓練於%s到達，自該日起進入試辦階段，之前為實習階段，且不長於未縮短者",
		date_long_text(v->mem, f->approval_arrived));
	if (!date_before(c->internship_end, f->approval_arrived))
		c->internship_end = date_plus(f->approval_arrived, -1);
	divide(v, c, to);
}

static bool class_makes_sense(struct verdict *v, const struct days *class)
{
	if (!class || !date_before(class->end, class->start))
		return true;
	return verdict_refuse(v, "BAD_DATA", verdict_cited(v, PLAN_CITE_STAGE), "資料錯誤：基礎訓練末日%s早於首日%s",
		date_long_text(v->mem, class->end), date_long_text(v->mem, class->start));
}

static void warn_of_class(struct verdict *v, const struct days *class, const struct course *c)
{
	if (class && (date_before(class->start, c->start) || date_before(c->end, class->end)))
		verdict_say(v, verdict_cited(v, PLAN_CITE_STAGE), "基礎訓練%s不全在訓練期間%s內，請查明", between(v, class->start, class->end),
			between(v, c->start, c->end));
}

void stages_judge(struct verdict *v, const struct stages_facts *f, struct stages_values *to)
{
	struct course c;

	if (!read_period(v, f, &c) || !class_makes_sense(v, f->bt_in_person))
		return;
	if (f->shortened || f->qualified)
		skip(v, f, &c, to);
	else if (internship(v, f, &c))
		divide(v, &c, to);
	if (to->trial || to->internship)
		warn_of_class(v, f->bt_in_person, &c);
}

/* ---- the table ---- */

static void stages_rule(struct verdict *v, const void *facts, void *values)
{
	stages_judge(v, facts, values);
}

static const struct fact days_facts[] = {
	FACT(days, start, DATE, "首日"),
	FACT(days, end, DATE, "末日"),
	{0}
}, stages_in[] = {
	FACT(stages_facts, report_date, DATE, "報到日期"),
	FACT(stages_facts, shortened, BOOL, "縮短實務訓練", .may_be_absent = true),
	FACT(stages_facts, qualified, BOOL, "具擬任職務法定任用資格且經銓敘審定", .may_be_absent = true),
	FACT_OF(stages_facts, bt_in_person, days, "實體課程基礎訓練期間", days_facts, .may_be_absent = true),
	FACT(stages_facts, approval_arrived, DATE, "核准縮短實務訓練到達日", .may_be_absent = true),
	{0}
}, stages_out[] = {
	FACT_OF(stages_values, internship, days, "實習階段", days_facts),
	FACT_OF(stages_values, trial, days, "試辦階段", days_facts),
	{0}
};

const struct rule stage_rules[] = {
	{"training-stages", "實習階段及試辦階段", "PLAN-016 PLAN-017", RULE_NEEDS_PLAN, stages_in, stages_out,
		sizeof(struct stages_facts), sizeof(struct stages_values), stages_rule},
	{0}
};
