/* life.h: what happens in a trainee's life: records that an office keeps (輔導紀錄, 請假, 獎懲 …) and applications that go through their
 * stations (附件1, 2, 4 …), each kind declared once.  The same for other subjects than a trainee (struct life_subject_kind): a participant
 * of a 升官等訓練.
 *
 * A kind is a field table, its states, and the acts that lead from one to the next: who may, what the act itself asks for, what no single
 * field can tell, what follows.  From the declaration come the pages (new, look, act, papers, list), JSON, the evidence list, the
 * timeline on the trainee's page, the trace of readings of sensitive ones, the history.  A record is never removed: what was wrong is
 * voided with a reason.  Knows no kind: app.c hands them over.                    README decisions 6 … 8, 18, 22; PLAN-006, 138 */
#ifndef PEIXUN_LIFE_H
#define PEIXUN_LIFE_H

#include "app/may.h"
#include "app/paper/paper.h"
#include "app/trainee/trainee.h"
#include "app/training/training.h"
#include "file/pdf.h"
#include "web/route.h"

struct life_kind;
struct life_case;
struct life_subject_kind;
struct participant;

/* One paper that came with a record. */
struct life_file { int64_t number, file, size; const char *slot, *name, *sha256, *by; struct moment at; };
struct life_files { int n; struct life_file *at; };

/* One act that was done. */
struct life_step {
	const struct life_act *act;
	struct moment at;
	int64_t account;                                        /* 0: the trainee */
	const char *by, *reason;                                /* by: who, in words */
	void *answers;                                          /* of the act's fields; NULL: it has none */
	const char *changed;                                    /* what became different, in words; "" */
};
struct life_steps { int n; struct life_step *at; };

struct life_record {
	int64_t id, version, training, agency;                  /* training: the attempt it belongs to, 0: before any; id 0: not stored yet */
	const struct life_kind *kind;
	struct code state;                                      /* of kind->states */
	struct date day;                                        /* its place in the timeline */
	void *data;                                             /* by kind->fields */
	struct life_steps steps;                                /* the oldest first */
	struct life_files files;
	const char *plain;                                      /* data as it was read */
	int64_t shut_out;                                       /* an account that must not see it (the accused); 0: none         PLAN-088 */
};

/* Whom it is about, as the engine knows it. */
struct life_subject {
	const struct life_subject_kind *kind;
	int64_t id, agency;                                     /* agency: whose it is; 0: nobody's yet */
	const char *name, *national_id, *agency_name;
	const char *what;                                       /* 「111年 007-…」, 「105年度佐升正」 */
	const char *about;                                      /* what deadlines and notices call it: 王小明（111年…） */
};

/* The subject with all that is on record (voided ones apart), by day, loaded once a request.  t, training and plan are a trainee's. */
struct life {
	struct arena *mem;
	struct life_subject subject;
	struct trainee t;
	const struct participant *participant;                  /* NULL: a trainee */
	const struct promotions *promotions;                    /* for the rules of 升官等訓練; NULL */
	struct training training;
	const struct plan *plan;                                /* training.plan */
	const struct calendar *calendar;
	struct date today;
	int n;
	struct life_record *at;
};

/* Of one kind, in one of the states (NULL: any; "a b" is either), of the present attempt alone when `attempt`: the newest; NULL: none. */
struct life_record *life_last(const struct life *, const struct life_kind *, const char *states, bool attempt);
/* The next of them after `after` (NULL: the first), by day. */
struct life_record *life_next(const struct life *, const struct life_kind *, const char *states, bool attempt, const struct life_record *after);
/* What an act of this name answered the last time it was done; NULL: it was not. */
const void *life_answers(const struct life_record *, const char *act);
struct date life_step_day(const struct life_record *, const char *act);         /* when; {0}: it was not done */

/* Who acts. */
struct life_who { int64_t account, agency; const char *name, *address, *reason; struct moment now; uint64_t may; bool applicant, all_agencies; };

/* One record being looked at or acted on: what every function of a kind is given. */
struct life_case {
	struct arena *mem;
	const struct life *life;
	const struct life_kind *kind;
	const struct life_act *act;                             /* NULL: it is only looked at */
	struct life_record *record;
	void *data, *answers;                                   /* with what was typed; data == record->data when only looked at */
	struct life_who who;
	struct date today;
	struct issues *issues;
	struct life_findings { int n; struct life_finding { const char *rule; struct verdict verdict; bool keep; } *at; } findings;
};

