/* private.h: between the files of score/. */
#ifndef PEIXUN_SCORE_PRIVATE_H
#define PEIXUN_SCORE_PRIVATE_H

#include "app/score/score.h"
#include "rule/score.h"

struct meeting_held {
	struct date met, invited;
	struct code statement, result;                          /* spoke, wrote, absent; none: not heard */
	const char *words, *character, *ability, *life, *attitude, *performance, *comment, *excluded;
};
struct sending { const char *document; struct date sent; };
struct passing { struct date decided; const char *document, *reason; };
struct ruling_given {
	struct code ruling;
	struct date decided, arrived, visited;
	const char *document, *length, *reason, *visitors;
};

extern const struct field scoring_fields[], head_fields[], meeting_fields[], sending_fields[], ruling_fields[], passing_fields[];

/* The five items as numbers.  False with issues: not numbers, or missing where they are needed. */
bool score_items_of(struct life_case *, const char *const typed[5], bool need, struct score_items *to);
/* The verdict of score-total on what one scorer gave, as a finding of the case; total: {0} when it can't be. */
struct decimal score_total_of(struct life_case *, const struct scoring *);
/* The same without a case: of what was stored. */
struct decimal score_stored(struct arena *, const struct life *, const struct life_record *, const struct scoring *);

/* A day of a step: not to come, and not before the step that went before it. */
void score_in_order(struct life_case *, const char *field, struct date);
void score_check_draft(struct life_case *);
void score_check_review(struct life_case *);
void score_check_meeting(struct life_case *);
void score_check_head(struct life_case *);
void score_check_send(struct life_case *);
void score_check_ruling(struct life_case *);
/* What was sent back and not rated again in 15 days the commission may pass.       PLAN-114; 訓練辦法§41 */
const char *score_pass_held(const struct life_case *);
void score_check_pass(struct life_case *);
void score_passed(struct db *, struct life_case *);
const char *score_leads(struct life_case *);
const char *score_ruled(struct life_case *);

void score_drafted(struct db *, struct life_case *);
void score_decided(struct db *, struct life_case *);
void score_sent(struct db *, struct life_case *);
void score_ruling_effect(struct db *, struct life_case *);

void score_review(struct life_case *);
struct life_table score_hands(struct arena *, const struct life_case *);
const char *score_gaps(const struct life *);                    /* what the packet lacks, in words; "" */
const char *const *score_draw(struct pdf *, const struct life_case *);
#endif
