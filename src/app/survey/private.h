/* private.h: what the files of survey/ share. */
#ifndef PEIXUN_SURVEY_PRIVATE_H
#define PEIXUN_SURVEY_PRIVATE_H

#include "app/promotion/promotion.h"
#include "app/survey/survey.h"
#include "rule/promotion.h"
#include "rule/verdict.h"
#include "web/list.h"

struct candidate {
	int64_t id, version, year, agency, former, selector, exam_grade, preview;       /* exam_grade, preview 0: none */
	int64_t home;                                           /* the 遴選機關 above the employer; set by candidate_place alone */
	struct code type, confirmed, senior_pay, grade_3, grade_2, grade_1, exam, school, result, standing, decided;
	const char *national_id, *name, *agency_code, *agency_name, *former_code, *selector_name, *post, *breaks, *elements, *result_before,
		*decided_letter, *decided_why;
	struct date moved_on, top_step_on, since, decided_day;
};
extern const struct field candidate_fields[];                   /* the EDIT ones are the columns of a file */
extern const struct code standing_codes[];

bool candidate_load(struct db *, struct arena *, int64_t id, struct candidate *);

/* What the rule says of one, the facts that are not known named first; fills in result, elements and preview.  The verdict's reasons
 * stay in its arena. */
void candidate_judge(struct candidate *, struct verdict *);

/* Sets agency, former, home and, by the day of a transfer, selector; complains through `wrong` of what can't be.       PROMO-027 */
void candidate_place(struct candidate *, const struct selector_tree *, struct verdict *,
	void (*wrong)(void *with, const char *field, const char *const *code_and_values), void *with);

/* Is the person this agency's to enter?  After candidate_place. */
bool candidate_is_of(const struct candidate *, int64_t agency);

/* Its columns from name to preview, in the order of the statements. */
enum { CANDIDATE_VALUES = 20 };
void candidate_values(const struct candidate *, struct value to[CANDIDATE_VALUES]);

void survey_get(struct req *);
void survey_run_post(struct req *);
void survey_check_get(struct req *);
void survey_decide_post(struct req *);
#endif
