/* promotion_set.h: the parameter sets of 升官等訓練 as data: for a kind of training, in the years from … until, what the law says in
 * numbers and lists.                                                   PROMO-005
 *
 * A file of the folder `promotion` beside the plans is one set, as JSON.  What the sources do not give is null: the rule then answers
 * PARAM_MISSING. */
#ifndef PEIXUN_PROMOTION_SET_H
#define PEIXUN_PROMOTION_SET_H

#include "rule/fact.h"
#include "rule/plan.h"
#include "rule/verdict.h"

enum promotion_type { ZUO_TO_ZHENG, WEI_TO_JIAN, JIAN_TO_JIANREN, ZHENG_TO_JIAN };
enum promotion_route_id { ROUTE_EXAM, ROUTE_QUALIFYING_EXAM, ROUTE_CONSTABLE_CLASS, ROUTE_JUNIOR_COLLEGE, ROUTE_FOUR_YEAR, ROUTES_N };
enum promotion_cause_id {
	CAUSE_NOT_REPORTED, CAUSE_LEFT_APPROVED, CAUSE_ABSENCE_20, CAUSE_LEFT_UNAPPROVED, CAUSE_TRUANCY, CAUSE_IMPERSONATION,
	CAUSE_VIOLENCE, CAUSE_TEST_EXCLUSION, CAUSE_BAD_CONDUCT, CAUSES_N
};

/* Their ids, which end with NULL, and their words. */
extern const char *const promotion_types[], *const promotion_routes[], *const promotion_causes[];
extern const char *const promotion_type_words[], *const promotion_route_words[], *const promotion_cause_words[];

/* One way to the years of service. */
struct promotion_route { int route; int64_t years; struct maybe_int least_grade; const char *text; };

/* article: 第6條第1項, of the set's regulation. */
struct promotion_eligibility_rule {
	const char *article, *cutoff, *cutoff_article;          /* cutoff: "04-30" */
	const char *post, *salary;
	int64_t appraisal_years, best_grades;                   /* of the last so many years, how many have to be 甲 */
	struct fact_rows routes;
};
struct promotion_quota_rule { const char *article; struct decimal threshold; int64_t reserve_percent; };
struct promotion_deferral_rule { const char *article; struct fact_texts causes; };
struct promotion_stop_rule { const char *article; struct fact_texts causes; struct period within; int64_t percent; };
struct promotion_cause { int cause; const char *text; int64_t interval; bool evidence; };
struct promotion_revocation_rule { const char *article, *interval_article; int64_t percent; struct fact_rows causes; };
struct promotion_recheck_rule { const char *article; struct period within, answer_within, extension; };
/* training_percent: what share of the total 訓練成績 has, the rest being 訓練課程成績; not known: 保訓會 sets it for each year. */
struct promotion_score_rule { const char *source; struct decimal pass_mark, training_percent; };
struct promotion_makeup_rule { const char *article; struct period within; };
struct promotion_exempt_rule { const char *article; struct period within; };

struct promotion_set {
	int type;                                               /* enum promotion_type */
	const char *name, *regulation, *file;
	int64_t from_year;                                      /* 民國 */
	struct maybe_int until_year;                            /* not known: open */
	struct maybe_int checked_until;                         /* after this year the sources do not tell whether it was amended */
	const char *remark;                                     /* what to say then */
	const struct promotion_eligibility_rule *eligibility;   /* NULL: not in the sources */
	const struct promotion_quota_rule *quota;               /* likewise */
	const struct promotion_deferral_rule *deferral;
	const struct promotion_stop_rule *stop;
	const struct promotion_revocation_rule *revocation;
	const struct promotion_score_rule *score;               /* NULL: not in the sources */
	const struct promotion_recheck_rule *recheck;
	struct period fee_within;
	int64_t fee_amount;                                     /* 元; 0: not in the set */
	const char *fee_source;
	const struct promotion_makeup_rule *makeup;
	const struct promotion_exempt_rule *exempt;             /* 免訓 */
};

struct promotions { int n; size_t room; const struct promotion_set **at; };

/* One file of the folder "promotion", as law_add and plans_add.  A file with an error gives no set. */
void promotions_add(struct plans *, const char *name, const char *bytes, size_t n);
/* After the last one: years that overlap, and numbers of which the rules say that they are the same in all sets. */
void promotions_check(struct plans *);

/* ---- for the rules ---- */

/* The set of a kind of training in a year; NULL, and PARAM_MISSING, when there is none.  Adds the remark where the set has one. */
const struct promotion_set *promotion_set(struct verdict *, int type, int64_t year);

/* The newest set of a kind, for numbers that are the same in all of its years. */
const struct promotion_set *promotion_newest(struct verdict *, int type);

/* PARAM_MISSING: the set says nothing of `parameter`.  Gives false. */
bool promotion_param_missing(struct verdict *, const struct promotion_set *, const char *parameter);

/* The regulation with an article: "…訓練辦法第6條". */
const char *promotion_cite(struct verdict *, const struct promotion_set *, const char *article);

#endif
