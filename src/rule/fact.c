/* fact.c: see fact.h. */
#include "rule/fact.h"

#include <jansson.h>
#include <string.h>

#include "base/text.h"

enum { YEAR_FIRST = 1912, YEAR_LAST = 2911, LENGTH_MOST = 1000000, PATH_MOST = 1 << 22 };

static const struct fact *find(const struct fact *facts, const char *name)
{
	for (; facts->name; facts++)
		if (!strcmp(facts->name, name))
			return facts;
	return NULL;
}

/* A place in the input; its JSON pointer is written only when something is wrong there. */
struct place { const struct place *up; const char *name; int row; };    /* name NULL: a row */

static void point(struct text *t, const struct place *p)
{
	if (!p)
		return;
	point(t, p->up);
	if (!p->name) {
		text_print(t, "/%d", p->row);
		return;
	}
	text_char(t, '/');
	for (const char *c = p->name; *c; c++)
		if (*c == '~' || *c == '/')
			text_puts(t, *c == '~' ? "~0" : "~1");
		else
			text_char(t, *c);
}

__attribute__((format(printf, 3, 4)))
static bool wrong(struct fact_reader *r, const struct place *p, const char *format, ...)
{
	struct text path = text_new(r->mem, PATH_MOST);
	va_list args;

	point(&path, p);
	va_start(args, format);
	r->error = (struct fact_error){"BAD_INPUT", path.at ? path.at : "", arena_vprint(r->mem, format, args)};
	va_end(args);
	return false;
}

/* ---- one value ---- */

enum { SHOWN_MOST = 40, DUMPED_MOST = 4096 };

/* A value of the wrong type, for the message; long ones are cut. */
static const char *shown(struct fact_reader *r, const json_t *value)
{
	char all[DUMPED_MOST + 1] = "";
	size_t n = json_dumpb(value, NULL, 0, JSON_ENCODE_ANY | JSON_COMPACT);
	int step;

	if (!n || n > DUMPED_MOST)
		return "";
	json_dumpb(value, all, n, JSON_ENCODE_ANY | JSON_COMPACT);
	n = 0;
	for (const char *end = all + strlen(all); n < SHOWN_MOST && all[n]; n += (size_t)step)
		utf8_next(all + n, end, &step);
	return arena_print(r->mem, "（實際為%.*s%s）", (int)n, all, all[n] ? "…" : "");
}

static bool wrong_type(struct fact_reader *r, const struct place *p, const struct fact *f, const char *want, const json_t *value)
{
	return wrong(r, p, "「%s」應為%s%s", f->label, want, shown(r, value));
}

/* Any year from 0000 to 9999 has days; those that no rule reckons with are marked. */
static bool read_date(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct date *to)
{
	const char *s = json_string_value(value);
	char mapped[11];
	struct date same_in_cycle;
	int64_t year;

	if (!s)
		return wrong_type(r, p, f, "文字，格式為YYYY-MM-DD", value);
	if (strlen(s) != 10 || !text_to_int(arena_bytes(r->mem, s, 4), 0, 9999, &year))
		return wrong(r, p, "「%s」不是日期，格式為YYYY-MM-DD：%s", f->label, s);
	snprintf(mapped, sizeof(mapped), "%04d%s", 2000 + (int)(year % 400), s + 4);
	if (strspn(s, "0123456789-") != 10 || !date_parse_iso(mapped, &same_in_cycle))
		return wrong(r, p, "「%s」無此日期：%s", f->label, s);
	if (year < YEAR_FIRST || year > YEAR_LAST)
		r->out_of_range = true;
	else
		date_parse_iso(s, to);
	return true;
}

/* [1-9][0-9]*[dwmy].  A length beyond any calendar is kept as a long one: reckoning with it leaves the range. */
static bool read_length(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct period *to)
{
	const char *s = json_string_value(value), *c = s;
	int64_t n = 0;

	if (!s)
		return wrong_type(r, p, f, "文字，例如\"7d\"、\"4w\"、\"2m\"、\"3y\"", value);
	for (; *c >= '0' && *c <= '9'; c++)
		n = n < LENGTH_MOST ? n * 10 + (*c - '0') : LENGTH_MOST;
	if (*s == '0' || c == s || !*c || !strchr("dwmy", *c) || c[1])
		return wrong(r, p, "「%s」不是期間，應為正整數加d、w、m或y：%s", f->label, s);
	*to = (struct period){(int)(n < LENGTH_MOST ? n : LENGTH_MOST), *c};
	return true;
}

