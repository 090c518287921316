/* store.c: rows of a file into the tables, hidden until their batch is shown; what it changes is staged; taking it all back.
 *
 * Sums go in beside, under the batch.  Classes and institutions that a batch made stay when it is taken back: without records nobody
 * sees them, and another batch may have used them meanwhile. */
#include <stdlib.h>
#include <string.h>

#include "app/course/course.h"
#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

enum { LIST_MOST = 8 << 20, VALUES_MOST = 4096, FOLD_AT_ONCE = 2000 };

struct feed { struct import *im; const struct import_row *rows; int n, at; };

static bool is_made(const struct import_row *row)
{
	return row->outcome == IMPORT_CREATE;
}

/* ---- institutions and classes that are new */

static int64_t institution_id(struct import *im, const struct hours_class *c)
{
	const struct hours_book *b = im->references;
	const struct institution_known *known = hours_institution_of(b, c->institution);
	struct rows *r;

	if (known)
		return known->id;
	int kind = c->institution_kind ? c->institution_kind : b->kind == HOURS_STUDY ? 2 : 3;

	db_run(im->db, &hours_institution_put, A(c->institution), A(hours_institution_kinds[kind]));
	r = db_run(im->db, &hours_institution_one, A(c->institution));
	return r->n ? row_int(r, 0, "id") : 0;
}

struct class_feed { struct import *im; struct hours_class **at; int n, next; };

static bool next_class(void *with, struct value *to)
{
	struct class_feed *f = with;

	if (f->next == f->n)
		return false;
	const struct hours_class *c = f->at[f->next++];

	to[0] = A(c->roc_year), to[1] = A((int64_t)c->kind), to[2] = value_id_or_null(c->course), to[3] = value_id_or_null(c->institution_id);
	to[4] = A(c->name), to[5] = A(c->start), to[6] = A(c->end), to[7] = A(c->category), to[8] = value_id_or_null(c->study_kind);
	to[9] = A((int64_t)c->key.fold), to[10] = A((int64_t)c->key.spelt), to[11] = value_id_or_null(f->im->batch);
	return true;
}

/* Each once, in the order of the rows; the institution of the one before is likely that of the next. */
static int gather_classes(struct import *im, const struct import_row *rows, int n, bool made_too, struct hours_class **to)
{
	struct hours_class *last = NULL;
	int count = 0;

	for (int i = 0; i < n; i++) {
		struct hours_class *c = is_made(&rows[i]) ? ((struct known *)rows[i].found)->class : NULL;

		if (!c || c == last || (c->id && !made_too))
			continue;
		if (!c->id && c->kind != HOURS_OPENED)
			c->institution_id = last && last->institution_id && text_is(last->institution, c->institution) ? last->institution_id
				: institution_id(im, c);
		to[count++] = last = c;
	}
	return count;
}

static void put_classes(struct import *im, struct hours_class **all, int n)
{
	int64_t before = row_int(db_run(im->db, &hours_class_last), 0, "id");

	if (!n || !db_load(im->db, &hours_class_put, next_class, &(struct class_feed){im, all, n, 0}))
		return;
	struct rows *r = db_run(im->db, &hours_class_made, A(before), A(im->batch));

	if (r->n != n)
		db_undo(im->db);
	for (int i = 0; i < n && !db_undone(im->db); i++)
		all[i]->id = row_cell(r, i, 0)->i;
}

/* Whose classes they are, from now on. */
static void own_classes(struct import *im, struct hours_class **all, int n)
{
	struct text list = text_new(im->piece, LIST_MOST);
	struct json j = json_new(&list);

	json_list(&j);
	for (int i = 0; i < n; i++)
		json_int(&j, all[i]->id);
	json_end(&j);
	if (n && !db_undone(im->db))
		db_run(im->db, &hours_class_own, A(im->agency), A(list.at));
}

/* ---- records */

static int hours_source_of(const struct import *im)
{
	return text_starts(im->kind->name, "hours_auto") ? SOURCE_CLIENT : SOURCE_BATCH;
}

struct made { struct import *im; const struct known **records; int n, at; };

static int by_person(const void *a, const void *b)
{
	const struct known *x = *(const struct known *const *)a, *y = *(const struct known *const *)b;

	if (x->learner->id != y->learner->id)
		return x->learner->id < y->learner->id ? -1 : 1;
	return (x->class->id > y->class->id) - (x->class->id < y->class->id);
}

