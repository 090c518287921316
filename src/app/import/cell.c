/* cell.c: the cells of one row into its record, each complaint and warning noted.                LEARN-008 … 010, 022
 *
 * Most cells are plain (a day in digits, an ID in capitals, a short text) and are taken without a copy; whatever is not goes the way
 * of a form's field (field_parse), so that files and forms accept and refuse the same. */
#include <string.h>

#include "app/import/private.h"
#include "base/national_id.h"
#include "base/text.h"

enum { TEXT_MOST = 200, SPOKEN_MOST = 2000, TEXTS_MOST = 8 << 20 };

static const struct field *field_of(const struct import_run *run, const char *name, int *index)
{
	const struct field *fields = run->im.kind->fields;

	for (*index = 0; fields[*index].name; ++*index)
		if (!strcmp(fields[*index].name, name))
			return &fields[*index];
	*index = UINT16_MAX;
	return NULL;
}

/* A complaint behind the others of its row in the pile. */
static void file_away(struct import_run *run, struct import_row *row, const char *field, enum severity severity,
	const char *code, const char *text)
{
	struct complaint_head head = {.next = row->reason, .severity = (uint16_t)severity};
	int index;
	size_t whole = strlen(text), n = whole < SPOKEN_MOST ? whole : SPOKEN_MOST;

	while (n < whole && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--;                                            /* a whole cell may be quoted in it */
	field_of(run, field, &index);
	head.field = (uint16_t)index;
	head.code = (uint16_t)(strlen(code) + 1);
	head.text = (uint16_t)(n + 1);
	if (run->complaints.n > UINT32_MAX - SPOKEN_MOST - 64)
		return;                                         /* four gigabytes of complaints: the first ones will do */
	row->reason = (uint32_t)pile_add(&run->complaints, &head, sizeof head) + 1;
	pile_add(&run->complaints, code, head.code);
	pile_add(&run->complaints, text, n);
	pile_add(&run->complaints, "", 1);
}

/* The name of the column stands before the sentence already. */
static const char *without_label(struct import_run *run, const struct field *f, const char *text)
{
	const char *label = arena_print(run->words, "「%s」", f->label);

	return !run->im.kind->form_codes && text_starts(text, label) ? text + strlen(label) : text;
}

/* The sentence in the catalogue's words, with the field's label where it has a place for it; until the next one. */
static const char *spoken(struct import_run *run, const char *field, const char *const *code_and_values)
{
	arena_reset(run->sentence);
	struct issues one = issues_new(run->sentence, run->im.kind->fields);

	one.learning = !run->im.kind->form_codes;
	issue_add(&one, 0, field, code_and_values);
	const struct field *f = field_named(run->im.kind->fields, field);

	return f ? without_label(run, f, one.at[0].text) : one.at[0].text;
}

void import_complain(struct import *im, struct import_row *row, const char *field, const char *const *code_and_values)
{
	row->outcome = IMPORT_REJECT;
	if (im->run->collect)
		file_away(im->run, row, field, SEVERE, *code_and_values, spoken(im->run, field, code_and_values));
}

void import_warn(struct import_run *run, struct import_row *row, const char *field, const char *const *code_and_values)
{
	run->warnings++;
	if (!run->collect)
		return;
	if (row)
		file_away(run, row, field, WARNS, *code_and_values, spoken(run, field, code_and_values));
	else
		run->note = arena_text(run->im.mem, spoken(run, field, code_and_values));
}

void import_warn_of(struct import *im, struct import_row *row, const char *field, const char *const *code_and_values)
{
	import_warn(im->run, row, field, code_and_values);
}

void import_differs(struct import *im, struct import_row *row, const char *field, const char *stored, const char *in_file)
{
	const char *const words[] = {"CONFLICT", arena_print(im->piece, "既有「%s」，檔案「%s」", stored, in_file), NULL};

	if (row->outcome != IMPORT_REJECT)
		row->outcome = IMPORT_CONFLICT;
	if (im->run->collect || im->run->tell_conflicts)
		file_away(im->run, row, field, DIFFERS, "CONFLICT", spoken(im->run, field, words));
}

bool import_given(const struct import *im, const struct import_row *row, const char *field)
{
	int index;

	return field_of(im->run, field, &index) && (row->given >> index & 1);
}

const char *import_texts(struct import *im, const struct import_row *rows, int n, const char *field)
{
	const struct field *f = field_named(im->kind->fields, field);
	struct text list = text_new(im->piece, TEXTS_MOST);
	struct json j = json_new(&list);
	const char *last = NULL;

	json_list(&j);
	for (int i = 0; i < n; i++) {
		const char *one = *(const char *const *)((const char *)rows[i].record + f->at);

		if (!text_is(one, last))
			json_text(&j, one);
		last = one;
	}
	json_end(&j);
	return list.at;
}

bool import_complained(const struct import *im, const struct import_row *row, const char *field)
{
	struct complaint_head head;
	int index;

	field_of(im->run, field, &index);
	for (uint32_t at = row->reason; at; at = head.next) {
		pile_get(&im->run->complaints, &head, sizeof head, at - 1);
		if (head.field == (uint16_t)index && head.severity == SEVERE)
			return true;
	}
	return false;
}

/* ---- plain cells */

static bool blank_at(const char *at, size_t n)
{
	return n && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\v' || *at == '\f' ||
		(n >= 3 && !memcmp(at, "\xE3\x80\x80", 3)));
}