/* What a rule says of the case: shown under 「系統計算」 with reasons and citations, and kept as a decision when the act is done.
 * Gives the place of a fresh verdict (plan and calendar set) to hand to a judge.                              PLAN-006 */
struct verdict *life_finding(struct life_case *, const char *rule);
/* The newest finding refuses: its words become an issue of the field ("" for the whole); false when it does not. */
bool life_refused(struct life_case *, const struct verdict *, const char *field);

/* The records of a kind, of the present attempt, as they are once the act of `c` is done: a voided one is left out, one that is being
 * made is there.  c NULL: as they are stored.  NULL at the end. */
struct life_now { const struct life *life; const struct life_case *c; const struct life_kind *kind; const struct life_record *at; bool own; };
const void *life_now_next(struct life_now *);

/* A remark beside a record that blocks nothing, with what it rests on. */
void life_warn(struct life_case *, const char *name, const char *citation, const char *format, ...) __attribute__((format(printf, 4, 5)));
/* A refusal of one field in our words and with its citation. */
void life_refuse(struct life_case *, const char *field, const char *citation, const char *format, ...) __attribute__((format(printf, 4, 5)));

/* What the plan says under a dotted key ("guide.observe_min"); NULL: no plan, or it says nothing. */
const struct plan_value *life_plan_value(const struct life *, const char *key);
/* In words: a citation of the plan by its name ("guide"), or the point that gives a dotted key, with the plan's title; else the law. */
const char *life_cite(const struct life *, const char *name, const char *law);


struct life_act {
	const char *name, *label;                               /* "forward", 函送保訓會 */
	const char *from;                                       /* states in which it can be done, "filed returned"; "": it begins a record */
	const char *to;                                         /* NULL: the state stays */
	uint64_t may;                                           /* any of these rights */
	const struct field *fields;                             /* what the act itself asks for; NULL: nothing */
	size_t size;                                            /* of their struct; <= LIFE_ANSWERS */
	bool edits;                                             /* the record's own fields may be changed by it; the beginning always may */
	bool reason;                                            /* a reason must be given */
	bool grave;                                             /* can't be undone: a page to check the answers comes first */
	const char *note;                                       /* said beside the button; NULL */
	/* Why it can't be done now, with what to do; NULL: it can.  "": this record has no use for it, don't show it.  May be NULL. */
	const char *(*held)(const struct life_case *);
	/* What no single field can tell: issues and findings.  Runs before the transaction and again in it.  May be NULL. */
	void (*check)(struct life_case *);
	/* Inside the transaction, after the record was stored: state of the trainee, deadlines, notices.  May run again; issues undo it. */
	void (*effect)(struct db *, struct life_case *);
	const char *(*leads)(struct life_case *);               /* instead of `to`, where it depends on what was said; may be NULL */
};

/* A paper that belongs to a record. */
struct life_paper { const char *slot, *label, *hint; bool need, here; };        /* here: filled in by the engine */
struct life_papers { int n; struct life_paper *at; };

/* What stands side by side on the page of a record and of an act on it: a head a column, cells row by row, the first of each row its name. */
struct life_table { const char *caption; const char **heads, **cells; int columns, rows; };

enum life_group { LIFE_APPLICATION, LIFE_GUIDANCE, LIFE_ATTENDANCE, LIFE_SCORE, LIFE_END, LIFE_GROUPS };
extern const char *const life_groups[];                         /* 申請與核定, 輔導, 差勤與獎懲, 成績, 廢止與離訓 */

enum { LIFE_DATA = 2048, LIFE_ANSWERS = 1024 };

/* Where records wait for somebody.  agency: the only one that is asked; NULL: all that have the right. */
enum life_station_id { LIFE_COMMISSION, LIFE_COLLEGE, LIFE_SERVICE, LIFE_SELECTING, LIFE_INSTITUTE, LIFE_STATIONS };
struct life_station {
	enum life_station_id id;
	int bit;                                                /* in life_record.waits */
	uint64_t may;
	const char *name, *notice;                              /* 保訓會, "life.at-commission" */
	int64_t (*agency)(const struct life *);
};

