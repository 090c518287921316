/* trainee.h: 分發人員: finding an admitted person, taking over, the day of reporting, and the person's page. */
#ifndef PEIXUN_TRAINEE_H
#define PEIXUN_TRAINEE_H

#include "app/deadline/deadline.h"
#include "app/exam/exam.h"
#include "app/training/training.h"
#include "web/list.h"
#include "web/route.h"

/* One admission as lists and pages show it. */
struct trainee {
	int64_t id, version, person, exam, agency, former_agency, exam_year, plan_due_days, file_number;
	const char *name, *national_id, *exam_code, *exam_name, *exam_level, *exam_category, *plan, *agency_code, *agency_name;
	struct code sex, form_state, due_state;
	struct date birth_date, report_date, due, met;
	struct moment report_entered, taken_over, issued, file_returned;
	bool provisional, training_supervisor;
};

extern const struct field trainee_fields[];                     /* all of them, as trainee_one reads */
extern const struct field trainee_list_fields[];                /* those of 分發人員報到日期維護 */
extern const struct code form_state_codes[];
const char *form_state_class(struct code);                      /* how the state's tag looks */
extern const struct route trainee_routes[];

/* False: no such person.  Scope was checked before. */
bool trainee_load(struct db *, struct arena *, int64_t id, struct trainee *);
void trainee_soon(struct db *, int64_t id);                      /* that, as db_soon */
enum scope trainee_scope(struct req *, const char *parameter, int64_t id);
/* Is the account named for this trainee on the day, as 輔導員 or 單位主管?                                PLAN-087 */
bool grant_holds(struct db *, const struct who *, int64_t admission, struct date today);
/* For whom the account is named on the day; at most 200.  Gives how many. */
int grant_admissions(struct db *, struct arena *, const struct who *, struct date today, int64_t **admissions);
const char *trainee_exam(struct arena *, const struct trainee *);       /* 「111年 007-…」 */

/* 報到日期 of many persons at once: what a page, JSON and the command line share.   ACMS-030 … 037 */
enum report_outcome { REPORT_SKIPPED, REPORT_WRITTEN, REPORT_OVERWRITTEN };
struct report_row {
	int64_t id, version, seen_version, exam_year, plan_due_days, agency, file_number;   /* seen_version: 0 when the caller knows none */
	const char *name, *national_id, *exam_code, *exam_name, *serial;       /* serial: of 請證, on which the person is; "": none */
	struct date report_date, due, allocated;                /* the day of 分配函, else of 分配結果公告; {0}: not known */
	const char *allocated_as;                               /* which of the two, as it is labelled */
	enum report_outcome outcome;
};
struct report_rows { struct report_row *at; int n; };
struct report_sheet {
	const struct who *who;
	const char *address, *reason;
	struct moment now;
	struct date today, day;                                 /* day {0}: clears */
	bool overwrite, clear;
	struct report_rows rows;
	struct issues *issues;
	const struct calendar *calendar;                        /* read once in the transaction */
	int64_t entry;                                          /* made by report_write, one an agency: the last of them */
	int entries;
};

/* Loads the ticked persons that `who` may change; an id that is not among them is an issue ERR_FORBIDDEN. */
void report_load(struct db *, struct report_sheet *, const int64_t *ids, int n);
/* What will happen to each, by the overwrite choice; issues for what can't be. */
void report_check(struct db *, struct report_sheet *);
/* Inside a transaction (with: struct report_sheet): all or nothing, with history, audit and deadlines. */
void report_write(struct db *, void *sheet);

/* Inside a transaction: what an entry wrote is taken back, all or nothing; issues for those who were changed since.   ACMS-036 */
struct report_undo { struct report_sheet sheet; int64_t entry; };
void report_take_back(struct db *, void *undo);

/* The deadline 「上傳實務訓練計畫表」: started, moved or cancelled in the transaction that writes 報到日期; gives its last day.   ACMS-017 */
extern const struct deadline_kind plan_form_deadline;
struct date plan_form_due(struct db *, const struct calendar *, const struct report_row *, struct date report_date, struct date today);
/* The same when training begins anew: another form is asked for.                                       PLAN-066 */
bool plan_form_again(struct db *, int64_t admission, const struct training_news *);

/* A person goes from an agency to another (0: none). */
struct trainee_move {
	int64_t admission, from, to;
	const char *how;                                        /* what the former agency is told: 已由…轉為該機關人員 */
	bool back;                                              /* a take-over is undone */
	int64_t account;
	const char *address, *reason;
	struct moment now, taken_over;                          /* taken_over: of the take-over that is undone */
};
/* Inside the transaction that changes whose the person is, after it: the deadlines, what the former agency has not seen yet, and what other
 * slices keep by agency go along; who waited for allocation is allocated; the former agency is told.          ACMS-026, PLAN-046 */
void trainee_moved(struct db *, const struct trainee_move *);
/* What of other slices goes along: app.c hands it over; ends with NULL. */
void trainee_goes_along(void (*const *those)(struct db *, int64_t admission, int64_t agency));

/* A person into an agency, or back.  Inside a transaction; false: somebody was first. */
bool trainee_take_over(struct db *, const struct trainee *, int64_t agency, const struct who *, const char *address, struct moment,
	const char *reason);

/* Why this person can't come to the agency, as issues.  contact: the number to call, "" for none.   ACMS-025, ACMS-026, PLAN-046, PLAN-066 */
void trainee_check_take_over(struct db *, struct issues *, const struct trainee *, int64_t agency, const char *contact);

/* What other slices have to say on the page of a trainee: app.c hands over who fills it in. */
struct person_event { struct date on; const char *what, *cite, *tag, *tag_class, *mark; struct url act; bool first_due; };  /* on {0}: now, undated */
/* The timeline of a person's page; at has the room. */
struct person_events { struct person_event *at; int n; };
void person_event_add(struct person_events *, struct date on, const char *what, const char *tag, const char *look, const char *cite,
	const char *mark);
void person_deadlines_add(struct req *, struct person_events *, const struct deadlines *);      /* a cancelled one is not said */
void person_events_sort(struct req *, struct person_events *);  /* by day, in the order in which they were added; the undated of today */
struct person_fact { const char *label, *text, *note; };
struct person_act { const char *group, *label, *held; struct url at; };         /* held: why it can't be done now; NULL: it can */
struct person_more {
	int events_n, facts_n, acts_n;
	struct person_event *events;
	struct person_fact *facts;
	struct person_act *acts;
	struct url all;                                         /* a page of all records; {NULL}: none */
	/* An act of the audit log in words; NULL: not one of theirs; "": not for this person. */
	const char *(*act_label)(struct arena *, const char *action);
	/* The fields that such an act changes, and the size of their struct; NULL: not one of theirs. */
	const struct field *(*fields)(struct arena *, const char *action, size_t *size);
};
/* soon: tells db_soon what `fill` will ask, or nothing. */
void trainee_more(void (*fill)(struct req *, const struct trainee *, struct person_more *), void (*soon)(struct db *, int64_t admission));

int report_day_command(struct db *, int argc, char **argv);     /* peixun report-day */
int take_over_command(struct db *, int argc, char **argv);      /* peixun take-over */
#endif
