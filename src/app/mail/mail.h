/* mail.h: mails: written in the transaction of what they tell of, sent by a job through the SMTP server of the settings.
 *
 * Without the setting mail.url nothing is written and nothing is sent.  Knows no slice.                       PLAN-137 */
#ifndef PEIXUN_MAIL_H
#define PEIXUN_MAIL_H

#include <stdbool.h>

#include "db/db.h"
#include "job/job.h"

bool mail_on(void);                                             /* is there a server? */
/* One plain address: something@host, no blanks, no list, at most 254 bytes. */
bool mail_address(const char *);

struct mail { const char *to, *subject, *text; };
/* Inside the caller's transaction.  Gives its id; 0 when mail is off. */
int64_t mail_add(struct db *, const struct mail *);

extern const struct job_kind mail_send_job;                     /* one a mail; a server that does not answer is asked again later */
extern const struct job_kind mail_sweep_job;                    /* nightly: what was sent over 90 days ago */
#endif
