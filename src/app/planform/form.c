/* form.c: the record of a plan form as annex 5 takes it.  See form.h; the annex itself is paper/pt_plan.c. */
#include "app/planform/form.h"

#include "app/paper/paper.h"

static const struct paper *annex(void)
{
	return paper_named("pt_plan");
}

static struct paper_pt_plan paper_of(const struct plan_form *f)
{
	return (struct paper_pt_plan){
		.head = {.agency = f->agency, .exam_year = f->exam_year, .exam_name = f->exam_name, .attachment = f->attachment,
			.citation = f->citation, .notes = f->notes},
		.person = {.name = f->name, .national_id = f->national_id, .birth_date = f->birth_date, .level = f->exam_level,
			.series = f->series, .category = f->category},
		.allocation_agency = f->allocation_agency, .allocation_date = f->allocation_date, .allocation_no = f->allocation_no,
		.unit = f->unit, .guide_title = f->guide_title, .guide_name = f->guide_name, .start = f->training_start,
		.end = f->training_end, .work_items = f->work_items, .orientation = f->orientation, .observation = f->observation,
		.cases = f->cases, .talks = f->talks, .supervisor = f->has_training_supervisor ? "有" : NULL,
		.contact_name = f->contact_name, .contact_phone = f->contact_phone, .due = f->due,
	};
}

const char *const *plan_form_draw(struct pdf *pdf, const struct plan_form *f)
{
	struct paper_pt_plan paper = paper_of(f);

	return paper_draw(pdf, annex(), &paper);
}

const char *const *plan_form_missing(struct arena *mem, const struct plan_form *f)
{
	struct paper_pt_plan paper = paper_of(f);

	return paper_missing(mem, annex(), &paper);
}

char *plan_form_title(struct arena *mem, const struct plan_form *f)
{
	struct paper_pt_plan paper = paper_of(f);

	return paper_title(mem, annex(), &paper);
}
