/* national_id.h: 國民身分證統一編號 and both forms of 統一證號: their shape and check digit. */
#ifndef PEIXUN_NATIONAL_ID_H
#define PEIXUN_NATIONAL_ID_H

#include <stdbool.h>

/* Ten ASCII characters, already folded and capital (text_upper). */
bool national_id_formed(const char *);                          /* letters and digits where they belong */
bool national_id_valid(const char *);                           /* formed, and the check digit is right */
bool national_id_resident(const char *);                        /* of a formed one: 外來人口統一證號 */
bool national_id_female(const char *);                          /* of a formed one */
#endif
