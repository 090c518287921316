/* upkeep.h: records that an office keeps up (examinations, agencies, accounts, contact lines): show, add, change, remove.
 *
 * A slice declares its records once and writes how one is loaded and stored; the pages, the version check, the one transaction with
 * its audit row and the replies are here.   ACMS-021 */
#ifndef PEIXUN_UPKEEP_H
#define PEIXUN_UPKEEP_H

#include "web/edit.h"
#include "web/route.h"

struct upkeep {
	const char *path, *subject_kind;                        /* "/exams", "exam" */
	const char *noun;                                       /* 考試 */
	const struct field *fields;                             /* with KEY fields id and version */
	size_t size;
	const void *fresh;                                      /* what a new one begins with */
	bool (*load)(struct db *, struct arena *, int64_t id, void *record);
	const char *(*title)(struct arena *, const void *record);
	/* What the field table can't tell; puts values into the form they are kept in.  before is NULL for a new one.  May be NULL. */
	void (*check)(struct req *, void *record, const void *before);
	/* Inside the transaction; may run again.  The record's id; 0 when somebody was first, or with issues noted. */
	int64_t (*store)(struct req *, struct db *, void *record, const void *before);
	/* Inside the transaction; false with an issue noted.  NULL: records can't be removed. */
	bool (*remove)(struct req *, struct db *, const void *record);
	/* What to look at again in what was stored, said after 「已儲存」; NULL: nothing.  May be NULL. */
	const char *(*doubt)(struct req *, const void *record);
};

/* What comes back: records that were removed are kept with who, when and why, and can be restored for restore.days by who has the role
 * that removed them, and by 最高管理者.                                                              LEARN-013 */
struct upkeep_bin {
	const struct upkeep *kept;
	const char *title;                                      /* 「已刪除之課程」 */
	/* Of the agency, removed since a moment, the newest first: id, about, removed, reason, removed_by. */
	struct rows *(*rows)(struct req *, struct moment since);
	/* Inside the transaction; false with an issue noted (E-DUP-02), or without one: there is none any more. */
	bool (*restore)(struct req *, struct db *, int64_t id);
};
void upkeep_bin_show(struct req *, int status, const struct upkeep_bin *);       /* at PATH/removed */
void upkeep_bin_restore(struct req *, const struct upkeep_bin *);                /* of r->id[0], at PATH/removed/ID/restore */

/* For a slice whose page has more than the inputs: what the plain page would show, and the same acts with a page of one's own
 * (NULL: the plain one), which is shown again where something is wrong. */
typedef void upkeep_page(struct req *, int status, const void *record);
struct edit upkeep_edit(struct req *, const struct upkeep *, const void *record);
void upkeep_save(struct req *, const struct upkeep *, void *record, const void *before, upkeep_page *);
void upkeep_drop(struct req *, const struct upkeep *, void *record, upkeep_page *);

/* The bodies of a slice's handlers. */
void upkeep_new(struct req *, const struct upkeep *);
void upkeep_add(struct req *, const struct upkeep *);
void upkeep_show(struct req *, const struct upkeep *);          /* of r->id[0] */
void upkeep_change(struct req *, const struct upkeep *);
void upkeep_remove(struct req *, const struct upkeep *);
#endif
