/* line.c: the postings of one person as spans of days that never overlap.  Pure: knows no database.                LEARN-037 */
#include "app/staff/private.h"

void staff_line_add(struct arena *mem, struct staff_line *line, struct staff_span span)
{
	line->at = arena_grow(mem, line->at, (size_t)line->n, &line->room, sizeof span);
	line->at[line->n++] = span;
}

/* The last that begins before a day, the first that begins after it. */
static const struct staff_span *before(const struct staff_line *line, struct date day)
{
	const struct staff_span *found = NULL;

	for (int i = 0; i < line->n; i++)
		if (date_before(line->at[i].from, day) && (!found || date_before(found->from, line->at[i].from)))
			found = &line->at[i];
	return found;
}

static const struct staff_span *after(const struct staff_line *line, struct date day)
{
	const struct staff_span *found = NULL;

	for (int i = 0; i < line->n; i++)
		if (date_before(day, line->at[i].from) && (!found || date_before(line->at[i].from, found->from)))
			found = &line->at[i];
	return found;
}

static const struct staff_span *same_day(const struct staff_line *line, struct date day)
{
	for (int i = 0; i < line->n; i++)
		if (date_same(line->at[i].from, day))
			return &line->at[i];
	return NULL;
}

static bool reaches(const struct staff_span *s, struct date day)
{
	return !date_set(s->until) || !date_before(s->until, day);
}

/* Two rows of one file that say different things; or a while elsewhere inside of what lasts: it would not go on behind it. */
static bool is_in_doubt(const struct staff_span *s, const struct staff_span *wanted)
{
	return s && ((!s->id && date_set(s->until) && reaches(s, wanted->from)) ||
		(s->agency != wanted->agency && date_set(wanted->until) && !date_set(s->until)));
}

/* A last day that another agency has put on record is not moved by us. */
static bool is_ended_elsewhere(const struct staff_span *s, const struct staff_span *wanted)
{
	return s && s->agency != wanted->agency && date_set(s->until) && reaches(s, wanted->from);
}

enum staff_fit staff_fit(const struct staff_line *line, struct staff_span *wanted, const struct staff_span **by)
{
	const struct staff_span *next = after(line, wanted->from);

	*by = same_day(line, wanted->from);
	if (*by && (*by)->agency != wanted->agency)
		return STAFF_OVERLAP;
	if (next && date_set(wanted->until) && !date_before(wanted->until, next->from)) {
		*by = next;
		return STAFF_OVERLAP;
	}
	if (!*by && is_in_doubt(before(line, wanted->from), wanted)) {
		*by = before(line, wanted->from);
		return STAFF_OVERLAP;
	}
	if (next && !date_set(wanted->until))
		wanted->until = date_plus(next->from, -1);
	if (*by)
		return STAFF_THERE;
	*by = before(line, wanted->from);
	return is_ended_elsewhere(*by, wanted) ? STAFF_ENDED_ELSEWHERE : STAFF_NEW;
}
