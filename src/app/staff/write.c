/* write.c: every write of a posting goes through here, many at once under their batch, one under the batch 0.
 *
 * What is to be is staged as rows, and the database does the rest: ends what is followed, lets go on what a leave had interrupted.  Whose
 * postings have changed gets a mark for who counts persons (tally_dirty).
 * Knows no page and no file. */
#include "app/staff/private.h"
#include "app/staff/staff.sql.h"

int64_t staff_staged(struct db *db, int64_t batch)
{
	return row_int(db_run(db, &staff_stage_same, A(batch)), 0, "n");
}

static void put_units(struct db *db, int64_t batch)
{
	struct rows *r = db_run(db, &staff_units_new, A(batch));

	for (int i = 0; i < r->n; i++)
		db_run(db, &staff_unit_put, A(row_int(r, i, "agency")), A(row_text(r, i, "unit")));
}

bool staff_show(struct db *db, int64_t batch)
{
	put_units(db, batch);
	db_run(db, &staff_returns, A(batch));
	db_run(db, &staff_ends, A(batch));
	db_run(db, &staff_ends_filled, A(batch));
	db_run(db, &staff_was, A(batch));
	int64_t old = row_int(db_run(db, &staff_stage_old, A(batch)), 0, "n");

	db_run(db, &staff_fill, A(batch));
	if (!db_undone(db) && db_changed(db) != old)
		return false;
	db_run(db, &staff_make, A(batch));
	db_run(db, &staff_mark_staged, A(batch));
	return db_undone(db) || !db_run(db, &staff_overlap, A(batch))->n;
}

void staff_take_back(struct db *db, int64_t batch)
{
	db_run(db, &staff_release, A(batch));
	db_run(db, &staff_unmake, A(batch));
	db_run(db, &staff_unfill, A(batch));
	db_run(db, &staff_mark_staged, A(batch));
	db_run(db, &staff_stage_drop, A(batch));
}

/* ---- one */

void staff_stage_values(int64_t batch, const struct posting_entry *e, bool is_new, struct value to[STAGE_VALUES])
{
	struct date leave_ends = text_is(e->status.id, "on_leave") ? e->to_day : (struct date){0};

	to[0] = A(batch), to[1] = value_id_or_null(is_new ? 0 : e->id), to[2] = A(e->version), to[3] = A(true), to[4] = A(e->national_id);
	to[5] = A(e->agency), to[6] = A(e->unit), to[7] = value_id_or_null(e->title_id), to[8] = value_id_or_null(e->rank_id);
	to[9] = value_id_or_null(e->class_id), to[10] = A(e->is_supervisor), to[11] = A(!e->is_beside), to[12] = A(e->status.id);
	to[13] = A(e->from_day), to[14] = A(e->to_day), to[15] = A(date_plus(e->from_day, -1));
	to[16] = A(is_new ? date_plus(leave_ends, 1) : (struct date){0});
}

static bool write_one(struct db *db, const struct posting_entry *e, bool is_new)
{
	struct value values[STAGE_VALUES];

	staff_stage_values(0, e, is_new, values);
	db_run_values(db, &staff_stage_put, values, STAGE_VALUES);
	bool done = staff_show(db, 0);

	db_run(db, &staff_stage_drop, A(0));
	return done && !db_undone(db);
}

int64_t staff_put(struct db *db, const struct posting_entry *e)
{
	if (!write_one(db, e, true))
		return 0;
	struct rows *r = db_run(db, &staff_of_day, A(e->person), A(e->agency), A(!e->is_beside), A(e->from_day));

	return r->n ? row_int(r, 0, "id") : 0;
}

bool staff_set(struct db *db, const struct posting_entry *e)
{
	return write_one(db, e, false);
}

bool staff_remove(struct db *db, const struct posting_entry *e)
{
	if (!db_run(db, &staff_drop, A(e->id), A(e->version))->n)
		return false;
	db_run(db, &staff_reopen, A(e->person), A(!e->is_beside), A(e->agency), A(date_plus(e->from_day, -1)), A(e->to_day));
	db_run(db, &staff_mark, A(e->person));
	return true;
}