/* By person: so the index by person is gone through once, page by page, while the few pages of these rows' classes stay at hand. */
static struct made gather_made(struct import *im, const struct import_row *rows, int n)
{
	struct made m = {.im = im, .records = arena_array(im->piece, (size_t)n, sizeof *m.records)};

	for (int i = 0; i < n; i++)
		if (is_made(&rows[i]))
			m.records[m.n++] = rows[i].found;
	if (m.n)
		qsort(m.records, (size_t)m.n, sizeof *m.records, by_person);
	return m;
}

static bool next_record(void *with, struct value *to)
{
	static const struct posting_span nowhere;
	struct made *f = with;

	if (f->at == f->n)
		return false;
	const struct known *k = f->records[f->at++];
	const struct posting_span *s = k->span ? k->span : &nowhere;

	to[0] = A(k->class->roc_year), to[1] = A(k->class->id), to[2] = A(k->learner->id), to[3] = A(f->im->agency), to[4] = A(s->agency);
	to[5] = value_id_or_null(s->unit), to[6] = value_id_or_null(s->title), to[7] = value_id_or_null(s->rank);
	to[8] = value_id_or_null(s->person_class), to[9] = A(s->is_supervisor), to[10] = A(k->learner->sex), to[11] = A(k->category);
	to[12] = A(k->now.mode), to[13] = A(k->now.amount), to[14] = A(k->now.unit), to[15] = A(k->now.hours), to[16] = A(k->now.digital);
	to[17] = A(k->now.business), to[18] = A(k->now.cert), to[19] = A(k->now.review), to[20] = A(hours_source_of(f->im));
	to[21] = A(k->more), to[22] = A(f->im->batch);
	return true;
}

/* ---- changes */

static void value_pair(struct json *j, const char *label, int64_t was, int64_t is, bool old)
{
	if (was == is)
		return;
	json_key(j, label);
	json_int(j, old ? was : is);
}

static void value_word(struct json *j, const char *label, const struct code *list, int64_t was, int64_t is, bool old)
{
	if (was == is)
		return;
	json_key(j, label);
	json_text(j, hours_code_label(list, old ? was : is));
}

const char *hours_difference(struct arena *mem, const struct facts *was, const struct facts *is, const char *was_more, const char *more,
	bool old)
{
	struct text t = text_new(mem, VALUES_MOST * 4);
	struct json j = json_new(&t);

	json_begin(&j);
	value_pair(&j, "訓練時數", was->hours, is->hours, old);
	value_pair(&j, "數位時數", was->digital, is->digital, old);
	value_pair(&j, "實體時數", was->hours - was->digital, is->hours - is->digital, old);
	value_word(&j, "學習性質", hours_mode_codes, was->mode, is->mode, old);
	value_word(&j, "認證", hours_state_codes, was->cert, is->cert, old);
	value_word(&j, "複核", hours_review_codes, was->review, is->review, old);
	value_word(&j, "與業務相關", hours_business_codes, was->business, is->business, old);
	if (!text_is(was_more, more)) {
		json_key(&j, "其他");
		json_text(&j, old ? was_more ? was_more : "" : more ? more : "");
	}
	json_end(&j);
	return t.at;
}

static bool next_change(void *with, struct value *to)
{
	struct feed *f = with;
	struct arena *mem = f->im->piece;

	while (f->at < f->n && f->rows[f->at].outcome != IMPORT_UPDATE)
		f->at++;
	if (f->at == f->n)
		return false;
	const struct known *k = f->rows[f->at++].found;
	const struct facts *now = &k->now, *then = &k->then;

	to[0] = A(f->im->batch), to[1] = A(k->record), to[2] = A(k->class->roc_year), to[3] = A(k->version), to[4] = A(k->learner->id);
	to[5] = A(k->agency), to[6] = A(k->category), to[7] = A(now->mode), to[8] = A(now->amount), to[9] = A(now->unit), to[10] = A(now->hours);
	to[11] = A(now->digital), to[12] = A(now->business), to[13] = A(now->cert), to[14] = A(now->review), to[15] = A(k->more);
	to[16] = A(then->mode), to[17] = A(then->amount), to[18] = A(then->unit), to[19] = A(then->hours), to[20] = A(then->digital);
	to[21] = A(then->business), to[22] = A(then->cert), to[23] = A(then->review), to[24] = A(k->was_more);
	to[25] = A(hours_difference(mem, then, now, k->was_more, k->more, true));
	to[26] = A(hours_difference(mem, then, now, k->was_more, k->more, false));
	return true;
}

