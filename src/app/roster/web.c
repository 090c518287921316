/* web.c: 錄取人員名冊匯入.   ACMS-023 */
#include "app/may.h"
#include "app/roster/roster.h"

static void page_get(struct req *r)
{
	import_upload_page(r, &roster_kind);
}

static void file_post(struct req *r)
{
	import_upload_post(r, &roster_kind);
}

static void template_get(struct req *r)
{
	import_template(r, &roster_kind);
}

const struct route roster_routes[] = {
	{GET, "/roster/import", page_get, MAY_ROSTER_IMPORT, .crumb = "分發人員管理/錄取人員名冊匯入", .help = "匯入錄取人員名冊"},
	{POST, "/roster/import", file_post, MAY_ROSTER_IMPORT, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = "分發人員管理/錄取人員名冊匯入", .help = "上傳錄取人員名冊"},
	{GET, "/roster/import/template", template_get, MAY_ROSTER_IMPORT, .help = "錄取人員名冊的範本"},
	{0}
};
