/* enter.c: a record that is no row of a file: transferred, added by hand, submitted; and every change of one.  The sums go along.
 *                                                                                                LEARN-282 … 288, 306, 315, 316 */
#include <string.h>

#include "app/hours/hours.sql.h"
#include "app/hours/private.h"
#include "base/text.h"

/* ---- one more */

static bool find_class(struct db *db, struct arena *mem, const struct hours_entry *e, struct hours_class *c)
{
	struct hours_class *one = c;

	*c = (struct hours_class){.kind = e->kind, .course = e->course, .institution = e->institution ? e->institution : "",
		.name = e->name ? e->name : "", .start = e->start, .end = e->end, .category = e->category, .study_kind = e->study_kind};
	class_key_make(mem, c);
	classes_look_up(db, mem, &one, 1);
	return !c->clash;
}

/* The institution by its name; a new one is of the kind said. */
static int64_t institution_of(struct db *db, const char *name, const char *kind)
{
	if (!*name)
		return 0;
	db_run(db, &hours_institution_put, A(name), A(kind && *kind ? kind : hours_institution_kinds[3]));
	struct rows *r = db_run(db, &hours_institution_one, A(name));

	return r->n ? row_int(r, 0, "id") : 0;
}

static void make_class(struct db *db, struct hours_class *c, const char *kind)
{
	c->institution_id = institution_of(db, c->institution, kind);
	struct rows *r = db_run(db, &hours_class_new, A(c->roc_year), A((int64_t)c->kind), value_id_or_null(c->course),
		value_id_or_null(c->institution_id),
		A(c->name), A(c->start), A(c->end), A(c->category), value_id_or_null(c->study_kind), A((int64_t)c->key.fold),
			A((int64_t)c->key.spelt));

	c->id = r->n ? row_int(r, 0, "id") : 0;
}

static void own_class(struct db *db, const struct hours_class *c, int64_t owner)
{
	db_run(db, &hours_class_own_one, A(owner), A(c->roc_year), A(c->id));
}

int64_t hours_enter(struct db *db, const struct hours_entry *e, int64_t *there)
{
	struct arena *mem = db_arena(db);
	struct sums person = {.mem = mem}, agency = {.mem = mem};
	struct hours_class c;
	struct rows *r;

	*there = 0;
	if (!find_class(db, mem, e, &c))
		return 0;
	if (c.id && (r = db_run(db, &hours_class_person, A(c.roc_year), A(c.id), A(e->person)))->n) {
		*there = row_int(r, 0, "id");
		return 0;
	}
	if (!c.id)
		make_class(db, &c, e->institution_kind);
	own_class(db, &c, e->owner);
	r = db_run(db, &hours_posting, A(e->person), A(c.start));
	int64_t at = r->n ? row_int(r, 0, "agency") : 0;
	struct facts f = {.amount = (int)e->amount, .unit = (int)e->unit, .hours = (int)e->hours, .digital = (int)e->digital, .mode = (int)e->mode,
		.cert = (int)e->cert, .review = (int)e->review,
		.business = e->business < 0 ? hours_business(hours_book(db, mem), at, c.category) : e->business};

	r = db_run(db, &hours_record_new, A(c.roc_year), A(c.id), A(e->person), A(e->owner), A(c.start), A(c.category),
		A(f.mode), A(f.amount), A(f.unit),
		A(f.hours), A(f.digital), A(f.business), A(f.cert), A(f.review), A((int64_t)e->source), A(e->more), A(e->at), A(e->account));
	if (!r->n)
		return 0;
	db_run(db, &hours_served_one, A(c.roc_year), A(at), A(e->person));
	sums_add(&person, &agency, c.roc_year, e->person, at, c.category, &f, 1);
	sums_write(db, &person, &agency);
	db_run(db, &hours_course_mark, A(c.id));
	return row_int(r, 0, "id");
}

int64_t hours_of_course(struct db *db, int64_t course)
{
	return row_int(db_run(db, &hours_course_count, A(course)), 0, "n");
}

int64_t hours_to_review(struct db *db, int64_t agency)
{
	return row_int(db_run(db, &hours_review_count, A(agency)), 0, "n");
}

/* ---- changes */

