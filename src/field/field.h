/* field.h: a record's fields, declared once.  From one table follow the form, what is read from it, the columns of a list and of
 * its files, JSON, the reading of rows, what the audit log says has changed, and the help page. */
#ifndef PEIXUN_FIELD_H
#define PEIXUN_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/code.h"
#include "base/date.h"
#include "base/json.h"
#include "db/db.h"
#include "field/issue.h"

enum field_kind { K_END, K_TEXT, K_INT, K_BOOL, K_DATE, K_MOMENT, K_CODE, K_ID };
/* The C type of a member of each kind. */
#define TEXT_t const char *
#define INT_t int64_t
#define BOOL_t bool
#define DATE_t struct date
#define MOMENT_t struct moment
#define CODE_t struct code
#define ID_t const char *

/* KEY identifies a row, SHOW is only read, EDIT may be changed by a submission, MARK is ours and never shown. */
enum field_use { KEY, SHOW, EDIT, MARK };
enum field_privacy { OPEN, PERSONAL, SENSITIVE };

struct field {
	const char *name, *label;
	enum field_kind kind;
	enum field_use use;
	size_t at;
	bool need, lines, wide;                                 /* must be given; several lines; a wide input */
	int64_t least, most;                                    /* INT: range, TEXT: characters (0: 200) */
	const struct code *list;                                /* CODE: the closed list */
	const char *numbers;                                    /* CODE: what files write for its entries, in its order: 1|2|6 */
	bool until;                                             /* MOMENT: a day alone is its last second; else its first */
	enum field_privacy privacy;
	const char *heading;                                    /* in files of many rows, where it is not the label */
	const char *hint, *example, *aliases;                   /* aliases: other headings in files, separated by | */
	bool not_sorted;                                        /* a list can't be sorted by it */
	bool several;                                           /* TEXT: any number of values of a list, stored as "a,b" */
	bool today;                                             /* DATE: an empty form proposes the day on which it is filled in */
};

/* FIELD(report, day, DATE, EDIT, "報到日期", .need = true).  The kind's type and the member's must be the same, or it does not compile. */
#define SAME(S, m, T) (0 * sizeof(char[__builtin_types_compatible_p(__typeof__(((struct S *)0)->m), T) ? 1 : -1]))
#define FIELD(S, m, K, U, L, ...) {.name = #m, .label = L, .kind = K_##K, .use = U, \
	.at = offsetof(struct S, m) + SAME(S, m, K##_t), __VA_ARGS__}

/* What its column is called in files of many rows. */
static inline const char *field_heading(const struct field *f)
{
	return f->heading ? f->heading : f->label;
}

const struct field *field_named(const struct field *, const char *name);        /* NULL when there is none */

/* Name and value pairs as a form, a query, a JSON object or a row of a file brings them.  Names may repeat. */
struct pair { const char *name, *value; };
struct pairs { struct pair *at; size_t n, room; };
const char *pair_value(const struct pairs *, const char *name);                 /* the first, NULL when absent */
const char *pair_values(struct arena *, const struct pairs *, const char *name); /* all of them as "a,b", NULL when absent */
void pair_add(struct arena *, struct pairs *, const char *name, const char *value);

/* How days are written: as people type them, or ISO only (JSON). */
enum field_style { TYPED, STRICT };

/* One value into its member.  False, with an issue, when it can't be; the member is then untouched. */
bool field_parse(const struct field *, enum field_style, const char *typed, void *record, struct issues *, int row);

/* The value as shown (113/08/01, 男, 是), as stored (2024-08-01, male, 1), and into JSON with its own type. */
const char *field_text(const struct field *, struct arena *, const void *record);
const char *field_plain(const struct field *, struct arena *, const void *record);
void field_json(const struct field *, struct json *, const void *record);
void record_json(const struct field *, struct json *, const void *record);     /* an object of all fields but MARK */
bool field_empty(const struct field *, const void *record);
/* As field_plain gave it, back into its member; "" empties it.  A code that is no longer in the list keeps its id as label. */
void field_load(const struct field *, struct arena *, const char *plain, void *record);

/* The EDIT fields of a record laid over it from a submission: only pairs that are present change anything, but a needed field must be
 * there when `whole` is true.  Gives false when an issue was noted.  A yes/no field that a form left out is no, one of several values none. */
bool record_merge(const struct field *, enum field_style, const struct pairs *, bool whole,
	void *record, struct issues *, int row);

/* Rows of a statement as an array of records of `size` bytes: every field that is a column of the rows is filled in. */
void *records_load(struct arena *, const struct rows *, const struct field *, size_t size);
/* As above for the one row expected; false when there is none. */
bool record_load(struct arena *, const struct rows *, const struct field *, void *record);

/* What an empty form proposes: for display alone, since what a submission leaves out stays out. */
void record_propose(const struct field *, void *record, struct date today);

/* What differs between two records, as JSON objects for the audit log; national IDs are masked.  False: nothing differs. */
bool record_changes(const struct field *, struct arena *, const void *before, const void *after,
	const char **from, const char **to);

const struct code *code_find(const struct code *list, const char *id_or_label);         /* NULL when not in it */
char *code_labels(struct arena *, const struct code *list);     /* 男、女 */

extern const struct code sex_codes[];
extern const struct code yes_no_codes[];
#endif
