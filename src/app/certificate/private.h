/* private.h: what the files of certificate/ share. */
#ifndef PEIXUN_CERTIFICATE_PRIVATE_H
#define PEIXUN_CERTIFICATE_PRIVATE_H

#include "app/certificate/certificate.h"
#include "app/training/training.h"
#include "web/list.h"

/* A trainee as 請證 sees one; of a roster's row only what the roster says is filled in. */
struct applicant {
	int64_t id, exam, exam_year, agency, apply_due_days, version, serial, place;    /* version 0: nothing was entered */
	int64_t change_files;                                   /* that prove a change of data */
	int64_t revocations;                                    /* 廢止受訓資格 that are noted or sent, and not decided */
	const char *name, *national_id, *exam_code, *exam_name, *exam_level, *exam_category, *agency_name, *plan, *number;
	const char *entered_remark, *education_score, *pass_mark_education, *pass_mark_practical, *score, *remark, *change_note, *change_proof;
	const char *identity, *state, *bt_state, *serial_state;
	struct code sex;
	struct date birth_date, report_date, end_date, scored, practical_start, practical_end;
	struct date start_day, until_day, end_day;              /* of a roster: 訓練期間, 訓練期滿日期 */
	struct moment made, confirmed;
	bool fee_exempt_exam, is_promotion, shortened, bt_exempt, extended, identity_proof, changed;
	const char *why, *stage, *fee, *csptc_document, *exam_yuan_document;   /* for lists; why: "": may be put on */
	struct date paid_on;                                    /* the fee */
	bool marked;                                            /* when 保訓會 sent it back: to be put right */
	struct date csptc_day, exam_yuan_day;
};

extern const struct field applicant_fields[], register_fields[], progress_fields[], numbers_takes[];
extern const struct code serial_states[];                       /* open … certified, deleted, void */

struct applicants { int n; struct applicant *at; };

/* False: there is no such trainee, or it is not of `agency` (0: any). */
bool applicant_load(struct db *, struct arena *, int64_t id, int64_t agency, struct applicant *);
bool score_parse(struct arena *, const char *typed, const char **score);        /* "82" → "82.00"; false: not 0 to 100 with two places */
bool score_passes(const char *score, const char *mark);         /* "" does not */

/* Why one can't be put on an application: a code of the messages, the field that is empty, words and citation of a rule. */
struct lack { const char *code, *field, *words, *citation; bool training; };         /* training: not ended or not passed */
struct lacks { int n; struct lack at[16]; };
/* `serial`: the application on which the trainee may be already; 0: none.          ACMS-064, PLAN-128 */
struct lacks applicant_lacks(struct arena *, const struct applicant *, struct date today, int64_t serial);
/* Those of them that keep one from being put on: not the training's where that is asked for at 確認申請 alone (setting serial.early).  ACMS-064 */
struct lacks lacks_at_entry(const struct lacks *);
const char *lacks_words(struct arena *, const struct lacks *);  /* "" for none */
void lacks_say(struct issues *, const struct applicant *, const struct lacks *, int row);       /* row: from 0 */

/* ---- what is entered of one ---- */

extern const struct field entered_fields[];

/* Who enters it, and why; correction: of an agency's data by 保訓會, which the agency is told. */
struct entering { int64_t account, agency; const char *address, *reason; bool correction; struct moment now; struct date today; };
/* Inside a transaction: `now` over what is stored at the version in `was`, with its trace; false: somebody was first. */
bool entry_store(struct db *, struct arena *, const struct entering *, const struct applicant *was, struct applicant *now);
/* Inside a transaction: begins or ends the deadline of 請證 by what is entered.      ACMS-018 */
void entry_follow(struct db *, struct arena *, const struct applicant *, struct date today);
/* The total of the rating that was made here, which the score then is; NULL: none. */
const char *applicant_rated(struct db *, struct arena *, const struct applicant *, struct date today);
const char *rated_words(struct arena *, const struct applicant *, const char *total);

/* As a form brings it: rows laid over what is stored. */
struct entry { struct applicant was, now; int64_t seen; bool dirty; };
struct entries { struct req *r; struct entry *at; int n; const char *reason; };
const char *entry_name(struct arena *, const char *field, int64_t id);         /* of an input: "score.12" */
void entries_read(struct req *, struct entries *);
void entries_check(struct req *, const struct entries *);
void entries_save(struct db *, void *entries);                  /* inside a transaction; issues undo it; leaves r->done */

/* 已繳費 or 免繳, by paid_on and what exempts; 未繳 once the training has ended and is scored, "" before.         ACMS-084 */
const char *applicant_fee(struct arena *, const struct applicant *, struct date today);
/* 備註 of the roster.                                              PLAN-129 c, PLAN-131 */
const char *applicant_remark(struct arena *, const struct applicant *);

