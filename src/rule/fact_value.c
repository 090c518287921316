/* fact_value.c: single values of JSON: dates, lengths, numbers, choices.  See fact.h. */
#include <string.h>

#include "base/text.h"
#include "rule/fact_private.h"

enum { YEAR_FIRST = 1912, YEAR_LAST = 2911, LENGTH_MOST = 1000000 };

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

bool fact_wrong_type(struct fact_reader *r, const struct place *p, const struct fact *f, const char *want, const json_t *value)
{
	return fact_wrong(r, p, "「%s」應為%s%s", f->label, want, shown(r, value));
}

/* Any year from 0000 to 9999 has days; those that no rule reckons with are marked. */
static bool read_day(struct fact_reader *r, const char *s, const struct place *p, const struct fact *f, struct date *to)
{
	char mapped[11];
	struct date same_in_cycle;
	int64_t year;

	if (strlen(s) != 10 || !text_to_int(arena_bytes(r->mem, s, 4), 0, 9999, &year))
		return fact_wrong(r, p, "「%s」不是日期，格式為YYYY-MM-DD：%s", f->label, s);
	snprintf(mapped, sizeof(mapped), "%04d%s", 2000 + (int)(year % 400), s + 4);
	if (strspn(s, "0123456789-") != 10 || !date_parse_iso(mapped, &same_in_cycle))
		return fact_wrong(r, p, "「%s」無此日期：%s", f->label, s);
	if (year < YEAR_FIRST || year > YEAR_LAST)
		r->out_of_range = true;
	else
		date_parse_iso(s, to);
	return true;
}

bool fact_read_date(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct date *to)
{
	const char *s = json_string_value(value);

	return s ? read_day(r, s, p, f, to) : fact_wrong_type(r, p, f, "文字，格式為YYYY-MM-DD", value);
}

/* THH:MM, THH:MM:SS or nothing: seconds of the day, -1 when it is none of them. */
static int second_of_day(const char *s)
{
	static const char form[] = "T00:00:00";
	size_t n = strlen(s);
	int hour, minute, second;

	if (!n)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (i >= sizeof(form) - 1 || (form[i] == '0' ? s[i] < '0' || s[i] > '9' : s[i] != form[i]))
			return -1;
	if (n != 6 && n != 9)
		return -1;
	hour = (s[1] - '0') * 10 + s[2] - '0';
	minute = (s[4] - '0') * 10 + s[5] - '0';
	second = n == 9 ? (s[7] - '0') * 10 + s[8] - '0' : 0;
	return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : -1;
}

static bool read_time(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_time *to)
{
	const char *s = json_string_value(value);

	if (!s)
		return fact_wrong_type(r, p, f, "文字，格式為YYYY-MM-DDTHH:MM", value);
	if (strlen(s) < 10 || (to->second = second_of_day(s + 10)) < 0)
		return fact_wrong(r, p, "「%s」不是時間，格式為YYYY-MM-DDTHH:MM：%s", f->label, s);
	to->bare = !s[10];
	return read_day(r, arena_bytes(r->mem, s, 10), p, f, &to->day);
}

/* [1-9][0-9]*[dwmy].  A length beyond any calendar is kept as a long one: reckoning with it leaves the range. */
static bool read_length(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct period *to)
{
	const char *s = json_string_value(value), *c = s;
	int64_t n = 0;

	if (!s)
		return fact_wrong_type(r, p, f, "文字，例如\"7d\"、\"4w\"、\"2m\"、\"3y\"", value);
	for (; *c >= '0' && *c <= '9'; c++)
		n = n < LENGTH_MOST ? n * 10 + (*c - '0') : LENGTH_MOST;
	if (*s == '0' || c == s || !*c || !strchr("dwmy", *c) || c[1])
		return fact_wrong(r, p, "「%s」不是期間，應為正整數加d、w、m或y：%s", f->label, s);
	*to = (struct period){(int)(n < LENGTH_MOST ? n : LENGTH_MOST), *c};
	return true;
}

