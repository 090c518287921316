/* apply.h: 線上申辦: trainees without an account, known by 身分證字號, 出生日期 and a code sent to their mailbox.
 *
 * What they may see and do is declared by the kinds of life/; this slice lets them in and shows them where they stand.   PLAN-136 */
#ifndef PEIXUN_APPLY_H
#define PEIXUN_APPLY_H

#include "job/job.h"
#include "web/route.h"

/* Whose session is it?  For struct web_app, after account_who.  False: nobody's. */
bool apply_who(struct req *, const char *token, struct who *);
extern const struct route apply_routes[];
extern const struct job_kind apply_sweep_job;                   /* daily: old codes and sessions */
#endif