static bool read_choice(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, int *to)
{
	const char *s = json_string_value(value);

	if (!s)
		return wrong_type(r, p, f, "文字", value);
	for (int i = 0; f->choices[i]; i++)
		if (!strcmp(f->choices[i], s)) {
			*to = i;
			return true;
		}
	return wrong(r, p, "「%s」無此選項：%s", f->label, s);
}

static bool read_object(struct fact_reader *, const json_t *, const struct place *p, const struct fact *, void *to);

static bool read_rows(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_rows *to)
{
	if (!json_is_array(value))
		return wrong_type(r, p, f, "陣列", value);
	to->n = (int)json_array_size(value);
	to->at = arena_array(r->mem, (size_t)to->n, f->row_size);
	for (int i = 0; i < to->n; i++)
		if (!read_object(r, json_array_get(value, (size_t)i), &(struct place){p, NULL, i}, f->row,
			(char *)to->at + (size_t)i * f->row_size))
			return false;
	return true;
}

static bool read_texts(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_texts *to)
{
	if (!json_is_array(value))
		return wrong_type(r, p, f, "文字之陣列", value);
	to->n = (int)json_array_size(value);
	to->at = arena_array(r->mem, (size_t)to->n, sizeof(*to->at));
	for (int i = 0; i < to->n; i++) {
		const json_t *one = json_array_get(value, (size_t)i);

		if (!json_is_string(one))
			return wrong_type(r, &(struct place){p, NULL, i}, f, "文字", one);
		to->at[i] = arena_text(r->mem, json_string_value(one));
	}
	return true;
}

static bool read_int(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, int64_t *to)
{
	if (!json_is_integer(value))
		return wrong_type(r, p, f, "整數", value);
	*to = json_integer_value(value);
	return true;
}

static bool read_value(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, void *to)
{
	switch (f->kind) {
	case FACT_DATE:
		return read_date(r, value, p, f, to);
	case FACT_LENGTH:
		return read_length(r, value, p, f, to);
	case FACT_INT:
		return read_int(r, value, p, f, to);
	case FACT_MAYBE_INT:
		((struct maybe_int *)to)->known = true;
		return read_int(r, value, p, f, &((struct maybe_int *)to)->n);
	case FACT_BOOL:
		*(bool *)to = json_is_true(value);
		return json_is_boolean(value) || wrong_type(r, p, f, "true或false", value);
	case FACT_TEXT:
		*(const char **)to = json_is_string(value) ? arena_text(r->mem, json_string_value(value)) : NULL;
		return json_is_string(value) || wrong_type(r, p, f, "文字", value);
	case FACT_CHOICE:
		return read_choice(r, value, p, f, to);
	case FACT_ROWS:
		return read_rows(r, value, p, f, to);
	case FACT_TEXTS:
		return read_texts(r, value, p, f, to);
	}
	return false;
}

/* ---- an object ---- */

static bool read_object(struct fact_reader *r, const json_t *object, const struct place *p, const struct fact *facts, void *to)
{
	const char *name;
	json_t *value;

	if (!json_is_object(object))
		return wrong(r, p, "應為JSON物件");
	json_object_foreach((json_t *)object, name, value)
		if (!find(facts, name))
			return wrong(r, &(struct place){p, name, 0}, "不明的欄位：%s", name);
	for (const struct fact *f = facts; f->name; f++) {
		value = json_object_get(object, f->name);
		if (f->kind == FACT_CHOICE)
			*(int *)((char *)to + f->at) = -1;
		if (json_is_null(value))
			value = NULL;
		if (!value && !f->may_be_absent)
			return wrong(r, &(struct place){p, f->name, 0}, "缺少必要欄位「%s」（%s）", f->label, f->name);
		if (value && !read_value(r, value, &(struct place){p, f->name, 0}, f, (char *)to + f->at))
			return false;
	}
	return true;
}

