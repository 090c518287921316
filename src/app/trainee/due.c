/* due.c: by when the signed 實務訓練計畫表 must be uploaded.   ACMS-017, PLAN-078 */
#include "app/calendar/calendar.h"
#include "app/trainee/trainee.h"
#include "app/trainee/trainee.sql.h"
#include "app/training/training.h"
#include "rule/deadline.h"

const struct deadline_kind plan_form_deadline = {
	.name = "plan-form", .title = "上傳實務訓練計畫表", .length = "7d", .counted = "next_day", .who = "用人機關",
	.consequence = "逾期上傳者仍予收件，並註記「逾期上傳」",
	.citation = "培訓業務系統操作手冊「培訓業務系統操作重要時點」：報到7日內上傳實務訓練計畫表",
	.link = "/plan-forms/",
};

/* Length, counting and citation by the plan, where it has them; else by the examination's number of days. */
static void count_by_plan(struct db *db, const struct report_row *row, struct date day, struct deadline *d)
{
	struct arena *mem = db_arena(db);
	struct training t;
	const struct plan *plan = training_load(db, mem, row->id, &t) ? training_plan_on(&t, day) : NULL;
	const struct plan_value *within = plan ? plan_value(plan, PLAN_FORM_WITHIN) : NULL;
	const struct plan_value *counted = plan ? plan_value(plan, PLAN_FORM_COUNTED) : NULL;

	if (within && within->known && counted->known) {
		d->length = arena_print(mem, "%d%c", within->length.n, within->length.unit);
		d->counted = counted->counting == COUNT_SAME_DAY ? "same_day" : "next_day";
		d->citation = plan->citations[PLAN_CITE_PLAN_FORM];
	} else {
		d->length = arena_print(mem, "%lldd", (long long)row->plan_due_days);
		d->counted = plan_form_deadline.counted;
	}
}

struct date plan_form_due(struct db *db, const struct calendar *calendar, const struct report_row *row, struct date report_date, struct date today)
{
	struct arena *mem = db_arena(db);
	struct deadline d = {.kind = &plan_form_deadline, .subject_kind = "trainee", .subject = row->id, .agency = row->agency,
		.event = report_date, .about = arena_print(mem, "%s（%lld年%s）", row->name, (long long)row->exam_year, row->exam_name)};

	if (!date_set(report_date)) {
		deadline_cancel(db, &plan_form_deadline, "trainee", row->id, today, "報到日期已清除");
		return (struct date){0};
	}
	count_by_plan(db, row, report_date, &d);
	struct date due = deadline_start(db, calendar, &d);
	struct rows *file = row->file_number ? db_run(db, &form_there, A(row->id)) : NULL;

	if (file && file->n)                                        /* a day after the form came asks for no second one */
		deadline_meet(db, &plan_form_deadline, "trainee", row->id, moment_date(row_moment(file, 0, "first_uploaded")));
	return due;
}
