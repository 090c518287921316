/* stop.h: 停止訓練 as its files and 重新訓練 see it; private to case/. */
#ifndef PEIXUN_CASE_STOP_H
#define PEIXUN_CASE_STOP_H

#include "app/case/private.h"

struct stop {
	struct code cause, mode, scope;
	const char *cause_text;
	struct date event, known, filed, from, ended;
	int64_t absent_hours, course_hours;
	struct code differs;
};

struct stop_approval { CASE_DECISION_MEMBERS; struct code scope; struct date from; };
struct stop_filing { struct date filed; };
struct stop_end { struct date ended; const char *document; };

extern const struct code stop_states[], stop_scopes[];
extern const struct field stop_approval_fields[], stop_end_fields[], stop_filing_fields[];

/* The stop whose cause has ended and that 重新訓練 follows; NULL: none. */
const struct life_record *stop_over(const struct life *);
/* Must 保訓會 revoke who asked for no 重新訓練?                                                    PLAN-067 */
void stop_judge_unasked(struct life_case *, const struct stop *, bool basic, struct date filed);

void stop_check_note(struct life_case *);
void stop_check_file(struct life_case *);
void stop_check_approve(struct life_case *);
void stop_check_refuse(struct life_case *);
void stop_check_end(struct life_case *);
void stop_review(struct life_case *);
void stop_noted(struct db *, struct life_case *);
void stop_filed(struct db *, struct life_case *);
void stop_returned(struct db *, struct life_case *);
void stop_approved(struct db *, struct life_case *);
void stop_refused(struct db *, struct life_case *);
void stop_ended(struct db *, struct life_case *);

const char *const *stop_draw(struct pdf *, const struct life_case *);
const char *const *retrain_draw(struct pdf *, const struct life_case *);
#endif
