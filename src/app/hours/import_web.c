/* import_web.c: the pages of the three files, 「整批上傳(已開班)」, 「整批上傳(未開班)」, 「整批上傳(進修成績)」.   LEARN-289, 301, 311 */
#include <string.h>

#include "app/hours/private.h"
#include "app/may.h"

static const struct import_kind *kind_of(const struct req *r)
{
	const char *path = r->route->path;

	return strstr(path, "unopened") ? &hours_unopened_kind : strstr(path, "study") ? &hours_study_kind : &hours_opened_kind;
}

static void page_get(struct req *r)
{
	import_upload_page(r, kind_of(r));
}

static void file_post(struct req *r)
{
	import_upload_post(r, kind_of(r));
}

static void template_get(struct req *r)
{
	import_template(r, kind_of(r));
}

#define UPLOAD(PATH, CRUMB, WHAT) \
	{GET, PATH, page_get, MAY_HOURS, .crumb = "學習資訊維護/登錄//維護學習時數/" CRUMB, .help = WHAT}, \
	{POST, PATH, file_post, MAY_HOURS, .body = (uint64_t)512 << 20, .heavy = true, .crumb = "學習資訊維護/登錄//維護學習時數/" CRUMB, \
		.help = "上傳：" WHAT}, \
	{GET, PATH "/template", template_get, MAY_HOURS, .help = "範本：" WHAT}

const struct route hours_import_routes[] = {
	UPLOAD("/hours/import/opened", "整批上傳(已開班)", "整批新增學員時數(已開班)"),
	UPLOAD("/hours/import/unopened", "整批上傳(未開班)", "整批新增學員時數(未開班)"),
	UPLOAD("/hours/import/study", "整批上傳(進修成績)", "整批新增學員時數(進修成績)"),
	{0}
};
