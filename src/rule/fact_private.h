/* fact_private.h: between the readers of facts from JSON. */
#ifndef PEIXUN_FACT_PRIVATE_H
#define PEIXUN_FACT_PRIVATE_H

#include <jansson.h>

#include "rule/fact.h"

/* A place in the input; its JSON pointer is written only when something is wrong there. */
struct place { const struct place *up; const char *name; int row; };    /* name NULL: a row */

/* The error at a place; gives false. */
bool fact_wrong(struct fact_reader *, const struct place *, const char *format, ...) __attribute__((format(printf, 3, 4)));
bool fact_wrong_type(struct fact_reader *, const struct place *, const struct fact *, const char *want, const json_t *value);

int fact_choice_of(const struct fact *, const char *);          /* its place among the choices; -1: none */

/* One value that is neither a list nor an object. */
bool fact_read_value(struct fact_reader *, const json_t *, const struct place *, const struct fact *, void *to);
bool fact_read_date(struct fact_reader *, const json_t *, const struct place *, const struct fact *, struct date *to);

#endif
