/* plan.h: the yearly 訓練計畫 as data: every number of law that a rule uses, with the point that gives it.     PLAN-001 … 006
 *
 * A plan file is one examination of one year, as JSON.  A key that the plan says nothing of is
 * null there: the rule then answers PARAM_MISSING and never takes another plan's value. */
#ifndef PEIXUN_PLAN_H
#define PEIXUN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "rule/fact.h"
#include "rule/period.h"

/* Every parameter: name in C, key in the file, kind, number in the catalogue, what it is.  A file has each, or an explicit null. */
#define PLAN_KEYS(X) \
	X(LEVELS, "plan.levels", TEXTS, "P-008", "考試等級") \
	X(TARGETS, "plan.targets", TEXTS, "P-009", "訓練對象") \
	X(EXCLUDED, "plan.excluded_categories", TEXTS, "P-010", "另訂計畫之類科") \
	X(BY_ANALOGY, "plan.by_analogy", BOOL, "P-011", "基礎訓練規定是否比照適用") \
	X(BT_LENGTH, "bt.length", LENGTH, "P-014", "基礎訓練期間") \
	X(SELF_FUNDED, "bt.self_funded_retrain.allowed", BOOL, "P-023", "得否自費重新參加基礎訓練") \
	X(SELF_FUNDED_TIMES, "bt.self_funded_retrain.times", INT, "P-023", "自費重新訓練次數上限") \
	X(SELF_FUNDED_WITHIN, "bt.self_funded_retrain.apply_within", LENGTH, "P-023", "自費重新訓練申請期限") \
	X(SELF_FUNDED_EXTENDS, "bt.self_funded_retrain.extends_end_date", BOOL, "P-024", "自費重新訓練是否加計訓期") \
	X(PERIOD_TOTAL, "period.total", LENGTH, "P-033", "訓練期間") \
	X(PERIOD_EXEMPTED, "period.exempted_bt", LENGTH, "P-034", "免除基礎訓練人員之訓練期間") \
	X(PERIOD_SHORTENED, "period.shortened", LENGTH, "P-035", "縮短實務訓練之期間") \
	X(PERIOD_COUNTED, "period.counted_from", COUNTING, "P-036", "訓練期間之起算") \
	X(RETAIN_CLOSE_DAYS, "retain.window_close_days", INT, "P-049", "保留受訓資格申請截止（分配結果公告日前日數）") \
	X(MAKEUP_FROM, "makeup.only_from_year", INT, "P-058", "申請補訓之考試年度（起）") \
	X(MAKEUP_UNTIL, "makeup.or_retrain_until_year", INT, "P-059", "申請補訓或重新訓練之考試年度（迄）") \
	X(STOP_UNLESS, "stop.mandatory.unless_revoked_by", INT, "P-082", "應予停止訓練之例外（廢止事由目次）") \
	X(ALLOWANCE, "allowance.level", ALLOWANCES, "P-086", "津貼") \
	X(ANNUAL_LEAVE, "leave.annual_days", TEXTS, "P-090", "各假別每年日數") \
	X(INSURANCE, "insurance.by_year", YEARS, "P-092", "保險") \
	X(FORM_WITHIN, "guide.plan_form_within", LENGTH, "P-099", "實務訓練計畫表傳送期限") \
	X(FORM_COUNTED, "guide.plan_form_counted", COUNTING, "P-099", "實務訓練計畫表期限之起算") \
	X(SCORE_GROUPS, "score.groups", WEIGHTS, "P-114", "實務訓練成績考核項目") \
	X(SCORE_WEIGHTS, "score.weights", WEIGHTS, "P-114", "實務訓練成績考核細目") \
	X(PASS_MARK, "score.pass_mark", INT, "P-115", "及格分數") \
	X(EXTEND_TIMES, "extend.times_max", INT, "P-119", "延長實務訓練次數上限") \
	X(EXTEND_FROM, "extend.from", COUNTING, "P-119", "延長實務訓練之起算") \
	X(REVOKE_CAUSES, "revoke.causes", CAUSES, "P-120", "廢止受訓資格事由")

#define PLAN_NAME(c, key, kind, number, label) PLAN_##c,
enum plan_key { PLAN_KEYS(PLAN_NAME) PLAN_KEYS_N };
#undef PLAN_NAME

/* What a rule cites, by the same way: a file has each, or an explicit null where the plan has no such rule. */
#define PLAN_CITATIONS(X) \
	X(BASIS, "basis") X(PERIOD, "period") X(PERIOD_EXEMPTED, "period_exempted") X(PERIOD_SHORTENED, "period_shortened") \
	X(RETAIN_WINDOW, "retain_window") X(SELF_FUNDED, "self_funded") X(PLAN_FORM, "plan_form") X(LEAVE, "leave") \
	X(EXTEND, "extend") X(REVOKE, "revoke") X(MAKEUP, "makeup") X(TARGETS, "targets") X(EXCLUDED, "excluded") \
	X(FALLBACK, "fallback")

#define PLAN_NAME(c, key) PLAN_CITE_##c,
enum plan_citation { PLAN_CITATIONS(PLAN_NAME) PLAN_CITATIONS_N };
#undef PLAN_NAME

