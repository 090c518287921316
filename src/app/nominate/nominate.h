/* nominate.h: 薦送報名: an agency registers its people for courses of 機關薦送, by a file; what became of them; taking one back.
 * Registrations themselves are those of registration/.                                                   LEARN-421 … 432 */
#ifndef PEIXUN_NOMINATE_H
#define PEIXUN_NOMINATE_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route nominate_routes[];
extern const struct import_kind nominate_kind;                  /* CSV-8 */
#endif
