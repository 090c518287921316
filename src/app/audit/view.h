/* view.h: private to the slice: what its page shows. */
#ifndef PEIXUN_AUDIT_VIEW_H
#define PEIXUN_AUDIT_VIEW_H

#include "web/form_view.h"
#include "web/list.h"

struct audit_view { const struct list *l; struct url search; struct input from, to, action, account; struct issue_lines wrong; };
#endif
