/* case.h: the applications of a trainee and of agencies that go through stations, as kinds of the engine of life/.
 *
 * 保留受訓資格, 補訓／重新訓練, 免除基礎訓練, 縮短實務訓練, 停止訓練, 基礎訓練 and what is asked about it.  Each kind says who may do
 * what, asks the rules, and tells training/ what was decided; a decision is a person's, the finding stands beside it.
 *                                   PLAN-025 … 067, 101 … 105, 125, 126, 140 … 142; README decisions 7, 8, 16, 18, 22 */
#ifndef PEIXUN_CASE_H
#define PEIXUN_CASE_H

#include "app/deadline/deadline.h"
#include "app/life/life.h"

/* 保留受訓資格, 補訓, 喪失考試錄取資格 */
extern const struct life_kind case_retain, case_makeup, case_forfeit;
/* Inside a transaction: the window of 保留受訓資格 is another than it was with these days: an application of which it decides otherwise is to
 * be looked at again.                                                                                      PLAN-010 c, 034 d */
void case_retain_window_moved(struct db *, int64_t admission, struct date published, struct date result_published,
	const struct training_news *);
/* 基礎訓練: earlier ones, exemption, enrolment, call, another batch, online, waiver, result, violation, self-funded, review, recusal */
extern const struct life_kind case_earlier, case_exempt, case_enrol, case_call, case_batch, case_online, case_waive, case_result,
	case_violation, case_self_funded, case_recheck, case_view, case_recuse;
/* 縮短實務訓練, and the service it rests on */
extern const struct life_kind case_service, case_shorten;
/* Inside the transaction in which an attempt begins: a shortening that was approved before it moves the last day; another admission of the
 * person that is retained is to have the end of its cause recorded.  True: the training changed.            PLAN-017 a, 023, 040 c */
bool case_begun(struct db *, int64_t admission, const struct training_news *);
/* 停止訓練 of four sorts, and 重新訓練 */
extern const struct life_kind case_stop_bt, case_stop_absent, case_stop_service, case_stop_custody, case_retrain;

/* 自願中途離訓 */
extern const struct life_kind case_withdraw;

extern const struct deadline_kind case_retain_end, case_retain_card, case_makeup_due, case_child_three,
	case_online_due, case_self_funded_due, case_stop_bt_due, case_stop_service_due, case_stop_custody_due,
	case_retrain_due, case_retrain_bt_due, case_review_due, case_answer_due, case_retain_training, case_retain_cancel,
	case_retain_recheck, case_retain_other, case_stop_ask, case_forfeit_task,
	case_shorten_forward, case_withdraw_due;

/* All of the above, for who lists them. */
#define CASE_KINDS &case_retain, &case_makeup, &case_forfeit, &case_earlier, &case_exempt, &case_service, &case_shorten, &case_enrol, \
	&case_call, &case_batch, &case_online, &case_waive, &case_result, &case_violation, &case_self_funded, &case_recheck, &case_view, \
	&case_stop_bt, &case_stop_absent, &case_stop_service, &case_stop_custody, &case_retrain, &case_recuse, &case_withdraw
extern const struct job_kind case_day_job;                      /* nightly: days that follow the last day of training; hints */
extern const struct route case_routes[];                         /* 應免除基礎訓練人員清冊, who waits for allocation */
extern const struct deadline_kind *const case_deadlines[];      /* ends with NULL */
#endif
