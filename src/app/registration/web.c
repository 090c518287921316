/* web.c: the addresses of the slice registration. */
#include "app/may.h"
#include "app/registration/private.h"

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
	{0}
};
