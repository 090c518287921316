/* row.c: C values into statements, and cells out of rows.  Knows no engine. */
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "db/db.h"

struct value value_int(int64_t i)
{
	return (struct value){.kind = VALUE_INT, .i = i};
}

struct value value_text(const char *s)
{
	return s ? (struct value){.kind = VALUE_TEXT, .s = s, .n = strlen(s)} : (struct value){0};
}

struct value value_text_or_null(const char *s)
{
	return value_text(s && *s ? s : NULL);
}

struct value value_id_or_null(int64_t id)
{
	return id ? value_int(id) : (struct value){0};
}

struct value value_date(struct date d)
{
	return date_set(d) ? (struct value){.kind = VALUE_DAY, .i = d.number} : (struct value){0};
}

struct value value_moment(struct moment m)
{
	return m.seconds ? value_int(m.seconds) : (struct value){0};
}

struct value value_bytes(struct bytes b)
{
	return (struct value){.kind = VALUE_BYTES, .s = b.at ? b.at : "", .n = b.n};
}

int row_column(const struct rows *r, const char *column)
{
	if (!r->names)                                              /* the transaction is undone: nothing was read */
		return 0;
	for (int i = 0; i < r->columns; i++)
		if (text_is(r->names[i], column))
			return i;
	fail("the rows have no column %s (the first of %d is %s)", column, r->columns, r->columns ? r->names[0] : "none");
}

static const struct value *cell(const struct rows *r, int row, const char *column)
{
	static const struct value nothing;

	if (!r->names)
		return &nothing;
	int at = row_column(r, column);

	if (row < 0 || row >= r->n)
		fail("row %d, column %s of %d rows was asked for", row, column, r->n);
	return row_cell(r, row, at);
}

static _Noreturn void misread(const char *column, const char *wanted)
{
	fail("column %s is not %s", column, wanted);
}

const char *row_text(const struct rows *r, int row, const char *column)
{
	const struct value *v = cell(r, row, column);

	if (v->kind == VALUE_NULL)
		return "";
	if (v->kind == VALUE_INT)
		return arena_print(r->mem, "%lld", (long long)v->i);
	if (v->kind != VALUE_TEXT)
		misread(column, "text");
	return v->s;
}

int64_t row_int(const struct rows *r, int row, const char *column)
{
	const struct value *v = cell(r, row, column);
	int64_t i = 0;

	if (v->kind == VALUE_NULL)
		return 0;
	if (v->kind == VALUE_INT)
		return v->i;
	if (v->kind != VALUE_TEXT || !text_to_int(v->s, INT64_MIN, INT64_MAX, &i))
		misread(column, "a whole number");
	return i;
}

bool row_bool(const struct rows *r, int row, const char *column)
{
	return row_int(r, row, column) != 0;
}

struct date row_date(const struct rows *r, int row, const char *column)
{
	const struct value *v = cell(r, row, column);
	struct date d = {0};

	if (v->kind == VALUE_NULL || (v->kind == VALUE_TEXT && !v->n))
		return d;
	if (v->kind != VALUE_TEXT || !date_parse_iso(v->s, &d))
		misread(column, "a day");
	return d;
}

struct moment row_moment(const struct rows *r, int row, const char *column)
{
	return (struct moment){row_int(r, row, column)};
}

struct bytes row_bytes(const struct rows *r, int row, const char *column)
{
	const struct value *v = cell(r, row, column);

	if (v->kind == VALUE_INT)
		misread(column, "bytes");
	return (struct bytes){v->kind == VALUE_NULL ? "" : v->s, v->n};
}

bool row_null(const struct rows *r, int row, const char *column)
{
	return cell(r, row, column)->kind == VALUE_NULL;
}
