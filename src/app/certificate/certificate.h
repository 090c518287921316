/* certificate.h: 請證: what an office enters of a trainee, the 申請序號 it makes, the 成績清冊, and how far that is.
 *
 * Of the fee it knows whether it is paid.                    ACMS-053 … 082, PLAN-128 … 133; 訓練辦法§43; 請領考試及格證書作業要點 */
#ifndef PEIXUN_CERTIFICATE_H
#define PEIXUN_CERTIFICATE_H

#include "app/import/import.h"
#include "web/route.h"

extern const struct route certificate_routes[];
enum scope serial_scope(struct req *, const char *parameter, int64_t id);
extern const struct import_kind certificate_data_kind, education_score_kind;      /* by file               ACMS-059, 061 */
extern const struct code identity_codes[];                      /* the six values of 身分別, by their own words        ACMS-055 */

/* What the public page tells of one; texts are never NULL. */
struct verified { const char *number, *state, *what, *exam, *name, *category, *agency, *stage, *csptc_document, *exam_yuan_document;
	bool good; int64_t members; struct moment confirmed; struct date csptc_day, exam_yuan_day; };
/* Papers of other slices that the page 請證查驗 knows too: true when `number` with `code` is one of theirs. */
void certificate_verify_more(bool (*look)(struct db *, struct arena *, const char *number, const char *code, struct verified *));

/* For who has no page: what an officer does, as this account at this moment.  Memory: the arena of db. */
struct certificate_order {
	const struct who *who;
	struct moment now;
	int64_t serial;                                         /* the application; 0 where there is none yet, or many */
	const int64_t *ids;                                     /* trainees (make, add, remove) or applications (csptc, exam-yuan) */
	int n, members;
	const char *reason, *document;                          /* "" for none */
	struct date day;
};
/* Inside a transaction.  act: make add remove delete confirm send void return csptc exam-yuan.  Gives the application; 0, with
 * issues, when it was refused, and then the transaction is undone.                                   ACMS-101 */
int64_t certificate_act(struct db *, const char *act, const struct certificate_order *, struct issues *);
int64_t certificate_serial_id(struct db *, const struct who *, const char *number);     /* 0: none that this account sees */
const char *certificate_number(struct db *, int64_t serial, int *members);

struct certificate_entry { const char *identity, *score; bool proof; struct date start, end; };
/* Inside a transaction; score as it is stored: "82.00".  False: not of the agency, on an application, or somebody was first. */
bool certificate_enter(struct db *, const struct who *, struct moment now, int64_t trainee, const struct certificate_entry *);

int certificate_command(struct db *, int argc, char **argv);    /* peixun certificate */
#endif
