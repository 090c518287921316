/* private.h: between the files of apply/: the page of the mailbox. */
#ifndef PEIXUN_APPLY_PRIVATE_H
#define PEIXUN_APPLY_PRIVATE_H

#include "web/form_view.h"
#include "web/route.h"

struct mailbox_change { struct moment at; const char *who, *reason; };
struct mailbox_changes { struct mailbox_change *at; int n; };
struct mailbox_view {
	const struct req *r;
	struct issue_lines wrong;
	struct input email, reason;
	int64_t version;
	struct url action, back;
	struct mailbox_changes changes;
};

extern const struct field mailbox_fields[];
void mailbox_get(struct req *);
void mailbox_post(struct req *);
#endif
