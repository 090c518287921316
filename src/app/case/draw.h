/* draw.h: what every paper of case/ takes from the case: head, person, letter; private to case/.       PLAN-138 */
#ifndef PEIXUN_CASE_DRAW_H
#define PEIXUN_CASE_DRAW_H

#include "app/case/private.h"
#include "app/paper/paper.h"

struct paper_person case_person(const struct life_case *, const char *postal_code, const char *address, const char *phone);

/* The letter of the agency to 保訓會.  kind: of paper_letter_kinds; cause: a clause after 因, NULL for none. */
const char *const *case_letter(struct pdf *, const struct life_case *, const char *kind, const char *cause, struct date sent,
	const char *number);
#endif
