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
#include "rule/plan_keys.h"

#define PLAN_NAME(c, key, kind, number, label) PLAN_##c,
enum plan_key { PLAN_KEYS(PLAN_NAME) PLAN_KEYS_N };
#undef PLAN_NAME

#define PLAN_NAME(c, key, always) PLAN_CITE_##c,
enum plan_citation { PLAN_CITATIONS(PLAN_NAME) PLAN_CITATIONS_N };
#undef PLAN_NAME

#define PLAN_NAME(c, key, title) PLAN_FORM_##c,
enum plan_annex { PLAN_FORMS(PLAN_NAME) PLAN_FORMS_N };
#undef PLAN_NAME

enum plan_kind { PLAN_KIND_INT, PLAN_KIND_BOOL, PLAN_KIND_DATE, PLAN_KIND_LENGTH, PLAN_KIND_COUNTING, PLAN_KIND_FRACTION, PLAN_KIND_TEXT,
	PLAN_KIND_TEXTS, PLAN_KIND_ALLOWANCES, PLAN_KIND_YEARS, PLAN_KIND_WEIGHTS, PLAN_KIND_CAUSES, PLAN_KIND_RETENTIONS,
	PLAN_KIND_EVIDENCE, PLAN_KIND_LEVELS, PLAN_KIND_GRADES, PLAN_KIND_LEAVES, PLAN_KIND_POINTS, PLAN_KIND_CONTACTS,
	PLAN_KIND_RESOURCES, PLAN_KIND_AMENDMENTS };

/* Rows of the kinds that are tables. */
struct plan_allowance { const char *level, *grade; };
struct plan_years { struct maybe_int from, until; struct fact_texts schemes; };         /* 民國; not known: open */
struct plan_weight { const char *id, *label, *group; int64_t weight; };                 /* group: NULL of a group itself */
struct plan_cause { int64_t item; struct fact_texts ids; const char *text; };            /* item 0: the plan does not number it */
struct plan_retention { const char *cause; struct period most; };                       /* most.n 0: 法定役期 */
struct plan_evidence { struct fact_texts causes, any_of; bool in_office; };             /* each row is needed; in_office: of 現職公務人員 */
struct plan_levels { const char *level; struct fact_texts earlier; };                   /* 高考一級 … 特考五等 */
struct plan_grade { const char *level; int64_t grade; struct maybe_int post, with_post; };      /* 1–14; with_post is enough for that post */
struct plan_leave { const char *kind; struct decimal days; };
struct plan_points { const char *kind; struct decimal points; };
struct plan_contact { const char *unit, *phone, *fax, *mail; };
struct plan_resource { struct maybe_int number; const char *name, *url, *body, *what; };        /* number: not known where 附表 has none */
struct plan_amendment { struct date on; const char *document; };

/* Which member holds the value is said by the kind of its key. */
struct plan_value {
	bool known;                                             /* false: null in the file */
	int64_t n, of;                                          /* INT; FRACTION: n/of */
	bool yes;                                               /* BOOL */
	struct period length;                                   /* LENGTH */
	int counting;                                           /* COUNTING: enum counting */
	struct date date;                                       /* DATE */
	const char *text;                                       /* TEXT */
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
	struct fact_texts notes[PLAN_FORMS_N];                  /* n 0: none, or not at hand */
	const struct law_book *law;                             /* what stands beside it (rule/law.h); NULL: none */
};

const char *plan_key_name(enum plan_key);                       /* "period.total" */
const char *plan_key_label(enum plan_key);
const char *plan_key_number(enum plan_key);                     /* "P-033" */
enum plan_kind plan_key_kind(enum plan_key);
const char *plan_name(struct arena *, const struct plan *);     /* "113-disabled@2" */
static inline const struct plan_value *plan_value(const struct plan *p, enum plan_key k) { return &p->values[k]; }

/* The printed notes of a form (填表說明, 注意, 備註, 附註), letter for letter, a paragraph each; paragraphs with tabs are the rows of
 * a table.  They stand in FOLDER/forms/ID.json.                                                 PLAN-138 */
static inline const struct fact_texts *plan_notes(const struct plan *p, enum plan_annex form) { return &p->notes[form]; }
/* Is the paper of this title an annex of the plan whose text is not at hand, so that the layout of 113 stands in for it? */
bool plan_borrows(const struct plan *, const char *title);

const char *plan_form_name(enum plan_annex);                    /* "pt_plan" */
const char *plan_annex_title(enum plan_annex);                   /* "實務訓練計畫表" */
const char *plan_citation_name(enum plan_citation);             /* "period" */
/* The form of a name; -1: none. */
int plan_form_named(const char *name);

bool plan_has_cause(const struct plan *, const char *id);       /* of revocation: "bt_truancy_5" */
const struct plan_cause *plan_cause_of(const struct plan *, const char *id);    /* NULL: the plan has none of this name */
/* The item that gives a cause, in words: 「113年…訓練計畫第20點第1款第3目」 and the laws behind it; NULL: none. */
const char *plan_cause_cited(struct arena *, const struct plan *, const char *id);
bool plan_has_level(const struct plan *, const char *level);    /* "三等考試" */
bool texts_have(const struct fact_texts *, const char *text);

/* ---- many plans ---- */

struct plan_problem {
	const char *file, *code;                                /* PLAN_SYNTAX, PLAN_ENCODING, PLAN_DUPLICATE, PLAN_INVALID, PLAN_MISSING;
	                                                         * warnings: PARAM_MISSING, PLAN_KEPT */
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
	struct law_book *law;                                   /* NULL: none */
	struct promotions *promotions;                          /* NULL: none */
	struct plan_file *files;                                /* private: the good ones */
	struct plan_noted *noted;                               /* private: notes whose plan is not read yet, or is not there */
};

/* Every *.json of the folder, in order of their names, with the notes of its folder "forms", the
 * numbers of its folder "law" and the sets of its folder "promotion".  A file with an error gives no plan;
 * warnings do no harm.
 * A folder that can't be read is a problem of its own. */
struct plans *plans_load(struct arena *, const char *folder);

/* The same when the folder has been read before: a file that has become faulty is a problem as above, and what it held when it was last
 * good stays in force.  Takes nothing from the former plans' arena.                             PLAN-001 */
struct plans *plans_load_again(struct arena *, const char *folder, const struct plans *former);

/* One file's bytes, for tests and for plans_load; name: for the problems. */
void plans_add(struct plans *, const char *name, const char *bytes, size_t n);
/* The notes of one plan's forms, before the plan itself. */
void plans_add_notes(struct plans *, const char *name, const char *bytes, size_t n);
/* After the last plans_add: takes out what is there twice, but for what the former plans (NULL: none) had of that file.   PLAN_DUPLICATE */
void plans_settle(struct plans *, const struct plans *former);

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
