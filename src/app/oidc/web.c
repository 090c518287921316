/* web.c: to the identity service and back. */
#include <sodium.h>
#include <string.h>

#include "app/account/account.h"
#include "app/audit/audit.h"
#include "app/oidc/oidc.h"
#include "app/oidc/oidc.sql.h"
#include "app/oidc/private.h"
#include "base/random.h"
#include "base/setting.h"
#include "base/text.h"
#include "web/form.h"

static bool oidc_on(void)
{
	return *setting("oidc.issuer") && *setting("oidc.client");
}

static void refuse(struct req *r, int status, const char *trace, const char *words)
{
	audit_refusal_bounded(r->db, &(struct audit_event){.address = r->wire->address, .action = "sign-in.outside-refused",
		.subject_kind = "address", .after = trace, .at = r->now});
	reply_refuse(r, status, "ERR_OIDC", words, r->app->contact(r, "無法登入"));
}

/* What goes over the wire, made of the browser's secret: nobody who sees one of them knows another. */
static const char *derived(struct req *r, const char *secret, const char *purpose)
{
	return token_hash(r->mem, arena_print(r->mem, "%s %s", purpose, secret));
}

static void cookie(struct req *r, const char *name, const char *value, const char *more)
{
	reply_header(r, "Set-Cookie", arena_print(r->mem, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", name, value, more,
		r->app->secure ? "; Secure" : ""));
}

static const char *back_address(struct req *r)
{
	return arena_print(r->mem, "%s%s/sign-in/outside/back", r->app->public_origin, r->app->base);
}

static const char *challenge(struct req *r, const char *verifier)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)verifier, strlen(verifier));
	return oidc_base64(r->mem, hash, sizeof hash);
}

static void go_get(struct req *r)
{
	const char *why, *next = req_query(r, "next"), *secret = random_token(r->mem);

	if (!oidc_on()) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	const struct oidc_service *service = oidc_service(r->mem, r->now, &why);

	if (!service) {
		refuse(r, 503, why, "目前無法連線至身分驗證服務，請稍後再試，或以帳號、密碼登入");
		return;
	}
	cookie(r, "peixun_outside", secret, "; Max-Age=600");
	cookie(r, "peixun_outside_next", url_encode(r->mem, next), "; Max-Age=600");
	cookie(r, "peixun_outside_identity", url_encode(r->mem, req_query(r, "identity")), "; Max-Age=600");
	reply_see(r, (struct url){arena_print(r->mem, "%s%cresponse_type=code&scope=openid&client_id=%s&redirect_uri=%s&state=%s&nonce=%s"
		"&code_challenge=%s&code_challenge_method=S256", service->authorization, strchr(service->authorization, '?') ? '&' : '?',
		url_encode(r->mem, setting("oidc.client")), url_encode(r->mem, back_address(r)), derived(r, secret, "state"),
		derived(r, secret, "nonce"), challenge(r, derived(r, secret, "verifier")))}, NULL);
}

/* The id_token for the code; NULL with the reason. */
static const char *token_for(struct req *r, const struct oidc_service *s, const char *secret, const char **why)
{
	bool known = *setting("oidc.secret");
	const char *body = arena_print(r->mem, "grant_type=authorization_code&code=%s&redirect_uri=%s&code_verifier=%s%s%s",
		url_encode(r->mem, req_query(r, "code")), url_encode(r->mem, back_address(r)), derived(r, secret, "verifier"),
		known ? "" : "&client_id=", known ? "" : url_encode(r->mem, setting("oidc.client")));
	const char *user = known ? arena_print(r->mem, "%s:%s", url_encode(r->mem, setting("oidc.client")),
		url_encode(r->mem, setting("oidc.secret"))) : NULL;
	json_t *said = oidc_fetch(r->mem, s->token, body, user, why);

	return said ? json_string_value(json_object_get(said, "id_token")) : NULL;
}

/* The keys of the service, kept until a token is signed with one that is not among them. */
static json_t *keys_for(struct req *r, const struct oidc_service *s, const char *token, const char **why)
{
	static struct arena *kept;
	static json_t *keys;

	if (keys && oidc_has_key(r->mem, token, keys))
		return keys;
	if (!kept)
		kept = arena_new(1 << 20);
	arena_reset(kept);
	return keys = oidc_fetch(kept, s->keys, NULL, NULL, why);
}

