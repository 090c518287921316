/* block_make.c: what is kept of the courses of an agency and year, from the courses, registrations and records.  Knows no report. */
#include <stdlib.h>
#include <string.h>

#include "app/course/course.h"
#include "app/opening/block.h"
#include "app/opening/block.sql.h"
#include "app/opening/private.h"
#include "base/packed.h"
#include "base/text.h"

enum { NUMBERS = 9 };

struct sums { struct course_sum *at; size_t n, room; struct arena *mem; };

static void sum_add(struct sums *to, struct course_sum s)
{
	to->at = arena_grow(to->mem, to->at, to->n, &to->room, sizeof *to->at);
	to->at[to->n++] = s;
}

static int by_key(const void *a, const void *b)
{
	const struct course_sum *x = a, *y = b;

	if (x->category != y->category)
		return x->category < y->category ? -1 : 1;
	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* One of each key, in their order. */
static void settle(struct sums *s)
{
	size_t n = 0;

	if (s->n)
		qsort(s->at, s->n, sizeof *s->at, by_key);
	for (size_t i = 0; i < s->n; i++) {
		const struct course_sum *from = &s->at[i];
		struct course_sum *to = n ? &s->at[n - 1] : NULL;

		if (!to || by_key(to, from)) {
			s->at[n++] = *from;
			continue;
		}
		to->classes += from->classes, to->quota += from->quota, to->registered += from->registered, to->approved += from->approved;
		to->pending += from->pending, to->passed += from->passed, to->failed += from->failed;
		to->hours += from->hours, to->digital += from->digital;
	}
	s->n = n;
}

/* A sum: how much the key grows, two bytes that tell which numbers are not 0, and these. */
static size_t pack_one(unsigned char *to, const struct course_sum *x, const struct course_sum *before)
{
	const int64_t numbers[NUMBERS] = {x->passed, x->hours, x->digital, x->pending, x->failed, x->registered, x->approved, x->classes, x->quota};
	bool same = x->category == before->category;
	size_t n = packed_put(to, x->category - before->category);
	unsigned given = 0;

	n += packed_put(to + n, same ? x->rank - before->rank : x->rank);
	for (unsigned k = 0; k < NUMBERS; k++)
		given |= numbers[k] ? 1u << k : 0;
	to[n++] = (unsigned char)(given & 255);
	to[n++] = (unsigned char)(given >> 8);
	for (unsigned k = 0; k < NUMBERS; k++)
		n += numbers[k] ? packed_put(to + n, numbers[k]) : 0;
	return n;
}

static struct bytes pack(struct sums *s)
{
	settle(s);
	unsigned char *to = arena_raw(s->mem, s->n * (NUMBERS + 3) * PACKED_MOST + 1);
	struct course_sum before = {0};
	size_t n = 0;

	for (size_t i = 0; i < s->n; before = s->at[i++])
		n += pack_one(to + n, &s->at[i], &before);
	return (struct bytes){to, n};
}

struct sum_reader sums_of(struct bytes b)
{
	return (struct sum_reader){b.at, (const unsigned char *)b.at + b.n, 0, 0};
}

bool sum_next(struct sum_reader *r, struct course_sum *s)
{
	int64_t numbers[NUMBERS];

	if (r->at >= r->end)
		return false;
	int64_t more = packed_take(&r->at, r->end), rank = packed_take(&r->at, r->end);

	r->rank = more ? rank : r->rank + rank;
	r->category += more;
	if (r->end - r->at < 2)
		fail("sums that are cut off");
	unsigned given = r->at[0] | (unsigned)r->at[1] << 8;

	r->at += 2;
	for (unsigned k = 0; k < NUMBERS; k++)
		numbers[k] = given & 1u << k ? packed_take(&r->at, r->end) : 0;
	*s = (struct course_sum){.category = r->category, .rank = r->rank, .passed = numbers[0], .hours = numbers[1], .digital = numbers[2],
		.pending = numbers[3], .failed = numbers[4], .registered = numbers[5], .approved = numbers[6], .classes = numbers[7],
		.quota = numbers[8]};
	return true;
}

size_t facts_of(struct arena *mem, struct bytes b, const struct course_fact **to)
{
	*to = arena_copy(mem, b.n ? b.at : "", b.n);
	return b.n / sizeof **to;
}

/* ---- from the tables */

uint8_t list_place(const struct code *list, const char *id)
{
	uint8_t n = 0;

	while (list[n].id && !text_is(list[n].id, id))
		n++;
	return list[n].id ? n + 1 : 0;
}

static struct course_fact fact_of(const struct rows *r, int i, struct moment low, struct moment high)
{
	int64_t start = row_int(r, i, "start_at"), end = row_int(r, i, "end_at");
	int marks = (start >= low.seconds && start < high.seconds ? FACT_BEGINS : 0) | (end >= low.seconds && end < high.seconds ? FACT_ENDS : 0) |
		(row_bool(r, i, "paid") ? FACT_PAID : 0) | (row_bool(r, i, "limited") ? FACT_LIMITED : 0);

	return (struct course_fact){.course = (uint32_t)row_int(r, i, "id"), .category = (uint32_t)row_int(r, i, "category"),
		.places = (uint32_t)row_int(r, i, "quota"), .start = start > 0 ? (uint32_t)start : 0,
		.hours = (uint32_t)row_int(r, i, "certified_hours"), .term = (uint16_t)row_int(r, i, "term_no"),
		.mode = list_place(course_modes, row_text(r, i, "mode")), .method = list_place(course_methods, row_text(r, i, "enroll_method")),
		.marks = (uint8_t)marks};
}

struct making { struct arena *mem; const struct rows *courses, *records, *registrations; };

static struct bytes facts_from(const struct making *m, struct moment low, struct moment high)
{
	int n = m->courses->n;
	struct course_fact *to = arena_array(m->mem, (size_t)n, sizeof *to);

	for (int i = 0; i < n; i++)
		to[i] = fact_of(m->courses, i, low, high);
	return (struct bytes){to, (size_t)n * sizeof *to};
}

static struct course_sum course_at(const struct rows *r, int i)
{
	return (struct course_sum){.category = row_int(r, i, "category"), .classes = 1, .quota = row_int(r, i, "quota"),
		.registered = row_int(r, i, "registered"), .approved = row_int(r, i, "approved")};
}

static struct course_sum record_at(const struct rows *r, int i)
{
	return (struct course_sum){.category = row_int(r, i, "category"), .rank = row_int(r, i, "rank"), .pending = row_int(r, i, "pending"),
		.passed = row_int(r, i, "passed"), .failed = row_int(r, i, "failed"), .hours = row_int(r, i, "hours"),
		.digital = row_int(r, i, "digital")};
}

static struct course_sum registration_at(const struct rows *r, int i)
{
	return (struct course_sum){.category = row_int(r, i, "category"), .rank = row_int(r, i, "rank"), .registered = row_int(r, i, "registered"),
		.approved = row_int(r, i, "approved")};
}

static struct bytes categories_from(const struct making *m, struct moment low, struct moment high)
{
	struct sums s = {.mem = m->mem};

	for (int i = 0; i < m->courses->n; i++) {
		int64_t end = row_int(m->courses, i, "end_at");

		if (end >= low.seconds && end < high.seconds)
			sum_add(&s, course_at(m->courses, i));
	}
	for (int i = 0; i < m->records->n; i++) {
		struct course_sum x = record_at(m->records, i);

		x.rank = 0;
		sum_add(&s, x);
	}
	return pack(&s);
}

static struct bytes ranks_from(const struct making *m, bool categories)
{
	struct sums s = {.mem = m->mem};

	for (int i = 0; i < m->records->n + m->registrations->n; i++) {
		struct course_sum x = i < m->records->n ? record_at(m->records, i) : registration_at(m->registrations, i - m->records->n);

		if (!categories)
			x.category = 0;
		sum_add(&s, x);
	}
	return pack(&s);
}

struct course_block block_make(struct db *db, struct arena *mem, int64_t roc_year, int64_t agency, unsigned parts)
{
	static const struct rows none;
	struct moment low = opening_year_begins(roc_year), high = opening_year_begins(roc_year + 1);
	struct arena *before = db_arena(db);
	struct making m = {mem, &none, &none, &none};
	struct course_block to = {{{0}}};

	db_use_arena(db, mem);
	if (parts & (1u << BLOCK_FACTS | 1u << BLOCK_CATEGORIES))
		m.courses = db_run(db, &block_courses, A(agency), A(low), A(high));
	if (parts & ~(1u << BLOCK_FACTS))
		m.records = db_run(db, &block_records, A(agency), A(low), A(high));
	if (parts & (1u << BLOCK_RANKS | 1u << BLOCK_CELLS))
		m.registrations = db_run(db, &block_registrations, A(agency), A(low), A(high));
	db_use_arena(db, before);
	for (int i = 0; i < BLOCK_PARTS; i++)
		if (parts & 1u << i)
			to.part[i] = i == BLOCK_FACTS ? facts_from(&m, low, high) : i == BLOCK_CATEGORIES ? categories_from(&m, low, high) :
				ranks_from(&m, i == BLOCK_CELLS);
	return to;
}
