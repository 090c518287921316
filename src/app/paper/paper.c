/* paper.c: a record of any form, its facts and its description become a section of a PDF.  Knows no form but their list. */
#include "app/paper/paper.h"

#include <jansson.h>
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/text.h"

enum { NOTE_SIZE = 12 };

const struct paper paper_none = {0};

static const struct paper *const papers[] = {
#define PAPER_PLACE(name, record) &paper_##name,
	PAPER_FORMS(PAPER_PLACE)
#undef PAPER_PLACE
};

const struct paper *paper_at(int i)
{
	return i < COUNT(papers) ? papers[i] : NULL;
}

const struct paper *paper_named(const char *name)
{
	for (int i = 0; i < COUNT(papers); i++)
		if (!strcmp(papers[i]->name, name))
			return papers[i];
	return NULL;
}

const char *paper_name(const struct paper *p)
{
	return p->name;
}

const struct fact *paper_facts(const struct paper *p)
{
	return p->facts;
}

size_t paper_size(const struct paper *p)
{
	return p->size;
}

/* ---- drawing ---- */

/* Whatever has a value can be printed.  None is missed by document.h: paper_missing tells, by the facts. */
static void declare(struct document_field **to, const struct document_value *values)
{
	for (; values->source; values++)
		(*to)++->source = values->source;
}

static struct document document_of(struct arena *mem, const struct paper *p, const struct document_data *data)
{
	struct document_field *fields = arena_array(mem, PAPER_SOURCES, sizeof *fields), *end = fields;

	declare(&end, data->values);
	for (const struct document_list *l = data->lists; l->source; l++)
		if (l->n)
			declare(&end, l->rows[0]);
	return (struct document){.id = p->name, .note = "{citation}　{printed}", .size = p->text_size, .fields = fields,
		.parts = p->parts, .across = p->across};
}

/* Each record begins with its head. */
static const struct fact_texts *notes_of(const void *record)
{
	return &((const struct paper_head *)record)->notes;
}

const char *const *paper_draw(struct pdf *pdf, const struct paper *p, const void *given)
{
	struct arena *mem = pdf_arena(pdf);
	const void *record = paper_completed(mem, p, given);
	const char *const *missing = paper_missing(mem, p, record);
	struct document_data data = paper_data(mem, p, record);
	struct document document = document_of(mem, p, &data);

	document_draw(pdf, &document, &data);
	paper_notes(pdf, notes_of(record), p->note_size > 0 ? p->note_size : NOTE_SIZE);
	return missing;
}

char *paper_title(struct arena *mem, const struct paper *p, const void *given)
{
	const void *record = paper_completed(mem, p, given);
	struct document_data data = paper_data(mem, p, record);
	struct document document = document_of(mem, p, &data);
	char *title = document_text(mem, &document, p->title, &data), *to = title;

	for (const char *from = title; *from; from++)           /* one line of it */
		if (*from != '\n')
			*to++ = *from;
	*to = '\0';
	return title;
}

/* ---- what the plan says ---- */

void paper_head_fill(struct paper_head *head, const struct plan *plan, const struct paper *p)
{
	int form = plan_form_named(p->name);

	if (!head->exam_year)
		head->exam_year = plan->exam_year;
	if (!head->exam_name)
		head->exam_name = plan->exam_name;
	if (form >= 0 && !head->attachment)
		head->attachment = plan->forms[form];
	if (form >= 0 && !head->notes.n)
		head->notes = *plan_notes(plan, (enum plan_annex)form);
}

void paper_take(struct arena *mem, const struct paper *p, void *record, const struct plan *plan)
{
	paper_head_fill(record, plan, p);                       /* each record begins with its head */
	if (p->take)
		p->take(mem, record, plan);
}

char *paper_printed(struct arena *mem, int version, struct date day, const char *who)
{
	struct text t = text_new(mem, 4096);

	if (version)
		text_print(&t, "第%d版　", version);
	text_print(&t, "%s", date_long_text(mem, day));
	if (who && *who)
		text_print(&t, "　%s列印", who);
	return t.at;
}

/* ---- from JSON ---- */

/* The same facts, none of them needed. */
static struct fact *all_optional(struct arena *mem, const struct fact *facts)
{
	size_t n = (size_t)paper_count(facts);
	struct fact *open = arena_array(mem, n + 1, sizeof *open);

	for (size_t i = 0; i < n; i++) {
		open[i] = facts[i];
		open[i].may_be_absent = true;
		if (facts[i].row)
			open[i].row = all_optional(mem, facts[i].row);
	}
	return open;
}

void *paper_read(struct fact_reader *r, const struct paper *p, const char *bytes, size_t n)
{
	json_error_t error;
	json_t *json = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
	void *record = arena_get(r->mem, p->size);
	bool good = false;

	if (json)
		good = facts_read(r, json, all_optional(r->mem, p->facts), record);
	else
		r->error = (struct fact_error){"BAD_INPUT", "", fact_syntax(r->mem, &error)};
	json_decref(json);
	return good ? record : NULL;
}
