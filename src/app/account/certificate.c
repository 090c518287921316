/* certificate.c: 方式一: signing in with a 機關憑證 on the listener that asks for one, and what comes back after a sign-in.
 *
 * The PIN stays with the card's software; what is seen here is a certificate that the server has verified (web/wire.h). */
#include <jansson.h>
#include <string.h>

#include "app/account/account.h"
#include "app/account/account.sql.h"
#include "app/account/sign_in.h"
#include "app/account/sign_in.html.h"
#include "app/audit/audit.h"
#include "base/random.h"
#include "base/text.h"
#include "web/page.h"

/* What is wrong, and what one can do. */
static const struct { const char *problem, *words; } problems[] = {
	{"none", "瀏覽器沒有送出憑證，請插入卡片、重新開啟瀏覽器並選擇機關憑證"},
	{"untrusted", "不是本系統信任的憑證管理中心所簽發，請選擇政府憑證管理中心簽發的機關憑證"},
	{"expired", "憑證已逾有效期限或尚未生效，請向原發證機關申請換發"},
	{"revoked", "憑證已被廢止，請改用貴機關有效的機關憑證"},
	{"purpose", "此憑證不是供用戶端驗證使用，請選擇簽章用的機關憑證"},
	{"unchecked", "目前無法查驗憑證是否已被廢止，請稍後再試，或以機關代碼、帳號、密碼登入"},
};

static void refuse_with(struct req *r, const char *action, const char *trace, const char *words)
{
	audit_refusal(r->db, &(struct audit_event){.address = r->wire->address, .action = action, .subject_kind = "certificate",
		.after = trace, .at = r->now});
	reply_refuse(r, 403, "ERR_CERTIFICATE", words, r->app->contact(r, "無法登入"));
}

static void refuse(struct req *r, const char *cause)
{
	const char *words = "憑證驗證失敗";

	for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
		if (text_is(problems[i].problem, cause))
			words = problems[i].words;
	refuse_with(r, "sign-in.certificate-refused", cause, words);
}

/* Why this certificate, which is good, opens no agency; NULL: it does.  One that is registered twice, by its fingerprint for one
 * agency and by its serial number for another, opens neither. */
static const char *why_not(struct req *r, const struct rows *agency)
{
	const struct wire_certificate *c = &r->wire->certificate;

	if (!agency->n)
		return arena_print(r->mem, "憑證有效，但未登記為任何機關的機關憑證，請將憑證識別 %s 告知系統管理者登記",
			c->serial_number && *c->serial_number ? c->serial_number : c->fingerprint);
	for (int i = 1; i < agency->n; i++)
		if (row_int(agency, i, "id") != row_int(agency, 0, "id"))
			return "此憑證登記於不只一個機關，無法判斷所屬機關，請通知系統管理者更正登記";
	return row_bool(agency, 0, "active") ? NULL : "此憑證所屬機關已停用，請通知系統管理者";
}

/* The agency of the connection's certificate; 0, with the reply made, when there is none.  That fingerprint and serial number are
 * those of one certificate is remembered for whoever registers it. */
static int64_t agency_of(struct req *r, struct rows **agency)
{
	const struct wire_certificate *c = &r->wire->certificate;

	if (!r->wire->on_certificate_port || c->problem || !c->fingerprint) {
		refuse(r, c->problem ? c->problem : "none");
		return 0;
	}
	const char *serial = c->serial_number ? c->serial_number : "";

	if (*serial)
		db_run(r->db, &certificate_seen_put, A(c->fingerprint), A(serial), A(r->now));
	*agency = db_run(r->db, &certificate_agency, A(c->fingerprint), A(serial));
	const char *words = why_not(r, *agency);

	if (!words)
		return row_int(*agency, 0, "id");
	refuse_with(r, "sign-in.certificate-unknown", c->fingerprint, words);
	return 0;
}

/* Where one was going, on the way through the choice of an account too. */
static const char *carried(struct req *r, const char *name)
{
	return *req_form(r, name) ? req_form(r, name) : req_query(r, name);
}

/* Sessions are one per host: the cookie set on this port is sent to the pages' port too. */
static void enter(struct req *r, int64_t account)
{
	const char *parked = carried(r, "parked");

	reply_header(r, "Set-Cookie", arena_print(r->mem, "peixun=%s; Path=/; HttpOnly; SameSite=Lax%s",
		session_start(r, account, true, "staff"), r->app->secure ? "; Secure" : ""));
	audit_refusal(r->db, &(struct audit_event){.account = account, .address = r->wire->address,
		.action = "sign-in.certificate", .subject_kind = "account", .subject = account,
		.after = r->wire->certificate.fingerprint, .at = r->now});
	const char *path = *parked ? req_url(r, "/parked/%s", parked).text
		: arena_print(r->mem, "%s%s", r->app->base, sign_in_next(carried(r, "next")));

	reply_see(r, (struct url){arena_print(r->mem, "%s%s", r->app->public_origin, path)}, NULL);
}

