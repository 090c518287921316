/* fact_write.c: facts as JSON, and their JSON Schema.  See fact.h. */
#include "rule/fact.h"

#include <string.h>

/* ---- writing ---- */

static void write_rows(struct json *j, struct arena *mem, const struct fact *f, const struct fact_rows *rows)
{
	if (!rows->at) {
		json_none(j);
		return;
	}
	json_list(j);
	for (int i = 0; i < rows->n; i++) {
		json_begin(j);
		facts_write(j, mem, f->row, (const char *)rows->at + (size_t)i * f->row_size);
		json_end(j);
	}
	json_end(j);
}

static void write_texts(struct json *j, const struct fact_texts *texts)
{
	if (!texts->at) {
		json_none(j);
		return;
	}
	json_list(j);
	for (int i = 0; i < texts->n; i++)
		json_text(j, texts->at[i]);
	json_end(j);
}

static void write_dates(struct json *j, struct arena *mem, const struct fact_dates *dates)
{
	if (!dates->at) {
		json_none(j);
		return;
	}
	json_list(j);
	for (int i = 0; i < dates->n; i++)
		json_text(j, date_iso(mem, dates->at[i]));
	json_end(j);
}

static void write_one(struct json *j, struct arena *mem, const struct fact *f, const void *member)
{
	const void *object;

	memcpy(&object, member, sizeof(object));
	if (!object) {
		json_none(j);
		return;
	}
	json_begin(j);
	facts_write(j, mem, f->row, object);
	json_end(j);
}

static void write_int(struct json *j, const struct maybe_int *n)
{
	if (n->known)
		json_int(j, n->n);
	else
		json_none(j);
}

static void write_bool(struct json *j, const struct maybe_bool *b)
{
	if (b->known)
		json_bool(j, b->yes);
	else
		json_none(j);
}

static void write_range(struct json *j, const struct fact_range *range)
{
	if (!range->known) {
		json_none(j);
		return;
	}
	json_list(j);
	json_int(j, range->min);
	json_int(j, range->max);
	json_end(j);
}

static const char *length_text(struct arena *mem, const struct period *length)
{
	return length->n ? arena_print(mem, "%d%c", length->n, length->unit) : NULL;
}

static const char *date_text_or_none(struct arena *mem, const struct date *d)
{
	return date_set(*d) ? date_iso(mem, *d) : NULL;
}

static const char *time_text(struct arena *mem, const struct fact_time *t)
{
	if (!date_set(t->day))
		return NULL;
	return arena_print(mem, "%sT%02d:%02d:%02d", date_iso(mem, t->day), t->second / 3600, t->second / 60 % 60, t->second % 60);
}

static const char *percent_text(struct arena *mem, const struct fact *f, const struct decimal *d)
{
	return d->known ? arena_print(mem, "%s%%", decimal_text(mem, *d, f->places)) : NULL;
}

static const char *choice_text(const struct fact *f, int choice)
{
	return choice < 0 ? NULL : f->choices[choice];
}

static void write_value(struct json *j, struct arena *mem, const struct fact *f, const void *from)
{
	switch (f->kind) {
	case FACT_DATE:
		json_text(j, date_text_or_none(mem, from));
		break;
	case FACT_LENGTH:
		json_text(j, length_text(mem, from));
		break;
	case FACT_INT:
		json_int(j, *(const int64_t *)from);
		break;
	case FACT_MAYBE_INT:
		write_int(j, from);
		break;
	case FACT_BOOL:
		json_bool(j, *(const bool *)from);
		break;
	case FACT_MAYBE_BOOL:
		write_bool(j, from);
		break;
	case FACT_DECIMAL:
	case FACT_HOURS:
		json_text(j, decimal_text(mem, *(const struct decimal *)from, f->places));
		break;
	case FACT_TEXT:
		json_text(j, *(const char *const *)from);
		break;
	case FACT_CHOICE:
		json_text(j, choice_text(f, *(const int *)from));
		break;
	case FACT_ROWS:
		write_rows(j, mem, f, from);
		break;
	case FACT_TEXTS:
		write_texts(j, from);
		break;
	case FACT_RANGE:
		write_range(j, from);
		break;
	case FACT_DATES:
		write_dates(j, mem, from);
		break;
	case FACT_TIME:
		json_text(j, time_text(mem, from));
		break;
	case FACT_PERCENT:
		json_text(j, percent_text(mem, f, from));
		break;
	case FACT_OBJECT:
		write_one(j, mem, f, from);
		break;
	}
}

