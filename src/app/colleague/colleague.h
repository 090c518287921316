/* colleague.h: 人事單位 and 統計報表: the lists of persons and courses: 同仁學習狀況明細, 同仁課程資料查詢, 同仁學習類別時數一覽, 同仁登錄會員明細,
 * 機關課程查詢, 多條件複選產製報表; each with its conditions, its files, and a zip with 檔案密碼 where it holds 身分證字號.
 *                                                     LEARN-441 … 445, 451 … 453, 461, 462, 511, 512, 571 … 573, 631 … 634 */
#ifndef PEIXUN_COLLEAGUE_H
#define PEIXUN_COLLEAGUE_H

#include "app/download/download.h"
#include "web/route.h"

extern const struct route colleague_routes[];
#define COLLEAGUE_DOWNLOADS &colleague_status_file, &colleague_detail_file, &colleague_unit_file, &colleague_category_file, \
	&colleague_member_file, &colleague_choice_file
extern const struct download_kind colleague_status_file, colleague_detail_file, colleague_unit_file, colleague_category_file,
	colleague_member_file, colleague_choice_file;
#endif
