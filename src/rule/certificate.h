/* certificate.h: whether the certificate of a trainee may be asked for. */
#ifndef PEIXUN_RULE_CERTIFICATE_H
#define PEIXUN_RULE_CERTIFICATE_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum bt_status { BT_IS_PASSED, BT_IS_EXEMPT, BT_IS_COMPLETED, BT_IS_ONLINE_COMPLETED, BT_IS_WAIVED, BT_IS_FAILED, BT_IS_OPEN };

struct ready_facts {
	struct date today, end;
	bool pt_passed;
	int bt_status;
	struct fact_texts open;                                 /* "revocation", "stop", "data_correction" */
};
struct ready_values { struct fact_texts failing; };

/* MET when nothing fails; each failing point is named.
 * PLAN-101, PLAN-128, ACMS-018   LAW: 訓練辦法§43; 訓練計畫第21點; 附件9附註八 */
void ready_judge(struct verdict *, const struct ready_facts *, struct ready_values *);
#endif
