/* account.h: who signs in: agencies' officers by password or 機關憑證, sessions, API tokens, lock-out. */
#ifndef PEIXUN_ACCOUNT_H
#define PEIXUN_ACCOUNT_H

#include "job/job.h"
#include "web/route.h"

extern const struct route account_routes[];

/* Roles: ACMS 2, PLAN-087, LEARN 1.  own_trainees: of the own agency those alone for whom the account was named.  delegable: what an account
 * of the role has where it was given to it (permission_grant), for the active agency.                              LEARN-333 */
struct role { struct code code; uint64_t may; bool all_agencies, own_trainees; uint64_t delegable; };
extern const struct role roles[];                               /* ends with an id of NULL */
extern const struct code role_codes[];
const struct role *role_find(const char *id);
const char *may_name(uint64_t may);                             /* an act in words, for refusals and the help */
const char *may_refusal(uint64_t may);                          /* the message of who may not: E-AUTH-01 in 終身學習 */

/* The functions that can be given to an account, by the codes of the permission matrix ("course.maintain").  LEARN 1.3 */
struct permission { const char *code; uint64_t may; };
extern const struct permission permissions[];                   /* ends with a code of NULL */
const struct permission *permission_named(const char *code);    /* NULL: there is none */
/* Inside a transaction: gives a function to an account for an agency, unless it has it; by whom: 0: by the installation. */
void permission_give(struct db *, int64_t account, int64_t agency, const char *code, int64_t parent, int64_t by, struct moment);
/* To a new 最高管理者 all that the role can be given; 總處 takes back what it wants to.  Nothing to other roles. */
void permission_give_all(struct db *, int64_t account, int64_t agency, const char *role, int64_t by, struct moment);

/* For struct web_app. */
bool account_who(struct req *, const char *token, bool is_api_token, struct who *);
struct url account_park(struct req *);

/* The rights of a named account, for the command line: "agency/account".  False: none such, or not active. */
bool account_named(struct db *, struct arena *, const char *agency_slash_account, struct who *);

/* The same of an account acting for an agency on a day, its own or one besides.  False: it may not. */
bool account_acting(struct db *, int64_t account, int64_t agency, struct date day, struct who *);

/* Agencies with an active account whose role has all of these rights. */
struct account_agencies { int64_t *at; int n; };
struct account_agencies account_agencies_with(struct db *, struct arena *, uint64_t may);

/* 「張承辦（示範部）」 for histories; 「系統」 for 0. */
const char *account_label(struct db *, struct arena *, int64_t account);
/* The same of row i of a statement that has account, full_name, account_name and agency_name. */
const char *account_words(struct arena *, const struct rows *, int i);

/* argon2id, with the settings' cost.  Takes about 50 ms and the settings' memory. */
char *password_hash(struct arena *, const char *password);
bool password_hash_known(const char *hash);                      /* one that password_right can verify */
bool password_right(const char *hash, const char *password);
/* The message code that says what is wrong with a new password, NULL when it will do. */
const char *password_weak(const char *password, const char *account, const char *agency_code);

/* The session's cookie; "" takes it back. */
void account_cookie(struct req *, const char *token);
/* Signs an account in, for the agency that it acted for last: a new session's token.  identity: staff, learner, stats. */
const char *session_start(struct req *, int64_t account, bool by_certificate, const char *identity);

/* The reply to who has shown to be this account's holder: a session, and the page that was asked for. */
void account_enter(struct req *, int64_t account, const char *identity, const char *next);

/* A new account; 0 when the pair exists. */
int64_t account_add(struct db *, int64_t agency, const char *name, const char *full_name, const char *role, const char *hash);
/* peixun account add AGENCY NAME ROLE [FULL NAME] | password AGENCY/NAME, the password on standard input.  For whoever runs the
 * installation: how its first account is made, and a forgotten password replaced. */
int account_command(struct db *, int argc, char **argv);
/* Inside a transaction: the account's sessions but this one (0: none is spared) and its API tokens end.  Gives how many tokens. */
int64_t account_shut(struct db *, int64_t account, int64_t but_session, struct moment now);
extern const struct job_kind account_sweep_job;                 /* nightly: old sessions, failures, parked and one-time forms */
#endif
