/* training.h: how far a trainee is: the state, the training period with all that moved its end, the plan that governs it.
 *
 * The state machine of a trainee is a table (states.c): which event is possible in which state, where it leads, what it starts.
 * A state changes by training_happen alone; other slices say what happened.  The last day is never overwritten: each change is
 * a row of a ledger.  Knows no page and no application.      PLAN-004, 012 … 017, 021 … 024, 066, 104, 117, 139; 訓練辦法§25 */
#ifndef PEIXUN_TRAINING_H
#define PEIXUN_TRAINING_H

#include <stdbool.h>
#include <stdint.h>

#include "app/deadline/deadline.h"
#include "base/code.h"
#include "base/date.h"
#include "db/db.h"
#include "field/issue.h"
#include "job/job.h"
#include "rule/calendar.h"
#include "rule/plan.h"
#include "rule/verdict.h"
#include "web/route.h"

enum training_state {
	ADMITTED, RETAIN_REQUESTED, RETAINED, MAKEUP_REQUESTED, WAIT_ALLOCATION, ALLOCATED, IN_TRAINING, STOPPED, RETRAIN_REQUESTED,
	PERIOD_ENDED, RATING, WITH_COMMISSION, EXTENDED, PASSED, CERTIFICATE_FILED, CERTIFIED, REVOKE_FILED, REVOKED, LOST, DECEASED,
	TRAINING_STATES
};
extern const struct code training_states[];                     /* "in_training" 受訓中 …, in the order above */

enum bt_state {
	BT_NONE, BT_ENROLLED, BT_RUNNING, BT_PASSED, BT_DONE, BT_FAILED, BT_STOPPED, BT_WAIVED, BT_EXEMPT, BT_ONLINE_REQUESTED,
	BT_ONLINE, BT_ONLINE_DONE, BT_SELF_REQUESTED, BT_SELF_RUNNING, BT_FAILED_FINAL,
	BT_STATES
};
extern const struct code bt_states[];

/* What can happen; the table says from which state to which. */
enum training_event {
	EVENT_RETAIN_FILED, EVENT_RETAIN_APPROVED, EVENT_RETAIN_REFUSED, EVENT_MAKEUP_FILED, EVENT_MAKEUP_APPROVED, EVENT_MAKEUP_REFUSED,
	EVENT_MAKEUP_MISSED, EVENT_ALLOCATED, EVENT_REPORTED, EVENT_REPORT_CLEARED, EVENT_STOPPED, EVENT_RETRAIN_FILED, EVENT_RETRAIN_APPROVED,
	EVENT_RETRAIN_REFUSED, EVENT_PERIOD_ENDED, EVENT_RATED, EVENT_RATED_PASS, EVENT_RATED_FAIL, EVENT_RULED_FAIL, EVENT_RULED_RETURN,
	EVENT_RULED_EXTEND, EVENT_RULED_PASS, EVENT_EXTENSION_ENDED, EVENT_CERTIFICATE_FILED, EVENT_CERTIFIED, EVENT_REVOKE_FILED, EVENT_REVOKED,
	EVENT_NOT_REVOKED, EVENT_DIED,
	EVENT_LOSS_REVERSED,                                    /* an earlier postmark came to light           PLAN-044 */
	EVENT_PERIOD_REOPENED,                                  /* the last day moved past today: done by training_end_moves */
	EVENT_CERTIFICATE_RETURNED,                             /* the application for the certificate was sent back          ACMS-077 */
	EVENT_ALLOCATION_UNDONE,                                /* a mistaken take-over of who waited for allocation           ACMS-027 */
	EVENT_RETAIN_REVOKED,                                   /* forged evidence, or what was to follow did not      PLAN-037, 041 */
	TRAINING_EVENTS
};
extern const struct code training_events[];                     /* "reported" 報到 … */

enum training_kind { TRAINING_FIRST, TRAINING_MAKEUP, TRAINING_RETRAIN };
extern const struct code training_kinds[];                      /* "first" 當年度, "makeup" 補訓, "retrain" 重新訓練 */

/* One admission as far as it is.  Before the first day of reporting there is no training: attempt 0, no dates.  A day of reporting
 * that was entered before this slice was there is attempt 1 with id 0, until something happens to it. */
