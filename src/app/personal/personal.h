/* personal.h: 身分證字號 on pages of 終身學習: masked at first; in full for who may, after saying why, each reading on record; and asking by one
 * without its standing in an address.  Knows no list and no record.                                       LEARN-005, 008, 015 */
#ifndef PEIXUN_PERSONAL_H
#define PEIXUN_PERSONAL_H

#include "web/form_view.h"
#include "web/route.h"

/* Is this page shown with full numbers now?  True is put on record, so it is asked once, by what is going to show them.  A file never is. */
bool personal_full(struct req *);
/* The same for what masks the rows of a list, which puts nothing on record: the page that shows them asks personal_full. */
bool personal_is_full(struct req *);
/* The number as the page shows it. */
const char *personal_id(struct arena *, const char *national_id, bool full);

/* The number that ?who= stands for; "": none was asked by. */
const char *personal_asked(struct req *);

/* What a page puts above its list: 「顯示完整」 where it may be pressed, and the question by a number where `find`.  Drawn by
 * personal_part. */
struct personal_bar {
	const struct req *r;
	bool offered, full, find;
	struct url show, search, forget;
	struct input reason, national_id;
	const char *path, *query, *asked;                       /* asked: masked, "" for none */
	struct moment until;
};
struct personal_bar personal_bar(struct req *, bool full, bool find);
void personal_part(struct html *, const struct personal_bar *);

/* The conditions above a list, sent without an address since one of them may be a number: its form, whose number it was, and the bar.  Drawn by
 * personal_query_part.  masked: "" for nobody's. */
struct personal_query { const struct req *r; struct url find, clear; struct inputs inputs; const char *masked; struct personal_bar bar; };
struct personal_query personal_query(struct req *, struct url find, struct url clear, struct inputs, const char *masked);
void personal_query_part(struct html *, const struct personal_query *);

extern const struct route personal_routes[];
#endif
