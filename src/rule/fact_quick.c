/* fact_quick.c: see fact_quick.h. */
#include "rule/fact_quick.h"

#include <string.h>

#include "base/text.h"

enum { YEAR_FIRST = 1912, YEAR_LAST = 2911, DIGITS_MOST = 18, LENGTH_DIGITS_MOST = 5, FACTS_MOST = 63 };

struct cursor { const char *at, *end; struct arena *mem; };
struct slice { const char *at; size_t n; };

static char peek(const struct cursor *c)
{
	return c->at < c->end ? *c->at : '\0';
}

static void blanks(struct cursor *c)
{
	while (c->at < c->end && (*c->at == ' ' || *c->at == '\n' || *c->at == '\r' || *c->at == '\t'))
		c->at++;
}

static bool take(struct cursor *c, char mark)
{
	blanks(c);
	if (peek(c) != mark)
		return false;
	c->at++;
	return true;
}

static bool take_word(struct cursor *c, const char *word, size_t n)
{
	if ((size_t)(c->end - c->at) < n || memcmp(c->at, word, n) != 0)
		return false;
	c->at += n;
	return true;
}

/* A text without escapes, in the input itself. */
static bool string(struct cursor *c, struct slice *to)
{
	bool ascii = true;

	if (!take(c, '"'))
		return false;
	to->at = c->at;
	for (; c->at < c->end && *c->at != '"'; c->at++) {
		unsigned char b = (unsigned char)*c->at;

		if (b < 0x20 || b == '\\')
			return false;
		ascii = ascii && b < 0x80;
	}
	to->n = (size_t)(c->at - to->at);
	return take(c, '"') && (ascii || utf8_valid(to->at, to->n));
}

/* ---- one value ---- */

static bool number(struct cursor *c, int64_t *to)
{
	bool negative = peek(c) == '-';
	const char *first = c->at += negative;
	int64_t n = 0;

	for (; peek(c) >= '0' && peek(c) <= '9'; c->at++) {
		if (c->at - first == DIGITS_MOST)
			return false;
		n = n * 10 + (*c->at - '0');
	}
	*to = negative ? -n : n;
	return c->at > first && (*first != '0' || (c->at - first == 1 && !negative)) && peek(c) != '.' && peek(c) != 'e' && peek(c) != 'E';
}

static int two_digits(const char *s)
{
	return s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' ? -1 : (s[0] - '0') * 10 + s[1] - '0';
}

static bool day(const struct slice *s, struct date *to)
{
	int century, year;

	if (s->n != 10 || s->at[4] != '-' || s->at[7] != '-')
		return false;
	century = two_digits(s->at);
	year = two_digits(s->at + 2);
	if (century < 0 || year < 0 || century * 100 + year < YEAR_FIRST || century * 100 + year > YEAR_LAST)
		return false;
	*to = date_make(century * 100 + year, two_digits(s->at + 5), two_digits(s->at + 8));
	return date_set(*to);
}

static bool length(const struct slice *s, struct period *to)
{
	int n = 0;

	if (s->n < 2 || s->n > LENGTH_DIGITS_MOST + 1 || *s->at == '0' || !memchr("dwmy", s->at[s->n - 1], 4))
		return false;
	for (size_t i = 0; i + 1 < s->n; i++) {
		if (s->at[i] < '0' || s->at[i] > '9')
			return false;
		n = n * 10 + (s->at[i] - '0');
	}
	*to = (struct period){n, s->at[s->n - 1]};
	return true;
}

static bool choice(const struct slice *s, const char *const *choices, int *to)
{
	for (int i = 0; choices[i]; i++)
		if (!strncmp(choices[i], s->at, s->n) && !choices[i][s->n]) {
			*to = i;
			return true;
		}
	return false;
}

static bool boolean(struct cursor *c, bool *to)
{
	*to = peek(c) == 't';
	return *to ? take_word(c, "true", 4) : take_word(c, "false", 5);
}

static bool text(struct cursor *c, const char **to)
{
	struct slice s;

	if (!string(c, &s))
		return false;
	*to = arena_bytes(c->mem, s.at, s.n);
	return true;
}

/* ---- lists and objects ---- */

static bool object(struct cursor *, const struct fact *, const char **plan, void *to);

/* One more place at the end of a list, which grows by doubling. */
static void *grow(struct cursor *c, void *list, int n, size_t size)
{
	size_t room = n ? (size_t)n : 0;

	if (n & (n - 1))
		return list;
	return arena_grow(c->mem, list, (size_t)n, &room, size);
}

static bool rows(struct cursor *c, const struct fact *f, struct fact_rows *to)
{
	to->at = arena_get(c->mem, 0);
	if (!take(c, '['))
		return false;
	if (take(c, ']'))
		return true;
	do {
		to->at = to->n && to->n < 8 ? to->at : grow(c, to->at, to->n, f->row_size);
		if (!object(c, f->row, NULL, (char *)to->at + (size_t)to->n * f->row_size))
			return false;
		to->n++;
	} while (take(c, ','));
	return take(c, ']');
}

