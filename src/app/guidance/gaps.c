/* gaps.c: what the guidance of a trainee still lacks, asked of the rule; and the forms of the annexes, filled from what is on record. */
#include "app/guidance/private.h"
#include "app/paper/paper.h"
#include "base/text.h"
#include "rule/guidance.h"

/* ---- guidance-gaps ---- */

static struct guidance_methods methods_of(struct life_case *c)
{
	struct life_now records = {c->life, c, &guide_record_kind, NULL, false};
	struct guidance_methods m = {.talks_mid = talks_held(c->life, c, "mid"), .talks_final = talks_held(c->life, c, "final")};
	const struct guide_record *g;

	while ((g = life_now_next(&records))) {
		m.orientation |= text_is(g->orientation.id, "done");
		m.observed = m.observed < g->observed ? g->observed : m.observed;
		m.cases = m.cases < g->case_count ? g->case_count : m.cases;
	}
	return m;
}

static struct fact_dates days_of(struct life_case *c)
{
	struct life_now records = {c->life, c, &guide_record_kind, NULL, false};
	struct date *days = arena_array(c->mem, (size_t)c->life->n + 1, sizeof *days);
	const struct guide_record *g;
	int n = 0;

	while ((g = life_now_next(&records)))
		days[n++] = g->until;
	return (struct fact_dates){n, days};
}

static void judge(struct life_case *c, struct date start, struct date end, const struct guidance_methods *methods)
{
	struct guidance_gaps_values missing = {{0, NULL}};

	if (date_set(start) && date_set(end))
		guidance_gaps_judge(life_finding(c, "guidance-gaps"), &(struct guidance_gaps_facts){start, end, days_of(c), methods}, &missing);
}

/* The last day of the months that have begun: nothing is missing yet of a month to come. */
static struct date begun_by(const struct life_case *c, struct date end)
{
	struct guide_month months[GUIDE_MONTHS];
	int n = guide_months(&c->life->training, months);

	for (int i = 0; i < n; i++)
		if (!date_before(months[i].end, c->today) && date_before(months[i].end, end))
			return months[i].end;
	return end;
}

void guidance_gaps(struct life_case *c)
{
	const struct training *t = &c->life->training;
	struct guidance_methods methods;

	if (!c->life->plan)
		return;
	methods = methods_of(c);
	judge(c, t->report_date, begun_by(c, date_set(t->extended_from) ? t->original_end : t->end), &methods);
	if (date_set(t->extended_from) && !date_before(c->today, t->extended_from))
		judge(c, t->extended_from, begun_by(c, t->end), &methods);
}

/* ---- forms ---- */

const char *const *guide_record_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct guide_record *g = c->data;
	struct paper_guide_record f = {
		.head = life_paper_head(c, PLAN_FORM_GUIDE_RECORD), .person = life_paper_person(c->life), .from = g->from, .until = g->until,
			.unit = g->unit,
		.work_items = g->work_items, .orientation = g->orientation.label, .observation = g->observation.label, .cases = g->cases.label,
		.talks = g->talks.label, .character = g->character, .ability = g->ability, .conduct = g->life, .attitude = g->attitude,
		.performance = g->performance, .special = g->special, .deeds = g->deeds,
	};

	return paper_guide_record_draw(pdf, &f);
}

/* 09:30 as 上午9時30分. */
static const char *spoken(struct arena *mem, const char *time)
{
	int minutes = minutes_of(time), hour = minutes / 60;

	if (minutes < 0)
		return "";
	return arena_print(mem, "%s%d時%02d分", hour < 12 ? "上午" : "下午", hour > 12 ? hour - 12 : hour, minutes % 60);
}

const char *const *interview_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct interview *i = c->data;
	const struct meeting *m = life_answers(c->record, "hold");
	struct paper_interview_record f = {
		.head = life_paper_head(c, PLAN_FORM_INTERVIEW_RECORD), .person = life_paper_person(c->life),
			.admission_year = c->life->training.admission_year,
		.post = c->life->training.post_title, .day = m ? m->day : (struct date){0}, .from = m ? spoken(c->mem, m->from) : "",
		.until = m ? spoken(c->mem, m->until) : "", .to_improve = i->to_improve, .advice = i->advice, .talk = m ? m->minutes : "",
	};

	return paper_interview_record_draw(pdf, &f);
}

const char *const *anomaly_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct anomaly *a = c->data;
	const struct plan_value *window = life_plan_value(c->life, "anomaly.window");
	const struct plan_contact *to = window && window->rows.n ? window->rows.at : NULL;
	struct paper_anomaly_report f = {
		.head = life_paper_head(c, PLAN_FORM_ANOMALY_REPORT), .person = life_paper_person(c->life), .from = a->happened, .until = c->today,
		.unit = a->unit, .work_items = a->work_items, .happened = a->happened, .summary = a->summary, .course = a->course,
		.evidence = a->evidence, .handling = a->handling, .contact_name = c->who.name,
		.window = to ? arena_print(c->mem, "%s　電話：%s　傳真：%s　電子郵件信箱：%s", to->unit, to->phone, to->fax, to->mail) : NULL,
	};

	return paper_anomaly_report_draw(pdf, &f);
}