/* A kind of subject.  That of trainees is life_trainee. */
struct life_subject_kind {
	const char *name;                                       /* "trainee": in the log, of deadlines and notices */
	const char *page, *records;                             /* addresses: before the id and before a record's: "/trainees", "/records" */
	/* Fills in subject (but kind) and its own part of the life; false: there is no such one. */
	bool (*load)(struct db *, struct arena *, int64_t id, struct life *);
	/* What the rights of this person come to for this one; NULL: they are as they are. */
	uint64_t (*may)(const struct life *, const struct life_who *);
	enum scope (*scope)(struct req *, const char *parameter, int64_t id);
	/* Why a kind that has no use now can't be begun: what was found, what to do. */
	const char *(*no_use)(const struct life_case *);
	const struct life_station *stations;                    /* ends with a bit of 0 */
	void (*review)(struct life_case *);                     /* of each record that is looked at, besides its kind's own; may be NULL */
	void (*done)(struct db *, struct life_case *);          /* after each act, in its transaction; may be NULL */
};
extern const struct life_subject_kind life_trainee;

struct life_kind {
	const char *name, *title;                               /* "guide-record", 實務訓練輔導紀錄表 */
	enum life_group group;
	const char *requirements;                               /* "PLAN-081 PLAN-082" */
	const struct field *fields;
	size_t size;                                            /* of the struct; <= LIFE_DATA */
	const struct life_subject_kind *subject;                /* NULL: a trainee */
	const struct code *states;
	const struct life_act *acts;                            /* ends with a name of NULL */
	uint64_t see;                                           /* any of these rights */
	uint64_t (*sees)(const char *state);                    /* instead of `see`, where it depends on how far it is; may be NULL */
	bool sensitive;                                         /* MAY_SENSITIVE too, and each reading leaves a trace         PLAN-087 */
	/* Why it is not offered for this trainee now, citing the rule; NULL: it is.  "": say nothing, don't show it. */
	const char *(*held)(const struct life *);
	void (*begin)(const struct life *, void *data);         /* what a new one is filled with; may be NULL */
	struct date (*day)(const void *data);                   /* its place in the timeline; NULL: the day it was made */
	const char *(*summary)(struct arena *, const struct life_record *);    /* a line for lists and the timeline */
	/* What the plan makes of it as it stands: findings for the page.  May be NULL. */
	void (*review)(struct life_case *);
	struct life_papers (*papers)(struct arena *, const struct life_case *);         /* the evidence list; may be NULL */
	struct life_table (*table)(struct arena *, const struct life_case *);   /* may be NULL, and have no columns */
	/* The form of the annex; gives the labels of what is missing.  NULL: none. */
	const char *const *(*draw)(struct pdf *, const struct life_case *);
	const char *form;                                       /* its name: 實務訓練輔導紀錄表 */
	const char *(*citation)(const struct life *);           /* what the kind rests on */
	/* States in which it waits for 保訓會 and for 國家文官學院: they are told when it comes, and have it on their list; the agency is
	 * told when they have answered.  NULL: it never does. */
	const char *commission, *college;
	const char *unit_head;                                  /* states in which it waits for the trainee's 單位主管; NULL: it never does */
	const char *service, *selecting, *institute;            /* likewise, of a participant: 服務機關, 遴選機關, 訓練機關（構）、學校 */
	const char *at_agency;                                  /* states in which 保訓會 and 文官學院 don't see it yet: "draft"; NULL: none */
};

/* Once at program start: ends with NULL. */
void life_kinds(const struct life_kind *const *);
const struct life_kind *life_kind_named(const char *name);      /* NULL: none */
bool life_names(const char *names, const char *name);           /* is it one of "a b c"? */

/* False: there is no such trainee.  Scope was checked before. */
bool life_load(struct db *, struct arena *, int64_t admission, struct date today, struct life *);
/* The same for any kind of subject. */
bool life_load_of(struct db *, struct arena *, const struct life_subject_kind *, int64_t id, struct date today, struct life *);
void life_soon(struct db *, int64_t admission);                 /* what life_load asks, as db_soon */