static json_t *claims_of(struct req *r, const char *secret, const char **why)
{
	const struct oidc_service *s = oidc_service(r->mem, r->now, why);
	const char *token = s ? token_for(r, s, secret, why) : NULL;
	json_t *keys = token ? keys_for(r, s, token, why) : NULL;

	return keys ? oidc_claims(r->mem, token, keys, &(struct oidc_wanted){s->issuer, setting("oidc.client"), derived(r, secret, "nonce"),
		r->now}, why) : NULL;
}

/* The account of these claims; one that nobody has come to in this way before is found by the national ID, where the service tells it. */
static struct rows *account_of(struct req *r, json_t *claims)
{
	const char *subject = json_string_value(json_object_get(claims, "sub"));
	const char *id = *setting("oidc.person") ? json_string_value(json_object_get(claims, setting("oidc.person"))) : NULL;
	struct rows *a = db_run(r->db, &oidc_account, A(subject));

	if (a->n || !id)
		return a;
	a = db_run(r->db, &oidc_account_of, A(text_upper(r->mem, id)));
	if (a->n && db_run(r->db, &oidc_link, A(row_int(a, 0, "id")), A(subject))->n)
		audit_refusal(r->db, &(struct audit_event){.account = row_int(a, 0, "id"), .address = r->wire->address, .action = "account.linked",
			.subject_kind = "account", .subject = row_int(a, 0, "id"), .at = r->now});
	return a;
}

static void enter(struct req *r, json_t *claims)
{
	struct rows *a = account_of(r, claims);

	if (!a->n || !row_bool(a, 0, "active")) {
		refuse(r, 403, "account", "身分已驗證，但本系統沒有您的帳號，請洽貴機關最高管理者");
		return;
	}
	if (!row_null(a, 0, "valid_to") && date_before(row_date(a, 0, "valid_to"), r->today)) {
		reply_refuse(r, 403, "E-AUTH-03", date_text(r->mem, row_date(a, 0, "valid_to")));
		return;
	}
	int64_t id = row_int(a, 0, "id");
	const char *role = row_text(a, 0, "role"), *next = req_cookie(r, "peixun_outside_next");

	audit_refusal(r->db, &(struct audit_event){.account = id, .address = r->wire->address, .action = "sign-in.outside",
		.subject_kind = "account", .subject = id, .at = r->now});
	cookie(r, "peixun_outside", "", "; Max-Age=0");
	account_enter(r, id, text_is(role, "learner") || text_is(role, "stats") ? role : "staff",
		next ? form_decode(r->mem, next, strlen(next), false) : "");
}

static void back_get(struct req *r)
{
	const char *secret = req_cookie(r, "peixun_outside"), *state = req_query(r, "state"), *why = "state";

	if (!oidc_on()) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	if (!secret || !*secret || strcmp(state, derived(r, secret, "state"))) {
		refuse(r, 403, why, "登入的要求已逾時，或不是由這個瀏覽器發出，請重新登入");
		return;
	}
	if (text_is(req_query(r, "error"), "access_denied")) {
		const char *identity = req_cookie(r, "peixun_outside_identity");

		reply_see(r, req_url(r, "/sign-in?identity=%s", identity ? identity : ""), arena_print(r->mem,
			"已取消由 %s 登入，請以帳號、密碼登入。", setting("oidc.name")));
		return;
	}
	if (!*req_query(r, "code")) {
		refuse(r, 403, "error", "身分驗證服務未完成登入，請重新登入");
		return;
	}
	json_t *claims = claims_of(r, secret, &why);

	if (claims)
		enter(r, claims);
	else
		refuse(r, 403, why, "身分驗證服務的回覆無法確認，請重新登入");
}

static const struct field go_takes[] = {{.name = "next", .label = "登入後的網頁", .kind = K_TEXT, .use = EDIT, .most = 200},
	{.name = "identity", .label = "身份", .kind = K_TEXT, .use = EDIT, .most = 10}, {0}};
static const struct field back_takes[] = {
	{.name = "code", .label = "授權碼", .kind = K_TEXT, .use = EDIT, .most = 2000},
	{.name = "state", .label = "狀態", .kind = K_TEXT, .use = EDIT, .most = 200},
	{.name = "error", .label = "錯誤", .kind = K_TEXT, .use = EDIT, .most = 200},
	{0}
};

const struct route oidc_routes[] = {
	{GET, "/sign-in/outside", go_get, 0, .takes = go_takes, .heavy = true, .hidden = true, .help = "以 ECPA人事服務網 登入"},
	{GET, "/sign-in/outside/back", back_get, 0, .takes = back_takes, .heavy = true, .hidden = true, .help = "自 ECPA人事服務網 返回"},
	{0}
};