void certificate_get(struct req *r)
{
	struct rows *agency;
	int64_t id = agency_of(r, &agency);

	if (!id)
		return;
	struct rows *a = db_run(r->db, &account_officers, A(id));
	struct officer_choice c = {.r = r, .agency_name = row_text(agency, 0, "name"), .agency_code = row_text(agency, 0, "code"),
		.next = req_query(r, "next"), .parked = req_query(r, "parked"),
		.action = req_url(r, "/certificate"), .officers = {arena_array(r->mem, (size_t)a->n, sizeof(struct officer)), a->n}};

	for (int i = 0; i < a->n; i++)
		c.officers.at[i] = (struct officer){row_int(a, i, "id"), row_text(a, i, "name"), row_text(a, i, "full_name")};
	if (a->n == 1)
		enter(r, c.officers.at[0].id);
	else if (a->n)
		officer_page(reply_page(r, 200, "選擇帳號"), &c);
	else
		reply_refuse(r, 403, "ERR_CERTIFICATE", "此機關尚無帳號，請通知系統管理者建立", r->app->contact(r, "無法登入"));
}

/* The choice among several officers comes over the same certificate. */
void certificate_post(struct req *r)
{
	struct rows *agency;
	int64_t id = agency_of(r, &agency), account = 0;

	if (!id || !text_to_int(req_form(r, "account"), 1, INT64_MAX, &account)) {
		if (id)
			reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	struct rows *a = db_run(r->db, &account_officers, A(id));

	for (int i = 0; i < a->n; i++) {
		if (row_int(a, i, "id") == account) {
			enter(r, account);
			return;
		}
	}
	reply_refuse(r, 403, "ERR_FORBIDDEN");
}

/* Where the form goes that was sent to this path; NULL when there is no such address any more. */
static const struct route *goes_to(struct req *r, const char *path)
{
	struct req probe = {.mem = r->mem, .app = r->app};
	bool other;

	return route_find(r->app, "POST", path, &probe, &other);
}

/* Why it was kept, in the words of where it belongs. */
static const char *parked_words(struct req *r, const struct route *route)
{
	const char *code = "E-FORM-01";

	if (!route || !text_is(may_refusal(route->may), "E-AUTH-01"))
		return "頁面已逾時，您輸入的資料已為您保留，尚未儲存。請確認後重新送出。";
	return issue_shown(r->mem, code, message(r->mem, code));
}

static struct parked_pair parked_pair_of(struct req *r, const struct field *fields, const char *name, const char *value)
{
	const struct field *f = fields ? field_named(fields, name) : NULL;

	const char *kept = arena_text(r->mem, name);

	return (struct parked_pair){kept, arena_text(r->mem, value), !fields ? kept : f && f->use == EDIT ? f->label : NULL};
}

/* What was typed before the session ended, to be sent again. */
void parked_get(struct req *r)
{
	const char *hash = token_hash(r->mem, r->word[0]);
	struct rows *p = db_run(r->db, &parked_find, A(hash));

	if (!p->n || !text_is(req_cookie(r, "peixun_parked"), r->word[0])) {
		reply_refuse(r, 404, "ERR_PAGE_NOT_FOUND");
		return;
	}
	const struct route *route = goes_to(r, row_text(p, 0, "path"));
	struct parked page = {.r = r, .said = parked_words(r, route), .had_file = row_bool(p, 0, "had_file"),
		.action = {arena_print(r->mem, "%s%s", r->app->base, row_text(p, 0, "path"))}};
	const struct field *fields = route ? route->takes : NULL;
	json_t *pairs = json_loads(row_text(p, 0, "pairs"), 0, NULL);
	size_t n = json_array_size(pairs) / 2;

	page.pairs.at = arena_array(r->mem, n, sizeof *page.pairs.at);
	page.pairs.n = (int)n;
	for (size_t i = 0; i < n; i++)
		page.pairs.at[i] = parked_pair_of(r, fields, json_string_value(json_array_get(pairs, 2 * i)),
			json_string_value(json_array_get(pairs, 2 * i + 1)));
	json_decref(pairs);
	parked_page(reply_page(r, 200, "重新送出"), &page);
}
