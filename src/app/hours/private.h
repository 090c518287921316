/* private.h: what the files of hours/ share. */
#ifndef PEIXUN_HOURS_PRIVATE_H
#define PEIXUN_HOURS_PRIVATE_H

#include "app/code/code.h"
#include "app/hours/hours.h"
#include "base/json.h"

/* A row of any of the three files; what a kind has no column for is empty. */
struct hours_row {
	const char *national_id, *name, *course_code, *institution, *title, *category, *study_kind, *term, *score, *certificate_no,
		*county, *degree, *semester, *note;
	int64_t term_no, amount, digital, physical;
	struct date start, end, birth;                           /* birth: of a file in circulation alone */
	struct code institution_kind, mode, unit, cert, business;
};

extern const struct code hours_mode_codes[], hours_unit_codes[], hours_cert_codes[], hours_state_codes[], hours_yes_codes[],
	hours_business_codes[], hours_institution_codes[], hours_review_codes[], hours_source_codes[], hours_kind_codes[];
const char *hours_code_label(const struct code *list, int64_t stored);          /* by the number that is stored; "" for none */
int hours_code_number(const struct code *);                     /* of one that was chosen; 0: none was */
/* As it is stored in institution.kind: government, school, private; 1 to 3 as files say it. */
extern const char *const hours_institution_kinds[];

/* ---- birth.c: after the persons are known */
void hours_births(struct import *, struct import_row *, int n);

/* ---- book.c: what is looked up for every row */

/* Where somebody served from one day to another, NULL members 0; there may be a million of these. */
struct posting_span { struct date from, to; int32_t agency, unit, title, rank, person_class; bool is_supervisor; };
struct learner { uint64_t number; int64_t id; uint64_t name; int sex, spans; int64_t first_span; };
struct hours_course { int64_t id, term_no, category, hours, digital; int mode; const char *code; struct date start, end; };
struct hours_owner { int64_t id, parent; const char *name; };
struct category_choice { int64_t agency, category; };

enum { HOURS_MORE = 7 };                                        /* fields that are seldom given */
struct hours_book {
	enum hours_kind kind;
	const struct field *more[HOURS_MORE];                   /* of the kind of file; NULL: it has none */
	const struct hours_course *courses;                     /* by code, then 期別 */
	int n_courses;
	const struct institution_known *institutions;           /* by name */
	int n_institutions;
	const struct code_book *codes;
	const struct hours_owner *agencies;                     /* by id */
	int n_agencies;
	const struct category_choice *choices;                  /* by agency */
	int n_choices;
	const char *agency_name;
	const char *study_category;                             /* what studies are counted as: 499 */
	struct learners *learners;
};
struct institution_known { const char *name; int64_t id; int kind; };

void *hours_opened_begin(struct import *);
void *hours_unopened_begin(struct import *);
void *hours_study_begin(struct import *);
int64_t hours_code_id(const struct hours_book *, const char *table, const char *code);  /* 0: none */
const struct hours_course *hours_course_of(const struct hours_book *, const char *code, int64_t term_no);
const struct institution_known *hours_institution_of(const struct hours_book *, const char *name);
const struct hours_owner *hours_agency_of(const struct hours_book *, int64_t agency);   /* NULL: none */
/* Is it the agency `top` or below it? */
bool hours_below(const struct hours_book *, int64_t agency, int64_t top);

/* ---- people.c: persons and where they served */
struct learners;
struct learners *learners_new(struct import *);
/* Those of the rows, looked up at once. */
void learners_meet(struct learners *, struct import *, const struct import_row *, int n);
const struct learner *hours_learner_of(const struct learners *, const char *national_id);     /* NULL: nobody */
const struct posting_span *hours_learner_on(const struct learners *, const struct learner *, struct date);    /* NULL: not known */
uint64_t hours_name_number(const char *name);

