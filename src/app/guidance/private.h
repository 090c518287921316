/* private.h: between the files of guidance/. */
#ifndef PEIXUN_GUIDANCE_PRIVATE_H
#define PEIXUN_GUIDANCE_PRIVATE_H

#include "app/guidance/guidance.h"

/* A time of day as typed, "" or 09:30; folded.  False with an issue. */
bool guide_time(struct life_case *, const char *field, const char **time);
/* False with an issue: the day lies outside [R, E]; while a rating or the commission is awaited training goes on.    PLAN-115 */
bool guide_in_training(struct life_case *, const char *field, struct date day);
bool guide_not_future(struct life_case *, const char *field, struct date day);
const char *guide_held(const struct life *);                    /* nothing before the day of reporting */
const char *guide_cite_law(const struct life *);
/* Beside the place for a form of the agency's own: when, and by which note of the plan's annex, if the plan has it. */
const char *guide_own_hint(struct arena *, const struct life_case *, const char *citation);

/* What is due of records and talks as the act of `c` leaves it: started, met, opened again.  c->act NULL: as it is stored.
 * Inside a transaction. */
void guidance_due(struct db *, const struct life_case *c);

void guidance_stored(struct db *, struct life_case *);           /* the effect of an act that changes it */

/* The rule guidance-gaps over what is on record; shown, kept when the act is done. */
void guidance_gaps(struct life_case *);

/* Held talks of a window, the interviews that were combined with one included. */
int talks_held(const struct life *, const struct life_case *, const char *which);

extern const struct deadline_kind guide_month_deadlines[GUIDE_MONTHS], talk_mid_deadline, talk_final_deadline, interview_deadline,
	anomaly_notice_deadline, anomaly_report_deadline;

/* The forms of the annexes. */
const char *const *guide_record_draw(struct pdf *, const struct life_case *);
const char *const *interview_draw(struct pdf *, const struct life_case *);
const char *const *anomaly_draw(struct pdf *, const struct life_case *);

void guidance_due_get(struct req *);
void guidance_resources_get(struct req *);
void guidance_resources_pdf_get(struct req *);
#endif
