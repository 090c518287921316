/* form.c: what every form of a record takes from the trainee and the plan.                                     PLAN-138 */
#include "app/life/life.h"

static const char *words(const char *text)
{
	return text && *text ? text : NULL;
}

struct paper_head life_paper_head(const struct life_case *c, enum plan_annex annex)
{
	const struct trainee *t = &c->life->t;
	const struct plan *plan = c->life->plan;
	bool known = plan && annex != PLAN_FORMS_N;

	return (struct paper_head){
		.agency = words(t->agency_name),
		.exam_year = plan ? plan->exam_year : t->exam_year, .exam_name = plan ? plan->exam_name : t->exam_name,
		.attachment = known ? plan->forms[annex] : NULL, .citation = c->kind->citation ? words(c->kind->citation(c->life)) : NULL,
		.printed = arena_print(c->mem, "第%lld版　%s列印　%s", (long long)c->record->version, date_long_text(c->mem, c->today),
			c->who.name ? c->who.name : ""),
		.notes = known ? *plan_notes(plan, annex) : (struct fact_texts){0, NULL},
	};
}

struct paper_person life_paper_person(const struct life *l)
{
	return (struct paper_person){.name = l->t.name, .national_id = l->t.national_id, .birth_date = l->t.birth_date,
		.level = words(l->t.exam_level), .series = words(l->training.post_series), .category = words(l->t.exam_category)};
}
