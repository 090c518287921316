/* execution_count.c: the lines of RPT-8.  Knows no page. */
#include <string.h>

#include "app/opening/course.sql.h"
#include "app/opening/execution.h"

/* ---- 依課程: from the tables */

static const char *ids_of(struct arena *mem, const struct rows *courses)
{
	struct course_found *ids = arena_array(mem, (size_t)courses->n, sizeof *ids);

	for (int i = 0; i < courses->n; i++)
		ids[i].course = (uint32_t)row_int(courses, i, "id");
	return courses_json(mem, ids, (size_t)courses->n);
}

static int row_of(const struct rows *r, int64_t id)
{
	int low = 0, high = r->n;

	while (low < high) {
		int middle = (low + high) / 2;

		if (row_cell(r, middle, 0)->i < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->n && row_cell(r, low, 0)->i == id ? low : -1;
}

static void add_records(struct execution_line *l, const struct rows *r, int at)
{
	l->passed = row_int(r, at, "passed");
	l->failed = row_int(r, at, "failed");
	l->pending = row_int(r, at, "pending");
	l->hours = row_int(r, at, "hours");
	l->digital = row_int(r, at, "digital");
	l->records = l->passed + l->failed + l->pending;
}

/* With 職等 the registrations are counted one by one; without, courses keep how many they have. */
static struct execution_lines by_course(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	struct rows *c = db_run(run->db, &execution_courses, AGENCIES(&run->span), A(opening_year_begins(a->year)),
		A(opening_year_begins(a->year + 1)), A(report_chosen_json(run->mem, a->categories)));
	const char *ids = ids_of(run->mem, c), *ranks = report_chosen_json(run->mem, a->ranks);
	struct rows *records = db_run(run->db, &execution_records, A(ids), A(ranks));
	struct rows *registrations = *a->ranks ? db_run(run->db, &execution_registrations, A(ids), A(ranks)) : NULL;
	struct execution_lines to = {arena_array(run->mem, (size_t)c->n, sizeof *to.at), c->n};

	for (int i = 0; i < c->n; i++) {
		const struct rows *from = registrations ? registrations : c;
		int64_t id = row_int(c, i, "id");
		int at = row_of(records, id), registered = registrations ? row_of(registrations, id) : i;

		to.at[i] = (struct execution_line){.key = row_text(c, i, "id"), .label = row_text(c, i, "label"), .classes = 1,
			.quota = row_int(c, i, "quota")};
		if (registered >= 0) {
			to.at[i].registered = row_int(from, registered, "registered");
			to.at[i].approved = row_int(from, registered, "approved");
		}
		if (at >= 0)
			add_records(&to.at[i], records, at);
	}
	return to;
}

/* ---- the others: from what is kept */

/* A line for each place; courses: what is told are sums by 課程類別, of which courses and places are counted. */
struct counting { struct execution_rows rows; struct agency_places agencies; struct execution_lines lines; bool by_agency, courses, records; };

static void count_sum(struct execution_line *l, const struct course_sum *s, const struct counting *c)
{
	if (c->courses) {
		l->classes += s->classes;
		l->quota += s->quota;
	}
	if (!c->records)
		return;
	l->registered += s->registered;
	l->approved += s->approved;
	l->records += s->pending + s->passed + s->failed;
	l->passed += s->passed;
	l->failed += s->failed;
	l->pending += s->pending;
	l->hours += s->hours;
	l->digital += s->digital;
}

static void count_agency(void *with, int64_t agency, struct bytes b)
{
	struct counting *c = with;
	struct sum_reader r = sums_of(b);
	struct course_sum s;
	int place = c->by_agency ? agency_place(&c->agencies, agency) : 0;

	while (sum_next(&r, &s)) {
		int category = code_place(&c->rows.categories, s.category), rank = code_place(&c->rows.ranks, s.rank);

		if (category && rank)
			count_sum(&c->lines.at[c->by_agency ? place : c->rows.by_rank ? rank : category], &s, c);
	}
}

/* The lines so far are of another pass, and may be counted once more: what this one adds begins with nothing. */
static void begin(void *with)
{
	struct counting *c = with;

	for (int i = 0; i < c->lines.n; i++) {
		struct execution_line was = c->lines.at[i];

		c->lines.at[i] = (struct execution_line){.key = was.key, .label = was.label};
		if (!c->courses)
			c->lines.at[i].classes = was.classes, c->lines.at[i].quota = was.quota;
	}
}

static void count_part(struct report_run *run, struct counting *c, enum block_part part)
{
	blocks_read(run->db, &run->span, &(struct block_reading){c->rows.year, c->rows.year, part, begin, count_agency, c});
}

static void lines_of_codes(struct report_run *run, struct counting *c)
{
	const struct code_items *items = c->rows.by_rank ? &c->rows.ranks.items : &c->rows.categories.items;

	c->lines = (struct execution_lines){arena_array(run->mem, (size_t)items->n + 2, sizeof *c->lines.at), items->n + 2};
	c->lines.at[1] = (struct execution_line){.key = "", .label = ""};
	for (int i = 0; i < items->n; i++) {
		const struct code_item *k = items->at[i];

		c->lines.at[i + 2] = (struct execution_line){.key = k->code,
			.label = c->rows.by_rank ? k->name : arena_print(run->mem, "%s %s", k->code, k->name)};
	}
}

static void lines_of_agencies(struct report_run *run, struct counting *c)
{
	c->agencies = agency_places(run);
	c->lines = (struct execution_lines){arena_array(run->mem, (size_t)c->agencies.rows->n + 1, sizeof *c->lines.at), c->agencies.rows->n + 1};
	for (int i = 1; i < c->lines.n; i++)
		c->lines.at[i].key = agency_code_at(&c->agencies, i);
}

/* Those that have something, and of agencies the name. */
static struct execution_lines settled(struct report_run *run, const struct counting *c)
{
	struct execution_lines to = {c->lines.at, 0};

	for (int i = 1; i < c->lines.n; i++) {
		struct execution_line l = c->lines.at[i];

		if (!(c->rows.by_rank ? l.records + l.registered : l.classes))
			continue;
		if (c->by_agency)
			l.label = agency_label_at(run->mem, &c->agencies, i);
		to.at[to.n++] = l;
	}
	return to;
}

struct execution_lines execution_count(struct report_run *run)
{
	const struct execution_ask *a = run->ask;
	struct counting c = {.by_agency = text_is(a->kind.id, "agency")};

	if (text_is(a->kind.id, "course"))
		return by_course(run);
	execution_rows_of(run, "total", &c.rows);
	if (c.by_agency)
		lines_of_agencies(run, &c);
	else
		lines_of_codes(run, &c);
	c.records = c.rows.by_rank;
	if (!c.rows.by_rank) {
		struct code_places ranks = c.rows.ranks;

		c.courses = true;
		c.records = !*a->ranks;
		c.rows.ranks = (struct code_places){0};
		count_part(run, &c, BLOCK_CATEGORIES);
		c.rows.ranks = ranks;
		c.courses = false;
	}
	if (c.rows.by_rank || *a->ranks) {
		c.records = true;
		count_part(run, &c, c.rows.by_rank && !*a->categories ? BLOCK_RANKS : BLOCK_CELLS);
	}
	return settled(run, &c);
}