static bool dates(struct cursor *c, struct fact_dates *to)
{
	struct slice s;

	to->at = arena_get(c->mem, 0);
	if (!take(c, '['))
		return false;
	if (take(c, ']'))
		return true;
	do {
		to->at = to->n && to->n < 8 ? to->at : grow(c, to->at, to->n, sizeof(*to->at));
		if (!string(c, &s) || !day(&s, &to->at[to->n++]))
			return false;
	} while (take(c, ','));
	return take(c, ']');
}

static bool one(struct cursor *c, const struct fact *f, void *member)
{
	void *made = arena_get(c->mem, f->row_size);

	memcpy(member, &made, sizeof(made));
	return object(c, f->row, NULL, made);
}

/* What is written as a text. */
static bool from_text(struct cursor *c, const struct fact *f, void *to)
{
	struct slice s;

	if (!string(c, &s))
		return false;
	switch (f->kind) {
	case FACT_DATE:
		return day(&s, to);
	case FACT_LENGTH:
		return length(&s, to);
	case FACT_CHOICE:
		return choice(&s, f->choices, to);
	case FACT_DECIMAL:
		return decimal_parse(arena_bytes(c->mem, s.at, s.n), to);
	case FACT_PERCENT:
		return s.n && s.at[s.n - 1] == '%' && decimal_parse(arena_bytes(c->mem, s.at, s.n - 1), to);
	default:
		return false;
	}
}

static bool value(struct cursor *c, const struct fact *f, void *to)
{
	blanks(c);
	switch (f->kind) {
	case FACT_INT:
		return number(c, to);
	case FACT_MAYBE_INT:
		((struct maybe_int *)to)->known = true;
		return number(c, &((struct maybe_int *)to)->n);
	case FACT_BOOL:
		return boolean(c, to);
	case FACT_MAYBE_BOOL:
		((struct maybe_bool *)to)->known = true;
		return boolean(c, &((struct maybe_bool *)to)->yes);
	case FACT_TEXT:
		return text(c, to);
	case FACT_ROWS:
		return rows(c, f, to);
	case FACT_DATES:
		return dates(c, to);
	case FACT_OBJECT:
		return one(c, f, to);
	default:
		return from_text(c, f, to);
	}
}

/* A null stands for what may be absent. */
static bool value_or_null(struct cursor *c, const struct fact *f, void *to)
{
	blanks(c);
	if (peek(c) != 'n')
		return value(c, f, to);
	if (f->kind == FACT_CHOICE)
		*(int *)to = -1;
	return take_word(c, "null", 4) && (f->may_be_absent || f->may_be_null);
}

static int find(const struct fact *facts, const struct slice *name)
{
	for (int i = 0; facts[i].name; i++)
		if (!strncmp(facts[i].name, name->at, name->n) && !facts[i].name[name->n])
			return i;
	return -1;
}

/* The key plan comes once, as a text. */
static bool take_plan(struct cursor *c, const struct slice *name, const char **plan)
{
	return plan && !*plan && name->n == 4 && !memcmp(name->at, "plan", 4) && text(c, plan);
}

static bool member(struct cursor *c, const struct fact *facts, const char **plan, void *to, uint64_t *seen)
{
	struct slice name;
	int i;

	if (!string(c, &name) || !take(c, ':'))
		return false;
	i = find(facts, &name);
	if (i < 0)
		return take_plan(c, &name, plan);
	if (i > FACTS_MOST || (*seen >> i & 1))
		return false;
	*seen |= (uint64_t)1 << i;
	return value_or_null(c, &facts[i], (char *)to + facts[i].at);
}

/* Choices are -1 from the beginning.  True: nothing that is needed has stayed away. */
static bool complete(const struct fact *facts, uint64_t seen, void *to)
{
	for (int i = 0; facts[i].name; i++) {
		bool there = i <= FACTS_MOST && (seen >> i & 1);

		if (!there && !facts[i].may_be_absent)
			return false;
		if (!there && facts[i].kind == FACT_CHOICE)
			*(int *)((char *)to + facts[i].at) = -1;
	}
	return true;
}

static bool object(struct cursor *c, const struct fact *facts, const char **plan, void *to)
{
	uint64_t seen = 0;

	if (!take(c, '{'))
		return false;
	if (!take(c, '}')) {
		do
			if (!member(c, facts, plan, to, &seen))
				return false;
		while (take(c, ','));
		if (!take(c, '}'))
			return false;
	}
	return complete(facts, seen, to);
}

bool facts_read_quickly(struct arena *mem, const char *json, size_t n, const struct fact *facts, const char **plan, void *to)
{
	struct cursor c = {json, json + n, mem};

	if (!object(&c, facts, plan, to))
		return false;
	blanks(&c);
	return c.at == c.end;
}
