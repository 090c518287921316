/* payers.h: what the pages of payers.c show. */
#ifndef PEIXUN_FEE_PAYERS_H
#define PEIXUN_FEE_PAYERS_H

#include "web/form_view.h"
#include "web/list.h"

struct payer {
	int64_t id, training, exam_year, amount;                /* training: the participant of a 升官等訓練; 0: a trainee */
	const char *name, *national_id, *exam_code, *exam_name, *plan, *education_score, *score, *identity, *pass_mark_education,
		*pass_mark_practical, *bt_state, *type;
	struct code state;
	bool identity_proof, fee_exempt_exam, bt_exempt, has_slip;
	struct date last_day, receipt, due, paid_on;
};

struct payers_view { const struct req *r; struct list *l; struct url at, notice; struct input year, exam, name; const char *fee; bool agency; };
#endif
