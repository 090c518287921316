/* list_large.h: what lists of 終身學習 have beyond those of the house: head rows in their sheets, names of their files, and files made in the
 * background where they would be long.                                                            LEARN-030, 031, 035, 036 */
#ifndef PEIXUN_LIST_LARGE_H
#define PEIXUN_LIST_LARGE_H

#include "web/list.h"

/* Does the page stand in a group of the menu of 終身學習? */
bool list_is_learning(const struct req *);

/* 查詢條件 in words, by the labels of what the route takes: 「單位：資訊處；任職狀態：在職」, 「無」.  takes NULL: 「無」. */
char *list_conditions(struct arena *, const struct field *takes, const struct pairs *query);

/* Report name, conditions, agency, time produced, who: of a list of 終身學習 without lines of its own; else those it has. */
const char *const *list_head_lines(const struct list *);
/* 課程_323000000A_201812311000: without the suffix. */
char *list_file_name(struct arena *, const char *title, const char *agency_code, struct moment);

/* Is its file so long (setting export.sync_rows) that who asks on a page has it made in the background? */
bool list_is_large(const struct list *, int64_t rows);

/* The form that asks for it, on its page. */
struct list_asking { struct url action; const char *of, *query; const struct req *r; };
struct list_asking list_asking(const struct list *);
#endif