bool facts_read(struct fact_reader *r, const void *object, const struct fact *facts, void *to)
{
	return read_object(r, object, NULL, facts, to);
}

const char *fact_syntax(struct arena *mem, const void *error)
{
	const json_error_t *e = error;
	const char *why = "格式不符";

	switch (json_error_code(e)) {
	case json_error_duplicate_key:
		why = "欄位重複";
		break;
	case json_error_premature_end_of_input:
		why = "資料不完整";
		break;
	case json_error_invalid_utf8:
		why = "不是UTF-8編碼";
		break;
	case json_error_end_of_input_expected:
		why = "之後有多餘資料";
		break;
	case json_error_numeric_overflow:
		why = "數字過大";
		break;
	case json_error_stack_overflow:
		why = "巢狀過深";
		break;
	default:
		break;
	}
	return arena_print(mem, "第%d行第%d字：%s", e->line, e->column, why);
}

/* ---- writing ---- */

static void write_value(struct json *j, struct arena *mem, const struct fact *f, const void *from)
{
	const struct maybe_int *maybe = from;
	const struct fact_rows *rows = from;
	const struct fact_texts *texts = from;
	const struct period *length = from;
	int choice;

	switch (f->kind) {
	case FACT_DATE:
		json_text(j, date_set(*(const struct date *)from) ? date_iso(mem, *(const struct date *)from) : NULL);
		break;
	case FACT_LENGTH:
		json_text(j, length->n ? arena_print(mem, "%d%c", length->n, length->unit) : NULL);
		break;
	case FACT_INT:
		json_int(j, *(const int64_t *)from);
		break;
	case FACT_MAYBE_INT:
		if (maybe->known)
			json_int(j, maybe->n);
		else
			json_none(j);
		break;
	case FACT_BOOL:
		json_bool(j, *(const bool *)from);
		break;
	case FACT_TEXT:
		json_text(j, *(const char *const *)from);
		break;
	case FACT_CHOICE:
		choice = *(const int *)from;
		json_text(j, choice < 0 ? NULL : f->choices[choice]);
		break;
	case FACT_ROWS:
		json_list(j);
		for (int i = 0; i < rows->n; i++) {
			json_begin(j);
			facts_write(j, mem, f->row, (const char *)rows->at + (size_t)i * f->row_size);
			json_end(j);
		}
		json_end(j);
		break;
	case FACT_TEXTS:
		json_list(j);
		for (int i = 0; i < texts->n; i++)
			json_text(j, texts->at[i]);
		json_end(j);
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

static const struct { const char *type, *more; } schemas[] = {
	[FACT_DATE] = {"string", "date"}, [FACT_LENGTH] = {"string", NULL}, [FACT_INT] = {"integer", NULL},
	[FACT_MAYBE_INT] = {"integer", NULL}, [FACT_BOOL] = {"boolean", NULL}, [FACT_TEXT] = {"string", NULL},
	[FACT_CHOICE] = {"string", NULL}, [FACT_ROWS] = {"array", NULL},
	[FACT_TEXTS] = {"array", NULL},
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

static void schema_of(struct json *j, const struct fact *f, bool input)
{
	bool or_null = f->may_be_absent || !input;

	json_begin(j);
	type(j, schemas[f->kind].type, or_null);
	json_key(j, "description");
	json_text(j, f->label);
	if (schemas[f->kind].more) {
		json_key(j, "format");
		json_text(j, schemas[f->kind].more);
	}
	if (f->kind == FACT_LENGTH) {
		json_key(j, "pattern");
		json_text(j, "^[1-9][0-9]*[dwmy]$");
	}
	if (f->kind == FACT_CHOICE)
		choices(j, f, or_null);
	if (f->kind == FACT_ROWS) {
		json_key(j, "items");
		facts_schema(j, f->row, input);
	}
	if (f->kind == FACT_TEXTS) {
		json_key(j, "items");
		json_begin(j);
		type(j, "string", false);
		json_end(j);
	}
	json_end(j);
}

void facts_schema(struct json *j, const struct fact *facts, bool input)
{
	json_begin(j);
	json_key(j, "type");
	json_text(j, "object");
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
	json_end(j);
}
