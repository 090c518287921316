/* tally.h: 統計 on the person's basis: how many of the roster have learnt what in a year, of one agency or of a tree of 8,000, by 人員類別 or by
 * agency, and who they are.
 *
 * Who is counted, where and as what, the main posting of the day tells (LEARN-037: today, of a past year its last day); what counts are the
 * records of the year (LEARN-038), wherever they were earned.  What is asked of a person (20 hours, every topic) is judged once for each and
 * kept, with its sums by agency; who changes a record or a posting only leaves a mark.  A reader adds what the marks stand for, so that no
 * figure is ever late (doc/decisions/0012).                                                    RPT-1 … RPT-5, LEARN-039 */
#ifndef PEIXUN_TALLY_H
#define PEIXUN_TALLY_H

#include "app/agency/agency.h"
#include "job/job.h"
#include "web/route.h"

/* What a year is judged by.  A topic with parts is completed with all of them. */
struct tally_topic { int64_t id; const char *code, *name, *parent, *categories; int64_t hours; int above, parts; };  /* above: index, -1 none */
struct tally_class { const char *name; };                       /* 四大課程類別, as in 代碼表: 「1 政策能力訓練」 */
struct tally_category { int64_t id; const char *code, *name; int class; };      /* class: index, -1: 未歸類 */
struct tally_goals { int64_t hours, digital, reached, required, professional; };        /* -1: none */
struct tally_rules {
	int roc_year;
	int64_t minimum;                                        /* business-related hours */
	struct tally_goals goals;
	const struct tally_topic *topics;                       /* in order; each behind what it is a part of */
	const struct tally_class *classes;
	const struct tally_category *categories;                /* by code */
	int n_topics, n_classes, n_categories;
	const int64_t *figures;                                 /* all that this year has, ascending */
	int n_figures;
};
const struct tally_rules *tally_rules(struct db *, struct arena *, int roc_year);

/* Figures.  Each has persons (how many it holds for), records, hours, digital and business hours (of the figure's categories, of everybody).
 * ALL: the roster; REACHED: business-related hours ≥ minimum; NONE: no record; COMPLETE: every topic; DONE: REACHED and COMPLETE;
 * LEADING: 主管, by sex; MEMBER: 會員 on the day of the roster.
 * A topic's persons are those who have completed it, those of a class or category all that have a record of it. */
enum { TALLY_ALL = 1, TALLY_MALE, TALLY_FEMALE, TALLY_REACHED, TALLY_NONE, TALLY_COMPLETE, TALLY_DONE, TALLY_LEADING_MEN,
	TALLY_LEADING_WOMEN, TALLY_MEMBER, TALLY_UNCLASSED = 100,
	TALLY_CLASS_0, TALLY_TOPIC_0 = 1000, TALLY_CATEGORY_0 = 1000000000 };
#define TALLY_CLASS(index) ((int64_t)TALLY_CLASS_0 + (index))
#define TALLY_TOPIC(topic) ((int64_t)TALLY_TOPIC_0 + (topic)->id)
#define TALLY_CATEGORY(category) ((int64_t)TALLY_CATEGORY_0 + (category)->id)
struct tally_sum { int64_t persons, records, hours, digital, business; };

/* Of whom.  group: of staff_groups ("": all); sex: 0 all, 1 男, 2 女; supervisor: -1 all. */
struct tally_who { const char *group; int sex, supervisor; };
#define TALLY_EVERYBODY ((struct tally_who){"", 0, -1})

struct tally_ask {
	int roc_year;
	struct agency_span where;                               /* one agency, or with those below it (agency_asked) */
	bool by_agency;                                         /* a row an agency of the span, by its place in the tree; else a row a slot */
	bool enterprises;                                       /* only agencies that are 事業機構 */
	struct tally_who who;
	struct date today;
	const int64_t *figures;                                 /* those wanted, ascending, TALLY_ALL among them; NULL: all of the rules */
	int n_figures;
};

/* sum: in the order of the figures.  By slot: one 人員類別, sex and 主管 each, agency 0.  low: the agency's place in the tree. */
struct tally_row { int64_t agency, low; const char *code, *name, *group; int sex; bool supervisor; struct tally_sum *sum; };
/* COUNTING: so much has changed that the figures would be wrong: `done` of `total` persons are judged (a job does it); there are no rows. */
enum tally_state { TALLY_READY, TALLY_COUNTING };
struct tally {
	enum tally_state state;
	int64_t done, total;
	struct date day;                                        /* of the roster */
	const struct tally_rules *rules;
	const int64_t *figures;
	int n_figures, n;
	struct tally_row *rows;
};
/* In a reading transaction of its own, or in the caller's. */
const struct tally *tally_read(struct db *, struct arena *, const struct tally_ask *);
/* The sum over the rows (by slot) of some people; a figure that was not asked for is a fault. */
struct tally_sum tally_of(const struct tally *, struct tally_who, int64_t figure);
struct tally_sum tally_row_of(const struct tally *, const struct tally_row *, int64_t figure);

/* The persons behind a number: those of the ask for whom the figure holds, or (lacking) for whom it does not: by the place of the agency in
 * the tree, then by name; `most` of them behind `offset`.  total: all, the number itself.  Ask: not by_agency nor figures. */
struct tally_people { enum tally_state state; int64_t done, total; const struct tally_rules *rules; struct date day; const int64_t *persons; int n; };
const struct tally_people *tally_people(struct db *, struct arena *, const struct tally_ask *, int64_t figure, bool lacking, int64_t offset,
	int64_t most);
/* A list behind a number: the same persons with the columns of report_person_fields, and its `complete`. */
struct list;
struct report_run;
bool tally_people_listed(struct list *, struct report_run *, const struct tally_ask *, int64_t figure);
void tally_people_complete(const struct list *, struct arena *, void *rows, int n);
/* What they are counted with, judged anew: the sums of all figures of the rules, person by person.  Who is on no roster of the day: zeros. */
const struct tally_sum *tally_judged(struct db *, struct arena *, const struct tally_rules *, struct date day, const int64_t *persons, int n);
int tally_figure_at(const struct tally_rules *, int64_t figure);        /* its index; -1: this year has none such */

/* RPT-1 … RPT-5 */
struct report;
extern const struct report tally_required, tally_human, tally_performance, tally_enterprise, tally_members;
extern const struct route tally_required_routes[], tally_human_routes[], tally_performance_routes[],
	tally_members_routes[];
/* 年度標準, 必須完成課程項目, 人員類別: kept up by 總處. */
extern const struct route tally_routes[];

/* Judges who has a mark; 1 a minute.  And once a night some of all others, against the records. */
extern const struct job_kind tally_job, tally_sample_job;
/* Inside a transaction: what the rule of 106 says, and 人員類別, where nothing is kept yet. */
void tally_deliver(struct db *);
/* Judges everybody anew, as of the day that is kept, and compares: one call of tell a difference.  Inside a reading transaction. */
void tally_check(struct db *, void (*tell)(void *with, const char *finding), void *with);
#endif
