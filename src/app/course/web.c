/* web.c: the addresses of 新增/維護課程.                                                         LEARN-211 … 232 */
#include "app/course/form.h"
#include "app/may.h"

#define AREA "學習資訊維護/新增//維護課程"

static void import_get(struct req *r) { import_upload_page(r, &course_kind); }
static void import_post(struct req *r) { import_upload_post(r, &course_kind); }
static void template_get(struct req *r) { import_template(r, &course_kind); }
static void lesson_import_get(struct req *r) { import_upload_page(r, &lesson_kind); }
static void lesson_import_post(struct req *r) { import_upload_post(r, &lesson_kind); }
static void lesson_template_get(struct req *r) { import_template(r, &lesson_kind); }

static const struct field query_fields[] = {{.name = "batch", .label = "批次", .kind = K_INT},
	{.name = "code", .label = "課程代碼", .kind = K_TEXT}, {.name = "name", .label = "課程名稱",
	.kind = K_TEXT},
	{.name = "term", .label = "期別", .kind = K_INT, .least = 1, .most = 9999}, {.name = "year", .label = "年度", .kind = K_INT, .least = 1,
		.most = 999},
	{.name = "category", .label = "課程類別", .kind = K_TEXT}, {.name = "mode", .label = "課程性質", .kind = K_CODE, .list = course_modes},
	{.name = "method", .label = "報名方式", .kind = K_CODE, .list = course_methods}, {.name = "from", .label = "課程期間起", .kind = K_TEXT},
	{.name = "to", .label = "課程期間迄", .kind = K_TEXT}, {.name = "state", .label = "上線狀態", .kind = K_CODE, .list = course_states}, {0}},
stop_fields[] = {{.name = "stop_reason", .label = "停開原因", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "version", .label = "版本", .kind = K_INT, .use = EDIT}, {0}},
online_fields[] = {{.name = "off", .label = "1：下線；空白：重新上線", .kind = K_TEXT, .use = EDIT},
	{.name = "version", .label = "版本", .kind = K_INT, .use = EDIT}, {0}},
remove_fields[] = {{.name = "reason", .label = "刪除原因", .kind = K_TEXT, .use = EDIT, .need = true},
	{.name = "version", .label = "版本", .kind = K_INT, .use = EDIT}, {0}};
static const char *const form_ticks[] = {"look", "sync", "subject_1", "teacher_1", "pick_1", "lesson_hours_1", "class_date_1",
	"from_time_1", "to_time_1", "order_1", "drop_1", "note_1", NULL};

const struct route course_routes[] = {
	{GET, "/courses", courses_get, MAY_COURSE | MAY_DGPA, .takes = query_fields, .gives = course_fields, .list = true, .crumb = AREA,
		.menu = "新增/維護課程", .group = "學習資訊維護", .help = "新增/維護課程"},
	{GET, "/courses/new", course_new_get, MAY_COURSE, .crumb = AREA "/新增課程", .help = "新增課程"},
	{POST, "/courses/new", course_new_post, MAY_COURSE, .takes = course_fields, .ticks = form_ticks, .crumb = AREA "/新增課程",
		.help = "新增課程"},
	{GET, "/courses/import", import_get, MAY_COURSE, .crumb = AREA "/整批新增課程", .help = "整批新增課程"},
	{POST, "/courses/import", import_post, MAY_COURSE, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批新增課程",
		.help = "上傳課程"},
	{GET, "/courses/import/template", template_get, MAY_COURSE, .help = "整批新增課程的範本"},
	{GET, "/courses/subjects/import", lesson_import_get, MAY_COURSE, .crumb = AREA "/整批新增科目", .help = "整批新增科目"},
	{POST, "/courses/subjects/import", lesson_import_post, MAY_COURSE, .body = (uint64_t)512 << 20, .heavy = true, .crumb = AREA "/整批新增科目",
		.help = "上傳科目"},
	{GET, "/courses/subjects/import/template", lesson_template_get, MAY_COURSE, .help = "整批新增科目的範本"},
	{GET, "/courses/removed", courses_removed_get, MAY_COURSE, .crumb = AREA "/已刪除之課程", .help = "已刪除之課程"},
	{POST, "/courses/removed/:removed/restore", course_restore_post, MAY_COURSE, .crumb = AREA "/已刪除之課程", .help = "復原課程"},
	{GET, "/courses/:course", course_one_get, MAY_COURSE | MAY_DGPA, .gives = course_fields, .crumb = AREA "/課程", .help = "一期課程"},
	{POST, "/courses/:course", course_one_post, MAY_COURSE, .takes = course_fields, .ticks = form_ticks, .crumb = AREA "/課程",
		.help = "修改課程"},
	{GET, "/courses/:course/copy", course_copy_get, MAY_COURSE, .crumb = AREA "/複製", .help = "複製為次一期別"},
	{POST, "/courses/:course/remove", course_remove_post, MAY_COURSE, .takes = remove_fields, .crumb = AREA "/課程", .help = "刪除課程"},
	{POST, "/courses/:course/stop", course_stop_post, MAY_COURSE, .takes = stop_fields, .crumb = AREA "/課程", .help = "停開"},
	{POST, "/courses/:course/online", course_online_post, MAY_COURSE, .takes = online_fields, .crumb = AREA "/課程", .help = "下線、重新上線"},
	{0}
};
