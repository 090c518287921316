/* audit.h: who did what to which record, when and why; tampering with it shows.
 *
 * Rows are only added, in the transaction of the act itself; writers never wait for each other.  A job gathers the new rows
 * into seals: each holds the hashes of its rows and is chained to the last by an HMAC whose key lies in a file outside the
 * database.  So whoever can write to the database but can't read the key can't change, remove or put in sealed rows unseen.  Not
 * covered: rows in the seconds before they are sealed, and a cut tail unless a newer seal was exported.
 * Knows no slice: the names of actions and kinds of subjects are theirs; what these are called to people stands in words.c. */
#ifndef PEIXUN_AUDIT_H
#define PEIXUN_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "db/db.h"
#include "field/issue.h"
#include "job/job.h"
#include "web/route.h"

struct audit_event {
	int64_t account, agency;                                /* who, acting for whom; 0: the program itself */
	const char *address;                                    /* where from; NULL: not by the web */
	const char *action;                                     /* "report.save" */
	const char *subject_kind;                               /* "trainee" */
	int64_t subject;
	const char *before, *after;                             /* JSON of what changed; NULL: nothing */
	const char *reason;
	struct moment at;                                       /* {0}: now */
};

/* Inside the transaction of the act. */
void audit_add(struct db *, const struct audit_event *);
/* What was refused or read: a transaction of its own, after that of the act has ended. */
void audit_refusal(struct db *, const struct audit_event *);
/* The same for what anybody may send without signing in: in an hour at most so many of an act from one address, and from all together.  The last that
 * is put in says so; then nothing is written. */
enum { AUDIT_FLOOD_ADDRESS = 20, AUDIT_FLOOD = 200 };
void audit_refusal_bounded(struct db *, const struct audit_event *);

/* The events of one record, the oldest first: id, at, account, agency, address, action, subject_kind, subject, was, became, reason;
 * and who it was: full_name, account_name, agency_name. */
struct rows *audit_history(struct db *, struct arena *mem, const char *subject_kind, int64_t subject);

/* The same for its page: only at, account, action, was, became, reason and who it was. */
struct rows *audit_told(struct db *, struct arena *mem, const char *subject_kind, int64_t subject);
void audit_told_soon(struct db *, const char *subject_kind, int64_t subject);   /* as db_soon */

/* ERR_STALE, telling who changed the record last and when; name: whose record it is, in a list of many, else NULL. */
void audit_stale(struct db *, struct issues *, int row, const char *field, const char *name, const char *subject_kind, int64_t subject);

/* The newest events first, the same columns.  0 and NULL do not restrict; before: only ids below it (0: from the newest). */
struct audit_filter {
	int64_t account, agency, before;
	const char *action;
	struct moment from, to;                                 /* to: not included */
	int most;
};
struct rows *audit_find(struct db *, struct arena *mem, const struct audit_filter *);

/* What an act is called to people; one that nobody has named keeps its name.  And what it is done to. */
const char *audit_words(struct arena *, const char *action);
const char *audit_subject_words(const char *subject_kind);
/* Once at program start: gives the words of acts that are declared elsewhere, NULL for others. */
void audit_more_words(const char *(*)(struct arena *, const char *action));

/* Where the key is: at program start, before anything is sealed or verified.  The file is made (0600, 32 random bytes) when it
 * is first needed and nothing is sealed yet; a key that is lost later is a fault. */
void audit_key(const char *path);
enum { AUDIT_KEY = 32 };
/* For backups.  False: there is no key file yet. */
bool audit_key_look(unsigned char to[AUDIT_KEY]);
/* Puts a key where there is none.  False: another one is there. */
bool audit_key_put(const unsigned char from[AUDIT_KEY]);

/* A key of its own for a purpose, made of the one in the file: for what the database may keep and must not be able to read. */
void audit_key_for(struct db *, const char *purpose, unsigned char to[AUDIT_KEY]);

/* Seals what is not sealed yet, in pieces, outside a transaction.  Gives the number of rows. */
int64_t audit_seal(struct db *);
extern const struct job_kind audit_seal_job;                    /* every 10 s */

/* "NUMBER:HMAC" of the newest seal, to be kept elsewhere; "" when there is none. */
const char *audit_newest(struct db *, struct arena *mem);

enum audit_fault {
	AUDIT_ROW_CHANGED, AUDIT_ROW_REMOVED, AUDIT_ROW_PUT_IN,
	AUDIT_SEAL_CHANGED, AUDIT_SEAL_REMOVED, AUDIT_TAIL_CUT,
	AUDIT_NOT_SEALED                                        /* for over an hour: nobody seals, or a seal was taken off */
};
struct audit_finding {
	enum audit_fault fault;
	int64_t row, seal;                                      /* 0: not about one */
	const char *text;                                       /* for people */
};

/* Reads the whole log.  exported: a seal as audit_newest gave it, or NULL.  Gives the number of findings; 0: all is as it was. */
int64_t audit_verify(struct db *, const char *exported, void (*report)(void *with, const struct audit_finding *), void *with);

/* argv[0] is "audit": peixun audit verify [--seal NUMBER:HMAC] | seal | list [--subject KIND ID] [--account ID] [--most N].
 * Gives the exit status: 1 when verify found something, 2 for a wrong call. */
int audit_command(struct db *, int argc, char **argv);

/* 稽核紀錄, for the operator. */
extern const struct route audit_routes[];

#endif