int fact_choice_of(const struct fact *f, const char *s)
{
	for (int i = 0; f->choices[i]; i++)
		if (!strcmp(f->choices[i], s))
			return i;
	return -1;
}

static bool read_choice(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, int *to)
{
	const char *s = json_string_value(value);

	if (!s)
		return fact_wrong_type(r, p, f, "文字", value);
	*to = fact_choice_of(f, s);
	return *to >= 0 || fact_wrong(r, p, "「%s」無此選項：%s", f->label, s);
}

static bool read_text(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, const char **to)
{
	*to = json_is_string(value) ? arena_text(r->mem, json_string_value(value)) : NULL;
	return *to || fact_wrong_type(r, p, f, "文字", value);
}

static bool read_int(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, int64_t *to)
{
	if (!json_is_integer(value))
		return fact_wrong_type(r, p, f, "整數", value);
	*to = json_integer_value(value);
	return true;
}

static bool read_decimal(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct decimal *to)
{
	const char *s = json_string_value(value);

	if (!s)
		return fact_wrong_type(r, p, f, "文字，例如\"59.50\"", value);
	return decimal_parse(s, to) || fact_wrong(r, p, "「%s」不是數值，例如\"59.50\"：%s", f->label, s);
}

static bool read_hours(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct decimal *to)
{
	const char *s = json_is_integer(value) ? arena_print(r->mem, "%lld", (long long)json_integer_value(value)) :
		json_string_value(value), *point = s ? strchr(s, '.') : NULL;

	if (!s)
		return fact_wrong_type(r, p, f, "整數，或文字例如\"24.5\"", value);
	return ((!point || strlen(point) <= 3) && decimal_parse(s, to)) || fact_wrong(r, p, "「%s」不是時數，至多二位小數：%s", f->label, s);
}

static bool read_percent(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct decimal *to)
{
	const char *s = json_string_value(value);

	if (!s)
		return fact_wrong_type(r, p, f, "文字，例如\"20.6%\"", value);
	return (text_ends(s, "%") && decimal_parse(arena_bytes(r->mem, s, strlen(s) - 1), to)) ||
		fact_wrong(r, p, "「%s」不是百分比，例如\"20.6%%\"：%s", f->label, s);
}

static bool read_bool(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, bool *to)
{
	*to = json_is_true(value);
	return json_is_boolean(value) || fact_wrong_type(r, p, f, "true或false", value);
}

static bool read_range(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, struct fact_range *to)
{
	const json_t *min = json_array_get(value, 0), *max = json_array_get(value, 1);

	if (json_array_size(value) != 2 || !json_is_integer(min) || !json_is_integer(max))
		return fact_wrong_type(r, p, f, "2個整數之陣列", value);
	*to = (struct fact_range){true, json_integer_value(min), json_integer_value(max)};
	return true;
}

bool fact_read_value(struct fact_reader *r, const json_t *value, const struct place *p, const struct fact *f, void *to)
{
	switch (f->kind) {
	case FACT_DATE:
		return fact_read_date(r, value, p, f, to);
	case FACT_LENGTH:
		return read_length(r, value, p, f, to);
	case FACT_INT:
		return read_int(r, value, p, f, to);
	case FACT_MAYBE_INT:
		((struct maybe_int *)to)->known = true;
		return read_int(r, value, p, f, &((struct maybe_int *)to)->n);
	case FACT_BOOL:
		return read_bool(r, value, p, f, to);
	case FACT_MAYBE_BOOL:
		((struct maybe_bool *)to)->known = true;
		return read_bool(r, value, p, f, &((struct maybe_bool *)to)->yes);
	case FACT_DECIMAL:
		return read_decimal(r, value, p, f, to);
	case FACT_TEXT:
		return read_text(r, value, p, f, to);
	case FACT_CHOICE:
		return read_choice(r, value, p, f, to);
	case FACT_RANGE:
		return read_range(r, value, p, f, to);
	case FACT_TIME:
		return read_time(r, value, p, f, to);
	case FACT_HOURS:
		return read_hours(r, value, p, f, to);
	case FACT_PERCENT:
		return read_percent(r, value, p, f, to);
	default:
		return false;
	}
}
