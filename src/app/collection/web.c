/* web.c: 繳費對帳: the pages.                                                                            ACMS-095 ACMS-096 */
#include "app/collection/private.h"
#include "app/may.h"

static void import_get(struct req *r)
{
	import_upload_page(r, &collection_kind);
}

static void import_post(struct req *r)
{
	import_upload_post(r, &collection_kind);
}

static void template_get(struct req *r)
{
	import_template(r, &collection_kind);
}

const struct route collection_routes[] = {
	{GET, "/payments/import", import_get, MAY_PAYMENT, .crumb = "請證系統/繳費對帳/代收款檔匯入", .help = "匯入代收款檔"},
	{POST, "/payments/import", import_post, MAY_PAYMENT, .body = (uint64_t)512 << 20, .heavy = true,
		.crumb = "請證系統/繳費對帳/代收款檔匯入", .help = "上傳代收款檔"},
	{GET, "/payments/import/template", template_get, MAY_PAYMENT, .help = "代收款檔的範本"},
	{0}
};
