/* private.h: what the files of collection/ share. */
#ifndef PEIXUN_COLLECTION_PRIVATE_H
#define PEIXUN_COLLECTION_PRIVATE_H

#include "app/collection/collection.h"
#include "app/collection/layout.h"
#include "app/fee/fee.h"

/* A row of a file: what a channel says. */
struct collected { const char *slip, *reference; int64_t amount; struct date paid; struct code channel; };
extern const struct field collected_fields[];

/* How it stands to what is stored, from judge to store. */
struct collected_known { int64_t slip; enum fee_outcome outcome; };

/* store.c */
void collected_store(struct import *, struct import_row *, int n);
void collected_shown(struct import *);
void collected_sweep_rows(struct import *, const char *what, int64_t first, int64_t last);
struct rows *collected_touched_rows(struct import *, int most);
void collected_take_back(struct import *);
#endif
