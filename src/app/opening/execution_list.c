/* execution_list.c: the courses and the records behind the numbers of RPT-8: what is kept of agencies says in which of them a page lies, so that
 * only their courses, and of these only the page's, are read. */
#include <string.h>

#include "app/personal/personal.h"
#include "app/registration/registration.h"
#include "app/opening/course.sql.h"
#include "app/opening/execution.h"

bool execution_rows_of(struct report_run *run, const char *row, struct execution_rows *to)
{
	const struct execution_ask *a = run->ask;
	const char *kind = a->kind.id;
	struct agency_span one;

	*to = (struct execution_rows){.categories = code_places(run, "course_category", a->categories, false),
		.ranks = code_places(run, "rank", a->ranks, true), .year = a->year, .span = run->span, .by_rank = text_is(kind, "rank")};
	if (text_is(row, "total"))
		return true;
	if (text_is(kind, "category"))
		return (to->category = code_place_of(&to->categories, row)) != 0;
	if (to->by_rank)
		return (to->rank = code_place_of(&to->ranks, row)) != 0;
	if (text_is(kind, "course"))
		return text_to_int(row, 1, UINT32_MAX, &to->course);
	struct agency_places all = agency_places(run);
	int place = agency_place_of(&all, row);

	if (!place || !agency_span_of(run->db, run->mem, agency_at(&all, place), &one))
		return false;
	to->span = one;
	to->span.high = one.low;
	return true;
}

static bool is_listed(const void *with, int64_t agency, const struct course_fact *f)
{
	const struct execution_rows *r = with;
	int category = code_place(&r->categories, f->category);

	(void)agency;
	return (f->marks & FACT_ENDS) && category && (!r->category || category == r->category) && (!r->course || f->course == r->course);
}

static bool is_none(const void *with, int64_t agency, const struct course_fact *f)
{
	(void)with, (void)agency, (void)f;
	return false;
}

/* With 職等 the courses of a row are those of the report: 開課班數 knows no 職等. */
bool execution_courses_listed(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	struct execution_rows rows;
	bool there = execution_rows_of(run, of->row, &rows);

	run->span = rows.span;
	return opening_course_list(l, run, rows.year, rows.year, there ? is_listed : is_none, &rows);
}

/* ---- records, and registrations */