/* The forms of a plan: which annex each is, or null. */
#define PLAN_FORMS(X) \
	X(RETAIN_APP, "retain_app") X(RETAIN_OATH_STUDY, "retain_oath_study") X(RETAIN_OATH_CHILD, "retain_oath_child") \
	X(MAKEUP_APP, "makeup_app") X(EXEMPT_LIST, "exempt_list") X(SHORTEN_APP, "shorten_app") X(PT_PLAN, "pt_plan") \
	X(GUIDE_RECORD, "guide_record") X(ANOMALY_REPORT, "anomaly_report") X(INTERVIEW_RECORD, "interview_record") \
	X(BT_SELF_FUNDED_APP, "bt_self_funded_app") X(PT_SCORE, "pt_score") X(WITHDRAW_APP, "withdraw_app") \
	X(SCORE_REGISTER, "score_register") X(RESOURCES, "resources")

#define PLAN_NAME(c, key) PLAN_FORM_##c,
enum plan_annex { PLAN_FORMS(PLAN_NAME) PLAN_FORMS_N };
#undef PLAN_NAME

enum plan_kind { PLAN_INT, PLAN_BOOL, PLAN_LENGTH, PLAN_COUNTING, PLAN_TEXTS, PLAN_ALLOWANCES, PLAN_YEARS, PLAN_WEIGHTS, PLAN_CAUSES };

/* Rows of the kinds that are tables. */
struct plan_allowance { const char *level, *grade; };
struct plan_years { struct maybe_int from, until; struct fact_texts schemes; };         /* 民國; not known: open */
struct plan_weight { const char *id, *label, *group; int64_t weight; };                 /* group: NULL of a group itself */
struct plan_cause { int64_t item; struct fact_texts ids; const char *text; };

/* Which member holds the value is said by the kind of its key. */
struct plan_value {
	bool known;                                             /* false: null in the file */
	int64_t n;                                              /* INT */
	bool yes;                                               /* BOOL */
	struct period length;                                   /* LENGTH */
	int counting;                                           /* COUNTING: enum counting */
	struct fact_texts texts;                                /* TEXTS */
	struct fact_rows rows;                                  /* tables */
	const char *point;                                      /* "四(一)"; NULL: not in the plan's own text */
	const char *source;                                     /* NULL: the plan; else what gives the value instead, or why there is none */
};

/* One version of one plan.  All of it lives in the arena it was loaded into. */
struct plan {
	const char *id, *exam, *exam_name, *title, *file;       /* id: "113-disabled"; exam: "disabled" */
	int exam_year;                                          /* 民國 */
	int version;
	struct date from;                                       /* in force from this day on */
	const char *document;                                   /* 文號, as printed */
	struct plan_value values[PLAN_KEYS_N];
	const char *citations[PLAN_CITATIONS_N];                /* in words, with the plan's title; NULL: not in this plan */
	const char *forms[PLAN_FORMS_N];                        /* "附件5"; NULL: not in this plan */
};

const char *plan_key_name(enum plan_key);                       /* "period.total" */
const char *plan_key_label(enum plan_key);
const char *plan_name(struct arena *, const struct plan *);     /* "113-disabled@2" */
static inline const struct plan_value *plan_value(const struct plan *p, enum plan_key k) { return &p->values[k]; }

/* ---- many plans ---- */

struct plan_problem {
	const char *file, *code;                                /* PLAN_SYNTAX, PLAN_ENCODING, PLAN_DUPLICATE, PLAN_INVALID; PARAM_MISSING warns */
	int line;                                               /* 0: not known */
	const char *path, *text;                                /* path: a JSON pointer, "" for the whole file */
	bool warning;
};

struct plans {
	struct arena *mem;
	int n;
	size_t room;
	const struct plan **at;                                 /* by file name, versions of a file one after the other */
	int problems_n, errors_n;
	size_t problems_room;
	struct plan_problem *problems;
};

/* Every *.json of the folder, in order of their names.  A file with an error gives no plan; warnings do no harm.
 * A folder that can't be read is a problem of its own. */
struct plans *plans_load(struct arena *, const char *folder);

/* One file's bytes, for tests and for plans_load; name: for the problems. */
void plans_add(struct plans *, const char *name, const char *bytes, size_t n);
/* After the last plans_add: takes out what is there twice.                                     PLAN_DUPLICATE */
void plans_settle(struct plans *);

/* "113-disabled" (the newest version) or "113-disabled@1".  NULL: none. */
const struct plan *plans_find(const struct plans *, const char *reference);

/* The version in force on a day; NULL when the first came later (PLAN_NOT_YET_ISSUED) or there is no such plan.        PLAN-002 */
const struct plan *plans_on(const struct plans *, const char *id, struct date);

/* The plan of a trainee of an examination ("disabled") admitted in a year: that of the admission year for a first training; for
 * 補訓 and 重新訓練 that of the year of reporting, or the latest earlier one when none had been issued by then.  The newest version.
 * NULL: PLAN_MISSING.                                           PLAN-004   LAW: 訓練計畫第9點第4款 */
const struct plan *plans_for(const struct plans *, const char *exam, int admission_year, struct date report, bool first_training);

/* Is the category of an examinee left to a plan of its own?     PLAN-005   LAW: 112高普第22點第1款 */
bool plan_excludes(const struct plan *, const char *category);

#endif
