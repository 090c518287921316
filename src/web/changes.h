/* changes.h: 異動紀錄 as a page shows it: what was corrected, from which value to which, why, by which letter and by whom. */
#ifndef PEIXUN_CHANGES_H
#define PEIXUN_CHANGES_H

#include "db/db.h"
#include "field/field.h"

struct change_line { const char *what, *before, *after, *reason, *document, *who; struct moment made; };
struct change_lines { struct change_line *at; int n; };

/* Of rows with what, before, after, reason, document, who and made, in their order; days as people write them.
 * whats: the label of each `what`; one that stands not there is shown as it is. */
struct change_lines change_lines_of(struct arena *, const struct rows *, const struct code *whats);
/* Of the events of one record as the audit log has them, the newest last: a line a field that was corrected, by the record's field table,
 * read into a copy of `fresh`; an act that corrects no field is one line, in the words of its action. */
struct change_lines change_lines_of_events(struct arena *, const struct rows *, const struct field *, const void *fresh, size_t size,
	const char *(*words)(struct arena *, const char *action));
#endif
