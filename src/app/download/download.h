/* download.h: 下載申請: files of many rows that somebody asked for: made at once when they are small, in the background when not, kept for some
 * days in a zip that opens with the 檔案密碼.
 *
 * Password and file are for who asked alone.  The password stands in no log, address or file name, and in the database only sealed
 * with a key that is outside of it.  Knows no kind of file: the program hands in its list.         LEARN-032, 033, 035, 411 … 413, SM-5 */
#ifndef PEIXUN_DOWNLOAD_H
#define PEIXUN_DOWNLOAD_H

#include "file/sheet.h"
#include "job/job.h"
#include "web/route.h"

/* What is to be made.  conditions: as the kind wrote them, a JSON object of texts and numbers. */
struct download_making {
	struct db *db;
	struct arena *mem;
	int64_t account, agency;
	const char *conditions;
	enum sheet_format format;
	struct moment now;
	struct job *job;                                        /* NULL: it is made at once */
	void **kept;                                            /* the kind's own, from write() to made() */
};

struct download_kind {
	const char *name, *label;                               /* "registration.roster", 「下載學員名冊」 */
	uint64_t may;                                           /* who may ask for it, and fetch it */
	uint64_t (*may_of)(struct arena *, const char *conditions);     /* where that depends on what is asked for; else NULL */
	int64_t (*rows)(const struct download_making *);        /* how many it will have */
	/* Writes the file in its format to fd (sheet.h); the number of rows; -1: not now, since download_progress gave
	 * false or what is asked for is being counted. */
	int64_t (*write)(const struct download_making *, int fd);
	/* Inside the transaction in which the request has its file, was fetched by who asked, or is over.  NULL: nothing. */
	void (*made)(struct db *, const struct download_making *, int64_t request);
	void (*fetched)(struct db *, int64_t agency, int64_t request, struct moment now);
	void (*over)(struct db *, int64_t request);
};
void download_kinds(const struct download_kind *const *);       /* once at program start; ends with NULL */

/* Now and then while writing: false: stop, it is not wanted any more. */
bool download_progress(const struct download_making *, int64_t done, int64_t total);

/* For a POST's handler, in a helper: asks for the file, and makes it unless it has more rows than the setting export.sync_rows; leads to its
 * page.  shown: the conditions in words, 「課程類別：103 性別主流化；…」. */
void download_ask(struct req *, const struct download_kind *, const char *conditions, const char *shown, enum sheet_format);

extern const struct route download_routes[];
extern const struct job_kind download_job, download_sweep_job;  /* the sweep: hourly, what is over its days */

#endif
