/* download.c: forms made ready to be printed and signed: what is known is filled in, one file a person.   ACMS-039 … 042, PLAN-078 */
#include <string.h>
#include <unistd.h>

#include "app/plan/book.h"
#include "app/planform/planform.h"
#include "app/planform/planform.sql.h"
#include "base/text.h"
#include "file/archive_write.h"
#include "file/temp.h"
#include "rule/training.h"

enum { PDF_MEMORY = 64 << 20, FORM_BYTES = 16 << 20 };

static const char *first_given(const char *a, const char *b)
{
	return *a ? a : b;
}

static const struct plan *plan_of(const struct planform *f)
{
	return plan_book_on(f->plan, f->report_date);
}

/* LAW: 訓練辦法§25I */
struct date planform_training_end(struct arena *mem, const struct planform *f)
{
	struct verdict v = verdict_new(mem, plan_of(f), NULL);
	struct training_end_values to = {0};

	if (date_set(f->training_end) || !v.plan || !date_set(f->report_date))
		return f->training_end;
	training_end_judge(&v, &(struct training_end_facts){.report_date = f->report_date}, &to);
	return to.end;
}

/* 「報到之日起7日內」 by a plan; without one as the operation manual says. */
static const char *due_words(struct arena *mem, const struct planform *f, const struct plan *plan)
{
	const struct plan_value *within = plan ? plan_value(plan, PLAN_FORM_WITHIN) : NULL;
	const struct plan_value *counted = plan ? plan_value(plan, PLAN_FORM_COUNTED) : NULL;

	if (!within || !within->known || !counted->known)
		return arena_print(mem, "報到後%lld日內", (long long)f->plan_due_days);
	return arena_print(mem, "%s%s內", counted->counting == COUNT_SAME_DAY ? "報到之日起" : "報到後", period_text(mem, within->length));
}

struct planform_contact planform_contact(struct db *db, const struct who *who)
{
	struct rows *c = db_run(db, &contact_of, A(who->account));

	return (struct planform_contact){who->agency, c->n ? row_text(c, 0, "full_name") : "", c->n ? row_text(c, 0, "phone") : ""};
}

struct plan_form planform_paper(struct arena *mem, const struct planform *f, const struct planform_contact *c)
{
	const struct plan *plan = plan_of(f);
	bool own = c->agency == f->agency;

	return (struct plan_form){
		.agency = f->agency_name, .exam_year = (int)f->exam_year, .exam_name = f->exam_name, .exam_level = f->exam_level,
		.series = f->series, .category = f->exam_category, .name = f->name, .national_id = f->national_id, .birth_date = f->birth_date,
		.allocation_date = f->allocation_date, .allocation_agency = f->allocation_agency, .allocation_no = f->allocation_no,
		.unit = f->unit, .guide_title = f->guide_title, .guide_name = f->guide_name, .training_start = f->report_date,
		.training_end = planform_training_end(mem, f), .work_items = f->work_items, .orientation = f->orientation,
		.observation = f->observation, .cases = f->cases, .talks = f->talks, .contact_name = first_given(f->contact_name, own ? c->name : ""),
		.contact_phone = first_given(f->contact_phone, own ? c->phone : ""),
		.has_training_supervisor = f->training_supervisor, .attachment = plan ? plan->forms[PLAN_FORM_PT_PLAN] : NULL,
		.notes = plan ? *plan_notes(plan, PLAN_FORM_PT_PLAN) : (struct fact_texts){0},
		.citation = plan ? plan->citations[PLAN_CITE_PLAN_FORM] : NULL, .due = due_words(mem, f, plan),
	};
}

/* What no file system takes in a name becomes "_". */
static char *file_name(struct arena *mem, const struct planform *f)
{
	char *name = arena_print(mem, "%lld-%s-%s-實務訓練計畫表", (long long)f->exam_year, f->exam_code, f->name);

	for (char *c = name; *c; c++)
		if (strchr("/\\:*?\"<>|", *c) || (unsigned char)*c < ' ')
			*c = '_';
	return name;
}

/* Persons of the same name get (2), (3) …: n of them came before. */
static char *own_name(struct arena *mem, const struct planform *f, int i)
{
	int n = 1;

	for (int k = 0; k < i; k++)
		n += !strcmp(f[k].name, f[i].name) && f[k].exam_year == f[i].exam_year && !strcmp(f[k].exam_code, f[i].exam_code);
	return n > 1 ? arena_print(mem, "%s(%d).pdf", file_name(mem, &f[i]), n) : arena_print(mem, "%s.pdf", file_name(mem, &f[i]));
}

/* False: it is longer than a form may be. */
static bool draw(struct req *r, struct arena *own, const struct planform *f, const struct planform_contact *c, int fd)
{
	struct plan_form paper = planform_paper(own, f, c);
	struct pdf *pdf = pdf_new(own, &(struct pdf_about){.title = plan_form_title(own, &paper), .author = f->agency_name, .created = r->now});

	plan_form_draw(pdf, &paper);
	return pdf_write(pdf, fd);
}

bool planform_make(struct req *r, const struct planform *f, int n, bool archive, struct planform_download *to)
{
	struct arena *own = arena_new(PDF_MEMORY);
	int zip = archive ? temp_file(r->mem) : -1, fd = -1;
	struct planform_contact contact = planform_contact(r->db, r->who);
	struct archive_out *out = archive ? archive_create(r->mem, zip) : NULL;

	for (int i = 0; i < n; i++) {
		fd = temp_file(r->mem);
		if (!draw(r, own, &f[i], &contact, fd))
			issue(&r->issues, i, "", "ERR_FORM_LONG", f[i].name);
		arena_reset(own);
		if (archive)
			archive_add_file(out, own_name(r->mem, f, i), fd, file_size(fd), false);
	}
	arena_free(own);
	if (r->issues.n)
		return false;
	if (archive)
		archive_finish(out);
	*to = archive ? (struct planform_download){arena_print(r->mem, "%lld-實務訓練計畫表-%d人.zip", (long long)f->exam_year, n),
		"application/zip", zip, file_size(zip)}
		: (struct planform_download){own_name(r->mem, f, 0), "application/pdf", fd, file_size(fd)};
	return true;
}