/* ---- class.c: what the fields say besides the person */
struct class_key { uint64_t fold, spelt; };
struct hours_class {
	struct class_key key;
	enum hours_kind kind;
	const char *institution, *name;
	struct date start, end;
	int64_t roc_year, category, study_kind, course, id, institution_id;     /* id 0: a new one */
	bool clash;                                             /* another class has the same numbers */
	struct hours_class *near;                               /* others that a reader would take for it; a list */
	int institution_kind;                                   /* of a new institution: as the file says it, or 0 */
};
void class_key_make(struct arena *, struct hours_class *);
/* The classes that are there get their ids, and near ones. */
void classes_look_up(struct db *, struct arena *, struct hours_class **, int n);

/* ---- judge.c */
/* What is stored of a record, as one number: see hours_facts. */
struct facts { int amount, unit, hours, digital, mode, cert, review, business; };
struct known {
	struct hours_class *class;
	const struct learner *learner;
	const struct posting_span *span;
	int64_t record, version, agency, category;
	struct facts now, then;                                 /* as they shall be; as they are */
	const char *more, *was_more;                            /* NULL: none */
};
/* What differs, as JSON for people: the old values or the new ones. */
const char *hours_difference(struct arena *, const struct facts *was, const struct facts *is, const char *was_more, const char *more, bool old);
void hours_judge(struct import *, struct import_row *, int n);
void hours_more_fields(struct hours_book *, const struct field *);
const char *hours_more(struct arena *, const struct import *, const struct import_row *, const char *stored);

/* ---- enter.c: a record on a page, and what is done with it */
struct hours_line {
	int64_t id, version, roc_year, class, person, owner, agency, category, mode, amount, unit, hours, digital, physical, business, cert, review,
		source, batch;
	const char *name, *national_id, *agency_name, *title_name, *rank_name, *more, *note, *changed_name;
	struct moment changed, deleted;
};
extern const struct field hours_line_fields[];
/* Who does it, when, and why; name: "set", "delete", "restore", "key". */
struct hours_act { int64_t account; struct moment at; const char *name, *reason; };
struct facts hours_facts_of(const struct hours_line *);
/* Each in the caller's transaction; false: somebody was first (E-STALE-01), or the key is taken. */
bool hours_set(struct db *, const struct hours_line *, const struct facts *, const struct hours_act *);
bool hours_delete(struct db *, const struct hours_line *, const struct hours_act *);
bool hours_restore(struct db *, const struct hours_line *, const struct hours_act *);
bool hours_move(struct db *, const struct hours_line *, const struct hours_entry *to, const struct hours_act *, const char *was, const char *is);
void hours_tell(struct db *, const struct hours_line *, const struct hours_act *, const char *was, const char *is);

/* ---- sums.c */
struct sum { int64_t roc_year, who, category, records, hours, digital, business; };
struct sums { struct sum *at; size_t n, room; struct arena *mem; };
/* n times (1 or -1) what such a record counts. */
void sums_add(struct sums *person, struct sums *agency, int64_t roc_year, int64_t of_person, int64_t of_agency, int64_t category,
	const struct facts *, int n);
void sums_stage(struct db *, struct sums *person, struct sums *agency, int64_t batch, int64_t piece);
void sums_write(struct db *, struct sums *person, struct sums *agency);
bool sums_fold_piece(struct db *, int64_t batch);               /* false: nothing of it is left */
int64_t sums_waiting(struct db *, int64_t batch);

/* ---- pack.c, decider.c */
/* Is it among these, ascending rows of a column "agency"? */
bool agency_waits(const struct rows *, int64_t agency);
/* Of an agency's facts, by person: what hours_deciders reads.  Inside the transaction that packs them. */
void deciders_put(struct db *, struct arena *, int64_t roc_year, int64_t agency, int64_t stamp, const struct hours_fact *, size_t n);
void deciders_check(struct db *, void (*tell)(void *with, const char *finding), void *with);   /* against the records */
void hours_pack(struct db *, const struct job *);                /* what has changed since it was packed; job: NULL: all of it */

/* ---- store.c */
void hours_store(struct import *, struct import_row *, int n);
int64_t hours_apply(struct import *);
void hours_shown(struct import *);
void hours_sweep(struct import *, const char *what, int64_t first, int64_t last);
struct rows *hours_touched(struct import *, int most);
void hours_take_back(struct import *);
#endif
