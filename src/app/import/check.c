/* check.c: every row judged against what is stored, before anything is changed.                    LEARN-022 */
#include "app/import/private.h"

static void settle(struct import_run *run, const struct import_row *rows, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		struct row_verdict *v = &run->verdicts[rows[i].index];

		v->outcome = rows[i].outcome & 7;
		v->reason = rows[i].reason;
		run->count[rows[i].outcome]++;
	}
}

bool check_rows(struct import_run *run)
{
	struct arena *before = db_arena(run->im.db);
	uint32_t done = 0;

	db_use_arena(run->im.db, run->im.piece);
	while (done < run->n_entries && !run->cancelled(run)) {
		uint32_t n = JUDGE_ROWS;

		arena_reset(run->im.piece);
		arena_reset(run->words);
		struct import_row *rows = rows_load(run, run->im.piece, done, &n);

		db_reads_together(run->im.db, true);
		run->im.kind->judge(&run->im, rows, (int)n);
		db_reads_together(run->im.db, false);
		settle(run, rows, n);
		done += n;
		run->progress(run, run->n - run->n_entries + done, run->n, "與既有資料比對中");
	}
	db_use_arena(run->im.db, before);
	return done == run->n_entries;
}
