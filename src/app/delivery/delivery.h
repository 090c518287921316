/* delivery.h: 成績下載: what the people of an agency have learnt in a year, in a zip behind a 檔案密碼, and the book of what was fetched, so that
 * what is corrected or deleted later flows back to where it was delivered.  Who changes a record marks it there (hours/).
 *                                                                                                LEARN-110, 401 … 406 */
#ifndef PEIXUN_DELIVERY_H
#define PEIXUN_DELIVERY_H

#include "app/download/download.h"
#include "web/route.h"

extern const struct route delivery_routes[];
extern const struct download_kind delivery_kind;
#endif
