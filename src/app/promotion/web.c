/* web.c: the addresses of the slice promotion. */
#include "app/may.h"
#include "app/promotion/private.h"

#define AREA "升官等訓練/"

static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999}, {0}};

const struct route promotion_pages[] = {
	{GET, "/promotion/parameters", parameters_get, MAY_PROMOTION_SEE, .takes = place_query, .crumb = AREA "參數表",
		.help = "升官等訓練參數表"},
	{GET, "/promotion/faq", faqs_get, MAY_PROMOTION_SEE | MAY_CLASS, .crumb = AREA "辦理遴選常見問題", .help = "辦理遴選常見問題"},
	{GET, "/promotion/faq/:question", faq_get, MAY_PROMOTION_CALL, .gives = faq_fields, .crumb = AREA "辦理遴選常見問題/修改",
		.help = "一題常見問題"},
	{POST, "/promotion/faq/:question", faq_post, MAY_PROMOTION_CALL, .takes = faq_fields, .help = "修改常見問題之答覆"},
	{GET, "/promotion/calls", callups_get, MAY_PROMOTION_CALL, .gives = callup_fields, .list = true, .crumb = AREA "年度調訓",
		.help = "年度調訓"},
	{GET, "/promotion/calls/new", callup_new_get, MAY_PROMOTION_CALL, .crumb = AREA "年度調訓/新增", .help = "新增年度調訓"},
	{POST, "/promotion/calls/new", callup_new_post, MAY_PROMOTION_CALL, .takes = callup_fields, .help = "新增年度調訓"},
	{GET, "/promotion/calls/:callup", callup_get, MAY_PROMOTION_CALL, .gives = callup_fields, .crumb = AREA "年度調訓/修改",
		.help = "一個年度調訓"},
	{POST, "/promotion/calls/:callup", callup_post, MAY_PROMOTION_CALL, .takes = callup_fields, .help = "修改、發布年度調訓"},
	{GET, "/promotion/shares", shares_get, MAY_PROMOTION_CALL, .takes = share_query, .gives = share_fields, .list = true,
		.crumb = AREA "A 欄名額", .help = "前一年度保留至當年度名額"},
	{GET, "/promotion/shares/new", share_new_get, MAY_PROMOTION_CALL, .crumb = AREA "A 欄名額/新增", .help = "新增 A 欄名額"},
	{POST, "/promotion/shares/new", share_new_post, MAY_PROMOTION_CALL, .takes = share_fields, .help = "新增 A 欄名額"},
	{GET, "/promotion/shares/:share", share_get, MAY_PROMOTION_CALL, .gives = share_fields, .crumb = AREA "A 欄名額/修改",
		.help = "一個 A 欄名額"},
	{POST, "/promotion/shares/:share", share_post, MAY_PROMOTION_CALL, .takes = share_fields, .help = "修改 A 欄名額"},
	{GET, "/promotion/selectors", selectors_get, MAY_PROMOTION_CALL, .gives = selector_fields, .list = true, .crumb = AREA "遴選機關",
		.help = "遴選機關"},
	{GET, "/promotion/selectors/new", selector_new_get, MAY_PROMOTION_CALL, .crumb = AREA "遴選機關/新增", .help = "新增遴選機關"},
	{POST, "/promotion/selectors/new", selector_new_post, MAY_PROMOTION_CALL, .takes = selector_fields, .help = "新增遴選機關"},
	{GET, "/promotion/selectors/:choice", selector_get, MAY_PROMOTION_CALL, .gives = selector_fields, .crumb = AREA "遴選機關/修改",
		.help = "一個遴選機關"},
	{POST, "/promotion/selectors/:choice", selector_post, MAY_PROMOTION_CALL, .takes = selector_fields, .help = "修改遴選機關"},
	{GET, "/promotion/results", pasts_get, MAY_PROMOTION_CALL, .takes = past_query, .gives = past_fields, .list = true,
		.crumb = AREA "歷年參訓結果", .help = "歷年參訓結果"},
	{GET, "/promotion/results/new", past_new_get, MAY_PROMOTION_CALL, .crumb = AREA "歷年參訓結果/新增", .help = "新增參訓結果"},
	{POST, "/promotion/results/new", past_new_post, MAY_PROMOTION_CALL, .takes = past_fields, .help = "新增參訓結果"},
	{GET, "/promotion/results/:past", past_get, MAY_PROMOTION_CALL, .gives = past_fields, .crumb = AREA "歷年參訓結果/修改",
		.help = "一筆參訓結果"},
	{POST, "/promotion/results/:past", past_post, MAY_PROMOTION_CALL, .takes = past_fields, .help = "修改參訓結果"},
	{POST, "/promotion/results/:past/remove", past_remove_post, MAY_PROMOTION_CALL, .help = "刪除誤登之參訓結果"},
	{0}
};
