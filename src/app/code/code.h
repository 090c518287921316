/* code.h: the code tables that 總處 issues: 課程類別, 專長代碼, 職稱, 官職等 … with their days of validity.
 *
 * A code is ended, never removed.  What was delivered with the program stands in plans/codes, a CSV file a table; 總處 loads others.
 *                                                                                                        LEARN-017, 12 */
#ifndef PEIXUN_CODE_TABLES_H
#define PEIXUN_CODE_TABLES_H

#include "app/import/import.h"
#include "field/field.h"
#include "web/form_view.h"
#include "web/route.h"

/* name: as stored, and of its file in plans/codes; attribute: what its rows say besides (NULL: nothing). */
struct code_table { const char *name, *title, *attribute; bool required; };
extern const struct code_table code_tables[];                   /* ends with a name of NULL */
const struct code_table *code_table_named(const char *name);    /* NULL: there is none */

/* attribute_from: the first year (ROC) of the attribute of a 課程類別; 0: it never had another (the view category_class has what it was). */
struct code_item { int64_t id, version, sort_no; const char *table_code, *code, *name, *attribute; bool is_required;
	struct date valid_from, valid_to; int64_t attribute_from; };

/* All rows of all tables (some thousands), for a request or for the begin() of an import. */
struct code_book;
struct code_book *code_book(struct db *, struct arena *);

/* By code, or by the whole name.  E-CODE-01: there is none; E-CODE-02: it is not valid on that day; "": it is.  With a code unknown
 * *to is untouched.  No day: validity is not asked. */
const char *code_look_up(const struct code_book *, const char *table, const char *code_or_name, struct date day,
	const struct code_item **to);
/* The same with the complaint made; true: found and valid.  "" is not looked up: false, without complaint. */
bool code_check(struct issues *, int row, const char *field, const struct code_book *, const char *table, const char *code_or_name,
	struct date day, const struct code_item **to);
const struct code_item *code_of(const struct code_book *, const char *table, const char *code);       /* by code alone; NULL: none */
const struct code_item *code_by_id(const struct code_book *, int64_t id);       /* NULL: none */

/* The rows of a table that are valid on a day (none: all), in order, as a closed list: id is the code, label 「301 資訊」. */
const struct code *code_choices(const struct code_book *, struct arena *, const char *table, struct date day);
struct code_items { const struct code_item **at; int n; };
struct code_items code_items(const struct code_book *, struct arena *, const char *table, struct date day);

/* Every 課程類別 with the 四大課程類別 that it has in a year (ROC) as its attribute, by that, those of none last.     LEARN-482 */
struct code_items code_categories(struct db *, const struct code_book *, struct arena *, int64_t roc_year);

/* The same without a book, of today and with the code that is stored or asked for now: an input's options, the first of them `empty`. */
struct options code_options(struct req *, const char *table, const char *now, const char *empty);

/* Inside a transaction: tables that have no rows yet are filled from the folder's codes/NAME.csv; a file that is wrong is a fault, one
 * that is not there is logged. */
void code_deliver(struct db *, const char *plans);

extern const struct import_kind code_kind;                      /* all tables by file */
extern const struct route code_routes[];
#endif
