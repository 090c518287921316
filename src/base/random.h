/* random.h: tokens that can't be guessed, and what is stored of them. */
#ifndef PEIXUN_RANDOM_H
#define PEIXUN_RANDOM_H

#include "base/arena.h"

char *random_token(struct arena *);                             /* 32 bytes from the system, as 43 characters of base64url */
char *random_digits(struct arena *, int n);                  /* n decimal digits from the system */
char *token_hash(struct arena *, const char *token);            /* SHA-256 in hexadecimal: what the database keeps */
char *sha256_hex(struct arena *, const void *bytes, size_t n);
#endif
