/* promotion.h: 升官等訓練: who may be selected, how many, and what becomes of them before, during and after the training.
 *
 * Rules that take a kind of training and a year judge by the parameter set of that year (promotion_set.h); the others by numbers that
 * are the same in all sets.  Each needs the sets in the verdict. */
#ifndef PEIXUN_RULE_PROMOTION_H
#define PEIXUN_RULE_PROMOTION_H

#include "rule/fact.h"
#include "rule/verdict.h"

/* ---- selection ---- */

struct promotion_appraisal { int64_t year; const char *grade; };        /* 民國; 甲 乙 丙 丁 */
struct promotion_way { int route; struct date from; struct maybe_int equivalent_grade; };       /* enum promotion_route_id */
struct promotion_interval { struct date from, to; };

struct promotion_eligibility_facts {
	int type;                                               /* enum promotion_type */
	int64_t year;                                           /* 民國 */
	const char *post;
	bool confirmed;                                         /* 合格實授 and 銓敘審定 */
	struct date top_step_on;                                /* {0}: not reached */
	struct fact_rows appraisals, routes, interruptions;
};
struct promotion_element { const char *element; const char *result; };
struct promotion_eligibility_values { struct fact_texts routes_met; struct fact_rows elements; };

/* The four elements at the cut-off day.
 * PROMO-007 … 016   LAW: 警察人員人事條例§14V; 佐升正訓練辦法§6 */
void promotion_eligibility_judge(struct verdict *, const struct promotion_eligibility_facts *, struct promotion_eligibility_values *);

struct promotion_quota_facts { struct decimal carried_in, ratio; int64_t eligible, makeup_outside, failed_reselected; };
struct promotion_quota_values {
	const char *c, *carried_out;                            /* 3 places */
	struct maybe_int whole, fraction_place, total, reserve;
};

/* The yearly places of the 參訓人數統計表.              PROMO-033 … 045   LAW: 佐升正訓練辦法§7, §8 */
void promotion_quota_judge(struct verdict *, const struct promotion_quota_facts *, struct promotion_quota_values *);

enum promotion_quota_kind { IN_QUOTA, NO_QUOTA };

struct promotion_substitution_facts { bool first_time, failed_before; int quota_kind; };
struct promotion_substitution_values { struct maybe_bool substitute; };

/* Is a reserve person to move up for one who withdraws?  PROMO-068 */
void promotion_substitution_judge(struct verdict *, const struct promotion_substitution_facts *, struct promotion_substitution_values *);

enum promotion_selecting { SELECTING_NEW, SELECTING_OLD };

struct promotion_transfer_facts { int64_t year; struct date transferred_on; };
struct promotion_transfer_values { int selecting; };

/* Which agency selects a person who moved?               PROMO-027 */
void promotion_transfer_judge(struct verdict *, const struct promotion_transfer_facts *, struct promotion_transfer_values *);

/* ---- before and during ---- */

struct promotion_deferral_facts { int type; int64_t year; const char *cause; bool evidence; const char *cause_text; };
struct promotion_deferral_values { char none; };

/* 延後訓練.                                               PROMO-072 PROMO-073   LAW: 佐升正訓練辦法§11 */
void promotion_deferral_judge(struct verdict *, const struct promotion_deferral_facts *, struct promotion_deferral_values *);

/* Hours are known or not; listed are those of the causes of a stop. */
struct promotion_stop_facts {
	int type;
	int64_t year;
	struct date event, filed_on;
	const char *cause;                                      /* NULL: not said */
	struct decimal listed_hours, course_hours;
};
struct promotion_stop_values { struct date due; struct maybe_bool in_time, mandatory; };

/* 停止訓練: asked for in time, or mandatory.            PROMO-076 PROMO-078   LAW: 佐升正訓練辦法§12 */
void promotion_stop_judge(struct verdict *, const struct promotion_stop_facts *, struct promotion_stop_values *);

struct promotion_revocation_facts {
	int type;
	int64_t year;
	int cause;                                              /* enum promotion_cause_id */
	bool evidence;
	struct decimal other_hours, course_hours;
};
struct promotion_revocation_values { struct maybe_bool cause_met; struct maybe_int interval_years; };

/* Does a cause of 廢止受訓資格 hold, and for how long?    PROMO-081 … 083, 108 … 110   LAW: 佐升正訓練辦法§13, §19II */
void promotion_revocation_judge(struct verdict *, const struct promotion_revocation_facts *, struct promotion_revocation_values *);

struct promotion_reentry_facts { int type, cause; int64_t revoked_year; };
struct promotion_reentry_values { struct maybe_int earliest_year; };

/* The first year of a new selection.                     PROMO-108 … 111   LAW: 佐升正訓練辦法§19II */
void promotion_reentry_judge(struct verdict *, const struct promotion_reentry_facts *, struct promotion_reentry_values *);

/* ---- after ---- */

struct promotion_score_facts {
	int type;
	int64_t year;
	struct decimal training, course;                        /* 訓練成績, 訓練課程成績 */
	struct decimal training_percent;                        /* as 保訓會 set it for the year; not known: the set's */
};
struct promotion_score_values { struct decimal total; struct maybe_bool passed; };

/* 總成績 by proportion, two places, the third half up.    PROMO-085   LAW: 佐升正訓練辦法§15 */
void promotion_score_judge(struct verdict *, const struct promotion_score_facts *, struct promotion_score_values *);

struct promotion_recheck_facts { struct date received, filed; bool before; struct date asked_on; bool extended; };
struct promotion_recheck_values { struct date due; struct maybe_bool in_time; struct date answer_due; };

/* 複查成績, once, and its answer.                        PROMO-090 … 093   LAW: 佐升正訓練辦法§16 */
void promotion_recheck_judge(struct verdict *, const struct promotion_recheck_facts *, struct promotion_recheck_values *);

struct promotion_fee_facts { struct date received; };
struct promotion_fee_values { struct date due; };

/* The last day for the fee of the certificate.           PROMO-097 */
void promotion_fee_judge(struct verdict *, const struct promotion_fee_facts *, struct promotion_fee_values *);

struct promotion_makeup_facts { struct date cause_ended, filed; };
struct promotion_makeup_values { struct date due; struct maybe_bool in_time; };

/* 補訓 after 延後訓練 or 停止訓練.                        PROMO-101 PROMO-102   LAW: 佐升正訓練辦法§18 */
void promotion_makeup_judge(struct verdict *, const struct promotion_makeup_facts *, struct promotion_makeup_values *);

enum promotion_phase { PHASE_BEFORE, PHASE_DURING, PHASE_AFTER };

struct promotion_ineligible_facts { int phase; bool at_fault; struct date delivered, filed; };
struct promotion_ineligible_values {
	const char *action, *who_pays;                          /* correct_roster, expel, annul; self, public, NULL: not stated */
	struct date exempt_until;
	struct maybe_bool exempt_allowed;
};

/* What follows when somebody turns out not to be eligible.  PROMO-112 … 119   LAW: 佐升正訓練辦法§20 */
void promotion_ineligible_judge(struct verdict *, const struct promotion_ineligible_facts *, struct promotion_ineligible_values *);
#endif
