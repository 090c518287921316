/* score.h: 實務訓練成績考核: from the guide's first rating through unit head, committee and head to the commission's decision.
 *
 * One record is one rating; after 退還 or an extension another begins.  Who acts next is asked of the rule score-route each time.
 *                                          PLAN-101, 106 … 118, 140; 訓練辦法§36 … §42-1; 訓練計畫第19點第2款 */
#ifndef PEIXUN_SCORE_H
#define PEIXUN_SCORE_H

#include "app/life/life.h"

extern const struct life_kind rating_kind;
extern const struct deadline_kind score_send_deadline,          /* D-33: a failing score to the commission */
	score_again_deadline,                                   /* D-42: rated anew after 退還 */
	score_certificate_deadline;                             /* D-40: 請證 */
extern const struct deadline_kind *const score_deadlines[];     /* all of these; ends with NULL */

/* What one scorer gives: the items as typed, two places at most. */
struct scoring {
	const char *scorer, *character, *ability, *life, *attitude, *performance, *comment;
	struct date signed_on;
	struct code relation;
};

/* The sheet that all of them score on. */
struct rating {
	int64_t round;
	const char *leave, *conduct, *points, *points_reason, *deeds, *mandatory_reason, *gap_reason;
	bool mandatory_fail;
};

/* The rating that counts: passed, or the last one; NULL: none. */
const struct life_record *rating_last(const struct life *);
/* The final total of it, "76.00"; NULL: not final, or the committee's words alone decided. */
const char *rating_total(struct arena *, const struct life_record *);
/* The day on which the head decided; {0}. */
struct date rating_day(const struct life_record *);
#endif
