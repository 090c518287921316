/* judge.c: how rows stand to what is stored: new, changed, the same, or why they can't be taken.   LEARN-290 … 304
 *
 * Rows come in the order of their keys, so those of a class stand together: a class is looked up once, and a new one holds nobody. */
#include <stdlib.h>
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/json_flat.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20, MORE_MOST = 8192, SPARE = 16 };

/* The rows of one class, and what is stored of it. */
struct bundle { struct hours_class *class; int from, to; };
/* A stored record, as the statements give it. */
enum { ID, PERSON, VERSION, BATCH, OWNER, AGENCY, CATEGORY, FACTS, MORE };

/* ---- what is seldom given, as JSON                                                                             */

static const char *const more_names[HOURS_MORE] = {"term", "score", "certificate_no", "county", "degree", "semester", "note"};

void hours_more_fields(struct hours_book *b, const struct field *fields)
{
	for (int i = 0; i < HOURS_MORE; i++)
		b->more[i] = field_named(fields, more_names[i]);
}

const char *hours_more(struct arena *mem, const struct import *im, const struct import_row *row, const char *stored)
{
	struct text t = {0};
	struct json j = {0};
	struct json_pairs pairs = {0};
	int hint = 0;

	for (int i = 0; i < HOURS_MORE; i++) {
		const struct field *f = ((const struct hours_book *)im->references)->more[i];
		const char *given = f ? *(const char *const *)((const char *)row->record + f->at) : "";

		if (!t.at && !*given && !stored)
			continue;
		if (!t.at) {
			t = text_new(mem, MORE_MOST);
			j = json_new(&t);
			json_begin(&j);
			if (stored && !json_flat(mem, stored, &pairs))
				pairs.n = 0;
		}
		const struct json_pair *was = json_flat_find(&pairs, more_names[i], &hint);

		given = *given ? given : was ? was->text : "";
		if (!*given)
			continue;
		json_key(&j, more_names[i]);
		json_text(&j, given);
	}
	if (!t.at)
		return NULL;
	json_end(&j);
	return t.n > 2 ? t.at : NULL;
}

/* ---- classes */

static size_t class_part(const char *key)
{
	return (size_t)(strrchr(key, '\x1F') - key);
}

static struct hours_class *class_of(struct import *im, const struct hours_row *r)
{
	const struct hours_book *b = im->references;
	struct hours_class *c = arena_get(im->piece, sizeof *c);

	*c = (struct hours_class){.kind = b->kind, .institution = r->institution ? r->institution : "", .name = r->title ? r->title : "",
		.start = r->start, .end = r->end};
	if (b->kind == HOURS_OPENED) {
		const struct hours_course *course = hours_course_of(b, r->course_code, r->term_no);

		if (!course)
			return NULL;
		c->course = course->id;
		c->start = course->start;
		c->end = course->end;
		c->category = course->category;
	} else if (b->kind == HOURS_STUDY) {
		c->study_kind = hours_code_id(b, "study_kind", r->study_kind);
		c->category = hours_code_id(b, "course_category", b->study_category);
	} else {
		c->category = hours_code_id(b, "course_category", r->category);
		c->institution_kind = hours_code_number(&r->institution_kind);
	}
	class_key_make(im->piece, c);
	return c;
}

static int bundle_rows(struct import *im, const struct import_row *rows, int n, struct bundle *to)
{
	int bundles = 0;

	for (int i = 0; i < n; i++) {
		size_t part = class_part(rows[i].key);

		if (i && class_part(rows[i - 1].key) == part && !memcmp(rows[i].key, rows[i - 1].key, part)) {
			to[bundles - 1].to = i + 1;
			continue;
		}
		to[bundles++] = (struct bundle){class_of(im, rows[i].record), i, i + 1};
	}
	return bundles;
}

static void look_up_classes(struct import *im, const struct bundle *b, int n)
{
	struct hours_class **all = arena_array(im->piece, (size_t)n, sizeof(struct hours_class *));
	int known = 0;

	for (int i = 0; i < n; i++)
		if (b[i].class)
			all[known++] = b[i].class;
	if (known)
		classes_look_up(im->db, im->piece, all, known);
}

/* ---- the person, and what the row shall be */

