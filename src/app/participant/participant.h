/* participant.h: 參訓人員 of a 升官等訓練: one person in one training of one year, from the acceptance of the roster to the certificate.
 *
 * The state machine is a table (states.c): which event is possible in which state and where it leads.  A state changes by
 * participant_happen alone; other slices say what happened.  Knows no request, no class and no score.  PROMO-002, 006, 064; §3.1 */
#ifndef PEIXUN_PARTICIPANT_H
#define PEIXUN_PARTICIPANT_H

#include "app/import/import.h"
#include "app/promotion/promotion.h"

enum participant_state {
	PARTICIPANT_RESERVE, PARTICIPANT_OMITTED, PARTICIPANT_WAITING, PARTICIPANT_WITHDRAWN, PARTICIPANT_DEFERRED, PARTICIPANT_REMOVED,
	PARTICIPANT_IN_TRAINING, PARTICIPANT_SUSPENDED, PARTICIPANT_MAKEUP_OPEN, PARTICIPANT_MAKEUP_APPROVED, PARTICIPANT_LAPSED,
	PARTICIPANT_REVOKED, PARTICIPANT_EXPELLED, PARTICIPANT_COMPLETED, PARTICIPANT_FAILED, PARTICIPANT_PASSED,
	PARTICIPANT_CERTIFICATE_REQUESTED, PARTICIPANT_CERTIFIED, PARTICIPANT_ANNULLED, PARTICIPANT_EXEMPT_APPROVED, PARTICIPANT_RESERVE_LAPSED,
	PARTICIPANT_STATES
};
extern const struct code participant_states[];                  /* "waiting" 待訓 …, in the order above */

/* What can happen; the table says from which state to which. */
enum participant_event {
	PARTICIPANT_ACCEPTED,                                   /* the roster was taken: how everybody begins */
	PARTICIPANT_PROPOSED,                                   /* 漏未薦送: the other beginning                   PROMO-030 */
	PARTICIPANT_CONSENTED, PARTICIPANT_NOT_CONSENTED,       /* 直接調訓 of one who was left out */
	PARTICIPANT_MOVED_UP,                                   /* 遞補                                            PROMO-069 */
	PARTICIPANT_MOVED_BACK,                                 /* the answer by which that was so was a mistake */
	PARTICIPANT_RESERVE_LAPSES,                             /* the year is over */
	PARTICIPANT_WITHDREW, PARTICIPANT_DEFERS, PARTICIPANT_REMOVES,
	PARTICIPANT_BEGAN,                                      /* the class begins                                PROMO-002 */
	PARTICIPANT_BEGAN_LATER,                                /* that day was moved to a later one */
	PARTICIPANT_STOPPED, PARTICIPANT_CAUSE_ENDED,           /* 原因消滅 */
	PARTICIPANT_MAKEUP_THIS_YEAR, PARTICIPANT_MAKEUP_NEXT_YEAR, PARTICIPANT_LAPSES, PARTICIPANT_LAPSE_REVERSED,
	PARTICIPANT_REVOKES, PARTICIPANT_REVOCATION_WITHDRAWN, PARTICIPANT_EXPELS,
	PARTICIPANT_COMPLETES,                                  /* 結訓 */
	PARTICIPANT_PASSES, PARTICIPANT_FAILS,                  /* 成績核定, and what a 複查 makes of it */
	PARTICIPANT_CERTIFICATE_FILED, PARTICIPANT_CERTIFICATE_RETURNED, PARTICIPANT_CERTIFIES,
	PARTICIPANT_ANNULS, PARTICIPANT_EXEMPTED,
	PARTICIPANT_ENTRY_WITHDRAWN,                            /* the newest entry was a mistake: back to where it came from    PROMO-127 */
	PARTICIPANT_EVENTS
};
extern const struct code participant_events[];                  /* "withdrew" 訓前自願放棄 … */

enum participant_phase { PHASE_SELECTION, PHASE_BEFORE_TRAINING, PHASE_IN_TRAINING, PHASE_AFTER_TRAINING };
extern const struct code participant_phases[];                  /* 遴選, 訓前, 訓中, 訓後                          PROMO-002 */