static bool plain_text(const struct field *f, const struct cell *c, void *to)
{
	if (c->n > (size_t)(f->most ? f->most : TEXT_MOST) || (c->n >= 3 && blank_at(c->at + c->n - 3, 3)) ||
		blank_at(c->at + c->n - 1, 1))
		return false;
	for (size_t i = 0; i < c->n; i++)
		if ((unsigned char)c->at[i] < 0x20 || c->at[i] == 0x7F)
			return false;
	*(const char **)to = c->at;
	return true;
}

static bool digits_of(const char *at, size_t n, int *to)
{
	*to = 0;
	for (size_t i = 0; i < n; i++) {
		if (at[i] < '0' || at[i] > '9')
			return false;
		*to = *to * 10 + at[i] - '0';
	}
	return true;
}

/* 2024-08-01 and 113/08/01 and 1130801; the rest is date_parse's. */
static bool plain_date(const struct cell *c, struct date *to)
{
	int y, m, d;
	size_t year = c->n == 10 ? 4 : 3, step = c->n == 7 ? 0 : 1;

	if ((c->n != 7 && c->n != 9 && c->n != 10) || !digits_of(c->at, year, &y) || !digits_of(c->at + year + step, 2, &m) ||
		!digits_of(c->at + year + 2 + 2 * step, 2, &d))
		return false;
	char mark = c->at[year];

	if (step && ((mark != '/' && mark != '-') || c->at[year + 3] != mark))
		return false;
	if (year == 4 ? y < 1912 : y < 10)
		return false;
	struct date day = date_make(year == 4 ? y : y + 1911, m, d);

	if (date_set(day))
		*to = day;
	return date_set(day);
}

static bool plain_int(const struct field *f, const struct cell *c, int64_t *to)
{
	int64_t i = 0;

	if (c->n > 15)
		return false;
	for (size_t k = 0; k < c->n; k++) {
		if (c->at[k] < '0' || c->at[k] > '9')
			return false;
		i = i * 10 + c->at[k] - '0';
	}
	if (i < f->least || (f->most && i > f->most))
		return false;
	*to = i;
	return true;
}

static bool plain(const struct field *f, const struct cell *c, void *to)
{
	const struct code *code;

	if (blank_at(c->at, c->n))
		return false;
	switch (f->kind) {
	case K_TEXT: return plain_text(f, c, to);
	case K_DATE: return plain_date(c, to);
	case K_INT: return plain_int(f, c, to);
	case K_ID:
		if (c->n == 10 && national_id_valid(c->at))
			return *(const char **)to = c->at, true;
		return false;
	case K_CODE:
		code = code_find(f->list, c->at);
		if (code)
			*(struct code *)to = *code;
		return code;
	default: return false;
	}
}

