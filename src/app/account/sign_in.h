/* sign_in.h: private to the slice: what signing in needs to know. */
#ifndef PEIXUN_SIGN_IN_H
#define PEIXUN_SIGN_IN_H

#include "web/form_view.h"

struct sign_in {
	const struct req *r;
	struct url action, certificate, forgotten, fee, verify, result, recheck, calculator, apply, plans,
		certificate_help, popup_help, next_url, outside, local_only;
	bool has_certificate;
	const char *next, *parked, *outside_name;
	struct input agency_code, account, password, identity;
	struct issue_lines wrong;
	const struct contact_list *contacts;
};

struct officer { int64_t id; const char *name, *full_name; };
struct officers { struct officer *at; int n; };
struct officer_choice {
	const struct req *r;
	const char *agency_name, *agency_code, *next, *parked;
	struct officers officers;
	struct url action;
};

struct token_row { int64_t id; const char *label; struct moment created, used, revoked, expires; bool is_over; };
struct token_rows { struct token_row *at; int n; };
struct account_page {
	const struct req *r;
	struct issue_lines wrong;
	struct url set_password, add_token, revoke_token, reminders, identity_service;
	bool needs_old;
	struct input old, fresh, again, label;
	struct token_rows tokens;
	const char *new_token;
};

/* label: what people call it; NULL: carried along, not shown. */
struct parked_pair { const char *name, *value, *label; };

struct parked {
	const struct req *r;
	const char *said;                                       /* why it has to be sent again */
	struct url action;
	bool had_file;
	struct parked_pairs { struct parked_pair *at; int n; } pairs;
};

/* An account as the operator keeps it, on the page and by the command; the last three as struct upkeep wants them. */
struct account_row { int64_t id, version; const char *agency_code, *agency_name, *name, *full_name, *email, *phone, *password;
	struct code role; bool active, has_password; };
extern const struct account_row fresh_account;
bool account_load(struct db *, struct arena *, int64_t id, void *account);
void account_check(struct req *, void *account, const void *before);
int64_t account_store(struct req *, struct db *, void *account, const void *before);

/* One agency that the account may act for. */
struct switch_row { int64_t id; const char *code, *name, *role; bool here; };
struct switch_rows { struct switch_row *at; int n; };
struct switch_view { const struct req *r; struct url action; const char *next; struct switch_rows rows; struct issue_lines wrong; };
extern const struct field switch_fields[];
void switch_get(struct req *);
void switch_post(struct req *);

/* Only an address of ours: a path, never another site; else "/". */
const char *sign_in_next(const char *next);

extern const struct field sign_in_fields[];
void sign_in_get(struct req *);
void sign_in_post(struct req *);
void sign_out_post(struct req *);
void certificate_get(struct req *);
void certificate_post(struct req *);
void parked_get(struct req *);
void account_get(struct req *);
void password_post(struct req *);
extern const struct field token_fields[], token_revoke_fields[];
void token_post(struct req *);
void token_revoke_post(struct req *);
extern const struct field account_fields[], account_list_fields[], account_query_fields[], mapping_fields[];
void account_list_get(struct req *);
void account_new_get(struct req *);
void account_new_post(struct req *);
void account_one_get(struct req *);
void account_one_post(struct req *);
void mapping_list_get(struct req *);
void mapping_new_get(struct req *);
void mapping_new_post(struct req *);
void mapping_one_get(struct req *);
void mapping_one_post(struct req *);
#endif
