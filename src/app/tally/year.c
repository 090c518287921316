/* year.c: how far a year is judged, and whose cards are not yet what they should be. */
#include "app/tally/private.h"
#include "app/tally/tally.sql.h"

struct tally_year year_of(struct db *db, int roc_year)
{
	struct rows *r = db_run(db, &tally_year_one, A(roc_year)), *all = db_run(db, &tally_marks_all, A(roc_year));
	struct tally_year y = {.is_there = r->n};

	if (r->n)
		y = (struct tally_year){true, row_bool(r, 0, "whole"), false, row_date(r, 0, "judged"), row_int(r, 0, "upto"), 0};
	for (int i = 0; i < all->n; i++) {
		if (row_int(all, i, "person") == TREE)
			y.tree = true;
		else
			y.whole = false;
	}
	if (!y.whole)
		y.last = row_int(db_run(db, &tally_person_last), 0, "id");
	return y;
}

static bool take(const struct rows *r, size_t most, struct ids *to)
{
	for (int i = 0; i < r->n; i++)
		ids_add(to, row_cell(r, i, 0)->i);
	ids_settle(to);
	return to->n <= most;
}

bool year_dirty(struct db *db, struct arena *mem, const struct tally_year *y, int roc_year, struct date day, size_t most, struct ids *to)
{
	int64_t limit = (int64_t)most + 1;

	*to = (struct ids){.mem = mem};
	if (!take(db_run(db, &tally_marked, A(roc_year), A(limit)), most, to))
		return false;
	struct rows *batches = db_run(db, &tally_batches);

	for (int i = 0; i < batches->n; i++)
		if (!take(db_run(db, &tally_batch_persons, A(row_int(batches, i, "batch")), A(roc_year), A(limit)), most, to))
			return false;
	return !date_before(y->judged, day) || take(db_run(db, &tally_moves, A(y->judged), A(day), A(limit)), most, to);
}