struct participant {
	int64_t id, version, year, place;                       /* place: 受訓序列; 0: none */
	int64_t selector, agency, institute, class;             /* 遴選機關, 服務機關, 訓練機關（構）、學校, class; 0: none yet */
	int64_t nominee, substitute_of, makeup_of;              /* the roster's row; participants; 0: none */
	struct code type, state, outcome, origin, cost, sex;    /* outcome: 正選 or 備選, as it is now */
	const char *national_id, *name, *title, *agency_code, *agency_name, *selector_code, *selector_name, *institute_name;
	struct date birth_date, class_from, class_until;        /* 開訓日, 結訓日; {0}: no class yet */
};
extern const struct field participant_fields[];                 /* all, as the statements read them */

/* False: there is none. */
bool participant_load(struct db *, struct arena *, int64_t id, struct participant *);
bool participant_find(struct db *, struct arena *, const char *type, int64_t year, const char *national_id, struct participant *);
struct participants { int n; struct participant *at; };
/* Of a training, year and 遴選機關 (0: of all) by 受訓序列; state NULL: in any. */
struct participants participants_of(struct db *, struct arena *, const char *type, int64_t year, int64_t selector, const char *state);
/* All participations of a person, the newest first. */
struct participants participants_of_person(struct db *, struct arena *, const char *national_id);

const char *participant_about(struct arena *, const struct participant *);      /* 「王小明（105年度佐升正）」, for deadlines and notices */
enum participant_state participant_state(const struct participant *);
enum participant_phase participant_phase(const struct participant *);
/* Does the person take one of the places that the year allots to the 遴選機關?              PROMO-038, 039, 074 */
bool participant_allotted(const struct participant *);

/* Who says so, and by which letter. */
struct participant_news {
	enum participant_event event;
	struct date day;                                        /* when it happened; {0}: today */
	int64_t account, record;                                /* record: of life, that led to it; 0: none */
	const char *address, *document, *remark;                /* document: 文號; NULL or "" */
	const struct past *past;                                /* its cause, at_fault, delivered, filled, where the event has them; or NULL */
	struct moment now;
};
/* Inside a transaction.  False, and nothing is changed: not possible in this state, or somebody was first (p->version).  On true *p is
 * as it is now; the event and the audit row are written, and what bears on a later selection stands among the results of the years. */
bool participant_happen(struct db *, struct participant *, const struct participant_news *);
/* Is it possible now?  For the pages. */
bool participant_can(const struct participant *, enum participant_event);
/* What happened, the oldest first: event, day, was, became, document, remark, record, made, who. */
struct rows *participant_history(struct db *, int64_t id);

/* Inside the transaction of the acceptance: the persons of a roster take part from now on, 正選 as 待訓, 備選 in their order.  Who takes part
 * already (補訓, 直接調訓) stays and gets what the roster says.  Needs nominee … birth_date of each; type, year and selector of all.  PROMO-064 */
void participants_accept(struct db *, const struct participants *, const struct participant_news *);
/* Inside a transaction: one more, by PROPOSED, or for a 補訓 of the next year by ACCEPTED.  Gives the id; 0: takes part already. */
int64_t participant_add(struct db *, const struct participant *, const struct participant_news *);
/* Inside a transaction: the class (0: none any more), who runs it, and its days.  False: somebody was first. */
bool participant_assign(struct db *, struct participant *, int64_t class, int64_t institute, struct date from, struct date until,
	const struct participant_news *);

/* What the role's rights come to for this participant: MAY_AT_SERVICE and MAY_AT_SELECTING by the agency, MAY_CLASS of the own classes alone
 * (國家文官學院: of all). */
uint64_t participant_may(const struct participant *, uint64_t may, int64_t agency, bool all_agencies);
/* 服務機關, 遴選機關 and 訓練機關 see their own, 保訓會 and 國家文官學院 all. */
enum scope participant_scope(struct req *, const char *parameter, int64_t participant);
struct url participant_url(const struct req *, int64_t id);

/* ---- uploads whose rows name a participant of a training and year by 身分證統一編號 ---- */

/* Whom a row names; name "": the file does not say it. */
struct participant_named { const char *national_id, *name, *type; int64_t year; };

struct participant_finder {
	/* Of a JSON list of national IDs ($1): national_id, name, type, year and whatever else the kind needs, by national_id. */
	const struct sql *known;
	struct participant_named (*named)(const void *record);
	void *(*found)(struct import *, const struct rows *, int i);    /* what is known, in im->piece: for row->found */
};

/* In judge(): finds what is known of each row's participant (NULL: nobody), all with one statement; complains of who takes no part or has
 * another name.  Rows stand by national_id. */
void participants_find(struct import *, struct import_row *, int n, const struct participant_finder *);

#endif
