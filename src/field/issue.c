/* issue.c: see issue.h. */
#include "field/issue.h"

#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "field/field.h"

enum { ISSUES_MOST = 1000, MESSAGE_MOST = 65536 };

struct issues issues_new(struct arena *mem, const struct field *fields)
{
	return (struct issues){.most = ISSUES_MOST, .mem = mem, .fields = fields};
}

void issues_clear(struct issues *s)
{
	s->n = s->all = 0;
}

static int words_in(const char *template, const char *label)
{
	int n = 0;

	for (const char *s = template; (s = strchr(s, '{')); s++)
		n += !label || !text_starts(s, "{欄位}");
	return n;
}

/* The one that takes so many values, or else the first. */
static const char *template_of(const char *code, const char *label, const char *const *values)
{
	const char *first = NULL;
	int n = 0;

	while (values[n])
		n++;
	for (const struct message *m = messages; m->code; m++) {
		if (strcmp(m->code, code))
			continue;
		if (words_in(m->text, label) == n)
			return m->text;
		first = first ? first : m->text;
	}
	if (!first)
		fail("no message has the code %s", code);
	return first;
}

/* label NULL: {欄位} takes an argument like any other word. */
static char *fill(struct arena *mem, const char *label, const char *const *values)
{
	const char *code = *values++, *s = template_of(code, label, values);
	struct text to = text_new(mem, MESSAGE_MOST);

	for (const char *open; (open = strchr(s, '{')); s = strchr(open, '}') + 1) {
		text_add(&to, s, (size_t)(open - s));
		if (label && text_starts(open, "{欄位}")) {
			text_puts(&to, label);
			continue;
		}
		if (!*values)
			fail("message %s lacks a value", code);
		text_puts(&to, *values++);
	}
	if (*values)
		fail("message %s was given too many values", code);
	text_puts(&to, s);
	return to.at;
}

char *message_text(struct arena *mem, const char *const *code_and_values)
{
	return fill(mem, NULL, code_and_values);
}

static const char *label_of(const struct issues *s, const char *name)
{
	const struct field *f = s->fields ? field_named(s->fields, name) : NULL;

	return f ? f->label : name;
}

void issue_add(struct issues *s, int row, const char *field, const char *const *code_and_values)
{
	s->all++;
	if (s->n == s->most)
		return;
	const char *words[CODE_AND_VALUES];

	if (s->learning)
		code_and_values = issue_learning(s->mem, code_and_values, words);
	s->at = arena_grow(s->mem, s->at, s->n, &s->room, sizeof *s->at);
	s->at[s->n++] = (struct issue){row, field, *code_and_values,
		fill(s->mem, label_of(s, field), code_and_values)};
}

bool issue_range(struct issues *s, int row, const char *earlier, struct date from, const char *later, struct date until)
{
	if (!date_set(from) || !date_set(until) || !date_before(until, from))
		return false;
	issue(s, row, later, "ERR_DATE_RANGE", date_text(s->mem, until), label_of(s, earlier), date_text(s->mem, from));
	return true;
}

const struct issue *issue_at(const struct issues *s, int row, const char *field)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->at[i].row == row && !strcmp(s->at[i].field, field))
			return &s->at[i];
	return NULL;
}

bool issue_has(const struct issues *s, const char *code)
{
	for (size_t i = 0; i < s->n; i++)
		if (!strcmp(s->at[i].code, code))
			return true;
	return false;
}
