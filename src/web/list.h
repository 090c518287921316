/* list.h: a list page from one statement: paging, sorting, a remembered filter, and the same rows as .csv .xlsx .ods .json.
 *
 * The statement's last three values are the sort column's name ("-name" for descending), the limit and the offset, bound here; it
 * has a column total with count(*) OVER (). */
#ifndef PEIXUN_LIST_H
#define PEIXUN_LIST_H

#include "web/req.h"

struct list_head { const char *label, *aria; struct url at; bool sorted, down, sortable, number; };
struct list_heads { struct list_head *at; int n; };
struct list_link { const char *label; struct url at; bool here; };
struct list_links { struct list_link *at; int n; };

struct list {
	struct req *r;
	const struct field *fields;
	size_t size;
	const char *path;                                       /* where it stands: the request's, but for an act that shows its page again */
	const char *sort, *title, *remembered;                  /* remembered: the query of the last visit */
	int page, per, pages, n;
	int64_t total;
	void *rows;
	struct list_heads heads;
	struct list_links files, sizes, steps;
	struct url here;                                        /* this page of it */
	struct pairs encoded;                                   /* the query's pairs, percent-encoded once for all addresses made of it */
	/* Called for rows that were read, before they are shown or written: fills in what the statement does not know.  NULL: nothing. */
	void (*complete)(const struct list *, struct arena *, void *rows, int n);
	const char *const *head;                                /* lines above the columns of its sheets, ending with NULL; NULL: none */
	const char *rows_at, *add;                              /* for list_show_plain: "/exams", 「新增考試」; NULL: none */
};

enum { LIST_PER = 50, LIST_FILE_MOST = 1000000, LIST_VALUES = 32 };

/* Reads page, per and sort from the query; the filter of the last visit is used when the address has none: then false is given, and the
 * reply (a redirect) is made.  `sort` is the column sorted by when nothing is said. */
bool list_open(struct list *, struct req *, const char *title, const struct field *, size_t size, const char *sort);

/* Runs the statement.  True: a page has to be drawn from l->rows; false: a file or JSON was the reply. */
#define list_run(l, sql, ...) list_run_values((l), (sql), \
	(const struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} + 1, \
	(int)(sizeof(struct value[]){{VALUE_NULL, 0, 0, 0}, ##__VA_ARGS__} / sizeof(struct value)) - 1)
bool list_run_values(struct list *, const struct sql *, const struct value *, int n);

/* For pages that show every field as it is. */
struct list_row { const void *record; struct url at; };
struct list_row_set { struct list_row *at; int n; };
struct list_cell { const char *text, *look; bool first; };          /* look: the class of its cell, "" for none */
struct list_cell_set { struct list_cell *at; int n; };
struct list_row_set list_rows(const struct list *);
struct list_cell_set list_cells(const struct list *, const struct list_row *);

/* The whole page of a list that shows every field as it is: the first cell leads to rows_at/ID by the KEY field "id". */
void list_show_plain(struct list *);

/* Used by list_run: the rows as a file in the format asked for; a statement's values with those that the list binds behind them. */
void list_values(const struct list *, struct value all[LIST_VALUES], const struct value *, int n, int limit, int64_t offset);
void list_file(struct list *, const struct sql *, const struct value *, int n);
void list_json_file(struct list *, const struct sql *, const struct value *, int n);

/* A list whose rows are ticked is a form, and its heads and pager send it: the buttons of list_tick_heads and list_tick_pager
 * carry show=page, all or none to the address of the page that they show, so ticks, and what was typed, survive paging without script too.
 *
 * list_shown_again: for the POST handler, before list_open: takes the conditions of these names (and the page) from the form, where
 * the address does not say them.  True: only the list is wanted, nothing is done with what is ticked. */
bool list_shown_again(struct req *, const char *const *conditions);

/* After list_run: at most so many ticks (ERR_TOO_MANY above), those of this page and those elsewhere, which the form has to carry along. */
struct list_ticks { int64_t *ids; int n, elsewhere; struct pairs hidden; };
struct list_ticks list_ticks(struct list *, int most);
bool list_is_ticked(const struct list_ticks *, int64_t id);

/* This list's address with one thing of the query changed. */
struct url list_url(const struct list *, const char *name, const char *value);
/* The address of the list with the conditions it was last searched with. */
struct url list_back(struct req *, const char *path);
#endif
