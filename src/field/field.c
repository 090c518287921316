/* field.c: the kinds of a field: how each is read, shown and compared.  Knows no HTTP and no statement. */
#include "field/field.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/national_id.h"
#include "base/text.h"

enum { TEXT_MOST = 200 };

const struct code sex_codes[] = {{"male", "男"}, {"female", "女"}, {0}};
const struct code yes_no_codes[] = {{"yes", "是"}, {"no", "否"}, {0}};

const struct field *field_named(const struct field *fields, const char *name)
{
	for (const struct field *f = fields; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}

const char *pair_value(const struct pairs *p, const char *name)
{
	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->at[i].name, name))
			return p->at[i].value;
	return NULL;
}

const char *pair_values(struct arena *mem, const struct pairs *p, const char *name)
{
	const char *all = NULL;

	for (size_t i = 0; i < p->n; i++)
		if (!strcmp(p->at[i].name, name))
			all = all && *all && *p->at[i].value ? arena_print(mem, "%s,%s", all, p->at[i].value) : all && *all ? all : p->at[i].value;
	return all;
}

void pair_add(struct arena *mem, struct pairs *p, const char *name, const char *value)
{
	p->at = arena_grow(mem, p->at, p->n, &p->room, sizeof *p->at);
	p->at[p->n++] = (struct pair){name, value};
}

const struct code *code_find(const struct code *list, const char *s)
{
	for (const struct code *c = list; c->id; c++)
		if (!strcmp(c->id, s) || !strcmp(c->label, s))
			return c;
	return NULL;
}

char *code_labels(struct arena *mem, const struct code *list)
{
	struct text t = text_new(mem, 8192);

	for (const struct code *c = list; c->id; c++) {
		if (t.n)
			text_puts(&t, "、");
		text_puts(&t, c->label);
	}
	return t.at;
}

static void *member(const struct field *f, void *record)
{
	return (char *)record + f->at;
}

static const void *member_of(const struct field *f, const void *record)
{
	return (const char *)record + f->at;
}

/* Line ends become \n; other control characters have no place in stored text. */
static bool clean_text(const struct field *f, const char *typed, struct issues *s, int row, char **to)
{
	char *at = text_trim(s->mem, typed), *out = at;

	*to = at;
	if (!utf8_valid(at, strlen(at)))
		return issue(s, row, f->name, "ERR_TEXT"), false;
	for (; *at; at++) {
		unsigned char c = (unsigned char)*at;

		if (c == '\r') {
			if (at[1] != '\n')
				*out++ = '\n';
			continue;
		}
		if ((c < 0x20 && !(f->lines && (c == '\n' || c == '\t'))) || c == 0x7F) {
			*out = '\0';
			issue(s, row, f->name, "ERR_CONTROL", arena_print(s->mem, "%zu", utf8_length(*to) + 1));
			return false;
		}
		*out++ = *at;
	}
	*out = '\0';
	return true;
}

static bool parse_text(const struct field *f, const char *typed, void *record, struct issues *s, int row)
{
	char *text;
	size_t most = (size_t)(f->most ? f->most : TEXT_MOST);

	if (!clean_text(f, typed, s, row, &text))
		return false;
	size_t n = utf8_length(text);

	if (n > most) {
		issue(s, row, f->name, "ERR_LONG", arena_print(s->mem, "%zu", most), arena_print(s->mem, "%zu", n));
		return false;
	}
	*(const char **)member(f, record) = text;
	return true;
}

/* 1,500 */
static const char *without_commas(struct arena *mem, const char *typed)
{
	char *folded = text_fold(mem, typed), *to = folded;

	for (const char *at = folded; *at; at++)
		if (*at != ',')
			*to++ = *at;
	*to = '\0';
	return folded;
}

static bool parse_int(const struct field *f, const char *typed, void *record, struct issues *s, int row)
{
	const char *folded = s->learning ? without_commas(s->mem, typed) : text_fold(s->mem, typed);
	int64_t least = f->least, most = f->most ? f->most : INT64_MAX;

	if (text_to_int(folded, least, most, member(f, record)))
		return true;
	issue(s, row, f->name, "ERR_INT", arena_print(s->mem, "%lld", (long long)least),
		arena_print(s->mem, "%lld", (long long)most), typed);
	return false;
}

static bool parse_bool(const struct field *f, const char *typed, void *record, struct issues *s, int row)
{
	static const char *const yes[] = {"1", "yes", "true", "on", "是", "Y", "V", "y"};
	static const char *const no[] = {"0", "no", "false", "off", "否", "N", "", "n"};
	bool *to = member(f, record);

	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
		if (!strcmp(typed, yes[i]) || !strcmp(typed, no[i])) {
			*to = !strcmp(typed, yes[i]);
			return true;
		}
	}
	issue(s, row, f->name, "ERR_YES_NO", typed);
	return false;
}

static bool parse_date(const struct field *f, enum field_style style, const char *typed, void *record,
	struct issues *s, int row)
{
	if (style == STRICT ? date_parse_iso(typed, member(f, record)) : date_parse(typed, member(f, record)))
		return true;
	issue(s, row, f->name, style == STRICT ? "ERR_DATE_ISO" : "ERR_DATE", typed);
	return false;
}

/* A day, and perhaps what o'clock: 107/10/01 09:00, and as JSON has it 2018-10-01T09:00:00+08:00. */
static bool parse_moment(const struct field *f, enum field_style style, const char *typed, void *record,
	struct issues *s, int row)
{
	const char *folded = text_fold(s->mem, typed);
	size_t day = strcspn(folded, " T");
	int hour = f->until ? 23 : 0, minute = f->until ? 59 : 0, second = f->until ? 59 : 0, n = 0;
	struct date date;
	bool good = style == STRICT ? date_parse_iso(arena_bytes(s->mem, folded, day), &date)
		: date_parse(arena_bytes(s->mem, folded, day), &date);

