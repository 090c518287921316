/* view.h: what the templates of delivery/ show. */
#ifndef PEIXUN_DELIVERY_VIEW_H
#define PEIXUN_DELIVERY_VIEW_H

#include "web/form_view.h"

struct delivery_tick { const char *value, *label; bool on; };
struct delivery_ticks { struct delivery_tick *at; int n; };
struct delivery_group { const char *name, *label; struct delivery_ticks all; bool open; };
struct delivery_groups { struct delivery_group *at; int n; };
struct delivery_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action, requests;
	struct inputs inputs;
	struct delivery_groups groups;
	struct input format;
	bool may_ask;
};
#endif
