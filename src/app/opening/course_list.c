/* course_list.c: lists of courses behind the numbers of RPT-7 and RPT-8, found among what is kept of them.  See private.h. */
#include <stdlib.h>

#include "app/opening/course.sql.h"
#include "app/opening/private.h"
#include "base/json.h"

struct gathering {
	struct report_run *run;
	struct arena *own;
	const struct agency_places *places;
	course_holds *holds;
	const void *with;
	struct course_found *at;
	size_t n, room;
};

static void begin(void *with)
{
	((struct gathering *)with)->n = 0;
}

static void gather(void *with, int64_t agency, struct bytes b)
{
	struct gathering *g = with;
	const struct course_fact *f;
	size_t n;

	arena_reset(g->own);
	n = facts_of(g->own, b, &f);
	for (size_t i = 0; i < n; i++) {
		if (!g->holds(g->with, agency, &f[i]))
			continue;
		g->at = arena_grow(g->run->mem, g->at, g->n, &g->room, sizeof *g->at);
		g->n++;
		g->at[g->n - 1] = (struct course_found){f[i].course, f[i].start, agency_place(g->places, agency), (int32_t)g->n - 1};
	}
}

static int by_agency(const void *a, const void *b)
{
	const struct course_found *x = a, *y = b;

	return x->place != y->place ? (x->place > y->place) - (x->place < y->place) : (x->number > y->number) - (x->number < y->number);
}

static int by_agency_down(const void *a, const void *b)
{
	const struct course_found *x = a, *y = b;

	return x->place != y->place ? (x->place < y->place) - (x->place > y->place) : by_agency(a, b);
}

static int by_start(const void *a, const void *b)
{
	const struct course_found *x = a, *y = b;

	return x->start != y->start ? (x->start > y->start) - (x->start < y->start) : by_agency(a, b);
}

static int by_start_down(const void *a, const void *b)
{
	const struct course_found *x = a, *y = b;

	return x->start != y->start ? (x->start < y->start) - (x->start > y->start) : by_agency(a, b);
}

struct courses_found opening_courses_found(struct report_run *run, const struct agency_span *span, int64_t first_year, int64_t last_year,
	course_holds *holds, const void *with)
{
	enum { OWN = 64 << 20 };
	struct agency_places places = agency_places(run);
	struct gathering g = {.run = run, .own = arena_new(OWN), .places = &places, .holds = holds, .with = with};

	blocks_read(run->db, span, &(struct block_reading){first_year, last_year, BLOCK_FACTS, begin, gather, &g});
	arena_free(g.own);
	if (g.n)
		qsort(g.at, g.n, sizeof *g.at, by_agency);
	return (struct courses_found){g.at, g.n};
}

const char *courses_json(struct arena *mem, const struct course_found *all, size_t n)
{
	struct text list = text_new(mem, n * 12 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < n; i++)
		json_int(&j, all[i].course);
	json_end(&j);
	return list.at;
}

bool opening_course_list(struct list *l, struct report_run *run, int64_t first_year, int64_t last_year, course_holds *holds, const void *with)
{
	static const struct { const char *sort; int (*order)(const void *, const void *); } orders[] = {
		{"agency_code", by_agency}, {"-agency_code", by_agency_down}, {"start", by_start}, {"-start", by_start_down}};
	struct courses_found all = opening_courses_found(run, &run->span, first_year, last_year, holds, with), page = all;

	for (size_t i = 0; i < sizeof orders / sizeof *orders && report_list_is_page(l); i++) {
		if (!text_is(l->sort, orders[i].sort))
			continue;
		report_list_clamp(l, (int64_t)all.n);
		size_t first = (size_t)(l->page - 1) * (size_t)l->per, left = all.n - first;

		if (i && all.n)
			qsort(all.at, all.n, sizeof *all.at, orders[i].order);
		page = (struct courses_found){all.at + first, left < (size_t)l->per ? left : (size_t)l->per};
	}
	return list_run(l, &opening_courses, A(courses_json(run->mem, page.at, page.n)), A((int64_t)all.n), A(page.at == all.at && page.n == all.n));
}
