/* book.c: what is looked up for every row and small enough to hold: courses, institutions, agencies, codes, 類別維護. */
#include <stdlib.h>
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"
#include "db/bulk.h"

enum { DEPTH_MOST = 64, INDEX_PAGES = 32 };               /* MiB: the index by person of a year of a million records has 20 */

static int mode_number(const char *stored)
{
	return text_is(stored, "digital") ? HOURS_DIGITAL : text_is(stored, "physical") ? HOURS_PHYSICAL : HOURS_BLENDED;
}

static void read_courses(struct hours_book *b, struct db *db, struct arena *mem, int64_t agency)
{
	struct rows *r = db_run(db, &hours_courses, A(agency));
	struct hours_course *to = arena_array(mem, (size_t)r->n, sizeof *to);

	for (int i = 0; i < r->n; i++)
		to[i] = (struct hours_course){.id = row_int(r, i, "id"), .term_no = row_int(r, i, "term_no"), .category = row_int(r, i, "category"),
			.hours = row_int(r, i, "certified_hours"), .digital = row_int(r, i, "digital_hours"), .code = row_text(r, i, "code"),
			.mode = mode_number(row_text(r, i, "mode")), .start = moment_date(row_moment(r, i, "start_at")),
			.end = moment_date(row_moment(r, i, "end_at"))};
	b->courses = to;
	b->n_courses = r->n;
}

static void read_institutions(struct hours_book *b, struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &hours_institutions);
	struct institution_known *to = arena_array(mem, (size_t)r->n, sizeof *to);

	for (int i = 0; i < r->n; i++) {
		to[i] = (struct institution_known){row_text(r, i, "name"), row_int(r, i, "id"), 3};
		for (int k = 1; hours_institution_kinds[k]; k++)
			if (text_is(hours_institution_kinds[k], row_text(r, i, "kind")))
				to[i].kind = k;
	}
	b->institutions = to;
	b->n_institutions = r->n;
}

static void read_agencies(struct hours_book *b, struct db *db, struct arena *mem)
{
	struct rows *r = db_run(db, &hours_agencies), *c = db_run(db, &hours_choices);
	struct hours_owner *to = arena_array(mem, (size_t)r->n, sizeof *to);
	struct category_choice *choices = arena_array(mem, (size_t)c->n, sizeof *choices);

	for (int i = 0; i < r->n; i++)
		to[i] = (struct hours_owner){row_int(r, i, "id"), row_int(r, i, "parent"), row_text(r, i, "name")};
	for (int i = 0; i < c->n; i++)
		choices[i] = (struct category_choice){row_int(c, i, "agency"), row_int(c, i, "category")};
	b->agencies = to;
	b->n_agencies = r->n;
	b->choices = choices;
	b->n_choices = c->n;
}

struct hours_book *hours_book(struct db *db, struct arena *mem)
{
	struct arena *before = db_arena(db);
	struct hours_book *b = arena_get(mem, sizeof *b);

	db_use_arena(db, mem);
	b->study_category = "499";
	b->codes = code_book(db, mem);
	read_institutions(b, db, mem);
	read_agencies(b, db, mem);
	db_use_arena(db, before);
	return b;
}

static void *begin(struct import *im, enum hours_kind kind)
{
	struct hours_book *b = hours_book(im->db, im->mem);

	b->kind = kind;
	hours_more_fields(b, im->kind->fields);
	if (kind == HOURS_OPENED)
		read_courses(b, im->db, im->mem, im->agency);
	b->learners = learners_new(im);
	db_bulk_pages(im->db, INDEX_PAGES);
	return b;
}

void *hours_opened_begin(struct import *im)
{
	return begin(im, HOURS_OPENED);
}

void *hours_unopened_begin(struct import *im)
{
	return begin(im, HOURS_UNOPENED);
}

void *hours_study_begin(struct import *im)
{
	return begin(im, HOURS_STUDY);
}

/* ---- asking */

int64_t hours_code_id(const struct hours_book *b, const char *table, const char *code)
{
	const struct code_item *c = NULL;

	code_look_up(b->codes, table, code, (struct date){0}, &c);
	return c ? c->id : 0;
}

static int by_course(const void *a, const void *b)
{
	const struct hours_course *x = a, *y = b;
	int order = strcmp(x->code, y->code);

	return order ? order : (x->term_no > y->term_no) - (x->term_no < y->term_no);
}

const struct hours_course *hours_course_of(const struct hours_book *b, const char *code, int64_t term_no)
{
	return bsearch(&(struct hours_course){.code = code, .term_no = term_no}, b->courses, (size_t)b->n_courses, sizeof *b->courses, by_course);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct institution_known *)a)->name, ((const struct institution_known *)b)->name);
}

const struct institution_known *hours_institution_of(const struct hours_book *b, const char *name)
{
	return bsearch(&(struct institution_known){.name = name}, b->institutions, (size_t)b->n_institutions, sizeof *b->institutions, by_name);
}

static int by_id(const void *a, const void *b)
{
	const struct hours_owner *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

const struct hours_owner *hours_agency_of(const struct hours_book *b, int64_t agency)
{
	return bsearch(&(struct hours_owner){.id = agency}, b->agencies, (size_t)b->n_agencies, sizeof *b->agencies, by_id);
}

bool hours_below(const struct hours_book *b, int64_t agency, int64_t top)
{
	for (int depth = 0; agency && depth < DEPTH_MOST; depth++) {
		const struct hours_owner *a = agency == top ? NULL : hours_agency_of(b, agency);

		if (!a)
			return agency == top;
		agency = a->parent;
	}
	return false;
}

/* The first choice of an agency, -1: it has made none. */
static int choices_of(const struct hours_book *b, int64_t agency)
{
	int low = 0, high = b->n_choices;

	while (low < high) {
		int middle = (low + high) / 2;

		if (b->choices[middle].agency < agency)
			low = middle + 1;
		else
			high = middle;
	}
	return low < b->n_choices && b->choices[low].agency == agency ? low : -1;
}

/* An agency's own choice, else that of the nearest one above it, else that of 總處 (agency 0).   LEARN-531, 532 */
bool hours_business(const struct hours_book *b, int64_t agency, int64_t category)
{
	int at = -1;

	for (int depth = 0; agency && depth < DEPTH_MOST && (at = choices_of(b, agency)) < 0; depth++) {
		const struct hours_owner *a = hours_agency_of(b, agency);

		agency = a ? a->parent : 0;
	}
	if (at < 0)
		at = choices_of(b, 0);
	for (int64_t own = at < 0 ? 0 : b->choices[at].agency; at >= 0 && at < b->n_choices && b->choices[at].agency == own; at++)
		if (b->choices[at].category == category)
			return true;
	return false;
}