struct training {
	int64_t admission, version;                             /* version of the state: what is acted on; 0: nothing is stored yet */
	int64_t id, agency;                                     /* of the attempt that runs or ran last; agency: who has the person now */
	int attempt;
	enum training_state state, former;                      /* former: where NOT_REVOKED leads back */
	enum bt_state bt;
	enum training_kind kind;
	const struct plan *plan;                                /* the newest version; NULL: no plan is known for this examination and year */
	const char *plan_reason;                                /* why this plan and version                       PLAN-004 */
	bool plan_chosen;                                       /* by a person, with a reason */
	const char *name, *exam_name;
	struct date report_date, end, original_end;             /* original_end: before an extension or a self-funded re-training */
	struct date extended_from;                              /* the first day of 延長實務訓練; {0}: there is none */
	bool shortened, bt_exempt, qualified;                   /* qualified: 具法定任用資格且經銓敘審定 */
	struct date shortening_arrived;                         /* 文到日 of an approval of shortening; {0} */
	struct date bt_start, bt_end;                           /* the in-person class attended; {0} */
	bool supplementary;                                     /* 增額錄取 */
	int admission_year;                                     /* 民國 */
	struct date published, result_published, report_by;     /* 榜示日, 分配結果公告日, 報到期限; {0}: not known */
	struct date allocated_on;                               /* of the letter of allocation; {0}: not known */
	const char *post_title, *post_series;                   /* 擬任職務, 職系; "" */
	int post_grade_min, post_grade_max, intended_grade;     /* 1 … 14; 0: not known */
	bool state_enterprise;                                  /* 公營事業機構 */
};

/* False: there is no such admission.  Inside or outside a transaction. */
bool training_load(struct db *, struct arena *, int64_t admission, struct training *);
void training_soon(struct db *, int64_t admission);             /* what that and training_overlap ask, as db_soon */

/* The version of its plan that is in force on the day of a decision, else the newest; NULL: no plan.    PLAN-002 */
const struct plan *training_plan_on(const struct training *, struct date day);

/* Something happened.  Who says so, and by which document. */
struct training_news {
	enum training_event event;
	struct date day;                                        /* when it happened; {0}: today */
	int64_t account;                                        /* 0: the program, or the trainee */
	const char *address;
	struct moment now;
	const char *document, *remark;                          /* 文號; "" or NULL */
	int64_t record;                                         /* of life, for decision_keep; 0: none */
	const struct calendar *calendar;                        /* as read in this transaction, for many at once; NULL: it is read */
};
/* Inside a transaction.  False, and nothing is changed: not possible in this state, or somebody was first (t->version).  On true
 * *t is as it is now.  The event row, the audit row and the deadlines that the table names are written: a stop ends all open ones but
 * those whose kind goes on, an end of the training ends all; so a case starts its own deadlines afterwards.
 * EVENT_RETRAIN_APPROVED: day is the day on which training begins anew, and a new attempt begins with it.        PLAN-064, 066, 137 */
bool training_happen(struct db *, struct training *t, const struct training_news *);
/* Is it possible now?  For the pages. */
bool training_can(const struct training *, enum training_event);
/* Its state is one that nothing leads out of. */
bool training_is_over(const struct training *);

/* Inside a transaction, called by whoever writes 報到日期, before it is written: a first day begins the attempt (plan, last day, deadlines
 * D-08, D-10, D-11, D-14, D-27), another day moves all of it with a row in the ledger, {0} takes it back.    PLAN-022
 * False with an issue of the row: not in this state, or records hang on it. */
bool training_report(struct db *, int64_t admission, struct date report_date, const struct training_news *, struct issues *,
	int row);
/* What else hangs on the beginning of an attempt, in the transaction of EVENT_REPORTED or EVENT_RETRAIN_APPROVED and after it: app.c hands
 * them over; ends with NULL.  Each gives true when it changed the training.                                 PLAN-017, 066 */
void training_begun(bool (*const *then)(struct db *, int64_t admission, const struct training_news *));

/* 榜示日 or 分配結果公告日 is another than before ({0}: was not known), in the transaction that stores it: app.c hands over who looks at the
 * applications again.                                                                                      PLAN-010 */
void training_window_moved(void (*then)(struct db *, int64_t admission, struct date published, struct date result_published,
	const struct training_news *));