/* ---- an application ---- */

struct serial {
	int64_t id, version, agency, exam, exam_year, members;
	const char *number, *exam_code, *exam_name, *plan, *roster_recipient, *agency_name, *state, *return_reason, *sent_document,
		*csptc_document, *exam_yuan_document;
	const char *kept_agency, *kept_exam, *kept_route;       /* as they were when it was confirmed; "" before */
	const char *recipient;                                  /* whom the roster goes to; filled in where it is shown */
	struct date sent_day, csptc_day, exam_yuan_day, received;
	struct moment made, confirmed, printed, returned;
	struct code stage;
};
extern const struct field serial_fields[], received_fields[], received_query[], received_takes[];

bool serial_load(struct db *, int64_t id, struct serial *);
/* A number as people type it: full width, with blanks.                             ACMS-065 */
char *serial_number(struct arena *, const char *typed);
bool serial_is_open(const struct serial *);
bool serial_is_filed(const struct serial *);                    /* confirmed or sent: 保訓會 has not numbered it yet */
/* Its roster: as kept when it was confirmed, or as it would be now. */
struct applicants roster_kept_of(struct db *, struct arena *, const struct serial *);
struct applicants roster_live_of(struct db *, struct arena *, const struct serial *);
/* What was kept and is otherwise now, in words; "": nothing.                       PLAN-129 d */
const char *roster_changed(struct db *, struct arena *, const struct serial *);
/* Fills in whether the fee is paid.                                                ACMS-084 */
void roster_fees(struct db *, struct arena *, int64_t serial, struct date today, struct applicant *, int n);
/* The names of those who were marked when it was sent back, "" for none.           ACMS-077 */
const char *roster_marked(struct db *, struct arena *, int64_t serial);
void roster_get(struct req *);
const char *roster_route(struct arena *, const struct serial *, struct date, const char **first);      /* 保訓會 → 考試院 */

/* One press of a button on applications; what is not needed is 0. */
struct serial_act {
	struct req *r;
	int64_t id, seen, exam;                                 /* seen: the version that the page showed; 0: it showed none */
	const int64_t *ids;
	int n;
	const char *reason, *document;
	struct date day;
	struct serial s;                                        /* the application as it was */
};
/* Inside a transaction (with: struct serial_act).  Issues undo it. */
void serial_make(struct db *, void *act);
void serial_add(struct db *, void *act);
void serial_remove(struct db *, void *act);
void serial_delete(struct db *, void *act);
void serial_confirm(struct db *, void *act);
void serial_send(struct db *, void *act);
void serial_return(struct db *, void *act);
void serial_void(struct db *, void *act);
/* Many at once: ids are applications.                                              ACMS-082 */
void serial_csptc(struct db *, void *act);
void serial_exam_yuan(struct db *, void *act);

/* ---- 請證查驗 (check.c) ---- */

/* Inside a transaction: a number and a code for the roster and for each on it, once it is confirmed; none is good after it was called back. */
void checks_hand_out(struct db *, struct arena *, const struct serial *, const struct applicants *, struct moment now);
void checks_call_back(struct db *, const struct serial *, const char *why, struct moment now);
/* For paper: the address to scan, and the same to type; NULL: there is none. */
struct check_paper { const char *address, *words; };
struct check_paper check_paper_of_serial(struct req *, const struct serial *);

extern const struct field verify_takes[], verified_fields[];
void verify_get(struct req *);
void note_get(struct req *);

/* ---- pages ---- */

struct condition { int64_t year, person; const char *exam, *name; bool wanted; const struct field *labels; };
extern const char *const condition_names[];                     /* those that the address or the form of a list holds */
/* The same conditions, as 個人資料維護作業 calls them, and as the other pages do. */
extern const struct field person_find_takes[], person_conditions[], condition_fields[];
/* 年度 and 考試代碼, both needed; issues for what is not there, by these labels. */
void condition_read(struct req *, const struct field *labels, struct condition *);
const char *condition_words(struct req *, const struct condition *);

void persons_get(struct req *);
void persons_post(struct req *);
void persons_find_post(struct req *);
void person_edit_get(struct req *);
void proof_post(struct req *);
void proof_get(struct req *);
void proof_remove_post(struct req *);
void serials_get(struct req *);
void serial_new_get(struct req *);
void serial_new_post(struct req *);
void serial_get(struct req *);
void serial_show_post(struct req *);
void serial_act_post(struct req *);
void received_get(struct req *);
void received_post(struct req *);
void progress_get(struct req *);
void numbers_get(struct req *);
void numbers_post(struct req *);
#endif
