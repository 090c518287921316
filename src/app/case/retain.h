/* retain.h: 保留受訓資格 as its files and 補訓 see it; private to case/. */
#ifndef PEIXUN_CASE_RETAIN_H
#define PEIXUN_CASE_RETAIN_H

#include "app/case/private.h"

struct retain {
	struct code cause, law, spouse_servant, spouse_leave, channel, hospital;
	const char *cause_text, *current_agency, *postal_code, *address, *phone;
	int64_t years, service_months;                          /* asked for; 法定役期 */
	bool servant, treatment, notice_only, in_training;
	struct date child_birth, happened, posted, received, filed;
	struct date from, until, ended;                         /* 保留期間, and the day its cause ended; set by decisions */
	struct code ended_by;
	struct code differs;
};

struct retain_approval { CASE_DECISION_MEMBERS; int64_t years; struct date service_end, card_by; };
struct retain_end { struct code what; struct date day; const char *document; };

extern const struct field retain_fields[];
extern const struct code retain_causes[];                       /* with the labels that plans use */
extern const struct code retain_ends[], retain_online;          /* online: what the trainee sends by himself */
bool retain_study(struct code cause);
/* The day its cause ended, or will by the calendar (a third birthday); {0}: not known.         PLAN-040 */
struct date retain_cause_end(const struct retain *);

/* The rules of an application as it stands, on the day it was filed. */
void retain_judge_right(struct life_case *);
void retain_judge_window(struct life_case *);
void retain_review(struct life_case *);
struct life_papers retain_papers(struct arena *, const struct life_case *);
const char *const *retain_draw(struct pdf *, const struct life_case *);

void retain_check_draft(struct life_case *);
void retain_check_file(struct life_case *);
void retain_check_approve(struct life_case *);
void retain_check_refuse(struct life_case *);
void retain_check_end(struct life_case *);
void retain_noted(struct db *, struct life_case *);
void retain_filed(struct db *, struct life_case *);
void retain_returned(struct db *, struct life_case *);
void retain_approved(struct db *, struct life_case *);
void retain_refused(struct db *, struct life_case *);
void retain_withdrawn(struct db *, struct life_case *);
void retain_ended(struct db *, struct life_case *);
void retain_card(struct db *, struct life_case *);
void retain_other_reported(struct db *, int64_t admission, const struct training_news *);
void retain_reopened(struct db *, struct life_case *);
void retain_forged(struct db *, struct life_case *);
struct makeup {
	struct code wanted, cause, channel;
	const char *retained_no, *cause_text, *postal_code, *address, *phone;
	struct date retained, posted, received, filed;
	struct code differs;
};

/* The retention that was granted; NULL: none. */
const struct retain *retained_of(const struct life *);
struct life_papers makeup_papers(struct arena *, const struct life_case *);
const char *const *makeup_draw(struct pdf *, const struct life_case *);
#endif
