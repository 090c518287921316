/* store.c: a file's payments into the database, booked when they become visible, and out of it again.  ACMS-095 ACMS-096 */
#include "app/collection/collection.sql.h"
#include "app/collection/private.h"
#include "base/log.h"
#include "base/text.h"

static void payment_values(struct import *im, const struct import_row *row, const void *source, struct value *to)
{
	const struct collected *c = row->record;
	const struct collected_known *k = row->found;

	to[0] = A(c->channel.id), to[1] = A(c->reference), to[2] = A(c->slip), to[3] = A(c->amount), to[4] = A(c->paid);
	to[5] = A(im->now), to[6] = A((const char *)source), to[7] = A(row->number), to[8] = A(im->batch), to[9] = value_id_or_null(k->slip);
	to[10] = A(fee_outcomes[k->outcome].id);
}

const struct import_target collected_target = {
	.what = "payment", .newest = &collected_last, .put = &collected_put, .sweep = &collected_sweep, .values = payment_values,
};

void collected_store(struct import *im, struct import_row *rows, int n)
{
	struct rows *file = db_run(im->db, &collected_file, A(im->batch));

	import_create(im, &collected_target, rows, n, file->n ? row_text(file, 0, "file_name") : "");
}

/* The 升官等訓練 among what a batch pays for. */
static struct rows *trainings_of(struct import *im)
{
	return db_run(im->db, &collected_trainings, A(im->batch));
}

static void days_follow(struct import *im, const struct rows *trainings)
{
	for (int i = 0; i < trainings->n; i++)
		fee_slip_days(im->db, row_int(trainings, i, "slip"));
}

/* The keys of fee_booking decide: between the pieces somebody may have paid in another way. */
void collected_shown(struct import *im)
{
	db_run(im->db, &collected_book, A(im->batch), A(im->now));
	int64_t booked = db_changed(im->db);

	if (!db_undone(im->db) && booked != row_int(db_run(im->db, &collected_fits, A(im->batch)), 0, "n"))
		db_run(im->db, &collected_second, A(im->batch));
	db_run(im->db, &collected_ledger, A(im->batch), A(job_now()), A(1));
	days_follow(im, trainings_of(im));
}

void collected_take_back(struct import *im)
{
	struct rows *trainings = trainings_of(im);

	db_run(im->db, &collected_release, A(im->batch));
	db_run(im->db, &collected_ledger, A(im->batch), A(im->now), A(-1));
	db_run(im->db, &collected_unbook, A(im->batch));
	days_follow(im, trainings);
}