/* ---- the others */

/* Blanks and hyphens inside an ID, and the commas of a number, are how people write them. */
static const char *as_people_mean(struct import_run *run, const struct field *f, const char *typed)
{
	const char *out = f->kind == K_ID ? " -" : f->kind == K_INT ? "," : NULL;
	char *copy, *to;

	if (!out)
		return typed;
	copy = to = text_fold(run->words, typed);
	for (const char *at = copy; *at; at++)
		if (!strchr(out, *at))
			*to++ = *at;
	*to = '\0';
	return copy;
}

static void parse_slowly(struct import_run *run, struct import_row *row, const struct heading *h, const char *typed)
{
	struct issues found = issues_new(run->words, run->im.kind->fields);

	found.learning = !run->im.kind->form_codes;
	if (!field_parse(h->field, TYPED, as_people_mean(run, h->field, typed), row->record, &found, 0)) {
		row->outcome = IMPORT_REJECT;
		if (run->collect)
			file_away(run, row, h->field->name, SEVERE, found.at[0].code, without_label(run, h->field, found.at[0].text));
	} else if (*text_trim(run->words, typed))
		row->given |= (uint64_t)1 << h->index;
}

/* An absent cell, or an empty one: the member stays as it is in a blank record, which is how field_parse leaves it. */
static void leave_empty(struct import_run *run, struct import_row *row, const struct heading *h)
{
	if (h->field->need)
		parse_slowly(run, row, h, "");
}

/* Half-width question marks in a name, and codes that only one office's fonts know.   W-CSV-01, W-CSV-03 */
static void doubt(struct import_run *run, struct import_row *row, const struct field *f, const struct cell *c, bool may_be_private)
{
	if (f->kind != K_TEXT)
		return;
	if (f->privacy == PERSONAL && memchr(c->at, '?', c->n))
		import_warn(run, row, f->name, (const char *const[]){"W-CSV-01", NULL});
	for (const char *at = c->at, *end = c->at + c->n; may_be_private && at < end;) {
		int n;
		uint32_t character = utf8_next(at, end, &n);

		at += n;
		if (charset_private(character)) {
			import_warn(run, row, f->name, (const char *const[]){"W-CSV-03", arena_print(run->words, "U+%04X", character), NULL});
			return;
		}
	}
}

/* 「內容概要：…」 behind what the field has, as much as it may have. */
static void append(struct import_run *run, struct import_row *row, const struct heading *h, const struct cell *c)
{
	const char **to = (const char **)((char *)row->record + h->field->at);
	size_t most = (size_t)(h->field->most ? h->field->most : TEXT_MOST);
	const char *all = arena_print(run->words, "%s%s%s：%.*s", *to ? *to : "", *to && **to ? "；" : "", h->name, (int)c->n, c->at), *end = all;

	for (size_t n = 0; *end && n < most; n++) {
		int bytes;

		utf8_next(end, all + strlen(all), &bytes);
		end += bytes;
	}
	*to = arena_bytes(run->words, all, (size_t)(end - all));
	row->given |= (uint64_t)1 << h->index;
}

void cells_parse(struct import_run *run, const struct table_row *from, struct import_row *row)
{
	if (from->wide)
		import_complain(&run->im, row, "", (const char *const[]){"E-CSV-06",
			arena_print(run->words, "%d", from->n), arena_print(run->words, "%d", run->n_headings), NULL});
	for (int i = 0; i < run->n_headings; i++) {
		const struct heading *h = &run->headings[i];

		if (!h->field)
			continue;
		if (i >= from->n || !from->cells[i].n) {
			leave_empty(run, row, h);
			continue;
		}
		const struct cell *c = &from->cells[i];

		if (h->append) {
			append(run, row, h, c);
			continue;
		}
		if (h->also)
			parse_slowly(run, row, &(struct heading){.field = h->also, .index = h->also_index}, h->value);
		if (plain(h->field, c, (char *)row->record + h->field->at))
			row->given |= (uint64_t)1 << h->index;
		else
			parse_slowly(run, row, h, c->at);
		doubt(run, row, h->field, c, from->private_use);
	}
}
