/* private.h: what the files of result/ share. */
#ifndef PEIXUN_RESULT_PRIVATE_H
#define PEIXUN_RESULT_PRIVATE_H

#include "app/class/class.h"
#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "app/result/result.h"
#include "web/list.h"

/* One member of a class with what was sent of it; total and passed follow by the rule. */
struct scored {
	int64_t id, version;                                    /* version: of the result; 0: nothing was entered */
	const char *name, *national_id, *agency_name, *training_score, *course_score, *total_score, *outcome, *how;
	struct code state;
	bool passed;
};
extern const struct field scored_fields[];

/* By which numbers a training of a year is computed; known false: 保訓會 has not set them, why says what. */
struct weights { bool known; int kind; int64_t year; struct decimal percent; const char *why; };
struct weights weights_of(struct db *, struct arena *, const char *type, int64_t year);
/* The total of two scores; false: one is missing, or the weights are.  how: the computation in words. */
bool total_of(struct arena *, const struct weights *, const char *training_score, const char *course_score, const char **total, bool *passed,
	const char **how);

/* One result as agencies see it after 核定. */
struct released {
	int64_t id, version, agency, selector, year;
	const char *name, *national_id, *agency_name, *selector_name, *class_name, *training_score, *course_score, *total_score, *outcome, *code,
		*training_percent;
	struct code type, state;
	bool passed;
	struct date determined, receipt, recheck_until, fee_until, start_day, end_day;
};
extern const struct field released_fields[];

void scores_get(struct req *);
void scores_post(struct req *);
void determine_post(struct req *);
void results_get(struct req *);
void results_post(struct req *);
void register_pdf_get(struct req *);
void reports_pdf_get(struct req *);
void signing_pdf_get(struct req *);
void result_get(struct req *);
void result_post(struct req *);
void look_get(struct req *);
void look_post(struct req *);

/* Inside a transaction: until when a 複查 can be asked for and the fee is to be paid, by the day of receipt. */
void result_days(struct db *, struct arena *, int64_t participant, struct date receipt);

/* Inside a transaction: 成績 changed after 核定, or a day of receipt: what was and what is. */
void result_keep(struct db *, int64_t participant, const char *what, const char *before, const char *after, const char *reason,
	const char *document, int64_t account, struct moment now);
#endif
