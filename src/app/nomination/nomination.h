/* nomination.h: 升官等訓練名冊線上報送: a 遴選機關 sends its roster, 保訓會 takes it or sends the whole of it back with marks on rows.
 *
 * A roster comes as a file through the import engine; every file that was taken in stays as a version.  What is confirmed is locked: no
 * page, no JSON and no command changes it until 保訓會 has sent it back.                    PROMO-029, 046, 048 … 065, 107, 111, 119 */
#ifndef PEIXUN_NOMINATION_H
#define PEIXUN_NOMINATION_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route nomination_routes[];
extern const struct import_kind nomination_kind;
#endif
