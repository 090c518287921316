/* promotion.h: 升官等訓練 as an office finds it: who selects, the call of a year, by which parameter set a year is judged, and what became
 * of people in a training before.  Knows no roster and no candidate.               PROMO-001 … 005, 020, 021, 063, 108 … 119 */
#ifndef PEIXUN_PROMOTION_H
#define PEIXUN_PROMOTION_H

#include "rule/promotion_set.h"
#include "web/form_view.h"
#include "web/route.h"

extern const struct code promotion_type_codes[], promotion_cause_codes[];       /* in the order of the enums; end with an id of NULL */
extern const struct code outcome_codes[], origin_codes[], cost_codes[]; /* 正選/備選, 參訓身分, 公費/自費 */
extern const struct route promotion_pages[];

/* The place of a code in its list; -1: it is not in it. */
int promotion_index(const struct code *list, const char *id);

/* ---- the call of a year ---- */

struct callup {
	int64_t id, version, year;
	struct code type;
	const char *ratio, *letter;                             /* ratio: percent, "20.6"; "": not known yet */
	const char *training_percent;                           /* share of 訓練成績 in the total; "": as the parameter set says */
	const char *reason;                                     /* of the last correction of what was computed with already; "": none */
	struct date deadline, letter_day;
	bool committee, released;                               /* committee: a roster needs a recorded meeting */
};
extern const struct field callup_fields[];
/* The year that a page is about when nothing is said: that of the newest call of the training that is out and not over; else the running
 * one. */
int64_t callup_year(struct db *, const char *type, struct date today);
bool callup_find(struct db *, struct arena *, const char *type, int64_t year, struct callup *);

/* Column A of a 遴選機關 as 保訓會 published it; "" when it has not. */
const char *callup_share(struct db *, const char *type, int64_t year, int64_t agency);

/* ---- who selects ---- */

bool selector_is(struct db *, const char *type, int64_t year, int64_t agency);
bool selector_any(struct db *, int64_t agency);                 /* for any training in any year */
/* The 遴選機關 nearest at or above an agency; 0: none. */
int64_t selector_of(struct db *, const char *type, int64_t year, int64_t agency);
/* All agencies that have one, to be found by training, year and code; the nearest is found.  NULL: it has none. */
struct selector_place { const char *type, *code; int64_t agency, selector, from_year, until_year; };
struct selector_tree { struct selector_place *at; int n; };
struct selector_tree selector_tree(struct db *, struct arena *);
const struct selector_place *selector_find(const struct selector_tree *, const char *type, int64_t year, const char *code);
/* Those of a training and year: agency, code, name. */
struct rows *selector_list(struct db *, const char *type, int64_t year);

/* ---- where a page is: its address names the training and the year ---- */

struct promotion_place {
	const struct code *type;
	int kind;                                               /* enum promotion_type */
	int64_t year;
	const struct promotion_set *set;                        /* NULL: no parameter set is loaded for the year */
	struct callup call;                                     /* id 0: none */
	const char *law;                                        /* by which set the year is judged, in words, with its remark */
	struct date cutoff, scores_until, employed_on;          /* 採計截止日 ({0}: the set has none), 積分截止日, 任職機關認定日 */
};
/* False: there is no such training; the refusal is made. */
bool promotion_place(struct req *, struct promotion_place *);
/* The same for a type and year that are known to be. */
void promotion_place_of(struct db *, struct arena *, const char *type, int64_t year, struct promotion_place *);
/* May an officer act for this 遴選機關 here?  False: the refusal (ERR_SELECTING_ONLY) is made.       PROMO-048 */
bool promotion_selects(struct req *, const struct promotion_place *, int64_t agency);
enum scope promotion_scope(struct req *, const char *parameter, int64_t agency);

/* A verdict that knows the parameter sets and the office calendar. */
struct verdict promotion_verdict(struct db *, struct arena *);

/* ---- what became of people ---- */

enum past_outcome { PAST_PASSED, PAST_FAILED, PAST_REVOKED, PAST_EXPELLED, PAST_ANNULLED, PAST_DEFERRED, PAST_STOPPED, PAST_OMITTED, PASTS_N };
struct past {
	int64_t id, version, year;
	struct code type, outcome, cause, at_fault, filled;     /* filled: was the place of a 延後訓練 or 停止訓練 taken by somebody else? */
	const char *national_id, *name, *letter;
	struct date delivered;
};
extern const struct code past_outcomes[];                       /* in the order of the enum */
/* Of a JSON list of national IDs, in a training; by national ID and year. */
struct pasts { int n; struct past *at; };
struct pasts pasts_of(struct db *, struct arena *, const char *type, const char *ids);
/* Inside a transaction: an outcome of a person in a training of a year is kept, in place of an earlier one of the same; or taken back. */
void past_keep(struct db *, const struct past *);
void past_take_back(struct db *, const struct past *);
/* Inside a transaction: 辦理遴選常見問題 as they come with the program, where none are kept yet.                        PROMO-032 */
void promotion_deliver(struct db *);
#endif
