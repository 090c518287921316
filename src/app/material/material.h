/* material.h: 數位教材資訊通報: digital materials that an agency has made, for all to find.                     LEARN-321 … 326 */
#ifndef PEIXUN_MATERIAL_H
#define PEIXUN_MATERIAL_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route material_routes[];
extern const struct import_kind material_kind;
#endif
