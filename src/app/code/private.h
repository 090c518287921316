/* private.h: what the files of code/ share. */
#ifndef PEIXUN_CODE_PRIVATE_H
#define PEIXUN_CODE_PRIVATE_H

#include "app/code/code.h"

extern const struct field code_item_fields[];
void code_put_item(struct db *, const char *table, const struct code_item *);
#endif
