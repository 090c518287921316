/* decision_list.c: the persons and records behind the numbers of RPT-9.  What is packed of those who decide (hours_deciders) tells in which
 * agencies a page lies, so that of these alone anything is read. */
#include <stdlib.h>
#include <string.h>

#include "app/decision/decision.sql.h"
#include "app/decision/private.h"
#include "app/hours/hours.h"
#include "base/json.h"
#include "base/text.h"

/* A person in an agency; place: of the agency in the order of the codes. */
struct found { int64_t person, agency, records; int place; const char *key; };

struct finding {
	struct report_run *run;
	const struct agency_span *span;
	struct decision_categories categories;
	int sex;                                                /* 0: either */
	struct found *at;
	size_t n, room;
};

static void add_agency(void *with, int64_t agency, const struct hours_decider *cells, size_t n)
{
	struct finding *f = with;
	uint32_t last = 0;

	for (size_t i = 0; i < n; i++) {
		if (!cells[i].sex || (f->sex && cells[i].sex != f->sex) || !decision_asked(&f->categories, cells[i].category))
			continue;
		if (cells[i].person != last) {
			f->at = arena_grow(f->run->mem, f->at, f->n, &f->room, sizeof *f->at);
			f->at[f->n++] = (struct found){.person = last = cells[i].person, .agency = agency};
		}
		f->at[f->n - 1].records += cells[i].records;
	}
}

static void find_all(struct db *db, void *with)
{
	struct finding *f = with;
	const struct decision_ask *a = f->run->ask;

	f->n = 0;
	hours_deciders(db, f->run->mem, a->year, f->span->low, f->span->high, add_agency, f);
}

static int by_agency(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return (x->agency > y->agency) - (x->agency < y->agency);
}

static int by_person(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->person != y->person ? (x->person > y->person) - (x->person < y->person) : by_agency(a, b);
}

static int by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->place != y->place ? x->place - y->place : by_person(a, b);
}

static int by_place_down(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->place != y->place ? y->place - x->place : by_person(a, b);
}

static int by_name(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : by_person(a, b);
}

static void sort(struct found *at, size_t n, int (*order)(const void *, const void *))
{
	if (n)
		qsort(at, n, sizeof *at, order);
}

/* Each has the place of its agency. */
static void set_places(struct finding *f)
{
	struct rows *r = db_run(f->run->db, &decision_places, AGENCIES(f->span));
	struct found *places = arena_array(f->run->mem, (size_t)r->n, sizeof *places);
	int at = 0;

	for (int i = 0; i < r->n; i++)
		places[i] = (struct found){.agency = row_cell(r, i, 0)->i, .place = i};
	sort(places, (size_t)r->n, by_agency);
	sort(f->at, f->n, by_agency);
	for (size_t i = 0; i < f->n; i++) {
		while (at < r->n && places[at].agency < f->at[i].agency)
			at++;
		f->at[i].place = at < r->n && places[at].agency == f->at[i].agency ? places[at].place : r->n;
	}
}

static const char *ids_json(struct arena *mem, const struct found *at, size_t n, bool agencies)
{
	struct text list = text_new(mem, n * 21 + 16);
	struct json j = json_new(&list);

	json_list(&j);
	for (size_t i = 0; i < n; i++)
		if (!agencies || !i || at[i].agency != at[i - 1].agency)
			json_int(&j, agencies ? at[i].agency : at[i].person);
	json_end(&j);
	return list.at;
}

/* Who was in several agencies is counted in that of the last record alone. */
static void once(struct finding *f)
{
	const struct decision_ask *a = f->run->ask;
	struct arena *mem = f->run->mem;
	struct found *several = arena_array(mem, f->n, sizeof *several);
	size_t n = 0, kept = 0;

	sort(f->at, f->n, by_person);
	for (size_t i = 0; i < f->n; i++)
		if (i && f->at[i].person == f->at[i - 1].person && !(n && several[n - 1].person == f->at[i].person))
			several[n++] = f->at[i];
	struct rows *last = n ? db_run(f->run->db, &decision_last, A(ids_json(mem, several, n, false)), AGENCIES(f->span), A(a->year),
		A(report_chosen_json(mem, a->categories)), A(f->sex)) : NULL;

	for (size_t i = 0, s = 0; i < f->n; i++) {
		while (last && s < (size_t)last->n && row_cell(last, (int)s, 0)->i < f->at[i].person)
			s++;
		bool moved = last && s < (size_t)last->n && row_cell(last, (int)s, 0)->i == f->at[i].person;

		if (!moved || row_cell(last, (int)s, 1)->i == f->at[i].agency)
			f->at[kept++] = f->at[i];
	}
	f->n = kept;
}

