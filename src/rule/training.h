/* training.h: the last day of a trainee's training, and the day by which the plan form has to be there. */
#ifndef PEIXUN_RULE_TRAINING_H
#define PEIXUN_RULE_TRAINING_H

#include "rule/fact.h"
#include "rule/verdict.h"

/* What moves the end: 延長實務訓練, 自費重新訓練, 請假相對延長. */
enum ledger_kind { LEDGER_EXTENSION, LEDGER_BT_RETRAIN, LEDGER_LEAVE };
enum ledger_counting { LEDGER_CALENDAR, LEDGER_OFFICE };        /* -1: not said, calendar days */

struct ledger_row { int kind; struct date from; struct period length; int counted_in; };        /* from: the first counted day */

struct training_end_facts {
	struct date report_date;
	bool shortened, bt_exempt;
	struct fact_rows ledger;                                /* struct ledger_row, in the order in which they came */
};
struct training_end_values { struct date start, end; };

/* The period and its last day; never moved for holidays.  Needs a plan.
 * PLAN-012 … 015, 104, 117, 139   LAW: 訓練辦法§25I, III, §31, §42; 訓練計畫第4點, 第19點, 第21點 */
void training_end_judge(struct verdict *, const struct training_end_facts *, struct training_end_values *);

struct plan_form_facts { struct date report_date, first_uploaded; };    /* first_uploaded: {0} while nothing is */
struct plan_form_values { struct date due; struct maybe_int late_days; };

/* The last day for the 實務訓練計畫表: as the plan says; without a plan 報到後7日內.  Late forms are taken.
 * PLAN-078, ACMS-017, ACMS-050   LAW: 訓練計畫第16點第2款第2目, 附件5填表說明一 */
void plan_form_judge(struct verdict *, const struct plan_form_facts *, struct plan_form_values *);
#endif
