/* deadline.h: every day by which someone must act: started, moved, met, cancelled, listed.                ACMS-017, PLAN-137
 *
 * A slice declares its kinds of deadlines and starts one in the transaction of the event that sets it off.  The length and the way
 * of counting are kept with it, so that it is computed anew when the office calendar changes; what it was before is kept too.
 * Knows no slice: a subject is a kind of record and its id. */
#ifndef PEIXUN_DEADLINE_H
#define PEIXUN_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "job/job.h"
#include "rule/calendar.h"
#include "web/route.h"

struct deadline;

struct deadline_kind {
	const char *name;                                       /* "plan-form" */
	const char *title;                                      /* 上傳實務訓練計畫表 */
	const char *length, *counted;                           /* "7d", "next_day" or "same_day"; NULL: the event's day itself */
	const char *who;                                        /* 用人機關 */
	const char *consequence;                                /* 逾期不予受理 */
	const char *citation;
	const char *link;                                       /* where to act: the path before the subject's id: "/plan-forms/" */
	/* Where `about` names nobody, since it goes into mail and files too: who it is, for a page; NULL: this person may not know. */
	const char *(*name_shown)(struct req *, int64_t subject);
	bool goes_on;                                           /* a stop of the training does not end it */
	bool passes;                                            /* a status day: met by passing */
	bool lapses;                                            /* a right: who does not use it by then is asked no more */
	bool (*used)(struct db *, const struct deadline *);     /* of what lapses: it was begun to be used, so it stays due; may be NULL */
	const struct deadline_kind *missed;                     /* the task that begins on the day after it, while it is still open; NULL: none */
};

/* Once at program start, for the lists: NULL-terminated.  A deadline of another kind is listed under its name alone. */
void deadline_kinds(const struct deadline_kind *const *kinds);

/* The kind of this name; one that nobody declared has the name as its title. */
const struct deadline_kind *deadline_kind_named(struct arena *, const char *name);

struct deadline {
	int64_t id;
	const struct deadline_kind *kind;
	const char *subject_kind;
	int64_t subject, agency;
	const char *about;                                      /* what people call the subject: 王小明（113年身障特考）; NULL: "" */
	struct date event;                                      /* what sets it off */
	const char *length, *counted, *citation;                /* starting: NULL is the kind's.  Listed, length NULL: a fixed day */
	struct date raw, due;                                   /* computed: the last day, and after moving it to an office day */
	bool provisional;                                       /* 暫算：未載入該年行事曆 */
	enum deadline_state { DEADLINE_OPEN, DEADLINE_MET, DEADLINE_LATE, DEADLINE_CANCELLED } state;
	struct date ended;                                      /* the day it was met or cancelled */
	const char *reason;                                     /* why it was cancelled */
	int days_left;                                          /* to due; negative: overdue */
};

/* All of these inside the caller's transaction. */

/* Starts it; without an event day nothing happens.  An open one of the same kind and subject moves to the new event (the old
 * days are kept), and so does a met one whose new event is not after the day it was met; else a new one begins.  The same once
 * more changes nothing.  calendar: of office_calendar().  Gives the day it is due, {0} for none.
 * What was done before its event (a form that is there already) is told by deadline_meet, afterwards. */
struct date deadline_start(struct db *, const struct calendar *, const struct deadline *);

/* False: none is open. */
bool deadline_meet(struct db *, const struct deadline_kind *, const char *subject_kind, int64_t subject, struct date day);

/* What was met is open again (a form was sent back).  False: none was met, or one is open. */
bool deadline_reopen(struct db *, const struct deadline_kind *, const char *subject_kind, int64_t subject);

/* The subject is another agency's now, and so are its deadlines, the ended ones too. */
void deadline_hand_over(struct db *, const char *subject_kind, int64_t subject, int64_t agency);

/* kind NULL: all open ones of the subject.  Gives their number. */
int64_t deadline_cancel(struct db *, const struct deadline_kind *, const char *subject_kind, int64_t subject, struct date day,
	const char *reason);

/* Whose deadlines: {0} is everybody's. */
struct deadline_scope {
	int64_t agency;
	bool below;                                             /* those of the agencies below it too */
};

struct deadline_query {
	struct deadline_scope scope;
	struct date today;
	const struct deadline_kind *kind;                       /* NULL: all */
	bool overdue;                                           /* only those whose day has passed */
	struct date from, before;                               /* {0}, or only those due on this day or later, and before that one */
	int most, skip;                                         /* a page of the list */
};

struct deadlines {
	int n;
	int64_t total;                                          /* of all pages; known when n > 0 */
	struct deadline *at;
};

/* The open ones by due day, the overdue first. */
struct deadlines deadline_list(struct db *, struct arena *mem, const struct deadline_query *);
/* All of one record, ended ones too, by event. */
struct deadlines deadline_of(struct db *, struct arena *mem, const char *subject_kind, int64_t subject, struct date today);
void deadline_soon(struct db *, const char *subject_kind, int64_t subject);     /* that, as db_soon */

/* How many are open, and how many of these are overdue, a row a kind that has any. */
struct deadline_count { const struct deadline_kind *kind; int64_t open, overdue; };
struct deadline_counts { int n; struct deadline_count *at; };
struct deadline_counts deadline_count(struct db *, struct arena *mem, struct deadline_scope, struct date today);

/* What a page calls its subject: `about`, or the name that the kind gives to whoever may know it. */
const char *deadline_shown(struct req *, const struct deadline_kind *, int64_t subject, const char *about);
/* The path where it is acted on; NULL: its kind has none. */
const char *deadline_link(struct arena *, const struct deadline *);

/* What a deadline was before it moved: made, event_day, due, provisional, cause (event, calendar, reopened); the oldest first. */
struct rows *deadline_changes(struct db *, int64_t id);

/* Outside a transaction: all open ones that were computed by another calendar than the one that is loaded, in pieces, and those met
 * ones that were late or 暫算, since they may have been in time.  The agency of each open one whose day moved gets a notice.
 * Gives how many days moved. */
int64_t deadline_recompute(struct db *);
/* Inside a transaction: the open ones that are by the calendar that is loaded (all, or those that a sweep has passed), computed once more;
 * `wrong` gets each whose day is not what comes out. */
void deadline_check(struct db *, void (*wrong)(void *with, const struct deadline *, struct date should), void *with);
extern const struct job_kind deadline_recompute_job;            /* looks every minute */

/* For one subject, of which something was entered late: what the days since then have brought, as deadline_day. */
void deadline_pass(struct db *, const char *subject_kind, int64_t subject, struct date today);

/* Outside a transaction: what has passed is met, what has lapsed is cancelled, for what was missed the task begins.  In pieces; twice does
 * no harm.  Gives how many days changed. */
int64_t deadline_day(struct db *, struct moment now);
extern const struct job_kind deadline_day_job;                  /* nightly */

extern const struct route deadline_routes[];                    /* 期限一覽 */

#endif