static void meet(struct import *im, struct import_row *row, struct hours_class *class)
{
	const struct hours_book *b = im->references;
	const struct hours_row *r = row->record;
	struct known *k = row->found = arena_get(im->piece, sizeof *k);

	row->outcome = IMPORT_CREATE;
	*k = (struct known){.class = class, .learner = hours_learner_of(b->learners, r->national_id)};
	if (!class)
		import_issue(im, row, "course_code", "E-HRS-04", r->course_code, arena_print(im->piece, "%lld", (long long)r->term_no));
	else if (class->clash)
		import_issue(im, row, "title", "E-DUP-01", class->name);
	if (!k->learner)
		import_issue(im, row, "national_id", "E-ID-03");
	else if (*r->name && hours_name_number(r->name) != k->learner->name)
		import_issue(im, row, "national_id", "E-HRS-05");
	if (row->outcome == IMPORT_REJECT)
		return;
	k->span = hours_learner_on(b->learners, k->learner, class->start);
	k->agency = k->span ? k->span->agency : 0;
	k->category = class->category;
}

/* Hours at private institutions are looked at by the person's agency first.   LEARN-304 */
static enum hours_review review_of(const struct hours_book *b, const struct hours_row *r, const struct hours_class *class)
{
	if (b->kind != HOURS_UNOPENED)
		return REVIEW_NONE;
	if (r->institution_kind.id && *r->institution_kind.id)
		return *r->institution_kind.id == '3' ? REVIEW_PENDING : REVIEW_NONE;
	const struct institution_known *known = hours_institution_of(b, class->institution);

	return known && known->kind != 3 ? REVIEW_NONE : REVIEW_PENDING;
}

/* What the file says of the hours themselves. */
static struct facts facts_of(const struct hours_row *r)
{
	return (struct facts){.amount = (int)r->amount, .unit = hours_code_number(&r->unit), .hours = (int)(r->digital + r->physical),
		.digital = (int)r->digital, .mode = hours_code_number(&r->mode), .cert = *r->cert.id == '2' ? CERT_FAILED : CERT_PASSED,
		.business = *r->business.id == 'Y'};
}

static void make_new(struct import *im, struct import_row *row, struct known *k)
{
	const struct hours_row *r = row->record;

	k->now = facts_of(r);
	k->now.review = review_of(im->references, r, k->class);
	if (!*r->business.id)
		k->now.business = hours_business(im->references, k->agency, k->category);
	k->more = hours_more(im->piece, im, row, NULL);
}

static struct facts unpack_facts(int64_t f)
{
	return (struct facts){.business = f & 1, .review = (int)(f >> 1 & 3), .cert = (int)(f >> 3 & 3), .mode = (int)(f >> 5 & 3),
		.digital = (int)(f >> 7 & 0x3FFFF), .hours = (int)(f >> 25 & 0x3FFFF), .unit = (int)(f >> 43 & 7), .amount = (int)(f >> 46)};
}

static bool same_facts(const struct facts *a, const struct facts *b)
{
	return a->amount == b->amount && a->unit == b->unit && a->hours == b->hours && a->digital == b->digital && a->mode == b->mode &&
		a->cert == b->cert && a->review == b->review && a->business == b->business;
}

static void refuse_foreign(struct import *im, struct import_row *row, int64_t owner)
{
	const struct hours_owner *a = hours_agency_of(im->references, owner);

	import_issue(im, row, "national_id", "E-HRS-06", a ? a->name : "");
}

/* An empty optional cell leaves what is stored.   LEARN-302 */
static void compare(struct import *im, struct import_row *row, struct known *k, const struct value *c)
{
	const struct hours_row *r = row->record;

	k->record = c[ID].i;
	k->version = c[VERSION].i;
	k->agency = c[AGENCY].i;
	k->category = c[CATEGORY].i;
	k->then = unpack_facts(c[FACTS].i);
	k->was_more = c[MORE].kind == VALUE_NULL ? NULL : c[MORE].s;
	k->now = facts_of(r);
	k->now.review = k->then.review;
	if (!*r->business.id)
		k->now.business = k->then.business;
	if (!*r->cert.id && k->then.cert != CERT_PENDING)
		k->now.cert = k->then.cert;
	k->more = hours_more(im->piece, im, row, k->was_more);
	row->outcome = same_facts(&k->now, &k->then) && text_is(k->more, k->was_more) ? IMPORT_UNCHANGED : IMPORT_UPDATE;
	if (!im->all_agencies && !hours_below(im->references, c[OWNER].i, im->agency))
		refuse_foreign(im, row, c[OWNER].i);
}

