/* web.c: the addresses of the slice; those of the records are life's. */
#include "app/guidance/private.h"
#include "app/guidance/view.h"

const struct route guidance_routes[] = {
	{GET, "/guidance/due", guidance_due_get, MAY_LIFE_SEE, .takes = guidance_due_query, .gives = guidance_due_fields, .list = true,
		.crumb = "分發人員管理/實務訓練管理/輔導紀錄應辦清單", .help = "尚缺的輔導紀錄表與應辦的個別會談"},
	{GET, "/trainees/:trainee/resources", guidance_resources_get, MAY_LIFE_SEE,
		.crumb = "分發人員管理/受訓人員/輔導與諮商相關網路資源", .help = "輔導與諮商相關網路資源"},
	{GET, "/trainees/:trainee/resources/pdf", guidance_resources_pdf_get, MAY_LIFE_SEE, .type = "application/pdf",
		.heavy = true, .help = "輔導與諮商相關網路資源一覽表（PDF）"},
	{0}
};
