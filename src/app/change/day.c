/* day.c: what a day brings: 30 and 7 days before a 補訓 must be asked for, its agency is told; when it was not, 保訓會 is.   PROMO-101, 102 */
#include "app/account/account.h"
#include "app/change/change.sql.h"
#include "app/change/private.h"
#include "app/notice/notice.h"

const struct deadline_kind *const change_deadlines[] = {&change_stop_due, &change_makeup_due, &change_lapse_task, &change_exempt_due, NULL};

enum { FIRST_REMINDER = 30, SECOND_REMINDER = 7, MISSED = -1, AT_NIGHT = 40 * 60, PAGE = 200, ROC = 1911 };

static bool first_time(struct db *db, const struct rows *r, int i, int days)
{
	return db_run(db, &change_reminded, A(row_int(r, i, "id")), A(days))->n;
}

static void tell(struct db *db, int64_t agency, const struct rows *r, int i, const char *kind, const char *text, struct moment now)
{
	notice_add(db, &(struct notice){.agency = agency, .kind = kind, .subject_kind = "participant", .subject = row_int(r, i, "subject"),
		.text = text, .link = arena_print(db_arena(db), "%s%lld", change_makeup_due.link, (long long)row_int(r, i, "subject")), .made = now});
}

static void remind(struct db *db, int days, struct moment now)
{
	struct arena *mem = db_arena(db);
	struct date day = moment_date(now);
	struct rows *r = db_run(db, &change_due_soon, A(change_makeup_due.name), A(day), A(date_plus(day, days)));

	for (int i = 0; i < r->n; i++)
		if (first_time(db, r, i, days))
			tell(db, row_int(r, i, "agency"), r, i, "change.makeup-soon",
				arena_print(mem, "%s：補訓申請期限為%s（剩%d日），逾期視同放棄補訓及保留之受訓資格。", row_text(r, i, "about"),
					date_text(mem, row_date(r, i, "due")), days_between(day, row_date(r, i, "due"))), now);
}

/* The change of state is a person's: the end of the cause may have been reported wrongly. */
static void propose_lapse(struct db *db, struct moment now)
{
	struct arena *mem = db_arena(db);
	struct rows *r = db_run(db, &change_missed, A(change_makeup_due.name), A(moment_date(now)));
	struct account_agencies to = account_agencies_with(db, mem, MAY_PROMOTION_CALL);

	for (int i = 0; i < r->n; i++)
		for (int k = 0, first = first_time(db, r, i, MISSED); first && k < to.n; k++)
			tell(db, to.at[k], r, i, "change.makeup-missed", arena_print(mem,
				"%s：補訓申請期限%s已屆滿，未提出申請，請確認是否視同放棄。",
				row_text(r, i, "about"), date_text(mem, row_date(r, i, "due"))), now);
}

/* LAW: 升官等訓練辦法§8: 備選 hold until the year's end */
static void lapse_reserves(struct db *db, struct moment now)
{
	struct arena *mem = db_arena(db);
	int year = roc_year(moment_date(now));
	int64_t after = 0;
	struct rows *r;

	do {
		r = db_run(db, &change_reserves_over, A(year), A(after), A(PAGE));
		for (int i = 0; i < r->n; i++) {
			struct participant p;

			after = row_int(r, i, "id");
			if (participant_load(db, mem, after, &p))
				participant_happen(db, &p, &(struct participant_news){.event = PARTICIPANT_RESERVE_LAPSES, .now = now,
					.day = date_make((int)p.year + ROC, 12, 31), .remark = "升官等訓練辦法第8條"});
		}
	} while (r->n == PAGE);
}

static void day(struct db *db, void *with)
{
	struct job *j = with;

	lapse_reserves(db, j->now);

	remind(db, FIRST_REMINDER, j->now);
	remind(db, SECOND_REMINDER, j->now);
	propose_lapse(db, j->now);
	job_done(j);
}

static void run(struct job *j)
{
	db_tx(j->db, day, j);
}

const struct job_kind change_day_job = {.name = "change-day", .run = run, .period_seconds = 24 * 3600, .at_seconds = AT_NIGHT};
