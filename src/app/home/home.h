/* home.h: 系統選單 and what stands around the work: areas with their 主要作業, the to-do list, help, 網站導覽.   ACMS-012 … 019, ACMS-022 */
#ifndef PEIXUN_HOME_H
#define PEIXUN_HOME_H

#include "web/route.h"

extern const struct route home_routes[];
#endif
