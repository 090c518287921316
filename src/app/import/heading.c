/* heading.c: the row of Chinese field names: which column is which field, and what is wrong with it as a whole.   LEARN-021 */
#include <string.h>

#include "app/import/import.sql.h"
#include "app/import/private.h"
#include "base/log.h"
#include "base/text.h"

enum { LIST_MOST = 65536 };

/* Full-width forms and blanks make no difference, neither does the * of a required field. */
char *heading_fold(struct arena *mem, const char *name)
{
	char *folded = text_fold(mem, name), *to = folded;

	for (const char *at = folded; *at; at++) {
		if (!strncmp(at, "\xE3\x80\x80", 3))
			at += 2;
		else if (!strchr(" \t\r\n*", *at))
			*to++ = *at;
	}
	*to = '\0';
	return folded;
}

bool heading_is_ours(const char *name)
{
	static const char *const ours[] = {"結果", "原因", "錯誤列號", "錯誤欄位", "錯誤訊息", NULL};

	for (const char *const *one = ours; *one; one++)
		if (!strcmp(*one, name))
			return true;
	return false;
}

static bool is_called(struct arena *mem, const struct field *f, const char *folded)
{
	const char *alias = f->aliases ? f->aliases : "";

	if (!strcmp(heading_fold(mem, f->label), folded) || (f->heading && !strcmp(heading_fold(mem, f->heading), folded)))
		return true;
	while (*alias) {
		size_t n = strcspn(alias, "|");

		if (!strcmp(heading_fold(mem, arena_bytes(mem, alias, n)), folded))
			return true;
		alias += n;
		alias += *alias == '|';
	}
	return false;
}

static int field_called(struct arena *mem, const struct field *fields, const char *folded)
{
	for (int i = 0; *folded && fields[i].name; i++)
		if (fields[i].use == EDIT && is_called(mem, &fields[i], folded))
			return i;
	return -1;
}

/* How many of a kind's required columns the row has; -1 when one is missing. */
static int required_found(struct arena *mem, const struct import_kind *kind, const struct table_row *row)
{
	int found = 0;

	for (const struct field *f = kind->fields; f->name; f++) {
		bool here = false;

		if (f->use != EDIT || !f->need)
			continue;
		for (int i = 0; i < row->n && !here; i++)
			here = is_called(mem, f, heading_fold(mem, row->cells[i].at));
		if (!here)
			return -1;
		found++;
	}
	return found;
}

static const struct import_kind *const *kinds;
struct code import_kind_codes[KINDS_MOST + 1];

void import_kinds(const struct import_kind *const *all)
{
	kinds = all;
	for (int i = 0; all[i]; i++) {
		if (i == KINDS_MOST)
			fail("more than %d kinds of uploads", KINDS_MOST);
		import_kind_codes[i] = (struct code){all[i]->name, all[i]->title};
	}
}

const struct import_kind *import_kind_named(const char *name)
{
	for (const struct import_kind *const *k = kinds; k && *k; k++)
		if (!strcmp((*k)->name, name))
			return *k;
	return NULL;
}

/* The kind whose heading row this is, if not ours: the one of which most columns are there. */
static const struct import_kind *other_kind(struct import_run *run, const struct table_row *row)
{
	const struct import_kind *best = NULL;
	int most = 0;

	for (const struct import_kind *const *k = kinds; k && *k; k++) {
		int n = *k == run->im.kind ? -1 : required_found(run->words, *k, row);

		if (n > most) {
			most = n;
			best = *k;
		}
	}
	return best;
}

static bool refuse(struct import_run *run, const char *const *code_and_values)
{
	run->refusal_code = *code_and_values;
	run->refusal = message_text(run->im.mem, code_and_values);
	return false;
}
#define REFUSE(run, ...) refuse((run), (const char *const[]){__VA_ARGS__, NULL})

static void name_one(struct text *list, const char *label)
{
	if (list->n)
		text_puts(list, "、");
	text_puts(list, label);
}

/* The required fields that no column brings; empty when none is missing. */
static const char *missing(struct import_run *run)
{
	struct text list = text_new(run->im.mem, LIST_MOST);

	for (const struct field *f = run->im.kind->fields; f->name; f++) {
		bool here = f->use != EDIT || !f->need;

		for (int i = 0; i < run->n_headings && !here; i++)
			here = run->headings[i].field == f || run->headings[i].also == f;
		here |= run->im.exchanged && run->im.kind->supplies && run->im.kind->supplies(f);
		if (!here)
			name_one(&list, field_heading(f));
	}
	return list.at;
}

