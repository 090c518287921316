/* app.h: the product as one thing: its routes, its jobs, and the answers that the web layer needs from it. */
#ifndef PEIXUN_APP_H
#define PEIXUN_APP_H

#include "app/download/download.h"
#include "job/job.h"
#include "web/route.h"

extern const struct route *const app_routes[];
extern const struct job_kind *const app_jobs[];
extern const struct route list_download_routes[];               /* long lists as files, made in the background */
extern const struct download_kind list_download;

/* By the settings.  now: the clock, or the fixed moment of the setting "clock". */
struct web_app *app_web(void);
struct moment app_now(void);

/* Once a process, before anything else of the product: the audit key, the job board, the kinds of deadlines. */
void app_start(void);

int http_command(struct db *, int argc, char **argv);           /* peixun http … */
int export_command(struct db *, int argc, char **argv);         /* peixun export PATH … */
int report_command(struct db *, int argc, char **argv);         /* peixun report NAME … */
void sample_pages(struct db *);                                 /* peixun sample, its last part: what is done on pages */
int eligibility_command(struct db *, int argc, char **argv);    /* peixun eligibility …: 參訓資格 of a year checked, then exported */
int overdue_command(struct db *, int argc, char **argv);        /* peixun overdue …: 逾期未上傳計畫表, the same as export of that list */
#endif
