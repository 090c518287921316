/* self.c: one's own account: password and API tokens. */
#include <string.h>

#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/account/sign_in.html.h"
#include "app/audit/audit.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"

static void audit_account(struct req *r, struct db *db, const char *action, const char *what)
{
	audit_add(db, &(struct audit_event){.account = r->who->account, .agency = r->who->agency, .address = r->wire->address,
		.action = action, .subject_kind = "account", .subject = r->who->account, .after = what, .at = r->now});
}

static void show(struct req *r, int status, const char *new_token)
{
	struct rows *t = db_run(r->db, &token_list, A(r->who->account));
	struct account_page a = {
		.r = r, .wrong = issue_lines(r), .set_password = req_url(r, "/account/password"),
		.add_token = req_url(r, "/account/tokens"), .revoke_token = req_url(r, "/account/tokens/revoke"),
		.reminders = req_url(r, "/account/reminders"),
		.identity_service = {*setting("oidc.password") ? setting("oidc.password") : NULL},
		.needs_old = !r->who->by_certificate, .new_token = new_token,
		.old = input_password(r, "old", "舊密碼", "current-password", NULL),
		.fresh = input_password(r, "fresh", "新密碼", "new-password", "至少 12 個字，且不可包含帳號或機關代碼，不可與最近三次的密碼相同。"),
		.again = input_password(r, "again", "再輸入一次新密碼", "new-password", NULL),
		.label = input_text(r, "label", "用途", "", true, NULL),
		.tokens = {arena_array(r->mem, (size_t)t->n, sizeof(struct token_row)), t->n},
	};

	for (int i = 0; i < t->n; i++)
		a.tokens.at[i] = (struct token_row){row_int(t, i, "id"), row_text(t, i, "label"), row_moment(t, i, "created"),
			row_moment(t, i, "used"), row_moment(t, i, "revoked"), row_moment(t, i, "expires"),
			row_moment(t, i, "expires").seconds <= r->now.seconds};
	account_page_view(reply_page(r, status, "我的帳號"), &a);
}

void account_get(struct req *r)
{
	show(r, 200, NULL);
}

static const char rule[] = "至少 12 個字，且不可包含帳號或機關代碼";

/* The present one and the two before it.                                                                      LEARN-106 */
static bool was_used(struct req *r, const char *present, const char *fresh)
{
	struct rows *past = db_run(r->db, &account_past, A(r->who->account));
	bool used = *present && password_right(present, fresh);

	for (int i = 0; i < past->n; i++)
		used |= password_right(row_text(past, i, "hash"), fresh);
	return used;
}

/* Signed in with the certificate the old password is not asked for.   ACMS-008 */
static void check_password(struct req *r, const char *old, const char *fresh, const char *again)
{
	static const struct field labels[] = {{.name = "old", .label = "舊密碼"}, {.name = "fresh", .label = "新密碼"},
		{.name = "again", .label = "再輸入一次新密碼"}, {0}};
	struct rows *a = db_run(r->db, &account_password, A(r->who->account));
	const char *weak = password_weak(fresh, r->who->account_name, r->who->agency_code);

	r->issues.fields = labels;
	if (!r->who->by_certificate && !password_right(row_text(a, 0, "password_hash"), old))
		issue(&r->issues, -1, "old", "E-PWD-01");
	if (weak)
		issue(&r->issues, -1, "fresh", "E-PWD-02", text_is(weak, "ERR_PASSWORD_LONG") ? "最多 200 個字" : rule);
	else if (was_used(r, row_text(a, 0, "password_hash"), fresh))
		issue(&r->issues, -1, "fresh", "E-PWD-02", "不可與最近三次的密碼相同");
	if (strcmp(fresh, again))
		issue(&r->issues, -1, "again", "E-PWD-03");
}

struct change { struct req *r; const char *hash; int64_t tokens; };

static void change_password(struct db *db, void *with)
{
	struct change *c = with;

	db_run(db, &account_past_password, A(c->r->who->account));
	db_run(db, &account_past_forget, A(c->r->who->account));
	db_run(db, &account_set_password, A(c->r->who->account), A(c->hash));
	c->tokens = account_shut(db, c->r->who->account, c->r->who->session, c->r->now);
	audit_account(c->r, db, "account.password", "");
	c->r->done = req_url(c->r, "/account");
}

static const char *raw(struct req *r, const char *name)
{
	const char *value = pair_value(&r->form, name);

	return value ? value : "";
}

void password_post(struct req *r)
{
	check_password(r, raw(r, "old"), raw(r, "fresh"), raw(r, "again"));
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, NULL);
		return;
	}
	struct change c = {r, password_hash(r->mem, raw(r, "fresh")), 0};

	req_tx(r, change_password, &c);
	const char *tokens = c.tokens ? arena_print(r->mem, "與 %lld 個 API 權杖", (long long)c.tokens) : "";

	reply_see(r, r->done, arena_print(r->mem, "密碼已變更，舊密碼已失效；其他裝置的登入%s也已結束。", tokens));
}

struct new_token { struct req *r; const char *token, *label; };

static void put_token(struct db *db, void *with)
{
	struct new_token *t = with;
	struct req *r = t->r;

	t->token = random_token(r->mem);
	db_run(db, &token_put, A(r->who->account), A(token_hash(r->mem, t->token)), A(t->label), A(r->now),
		A(r->now.seconds + setting_int("token.days") * 86400));
	audit_account(r, db, "account.token", t->label);
	r->done = req_url(r, "/account");
}

const struct field token_fields[] = {{.name = "label", .label = "用途", .kind = K_TEXT, .use = EDIT, .need = true}, {0}};
const struct field token_revoke_fields[] = {{.name = "token", .label = "權杖編號", .kind = K_INT, .use = EDIT, .need = true}, {0}};

void token_post(struct req *r)
{
	struct new_token t = {r, NULL, req_form(r, "label")};

	r->issues.fields = token_fields;
	if (!*t.label)
		issue(&r->issues, -1, "label", "ERR_REQUIRED");
	if (r->issues.n) {
		if (!reply_issues(r))
			show(r, 422, NULL);
		return;
	}
	if (req_tx(r, put_token, &t) == REQ_OK && !r->json)
		show(r, 200, t.token);
	else
		reply_see(r, r->done, t.token);
}

static void take_token_back(struct db *db, void *with)
{
	struct req *r = with;
	int64_t id = 0;

	text_to_int(req_form(r, "token"), 1, INT64_MAX, &id);
	struct rows *gone = db_run(db, &token_revoke, A(id), A(r->who->account), A(r->now));

	if (!gone->n) {
		issue(&r->issues, -1, "", "ERR_TEXT_GIVEN", "您沒有這個權杖，或已廢止。");
		return;
	}
	audit_account(r, db, "account.token-revoked", row_text(gone, 0, "label"));
	r->done = req_url(r, "/account");
}

void token_revoke_post(struct req *r)
{
	r->issues.fields = token_revoke_fields;
	req_tx(r, take_token_back, r);
	if (!r->issues.n)
		reply_see(r, r->done, "權杖已廢止。");
	else if (!reply_issues(r))
		show(r, 422, NULL);
}
