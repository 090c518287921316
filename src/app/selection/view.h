/* view.h: what the templates of selection/ show. */
#ifndef PEIXUN_SELECTION_VIEW_H
#define PEIXUN_SELECTION_VIEW_H

#include "app/promotion/promotion.h"
#include "app/selection/selection.h"
#include "web/list.h"

struct chosen {
	int64_t id, version, promotion_order, hundredths, place, proposed;              /* 0: not known */
	const char *national_id, *name, *agency_name, *items, *score, *outcome;
	bool tied;
};
struct chosen_line { const struct chosen *c; struct input order, score, items, place; int64_t version; const char *version_name, *look; };
struct chosen_lines { struct chosen_line *at; int n; };
struct meeting_line { const char *kind, *members, *reason, *record; struct date held_on; };
struct meeting_lines { struct meeting_line *at; int n; };
struct selection_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	const char *law, *places;
	struct date scores_until;
	struct chosen_lines lines;
	struct meeting_lines meetings;
	struct input kind, held_on, members, reason, record;
	struct url action, meeting, quota, roster;
	bool may_edit;
};
#endif
