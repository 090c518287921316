/* sheet_write_json.c: a sheet as one JSON object; the shape stands at sheet_open(). */
#include <string.h>

#include "base/json.h"
#include "file/sheet_private.h"

static const char *key_of(const struct sheet_column *c)
{
	return c->key ? c->key : c->heading;
}

static void text_pair(struct json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_text(j, text);
}

static void open(struct sheet_out *o)
{
	struct json *j = o->state = arena_get(o->mem, sizeof *j);

	*j = json_new(&o->buffer);
	json_begin(j);
	text_pair(j, "title", o->title);
	json_key(j, "lines");
	json_list(j);
	for (int i = 0; o->lines[i]; i++)
		json_text(j, o->lines[i]);
	json_end(j);
	json_key(j, "columns");
	json_list(j);
	for (int i = 0; i < o->n; i++) {
		json_begin(j);
		text_pair(j, "key", key_of(&o->columns[i]));
		text_pair(j, "label", o->columns[i].heading);
		json_end(j);
	}
	json_end(j);
	json_key(j, "rows");
	json_list(j);
}

/* JSON knows no 007 and no .5; what is not a number of its own stays a text. */
static bool is_number(const char *s)
{
	s += *s == '-';
	size_t whole = strspn(s, "0123456789");

	if (!whole || (whole > 1 && *s == '0'))
		return false;
	s += whole;
	if (!*s)
		return true;
	size_t part = *s == '.' ? strspn(s + 1, "0123456789") : 0;

	return part && !s[1 + part];
}

static void put(struct sheet_out *o, const struct sheet_value *v)
{
	struct json *j = o->state;

	switch (v->kind) {
	case SHEET_INTEGER:
	case SHEET_DECIMAL:
		(is_number(v->text) ? json_raw : json_text)(j, v->text);
		break;
	case SHEET_DATE:
		json_text(j, date_iso(o->row_mem, v->date));
		break;
	case SHEET_MOMENT:
		json_text(j, moment_iso(o->row_mem, v->moment));
		break;
	case SHEET_YES:
		json_bool(j, v->yes);
		break;
	case SHEET_TEXT:
		json_text(j, v->text);
	}
}

static void cell(struct sheet_out *o, const struct sheet_value *v)
{
	struct json *j = o->state;

	if (!o->column)
		json_begin(j);
	json_key(j, key_of(&o->columns[o->column]));
	if (*v->text)
		put(o, v);
	else
		json_none(j);
}

static void end_row(struct sheet_out *o)
{
	struct json *j = o->state;

	if (!o->column)
		json_begin(j);
	for (int i = o->column; i < o->n; i++) {
		json_key(j, key_of(&o->columns[i]));
		json_none(j);
	}
	json_end(j);
	text_char(&o->buffer, '\n');
}

static bool end(struct sheet_out *o)
{
	struct json *j = o->state;

	json_end(j);
	json_end(j);
	return true;
}

const struct sheet_writer sheet_json_writer = {".json", "application/json", open, cell, end_row, end, NULL, NULL};
