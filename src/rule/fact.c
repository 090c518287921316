/* fact.c: objects and lists of JSON, and what is wrong with them.  See fact.h. */
#include <string.h>

#include "base/text.h"
#include "rule/fact_private.h"

enum { PATH_MOST = 1 << 22 };

static const struct fact *find(const struct fact *facts, const char *name)
{
	for (; facts->name; facts++)
		if (!strcmp(facts->name, name))
			return facts;
	return NULL;
}

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

bool fact_wrong(struct fact_reader *r, const struct place *p, const char *format, ...)
{
	struct text path = text_new(r->mem, PATH_MOST);
	va_list args;

	point(&path, p);
	va_start(args, format);
	r->error = (struct fact_error){"BAD_INPUT", path.at ? path.at : "", arena_vprint(r->mem, format, args)};
	va_end(args);
	return false;
}

static bool read_object(struct fact_reader *, const json_t *, const struct place *p, const struct fact *, void *to);

static bool read_rows(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_rows *to)
{
	if (!json_is_array(value))
		return fact_wrong_type(r, p, f, "陣列", value);
	to->n = (int)json_array_size(value);
	to->at = arena_array(r->mem, (size_t)to->n, f->row_size);
	for (int i = 0; i < to->n; i++)
		if (!read_object(r, json_array_get(value, (size_t)i), &(struct place){p, NULL, i}, f->row,
			(char *)to->at + (size_t)i * f->row_size))
			return false;
	return true;
}

/* The member is a pointer to some struct: its bytes are copied, since its type is not known here. */
static bool read_one(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, void *to)
{
	void *object = arena_get(r->mem, f->row_size);

	memcpy(to, &object, sizeof(object));
	return json_is_object(value) ? read_object(r, value, p, f->row, object) : fact_wrong_type(r, p, f, "物件", value);
}

static bool read_texts(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_texts *to)
{
	if (!json_is_array(value))
		return fact_wrong_type(r, p, f, "文字之陣列", value);
	to->n = (int)json_array_size(value);
	to->at = arena_array(r->mem, (size_t)to->n, sizeof(*to->at));
	for (int i = 0; i < to->n; i++) {
		const json_t *one = json_array_get(value, (size_t)i);

		if (!json_is_string(one))
			return fact_wrong_type(r, &(struct place){p, NULL, i}, f, "文字", one);
		if (f->choices && fact_choice_of(f, json_string_value(one)) < 0)
			return fact_wrong(r, &(struct place){p, NULL, i}, "「%s」無此選項：%s", f->label, json_string_value(one));
		to->at[i] = arena_text(r->mem, json_string_value(one));
	}
	return true;
}

static bool read_dates(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_dates *to)
{
	if (!json_is_array(value))
		return fact_wrong_type(r, p, f, "日期之陣列", value);
	to->n = (int)json_array_size(value);
	to->at = arena_array(r->mem, (size_t)to->n, sizeof(*to->at));
	for (int i = 0; i < to->n; i++)
		if (!fact_read_date(r, json_array_get(value, (size_t)i), &(struct place){p, NULL, i}, f, &to->at[i]))
			return false;
	return true;
}

static bool read_value(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, void *to)
{
	switch (f->kind) {
	case FACT_ROWS:
		return read_rows(r, value, p, f, to);
	case FACT_TEXTS:
		return read_texts(r, value, p, f, to);
	case FACT_DATES:
		return read_dates(r, value, p, f, to);
	case FACT_OBJECT:
		return read_one(r, value, p, f, to);
	default:
		return fact_read_value(r, value, p, f, to);
	}
}

/* ---- an object ---- */

static bool read_object(struct fact_reader *r, const json_t *object, const struct place *p, const struct fact *facts, void *to)
{
	const char *name;
	json_t *value;

	if (!json_is_object(object))
		return fact_wrong(r, p, "應為JSON物件");
	json_object_foreach((json_t *)object, name, value)
		if (!find(facts, name))
			return fact_wrong(r, &(struct place){p, name, 0}, "不明的欄位：%s", name);
	for (const struct fact *f = facts; f->name; f++) {
		value = json_object_get(object, f->name);
		if (f->kind == FACT_CHOICE)
			*(int *)((char *)to + f->at) = -1;
		if (json_is_null(value) && f->may_be_null)
			continue;
		if (json_is_null(value))
			value = NULL;
		if (!value && !f->may_be_absent)
			return fact_wrong(r, &(struct place){p, f->name, 0}, "缺少必要欄位「%s」（%s）", f->label, f->name);
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
