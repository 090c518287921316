/* view.h: what the files and the template of award/ share. */
#ifndef PEIXUN_AWARD_VIEW_H
#define PEIXUN_AWARD_VIEW_H

#include "app/award/award.h"
#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "web/list.h"

struct awarded {
	int64_t id, version, year;
	const char *name, *national_id, *agency_name, *selector_name, *total_score, *request_document, *number, *document, *code;
	struct code type, state;
	struct date request_day, issued, paid_on;
};
extern const struct field awarded_fields[];
struct award_line { const struct awarded *a; const char *tick_id, *look; struct input number; bool ticked, asked; };
struct award_lines { struct award_line *at; int n; };
struct awards_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct input type, year, document, day;
	struct url action, list, exam, selectors, ministry;
	struct award_lines lines;
	struct pairs carried;
	int ticked, elsewhere;
	const char *law;
	bool may;
};
struct award_place { const char *type; int64_t year; };
struct award_place award_place_of(struct req *);
void award_list_get(struct req *);
void award_letters_get(struct req *);
void award_note_get(struct req *);
#endif
