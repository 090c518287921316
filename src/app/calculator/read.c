/* read.c: what people type into the form of a rule, into the struct of its facts.  See view.h. */
#include "app/calculator/view.h"

#include <string.h>

#include "base/text.h"

/* One fact on its way: the input's name and, for the messages, what it is within its row. */
struct place { struct req *r; const struct fact *f; const char *name, *label; };

/* Notes an issue under the name of the input and with its label, and gives false. */
#define complain(p, ...) complain_with((p), (const char *const[]){__VA_ARGS__, NULL})
static bool complain_with(const struct place *p, const char *const *code_and_values)
{
	const struct field one[] = {{.name = p->name, .label = p->label}, {0}};
	const struct field *before = p->r->issues.fields;

	p->r->issues.fields = one;
	issue_add(&p->r->issues, -1, p->name, code_and_values);
	p->r->issues.fields = before;
	return false;
}

/* ---- one value ---- */

static bool read_date(const struct place *p, const char *typed, struct date *to)
{
	return date_parse(typed, to) || complain(p, "ERR_DATE", typed);
}

/* 7日, 7天, 7d, 4週, 2個月, 2月, 3年. */
static bool read_length(const struct place *p, const char *typed, struct period *to)
{
	static const struct { const char *word; char unit; } units[] = {
		{"日", 'd'}, {"天", 'd'}, {"週", 'w'}, {"周", 'w'}, {"個月", 'm'}, {"月", 'm'}, {"年", 'y'},
	};
	const char *folded = text_fold(p->r->mem, typed), *rest = folded + strspn(folded, "0123456789");
	const char *digits = arena_bytes(p->r->mem, folded, (size_t)(rest - folded));

	rest = text_trim(p->r->mem, rest);
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (text_is(rest, units[i].word) && period_parse(arena_print(p->r->mem, "%s%c", digits, units[i].unit), to))
			return true;
	return period_parse(folded, to) || complain(p, "ERR_LENGTH", typed);
}

static bool read_int(const struct place *p, const char *typed, int64_t *to)
{
	enum { MOST = 1000000000 };

	return text_to_int(text_fold(p->r->mem, typed), -MOST, MOST, to) || complain(p, "ERR_INT", "-1000000000", "1000000000", typed);
}

/* A percentage may leave its sign out. */
static bool read_decimal(const struct place *p, const char *typed, struct decimal *to)
{
	char *folded = text_fold(p->r->mem, typed);
	size_t n = strlen(folded);

	if (p->f->kind == FACT_PERCENT && n && folded[n - 1] == '%')
		folded[n - 1] = '\0';
	return decimal_parse(folded, to) || complain(p, "ERR_NUMBER", typed);
}

/* A day, and a time after a blank or T. */
static bool read_time(const struct place *p, const char *typed, struct fact_time *to)
{
	const char *folded = text_fold(p->r->mem, typed), *blank = strpbrk(folded, " T");
	int64_t hour, minute;

	if (!blank) {
		*to = (struct fact_time){.bare = true};
		return read_date(p, typed, &to->day);
	}
	if (strlen(blank + 1) != 5 || blank[3] != ':' || !text_to_int(arena_bytes(p->r->mem, blank + 1, 2), 0, 23, &hour) ||
		!text_to_int(blank + 4, 0, 59, &minute))
		return complain(p, "ERR_TIME", typed);
	to->second = (int)(hour * 3600 + minute * 60);
	return date_parse(arena_bytes(p->r->mem, folded, (size_t)(blank - folded)), &to->day) || complain(p, "ERR_TIME", typed);
}

static bool read_choice(const struct place *p, const char *typed, int *to)
{
	for (int i = 0; p->f->choices[i]; i++)
		if (text_is(p->f->choices[i], typed)) {
			*to = i;
			return true;
		}
	return complain(p, "ERR_CHOICE", typed);
}

static bool read_bool(const struct place *p, const char *typed, bool *to)
{
	*to = text_is(typed, "true");
	return *to || text_is(typed, "false") || complain(p, "ERR_CHOICE", typed);
}

/* Several of the same name, or one a line; blank ones are left out. */
static struct fact_texts all_typed(const struct place *p)
{
	struct fact_texts all = {0};
	struct req *r = p->r;

	for (size_t i = 0; i < form_typed(r)->n; i++) {
		const char *line = form_typed(r)->at[i].value;

		while (text_is(form_typed(r)->at[i].name, p->name) && *line) {
			size_t n = strcspn(line, "\r\n");
			const char *one = text_trim(r->mem, arena_bytes(r->mem, line, n));

			if (*one)
				fact_texts_add(r->mem, &all, one);
			line += n + strspn(line + n, "\r\n");
		}
	}
	return all;
}

static void read_texts(const struct place *p, struct fact_texts *to)
{
	int which;

	*to = all_typed(p);
	for (int i = 0; i < to->n && p->f->choices; i++)
		if (!read_choice(p, to->at[i], &which))
			return;
}

