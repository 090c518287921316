/* portal.h: 首頁 of 終身學習's back office: what waits, 重要訊息, the functions that one has, 使用手冊.  LEARN-101 … 112 */
#ifndef PEIXUN_PORTAL_H
#define PEIXUN_PORTAL_H

#include "web/route.h"

extern const struct route portal_routes[];
#endif