/* A heading of files in circulation.   LEARN-295, CSV-5A */
static void take_alias(struct import_run *run, struct heading *h, const char *folded)
{
	struct rows *r = run->im.db ? db_run(run->im.db, &import_aliases, A(run->im.kind->name)) : NULL;
	const struct field *fields = run->im.kind->fields;

	for (int i = 0; r && i < r->n; i++) {
		if (!text_is(heading_fold(run->words, row_text(r, i, "heading")), folded))
			continue;
		const char *rule = row_text(r, i, "rule"), *value = strchr(rule, '=');
		const struct field *f = field_named(fields, row_text(r, i, "field"));

		run->im.exchanged = h->kept = true;
		h->field = f;
		h->index = f ? (int)(f - fields) : -1;
		h->append = text_is(rule, "append");
		if (value && (f = field_named(fields, arena_bytes(run->words, rule, (size_t)(value - rule))))) {
			h->also = f;
			h->also_index = (int)(f - fields);
			h->value = arena_text(run->im.mem, value + 1);
		}
	}
}

static bool take_column(struct import_run *run, const struct cell *cell)
{
	const struct field *fields = run->im.kind->fields;
	char *folded = heading_fold(run->words, cell->at);
	int index = field_called(run->words, fields, folded);
	struct heading h = {.field = index < 0 ? NULL : &fields[index], .index = index, .name = arena_bytes(run->im.mem, cell->at, cell->n),
		.ours = heading_is_ours(folded)};

	if (!h.field && *folded && !h.ours)
		take_alias(run, &h, folded);
	for (int i = 0; h.field && !h.append && i < run->n_headings; i++)
		if (run->headings[i].field == h.field && !run->headings[i].append)
			return REFUSE(run, "E-CSV-04", field_heading(h.field));
	run->headings[run->n_headings++] = h;
	return true;
}

/* Columns that nothing is done with; "" when there is none. */
static const char *unknown_columns(const struct import_run *run)
{
	struct text unknown = text_new(run->im.mem, LIST_MOST);

	for (int i = 0; i < run->n_headings; i++) {
		const struct heading *h = &run->headings[i];

		if (!h->field && !h->ours && !h->kept && *h->name)
			name_one(&unknown, h->name);
	}
	return unknown.n ? unknown.at : "";
}

/* Those that are known, and, once, as a warning about the file, those that are not.   W-CSV-02 */
static void note_columns(struct import_run *run)
{
	struct text known = text_new(run->im.mem, LIST_MOST);
	const char *unknown = unknown_columns(run);

	for (int i = 0; i < run->n_headings; i++)
		if (run->headings[i].field)
			name_one(&known, field_heading(run->headings[i].field));
	run->columns_found = known.at;
	if (*unknown && run->collect)
		import_warn(run, NULL, "", (const char *const[]){"W-CSV-02", unknown, NULL});
}

/* Column by column as the template has them; what stands to the right of its last one is nothing to us. */
static bool is_template(struct import_run *run, const struct table_row *row)
{
	const struct field *f = run->im.kind->fields;

	for (int i = 0; f->name; f++) {
		if (f->use != EDIT)
			continue;
		if (i >= row->n || !is_called(run->words, f, heading_fold(run->words, row->cells[i].at)))
			return REFUSE(run, "ERR_FILE_HEADER", run->batch.file_name, arena_print(run->im.mem, "%d", i + 1), f->label,
				i < row->n && row->cells[i].n ? row->cells[i].at : "（空白）");
		i++;
	}
	return true;
}

bool heading_read(struct import_run *run, const struct table_row *row)
{
	const struct import_kind *other;
	int found = 0;

	if (run->im.kind->whole && !is_template(run, row))
		return false;
	for (int i = 0; i < row->n; i++)
		found += field_called(run->words, run->im.kind->fields, heading_fold(run->words, row->cells[i].at)) >= 0;
	if (required_found(run->words, run->im.kind, row) < 0 && (other = other_kind(run, row)))
		return REFUSE(run, "E-CSV-09", other->title);
	if (!found)
		return REFUSE(run, "E-CSV-02");
	run->n_headings = 0;
	run->im.exchanged = false;
	for (int i = 0; i < row->n; i++)
		if (!take_column(run, &row->cells[i]))
			return false;
	const char *lacking = missing(run), *unknown = unknown_columns(run);

	if (*lacking)
		return *unknown ? REFUSE(run, "E-CSV-03", lacking, unknown) : REFUSE(run, "E-CSV-03", lacking);
	note_columns(run);
	return true;
}
