/* web.c: the addresses of the slice certificate. */
#include "app/certificate/view.h"

static const char *const row_ticks[] = {"row", NULL}, *const ticks[] = {"tick", NULL};
static const struct field reason_takes[] = {
	{.name = "reason", .label = "理由（退回；保訓會更正）", .kind = K_TEXT, .use = EDIT},
	{.name = "document", .label = "發文文號（登錄函送）", .kind = K_TEXT, .use = EDIT, .most = 60},
	{.name = "day", .label = "發文日期（登錄函送）", .kind = K_DATE, .use = EDIT},
	{.name = "version", .label = "看到的版本", .kind = K_INT, .use = EDIT, .least = 1, .most = INT64_MAX},
	{0}
};
static const struct field proof_takes[] = {
	{.name = "what", .label = "文件種類", .kind = K_CODE, .use = EDIT, .need = true, .list = proof_kinds}, {0}};
static const struct field proof_remove_takes[] = {{.name = "remove_reason", .label = "移除理由", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};
static const struct field serial_query[] = {{.name = "number", .label = "申請序號", .kind = K_TEXT, .most = 20},
	{.name = "state", .label = "狀態，例如 open（未確認）", .kind = K_TEXT, .most = 20}, {0}};

static void data_get(struct req *r)
{
	import_upload_page(r, &certificate_data_kind);
}

static void data_post(struct req *r)
{
	import_upload_post(r, &certificate_data_kind);
}

static void data_template(struct req *r)
{
	import_template(r, &certificate_data_kind);
}

static void education_get(struct req *r)
{
	import_upload_page(r, &education_score_kind);
}

static void education_post(struct req *r)
{
	import_upload_post(r, &education_score_kind);
}

static void education_template(struct req *r)
{
	import_template(r, &education_score_kind);
}

#define AREA "請證系統/"
#define UPLOAD_MOST ((uint64_t)512 << 20)

const struct route certificate_routes[] = {
	{GET, "/certification/persons", persons_get, MAY_CERTIFICATE_SEE, .takes = person_conditions, .gives = applicant_fields, .list = true,
		.crumb = AREA "請證人員資料管理/個人資料維護作業", .help = "請證人員資料管理：個人資料維護作業"},
	{POST, "/certification/persons", persons_post, MAY_LIFE_EDIT | MAY_COMMISSION, .takes = reason_takes, .ticks = row_ticks,
		.crumb = AREA "請證人員資料管理/個人資料維護作業", .help = "儲存身分別、實務訓練成績、實訓期間"},
	{POST, "/certification/persons/find", persons_find_post, MAY_CERTIFICATE_SEE, .takes = person_find_takes,
		.crumb = AREA "請證人員資料管理/個人資料維護作業", .help = "以年度、考試代碼及其他條件（如身分證字號）查詢請證人員"},
	{GET, "/certification/persons/:trainee", person_edit_get, MAY_CERTIFICATE_SEE, .gives = applicant_fields,
		.crumb = AREA "請證人員資料管理/修改資料", .help = "一位請證人員的資料"},
	{POST, "/certification/persons/:trainee/proofs", proof_post, MAY_LIFE_EDIT, .takes = proof_takes, .body = 25 << 20,
		.crumb = AREA "請證人員資料管理/修改資料", .help = "附上身分別或資料變更之證明文件（檔案欄位 file）"},
	{GET, "/certification/persons/:trainee/proofs/:number", proof_get, MAY_LIFE_EDIT | MAY_COMMISSION, .type = "application/pdf",
		.help = "讀取證明文件"},
	{POST, "/certification/persons/:trainee/proofs/:number/remove", proof_remove_post, MAY_LIFE_EDIT, .takes = proof_remove_takes,
		.crumb = AREA "請證人員資料管理/修改資料", .help = "移除誤附之證明文件"},
	{GET, "/certification/persons/:trainee/note", note_get, MAY_CERTIFICATE_SEE, .type = "application/pdf", .heavy = true,
		.help = "列印已發證者之請證證明（附查驗條碼）"},
	{GET, "/verify", verify_get, 0, .takes = verify_takes, .gives = verified_fields, .crumb = "請證查驗",
		.help = "查驗成績清冊或請證證明是否有效"},
	{GET, "/certification/import", data_get, MAY_LIFE_EDIT, .crumb = AREA "請證人員資料管理/請證資料匯入", .help = "請證資料匯入"},
	{POST, "/certification/import", data_post, MAY_LIFE_EDIT, .body = UPLOAD_MOST, .heavy = true,
		.crumb = AREA "請證人員資料管理/請證資料匯入", .help = "上傳請證資料"},
	{GET, "/certification/import/template", data_template, MAY_LIFE_EDIT, .help = "請證資料的範本"},
	{GET, "/certification/education", education_get, MAY_COMMISSION | MAY_COLLEGE, .crumb = AREA "教育訓練成績匯入", .help = "教育訓練成績匯入"},
	{POST, "/certification/education", education_post, MAY_COMMISSION | MAY_COLLEGE, .body = UPLOAD_MOST, .heavy = true,
		.crumb = AREA "教育訓練成績匯入", .help = "上傳教育訓練成績"},
	{GET, "/certification/education/template", education_template, MAY_COMMISSION | MAY_COLLEGE, .help = "教育訓練成績的範本"},
	{GET, "/certification/serials", serials_get, MAY_CERTIFICATE_SEE, .takes = serial_query, .gives = serial_fields, .list = true,
		.crumb = AREA "申請序號", .help = "申請序號人員異動、確認申請作業"},
	{GET, "/certification/serials/new", serial_new_get, MAY_CERTIFICATE_SEE, .takes = condition_fields, .gives = applicant_fields, .list = true,
		.crumb = AREA "申請序號建立", .help = "申請序號建立"},
	{POST, "/certification/serials/new", serial_new_post, MAY_LIFE_EDIT, .ticks = ticks, .crumb = AREA "申請序號建立", .help = "產製申請序號"},
	{GET, "/certification/serials/:serial", serial_get, MAY_CERTIFICATE_SEE, .gives = register_fields, .list = true,
		.crumb = AREA "申請序號/申請序號人員異動", .help = "一個申請序號的人員"},
	{POST, "/certification/serials/:serial", serial_show_post, MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE, .ticks = ticks, .hidden = true,
		.crumb = AREA "申請序號/申請序號人員異動", .help = "名單之另一頁或另一排序，已勾選者不變"},
	{POST, "/certification/serials/:serial/*act", serial_act_post, MAY_LIFE_EDIT | MAY_COMMISSION | MAY_COLLEGE, .takes = reason_takes,
		.ticks = ticks, .crumb = AREA "申請序號/申請序號人員異動",
		.help = "加入 add、刪除人員 remove、刪除序號 delete、確認申請 confirm、登錄函送 send、退回 return、作廢 void"},
	{GET, "/certification/serials/:serial/roster", roster_get, MAY_CERTIFICATE_SEE, .type = "application/pdf", .heavy = true,
		.help = "列印實務訓練及性質特殊訓練成績清冊"},
	{GET, "/certification/received", received_get, MAY_COLLEGE | MAY_COMMISSION, .takes = received_query, .gives = received_fields, .list = true,
		.crumb = AREA "成績清冊收件", .help = "尚未收到紙本之成績清冊"},
	{POST, "/certification/received", received_post, MAY_COLLEGE | MAY_COMMISSION, .takes = received_takes, .ticks = ticks,
		.crumb = AREA "成績清冊收件", .help = "登錄收到紙本成績清冊之日期"},
	{GET, "/certification/progress", progress_get, MAY_CERTIFICATE_SEE, .takes = condition_fields, .gives = progress_fields, .list = true,
		.crumb = AREA "請證進度查詢", .help = "請證進度查詢"},
	{GET, "/certification/numbers", numbers_get, MAY_COMMISSION, .gives = serial_fields, .list = true, .crumb = AREA "登錄請證文號",
		.help = "登錄保訓會請證文號、考試院發證文號"},
	{POST, "/certification/numbers", numbers_post, MAY_COMMISSION, .takes = numbers_takes, .ticks = ticks, .crumb = AREA "登錄請證文號",
		.help = "登錄保訓會請證文號、考試院發證文號"},
	{0}
};
