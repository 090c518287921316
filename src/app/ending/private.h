/* private.h: between the files of ending/. */
#ifndef PEIXUN_ENDING_PRIVATE_H
#define PEIXUN_ENDING_PRIVATE_H

#include "app/ending/ending.h"

struct revocation { struct code cause, sender; struct date found; const char *facts, *evidence; };
struct reported { const char *document; struct date sent; };
struct decided { struct code result; const char *document, *reason; struct date decided, effective; };

extern const struct code revocation_causes[], revocation_senders[];
extern const struct field reported_fields[];
#endif
