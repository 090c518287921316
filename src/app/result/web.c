/* web.c: the addresses of the slice result. */
#include "app/may.h"
#include "app/result/private.h"

#define AREA "升官等訓練/成績"
#define CLASS_AREA "升官等訓練/班別及課程時數/成績"
#define MAY_LOOK (MAY_CLASS | MAY_PROMOTION_CALL)

static void import_get(struct req *r) { import_upload_page(r, &class_score_kind); }
static void import_post(struct req *r) { import_upload_post(r, &class_score_kind); }
static void template_get(struct req *r) { import_template(r, &class_score_kind); }

static const struct field place_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999}, {.name = "q", .label = "身分證統一編號或姓名", .kind = K_TEXT},
	{.name = "waiting", .label = "1：僅列未簽收者", .kind = K_INT}, {0}},
report_query[] = {{.name = "type", .label = "訓練類別", .kind = K_CODE, .list = promotion_type_codes},
	{.name = "year", .label = "年度", .kind = K_INT, .least = 2, .most = 999},
	{.name = "participant", .label = "參訓人員編號", .kind = K_INT}, {0}},
determine_takes[] = {{.name = "day", .label = "核定日期", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "document", .label = "核定文號", .kind = K_TEXT, .use = EDIT, .most = 60}, {0}},
receipt_takes[] = {{.name = "receipt", .label = "簽收日期", .kind = K_DATE, .use = EDIT, .need = true},
	{.name = "reason", .label = "更正理由", .kind = K_TEXT, .use = EDIT}, {0}},
correct_takes[] = {{.name = "training_score", .label = "訓練成績", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "course_score", .label = "訓練課程成績", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "reason", .label = "更正理由", .kind = K_TEXT, .use = EDIT, .need = true}, {.name = "document", .label = "文號", .kind = K_TEXT,
		.use = EDIT}, {.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .most = INT64_MAX}, {0}};
static const char *const ticks[] = {"tick", NULL}, *const cells[] = {"v", "training", "course", NULL};

const struct route result_routes[] = {
	{GET, "/promotion/classes/:class/scores", scores_get, MAY_LOOK, .gives = scored_fields, .list = true, .crumb = CLASS_AREA,
		.help = "一班之訓練成績、訓練課程成績及總成績"},
	{POST, "/promotion/classes/:class/scores", scores_post, MAY_SCORE_SEND, .ticks = cells, .crumb = CLASS_AREA, .help = "儲存一班之成績"},
	{POST, "/promotion/classes/:class/scores/determine", determine_post, MAY_PROMOTION_CALL, .takes = determine_takes, .crumb = CLASS_AREA,
		.help = "核定一班之成績"},
	{GET, "/promotion/scores/import", import_get, MAY_SCORE_SEND, .crumb = AREA "/匯入成績", .help = "匯入成績"},
	{POST, "/promotion/scores/import", import_post, MAY_SCORE_SEND, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/匯入成績",
		.help = "上傳成績"},
	{GET, "/promotion/scores/import/template", template_get, MAY_SCORE_SEND, .help = "成績的範本"},
	{GET, "/promotion/scores", results_get, MAY_PARTICIPANT_SEE, .takes = place_query, .gives = released_fields, .list = true, .crumb = AREA,
		.help = "核定之成績：成績清冊及成績單"},
	{POST, "/promotion/scores", results_post, MAY_PROMOTION_EDIT, .takes = receipt_takes, .ticks = ticks, .crumb = AREA,
		.help = "登錄成績單簽收日期"},
	{GET, "/promotion/scores/register", register_pdf_get, MAY_PROMOTION_SEE, .takes = place_query, .type = "application/pdf", .heavy = true,
		.help = "列印成績清冊"},
	{GET, "/promotion/scores/reports", reports_pdf_get, MAY_PROMOTION_SEE, .takes = report_query, .type = "application/pdf", .heavy = true,
		.help = "列印成績單"},
	{GET, "/promotion/scores/signing", signing_pdf_get, MAY_PROMOTION_EDIT, .takes = place_query, .type = "application/pdf", .heavy = true,
		.help = "列印成績單簽收清冊"},
	{GET, "/promotion/scores/:participant", result_get, MAY_PARTICIPANT_SEE, .gives = released_fields, .crumb = AREA "/一人之成績",
		.help = "一人之成績及異動紀錄"},
	{POST, "/promotion/scores/:participant", result_post, MAY_PROMOTION_CALL, .takes = correct_takes, .crumb = AREA "/一人之成績",
		.help = "更正核定後之成績"},
	{0}
};
