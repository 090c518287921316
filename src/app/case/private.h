/* private.h: what the kinds of case/ share. */
#ifndef PEIXUN_CASE_PRIVATE_H
#define PEIXUN_CASE_PRIVATE_H

#include "app/case/case.h"
#include "app/may.h"

#define CASE_SEES (MAY_LIFE_SEE | MAY_APPLICANT)
#define CASE_AGENCY MAY_LIFE_EDIT
#define CASE_COLLEGE MAY_COLLEGE
#define CASE_DECIDES MAY_COMMISSION
#define CASE_APPLIES (MAY_LIFE_EDIT | MAY_COMMISSION | MAY_APPLICANT)  /* the trainee, or who enters what came on paper */

/* ---- what acts ask for ---- */

#define CASE_DECISION_MEMBERS const char *document; struct date decided, served; const char *remark
struct case_decision { CASE_DECISION_MEMBERS; };
extern const struct field case_decision_fields[];               /* 文號, 發文日期, 送達（文到）日期, 備註 */
struct case_forward { const char *document; struct date sent; };
extern const struct field case_forward_fields[];                /* 發文文號, 發文日期 */
#define CASE_DECISION .fields = case_decision_fields, .size = sizeof(struct case_decision)
#define CASE_FORWARD .fields = case_forward_fields, .size = sizeof(struct case_forward)

/* The same fields for an act that asks for more. */
#define CASE_DECISION_FIELDS(S) \
	FIELD(S, document, TEXT, EDIT, "保訓會文號", .most = 60, .wide = true, .example = "公訓字第1130001234號"), \
	FIELD(S, decided, DATE, EDIT, "核定（發文）日期", .need = true, .today = true), \
	FIELD(S, served, DATE, EDIT, "文到（送達）日期"), \
	FIELD(S, remark, TEXT, EDIT, "備註", .lines = true, .wide = true, .most = 1000)

/* ---- checks: each notes an issue of a field ---- */

void case_wrong(struct life_case *, const char *field, const char *format, ...) __attribute__((format(printf, 3, 4)));
void case_need(struct life_case *, bool there, const char *field);
void case_not_future(struct life_case *, struct date, const char *field);
/* A decision's day can't lie ahead, nor before what was filed; without 文號 a finding warns.            PLAN-051 */
void case_check_decision(struct life_case *, const struct case_decision *, struct date filed);
void case_check_forward(struct life_case *);
/* The day in an address of today, of the moment when somebody acts. */
struct date case_day(const struct life_case *);

/* ---- findings ---- */

enum case_view { CASE_OPEN, CASE_FOR, CASE_AGAINST };           /* what a verdict proposes */
enum case_view case_view_of(const struct verdict *);
/* A person decided otherwise than the finding proposes: said in the finding; true then.    README decisions 7, 24 */
bool case_differs(struct verdict *, bool approved);
/* Kept with the record, and shown wherever it is named. */
extern const struct code case_marks[];
struct code case_mark(bool differs);
const char *case_marked(struct code);                           /* "（核定結果與系統計算不同）" or "" */
/* A finding that says one thing for people to look at. */
void case_remark(struct life_case *, const char *rule, const char *citation, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Papers of the list that are needed and are not there, as a finding.                                     PLAN-035 */
void case_missing_papers(struct life_case *);

/* The plan's evidence list for a cause (RETAIN_EVIDENCE, MAKEUP_EVIDENCE), with room for one more; each row is one paper.
 * servant: 現職公務人員, who bring one more; need: whether they are missed.        PLAN-035, 045 */
struct life_papers case_evidence(struct arena *, const struct life *, enum plan_key, const char *cause, bool servant, bool need);

/* ---- effects, inside the transaction; what can't be is an issue that undoes it ---- */

/* As it is now, after what this act has done already. */
struct training *case_now(struct db *, struct life_case *);
void case_happen(struct db *, struct life_case *, enum training_event, struct date, const char *document);
void case_bt(struct db *, struct life_case *, enum bt_state, struct date, const char *document);
const struct deadline_kind *case_training_deadline(const char *name);  /* one that training/ starts: "shortening" */
/* Asked for in time, or granted all the same: 保訓會 has nobody to revoke by itself any more. */
void case_asked(struct db *, struct life_case *, bool in_time);

/* ---- words ---- */

const char *case_no_plan(const struct life *);                  /* why nothing can be judged; NULL: there is a plan */
bool case_is(struct code, const char *id);
/* What the plan says; NULL: no plan, or it says nothing. */
const struct plan_value *case_value(const struct life *, enum plan_key);
bool case_plan_has(const struct life *, enum plan_key);         /* a yes */
/* The plan's own citation; where it has none the law (NULL: the plan's title). */
const char *case_cite(const struct life *, enum plan_citation, const char *law);
/* What the plan is silent about: its point that leads to the law, and the law.              PLAN-135 */
const char *case_cite_law(const struct life *, const char *law);
/* 「本訓練計畫無此規定：…」 with the plan's title. */
const char *case_not_in_plan(const struct life *, const char *what);
bool case_in(enum training_state, const enum training_state *, int n);
#define CASE_IN(l, ...) case_in((l)->training.state, (const enum training_state[]){__VA_ARGS__}, \
	(int)(sizeof(const enum training_state[]){__VA_ARGS__} / sizeof(enum training_state)))
/* While the training goes on. */
bool case_training(const struct life *);
extern const struct code case_yes_no[];                         /* asked, and not answered yet */
const char *case_length(struct arena *, struct period, const char *otherwise);  /* "3m" as deadlines take it */
#endif