	if (good && folded[day]) {
		second = 0;
		good = sscanf(folded + day + 1, "%2d:%2d%n:%2d%n", &hour, &minute, &n, &second, &n) >= 2 &&
			(!folded[day + 1 + (size_t)n] || text_is(folded + day + 1 + n, "+08:00"));
	}
	if (good && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)
		*(struct moment *)member(f, record) = (struct moment){day_begins(date).seconds + hour * 3600 + minute * 60 + second};
	else
		issue(s, row, f->name, style == STRICT ? "ERR_DATE_ISO" : "ERR_DATE", typed), good = false;
	return good;
}

/* The place of a number among 1|2|6; -1: it is none of them. */
static int number_at(const char *numbers, const char *typed)
{
	size_t n = strlen(typed);

	for (int i = 0; numbers && *numbers; i++) {
		size_t one = strcspn(numbers, "|");

		if (one == n && !strncmp(numbers, typed, n))
			return i;
		numbers += one + (numbers[one] == '|');
	}
	return -1;
}

static bool parse_code(const struct field *f, const char *typed, void *record, struct issues *s, int row)
{
	const char *folded = text_fold(s->mem, typed);
	int number = number_at(f->numbers, folded);
	const struct code *c = number >= 0 ? &f->list[number] : code_find(f->list, folded);

	if (c)
		*(struct code *)member(f, record) = *c;
	else
		issue(s, row, f->name, "ERR_CODE", typed, code_labels(s->mem, f->list));
	return c;
}

static bool parse_id(const struct field *f, const char *typed, void *record, struct issues *s, int row)
{
	const char *id = text_upper(s->mem, typed);

	if (!national_id_valid(id)) {
		issue(s, row, f->name, "ERR_ID", typed);
		return false;
	}
	*(const char **)member(f, record) = id;
	return true;
}

static void set_empty(const struct field *f, void *record)
{
	switch (f->kind) {
	case K_TEXT: case K_ID: *(const char **)member(f, record) = ""; break;
	case K_INT: *(int64_t *)member(f, record) = 0; break;
	case K_BOOL: *(bool *)member(f, record) = false; break;
	case K_DATE: *(struct date *)member(f, record) = (struct date){0}; break;
	case K_MOMENT: *(struct moment *)member(f, record) = (struct moment){0}; break;
	case K_CODE: *(struct code *)member(f, record) = (struct code){"", ""}; break;
	case K_END: break;
	}
}

bool field_parse(const struct field *f, enum field_style style, const char *typed, void *record,
	struct issues *s, int row)
{
	if (!*text_trim(s->mem, typed)) {
		if (f->need) {
			issue(s, row, f->name, "ERR_REQUIRED");
			return false;
		}
		set_empty(f, record);
		return true;
	}
	switch (f->kind) {
	case K_TEXT: return parse_text(f, typed, record, s, row);
	case K_INT: return parse_int(f, typed, record, s, row);
	case K_BOOL: return parse_bool(f, typed, record, s, row);
	case K_DATE: return parse_date(f, style, typed, record, s, row);
	case K_CODE: return parse_code(f, typed, record, s, row);
	case K_ID: return parse_id(f, typed, record, s, row);
	case K_MOMENT: return parse_moment(f, style, typed, record, s, row);
	case K_END: break;
	}
	fail("field %s can't be typed", f->name);
}

bool field_empty(const struct field *f, const void *record)
{
	const void *at = member_of(f, record);

	switch (f->kind) {
	case K_TEXT: case K_ID: return !*(const char *const *)at || !**(const char *const *)at;
	case K_DATE: return !date_set(*(const struct date *)at);
	case K_MOMENT: return !((const struct moment *)at)->seconds;
	case K_CODE: return !((const struct code *)at)->id || !*((const struct code *)at)->id;
	case K_INT: return f->least > 0 && *(const int64_t *)at < f->least;     /* nobody has given one: 0 would be no value */
	case K_BOOL: case K_END: break;
	}
	return false;
}

static const char *or_empty(const char *s)
{
	return s ? s : "";
}

/* What was typed without a time is shown without one. */
static const char *span_text(const struct field *f, struct arena *mem, struct moment m)
{
	struct moment bare = day_begins(moment_date(m));

	bare.seconds += f->until ? 86399 : 0;
	return f->use == EDIT && m.seconds && bare.seconds == m.seconds ? date_text(mem, moment_date(m)) : moment_text(mem, m);
}

const char *field_text(const struct field *f, struct arena *mem, const void *record)
{
	const void *at = member_of(f, record);

	switch (f->kind) {
	case K_TEXT: case K_ID: return or_empty(*(const char *const *)at);
	case K_INT: return field_empty(f, record) ? "" : arena_print(mem, "%lld", (long long)*(const int64_t *)at);
	case K_BOOL: return *(const bool *)at ? "是" : "否";
	case K_DATE: return date_text(mem, *(const struct date *)at);
	case K_MOMENT: return span_text(f, mem, *(const struct moment *)at);
	case K_CODE: return or_empty(((const struct code *)at)->label);
	case K_END: break;
	}
	return "";
}

const char *field_plain(const struct field *f, struct arena *mem, const void *record)
{
	const void *at = member_of(f, record);

	switch (f->kind) {
	case K_BOOL: return *(const bool *)at ? "1" : "0";
	case K_DATE: return date_iso(mem, *(const struct date *)at);
	case K_MOMENT: return moment_iso(mem, *(const struct moment *)at);
	case K_CODE: return or_empty(((const struct code *)at)->id);
	default: return field_text(f, mem, record);
	}
}
