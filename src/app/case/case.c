/* case.c: the index of the deadlines of case/. */
#include "app/case/case.h"

const struct deadline_kind *const case_deadlines[] = {
	&case_retain_end, &case_retain_card, &case_child_three, &case_makeup_due, &case_online_due, &case_self_funded_due, &case_review_due,
	&case_answer_due, &case_stop_bt_due, &case_stop_service_due, &case_stop_custody_due, &case_retrain_due, &case_retrain_bt_due,
	&case_retain_training, &case_retain_cancel,
	&case_retain_recheck, &case_retain_other, &case_stop_ask, &case_forfeit_task, &case_shorten_forward, &case_withdraw_due, NULL
};