void facts_write(struct json *j, struct arena *mem, const struct fact *facts, const void *from)
{
	for (const struct fact *f = facts; f->name; f++) {
		json_key(j, f->name);
		write_value(j, mem, f, (const char *)from + f->at);
	}
}

/* ---- JSON Schema ---- */

static const struct { const char *type, *format, *pattern; } schemas[] = {
	[FACT_DATE] = {"string", "date", NULL}, [FACT_LENGTH] = {"string", NULL, "^[1-9][0-9]*[dwmy]$"}, [FACT_INT] = {"integer", NULL, NULL},
	[FACT_MAYBE_INT] = {"integer", NULL, NULL}, [FACT_BOOL] = {"boolean", NULL, NULL}, [FACT_MAYBE_BOOL] = {"boolean", NULL, NULL},
	[FACT_DECIMAL] = {"string", NULL, "^[+-]?[0-9]+([.][0-9]+)?$"}, [FACT_TEXT] = {"string", NULL, NULL},
	[FACT_CHOICE] = {"string", NULL, NULL}, [FACT_ROWS] = {"array", NULL, NULL}, [FACT_TEXTS] = {"array", NULL, NULL},
	[FACT_TIME] = {"string", NULL, "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?)?$"},
	[FACT_PERCENT] = {"string", NULL, "^[+-]?[0-9]+([.][0-9]+)?%$"}, [FACT_HOURS] = {NULL, NULL, "^[+-]?[0-9]+([.][0-9]{1,2})?$"},
	[FACT_RANGE] = {"array", NULL, NULL}, [FACT_DATES] = {"array", NULL, NULL}, [FACT_OBJECT] = {"object", NULL, NULL},
};

static void type(struct json *j, const char *name, bool or_null)
{
	json_key(j, "type");
	if (!or_null) {
		json_text(j, name);
		return;
	}
	json_list(j);
	json_text(j, name);
	json_text(j, "null");
	json_end(j);
}

static void hours_type(struct json *j, bool or_null)
{
	json_key(j, "type");
	json_list(j);
	json_text(j, "integer");
	json_text(j, "string");
	if (or_null)
		json_text(j, "null");
	json_end(j);
}

static void choices(struct json *j, const struct fact *f, bool or_null)
{
	json_key(j, "enum");
	json_list(j);
	for (int i = 0; f->choices[i]; i++)
		json_text(j, f->choices[i]);
	if (or_null)
		json_none(j);
	json_end(j);
}

static void word(struct json *j, const char *key, const char *text)
{
	if (!text)
		return;
	json_key(j, key);
	json_text(j, text);
}

static void items(struct json *j, const struct fact *f, bool input)
{
	json_key(j, "items");
	if (f->kind == FACT_ROWS) {
		facts_schema(j, f->row, input);
		return;
	}
	json_begin(j);
	type(j, f->kind == FACT_RANGE ? "integer" : "string", false);
	if (f->choices && input)
		choices(j, f, false);
	word(j, "format", f->kind == FACT_DATES ? "date" : NULL);
	json_end(j);
}

static void members(struct json *j, const struct fact *facts, bool input);

static void schema_of(struct json *j, const struct fact *f, bool input)
{
	bool or_null = f->may_be_absent || f->may_be_null || !input;

	json_begin(j);
	if (f->kind == FACT_HOURS)
		hours_type(j, or_null);
	else
		type(j, schemas[f->kind].type, or_null);
	word(j, "description", f->label);
	word(j, "format", schemas[f->kind].format);
	word(j, "pattern", schemas[f->kind].pattern);
	if (f->kind == FACT_CHOICE)
		choices(j, f, or_null);
	if (f->kind == FACT_ROWS || f->kind == FACT_TEXTS || f->kind == FACT_RANGE || f->kind == FACT_DATES)
		items(j, f, input);
	if (f->kind == FACT_OBJECT)
		members(j, f->row, input);
	json_end(j);
}

/* What the schema of an object says after its type. */
static void members(struct json *j, const struct fact *facts, bool input)
{
	if (input) {
		json_key(j, "additionalProperties");
		json_bool(j, false);
	}
	json_key(j, "properties");
	json_begin(j);
	for (const struct fact *f = facts; f->name; f++) {
		json_key(j, f->name);
		schema_of(j, f, input);
	}
	json_end(j);
	json_key(j, "required");
	json_list(j);
	for (const struct fact *f = facts; f->name; f++)
		if (!input || !f->may_be_absent)
			json_text(j, f->name);
	json_end(j);
}

void facts_schema(struct json *j, const struct fact *facts, bool input)
{
	json_begin(j);
	type(j, "object", false);
	members(j, facts, input);
	json_end(j);
}