/* ---- a piece */

static void stage_sums(struct import *im, const struct import_row *rows, int n)
{
	struct sums person = {.mem = im->piece}, agency = {.mem = im->piece};

	for (int i = 0; i < n; i++) {
		const struct known *k = rows[i].found;

		if (rows[i].outcome == IMPORT_UPDATE)
			sums_add(&person, &agency, k->class->roc_year, k->learner->id, k->agency, k->category, &k->then, -1);
		if (is_made(&rows[i]) || rows[i].outcome == IMPORT_UPDATE)
			sums_add(&person, &agency, k->class->roc_year, k->learner->id, k->agency, k->category, &k->now, 1);
	}
	sums_stage(im->db, &person, &agency, im->batch, rows[0].index);
}

void hours_store(struct import *im, struct import_row *rows, int n)
{
	struct hours_class **classes = arena_array(im->piece, (size_t)n, sizeof(struct hours_class *));

	put_classes(im, classes, gather_classes(im, rows, n, false, classes));
	own_classes(im, classes, gather_classes(im, rows, n, true, classes));
	if (db_undone(im->db))
		return;
	int64_t before = row_int(db_run(im->db, &hours_record_last), 0, "id");

	struct made made = gather_made(im, rows, n);

	if (db_load(im->db, &hours_record_put, next_record, &made)) {
		int64_t last = row_int(db_run(im->db, &hours_record_last), 0, "id");

		db_run(im->db, &hours_served_made, A(im->batch), A(before + 1), A(last));
		import_made(im, "hours_record", before, last);
	}
	db_load(im->db, &hours_change_put, next_change, &(struct feed){im, rows, n, 0});
	stage_sums(im, rows, n);
}

int64_t hours_apply(struct import *im)
{
	db_run(im->db, &hours_change_apply, A(im->batch), A(im->now), A(im->account));
	int64_t applied = db_changed(im->db);

	db_run(im->db, &hours_change_tell, A(im->batch), A(im->now), A(im->account));
	db_run(im->db, &hours_delivery_mark_batch, A(im->batch));
	return applied;
}

/* A small file's sums at once, a large one's by a job, piece by piece. */
void hours_shown(struct import *im)
{
	courses_changed(im->db, im->agency);
	if (im->rows > FOLD_AT_ONCE)
		job_add(im->db, &hours_fold_job, 0, NULL, im->agency, (struct moment){0});
	else
		while (!db_undone(im->db) && sums_fold_piece(im->db, im->batch))
			;
}

/* ---- removing, taking back */

void hours_sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (what) {
		db_run(im->db, &hours_record_sweep, A(im->batch), A(first), A(last));
		return;
	}
	db_run(im->db, &hours_change_drop, A(im->batch));
	db_run(im->db, &hours_person_drop, A(im->batch));
	db_run(im->db, &hours_agency_drop, A(im->batch));
}

struct rows *hours_touched(struct import *im, int most)
{
	return db_run(im->db, &hours_touched_rows, A(im->batch), A(most));
}

/* What counted counts no more, as a batch of the opposite sign; what was not folded in yet goes along with it.   LEARN-027 */
void hours_take_back(struct import *im)
{
	db_run(im->db, &hours_release, A(im->batch));
	db_run(im->db, &hours_person_move, A(im->batch));
	db_run(im->db, &hours_agency_move, A(im->batch));
	db_run(im->db, &hours_person_back, A(im->batch));
	db_run(im->db, &hours_agency_back, A(im->batch));
	db_run(im->db, &hours_change_undo, A(im->batch), A(im->now), A(im->account));
	db_run(im->db, &hours_change_untell, A(im->batch), A(im->now), A(im->account));
	db_run(im->db, &hours_delivery_mark_batch, A(im->batch));
	db_run(im->db, &hours_delivery_mark_gone, A(im->batch));
	courses_changed(im->db, im->agency);
	job_add(im->db, &hours_fold_job, 0, NULL, im->agency, (struct moment){0});
}
