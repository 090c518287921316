/* people.c: the persons of a file and where they served, found by their national IDs without a statement a row.
 *
 * A file of few rows asks for its persons piece by piece; one that names a good part of all persons reads them all once, in one pass, into
 * 40 bytes a person and posting. */
#include <stdlib.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

enum { PERSONS_MOST = 1000000, PIECE = 4096, MEMORY = 192 << 20, A_LOOK_UP = 6 };

struct learners {
	struct arena *mem;
	struct learner *slots;                                  /* open addressing; number 0: free */
	size_t room, n;
	struct posting_span *spans;
	size_t n_spans, spans_room;
	bool all, asked;
};

struct learners *learners_new(struct import *im)
{
	struct learners *l = arena_get(im->mem, sizeof *l);

	l->mem = arena_new(MEMORY);
	arena_defer(im->mem, (void (*)(void *))arena_free, l->mem);
	return l;
}

/* Ten letters and digits as a number; 0 is none. */
static uint64_t number_of_id(const char *s)
{
	uint64_t number = 1;

	for (; *s; s++)
		number = number * 36 + (uint64_t)(*s <= '9' ? *s - '0' : (*s & 31) + 9);
	return number;
}

static struct learner *slot_of(const struct learners *l, uint64_t number)
{
	size_t at = (size_t)(number * 0x9E3779B97F4A7C15u >> 20) & (l->room - 1);

	while (l->slots[at].number && l->slots[at].number != number)
		at = (at + 1) & (l->room - 1);
	return &l->slots[at];
}

static void make_room(struct learners *l, size_t persons)
{
	arena_reset(l->mem);
	*l = (struct learners){.mem = l->mem, .room = 1024, .all = l->all, .asked = l->asked};
	while (l->room < persons * 4 / 3)
		l->room *= 2;
	l->slots = arena_array(l->mem, l->room, sizeof *l->slots);
}

/* One row a person and posting, a person's rows together. */
static void take(struct learners *l, const struct rows *r)
{
	enum { ID, NATIONAL, NAME, SEX, FROM, TO, AGENCY, UNIT, TITLE, RANK, CLASS, SUPERVISOR };

	for (int i = 0; i < r->n; i++) {
		const struct value *c = row_cell(r, i, 0);
		struct learner *to = slot_of(l, number_of_id(c[NATIONAL].s));
		struct posting_span span = {.agency = (int32_t)c[AGENCY].i, .unit = (int32_t)c[UNIT].i, .title = (int32_t)c[TITLE].i,
			.rank = (int32_t)c[RANK].i, .person_class = (int32_t)c[CLASS].i, .is_supervisor = c[SUPERVISOR].i};

		if (!to->number)
			*to = (struct learner){.number = number_of_id(c[NATIONAL].s), .id = c[ID].i, .name = hours_name_number(c[NAME].s),
				.sex = text_is(c[SEX].s, "male") ? 1 : text_is(c[SEX].s, "female") ? 2 : 0, .first_span = (int64_t)l->n_spans};
		if (c[FROM].kind == VALUE_NULL)
			continue;
		date_parse_iso(c[FROM].s, &span.from);
		if (c[TO].kind != VALUE_NULL)
			date_parse_iso(c[TO].s, &span.to);
		l->spans = arena_grow(l->mem, l->spans, l->n_spans, &l->spans_room, sizeof *l->spans);
		l->spans[l->n_spans++] = span;
		to->spans++;
	}
}

static bool take_piece(void *with, const struct rows *r)
{
	take(with, r);
	return true;
}

/* Reading all is a microsecond a person, asking for one some six, and rows are judged twice. */
static bool worth_all(const struct import *im, int64_t *persons)
{
	*persons = row_int(db_run(im->db, &hours_person_last), 0, "id");
	return *persons <= PERSONS_MOST && !db_in_tx(im->db) && im->rows * A_LOOK_UP > *persons;
}

static void read_all(struct learners *l, struct import *im, int64_t persons)
{
	struct arena *piece = arena_new(MEMORY);

	l->all = true;
	make_room(l, (size_t)persons + 1);
	db_each(im->db, piece, PIECE, &hours_learners_all, NULL, 0, take_piece, l);
	arena_free(piece);
}

void learners_meet(struct learners *l, struct import *im, const struct import_row *rows, int n)
{
	int64_t persons;

	if (!l->asked) {
		l->asked = true;
		if (worth_all(im, &persons))
			read_all(l, im, persons);
	}
	if (l->all)
		return;
	make_room(l, (size_t)n);
	take(l, db_run(im->db, &hours_learners_some, A(import_texts(im, rows, n, "national_id"))));
}

const struct learner *hours_learner_of(const struct learners *l, const char *national_id)
{
	const struct learner *found = slot_of(l, number_of_id(national_id));

	return found->number ? found : NULL;
}

const struct posting_span *hours_learner_on(const struct learners *l, const struct learner *of, struct date day)
{
	for (int i = 0; i < of->spans; i++) {
		const struct posting_span *s = &l->spans[of->first_span + i];

		if (!date_before(day, s->from) && (!date_set(s->to) || !date_before(s->to, day)))
			return s;
	}
	return NULL;
}
