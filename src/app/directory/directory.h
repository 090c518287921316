/* directory.h: 機關 and 內部單位 as code tables: everybody of the back office reads and downloads them, 總處 brings them in by file, an agency
 * keeps its own units.                                                                              LEARN-017, 042 */
#ifndef PEIXUN_DIRECTORY_H
#define PEIXUN_DIRECTORY_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct import_kind directory_agency_kind, directory_unit_kind;
extern const struct route directory_routes[];
enum scope directory_scope(struct req *, const char *parameter, int64_t unit);
#endif
