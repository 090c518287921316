/* training.c: the days for the fee of 訓練合格證書: from the 成績單 on, until it is paid.                     PROMO-097, 125 */
#include "app/calendar/calendar.h"
#include "app/fee/fee.h"
#include "app/fee/fee.sql.h"
#include "app/promotion/promotion.h"

const struct deadline_kind fee_training_deadline = {
	.name = "promotion-fee", .title = "繳納訓練合格證書證書費", .length = "7d", .counted = "next_day", .who = "當事人",
	.consequence = "逾期不可至超商繳費，需臨櫃繳費", .citation = "保訓會升官等訓練辦理作業綱要「請領訓練合格證書及繳交證書費」",
	.link = "/promotion/scores/",
};
const struct deadline_kind *const fee_deadlines[] = {&fee_training_deadline, NULL};

#define SUBJECT "participant"

static void begin(struct db *db, const struct rows *p)
{
	struct arena *mem = db_arena(db);
	struct promotion_place place;
	struct deadline d = {.kind = &fee_training_deadline, .subject_kind = SUBJECT, .subject = row_int(p, 0, "id"),
		.agency = row_int(p, 0, "agency"), .event = row_date(p, 0, "receipt")};

	promotion_place_of(db, mem, row_text(p, 0, "type"), row_int(p, 0, "exam_year"), &place);
	d.about = arena_print(mem, "%s（%lld年度%s）", row_text(p, 0, "name"), (long long)place.year, place.type->label);
	if (place.set) {
		d.length = arena_print(mem, "%d%c", place.set->fee_within.n, place.set->fee_within.unit);
		d.counted = fee_training_deadline.counted;
		d.citation = place.set->fee_source;
	}
	deadline_start(db, office_calendar(db, mem), &d);
}

void fee_training_days(struct db *db, int64_t participant)
{
	struct rows *p = db_run(db, &fee_training_standing, A(participant));
	struct date today = moment_date(job_now());

	if (!p->n)
		return;
	if (!row_bool(p, 0, "owes")) {
		deadline_cancel(db, &fee_training_deadline, SUBJECT, participant, today, "非成績及格人員，不需繳費");
		return;
	}
	if (row_null(p, 0, "paid_on"))
		deadline_reopen(db, &fee_training_deadline, SUBJECT, participant);
	begin(db, p);
	if (!row_null(p, 0, "paid_on"))
		deadline_meet(db, &fee_training_deadline, SUBJECT, participant, row_date(p, 0, "paid_on"));
}

void fee_slip_days(struct db *db, int64_t slip)
{
	struct rows *s = db_run(db, &fee_training_of_slip, A(slip));

	if (s->n)
		fee_training_days(db, row_int(s, 0, "participant"));
}
