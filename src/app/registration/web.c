/* web.c: the addresses of the slice registration. */
#include "app/may.h"
#include "app/registration/private.h"

static const char *const rows_sent[] = {"v", "decision", "reason", "all", "upto", "confirmed", NULL};

const struct route registration_routes[] = {
	{GET, "/learn/courses", learn_search_get, 0, .takes = learn_find_fields, .gives = learn_found_fields, .list = true, .crumb = "前台/課程查詢",
		.help = "上線中的課程"},
	{GET, "/learn/courses/:offering", learn_class_get, 0, .gives = course_fields, .crumb = "前台/課程查詢", .help = "一班課程"},
	{POST, "/learn/courses/:offering/register", learn_register_post, MAY_LEARNER, .takes = learn_answer_fields,
		.crumb = "前台/課程查詢", .help = "線上報名"},
	{GET, "/learn/registrations", learn_own_get, MAY_LEARNER, .gives = learn_own_fields, .list = true, .crumb = "前台/我的報名",
		.menu = "我的報名", .help = "本人的報名與審核結果"},
	{POST, "/learn/registrations/:registration/withdraw", learn_withdraw_post, MAY_LEARNER, .takes = learn_withdraw_fields,
		.crumb = "前台/我的報名", .help = "取消報名"},
	{GET, "/registrations", review_courses_get, MAY_REGISTRATION | MAY_DGPA, .takes = review_find_fields, .gives = review_course_fields,
		.list = true, .crumb = "學習資訊維護/報名准駁", .menu = "報名准駁/下載名冊", .group = "學習資訊維護", .help = "有報名待審核的課程"},
	{GET, "/registrations/:course", review_get, MAY_REGISTRATION | MAY_DGPA, .gives = review_fields, .list = true,
		.crumb = "學習資訊維護/報名准駁", .help = "一班課程的報名名單"},
	{POST, "/registrations/:course", review_post, MAY_REGISTRATION, .ticks = rows_sent, .crumb = "學習資訊維護/報名准駁",
		.help = "核可或駁回報名"},
	{GET, "/registrations/:course/sheet", sheet_get, MAY_REGISTRATION | MAY_DGPA, .takes = sheet_fields, .crumb = "學習資訊維護/下載名冊",
		.help = "簽到表與學員名冊"},
	{GET, "/registrations/:course/sheet/pdf", sheet_pdf_get, MAY_REGISTRATION | MAY_DGPA, .takes = sheet_fields, .type = "application/pdf",
		.heavy = true, .hidden = true, .help = "列印簽到表"},
	{GET, "/registrations/:course/sheet/csv", sheet_csv_get, MAY_REGISTRATION | MAY_DGPA, .takes = sheet_fields, .type = "text/csv",
		.hidden = true, .help = "簽到表匯出 CSV"},
	{POST, "/registrations/:course/roster", roster_post, MAY_REGISTRATION | MAY_DGPA, .takes = attendant_roster_fields, .heavy = true,
		.crumb = "學習資訊維護/下載名冊", .help = "下載學員名冊"},
	{0}
};