/* Inside a transaction, by the program itself or by another kind's effect: begins a record (act: the beginning one's name), or does an
 * act on one.  No rights are asked.  Gives the record's id; 0 with issues when its check refuses. */
int64_t life_begin(struct db *, const struct life *, const struct life_kind *, const char *act, void *data, void *answers,
	const struct life_who *, struct issues *);
bool life_act(struct db *, const struct life *, struct life_record *, const char *act, void *answers, const struct life_who *, struct issues *);

/* The news of an act for training_happen and its like. */
struct training_news life_news(const struct life_case *, enum training_event, struct date day, const char *document);

/* Tells the agency of the subject; of a kind, the latest takes the place of what nobody has seen yet.  What a station's act changes is
 * told by the engine: an effect says it in better words. */
void life_tell(struct db *, const struct life_case *, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same to any agency. */
void life_tell_agency(struct db *, const struct life_case *, int64_t agency, const char *text);
/* Whom a record in this state waits for, as bits of the stations of its kind of subject. */
int life_waits(const struct life_kind *, const char *state);
/* The stations of trainees that who has these rights acts for, as bits of life_record.waits; 0: none. */
int life_waits_for(uint64_t may);

/* What waits for the trainee's 單位主管: a record, the act that this person may do on it, since when.  Of no other right: none. */
struct life_duty { const struct life_record *record; const struct life_act *act; struct date since; };
struct life_duties { int n; struct life_duty *at; };
struct life_duties life_duties(const struct life *, const struct life_who *);

/* The deadline of a trainee's case: kind, event and length given; subject, agency and 「about」 are the trainee's.  length NULL: the
 * kind's.  Gives the day it is due. */
struct date life_deadline(struct db *, const struct life_case *, const struct deadline_kind *, struct date event, const char *length,
	const char *counted, const char *citation);
void life_deadline_met(struct db *, const struct life_case *, const struct deadline_kind *, struct date day);

/* Inside a transaction: the trainee is another agency's (0: nobody's), and so are all records, with the deadlines of their own.  Open ones
 * go on there; the former agency sees none of them any more. */
void life_hand_over(struct db *, int64_t admission, int64_t agency);

/* ---- for the pages of subjects ---- */
const struct life_kind *const *life_all(void);                  /* ends with NULL */
struct life_who life_who_of(const struct req *);
struct life_who life_who_for(const struct req *, const struct life *);         /* with what the rights come to for this subject */
bool life_may_see_record(const struct life_record *, const struct life_who *);  /* that, and who is not shut out of it */
struct url life_record_url(const struct req *, const struct life_record *);
struct url life_begin_url(const struct req *, const struct life *, const struct life_kind *);
const struct life_subject_kind *life_subject_of(const struct life_kind *);
const struct life_act *life_beginning(const struct life_kind *, const struct life_who *);      /* the first that this person may; NULL */
bool life_may_see(const struct life_kind *, const struct code *state, const struct life_who *);        /* records of the kind (in this state) */
const char *life_look(const struct life_record *);              /* the class of its state's tag */

/* What every form takes from the case.  annex PLAN_FORMS_N: a paper that is no annex (a letter).               PLAN-138 */
struct paper_head life_paper_head(const struct life_case *, enum plan_annex);
struct paper_person life_paper_person(const struct life *);

extern const struct route life_routes[];
/* Handlers for another subject's addresses: …/:subject/records/KIND and its `records` with /:record … as in life_routes. */
void life_new_get(struct req *);
void life_new_post(struct req *);
void life_record_get(struct req *);
void life_act_get(struct req *);
void life_act_post(struct req *);
void life_file_post(struct req *);
void life_file_get(struct req *);
void life_form_get(struct req *);
enum scope life_record_scope(struct req *, const char *parameter, int64_t record);
/* 「保留受訓資格：登錄核准」 for "life.retain.approve" of the audit log; NULL: it is no act on a record. */
const char *life_act_words(struct arena *, const char *action);
/* For the trainee's page: the timeline's events, what may be done, where the trainee stands. */
void life_fill_person(struct req *, const struct trainee *, struct person_more *);
/* The media type of an uploaded paper by its bytes: PDF, JPEG or PNG; an issue at "file" when there is none, it is another kind, damaged or
 * locked. */
const char *life_paper_type(struct req *);
#endif
