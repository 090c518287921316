/* private.h: a row of the file, and what is stored of its person. */
#ifndef PEIXUN_ROSTER_PRIVATE_H
#define PEIXUN_ROSTER_PRIVATE_H

#include "app/roster/roster.h"

struct roster {
	int64_t exam_year;
	const char *exam_code, *national_id, *name;
	struct code sex;
	struct date birth_date;
	const char *exam_level, *exam_category, *agency_code, *education_score;
	struct code listed;
	struct date published;
};

/* ids 0: none. */
struct known {
	int64_t exam, agency;                                   /* the row's own */
	int64_t person, person_version, admission, version, stored_agency;
	const char *name, *sex, *level, *category, *score, *agency_code, *listed;
	struct date birth_date, published;
	bool busy;                                              /* being brought in by another batch at this moment */
};

/* Examinations and agencies, sorted to be found. */
struct roster_exam { int64_t year, id; const char *code; };
struct roster_agency { const char *code; int64_t id; };
struct roster_references { struct roster_exam *exams; struct roster_agency *agencies; int n_exams, n_agencies; };

extern const struct field roster_fields[];
const char *listed_label(const char *id);                        /* 正額, 增額, "" */
void *roster_begin(struct import *);
void roster_check(struct import *, struct import_row *);
void roster_judge(struct import *, struct import_row *, int n);
void roster_store(struct import *, struct import_row *, int n);
int64_t roster_apply(struct import *);
void roster_sweep(struct import *, const char *what, int64_t first, int64_t last);
void roster_take_back(struct import *);
bool roster_decide(struct import *, struct import_row *, bool take);
#endif
