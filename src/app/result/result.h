/* result.h: 成績 of 升官等訓練: what classes send, 總成績, 核定, 成績清冊 and 成績單, and on which day somebody got the latter.
 *                                                                                  PROMO-085 … 089 */
#ifndef PEIXUN_RESULT_H
#define PEIXUN_RESULT_H

#include "app/deadline/deadline.h"
#include "app/import/import.h"
#include "web/route.h"

extern const struct route result_routes[], result_public_routes[];
extern const struct import_kind class_score_kind;
extern const struct deadline_kind result_recheck_due;           /* met by recheck/ */
extern const struct deadline_kind *const result_deadlines[];    /* ends with NULL */

/* One participant's result.  Texts with two places, "" before they are known. */
struct training_result {
	int64_t participant, version;                           /* version 0: nothing was entered */
	const char *training_score, *course_score, *total, *training_percent, *code;
	bool passed;
	struct date determined, receipt;                        /* {0}: not yet; receipt: of the 成績單 */
};
bool result_load(struct db *, struct arena *, int64_t participant, struct training_result *);

/* Inside a transaction, after 核定: other scores, by a 複查 or as a correction.  Total, pass and the participant's state follow; history
 * keeps what was.  False: somebody was first, or it can't be computed. */
struct participant_news;
bool result_correct(struct db *, struct arena *, struct training_result *, const char *training_score, const char *course_score,
	const struct participant_news *);

/* A score as typed, 0 to 100, into two places; false: it is not one. */
bool result_score_parse(struct arena *, const char *typed, const char **score);
#endif
