/* guidance.h: 輔導: who guides a trainee, the monthly records, the talks, anomalies and what they oblige to.
 *
 * The kinds of records are declared for life.h; what is due (a record for each month of training, a talk in the middle and at the end)
 * is a deadline each, started when its time begins.          PLAN-078 … 090; 訓練辦法§32; 訓練計畫「輔導規定」 */
#ifndef PEIXUN_GUIDANCE_H
#define PEIXUN_GUIDANCE_H

#include "app/life/life.h"

extern const struct life_kind mentor_kind, unit_head_kind, guide_record_kind, talk_kind, interview_kind, anomaly_kind, work_kind, living_rules_kind;
#define GUIDANCE_KINDS &mentor_kind, &unit_head_kind, &guide_record_kind, &talk_kind, &interview_kind, &anomaly_kind, &work_kind, &living_rules_kind
extern const struct deadline_kind *const guidance_deadlines[];  /* ends with NULL */
extern const struct route guidance_routes[];                    /* 輔導紀錄應辦清單, 輔導與諮商相關網路資源 */
extern const struct job_kind guidance_day_job;                  /* what a day brings: a month that began, a window that opened */

/* ---- what other slices look at ---- */

struct mentor { struct date from; const char *title, *name, *unit, *account; };
/* Who guides on a day; NULL: nobody was named. */
const struct mentor *mentor_on(const struct life *, struct date);

struct guide_record {
	struct date from, until;
	const char *unit, *work_items;
	struct code orientation, observation, cases, talks;
	int64_t observed, case_count;                           /* 業務, 實際個案 */
	const char *character, *ability, *life, *attitude, *performance;        /* "A" … "D" */
	const char *special, *deeds;
};
bool guide_has_d(const struct guide_record *);

struct talk { struct code kind; struct date day; const char *from, *until, *persons, *minutes; };      /* mid, final */
/* 附件8: what was listed before, and what came of it (the act "hold"). */
struct interview { struct date planned; struct code combined; const char *to_improve, *advice; };
struct meeting { struct date day; const char *from, *until, *persons, *minutes; struct code signing; };

struct anomaly {
	struct code cause;
	struct date happened, known, from, until;
	const char *happened_at, *unit, *work_items, *summary, *course, *evidence, *handling, *accused;
};

/* The months of training, each from its first to its last day, in order: those of the period, then those of an extension.  Gives their
 * number, at most GUIDE_MONTHS.                                                                         PLAN-081 */
enum { GUIDE_MONTHS = 12 };
struct guide_month { struct date start, end; };
int guide_months(const struct training *, struct guide_month to[GUIDE_MONTHS]);

/* 期中: the second and third quarter of the training period, 期末: the last.  All {0} while there is no period.     PLAN-080 */
struct talk_windows { struct date mid_start, mid_end, final_start, final_end; };
struct talk_windows talk_windows(const struct training *);

/* ---- for the kinds of this slice and of attendance ---- */

/* "9:30" as minutes after midnight; -1: no time.  "" gives -1 too. */
int minutes_of(const char *time);

/* Inside a transaction: opens the task to report at once, due today, for each cause of revocation that a finding of the case says is
 * MET.  Findings of other names are not looked at.                                                       PLAN-086; D-21 */
void life_revocation_tasks(struct db *, const struct life_case *);
/* The same for one cause that a person confirmed. */
void life_revocation_task(struct db *, const struct life_case *, const char *citation);
/* The open task is cancelled when it was opened for this citation. */
void life_revocation_task_gone(struct db *, const struct life_case *, const char *citation);
/* The same for the causes that were tested in `was` or are in `now`, unless one is MET in `now`.       PLAN-137 */
void life_revocation_tasks_gone(struct db *, const struct life_case *was, const struct life_case *now);
extern const struct deadline_kind revocation_task_deadline;
/* 保訓會 revokes by itself who did not ask for a re-training in time: the task after that deadline.        PLAN-067, 105, 124 */
extern const struct deadline_kind ex_officio_deadline;

/* Which slice tests the causes of revocation after an anomaly: app.c hands it over.                     PLAN-086 */
void guidance_tests(void (*test)(struct life_case *));

/* 遺族撫慰金, once a trainee has died.                                                                   PLAN-127, 072 */
extern const struct deadline_kind bereavement_deadline;
#endif
