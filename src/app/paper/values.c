/* values.c: the facts of a record as the values of a document, and which of them are missing.  Knows no form. */
#include <string.h>

#include "app/paper/paper_form.h"
#include "base/log.h"
#include "base/text.h"

enum { VALUES_A_FACT = 3, MOST_JOINED = 1 << 20 };

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

int paper_count(const struct fact *facts)
{
	int n = 0;

	while (facts[n].name)
		n++;
	return n;
}

/* number: of the row, 0: the record itself, -1: of an empty row, which has none. */
static const struct document_value *values_of(struct arena *mem, const struct fact *facts, const void *record, const char *list, int number)
{
	size_t most = (size_t)paper_count(facts) * VALUES_A_FACT + 2;
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

struct document_data paper_data(struct arena *mem, const struct paper *p, const void *record)
{
	struct document_list *lists = arena_array(mem, (size_t)paper_count(p->facts) + 1, sizeof *lists);
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
	struct labels l = {arena_array(mem, PAPER_FACTS + 1, sizeof *l.at), 0};
	int n = paper_count(p->facts);

	for (const struct fact *f = p->facts; f->name; f++)
		n += f->kind == FACT_ROWS ? paper_count(f->row) : 0;
	if (n > PAPER_FACTS)
		fail("the form %s has %d facts", p->name, n);
	add_missing(&l, p->facts, record);
	return l.at;
}
