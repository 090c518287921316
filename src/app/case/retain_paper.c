/* retain_paper.c: the papers of 附件1 and 附件2, and both forms.      PLAN-035, 037, 045, 138 */
#include "app/case/draw.h"
#include "app/case/retain.h"
#include "base/text.h"

/* Who has no student card yet shows the letter of admission first; card and oath are due afterwards. */
struct life_papers retain_papers(struct arena *mem, const struct life_case *c)
{
	const struct retain *r = c->data;
	bool later = retain_study(r->cause) && r->notice_only;
	struct life_papers p = case_evidence(mem, c->life, PLAN_RETAIN_EVIDENCE, r->cause.label ? r->cause.label : "", r->servant, !later);

	if (later)
		p.at[p.n++] = (struct life_paper){"admission", "錄取通知單", "核准後應補送學生證影本及切結書", true, false};
	return p;
}

struct life_papers makeup_papers(struct arena *mem, const struct life_case *c)
{
	const struct makeup *m = c->data;
	const struct retain *r = retained_of(c->life);
	bool ended = r && date_set(r->ended);

	/* Whose retention ran out without the degree has no end of a cause to show. */
	return case_evidence(mem, c->life, PLAN_MAKEUP_EVIDENCE, m->cause.label ? m->cause.label : "", false, ended || !retain_study(m->cause));
}

static const char *words(const char *text)
{
	return text && *text ? text : NULL;
}

const char *const *retain_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct retain *r = c->data;
	struct paper_retain_app p = {
		.head = life_paper_head(c, PLAN_FORM_RETAIN_APP), .person = case_person(c, r->postal_code, r->address, r->phone),
		.current_agency = r->servant ? words(r->current_agency) : NULL, .servant = r->servant ? "是" : "否", .cause = r->cause.label,
		.other = words(r->cause_text), .applied = r->filed,
	};

	return paper_retain_app_draw(pdf, &p);
}

/* 保訓會 informs those who allocate, once it has granted it; the applicant gets a copy.     PLAN-046   LAW: 訓練計畫第9點第2款 */
static void draw_letter(struct pdf *pdf, const struct life_case *c, const struct makeup *m)
{
	const struct case_decision *d = life_answers(c->record, "approve");
	struct paper_letter l = {.head = life_paper_head(c, PLAN_FORMS_N), .kind = "makeup", .who = c->life->t.name, .cause = m->wanted.label,
		.basis = c->kind->citation(c->life), .date = d->decided, .number = words(d->document),
		.copies = {1, (const char *[]){c->life->t.name}}};

	l.head.agency = "公務人員保障暨培訓委員會";
	l.head.exam_year = c->life->t.exam_year;
	paper_letter_fill(c->mem, &l);
	paper_letter_draw(pdf, &l);
}

const char *const *makeup_draw(struct pdf *pdf, const struct life_case *c)
{
	const struct makeup *m = c->data;
	struct paper_makeup_app p = {
		.head = life_paper_head(c, PLAN_FORM_MAKEUP_APP), .person = case_person(c, m->postal_code, m->address, m->phone),
			.kind = m->wanted.label,
		.admission_year = c->life->t.exam_year, .retained = m->retained, .retained_no = words(m->retained_no), .cause = m->cause.label,
		.other = words(m->cause_text), .applied = m->filed,
	};

	const char *const *missing = paper_makeup_app_draw(pdf, &p);

	if (text_is(c->record->state.id, "approved") && c->who.may & MAY_COMMISSION)
		draw_letter(pdf, c, m);
	return missing;
}
