/* store.c: a roster's rows into the database, out of it again, and the decisions about those that differ. */
#include <string.h>

#include "app/audit/audit.h"
#include "app/roster/private.h"
#include "app/roster/roster.sql.h"
#include "app/trainee/trainee.h"
#include "base/collate.h"
#include "base/text.h"

/* ---- making rows */

struct feed { struct import *im; struct import_row *rows; int n, at; const char *last; };

static bool is_new_person(const struct import_row *row)
{
	return row->outcome == IMPORT_CREATE && !((const struct known *)row->found)->person;
}

static bool next_person(void *with, struct value *to)
{
	struct feed *f = with;
	const struct roster *r = NULL;

	for (; f->at < f->n; f->at++) {
		r = f->rows[f->at].record;
		if (is_new_person(&f->rows[f->at]) && strcmp(r->national_id, f->last))
			break;
	}
	if (f->at == f->n)
		return false;
	f->at++;
	f->last = r->national_id;
	to[0] = A(r->national_id), to[1] = A(r->name), to[2] = A(collate_key(f->im->piece, r->name)), to[3] = A(r->sex.id);
	to[4] = A(r->birth_date), to[5] = A(f->im->batch);
	return true;
}

/* They were put in in the order of the rows, and ids only grow. */
static void name_persons(struct import *im, struct import_row *rows, int n, const struct rows *ids)
{
	const char *last = "";
	int64_t id = 0;
	int at = 0;

	for (int i = 0; i < n; i++) {
		const struct roster *r = rows[i].record;

		if (!is_new_person(&rows[i]))
			continue;
		if (strcmp(r->national_id, last))
			id = at < ids->n ? row_cell(ids, at++, 0)->i : 0;
		last = r->national_id;
		((struct known *)rows[i].found)->person = id;
	}
	if (at != ids->n)
		db_undo(im->db);
}

static void put_persons(struct import *im, struct import_row *rows, int n)
{
	int64_t before = row_int(db_run(im->db, &roster_person_last), 0, "id");
	int64_t made = db_load(im->db, &roster_person_put, next_person, &(struct feed){im, rows, n, 0, ""});

	if (!made)
		return;
	struct rows *ids = db_run(im->db, &roster_person_ids, A(before), A(im->batch));

	if (db_undone(im->db))
		return;
	name_persons(im, rows, n, ids);
	import_made(im, "person", before, row_cell(ids, ids->n - 1, 0)->i);
}

static void admission_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct roster *r = row->record;
	const struct known *k = row->found;

	to[0] = A(k->person), to[1] = A(k->exam), to[2] = value_id_or_null(k->agency), to[3] = A(r->exam_level), to[4] = A(r->exam_category);
	to[5] = value_text_or_null(r->education_score), to[6] = A(k->agency ? im->now : (struct moment){0}), to[7] = A(im->batch);
	to[8] = value_text_or_null(r->listed.id), to[9] = A(r->published);
}

static const struct import_target admissions = {
	.what = "admission", .newest = &roster_admission_last, .put = &roster_admission_put, .values = admission_values,
};

static void change_values(struct import *im, const struct import_row *row, const void *nothing, struct value *to)
{
	(void)nothing;
	const struct roster *r = row->record;
	const struct known *k = row->found;
	bool agency = k->agency && !k->stored_agency;

	to[0] = A(im->batch), to[1] = A(k->admission), to[2] = A(k->version), to[3] = value_id_or_null(agency ? k->agency : 0);
	to[4] = value_text_or_null(*k->score ? "" : r->education_score), to[5] = A(agency ? im->now : (struct moment){0});
	to[6] = value_id_or_null(k->stored_agency), to[7] = value_text_or_null(k->score);
	to[9] = value_text_or_null(*k->listed ? "" : r->listed.id), to[10] = A(date_set(k->published) ? (struct date){0} : r->published);
}

void roster_store(struct import *im, struct import_row *rows, int n)
{
	put_persons(im, rows, n);
	import_create(im, &admissions, rows, n, NULL);
	import_load(im, &roster_change_put, rows, n, IMPORT_UPDATE, change_values, NULL);
}

/* What else is kept of the person goes along. */
static void move(struct import *im, int64_t admission, int64_t from, int64_t to, const char *how, struct moment undoes)
{
	trainee_moved(im->db, &(struct trainee_move){.admission = admission, .from = from, .to = to, .account = im->account, .now = im->now,
		.how = how, .back = undoes.seconds, .taken_over = undoes});
}

