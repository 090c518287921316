/* due.c: by when the signed 實務訓練計畫表 must be uploaded.   ACMS-017, PLAN-078 */
#include "app/calendar/calendar.h"
#include "app/trainee/trainee.h"

const struct deadline_kind plan_form_deadline = {
	.name = "plan-form", .title = "上傳實務訓練計畫表", .length = "7d", .counted = "next_day", .who = "用人機關",
	.consequence = "逾期上傳者仍予收件，並註記「逾期上傳」",
	.citation = "培訓業務系統操作手冊「培訓業務系統操作重要時點」：報到7日內上傳實務訓練計畫表",
	.link = "/plan-forms/%lld",
};

struct date plan_form_due(struct db *db, const struct report_row *row, struct date report_date, struct date today)
{
	struct arena *mem = db_arena(db);

	if (!date_set(report_date)) {
		deadline_cancel(db, &plan_form_deadline, "trainee", row->id, today, "報到日期已清除");
		return (struct date){0};
	}
	return deadline_start(db, office_calendar(db, mem), &(struct deadline){
		.kind = &plan_form_deadline, .subject_kind = "trainee", .subject = row->id, .agency = row->agency, .event = report_date,
		.about = arena_print(mem, "%s（%lld年%s）", row->name, (long long)row->exam_year, row->exam_name),
		.length = arena_print(mem, "%lldd", (long long)row->plan_due_days), .counted = plan_form_deadline.counted,
	});
}
