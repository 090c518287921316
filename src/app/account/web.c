/* web.c: the addresses of the slice account, and signing in and out. */
#include <string.h>

#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/account/sign_in.html.h"
#include "app/audit/audit.h"
#include "app/may.h"
#include "base/json.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/page.h"

enum { LOCK_SECONDS = 15 * 60, ADDRESS_TRIES = 50, PARKED_MOST = 1 << 18 };

static const struct code identities[] = {{"staff", "管理人員"}, {"learner", "學員"}, {"stats", "統計報表"}, {0}};

const struct field sign_in_fields[] = {
	{.name = "agency_code", .label = "機關代碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 10},
	{.name = "account", .label = "帳號", .kind = K_TEXT, .use = EDIT, .need = true, .most = 60},
	{.name = "password", .label = "密碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 200, .privacy = SENSITIVE},
	{.name = "identity", .label = "身份", .kind = K_CODE, .use = EDIT, .list = identities, .most = 10},
	{0}
};

static const struct field password_fields[] = {
	{.name = "old", .label = "舊密碼", .kind = K_TEXT, .use = EDIT, .most = 200, .privacy = SENSITIVE},
	{.name = "fresh", .label = "新密碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 200, .privacy = SENSITIVE},
	{.name = "again", .label = "再輸入一次新密碼", .kind = K_TEXT, .use = EDIT, .need = true, .most = 200, .privacy = SENSITIVE},
	{0}
};

static void audit_sign_in(struct req *r, const char *action, int64_t account, int64_t agency, const char *who)
{
	audit_refusal(r->db, &(struct audit_event){.account = account, .agency = agency, .address = r->wire->address,
		.action = action, .subject_kind = "account", .subject = account, .after = who, .at = r->now});
}

/* Browsers leave tabs and line ends out and take \ for /. */
const char *sign_in_next(const char *next)
{
	bool odd = false;

	for (const char *s = next; *s; s++)
		odd |= (unsigned char)*s <= ' ' || *s == '\\';
	return next[0] == '/' && next[1] != '/' && !odd ? next : "/";
}

static void show(struct req *r, int status)
{
	const char *next = *req_form(r, "next") ? req_form(r, "next") : req_query(r, "next");
	const char *parked = *req_form(r, "parked") ? req_form(r, "parked") : req_query(r, "parked");
	const struct code *chosen = code_find(identities, req_query(r, "identity"));
	const char *identity = chosen ? chosen->id : "staff";
	struct url card = *next || *parked ? req_url(r, "/certificate?next=%s&parked=%s", next, parked) : req_url(r, "/certificate");
	struct sign_in s = {
		.r = r, .action = req_url(r, "/sign-in"),
		.certificate = {r->app->certificate_base ? arena_print(r->mem, "%s%s", r->app->certificate_base, card.text) : NULL},
		.forgotten = req_url(r, "/help/forgotten"), .fee = req_url(r, "/fee"), .verify = req_url(r, "/verify"),
		.result = req_url(r, "/result"),
		.recheck = req_url(r, "/recheck"),
		.calculator = req_url(r, "/calculator"),
		.apply = req_url(r, "/apply"), .plans = req_url(r, "/plans"),
		.certificate_help = req_url(r, "/help/certificate"), .popup_help = req_url(r, "/help/popup"),
		.local_only = req_url(r, "/sign-in?identity=stats"),
		.outside = *setting("oidc.issuer") && !text_is(identity, "stats") ?
			req_url(r, "/sign-in/outside?identity=%s&next=%s", identity, next) : (struct url){NULL}, .outside_name = setting("oidc.name"),
		.has_certificate = r->app->certificate_base, .next = next, .parked = parked,
		.agency_code = input_text(r, "agency_code", "機關代碼", "", true, NULL),
		.account = input_text(r, "account", "帳號", "", true, NULL),
		.password = input_password(r, "password", "密碼", "current-password", NULL),
		.identity = input_choice(r, "identity", "身份", identity, false, options_of(r->mem, identities, NULL)),
		.wrong = issue_lines(r), .contacts = r->app->contacts(r),
	};

	if (r->issues.n && reply_issues_as(r, status))
		return;
	s.agency_code.autocomplete = "organization";
	s.account.autocomplete = "username";
	sign_in_page(reply_page(r, status, "登入"), &s);
}

void sign_in_get(struct req *r)
{
	show(r, 200);
}

static void set_cookie(struct req *r, const char *name, const char *value)
{
	reply_header(r, "Set-Cookie", arena_print(r->mem, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s", name, value,
		r->app->secure ? "; Secure" : ""));
}

void account_cookie(struct req *r, const char *token)
{
	set_cookie(r, "peixun", token);
}

/* Where one goes after signing in: to what was typed before the session ended, to the page asked for, or to the start. */
static void enter(struct req *r, int64_t account, const char *identity, const char *next, const char *parked)
{
	account_cookie(r, session_start(r, account, false, identity));
	if (*parked)
		reply_see(r, req_url(r, "/parked/%s", parked), NULL);
	else
		reply_see(r, (struct url){arena_print(r->mem, "%s%s", r->app->base, sign_in_next(next))}, NULL);
}

void account_enter(struct req *r, int64_t account, const char *identity, const char *next)
{
	enter(r, account, identity, next ? next : "", "");
}

static struct moment locked_until(struct req *r, const char *who)
{
	struct moment since = {r->now.seconds - LOCK_SECONDS};
	struct rows *pair = db_run(r->db, &failure_count, A(who), A(since));
	struct rows *address = db_run(r->db, &failure_count_address, A(wire_asker(r->mem, r->wire)), A(since));

	if (row_int(pair, 0, "n") >= setting_int("login.max_failures"))
		return (struct moment){row_int(pair, 0, "last") + LOCK_SECONDS};
	if (row_int(address, 0, "n") >= ADDRESS_TRIES)
		return (struct moment){row_int(address, 0, "last") + LOCK_SECONDS};
	return (struct moment){0};
}

/* A hash of what nobody can type, so that an unknown account, or one without a password, takes as long as a wrong password. */
static const char *stand_in(struct arena *mem)
{
	static char kept[128];

	if (!*kept)
		memccpy(kept, password_hash(mem, random_token(mem)), 0, sizeof kept);
	return kept;
}

/* code: NULL: the three values did not match. */
static void failed(struct req *r, const char *who, const char *code)
{
	db_run(r->db, &failure_put, A(who), A(wire_asker(r->mem, r->wire)), A(r->now));
	audit_sign_in(r, "sign-in.failed", 0, 0, who);
	if (code)
		issue(&r->issues, -1, "identity", code);
	else
		issue(&r->issues, -1, "agency_code", "ERR_LOGIN", r->app->contact(r, "無法登入"));
	show(r, 422);
}

/* 學員 is anybody whose person is known; 統計報表 is an account of that kind alone.                              LEARN-001 */
static bool identity_fits(const char *identity, const char *role, bool has_person)
{
	if (text_is(identity, "learner"))
		return has_person;
	if (text_is(identity, "stats") || text_is(role, "stats"))
		return text_is(identity, role);
	return text_is(identity, "staff") && !text_is(role, "learner");
}

static bool all_given(struct req *r)
{
	r->issues.fields = sign_in_fields;
	for (const struct field *f = sign_in_fields; f->name; f++) {
		size_t n = utf8_length(req_form(r, f->name));

		if (!n && f->need)
			issue(&r->issues, -1, f->name, "ERR_REQUIRED");
		else if (n > (size_t)f->most)
			issue(&r->issues, -1, f->name, "ERR_LONG", arena_print(r->mem, "%lld", (long long)f->most), arena_print(r->mem, "%zu", n));
	}
	return !r->issues.n;
}

/* The three values must match together; nothing tells which of them did not.   ACMS-006, ACMS-009 */
void sign_in_post(struct req *r)
{
	char *code = text_upper(r->mem, req_form(r, "agency_code"));
	const char *who = arena_print(r->mem, "%s/%s", code, req_form(r, "account"));
	const char *password = pair_value(&r->form, "password");

	if (!all_given(r)) {
		show(r, 422);
		return;
	}
	struct moment until = locked_until(r, who);

	if (until.seconds) {
		issue(&r->issues, -1, "agency_code", "ERR_LOCKED", moment_text(r->mem, until), r->app->contact(r, "無法登入"));
		audit_sign_in(r, "sign-in.locked", 0, 0, who);
		show(r, 429);
		return;
	}
	struct rows *a = db_run(r->db, &account_for_sign_in, A(code), A(req_form(r, "account")));
	bool has_password = a->n && !row_null(a, 0, "password_hash");

	if (!password_right(has_password ? row_text(a, 0, "password_hash") : stand_in(r->mem), password) || !has_password) {
		failed(r, who, NULL);
		return;
	}
	const char *identity = *req_form(r, "identity") ? req_form(r, "identity") : "staff";

	if (!identity_fits(identity, row_text(a, 0, "role"), !row_null(a, 0, "person"))) {
		failed(r, who, "E-AUTH-02");
		return;
	}
	if (!row_null(a, 0, "valid_to") && date_before(row_date(a, 0, "valid_to"), r->today)) {
		issue(&r->issues, -1, "account", "E-AUTH-03", date_text(r->mem, row_date(a, 0, "valid_to")));
		audit_sign_in(r, "sign-in.expired", row_int(a, 0, "id"), 0, who);
		show(r, 422);
		return;
	}
	db_run(r->db, &failure_clear, A(who));
	audit_sign_in(r, "sign-in", row_int(a, 0, "id"), 0, "");
	enter(r, row_int(a, 0, "id"), identity, req_form(r, "next"), req_form(r, "parked"));
}

void sign_out_post(struct req *r)
{
	if (r->who->session)
		db_run(r->db, &session_end, A(r->who->session));
	reply_header(r, "Set-Cookie", "peixun=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
	reply_see(r, req_url(r, "/sign-in"), "您已登出。");
}

static bool too_long_to_keep(const struct req *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->form.n; i++)
		n += strlen(r->form.at[i].name) + strlen(r->form.at[i].value);
	return n > PARKED_MOST;
}

/* What was typed into a form that came too late is kept under a token that only its sender gets.  The same token is in a cookie,
 * so that nobody can lead another's browser to a form that is filled in already. */
struct url account_park(struct req *r)
{
	char *token = random_token(r->mem);
	struct text pairs = text_new(r->mem, 8 * PARKED_MOST);      /* a character of JSON takes six bytes at most */
	struct json j = json_new(&pairs);

	if (too_long_to_keep(r) || (r->who && !r->who->account))
		return r->who ? (struct url){NULL} : req_url(r, "/sign-in");
	json_list(&j);
	for (size_t i = 0; i < r->form.n; i++) {
		const struct field *f = r->route->takes ? field_named(r->route->takes, r->form.at[i].name) : NULL;

		if (*r->form.at[i].name == '_' || (f && f->privacy == SENSITIVE))
			continue;
		json_text(&j, r->form.at[i].name);
		json_text(&j, r->form.at[i].value);
	}
	json_end(&j);
	db_run(r->db, &parked_put, A(token_hash(r->mem, token)), A(r->path), A(pairs.at), A(r->file.fd >= 0), A(r->now));
	set_cookie(r, "peixun_parked", token);
	return r->who ? req_url(r, "/parked/%s", token) : req_url(r, "/sign-in?parked=%s", token);
}

const struct route account_routes[] = {
	{GET, "/sign-in", sign_in_get, 0, .help = "登入"},
	{POST, "/sign-in", sign_in_post, 0, .takes = sign_in_fields, .public_post = true, .heavy = true, .help = "登入"},
	{POST, "/sign-out", sign_out_post, MAY_SIGNED_IN, .while_held = true, .help = "登出"},
	{GET, "/certificate", certificate_get, 0, .hidden = true, .help = "使用機關憑證登入"},
	{POST, "/certificate", certificate_post, 0, .public_post = true, .help = "以機關憑證登入後選擇帳號"},
	{GET, "/switch", switch_get, MAY_SIGNED_IN, .while_held = true, .crumb = "切換兼辦單位", .help = "切換兼辦單位"},
	{POST, "/switch", switch_post, MAY_SIGNED_IN, .while_held = true, .takes = switch_fields, .help = "切換兼辦單位"},
	{GET, "/parked/*token", parked_get, MAY_SIGNED_IN, .help = "登入逾時前輸入的資料"},
	{GET, "/account", account_get, MAY_SIGNED_IN, .while_held = true, .crumb = "帳號", .help = "我的帳號、密碼與 API 權杖"},
	{POST, "/account/password", password_post, MAY_SIGNED_IN, .while_held = true, .takes = password_fields, .heavy = true, .help = "變更密碼"},
	{POST, "/account/tokens", token_post, MAY_SIGNED_IN, .takes = token_fields, .help = "新增 API 權杖"},
	{POST, "/account/tokens/revoke", token_revoke_post, MAY_SIGNED_IN, .takes = token_revoke_fields, .help = "廢止 API 權杖"},
	{GET, "/accounts", account_list_get, MAY_ACCOUNT_EDIT, .takes = account_query_fields, .gives = account_list_fields, .list = true,
		.crumb = "系統管理/帳號", .menu = "帳號", .help = "所有帳號"},
	{GET, "/accounts/new", account_new_get, MAY_ACCOUNT_EDIT, .crumb = "系統管理/帳號/新增", .help = "新增帳號"},
	{POST, "/accounts/new", account_new_post, MAY_ACCOUNT_EDIT, .takes = account_fields, .heavy = true, .help = "新增帳號"},
	{GET, "/accounts/:account", account_one_get, MAY_ACCOUNT_EDIT, .gives = account_fields, .crumb = "系統管理/帳號/修改",
		.help = "一個帳號"},
	{POST, "/accounts/:account", account_one_post, MAY_ACCOUNT_EDIT, .takes = account_fields, .heavy = true, .help = "修改帳號"},
	{GET, "/agency-certificates", mapping_list_get, MAY_ACCOUNT_EDIT, .gives = mapping_fields, .list = true,
		.crumb = "系統管理/機關憑證", .menu = "機關憑證", .help = "登記的機關憑證"},
	{GET, "/agency-certificates/new", mapping_new_get, MAY_ACCOUNT_EDIT, .crumb = "系統管理/機關憑證/登記", .help = "登記機關憑證"},
	{POST, "/agency-certificates/new", mapping_new_post, MAY_ACCOUNT_EDIT, .takes = mapping_fields, .help = "登記機關憑證"},
	{GET, "/agency-certificates/:certificate", mapping_one_get, MAY_ACCOUNT_EDIT, .gives = mapping_fields,
		.crumb = "系統管理/機關憑證/修改", .help = "一張機關憑證"},
	{POST, "/agency-certificates/:certificate", mapping_one_post, MAY_ACCOUNT_EDIT, .takes = mapping_fields, .help = "修改機關憑證"},
	{0}
};
