/* day.c: the days that run from the day on which somebody got the 成績單, in the engine of deadlines.   PROMO-090, 097, 125 */
#include "app/calendar/calendar.h"
#include "app/fee/fee.h"
#include "app/result/private.h"
#include "app/result/result.sql.h"

const struct deadline_kind result_recheck_due = {
	.name = "promotion-recheck", .title = "申請複查成績", .length = "15d", .counted = "next_day", .who = "當事人",
	.consequence = "逾期不予受理", .citation = "升官等訓練辦法複查成績之規定", .link = "/promotion/scores/", .lapses = true,
};
const struct deadline_kind *const result_deadlines[] = {&result_recheck_due, NULL};

void result_days(struct db *db, struct arena *mem, int64_t participant, struct date receipt)
{
	struct rows *applied = db_run(db, &result_recheck, A(participant));
	struct deadline d = {.kind = &result_recheck_due, .subject_kind = "participant", .subject = participant, .event = receipt};
	struct promotion_place place;
	struct participant p;

	fee_training_days(db, participant);
	if (!participant_load(db, mem, participant, &p))
		return;
	promotion_place_of(db, mem, p.type.id, p.year, &place);
	d.agency = p.agency;
	d.about = participant_about(mem, &p);
	if (place.set) {
		d.length = arena_print(mem, "%d%c", place.set->recheck->within.n, place.set->recheck->within.unit);
		d.counted = result_recheck_due.counted;
		d.citation = arena_print(mem, "%s%s", place.set->regulation, place.set->recheck->article);
	}
	deadline_start(db, office_calendar(db, mem), &d);
	if (applied->n)
		deadline_meet(db, &result_recheck_due, "participant", participant, row_date(applied, 0, "applied"));
}
