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
extern const struct import_target collected_target;
void collected_take_back(struct import *);

/* ---- payments as people see them: settle.c */
struct payment {
	int64_t id, version, amount, batch, slip, admission, exam_year;
	struct code channel, outcome, standing;
	const char *owed, *source_row;                          /* "" where there is none */
	const char *reference, *slip_number, *source, *settle_reason, *settle_document, *settler, *name, *exam_name;
	struct date paid_on, due;
	struct moment received, settled;
};
extern const struct field payment_fields[];
extern const struct code payment_standings[];                   /* 待處理, 已入帳, then what a person may decide */
extern const struct code payment_settlements[];                 /* the latter alone */
bool payment_load(struct db *, struct arena *, int64_t id, struct payment *);
bool payment_is_open(const struct payment *);                   /* to be settled */

/* A person's decision about money that did not fit: booked for the slip that it names, or for another; given back; or closed.
 * Inside the transaction; false with issues noted.  seen: the version that the page showed, 0: whichever. */
struct settling {
	int64_t payment, seen;
	const char *settlement, *slip, *document, *reason;
	const struct who *who;
	const char *address;
	struct moment now;
	struct issues *issues;
};
extern const struct field settle_fields[];
void settle_check(const struct settling *);                     /* what the answers tell by themselves */
bool settle(struct db *, const struct settling *);
bool settle_reopen(struct db *, const struct settling *);       /* the decision is taken back; not where more was built on it */
#endif