/* Whom the batch gave an agency, or gives it no more: of few is more kept than the admission. */
static void move_all(struct import *im, const struct rows *r, bool back)
{
	for (int i = 0; i < r->n; i++) {
		int64_t agency = row_int(r, i, "agency"), before = row_int(r, i, "before_agency");

		move(im, row_int(r, i, "admission"), back ? agency : before, back ? before : agency, "經保訓會還原錄取人員名冊之匯入",
			back ? row_moment(r, i, "taken_over") : (struct moment){0});
	}
}

int64_t roster_apply(struct import *im)
{
	db_run(im->db, &roster_change_apply, A(im->batch));
	int64_t applied = db_changed(im->db);

	move_all(im, db_run(im->db, &roster_change_moved, A(im->batch)), false);
	return applied;
}

/* ---- removing them */

void roster_sweep(struct import *im, const char *what, int64_t first, int64_t last)
{
	if (!what)
		db_run(im->db, &roster_change_drop, A(im->batch));
	else if (text_is(what, "admission"))
		db_run(im->db, &roster_admission_sweep, A(im->batch), A(first), A(last));
	else
		db_run(im->db, &roster_person_sweep, A(im->batch), A(first), A(last));
}

void roster_take_back(struct import *im)
{
	db_run(im->db, &roster_release, A(im->batch));
	struct rows *moved = db_run(im->db, &roster_change_moved, A(im->batch));

	db_run(im->db, &roster_change_undo, A(im->batch));
	move_all(im, moved, true);
}

/* ---- deciding */

static const char *or_stored(const char *in_file, const char *stored)
{
	return *in_file ? in_file : stored;
}

static bool set_person(struct import *im, const struct roster *r, const struct known *k)
{
	db_run(im->db, &roster_person_set, A(k->person), A(k->person_version), A(r->name), A(collate_key(im->piece, r->name)), A(r->sex.id),
		A(r->birth_date));
	return db_changed(im->db) == 1;
}

static bool set_admission(struct import *im, const struct roster *r, const struct known *k)
{
	db_run(im->db, &roster_admission_set, A(k->admission), A(k->version), A(or_stored(r->exam_level, k->level)),
		A(or_stored(r->exam_category, k->category)), value_id_or_null(k->agency ? k->agency : k->stored_agency),
		value_text_or_null(or_stored(r->education_score, k->score)), A(im->now),
		value_text_or_null(or_stored(r->listed.id ? r->listed.id : "", k->listed)), A(date_set(r->published) ? r->published : k->published));
	bool done = db_changed(im->db) == 1;

	if (done && k->agency && k->agency != k->stored_agency)
		move(im, k->admission, k->stored_agency, k->agency,
			arena_print(im->piece, "經保訓會依錄取人員名冊改分發至機關代碼 %s", r->agency_code), (struct moment){0});
	return done;
}

static void put_admission(struct import *im, const struct roster *r, const struct known *k)
{
	db_run(im->db, &roster_admission_put, A(k->person), A(k->exam), value_id_or_null(k->agency), A(r->exam_level), A(r->exam_category),
		value_text_or_null(r->education_score), A(k->agency ? im->now : (struct moment){0}), (struct value){.kind = VALUE_NULL},
		value_text_or_null(r->listed.id), A(r->published));
}

static void log_taken(struct import *im, const struct known *k, const struct roster *r)
{
	struct roster before = {.exam_year = r->exam_year, .exam_code = r->exam_code, .national_id = r->national_id, .name = k->name,
		.sex = *code_find(sex_codes, k->sex), .birth_date = k->birth_date, .exam_level = k->level ? k->level : "",
		.exam_category = k->category ? k->category : "", .agency_code = k->agency_code ? k->agency_code : "",
		.education_score = k->score ? k->score : "", .listed = {k->listed ? k->listed : "", k->listed ? listed_label(k->listed) : ""},
		.published = k->published};
	const char *from, *to;

	if (record_changes(roster_fields, im->piece, &before, r, &from, &to))
		audit_add(im->db, &(struct audit_event){.account = im->account, .agency = im->agency, .action = "roster.take",
			.subject_kind = k->admission ? "trainee" : "person", .subject = k->admission ? k->admission : k->person,
			.before = from, .after = to, .at = im->now});
}

/* Looked up anew: what the page showed may have changed.  Kept: an admission that is missing is made all the same, with the
 * person's data as they are stored. */
bool roster_decide(struct import *im, struct import_row *row, bool take)
{
	const struct roster *r = row->record;
	const struct known *k;

	roster_judge(im, row, 1);
	k = row->found;
	if (row->outcome == IMPORT_REJECT || !k->person)
		return false;
	if (take && !set_person(im, r, k))
		return false;
	if (take && k->admission && !set_admission(im, r, k))
		return false;
	if (!k->admission)
		put_admission(im, r, k);
	if (take)
		log_taken(im, k, r);
	return !db_undone(im->db);
}
