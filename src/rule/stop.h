/* stop.h: 停止訓練 and the application for 重新訓練 after it. */
#ifndef PEIXUN_RULE_STOP_H
#define PEIXUN_RULE_STOP_H

#include "rule/fact.h"
#include "rule/verdict.h"

enum stop_bt_mode { STOP_BT_IN_PERSON, STOP_BT_ONLINE };

struct bt_stop_facts { struct date event; const char *cause; struct date filed_on; int bt_mode; };      /* bt_mode -1: not said */
struct stop_values { struct date due; struct maybe_bool in_time; };

/* An application to stop basic training.  Needs a plan.    PLAN-060   LAW: 訓練辦法§34; 訓練計畫第12點第1款第1目 */
void bt_stop_judge(struct verdict *, const struct bt_stop_facts *, struct stop_values *);

/* Hours missed for the causes of such an application or for 公假, and nothing else. */
struct mandatory_stop_facts { int64_t absent_hours, course_hours; };
struct mandatory_stop_values { const char *percent; };

/* Must basic training be stopped, as more than its share was missed?  Needs a plan.
 * PLAN-061   LAW: 訓練辦法§34; 訓練計畫第12點第1款第2目 */
void mandatory_stop_judge(struct verdict *, const struct mandatory_stop_facts *, struct mandatory_stop_values *);

struct service_stop_facts { struct date event; const char *cause; struct date filed_on, allocated_on, appointed_on; };

/* An application to stop for service or 公假, after 分配訓練 and before 分發任用.  Needs a plan.
 * PLAN-062   LAW: 訓練辦法§34-1; 訓練計畫第12點第2款 */
void service_stop_judge(struct verdict *, const struct service_stop_facts *, struct stop_values *);

struct retrain_window_facts { struct date cause_ended, filed_on; };

/* The application for 重新訓練 once the cause has ended.  Needs a plan.
 * PLAN-065   LAW: 訓練辦法§35-1; 訓練計畫第12點第4款 */
void retrain_window_judge(struct verdict *, const struct retrain_window_facts *, struct stop_values *);
#endif