/* ---- records of a class */

static bool is_hidden(const struct rows *hidden, int64_t batch)
{
	for (int i = 0; i < hidden->n; i++)
		if (row_cell(hidden, i, 0)->i == batch)
			return true;
	return false;
}

static void take_stored(struct import *im, struct import_row *row, const struct value *c, const struct rows *hidden)
{
	if (is_hidden(hidden, c[BATCH].i))
		import_issue(im, row, "national_id", "ERR_IMPORT_BUSY", ((const struct hours_row *)row->record)->national_id);
	else
		compare(im, row, row->found, c);
}

static int by_person(const void *a, const void *b)
{
	const struct import_row *x = *(struct import_row *const *)a, *y = *(struct import_row *const *)b;
	int64_t one = ((struct known *)x->found)->learner->id, other = ((struct known *)y->found)->learner->id;

	return (one > other) - (one < other);
}

/* All records of the class if they are not many more than the rows, else those of the rows' persons; by person. */
static struct rows *stored_of(struct import *im, const struct hours_class *c, struct import_row *const *rows, int n)
{
	int64_t most = (int64_t)n * 4 + SPARE;
	struct rows *r = db_run(im->db, &hours_class_records, A(c->roc_year), A(c->id), A(most));

	if (r->n < most)
		return r;
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_int(&j, ((struct known *)rows[i]->found)->learner->id);
	json_end(&j);
	return db_run(im->db, &hours_class_some, A(c->roc_year), A(c->id), A(list.at));
}

static void merge(struct import *im, const struct bundle *b, struct import_row *rows, const struct rows *hidden)
{
	struct import_row **at = arena_array(im->piece, (size_t)(b->to - b->from), sizeof(struct import_row *));
	int n = 0;

	for (int i = b->from; i < b->to; i++)
		if (rows[i].outcome == IMPORT_CREATE)
			at[n++] = &rows[i];
	if (!n)
		return;
	qsort(at, (size_t)n, sizeof *at, by_person);
	struct rows *r = stored_of(im, b->class, at, n);

	for (int i = 0, k = 0; i < r->n && k < n; i++) {
		const struct value *c = row_cell(r, i, 0);

		while (k < n && ((struct known *)at[k]->found)->learner->id < c[PERSON].i)
			k++;
		if (k < n && ((struct known *)at[k]->found)->learner->id == c[PERSON].i)
			take_stored(im, at[k], c, hidden);
	}
}

/* W-CSV-03: the same person in a class that a reader would take for this one. */
static void doubt(struct import *im, struct import_row *row)
{
	const struct known *k = row->found;

	for (const struct hours_class *near = k->class->near; near; near = near->near) {
		bool title = !text_is(near->name, k->class->name);

		if (db_run(im->db, &hours_class_person, A(near->roc_year), A(near->id), A(k->learner->id))->n)
			import_doubt(im, row, title ? "title" : "institution", "W-CSV-03", title ? k->class->name : k->class->institution,
				title ? near->name : near->institution);
	}
}

void hours_judge(struct import *im, struct import_row *rows, int n)
{
	const struct hours_book *book = im->references;
	struct bundle *b = arena_array(im->piece, (size_t)n, sizeof *b);
	struct rows *hidden = db_run(im->db, &hours_hidden, A(im->batch));
	int bundles = bundle_rows(im, rows, n, b);

	learners_meet(book->learners, im, rows, n);
	look_up_classes(im, b, bundles);
	for (int i = 0; i < bundles; i++) {
		for (int k = b[i].from; k < b[i].to; k++)
			meet(im, &rows[k], b[i].class);
		if (b[i].class && b[i].class->id)
			merge(im, &b[i], rows, hidden);
	}
	hours_births(im, rows, n);
	for (int i = 0; i < n; i++) {
		if (rows[i].outcome != IMPORT_CREATE)
			continue;
		make_new(im, &rows[i], rows[i].found);
		if (((struct known *)rows[i].found)->class->near)
			doubt(im, &rows[i]);
	}
}