void hours_tell(struct db *db, const struct hours_line *l, const struct hours_act *act, const char *was, const char *is)
{
	db_run(db, &hours_revision_put, A(l->id), A(l->version + 1), A(act->at), A(act->account), A(act->name), A(was), A(is),
		A(act->reason ? act->reason : ""));
	db_run(db, &hours_delivery_mark, A(l->id));
	db_run(db, &hours_course_mark, A(l->class));
}

struct facts hours_facts_of(const struct hours_line *l)
{
	return (struct facts){.amount = (int)l->amount, .unit = (int)l->unit, .hours = (int)l->hours,
		.digital = (int)l->digital, .mode = (int)l->mode,
		.cert = (int)l->cert, .review = (int)l->review, .business = (int)l->business};
}

static void recount(struct db *db, const struct hours_line *l, const struct facts *was, const struct facts *is)
{
	struct sums person = {.mem = db_arena(db)}, agency = {.mem = db_arena(db)};

	if (was)
		sums_add(&person, &agency, l->roc_year, l->person, l->agency, l->category, was, -1);
	if (is)
		sums_add(&person, &agency, l->roc_year, l->person, l->agency, l->category, is, 1);
	sums_write(db, &person, &agency);
}

bool hours_set(struct db *db, const struct hours_line *l, const struct facts *is, const struct hours_act *act)
{
	struct arena *mem = db_arena(db);
	struct facts was = hours_facts_of(l);

	db_run(db, &hours_record_set, A(l->id), A(l->version), A(is->mode), A(is->amount), A(is->unit), A(is->hours),
		A(is->digital), A(is->business),
		A(is->cert), A(is->review), A(act->at), A(act->account));
	if (db_undone(db) || db_changed(db) != 1)
		return false;
	hours_tell(db, l, act, hours_difference(mem, &was, is, NULL, NULL, true), hours_difference(mem, &was, is, NULL, NULL, false));
	recount(db, l, &was, is);
	return true;
}

bool hours_delete(struct db *db, const struct hours_line *l, const struct hours_act *act)
{
	struct facts was = hours_facts_of(l);

	db_run(db, &hours_record_delete, A(l->id), A(l->version), A(act->at), A(act->account), A(act->reason ? act->reason : ""));
	if (db_undone(db) || db_changed(db) != 1)
		return false;
	hours_tell(db, l, act, "", "");
	recount(db, l, &was, NULL);
	return true;
}

bool hours_restore(struct db *db, const struct hours_line *l, const struct hours_act *act)
{
	struct facts is = hours_facts_of(l);

	db_run(db, &hours_record_restore, A(l->id), A(l->version), A(act->at), A(act->account));
	if (db_undone(db) || db_changed(db) != 1)
		return false;
	hours_tell(db, l, act, "", "");
	recount(db, l, NULL, &is);
	return true;
}

/* 「更正課程資料」: the record goes to another class. */
bool hours_move(struct db *db, const struct hours_line *l, const struct hours_entry *to, const struct hours_act *act,
	const char *was, const char *is)
{
	struct sums person = {.mem = db_arena(db)}, agency = {.mem = db_arena(db)};
	struct facts f = hours_facts_of(l);
	struct hours_class c;

	if (!find_class(db, db_arena(db), to, &c))
		return false;
	if (c.id && db_run(db, &hours_class_person, A(c.roc_year), A(c.id), A(l->person))->n)
		return false;
	if (!c.id)
		make_class(db, &c, to->institution_kind);
	own_class(db, &c, l->owner);
	db_run(db, &hours_record_move, A(l->id), A(l->version), A(c.roc_year), A(c.id), A(c.category), A(act->at), A(act->account));
	if (db_undone(db) || db_changed(db) != 1)
		return false;
	hours_tell(db, l, act, was, is);
	db_run(db, &hours_course_mark, A(c.id));
	db_run(db, &hours_served_one, A(c.roc_year), A(l->agency), A(l->person));
	sums_add(&person, &agency, l->roc_year, l->person, l->agency, l->category, &f, -1);
	sums_add(&person, &agency, c.roc_year, l->person, l->agency, c.category, &f, 1);
	sums_write(db, &person, &agency);
	return true;
}

void hours_deliver(struct db *db)
{
	db_run(db, &hours_aliases_deliver);
}