static int by_place_and_name(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->place != y->place ? x->place - y->place : by_name(a, b);
}

static int by_place_down_and_name(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	return x->place != y->place ? y->place - x->place : by_name(a, b);
}

/* Of some of them, in an order that knows names. */
static void name_them(struct finding *f, size_t from, size_t to, int (*order)(const void *, const void *))
{
	struct found *at = f->at + from;
	size_t n = to - from;

	sort(at, n, by_person);
	struct rows *names = db_run(f->run->db, &decision_names, A(ids_json(f->run->mem, at, n, false)));

	for (size_t i = 0; i < n; i++)
		at[i].key = i < (size_t)names->n ? row_cell(names, (int)i, 1)->s : "";
	sort(at, n, order);
}

/* The agencies whose rows reach into a page: f->at[*first] to before f->at[*last]; gives how many rows stand before them. */
static int64_t around(const struct finding *f, bool records, int64_t offset, int64_t most, size_t *first, size_t *last)
{
	int64_t seen = 0, before = 0;

	*first = *last = f->n;
	for (size_t i = 0, next; i < f->n && seen < offset + most; i = next) {
		int64_t n = 0;

		for (next = i; next < f->n && f->at[next].place == f->at[i].place; next++)
			n += records ? f->at[next].records : 1;
		if (seen + n > offset && *first == f->n)
			*first = i, before = seen;
		seen += n;
		*last = next;
	}
	return before;
}

static struct finding find(struct report_run *run, const struct report_cell_of *of, const struct agency_span *span)
{
	struct finding f = {.run = run, .span = span, .categories = decision_categories(run),
		.sex = text_starts(of->figure, "men") ? 1 : text_starts(of->figure, "women") ? 2 : 0};

	db_tx_read(run->db, find_all, &f);
	set_places(&f);
	return f;
}

bool decision_people_listed(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct decision_ask *a = run->ask;
	struct agency_span span;

	if (!report_row_agencies(l->r, run, of, &span))
		return false;
	struct finding f = find(run, of, &span);
	bool page = report_list_is_page(l), named = text_is(l->sort, "name"), down = text_is(l->sort, "-agency_code");

	once(&f);
	report_list_clamp(l, (int64_t)f.n);
	int64_t offset = (int64_t)(l->page - 1) * l->per, before = 0, total = (int64_t)f.n;
	size_t first = 0, last = f.n;

	page &= named || down || text_is(l->sort, "agency_code");
	sort(f.at, f.n, down ? by_place_down : by_place);
	if (page && !named)
		before = around(&f, false, offset, l->per, &first, &last);
	if (page) {
		name_them(&f, first, last, named ? by_name : down ? by_place_down_and_name : by_place_and_name);
		first += (size_t)(offset - before);
		last = last - first > (size_t)l->per ? first + (size_t)l->per : last;
	}
	return list_run(l, &decision_people, AGENCIES(&span), A(a->year), A(report_chosen_json(run->mem, a->categories)), A(f.sex),
		A(ids_json(run->mem, f.at + first, last - first, false)), A(total), A(page ? 0 : 1));
}

bool decision_records_listed(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct decision_ask *a = run->ask;
	struct agency_span span;

	if (!report_row_agencies(l->r, run, of, &span))
		return false;
	struct finding f = find(run, of, &span);
	int64_t total = 0, before = 0;
	size_t first = 0, last = f.n;

	for (size_t i = 0; i < f.n; i++)
		total += f.at[i].records;
	report_list_clamp(l, total);
	sort(f.at, f.n, by_place);
	if (report_list_is_page(l) && text_is(l->sort, "agency_name"))
		before = around(&f, true, (int64_t)(l->page - 1) * l->per, l->per, &first, &last);
	else if (report_list_too_large(l, total))
		return false;
	return list_run(l, &decision_records, A(ids_json(run->mem, f.at + first, last - first, true)), A(a->year),
		A(report_chosen_json(run->mem, a->categories)), A(f.sex), A(total), A(before));
}
