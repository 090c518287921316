/* ending.h: how a training ends before its time: 廢止受訓資格.  自願中途離訓 is an application (case), death an anomaly (guidance).
 *
 * A finding of the rules is no revocation: a person reports it, 保訓會 decides.    PLAN-067, 119 … 126; 訓練辦法§44, §45; 訓練計畫第20點 */
#ifndef PEIXUN_ENDING_H
#define PEIXUN_ENDING_H

#include "app/life/life.h"

extern const struct life_kind revocation_kind;
#endif
