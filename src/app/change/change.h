/* change.h: what changes for a participant of a 升官等訓練 after the roster was accepted, as kinds of the engine of life/.
 *
 * 訓前自願放棄, 延後訓練, 補訓 go from 服務機關 by 遴選機關 to 保訓會; 停止訓練, 廢止受訓資格 from 訓練機關 to 保訓會; 更正名冊, 免訓,
 * 漏未薦送 from 遴選機關 to 保訓會; 退訓 and 撤銷 are 保訓會's.  Each kind says who may do what, asks the rules of rule/promotion.h, and
 * tells participant/ what was decided.           PROMO-002, 003, 006, 030, 066 … 084, 101 … 106, 112 … 118, 124, 125, 127; §3.5 … 3.7 */
#ifndef PEIXUN_CHANGE_H
#define PEIXUN_CHANGE_H

#include "app/deadline/deadline.h"
#include "app/life/life.h"
#include "app/participant/participant.h"
#include "app/promotion/promotion.h"
#include "app/trainee/trainee.h"
#include "base/decimal.h"

extern const struct life_kind change_withdraw, change_defer, change_suspend, change_revoke, change_makeup, change_expel, change_annul,
	change_exempt, change_roster_fix, change_omitted;
#define CHANGE_KINDS &change_omitted, &change_withdraw, &change_defer, &change_roster_fix, &change_suspend, &change_revoke, &change_expel, \
	&change_makeup, &change_annul, &change_exempt

extern const struct deadline_kind change_stop_due, change_makeup_due, change_lapse_task, change_exempt_due;
extern const struct deadline_kind *const change_deadlines[];    /* ends with NULL */
extern const struct job_kind change_day_job;                    /* nightly: reminders of 補訓, and what has lapsed */
extern const struct route change_routes[];
void change_start(void);                                        /* once at program start, after life_kinds */

/* Hours of class, as far as they are kept: of leave for the causes of a stop, of other leave and absence, of the course.  False: none are. */
struct change_hours { struct decimal listed, other, course; };
void change_hours_from(bool (*hours)(struct db *, int64_t participant, struct change_hours *));

/* What other slices have to say on the page of a participant (events, facts): app.c hands over who adds to it; each has room for 24 more of
 * both.  Ends with NULL. */
void change_more(void (*const *fill)(struct req *, const struct participant *, struct person_more *));

#endif
