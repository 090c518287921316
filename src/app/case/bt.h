/* bt.h: basic training as the files of case/ see it; private to case/. */
#ifndef PEIXUN_CASE_BT_H
#define PEIXUN_CASE_BT_H

#include "app/case/private.h"

/* Agencies enrol their trainees (113身障); else the college calls them.            P-015 */
bool bt_by_agency(const struct life *);
/* Its score counts, and failing has consequences.                                  P-020, PLAN-101 */
bool bt_scored(const struct life *);

struct bt_class { const char *name, *place, *document; struct date start, end; };
extern const struct field bt_class_fields[];
/* The class a person is called to lies within reason.                              PLAN-025 */
void bt_check_class(struct life_case *, const struct bt_class *);
void bt_put_class(struct db *, struct life_case *, struct date start, struct date end, const char *document);

struct bt_result {
	struct code mode, result;
	const char *score, *document, *remark;
	struct date noticed, served;
};
/* The failed result that 自費重新訓練 rests on; NULL: none. */
const struct bt_result *bt_failed(const struct life *);
/* The newest result; NULL: none. */
const struct bt_result *bt_last_result(const struct life *);
bool bt_score_wrong(const char *score);

struct bt_self {
	struct date noticed, served, filed, class_end, new_end;         /* the last two: of the re-training, and of the training with it */
	const char *notice_no, *postal_code, *address, *phone, *score;
	struct code differs;
};
const char *const *bt_self_draw(struct pdf *, const struct life_case *);
#endif
