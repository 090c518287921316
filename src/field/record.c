/* record.c: whole records: laid over by a submission, read from rows, compared for the audit log. */
#include "field/field.h"

#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"

bool record_merge(const struct field *fields, enum field_style style, const struct pairs *p, bool whole,
	void *record, struct issues *s, int row)
{
	size_t before = s->all;

	for (const struct field *f = fields; f->name; f++) {
		const char *typed = f->use != EDIT ? NULL : f->several ? pair_values(s->mem, p, f->name) : pair_value(p, f->name);

		if (f->use != EDIT)
			continue;
		if (!typed && f->kind == K_BOOL && style == TYPED && whole)
			typed = "0";                            /* a box that is not ticked sends nothing */
		if (!typed && f->several && style == TYPED && whole)
			typed = "";
		if (typed)
			field_parse(f, style, typed, record, s, row);
		else if (whole && f->need && field_empty(f, record))
			issue(s, row, f->name, "ERR_REQUIRED");
	}
	return s->all == before;
}

static void load_member(const struct field *f, const struct value *v, void *record)
{
	void *at = (char *)record + f->at;
	const char *s = v->kind == VALUE_TEXT ? v->s : "";

	switch (f->kind) {
	case K_TEXT: case K_ID: *(const char **)at = s; break;
	case K_INT: *(int64_t *)at = v->i; break;
	case K_BOOL: *(bool *)at = v->i; break;
	case K_MOMENT: ((struct moment *)at)->seconds = v->i; break;
	case K_DATE:
		if (*s && !date_parse_iso(s, at))
			fail("column %s holds the date \"%s\"", f->name, s);
		break;
	case K_CODE: {
		const struct code *c = code_find(f->list, s);

		*(struct code *)at = c ? *c : (struct code){s, s};
		break;
	}
	case K_END: break;
	}
}

void field_load(const struct field *f, struct arena *mem, const char *plain, void *record)
{
	struct value v = {.kind = VALUE_TEXT, .s = arena_text(mem, plain)};
	struct moment m = {0};

	if (f->kind == K_INT || f->kind == K_BOOL)
		text_to_int(plain, INT64_MIN, INT64_MAX, &v.i);
	else if (f->kind == K_MOMENT && *plain && clock_parse(strlen(plain) > 16 ? arena_bytes(mem, plain, 16) : plain, &m))
		v.i = m.seconds + (strlen(plain) > 18 ? (plain[17] - '0') * 10 + plain[18] - '0' : 0);
	load_member(f, &v, record);
}

static int column_of(const struct rows *r, const char *name)
{
	for (int i = 0; i < r->columns; i++)
		if (!strcmp(r->names[i], name))
			return i;
	return -1;
}

/* Fields that the rows don't have are left as they are, but pointers never stay NULL. */
static void load_row(const struct rows *r, int row, const struct field *fields, void *record)
{
	for (const struct field *f = fields; f->name; f++) {
		int column = column_of(r, f->name);

		if (column >= 0)
			load_member(f, row_cell(r, row, column), record);
		else if ((f->kind == K_TEXT || f->kind == K_ID) && !*(const char **)((char *)record + f->at))
			*(const char **)((char *)record + f->at) = "";
	}
}

void *records_load(struct arena *mem, const struct rows *r, const struct field *fields, size_t size)
{
	char *records = arena_array(mem, (size_t)r->n, size);

	for (int i = 0; i < r->n; i++)
		load_row(r, i, fields, records + (size_t)i * size);
	return records;
}

bool record_load(struct arena *mem, const struct rows *r, const struct field *fields, void *record)
{
	(void)mem;
	if (r->n)
		load_row(r, 0, fields, record);
	return r->n;
}

static void put_change(struct json *j, const struct field *f, struct arena *mem, const void *record)
{
	json_key(j, f->name);
	if (f->privacy == SENSITIVE)
		json_text(j, "***");
	else if (f->kind == K_ID)
		json_text(j, mask_id(mem, field_plain(f, mem, record)));
	else
		json_text(j, field_plain(f, mem, record));
}

bool record_changes(const struct field *fields, struct arena *mem, const void *before, const void *after,
	const char **from, const char **to)
{
	struct text was = text_new(mem, 1 << 20), is = text_new(mem, 1 << 20);
	struct json a = json_new(&was), b = json_new(&is);
	bool any = false;

	json_begin(&a);
	json_begin(&b);
	for (const struct field *f = fields; f->name; f++) {
		if (f->use != EDIT)
			continue;
		if (before && after && !strcmp(field_plain(f, mem, before), field_plain(f, mem, after)))
			continue;
		any = true;
		if (before)
			put_change(&a, f, mem, before);
		if (after)
			put_change(&b, f, mem, after);
	}
	json_end(&a);
	json_end(&b);
	*from = before ? was.at : NULL;
	*to = after ? is.at : NULL;
	return any;
}

void field_json(const struct field *f, struct json *j, const void *record)
{
	const void *at = (const char *)record + f->at;

	if (f->kind == K_INT)
		json_int(j, *(const int64_t *)at);
	else if (f->kind == K_BOOL)
		json_bool(j, *(const bool *)at);
	else if (field_empty(f, record))
		json_none(j);
	else
		json_text(j, field_plain(f, j->to->mem, record));
}

void record_json(const struct field *fields, struct json *j, const void *record)
{
	json_begin(j);
	for (const struct field *f = fields; f->name; f++) {
		if (f->use == MARK)
			continue;
		json_key(j, f->name);
		field_json(f, j, record);
	}
	json_end(j);
}

void record_propose(const struct field *f, void *record, struct date today)
{
	for (; f && f->name; f++)
		if (f->today && f->kind == K_DATE && f->use == EDIT && field_empty(f, record))
			*(struct date *)((char *)record + f->at) = today;
}
