/* fact.h: what goes into a rule and what comes out, declared once: the reader of JSON, its refusals, the writer and the JSON
 * Schema follow from it.  Knows no rule.                                                        DEC
 *
 * A table of facts ends with a name of NULL and describes one struct. */
#ifndef PEIXUN_FACT_H
#define PEIXUN_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "rule/period.h"

/* The C type of each kind. */
struct maybe_int { bool known; int64_t n; };
struct maybe_bool { bool known, yes; };
struct fact_rows { int n; void *at; };                          /* n structs that the table `row` describes; at NULL: absent */
struct fact_texts { int n; const char **at; };                  /* likewise */
struct fact_range { bool known; int64_t min, max; };            /* [min,max] in JSON */
struct fact_dates { int n; struct date *at; };                  /* likewise */
struct fact_time { struct date day; int second; bool bare; };   /* of the day, in Taiwan; bare: no time was said */

typedef struct date DATE_fact;                                  /* {0}: absent */
typedef struct period LENGTH_fact;                              /* n == 0: absent */
typedef int64_t INT_fact;
typedef struct maybe_int MAYBE_INT_fact;
typedef bool BOOL_fact;                                         /* absent is false */
typedef struct maybe_bool MAYBE_BOOL_fact;
typedef struct decimal DECIMAL_fact;                            /* a text of digits in JSON */
typedef const char *TEXT_fact;                                  /* NULL: absent */
typedef int CHOICE_fact;                                        /* its place in `choices`; -1: absent */
typedef struct fact_rows ROWS_fact;
typedef struct fact_texts TEXTS_fact;
typedef struct fact_range RANGE_fact;
typedef struct fact_dates DATES_fact;
typedef struct fact_time TIME_fact;                             /* "2024-08-01T09:30"; its seconds, or all of it, may be left out */
typedef struct decimal HOURS_fact;                              /* an integer, or a text with at most two places */
typedef struct decimal PERCENT_fact;                            /* "20.6%" */

enum fact_kind { FACT_DATE, FACT_LENGTH, FACT_INT, FACT_MAYBE_INT, FACT_BOOL, FACT_MAYBE_BOOL, FACT_DECIMAL, FACT_TEXT, FACT_CHOICE,
	FACT_ROWS, FACT_TEXTS, FACT_RANGE, FACT_DATES, FACT_TIME, FACT_HOURS, FACT_PERCENT, FACT_OBJECT };

struct fact {
	const char *name;
	enum fact_kind kind;
	size_t at;
	const char *label;                                      /* what it is, in Chinese */
	bool may_be_absent;
	bool may_be_null;                                       /* the key has to be there, null is absent */
	const char *const *choices;                             /* of CHOICE, of TEXTS if the list is closed, of TEXT if it is not; ends with NULL */
	const char *const *shown;                               /* the choices in Chinese; NULL: they are */
	const struct fact *row;                                 /* of ROWS and OBJECT */
	size_t row_size;
	int places;                                             /* of DECIMAL, going out */
	bool personal;                                          /* of a person: stands in no address */
	int of_plan;                                            /* of TEXT: enum plan_key of the plan's list that it is from; 0: none */
};

#define FACT_SAME(S, m, T) (0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((struct S *)0)->m), T) ? 1 : -1]))
#define FACT(S, m, K, L, ...) {.name = #m, .label = L, .kind = FACT_##K, \
	.at = offsetof(struct S, m) + FACT_SAME(S, m, K##_fact), __VA_ARGS__}

/* An object of its own: the member is a `const struct T *`, NULL when absent.  ROW: the table of its facts. */
#define FACT_POINTS(S, m, T) (0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((struct S *)0)->m), const struct T *) ? 1 : -1]))
#define FACT_OF(S, m, T, L, ROW, ...) {.name = #m, .label = L, .kind = FACT_OBJECT, .row = ROW, .row_size = sizeof(struct T), \
	.at = offsetof(struct S, m) + FACT_POINTS(S, m, T), __VA_ARGS__}

/* Why facts could not be read. */
struct fact_error { const char *code, *path, *text; };          /* path: a JSON pointer */

struct fact_reader {
	struct arena *mem;
	struct fact_error error;
	bool out_of_range;                                      /* a day exists, but not within 1912–2911; it reads as absent */
};

/* Lays one JSON object over a zeroed struct.  False: the first error is in the reader.  object: a json_t of jansson. */
bool facts_read(struct fact_reader *, const void *object, const struct fact *, void *to);

/* Where and why a text is not JSON: "第1行第7字：欄位重複".  error: a json_error_t of jansson. */
const char *fact_syntax(struct arena *, const void *error);

/* Adds the members of an object that has begun; absent ones as null. */
void facts_write(struct json *, struct arena *, const struct fact *, const void *from);

/* For values: one more text, or none yet, so that an empty list is said and not left open. */
void fact_texts_add(struct arena *, struct fact_texts *, const char *);
void fact_texts_none(struct arena *, struct fact_texts *);

bool fact_texts_has(const struct fact_texts *, const char *);
const char *fact_texts_line(struct arena *, const struct fact_texts *);         /* 甲、乙、丙 */

/* A JSON Schema of the object.  input: strict, with required keys; else every key is there and may be null,
 * and others may stand beside them. */
void facts_schema(struct json *, const struct fact *, bool input);
#endif
