/* view.h: what the files and templates of recheck/ share. */
#ifndef PEIXUN_RECHECK_VIEW_H
#define PEIXUN_RECHECK_VIEW_H

#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "app/recheck/recheck.h"
#include "app/result/result.h"
#include "web/list.h"

struct recheck {
	int64_t id, version, participant, year, days_left;
	struct code type, channel, state, result;
	const char *name, *national_id, *agency_name, *content, *contact, *extend_reason, *extend_document, *answer_document, *answer_reason;
	struct date applied, received, due, answered;
};
extern const struct field recheck_fields[];

/* An application on its way in; applied: the online day or the postmark. */
struct applying { struct req *r; struct participant p; struct date applied, received, due; const char *channel, *content, *contact; int64_t id; };
/* Inside a transaction: kept, or refused: late, or not the first (issues at `field`); then the transaction is undone. */
void recheck_apply(struct db *, struct applying *, const char *field);

void recheck_public_get(struct req *);
void recheck_public_post(struct req *);
void recheck_form_get(struct req *);

struct apply_view { struct issue_lines wrong; struct input national_id, code, content, contact; struct url action, form; const struct applying *done;
	const char *law; };
struct entry_view { const struct req *r; struct issue_lines wrong; struct inputs inputs; struct url action, back; };
struct recheck_view { const struct req *r; const struct recheck *k; struct issue_lines wrong; struct url extend, answer, score, back;
	struct input extend_reason, extend_document, result, training_score, course_score, answer_document, answer_reason; const char *version;
	bool may_extend, may_answer; };
#endif
