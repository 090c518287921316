/* paper.c: a record of any form, its facts and its description become a section of a PDF.  Knows no form but their list. */
#include "app/paper/paper.h"

#include <jansson.h>
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/log.h"
#include "base/text.h"

enum { VALUES_A_FACT = 3, MOST_JOINED = 1 << 20, MOST_FACTS = 64, NOTE_SIZE = 12 };

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

/* ---- facts as values ---- */

/* A record's values, or those of a row; prefix: "persons." of a row's. */
struct values { struct arena *mem; const char *prefix; struct document_value *at; int n; };

static void value_add(struct values *v, const char *name, const char *end, const char *text)
{
	const char *source = *v->prefix || *end ? arena_print(v->mem, "%s%s%s", v->prefix, name, end) : name;

	v->at[v->n++] = (struct document_value){source, text};
}

static const char *short_day(struct arena *mem, struct date d)
{
	int year, month, day;

	if (!date_set(d))
		return NULL;
	date_split(d, &year, &month, &day);
	return arena_print(mem, "%02d.%02d.%02d", roc_year(d), month, day);
}

static const char *joined(struct arena *mem, const struct fact_texts *texts, const char *between, bool points)
{
	static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	struct text t = text_new(mem, MOST_JOINED);

	for (int i = 0; i < texts->n; i++) {
		int k = i + 1;

		if (i)
			text_puts(&t, between);
		if (points && texts->n > 1)
			text_print(&t, "%s%s%s、", k >= 20 ? digits[k / 10 % 10] : "", k >= 10 ? "十" : "", digits[k % 10]);
		text_puts(&t, texts->at[i]);
	}
	return t.at;
}

static void fact_values(struct values *v, const struct fact *f, const void *from)
{
	switch (f->kind) {
	case FACT_TEXT:
		value_add(v, f->name, "", *(const char *const *)from);
		break;
	case FACT_INT:
		value_add(v, f->name, "", *(const int64_t *)from ? arena_print(v->mem, "%lld", (long long)*(const int64_t *)from) : NULL);
		break;
	case FACT_BOOL:
		value_add(v, f->name, "", *(const bool *)from ? "是" : NULL);
		break;
	case FACT_DATE:
		value_add(v, f->name, "", date_long_text(v->mem, *(const struct date *)from));
		value_add(v, f->name, ".short", short_day(v->mem, *(const struct date *)from));
		break;
	case FACT_TEXTS:
		value_add(v, f->name, "", joined(v->mem, from, "\n", false));
		value_add(v, f->name, ".points", joined(v->mem, from, "\n", true));
		value_add(v, f->name, ".inline", joined(v->mem, from, "、", false));
		break;
	case FACT_ROWS:
		break;
	default:
		fail("the fact %s is of a kind that no paper prints", f->name);
	}
}

static int count_facts(const struct fact *facts)
{
	int n = 0;

	while (facts[n].name)
		n++;
	return n;
}

/* number: of the row, 0: the record itself, -1: of an empty row, which has none. */
static const struct document_value *values_of(struct arena *mem, const struct fact *facts, const void *record, const char *list, int number)
{
	size_t most = (size_t)count_facts(facts) * VALUES_A_FACT + 2;
	struct values v = {mem, list ? arena_print(mem, "%s.", list) : "", arena_array(mem, most, sizeof *v.at), 0};

	for (const struct fact *f = facts; f->name; f++)
		fact_values(&v, f, (const char *)record + f->at);
	if (list)
		value_add(&v, "number", "", number > 0 ? arena_print(mem, "%d", number) : NULL);
	return v.at;                                            /* the array was zeroed: it ends with NULL */
}

static struct document_list list_of(struct arena *mem, const struct paper *p, const struct fact *f, const struct fact_rows *rows)
{
	int n = rows->n ? rows->n : p->blank_rows;
	const struct document_value **at = arena_array(mem, (size_t)n, sizeof *at);
	const void *empty = arena_get(mem, f->row_size);

	for (int i = 0; i < n; i++) {
		const void *row = rows->n ? (const char *)rows->at + (size_t)i * f->row_size : empty;

		at[i] = values_of(mem, f->row, row, f->name, rows->n ? i + 1 : -1);
	}
	return (struct document_list){f->name, at, n};
}

static struct document_data data_of(struct arena *mem, const struct paper *p, const void *record)
{
	struct document_list *lists = arena_array(mem, (size_t)count_facts(p->facts) + 1, sizeof *lists);
	struct document_data data = {.values = values_of(mem, p->facts, record, NULL, 0), .lists = lists};

	for (const struct fact *f = p->facts; f->name; f++)
		if (f->kind == FACT_ROWS)
			*lists++ = list_of(mem, p, f, (const void *)((const char *)record + f->at));
	return data;
}

/* ---- what is missing ---- */

static bool is_missing(const struct fact *f, const void *from)
{
	const char *const *text = from;

	switch (f->kind) {
	case FACT_TEXT:
		return !*text || !**text;
	case FACT_INT:
		return !*(const int64_t *)from;
	case FACT_DATE:
		return !date_set(*(const struct date *)from);
	case FACT_TEXTS:
		return !((const struct fact_texts *)from)->n;
	case FACT_ROWS:
		return !((const struct fact_rows *)from)->n;
	default:
		return false;
	}
}

/* Labels, each once. */
struct labels { const char **at; int n; };

static void label_add(struct labels *l, const char *label)
{
	for (int i = 0; i < l->n; i++)
		if (!strcmp(l->at[i], label))
			return;
	l->at[l->n++] = label;
}

static void add_missing(struct labels *l, const struct fact *facts, const void *record)
{
	for (const struct fact *f = facts; f->name; f++) {
		const void *from = (const char *)record + f->at;
		const struct fact_rows *rows = from;

		if (!f->may_be_absent && is_missing(f, from))
			label_add(l, f->label);
		for (int i = 0; f->kind == FACT_ROWS && i < rows->n; i++)
			add_missing(l, f->row, (const char *)rows->at + (size_t)i * f->row_size);
	}
}

const void *paper_completed(struct arena *mem, const struct paper *p, const void *given)
{
	void *record;

	if (!p->complete)
		return given;
	record = arena_copy(mem, given, p->size);
	p->complete(mem, record);
	return record;
}

const char *const *paper_missing(struct arena *mem, const struct paper *p, const void *given)
{
	const void *record = paper_completed(mem, p, given);
	struct labels l = {arena_array(mem, MOST_FACTS + 1, sizeof *l.at), 0};
	int n = count_facts(p->facts);

	for (const struct fact *f = p->facts; f->name; f++)
		n += f->kind == FACT_ROWS ? count_facts(f->row) : 0;
	if (n > MOST_FACTS)
		fail("the form %s has %d facts", p->name, n);
	add_missing(&l, p->facts, record);
	return l.at;
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
	struct document_field *fields = arena_array(mem, (MOST_FACTS + 2) * VALUES_A_FACT, sizeof *fields), *end = fields;

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
	struct document_data data = data_of(mem, p, record);
	struct document document = document_of(mem, p, &data);

	document_draw(pdf, &document, &data);
	paper_notes(pdf, notes_of(record), p->note_size > 0 ? p->note_size : NOTE_SIZE);
	return missing;
}

char *paper_title(struct arena *mem, const struct paper *p, const void *given)
{
	const void *record = paper_completed(mem, p, given);
	struct document_data data = data_of(mem, p, record);
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
	size_t n = (size_t)count_facts(facts);
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