const struct field execution_registration_fields[] = {
	FIELD(execution_registration, id, INT, KEY, "報名"),
	FIELD(execution_registration, institution, TEXT, SHOW, "開課機關"),
	FIELD(execution_registration, course_code, TEXT, SHOW, "課程代碼", .not_sorted = true),
	FIELD(execution_registration, term_no, INT, SHOW, "期別", .not_sorted = true),
	FIELD(execution_registration, course_name, TEXT, SHOW, "課程名稱", .not_sorted = true),
	FIELD(execution_registration, category, TEXT, SHOW, "課程類別", .not_sorted = true),
	FIELD(execution_registration, agency_name, TEXT, SHOW, "機關", .not_sorted = true),
	FIELD(execution_registration, unit_name, TEXT, SHOW, "單位", .not_sorted = true),
	FIELD(execution_registration, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(execution_registration, national_id, TEXT, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(execution_registration, title_name, TEXT, SHOW, "職稱", .not_sorted = true),
	FIELD(execution_registration, rank_name, TEXT, SHOW, "官職等", .not_sorted = true),
	FIELD(execution_registration, created, MOMENT, SHOW, "報名時間", .not_sorted = true),
	FIELD(execution_registration, state, CODE, SHOW, "狀態", .list = registration_states, .not_sorted = true),
	{0}
};

void execution_registrations_complete(const struct list *l, struct arena *mem, void *rows, int n)
{
	struct execution_registration *x = rows;
	bool full = personal_is_full(l->r);

	for (int i = 0; i < n; i++)
		x[i].national_id = personal_id(mem, x[i].national_id, full);
}

/* What a number of RPT-8 counts; those before ALL as `cert` is stored. */
enum counted { PENDING, PASSED, FAILED, ALL_RECORDS, REGISTERED, APPROVED };
static const char *const figures[] = {"pending", "passed", "failed", "records", "registered", "approved"};
enum { FIGURES = sizeof figures / sizeof *figures };

/* The agency of each place has `counts` of them. */
struct listing { struct execution_rows rows; enum counted what; struct agency_places agencies; int64_t *counts, total; const char *row;
	bool ranked; };

static int64_t counted_in(const struct course_sum *s, enum counted what)
{
	const int64_t all[FIGURES] = {s->pending, s->passed, s->failed, s->pending + s->passed + s->failed, s->registered, s->approved};

	return all[what];
}

/* The last condition of the statements: a certification or a state, -1: any. */
static int64_t narrower(enum counted what)
{
	return what < ALL_RECORDS ? (int64_t)what : what == APPROVED ? 1 : -1;
}

static void begin(void *with)
{
	struct listing *k = with;

	k->total = 0;
	memset(k->counts, 0, ((size_t)k->agencies.rows->n + 1) * sizeof *k->counts);
}

static void count_agency(void *with, int64_t agency, struct bytes b)
{
	struct listing *k = with;
	struct sum_reader r = sums_of(b);
	struct course_sum s;
	int64_t n = 0;

	while (sum_next(&r, &s))
		n += execution_holds(&k->rows, &s) ? counted_in(&s, k->what) : 0;
	k->counts[agency_place(&k->agencies, agency)] = n;
	k->total += n;
}

static struct rows *counts_of(struct report_run *run, const struct listing *k, const struct course_found *at, size_t n)
{
	const struct execution_ask *a = run->ask;

	return db_run(run->db, k->what >= REGISTERED ? &execution_course_registrations : &execution_course_records,
		A(courses_json(run->mem, at, n)), A(report_chosen_json(run->mem, a->ranks)), A(k->ranked ? k->row : ""), A(k->ranked),
		A(narrower(k->what)));
}

static void count_all(struct report_run *run, struct listing *k)
{
	const struct execution_ask *a = run->ask;
	enum block_part part = *a->ranks || k->rows.by_rank ? *a->categories || !k->rows.by_rank ? BLOCK_CELLS : BLOCK_RANKS : BLOCK_CATEGORIES;

	if (part == BLOCK_CATEGORIES)
		k->rows.ranks = (struct code_places){0};
	k->agencies = agency_places(run);
	k->counts = arena_array(run->mem, (size_t)k->agencies.rows->n + 1, sizeof *k->counts);
	blocks_read(run->db, &k->rows.span, &(struct block_reading){k->rows.year, k->rows.year, part, begin, count_agency, k});
}

/* The agencies in which the records from `offset` on lie, as a narrower span list: their courses, and how many records stand before them. */
static struct courses_found courses_around(struct report_run *run, struct listing *k, int64_t offset, int64_t most, int64_t *before)
{
	struct courses_found to = {NULL, 0};
	size_t room = 0;
	int64_t seen = 0;

	*before = 0;
	for (int i = 1; i <= k->agencies.rows->n && seen < offset + most; seen += k->counts[i++]) {
		struct agency_span one;

		if (seen + k->counts[i] <= offset || !k->counts[i]) {
			*before = to.n ? *before : seen + k->counts[i];
			continue;
		}
		agency_span_of(run->db, run->mem, agency_at(&k->agencies, i), &one);
		one.high = one.low;
		struct courses_found own = opening_courses_found(run, &one, k->rows.year, k->rows.year, is_listed, &k->rows);

		for (size_t c = 0; c < own.n; c++) {
			to.at = arena_grow(run->mem, to.at, to.n, &room, sizeof *to.at);
			to.at[to.n++] = own.at[c];
		}
	}
	return to;
}

static int64_t count_at(const struct rows *counts, uint32_t course)
{
	for (int i = 0; i < counts->n; i++)
		if (row_cell(counts, i, 0)->i == course)
			return row_cell(counts, i, 1)->i;
	return 0;
}

/* Of these courses those with the page. */
static struct courses_found narrowed(struct report_run *run, const struct listing *k, struct courses_found all, int64_t offset, int64_t most,
	int64_t *before)
{
	struct rows *counts = counts_of(run, k, all.at, all.n);
	size_t first = 0;

	for (; first < all.n; first++) {
		int64_t n = count_at(counts, all.at[first].course);

		if (*before + n > offset)
			break;
		*before += n;
	}
	int64_t seen = *before;
	size_t last = first;

	for (; last < all.n && seen < offset + most; last++)
		seen += count_at(counts, all.at[last].course);
	return (struct courses_found){all.at + first, last - first};
}

/* The courses whose records are wanted, and k->total; false: the reply is made. */
static bool find_courses(struct list *l, struct report_run *run, struct listing *k, struct courses_found *to, int64_t *before)
{
	bool whole = k->rows.course || !report_list_is_page(l) || !text_is(l->sort, "institution");

	if (!k->rows.course)
		count_all(run, k);
	if (!k->rows.course && whole && report_list_too_large(l, k->total))
		return false;
	if (whole)
		*to = opening_courses_found(run, &k->rows.span, k->rows.year, k->rows.year, is_listed, &k->rows);
	if (k->rows.course) {
		struct rows *one = counts_of(run, k, to->at, to->n);

		k->total = one->n ? row_int(one, 0, "n") : 0;
	}
	report_list_clamp(l, k->total);
	if (!whole) {
		int64_t offset = (int64_t)(l->page - 1) * l->per;

		*to = courses_around(run, k, offset, l->per, before);
		*to = narrowed(run, k, *to, offset, l->per, before);
	}
	return true;
}

bool execution_records_listed(struct list *l, struct report_run *run, const struct report_cell_of *of)
{
	const struct execution_ask *a = run->ask;
	struct listing k = {.row = of->row, .what = ALL_RECORDS};
	bool there = execution_rows_of(run, of->row, &k.rows);
	struct courses_found courses = {NULL, 0};
	int64_t before = 0;

	for (int i = 0; i < FIGURES; i++)
		k.what = text_is(figures[i], of->figure) ? (enum counted)i : k.what;
	if ((k.what >= REGISTERED) != (l->fields == execution_registration_fields)) {
		reply_refuse(l->r, 404, "E-SCOPE-01");
		return false;
	}
	k.ranked = k.rows.rank != 0;
	if (there && !find_courses(l, run, &k, &courses, &before))
		return false;
	return list_run(l, k.what >= REGISTERED ? &execution_registration_list : &execution_record_list,
		A(courses_json(run->mem, courses.at, courses.n)), A(report_chosen_json(run->mem, a->ranks)), A(k.ranked ? k.row : ""), A(k.ranked),
		A(narrower(k.what)), A(k.total), A(before));
}
