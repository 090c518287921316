/* web.c: the addresses of the slice trainee. */
#include "app/may.h"
#include "app/trainee/view.h"

static const struct field find_takes[] = {
	{.name = "national_id", .label = "身分證字號", .kind = K_ID, .use = EDIT, .need = true},
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試代碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 3},
	{0}
};

static const struct field take_over_takes[] = {
	{.name = "national_id", .label = "身分證字號", .kind = K_ID, .use = EDIT, .need = true},
	{.name = "exam_year", .label = "年度", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試代碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 3},
	{.name = "version", .label = "查詢時的版本", .kind = K_INT, .use = EDIT, .least = 1, .most = INT64_MAX},
	{.name = "agency_code", .label = "轉入機關代碼（保訓會）", .kind = K_TEXT, .use = EDIT, .most = 10},
	{.name = "reason", .label = "理由（保訓會）", .kind = K_TEXT, .use = EDIT},
	{0}
};

static const struct field report_takes[] = {
	{.name = "day", .label = "報到日期", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "overwrite", .label = "是否覆蓋已建立或已匯入資料", .kind = K_BOOL, .use = EDIT, .need = true},
	{.name = "reason", .label = "理由（保訓會）", .kind = K_TEXT, .use = EDIT},
	{0}
};

static const struct code not_reported[] = {{"absent", "未報到"}, {0}};
static const struct field report_query[] = {
	{.name = "exam_year", .label = "年度；沒有 state 時必填", .kind = K_INT, .least = 1, .most = 999},
	{.name = "exam_code", .label = "考試代碼", .kind = K_TEXT, .most = 3},
	{.name = "report_date", .label = "報到日期", .kind = K_DATE},
	{.name = "state", .label = "只列未報到者", .kind = K_CODE, .list = not_reported},
	{0}
};
static const char *const report_ticks[] = {"tick", NULL};

static const struct field reason_takes[] = {{.name = "reason", .label = "理由", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};
static const struct field clear_takes[] = {{.name = "clear_reason", .label = "清除理由", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};

#define AREA "分發人員管理/分發人員報到資料維護/"

const struct route trainee_routes[] = {
	{GET, "/trainees/find", find_get, MAY_TAKE_OVER, .crumb = AREA "各項特考錄取人員分配資料登錄",
		.help = "各項特考錄取人員分配資料登錄"},
	{POST, "/trainees/find", find_post, MAY_TAKE_OVER, .takes = find_takes, .gives = found_fields,
		.crumb = AREA "各項特考錄取人員分配資料登錄", .asks = true, .help = "以三項條件查詢錄取人員"},
	{POST, "/trainees/take-over", take_over_post, MAY_TAKE_OVER, .takes = take_over_takes,
		.crumb = AREA "各項特考錄取人員分配資料登錄", .help = "轉為本機關人員"},
	{GET, "/trainees/report", report_get, MAY_REPORT_SEE, .takes = report_query, .gives = trainee_list_fields, .list = true,
		.crumb = AREA "分發人員報到日期維護", .help = "分發人員報到日期維護"},
	{POST, "/trainees/report", report_post, MAY_REPORT_EDIT, .takes = report_takes, .ticks = report_ticks,
		.crumb = AREA "分發人員報到日期維護", .help = "匯入資料：多人的報到日期"},
	{GET, "/trainees/report/entries", entries_get, MAY_REPORT_SEE, .gives = entry_summary_fields, .list = true,
		.crumb = AREA "分發人員報到日期維護/匯入紀錄", .help = "報到日期匯入紀錄"},
	{GET, "/trainees/report/entries/:entry", entry_get, MAY_REPORT_SEE, .gives = entry_fields, .list = true,
		.crumb = AREA "分發人員報到日期維護/匯入結果", .help = "一次匯入的結果"},
	{POST, "/trainees/report/entries/:entry/undo", entry_undo_post, MAY_REPORT_EDIT, .takes = reason_takes,
		.crumb = AREA "分發人員報到日期維護/匯入結果", .help = "還原一次匯入"},
	{GET, "/trainees/:trainee", person_get, MAY_TRAINEE_SEE, .gives = trainee_fields, .crumb = "分發人員管理/受訓人員",
		.help = "一位受訓人員"},
	{GET, "/trainees/mine", mine_get, MAY_GUIDE | MAY_UNIT_HEAD, .gives = mine_fields, .list = true, .crumb = "分發人員管理/我的受訓人員",
		.help = "輔導員或單位主管的受訓人員"},
	{GET, "/trainees/:trainee/grants", grants_get, MAY_LIFE_EDIT | MAY_COMMISSION, .gives = grant_list_fields, .list = true,
		.crumb = "分發人員管理/受訓人員/授權", .help = "一位受訓人員的輔導員與單位主管"},
	{GET, "/trainees/:trainee/grants/new", grant_new_get, MAY_LIFE_EDIT, .crumb = "分發人員管理/受訓人員/授權/新增", .help = "新增授權"},
	{POST, "/trainees/:trainee/grants/new", grant_new_post, MAY_LIFE_EDIT, .takes = grant_takes, .help = "新增授權"},
	{GET, "/trainees/:trainee/grants/:grant", grant_get, MAY_LIFE_EDIT, .gives = grant_fields,
		.crumb = "分發人員管理/受訓人員/授權/修改", .help = "一項授權"},
	{POST, "/trainees/:trainee/grants/:grant", grant_post, MAY_LIFE_EDIT, .takes = grant_takes, .help = "修改授權的起訖日"},
	{POST, "/trainees/:trainee/clear", report_clear_post, MAY_REPORT_EDIT, .takes = clear_takes,
		.crumb = "分發人員管理/受訓人員", .help = "清除報到日期"},
	{POST, "/trainees/:trainee/give-back", give_back_post, MAY_TAKE_OVER_UNDO, .takes = reason_takes,
		.crumb = "分發人員管理/受訓人員", .help = "還原轉為本機關人員"},
	{0}
};
