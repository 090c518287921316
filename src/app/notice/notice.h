/* notice.h: what an agency or one of its people must be told, until somebody has seen it: shown at home.       PLAN-137
 *
 * Added in the transaction of what it tells of.  Knows no slice: kind and subject are theirs.  Sends no mail. */
#ifndef PEIXUN_NOTICE_H
#define PEIXUN_NOTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "web/route.h"

struct notice {
	int64_t id, agency, account;                            /* account 0: whoever of the agency may (notice_rights) */
	const char *kind;                                       /* "deadline.moved" */
	const char *subject_kind;                               /* with subject: what it is about; NULL: nothing single */
	int64_t subject;
	const char *text;                                       /* a sentence for people */
	const char *link;                                       /* a path; NULL: nowhere to go */
	struct moment made, seen;                               /* seen {0}: not yet */
};

/* Inside the caller's transaction.  One of the same receiver, kind and subject that nobody has seen yet gives way to it. */
void notice_add(struct db *, const struct notice *);

struct notices {
	int n;
	int64_t total;                                          /* of all pages; known when n > 0 */
	struct notice *at;
};

/* Who of an agency reads what it is told as a whole about a kind of subject: any of these rights.  Once at program start; ends with a kind
 * of NULL.  Who sees only some of its trainees reads none of it. */
struct notice_right { const char *subject_kind; uint64_t may; };
void notice_rights(const struct notice_right *);

/* Those for this account, and those for its agency as a whole that it may read, the newest first.  seen: also those that were seen. */
struct notices notice_list(struct db *, struct arena *mem, const struct who *, bool seen, int most, int skip);
/* How many of them nobody has seen. */
int64_t notice_count(struct db *, struct arena *mem, const struct who *);

/* Inside a transaction: this account has seen it.  False: there is no such unseen notice for it. */
bool notice_seen(struct db *, struct arena *mem, const struct who *, int64_t id);

/* Inside a transaction: the subject is another agency's now, and so is what the one before has not seen of it yet. */
void notice_hand_over(struct db *, const char *subject_kind, int64_t subject, int64_t from, int64_t to);

/* Inside a transaction: what the agency was told of this is over, and nobody need see it any more. */
void notice_over(struct db *, int64_t agency, const char *kind, const char *subject_kind, int64_t subject);

/* The page 通知. */
extern const struct route notice_routes[];

#endif
