/* bulk.h: what the two uploads of 請證 share: 請證資料 by an office, 教育訓練成績 by 保訓會 or 國家文官學院.          ACMS-059, 061 */
#ifndef PEIXUN_CERTIFICATE_BULK_H
#define PEIXUN_CERTIFICATE_BULK_H

#include "app/certificate/private.h"
#include "app/import/import.h"

enum { BULK_NAME = 60 };

/* A row of either file. */
struct bulk { int64_t exam_year; const char *exam_code, *national_id, *name, *score, *remark; struct code identity; bool proof;
	struct date start, end; };

extern const char *const bulk_key[];

/* Codes and scores in the form they are kept in. */
void bulk_check(struct import *, struct import_row *);
/* Finds the trainee of each row among those of `agency` (0: any; whose version of the admission is in `place`) and lets `judge`
 * compare; who is not there, has another name or is on an application already is rejected. */
void bulk_judge(struct import *, struct import_row *, int n, int64_t agency,
	void (*judge)(struct import *, struct import_row *, const struct applicant *));
struct entering bulk_by(const struct import *, const char *reason);
#endif
