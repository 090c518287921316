/* seal.h: what a seal is made of (private to audit/): the hash of a row, the list of members, the HMAC and its key. */
#ifndef PEIXUN_AUDIT_SEAL_H
#define PEIXUN_AUDIT_SEAL_H

#include <stdint.h>

#include "app/audit/audit.h"
#include "base/arena.h"
#include "db/db.h"

enum { SEAL_HASH = 32, SEAL_ID = 8, SEAL_MEMBER = SEAL_ID + SEAL_HASH, SEAL_KEY = AUDIT_KEY };

/* The key, read once.  Made when missing, unless something is sealed already: then it is a fault. */
const unsigned char *seal_key(struct db *);

/* SHA-256 over every column of a row of audit_members: nothing that can be changed is left out. */
void seal_hash_row(const struct rows *, int row, unsigned char hash[SEAL_HASH]);

void seal_put_number(unsigned char to[8], int64_t number);      /* big end first */
int64_t seal_get_number(const unsigned char from[8]);

/* HMAC-SHA-256 in hexadecimal over number, moment, the last seal's HMAC and the members. */
char *seal_mac(struct arena *, const unsigned char *key, int64_t number, int64_t made, const char *previous,
	struct bytes members);

#endif
