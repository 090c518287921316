/* web.c: the addresses of the lists. */
#include "app/colleague/private.h"
#include "app/may.h"
#include "app/report/report.h"

struct export { const char *query; struct code format; bool detail; };
static const struct code formats[] = {{"xlsx", "Excel"}, {"ods", "ODF"}, {0}};

const struct field export_fields[] = {
	FIELD(export, query, TEXT, EDIT, "查詢條件", .most = 4000),
	FIELD(export, format, CODE, EDIT, "格式", .list = formats),
	FIELD(export, detail, BOOL, EDIT, "匯出明細"),
	{0}
};

#define LIST_PAGE(path_, get_, may_, asks_, gives_, title_, group_, help_) \
	{GET, path_, get_, (may_) | MAY_DGPA, .takes = asks_, .gives = gives_, .list = true, .heavy = true, .crumb = group_ "/" title_, \
		.menu = title_, .group = group_, .help = help_}
#define EXPORT(path_, post_, may_, help_) \
	{POST, path_, post_, (may_) | MAY_DGPA, .takes = export_fields, .heavy = true, .hidden = true, .help = help_}

const struct route colleague_routes[] = {
	LIST_PAGE("/colleagues", status_get, MAY_HR_STATUS, status_asks, status_fields, "同仁學習狀況明細", "人事單位",
		"本機關及所屬機關同仁於期間內之學習時數"),
	EXPORT("/colleagues/export", status_post, MAY_HR_STATUS, "匯出、匯出明細：附檔案密碼之 zip"),
	{GET, "/colleagues/:colleague", told_get, MAY_HR_STATUS | MAY_DGPA, .gives = told_fields, .list = true,
		.crumb = "人事單位/同仁學習狀況明細/檢視",
		.help = "一位同仁於期間內之課程"},
	LIST_PAGE("/colleagues/courses", unit_get, MAY_HR_UNITS, unit_asks, unit_fields, "同仁課程資料查詢", "人事單位",
		"各單位同仁參與之課程及時數核可狀態"),
	EXPORT("/colleagues/courses/export", unit_post, MAY_HR_UNITS, "匯出：附檔案密碼之 zip"),
	{GET, "/colleagues/categories", category_get, MAY_HR_UNITS | MAY_DGPA, .takes = category_asks, .gives = category_fields,
		.list = true, .heavy = true,
		.crumb = "人事單位/同仁學習類別時數一覽", .menu = "同仁學習類別時數一覽", .group = "人事單位",
			.help = "各單位同仁於各課程類別之時數"},
	EXPORT("/colleagues/categories/export", category_post, MAY_HR_UNITS, "匯出：附檔案密碼之 zip"),
	LIST_PAGE("/colleagues/members", colleague_member_get, MAY_HR_MEMBERS, colleague_member_asks, colleague_member_fields,
		"同仁登錄會員明細", "人事單位",
		"本機關同仁登錄為會員之情形"),
	EXPORT("/colleagues/members/export", colleague_member_post, MAY_HR_MEMBERS, "匯出：附檔案密碼之 zip"),
	LIST_PAGE("/colleagues/offered", offered_get, MAY_HR_COURSES, offered_asks, offered_fields, "機關課程查詢", "人事單位",
		"本機關及所屬機關開設之課程"),
	{GET, "/colleagues/offering", offered_statistics_get, MAY_HR_COURSES | MAY_DGPA, .gives = report_reply, .also = REPORT_ALSO, .heavy = true,
		.files = true, .crumb = "人事單位/機關課程查詢/開課狀況統計", .help = "查詢所得課程之開課狀況統計"},
	{GET, "/colleagues/offering/*list", report_list_get, MAY_HR_COURSES | MAY_DGPA, .files = true, .hidden = true, .heavy = true,
		.crumb = "人事單位/機關課程查詢/名單", .help = "開課狀況統計：數字背後的課程"},
	{POST, "/colleagues/offering/export", report_export_post, MAY_HR_COURSES | MAY_DGPA, .heavy = true, .help = "開課狀況統計：匯出"},
	LIST_PAGE("/statistics/choice", choice_get, MAY_STATISTICS, choice_asks, choice_fields, "多條件複選產製報表", "統計報表",
		"以任意條件之組合查詢人員及其時數"),
	EXPORT("/statistics/choice/export", choice_post, MAY_STATISTICS, "匯出：人員及課程明細，附檔案密碼之 zip"),
	{POST, "/statistics/choice/sets", choice_set_post, MAY_STATISTICS | MAY_DGPA, .takes = set_fields, .hidden = true,
		.help = "儲存或刪除條件組"},
	{GET, "/statistics/choice/:colleague", choice_person_get, MAY_STATISTICS | MAY_DGPA, .takes = choice_asks, .gives = told_fields,
		.list = true, .heavy = true, .crumb = "統計報表/多條件複選產製報表/檢視", .help = "一位同仁符合條件之課程"},
	{0}
};
