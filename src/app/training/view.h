/* view.h: private to the slice: what its pages show. */
#ifndef PEIXUN_TRAINING_VIEW_H
#define PEIXUN_TRAINING_VIEW_H

#include "app/training/training.h"
#include "web/form_view.h"
#include "web/page.h"

struct overlap_line { int64_t id; const char *exam_name, *exam_level, *agency_name, *state, *said; struct date from, to; bool overlaps; };
struct overlap_lines { struct overlap_line *at; int n; };
struct overlap_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action, back;
	struct overlap_lines lines;
	struct input chosen, statement, document, reason;
	bool may, clash;
	const char *cite;
};

struct governing_view {
	const struct req *r;
	struct issue_lines wrong;
	struct url action, back;
	const char *plan, *why, *end;
	struct input choice, reason;
	bool may;
};

extern const struct field overlap_fields[], overlap_takes[], governing_fields[], governing_takes[];

void overlap_get(struct req *);
void overlap_post(struct req *);
void governing_get(struct req *);
void governing_post(struct req *);
#endif