static void read_dates(const struct place *p, struct fact_dates *to)
{
	struct fact_texts all = all_typed(p);

	*to = (struct fact_dates){all.n, arena_array(p->r->mem, (size_t)all.n, sizeof(*to->at))};
	for (int i = 0; i < all.n; i++)
		if (!read_date(p, all.at[i], &to->at[i]))
			return;
}

/* A value that takes more than one word to say is not this one's business. */
static void read_typed(const struct place *p, const char *typed, void *to)
{
	switch (p->f->kind) {
	case FACT_DATE:
		read_date(p, typed, to);
		break;
	case FACT_LENGTH:
		read_length(p, typed, to);
		break;
	case FACT_INT:
		read_int(p, typed, to);
		break;
	case FACT_MAYBE_INT:
		((struct maybe_int *)to)->known = read_int(p, typed, &((struct maybe_int *)to)->n);
		break;
	case FACT_BOOL:
		read_bool(p, typed, to);
		break;
	case FACT_MAYBE_BOOL:
		((struct maybe_bool *)to)->known = read_bool(p, typed, &((struct maybe_bool *)to)->yes);
		break;
	case FACT_DECIMAL:
	case FACT_HOURS:
	case FACT_PERCENT:
		read_decimal(p, typed, to);
		break;
	case FACT_TIME:
		read_time(p, typed, to);
		break;
	case FACT_CHOICE:
		read_choice(p, typed, to);
		break;
	default:
		*(const char **)to = typed;
	}
}

/* ---- groups ---- */

static void read_facts(struct req *, const struct fact *, const char *prefix, const char *where, void *to);

static void read_range(const struct place *p, struct fact_range *to)
{
	const struct place min = {p->r, p->f, arena_print(p->r->mem, "%s.min", p->name), arena_print(p->r->mem, "%s（起）", p->label)};
	const struct place max = {p->r, p->f, arena_print(p->r->mem, "%s.max", p->name), arena_print(p->r->mem, "%s（迄）", p->label)};
	const char *first = form_value(p->r, min.name), *last = form_value(p->r, max.name);

	to->known = true;
	if (!*first)
		complain(&min, "ERR_REQUIRED");
	else
		read_int(&min, first, &to->min);
	if (!*last)
		complain(&max, "ERR_REQUIRED");
	else
		read_int(&max, last, &to->max);
}

static void read_rows(const struct place *p, struct fact_rows *to)
{
	struct arena *mem = p->r->mem;
	int n = form_rows(p->r, p->name);

	*to = (struct fact_rows){0, arena_array(mem, (size_t)n, p->f->row_size)};
	for (int i = 0; i < n; i++) {
		const char *name = arena_print(mem, "%s.%d", p->name, i);

		if (form_given(p->r, name))
			read_facts(p->r, p->f->row, arena_print(mem, "%s.", name), arena_print(mem, "%s第%d列之", p->label, i + 1),
				(char *)to->at + (size_t)to->n++ * p->f->row_size);
	}
}

static void read_object(const struct place *p, void *to)
{
	void *object = arena_get(p->r->mem, p->f->row_size);

	memcpy(to, &object, sizeof(object));
	read_facts(p->r, p->f->row, arena_print(p->r->mem, "%s.", p->name), arena_print(p->r->mem, "%s之", p->label), object);
}

/* Something was typed for it. */
static void read_given(const struct place *p, void *to)
{
	switch (p->f->kind) {
	case FACT_ROWS:
		read_rows(p, to);
		break;
	case FACT_RANGE:
		read_range(p, to);
		break;
	case FACT_OBJECT:
		read_object(p, to);
		break;
	case FACT_TEXTS:
		read_texts(p, to);
		break;
	case FACT_DATES:
		read_dates(p, to);
		break;
	default:
		read_typed(p, form_value(p->r, p->name), to);
	}
}

/* A list that has to be there may be empty; an object that has to be there complains of its own members. */
static void read_nothing(const struct place *p, void *to)
{
	switch (p->f->kind) {
	case FACT_ROWS:
		((struct fact_rows *)to)->at = arena_get(p->r->mem, p->f->row_size);
		break;
	case FACT_TEXTS:
		fact_texts_none(p->r->mem, to);
		break;
	case FACT_DATES:
		((struct fact_dates *)to)->at = arena_get(p->r->mem, sizeof(struct date));
		break;
	case FACT_OBJECT:
		read_object(p, to);
		break;
	default:
		complain(p, "ERR_REQUIRED");
	}
}

static void read_facts(struct req *r, const struct fact *facts, const char *prefix, const char *where, void *to)
{
	for (const struct fact *f = facts; f->name; f++) {
		const struct place p = {r, f, arena_print(r->mem, "%s%s", prefix, f->name), arena_print(r->mem, "%s%s", where, f->label)};
		void *member = (char *)to + f->at;

		if (f->kind == FACT_CHOICE)
			*(int *)member = -1;
		if (form_given(r, p.name))
			read_given(&p, member);
		else if (!f->may_be_absent && !f->may_be_null)
			read_nothing(&p, member);
	}
}

void form_read_facts(struct req *r, const struct fact *facts, void *to)
{
	read_facts(r, facts, "", "", to);
}
