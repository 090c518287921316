/* web.c: the addresses of case/, and the list of who waits for allocation.       PLAN-046, 050 */
#include "app/case/case.sql.h"
#include "app/case/routes.h"
#include "app/case/view.h"
#include "app/may.h"
#include "web/list.h"

struct waiting {
	int64_t id, place, exam_year;
	const char *name, *national_id, *exam_name, *exam_level, *exam_category, *document;
	struct date approved;
};

static const struct field waiting_fields[] = {
	FIELD(waiting, id, INT, KEY, "編號"),
	FIELD(waiting, place, INT, SHOW, "順序"),
	FIELD(waiting, name, TEXT, SHOW, "姓名", .privacy = PERSONAL),
	FIELD(waiting, national_id, ID, SHOW, "身分證字號", .privacy = PERSONAL, .not_sorted = true),
	FIELD(waiting, exam_year, INT, SHOW, "年度"),
	FIELD(waiting, exam_name, TEXT, SHOW, "考試名稱", .not_sorted = true),
	FIELD(waiting, exam_level, TEXT, SHOW, "等級", .not_sorted = true),
	FIELD(waiting, exam_category, TEXT, SHOW, "類科", .not_sorted = true),
	FIELD(waiting, approved, DATE, SHOW, "核准日期", .not_sorted = true),
	FIELD(waiting, document, TEXT, SHOW, "核准文號", .not_sorted = true),
	{0}
};

/* In the order in which they were approved.                    LAW: 訓練辦法§16 */
void makeup_queue_get(struct req *r)
{
	struct list l;

	if (!list_open(&l, r, "待分配訓練之補訓人員", waiting_fields, sizeof(struct waiting), "place"))
		return;
	l.rows_at = "/trainees";
	if (list_run(&l, &makeup_waiting))
		list_show_plain(&l);
}

#define AREA "分發人員管理/"

const struct route case_routes[] = {
	{GET, "/exempt-list", exempt_list_get, MAY_LIFE_EDIT, .crumb = AREA "應免除基礎訓練人員清冊", .help = "應免除基礎訓練人員清冊（附件3）"},
	{POST, "/exempt-list", exempt_list_post, MAY_LIFE_EDIT, .takes = exempt_list_takes, .ticks = exempt_list_ticks,
		.crumb = AREA "應免除基礎訓練人員清冊", .help = "登錄函送清冊"},
	{GET, "/exempt-list/:exam/form", exempt_list_form_get, MAY_LIFE_EDIT, .type = "application/pdf", .heavy = true,
		.help = "下載應免除基礎訓練人員清冊"},
	{GET, "/makeup-queue", makeup_queue_get, MAY_COMMISSION, .gives = waiting_fields, .list = true,
		.crumb = AREA "待分配訓練之補訓人員", .help = "核准補訓或重新訓練、待分配訓練之人員"},
	{0}
};