/* Inside a transaction: another plan for the attempt, chosen by a person with a reason (news->remark).  NULL: what the rule says again.
 * False with an issue: there is no attempt yet, or the last day can't be computed by it.                        PLAN-004 */
bool training_replan(struct db *, struct training *, const struct plan *, const struct training_news *, struct issues *);

/* What moved the last day. */
enum end_cause {
	END_INITIAL, END_CORRECTED, END_SHORTENED, END_SHORTENING_WITHDRAWN, END_RETRAIN, END_SELF_FUNDED, END_EXTENDED, END_LEAVE
};
extern const struct code end_causes[];
/* Given to training_end_moves: cause, from, length (of SELF_FUNDED, EXTENDED, LEAVE), office_days (of LEAVE), document, arrived, remark. */
struct end_row {
	enum end_cause cause;
	struct date was, now, from, arrived;
	struct period length;
	bool office_days;
	const char *document, *remark;
	struct moment made;
};
struct end_rows { int n; struct end_row *at; };
struct end_rows training_ledger(struct db *, struct arena *, int64_t training);
/* Inside a transaction: computed by the rule training-end over the whole ledger with this row; false with the verdict's words as issue
 * when it refuses (OVER_MAX, LEDGER_CONFLICT, NOT_IN_PLAN).  Deadlines that hang on the last day move.      PLAN-015 */
bool training_end_moves(struct db *, struct training *, const struct end_row *, const struct training_news *, struct issues *);

/* Inside a transaction: what isn't a state of its own.  An exemption sets the state of the basic training too. */
void training_bt(struct db *, struct training *, enum bt_state, const struct training_news *);
void training_bt_class(struct db *, struct training *, struct date start, struct date end, const struct training_news *);
void training_exempt(struct db *, struct training *, bool exempt, const struct training_news *);

/* PLAN-006: what a rule found, kept with the act that rests on it; never changed.  inputs: JSON or NULL.  corrects: 0 or an id. */
int64_t decision_keep(struct db *, int64_t admission, const char *rule, const struct verdict *, const char *inputs, const struct training_news *,
	int64_t corrects);

/* Where the trainee is on a day.                                                                        PLAN-016 … 018 */
struct stages { struct date internship_start, internship_end, trial_start, trial_end; };
struct stages training_stages_of(struct arena *, const struct calendar *, const struct training *);

/* How one works on a day, in the plan's words: 不具名 in the internship, 具名試辦 after it and in an extension; "": outside of both.  PLAN-018 */
const char *training_work_mode(const struct training *, const struct stages *, struct date day);

/* The law where `plan` is NULL: "訓練辦法"; else in words, "" when the plan has none. */
const char *training_cite(const struct training *, enum plan_citation);

/* Two admissions of one person whose trainings take the same time, in words with what was chosen; NULL: there are none.   PLAN-023 */
const char *training_overlap(struct db *, struct arena *, int64_t admission);

/* May another agency take the person over: not yet begun, nor stopped or over?                               PLAN-046, 066 */
bool training_takeable(const struct training *);
/* Inside a transaction: the person is another agency's; who waited for allocation is allocated by that, who is in training goes on there. */
void training_taken(struct db *, int64_t admission, const struct training_news *);
/* That is undone: whom that take-over allocated waits again. */
void training_given_back(struct db *, int64_t admission, struct moment taken_over, const struct training_news *);

extern const struct code post_grades[];                         /* "1" 委任第一職等 … "14" */
extern const struct field allocation_fields[];                  /* what the letter of allocation says, as the audit log calls it */
extern const struct route training_routes[];

/* Inside a transaction that reads: the last attempt of each admission, its last day computed once more by the rule; `wrong` gets each
 * that is kept otherwise. */
void training_check(struct db *, void (*wrong)(void *with, const struct training *, struct date should), void *with);

/* The kinds of deadlines that hang on the day of reporting, on the letter of allocation and on the last day; end with NULL. */
extern const struct deadline_kind *const training_deadlines[];
/* What a day brings: periods that ended, status days that have passed.  In pieces; twice does no harm. */
extern const struct job_kind training_day_job;
int64_t training_day(struct db *, struct moment now);           /* outside a transaction; gives how many changed */
#endif
