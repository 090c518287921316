/* issue.h: a person's mistakes as data: which row, which field, which rule, in words that say what would be accepted.
 *
 * Collected, never thrown: all are shown at once, beside their fields, in a result file and in JSON alike. */
#ifndef PEIXUN_ISSUE_H
#define PEIXUN_ISSUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/date.h"

struct field;

/* row counts from 0 in a list and is -1 for what concerns the whole; field is "" likewise. */
struct issue { int row; const char *field, *code, *text; };

struct issues {
	struct issue *at;
	size_t n, room, most;                                   /* past `most` they are counted, not kept */
	size_t all;
	struct arena *mem;
	const struct field *fields;                             /* where labels come from; may be NULL */
	bool learning;                                          /* the codes and words of 終身學習: E-REQ-01 for ERR_REQUIRED …   LEARN 14 */
};

struct issues issues_new(struct arena *, const struct field *);
void issues_clear(struct issues *);

/* A message is a template with {words}: {欄位} becomes the field's label, each other one takes the next argument (const char *).
 * issue(s, row, "day", "ERR_DATE", typed).  A code may have several templates: the number of arguments tells which.  An unknown code, or a
 * wrong number of arguments, is a fault. */
#define issue(issues, row, field, ...) issue_add((issues), (row), (field), (const char *const[]){__VA_ARGS__, NULL})
void issue_add(struct issues *, int row, const char *field, const char *const *code_and_values);

/* ERR_DATE_RANGE, unless a day is missing or they are in order: `later` is before `earlier`, which is named by its field of the same table,
 * or by a label where it stands in another one.  True: it was wrong. */
bool issue_range(struct issues *, int row, const char *earlier, struct date, const char *later, struct date);

const struct issue *issue_at(const struct issues *, int row, const char *field);        /* the first, or NULL */
bool issue_has(const struct issues *, const char *code);

/* The words of a message alone: message(mem, "ERR_PAY_NONE", "02-…").  {欄位} takes an argument here. */
#define message(mem, ...) message_text((mem), (const char *const[]){__VA_ARGS__, NULL})
char *message_text(struct arena *, const char *const *code_and_values);

/* What a form's complaint is called in 終身學習: the same, or E-REQ-01 for ERR_REQUIRED …, with its values, in `to`. */
enum { CODE_AND_VALUES = 8 };
const char *const *issue_learning(struct arena *, const char *const *code_and_values, const char *to[CODE_AND_VALUES]);
/* 「…（E-INT-01）」: with the code, where people are to see it; others as they are.                             LEARN-016 */
const char *issue_shown(struct arena *, const char *code, const char *text);

/* The catalogue, for the help pages and the API description; ends with a code of NULL.  Templates of one code stand together. */
struct message { const char *code, *text; };
extern const struct message messages[];
#endif
