/* forms.h: private to the slice: plan forms of the sample, in every state that there is. */
#ifndef PEIXUN_SAMPLE_FORMS_H
#define PEIXUN_SAMPLE_FORMS_H

#include "base/date.h"
#include "db/db.h"

/* Office days of last year, this and the next; outside a transaction. */
void sample_office(struct db *, struct arena *, struct date today);
/* For those of an agency who have reported; officer and commission: "AGENCY/ACCOUNT". */
void sample_forms(struct db *, struct arena *, const char *officer, const char *commission, struct moment now);
/* Two of the agency who are trained by a plan: they report, and what is written down about them. */
void sample_life(struct db *, struct arena *, const char *officer, struct moment now);
/* 升官等訓練: who selects, the call, and the candidates that `officer` has entered. */
void sample_promotion(struct db *, struct arena *, int64_t ministry, int64_t county, const char *officer, struct moment now);
/* 升官等訓練: who takes part this year, of the 服務機關 with this code, waiting, in class, or beyond. */
void sample_participants(struct db *, struct arena *, int64_t selector, int64_t school, const char *service, const char *commission,
	struct moment now);
/* 升官等訓練: a class with determined scores, certificates and a 複查; service and school: codes of agencies. */
void sample_graduates(struct db *, struct arena *, int64_t selector, const char *service, const char *school, const char *commission,
	struct moment now);
/* 終身學習: colleagues, courses, registrations and hours of an agency, all of whose functions its officer is given. */
void sample_learning(struct db *, struct arena *, int64_t agency, const char *officer, struct moment now);
/* Who serves in the agencies, and what they have learnt in three years. */
void sample_colleagues(struct db *, struct arena *, const char *officer, struct moment now);
/* Ten of an examination that has ended, at every stage of 請證; gives the national ID of one who has to pay. */
const char *sample_certificates(struct db *, struct arena *, const char *officer, const char *commission, struct moment now);

/* ---- invented: a number with its check digit (seven digits, a letter, the sex), the n-th name */
char *sample_national_id(struct arena *, char letter, bool female, int number);
const char *sample_name(struct arena *, int n);
/* A row of a 代碼表; a fault when there is none.  An hour of a day. */
struct code_book;
int64_t sample_code(const struct code_book *, const char *table, const char *code);
struct moment sample_hour(struct date, int hour);
#endif
