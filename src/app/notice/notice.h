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
	int64_t id, agency, account;                            /* account 0: whoever of the agency */
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

/* Who reads: an account; negative: its own alone, not those for the agency as a whole (who sees only some of its trainees). */
static inline int64_t notice_reader(const struct who *w) { return w->own_trainees ? -w->account : w->account; }
/* Those for the agency as a whole and those for this account, the newest first.  seen: also those that were seen. */
struct notices notice_list(struct db *, struct arena *mem, int64_t agency, int64_t reader, bool seen, int most, int skip);
/* How many of them nobody has seen. */
int64_t notice_count(struct db *, int64_t agency, int64_t reader);

/* Inside a transaction: this account has seen it.  False: there is no such unseen notice for it. */
bool notice_seen(struct db *, int64_t agency, int64_t reader, int64_t id);

/* Inside a transaction: the subject is another agency's now, and so is what the one before has not seen of it yet. */
void notice_hand_over(struct db *, const char *subject_kind, int64_t subject, int64_t from, int64_t to);

/* Inside a transaction: what the agency was told of this is over, and nobody need see it any more. */
void notice_over(struct db *, int64_t agency, const char *kind, const char *subject_kind, int64_t subject);

/* The page 通知. */
extern const struct route notice_routes[];

#endif
