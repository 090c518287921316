/* view.h: what the files and the template of award/ share. */
#ifndef PEIXUN_AWARD_VIEW_H
#define PEIXUN_AWARD_VIEW_H

#include "app/award/award.h"
#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "web/changes.h"
#include "web/list.h"

struct awarded {
	int64_t id, version, seen, year;                        /* version: of the participant; seen: of what is known of the certificate */
	const char *name, *national_id, *agency_name, *selector_name, *total_score, *request_document, *number, *document, *code, *cancel_document;
	struct code type, state;
	struct date request_day, issued, paid_on, cancelled;
};
extern const struct field awarded_fields[];
struct award_line { const struct awarded *a; const char *tick_id, *look; struct input number; struct url at; bool ticked, asked; };
struct award_lines { struct award_line *at; int n; };
struct awards_view {
	const struct req *r;
	const struct list *l;
	struct issue_lines wrong;
	struct input type, year, document, day;
	struct url action, list, import, exam, selectors, ministry;
	struct award_lines lines;
	struct pairs carried;
	int ticked, elsewhere;
	const char *law;
	bool may;
};
struct award_view {
	const struct req *r;
	const struct awarded *a;
	struct issue_lines wrong;
	const char *look, *version;
	struct inputs inputs;
	struct change_lines changes;
	struct url action, note, person, back;
	bool issued, may;
};
enum { AWARD_NUMBER_MOST = 40 };
extern const struct field award_amend_fields[];
bool award_load(struct req *, struct awarded *);                /* of r->id[0]; false: refused */
const char *award_code(struct arena *);                         /* a new one, for who checks a certificate */
const char *award_json(struct arena *, const char *number);     /* a JSON list of it alone */
void award_get(struct req *);
void award_post(struct req *);
void award_import_get(struct req *);
void award_import_post(struct req *);
void award_template_get(struct req *);
struct award_place { const char *type; int64_t year; };
struct award_place award_place_of(struct req *);
void award_list_get(struct req *);
void award_letters_get(struct req *);
void award_note_get(struct req *);
#endif
