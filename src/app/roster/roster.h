/* roster.h: the persons admitted by an examination, as 保訓會 loads them from a file.                      ACMS-023 */
#ifndef PEIXUN_ROSTER_H
#define PEIXUN_ROSTER_H

#include "app/import/import.h"

extern const struct import_kind roster_kind;
extern const struct route roster_routes[];
#endif
