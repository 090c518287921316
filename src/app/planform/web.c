/* web.c: the addresses of the slice planform. */
#include "app/planform/view.h"

static const struct field download_takes[] = {
	{.name = "how", .label = "one：選取之人員（PDF）；many：多人（ZIP）", .kind = K_TEXT, .use = EDIT},
	{0}
};

static const char *const download_ticks[] = {"tick", NULL};

static const struct field upload_takes[] = {
	{.name = "trainee", .label = "受訓人員", .kind = K_INT, .use = EDIT, .need = true, .least = 1, .most = INT64_MAX},
	{.name = "seal", .label = "本檔案已完成核章", .kind = K_BOOL, .use = EDIT, .need = true},
	{0}
};

static const struct field file_takes[] = {
	{.name = "seal", .label = "本檔案已完成核章", .kind = K_BOOL, .use = EDIT, .need = true},
	{0}
};

static const struct field reason_takes[] = {{.name = "reason", .label = "理由", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};

/* What reply_form_json gives beside the fields. */
static const char form_also[] =
	"\"missing\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"title\":\"尚未填寫的欄位\"},"
	"\"warnings\":{\"type\":\"array\",\"items\":{\"type\":\"string\"},\"title\":\"輔導方式未達填表說明之最低要求\"},"
	"\"files\":{\"type\":\"array\",\"title\":\"上傳過的檔案\",\"items\":{\"type\":\"object\",\"properties\":{"
	"\"number\":{\"type\":\"integer\",\"title\":\"版次\"},\"name\":{\"type\":\"string\",\"title\":\"檔名\"},"
	"\"sha256\":{\"type\":\"string\"},\"uploaded\":{\"type\":\"string\",\"format\":\"date-time\"},"
	"\"returned\":{\"type\":[\"string\",\"null\"],\"format\":\"date-time\",\"title\":\"註記核章不全的時間\"},"
	"\"return_reason\":{\"type\":\"string\"},\"location\":{\"type\":\"string\"}}}}";

#define AREA "分發人員管理/實務訓練管理/"
#define UPLOAD AREA "實務訓練表單上傳與通報"

const struct route planform_routes[] = {
	{GET, "/plan-forms", download_get, MAY_FORM_SEE, .takes = search_query, .gives = download_list_fields, .list = true,
		.crumb = UPLOAD "/範例檔案下載/下載實務訓練計畫表", .help = "範例檔案下載：下載實務訓練計畫表"},
	{POST, "/plan-forms", download_post, MAY_FORM_SEE, .takes = download_takes, .ticks = download_ticks, .most = 200,
		.type = "application/*", .heavy = true, .crumb = UPLOAD "/範例檔案下載/下載實務訓練計畫表",
		.asks = true, .help = "下載選取之人員或多人的實務訓練計畫表"},
	{GET, "/plan-forms/upload", upload_get, MAY_FORM_EDIT, .crumb = UPLOAD, .help = "實務訓練表單上傳與通報"},
	{POST, "/plan-forms/upload", upload_post, MAY_FORM_EDIT, .takes = upload_takes, .body = UPLOAD_BODY, .heavy = true, .crumb = UPLOAD,
		.help = "上傳有核章紀錄之實務訓練計畫表"},
	{GET, "/plan-forms/overview", overview_get, MAY_FORM_SEE, .takes = search_query, .gives = overview_list_fields, .list = true,
		.crumb = AREA "實務訓練計畫表繳交情形", .help = "實務訓練計畫表繳交情形"},
	{GET, "/plan-forms/:trainee", form_get, MAY_FORM_SEE, .gives = planform_fields, .also = form_also,
		.crumb = AREA "實務訓練計畫表", .help = "一位受訓人員的實務訓練計畫表"},
	{POST, "/plan-forms/:trainee", form_post, MAY_FORM_EDIT, .takes = planform_fields, .crumb = AREA "實務訓練計畫表",
		.help = "填寫工作項目、輔導方式及輔導員等欄位"},
	{POST, "/plan-forms/:trainee/files", file_post, MAY_FORM_EDIT, .takes = file_takes, .body = UPLOAD_BODY, .heavy = true,
		.crumb = AREA "實務訓練計畫表", .help = "上傳此人有核章紀錄之實務訓練計畫表"},
	{GET, "/plan-forms/:trainee/files/:number", file_get, MAY_FORM_SEE, .type = "application/pdf",
		.crumb = AREA "實務訓練計畫表", .help = "下載原始檔案檢視"},
	{POST, "/plan-forms/:trainee/files/:number/return", return_post, MAY_FORM_RETURN, .takes = reason_takes,
		.crumb = AREA "實務訓練計畫表", .help = "註記核章不全"},
	{POST, "/plan-forms/:trainee/files/:number/return-undo", return_undo_post, MAY_FORM_RETURN, .takes = reason_takes,
		.crumb = AREA "實務訓練計畫表", .help = "取消核章不全"},
	{0}
};
