/* private.h: between the files of training/. */
#ifndef PEIXUN_TRAINING_PRIVATE_H
#define PEIXUN_TRAINING_PRIVATE_H

#include "app/training/training.h"

/* Its place in the list; a fault when it is not there. */
int code_place(const struct code *list, const char *id);

/* The row of the state is there with the next version, and so is the attempt's.  False: somebody was first. */
bool training_touch(struct db *, struct training *);
/* state, former and basic training as they are in *t. */
void training_state_keep(struct db *, const struct training *);
/* What an attempt holds besides its ledger. */
void attempt_keep(struct db *, const struct training *);

void event_keep(struct db *, const struct training *, const char *event, const char *was, const char *became, const struct training_news *);
void change_audit(struct db *, const struct training *, const char *action, const char *before, const char *after, const struct training_news *);

/* plan.c: the plan of the attempt in *t by the rule, with its reason, and the version that is in force on the day.      PLAN-004 */
void plan_choose(struct db *, struct training *);

/* attempt.c: a new attempt of t->kind begins on a day; what hangs on it besides deadlines. */
void attempt_begin(struct db *, struct training *, struct date report_date, enum end_cause, const struct training_news *);
/* A day of reporting that nothing was kept of yet: its attempt and its event. */
void attempt_adopt(struct db *, struct training *);
void attempt_restart(struct db *, struct training *, const struct training_news *);

/* end.c: the last day by the rule over the ledger (already stored rows, and one more or NULL).  False: the verdict says why. */
bool end_of(struct db *, struct verdict *, struct training *, const struct end_row *more);
void ledger_keep(struct db *, const struct training *, const struct end_row *, const struct training_news *);
/* t->end, t->original_end computed anew; a ledger row of the cause and the decision, when it is another day.  False: refused, an issue
 * of the row says why (issues NULL: the last day is not known then). */
bool end_again(struct db *, struct training *, enum end_cause, const struct training_news *, struct issues *, int row);

/* The last day is not past any more: back into training. */
void end_reopens(struct db *, struct training *, const struct training_news *);

/* deadlines.c: as the state of *t is now. */
void deadlines_follow(struct db *, const struct training *, const struct training_news *);
void deadlines_end(struct db *, const struct training *, bool all, const struct training_news *);

/* overlap.c: the agencies of a person whose trainings take the same time are told to have one chosen.       PLAN-023 */
void overlap_demand(struct db *, const struct training *);
#endif
