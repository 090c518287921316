/* portal.h: 首頁 of 終身學習's back office: what waits, 重要訊息, the functions that one has, 使用手冊.  LEARN-101 … 112 */
#ifndef PEIXUN_PORTAL_H
#define PEIXUN_PORTAL_H

#include "web/route.h"

extern const struct route portal_routes[];

/* 重要訊息 of the 前台 for who asks, be it nobody, into an open page; nothing where there are none. */
void portal_front(struct html *, const struct req *);
#endif
